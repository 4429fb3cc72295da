"""What somebody gets who is not signed in and asks for more than a public page. Typed text is never lost."""

from __future__ import annotations

from typing import Any

from flask import flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from portal.web.account.forms import LoginForm
from portal.web.posted import SIGN_IN_PREFIX, carried_fields, wants_json

SIGNED_OUT = "U bent afgemeld. Meld u aan. Daarna slaan wij op wat u typte."
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})

Answer = Response | tuple[str, int] | tuple[Response, int]


def answer(mechanisms: Any = None, headers: Any = None) -> Answer:
    """The answer for somebody who is not signed in.

    A script gets 401 as JSON, a form the sign-in page that carries what was typed (401), a page the sign-in page.
    """
    if wants_json():
        return jsonify(melding=SIGNED_OUT, aanmelden=url_for("security.login")), 401
    if request.method not in SAFE_METHODS:
        return sign_in_and_continue()
    if request.path == "/":
        return redirect(url_for("security.login"))
    flash("Meld u aan om deze pagina te bekijken.", "info")
    return redirect(url_for("security.login", next=here()))


def here() -> str:
    """The address of this request within the site."""
    return request.full_path.rstrip("?")


def sign_in_and_continue() -> tuple[str, int]:
    """The sign-in page that carries the form of this request, with status 401."""
    form = LoginForm(formdata=None, prefix=SIGN_IN_PREFIX)
    form.next.data = here()
    return sign_in_page(form, carried_fields(request.form), 401, had_file=bool(request.files))


def sign_in_to_go_on(target: str, carried: list[tuple[str, str]]) -> tuple[str, int]:
    """The sign-in page that carries these fields, to be sent to this address afterwards."""
    form = LoginForm(formdata=None, prefix=SIGN_IN_PREFIX)
    form.next.data = target
    return sign_in_page(form, carried, 401)


def sign_in_page(
    form: LoginForm, carried: list[tuple[str, str]], status: int, *, had_file: bool = False
) -> tuple[str, int]:
    """The page where somebody signs in and then goes on with the carried form."""
    page = render_template("account/verder.html", form=form, carried=carried, had_file=had_file, melding=SIGNED_OUT)
    return page, status
