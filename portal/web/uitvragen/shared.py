"""What the pages of rounds share: finding the round, and telling how a button ended."""

from __future__ import annotations

from collections.abc import Callable

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from portal.models import Uitvraag, UitvraagEvent
from portal.services.round import rounds
from portal.services.round.problems import RoundProblem, told_plainly
from portal.web.commits import on_problem, told_at


def round_or_404(uitvraag_id: int) -> Uitvraag:
    """The round with this id; aborts with 404 when there is none."""
    uitvraag = rounds.find_round(uitvraag_id)
    if uitvraag is None:
        abort(404)
    return uitvraag


def to_round(uitvraag: Uitvraag) -> str:
    """The address of the page of a round."""
    return url_for("uitvragen.uitvraag", uitvraag_id=uitvraag.id)


def do(uitvraag: Uitvraag, verb: Callable[[], object], success: str) -> ResponseReturnValue:
    """Do it and go back to the round, or tell there why not."""
    address = to_round(uitvraag)
    with on_problem(RoundProblem, told_at(address)):
        verb()
    flash(success, "success")
    return redirect(address)


def story(events: list[UitvraagEvent]) -> list[tuple[UitvraagEvent, str]]:
    """Each event with its sentence."""
    return [(event, told_plainly(event)) for event in events]
