"""Where the present change comes from: the address of a request, or a command on the server (BIO 8.15.01)."""

from __future__ import annotations

from contextvars import ContextVar

COMMAND = "opdracht"

_origin: ContextVar[str] = ContextVar("origin", default=COMMAND)


def came_from() -> str:
    """The address of the request that is being answered; "opdracht" outside a request."""
    return _origin.get()


def set_origin(address: str | None) -> None:
    """Remember where the present request comes from; None when it is over."""
    _origin.set(address or COMMAND)
