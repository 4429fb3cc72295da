"""A text that the report quotes without a name stands under no region in the appendix; with its name it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.build import build
from exports.national.messages.quotes import QuoteEdit
from exports.national.tree import Hoofdstuk, Lijst
from tests.exports.national.small import DATA, STEMPEL, beeld, data, regio, uitspraak


def appendix_of(*, met_naam: bool, mag_met_naam: bool) -> tuple[str, str]:
    """What stands in the appendix, and the quote in the chapter with who said it."""
    regios = (replace(regio("A"), mag_met_naam=mag_met_naam), regio("B"))
    said = uitspraak(1, "lessen", "A", tekst="Stop niet *te vroeg*.", themas=(DATA,))
    quotes = (QuoteEdit(f"lessen_thema_{DATA.id}", 1, met_naam),)
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
