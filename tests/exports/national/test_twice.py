"""What the report tells of coding twice: its share, how much, how alike per kind, and what was settled."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from exports.national.as_json import report_json
from exports.national.build import build
from exports.national.counting.agreement import FEWEST
from exports.national.data import Dubbel, PassageBeeld, RapportData, Steekproef
from exports.national.lookup import Lookup, rows
from exports.national.tree import Hoofdstuk, Tabel, Zin
from exports.national.workbook.columns import CODERING_COLUMNS
from exports.national.workbook.words import CodingLine
from tests.exports.national.small import DATA, STEMPEL, TIJD, beeld, data, regio, uitspraak

SAME, SETTLED, OPEN = (
    Dubbel((DATA.id,), (DATA.id,)),
    Dubbel((DATA.id,), (TIJD.id,), besproken=True),
    Dubbel((TIJD.id,), (), besproken=False),
)


def told(*twice: Dubbel | None, drawn: int | None = None) -> RapportData:
    """A report about a lesson for each of these."""
    said = tuple(
        replace(uitspraak(number, "lessen", "A", tekst=f"Les {number}.", themas=(DATA,)), dubbel=one)
        for number, one in enumerate(twice, 1)
    )
    samples = (Steekproef("lessen", 10, 100, drawn),) if drawn else ()
    return replace(data(beeld((regio("A"),), uitspraken=said)), steekproeven=samples)


def account(found: RapportData) -> Hoofdstuk:
    return {one.sleutel: one for one in build(found, stamp=STEMPEL, edits={}).all_chapters()}["bijlage_cijfers"]


def sentence(found: RapportData) -> str:
    return next(
        (one.tekst for one in account(found).blokken if isinstance(one, Zin) and one.sleutel.endswith("dubbel")), ""
    )


def table(found: RapportData) -> list[list[object]]:
    tables = (one for one in account(found).blokken if isinstance(one, Tabel) and one.sleutel == "dubbel_coderen")
    return [[cel.waarde for cel in row] for one in tables for row in one.rijen]


def test_without_a_sample_nothing_is_said() -> None:
    assert sentence(told(None)) == ""
    assert table(told(None)) == []


def test_a_sample_of_which_nothing_was_coded_twice_is_said_to_wait() -> None:
    assert "Dat is nog niet gebeurd." in sentence(told(None, drawn=10))
    assert table(told(None, drawn=10)) == []


def test_share_number_alpha_and_what_was_settled_stand_in_the_account() -> None:
    found = told(*[SAME] * (FEWEST - 2), SETTLED, OPEN, drawn=10)
    assert sentence(found).startswith(
        "10 teksten zijn ook gecodeerd door een tweede persoon, die niet zag wat de eerste koos. "
        "Bij 2 koos die andere codes; 1 daarvan is besproken."
    )
    assert table(found) == [["Lessen", "10 van 100 (10\u00a0%)", FEWEST, "0,28", 2, 1]]


def test_too_little_and_one_answer_only_give_words_in_place_of_a_number() -> None:
    assert table(told(*[SAME] * (FEWEST - 1), drawn=10))[0][3] == "te weinig om iets over te zeggen"
    found = told(*[SAME] * FEWEST, drawn=10)
    assert table(found)[0][3] == "niet te bepalen: overal dezelfde keuze"
    assert "Die koos steeds dezelfde codes." in sentence(found)


def test_the_sheet_of_codes_has_both_coders_and_the_passage_and_the_data_name_them_a_and_b() -> None:
    found = told(SETTLED, None, drawn=1)
    here = PassageBeeld(DATA.id, "Les", 0), PassageBeeld(DATA.id, "weg", 3, staat_er=False)
    item = replace(found.beeld.lessen[0], passages=here)
    (row,) = rows([CodingLine("Les", item, DATA.id)], Lookup(found))
    cells = {column.heading: column.value(row) for column in CODERING_COLUMNS}
    assert cells["Passage"] == "Les\nweg (staat niet meer zo in de tekst)"
    assert (cells["Codeur A"], cells["Codeur B"], cells["Dubbel gecodeerd"]) == ("Data", "Tijd", "Verschil besproken")
    plain = json.loads(report_json(found, build(found, stamp=STEMPEL, edits={})))
    assert [one["dubbel"] for one in plain["data"]["beeld"]["lessen"]] == [
        {"a": [DATA.id], "b": [TIJD.id], "besproken": True},
        None,
    ]


@pytest.mark.parametrize(
    ("twice", "told_as"),
    [
        ((OPEN,), "Bij 1 koos die andere codes; geen daarvan is besproken."),
        ((SETTLED,), "Bij 1 koos die andere codes; dat verschil is besproken."),
        ((SETTLED, SETTLED), "Bij 2 koos die andere codes; die verschillen zijn alle besproken."),
    ],
)
def test_what_was_settled_is_said_as_it_is(twice: tuple[Dubbel, ...], told_as: str) -> None:
    assert told_as in sentence(told(*twice, drawn=10))
