"""Living values of own counts: in how many regions a text says something, as the coördinator saw for himself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.national.counting.asked import counted_regions
from exports.national.counting.tally import by_key, printed
from exports.national.data import Beeld
from exports.national.tree import Aard, Waarde


@dataclass(frozen=True)
class OwnCount:
    """A search that was kept: its token, its name, its words, and the regions of the places that count."""

    sleutel: str
    naam: str
    vraag: str
    regios: frozenset[str]


def searched(beeld: Beeld, counts: Iterable[OwnCount]) -> dict[str, Waarde]:
    """One value for each; a region that is not in the round does not count."""
    return by_key(*(_value(beeld, one) for one in counts))


def _value(beeld: Beeld, one: OwnCount) -> Waarde:
    codes = tuple(regio.code for regio in counted_regions(beeld) if regio.code in one.regios)
    uitleg = (
        f"{one.naam}: regio’s met een tekst die hierover gaat. Gezocht is op “{one.vraag}”; elke vindplaats is bekeken."
    )
    return Waarde(one.sleutel, uitleg, printed(len(codes)), len(codes), codes, aard=Aard.EENMALIG)
