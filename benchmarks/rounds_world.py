"""A world with eight rounds: plans under review, seven rounds that are over and one that is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from sqlalchemy import select

from benchmarks import texts
from benchmarks.answers_world import Answerer, answer
from benchmarks.editions import ASKED
from benchmarks.world import LONG_TEXTS, World, make_world
from forms.dutch.dates import AMSTERDAM
from portal.domain import clock
from portal.domain.roles import Namens
from portal.domain.round import rules
from portal.extensions import db
from portal.models import (
    Answer,
    Antwoordblad,
    Indiening,
    Lidmaatschap,
    Plan,
    PlanRegio,
    TerugsturingOnderdeel,
    Uitvraag,
    User,
)
from portal.services.plan import returned, submit
from portal.services.plan.returned import StepEdit
from portal.services.review import reviews
from portal.services.round import rounds

ROUNDS = 8
CONTACTS = 3
QUARTER = timedelta(days=91)
OPEN_FOR = timedelta(days=28)
# The open questions that a region changed after its plan came back.
CHANGED = LONG_TEXTS[::2]


@dataclass(frozen=True)
class RoundsWorld:
    """A world with rounds. `world.plan_id` is under review with earlier submissions beside it.

    `uitvraag_id` is the round that is open, `blad_id` the sheet of that plan in it: filled in, not handed in.
    """

    world: World
    uitvraag_id: int
    blad_id: int


def make_rounds_world(url: str, *, plan_count: int = 31) -> RoundsWorld:
    """Make and fill the (empty) database of this URL."""
    world = make_world(url, plan_count=plan_count, submit_every=1, contacts=CONTACTS)
    with world.app.app_context():
        coordinator = db.session.get_one(User, world.coordinator_id)
        contacts = first_contacts()
        _return_and_resubmit(db.session.get_one(Plan, world.plan_id), contacts, coordinator)
        _review_others(world, coordinator)
        uitvraag = _hold_rounds(contacts, coordinator)
        blad_id = _sheet_of(uitvraag, world.plan_id)
        db.session.commit()
        return RoundsWorld(world, uitvraag.id, blad_id)


def first_contacts() -> dict[int, User]:
    """Who answers for each plan, by the id of the plan."""
    query = (
        select(PlanRegio.plan_id, User)
        .join(Lidmaatschap, Lidmaatschap.regio_id == PlanRegio.regio_id)
        .join(User, User.id == Lidmaatschap.account_id)
        .order_by(User.id.desc())
    )
    return dict(db.session.execute(query).all())


def _return_and_resubmit(plan: Plan, contacts: dict[int, User], coordinator: User) -> None:
    """Two parts come back, are changed and handed in again; somebody is reading that now."""
    contact = contacts[plan.id]
    newest = _submit_again(plan, contact)
    reviews.pick_up(plan, actor=coordinator.actor)
    asked = {"achtergrond": "Wat verandert er voor mensen?", "acties": "Wie trekt deze acties?"}
    reviews.send_back(plan, actor=coordinator.actor, reden="Kort.", asked=asked, seen_indiening_id=newest.id)
    db.session.flush()
    _change_texts(plan)
    edits = [StepEdit(key, "Wij hebben dit aangevuld.", part.revision) for key, part in _asked(plan).items()]
    returned.save_changes(plan, edits, actor=contact.actor)
    db.session.flush()
    _submit_again(plan, contact)
    reviews.pick_up(plan, actor=coordinator.actor)
    db.session.flush()


def _asked(plan: Plan) -> dict[str, TerugsturingOnderdeel]:
    back = returned.open_return(plan.versie)
    return {part.step_key: part for part in back.onderdelen} if back else {}


def _submit_again(plan: Plan, contact: User) -> Indiening:
    number = plan.versie.indiening_nummer
    made = submit.submit(plan, actor=contact.actor, namens=Namens.GEMEENTE, akkoord_van="D. Ander", seen_number=number)
    db.session.flush()
    return made


def _change_texts(plan: Plan) -> None:
    """A sentence changed in half of the open questions."""
    for row in db.session.scalars(select(Answer).where(Answer.plan_id == plan.id, Answer.question_key.in_(CHANGED))):
        row.text = row.text.replace(texts.SENTENCES[0], "Wij vullen dit aan.") + "\n\nDit is nieuw."


def _review_others(world: World, coordinator: User) -> None:
    """Of the other plans a third waits, a third is being reviewed and a third is vastgesteld."""
    others = db.session.scalars(select(Plan).where(Plan.id != world.plan_id).order_by(Plan.id)).all()
    for number, plan in enumerate(others):
        if number % 3:
            reviews.pick_up(plan, actor=coordinator.actor)
        if number % 3 == 2:
            newest = submit.newest_submission(plan.versie)
            reviews.approve(plan, actor=coordinator.actor, seen_indiening_id=newest.id)
    db.session.flush()


def _hold_rounds(contacts: dict[int, User], coordinator: User) -> Uitvraag:
    """The oldest first. Returns the last one, that is open since two weeks."""
    dice = Random(8)
    for number in range(ROUNDS):
        is_last = number == ROUNDS - 1
        opens = clock.today() - timedelta(days=14) - QUARTER * (ROUNDS - 1 - number)
        uitvraag = make_round(number, opens, coordinator)
        with clock.stopped_at(at_nine(opens)):
            rounds.open_round(uitvraag, actor=None)
        with clock.stopped_at(at_nine(opens + timedelta(days=10))):
            answer(uitvraag, Answerer(dice, contacts, coordinator, is_open=is_last))
        if not is_last:
            with clock.stopped_at(at_nine(opens + OPEN_FOR + timedelta(days=7))):
                rounds.close_round(uitvraag, actor=coordinator.actor)
        db.session.flush()
    return uitvraag


def make_round(number: int, opens: date, coordinator: User) -> Uitvraag:
    """A planned round about the quarter before the day on which it opens."""
    values = rules.RoundValues(
        naam=f"Kwartaaluitvraag {number + 1}",
        periode_van=opens - QUARTER,
        periode_tot=opens - timedelta(days=1),
        opent_op=opens,
        deadline=opens + OPEN_FOR,
        edition=ASKED.key,
        toelichting="Is er weinig veranderd? Dan bent u in een paar minuten klaar.",
        herinner_dagen=(7, 1, -1, -7),
    )
    with clock.stopped_at(at_nine(opens)):
        return rounds.make_round(values, actor=coordinator.actor)


def at_nine(day: date) -> datetime:
    """Nine in the morning."""
    return datetime.combine(day, time(9), AMSTERDAM)


def _sheet_of(uitvraag: Uitvraag, plan_id: int) -> int:
    query = select(Antwoordblad.id).where(Antwoordblad.uitvraag_id == uitvraag.id, Antwoordblad.plan_id == plan_id)
    return db.session.scalars(query).one()
