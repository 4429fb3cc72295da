"""A region sees what changed in its own plan: between any two submissions, and since the last one."""

from __future__ import annotations

import pytest

from forms.spec import Kind
from portal.domain.review.remarks import AdviesOordeel, Zicht
from portal.domain.roles import Rol
from portal.models import Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, rows, submit
from portal.services.remark import remarks
from portal.services.review import reviews
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening
from tests.worlds.review import answer_return, make_returned

SECRET = "koekoeksjong"


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


def write(plan: Plan, who: User, **texts: str) -> None:
    present = answers.answers_of(plan)
    edits = [AnswerEdit(key, text, present[key].revision if key in present else 0) for key, text in texts.items()]
    assert answers.save_answers(plan, edits, actor=who.actor).conflicts == []


@pytest.fixture
def came_back(plan: Plan, anna: User) -> Plan:
    """A plan that came back, in which one text and the actions were changed since."""
    write(plan, anna, achtergrond="Wij overleggen in maart.", monitoring="Dit blijft zo.")
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Blijft", "vorm": "actie"}, actor=anna.actor)
    gone = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Verdwijnt", "vorm": "actie"}, actor=anna.actor)
    make_returned(plan, {"acties": "Wie doet wat?"}, contact=anna)
    write(plan, anna, achtergrond="Wij overleggen in april.")
    rows.remove_row(plan, Kind.ACTIES, gone.id, base_revision=1, actor=anna.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Nieuwe actie", "vorm": "actie"}, actor=anna.actor)
    return plan


def address(plan: Plan) -> str:
    return f"/plannen/{plan.id}/veranderd"


def parts(page: Page) -> list[str]:
    return [one.get("id") for one in page.find("//section[contains(@class, 'rp-reviewpart')]")]


def actions(page: Page) -> list[tuple[str, str]]:
    cells = [[words(cell) for cell in row.xpath("./td")] for row in page.find("//section[@id='acties']//tbody/tr")]
    return [(row[1], row[-1]) for row in cells]


def test_only_what_changed_since_the_last_submission_is_shown(client: StrictClient, came_back: Plan, anna: User):
    page = client.sign_in(anna).get(f"/plannen/{came_back.id}")
    page = client.get(page.links["Bekijken wat er is veranderd sinds de laatste indiening"])
    assert page.h1 == "Wat is er veranderd?"
    assert "2 van de 11 onderdelen zijn gewijzigd" in page.text
    assert parts(page) == ["achtergrond", "acties"]
    text = page.one("//section[@id='achtergrond']//div[contains(@class, 'rp-diff__text')]")
    assert [words(one) for one in text.xpath(".//ins | .//del")] == ["[weggehaald: maart]", "[toegevoegd: april]"]
    assert actions(page) == [("[weggehaald: Verdwijnt]", "Vervallen"), ("[toegevoegd: Nieuwe actie]", "Nieuw")]


def test_the_whole_plan_can_be_shown_with_the_marks(client: StrictClient, came_back: Plan, anna: User):
    page = client.sign_in(anna).get(address(came_back))
    page = client.get(page.links["Het hele plan met de wijzigingen"])
    assert len(parts(page)) == 11
    assert actions(page)[0] == ("Blijft", "")
    assert "Dit blijft zo." in words(page.one("//section[@id='monitoring']"))
    assert "Ongewijzigd" in words(page.one("//section[@id='monitoring']"))
    assert parts(client.get(page.links["Alleen wat gewijzigd is"])) == ["achtergrond", "acties"]


def test_any_two_submissions_are_chosen_in_the_address(client: StrictClient, came_back: Plan, anna: User):
    answer_return(came_back, anna)
    make_indiening(came_back, anna)
    second, first = submit.submissions_of(came_back)
    page = client.sign_in(anna).get(address(came_back))
    chosen = {one.getparent().get("name"): one.get("value") for one in page.find("//option[@selected]")}
    assert chosen == {"van": str(first.id), "naar": str(second.id)}
    turned = client.get(f"{address(came_back)}?van={second.id}&naar={first.id}")
    assert words(turned.one("//main")) == words(page.one("//main"))


def test_from_reading_a_submission_it_is_one_press(client: StrictClient, came_back: Plan, anna: User):
    answer_return(came_back, anna)
    second = make_indiening(came_back, anna)
    page = client.sign_in(anna).get(f"/plannen/{came_back.id}/indieningen/{second.id}")
    assert parts(client.get(page.links["Wat is er veranderd?"])) == ["achtergrond", "acties"]


def test_strange_choices_are_said_in_words(client: StrictClient, came_back: Plan, anna: User):
    client.sign_in(anna)
    (only,) = submit.submissions_of(came_back)
    same = client.get(f"{address(came_back)}?van={only.id}&naar={only.id}")
    assert "U koos twee keer dezelfde tekst." in same.text
    assert parts(same) == []
    for strange in ("van=99999", "van=concept%00&naar=%F0%9F%90%88", "naar=-1", f"van={'9' * 400}"):
        assert "hoort niet bij dit plan" in client.get(f"{address(came_back)}?{strange}").text


def test_a_plan_that_was_not_handed_in_has_nothing_to_compare(client: StrictClient, plan: Plan, anna: User):
    assert "Wat is er veranderd?" not in client.sign_in(anna).get(f"/plannen/{plan.id}").links
    assert "Dit plan is nog niet ingediend." in client.get(address(plan)).text
    make_indiening(plan, anna)
    assert "Dit plan is één keer ingediend." in client.get(address(plan)).text
    assert "Wat is er veranderd?" not in client.get(f"/plannen/{plan.id}").links


def test_nothing_changed_says_so(client: StrictClient, plan: Plan, anna: User):
    make_indiening(plan, anna)
    submit.withdraw(plan, actor=anna.actor)
    assert "Er is niets veranderd." in client.sign_in(anna).get(address(plan)).text


def test_who_reads_along_in_the_region_sees_it_and_nobody_else(client: StrictClient, came_back: Plan):
    client.sign_in(make_regiolezer(came_back.regios[0])).get(address(came_back))
    elsewhere = make_regio("Elders")
    for person in (make_contact(elsewhere), make_regiolezer(elsewhere), make_user(Rol.BEHEERDER)):
        client.sign_in(person).get(address(came_back), 404)
    for rol in (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER):
        page = client.sign_in(make_user(rol)).get(address(came_back))
        assert "U kunt één indiening van dit plan lezen." in page.text
        assert "Nieuwe actie" not in page.html


def test_nothing_of_reviewers_stands_on_it(client: StrictClient, came_back: Plan, anna: User):
    answer_return(came_back, anna)
    second = make_indiening(came_back, anna)
    reviewer = make_user(Rol.BEOORDELAAR, naam=f"B. {SECRET}").actor
    reviews.pick_up(came_back, actor=reviewer)
    oordeel = AdviesOordeel.TERUGSTUREN
    reviews.advise(came_back, actor=reviewer, oordeel=oordeel, toelichting=SECRET, seen_indiening_id=second.id)
    remarks.start_thread(came_back, step_key="acties", tekst=SECRET, zicht=Zicht.INTERN, actor=reviewer)
    for toon in ("", "?toon=alles"):
        assert SECRET not in client.sign_in(anna).get(address(came_back) + toon).html
