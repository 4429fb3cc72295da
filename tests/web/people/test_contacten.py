"""Contactpersonen: whom to call in which region, and where somebody is missing."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest
from sqlalchemy import event

from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import RegioAlias
from portal.services.people.contacts import contact_lines, contacts_per_regio
from tests.client import StrictClient
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user


def rows_of(client: StrictClient, **query: str) -> list[str]:
    page = client.get("/landelijk/contacten", query_string=query)
    return [" ".join("".join(row.itertext()).split()) for row in page.find("//tbody/tr")]


@pytest.fixture
def coordinator(client: StrictClient) -> StrictClient:
    return client.sign_in(make_user(Rol.COORDINATOR))


def test_regions_that_lack_a_side_come_first_and_say_so(coordinator: StrictClient) -> None:
    full, half, empty = make_regio("Aastreek"), make_regio("Beestreek"), make_regio("Ceestreek")
    make_contact(full, Namens.GEMEENTE, naam="Anna Aa")
    make_contact(full, Namens.ZORGKANTOOR, naam="Zeno Aa")
    make_contact(half, Namens.ZORGKANTOOR, naam="Zita Bee")
    make_regiolezer(empty, naam="Lex Lezer")
    rows = rows_of(coordinator)
    assert [row.split()[0] for row in rows] == ["Beestreek", "Ceestreek", "Aastreek"]
    assert [row.count("Ontbreekt") for row in rows] == [1, 2, 0]
    assert "Zita Bee" in rows[0]
    assert "Lex Lezer" not in rows[1]
    assert "Anna Aa" in rows[2]
    assert "Zeno Aa" in rows[2]
    assert coordinator.page is not None
    assert "In 2 van de 3 regio’s ontbreekt een contactpersoon." in coordinator.page.text


def test_somebody_whose_account_is_off_is_no_contact(coordinator: StrictClient) -> None:
    contact = make_contact(make_regio("Aastreek"), Namens.GEMEENTE, naam="Anna Aa")
    contact.active = False
    assert "Anna Aa" not in rows_of(coordinator)[0]


def test_one_person_can_be_the_contact_of_two_regions(coordinator: StrictClient) -> None:
    anna = make_contact(make_regio("Aastreek"), Namens.GEMEENTE, naam="Anna Aa")
    give_role(anna, Rol.REGIOCONTACT, make_regio("Beestreek"), Namens.GEMEENTE)
    assert ["Anna Aa" in row for row in rows_of(coordinator)] == [True, True]


@pytest.mark.parametrize("typed", ["nijmegen", "Gelderland zuid", "druten"])
def test_searching_by_name_alias_or_gemeente(coordinator: StrictClient, typed: str) -> None:
    nijmegen = make_regio("Nijmegen", gemeenten=["Druten"])
    nijmegen.aliassen = [RegioAlias(naam="Gelderland-zuid")]
    make_regio("Zeeland", gemeenten=["Goes"])
    assert [row.split()[0] for row in rows_of(coordinator, zoek=typed)] == ["Nijmegen"]


@pytest.mark.parametrize("typed", ["nergens", "<script>", "\x00", "a" * 2000])
def test_nothing_found_says_so(coordinator: StrictClient, typed: str) -> None:
    make_regio("Nijmegen")
    rows = rows_of(coordinator, zoek=typed)
    assert coordinator.page is not None
    assert rows == [] or typed == "\x00"
    assert ("Geen regio gevonden" in coordinator.page.text) == (rows == [])


def test_the_workbook_says_the_same_with_what_is_missing_on_top(coordinator: StrictClient) -> None:
    make_contact(make_regio("Aastreek"), Namens.GEMEENTE, naam="=1+1")
    coordinator.get("/landelijk/contacten.xlsx")
    assert coordinator.response is not None
    book = openpyxl.load_workbook(BytesIO(coordinator.response.data))
    texts = [[cell.value for cell in row] for row in book["Contactpersonen"].iter_rows()]
    flat = [value for row in texts for value in row]
    assert "=1+1" in flat
    assert book["Contactpersonen"].cell(1, 1).data_type != "f"
    lines = contact_lines(contacts_per_regio())
    assert [(line.namens, line.ontbreekt, line.naam) for line in lines] == [
        ("Zorgkantoor", True, ""),
        ("Gemeente", False, "=1+1"),
    ]


def test_a_regiolezer_may_not_see_the_contacts(client: StrictClient) -> None:
    client.sign_in(make_regiolezer(make_regio())).get("/landelijk/contacten", status=403)


def test_more_regions_cost_no_more_queries(coordinator: StrictClient) -> None:
    statements: list[str] = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
    make_contact(make_regio(gemeenten=["Aadorp"]))
    db.session.commit()
    db.session.expire_all()

    def cost() -> int:
        statements.clear()
        contact_lines(contacts_per_regio())
        return len(statements)

    few = cost()
    for number in range(10):
        make_contact(make_regio(gemeenten=[f"Dorp {number}"]))
    db.session.commit()
    db.session.expire_all()
    assert cost() == few
