"""Signed-in requests straight through the WSGI interface: no socket, no test client in between."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask, session
from flask_login import login_user
from flask_wtf.csrf import generate_csrf
from werkzeug.test import EnvironBuilder

from portal.extensions import db
from portal.models import User

AGENT = "regioportaal-meting"
Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True)
class SignedIn:
    """Somebody with a browser: the cookie as signing in sets it, and the token of its forms."""

    cookie: str
    csrf: str


def sign_in(app: Flask, user_id: int) -> SignedIn:
    """What the browser of this person holds after signing in."""
    with app.test_request_context(environ_base={"REMOTE_ADDR": "127.0.0.1", "HTTP_USER_AGENT": AGENT}):
        user = db.session.get_one(User, user_id)
        login_user(user)
        db.session.commit()
        session.update(fs_cc="set", fs_paa=time.time(), csrf_token=secrets.token_hex(20))
        token = generate_csrf()
        response = app.response_class()
        app.session_interface.save_session(app, session, response)
    name_and_value = response.headers["Set-Cookie"].split(";")[0]
    return SignedIn(name_and_value, token)


def environ(path: str, person: SignedIn | None = None) -> dict[str, Any]:
    """The WSGI environment of a GET; copy it for every request."""
    made = EnvironBuilder(path=path, headers={"User-Agent": AGENT}).get_environ()
    if person is not None:
        made["HTTP_COOKIE"] = person.cookie
    made["REMOTE_ADDR"] = "127.0.0.1"
    return made


def call(app: Wsgi, environ: dict[str, Any]) -> tuple[str, bytes]:
    """Status line and body of one request."""
    status: list[str] = []
    chunks = app(dict(environ), lambda line, headers, *rest: status.append(line))
    body = b"".join(chunks)
    close = getattr(chunks, "close", None)
    if close:
        close()
    return status[0], body


def get(app: Wsgi, environ: dict[str, Any]) -> bytes:
    """The body of a request that must succeed. Raises RuntimeError when it does not."""
    status, body = call(app, environ)
    if not status.startswith("200"):
        raise RuntimeError(f"{environ['PATH_INFO']}: {status}")
    return body
