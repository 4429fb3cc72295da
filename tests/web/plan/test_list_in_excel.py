"""A list goes out as a workbook and comes back: seen first, taken over in one step, undone in one press."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from forms.spec import Kind
from portal.extensions import db
from portal.models import Actie, Plan, User
from portal.services.plan import rows
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact

WORDS = ("Samenwerken", "Overleggen", "Wonen regelen", "Cursus geven")


@pytest.fixture
def listed(plan: Plan, contact: User) -> list[Actie]:
    """A heading and three actions of which the second has a theme."""
    shapes = ("kop", "actie", "actie", "actie")
    many = [
        {"vorm": shape, "omschrijving": words, "verantwoordelijke": "Gemeente", "tijdslijn": "Q1 2026"}
        for shape, words in zip(shapes, WORDS, strict=True)
    ]
    many[2]["themas"] = ["beleid"]
    made = rows.add_rows(plan, Kind.ACTIES, many, actor=contact.actor)
    db.session.commit()
    return made  # type: ignore[return-value]


def present(plan: Plan) -> list[Actie]:
    db.session.expire_all()
    return rows.rows_of(plan, Kind.ACTIES)


def as_it_is(plan: Plan) -> list[tuple[int, str, str, list[str]]]:
    return [(row.id, row.vorm.value, row.omschrijving, row.themas) for row in present(plan)]


def fetched(anna: StrictClient, plan: Plan) -> Workbook:
    anna.get(f"/plannen/{plan.id}/lijst/acties.xlsx")
    assert anna.response is not None
    return load_workbook(BytesIO(anna.response.data))


def brought(anna: StrictClient, plan: Plan, book: Workbook) -> Page:
    kept = BytesIO()
    book.save(kept)
    anna.get(f"/plannen/{plan.id}/lijst/acties/tabel")
    return anna.submit("Bekijken", tabelbestand=("acties.xlsx", kept.getvalue()))


def changed(anna: StrictClient, plan: Plan, change: Callable[[Worksheet], object]) -> Page:
    book = fetched(anna, plan)
    change(book["Acties"])
    return brought(anna, plan, book)


def counts(page: Page) -> str:
    return next(words(one) for one in page.find("//main//p") if "niet in het bestand" in words(one))


def put(sheet: Worksheet, at: int, cells: list[str | None]) -> None:
    for column, value in enumerate(cells, start=1):
        sheet.cell(at, column).value = value


def cells_of(sheet: Worksheet, at: int) -> list[str | None]:
    return [cell.value for cell in sheet[at]]


def test_what_comes_back_as_it_went_changes_nothing(anna: StrictClient, plan: Plan, listed: list[Actie]):
    page = changed(anna, plan, lambda sheet: None)
    assert "In dit bestand staat hetzelfde als in uw plan." in page.text
    assert "Overnemen in uw plan" not in page.text


def test_a_title_that_somebody_typed_above_the_heads_is_no_row(anna: StrictClient, plan: Plan, listed: list[Actie]):
    def titled(sheet: Worksheet) -> None:
        sheet.insert_rows(1)
        put(sheet, 1, ["Voor het overleg van 3 mei"])

    page = changed(anna, plan, titled)
    assert "Niet overgenomen is wat boven de koppen staat: “Voor het overleg van 3 mei”." in page.text
    assert "In dit bestand staat hetzelfde als in uw plan." in page.text


def test_rows_without_their_marks_are_told_to_be_there_already(anna: StrictClient, plan: Plan, listed: list[Actie]):
    page = changed(anna, plan, lambda sheet: sheet.delete_cols(sheet.max_column))
    assert "4 rijen staan met dezelfde woorden al in uw plan." in page.text


def test_changes_are_seen_then_taken_over_and_undone(anna: StrictClient, plan: Plan, listed: list[Actie]):
    before = as_it_is(plan)

    def work(sheet: Worksheet) -> None:
        """Change one, put a new one below it, cut the last to the top, and leave one out."""
        last = cells_of(sheet, 5)
        sheet["B3"] = "Elke week overleggen"
        sheet.delete_rows(4, 2)
        sheet.insert_rows(4)
        put(sheet, 4, [None, "Nieuw huis", "Zorgkantoor", "eind 2026"])
        sheet.insert_rows(2)
        put(sheet, 2, last)

    page = changed(anna, plan, work)
    assert counts(page) == "1 rij gewijzigd, 1 nieuw, 1 verplaatst, 1 niet in het bestand."
    assert as_it_is(plan) == before
    assert words(page.find("//td//del")[0]) == "[weggehaald: Overleggen]"
    page = anna.submit("Overnemen in uw plan", weg=[str(listed[2].id)])
    assert "Overgenomen uit uw bestand: 1 gewijzigd, 1 nieuw, 1 verwijderd en een andere volgorde." in page.text
    after = as_it_is(plan)
    assert [(row_id, said) for row_id, _, said, _ in after[:3]] == [
        (listed[3].id, "Cursus geven"),
        (listed[0].id, "Samenwerken"),
        (listed[1].id, "Elke week overleggen"),
    ]
    assert [said for _, _, said, _ in after[3:]] == ["Nieuw huis"]
    page = anna.submit("Ongedaan maken")
    assert "De lijst is weer zoals zij was." in page.html
    assert as_it_is(plan) == before


def test_a_changed_row_keeps_what_is_not_in_the_file(anna: StrictClient, plan: Plan, listed: list[Actie]):
    def work(sheet: Worksheet) -> None:
        sheet["B4"] = "Huizen regelen"
        sheet.delete_cols(5)

    changed(anna, plan, work)
    anna.submit("Overnemen in uw plan")
    assert as_it_is(plan)[2] == (listed[2].id, "actie", "Huizen regelen", ["beleid"])


def test_a_row_that_is_not_in_the_file_stays_unless_it_is_ticked(anna: StrictClient, plan: Plan, listed: list[Actie]):
    def work(sheet: Worksheet) -> None:
        sheet["B3"] = "Anders"
        sheet.delete_rows(5)

    changed(anna, plan, work)
    anna.submit("Overnemen in uw plan")
    assert [row.omschrijving for row in present(plan)] == ["Samenwerken", "Anders", "Wonen regelen", "Cursus geven"]


def test_a_copied_row_is_a_new_one(anna: StrictClient, plan: Plan, listed: list[Actie]):
    def work(sheet: Worksheet) -> None:
        put(sheet, 6, cells_of(sheet, 3))
        sheet["B3"] = "Overleggen, deel 1"

    page = changed(anna, plan, work)
    assert "Een kopie van rij 6." in page.text
    anna.submit("Overnemen in uw plan")
    found = [(row.id == listed[1].id, row.omschrijving) for row in present(plan) if "Overleggen" in row.omschrijving]
    assert sorted(found) == [(False, "Overleggen, deel 1"), (True, "Overleggen")]


def test_a_row_that_a_colleague_changed_is_asked_about(anna: StrictClient, plan: Plan, listed: list[Actie]):
    book = fetched(anna, plan)
    kees = make_contact(plan.regios[0], naam="Kees Collega")
    rows.change_row(plan, Kind.ACTIES, listed[1].id, {"omschrijving": "Bellen"}, base_revision=1, actor=kees.actor)
    rows.change_row(plan, Kind.ACTIES, listed[3].id, {"tijdslijn": "Q2 2026"}, base_revision=1, actor=kees.actor)
    db.session.commit()
    book["Acties"]["B3"], book["Acties"]["B5"] = "Mailen", "Cursus krijgen"
    page = brought(anna, plan, book)
    assert "Kees Collega wijzigde deze rij nadat het bestand is gemaakt." in page.text
    assert "Kees Collega wijzigde hier iets anders: beide blijven." in page.text
    anna.submit("Overnemen in uw plan")
    found = present(plan)
    assert (found[1].omschrijving, found[3].omschrijving, found[3].tijdslijn) == ("Bellen", "Cursus krijgen", "Q2 2026")
    brought(anna, plan, book)
    anna.submit("Overnemen in uw plan", toch=[str(listed[1].id)])
    assert present(plan)[1].omschrijving == "Mailen"


def test_a_row_that_a_colleague_removed_comes_back_only_when_asked(anna: StrictClient, plan: Plan, listed: list[Actie]):
    book = fetched(anna, plan)
    for row in listed[1:3]:
        rows.remove_row(plan, Kind.ACTIES, row.id, base_revision=1, actor=make_contact(plan.regios[0]).actor)
    db.session.commit()
    book["Acties"]["B3"] = "Mailen"
    page = brought(anna, plan, book)
    assert "1 rij uit het bestand is intussen in het portaal verwijderd. Dat blijft zo." in page.text
    anna.submit("Overnemen in uw plan", toch=[str(listed[1].id)])
    assert [row.omschrijving for row in present(plan)] == ["Samenwerken", "Mailen", "Cursus geven"]
    anna.submit("Ongedaan maken")
    assert [row.omschrijving for row in present(plan)] == ["Samenwerken", "Cursus geven"]


def test_a_list_that_changed_while_somebody_looked_is_not_taken_over(
    anna: StrictClient, plan: Plan, listed: list[Actie]
):
    def work(sheet: Worksheet) -> None:
        sheet["B3"] = "Mailen"

    changed(anna, plan, work)
    rows.change_row(
        plan,
        Kind.ACTIES,
        listed[1].id,
        {"omschrijving": "Bellen"},
        base_revision=1,
        actor=make_contact(plan.regios[0]).actor,
    )
    db.session.commit()
    page = anna.submit("Overnemen in uw plan", status=409)
    assert "Intussen is deze lijst gewijzigd. Er is nog niets overgenomen." in page.text
    assert present(plan)[1].omschrijving == "Bellen"


def test_the_rows_of_another_plan_are_known_by_their_words(anna: StrictClient, plan: Plan, listed: list[Actie]):
    book = fetched(anna, plan)
    sheet = book["Acties"]
    for row in sheet.iter_rows(min_row=2):
        row[-1].value = row[-1].value.replace(f"acties.{plan.id}.", f"acties.{plan.id + 999}.")
    sheet["B3"], sheet["C4"] = "Nieuw hier", "Zorgkantoor"
    page = brought(anna, plan, book)
    assert "4 rijen horen bij een ander plan of een andere lijst." in page.text
    assert counts(page) == "0 rijen gewijzigd, 1 nieuw, 0 verplaatst, 0 niet in het bestand."
    assert "Deze rij komt uit een ander plan of een andere lijst." in page.text
    anna.submit("Overnemen in uw plan")
    assert [row.omschrijving for row in present(plan)] == [*WORDS[:1], "Nieuw hier", *WORDS[1:]]
    assert {row.verantwoordelijke for row in present(plan)} == {"Gemeente"}


def test_columns_that_were_sorted_apart_from_the_marks_are_known_by_their_words(
    anna: StrictClient, plan: Plan, listed: list[Actie]
):
    def work(sheet: Worksheet) -> None:
        visible = sorted((cells_of(sheet, at)[:-1] for at in range(2, 6)), key=lambda cells: str(cells[1]))
        for at, cells in enumerate(visible, start=2):
            put(sheet, at, cells)

    page = changed(anna, plan, work)
    assert "rijen zijn aan de woorden herkend" in page.text
    assert counts(page).startswith("0 rijen gewijzigd, 0 nieuw")
    anna.submit("Overnemen in uw plan", volgorde="y")
    assert [row.omschrijving for row in present(plan)] == sorted(WORDS)
    assert {row.id for row in present(plan)} == {row.id for row in listed}


def test_an_emptied_cell_empties_the_field_and_a_day_is_a_day(anna: StrictClient, plan: Plan, listed: list[Actie]):
    def work(sheet: Worksheet) -> None:
        sheet["C3"] = None
        sheet["D3"] = date(2026, 12, 31)
        sheet["E4"] = None
        sheet["F5"] = "Kop"

    page = changed(anna, plan, work)
    assert counts(page).startswith("3 rijen gewijzigd, 0 nieuw")
    anna.submit("Overnemen in uw plan")
    _, overleg, wonen, cursus = present(plan)
    assert (overleg.verantwoordelijke, overleg.tijdslijn, wonen.themas, cursus.vorm.value) == (
        "",
        "31 december 2026",
        [],
        "kop",
    )
    assert overleg.venster_tot == date(2026, 12, 31)


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"kolom_6": ""}, 409, "Zonder de kolom met het kenmerk is niet te zien welke rij van het plan een rij is."),
        ({"tabel": "a\tb"}, 200, "De tabel heeft andere kolommen gekregen"),
        ({"tabel": ""}, 200, "De tabel heeft andere kolommen gekregen"),
    ],
)
def test_what_is_no_file_of_ours_any_more_is_told(
    anna: StrictClient, plan: Plan, listed: list[Actie], fields: dict[str, str], status: int, told: str
):
    """The table that somebody had is shown, to be copied."""

    def work(sheet: Worksheet) -> None:
        sheet["B3"] = "Mailen"

    for button in ("Voorbeeld bijwerken", "Overnemen in uw plan"):
        changed(anna, plan, work)
        assert told in anna.submit(button, status=status, **fields).html
    assert [row.omschrijving for row in present(plan)] == list(WORDS)
