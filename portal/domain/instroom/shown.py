"""A figure as people see it: printed, or hidden with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from portal.domain.instroom.figures import Plek
from portal.domain.instroom.suppression.signs import HIDDEN_TEXT, REASONS, Sign


class Verborgen(StrEnum):
    """Why a value is not shown: see `docs/decisions/kleine-aantallen.md`."""

    KLEIN = "klein"
    HERLEIDBAAR = "herleidbaar"
    TE_FIJN = "te_fijn"
    VEEL_KLEIN = "veel_klein"


@dataclass(frozen=True)
class Getoond:
    """A figure as people see it. `tekst` is how it is printed; without `waarde` it says why there is none."""

    waarde: int | None
    tekst: str
    uitleg: str = ""
    verborgen: Verborgen | None = None
    voorlopig: bool = False
    is_opgeteld: bool = False
    waarde_tot: int | None = None


Shown = Mapping[Plek, Getoond]
NIETS = Getoond(None, "–", "Hiervan is geen cijfer.")
# What is hidden because of small numbers, and not because nobody sees it so fine.
_FOR_SMALL = (Verborgen.KLEIN, Verborgen.HERLEIDBAAR, Verborgen.VEEL_KLEIN)


def averages_beside(averages: Shown, counted: Shown, indicator: str) -> Shown:
    """Averages of what one source counted (`indicator`), without those that tell of a number that is hidden.

    An average says what its total is, nearly. Where that is shown it says nothing new; where nothing is hidden in its
    year there is nothing to tell.
    """
    years = {_year(plek) for plek, one in counted.items() if one.verborgen in _FOR_SMALL}

    def tells(plek: Plek) -> bool:
        total = counted.get(plek._replace(indicator=indicator), NIETS)
        return _year(plek) in years and total.waarde is None

    return {plek: _untold(one) if tells(plek) and one.waarde is not None else one for plek, one in averages.items()}


def _year(plek: Plek) -> str:
    return plek.periode[:4]


def _untold(one: Getoond) -> Getoond:
    why = REASONS[Sign.COMPLEMENT]
    return replace(one, waarde=None, tekst=HIDDEN_TEXT, uitleg=why, verborgen=Verborgen.HERLEIDBAAR, waarde_tot=None)
