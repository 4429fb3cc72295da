"""Whether a POST is one that our own page could have sent."""

from __future__ import annotations

from flask import Flask, abort, request

from forms.base import BaseForm


def register(app: Flask) -> None:
    """Refuse what is no form at all before anything (also the check of the token) reads it."""
    app.before_request_funcs.setdefault(None, []).insert(0, _refuse_nameless_fields)


def _refuse_nameless_fields() -> None:
    """A part of a multipart body without a name: no browser sends it, and nobody downstream expects it."""
    if request.method == "POST" and None in request.form:
        abort(400)


def require_our_fields(form: BaseForm) -> None:
    """Abort with 400 when a field of the form is missing from the POST, or stands in it twice."""
    posted = request.form
    if any(name not in posted for name in form.expected_fields()):
        abort(400)
    if any(len(posted.getlist(name)) > 1 for name in form.single_fields()):
        abort(400)


def wants_json() -> bool:
    """True when a script asks: it gets JSON where a person gets a page."""
    return request.accept_mimetypes.best == "application/json"
