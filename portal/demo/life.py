"""The life of one plan, from its start to where it is at this stage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random

from forms.dutch.dates import AMSTERDAM
from portal.demo.editions import PLAN
from portal.demo.facts import facts_of
from portal.demo.moments import at_work, spread
from portal.demo.people import Cast
from portal.demo.stages import Days, Stage
from portal.demo.story import DemoProgress, Verhaal, after_a_year, after_deadline, after_review
from portal.demo.writer import DemoWriter
from portal.domain import clock
from portal.domain.consent.leads import Kant, missing
from portal.domain.consent.states import InstemmingStand
from portal.domain.roles import Actor, Namens
from portal.models import Plan, Regio
from portal.services.consent import answers, handing_in, leads, texts, waivers
from portal.services.consent.answers import GegevenAntwoord
from portal.services.plan import plans

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
NOBODY = "Aan deze kant is nu geen contactpersoon. Wij spraken de regio hierover."
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
    else:
        other_side_agrees(life, datetime.combine(life.days.last_writing_day, time(9), AMSTERDAM))


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
    """Let the region submit what it wrote, after the other side agreed; without one the coördinator allows it."""
    namens = life.rng.choice(sorted(life.sides))
    with clock.stopped_at(moment - timedelta(hours=1)):
        _agree(life, namens)
    with clock.stopped_at(moment):
        handing_in.hand_in(
            life.plan, actor=life.sides[namens], namens=namens, seen_number=life.plan.versie.indiening_nummer
        )


def other_side_agrees(life: Life, moment: datetime) -> None:
    """Let the zorgkantoor agree with what was written, when there is somebody: the other side can hand in."""
    other = life.sides.get(Namens.ZORGKANTOOR)
    if other is None:
        return
    with clock.stopped_at(moment):
        for kant in _waiting(life, Namens.GEMEENTE):
            _say_yes(life, kant, other)


def _agree(life: Life, namens: Namens) -> None:
    other = life.sides.get(namens.other)
    for kant in _waiting(life, namens):
        if other is not None and kant.namens is namens.other:
            _say_yes(life, kant, other)
        else:
            waivers.allow(life.plan, kant.key, NOBODY, actor=life.cast.coordinator.actor)


def _waiting(life: Life, namens: Namens) -> tuple[Kant, ...]:
    """The sides that did not agree, when who hands in speaks for `namens`."""
    mine = handing_in.done_for(life.plan, life.sides[namens])
    return missing(leads.stands(life.plan, texts.now(life.plan)[1]), mine)


def _say_yes(life: Life, kant: Kant, who: Actor) -> None:
    said = GegevenAntwoord(InstemmingStand.INGESTEMD, texts.now(life.plan)[1], who.naam)
    answers.say_for_side(life.plan, kant.key, said, actor=who)
