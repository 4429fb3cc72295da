"""Nothing internal ever reaches a region, and nothing a region says to itself ever leaves it.

The world has something to leak of every kind, in threads, in replies and in last words, on parts and on an action; and
for every word there is somebody who does see it.
"""

from __future__ import annotations

from itertools import count

import pytest
from flask import Flask

from portal.domain.plan.workflow import Move
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Mail, Opmerking, Reactie, User
from portal.services.plan import workflow
from portal.services.remark import remarks
from tests.client import StrictClient
from tests.web.doors.leaks import Region, read, where
from tests.worlds.people import give_role, make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_plan
from tests.worlds.remark import RemarkWorld, make_remark_world, make_thread
from tests.worlds.rows import all_rows

INTERN, REGIO, EIGEN = "zilverkwartel", "koperspecht", "goudplevier"
STAGES = ("teruggestuurd", "vastgesteld")


def say_everywhere(world: RemarkWorld, word: str, zicht: Zicht, door: User, other: User) -> None:
    """An open thread, one on an action, and one that was resolved and opened again and resolved."""
    steps = count()
    make_thread(world.plan, door, zicht, f"Open {word}")
    on_action = make_thread(world.plan, door, zicht, f"Actie {word}", step_key="acties", actie_id=world.actie.id)
    remarks.reply(world.plan, on_action.id, tekst=f"Antwoord {word}", actor=other.actor)
    done = make_thread(world.plan, door, zicht, f"Klaar {word} {next(steps)}", step_key="monitoring")
    remarks.resolve(world.plan, done.id, tekst=f"Opgelost {word}", actor=other.actor)
    remarks.reopen(world.plan, done.id, tekst=f"Heropend {word}", actor=door.actor)
    remarks.resolve(world.plan, done.id, actor=other.actor)
    db.session.commit()


@pytest.fixture(params=STAGES)
def world(app: Flask, request: pytest.FixtureRequest) -> RemarkWorld:
    """A plan that came back or was accepted, with remarks of all three kinds."""
    world = make_remark_world()
    co = world.coordinator.actor
    workflow.move(world.plan, Move.OPPAKKEN, actor=co)
    if request.param == "teruggestuurd":
        workflow.move(world.plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
    else:
        workflow.move(world.plan, Move.VASTSTELLEN, actor=co)
    say_everywhere(world, INTERN, Zicht.INTERN, world.beoordelaar, world.coordinator)
    say_everywhere(world, REGIO, Zicht.REGIO, world.beoordelaar, world.contact)
    say_everywhere(world, EIGEN, Zicht.EIGEN, world.contact, world.regiolezer)
    return world


def pages_of(app: Flask, world: RemarkWorld, person: User | None) -> dict[str, str]:
    """Every page and file that opens for this person, with its words."""
    return read(app, person, Region(world.plan, world.contact, {"row_id": [world.actie.id], "bijlage_id": [1]}))


def assert_all_said(found: dict[str, str], world: RemarkWorld, word: str) -> None:
    """There is something to leak: this person does see all that was said with this word."""
    listed = found[f"/plannen/{world.plan.id}/opmerkingen"]
    for said in ("Open", "Actie", "Antwoord", "Klaar", "Opgelost", "Heropend"):
        assert f"{said} {word}" in listed


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


def test_what_reviewers_say_to_each_other_reaches_nobody_of_the_region(app: Flask, world: RemarkWorld):
    for person in (world.contact, world.regiolezer):
        found = pages_of(app, world, person)
        assert where(INTERN, found) == []
        assert_all_said(found, world, EIGEN)
        assert_all_said(found, world, REGIO)


def test_what_a_region_says_to_itself_reaches_no_national_role(app: Flask, world: RemarkWorld):
    for person in (world.beoordelaar, world.coordinator):
        found = pages_of(app, world, person)
        assert where(EIGEN, found) == []
        assert_all_said(found, world, INTERN)
        assert_all_said(found, world, REGIO)
        assert f"/plannen/{world.plan.id}/beoordelen" in where(INTERN, found)


def test_remarks_reach_nobody_else_at_all(app: Flask, world: RemarkWorld):
    for person in strangers():
        found = pages_of(app, world, person)
        assert {word: where(word, found) for word in (INTERN, REGIO, EIGEN)} == {INTERN: [], REGIO: [], EIGEN: []}


def test_where_the_region_writes_a_reviewer_of_the_same_region_does_see_it(app: Flask, world: RemarkWorld):
    """The same page shows it to somebody who also reviews: so it is the rule that hides it, not the page."""
    both = give_role(make_user(Rol.BEOORDELAAR), Rol.REGIOCONTACT, world.plan.regios[0], Namens.GEMEENTE)
    found = where(INTERN, pages_of(app, world, both))
    writes = {address for address in found if "/onderdeel/" in address}
    here = f"/plannen/{world.plan.id}/onderdeel"
    expected = {f"{here}/achtergrond", f"{here}/acties"} if world.plan.status.can_be_edited else set()
    assert writes == expected
    assert f"/plannen/{world.plan.id}/opmerkingen" in found


def test_how_many_there_are_is_no_secret_told(app: Flask, world: RemarkWorld):
    """Counts and filters count only what the person may read."""
    client = StrictClient(app)
    page = client.sign_in(world.contact).get(f"/plannen/{world.plan.id}/opmerkingen")
    assert "4 open, 2 opgelost" in page.text
    page = client.sign_in(world.coordinator).get(f"/plannen/{world.plan.id}/opmerkingen")
    assert "4 open, 2 opgelost" in page.text
    page = client.sign_in(world.contact).get(f"/plannen/{world.plan.id}")
    assert page.links["4 open opmerkingen"]


def test_no_mail_says_what_was_said(app: Flask, world: RemarkWorld):
    mails = [f"{mail.onderwerp} {mail.tekst}" for mail in all_rows(Mail)]
    assert [mail for mail in mails if "Nieuwe opmerkingen" in mail]
    assert [mail for mail in mails for word in (INTERN, REGIO, EIGEN) if word in mail] == []


def test_nobody_of_the_region_gets_a_mail_about_what_is_internal(app: Flask):
    world = make_remark_world()
    sent_before = len(all_rows(Mail))
    say_everywhere(world, INTERN, Zicht.INTERN, world.beoordelaar, world.coordinator)
    told = {mail.aan for mail in all_rows(Mail)[sent_before:]}
    assert told == {world.beoordelaar.email, world.coordinator.email}


@pytest.mark.parametrize("verb", ["reactie", "oplossen", "heropenen"])
def test_nobody_writes_in_a_thread_that_is_not_for_that_person(app: Flask, world: RemarkWorld, verb: str):
    written = len(all_rows(Reactie))
    for zicht, people in (
        (Zicht.INTERN, (world.contact, world.regiolezer, make_contact(make_regio()), make_user(Rol.LEZER))),
        (Zicht.EIGEN, (world.beoordelaar, world.coordinator, make_contact(make_regio()), make_user(Rol.BEHEERDER))),
    ):
        threads = [one for one in all_rows(Opmerking) if one.zicht is zicht]
        resolved = {one.id: one.opgelost_op for one in threads}
        for person in people:
            client = StrictClient(app).sign_in(person)
            for thread_id in resolved:
                page = client.post(
                    f"/plannen/{world.plan.id}/opmerkingen/{thread_id}/{verb}",
                    {"tekst": "Hallo", "plek": "lijst", "gezien": "0"},
                    None,
                )
                # Who may read the plan but not remark on it is kept out at the door.
                assert page.status in (403, 404)
                assert page.status == 404 or person not in (world.contact, world.regiolezer, world.beoordelaar)
        db.session.expire_all()
        assert {one.id: one.opgelost_op for one in threads} == resolved
    assert len(all_rows(Reactie)) == written


def test_a_form_with_a_mistake_shows_no_more_than_the_page(app: Flask, world: RemarkWorld):
    client = StrictClient(app).sign_in(world.contact)
    client.get(f"/plannen/{world.plan.id}/opmerkingen")
    page = client.submit("Opmerking plaatsen", status=422)
    assert REGIO in page.html
    assert INTERN not in page.html
