"""Half signed in: the password was right, the second step is still to come.

Who is under way stands in the session, for half an hour, and opens nothing. `complete` signs in for good and
marks the session; a session that was signed in without that mark is no sign-in where two steps are asked
(`require_two_steps`), by whatever door it came.
"""

from __future__ import annotations

import time

from flask import Flask, current_app, g, session
from flask_login import logout_user, user_logged_in
from flask_security import login_user
from sqlalchemy import select

from portal.domain.audit.line import Thing
from portal.domain.factors.ways import FactorWay
from portal.extensions import db
from portal.models import User
from portal.web.posted import own_address
from portal.web.tweede_stap.blueprint import blueprint

HALF, DONE = "halverwege", "twee_stappen"
# Somebody may have to install an app first.
VALID_SECONDS = 30 * 60
# Flask-Security keeps here when somebody last proved who he is; `login_user` sets it.
PROVEN_AT = "fs_paa"
SIGNED_IN = "_user_id"


def is_asked() -> bool:
    """True where everybody signs in with two steps."""
    return bool(current_app.config["MFA"])


def start(account: User, *, via: str, next_page: str = "") -> None:
    """Remember that this person passed the first step, and where he was going."""
    naar = own_address(next_page)
    session[HALF] = {"wie": account.fs_uniquifier, "via": via, "sinds": int(time.time()), "naar": naar}


def account_under_way() -> User | None:
    """Who is between the two steps; None when nobody is, or too long, or the account changed meanwhile."""
    half = session.get(HALF)
    if not half or not 0 <= time.time() - half["sinds"] < VALID_SECONDS:
        return None
    account: User | None = db.session.scalars(
        select(User).where(User.fs_uniquifier == half["wie"], User.active.is_(True))
    ).one_or_none()
    if account is not None:
        # Nobody is signed in yet: the audit log says whom a wrong second step was about.
        g.audit_thing = Thing("account", str(account.id))
    return account


def next_page() -> str:
    """Where the person who is under way was going; the start page when nowhere."""
    return str(session.get(HALF, {}).get("naar") or "/")


def complete(account: User, way: FactorWay) -> None:
    """Sign in for good: the second step was taken as well."""
    via = session.pop(HALF, {}).get("via")
    login_user(account, authn_via=[one for one in (via, way.signed_in_by) if one])
    mark_proven(account)


def mark_proven(account: User) -> None:
    """This person took both steps, now. Also for who comes in through a provider that asks two steps itself."""
    session[DONE] = account.id
    session[PROVEN_AT] = time.time()


def init_half(app: Flask) -> None:
    """Every sign-in begins without the mark, also in a browser in which somebody took both steps before."""
    user_logged_in.connect(_begin, app)


def _begin(sender: Flask, user: User, **extra: object) -> None:
    # Who changes the password is signed in once more, and took both steps before.
    if session.get(DONE) != user.id:
        session.pop(DONE, None)


@blueprint.before_app_request
def require_two_steps() -> None:
    """Where two steps are asked, who took one of them is not signed in."""
    if SIGNED_IN in session and is_asked() and not session.get(DONE):
        logout_user()
