"""Taking over in the plan what the region said of its figures, behind what stands in its *Achtergrond*."""

from __future__ import annotations

from collections.abc import Mapping

from forms.duiding import DUIDING
from forms.spec import Question, QuestionRole
from portal.domain.roles import Actor
from portal.models import Plan, Regio, RegioDuiding
from portal.services.filling.revisions import AnswerEdit
from portal.services.instroom import duiding
from portal.services.plan import answers, pen
from portal.services.plan.pen import PlanProblem


def place_for(plan: Plan) -> Question | None:
    """The question of this plan's edition that takes the texts; None when it asks no such thing."""
    return pen.format_of(plan).of_role(QuestionRole.ACHTERGROND)


def take_over(plan: Plan, regio: Regio, *, actor: Actor) -> int:
    """Add each text that does not stand there yet. Returns how many were added.

    Raises PlanProblem when the region does not hold the pen, or there is nothing (more) to take over.
    """
    pen.require_editable(plan)
    place = place_for(plan)
    if place is None:
        raise PlanProblem("Dit plan heeft geen onderdeel waarin uw duiding past.")
    row = answers.answers_of(plan, [place.key]).get(place.key)
    present = row.text if row else ""
    found = duiding.texts_of(regio)
    new = [text for one in DUIDING.questions if (text := _text(found, one)) and text not in present]
    if not new:
        raise PlanProblem("Er is niets over te nemen: uw duiding is leeg, of staat al in het plan.")
    whole = "\n\n".join(filter(None, (present.rstrip(), *new)))
    answers.save_answers(plan, [AnswerEdit(place.key, whole, row.revision if row else 0)], actor=actor)
    return len(new)


def _text(found: Mapping[str, RegioDuiding], question: Question) -> str:
    row = found.get(question.key)
    return row.text.strip() if row else ""
