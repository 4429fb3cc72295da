"""The regiobeeld of a region as one thing that people talk about."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import exists, select

from portal.domain.policy import Facts
from portal.extensions import db
from portal.locking import lock_row
from portal.models import Regio, RegioDuiding


class Regiobeeld:
    """What one region says of its figures. Reviewers read what it shared, and say something of that."""

    def __init__(self, regio: Regio) -> None:
        self.regio = regio

    @property
    def code(self) -> str:
        """What names it in an address."""
        return self.regio.code

    @cached_property
    def facts(self) -> Facts:
        """What the policy needs to know: whose it is, and whether something of it was shared."""
        return Facts(regio_ids=frozenset({self.regio.id}), has_indiening=_is_shared(self.regio.id))

    def lock(self) -> None:
        """Let other writers wait, and see how it stands now."""
        lock_row(Regio, self.regio.id)
        self.__dict__.pop("facts", None)


def _is_shared(regio_id: int) -> bool:
    shared = exists().where(RegioDuiding.regio_id == regio_id, RegioDuiding.gedeeld != "")
    return bool(db.session.scalar(select(shared)))
