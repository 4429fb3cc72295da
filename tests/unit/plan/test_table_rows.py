"""Which columns of a table are which fields, and the rows that it gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from forms.spec import Kind
from portal.domain.plan.table.grid import Grid, read_text
from portal.domain.plan.table.rows import TableChoices, TablePreview, first_choices, preview
from portal.domain.plan.table.unrolled import unroll
from tests.editions import PLAN

ACTIES = PLAN.question_of_kind(Kind.ACTIES)


def read(text: str, kind: Kind = Kind.ACTIES) -> TablePreview:
    question, grid = PLAN.question_of_kind(kind), read_text(text)
    return preview(question, grid, first_choices(question, grid))


def values(found: TablePreview) -> list[Mapping[str, Any]]:
    return [row.values for row in found.rows]


@pytest.mark.parametrize(
    ("kind", "heads", "fields"),
    [
        (Kind.ACTIES, "Wat\tWie\tWanneer", ("omschrijving", "verantwoordelijke", "tijdslijn")),
        (Kind.ACTIES, "Nr.\tActie\tTrekker(s)\tBudget", ("paragraaf", "omschrijving", "verantwoordelijke", "")),
        (Kind.ACTIES, "Wie doet welke actie\tActie", ("verantwoordelijke", "omschrijving")),
        (Kind.PARTIJEN, "Organisatie\tType", ("naam", "soort")),
        (Kind.MIJLPALEN, "Activiteit\tMijlpaal\tDatum gereed", ("activiteit", "mijlpaal", "tijdslijn")),
        (Kind.DOELSTELLINGEN, "Doel\tNulmeting\tWanneer", ("tekst", "nulwaarde", "einddatum")),
    ],
)  # fmt: skip
def test_columns_are_known_by_their_heads(kind: Kind, heads: str, fields: tuple[str, ...]) -> None:
    grid = read_text(heads + "\n" + "\t".join("x" for _ in fields))
    assert first_choices(PLAN.question_of_kind(kind), grid) == TableChoices(fields, has_head=True, unrolls=False)


def test_one_row_of_names_of_fields_holds_heads_and_gives_no_row() -> None:
    assert read("Actie\tWie\tWanneer").rows == []
    assert values(read("Overleg over wonen\tWie\tWanneer"))[0]["omschrijving"] == "Overleg over wonen"


def test_columns_without_heads_are_known_by_what_is_in_them() -> None:
    grid = read_text(
        "Q1 2026\t1.\tEen overleg opzetten over wonen\tZorgkantoor\neind 2026\t2.\tHet plan maken\tGemeenten"
    )
    fields = ("tijdslijn", "paragraaf", "omschrijving", "verantwoordelijke")
    assert first_choices(ACTIES, grid) == TableChoices(fields, has_head=False, unrolls=False)


def test_a_row_becomes_an_action() -> None:
    (one,) = values(read("Actie\tWie\tWanneer\n5a.1 Overleggen\tGemeenten\tQ2 2026"))
    assert one == {"omschrijving": "5a.1 Overleggen", "verantwoordelijke": "Gemeenten", "tijdslijn": "Q2 2026",
                   "vorm": "actie", "paragraaf": ""}  # fmt: skip


def test_a_number_with_a_point_is_the_number_of_the_action() -> None:
    (one,) = values(read("Actie\tWie\n4. Overleggen\tGemeenten"))
    assert (one["paragraaf"], one["omschrijving"], one["vorm"]) == ("4", "Overleggen", "kop_en_actie")


# As in the plans of the regions: all actions in one cell, and beside them who and when; 5a and 5b are only headings.
ACTIONS = [
    "4. Visie maken",
    "5a. Samenwerken",
    "1. Mindset kiezen",
    "2. Kennis halen",
    "5b. Toegang",
    "1. Factsheet maken",
    "5c. Verschillen melden",
]
WHO = ["Zorgkantoor", "", "", "Alle partners", "Werkgroep", "", "Gemeenten", "", "Zorgkantoor"]
WHEN = ["Q1 2026", "", "", "Per 1-1-2026", "In 2026", "", "Q2 2026", "", "Continu"]


def parallel(who: list[str] = WHO) -> str:
    cells = ['"' + "\n".join(lines) + '"' for lines in (ACTIONS, who, WHEN)]
    return "Acties\tVerantwoordelijk\tTijdslijn\n" + "\t".join(cells)


def test_cells_beside_each_other_are_rows_with_their_headings() -> None:
    found = read(parallel())
    assert [(one.get("paragraaf"), one["vorm"], one.get("verantwoordelijke")) for one in values(found)] == [
        ("4", "kop_en_actie", "Zorgkantoor"),
        ("5a", "kop", None),
        ("5a.1", "actie", "Alle partners"),
        ("5a.2", "actie", "Werkgroep"),
        ("5b", "kop", None),
        ("5b.1", "actie", "Gemeenten"),
        ("5c", "kop_en_actie", "Zorgkantoor"),
    ]
    assert found.doubts == []
    assert found.told == ["Rij 2 is uitgevouwen: elke regel in een cel is een eigen rij (7)."]


def test_when_the_lines_do_not_fit_the_preview_asks_for_a_look_and_loses_none() -> None:
    found = read(parallel([*WHO, "Nog iemand"]))
    assert found.doubts[0].startswith("In rij 2 staan in de cellen niet evenveel regels (7, 6 en 5).")
    assert sum(bool(one.get("verantwoordelijke")) for one in values(found)) == 6


def test_who_does_not_want_it_keeps_one_row() -> None:
    grid = read_text(parallel())
    choices = first_choices(ACTIES, grid)
    found = preview(ACTIES, grid, TableChoices(choices.fields, choices.has_head, unrolls=False))
    assert len(found.rows) == 1
    assert found.doubts == ["In rij 2 staan meer regels in een cel. Zij blijven samen één rij."]


def test_a_description_of_two_paragraphs_is_one_action() -> None:
    (one,) = values(read('Actie\tWie\n"Overleggen\nElke maand"\tGemeenten'))
    assert one["omschrijving"] == "Overleggen\nElke maand"


def test_what_stands_alone_in_its_cell_belongs_to_all_lines() -> None:
    assert unroll(("Zorg", "a\nb", "1\n2")).rows == (("Zorg", "a", "1"), ("Zorg", "b", "2"))


def test_nothing_is_left_out_without_being_told() -> None:
    found = read("Actie\tWie\tBudget\nOverleggen\tGemeenten\t85\n\tZorgkantoor\t12")
    assert len(found.rows) == 1
    assert found.doubts == ["Zonder “Acties” kan een rij niet mee. Dat geldt voor rij 3."]
    assert found.told == ["Niet overgenomen: kolom “Budget”."]


def test_a_choice_is_known_by_its_words_and_another_is_told() -> None:
    question = PLAN.question_of_kind(Kind.PARTIJEN)
    known = question.choices[0]
    found = read(f"Partij\tSoort\nDe Brug\t{known.label.upper()}\nDe Kreek\tRuimtevaart", Kind.PARTIJEN)
    assert [one.get("soort") for one in values(found)] == [known.key, ""]
    assert found.doubts == ["Niet herkend en niet overgenomen: “Ruimtevaart”. Kies dit na het toevoegen per rij."]


def test_two_columns_of_one_field_are_put_together() -> None:
    grid: Grid = (("Overleggen", "elke maand"),)
    found = preview(ACTIES, grid, TableChoices(("omschrijving", "omschrijving"), has_head=False, unrolls=False))
    assert found.rows[0].values["omschrijving"] == "Overleggen\nelke maand"
