"""Who somebody is: the roles of the programme and on whose behalf a regiocontact works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rol(StrEnum):
    """The roles of the programme. Each knows its own name on screen."""

    REGIOCONTACT = "regiocontact"
    REGIOLEZER = "regiolezer"
    BEOORDELAAR = "beoordelaar"
    COORDINATOR = "coordinator"
    LEZER = "lezer"
    BEHEERDER = "beheerder"

    @property
    def label(self) -> str:
        """The role as people call it."""
        return ROL_LABELS[self]

    @property
    def is_regional(self) -> bool:
        """True when the role is held in a region."""
        return self in (Rol.REGIOCONTACT, Rol.REGIOLEZER)


ROL_LABELS = {
    Rol.REGIOCONTACT: "Regiocontact",
    Rol.REGIOLEZER: "Regiolezer",
    Rol.BEOORDELAAR: "Beoordelaar",
    Rol.COORDINATOR: "Coördinator",
    Rol.LEZER: "Lezer",
    Rol.BEHEERDER: "Beheerder",
}


class Namens(StrEnum):
    """The side a regiocontact speaks for; a region needs at least one contact on each side."""

    GEMEENTE = "gemeente"
    ZORGKANTOOR = "zorgkantoor"

    @property
    def label(self) -> str:
        """The side as people call it."""
        return "Gemeente(n)" if self is Namens.GEMEENTE else "Zorgkantoor"

    @property
    def met_lidwoord(self) -> str:
        """The side in a sentence: "namens de gemeente(n)"."""
        return "de gemeente(n)" if self is Namens.GEMEENTE else "het zorgkantoor"

    @property
    def other(self) -> Namens:
        """The other side, whose agreement is recorded when this side submits."""
        return Namens.ZORGKANTOOR if self is Namens.GEMEENTE else Namens.GEMEENTE


class OrganisatieSoort(StrEnum):
    """What kind of organisation an account belongs to. Only kernpartijen give akkoord on the report."""

    GEMEENTE = "gemeente"
    ZORGKANTOOR = "zorgkantoor"
    ZORGAANBIEDER = "zorgaanbieder"
    CLIENTVERTEGENWOORDIGING = "clientvertegenwoordiging"
    KERNPARTIJ = "kernpartij"
    KPMG = "kpmg"
    CIZ = "ciz"
    OVERIG = "overig"


@dataclass(frozen=True)
class Membership:
    """One role somebody holds. Regional roles name a region; a regiocontact also names a side."""

    rol: Rol
    regio_id: int | None = None
    namens: Namens | None = None


@dataclass(frozen=True)
class Actor:
    """Somebody who asks for something: the only view of a person that the policy needs."""

    user_id: int
    naam: str
    memberships: tuple[Membership, ...] = ()
    # What kind of organisation the person works for.
    organisatie: OrganisatieSoort | None = None

    def has(self, *roles: Rol) -> bool:
        """True when the actor holds at least one of these roles anywhere."""
        return any(membership.rol in roles for membership in self.memberships)

    def regio_ids(self, *roles: Rol) -> frozenset[int]:
        """The ids of the regions in which the actor holds one of these roles."""
        return frozenset(m.regio_id for m in self.memberships if m.rol in roles and m.regio_id is not None)

    def sides(self, regio_ids: frozenset[int]) -> frozenset[Namens]:
        """The sides the actor speaks for in these regions."""
        return frozenset(
            m.namens
            for m in self.memberships
            if m.rol is Rol.REGIOCONTACT and m.regio_id in regio_ids and m.namens is not None
        )
