"""Reviewing as people do it: read with what changed marked, advise, send back, accept, undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from forms.dutch.dates import day_in_words
from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.states import VersieStatus
from portal.domain.review.remarks import AdviesOordeel
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Event, Mail, Plan, Terugsturing, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, returned, rows, submit, versions
from portal.services.review import reviews
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.review import answer_return, make_in_review, make_resubmitted, make_returned
from tests.worlds.rows import all_rows

PDF = b"%PDF-1.7\nons eigen plan"


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


@pytest.fixture
def co(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, naam="C. Voorbeeld")


@pytest.fixture
def reviewer(app: Flask) -> User:
    return make_user(Rol.BEOORDELAAR, naam="B. Lezer")


def status(plan: Plan) -> VersieStatus:
    db.session.expire_all()
    return plan.status


def page_of(plan: Plan, rest: str = "") -> str:
    return f"/plannen/{plan.id}/beoordelen{rest}"


def write(plan: Plan, who: User, **texts: str) -> None:
    present = answers.answers_of(plan)
    edits = [AnswerEdit(key, text, present[key].revision if key in present else 0) for key, text in texts.items()]
    assert answers.save_answers(plan, edits, actor=who.actor).conflicts == []


def changed_and_submitted(plan: Plan, anna: User) -> None:
    """A plan that came back and was submitted again, with one text and the actions changed."""
    write(plan, anna, achtergrond="Wij overleggen in maart.", monitoring="Dit blijft zo.")
    kept = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Blijft", "vorm": "actie"}, actor=anna.actor)
    gone = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Verdwijnt", "vorm": "actie"}, actor=anna.actor)
    make_returned(plan, {"acties": "Wie doet wat?", "planning": "Noem data."}, contact=anna)
    write(plan, anna, achtergrond="Wij overleggen in april.")
    rows.remove_row(plan, Kind.ACTIES, gone.id, base_revision=1, actor=anna.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Nieuwe actie", "vorm": "actie"}, actor=anna.actor)
    rows.change_row(plan, Kind.ACTIES, kept.id, {"verantwoordelijke": "Zorgkantoor"}, base_revision=1, actor=anna.actor)
    answer_return(plan, anna, "Wij hebben dit aangevuld.")
    make_indiening(plan, anna)


def part(page: Page, key: str) -> str:
    return words(page.one(f"//section[@id='{key}']"))


# --- Reading ----------------------------------------------------------------------------------------------------------


def test_a_first_submission_reads_as_a_plan_without_marks(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    write(plan, anna, achtergrond="Wij zien dat **jongeren** wachten.")
    make_indiening(plan, anna)
    page = client.sign_in(reviewer).get(page_of(plan))
    assert page.h1 == "Plan van aanpak Proefstreek"
    assert "Dit is de eerste indiening" in page.text
    assert len(page.find("//section[contains(@class, 'rp-reviewpart')]")) == 11
    assert [words(one) for one in page.find("//section[@id='achtergrond']//strong")][:1] == ["jongeren"]
    assert not page.find("//section[contains(@class, 'rp-reviewpart')]//*[self::ins or self::del]")


def test_what_changed_is_marked_and_said_in_words(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    changed_and_submitted(plan, anna)
    page = client.sign_in(reviewer).get(page_of(plan))
    assert "2 van de 11 onderdelen zijn gewijzigd sinds de vorige indiening" in page.text
    text = page.one("//section[@id='achtergrond']//div[contains(@class, 'rp-diff__text')]")
    assert [words(one) for one in text.xpath(".//ins")] == ["[toegevoegd: april]"]
    assert [words(one) for one in text.xpath(".//del")] == ["[weggehaald: maart]"]
    assert "Gewijzigd" in part(page, "achtergrond")
    assert "Ongewijzigd" in part(page, "monitoring")
    cells = [[words(cell) for cell in row.xpath("./td")] for row in page.find("//section[@id='acties']//tbody/tr")]
    assert [(row[1], row[2], row[-1]) for row in cells] == [
        ("Blijft", "[toegevoegd: Zorgkantoor]", "Gewijzigd"),
        ("[weggehaald: Verdwijnt]", "", "Vervallen"),
        ("[toegevoegd: Nieuwe actie]", "", "Nieuw"),
    ]


def test_only_the_changed_parts_can_be_shown(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    changed_and_submitted(plan, anna)
    page = client.sign_in(reviewer).get(page_of(plan))
    page = client.get(page.links["Alleen gewijzigde onderdelen"])
    shown = [one.get("id") for one in page.find("//section[contains(@class, 'rp-reviewpart')]")]
    assert shown == ["achtergrond", "acties"]
    assert page.links["Alle onderdelen"].startswith(page_of(plan))


def test_what_was_asked_stands_beside_what_was_changed(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    changed_and_submitted(plan, anna)
    page = client.sign_in(reviewer).get(page_of(plan))
    (asked,) = page.find("//section[@id='acties']//div[@class='rp-asked']")
    assert [words(one) for one in asked] == ["GevraagdWie doet wat?", "AangepastWij hebben dit aangevuld."]
    assert "Gevraagd" not in part(page, "monitoring")


def test_a_new_version_is_compared_with_the_plan_that_was_accepted(
    client: StrictClient, plan: Plan, anna: User, reviewer: User, co: User
):
    write(plan, anna, monitoring="Elk kwartaal.")
    make_vastgesteld(plan, co)
    versions.start_new_version(plan, actor=anna.actor)
    write(plan, anna, monitoring="Elke maand.")
    make_returned(plan, coordinator=co, contact=anna)
    write(plan, anna, monitoring="Elke week.")
    answer_return(plan, anna)
    make_indiening(plan, anna)
    client.sign_in(reviewer)

    def removed(met: str) -> list[str]:
        found = client.get(page_of(plan, f"?met={met}")).find("//section[@id='monitoring']//del")
        return [words(one) for one in found]

    assert removed("vorige") == ["[weggehaald: maand]"]
    assert removed("vastgesteld") == ["[weggehaald: Elk]", "[weggehaald: kwartaal]"]
    assert removed("niets") == []
    assert removed("onzin") == ["[weggehaald: maand]"]


def test_typed_markup_is_shown_and_not_run(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    write(plan, anna, achtergrond="Een <script>alert(1)</script> tekst.")
    make_returned(plan, contact=anna)
    write(plan, anna, achtergrond="Een <script>alert(2)</script> tekst.")
    answer_return(plan, anna, "<b>Gedaan</b>")
    make_indiening(plan, anna)
    page = client.sign_in(reviewer).get(page_of(plan))
    assert "<script>alert(" in part(page, "achtergrond")
    assert "<b>Gedaan</b>" in part(page, "acties")
    assert not page.find("//main//script | //main//b")


def test_the_files_of_the_submission_can_be_read(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    attachments.add_bijlage(plan, naam="Ons plan", bestandsnaam="plan.pdf", inhoud=PDF, actor=anna.actor)
    make_returned(plan, contact=anna)
    attachments.add_bijlage(plan, naam="Erbij", bestandsnaam="erbij.pdf", inhoud=PDF, actor=anna.actor)
    answer_return(plan, anna)
    make_indiening(plan, anna)
    bijlagen_now = client.sign_in(reviewer).get(page_of(plan)).find("//ul[@aria-label='Bijlagen']/li")
    assert ["nieuw" in words(one) for one in bijlagen_now] == [False, True]
    client.get(bijlagen_now[0].xpath(".//a/@href")[0])
    assert client.response is not None
    assert client.response.data == PDF


def test_a_draft_and_a_file_of_after_the_submission_stay_with_the_region(
    client: StrictClient, plan: Plan, anna: User, reviewer: User
):
    make_returned(plan, contact=anna)
    write(plan, anna, achtergrond="GEHEIM concept")
    later = attachments.add_bijlage(plan, naam="GEHEIM", bestandsnaam="x.pdf", inhoud=PDF, actor=anna.actor)
    returned.save_changes(plan, [returned.StepEdit("acties", "GEHEIM antwoord", 0)], actor=anna.actor)
    page = client.sign_in(reviewer).get(page_of(plan))
    assert "Dit is aan de regio gevraagd" in page.text
    assert "Wie doet wat?" in page.text
    assert "GEHEIM" not in page.html
    client.get(f"/plannen/{plan.id}/bijlagen/{later.id}", 404)
    assert "GEHEIM antwoord" in client.sign_in(anna).get(f"/plannen/{plan.id}").html


def test_plans_under_review_follow_each_other_by_name(client: StrictClient, reviewer: User):
    first, middle, last, done = (make_plan(make_regio(naam)) for naam in ("Astreek", "Bstreek", "Cstreek", "Bzstreek"))
    make_plan(make_regio("Bystreek"))
    for one in (first, middle, last):
        make_indiening(one)
    make_vastgesteld(done)
    page = client.sign_in(reviewer).get(page_of(middle))
    assert page.links["Vorige regio: Astreek"] == page_of(first)
    assert page.links["Volgende regio: Cstreek"] == page_of(last)
    page = client.get(page_of(last))
    assert "Volgende regio" not in page.text


def test_each_part_leads_to_the_next(client: StrictClient, plan: Plan, reviewer: User):
    make_indiening(plan)
    page = client.sign_in(reviewer).get(page_of(plan))
    assert page.links["Volgend onderdeel: Planning"] == "#planning"
    assert len([name for name in page.links if name.startswith("Volgend onderdeel")]) == 10


# --- Picking up, handing over, advice ---------------------------------------------------------------------------------


def test_picking_up_and_handing_over(client: StrictClient, plan: Plan, reviewer: User, co: User):
    make_indiening(plan)
    client.sign_in(reviewer).get(page_of(plan))
    page = client.submit("In behandeling nemen")
    assert "Beoordelaar: B. Lezer" in page.text
    assert status(plan) is VersieStatus.IN_BEHANDELING
    client.get(page.links["Overdragen aan een ander"])
    page = client.submit("Overdragen", aan=str(co.id))
    assert "Beoordelaar: C. Voorbeeld" in page.text


def test_handing_over_to_nobody_or_to_a_region_is_refused(client: StrictClient, plan: Plan, anna: User, reviewer: User):
    make_in_review(plan, reviewer)
    client.sign_in(reviewer)
    for target in ("", "0", str(anna.id), "onzin"):
        page = client.post(page_of(plan, "/overdragen"), {"aan": target}, 422)
        assert page.title.startswith("Fout: ")
    db.session.expire_all()
    assert plan.versie.beoordelaar_id == reviewer.id


def test_advice_is_seen_by_reviewers_with_who_and_when(client: StrictClient, plan: Plan, reviewer: User, co: User):
    make_in_review(plan, reviewer)
    client.sign_in(reviewer).get(page_of(plan))
    client.submit("Advies opslaan", oordeel="terugsturen", toelichting="Nog niet concreet.")
    page = client.sign_in(co).get(page_of(plan))
    advice = words(page.one("//section[@id='advies']"))
    assert "Terugsturen B. Lezer, vandaag om" in advice
    assert "Nog niet concreet." in advice
    assert "B. Lezer: terugsturen" in client.get(page_of(plan, "/vaststellen")).text


def test_advice_without_a_choice_keeps_what_was_typed(client: StrictClient, plan: Plan, reviewer: User):
    make_in_review(plan, reviewer)
    client.sign_in(reviewer).get(page_of(plan))
    page = client.submit("Advies opslaan", toelichting="Mijn lange verhaal.", status=422)
    assert page.errors == ["Kies wat u adviseert."]
    assert page.one("//textarea[@name='toelichting']").text.strip() == "Mijn lange verhaal."


def test_advice_that_comes_too_late_says_why_and_is_kept_on_the_page(
    client: StrictClient, plan: Plan, reviewer: User, co: User
):
    indiening = make_in_review(plan, reviewer)
    client.sign_in(reviewer).get(page_of(plan))
    reviews.approve(plan, actor=co.actor, seen_indiening_id=indiening.id)
    db.session.commit()
    page = client.submit("Advies opslaan", oordeel="geen", toelichting="Mijn lange verhaal.", status=409)
    assert "C. Voorbeeld heeft dit plan om" in page.errors[0]
    assert "Mijn lange verhaal." in page.html


@pytest.mark.parametrize("who", ["contact", "regiolezer", "lezer", "contact elders"])
def test_advice_never_reaches_who_is_no_reviewer(
    client: StrictClient, plan: Plan, anna: User, reviewer: User, co: User, who: str
):
    indiening = make_in_review(plan, reviewer, contact=anna)
    reviews.advise(
        plan,
        actor=reviewer.actor,
        oordeel=AdviesOordeel.TERUGSTUREN,
        toelichting="GEHEIM advies",
        seen_indiening_id=indiening.id,
    )
    assert "GEHEIM advies" in client.sign_in(co).get(page_of(plan)).html
    reviews.approve(plan, actor=co.actor, seen_indiening_id=indiening.id)
    people: dict[str, Callable[[], User]] = {
        "contact": lambda: anna,
        "regiolezer": lambda: make_regiolezer(plan.regios[0]),
        "lezer": lambda: make_user(Rol.LEZER),
        "contact elders": lambda: make_contact(make_regio()),
    }
    client.sign_in(people[who]())
    client.get(page_of(plan), 403)
    read = 0
    for address in ("", "/lezen", "/tijdlijn", f"/indieningen/{indiening.id}", "/opmerkingen", "/controleren"):
        page = client.get(f"/plannen/{plan.id}{address}", None)
        read += page.status == 200
        assert "GEHEIM" not in page.html
        assert "Advies van beoordelaars" not in page.html
    assert read
    assert "GEHEIM" not in client.get("/").html


# --- Deciding ---------------------------------------------------------------------------------------------------------


def test_sending_two_parts_back(client: StrictClient, plan: Plan, anna: User, co: User):
    make_in_review(plan, contact=anna)
    page = client.sign_in(co).get(page_of(plan))
    client.get(page.links["Terugsturen (kies onderdelen)"])
    page = client.submit(
        "Terugsturen",
        reden="Nog niet concreet.",
        kies_acties="y",
        gevraagd_acties="Wie doet wat?",
        # Typed without its box: it counts.
        gevraagd_planning="Noem data.",
    )
    assert "Het plan is teruggestuurd" in words(page.one("//*[contains(@class, 'rp-messages')]"))
    # "De vorige" is what it is compared with.
    assert "U leest de laatste indiening" in page.text
    assert status(plan) is VersieStatus.TERUGGESTUURD
    (back,) = all_rows(Terugsturing)
    assert {one.step_key: one.gevraagd for one in back.onderdelen} == {
        "acties": "Wie doet wat?",
        "planning": "Noem data.",
    }
    (mail,) = db.session.scalars(select(Mail).where(Mail.soort == "teruggestuurd"))
    assert (mail.aan, "Wie doet wat" in mail.tekst, "2 onderdelen" in mail.tekst) == (anna.email, False, True)
    # Two weeks, unless another day is chosen.
    in_two_weeks = day_in_words(clock.today() + timedelta(days=14))
    assert (
        f"Wij verwachten het plan uiterlijk {in_two_weeks} terug."
        in client.sign_in(anna).get(f"/plannen/{plan.id}").text
    )


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("1-1-2020", "Deze dag is al voorbij. Kies vandaag of een latere dag."),
        (
            "volgende week",
            "“volgende week” bij “Wanneer verwacht u het plan terug?” is geen datum. "
            "Typ dag, maand en jaar, bijvoorbeeld 31-12-2024.",
        ),
    ],
)
def test_a_day_that_can_not_be_is_told_and_nothing_is_lost(
    client: StrictClient, plan: Plan, co: User, typed: str, sentence: str
):
    make_in_review(plan)
    client.sign_in(co).get(page_of(plan, "/terugsturen"))
    page = client.submit(
        "Terugsturen", reden="Daarom.", kies_acties="y", gevraagd_acties="Wie?", terug_voor=typed, status=422
    )
    assert page.errors == [sentence]
    assert page.one("//textarea[@name='gevraagd_acties']").text.strip() == "Wie?"
    client.submit("Terugsturen", terug_voor="")
    assert (status(plan), plan.versie.terug_voor) == (VersieStatus.TERUGGESTUURD, None)


def test_sending_back_says_what_is_missing_and_keeps_what_was_typed(client: StrictClient, plan: Plan, co: User):
    make_in_review(plan)
    client.sign_in(co).get(page_of(plan, "/terugsturen"))
    page = client.submit("Terugsturen", kies_acties="y", gevraagd_planning="Noem data.", status=422)
    assert page.errors == ["Vul in waarom u het plan terugstuurt.", "Vul bij “Acties” in wat u van de regio vraagt."]
    assert page.title.startswith("Fout: ")
    assert page.one("//textarea[@name='gevraagd_planning']").text.strip() == "Noem data."
    page = client.submit("Terugsturen", reden="Daarom.", kies_acties=None, gevraagd_planning="", status=422)
    assert page.errors == ["Kies ten minste één onderdeel dat de regio moet aanpassen."]
    assert all_rows(Terugsturing) == []


def test_who_decides_second_hears_who_was_first_and_loses_no_word(
    client: StrictClient, plan: Plan, co: User, new_client: Callable[[], StrictClient]
):
    make_in_review(plan)
    other = new_client().sign_in(make_user(Rol.COORDINATOR, naam="D. Tweede"))
    other.get(page_of(plan, "/terugsturen"))
    client.sign_in(co).get(page_of(plan, "/vaststellen"))
    client.submit("Vaststellen")
    page = other.submit("Terugsturen", reden="Mijn lange reden.", kies_acties="y", gevraagd_acties="Wie?", status=409)
    assert page.errors[0].startswith("C. Voorbeeld heeft dit plan om ")
    assert page.errors[0].endswith(" al vastgesteld.")
    assert "Mijn lange reden." in page.html
    assert status(plan) is VersieStatus.VASTGESTELD
    assert [mail.soort for mail in all_rows(Mail)].count("teruggestuurd") == 0


def test_accepting_mails_every_contact_once(client: StrictClient, plan: Plan, anna: User, co: User):
    indiening = make_in_review(plan, contact=anna)
    client.sign_in(co).get(page_of(plan, "/vaststellen"))
    page = client.submit("Vaststellen")
    assert "Dit plan is vastgesteld op" in page.text
    client.post(page_of(plan, "/vaststellen"), {"indiening": str(indiening.id)})
    db.session.expire_all()
    assert indiening.is_vastgesteld
    assert [mail.aan for mail in all_rows(Mail) if mail.soort == "vastgesteld"] == [anna.email]


def test_a_decision_about_an_older_submission_is_refused(client: StrictClient, plan: Plan, co: User, anna: User):
    make_resubmitted(plan, anna)
    reviews.pick_up(plan, actor=co.actor)
    first = submit.submissions_of(plan)[-1]
    client.sign_in(co).post(page_of(plan, "/vaststellen"), {"indiening": str(first.id)})
    page = client.get(page_of(plan))
    assert "intussen opnieuw ingediend" in page.html
    assert status(plan) is VersieStatus.IN_BEHANDELING


def test_undoing_needs_a_reason_that_the_region_reads(client: StrictClient, plan: Plan, anna: User, co: User):
    indiening = make_in_review(plan, contact=anna)
    reviews.approve(plan, actor=co.actor, seen_indiening_id=indiening.id)
    page = client.sign_in(co).get(page_of(plan))
    client.get(page.links["Vaststelling ongedaan maken"])
    page = client.submit("Ongedaan maken", status=422)
    assert page.errors == ["Vul in waarom u de vaststelling ongedaan maakt."]
    client.submit("Ongedaan maken", reden="Te snel gedrukt.")
    assert status(plan) is VersieStatus.IN_BEHANDELING
    assert [mail.aan for mail in all_rows(Mail) if mail.soort == "heropend"] == [anna.email]
    assert "Te snel gedrukt." in client.sign_in(anna).get(f"/plannen/{plan.id}/tijdlijn").text


def test_a_reviewer_advises_and_does_not_decide(client: StrictClient, plan: Plan, reviewer: User):
    indiening = make_in_review(plan, reviewer)
    page = client.sign_in(reviewer).get(page_of(plan))
    assert "Advies geven" in page.links
    assert not {"Vaststellen", "Terugsturen (kies onderdelen)"} & set(page.links)
    client.post(page_of(plan, "/vaststellen"), {"indiening": str(indiening.id)}, 403)
    client.get(page_of(plan, "/terugsturen"), 403)


@pytest.mark.parametrize("rest", ["/oppakken", "/overdragen", "/advies", "/terugsturen", "/vaststellen", "/heropenen"])
def test_a_form_without_its_fields_is_no_crash(client: StrictClient, plan: Plan, co: User, rest: str):
    make_indiening(plan)
    client.sign_in(co).post(page_of(plan, rest), {}, None)
    assert client.response is not None
    assert client.response.status_code in (302, 400, 422)
    before = len(all_rows(Event))
    client.post(page_of(plan, rest), {"indiening": "onzin", "oordeel": "onzin", "aan": "-1"}, None)
    assert client.response.status_code in (302, 400, 422)
    assert len(all_rows(Event)) == before
