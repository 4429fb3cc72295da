"""The rows of the four lists of a plan, as the few cells that a reader compares."""

from __future__ import annotations

from typing import Any

import pytest

from forms.spec import Kind, Question
from portal.domain.plan.readings import nothing_read, read_goal
from portal.domain.review.cells import Cells, cells_of, columns_of
from tests.editions import PLAN

ACTION: dict[str, Any] = {
    "vorm": "actie",
    "paragraaf": "5a.1",
    "omschrijving": "Overleg",
    "verantwoordelijke": "Gemeenten",
    "tijdslijn": "Q1 2024",
    "venster_bron": "geen",
    "venster_van": None,
    "venster_tot": None,
    "is_mijlpaal": False,
}
NO_FIGURES = {
    **dict.fromkeys(
        ("smart", "telt_clienten", "indicator", "nulwaarde", "peildatum", "streefwaarde", "eenheid", "einddatum"), ""
    ),
    "gelezen": nothing_read(),
}


def question(kind: Kind) -> Question:
    return next(one for one in PLAN.questions if one.kind is kind)


def action(**values: Any) -> Cells:
    return cells_of(question(Kind.ACTIES), {**ACTION, **values})


@pytest.mark.parametrize(
    ("kind", "columns"),
    [
        (Kind.PARTIJEN, ("Naam", "Soort")),
        (Kind.DOELSTELLINGEN, ("Doelstelling", "Cijfers")),
        (Kind.ACTIES, ("Paragraaf in PvA", "Acties", "Verantwoordelijk/ coördinator / trekker van actie", "Tijdslijn")),
        (Kind.MIJLPALEN, ("Activiteit", "Mijlpaal", "Datum gereed")),
    ],
)
def test_a_list_has_the_columns_of_its_edition(kind: Kind, columns: tuple[str, ...]):
    assert columns_of(question(kind)) == columns


def test_a_party_has_its_kind_in_words_if_it_was_said():
    asked = question(Kind.PARTIJEN)
    said = cells_of(asked, {"naam": "Een", "soort": "zorgaanbieder"})
    assert said == Cells(("Een", "Zorgaanbieder"))
    assert cells_of(asked, {"naam": "Een", "soort": ""}) == Cells(("Een", ""))


def test_the_figures_of_a_goal_are_lines_each_with_its_name():
    figures = {"nulwaarde": "1.250,5", "peildatum": "n.t.b.", "streefwaarde": "< 1000", "einddatum": "Q4 2024"}
    reading = {"gelezen": read_goal(figures, year=2024)}
    row = {"tekst": "Minder instroom", **NO_FIGURES, **figures, **reading, "indicator": "2024"}
    assert cells_of(question(Kind.DOELSTELLINGEN), row).texts == (
        "Minder instroom",
        "Indicator: 2024\n"
        "Nulwaarde: 1.250,5\nPeildatum: n.t.b.\nStreefwaarde: < 1000 (minder dan 1.000)\n"
        "Einddatum: Q4 2024 (1 oktober t/m 31 december 2024)",
    )


def test_a_goal_without_figures_has_an_empty_cell():
    row = {"tekst": "Minder instroom", **NO_FIGURES}
    assert cells_of(question(Kind.DOELSTELLINGEN), row) == Cells(("Minder instroom", ""))


def test_an_action_says_that_it_is_a_milestone():
    assert action() == Cells(("5a.1", "Overleg", "Gemeenten", "Q1 2024"))
    assert action(is_mijlpaal=True).texts[1] == "Overleg\n(mijlpaal)"


@pytest.mark.parametrize(("vorm", "heading"), [("kop", True), ("actie", False), ("kop_en_actie", False)])
def test_only_a_heading_is_no_action(vorm: str, heading: bool):
    assert action(vorm=vorm).is_heading is heading


@pytest.mark.parametrize(
    ("van", "tot", "read"),
    [
        ("2024-01-01", "2024-03-31", "Q1 2024\n(1 januari t/m 31 maart 2024)"),
        ("2024-01-01", None, "Q1 2024\n(vanaf 1 januari 2024)"),
        (None, "2024-03-31", "Q1 2024\n(tot en met 31 maart 2024)"),
        (None, None, "Q1 2024\n(doorlopend)"),
    ],
)
def test_how_a_timeline_is_read_stands_on_a_line_of_its_own(van: str | None, tot: str | None, read: str):
    assert action(venster_bron="gelezen", venster_van=van, venster_tot=tot).texts[3] == read


def test_a_window_without_a_text_stands_alone():
    window = {"venster_bron": "aangepast", "venster_van": "2024-01-01"}
    assert action(tijdslijn="", **window).texts[3] == "(vanaf 1 januari 2024)"


def test_a_milestone_has_its_activity_and_its_timeline():
    row = {**ACTION, "activiteit": "Bijeenkomst", "mijlpaal": "Besluit"}
    assert cells_of(question(Kind.MIJLPALEN), row) == Cells(("Bijeenkomst", "Besluit", "Q1 2024"))
