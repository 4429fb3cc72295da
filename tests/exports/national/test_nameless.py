"""A text that the report quotes without a name stands under no region in the appendix; with its name it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.build import build
from exports.national.data import PassageBeeld
from exports.national.messages.quotes import QuoteEdit, cut, quotable_of
from exports.national.tree import Hoofdstuk, Lijst
from tests.exports.national.small import DATA, STEMPEL, beeld, data, regio, uitspraak


def appendix_of(*, met_naam: bool, mag_met_naam: bool, passages: tuple[PassageBeeld, ...] = ()) -> tuple[str, str]:
    """What stands in the appendix, and the quote in the chapter with who said it: only the passages, when there are."""
    regios = (replace(regio("A"), mag_met_naam=mag_met_naam), regio("B"))
    said = uitspraak(1, "lessen", "A", tekst="Stop niet *te vroeg*.", themas=(DATA,))
    said = replace(said, passages=passages)
    quotes = (QuoteEdit(f"lessen_thema_{DATA.id}", 1, met_naam, als_passage=bool(passages)),)
    report = build(data(beeld(regios, uitspraken=(said,))), stamp=STEMPEL, edits={}, quotes=quotes)
    chapters = {one.sleutel: one for one in report.all_chapters()}
    return points(chapters["regio_a"]), points(chapters["lessen"])


def points(chapter: Hoofdstuk) -> str:
    lists = (blok for blok in chapter.blokken if isinstance(blok, Lijst))
    return " ".join(f"{punt.tekst} {punt.bron}" for one in lists for punt in one.punten)


@pytest.mark.parametrize(("met_naam", "mag_met_naam"), [(False, True), (False, False), (True, False)])
def test_a_text_quoted_without_a_name_is_not_found_under_its_region(met_naam: bool, mag_met_naam: bool) -> None:
    appendix, chapter = appendix_of(met_naam=met_naam, mag_met_naam=mag_met_naam)
    assert "Stop niet" in chapter
    assert "Regio A" not in chapter
    assert "Stop niet" not in appendix


def test_a_text_quoted_with_its_name_stands_there_whole() -> None:
    appendix, chapter = appendix_of(met_naam=True, mag_met_naam=True)
    assert "Regio A" in chapter
    assert "Stop niet *te vroeg*." in appendix


STOP, GONE = PassageBeeld(DATA.id, "Stop niet", 0), PassageBeeld(DATA.id, "Ga door", 1, staat_er=False)


@pytest.mark.parametrize("met_naam", [False, True])
def test_of_a_passage_only_its_words_are_quoted_and_its_text_is_found_no_sooner(met_naam: bool) -> None:
    appendix, chapter = appendix_of(met_naam=met_naam, mag_met_naam=met_naam, passages=(STOP, GONE))
    assert chapter.startswith("“Stop niet …”")
    assert ("Stop niet" in appendix) is met_naam


def test_a_passage_whose_words_are_gone_is_not_offered_and_the_whole_text_is() -> None:
    _, chapter = appendix_of(met_naam=True, mag_met_naam=True, passages=(GONE,))
    assert chapter.startswith("“Stop niet te vroeg.”")
    said = replace(uitspraak(1, "lessen", "A", tekst="Ga nu door", themas=(DATA,)), passages=(GONE,))
    (text,) = quotable_of(data(beeld((regio("A"),), uitspraken=(said,))), "lessen", DATA.id)
    assert text.passage == ""


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 5)], ""),
        ([(0, 2)], "een twee …"),
        ([(3, 5)], "… vier vijf"),
        ([(1, 2), (3, 4)], "… twee … vier …"),
    ],
)
def test_words_that_were_left_out_leave_a_sign(spans: list[tuple[int, int]], expected: str) -> None:
    assert cut(("een", "twee", "drie", "vier", "vijf"), spans) == expected
