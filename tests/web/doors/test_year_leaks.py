"""A whole year with something to leak in every corner: each secret reaches exactly the people it is for.

Every address there is, with every id there is, by everybody: pages, files, and what comes back when an empty form is
sent. The words stand nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter
from typing import Any

import pytest
from flask import Flask

from exports.condensed_source import KOLOMMEN
from forms.spec import Kind
from portal.domain import clock
from portal.domain.report.hearing import HoorOordeel
from portal.domain.review.remarks import AdviesOordeel, Zicht
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import (
    Actie,
    Antwoordblad,
    BladHistorie,
    BladIndiening,
    BladRegel,
    Indiening,
    Mail,
    Opmerking,
    Plan,
    Rapport,
    RapportHoorRegio,
    RegelSoort,
    Regio,
    Uitvraag,
    User,
)
from portal.services.feedback import feedback
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, pen, reading_along, rows, versions
from portal.services.report import hearing
from portal.services.review import condensing, reviews
from portal.services.round import rounds
from portal.services.round.questionnaire import format_of_round
from portal.services.round.questions import QuestionValues, add_question
from portal.services.sheet import answers as sheet_answers
from portal.services.sheet import decisions, submit
from portal.services.sheet import rows as sheet_rows
from portal.services.sheet.rows import RegelValues
from tests.client import StrictClient
from tests.running.halves import on_one_each
from tests.web.doors.leaks import combinations, searches, where, words_of
from tests.web.doors.walking import Corridor, keeper_of
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_plan, make_vastgesteld
from tests.worlds.remark import make_action, make_thread
from tests.worlds.report import put_hearing, put_rapport
from tests.worlds.review import answer_return, make_in_review
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready

REGION, REVIEWERS = {"contact", "regiolezer"}, {"beoordelaar", "coordinator"}
READERS = REVIEWERS | {"lezer"}

# What stands where → who may come across it. Nobody else does, nowhere.
SECRETS = {
    "adviesspecht": REVIEWERS,
    "internspecht": REVIEWERS,
    "eigenspecht": REGION,
    "bladinternspecht": REVIEWERS,
    "bladregiospecht": REGION | REVIEWERS,
    "bladeigenspecht": REGION,
    # What a region says it changed is a draft until it submits again.
    "aangepastspecht": {"contact"},
    "gevraagdspecht": {"contact"} | REVIEWERS,
    # Of a draft that reviewers read along with: the parts that are ready, and not the others.
    "meespecht": REVIEWERS | {"contact elders"},
    "nietmeespecht": {"contact elders"},
    "bladspecht": REGION | READERS,
    "conceptbladspecht": REGION,
    "uitstelspecht": REGION | READERS,
    "terugkoppelspecht": {"coordinator"},
    "nieuwevraagspecht": READERS,
    "verkortspecht": READERS,
    # What a concept says of the region, and what the region said of that.
    "hoorspecht": {"contact", "coordinator"},
    "wensspecht": {"contact", "coordinator"},
}
PEOPLE = ("niemand", "contact", "regiolezer", "contact elders", "lezer elders", *sorted(READERS), "beheerder")


@dataclass
class Year:
    """The people of a year in which everything happens at once."""

    people: dict[str, User | None]


@pytest.fixture
def year(app: Flask) -> Year:
    """See `make_year`, with nothing remembered."""
    year = make_year()
    db.session.expire_all()
    return year


@kept
def make_year() -> Year:
    """Region A was sent back and answers a round; region B asks reviewers to read along; a new round is planned."""
    a, b = make_regio("Bosstreek"), make_regio("Aardstreek")
    people: dict[str, User | None] = {
        "niemand": None,
        "contact": make_contact(a, naam="Bo Proef"),
        "regiolezer": make_regiolezer(a),
        "contact elders": make_contact(b),
        "lezer elders": make_regiolezer(make_regio("Zandstreek")),
        **{rol.value: make_user(rol) for rol in Rol if not rol.is_regional},
    }
    year = Year(people)
    a_plan_under_review(year, a)
    a_draft_to_read_along_with(year, make_plan(b))
    rounds_of(year, a)
    db.session.commit()
    return year


def of(year: Year, name: str) -> User:
    person = year.people[name]
    assert person is not None
    return person


def a_plan_under_review(year: Year, regio: Regio) -> None:
    """Accepted once and condensed; then a new version with advice and remarks, that came back."""
    plan, contact = make_plan(regio), of(year, "contact")
    make_action(plan, contact, "Overleggen")
    make_vastgesteld(plan)
    co, beoordelaar = of(year, "coordinator"), of(year, "beoordelaar")
    condensing.save(plan.id, KOLOMMEN[0], "Een verkortspecht", base_revision=0, bron="", actor=co.actor)
    versions.start_new_version(plan, actor=contact.actor)
    indiening = make_in_review(plan, beoordelaar, contact=contact)
    reviews.advise(
        plan,
        actor=beoordelaar.actor,
        oordeel=AdviesOordeel.TERUGSTUREN,
        toelichting="Een adviesspecht",
        seen_indiening_id=indiening.id,
    )
    make_thread(plan, beoordelaar, Zicht.INTERN, "Een internspecht")
    make_thread(plan, contact, Zicht.EIGEN, "Een eigenspecht", step_key="monitoring")
    reviews.send_back(
        plan,
        actor=co.actor,
        reden="Graag aanvullen.",
        asked={"acties": "Een gevraagdspecht"},
        seen_indiening_id=indiening.id,
    )
    answer_return(plan, contact, "Een aangepastspecht")


def a_draft_to_read_along_with(year: Year, plan: Plan) -> None:
    """One part is ready to be read by reviewers, another is not."""
    actor = of(year, "contact elders").actor
    edits = [AnswerEdit("achtergrond", "Een meespecht", 0), AnswerEdit("monitoring", "Een nietmeespecht", 0)]
    answers.save_answers(plan, edits, actor=actor)
    rows.add_row(plan, Kind.ACTIES, {"vorm": "actie", "omschrijving": "Een nietmeespecht"}, actor=actor)
    reading_along.ask(plan, [pen.format_of(plan).step_of("achtergrond").key], notitie="Klopt dit?", actor=actor)


def rounds_of(year: Year, regio: Regio) -> None:
    """A round that is closed and of which the terugkoppeling is being written, and one that is planned."""
    co, contact = of(year, "coordinator"), of(year, "contact")
    uitvraag = make_uitvraag(naam="Ronde een")
    blad = make_sheet_ready(make_blad(uitvraag, plan=year_plan(regio)), contact)
    make_blad(uitvraag, *[one for one in all_rows(Regio) if one.naam == "Aardstreek"])
    decisions.grant_extension(blad, uitvraag.deadline + timedelta(days=5), actor=co.actor, reden="Een uitstelspecht")
    answer(blad, contact, "Een bladspecht", base=0)
    hand_in(blad, contact)
    submit.correct(blad, contact.actor)
    answer(blad, contact, "Een conceptbladspecht", base=1)
    make_thread(blad, of(year, "beoordelaar"), Zicht.INTERN, "Een bladinternspecht")
    make_thread(blad, of(year, "beoordelaar"), Zicht.REGIO, "Een bladregiospecht", step_key="doelstelling")
    make_thread(blad, contact, Zicht.EIGEN, "Een bladeigenspecht", step_key="voortgang")
    rounds.close_round(uitvraag, actor=co.actor)
    feedback.prepare(
        uitvraag,
        anderen_zeiden="Een terugkoppelspecht",
        vervolg="Een terugkoppelspecht",
        seen_revision=uitvraag.revision,
        actor=co.actor,
    )
    a_page_of_a_concept(uitvraag, regio, contact)
    planned = make_uitvraag(
        status=UitvraagStatus.GEPLAND, naam="Ronde twee", opent_op=clock.today() + timedelta(days=9)
    )
    add_question(planned, QuestionValues("Een nieuwevraagspecht", Kind.LONG_TEXT), actor=co.actor)


def a_page_of_a_concept(uitvraag: Uitvraag, regio: Regio, contact: User) -> None:
    """The region read what a report says of it, and wants something else."""
    row = put_hearing(put_rapport(uitvraag), regio)
    row.pagina = {"naam": regio.naam, "delen": [{"kop": "Les", "punten": [{"tekst": "Een hoorspecht", **NO_PLACE}]}]}
    hearing.answer(row, HoorOordeel.ANDERS, "Een wensspecht", seen_revision=1, actor=contact.actor)


NO_PLACE = {"kop": "", "bron": ""}


def year_plan(regio: Regio) -> Plan:
    """The plan of this region."""
    (plan,) = [one for one in all_rows(Plan) if regio.id in one.regio_ids]
    return plan


def answer(blad: Antwoordblad, contact: User, words: str, *, base: int) -> None:
    """Say something in a text and in every list."""
    sheet_answers.save_answers(blad, [AnswerEdit("doel_toelichting", words, base)], actor=contact.actor)
    for soort in RegelSoort:
        sheet_rows.add_rows(blad, soort, [RegelValues(words, "vws")], actor=contact.actor)


# What may differ between two rows: a form that is sent to one is answered as it is for any other of the same kind.
KINDS = {
    "regel_id": attrgetter("blad_id", "soort"),
    "row_id": attrgetter("plan_id", "vorm"),
    "actie_id": attrgetter("plan_id", "vorm"),
    "mail_id": attrgetter("soort"),
}


def first_of_each(name: str, models: list[type[Any]]) -> list[object]:
    """The first row of every kind."""
    found: dict[object, object] = {}
    for row in (row for model in models for row in all_rows(model)):
        found.setdefault(KINDS[name](row), row.id)
    return list(found.values())


def addresses(app: Flask, method: str) -> Iterator[str]:
    """Every address that answers to this method, with every id there is; for a form that is sent, of rows of one
    kind the first.
    """
    plan, uitvraag = all_rows(Plan)[0], all_rows(Uitvraag)[0]
    formats = (pen.format_of(plan), format_of_round(uitvraag))
    ids = {
        "plan_id": [Plan],
        "blad_id": [Antwoordblad],
        "uitvraag_id": [Uitvraag],
        "opmerking_id": [Opmerking],
        "indiening_id": [Indiening, BladIndiening],
        "regel_id": [BladRegel],
        "actie_id": [Actie],
        "row_id": [Actie],
        "history_id": [BladHistorie],
        "regio_id": [Regio],
        "mail_id": [Mail],
        "hoor_id": [RapportHoorRegio],
        "rapport_id": [Rapport],
    }
    values: dict[str, list[object]] = {
        name: sorted({row.id for model in models for row in all_rows(model)}) for name, models in ids.items()
    }
    if method == "POST":
        values |= {name: first_of_each(name, models) for name, models in ids.items() if name in KINDS}
    values["code"] = [regio.code for regio in all_rows(Regio)]
    values["step_key"] = [step.key for one in formats for step in one.steps]
    values["question_key"] = ["doel_toelichting", "achtergrond", "acties", "successen"]
    values["kolom"] = [kolom.key for kolom in KOLOMMEN]
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        # Signing in and out is another story, and would end this one.
        if method in (rule.methods or ()) and rule.endpoint.split(".")[0] not in ("static", "security", "account"):
            for given in combinations(values, sorted(rule.arguments)):
                yield urls.build(rule.endpoint, given, method=method)
    if method == "GET":
        yield from searches(*SECRETS)


def found_by(app: Flask, person: User | None, method: str) -> dict[str, str]:
    """Everything that comes back to this person, refusals and addresses included, by address."""
    client = StrictClient(app, reads_pages=False)
    if person:
        client.sign_in(person)
    found = {}
    with keeper_of(app) as keeper:
        corridor = Corridor(app, client, keeper)
        for address in addresses(app, method):
            if corridor.knock(method, address) and client.response is not None:
                found[address] = words_of(client.response.data) + str(client.response.headers)
    return found


@pytest.mark.parametrize(("app", "name"), on_one_each(PEOPLE), indirect=["app"])
def test_each_secret_reaches_exactly_whom_it_is_for(app: Flask, year: Year, name: str) -> None:
    found = found_by(app, year.people[name], "GET")
    told = {word for word in SECRETS if where(f" {word}", found)}
    expected = {word for word, people in SECRETS.items() if name in people}
    assert told == expected, {word: where(f" {word}", found) for word in told ^ expected}


# What a shut door says is not read from a table: the walk that reads goes over both databases, by turns.
@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", ["niemand", "contact elders", "lezer elders", "lezer", "beheerder"])
def test_what_comes_back_to_a_form_that_is_not_yours_tells_nothing(app: Flask, year: Year, name: str) -> None:
    found = found_by(app, year.people[name], "POST")
    told = {word for word in SECRETS if where(f" {word}", found)}
    assert told <= {word for word, people in SECRETS.items() if name in people}, told


def test_no_mail_tells_any_of_it(app: Flask, year: Year) -> None:
    mails = [f"{mail.onderwerp} {mail.tekst}" for mail in all_rows(Mail)]
    assert len(mails) > 5
    assert [mail for mail in mails for word in SECRETS if word in mail] == []
