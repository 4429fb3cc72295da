"""The actions that question 2 of a sheet asks about."""

from __future__ import annotations

from forms.spec import Kind, Question
from portal.domain.sheet.state import action_ids
from portal.models import Antwoordblad
from portal.services.filling.freezing import Content
from portal.services.round.problems import SheetProblem
from portal.services.round.questionnaire import format_of_round


class ActionGone(SheetProblem):
    """The action is not (or no longer) one of the plan in force of this sheet."""


def asked_of(blad: Antwoordblad) -> Question:
    """The question how the actions go. Raises KeyError when the round does not ask it."""
    return format_of_round(blad.uitvraag).question_of_kind(Kind.VOORTGANG)


def require_action(content: Content, actie_id: int) -> None:
    """Make sure that the sheet asks about this action. Raises ActionGone."""
    if actie_id not in action_ids(content):
        raise ActionGone("Deze actie staat niet (meer) in uw geldend plan. Ververs de pagina.")
