"""Mijn plan, a part, earlier texts, reading and the timeline: what a person sees at each stage."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Plan, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, joining, rows, submit, workflow
from portal.services.plan.content import working_copy
from tests.client import StrictClient
from tests.editions import PLAN
from tests.reading.pages import words
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_plan_ready, make_vastgesteld

SAVE = "Opslaan en terug naar het plan"
NOON = datetime(2023, 12, 19, 12, 0, tzinfo=UTC)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan(make_regio("Proefstreek"), deadline=date(2099, 12, 31))


def part(plan: Plan, key: str = "achtergrond") -> str:
    return f"/plannen/{plan.id}/onderdeel/{key}"


def save(plan: Plan, who: User, text: str, base: int = 0) -> None:
    answers.save_answers(plan, [AnswerEdit("achtergrond", text, base)], actor=who.actor)
    db.session.commit()


def answer(plan: Plan, key: str = "achtergrond") -> str:
    db.session.expire_all()
    return str(working_copy(plan)["answers"].get(key, ""))


# --- Mijn plan --------------------------------------------------------------------------------------------------------


def test_mijn_plan_lists_the_eleven_parts_in_order_and_leads_to_the_first_that_is_not_ready(
    anna: StrictClient, plan: Plan
):
    page = anna.get(f"/plannen/{plan.id}")
    places = [page.text.index(step.title) for step in PLAN.steps[1:]]
    assert places == sorted(places)
    assert page.links["Verder met “Algemene gegevens”"] == part(plan, "algemeen")
    assert "0 van de 11 onderdelen zijn klaar." in page.text


def test_mijn_plan_tells_who_changed_what_and_what_is_still_needed(anna: StrictClient, plan: Plan, contact: User):
    with clock.stopped_at(NOON):
        save(plan, contact, "Wij zien drie knelpunten.")
        page = anna.get(f"/plannen/{plan.id}")
    assert "vandaag om 13:00 door Anna Proef" in page.text
    assert "1 van de 11 onderdelen zijn klaar." in page.text
    assert "Nog nodig: Aangesloten partijen (bijvoorbeeld zorgaanbieders, zorgverzekeraars)" in page.text


@pytest.mark.parametrize(
    ("deadline", "shown"),
    [
        (date(2023, 12, 31), "zondag 31 december 2023 (nog 12 dagen)"),
        (date(2023, 12, 19), "dinsdag 19 december 2023 (vandaag)"),
        (date(2023, 12, 17), "zondag 17 december 2023 (2 dagen geleden)"),
    ],
)
def test_the_deadline_stands_there_in_words_and_days(anna: StrictClient, plan: Plan, deadline: date, shown: str):
    with clock.stopped_at(NOON):
        plan.deadline = deadline
        assert shown in anna.get(f"/plannen/{plan.id}").text


def test_with_everything_ready_the_one_step_left_is_to_hand_in(anna: StrictClient, plan: Plan, contact: User):
    make_plan_ready(plan, contact)
    page = anna.get(f"/plannen/{plan.id}")
    assert page.links["Controleren en indienen"] == f"/plannen/{plan.id}/controleren"


def test_a_joint_plan_says_for_which_regions_it_counts_and_contacts_of_either_work_in_it(client: StrictClient):
    plan = make_plan(make_regio("Aastreek"), make_regio("Zandstreek"))
    for regio in plan.regios:
        client.sign_in(make_contact(regio))
        assert "Dit plan geldt voor 2 regio’s: Aastreek; Zandstreek." in client.get(f"/plannen/{plan.id}").text
        client.get(part(plan))
        client.submit(SAVE, achtergrond=f"Van {regio.naam}.")
    assert answer(plan) == "Van Zandstreek."


def test_a_regiolezer_sees_everything_and_can_change_nothing(client: StrictClient, plan: Plan, contact: User):
    save(plan, contact, "Wij zien drie knelpunten.")
    client.sign_in(make_regiolezer(plan.regios[0]))
    page = client.get(f"/plannen/{plan.id}")
    assert "onderdeel" not in " ".join(page.links.values())
    assert "Wij zien drie knelpunten." in client.get(f"/plannen/{plan.id}/lezen").text
    client.get(part(plan), 403)
    client.post(part(plan), {"achtergrond": "X", "revisie_achtergrond": "1"}, 403)
    assert answer(plan) == "Wij zien drie knelpunten."


# --- A part -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", PLAN.steps, ids=lambda step: step.key)
def test_every_part_says_which_step_it_is_and_asks_in_the_words_of_the_format(anna: StrictClient, plan: Plan, step):
    page = anna.get(part(plan, step.key))
    assert f"Stap {step.number} van 11" in page.text
    assert f"Stap {step.number} van 11" in page.title
    for section in step.sections:
        assert section.printed_guidance in page.text
        assert not section.footnote or section.footnote.text in page.text
    for question in step.questions:
        if not question.kind.is_list:
            assert page.find(f"//*[@name='{question.key}']"), question.key
            assert question.label in page.text


def test_every_field_of_a_part_belongs_to_the_form_that_saves_it(anna: StrictClient, plan: Plan):
    """Lists have forms of their own, so the fields of a part may stand outside theirs."""
    for step in PLAN.steps:
        page = anna.get(part(plan, step.key))
        for question in step.questions:
            for control in page.find(f"//*[@name='{question.key}']"):
                inside = control.xpath("ancestor::form[@id='stap']")
                assert inside or control.get("form") == "stap", question.key


def test_saving_goes_to_the_next_part_the_plan_or_stays(anna: StrictClient, plan: Plan):
    anna.get(part(plan))
    page = anna.submit("Opslaan en verder", achtergrond="Een.")
    assert page.h1 == "Huidige situatie"
    anna.get(part(plan))
    assert anna.submit(SAVE, achtergrond="Twee.").h1 == "Plan van aanpak Proefstreek"
    anna.get(part(plan))
    page = anna.submit("Bekijk uw tekst", achtergrond="Een **vet** woord.")
    bold = page.find("//*[@aria-label[starts-with(., 'Zo ziet uw tekst eruit')]]//strong")
    assert [words(one) for one in bold] == ["vet"]
    assert answer(plan) == "Een **vet** woord."


def test_after_the_last_part_comes_the_check_page(anna: StrictClient, plan: Plan):
    anna.get(part(plan, "ervaringen"))
    assert anna.submit("Opslaan en verder", ervaringen="Klein beginnen.").h1 == "Controleren en indienen"


def test_closed_questions_are_saved_as_keys_and_shown_as_words(anna: StrictClient, plan: Plan):
    anna.get(part(plan, "projectstructuur"))
    anna.submit(SAVE, projectstructuur="Een stuurgroep.", projectstructuur_vorm="nieuw_vast")
    anna.get(part(plan, "doelgroep"))
    anna.submit(SAVE, doelgroep="Jongeren.", doelgroep_soorten=["jongeren", "anders"])
    assert (answer(plan, "projectstructuur_vorm"), answer(plan, "doelgroep_soorten")) == (
        "nieuw_vast",
        "jongeren anders",
    )
    page = anna.get(f"/plannen/{plan.id}/lezen")
    assert "Nieuwe vaste structuur" in page.text
    assert "Jongeren 18 t/m 26 jaar, Andere doelgroep" in page.text
    ticked = anna.get(part(plan, "doelgroep")).find("//input[@name='doelgroep_soorten'][@checked]")
    assert [one.get("value") for one in ticked] == ["jongeren", "anders"]


def test_choices_can_be_taken_away_again(anna: StrictClient, plan: Plan):
    for chosen in (["jongeren"], None):
        anna.get(part(plan, "doelgroep"))
        anna.submit(SAVE, doelgroep_soorten=chosen)
    assert answer(plan, "doelgroep_soorten") == ""


def test_opening_and_saving_a_part_without_typing_changes_nothing(anna: StrictClient, plan: Plan, contact: User):
    """White space at the beginning, line ends and signs survive a page unchanged."""
    text = "\n  Begint met wit.\n\n- lijst\n  - dieper\n\nEinde & <klaar> “zo”.\n"
    save(plan, contact, text)
    anna.get(part(plan))
    anna.submit(SAVE)
    row = answers.answers_of(plan)["achtergrond"]
    assert (row.text, row.revision) == (text, 1)


def test_a_save_by_itself_answers_with_the_time_and_the_revision(anna: StrictClient, plan: Plan):
    with clock.stopped_at(NOON):
        for number, text in enumerate(("Een.", "Een. Twee."), start=1):
            data = {"achtergrond": text, "revisie_achtergrond": str(number - 1)}
            anna.post(part(plan), data, 200, headers={"Accept": "application/json"})
            assert anna.response is not None
            assert anna.response.json == {
                "melding": "Opgeslagen om 13:00",
                "revisies": {"revisie_achtergrond": number},
            }
    assert answer(plan) == "Een. Twee."


def test_who_lost_the_role_meanwhile_hears_that_trying_again_is_no_use(anna: StrictClient, plan: Plan, contact: User):
    for one in list(contact.lidmaatschappen):
        db.session.delete(one)
    data = {"achtergrond": "Een.", "revisie_achtergrond": "0"}
    anna.post(part(plan), data, 404, headers={"Accept": "application/json"})
    assert anna.response is not None
    assert anna.response.json["melding"].startswith("Niet opgeslagen: u kunt dit niet (meer) wijzigen.")
    assert answer(plan) == ""


def test_volgt_later_needs_a_reason_and_can_be_taken_back(anna: StrictClient, plan: Plan):
    anna.get(part(plan, "monitoring"))
    page = anna.submit("Dit onderdeel volgt later", reden=" ")
    assert "Schrijf kort op waarom dit onderdeel later volgt, of wanneer." in page.html
    page = anna.submit("Dit onderdeel volgt later", reden="Na het overleg in maart.")
    assert "Volgt later: Na het overleg in maart." in page.text
    anna.get(part(plan, "monitoring"))
    anna.submit("“Volgt later” weghalen")
    db.session.expire_all()
    assert working_copy(plan)["volgt_later"] == {}


def test_an_earlier_text_can_be_seen_and_put_back(anna: StrictClient, plan: Plan, contact: User):
    save(plan, make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef"), "Van Bram.")
    save(plan, contact, "Van Anna.", base=1)
    page = anna.get(f"/plannen/{plan.id}/eerder/achtergrond")
    assert "Van Bram." in page.text
    assert "Bram Proef" in page.text
    (back,) = [words(one) for one in page.find("//main//button") if words(one).startswith("Deze tekst terugzetten")]
    page = anna.submit(back)
    assert "De eerdere tekst staat er weer." in page.html
    assert answer(plan) == "Van Bram."


# --- While others hold the pen ----------------------------------------------------------------------------------------


def test_a_plan_that_is_handed_in_is_read_instead_of_filled_in(anna: StrictClient, plan: Plan, contact: User):
    make_indiening(plan, contact)
    anna.get(part(plan), 302)
    anna.follow(302)
    page = anna.follow()
    assert "U kunt het nu alleen lezen." in page.html
    assert page.h1 == "Plan van aanpak Proefstreek"


def test_a_plan_that_came_back_shows_why_on_top(anna: StrictClient, plan: Plan, contact: User):
    make_indiening(plan, contact)
    co = make_user(Rol.COORDINATOR, naam="Co Proef").actor
    workflow.move(plan, Move.OPPAKKEN, actor=co)
    workflow.move(plan, Move.TERUGSTUREN, actor=co, reason="Wat doet u met <b>jongeren</b>?")
    page = anna.get(f"/plannen/{plan.id}")
    assert "Wat doet u met <b>jongeren</b>?" in page.text
    assert anna.get(part(plan)).h1.startswith("Achtergrond en probleemstelling")


def test_reading_shows_the_draft_until_it_is_handed_in_and_again_after_it_was_taken_back(
    anna: StrictClient, plan: Plan, contact: User
):
    save(plan, contact, "Zoals ingediend.")
    page = anna.get(f"/plannen/{plan.id}/lezen")
    assert "Het is nog niet ingediend." in page.text
    make_indiening(plan, contact)
    anna.get(f"/plannen/{plan.id}/lezen", 302)
    assert "Zoals ingediend." in anna.follow().text
    submit.withdraw(plan, actor=contact.actor)
    save(plan, contact, "Later veranderd.", base=1)
    assert "Later veranderd." in anna.get(f"/plannen/{plan.id}/lezen").text


def test_people_of_a_plan_that_went_up_in_another_can_still_read_what_they_wrote(
    client: StrictClient, plan: Plan, contact: User
):
    other = make_plan(make_regio("Zandstreek"))
    bram = make_contact(other.regios[0], naam="Bram Proef")
    save(other, bram, "Dit schreef Bram.")
    joining.join_plan(plan, other, actor=make_user(Rol.COORDINATOR).actor)
    client.sign_in(bram)
    assert "Dit plan is opgegaan in een gezamenlijk plan." in client.get(f"/plannen/{other.id}").text
    assert "Dit schreef Bram." in client.get(f"/plannen/{other.id}/lezen").text
    client.post(part(other), {"achtergrond": "Nog iets.", "revisie_achtergrond": "1"}, 409)
    assert answer(other) == "Dit schreef Bram."
    assert client.get(f"/plannen/{plan.id}").h1 == "Plan van aanpak Proefstreek en Zandstreek"


def test_the_timeline_tells_who_did_what_newest_first(anna: StrictClient, plan: Plan, contact: User):
    with clock.stopped_at(NOON):
        save(plan, contact, "Een.")
    with clock.stopped_at(NOON + timedelta(hours=1)):
        make_indiening(plan, contact)
    told = anna.get(f"/plannen/{plan.id}/tijdlijn").text
    sentences = (
        "Anna Proef heeft het plan ingediend namens de gemeente(n). Akkoord van de andere kant: D. Ander.",
        "Anna Proef heeft gewerkt aan “Achtergrond en probleemstelling”.",
    )
    places = [told.index(one) for one in sentences]
    assert places == sorted(places)
    assert "Het portaal heeft het plan gestart voor Proefstreek." in told


def test_a_milestone_of_an_action_shows_no_signs_of_markup(anna: StrictClient, plan: Plan, contact: User):
    values = {"vorm": "actie", "paragraaf": "5a.1", "omschrijving": "Uitleg over **beide** routes", "is_mijlpaal": True}
    rows.add_row(plan, Kind.ACTIES, values, actor=contact.actor)
    page = anna.get(f"/plannen/{plan.id}/lezen")
    assert "5a.1 Uitleg over beide routes" in page.text
    assert "**" not in page.text


def test_what_asks_nothing_comes_last_on_the_start_page(anna: StrictClient, contact: User):
    accepted = make_vastgesteld(make_plan(make_regio("Oudstreek"), deadline=date(2023, 1, 1)))
    give_role(contact, Rol.REGIOCONTACT, accepted.regios[0], Namens.GEMEENTE)
    asks = [words(one) for one in anna.get("/").find("//ul[@class='rp-asks']/li")]
    assert asks[0].startswith("Plan Proefstreek:")
    assert asks[-1].startswith(f"Plan {accepted.naam}: vastgesteld. U hoeft nu niets te doen.")
