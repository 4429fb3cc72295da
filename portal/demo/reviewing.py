"""How a plan is reviewed: picked up, remarked on, advised about, sent back or accepted; and a second version of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from portal.demo.life import Life, hand_in, other_side_agrees
from portal.demo.moments import at_work
from portal.demo.paragraphs import groups_of
from portal.demo.stages import Stage
from portal.demo.story import DemoProgress
from portal.domain import clock
from portal.domain.plan.states import VersieStatus
from portal.domain.review.remarks import AdviesOordeel, Zicht
from portal.domain.roles import Actor
from portal.models import Plan
from portal.services.plan import reading_along, returned, submit, versions
from portal.services.remark import remarks
from portal.services.review import reviews

# The parts about which reviewers say most.
TALKED_ABOUT = ("doelstellingen", "acties", "monitoring", "doelgroep", "huidige_situatie")
# So many of the plans that were accepted had come back once.
CAME_BACK = 0.3


def review_plan(life: Life) -> None:
    """Let the plan that was submitted be reviewed as far as its story goes."""
    if not life.voortgang.was_submitted or life.voortgang is DemoProgress.INGEDIEND:
        return
    after = life.days.first_review_day if life.days.stage.is_reviewed else life.days.vandaag - timedelta(days=11)
    first = at_work(life.rng, after + timedelta(days=life.rng.randint(0, 3)))
    second = at_work(life.rng, after + timedelta(days=life.rng.randint(5, 9)))
    if life.voortgang is DemoProgress.INGETROKKEN:
        with clock.stopped_at(first):
            submit.withdraw(life.plan, actor=life.writer.actors[0])
        return
    reviewer = life.rng.choice(life.cast.beoordelaars).actor
    _pick_up(life, reviewer, first)
    if life.voortgang is DemoProgress.TERUGGESTUURD:
        _send_back(life, second)
    elif life.voortgang is DemoProgress.VASTGESTELD:
        if life.days.stage.is_reviewed and life.rng.random() < CAME_BACK:
            second = _once_more(life, reviewer, second)
        _approve(life, second)


def _pick_up(life: Life, reviewer: Actor, moment: datetime) -> None:
    with clock.stopped_at(moment):
        reviews.pick_up(life.plan, actor=reviewer)
    with clock.stopped_at(moment + timedelta(hours=1)):
        _remark(life, reviewer, Zicht.REGIO)
        _remark(life, reviewer, Zicht.INTERN)
        _advise(life, reviewer)


def _remark(life: Life, reviewer: Actor, zicht: Zicht) -> None:
    step_key = life.rng.choice(TALKED_ABOUT)
    thread = remarks.start_thread(
        life.plan, step_key=step_key, tekst=_words(life, "opmerkingen", zicht.value), zicht=zicht, actor=reviewer
    )
    answered = zicht is Zicht.REGIO and life.days.stage.is_reviewed and life.rng.random() < 0.6
    if answered:
        contact = life.writer.actors[0]
        remarks.reply(life.plan, thread.id, tekst=_words(life, "opmerkingen", "antwoord"), actor=contact)
        remarks.resolve(life.plan, thread.id, actor=reviewer)


def _advise(life: Life, reviewer: Actor) -> None:
    back = life.voortgang is DemoProgress.TERUGGESTUURD
    reviews.advise(
        life.plan,
        actor=reviewer,
        oordeel=AdviesOordeel.TERUGSTUREN if back else AdviesOordeel.VASTSTELLEN,
        toelichting=_words(life, "opmerkingen", "advies"),
        seen_indiening_id=_seen(life.plan),
    )


def _send_back(life: Life, moment: datetime) -> None:
    steps = life.rng.sample(TALKED_ABOUT, 2)
    with clock.stopped_at(moment):
        reviews.send_back(
            life.plan,
            actor=life.cast.coordinator.actor,
            reden=_words(life, "teruggestuurd", "reden"),
            asked={key: _words(life, "opmerkingen", "gevraagd") for key in steps},
            seen_indiening_id=_seen(life.plan),
            # A returned plan that waits in the demo has a week to go.
            terug_voor=moment.date() + timedelta(days=21),
        )


def _once_more(life: Life, reviewer: Actor, moment: datetime) -> datetime:
    """The plan comes back, the region mends it and submits again. Gives the moment of the decision."""
    _send_back(life, moment)
    mended = at_work(life.rng, (moment + timedelta(days=9)).date())
    life.writer.improve("doelgroep", mended)
    life.writer.improve("huidige_situatie", mended + timedelta(minutes=20))
    terugsturing = returned.open_return(life.plan.versie)
    assert terugsturing is not None
    with clock.stopped_at(mended + timedelta(minutes=40)):
        edits = [
            returned.StepEdit(part.step_key, _words(life, "opmerkingen", "aangepast"), part.revision)
            for part in terugsturing.onderdelen
        ]
        returned.save_changes(life.plan, edits, actor=life.writer.actors[0])
    hand_in(life, mended + timedelta(hours=1))
    again = at_work(life.rng, (mended + timedelta(days=4)).date())
    with clock.stopped_at(again):
        reviews.pick_up(life.plan, actor=reviewer)
    return at_work(life.rng, (again + timedelta(days=2)).date())


def _approve(life: Life, moment: datetime) -> None:
    with clock.stopped_at(moment):
        reviews.approve(life.plan, actor=life.cast.coordinator.actor, seen_indiening_id=_seen(life.plan))


def second_version(life: Life) -> None:
    """Let the region work on a second version beside the accepted one, as far as its story goes."""
    goal = life.verhaal.tweede_versie
    if life.days.stage is not Stage.KWARTAAL or goal is None or life.plan.status is not VersieStatus.VASTGESTELD:
        return
    begun = at_work(life.rng, life.days.vandaag - timedelta(days=50))
    with clock.stopped_at(begun):
        versions.start_new_version(life.plan, actor=life.writer.actors[0])
    life.writer.improve("achtergrond", begun + timedelta(days=3))
    life.writer.improve("doelgroep", begun + timedelta(days=4))
    if goal is DemoProgress.COMPLEET:
        other_side_agrees(life, begun + timedelta(days=5))
        _ask_to_read_along(life)
        return
    hand_in(
        life, at_work(life.rng, life.days.vandaag - timedelta(days=30 if goal is DemoProgress.TERUGGESTUURD else 9))
    )
    if goal is DemoProgress.IN_BEHANDELING:
        _pick_up(life, life.cast.beoordelaars[0].actor, at_work(life.rng, life.days.vandaag - timedelta(days=5)))
    if goal is DemoProgress.TERUGGESTUURD:
        _pick_up(
            life,
            life.rng.choice(life.cast.beoordelaars).actor,
            at_work(life.rng, life.days.vandaag - timedelta(days=21)),
        )
        _send_back(life, at_work(life.rng, life.days.vandaag - timedelta(days=14)))


def _ask_to_read_along(life: Life) -> None:
    with clock.stopped_at(at_work(life.rng, life.days.vandaag - timedelta(days=3))):
        reading_along.ask(
            life.plan,
            ["achtergrond", "doelgroep"],
            notitie="Deze twee onderdelen zijn herschreven. Is dit duidelijk genoeg?",
            actor=life.writer.actors[0],
        )


def talk_within_the_region(life: Life) -> None:
    """In a plan with a reader somebody of the region asks the others something that reviewers never see."""
    if life.verhaal.lezer and life.voortgang is not DemoProgress.BIJNA_LEEG:
        with clock.stopped_at(at_work(life.rng, life.days.last_writing_day - timedelta(days=3))):
            remarks.start_thread(
                life.plan,
                step_key="achtergrond",
                tekst=_words(life, "opmerkingen", "eigen"),
                zicht=Zicht.EIGEN,
                actor=life.writer.actors[-1],
            )


def _words(life: Life, file: str, group: str) -> str:
    return life.rng.choice(groups_of(file)[group]).format(**life.writer.facts.woorden)


def _seen(plan: Plan) -> int:
    newest = reviews.current_submission(plan.versie)
    assert newest is not None
    return newest.id
