"""The secret in a link: 256 random bits, of which only the hash is kept."""

from __future__ import annotations

import secrets
from hashlib import sha256

from portal.models import Leeslink

_BYTES = 32


def new() -> tuple[str, str]:
    """A token for a mail, and the hash of it to keep."""
    token = secrets.token_urlsafe(_BYTES)
    return token, hash_of(token)


def hash_of(token: str) -> str:
    """How a token is kept. Its bits are too many to guess, so a plain hash is enough."""
    return sha256(token.encode()).hexdigest()


def renew(link: Leeslink) -> str:
    """Give a link another token: the one in an earlier mail works no more."""
    token, link.token_hash = new()
    return token
