"""Remarks on what a region says of its figures: for the region and, once it shared something, for reviewers."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.review.remarks import Zicht
from portal.extensions import db
from portal.models import Mail, Regio, RegioDuiding, User
from portal.services.instroom import duiding
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark import remarks, waiting
from portal.services.remark.readers import readable_for
from portal.services.remark.remarks import RemarkProblem
from tests.worlds.inflow import put_duiding
from tests.worlds.people import make_regio
from tests.worlds.remark import RemarkWorld, make_remark_world, make_thread
from tests.worlds.rows import all_rows

ALL = frozenset(Zicht)


@pytest.fixture
def world(app: Flask) -> RemarkWorld:
    return make_remark_world()


@pytest.fixture
def regio(world: RemarkWorld) -> Regio:
    put_duiding(world.plan.regios[0], shared=False)
    return world.plan.regios[0]


def share(regio: Regio, world: RemarkWorld) -> Regiobeeld:
    duiding.share(regio, actor=world.contact.actor)
    db.session.commit()
    return Regiobeeld(regio)


def seen_by(person: User, regio: Regio) -> set[str]:
    return {zicht.value for zicht in readable_for(Regiobeeld(regio), person.actor)}


def told() -> set[str]:
    """Who got a mail about remarks; the mails are thrown away."""
    found = [mail for mail in all_rows(Mail) if mail.soort == "opmerking"]
    assert {mail.onderwerp for mail in found} <= {"Nieuwe opmerkingen bij het regiobeeld van Bosstreek"}
    for mail in found:
        db.session.delete(mail)
    db.session.commit()
    return {db.session.get_one(User, mail.aan_account_id).naam for mail in found}


def test_reviewers_take_part_once_something_is_shared_and_others_never(world: RemarkWorld, regio: Regio):
    assert seen_by(world.contact, regio) == seen_by(world.regiolezer, regio) == {"regio", "eigen"}
    put_duiding(make_regio("Deelt wel"))
    assert seen_by(world.beoordelaar, regio) == set()
    with pytest.raises(RemarkProblem, match="deelt haar duiding niet"):
        make_thread(Regiobeeld(regio), world.beoordelaar)
    share(regio, world)
    assert seen_by(world.beoordelaar, regio) == seen_by(world.coordinator, regio) == {"regio", "intern"}
    elsewhere = make_remark_world("Elders")
    assert seen_by(elsewhere.contact, regio) == set()


def test_what_is_not_shared_any_more_is_looked_at_again_behind_the_lock(world: RemarkWorld, regio: Regio):
    beeld = share(regio, world)
    assert beeld.facts.has_indiening
    for row in all_rows(RegioDuiding):
        row.gedeeld = ""
    db.session.commit()
    with pytest.raises(RemarkProblem, match="deelt haar duiding niet"):
        make_thread(beeld, world.beoordelaar)


def test_a_remark_is_about_a_view_and_stays_with_its_region(world: RemarkWorld, regio: Regio):
    beeld = share(regio, world)
    with pytest.raises(RemarkProblem, match="Kies een weergave"):
        make_thread(beeld, world.beoordelaar, step_key="achtergrond")
    make_thread(beeld, world.beoordelaar, step_key="herkomst")
    assert remarks.open_counts(beeld, ALL) == {"herkomst": 1}
    assert remarks.open_counts(Regiobeeld(make_regio()), ALL) == remarks.open_counts(world.plan, ALL) == {}


def test_each_side_hears_what_the_other_says(world: RemarkWorld, regio: Regio):
    beeld = share(regio, world)
    thread = make_thread(beeld, world.beoordelaar)
    assert told() == {"Bo Regio", "Cor Regio"}
    remarks.reply(beeld, thread.id, tekst="Door een nieuwe aanbieder.", actor=world.contact.actor)
    assert told() == {"Cor Regio", "Ana Beoordelaar"}
    make_thread(beeld, world.contact)
    assert told() == {"Cor Regio", "Co Coordinator"}
    make_thread(beeld, world.contact, Zicht.EIGEN)
    assert told() == {"Cor Regio"}


def test_start_says_what_waits_for_whom(world: RemarkWorld, regio: Regio):
    beeld = share(regio, world)
    assert waiting.figures_from_reviewers(world.contact.actor) == waiting.figures_from_regions() == []
    asked = make_thread(beeld, world.beoordelaar)
    make_thread(beeld, world.beoordelaar, Zicht.INTERN)
    own = make_thread(beeld, world.contact, tekst="Klopt dit cijfer?")
    make_thread(beeld, world.contact, Zicht.EIGEN)
    one = (regio.code, "Bosstreek", 1)
    assert waiting.figures_from_reviewers(world.regiolezer.actor) == waiting.figures_from_regions() == [one]
    remarks.resolve(beeld, asked.id, actor=world.contact.actor)
    remarks.reply(beeld, own.id, tekst="Wie weet dit?", actor=world.regiolezer.actor)
    assert (waiting.figures_from_reviewers(world.contact.actor), waiting.figures_from_regions()) == ([], [one])
    remarks.reply(beeld, own.id, tekst="Ja.", actor=world.coordinator.actor)
    assert waiting.figures_from_regions() == []
