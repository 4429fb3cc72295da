"""No unclassified door, no door that opens for the wrong person, and a GET never writes.

Two tests look at the same doors. The walk takes every route × person × stage and expects what the policy table says.
The table EXPECTED is written by hand from the description of the roles, so that the policy itself is tested too.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import pytest
from flask import Flask
from flask.typing import ResponseReturnValue
from werkzeug.routing import Rule

from portal.domain.policy import POLICY, Action, Facts, can
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import BladStatus
from portal.extensions import db
from portal.models import Antwoordblad, Plan, Rapport, Regio, User
from portal.services.plan import pen
from portal.web.access import Door
from portal.web.account.doors import SECURITY_DOORS
from tests.client import StrictClient, writes_to
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.report import put_rapport
from tests.worlds.round import make_blad, make_uitvraag

STAGES = ("concept", "ingediend", "vastgesteld")
REPORT_AT = {
    "concept": RapportStatus.CONCEPT,
    "ingediend": RapportStatus.TER_VASTSTELLING,
    "vastgesteld": RapportStatus.GEPUBLICEERD,
}
PEOPLE = (
    "niemand",
    "contact",
    "contact elders",
    "regiolezer",
    "regiolezer elders",
    "beoordelaar",
    "coordinator",
    "lezer",
    "beheerder",
)
NATIONAL = {rol.value: rol for rol in Rol if not rol.is_regional}


@dataclass(frozen=True)
class World:
    """A plan of one region at a stage, its answer sheet in an open round, the report of it, and one person to look.

    What the policy must know and what stands in addresses is asked of the database once: `again` asks anew.
    """

    plan: Plan
    person: User | None
    blad: Antwoordblad
    rapport: Rapport

    def again(self) -> World:
        """This world as it is now, when somebody may have changed it."""
        return replace(self)

    @cached_property
    def actor(self) -> Actor | None:
        return self.person.actor if self.person else None

    @cached_property
    def plan_facts(self) -> Facts:
        return self.plan.facts

    @cached_property
    def blad_facts(self) -> Facts:
        return self.blad.facts

    @cached_property
    def rapport_facts(self) -> Facts:
        return self.rapport.facts

    @cached_property
    def samples(self) -> dict[str, object]:
        """A value for every part of an address; an id that nothing has where the test needs no thing."""
        first = pen.format_of(self.plan).steps[0]
        return {
            "plan_id": self.plan.id,
            "step_key": first.key,
            "question_key": first.questions[0].key,
            "regio_id": self.plan.regios[0].id,
            "account_id": self.person.id if self.person else 1,
            "row_id": 999_999,
            "history_id": 999_999,
            "indiening_id": 999_999,
            "bijlage_id": 999_999,
            "mail_id": 999_999,
            "lid_id": 999_999,
            "opmerking_id": 999_999,
            "uitvraag_id": self.blad.uitvraag_id,
            "blad_id": self.blad.id,
            "rapport_id": self.rapport.id,
            "hoofdstuk": "proces",
            "sleutel": "regios",
            "actie_id": 999_999,
            "regel_id": 999_999,
            "kolom": "onzin",
            "soort": "lessen",
            "code_id": 999_999,
            "token": "onzin",
        }

    def address(self, app: Flask, endpoint: str, method: str = "GET") -> str:
        """The address of a view in this world."""
        rule = next(rule for rule in app.url_map.iter_rules(endpoint) if method in (rule.methods or ()))
        unknown = rule.arguments - set(self.samples)
        assert not unknown, f"{rule}: geef {sorted(unknown)} een waarde in World.samples"
        values = {name: self.samples[name] for name in rule.arguments}
        return app.url_map.bind("localhost").build(endpoint, values, method=method)


def make_world(person: str, stage: str) -> World:
    """The world in which one of PEOPLE looks at a plan in one of STAGES."""
    return make_worlds(stage, person)[person]


def make_worlds(stage: str, *people: str) -> dict[str, World]:
    """The same world for each of these people, who all stand in it."""
    own, other = make_regio(), make_regio()
    plan = make_plan(own)
    if stage == "ingediend":
        make_indiening(plan)
    elif stage == "vastgesteld":
        make_vastgesteld(plan)
    make_plan(other)
    uitvraag = make_uitvraag()
    blad = make_blad(uitvraag, plan=plan)
    if stage != "concept":
        blad.indiening_nummer, blad.status = 1, BladStatus.INGEDIEND
    rapport = put_rapport(uitvraag, status=REPORT_AT[stage])
    worlds = {person: World(plan, make_person(person, own, other), blad, rapport) for person in people}
    db.session.commit()
    return worlds


def make_person(person: str, own: Regio, other: Regio) -> User | None:
    """One of PEOPLE."""
    if person == "niemand":
        return None
    if person in NATIONAL:
        return make_user(NATIONAL[person])
    regio = other if person.endswith("elders") else own
    return make_contact(regio) if person.startswith("contact") else make_regiolezer(regio)


class Doorkeeper:
    """Tells whether the last request was kept out at the door, or got an error from what is behind it."""

    def __init__(self, app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept_out = False
        self.handle = app.handle_user_exception
        monkeypatch.setattr(app, "handle_user_exception", self.look)

    def look(self, error: Exception) -> ResponseReturnValue:
        """Note where in our code the error came from, and let the app handle it."""
        ours = [frame.filename for frame in traceback.extract_tb(error.__traceback__) if "/portal/" in frame.filename]
        self.kept_out = bool(ours) and ours[-1].endswith("/portal/web/access.py")
        return self.handle(error)


@pytest.fixture
def keeper(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Doorkeeper:
    """The keeper of the doors of this app."""
    return Doorkeeper(app, monkeypatch)


def enter(app: Flask, world: World) -> StrictClient:
    """A browser in which the person of this world has signed in. Pages are read strictly elsewhere."""
    return enter_as(StrictClient(app, reads_pages=False), world.person)


def enter_as(client: StrictClient, person: User | None) -> StrictClient:
    """Let this person sit down behind this browser; None is somebody who has not signed in."""
    return client.sign_in(person) if person else client.sign_out()


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
    assert [str(rule) for rule, _, door in routes(app) if door.on_report and "rapport_id" not in rule.arguments] == []


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("person", PEOPLE)
def test_every_door_opens_for_whom_the_policy_says(app: Flask, keeper: Doorkeeper, person: str, stage: str) -> None:
    world = make_world(person, stage)
    client = enter(app, world)
    for rule, method, door in routes(app):
        if door.on_plan or door.on_sheet or door.on_report or stage == "concept":
            address = world.address(app, rule.endpoint, method)
            expected = outcome_by_policy(door, world)
            found = knock(client, keeper, method, address)
            # A public page may ask to sign in by itself, as the one that carries a form does.
            assert found == expected or (door.action is None and found == "aanmelden"), (
                f"{method} {address} ({rule.endpoint}): {found}, verwacht {expected}"
            )
            if sets_a_cookie(client) or (found == "in" and method != "GET"):
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
    if not door.on_plan:
        return "in" if can(actor, door.action) else "403"
    facts = world.plan_facts
    if can(actor, door.action, facts):
        return "in"
    knows = can(actor, Action.PLAN_LEZEN, facts) or can(actor, Action.PLAN_CONCEPT_LEZEN, facts)
    return "403" if knows else "404"


def knock(client: StrictClient, keeper: Doorkeeper, method: str, address: str) -> str:
    """Ask for an address, without data; gives the outcome."""
    keeper.kept_out = False
    if method == "GET":
        client.get(address, None)
    else:
        client.post(address, status=None)
    return outcome(client, keeper)


def outcome(client: StrictClient, keeper: Doorkeeper) -> str:
    """What happened: "aanmelden", "403" or "404" at the door, else "in" (a page, a redirect, a form sent back …)."""
    response = client.response
    assert response is not None
    assert response.status_code < 500, f"{response.request.method} {response.request.path}: {response.status}"
    if keeper.kept_out:
        return str(response.status_code)
    return "aanmelden" if asked_to_sign_in(client) else "in"


def sets_a_cookie(client: StrictClient) -> bool:
    """True when the last answer changed what the portal remembers of this browser."""
    return client.response is not None and "Set-Cookie" in client.response.headers


def asked_to_sign_in(client: StrictClient) -> bool:
    """True when the answer was: sign in first. Signing out leads to the sign-in page too, and is something else."""
    response = client.response
    assert response is not None
    leads_there = response.status_code == 302 and "/account/aanmelden" in response.location
    return response.status_code == 401 or (leads_there and response.request.path != "/account/afmelden")


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


# --- By hand: what the description of the roles says ------------------------------------------------------------------

#                                   niemand contact elders lezer elders beoord coord lezer beheer
EXPECTED = {
    ("regio.mijn_plan", "concept"): "meld    in      404    in    404    404    404   404   404",
    ("regio.mijn_plan", "ingediend"): "meld  in      404    in    404    in     in    in    404",
    ("regio.mijn_plan", "vastgesteld"): "meld in     in     in    in     in     in    in    404",
    ("regio.lezen", "concept"): "meld        in      404    in    404    404    404   404   404",
    ("regio.lezen", "ingediend"): "meld      in      404    in    404    in     in    in    404",
    ("regio.lezen", "vastgesteld"): "meld    in      in     in    in     in     in    in    404",
    ("regio.onderdeel", "concept"): "meld    in      404    403   404    404    404   404   404",
    ("regio.onderdeel", "ingediend"): "meld  in      404    403   404    403    403   403   404",
    ("regio.controleren", "concept"): "meld  in      404    403   404    404    404   404   404",
    ("regio.bijlagen_pagina", "concept"): "meld in   404    in    404    404    404   404   404",
    ("regio.tijdlijn", "ingediend"): "meld   in      404    in    404    403    403   403   404",
    ("regio.word_concept", "vastgesteld"): "meld in  403    in    403    403    403   403   404",
    ("beoordelen.plan", "concept"): "meld    403     404    403   404    404    404   404   404",
    ("beoordelen.plan", "ingediend"): "meld  403     404    403   404    in     in    403   404",
    ("beoordelen.plan", "vastgesteld"): "meld 403    403    403   403    in     in    403   404",
    ("beoordelen.overdragen", "ingediend"): "meld 403 404   403   404    in     in    403   404",
    ("beoordelen.terugsturen", "ingediend"): "meld 403 404  403   404    403    in    403   404",
    ("beoordelen.vaststellen", "ingediend"): "meld 403 404  403   404    403    in    403   404",
    ("beoordelen.heropenen", "vastgesteld"): "meld 403 403  403   403    403    in    403   404",
    ("regio.meelezen_vragen", "concept"): "meld in   404    403   404    404    404   404   404",
    # Nobody reads along before the region asks: then reviewers do (see test_meelezen_pages).
    ("regio.meelezing_lezen", "concept"): "meld 403  404    403   404    404    404   404   404",
    # National roles are led to their own list.
    ("regio.plannen", "concept"): "meld      in      in     in    in     in     in    in    in",
    ("landelijk.beheren", "concept"): "meld  403     403    403   403    403    in    403   403",
    ("landelijk.starten", "concept"): "meld  403     403    403   403    403    in    403   403",
    ("landelijk.overzicht", "concept"): "meld 403    403    403   403    in     in    in    403",
    ("landelijk.samenvatting", "concept"): "meld 403 403     403   403    in     in    in    403",
    ("landelijk.samenvatting_word", "vastgesteld"): "meld 403 403 403 403 in    in    in    403",
    ("landelijk.samenvatten", "concept"): "meld 403  403     403   403    403    in    403   403",
    ("uitvragen.lijst", "concept"): "meld    403     403    403   403    in     in    in    403",
    ("uitvragen.uitvraag", "concept"): "meld 403     403    403   403    in     in    in    403",
    ("uitvragen.nieuw", "concept"): "meld    403     403    403   403    403    in    403   403",
    ("uitvragen.bewerken", "concept"): "meld 403     403    403   403    403    in    403   403",
    ("uitvragen.blad", "ingediend"): "meld   403     403    403   403    403    in    403   403",
    ("landelijk.contacten", "concept"): "meld in     in     403   403    in     in    403   in",
    ("beheer.regios", "concept"): "meld      403     403    403   403    403    403   403   in",
    ("beheer.accounts", "concept"): "meld    403     403    403   403    403    in    403   in",
    ("beheer.outbox", "concept"): "meld      403     403    403   403    403    in    403   in",
    ("opmerkingen.lijst", "concept"): "meld  in      404    in    404    404    404   404   404",
    ("opmerkingen.lijst", "ingediend"): "meld in     404    in    404    in     in    403   404",
    ("opmerkingen.lijst", "vastgesteld"): "meld in   403    in    403    in     in    403   404",
    ("verwachtingen.lijst", "concept"): "meld 403    403    403   403    in     in    in    403",
    ("verwachtingen.lijst_excel", "concept"): "meld 403 403 403   403    in     in    in    403",
    ("verwachtingen.verwachting", "concept"): "meld 403 403 403   403    in     in    403   403",
    ("verwachtingen.van_regio", "concept"): "meld in    404    in    404    404    404   404   404",
    ("verwachtingen.van_regio", "ingediend"): "meld in  404    in    404    in     in    in    404",
    ("coderen.overzicht", "concept"): "meld  403     403    403   403    in     in    403   403",
    ("coderen.tekst", "ingediend"): "meld    403     403    403   403    in     in    403   403",
    ("coderen.teksten", "ingediend"): "meld  403     403    403   403    in     in    403   403",
    ("coderen.codeboek", "concept"): "meld   403     403    403   403    in     in    403   403",
    ("coderen.code_nieuw", "concept"): "meld 403     403    403   403    403    in    403   403",
    ("coderen.samenvoegen", "concept"): "meld 403    403    403   403    403    in    403   403",
    ("terugkoppeling.voorbereiden", "concept"): "meld 403 403 403 403   403    in    403   403",
    ("terugkoppeling.voorbeeld", "concept"): "meld 403  403    403   403    403    in    403   403",
    ("terugkoppeling.lezen", "concept"): "meld in       404    in    404    404    404   404   404",
    ("terugkoppeling.lezen", "ingediend"): "meld in     404    in    404    in     in    in    404",
    ("terugkoppeling.lezen_word", "ingediend"): "meld in 404   in    404    in     in    in    404",
    ("antwoordbladen.lijst", "concept"): "meld in    in     in    in     403    403   403   403",
    ("antwoordbladen.blad", "concept"): "meld in     404    in    404    404    404   404   404",
    ("antwoordbladen.blad", "ingediend"): "meld in   404    in    404    in     in    in    404",
    ("antwoordbladen.vraag", "concept"): "meld in    404    403   404    404    404   404   404",
    ("antwoordbladen.vraag", "ingediend"): "meld in  404    403   404    403    403   403   404",
    ("antwoordbladen.controleren", "concept"): "meld in 404 403   404    404    404   404   404",
    ("antwoordbladen.lezen", "concept"): "meld in    404    in    404    404    404   404   404",
    ("antwoordbladen.lezen", "ingediend"): "meld in  404    in    404    in     in    in    404",
    ("antwoordbladen.word_leeg", "ingediend"): "meld in 404 in    404    403    403   403   404",
    ("antwoordbladen.word_ingevuld", "ingediend"): "meld in 404 in 404   403    403   403   404",
    ("rapporten.lijst", "concept"): "meld    in      in     in    in     in     in    in    403",
    ("rapporten.rapport", "concept"): "meld  404     404    404   404    in     in    404   404",
    ("rapporten.word", "ingediend"): "meld   404     404    404   404    in     in    404   404",
    ("rapporten.rapport", "vastgesteld"): "meld in   in     in    in     in     in    in    404",
    ("rapporten.excel", "vastgesteld"): "meld 403 403 403 403 in in in 404",
    ("rapporten.voorleggen", "concept"): "meld 404   404    404   404    403    in    404   404",
    ("rapporten.vaststellen", "vastgesteld"): "meld 403 403 403 403 403 in    403   404",
    # This beoordelaar is not of the kerngroep; who is, stands in the table of the policy.
    ("rapporten.akkoord", "ingediend"): "meld 404    404    404   404    403    403   404   404",
    ("public.start", "concept"): "meld       in      in     in    in     in     in    in    in",
    ("account.mijn_account", "concept"): "meld in    in     in    in     in     in    in    in",
    ("public.hulp", "concept"): "in          in      in     in    in     in     in    in    in",
}


@pytest.mark.parametrize("stage", STAGES)
def test_the_key_doors_open_as_the_roles_are_described(app: Flask, keeper: Doorkeeper, stage: str) -> None:
    worlds = make_worlds(stage, *PEOPLE)
    endpoints = [endpoint for endpoint, at in EXPECTED if at == stage]
    found: dict[str, dict[str, str]] = {endpoint: {} for endpoint in endpoints}
    for person, world in worlds.items():
        # Opening a page changes nothing (the client sees to that), so the next one finds the same world.
        client = enter(app, world)
        for endpoint in endpoints:
            found[endpoint][person] = knock(client, keeper, "GET", world.address(app, endpoint))
    by_hand = {endpoint: EXPECTED[endpoint, stage].replace("meld", "aanmelden").split() for endpoint in endpoints}
    assert found == {endpoint: dict(zip(PEOPLE, by_hand[endpoint], strict=True)) for endpoint in endpoints}


def test_every_line_of_the_table_is_of_a_stage() -> None:
    assert {stage for _, stage in EXPECTED} == set(STAGES)


# Which roles may do what at all, in their own region where they have one; from the description of the roles.
BY_HAND = {
    Action.START_ZIEN: "contact regiolezer beoordelaar coordinator lezer beheerder",
    Action.EIGEN_ACCOUNT: "contact regiolezer beoordelaar coordinator lezer beheerder",
    Action.PLANNEN_ZIEN: "contact regiolezer",
    Action.PLAN_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.PLAN_CONCEPT_LEZEN: "contact regiolezer",
    Action.INDIENING_LEZEN: "beoordelaar coordinator lezer",
    Action.PLAN_INVULLEN: "contact",
    Action.PLAN_INDIENEN: "contact",
    Action.PLAN_INTREKKEN: "contact",
    Action.PLAN_BEOORDELEN: "beoordelaar coordinator",
    Action.PLAN_BESLUITEN: "coordinator",
    Action.PLAN_STARTEN: "coordinator",
    Action.OVERZICHT_ZIEN: "beoordelaar coordinator lezer",
    Action.CONTACTEN_ZIEN: "contact beoordelaar coordinator beheerder",
    Action.UITNODIGEN: "coordinator beheerder",
    Action.ACCOUNTS_BEHEREN: "beheerder",
    Action.REGIOS_BEHEREN: "beheerder",
    Action.OUTBOX_ZIEN: "coordinator beheerder",
    Action.OPMERKEN: "contact regiolezer beoordelaar coordinator",
    Action.INTERN_LEZEN: "beoordelaar coordinator",
    Action.MEELEZING_LEZEN: "beoordelaar coordinator",
    Action.SAMENVATTEN: "coordinator",
    Action.BLADEN_ZIEN: "contact regiolezer",
    Action.UITVRAAG_BEHEREN: "coordinator",
    Action.VERWACHTING_BEANTWOORDEN: "beoordelaar coordinator",
    Action.BLAD_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.BLAD_CONCEPT_LEZEN: "contact regiolezer",
    Action.BLAD_INVULLEN: "contact",
    Action.BLAD_INDIENEN: "contact",
    Action.CODEREN: "beoordelaar coordinator",
    Action.CODEBOEK_BEHEREN: "coordinator",
    Action.RAPPORTEN_ZIEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.RAPPORT_LEZEN: "contact regiolezer beoordelaar coordinator lezer",
    Action.RAPPORT_EXCEL: "beoordelaar coordinator lezer",
    Action.RAPPORT_CONCEPT_LEZEN: "beoordelaar coordinator",
    Action.RAPPORT_BEHEREN: "coordinator",
    Action.RAPPORT_AKKOORD: "beoordelaar",
}


def test_every_action_is_in_the_policy_and_in_the_table_by_hand() -> None:
    assert set(POLICY) == set(Action) == set(BY_HAND)


@pytest.mark.parametrize("action", Action)
def test_the_policy_is_as_the_roles_are_described(action: Action) -> None:
    names = {Rol.REGIOCONTACT: "contact"}
    assert {names.get(rol, rol.value) for rol in POLICY[action]} == set(BY_HAND[action].split())
