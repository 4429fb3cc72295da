"""A figure in words: what it is of, and what stands there."""

from __future__ import annotations

from collections.abc import Mapping

from forms.dutch.numbers import dutch_number
from portal.domain.instroom.breakdowns import CATEGORIEEN, INDELING_NAMEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek, Teken, Waarneming
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import read_period

_SIGNS: Mapping[Teken, str] = {
    Teken.ONTBREEKT: "ontbreekt",
    Teken.GEHEIM: "geheim",
    Teken.NIHIL: "nihil",
    Teken.KAN_NIET: "kan niet voorkomen",
}


def place_in_words(gebied: str, regios: Mapping[str, str]) -> str:
    """The name of a region by its code, or Nederland."""
    return "Nederland" if gebied == NEDERLAND else regios.get(gebied, gebied)


def period_in_words(periode: str) -> str:
    """ "maart 2024" for "2024-03"."""
    found = read_period(periode)
    return found.naam if found else periode


def category_in_words(indeling: Indeling, categorie: str) -> str:
    """ "Totaal", or "GGZ Wonen 1"."""
    return CATEGORIEEN[indeling].get(categorie, categorie)


def figure_in_words(plek: Plek, regios: Mapping[str, str]) -> str:
    """What a figure is of, as the head of a row: "Instroom Wlz ggz-wonen, Drenthe, maart 2024"."""
    indicator = INDICATOREN[plek.indicator].naam if plek.indicator in INDICATOREN else plek.indicator
    cut = (
        ()
        if plek.indeling is Indeling.TOTAAL
        else (f"{INDELING_NAMEN[plek.indeling].lower()} {category_in_words(plek.indeling, plek.categorie)}",)
    )
    return ", ".join((indicator, place_in_words(plek.gebied, regios), *cut, period_in_words(plek.periode)))


def value_in_words(waarneming: Waarneming) -> str:
    """What stands there, in the open: "1.250", "300–400", "geheim", "12 (voorlopig)"."""
    if waarneming.teken is not None:
        text = _SIGNS[waarneming.teken]
    else:
        text = dutch_number(waarneming.waarde or 0)
        text += f"–{dutch_number(waarneming.waarde_tot)}" if waarneming.waarde_tot is not None else ""
    return f"{text} (voorlopig)" if waarneming.voorlopig else text
