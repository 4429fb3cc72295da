"""Typed text that travels along when a form was not taken in: the sign-in ended, or its token was too old."""

from __future__ import annotations

from urllib.parse import urlsplit

from flask import current_app, flash, redirect, render_template, request
from flask_login import current_user
from werkzeug.wrappers import Response

from portal.web.account import unauthenticated
from portal.web.account.forms import LoginForm
from portal.web.posted import SIGN_IN_PREFIX, carried_fields, going_to, wants_json


def resend_page(
    target: str, carried: list[tuple[str, str]], status: int = 400, *, autosubmit: bool = False
) -> tuple[str, int]:
    """The page that shows the typed text and sends it to `target` once more, with a fresh token."""
    page = render_template("errors/opnieuw_versturen.html", target=target, carried=carried, autosubmit=autosubmit)
    return page, status


def after_csrf_failure() -> Response | tuple[str, int] | tuple[Response, int]:
    """What to answer to a form whose token is missing or too old, so that nothing typed is lost.

    Somebody whose session ended signs in first (401); a form that holds a password starts anew; all else can be sent
    again. A form that another site sent is not carried (400): nobody should sign in to send what a stranger wrote.
    """
    if _sent_by_another_site():
        return render_template("errors/400.html"), 400
    if request.blueprint == "tweede_stap":
        return _proof_again()
    if request.endpoint == "account.verder":
        return _sign_in_again()
    if any("password" in name for name in request.form):
        flash("De pagina stond te lang open. Probeer het opnieuw.", "info")
        return redirect(unauthenticated.here())
    if request.endpoint == "security.logout":
        return redirect("/")
    if request.blueprint == "leeslink":
        # Who comes by a link has nothing to sign in with.
        return resend_page(unauthenticated.here(), carried_fields(request.form))
    if not current_user.is_authenticated or wants_json():
        return unauthenticated.answer()
    return resend_page(unauthenticated.here(), carried_fields(request.form))


def _proof_again() -> tuple[str, int]:
    """The token of a page that asks for a proof was too old: what it carried goes on, with a fresh one."""
    target, carried = going_to(), carried_fields(request.form)
    if current_user.is_authenticated:
        return resend_page(target or unauthenticated.here(), carried)
    if target and carried:
        return unauthenticated.sign_in_to_go_on(target, carried)
    return render_template("tweede_stap/verlopen.html"), 401


def _sent_by_another_site() -> bool:
    """True when the browser says that the form stood on a page of another site; old browsers say nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc not in _our_hosts()


def _our_hosts() -> tuple[str, str]:
    return request.host, urlsplit(current_app.config["SETTINGS"].public_url).netloc


def _sign_in_again() -> tuple[str, int]:
    """The token of the sign-in page itself was too old: show it once more, with all it carried."""
    form = LoginForm(prefix=SIGN_IN_PREFIX, meta={"csrf": False})
    return unauthenticated.sign_in_page(form, carried_fields(request.form), 401)
