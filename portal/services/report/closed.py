"""Whether the round of a report can still change what it says."""

from __future__ import annotations

from forms.dutch import dates
from portal.domain.round.events import UitvraagEventSoort
from portal.domain.round.states import UitvraagStatus
from portal.models import Rapport, Uitvraag
from portal.services.report import reports, spans
from portal.services.report.problems import ReportProblem
from portal.services.round.problems import last_event


def require_closed(rapport: Rapport) -> None:
    """Make sure that its rounds are closed and the data is of after that. Raises ReportProblem with what to do."""
    for one in spans.earlier_rounds_of(rapport):
        _require_closed_before(one, rapport)
    uitvraag = rapport.uitvraag
    if uitvraag.status not in (UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND):
        raise ReportProblem(
            f"De uitvraag {uitvraag.naam} is nog open. Sluit eerst de uitvraag en maak het rapport daarna opnieuw."
        )
    closed = last_event(uitvraag, soorten=[UitvraagEventSoort.GESLOTEN])
    if reports.data_of(rapport).uitvraag_open or (closed and closed.op > rapport.gemaakt_op):
        raise ReportProblem(
            f"De cijfers in dit rapport zijn van {dates.moment_in_words(rapport.gemaakt_op)}, toen regio’s nog konden "
            "antwoorden. Maak het rapport eerst opnieuw."
        )


def _require_closed_before(uitvraag: Uitvraag, rapport: Rapport) -> None:
    """An earlier round of several can have been opened again."""
    closed = last_event(uitvraag, soorten=[UitvraagEventSoort.GESLOTEN])
    is_open = uitvraag.status not in (UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND)
    if is_open or (closed and closed.op > rapport.gemaakt_op):
        raise ReportProblem(
            f"De uitvraag {uitvraag.naam} was open toen dit rapport werd gemaakt, of is dat nu. Sluit die uitvraag en "
            "maak het rapport daarna opnieuw."
        )
