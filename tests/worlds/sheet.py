"""Small worlds for the quarterly round: a plan in force with actions, sheets of two quarters, answers by people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.roles import Actor, Namens, Rol
from portal.domain.sheet.state import action_ids
from portal.extensions import db
from portal.models import (
    Actie,
    Antwoordblad,
    BladAntwoord,
    BladIndiening,
    Indiening,
    Plan,
    PlanVersie,
    Regio,
    Uitvraag,
    User,
    Voortgang,
)
from portal.services.plan import rows, workflow
from portal.services.sheet import submit
from portal.services.sheet.content import as_content, load
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan, make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag


def make_plan_in_force(*regios: Regio, acties: int = 3, kop: bool = True) -> Plan:
    """A plan that is vastgesteld, with a heading and so many actions ("Actie 1" by "Gemeenten")."""
    plan = make_plan(*(regios or [make_regio()]))
    actor = make_contact(plan.regios[0]).actor
    if kop:
        rows.add_row(plan, Kind.ACTIES, {"vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken"}, actor=actor)
    for number in range(1, acties + 1):
        make_action(plan, number, actor=actor)
    return make_vastgesteld(plan)


def make_action(plan: Plan, number: int, *, actor: Actor) -> Actie:
    """One more action in the working copy of a plan."""
    values = {
        "vorm": "actie",
        "paragraaf": f"5a.{number}",
        "omschrijving": f"Actie {number}",
        "verantwoordelijke": "Gemeenten",
        "tijdslijn": "Eind Q1 2024",
    }
    row = rows.add_row(plan, Kind.ACTIES, values, actor=actor)
    assert isinstance(row, Actie)
    return row


def make_q4() -> Uitvraag:
    """The round of the quarter before."""
    return make_uitvraag(naam="Kwartaaluitvraag Q4 2023", opent_op=date(2024, 1, 1), deadline=date(2024, 1, 31))


def make_q1() -> Uitvraag:
    """The round of this quarter, with some days to go."""
    return make_uitvraag(naam="Kwartaaluitvraag Q1 2024")


def ids_of(blad: Antwoordblad) -> list[int]:
    """The ids of the actions on a sheet, in order."""
    return list(action_ids(as_content(blad, load(blad))))


def put_progress(blad: Antwoordblad, statuses: Sequence[tuple[str, str]], *, door: User) -> None:
    """Progress as it stands in the database, for the first actions of the sheet."""
    for actie_id, (status, toelichting) in zip(ids_of(blad), statuses, strict=False):
        db.session.merge(
            Voortgang(
                blad_id=blad.id,
                actie_id=actie_id,
                status=status,
                toelichting=toelichting,
                gelijk_aan_id=None,
                gewijzigd_op=clock.now(),
                gewijzigd_door_id=door.id,
            )
        )
    db.session.flush()


def put_answer(blad: Antwoordblad, key: str, text: str, *, door: User, regio: Regio | None = None) -> BladAntwoord:
    """An answer as it stands in the database."""
    row = BladAntwoord(
        blad_id=blad.id,
        question_key=key,
        text=text,
        regio_id=regio.id if regio else None,
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=door.id,
    )
    db.session.add(row)
    db.session.flush()
    return row


def make_sheet_ready(blad: Antwoordblad, contact: User) -> Antwoordblad:
    """Answer what is required: the two closed questions, and every action with "ligt op schema"."""
    put_answer(blad, "afstemming_vorm", "vast_overleg", door=contact)
    put_answer(blad, "doel_verwachting", "deels", door=contact)
    put_progress(blad, [("op_schema", f"Tekst {number}.") for number, _ in enumerate(ids_of(blad), 1)], door=contact)
    return blad


def hand_in(blad: Antwoordblad, contact: User, *, seen: int | None = None, met_naam: bool = False) -> BladIndiening:
    """Hand in a sheet that is ready; `met_naam`: its regions may be named with their words."""
    namens = next(iter(contact.actor.sides(blad.facts.regio_ids)), Namens.GEMEENTE)
    number = blad.indiening_nummer if seen is None else seen
    indiening = submit.submit(blad, actor=contact.actor, namens=namens, seen_number=number, met_naam=met_naam)
    db.session.flush()
    return indiening


@dataclass(frozen=True)
class SheetWorld:
    """The sheet of this quarter of a plan in force, and who answers it; last quarter was handed in."""

    plan: Plan
    anna: User
    blad: Antwoordblad


@kept
def make_sheet_world() -> SheetWorld:
    """See the fields."""
    plan = make_plan_in_force(make_regio("Proefstreek"))
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    make_answered_q4(plan, anna)
    return SheetWorld(plan, anna, make_blad(make_q1(), plan=plan))


def make_answered_q4(plan: Plan, contact: User) -> BladIndiening:
    """The sheet of last quarter of a plan, handed in: every action "ligt op schema" with "Tekst 1." and so on."""
    blad = make_blad(make_q4(), plan=plan)
    return hand_in(make_sheet_ready(blad, contact), contact)


def renew(plan: Plan, *, drop: int, actor: Actor) -> Indiening:
    """A new version of a plan that is in force: one action less, one more."""
    plan.versies.append(PlanVersie(nummer=2, status_sinds=clock.now()))
    db.session.flush()
    rows.remove_row(plan, Kind.ACTIES, drop, base_revision=1, actor=actor)
    make_action(plan, 9, actor=actor)
    indiening = make_indiening(plan)
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(plan, move, actor=make_user(Rol.COORDINATOR).actor)
    db.session.flush()
    return indiening
