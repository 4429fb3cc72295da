"""No unclassified door, no door that opens for the wrong person, and a GET never writes.

Two tests look at the same doors. The walk takes every route × person × stage and expects what the policy table says.
`test_roles` says by hand what the description of the roles says, so that the policy itself is tested too.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from flask import Flask
from werkzeug.routing import Rule

from portal.domain.policy import Action, can
from portal.extensions import db
from portal.web.access import Door
from portal.web.account.doors import SECURITY_DOORS
from tests.client import StrictClient, writes_to
from tests.running.halves import on_one_each
from tests.web.doors.leaks import brief_refusals
from tests.web.doors.walking import (
    PEOPLE,
    STAGES,
    Doorkeeper,
    World,
    enter,
    enter_as,
    knock,
    make_world,
)


def routes(app: Flask) -> Iterator[tuple[Rule, str, Door]]:
    """Every rule × method of the app with its door; static files have none."""
    for rule in app.url_map.iter_rules():
        if rule.endpoint != "static":
            for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
                yield rule, method, door_of(app, rule.endpoint)


def door_of(app: Flask, endpoint: str) -> Door:
    """The door of a view; fails for a view without one."""
    door = getattr(app.view_functions[endpoint], "door", None) or SECURITY_DOORS.get(endpoint)
    assert isinstance(door, Door), f"{endpoint} heeft geen deur: zet @public, @access of @plan_access op de view"
    return door


# --- The walk: what the policy table says -----------------------------------------------------------------------------


def test_every_view_has_a_door(app: Flask) -> None:
    assert len([door for _, _, door in routes(app)]) > 20


def test_every_door_of_flask_security_is_on_a_view(app: Flask) -> None:
    endpoints = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert set(SECURITY_DOORS) == {endpoint for endpoint in endpoints if endpoint.startswith("security.")}


def test_only_views_of_a_plan_have_a_door_on_a_plan(app: Flask) -> None:
    assert [str(rule) for rule, _, door in routes(app) if door.on_plan and "plan_id" not in rule.arguments] == []
    assert [str(rule) for rule, _, door in routes(app) if door.on_sheet and "blad_id" not in rule.arguments] == []
    named = {"regio_id", "code"}
    assert [str(rule) for rule, _, door in routes(app) if door.on_region and not named & rule.arguments] == []
    assert [str(rule) for rule, _, door in routes(app) if door.on_report and "rapport_id" not in rule.arguments] == []
    assert [str(rule) for rule, _, door in routes(app) if door.on_hearing and "hoor_id" not in rule.arguments] == []


# What a door decides on is read from the database, and then it is the same: one stage tells whether it is read well.
@pytest.mark.parametrize(("app", "stage"), on_one_each(STAGES), indirect=["app"])
@pytest.mark.parametrize("person", PEOPLE)
def test_every_door_opens_for_whom_the_policy_says(app: Flask, keeper: Doorkeeper, person: str, stage: str) -> None:
    world = make_world(person, stage)
    client = enter(app, world)
    with brief_refusals():
        walk_along_every_door(app, keeper, client, world, stage)


def walk_along_every_door(app: Flask, keeper: Doorkeeper, client: StrictClient, world: World, stage: str) -> None:
    """Fails at the first door that does otherwise than the table says."""
    for rule, method, door in routes(app):
        on_a_thing = door.on_plan or door.on_sheet or door.on_report or door.on_region or door.on_hearing
        if on_a_thing or stage == "concept":
            address = world.address(app, rule.endpoint, method)
            expected = outcome_by_policy(door, world)
            found = knock(client, keeper, method, address)
            # A public page may ask to sign in by itself, as the one that carries a form does.
            assert found == expected or (door.action is None and found == "aanmelden"), (
                f"{method} {address} ({rule.endpoint}): {found}, verwacht {expected}"
            )
            if found == "in" and (method != "GET" or rule.endpoint in SECURITY_DOORS):
                # This door may have been that of signing out, and what is behind it may have changed the world.
                world = world.again()
                enter_as(client, world.person)


def outcome_by_policy(door: Door, world: World) -> str:
    """What should happen at this door: "in", "aanmelden", "403" or "404"."""
    if door.action is None:
        return "in"
    if world.person is None:
        return "aanmelden"
    actor = world.actor
    if door.on_sheet:
        if not can(actor, Action.BLAD_LEZEN, world.blad_facts):
            return "404"
        return "in" if can(actor, door.action, world.blad_facts) else "403"
    if door.on_report:
        if not can(actor, Action.RAPPORT_LEZEN, world.rapport_facts):
            return "404"
        return "in" if can(actor, door.action, world.rapport_facts) else "403"
    if door.on_region or door.on_hearing:
        # That a region exists is no secret; that its page of a concept does, nobody else may know.
        facts, shut = (world.plan_facts, "403") if door.on_region else (world.hoor_facts, "404")
        return "in" if can(actor, door.action, facts) else shut
    if not door.on_plan:
        return "in" if can(actor, door.action) else "403"
    facts = world.plan_facts
    if can(actor, door.action, facts):
        return "in"
    knows = can(actor, Action.PLAN_LEZEN, facts) or can(actor, Action.PLAN_CONCEPT_LEZEN, facts)
    return "403" if knows else "404"


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)  # A token is looked at before any table is.
@pytest.mark.parametrize("person", ["niemand", "contact", "coordinator", "beheerder"])
def test_nothing_is_posted_without_a_token(app: Flask, person: str) -> None:
    world = make_world(person, "concept")
    client = enter(app, world)
    db.session.commit()
    for rule, method, _ in routes(app):
        if method != "GET":
            address = world.address(app, rule.endpoint, method)
            with writes_to(db.engine) as written:
                page = client.post(address, status=None, csrf=False)
            # Asked to send it again or to sign in first. Signing out works without: being signed out is no harm.
            assert page.status in ((302,) if rule.endpoint == "security.logout" else (400, 401)), address
            assert written == [], address
            enter_as(client, world.person)


def test_a_switched_off_account_is_nobody(app: Flask) -> None:
    world = make_world("contact", "concept")
    client = enter(app, world)
    assert client.get(world.address(app, "regio.mijn_plan")).status == 200
    assert world.person is not None
    world.person.active = False
    db.session.commit()
    assert client.get(world.address(app, "regio.mijn_plan"), None).status == 302


@pytest.mark.parametrize("plan_id", ["0", "999999", "99999999999999999999999"])
@pytest.mark.parametrize("person", ["contact", "coordinator"])
def test_a_plan_that_does_not_exist_looks_like_one_that_is_private(app: Flask, person: str, plan_id: str) -> None:
    client = enter(app, make_world(person, "concept"))
    assert client.get(f"/plannen/{plan_id}", None).status == 404
