"""Sending a made file: always as a download, with a name that says what it is."""

from __future__ import annotations

from io import BytesIO

from flask import Response, send_file

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
JSON = "application/json"


def download(content: bytes, *, name: str, mimetype: str) -> Response:
    """The content as a download called `name`; slashes in a region's name become dashes."""
    safe = name.replace("/", "-").replace("\\", "-")
    return send_file(BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=safe)
