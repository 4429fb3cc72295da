"""The way in: the figures of a file of a kind, and everything that is to say of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from portal.domain.instroom.figures import CijferRegel
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.reading.cbs import read_cbs_csv, read_odata
from portal.domain.instroom.reading.ciz import read_ciz
from portal.domain.instroom.reading.gemeenten import Gemeentelijst
from portal.domain.instroom.reading.own import read_own
from portal.domain.instroom.reading.told import Leesverslag
from portal.domain.instroom.reading.wishes import LeesWens

Reader = Callable[[bytes, LeesWens, Gemeentelijst, Leesverslag], Iterator[CijferRegel]]

LEZERS: Mapping[BestandSoort, Reader] = {
    BestandSoort.CBS_CSV: read_cbs_csv,
    BestandSoort.ODATA_JSON: read_odata,
    BestandSoort.CIZ_GEMEENTEN: read_ciz,
    BestandSoort.SJABLOON: read_own,
}


def read(
    soort: BestandSoort, content: bytes, wens: LeesWens, lijst: Gemeentelijst, verslag: Leesverslag
) -> Iterator[CijferRegel]:
    """The figures of a file, streamed. After the first fault no more come, but the rest of the file is still looked at.

    What is wrong and what was seen stands in `verslag` once all was read. Raises OnleesbaarBestand.
    """
    for regel in LEZERS[soort](content, wens, lijst, verslag):
        if not verslag.aantal_fouten:
            yield regel
