"""What the pages of rounds share: finding the round, and telling how a button ended."""

from __future__ import annotations

from collections.abc import Callable

from flask import abort, flash, url_for

from portal.extensions import db
from portal.models import Uitvraag, UitvraagEvent
from portal.services.round import rounds
from portal.services.round.problems import RoundProblem, told_plainly


def round_or_404(uitvraag_id: int) -> Uitvraag:
    """The round with this id; aborts with 404 when there is none."""
    uitvraag = rounds.find_round(uitvraag_id)
    if uitvraag is None:
        abort(404)
    return uitvraag


def to_round(uitvraag: Uitvraag) -> str:
    """The address of the page of a round."""
    return url_for("uitvragen.uitvraag", uitvraag_id=uitvraag.id)


def do(verb: Callable[[], object], success: str) -> None:
    """Do it and commit, or tell why not. What the same person did a moment ago (a double click) is no error."""
    try:
        verb()
    except RoundProblem as problem:
        db.session.rollback()
        flash(str(problem), "info" if problem.is_own else "error")
    else:
        db.session.commit()
        flash(success, "success")


def story(events: list[UitvraagEvent]) -> list[tuple[UitvraagEvent, str]]:
    """Each event with its sentence."""
    return [(event, told_plainly(event)) for event in events]
