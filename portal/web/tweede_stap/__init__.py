"""The second step of signing in: taking it, setting it up, and proving again who one is before what can do harm."""

from portal.web.tweede_stap import entry, half, own, set_up, sign_in, step_up
from portal.web.tweede_stap.blueprint import blueprint

__all__ = ["blueprint", "entry", "half", "own", "set_up", "sign_in", "step_up"]
