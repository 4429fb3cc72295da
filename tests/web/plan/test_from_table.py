"""Rows from a table: seen first, corrected by hand, added in one step and taken back in one press."""

from __future__ import annotations

import pytest

from portal.extensions import db
from portal.models import Actie, Mijlpaal, Partij, Plan, Verzending
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.plan import make_indiening
from tests.worlds.rows import all_rows

TABLE = "Wat\tTrekker\tWanneer\nOverleggen\tGemeenten\tQ1 2026\nPlan maken\tZorgkantoor\teind 2026"


def address(plan: Plan, key: str = "acties") -> str:
    return f"/plannen/{plan.id}/lijst/{key}/tabel"


def present(model: type[Actie] | type[Mijlpaal] | type[Partij] = Actie) -> list[Actie]:
    db.session.expire_all()
    return [row for row in all_rows(model) if row.verwijderd_op is None]  # type: ignore[attr-defined, misc]


def shown(page: Page) -> list[list[str]]:
    """The cells of the preview."""
    return [[words(cell) for cell in row] for row in page.find("//tbody/tr")]


def test_a_table_is_seen_first_then_added_and_taken_back(anna: StrictClient, plan: Plan):
    anna.get(f"/plannen/{plan.id}/onderdeel/acties")
    anna.get(address(plan))
    page = anna.submit("Bekijken", tabel=TABLE)
    assert present() == []
    assert shown(page) == [
        ["Rij 2", "Overleggen", "Gemeenten", "Q1 2026"],
        ["Rij 3", "Plan maken", "Zorgkantoor", "eind 2026"],
    ]
    page = anna.submit("Toevoegen: 2 rijen")
    assert [(row.omschrijving, row.verantwoordelijke, row.tijdslijn) for row in present()] == [
        ("Overleggen", "Gemeenten", "Q1 2026"),
        ("Plan maken", "Zorgkantoor", "eind 2026"),
    ]
    assert present()[0].venster_tot is not None
    assert "2 rijen uit de tabel zijn toegevoegd." in page.text
    page = anna.submit("Ongedaan maken")
    assert present() == []
    assert "De rijen uit de tabel zijn weer weg." in page.html
    assert "Verwijderd (2)" in page.text


def test_what_a_colleague_changed_since_stays(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    anna.submit("Bekijken", tabel=TABLE)
    anna.submit("Toevoegen: 2 rijen")
    row = present()[0]
    row.revision += 1
    db.session.commit()
    page = anna.submit("Ongedaan maken")
    assert [one.id for one in present()] == [row.id]
    assert "1 rij is intussen gewijzigd en blijft staan." in page.html


def test_a_column_is_corrected_by_hand(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    anna.submit("Bekijken", tabel="Alfa\tBeta\nOverleggen met iedereen\tGemeenten")
    page = anna.submit("Voorbeeld bijwerken", kolom_0="verantwoordelijke", kolom_1="omschrijving", eerste_rij="y")
    assert shown(page) == [["Rij 2", "Gemeenten", "Overleggen met iedereen"]]
    anna.submit("Toevoegen: 1 rij")
    assert [(row.omschrijving, row.verantwoordelijke) for row in present()] == [
        ("Gemeenten", "Overleggen met iedereen")
    ]


def test_without_a_column_that_counts_nothing_is_added(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    anna.submit("Bekijken", tabel=TABLE)
    page = anna.submit("Voorbeeld bijwerken", kolom_0="", kolom_1="", kolom_2="")
    assert "Nog geen rijen: kies bij een kolom wat erin staat" in page.text
    assert page.find("//button[starts-with(., 'Toevoegen')]") == []
    form = dict.fromkeys(("kolom_0", "kolom_1", "kolom_2"), "") | {"tabel": TABLE, "eerste_rij": "y"}
    page = anna.post(f"{address(plan)}/toevoegen", form, 422)
    assert "Er zijn nog geen rijen om toe te voegen." in page.text
    assert present() == []


def test_a_table_of_heads_only_asks_for_its_rows(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    page = anna.submit("Bekijken", tabel="Actie\tWie\tWanneer")
    assert "in deze tabel staan alleen koppen. Kopieer ook de rijen eronder." in page.text


def test_the_same_table_sent_twice_is_added_once(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    anna.submit("Bekijken", tabel=TABLE)
    shown = anna.page
    anna.submit("Toevoegen: 2 rijen")
    anna.page = shown
    anna.submit("Toevoegen: 2 rijen")
    assert len(present()) == 2
    assert all_rows(Verzending)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("plan.pdf", b"%PDF-1.7", "Dit is een PDF-bestand. Kies een Excel-bestand (.xlsx) of een .csv-bestand."),
        ("leeg.csv", b"", "Er staat niets in dit bestand."),
    ],
)
def test_a_file_that_can_not_be_read_is_told_and_changes_nothing(
    anna: StrictClient, plan: Plan, name: str, content: bytes, told: str
):
    anna.get(address(plan))
    page = anna.submit("Bekijken", status=422, tabelbestand=(name, content))
    assert told in page.text
    assert present() == []


@pytest.mark.parametrize(
    ("key", "model", "text"),
    [
        ("partijen", Partij, "Partij;Soort\r\nDe Brug;Gemeente\r\nDe Kreek;\r\n"),
        ("mijlpalen", Mijlpaal, "Activiteit;Mijlpaal;Datum gereed\r\nStart;Begonnen;Q1 2026\r\n;Klaar;eind 2026\r\n"),
    ],
)
def test_a_csv_file_fills_every_list(
    anna: StrictClient, plan: Plan, key: str, model: type[Partij] | type[Mijlpaal], text: str
):
    anna.get(address(plan, key))
    anna.submit("Bekijken", tabelbestand=("lijst.csv", text.encode("cp1252")))
    anna.submit("Toevoegen: 2 rijen")
    assert len(present(model)) == 2


def test_500_rows_of_12_columns(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    rows = [
        "\t".join(f"kop {n}" for n in range(12)),
        *("\t".join(f"=1+{row} שלום" for _ in range(12)) for row in range(500)),
    ]
    anna.submit("Bekijken", tabel="\n".join(rows))
    anna.submit("Toevoegen: 501 rijen")
    assert len(present()) == 501


def test_a_plan_that_was_handed_in_takes_no_rows(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    anna.submit("Bekijken", tabel=TABLE)
    make_indiening(plan)
    db.session.commit()
    anna.submit("Toevoegen: 2 rijen", status=409)
    assert present() == []
    anna.get(address(plan), status=302)


def test_what_is_no_row_of_the_list_is_not_taken_back(anna: StrictClient, plan: Plan):
    anna.get(address(plan))
    anna.submit("Bekijken", tabel=TABLE)
    anna.submit("Toevoegen: 2 rijen")
    anna.submit("Ongedaan maken", rijen="x,99999999999,0-0")
    assert len(present()) == 2
