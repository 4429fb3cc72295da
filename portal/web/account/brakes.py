"""The brake on guessing passwords, for every form that takes one (BIO 5.17.01).

The rules are in `portal/domain/people/brakes.py`.

A guess is counted before it is looked at, so that many at once gain nothing, and forgotten when it was right. Counts
live where `PORTAL_REM_OPSLAG` says, under a keyed hash: who reads that store finds no addresses.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from flask import Flask, abort, current_app, request
from flask_security import password_reset
from flask_wtf import FlaskForm

from portal.domain.people.brakes import network_of, wait_after, waiting
from portal.models import User
from portal.web.account import texts
from portal.web.account.blueprint import blueprint
from portal.web.account.counts import Setting, counting
from portal.web.account.signals import guess_failed, guess_refused
from portal.web.account.slow_down import SlowDown

# How many failures there may be, and how many posts; each a setting of Flask, to be changed in tests.
ACCOUNT = ("REM_ACCOUNT", "12 per 15 minutes")
NETWORK = ("REM_NETWERK", "30 per 5 minutes")
RECOVERY = ("REM_HERSTEL", "5 per 15 minutes")
RECOVERY_NETWORK = ("REM_HERSTEL_NETWERK", "30 per 5 minutes")
POSTS = ("REM_POSTEN", "30 per 5 minutes")

NO_JSON = frozenset(
    {"security.login", "security.forgot_password", "security.reset_password", "security.change_password"}
)


@blueprint.before_app_request
def only_forms() -> None:
    """The doors of Flask-Security take forms: a body of another kind is 415."""
    if request.method == "POST" and request.endpoint in NO_JSON and request.is_json:
        abort(415)


class Guess:
    """One try at a password. Whoever looks at it says whether it was `right`."""

    right = False


@contextmanager
def guess(who: str, account: User | None, form: FlaskForm, *, way_in: str = "") -> Iterator[Guess]:
    """Look at one password for `who`: the address of an account, or what else names what is guessed at.

    `account` is whose it is, when there is one; `form` is what was sent; `way_in` a sentence for who is kept out.
    Raises SlowDown before it is looked at when it comes too soon or too often, and afterwards when it was wrong and
    comes from a network where very many failed.
    """
    made = Guess()
    if not _is_on():
        yield made
        return
    name = _hidden("account", who.casefold())
    failures = _counted(name, account, form, way_in)
    yield made
    if made.right:
        counting(lambda counts: counts.forget(ACCOUNT, name))
        return
    guess_failed.send(_app(), account=account)
    _slow_down(name, failures, form)


def _counted(name: str, account: User | None, form: FlaskForm, way_in: str) -> int:
    """Count a guess that may be made. Returns how many there were, this one included."""
    full = counting(lambda counts: counts.seconds_when_full(ACCOUNT, name))
    seconds = full or counting(lambda counts: counts.seconds_to_wait(name) or counts.hit(ACCOUNT, name))
    if not seconds:
        return counting(lambda counts: counts.number(ACCOUNT, name))
    guess_refused.send(_app(), account=account)
    sentence = f"{texts.TOO_OFTEN}{way_in}" if full else texts.TOO_SOON
    raise SlowDown(sentence.format(waiting(seconds)), seconds, form)


def _slow_down(name: str, failures: int, form: FlaskForm) -> None:
    busy = bool(counting(lambda counts: counts.hit(NETWORK, _network())))
    seconds = wait_after(failures, busy=busy)
    if seconds:
        counting(lambda counts: counts.wait(name, seconds))
    if busy:
        raise SlowDown(texts.WRONG_AND_BUSY.format(waiting(seconds)), seconds, form)


def limit_recovery(email: str, form: FlaskForm) -> None:
    """Count a request for a link to choose a new password. Raises SlowDown when there are too many."""
    _limit(RECOVERY, _hidden("herstel", email.casefold()), texts.RECOVERY_TOO_OFTEN, form)
    _limit(RECOVERY_NETWORK, _network(), texts.POSTED_TOO_OFTEN, form)


def limit_posts(form: FlaskForm) -> None:
    """Count what somebody sends who is not known yet, from one network. Raises SlowDown when it is too much."""
    _limit(POSTS, _network(), texts.POSTED_TOO_OFTEN, form)


def _limit(setting: Setting, name: str, sentence: str, form: FlaskForm) -> None:
    if not _is_on():
        return
    seconds = counting(lambda counts: counts.hit(setting, name))
    if seconds:
        raise SlowDown(sentence.format(waiting(seconds)), seconds, form)


def let_in_again(sender: Flask, user: User, **extra: object) -> None:
    """Whoever chose a new password through the mail may try it at once: that is the way in for who was kept out."""
    if _is_on():
        counting(lambda counts: counts.forget(ACCOUNT, _hidden("account", user.email.casefold())))


def init_brakes(app: Flask) -> None:
    """Hear of new passwords."""
    password_reset.connect(let_in_again, app)


def _is_on() -> bool:
    return bool(current_app.config.get("RATELIMIT_ENABLED", True))


def _app() -> Flask:
    return current_app._get_current_object()  # type: ignore[attr-defined,no-any-return]


def _network() -> str:
    return _hidden("netwerk", network_of(request.remote_addr))


def _hidden(kind: str, value: str) -> str:
    key = current_app.config["SECRET_KEY"].encode()
    return hmac.new(key, f"{kind}:{value}".encode("utf-8", "replace"), sha256).hexdigest()
