"""Every copy of a plan that somebody may read: beside another, in Word with tracked changes, and put back."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import unquote

import pytest
from docx import Document
from docx.oxml.ns import qn

from portal.domain.plan.workflow import Move
from portal.domain.roles import Rol
from portal.models import Indiening, Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, submit, versions, workflow
from tests.client import StrictClient
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pages import Page, words
from tests.reading.pdf import pages_of
from tests.reading.tracked import accepted, plain, rejected
from tests.worlds.goals import FALLING, make_plan_with_goals
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening

DRAFT = "Alleen in het concept."


def write(plan: Plan, who: User, text: str) -> None:
    row = answers.answers_of(plan).get("monitoring")
    edit = AnswerEdit("monitoring", text, row.revision if row else 0)
    assert not answers.save_answers(plan, [edit], actor=who.actor).conflicts


@pytest.fixture
def bob(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Bob Voorbeeld")


@pytest.fixture
def copies(plan: Plan, bob: User) -> list[Indiening]:
    """Two versions that were vastgesteld, between them one that was taken back, and a third version in concept."""
    return [*_accepted(plan, bob, "Elke maand."), *_accepted(plan, bob, "Elk kwartaal."), *_begun(plan, bob)]


def _accepted(plan: Plan, bob: User, text: str) -> list[Indiening]:
    if plan.versie.indiening_nummer:
        versions.start_new_version(plan, actor=bob.actor)
    write(plan, bob, text)
    found = make_indiening(plan, bob)
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=make_user(Rol.COORDINATOR).actor)
    return [found]


def _begun(plan: Plan, bob: User) -> list[Indiening]:
    versions.start_new_version(plan, actor=bob.actor)
    write(plan, bob, "Teruggenomen.")
    taken_back = make_indiening(plan, bob)
    submit.withdraw(plan, actor=bob.actor)
    write(plan, bob, DRAFT)
    return [taken_back]


def offered(page: Page) -> list[str]:
    """The keys of what can be chosen to compare."""
    return [one.get("value") or "" for one in page.find("//select[@id='van']/option")]


def file_of(client: StrictClient, address: str) -> bytes:
    client.get(address)
    assert client.response is not None
    return client.response.data


def test_everybody_compares_what_that_person_may_read(client: StrictClient, plan: Plan, copies: list[Indiening]):
    first, second, taken_back = (str(one.id) for one in copies)
    for reader in (make_regiolezer(plan.regios[0]), make_contact(plan.regios[0])):
        page = client.sign_in(reader).get(f"/plannen/{plan.id}/veranderd")
        assert offered(page) == ["concept", taken_back, second, first]
    others = [make_user(rol) for rol in (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER)]
    for reader in (*others, make_contact(make_regio("Elders"))):
        page = client.sign_in(reader).get(f"/plannen/{plan.id}/veranderd?van=concept&naar={taken_back}")
        assert offered(page) == [second, first]
        assert "hoort niet bij dit plan" in page.text
        assert "[weggehaald: maand][toegevoegd: kwartaal]" in page.text
        for address in ("veranderd", "versies"):
            page = client.get(f"/plannen/{plan.id}/{address}")
            assert DRAFT not in page.html
            assert "Teruggenomen." not in page.html


def test_word_holds_both_copies_as_tracked_changes_of_who_handed_in(
    client: StrictClient, plan: Plan, copies: list[Indiening]
):
    first, second, _ = copies
    page = client.sign_in(make_user(Rol.BEOORDELAAR)).get(
        f"/plannen/{plan.id}/veranderd?van={first.id}&naar={second.id}"
    )
    content = file_of(client, page.links["Word-bestand met bijgehouden wijzigingen"])
    assert_opens_cleanly(content, ".docx")
    assert "Elk kwartaal." in words(accepted(content))
    assert "Elke maand." in words(rejected(content))
    by = {one.get(qn("w:author")) for one in plain(content).iter(qn("w:ins"))}
    assert by == {"Bob Voorbeeld, namens de gemeente(n)"}
    assert client.response is not None
    assert f"Plan van aanpak {plan.naam} wijzigingen" in unquote(client.response.headers["Content-Disposition"])


def test_who_knows_no_contact_persons_reads_the_region_as_author(
    client: StrictClient, plan: Plan, copies: list[Indiening]
):
    client.sign_in(make_user(Rol.LEZER))
    content = file_of(client, f"/plannen/{plan.id}/vergelijking.docx")
    by = {one.get(qn("w:author")) for one in plain(content).iter(qn("w:ins"))}
    assert by == {f"{plan.naam}, namens de gemeente(n)"}


def test_a_word_file_of_what_somebody_may_not_read_is_not_made(
    client: StrictClient, plan: Plan, copies: list[Indiening]
):
    client.sign_in(make_user(Rol.BEOORDELAAR))
    for asked in (f"van={copies[2].id}", "naar=concept", f"van={copies[0].id}&naar={copies[0].id}"):
        client.get(f"/plannen/{plan.id}/vergelijking.docx?{asked}", 302)
        assert "/veranderd?" in str(client.response and client.response.location)


def test_a_small_number_stays_hidden_beside_another_copy(client: StrictClient):
    plan = make_plan_with_goals(goals_of=({**FALLING, "streefwaarde": "3"},))
    bob = make_contact(plan.regios[0])
    versions.start_new_version(plan, actor=bob.actor)
    write(plan, bob, "Nieuw.")
    make_indiening(plan, bob)
    client.sign_in(make_user(Rol.LEZER))
    page = client.get(f"/plannen/{plan.id}/veranderd?toon=alles")
    assert "Nieuw." in page.text
    assert "Streefwaarde: 3" not in page.text
    found = words(plain(file_of(client, f"/plannen/{plan.id}/vergelijking.docx")))
    assert "Streefwaarde: <5" in found
    assert "Streefwaarde: 3" not in found


def test_what_is_not_in_force_says_so_on_page_word_and_pdf(client: StrictClient, plan: Plan, copies: list[Indiening]):
    first, second, taken_back = copies
    client.sign_in(make_contact(plan.regios[0]))
    for one, told in ((first, "niet de geldende versie"), (taken_back, "ingetrokken, niet de geldende versie")):
        address = f"/plannen/{plan.id}/indieningen/{one.id}"
        assert "Dit is niet het geldende plan." in client.get(address).text
        word = Document(BytesIO(file_of(client, f"{address}.docx")))
        assert word.sections[0].header.paragraphs[0].text.endswith(f" · {told}")
        assert f"· {told}" in " ".join(pages_of(file_of(client, f"{address}.pdf"))[0].split())
    word = Document(BytesIO(file_of(client, f"/plannen/{plan.id}/indieningen/{second.id}.docx")))
    assert "niet de" not in word.sections[0].header.paragraphs[0].text
    assert "Dit is het geldende plan." in client.get(f"/plannen/{plan.id}/indieningen/{second.id}").text


def test_all_versions_stand_on_one_page(client: StrictClient, plan: Plan, copies: list[Indiening]):
    page = client.sign_in(make_contact(plan.regios[0])).get(f"/plannen/{plan.id}")
    page = client.get(page.links["Alle versies, om te lezen of terug te zetten"])
    rows = [[words(cell) for cell in row.xpath("./th | ./td")][:2] for row in page.find("//tbody/tr")]
    assert [(one[0][:8], one[1]) for one in rows] == [
        ("Versie 3", "Concept"),
        ("Versie 3", "Ingetrokken"),
        ("Versie 2", "Geldende versie"),
        ("Versie 1", "Eerder vastgesteld"),
    ]


# --- put back


def test_a_part_is_put_back_after_one_saw_what_that_changes(client: StrictClient, plan: Plan, copies: list[Indiening]):
    client.sign_in(make_contact(plan.regios[0]))
    page = client.get(f"/plannen/{plan.id}/indieningen/{copies[0].id}/terugzetten")
    assert "[weggehaald: in het concept][toegevoegd: maand]" in page.text
    page = client.submit("Terugzetten")
    assert "Teruggezet: Monitoring en aandachtspunten." in page.html
    assert answers.answers_of(plan)["monitoring"].text == "Elke maand."
    page = client.get(f"/plannen/{plan.id}/indieningen/{copies[0].id}/terugzetten")
    assert "Er is niets om terug te zetten." in page.text


def test_nothing_ticked_is_said_and_nothing_happens(client: StrictClient, plan: Plan, copies: list[Indiening]):
    client.sign_in(make_contact(plan.regios[0])).get(f"/plannen/{plan.id}/indieningen/{copies[0].id}/terugzetten")
    page = client.submit("Terugzetten", onderdelen=[], status=422)
    assert "Kies ten minste één onderdeel om terug te zetten." in page.text
    assert answers.answers_of(plan)["monitoring"].text == DRAFT


def test_what_a_colleague_changed_meanwhile_is_shown_first(client: StrictClient, plan: Plan, copies: list[Indiening]):
    client.sign_in(make_contact(plan.regios[0])).get(f"/plannen/{plan.id}/indieningen/{copies[0].id}/terugzetten")
    write(plan, make_contact(plan.regios[0]), "Van een collega.")
    page = client.submit("Terugzetten", status=409)
    assert "Er is intussen weer iets veranderd" in page.text
    assert "[weggehaald: een collega][toegevoegd: maand]" in page.text
    assert "Teruggezet" in client.submit("Terugzetten").html
    assert answers.answers_of(plan)["monitoring"].text == "Elke maand."


def test_only_who_writes_in_the_plan_puts_something_back(client: StrictClient, plan: Plan, copies: list[Indiening]):
    address = f"/plannen/{plan.id}/indieningen/{copies[0].id}/terugzetten"
    for reader in (make_regiolezer(plan.regios[0]), make_user(Rol.BEOORDELAAR), make_user(Rol.COORDINATOR)):
        client.sign_in(reader).get(address, 403)
        assert "Terugzetten" not in client.get(f"/plannen/{plan.id}/versies").text
    make_indiening(plan, make_contact(plan.regios[0]))
    client.sign_in(make_contact(plan.regios[0])).get(address, 302)
    assert "U kunt pas iets terugzetten als u het intrekt of terugkrijgt." in client.follow().html
