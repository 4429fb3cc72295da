"""Keys for one purpose each, made from the secret key of the portal: a leak of one opens nothing else."""

from __future__ import annotations

import hmac
from hashlib import sha256

from flask import current_app


def key_for(purpose: str) -> bytes:
    """Thirty-two bytes for this purpose; the same ones as long as the secret key stays."""
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), f"tweede stap: {purpose}".encode(), sha256)


def hashed(purpose: str, value: str) -> str:
    """A value that we need only to recognise, in 64 signs."""
    return hmac.new(key_for(purpose), value.encode(), sha256).hexdigest()
