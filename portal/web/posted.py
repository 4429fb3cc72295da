"""What was posted: could our own page have sent it, and which fields travel along when it was not taken in."""

from __future__ import annotations

import re
from typing import TypeVar

from flask import Flask, abort, request
from flask_security.utils import validate_redirect_url
from werkzeug.datastructures import MultiDict

from forms.base import BaseForm

# The fields of the sign-in form on a page that carries another form, so that their names never meet.
SIGN_IN_PREFIX = "aanmelden-"

Form = TypeVar("Form", bound=BaseForm)


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


def require_valid(form: Form) -> Form:
    """For a form of which nothing is typed, only pressed: abort with 400 when it is not as our own page sends it."""
    require_our_fields(form)
    if not form.validate():
        abort(400)
    return form


def wants_json() -> bool:
    """True when a script asks: it gets JSON where a person gets a page."""
    return request.accept_mimetypes.best == "application/json"


def carried_fields(form: MultiDict[str, str]) -> list[tuple[str, str]]:
    """The typed fields (name, value) of a form in their order, without its token and without passwords."""
    return [
        (name, value)
        for name, value in form.items(multi=True)
        if not name.startswith(SIGN_IN_PREFIX) and name != "csrf_token" and "password" not in name
    ]


def going_to() -> str:
    """Where a page that asks who somebody is leads to afterwards: an address of our own, or nothing."""
    return own_address(request.form.get(f"{SIGN_IN_PREFIX}naar"))


def own_address(address: str | None) -> str:
    """An address within our own site as it came; nothing for any other.

    A browser reads a backslash as a slash, and two of them as the name of another machine; Flask-Security misses that.
    """
    if not address or not address.isprintable() or not re.match(r"/(?![/\\])", address):
        return ""
    return address if validate_redirect_url(address) else ""


def typed_words() -> list[str]:
    """What somebody typed and sent, to be shown: words have a space between them; ids, keys and marks have none."""
    if request.method != "POST" or request.endpoint is None:
        return []
    values = (value for _, value in carried_fields(request.form))
    return [value for value in values if len(value.split()) > 1 and any(map(str.isalpha, value))]
