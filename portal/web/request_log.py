"""One line for each request, with the number that its error page names. Never its address: that can hold a link."""

from __future__ import annotations

import logging
import secrets
import time
from typing import Any

from flask import Flask, Response, g, request

log = logging.getLogger("portal.toegang")

HEADER = "X-Request-ID"


def register(app: Flask) -> None:
    """Give every request a number, and write its line. Call this last: the number comes before all else."""
    app.before_request_funcs.setdefault(None, []).insert(0, _begin)
    app.after_request(_write)


def _begin() -> None:
    g.request_id, g.request_begun = secrets.token_hex(6), time.perf_counter()


def request_id() -> str:
    """The number of this request; empty before it has one."""
    return str(g.get("request_id", ""))


def told(status: int) -> dict[str, Any]:
    """What a line says of this request. Reads no account that was not looked up already: the database may be away."""
    actor = g.get("actor")
    begun = g.get("request_begun")
    return {
        "verzoek": request_id(),
        "methode": request.method,
        "route": str(request.url_rule or "–"),
        "status": status,
        "ms": None if begun is None else round((time.perf_counter() - begun) * 1000),
        "account": actor.user_id if actor else None,
    }


def failed(message: str, status: int) -> None:
    """Write the one line of a request that went wrong, with the error at hand."""
    g.request_told = True
    log.exception(message, extra=told(status))


def _write(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    if "request_told" not in g:
        log.info("verzoek", extra=told(response.status_code))
    return response
