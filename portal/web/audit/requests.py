"""The one place through which every request passes on its way into the audit log.

What a view with `@commits` did is written in its transaction (`portal/web/commits.py`): the change and its line are
both there, or neither. What changed nothing (a refusal, a download) and what Flask-Security commits by itself is
written when the answer is ready. A page that somebody only reads costs nothing.
"""

from __future__ import annotations

import logging

from flask import Flask, Response, g, has_request_context, request
from flask_login import user_logged_in, user_logged_out
from flask_security import password_reset
from sqlalchemy.exc import SQLAlchemyError

from portal.database import SAFE_METHODS
from portal.domain.audit.line import NOTHING, AuditLine, Oorsprong, Resultaat, Thing, new_line
from portal.models import User
from portal.services.audit import writing
from portal.services.people import accounts
from portal.web.access import current_actor
from portal.web.audit.actions import CHANGES, DOWNLOADS, FIRST_STEP, NOT_WRITTEN, SIGN_IN_NAME, SOME_DOWNLOAD, THINGS
from portal.web.posted import SIGN_IN_PREFIX

log = logging.getLogger(__name__)

# Where somebody types an address to get in.
SIGN_IN = {"security.login": "email", "security.forgot_password": "email", "account.verder": f"{SIGN_IN_PREFIX}email"}
# Nobody in particular sent something that was no form of ours, or too much or too often: the access log has it, and
# whoever fills that can't fill this one.
NOT_OF_STRANGERS = frozenset({400, 404, 405, 413, 414, 429})
LONGEST_WORD = 20


def register(app: Flask) -> None:
    """Let every answer of this app pass here."""
    app.after_request(_write_what_was_left)
    user_logged_in.connect(_remember, app)
    user_logged_out.connect(_remember, app)
    password_reset.connect(_remember, app)


def _remember(sender: Flask, user: User, **extra: object) -> None:
    """Who signed in or out, or chose a password by a link: no longer, or not yet, the person behind the request."""
    if has_request_context():
        g.audit_actor_id = user.id


def write_with_change(status: int) -> None:
    """Write down, in the transaction of a view that commits, what it is about to answer."""
    actie = _name()
    if actie is not None:
        writing.write(_line(actie, Resultaat.GEWEIGERD if g.get("done_before") else _result(status)))
        g.audit_written = True


def _write_what_was_left(response: Response) -> Response:
    try:
        actie = None if "audit_written" in g else _name(response)
        if actie is not None and (result := _result_of(response)) is not None:
            writing.write_apart(_line(actie, result))
    except SQLAlchemyError as error:
        # The page says already that the database is away; it must not become another page now.
        log.error("an audit line was not written for %s: %s", request.endpoint, type(error).__name__)
    return response


def _name(response: Response | None = None) -> str | None:
    """What this request is called in the log; None for what is not written down."""
    endpoint = request.endpoint or ""
    if request.method not in SAFE_METHODS:
        return CHANGES.get(endpoint)
    if endpoint in DOWNLOADS:
        return DOWNLOADS[endpoint]
    sends_file = response is not None and "attachment" in response.headers.get("Content-Disposition", "")
    return SOME_DOWNLOAD if sends_file and endpoint not in NOT_WRITTEN else None


def _result_of(response: Response) -> Resultaat | None:
    """How it ended, of what was not written with its change; None when there is nothing to tell."""
    status, is_stranger = response.status_code, _actor_id() is None
    if "no_form_of_ours" in g or (is_stranger and (status in NOT_OF_STRANGERS or _was_sent_to_sign_in(status))):
        return None
    if request.method in SAFE_METHODS:
        # Sent elsewhere: asked for the second step first, or told why there is no file.
        return Resultaat.GEWEIGERD if 300 <= status < 400 else _result(status)
    by_itself = (request.endpoint or "").startswith("security.")
    went_on = by_itself and 300 <= status < 400
    return Resultaat.GELUKT if went_on else Resultaat.MISLUKT if status >= 500 else Resultaat.GEWEIGERD


def _was_sent_to_sign_in(status: int) -> bool:
    """True for a stranger before a door: sent to the page to sign in, or asked to on the spot."""
    at_door = request.endpoint not in SIGN_IN and not (request.endpoint or "").startswith("security.")
    return at_door and (300 <= status < 400 or status == 401)


def _result(status: int) -> Resultaat:
    if status >= 500:
        return Resultaat.MISLUKT
    return Resultaat.GELUKT if status < 400 else Resultaat.GEWEIGERD


def _line(actie: str, result: Resultaat) -> AuditLine:
    if actie == SIGN_IN_NAME and result is Resultaat.GELUKT and _actor_id() is None:
        actie = FIRST_STEP
    return new_line(
        actie,
        g.get("audit_thing") or _thing(),
        resultaat=result,
        oorsprong=Oorsprong.WEB,
        actor_id=_actor_id(),
        verzoek=str(g.get("request_id", "")),
    )


def _actor_id() -> int | None:
    if "audit_actor_id" in g:
        return g.audit_actor_id  # type: ignore[no-any-return]
    actor = current_actor()
    return actor.user_id if actor else None


def _thing() -> Thing:
    """What the address is about: the first part of it that is a thing of ours; of signing in the account that it
    concerns. What was typed there is never written down: it may be a password.
    """
    if request.endpoint in SIGN_IN:
        account_id = accounts.id_of(request.form.get(SIGN_IN[request.endpoint], ""))
        return Thing("account", str(account_id)) if account_id else NOTHING
    for name, value in (request.view_args or {}).items():
        if name in THINGS and (isinstance(value, int) or _is_word(value)):
            return Thing(THINGS[name], str(value))
    return NOTHING


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.isalnum() and len(value) <= LONGEST_WORD
