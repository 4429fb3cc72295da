"""An outline of a sheet is judged as the whole sheet is: in random worlds the rule says the same of both."""

from __future__ import annotations

from random import Random

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain.sheet.state import is_untouched, open_action_ids, progress_counter, sheet_state
from portal.extensions import db
from portal.models import Antwoordblad, RegelSoort, User
from portal.services.filling import frozen
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet import rows
from portal.services.sheet.content import working_copy
from portal.services.sheet.outline import outlines
from portal.services.sheet.rows import RegelValues
from tests.editions import ASKED
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad
from tests.worlds.sheet import make_plan_in_force, make_q1, put_answer, put_progress

ASKS = ASKED.question_of_kind(Kind.VOORTGANG)
TEXTS = ("", "  ", "Tekst.")


def write_something(dice: Random, blad: Antwoordblad, person: User) -> None:
    """Do what people do to a sheet, at random."""
    for question in format_of_round(blad.uitvraag).questions:
        if not question.kind.is_list and dice.random() < 0.5:
            put_answer(blad, question.key, dice.choice(TEXTS), door=person)
    if dice.random() < 0.7:
        statuses = [one.key for one in ASKED.choices_of(Kind.VOORTGANG)]
        told = [(dice.choice(statuses), dice.choice(TEXTS)) for _ in range(dice.randrange(1, 5))]
        put_progress(blad, told, door=person)
    for soort in RegelSoort:
        for number in range(dice.randrange(3)):
            (row,) = rows.add_rows(blad, soort, [RegelValues(f"Rij {number}", "vws")], actor=person.actor)
            if dice.random() < 0.5:
                rows.remove_row(blad, soort, row.id, base_revision=1, actor=person.actor)


@pytest.mark.parametrize("seed", range(6))
def test_the_rule_says_the_same_of_an_outline_as_of_the_whole(app: Flask, seed: int) -> None:
    dice, uitvraag = Random(seed), make_q1()
    bladen = [make_blad(uitvraag, plan=make_plan_in_force(make_regio(), acties=dice.randrange(4))) for _ in range(2)]
    bladen.append(make_blad(uitvraag, make_regio()))
    for blad in bladen:
        write_something(dice, blad, make_contact(blad.regios[0]))
    db.session.commit()

    found = outlines(blad.id for blad in bladen)

    for blad in bladen:
        format_, outline, whole = format_of_round(uitvraag), found[blad.id].content, working_copy(blad)
        assert sheet_state(format_, outline) == sheet_state(format_, whole)
        assert is_untouched(format_, outline) == is_untouched(format_, whole)
        assert progress_counter(ASKS, outline) == progress_counter(ASKS, whole)
        assert open_action_ids(ASKS, outline) == open_action_ids(ASKS, whole)


def test_an_answer_of_one_region_is_no_answer_of_all(app: Flask) -> None:
    here, there = make_regio(), make_regio()
    blad = make_blad(make_q1(), plan=make_plan_in_force(here, there))
    put_answer(blad, "afstemming_vorm", "nee", door=make_contact(here), regio=here)

    found = outlines([blad.id])[blad.id]

    assert found.content["answers"] == {}
    assert list(found.changes) == ["afstemming_vorm"]


def test_a_sheet_that_follows_another_plan_has_its_actions(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = make_plan_in_force(acties=1), make_plan_in_force(acties=3)
    blad = make_blad(make_q1(), plan=old)
    assert progress_counter(ASKS, outlines([blad.id])[blad.id].content).total == 1

    blad.plan_indiening_id = new.versie.indieningen[-1].id
    db.session.flush()
    assert progress_counter(ASKS, outlines([blad.id])[blad.id].content).total == 3

    # Also when no more than one submission is kept.
    monkeypatch.setattr(frozen, "AT_MOST", 0)
    blad.plan_indiening_id = old.versie.indieningen[-1].id
    db.session.flush()
    assert progress_counter(ASKS, outlines([blad.id])[blad.id].content).total == 1
