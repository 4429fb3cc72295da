"""The life of one plan, from its start to where it is at this stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from portal.demo.editions import PLAN
from portal.demo.facts import facts_of
from portal.demo.moments import at_work, spread
from portal.demo.people import Cast
from portal.demo.stages import Days, Stage
from portal.demo.story import DemoProgress, Verhaal, after_a_year, after_deadline, after_review
from portal.demo.writer import DemoWriter
from portal.domain import clock
from portal.domain.roles import Actor, Namens
from portal.models import Plan, Regio
from portal.services.plan import plans, submit

# The parts in the order in which a region comes to them, and how many of them are done.
PARTS = (
    "algemeen",
    "achtergrond",
    "huidige_situatie",
    "doelstellingen",
    "doelgroep",
    "acties",
    "projectstructuur",
    "randvoorwaarden",
    "monitoring",
    "planning",
    "ervaringen",
)
DONE = {DemoProgress.BIJNA_LEEG: (1, 1), DemoProgress.BEGONNEN: (2, 5), DemoProgress.HALF: (5, 8)}
THE_SHARED_PLAN = ("ZK01", "ZK28")


@dataclass
class Life:
    """One plan and the people in it."""

    verhaal: Verhaal
    plan: Plan
    writer: DemoWriter
    cast: Cast
    days: Days
    rng: Random

    @property
    def sides(self) -> dict[Namens, Actor]:
        """The contacts of the plan by side."""
        return {namens: user.actor for namens, user in self.cast.contacts[self.verhaal.codes[0]].items()}

    @property
    def voortgang(self) -> DemoProgress:
        """How far the plan is at this stage."""
        if self.days.stage is Stage.KWARTAAL:
            return after_a_year(self.verhaal)
        if self.days.stage.is_reviewed:
            return after_review(self.verhaal)
        return after_deadline(self.verhaal) if self.days.stage.is_past_deadline else self.verhaal.concept


def start_plan(verhaal: Verhaal, regios: list[Regio], cast: Cast, days: Days) -> Life:
    """Start the plan of these regions. Each plan has its own dice, so that one story does not change another."""
    code = verhaal.codes[0]
    rng = Random(f"{code} {days.stage}")
    with clock.stopped_at(at_work(rng, days.start)):
        plan = plans.open_plan(regios, deadline=days.deadline, actor=cast.coordinator.actor, edition=PLAN.key)
    facts = facts_of(Random(f"{code} feiten"), regios, plan.naam, days)
    actors = [user.actor for user in cast.contacts[code].values()]
    return Life(verhaal, plan, DemoWriter(plan, verhaal, facts, actors, days.deadline), cast, days, rng)


def live(life: Life) -> None:
    """Let the plan be written and submitted as far as its story goes; `reviewing.py` goes on from there."""
    _extend(life)
    if life.voortgang in DONE:
        _write_in_part(life)
        return
    _write_all(life)
    if life.voortgang.was_submitted:
        _submit(life)


def _extend(life: Life) -> None:
    """A region that is late got more time from the coördinator."""
    if life.verhaal.dient_niet_in and life.verhaal.codes == ("ZK10",) and life.days.stage.is_past_deadline:
        moment = at_work(life.rng, life.days.deadline - timedelta(days=3))
        with clock.stopped_at(moment):
            plans.set_deadline(
                life.plan,
                deadline=life.days.vandaag + timedelta(days=9),
                actor=life.cast.coordinator.actor,
                notitie="Op verzoek van de regio: de colleges besluiten later.",
            )


def _write_in_part(life: Life) -> None:
    count = 6 if life.verhaal.codes == THE_SHARED_PLAN else life.rng.randint(*DONE[life.voortgang])
    moments = spread(life.rng, life.days.start + timedelta(days=4), life.days.last_writing_day, count + 1)
    life.writer.write(PARTS[:count], moments[:count])
    begun = "projectstructuur" if count == len(PARTS[:6]) else "randvoorwaarden" if count > 6 else PARTS[count]
    if begun in ("achtergrond", "huidige_situatie", "projectstructuur"):
        life.writer.begin(begun, moments[-1])
    if life.verhaal.bijlage:
        life.writer.attach(moments[-1])


def _write_all(life: Life) -> None:
    last = life.days.last_writing_day - timedelta(days=2)
    if life.voortgang.was_submitted and not life.days.stage.is_past_deadline:
        last -= timedelta(days=16)
    later = life.verhaal.volgt_later
    parts = [part for part in PARTS if part not in later]
    moments = spread(life.rng, life.days.start + timedelta(days=4), last, len(parts) + 2)
    life.writer.write(parts, moments[: len(parts)])
    life.writer.improve(life.rng.choice(("achtergrond", "huidige_situatie")), moments[-2])
    for part in later:
        life.writer.declare_later(part, moments[-1])
    if life.verhaal.bijlage:
        life.writer.attach(moments[-1])


def _submit(life: Life) -> None:
    first = life.days.last_writing_day - timedelta(days=1)
    if not life.days.stage.is_past_deadline:
        first -= timedelta(days=15)
    hand_in(life, at_work(life.rng, first + timedelta(days=life.rng.randint(0, 1))) + timedelta(minutes=30))


def hand_in(life: Life, moment: datetime) -> None:
    """Let the region submit what it wrote, by one side and with the other side's agreement."""
    namens = life.rng.choice(sorted(life.sides))
    other = life.sides.get(namens.other)
    with clock.stopped_at(moment):
        submit.submit(
            life.plan,
            actor=life.sides[namens],
            namens=namens,
            akkoord_van=other.naam if other else f"{life.cast.new_name()}, {namens.other.label.lower()}",
            seen_number=life.plan.versie.indiening_nummer,
        )
