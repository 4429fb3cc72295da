"""What keeps a concept from the kerngroep: one table of rules, asked before voorleggen and while it is done."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select

from exports.national.printed import KERNBOODSCHAPPEN
from portal.domain import clock
from portal.domain.report import hearing
from portal.domain.report.flags import remarks_not_settled, why_not_presented
from portal.domain.report.messages import why_not_presented as messages_not_presented
from portal.extensions import db
from portal.models import Opmerking, Rapport
from portal.services.report import messages, reports, stored_hearing
from portal.services.report.closed import require_closed
from portal.services.report.problems import ReportProblem

# Where a page leads to that keeps the report and is no sentence.
HOOR, OPMERKINGEN = "hoor", "opmerkingen"


def require_ready(rapport: Rapport) -> None:
    """Make sure that nothing keeps it. Raises ReportProblem of the first thing that does, with `sleutels`."""
    for require in BLOCKERS:
        require(rapport)


def why_not_now(rapport: Rapport) -> ReportProblem | None:
    """What keeps a concept from the kerngroep, for a page that says so beforehand; None when nothing does."""
    try:
        require_ready(rapport)
    except ReportProblem as problem:
        return problem
    return None


def _require_looked_at(rapport: Rapport) -> None:
    tree = reports.tree_of(rapport, demo=False)
    sentences = reports.sentences_of(tree).values()
    printed = [zin for zin in sentences if not zin.weggelaten]
    gone = [zin.sleutel for zin in printed if zin.vervallen]
    flagged = [zin.sleutel for zin in printed if zin.vlaggen and not zin.vervallen]
    if problem := why_not_presented(len(gone), len(flagged)):
        raise ReportProblem(problem, sleutels=[*gone, *flagged])
    if problem := messages_not_presented(*messages.to_look_at(rapport, tree)):
        raise ReportProblem(problem, sleutels=[KERNBOODSCHAPPEN])


def _require_heard(rapport: Rapport) -> None:
    hoor = stored_hearing.hearing_of(rapport)
    if hoor is None:
        return
    rows = stored_hearing.rows_of(rapport)
    silent = sum(one.oordeel is None for one in rows) if hoor.facts.is_open(clock.today()) else 0
    wishes = sum(one.awaits_settlement for one in rows)
    if problem := hearing.why_not_presented(silent, hoor.tot_en_met, wishes):
        raise ReportProblem(problem, sleutels=[HOOR])


def _require_settled(rapport: Rapport) -> None:
    if problem := remarks_not_settled(open_remarks(rapport)):
        raise ReportProblem(problem, sleutels=[OPMERKINGEN])


def open_remarks(rapport: Rapport) -> int:
    """How many remarks of reviewers on a report nobody settled yet."""
    unsettled = (Opmerking.rapport_id == rapport.id, Opmerking.opgelost_op.is_(None))
    return db.session.scalar(select(func.count(Opmerking.id)).where(*unsettled)) or 0


BLOCKERS: tuple[Callable[[Rapport], None], ...] = (
    require_closed,
    _require_looked_at,
    _require_heard,
    _require_settled,
)
