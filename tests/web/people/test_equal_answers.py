"""Nobody learns who has an account: not from words, status or headers, nor from the work that the portal does (BIO-1).

Time is not measured here, for it hangs on the machine: what takes time is counted, and must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail
from tests.client import StrictClient
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows

PASSWORD = "de maan schijnt door"
KNOWN, UNKNOWN, OFF, INVITED = (f"{name}@voorbeeld.example" for name in ("kim", "nee", "uit", "nieuw"))


@pytest.fixture
def people(app: Flask) -> None:
    """Somebody with an account, somebody whose account is off, and somebody who was only invited."""
    make_user(Rol.COORDINATOR, email=KNOWN, password=PASSWORD)
    make_user(Rol.COORDINATOR, email=OFF, password=PASSWORD, active=False)
    make_user(Rol.LEZER, email=INVITED)


@contextmanager
def work_of(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Inside the block: each slow hash, and each change of the database, in order."""
    done: list[str] = []

    def told(name: str, real: Any) -> Any:
        def tell(*args: Any, **kwargs: Any) -> Any:
            done.append(name)
            return real(*args, **kwargs)

        return tell

    def remember(conn: Any, cursor: Any, statement: str, *rest: Any) -> None:
        done.append(re.sub(r"\W+", " ", statement)[:11].lower())

    slow = app.extensions["security"].pwd_context
    with monkeypatch.context() as patched:
        # To make a hash and to check one takes as long.
        for name in ("hash", "verify"):
            patched.setattr(slow, name, told("hash", getattr(slow, name)))
        event.listen(db.engine, "before_cursor_execute", remember)
        yield done
        event.remove(db.engine, "before_cursor_execute", remember)


def answer_to(app: Flask, url: str, email: str, password: str) -> tuple[object, ...]:
    """All that a stranger gets to see, with the address that was typed taken out."""
    client = StrictClient(app)
    client.post(url, {"email": email, "password": password}, status=None)
    assert client.response is not None
    seen = re.sub(r'(name="(?:csrf_token|merk)"[^>]*value=)"[^"]*"', r"\1", client.response.text).replace(email, "…")
    own = ("Set-Cookie", "Content-Length", "X-Request-ID")
    headers = [(name, value) for name, value in client.response.headers if name not in own]
    return client.response.status_code, headers, seen


@pytest.mark.parametrize("other", [UNKNOWN, OFF, INVITED])
@pytest.mark.parametrize("url", ["/account/aanmelden", "/account/wachtwoord-vergeten"])
@pytest.mark.usefixtures("people")
def test_the_answer_is_the_same(app: Flask, url: str, other: str) -> None:
    assert answer_to(app, url, other, "gok") == answer_to(app, url, KNOWN, "gok")


@pytest.mark.parametrize("other", [UNKNOWN, OFF, INVITED])
@pytest.mark.usefixtures("people")
def test_a_wrong_password_costs_the_same_work_for_everybody(
    app: Flask, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    with work_of(app, monkeypatch) as done:
        answer_to(app, "/account/aanmelden", other, "gok")
    with work_of(app, monkeypatch) as with_account:
        answer_to(app, "/account/aanmelden", KNOWN, "gok")
    assert done == with_account
    assert done.count("hash") == 1


@pytest.mark.parametrize("other", [UNKNOWN, OFF])
@pytest.mark.usefixtures("people")
def test_a_forgotten_password_costs_the_same_work_and_a_mail_that_is_taken_away(
    app: Flask, monkeypatch: pytest.MonkeyPatch, other: str
) -> None:
    with work_of(app, monkeypatch) as done:
        answer_to(app, "/account/wachtwoord-vergeten", other, "")
    assert all_rows(Mail) == []
    with work_of(app, monkeypatch) as with_account:
        answer_to(app, "/account/wachtwoord-vergeten", KNOWN, "")
    assert [mail.aan for mail in all_rows(Mail)] == [KNOWN]
    assert sorted(done) == sorted([*with_account, "delete from"])
    assert done.count("hash") == 1


@pytest.mark.usefixtures("people")
def test_a_link_for_a_new_password_takes_no_slow_hash_of_its_own(app: Flask) -> None:
    assert app.extensions["security"].hashing_context.schemes() == ("hex_sha256",)
