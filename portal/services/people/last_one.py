"""Of whom there is only one: what nobody does any more when this person goes, or gives up this role."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, and_, exists, select, true

from portal.domain.roles import OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, User


class LastOne(Exception):
    """Nothing was done: these things would be left to nobody, and the person did not say yes to that.

    `left` says them in words; `mark` is what the yes is about.
    """

    def __init__(self, left: list[str]) -> None:
        self.left = left
        self.mark = "; ".join(left)
        super().__init__(self.mark)


def require_known(account: User, lids: Iterable[Lidmaatschap], *, seen: str) -> None:
    """Make sure that whoever takes these roles from somebody saw what is then left to nobody.

    Raises LastOne when that is something, and something else than what was `seen`.
    """
    left = left_to_nobody(account, lids)
    if left and "; ".join(left) != seen:
        raise LastOne(left)


def left_to_nobody(account: User, lids: Iterable[Lidmaatschap]) -> list[str]:
    """What only this person does by these roles, in words: "contactpersoon namens het zorgkantoor in Zeeland"."""
    if not account.active:
        return []
    return [words for lid in lids if (words := _in_words(account, lid)) and not _others(account, lid)]


def _in_words(account: User, lid: Lidmaatschap) -> str:
    """How the role is called when only one person holds it; empty for a role that nobody needs to hold."""
    if lid.rol is Rol.REGIOCONTACT and lid.regio and lid.namens:
        return f"contactpersoon namens {lid.namens.met_lidwoord} in {lid.regio.naam}"
    if lid.rol is Rol.BEOORDELAAR and account.organisatie.soort is OrganisatieSoort.KERNPARTIJ:
        return f"beoordelaar van {account.organisatie.naam}"
    return "coördinator" if lid.rol is Rol.COORDINATOR else ""


def _others(account: User, lid: Lidmaatschap) -> bool:
    """True when somebody else with an account that is on does the same."""
    same = and_(
        Lidmaatschap.rol == lid.rol,
        Lidmaatschap.regio_id.is_not_distinct_from(lid.regio_id),
        Lidmaatschap.namens.is_not_distinct_from(lid.namens),
    )
    others = select(User.id).where(
        User.id != account.id, User.active.is_(True), _same_party(account, lid), User.lidmaatschappen.any(same)
    )
    return bool(db.session.scalar(select(exists(others))))


def _same_party(account: User, lid: Lidmaatschap) -> ColumnElement[bool]:
    return User.organisatie_id == account.organisatie_id if lid.rol is Rol.BEOORDELAAR else true()
