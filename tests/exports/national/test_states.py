"""When the text of a report is another one: by what is printed, not by how often somebody looked at it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.states import changed_since, states_of, told
from exports.national.tree import Begrippen, Boodschap, Deel, EigenTekst, Hoofdstuk, NationaalRapport, Zin
from portal.domain import clock

ZIN = Zin("z", "{regios} op {peilmoment}", (Deel("31", "regios"), Deel(" op "), Deel("1 mei", "peilmoment")))
SECTION = Hoofdstuk("deel", "Deel", Zin("d", "Deel", (Deel("Deel"),)), nummer="2.1", blokken=(ZIN,))
CHAPTER = Hoofdstuk("stand", "Stand", Zin("k", "Stand", (Deel("Stand"),)), nummer="2", blokken=(ZIN,), delen=(SECTION,))
APPENDIX = replace(CHAPTER, sleutel="bijlage", nummer="B", is_bijlage=True, delen=())


def since(before: tuple[Hoofdstuk, ...], after: tuple[Hoofdstuk, ...]) -> tuple[str, ...]:
    return changed_since(states_of(report(before)), states_of(report(after)))


def report(chapters: tuple[Hoofdstuk, ...]) -> NationaalRapport:
    return NationaalRapport("T", "", "Concept", 1, clock.now(), Begrippen(()), chapters)


def with_block(blok: object) -> Hoofdstuk:
    return replace(CHAPTER, blokken=(ZIN, blok))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "same",
    [
        replace(CHAPTER, blokken=(replace(ZIN, revision=3, bewerkt=True),)),
        replace(CHAPTER, blokken=(replace(ZIN, delen=(*ZIN.delen[:2], Deel("2 mei", "peilmoment"))),)),
        with_block(replace(ZIN, weggelaten=True)),
        with_block(EigenTekst("stand", "")),
    ],
)
def test_what_reads_the_same_is_the_same_text(same: Hoofdstuk) -> None:
    assert since((CHAPTER, APPENDIX), (same, APPENDIX)) == ()


@pytest.mark.parametrize(
    "other",
    [
        replace(CHAPTER, blokken=(replace(ZIN, delen=(Deel("30", "regios"), *ZIN.delen[1:])),)),
        replace(CHAPTER, delen=(replace(SECTION, blokken=()),)),
        with_block(EigenTekst("stand", "Nieuw.")),
        with_block(Boodschap("b", (Deel("Nieuw."),))),
        replace(CHAPTER, kop=ZIN),
    ],
)
def test_a_chapter_that_reads_otherwise_is_named(other: Hoofdstuk) -> None:
    assert since((CHAPTER, APPENDIX), (other, APPENDIX)) == ("hoofdstuk 2",)


def test_what_came_and_what_went_is_named() -> None:
    assert since((CHAPTER,), (APPENDIX,)) == ("bijlage B", "hoofdstuk 2 (vervallen)")
    assert told(("hoofdstuk 2", "bijlage B")) == "sindsdien zijn hoofdstuk 2 en bijlage B gewijzigd"
