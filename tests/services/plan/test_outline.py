"""An outline is judged as the whole working copy is: in random worlds the rule says the same of both."""

from __future__ import annotations

from random import Random

import pytest
from flask import Flask

from forms.spec import PLAN_LISTS, Kind
from portal.domain.plan.completeness import plan_state
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Plan
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, pen, rows, steps
from portal.services.plan.content import working_copy
from portal.services.plan.outline import outlines
from portal.services.sheet.outline import outlines as sheet_outlines
from tests.editions import NATIONAL_GOAL
from tests.worlds.people import make_contact
from tests.worlds.plan import make_plan

TEXTS = ("", "  ", "\n", "Tekst.", "\xa0")
GOALS = ("", " ", "Minder instroom.", NATIONAL_GOAL.sentence.format(regio="Elders"))


def write_something(dice: Random, plan: Plan, actor: Actor) -> None:
    """Do what people do to a plan, at random."""
    format_ = pen.format_of(plan)
    for question in format_.questions:
        if not question.kind.is_list and dice.random() < 0.5:
            answers.save_answers(plan, [AnswerEdit(question.key, dice.choice(TEXTS), 0)], actor=actor)
    for kind in PLAN_LISTS:
        for _ in range(dice.randrange(3)):
            write_row(dice, plan, kind, actor)
    for step in format_.steps:
        if dice.random() < 0.3:
            steps.declare_later(plan, step, reden="Dit volgt.", actor=actor)


def write_row(dice: Random, plan: Plan, kind: Kind, actor: Actor) -> None:
    """A row that may be a heading, a milestone or the printed goal, and may be gone again."""
    name = {Kind.PARTIJEN: "naam", Kind.DOELSTELLINGEN: "tekst", Kind.ACTIES: "omschrijving"}.get(kind, "mijlpaal")
    values = {name: dice.choice(GOALS), "vorm": dice.choice(("kop", "actie", "kop_en_actie"))}
    row = rows.add_row(plan, kind, values | {"is_mijlpaal": dice.random() < 0.3}, actor=actor)
    if dice.random() < 0.4:
        rows.remove_row(plan, kind, row.id, base_revision=1, actor=actor)


@pytest.mark.parametrize("seed", range(6))
def test_the_rule_says_the_same_of_an_outline_as_of_the_whole(app: Flask, seed: int) -> None:
    dice = Random(seed)
    mine, other = make_plan(), make_plan()
    for plan in (mine, other):
        write_something(dice, plan, make_contact(plan.regios[0]).actor)
    db.session.commit()

    found = outlines([mine.id, other.id])

    for plan in (mine, other):
        format_ = pen.format_of(plan)
        assert plan_state(format_, found[plan.id].content) == plan_state(format_, working_copy(plan))


def test_nothing_is_asked_of_the_database_about_no_plan_or_sheet(app: Flask) -> None:
    assert (outlines([]), sheet_outlines([])) == ({}, {})
