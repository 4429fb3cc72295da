"""Plans that are joined or split, and regions that come, while a round is open."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.policy import Action, can
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import BladStand, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Plan, Regio, Uitvraag
from portal.services.plan import joining
from portal.services.round import rounds
from portal.services.round.matrix import rounds_overview
from portal.services.round.page import round_page
from portal.services.sheet import decisions, pen
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_uitvraag


@pytest.fixture
def co(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Roos Proef").actor


def opened(co: Actor) -> Uitvraag:
    uitvraag = make_uitvraag(status=UitvraagStatus.GEPLAND, naam="Uitvraag Q1")
    rounds.open_round(uitvraag, actor=co)
    db.session.commit()
    return uitvraag


def names(uitvraag: Uitvraag) -> list[tuple[str, int | None]]:
    return [(blad.naam, blad.plan_id) for blad in uitvraag.bladen]


def joined(co: Actor) -> tuple[Uitvraag, Plan, Plan, Regio, Regio]:
    """A round that was open when the plans of two regions became one."""
    een, twee = make_regio("Een"), make_regio("Twee")
    plan, other = make_plan(een), make_plan(twee)
    uitvraag = opened(co)
    joining.join_plan(plan, other, actor=co)
    db.session.commit()
    db.session.expire_all()
    return uitvraag, plan, other, een, twee


def test_sheets_keep_their_regions_when_plans_are_joined(app: Flask, co: Actor) -> None:
    uitvraag, plan, other, *_ = joined(co)
    assert names(uitvraag) == [("Een", plan.id), ("Twee", other.id)]
    assert [(line.regio, line.stand) for line in round_page(uitvraag).lines] == [
        ("Een", BladStand.OPEN),
        ("Twee", BladStand.OPEN),
    ]


def test_the_page_says_which_sheets_have_another_plan_now(app: Flask, co: Actor) -> None:
    uitvraag, *_ = joined(co)
    assert round_page(uitvraag).verschoven == ("Twee",)


def test_the_sheet_of_a_plan_that_was_joined_away_still_works(app: Flask, co: Actor) -> None:
    uitvraag, _, other, een, twee = joined(co)
    (blad,) = [blad for blad in uitvraag.bladen if blad.plan_id == other.id]
    pen.require_answerable(blad)
    own, elsewhere = make_contact(twee).actor, make_contact(een).actor
    assert can(own, Action.BLAD_INVULLEN, blad.facts)
    assert not can(elsewhere, Action.BLAD_LEZEN, blad.facts)
    decisions.mark_not_asked(blad, "Antwoordt bij Een.", actor=co)
    db.session.commit()
    assert round_page(uitvraag).telling.ontbreken == ("Een",)


def test_the_next_round_follows_the_joint_plan(app: Flask, co: Actor) -> None:
    _, plan, *_ = joined(co)
    later = make_uitvraag(status=UitvraagStatus.GEPLAND, naam="Uitvraag Q2")
    rounds.open_round(later, actor=co)
    assert names(later) == [("Een en Twee", plan.id)]


def test_a_joint_sheet_stays_joint_when_the_plan_is_split(app: Flask, co: Actor) -> None:
    een, twee = make_regio("Een"), make_regio("Twee")
    plan = make_plan(een, twee)
    uitvraag = opened(co)
    own = joining.split_plan(plan, twee, actor=co)
    db.session.commit()
    db.session.expire_all()
    assert names(uitvraag) == [("Een en Twee", plan.id)]
    assert round_page(uitvraag).verschoven == ("Een en Twee",)
    contact = make_contact(twee).actor
    assert can(contact, Action.BLAD_INDIENEN, uitvraag.bladen[0].facts)
    later = make_uitvraag(status=UitvraagStatus.GEPLAND, naam="Uitvraag Q2")
    rounds.open_round(later, actor=co)
    assert names(later) == [("Een", plan.id), ("Twee", own.id)]


def test_a_plan_that_starts_meanwhile_leaves_the_sheet_as_it_was(app: Flask, co: Actor) -> None:
    regio = make_regio("Een")
    uitvraag = opened(co)
    make_plan(regio)
    db.session.commit()
    assert names(uitvraag) == [("Een", None)]
    assert round_page(uitvraag).verschoven == ()


def test_a_region_that_comes_later_was_not_asked(app: Flask, co: Actor) -> None:
    make_regio("Een")
    uitvraag = opened(co)
    make_regio("Nieuw")
    db.session.commit()
    assert [line.regio for line in round_page(uitvraag).lines] == ["Een"]
    found = rounds_overview()
    assert [(row.regio, [cell and cell.stand for cell in row.cells]) for row in found.rows] == [
        ("Een", [BladStand.OPEN]),
        ("Nieuw", [None]),
    ]
    assert found.rounds[0].telling is not None
    assert found.rounds[0].telling.gevraagd == 1


def test_both_regions_of_a_joint_plan_have_a_row_with_the_same_sheet(app: Flask, co: Actor) -> None:
    make_plan(make_regio("Een"), make_regio("Twee"))
    uitvraag = opened(co)
    blad = db.session.query(Antwoordblad).one()
    assert [[cell and cell.blad_id for cell in row.cells] for row in rounds_overview().rows] == [[blad.id], [blad.id]]
    assert [line.samen_met for line in round_page(uitvraag).lines] == ["Twee", "Een"]
