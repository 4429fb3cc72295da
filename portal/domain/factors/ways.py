"""By what somebody shows, after the password, who is signing in."""

from __future__ import annotations

from enum import StrEnum


class FactorWay(StrEnum):
    """A second step. The order is that in which they are offered."""

    APP = "app"
    PASSKEY = "passkey"
    HERSTELCODE = "herstelcode"

    @property
    def button(self) -> str:
        """The words of the button that chooses this instead."""
        return _BUTTONS[self]

    @property
    def signed_in_by(self) -> str:
        """How Flask-Security calls it in its signals."""
        return _IN_SIGNALS[self]


_BUTTONS = {
    FactorWay.APP: "Code uit mijn app gebruiken",
    FactorWay.PASSKEY: "Passkey gebruiken",
    FactorWay.HERSTELCODE: "Herstelcode gebruiken",
}
_IN_SIGNALS = {FactorWay.APP: "authenticator", FactorWay.PASSKEY: "webauthn", FactorWay.HERSTELCODE: "recovery"}
