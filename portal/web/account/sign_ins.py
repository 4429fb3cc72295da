"""Ties the browser to its row: who signs in gets a mark in the cookie, and each request looks it up.

The signed cookie alone opens nothing: a copy of it is worth as much as its row. See docs/decisions/aanmeldingen.md.
"""

from __future__ import annotations

import logging
from functools import partial

from flask import Flask, Response, g, request, session
from flask_login import user_logged_in, user_logged_out
from flask_security import password_changed, password_reset
from flask_security.utils import set_request_attr
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from portal.domain import clock
from portal.domain.people.sign_ins import SignInEnd, browser_in_words, must_write_seen
from portal.extensions import db
from portal.models import User
from portal.services.people import sign_ins
from portal.web.commits import keep

log = logging.getLogger(__name__)

# Where the cookie keeps the mark.
MARK = "aanmelding"


def init_sign_ins(app: Flask) -> None:
    """Let Flask-Login ask here who is signed in; call this after Flask-Security is tied to the app."""
    app.login_manager.user_loader(load_user)  # type: ignore[attr-defined]
    user_logged_in.connect(_begin, app)
    user_logged_out.connect(_end, app)
    password_changed.connect(_end_others, app)
    password_reset.connect(_end_others, app)
    app.after_request(_note_seen)


def load_user(uniquifier: str) -> User | None:
    """Who is behind this cookie; None when the sign-in has ended or the account is off."""
    found = sign_ins.find(uniquifier, str(session.get(MARK, "")))
    if found is None or not found.account.active:
        return None
    g.sign_in = found
    # As Flask-Security has it in its own loader.
    set_request_attr("fs_authn_via", "session")
    set_request_attr("fs_paa", session.get("fs_paa", 0))
    return found.account


def present() -> sign_ins.SignIn | None:
    """The sign-in of this request; None for somebody who is not signed in (yet)."""
    return g.get("sign_in")  # type: ignore[no-any-return]


def _begin(sender: Flask, user: User, **extra: object) -> None:
    if MARK in session:
        sign_ins.end(session[MARK], SignInEnd.OPNIEUW_AANGEMELD)
    session[MARK] = sign_ins.start(user, browser_in_words(request.user_agent.string))
    # A permanent session ends PERMANENT_SESSION_LIFETIME after the last request, others when the browser closes.
    session.permanent = True


def _end(sender: Flask, **extra: object) -> None:
    """Signing out is done at once, and stays done whatever becomes of the page."""
    g.pop("sign_in", None)
    mark = session.pop(MARK, None)
    if mark is not None:
        sign_ins.end(mark, SignInEnd.AFGEMELD)
        keep()


def _end_others(sender: Flask, user: User, **extra: object) -> None:
    """Who knew the old password is out; who chose the new one stays."""
    sign_ins.end_all(user.id, SignInEnd.WACHTWOORD, but=session.get(MARK))


def _note_seen(response: Response) -> Response:
    """Note that somebody is at work, once the answer has gone out; what a page asks by itself is no sign of that."""
    found = present()
    if found and not g.get("asked_by_itself", False) and must_write_seen(found.seen, clock.wall()):
        response.call_on_close(partial(_write_seen, db.engine, found.id))
    return response


def _write_seen(engine: Engine, sign_in_id: int) -> None:
    try:
        sign_ins.note_seen(engine, sign_in_id)
    except SQLAlchemyError as error:
        # Nobody waits for this any more; the next page tries again.
        log.warning("a sign-in was not noted as seen: %s", type(error).__name__)
