"""How large a POST may be: small where text is typed, larger only where a file is asked."""

from __future__ import annotations

from flask import Flask, current_app, request

FILE_ENDPOINTS = frozenset({"regio.bijlage_toevoegen", "regio.tabel_bekijken"})
# Room for the other fields and the wrapping of the form.
EXTRA = 1024 * 1024


def register(app: Flask) -> None:
    """Set the limit before anything (also the check of the token) reads the body."""
    app.before_request_funcs.setdefault(None, []).insert(0, _set_limit)


def _set_limit() -> None:
    if request.endpoint in FILE_ENDPOINTS:
        request.max_content_length = current_app.config["SETTINGS"].bijlage_mb * 1024 * 1024 + EXTRA
