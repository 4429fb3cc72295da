"""A world to measure in: regions, people and filled plans, made the same way on every run."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, replace
from datetime import timedelta
from hashlib import sha256
from random import Random
from typing import Any

from flask import Flask
from sqlalchemy import select

from benchmarks import texts
from benchmarks.editions import PLAN
from forms.spec import Kind
from portal import create_app
from portal.config import Settings
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.workflow import Move
from portal.domain.roles import Namens, OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import (
    Actie,
    Answer,
    Doelstelling,
    Indiening,
    Lidmaatschap,
    Mijlpaal,
    Organisatie,
    Partij,
    Plan,
    Regio,
    User,
)
from portal.services import regios
from portal.services.coding import book
from portal.services.plan import events, plans, submit, workflow
from portal.services.plan.readings import with_readings

# As good as chance: outside a demo the portal starts with nothing less.
SECRET = sha256(b"een sleutel alleen om te meten").hexdigest()
# Twenty actions: there is a heading above every four.
ACTION_ROWS = 25
CONTACTS = 10
# The open questions: ten of them, so that ten people of a region can each write in their own.
LONG_TEXTS = tuple(one.key for one in PLAN.questions if one.kind is Kind.LONG_TEXT)


@dataclass(frozen=True)
class World:
    """An app on a filled database, and the ids that a measurement needs.

    `plan_id` is a plan that was handed in and sent back: its region writes in it, and its submission can be read.
    """

    app: Flask
    url: str
    plan_id: int
    submission_id: int
    contact_id: int
    coordinator_id: int

    def anew(self) -> World:
        """The same database with an app that has served nobody yet."""
        return replace(self, app=make_app(self.url))


def make_app(url: str) -> Flask:
    """The app as people get it, on this database."""
    return create_app(Settings(database_url=url, secret_key=SECRET))


def make_world(url: str, *, plan_count: int = 31, submit_every: int = 2, contacts: int = CONTACTS) -> World:
    """Make all tables in the (empty) database of this URL and fill them; every second plan is handed in.

    `submit_every` 1: all of them are; 0: only the first, which came back.
    """
    app = make_app(url)
    rng = Random(2023)
    with app.app_context():
        db.create_all()
        regios.load_regios()
        book.ship()
        _add_regios(plan_count)
        coordinator = _person("Coördinator", _organisation("Programma", OrganisatieSoort.OVERIG))
        coordinator.lidmaatschappen = [Lidmaatschap(rol=Rol.COORDINATOR)]
        made = [_make_plan(rng, regio, contacts) for regio in _all_regios()[:plan_count]]
        for plan, contact in made[1::submit_every] if submit_every else []:
            _submit(plan, contact)
        plan, contact = made[0]
        indiening = _submit(plan, contact)
        for move in (Move.OPPAKKEN, Move.TERUGSTUREN):
            workflow.move(plan, move, actor=coordinator.actor, reason="Graag de trekkers aanvullen.")
        db.session.commit()
        return World(app, url, plan.id, indiening.id, contact.id, coordinator.id)


def _add_regios(count: int) -> None:
    for number in range(31, count):
        db.session.add(Regio(code=f"X{number}", naam=f"Proefregio {number}", zorgkantoor="Zorgkantoor Proef"))
    db.session.flush()


def _all_regios() -> list[Regio]:
    return list(db.session.scalars(select(Regio).order_by(Regio.id)))


def _organisation(naam: str, soort: OrganisatieSoort) -> Organisatie:
    organisation = Organisatie(naam=naam, soort=soort)
    db.session.add(organisation)
    return organisation


def _person(naam: str, organisation: Organisatie) -> User:
    mail = f"{uuid.uuid4().hex}@voorbeeld.example"
    person = User(naam=naam, email=mail, organisatie=organisation, fs_uniquifier=uuid.uuid4().hex, active=True)
    db.session.add(person)
    return person


def _make_plan(rng: Random, regio: Regio, contacts: int) -> tuple[Plan, User]:
    people = _contacts(regio, contacts)
    plan = plans.open_plan([regio], deadline=clock.today() + timedelta(days=30), actor=people[0].actor)
    _write_answers(rng, plan, people)
    _write_rows(rng, plan, people)
    for one, step in zip(people, PLAN.steps, strict=False):
        events.record(plan, EventSoort.ONDERDEEL_BEWERKT, one.actor, onderdeel=step.title, stap=step.key)
    db.session.flush()
    return plan, people[0]


def _submit(plan: Plan, contact: User) -> Indiening:
    indiening = submit.submit(plan, actor=contact.actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=0)
    db.session.flush()
    return indiening


def _contacts(regio: Regio, count: int) -> list[User]:
    organisation = _organisation(f"Gemeente van {regio.naam}", OrganisatieSoort.GEMEENTE)
    people = [_person(f"Persoon {number} van {regio.naam}", organisation) for number in range(count)]
    for number, person in enumerate(people):
        namens = Namens.ZORGKANTOOR if number % 2 else Namens.GEMEENTE
        person.lidmaatschappen = [Lidmaatschap(rol=Rol.REGIOCONTACT, regio_id=regio.id, namens=namens)]
    db.session.flush()
    return people


def _write_answers(rng: Random, plan: Plan, people: list[User]) -> None:
    given = {key: texts.long_text(rng) for key in LONG_TEXTS if key != "gemeenten"}
    given |= {"doelgroep_soorten": "jongeren ambulant", "projectstructuur_vorm": "bestaand"}
    for number, (key, text) in enumerate(given.items()):
        db.session.add(Answer(plan_id=plan.id, question_key=key, text=text, **_stamp(people, number)))


def _stamp(people: list[User], number: int) -> dict[str, Any]:
    return {"gewijzigd_op": clock.now(), "gewijzigd_door_id": people[number % len(people)].id}


def _write_rows(rng: Random, plan: Plan, people: list[User]) -> None:
    for place in range(1, 13):
        soort = PLAN.choices_of(Kind.PARTIJEN)[place % len(PLAN.choices_of(Kind.PARTIJEN))].key
        stamp = _stamp(people, place)
        db.session.add(Partij(plan_id=plan.id, positie=place, naam=f"Partij {place}", soort=soort, **stamp))
    for place in range(2, 6):
        goal = texts.action_text(rng)
        db.session.add(Doelstelling(plan_id=plan.id, positie=place, tekst=goal, smart="SM", **_stamp(people, place)))
    for place in range(1, ACTION_ROWS + 1):
        db.session.add(_action(rng, plan, place, _stamp(people, place)))
    for place in range(1, 6):
        db.session.add(_milestone(rng, plan, place, _stamp(people, place)))


def _action(rng: Random, plan: Plan, place: int, stamp: dict[str, Any]) -> Actie:
    is_heading = place % 5 == 1
    return Actie(
        plan_id=plan.id,
        positie=place,
        vorm=ActieVorm.KOP if is_heading else ActieVorm.ACTIE,
        paragraaf=f"5{'abcd'[place // 5 % 4]}.{place}",
        omschrijving=texts.action_text(rng),
        verantwoordelijke="" if is_heading else rng.choice(texts.WHO),
        themas=[] if is_heading else ["beleid"],
        is_mijlpaal=place % 10 == 0,
        **({} if is_heading else _timeline(plan, rng)),
        **stamp,
    )


def _milestone(rng: Random, plan: Plan, place: int, stamp: dict[str, Any]) -> Mijlpaal:
    timeline = _timeline(plan, rng)
    return Mijlpaal(
        plan_id=plan.id, positie=place, activiteit=f"Activiteit {place}", mijlpaal="Gereed", **timeline, **stamp
    )


def _timeline(plan: Plan, rng: Random) -> dict[str, Any]:
    return with_readings(plan, Kind.ACTIES, {"tijdslijn": rng.choice(texts.WHEN)})
