"""The key of the marks in the log."""

from __future__ import annotations

from functools import cache

from flask import current_app

from portal.domain.audit.chain import ChainKey, key_from

_made = cache(key_from)


def chain_key() -> ChainKey:
    """The key, made from the secret of this portal."""
    return _made(current_app.config["SECRET_KEY"])
