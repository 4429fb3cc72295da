"""The audit log as the beheerder reads it, on the page and as a workbook."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from flask import Flask
from openpyxl import load_workbook

from portal.domain import clock
from portal.domain.audit.line import Oorsprong, Resultaat, Thing, new_line
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import User
from portal.services.audit import reading, writing
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.audit import empty_log, told
from tests.worlds.people import make_user

# Half past twelve at night in Amsterdam: the day before in the database.
NIGHT = datetime(2024, 3, 14, 23, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def log(app: Flask) -> None:
    """Each test begins with an empty log."""
    empty_log()


@pytest.fixture
def beheerder(client: StrictClient) -> User:
    user = make_user(Rol.BEHEERDER, naam="Bea Heer")
    client.sign_in(user)
    return user


@pytest.fixture
def kim(app: Flask) -> User:
    return make_user(naam="Kim de Boer", email="kim@voorbeeld.example")


@pytest.fixture
def written(kim: User, beheerder: User) -> None:
    """Kim handed in at night and asked for what she may not have; the day after a beheerder gave her a role."""
    with clock.stopped_at(NIGHT):
        write("plan: indienen", Thing("plan", "12"), actor=kim)
    with clock.stopped_at(NIGHT + timedelta(hours=1)):
        write("rapport: downloaden", Thing("rapport", "3"), Resultaat.GEWEIGERD, actor=kim)
        write("aanmelden", Thing("account", str(kim.id)), Resultaat.GEWEIGERD)
    with clock.stopped_at(NIGHT + timedelta(days=1)):
        write("account: rol geven", Thing("account", str(kim.id)), actor=beheerder)
        write("flask demo", Thing(), oorsprong=Oorsprong.OPDRACHTREGEL)
        write("plan: intrekken", Thing("plan", "12"), oorsprong=Oorsprong.WEB, actor_id=999_999)
    db.session.commit()


def write(
    actie: str,
    thing: Thing,
    resultaat: Resultaat = Resultaat.GELUKT,
    *,
    actor: User | None = None,
    actor_id: int | None = None,
    oorsprong: Oorsprong = Oorsprong.WEB,
) -> None:
    who = actor.id if actor else actor_id
    writing.write(new_line(actie, thing, resultaat=resultaat, oorsprong=oorsprong, actor_id=who, verzoek="v-1"))


def shown(page: Page) -> list[tuple[str, ...]]:
    """The rows of the page: who, what, on what, how it ended."""
    return [tuple(words(cell).split("Verzoek")[0] for cell in row.findall("td")) for row in page.find("//tbody/tr")]


def address_of(page: Page, words: str) -> str:
    """Where the link with these words leads."""
    return str(page.one(f"//a[normalize-space()='{words}']").get("href"))


@pytest.mark.usefixtures("written")
def test_the_newest_come_first_with_the_names_of_now(client: StrictClient, kim: User) -> None:
    kim.naam = "Kim Smit"
    db.session.commit()
    page = client.get("/beheer/auditlog")
    assert shown(page) == [
        ("account 999999", "plan: intrekken", "plan 12", "Gelukt"),
        ("Opdrachtregel", "flask demo", "–", "Gelukt"),
        ("Bea Heer", "account: rol geven", "Kim Smit", "Gelukt"),
        ("niemand aangemeld", "aanmelden", "Kim Smit", "Geweigerd"),
        ("Kim Smit", "rapport: downloaden", "rapport 3", "Geweigerd"),
        ("Kim Smit", "plan: indienen", "plan 12", "Gelukt"),
    ]


ASKED = {
    "actie=plan: indienen": ["plan: indienen"],
    "resultaat=geweigerd": ["aanmelden", "rapport: downloaden"],
    # What somebody did, and what was done to the account.
    "wie=kim": ["account: rol geven", "aanmelden", "rapport: downloaden", "plan: indienen"],
    "wie=niemand zo genoemd": [],
    "van=2024-03-15&tot=2024-03-15": ["aanmelden", "rapport: downloaden", "plan: indienen"],
    "tot=2024-03-14": [],
    "wie=kim&resultaat=gelukt&van=2024-03-16": ["account: rol geven"],
    "van=onzin&tot=9999-12-31&voor=x&resultaat=ja": None,
}


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize("asked", ASKED)
def test_lines_are_chosen_by_action_account_day_and_result(client: StrictClient, asked: str) -> None:
    page = client.get(f"/beheer/auditlog?{asked}")
    expected = ASKED[asked]
    if expected == []:
        assert "Er zijn geen regels bij deze keuze." in page.text
    else:
        assert [row[1] for row in shown(page)] == (
            expected or [row[1] for row in shown(client.get("/beheer/auditlog"))]
        )


@pytest.mark.usefixtures("written")
def test_a_long_log_is_read_a_page_at_a_time(client: StrictClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading.page, "__kwdefaults__", {"at_once": 4})
    page = client.get("/beheer/auditlog?wie=")
    assert len(shown(page)) == 4
    older = client.get(address_of(page, "Oudere regels"))
    assert [row[1] for row in shown(older)] == ["rapport: downloaden", "plan: indienen"]
    assert "Oudere regels" not in older.text
    assert len(shown(client.get(address_of(older, "Nieuwste regels")))) == 4


@pytest.mark.usefixtures("written")
def test_the_workbook_has_the_lines_that_were_chosen(client: StrictClient, beheerder: User) -> None:
    client.get("/beheer/auditlog.xlsx?wie=kim&resultaat=geweigerd")
    assert client.response is not None
    sheet = load_workbook(BytesIO(client.response.data))["Auditlog"]
    rows = [[cell.value for cell in row][1:] for row in sheet.iter_rows()]
    assert rows[0] == ["Dag", "Tijd", "Wie", "Actie", "Waarmee", "Resultaat", "Oorsprong", "Verzoek"]
    assert [row[1:] for row in rows[1:]] == [
        ["01:30:00", "niemand aangemeld", "aanmelden", "Kim de Boer", "Geweigerd", "Web", "v-1"],
        ["01:30:00", "Kim de Boer", "rapport: downloaden", "rapport 3", "Geweigerd", "Web", "v-1"],
    ]
    assert told()[-1] == ("auditlog: downloaden", "", beheerder.id, "gelukt")
