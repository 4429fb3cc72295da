"""Nobody outside a region reads what it has not handed in; other regions read nothing of its sheet at all.

The sheet here has something to leak: it was handed in, is being corrected, and holds words that stand nowhere else in
every text, list and earlier version.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask

from portal.domain.roles import Actor, Namens, Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladHistorie, BladIndiening, RegelSoort, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import answers, progress, rows, submit
from portal.services.sheet.rows import RegelValues
from tests.client import StrictClient
from tests.running.halves import half_of
from tests.web.doors.leaks import combinations, opened, searches, where
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_q1

DRAFT, SUBMITTED = "zilverkwartel", "koperspecht"
NATIONAL = (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER)


@dataclass
class World:
    """The sheet of a region, its contact, and what was handed in."""

    blad: Antwoordblad
    contact: User
    indiening: BladIndiening


def write_everywhere(blad: Antwoordblad, word: str, actor: Actor, *, base: int) -> None:
    """Put a word in every text, every list and the progress of the sheet."""
    for key, text in (
        ("afstemming_toelichting", f"Over de {word}."),
        ("afstemming_frequentie", f"Elke {word}"),
        ("doel_toelichting", f"Vanwege de {word}."),
        ("voortgang_toelichting", f"Wij zagen een {word}."),
    ):
        answers.save_answers(blad, [AnswerEdit(key, text, base)], actor=actor)
    for actie_id in ids_of(blad):
        progress.save_progress(
            blad, actie_id, status="aandacht", toelichting=f"Een {word}.", base_revision=base, actor=actor
        )
    for soort in RegelSoort:
        rows.add_rows(blad, soort, [RegelValues(f"Meer {word}", "vws")], actor=actor)


@pytest.fixture
def world(app: Flask) -> World:
    """A sheet that was handed in and is being corrected, by two people in turn."""
    regio = make_regio("Bosstreek")
    blad = make_blad(make_q1(), plan=make_plan_in_force(regio))
    contact, other = make_contact(regio, naam="Bo Proef"), make_contact(regio, Namens.ZORGKANTOOR)
    closed = [AnswerEdit("afstemming_vorm", "nee", 0), AnswerEdit("doel_verwachting", "ja", 0)]
    answers.save_answers(blad, closed, actor=contact.actor)
    write_everywhere(blad, SUBMITTED, contact.actor, base=0)
    indiening = hand_in(blad, contact)
    submit.correct(blad, contact.actor)
    write_everywhere(blad, DRAFT, contact.actor, base=1)
    # A third hand, so that the draft stands in earlier versions too.
    answers.save_answers(blad, [AnswerEdit("doel_toelichting", f"Toch {DRAFT}!", 2)], actor=other.actor)
    db.session.commit()
    return World(blad, contact, indiening)


def addresses(app: Flask, world: World) -> Iterator[str]:
    """Every address of the portal about a sheet, a round or nothing in particular, for every id that there is."""
    format_ = format_of_round(world.blad.uitvraag)
    values: dict[str, list[object]] = {
        "blad_id": [world.blad.id],
        "uitvraag_id": [world.blad.uitvraag_id],
        "step_key": [step.key for step in format_.steps],
        "question_key": [question.key for question in format_.questions],
        "indiening_id": [world.indiening.id],
        "history_id": [one.id for one in all_rows(BladHistorie)],
        "regio_id": [world.blad.regios[0].id],
        "code": [world.blad.regios[0].code],
    }
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint != "static" and rule.arguments <= set(values):
            for given in combinations(values, sorted(rule.arguments)):
                yield urls.build(rule.endpoint, given, method="GET")
    yield from searches(DRAFT, SUBMITTED)


def read(app: Flask, person: User | None, world: World) -> dict[str, str]:
    """Everything this person can read: the words of every page and document that opens, by address."""
    client = StrictClient(app, reads_pages=False)
    if person:
        client.sign_in(person)
    return opened(client, addresses(app, world))


def strangers() -> list[User]:
    """People of another region, with a plan of their own."""
    elsewhere = make_regio("Aardstreek")
    make_plan(elsewhere)
    return [make_contact(elsewhere), make_regiolezer(elsewhere)]


def test_there_is_something_to_leak(app: Flask, world: World):
    found = read(app, world.contact, world)
    here = f"/antwoordbladen/{world.blad.id}"
    draft = {f"{here}/lezen", f"{here}/controleren", f"{here}.docx", f"{here}.pdf", f"{here}/vraag/voortgang"}
    assert draft | {f"{here}/eerder/doel_toelichting"} <= set(where(DRAFT, found))
    assert f"{here}/indieningen/{world.indiening.id}" in where(SUBMITTED, found)


def test_a_draft_of_answers_is_seen_by_nobody_outside_its_region(app: Flask, world: World):
    # Half of them on each database.
    for person in half_of(app, [None, *strangers(), *(make_user(rol) for rol in Rol if not rol.is_regional)]):
        assert where(DRAFT, read(app, person, world)) == [], person and person.actor.memberships


def test_another_region_reads_nothing_of_it_and_finds_no_sheet(app: Flask, world: World):
    for person in strangers():
        assert where(SUBMITTED, read(app, person, world)) == []
        client = StrictClient(app, reads_pages=False).sign_in(person)
        for address in addresses(app, world):
            if address.startswith(f"/antwoordbladen/{world.blad.id}"):
                client.get(address, 404)
        for rest in ("/ongewijzigd", "/corrigeren", "/plan-volgen", "/indienen", "/vraag/afstemming", "/acties/1"):
            client.post(f"/antwoordbladen/{world.blad.id}{rest}", {}, 404)


def test_national_roles_read_what_was_handed_in_also_while_it_is_corrected(app: Flask, world: World):
    here = f"/antwoordbladen/{world.blad.id}/indieningen/{world.indiening.id}"
    for rol in NATIONAL:
        found = where(SUBMITTED, read(app, make_user(rol), world))
        assert {here, f"{here}.docx", *searches(SUBMITTED)} <= set(found), rol
        client = StrictClient(app).sign_in(make_user(rol))
        client.get(f"/antwoordbladen/{world.blad.id}", 302)
        client.follow(302)
        page = client.follow()
        assert (page.url, SUBMITTED in page.text) == (here, True)


def test_a_sheet_that_was_never_handed_in_does_not_exist_for_national_roles(app: Flask):
    blad = make_blad(make_q1(), plan=make_plan_in_force(make_regio()))
    for rol in NATIONAL:
        client = StrictClient(app).sign_in(make_user(rol))
        for rest in ("", "/lezen", ".docx", "/leeg.docx", "/vraag/voortgang"):
            client.get(f"/antwoordbladen/{blad.id}{rest}", 404)


def test_a_submission_that_was_replaced_is_for_its_own_region_only(app: Flask, world: World):
    old = world.indiening.id
    hand_in(world.blad, world.contact)
    here = f"/antwoordbladen/{world.blad.id}/indieningen/{old}"
    StrictClient(app).sign_in(world.contact).get(here)
    StrictClient(app).sign_in(make_user(Rol.COORDINATOR)).get(here, 404)
