"""How large a POST may be: small where text is typed, larger only where a file is asked."""

from __future__ import annotations

from flask import Flask, abort, current_app, request
from werkzeug.datastructures import FileStorage

FILE_ENDPOINTS = frozenset(
    {
        "antwoordbladen.word_lezen",
        "instroom.inlezen_bekijken",
        "landelijk.word_klaarzetten",
        "regio.bijlage_toevoegen",
        "regio.tabel_bekijken",
        "regio.word_lezen",
        "uitvragen.blad_word_klaarzetten",
    }
)
# Room for the other fields and the wrapping of the form.
EXTRA = 1024 * 1024


def register(app: Flask) -> None:
    """Set the limit before anything (also the check of the token) reads the body."""
    app.before_request_funcs.setdefault(None, []).insert(0, _set_limit)


def _set_limit() -> None:
    if request.endpoint in FILE_ENDPOINTS:
        request.max_content_length = _largest_file() + EXTRA


def content_of(upload: FileStorage) -> bytes:
    """What stands in a file that was posted. Aborts with 413 when it is larger than a file may be by itself."""
    content: bytes = upload.read()
    if len(content) > _largest_file():
        abort(413)
    return content


def _largest_file() -> int:
    """In bytes."""
    return int(current_app.config["SETTINGS"].bijlage_mb) * 1024 * 1024
