"""What somebody has for the second step, and the rule that one way in stays."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from portal.domain.factors.ways import FactorWay
from portal.extensions import db
from portal.locking import lock_row
from portal.models import AppSleutel, HerstelCode, Passkey, User

LAST_ONE = "Dit is uw enige manier voor de tweede stap. Stel eerst een andere in. Daarna kunt u deze weghalen."


class FactorProblem(Exception):
    """Something can't be done with a second step. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class Held:
    """What somebody has: an app or not, passkeys, and how many recovery codes are left."""

    app: AppSleutel | None
    passkeys: tuple[Passkey, ...]
    codes_left: int

    @property
    def is_set_up(self) -> bool:
        """True when there is a second step. Recovery codes alone are none."""
        return self.app is not None or bool(self.passkeys)

    @property
    def ways(self) -> tuple[FactorWay, ...]:
        """How this person can take the second step, the likeliest first."""
        has = {
            FactorWay.APP: self.app,
            FactorWay.PASSKEY: self.passkeys,
            FactorWay.HERSTELCODE: self.is_set_up and self.codes_left,
        }
        return tuple(way for way in FactorWay if has[way])


def held_by(account: User) -> Held:
    """What this person has now."""
    of_account = select(Passkey).where(Passkey.account_id == account.id).order_by(Passkey.id)
    left = select(func.count()).where(HerstelCode.account_id == account.id, HerstelCode.gebruikt_op.is_(None))
    return Held(
        db.session.get(AppSleutel, account.id), tuple(db.session.scalars(of_account)), db.session.scalar(left) or 0
    )


def require_another(account: User, *, than: AppSleutel | Passkey) -> None:
    """Make sure that a way in is left when this one goes. Others who take one away wait.

    Raises FactorProblem when it is the last one.
    """
    lock_row(User, account.id)
    held = held_by(account)
    if [one for one in (held.app, *held.passkeys) if one is not None and one is not than] == []:
        raise FactorProblem(LAST_ONE)
