"""Codes of an authenticator app (TOTP, RFC 6238). The secret is kept encrypted; no code is taken twice."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import lru_cache

from passlib.exc import InvalidTokenError, UsedTokenError
from passlib.totp import TOTP, TotpMatch
from sqlalchemy import CursorResult, update

from portal.domain import clock
from portal.domain.factors.codes import (
    ALLOWED_SECONDS,
    LOOK_BACK_SECONDS,
    STEP_SECONDS,
    AppCodeStand,
    Tried,
    app_code,
)
from portal.extensions import db
from portal.models import AppSleutel, User
from portal.services.factors import notices
from portal.services.factors.held import require_another
from portal.services.factors.keys import key_for
from portal.services.people.accounts import record

ISSUER = "Regioportaal"


@dataclass(frozen=True)
class AppKey:
    """What the page shows of a secret: an address for the QR code, and the key in groups of four."""

    uri: str
    key: str


def new_secret() -> str:
    """A fresh secret, encrypted: fit for a cookie and for the database."""
    return str(_factory().new().to_json(encrypt=True))


def shown(secret: str, account: User) -> AppKey | None:
    """What somebody puts into an app; None for a secret that is not ours."""
    totp = _read(secret)
    return AppKey(totp.to_uri(account.email), totp.pretty_key(sep=" ")) if totp else None


def set_up(account: User, secret: str, typed: str) -> Tried:
    """Take this secret as that of the person's app when the code proves that the app has it.

    An earlier app stops working.
    """
    tried, match = _match(secret, typed, after=0)
    if match is not None:
        app = AppSleutel(account_id=account.id, geheim=secret, laatste_teller=match.counter, aangemaakt_op=clock.now())
        db.session.merge(app)
        record(account, "tweede_stap_ingesteld", account.actor, "App voor de tweede stap ingesteld")
        notices.changed(account, "Er is een app ingesteld om u mee aan te melden.")
    return tried


def check(account: User, typed: str) -> Tried:
    """Is this the code of the person's app, and was it not used before? A good one is used up."""
    app = db.session.get(AppSleutel, account.id)
    if app is None:
        return Tried(AppCodeStand.FOUT)
    tried, match = _match(app.geheim, typed, after=app.laatste_teller)
    return tried if match is None or _use(account, match.counter) else Tried(AppCodeStand.GEBRUIKT)


def remove(account: User) -> None:
    """Take the app away. Raises FactorProblem when it is the last way in."""
    app = db.session.get(AppSleutel, account.id)
    if app is not None:
        require_another(account, than=app)
        db.session.delete(app)
        record(account, "tweede_stap_weggehaald", account.actor, "App voor de tweede stap weggehaald")
        notices.changed(account, "De app waarmee u zich aanmeldde, is weggehaald.")


def _use(account: User, counter: int) -> bool:
    """Note the step of a good code; False when somebody was first with the same one."""
    newer = (AppSleutel.account_id == account.id, AppSleutel.laatste_teller < counter)
    done = db.session.execute(update(AppSleutel).where(*newer).values(laatste_teller=counter))
    return isinstance(done, CursorResult) and done.rowcount == 1


def _match(secret: str, typed: str, *, after: int) -> tuple[Tried, TotpMatch | None]:
    code, totp = app_code(typed), _read(secret)
    if code is None or totp is None:
        return Tried(AppCodeStand.FOUT), None
    # The real time, also where the portal lives on another day: the telephone does not.
    now = int(time.time())
    try:
        return Tried(AppCodeStand.GOED), totp.match(code, time=now, window=ALLOWED_SECONDS, last_counter=after)
    except UsedTokenError:
        return Tried(AppCodeStand.GEBRUIKT), None
    except InvalidTokenError:
        return _of_a_slow_clock(totp, code, now, after), None


def _of_a_slow_clock(totp: TOTP, code: str, now: int, after: int) -> Tried:
    """Was it the code of some minutes ago?"""
    half = LOOK_BACK_SECONDS // 2
    try:
        counter = totp.match(code, time=now - half, window=half).counter
    except InvalidTokenError:
        return Tried(AppCodeStand.FOUT)
    behind = max(1, (now // STEP_SECONDS - counter) * STEP_SECONDS // 60)
    return Tried(AppCodeStand.GEBRUIKT) if counter <= after else Tried(AppCodeStand.KLOK, behind)


def _read(secret: str) -> TOTP | None:
    """The secret, decrypted; None when it was encrypted with another key or is no secret at all."""
    try:
        return _factory().from_source(secret)
    except (ValueError, KeyError, TypeError):
        return None


def _factory() -> type[TOTP]:
    return _factory_with(key_for("app").hex())


@lru_cache(maxsize=4)
def _factory_with(key: str) -> type[TOTP]:
    made: type[TOTP] = TOTP.using(issuer=ISSUER, secrets={"1": key})
    return made
