"""A plan with remarks and the people around it."""

from __future__ import annotations

from dataclasses import dataclass

from forms.spec import Kind
from portal.domain import clock
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Actie, Antwoordblad, Meelezing, Opmerking, Plan, Rapport, User
from portal.services.instroom.talk import Regiobeeld
from portal.services.plan import content, rows
from portal.services.remark import remarks
from portal.services.remark.remarked import Thing
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad
from tests.worlds.sheet import hand_in, make_q1, make_sheet_ready


@dataclass
class RemarkWorld:
    """A plan that was handed in, with its contacts on both sides, a regiolezer and three national people."""

    plan: Plan
    contact: User
    collega: User
    regiolezer: User
    beoordelaar: User
    andere_beoordelaar: User
    coordinator: User
    actie: Actie


@kept
def make_remark_world(naam: str = "Bosstreek", *, submitted: bool = True) -> RemarkWorld:
    """The people and the plan of a region with this name, without any remark yet."""
    regio = make_regio(naam)
    plan = make_plan(regio)
    contact = make_contact(regio, naam="Bo Regio")
    actie = make_action(plan, contact, "Een team vormen")
    if submitted:
        make_indiening(plan, contact)
    world = RemarkWorld(
        plan,
        contact,
        make_contact(regio, Namens.ZORGKANTOOR, naam="Cor Regio"),
        make_regiolezer(regio, naam="Lea Regio"),
        make_user(Rol.BEOORDELAAR, naam="Ana Beoordelaar"),
        make_user(Rol.BEOORDELAAR, naam="Ben Beoordelaar"),
        make_user(Rol.COORDINATOR, naam="Co Coordinator"),
        actie,
    )
    db.session.commit()
    return world


@dataclass
class SheetRemarkWorld(RemarkWorld):
    """The same, with the answer sheet of the plan in an open round."""

    blad: Antwoordblad


@kept
def make_sheet_remark_world(naam: str = "Bosstreek", *, handed_in: bool = True) -> SheetRemarkWorld:
    """The people of a region with this name, and its sheet without any remark yet."""
    world = make_remark_world(naam)
    blad = make_sheet_ready(make_blad(make_q1(), plan=world.plan), world.contact)
    if handed_in:
        hand_in(blad, world.contact)
    db.session.commit()
    return SheetRemarkWorld(**vars(world), blad=blad)


def make_action(plan: Plan, contact: User, omschrijving: str, *, vorm: str = "actie") -> Actie:
    """An action (or a heading) in the working copy."""
    row = rows.add_row(plan, Kind.ACTIES, {"vorm": vorm, "omschrijving": omschrijving}, actor=contact.actor)
    assert isinstance(row, Actie)
    return row


def make_thread(
    on: Thing,
    door: User,
    zicht: Zicht = Zicht.REGIO,
    tekst: str = "Wat bedoelt u hier?",
    *,
    step_key: str | None = None,
    actie_id: int | None = None,
) -> Opmerking:
    """A thread, begun by somebody who may; on the first step of the sheet or figures, the first text, or a chapter."""
    first = {Plan: "achtergrond", Antwoordblad: "afstemming", Rapport: "proces", Regiobeeld: "totaal"}
    step_key = step_key or first[type(on)]
    thread = remarks.start_thread(on, step_key=step_key, tekst=tekst, zicht=zicht, actie_id=actie_id, actor=door.actor)
    db.session.commit()
    return thread


def ask_to_read_along(plan: Plan, contact: User) -> Meelezing:
    """Let the region ask for a look at its draft as it is now."""
    plan.versie.meelezen_open = True
    asked = Meelezing(
        plan_id=plan.id,
        versie_id=plan.versie.id,
        onderdelen=["acties"],
        snapshot=content.working_copy(plan),
        gevraagd_op=clock.now(),
        gevraagd_door_id=contact.id,
    )
    db.session.add(asked)
    db.session.commit()
    return asked


@kept
def make_much_said(size: int) -> tuple[User, Plan]:
    """A draft with so many threads on a part, on an action, and resolved, each by people of its own."""
    world = make_remark_world(submitted=False)
    ask_to_read_along(world.plan, world.contact)
    for number in range(size):
        reviewer = make_user(Rol.BEOORDELAAR)
        contact = make_contact(world.plan.regios[0])
        for step_key, actie_id in (("achtergrond", None), ("acties", world.actie.id), ("monitoring", None)):
            thread = make_thread(world.plan, reviewer, tekst=f"Vraag {number}", step_key=step_key, actie_id=actie_id)
            remarks.reply(world.plan, thread.id, tekst="Wij kijken.", actor=contact.actor)
            if step_key == "monitoring":
                remarks.resolve(world.plan, thread.id, actor=contact.actor)
        db.session.commit()
    return world.contact, world.plan
