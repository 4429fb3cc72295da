"""How long a session lasts: a while after the person behind it last asked for something."""

from __future__ import annotations

from flask import Flask, g
from flask.sessions import SecureCookieSessionInterface, SessionMixin


class IdleSessions(SecureCookieSessionInterface):
    """As Flask has it, but what an open page asks by itself (`g.asked_by_itself`) does not make a session last."""

    def should_set_cookie(self, app: Flask, session: SessionMixin) -> bool:
        """True when the answer carries the session anew, which starts its time again."""
        return super().should_set_cookie(app, session) and (session.modified or not g.get("asked_by_itself", False))
