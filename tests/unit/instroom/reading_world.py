"""A small country for readers of files: two regions, a few gemeenten, one of them from a merger."""

from __future__ import annotations

from datetime import date

from portal.domain.instroom.figures import CijferRegel
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.periods import read_period
from portal.domain.instroom.reading.gemeenten import GemeenteInRegio, Gemeentelijst
from portal.domain.instroom.reading.read import read
from portal.domain.instroom.reading.told import Leesverslag
from portal.domain.instroom.reading.wishes import LeesWens

REGIOS = {"ZK09": "Groningen", "ZK26": "Zaanstreek/Waterland", "ZK33": "Westland Schieland Delfland"}
GEMEENTEN = (
    GemeenteInRegio("GM1979", "Eemsdelta", "ZK09"),
    GemeenteInRegio("GM0047", "Veendam", "ZK09"),
    GemeenteInRegio("GM0439", "Purmerend", "ZK26"),
    GemeenteInRegio("GM0888", "Beek (L.)", "ZK26"),
)


def small_country() -> Gemeentelijst:
    """The gemeenten of today, with their regions."""
    return Gemeentelijst(GEMEENTEN, REGIOS)


def read_all(
    soort: BestandSoort, content: bytes | str, periode: str = "", indicator: str = "instroom"
) -> tuple[list[CijferRegel], Leesverslag]:
    """Everything of a file that somebody chose on 1 December 2024. Raises OnleesbaarBestand."""
    verslag = Leesverslag()
    wens = LeesWens(date(2024, 12, 1), read_period(periode), indicator)
    raw = content if isinstance(content, bytes) else content.encode()
    return [*read(soort, raw, wens, small_country(), verslag)], verslag
