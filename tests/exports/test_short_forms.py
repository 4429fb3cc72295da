"""The oplegnotitie and the bouwsteen for a Kamerbrief: sound, short, in their order, and the letter names no region."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from exports.national.build import Stamp, build
from exports.national.messages.box import MessageEdit
from exports.national.tree import NationaalRapport
from exports.word.national.short import kamerbrief_docx, oplegnotitie_docx
from tests.examples.nation import example_data
from tests.exports.national_world import EMPTY, report_of
from tests.reading.documents import assert_opens_cleanly
from tests.reading.word import opened, shown

MAKERS = (oplegnotitie_docx, kamerbrief_docx)
MESSAGES = (
    MessageEdit(
        "acties",
        "{acties_aandacht} acties vragen aandacht.",
        "Er zijn te weinig woningen. In Drenthe stopte het project. Dat geldt breed.",
        "Bespreek wonen.",
        "VNG en VWS",
    ),
    MessageEdit("eigen_1", "In Twente lukt het wel.", "Daar helpt men elkaar."),
)


@cache
def report() -> NationaalRapport:
    return build(example_data(), stamp=Stamp("Concept", 2), edits={}, messages=MESSAGES)


def lines(content: bytes) -> list[str]:
    return [shown(one._p) for one in opened(content).paragraphs]


@pytest.mark.parametrize("make", MAKERS)
@pytest.mark.parametrize("rapport", [report(), report_of(EMPTY)], ids=["gekozen", "leeg"])
def test_it_opens_cleanly_and_says_which_version_it_is(
    make: Callable[[NationaalRapport], bytes], rapport: NationaalRapport
) -> None:
    content = make(rapport)
    assert_opens_cleanly(content, ".docx")
    assert any("Concept – versie" in one for one in lines(content))


def test_an_oplegnotitie_asks_tells_explains_and_says_what_follows() -> None:
    found = lines(oplegnotitie_docx(report()))
    aandacht = report().waarden["acties_aandacht"].tekst
    order = [
        *("Gevraagd besluit", "Bespreek wonen. Gevraagd aan VNG en VWS."),
        *("De belangrijkste punten", f"{aandacht} acties vragen aandacht.", "Toelichting per punt"),
        *("Vervolg", "Communicatie"),
    ]
    assert [one for one in found if one in order] == order


def test_a_kamerbrief_opens_with_its_points_and_names_no_region() -> None:
    found = lines(kamerbrief_docx(report()))
    aandacht = report().waarden["acties_aandacht"].tekst
    start = found.index("De belangrijkste punten uit deze brief zijn als volgt.")
    assert found[start + 1] == f"{aandacht} acties vragen aandacht."
    assert (
        f"{aandacht} acties vragen aandacht. Er zijn te weinig woningen. Dat geldt breed. "
        "Hierover is een verzoek gedaan aan VNG en VWS." in found
    )
    assert [naam for naam in report().regionamen.values() if any(naam in one for one in found)] == []
