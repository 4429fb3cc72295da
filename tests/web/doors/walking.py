"""Walking along doors: a world at a stage, who walks, and what happened at a door."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from unittest.mock import patch

from flask import Flask
from flask.typing import ResponseReturnValue

from portal.domain.policy import Facts
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import BladStatus
from portal.extensions import db
from portal.models import Antwoordblad, Plan, Rapport, RapportHoorRegio, Regio, User
from portal.services.plan import pen
from portal.web.access import Door
from tests.client import StrictClient
from tests.worlds.inflow import put_duiding
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.report import put_hearing, put_rapport
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
    hoor: RapportHoorRegio

    def again(self) -> World:
        """This world as it is now, when somebody may have changed it. Whatever that was, ids stay what they were."""
        now = replace(self)
        if "samples" in vars(self):
            vars(now)["samples"] = self.samples
        return now

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
    def hoor_facts(self) -> Facts:
        return self.hoor.facts

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
            "given_id": 999_999,
            "indiening_id": 999_999,
            "bijlage_id": 999_999,
            "mail_id": 999_999,
            "link_id": 999_999,
            "lid_id": 999_999,
            "opmerking_id": 999_999,
            "uitvraag_id": self.blad.uitvraag_id,
            "blad_id": self.blad.id,
            "rapport_id": self.rapport.id,
            "hoor_id": self.hoor.id,
            "code": self.plan.regios[0].code,
            "hoofdstuk": "proces",
            "sleutel": "regios",
            "actie_id": 999_999,
            "regel_id": 999_999,
            "nummer": 999_999,
            "kolom": "onzin",
            "soort": "lessen",
            "code_id": 999_999,
            "token": "onzin",
            "passkey_id": 999_999,
            "aanmelding_id": 999_999,
            "tekst_id": 999_999,
            "import_id": 999_999,
            "bron_id": 999_999,
            "doel_id": 999_999,
            "publicatie_id": 999_999,
            "bezwaar_id": 999_999,
            "vorm": "json",
            "indicator": "instroom",
            "gebied": "NL",
            "indeling": "totaal",
            "categorie": "totaal",
            "periode": "2024",
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
        put_duiding(own)
    rapport = put_rapport(uitvraag, status=REPORT_AT[stage])
    hoor = put_hearing(rapport, own)
    worlds = {person: World(plan, make_person(person, own, other), blad, rapport, hoor) for person in people}
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

    def __init__(self, app: Flask) -> None:
        self.kept_out = False
        self.handle = app.handle_user_exception

    def look(self, error: Exception) -> ResponseReturnValue:
        """Note where in our code the error came from, and let the app handle it."""
        # Only the names of the files: `extract_tb` reads the lines as well.
        files = (frame.f_code.co_filename for frame, _ in traceback.walk_tb(error.__traceback__))
        ours = [name for name in files if "/portal/" in name]
        self.kept_out = bool(ours) and ours[-1].endswith("/portal/web/access.py")
        return self.handle(error)


@contextmanager
def keeper_of(app: Flask) -> Iterator[Doorkeeper]:
    """The keeper of the doors of this app, for as long as the block lasts."""
    keeper = Doorkeeper(app)
    with patch.object(app, "handle_user_exception", keeper.look):
        yield keeper


class Corridor:
    """One person's walk along every door with every id there is.

    A door that keeps somebody out has looked at the person and at the thing it is on, not at the rest of the address
    (`portal/web/access.py`): with another rest it is not asked again.
    """

    def __init__(self, app: Flask, client: StrictClient, keeper: Doorkeeper) -> None:
        self.client, self.keeper = client, keeper
        self.doors = {endpoint: getattr(view, "door", None) for endpoint, view in app.view_functions.items()}
        self.urls = app.url_map.bind("localhost")
        self.shut: set[tuple[str, str, object]] = set()

    def knock(self, method: str, address: str) -> bool:
        """Ask for this address, unless its door has kept this person out before; True when it was asked."""
        door = self._door_of(method, address)
        if door in self.shut:
            return False
        if knock(self.client, self.keeper, method, address) != "in":
            self.shut |= {door} if door else set()
        return True

    def _door_of(self, method: str, address: str) -> tuple[str, str, object] | None:
        """Which door it is, on which thing; None for a page that is for everybody or has another kind of door."""
        endpoint, given = self.urls.match(address.split("?")[0], method=method)
        door = self.doors[endpoint]
        if not isinstance(door, Door) or door.action is None:
            return None
        on = {
            door.on_plan: "plan_id",
            door.on_sheet: "blad_id",
            door.on_report: "rapport_id",
            door.on_region: "regio_id",
            door.on_hearing: "hoor_id",
        }
        thing = on.get(True, "")
        return endpoint, method, given.get(thing, given.get("code"))


def enter(app: Flask, world: World) -> StrictClient:
    """A browser in which the person of this world has signed in. Pages are read strictly elsewhere."""
    return enter_as(StrictClient(app, reads_pages=False), world.person)


def enter_as(client: StrictClient, person: User | None) -> StrictClient:
    """Let this person sit down behind this browser; None is somebody who has not signed in."""
    return client.sign_in(person) if person else client.sign_out()


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


SIGNS_OUT = ("/account/afmelden", "/account/aanmeldingen/uitloggen")


def asked_to_sign_in(client: StrictClient) -> bool:
    """True when the answer was: sign in first. Signing out leads to the sign-in page too, and is something else."""
    response = client.response
    assert response is not None
    leads_there = response.status_code == 302 and "/account/aanmelden" in response.location
    return response.status_code == 401 or (leads_there and response.request.path not in SIGNS_OUT)
