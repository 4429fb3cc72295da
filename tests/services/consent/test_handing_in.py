"""Handing in asks one lead on each side of each region, with this very text; and tells who agreed to another one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from flask import Flask

from exports.word.plan import plan_docx
from portal.domain import clock
from portal.domain.consent.states import InstemmingSoort, InstemmingStand
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Event, Indiening, InstemmingAntwoord, Mail, Plan, User
from portal.services.consent import (
    answers,
    asking,
    codes,
    handing_in,
    leads,
    national,
    register,
    telling,
    texts,
    waivers,
)
from portal.services.consent.answers import GegevenAntwoord
from portal.services.consent.handing_in import NotAgreed
from portal.services.consent.links import ForWhom
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers as plan_answers
from portal.services.plan import joining, submit
from portal.services.plan.document import plan_document
from portal.services.plan.pen import PlanProblem
from tests.reading.imports import ROOT
from tests.reading.word import opened, shown
from tests.worlds.consent import agree, link_to_agree, put_waivers
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_plan, make_plan_ready
from tests.worlds.rows import all_rows


@pytest.fixture
def plan(app: Flask) -> Plan:
    """A joint plan of two regions."""
    return make_plan(make_regio("Aastreek"), make_regio("Bosstreek"))


@pytest.fixture
def anna(plan: Plan) -> User:
    """She speaks for the gemeenten of both; the plan is ready."""
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    give_role(anna, Rol.REGIOCONTACT, plan.regios[1], Namens.GEMEENTE)
    make_plan_ready(plan, anna)
    return anna


def hand_in(plan: Plan, who: User) -> Indiening:
    namens = next(iter(who.actor.sides(plan.facts.regio_ids)))
    return handing_in.hand_in(plan, actor=who.actor, namens=namens, seen_number=plan.versie.indiening_nummer)


def waiting(plan: Plan, who: User) -> list[str]:
    with pytest.raises(NotAgreed) as refused:
        hand_in(plan, who)
    return [one.label for one in refused.value.kanten]


def write(plan: Plan, who: User, text: str, revision: int = 0) -> None:
    plan_answers.save_answers(plan, [AnswerEdit("achtergrond", text, revision)], actor=who.actor)


def mails(soort: str) -> list[str]:
    db.session.flush()
    return [mail.aan for mail in all_rows(Mail) if mail.soort == soort]


def test_each_side_of_each_region_must_have_agreed_itself(plan: Plan, anna: User):
    assert waiting(plan, anna) == ["Zorgkantoor, Aastreek", "Zorgkantoor, Bosstreek"]
    bram = agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id)
    assert waiting(plan, anna) == ["Zorgkantoor, Bosstreek"]
    other = agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[1].id)
    indiening = hand_in(plan, anna)
    told = f"{bram.naam} (Zorgkantoor, Aastreek); {other.naam} (Zorgkantoor, Bosstreek)"
    assert indiening.akkoord_van == told
    # Who handed in agreed by that, for both regions.
    assert [one.persoon for one in all_rows(InstemmingAntwoord)].count("Anna Proef") == 2


def test_an_agreement_to_an_earlier_text_does_not_count(plan: Plan, anna: User):
    for regio in plan.regios:
        agree(plan, Namens.ZORGKANTOOR, regio_id=regio.id)
    write(plan, anna, "Anders dan u las.")
    assert waiting(plan, anna) == ["Zorgkantoor, Aastreek", "Zorgkantoor, Bosstreek"]
    stands = leads.stands(plan, texts.now(plan)[1])
    assert [bool(one.eerder) for one in stands] == [False, True, False, True]
    # Back to the text that was agreed to: then it counts again.
    write(plan, anna, "", 1)
    assert hand_in(plan, anna).nummer == 1


def test_a_refusal_does_not_count_and_a_reservation_does(plan: Plan, anna: User):
    first, second = plan.regios
    agree(plan, Namens.ZORGKANTOOR, regio_id=first.id, stand=InstemmingStand.NIET, toelichting="Te weinig geld.")
    day = {"stand": InstemmingStand.VOORBEHOUD, "voorbehoud_tot": date(2030, 3, 12)}
    agree(plan, Namens.ZORGKANTOOR, regio_id=second.id, **day)
    assert waiting(plan, anna) == ["Zorgkantoor, Aastreek"]
    lines = {one.naam: one.woorden for one in telling.lines(plan, texts.now(plan)[1])}
    assert "De achterban is geraadpleegd uiterlijk 12 maart 2030." in lines["Zorgkantoor, Bosstreek"]
    # It is told along with who agreed, also on the receipt.
    agree(plan, Namens.ZORGKANTOOR, regio_id=first.id)
    told = hand_in(plan, anna).akkoord_van
    assert told.endswith("(Zorgkantoor, Bosstreek, onder voorbehoud, achterban geraadpleegd uiterlijk 12 maart 2030)")


@pytest.mark.parametrize(("days", "stand"), [(0, InstemmingStand.VOORBEHOUD), (-1, InstemmingStand.INGESTEMD)])
def test_who_hands_in_a_changed_text_keeps_a_reservation_until_its_day(
    plan: Plan, anna: User, days: int, stand: InstemmingStand
):
    day = clock.today() + timedelta(days=days)
    agree(plan, Namens.GEMEENTE, anna, regio_id=plan.regios[0].id, stand=InstemmingStand.VOORBEHOUD, voorbehoud_tot=day)
    write(plan, anna, "Anders.")
    put_waivers(plan, anna)
    hand_in(plan, anna)
    row = next(one for one in register.of_plan(plan) if one.naam == "Gemeente(n), Aastreek")
    assert (len(row.antwoorden), row.stand) == (2, stand)


def test_who_is_asked_again_and_says_the_same_has_answered(plan: Plan, anna: User):
    regio, no = plan.regios[0], {"stand": InstemmingStand.NIET, "toelichting": "Te weinig geld."}
    bram = agree(plan, Namens.ZORGKANTOOR, regio_id=regio.id, **no)
    asking.ask_sides(plan, actor=anna.actor)
    for _ in range(2):
        agree(plan, Namens.ZORGKANTOOR, bram, regio_id=regio.id, **no)
    (row,) = [one for one in register.of_plan(plan) if one.naam == "Zorgkantoor, Aastreek"]
    assert (len(row.antwoorden), row.asked_again) == (2, False)


def test_nobody_answers_for_a_side_of_somebody_else(plan: Plan, anna: User):
    said = GegevenAntwoord(InstemmingStand.INGESTEMD, texts.now(plan)[1], "Anna Proef")
    with pytest.raises(PlanProblem, match="geen contactpersoon van deze kant"):
        answers.say_for_side(plan, f"{plan.regios[0].id}-zorgkantoor", said, actor=anna.actor)


def test_the_coordinator_allows_it_without_one_side_named_and_with_a_reason(plan: Plan, anna: User):
    co = make_user(Rol.COORDINATOR, naam="Co Proef").actor
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id)
    key = f"{plan.regios[1].id}-zorgkantoor"
    waivers.allow(plan, key, "Daar is nu niemand.", actor=co)
    with pytest.raises(PlanProblem, match="al toegestaan"):
        waivers.allow(plan, key, "Nog eens.", actor=co)
    indiening = hand_in(plan, anna)
    assert indiening.akkoord_van.endswith("; niet nodig voor Zorgkantoor, Bosstreek, volgens Co Proef")
    lines = {one.naam: one.woorden for one in telling.lines(plan, texts.now(plan)[1])}
    assert "Indienen mag zonder deze kant. Co Proef stond dat toe op" in lines["Zorgkantoor, Bosstreek"]
    assert lines["Zorgkantoor, Bosstreek"].endswith(": Daar is nu niemand.")


def test_who_agreed_to_another_text_is_told_once_when_it_is_handed_in(plan: Plan, anna: User):
    link, _ = link_to_agree(plan, anna)
    codes.send(link)
    answers.say_by_link(link, GegevenAntwoord(InstemmingStand.INGESTEMD, texts.now(plan)[1], "Gerda Gast"))
    early = agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id)
    write(plan, anna, "Gewijzigd.")
    co = make_user(Rol.COORDINATOR).actor
    for regio in plan.regios:
        waivers.allow(plan, f"{regio.id}-zorgkantoor", "Haast.", actor=co)
    assert mails("leeslink_gewijzigd") == mails("instemming_gewijzigd") == []
    hand_in(plan, anna)
    assert (mails("leeslink_gewijzigd"), mails("instemming_gewijzigd")) == (["gerda@brug.example"], [early.email])
    kept = link.token_hash
    submit.withdraw(plan, actor=anna.actor)
    hand_in(plan, anna)
    assert (mails("leeslink_gewijzigd"), mails("instemming_gewijzigd")) == (["gerda@brug.example"], [early.email])
    assert link.token_hash == kept


def test_the_mail_about_a_change_goes_to_who_answered_and_names_who_wrote_a_besluit_down(plan: Plan, anna: User):
    link, _ = link_to_agree(plan, anna)
    answers.say_by_link(link, GegevenAntwoord(InstemmingStand.INGESTEMD, texts.now(plan)[1], "Gerda Gast"))
    asking.ask_party(plan, link.instemming.partij_id, ForWhom("Piet", "piet@brug.example"), actor=anna.actor)
    said = GegevenAntwoord(InstemmingStand.INGESTEMD, texts.now(plan)[1], "Anna Proef")
    for naam in ("gemeente Goes", "Gemeente Goes"):
        day = clock.today()
        answers.write_down(plan, InstemmingSoort.RAAD, naam, said, besluit_op=day, actor=anna.actor)
    assert [one.titel for one in register.of_plan(plan)][1:] == ["Gemeenteraad, gemeente Goes"]
    write(plan, anna, "Gewijzigd.")
    put_waivers(plan, anna)
    hand_in(plan, anna)
    told = {mail.soort: mail for mail in all_rows(Mail)}
    assert told["leeslink_gewijzigd"].aan == "gerda@brug.example"
    assert "Uw link werkt niet meer." in told["leeslink_gewijzigd"].tekst
    assert told["instemming_gewijzigd"].onderwerp.startswith("Gewijzigd na de instemming van Gemeenteraad, gemeente")
    assert "U schreef op dat is ingestemd" in told["instemming_gewijzigd"].tekst


def test_the_other_sides_are_asked_by_one_press(plan: Plan, anna: User):
    bram = make_contact(plan.regios[0], Namens.ZORGKANTOOR)
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[1].id)
    assert [one.naam for one in asking.ask_sides(plan, actor=anna.actor)] == ["Zorgkantoor, Aastreek"]
    assert mails("instemming_gevraagd") == [bram.email]


def test_asking_a_party_again_makes_a_new_link_and_ends_the_one_before(plan: Plan, anna: User):
    first, _ = link_to_agree(plan, anna)
    asking.ask_party(plan, first.instemming.partij_id, ForWhom("Piet", "piet@brug.example"), actor=anna.actor)
    assert [one.ingetrokken_op is None for one in first.instemming.links] == [False, True]


def test_only_this_room_hands_in_for_people() -> None:
    """The verb of the plan freezes whatever it gets; who decides whether it may stands above it."""
    callers = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "portal").rglob("*.py")
        if "submit.submit(" in path.read_text("utf-8") and "akkoord_van=" in path.read_text("utf-8")
    }
    assert callers == {"portal/services/consent/handing_in.py"}


def test_the_timeline_tells_it(plan: Plan, anna: User):
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id)
    assert [one.soort for one in all_rows(Event)][-1] == "instemming_gegeven"


def test_word_and_pdf_say_who_agreed_and_an_empty_register_adds_nothing(plan: Plan, anna: User):
    document = plan_document(texts.now(plan)[0], status="Concept", peilmoment=clock.now())
    before = shown(opened(plan_docx(document)).element)
    assert telling.on_paper(plan, texts.now(plan)[1]) == ()
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id, toelichting="Wij **steunen** dit.")
    document = replace(document, instemming=telling.on_paper(plan, texts.now(plan)[1]))
    after = shown(opened(plan_docx(document)).element)
    assert "Instemming" not in before
    assert ["Instemming" in after, "Wij steunen dit." in after, "Nog niet gevraagd." in after] == [True] * 3


def test_the_report_hears_how_the_sides_agreed_without_a_name(plan: Plan, anna: User):
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id)
    day = {"stand": InstemmingStand.VOORBEHOUD, "voorbehoud_tot": date(2030, 3, 12)}
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[1].id, **day)
    indiening = hand_in(plan, anna)
    told = {indiening.id: "Elke kant stemde zelf in, 1 kant onder voorbehoud"}
    assert national.in_words({indiening.id: 2}) == told
    # What a side says of a later text is not about what was handed in.
    submit.withdraw(plan, actor=anna.actor)
    write(plan, anna, "Anders.")
    refusal = {"stand": InstemmingStand.NIET, "toelichting": "Nu niet meer."}
    agree(plan, Namens.ZORGKANTOOR, regio_id=plan.regios[0].id, **refusal)
    assert national.in_words({indiening.id: 2}) == told


def test_of_what_was_handed_in_before_anybody_asked_the_report_says_nothing(plan: Plan, anna: User):
    before = submit.submit(plan, actor=anna.actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=0)
    assert national.in_words({before.id: 2}) == {before.id: ""}


def test_a_region_that_goes_on_by_itself_takes_its_sides_out_of_the_register(plan: Plan, anna: User):
    for regio in plan.regios:
        agree(plan, Namens.ZORGKANTOOR, regio_id=regio.id)
    joining.split_plan(plan, plan.regios[1], actor=make_user(Rol.COORDINATOR).actor)
    assert [one.naam for one in register.of_plan(plan)] == ["Zorgkantoor, Aastreek"]


def test_codes_of_before_yesterday_go(plan: Plan, anna: User):
    link, _ = link_to_agree(plan, anna)
    with clock.stopped_at(clock.now() - timedelta(days=2)):
        codes.send(link)
    codes.send(link)
    assert codes.sweep() == 1
    assert codes.is_underway(link)
