"""Making plans that are under review or came back, with the portal's own verbs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Indiening, Plan, Terugsturing, User
from portal.services.plan import returned
from portal.services.review import reviews
from tests.worlds.people import make_contact, make_user
from tests.worlds.plan import make_indiening


def make_in_review(plan: Plan, reviewer: User | None = None, *, contact: User | None = None) -> Indiening:
    """Submit a plan and pick it up (none given: by a new beoordelaar)."""
    indiening = make_indiening(plan, contact)
    reviews.pick_up(plan, actor=(reviewer or make_user(Rol.BEOORDELAAR)).actor)
    db.session.flush()
    return indiening


def make_returned(
    plan: Plan,
    asked: Mapping[str, str] | None = None,
    *,
    coordinator: User | None = None,
    contact: User | None = None,
    terug_voor: date | None = None,
) -> Terugsturing:
    """Submit a plan, pick it up, and send it back with a question about its "acties" (or as `asked` says)."""
    actor = (coordinator or make_user(Rol.COORDINATOR)).actor
    indiening = make_in_review(plan, contact=contact)
    back = reviews.send_back(
        plan,
        actor=actor,
        reden="Maak de acties concreter.",
        asked=asked or {"acties": "Wie doet wat?"},
        seen_indiening_id=indiening.id,
        terug_voor=terug_voor,
    )
    assert back is not None
    db.session.flush()
    return back


def returns_of(plan: Plan) -> list[Terugsturing]:
    """Every time that a plan came back, newest first."""
    of_plan = Terugsturing.versie_id.in_([versie.id for versie in plan.versies])
    return list(db.session.scalars(select(Terugsturing).where(of_plan).order_by(Terugsturing.id.desc())))


def answer_return(plan: Plan, contact: User, text: str = "Aangepast zoals gevraagd.") -> None:
    """Say of every part that was asked about what was changed."""
    back = returned.open_return(plan.versie)
    assert back is not None
    edits = [returned.StepEdit(part.step_key, text, part.revision) for part in back.onderdelen]
    assert returned.save_changes(plan, edits, actor=contact.actor) == []
    db.session.flush()


def make_resubmitted(plan: Plan, contact: User | None = None) -> Indiening:
    """Return a plan and let the region answer and submit it again."""
    contact = contact or make_contact(plan.regios[0])
    make_returned(plan, contact=contact)
    answer_return(plan, contact)
    return make_indiening(plan, contact)
