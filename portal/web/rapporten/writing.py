"""What writing a sentence and writing an own text of a report share."""

from __future__ import annotations

from flask import flash, redirect
from flask.typing import ResponseReturnValue

from portal.models import Rapport
from portal.services.report import texts
from portal.services.report.problems import ReportProblem, TextConflict
from portal.web.access import signed_in
from portal.web.rapporten.forms import TextForm


def not_now(address: str) -> ResponseReturnValue:
    """Of a report that lies before somebody, or is vastgesteld, one reads the text."""
    flash("De teksten van dit rapport kunnen nu niet veranderen.", "info")
    return redirect(address)


def save(rapport: Rapport, sleutel: str, tekst: str, form: TextForm) -> None:
    """Save a text of the report as its page showed it. Raises ReportProblem."""
    texts.save(
        rapport,
        sleutel,
        tekst,
        base_revision=form.revisie.data,
        seen_revision=form.gezien.data,
        actor=signed_in(),
    )


def conflict_in(problem: ReportProblem) -> TextConflict | None:
    """What somebody else wrote meanwhile, when that is what was in the way."""
    return problem if isinstance(problem, TextConflict) else None
