"""Handing in asks one lead on each side of each region to have agreed. Source: docs/decisions/instemming.md."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from forms.dutch.dates import day_short
from portal.domain.roles import Actor, Namens, Rol


class Kant(NamedTuple):
    """A side of one region of a plan."""

    regio_id: int
    regio: str
    namens: Namens

    @property
    def place(self) -> tuple[int, Namens]:
        """The region and the side, by which it is found."""
        return self.regio_id, self.namens

    @property
    def key(self) -> str:
        """How a form names it."""
        return f"{self.regio_id}-{self.namens.value}"

    @property
    def label(self) -> str:
        """How people call it: "Zorgkantoor, Twente"."""
        return f"{self.namens.label}, {self.regio}"


@dataclass(frozen=True)
class KantStand:
    """How far a side is: who agreed to the very text that is there now, or who allowed it to be handed in without.

    `voorbehoud_tot`: the day of the reservation under which that was. `eerder`: who agreed to an earlier text.
    """

    kant: Kant
    akkoord_van: str = ""
    voorbehoud_tot: date | None = None
    vrijgesteld_door: str = ""
    eerder: str = ""

    @property
    def onder_voorbehoud(self) -> str:
        """What an agreement under a reservation says along with it; empty without one."""
        day = self.voorbehoud_tot
        return f"onder voorbehoud, achterban geraadpleegd uiterlijk {day_short(day)}" if day else ""

    @property
    def is_ready(self) -> bool:
        """True when the plan can be handed in as far as this side is concerned."""
        return bool(self.akkoord_van or self.vrijgesteld_door)


def sides_of(regios: Iterable[tuple[int, str]]) -> tuple[Kant, ...]:
    """Both sides of each of these regions."""
    return tuple(Kant(regio_id, naam, namens) for regio_id, naam in regios for namens in Namens)


def own_sides(actor: Actor, sides: Collection[Kant]) -> tuple[Kant, ...]:
    """The sides that somebody speaks for as contact person."""
    held = {(one.regio_id, one.namens) for one in actor.memberships if one.rol is Rol.REGIOCONTACT}
    return tuple(side for side in sides if (side.regio_id, side.namens) in held)


def missing(stands: Sequence[KantStand], done_by: Collection[Kant]) -> tuple[Kant, ...]:
    """The sides that nobody agreed for, when who hands in does so for `done_by`."""
    return tuple(one.kant for one in stands if not one.is_ready and one.kant not in done_by)


def agreed_in_words(stands: Sequence[KantStand], done_by: Collection[Kant]) -> str:
    """Who of the others agreed, for the receipt and the timeline."""
    others = [one for one in stands if one.kant not in done_by]
    return "; ".join(dict.fromkeys(_told(one) for one in others)) or "wie indient spreekt voor alle kanten"


def _told(one: KantStand) -> str:
    if one.akkoord_van:
        return f"{one.akkoord_van} ({', '.join(filter(None, (one.kant.label, one.onder_voorbehoud)))})"
    return f"niet nodig voor {one.kant.label}, volgens {one.vrijgesteld_door}"
