"""Nothing internal ever reaches a region, and nothing a region says to itself ever leaves it.

The world has something to leak of every kind, in threads, in replies and in last words, on a plan, on answers and on
figures, on parts, questions, views and an action; and for every word there is somebody who does see it.
"""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.plan.workflow import Move
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import BladIndiening, Mail, Opmerking, Reactie, User
from portal.services.instroom.talk import Regiobeeld
from portal.services.plan import workflow
from portal.services.remark import remarks
from portal.services.remark.remarked import Thing
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import submit as sheet_submit
from tests.client import StrictClient
from tests.running.halves import on_one_each
from tests.web.doors.leaks import Region, read, where
from tests.worlds.inflow import put_duiding
from tests.worlds.kept import kept
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_plan
from tests.worlds.remark import SheetRemarkWorld, make_sheet_remark_world, make_thread
from tests.worlds.rows import all_rows

INTERN, REGIO, EIGEN = "zilverkwartel", "koperspecht", "goudplevier"
STAGES = ("teruggestuurd", "vastgesteld")
# Who may read what is no matter of the database: each is walked in one stage.
a_stage_each = pytest.mark.parametrize(("app", "world"), on_one_each(STAGES), indirect=True)


def say_everywhere(world: SheetRemarkWorld, word: str, zicht: Zicht, door: User, other: User) -> None:
    """On the plan, on the answers and on the regiobeeld: see `say_on`."""
    say_on(world.plan, ("acties", "monitoring"), world.actie.id, word, zicht, door, other)
    say_on(world.blad, ("voortgang", "doelstelling"), world.actie.id, word, zicht, door, other)
    say_on(Regiobeeld(world.plan.regios[0]), ("leeftijd", "herkomst"), None, word, zicht, door, other)
    db.session.commit()


def say_on(
    on: Thing,
    steps: tuple[str, str],
    actie_id: int | None,
    word: str,
    zicht: Zicht,
    door: User,
    other: User,
) -> None:
    """An open thread, one on an action, and one that was resolved and opened again and resolved."""
    make_thread(on, door, zicht, f"Open {word}")
    on_action = make_thread(on, door, zicht, f"Actie {word}", step_key=steps[0], actie_id=actie_id)
    remarks.reply(on, on_action.id, tekst=f"Antwoord {word}", actor=other.actor)
    done = make_thread(on, door, zicht, f"Klaar {word}", step_key=steps[1])
    remarks.resolve(on, done.id, tekst=f"Opgelost {word}", actor=other.actor)
    remarks.reopen(on, done.id, tekst=f"Heropend {word}", actor=door.actor)
    remarks.resolve(on, done.id, actor=other.actor)


@kept
def make_much_to_leak(stage: str) -> SheetRemarkWorld:
    """A plan that came back or was accepted and answers that are corrected or lie there, with remarks of all kinds."""
    world = make_sheet_remark_world()
    co = world.coordinator.actor
    workflow.move(world.plan, Move.OPPAKKEN, actor=co)
    if stage == "teruggestuurd":
        workflow.move(world.plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
        sheet_submit.correct(world.blad, world.contact.actor)
    else:
        workflow.move(world.plan, Move.VASTSTELLEN, actor=co)
    put_duiding(world.plan.regios[0])
    say_everywhere(world, INTERN, Zicht.INTERN, world.beoordelaar, world.coordinator)
    say_everywhere(world, REGIO, Zicht.REGIO, world.beoordelaar, world.contact)
    say_everywhere(world, EIGEN, Zicht.EIGEN, world.contact, world.regiolezer)
    return world


@pytest.fixture(params=STAGES)
def world(app: Flask, request: pytest.FixtureRequest) -> SheetRemarkWorld:
    return make_much_to_leak(request.param)


def pages_of(app: Flask, world: SheetRemarkWorld, person: User | None) -> dict[str, str]:
    """Every page and file that opens for this person, with its words."""
    ids = {
        "row_id": [world.actie.id],
        "bijlage_id": [1],
        "blad_id": [world.blad.id],
        "uitvraag_id": [world.blad.uitvraag_id],
        "actie_id": [world.actie.id],
        "indiening_id": [submitted(world)],
    }
    steps = [step.key for step in format_of_round(world.blad.uitvraag).steps]
    return read(app, person, Region(world.plan, world.contact, ids, steps))


def assert_all_said(found: dict[str, str], world: SheetRemarkWorld, word: str) -> None:
    """There is something to leak: this person does see all that was said with this word, in all places."""
    for listed in (f"{here}/opmerkingen" for here in places(world)):
        for said in ("Open", "Actie", "Antwoord", "Klaar", "Opgelost", "Heropend"):
            assert f"{said} {word}" in found[listed]


def places(world: SheetRemarkWorld) -> tuple[str, str, str]:
    """The plan, the answers and the regiobeeld."""
    figures = f"/instroom/{world.plan.regios[0].code}/regiobeeld"
    return f"/plannen/{world.plan.id}", f"/antwoordbladen/{world.blad.id}", figures


def strangers() -> list[User | None]:
    """Nobody, people of another region, and national people who do not review."""
    elsewhere = make_regio("Aardstreek")
    make_plan(elsewhere)
    return [
        None,
        make_contact(elsewhere, Namens.ZORGKANTOOR),
        make_regiolezer(elsewhere),
        make_user(Rol.LEZER),
        make_user(Rol.BEHEERDER),
    ]


@a_stage_each
def test_what_reviewers_say_to_each_other_reaches_nobody_of_the_region(app: Flask, world: SheetRemarkWorld):
    for person in (world.contact, world.regiolezer):
        found = pages_of(app, world, person)
        assert where(INTERN, found) == []
        assert_all_said(found, world, EIGEN)
        assert_all_said(found, world, REGIO)


@a_stage_each
def test_what_a_region_says_to_itself_reaches_no_national_role(app: Flask, world: SheetRemarkWorld):
    for person in (world.beoordelaar, world.coordinator):
        found = pages_of(app, world, person)
        assert where(EIGEN, found) == []
        assert_all_said(found, world, INTERN)
        assert_all_said(found, world, REGIO)
        answers = f"/antwoordbladen/{world.blad.id}/indieningen/{submitted(world)}"
        assert {f"/plannen/{world.plan.id}/beoordelen", answers} <= set(where(INTERN, found))


@a_stage_each
def test_remarks_reach_nobody_else_at_all(app: Flask, world: SheetRemarkWorld):
    for person in strangers():
        found = pages_of(app, world, person)
        assert {word: where(word, found) for word in (INTERN, REGIO, EIGEN)} == {INTERN: [], REGIO: [], EIGEN: []}


@a_stage_each
def test_where_the_region_writes_a_reviewer_of_the_same_region_does_see_it(app: Flask, world: SheetRemarkWorld):
    """The same page shows it to somebody who also reviews: so it is the rule that hides it, not the page."""
    both = give_role(make_user(Rol.BEOORDELAAR), Rol.REGIOCONTACT, world.plan.regios[0], Namens.GEMEENTE)
    found = where(INTERN, pages_of(app, world, both))
    writes = {address for address in found if "/onderdeel/" in address or "/vraag/" in address}
    here, there = f"/plannen/{world.plan.id}/onderdeel", f"/antwoordbladen/{world.blad.id}/vraag"
    places = {f"{here}/achtergrond", f"{here}/acties", f"{there}/afstemming", f"{there}/voortgang"}
    expected = places if world.plan.status.can_be_edited else set()
    assert writes == expected
    assert {f"/plannen/{world.plan.id}/opmerkingen", f"/antwoordbladen/{world.blad.id}/opmerkingen"} <= set(found)


def submitted(world: SheetRemarkWorld) -> int:
    """The id of the answers that count."""
    (indiening,) = all_rows(BladIndiening)
    return indiening.id


def test_how_many_there_are_is_no_secret_told(app: Flask, world: SheetRemarkWorld):
    """Counts and filters count only what the person may read."""
    client = StrictClient(app)
    for here in (f"/plannen/{world.plan.id}", f"/antwoordbladen/{world.blad.id}"):
        for person in (world.contact, world.coordinator):
            assert "4 open, 2 opgelost" in client.sign_in(person).get(f"{here}/opmerkingen").text
        assert client.sign_in(world.contact).get(here).links["4 open opmerkingen"]
    told = "U heeft 2 opmerkingen van de beoordelaar bij vragen 1 en 2 van Q1 2024."
    assert told in client.get("/").text


def test_no_mail_says_what_was_said(app: Flask, world: SheetRemarkWorld):
    mails = [f"{mail.onderwerp} {mail.tekst}" for mail in all_rows(Mail)]
    assert [mail for mail in mails if "Nieuwe opmerkingen" in mail]
    assert [mail for mail in mails for word in (INTERN, REGIO, EIGEN) if word in mail] == []


def test_nobody_of_the_region_gets_a_mail_about_what_is_internal(app: Flask):
    world = make_sheet_remark_world()
    put_duiding(world.plan.regios[0])
    sent_before = len(all_rows(Mail))
    say_everywhere(world, INTERN, Zicht.INTERN, world.beoordelaar, world.coordinator)
    told = {mail.aan for mail in all_rows(Mail)[sent_before:]}
    assert told == {world.beoordelaar.email, world.coordinator.email}


# Who may write is decided on the thread itself, which both databases give alike to the walks above.
@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("verb", ["reactie", "oplossen", "heropenen"])
def test_nobody_writes_in_a_thread_that_is_not_for_that_person(app: Flask, world: SheetRemarkWorld, verb: str):
    written = len(all_rows(Reactie))
    for zicht, people in (
        (Zicht.INTERN, (world.contact, world.regiolezer, make_contact(make_regio()), make_user(Rol.LEZER))),
        (Zicht.EIGEN, (world.beoordelaar, world.coordinator, make_contact(make_regio()), make_user(Rol.BEHEERDER))),
    ):
        threads = [one for one in all_rows(Opmerking) if one.zicht is zicht]
        resolved = {one.id: one.opgelost_op for one in threads}
        for person in people:
            client = StrictClient(app).sign_in(person)
            for thread in threads:
                here = places(world)[0 if thread.plan_id else 1 if thread.blad_id else 2]
                page = client.post(
                    f"{here}/opmerkingen/{thread.id}/{verb}",
                    {"tekst": "Hallo", "plek": "lijst", "gezien": "0"},
                    None,
                )
                # Who may read the plan but not remark on it is kept out at the door.
                assert page.status in (403, 404)
                assert page.status == 404 or person not in (world.contact, world.regiolezer, world.beoordelaar)
        db.session.expire_all()
        assert {one.id: one.opgelost_op for one in threads} == resolved
    assert len(all_rows(Reactie)) == written


def test_a_form_with_a_mistake_shows_no_more_than_the_page(app: Flask, world: SheetRemarkWorld):
    client = StrictClient(app).sign_in(world.contact)
    for here in places(world):
        client.get(f"{here}/opmerkingen")
        page = client.submit("Opmerking plaatsen", status=422)
        assert REGIO in page.html
        assert INTERN not in page.html
