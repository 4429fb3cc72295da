"""Sending a made file: always as a download, with a name that says what it is."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Protocol

from flask import Response, flash, redirect, send_file
from flask.typing import ResponseReturnValue

from exports.pdf import PdfProblem
from forms.cleaning import without_turns
from portal import letters

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
CSV = "text/csv"
PNG = "image/png"
JSON = "application/json"


def download(content: bytes, *, name: str, mimetype: str) -> Response:
    """The content as a download called `name`; slashes in a region's name become dashes."""
    safe = without_turns(name).replace("/", "-").replace("\\", "-")
    return send_file(BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=safe)


class MakesPdf(Protocol):
    """Makes a PDF with the letters in this folder. Raises PdfProblem."""

    def __call__(self, *, letters: Path) -> bytes:
        """The file."""
        ...


def download_pdf(make: MakesPdf, *, name: str, otherwise: str) -> ResponseReturnValue:
    """A PDF as a download; the page `otherwise` says why not when this server can make none."""
    try:
        content = make(letters=letters.folder())
    except PdfProblem as problem:
        flash(str(problem), "error")
        return redirect(otherwise)
    return download(content, name=name, mimetype=PDF)
