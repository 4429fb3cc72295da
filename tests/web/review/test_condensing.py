"""The pages of the samenvattende analyse: read by national roles, condensed by the coördinator, and nothing leaks."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from openpyxl import load_workbook

from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Plan, PlanVersie, Regio, Samenvatting, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, workflow
from tests.client import StrictClient
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

SUBMITTED, CHANGED, DRAFT = "zilverkwartel", "koperspecht", "goudvink"
FOLDS = "//details[contains(@class, 'rp-condensed__fold')]"


@pytest.fixture
def coordinator(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, naam="Co Proef")


@pytest.fixture
def aastreek(app: Flask) -> Regio:
    """A region, beside one that has handed in nothing."""
    make_regio("Bosstreek")
    return make_regio("Aastreek", gemeenten=["Nabijdorp"])


@pytest.fixture
def anna(aastreek: Regio) -> User:
    return make_contact(aastreek, naam="Anna Proef")


@pytest.fixture
def plan(aastreek: Regio, anna: User) -> Plan:
    """A plan that was accepted."""
    found = make_plan(aastreek)
    write(found, anna, f"Wij zien de {SUBMITTED}.")
    make_indiening(found, anna)
    accept(found)
    return found


def write(plan: Plan, who: User, text: str) -> None:
    present = answers.answers_of(plan).get("randvoorwaarden")
    edit = AnswerEdit("randvoorwaarden", text, present.revision if present else 0)
    answers.save_answers(plan, [edit], actor=who.actor)


def accept(plan: Plan) -> None:
    actor = make_user(Rol.COORDINATOR).actor
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=actor)
    db.session.commit()


def next_version(plan: Plan) -> None:
    db.session.add(PlanVersie(plan=plan, nummer=2, status_sinds=clock.now()))
    db.session.commit()
    db.session.refresh(plan)


def page_of(plan: Plan, rest: str = "") -> str:
    return f"/landelijk/samenvatting/{plan.id}/randvoorwaarden{rest}"


def texts_of(page: Page) -> dict[str, str]:
    """Label → words of the first plan on the page."""
    first = page.find("//section[starts-with(@id, 'plan-')]")[0]
    return {words(one.find("dt")): words(one.find("dd")) for one in first.iter("div") if one.find("dt") is not None}


# --- reading


@pytest.mark.parametrize("rol", [Rol.LEZER, Rol.BEOORDELAAR, Rol.COORDINATOR])
def test_national_roles_read_what_the_plans_in_force_say(client: StrictClient, plan: Plan, rol: Rol):
    page = client.sign_in(make_user(rol)).get("/landelijk/samenvatting")
    assert "1 van de 2 regio’s heeft een geldend plan; Bosstreek nog niet." in page.text
    assert list(texts_of(page)) == [
        "Doelstellingen",
        "Doelgroepen",
        "Acties",
        "Randvoorwaarden",
        "Overige opmerkingen",
    ]
    assert SUBMITTED in texts_of(page)["Randvoorwaarden"]
    assert ("Samenvatten" in page.text) == (rol is Rol.COORDINATOR)


def test_one_subject_of_all_regions_can_be_read_in_a_row(client: StrictClient, plan: Plan, coordinator: User):
    client.sign_in(coordinator).get("/landelijk/samenvatting")
    page = client.submit("Toon teksten", kolom="randvoorwaarden", zoek="Nabijdorp")
    assert list(texts_of(page)) == ["Randvoorwaarden"]
    assert "zoek=Nabijdorp" in page.url or "Nabijdorp" in page.html
    page = client.submit("Toon teksten", zoek="onvindbaar")
    assert "Geen plan gevonden." in page.text


@pytest.mark.parametrize("address", ["?kolom=onzin&toon=alles", "?zoek=%00%3Cb%3E", "?zoek=" + "a" * 5000])
def test_nonsense_in_the_address_breaks_nothing(client: StrictClient, plan: Plan, coordinator: User, address: str):
    client.sign_in(coordinator).get(f"/landelijk/samenvatting{address}")


def test_a_country_without_plans_is_a_page_too(client: StrictClient, coordinator: User):
    assert "Er is nog geen plan ingediend." in client.sign_in(coordinator).get("/landelijk/samenvatting").text


def test_a_long_text_is_folded_and_whole(client: StrictClient, anna: User, plan: Plan, coordinator: User):
    next_version(plan)
    write(plan, anna, "Begin van de tekst. " + "Nog een zin. " * 100 + "Allerlaatste zin.")
    make_indiening(plan, anna)
    accept(plan)
    page = client.sign_in(coordinator).get("/landelijk/samenvatting")
    folded = page.one("//details[contains(@class, 'rp-folded')]")
    assert words(folded.find("summary")).startswith("Begin van de tekst.")
    assert "Allerlaatste zin." in words(folded)
    assert not client.get("/landelijk/samenvatting?kolom=randvoorwaarden").find("//details[contains(@class, 'folded')]")


def test_of_more_plans_each_is_one_line_that_opens(client: StrictClient, plan: Plan, coordinator: User):
    other = make_regio("Duinstreek")
    make_indiening(make_plan(other), make_contact(other))
    page = client.sign_in(coordinator).get("/landelijk/samenvatting")
    assert len(page.find(FOLDS)) == 2
    assert not page.find(f"{FOLDS}[@open]")
    page = client.get(f"/landelijk/samenvatting?open={plan.id}")
    assert [words(one.find("summary/h2")) for one in page.find(f"{FOLDS}[@open]")] == ["Aastreek"]
    assert not client.get("/landelijk/samenvatting?kolom=acties").find(FOLDS)
    assert not client.get("/landelijk/samenvatting?zoek=Aastreek").find(FOLDS)


# --- condensing


def test_what_the_coordinator_condenses_is_on_the_page_in_word_and_in_excel(
    client: StrictClient, plan: Plan, coordinator: User
):
    page = client.sign_in(coordinator).get("/landelijk/samenvatting")
    page = client.get(page.links["Samenvatten: randvoorwaarden van Aastreek"])
    assert SUBMITTED in page.text
    page = client.submit("Opslaan", tekst="  Kort en **bondig**. ")
    assert texts_of(page)["Randvoorwaarden"].startswith("Samengevat door Co Proef op ")
    assert "Kort en bondig." in texts_of(page)["Randvoorwaarden"]
    assert SUBMITTED not in page.text

    word = Document(BytesIO(fetch(client, "/landelijk/samenvatting.docx")))
    said = [one.text for one in word.paragraphs]
    assert said[said.index("Randvoorwaarden (samengevat)") + 1] == "Kort en bondig."
    assert SUBMITTED not in " ".join(said)
    book = load_workbook(BytesIO(fetch(client, "/landelijk/samenvatting.xlsx")))
    heads, row = book["Samenvatting"].iter_rows(values_only=True)
    shown = dict(zip(heads, row, strict=True))
    assert (shown["Randvoorwaarden"], shown["Samengevat"]) == ("Kort en bondig.", "Randvoorwaarden")


def fetch(client: StrictClient, address: str) -> bytes:
    client.get(address)
    assert client.response is not None
    assert_opens_cleanly(client.response.data, address[-5:])
    return client.response.data


def condensed(client: StrictClient, plan: Plan, coordinator: User, text: str = "Kort.") -> Page:
    client.sign_in(coordinator).get(page_of(plan))
    return client.submit("Opslaan", tekst=text)


def changed(plan: Plan, anna: User) -> None:
    """Another plan comes in force."""
    next_version(plan)
    write(plan, anna, f"Wij zien de {CHANGED}.")
    make_indiening(plan, anna)
    accept(plan)


def test_a_changed_plan_raises_a_flag_that_a_button_takes_away(
    client: StrictClient, anna: User, plan: Plan, coordinator: User
):
    condensed(client, plan, coordinator)
    changed(plan, anna)
    page = client.get("/landelijk/samenvatting")
    assert "Het plan is gewijzigd na deze samenvatting" in texts_of(page)["Randvoorwaarden"]
    assert "Bij 1 samenvatting is het plan daarna gewijzigd." in page.text
    page = client.get(page.links["Bekijken"])
    page = client.get(page.links["Samenvatting wijzigen: randvoorwaarden van Aastreek"])
    assert CHANGED in page.text
    page = client.submit("De samenvatting klopt nog")
    assert "Het plan is gewijzigd" not in page.text
    assert "Kort." in texts_of(page)["Randvoorwaarden"]
    assert "Geen plan gevonden." in client.get("/landelijk/samenvatting?toon=gewijzigd").text


def test_an_empty_field_takes_the_text_away_after_asking(client: StrictClient, plan: Plan, coordinator: User):
    condensed(client, plan, coordinator)
    client.get(page_of(plan))
    page = client.submit("Opslaan", tekst="  \n ", status=422)
    assert page.h1 == "Wilt u de samenvatting weghalen?"
    assert "Kort." in page.text
    assert "Kort." in texts_of(client.get("/landelijk/samenvatting"))["Randvoorwaarden"]
    client.get(page_of(plan))
    client.submit("Opslaan", tekst="", status=422)
    page = client.submit("Ja, haal de samenvatting weg")
    assert SUBMITTED in texts_of(page)["Randvoorwaarden"]
    assert "Samengevat" not in texts_of(page)["Randvoorwaarden"]


def test_an_empty_field_where_nothing_was_asks_nothing(client: StrictClient, plan: Plan, coordinator: User):
    page = condensed(client, plan, coordinator, "")
    assert SUBMITTED in texts_of(page)["Randvoorwaarden"]
    assert all_rows(Samenvatting) == []


def test_a_stale_page_shows_both_texts_and_loses_neither(
    client: StrictClient, new_client, plan: Plan, coordinator: User
):
    other = new_client().sign_in(make_user(Rol.COORDINATOR, naam="Bo Proef"))
    client.sign_in(coordinator).get(page_of(plan))
    other.get(page_of(plan))
    other.submit("Opslaan", tekst="Van Bo.")
    page = client.submit("Opslaan", tekst="Van Co.", status=409)
    assert "Van Bo." in page.text
    assert page.one("//textarea[@name='tekst']").text.strip() == "Van Co."
    page = client.submit("Opslaan", tekst="Van Bo en Co.")
    assert "Van Bo en Co." in texts_of(page)["Randvoorwaarden"]


def test_taking_away_what_somebody_just_changed_shows_that_text_first(
    client: StrictClient, new_client, plan: Plan, coordinator: User
):
    condensed(client, plan, coordinator)
    client.get(page_of(plan))
    client.submit("Opslaan", tekst="", status=422)
    other = new_client().sign_in(make_user(Rol.COORDINATOR))
    other.get(page_of(plan))
    other.submit("Opslaan", tekst="Beter.")
    page = client.submit("Ja, haal de samenvatting weg", status=409)
    assert "Beter." in page.text
    assert "Beter." in texts_of(client.get("/landelijk/samenvatting"))["Randvoorwaarden"]


@pytest.mark.parametrize("rest", ["", "/klopt", "/weghalen"])
@pytest.mark.parametrize(
    "data", [{}, {"revisie": "x", "bron": "y", "tekst": ""}, {"revisie": "0", "bron": "a" * 63 + "G", "tekst": "T"}]
)
def test_what_our_page_never_sends_is_refused(
    client: StrictClient, plan: Plan, coordinator: User, rest: str, data: dict[str, str]
):
    client.sign_in(coordinator)
    page = client.post(page_of(plan, rest), data, status=None)
    assert page.status in (400, 422)
    assert all_rows(Samenvatting) == []


@pytest.mark.parametrize("address", ["/landelijk/samenvatting/999999/acties", "/landelijk/samenvatting/0/acties"])
def test_a_plan_that_is_not_there_is_404(client: StrictClient, coordinator: User, address: str):
    client.sign_in(coordinator).get(address, 404)
    client.post(f"{address}/klopt", {"revisie": "0", "bron": "a" * 64}, status=404)


def test_a_column_that_is_not_there_is_404(client: StrictClient, plan: Plan, coordinator: User):
    client.sign_in(coordinator).get(f"/landelijk/samenvatting/{plan.id}/onzin", 404)


def test_a_draft_has_nothing_to_condense(client: StrictClient, coordinator: User):
    draft = make_plan(make_regio("Duinstreek"))
    client.sign_in(coordinator).get(page_of(draft), 404)


# --- leaks


def test_a_draft_of_a_newer_version_is_on_no_page_and_in_no_file(
    client: StrictClient, anna: User, plan: Plan, coordinator: User
):
    condensed(client, plan, coordinator)
    next_version(plan)
    write(plan, anna, f"Wij zien de {DRAFT}.")
    assert DRAFT in client.sign_in(anna).get(f"/plannen/{plan.id}/onderdeel/randvoorwaarden").html
    client.sign_in(coordinator)
    for address in ("/landelijk/samenvatting", page_of(plan)):
        assert DRAFT not in client.get(address).html
    word = Document(BytesIO(fetch(client, "/landelijk/samenvatting.docx")))
    assert DRAFT not in " ".join(cell.text for row in word.tables[0].rows for cell in row.cells)
    book = load_workbook(BytesIO(fetch(client, "/landelijk/samenvatting.xlsx")))
    assert DRAFT not in " ".join(str(cell.value) for row in book["Samenvatting"].rows for cell in row)


def test_a_condensed_text_is_shown_to_no_region(client: StrictClient, anna: User, plan: Plan, coordinator: User):
    condensed(client, plan, coordinator, "Alleen landelijk: roodborst.")
    client.sign_in(anna)
    for address in ("/", f"/plannen/{plan.id}", f"/plannen/{plan.id}/tijdlijn"):
        assert "roodborst" not in client.get(address).html
    client.get("/landelijk/samenvatting", 403)


def test_markup_in_a_text_is_shown_as_text(client: StrictClient, plan: Plan, coordinator: User):
    page = condensed(client, plan, coordinator, "<script>alert(1)</script> <b>vet</b>")
    assert "<script>alert(1)</script> <b>vet</b>" in texts_of(page)["Randvoorwaarden"]
