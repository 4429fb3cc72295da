"""What keeps a concept from the kerngroep: one table of rules, asked before voorleggen and while it is done."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import func, select

from exports.national.printed import KERNBOODSCHAPPEN, used_in
from portal.domain import clock
from portal.domain.report import hearing
from portal.domain.report.flags import places_not_looked_at, remarks_not_settled, why_not_presented
from portal.domain.report.messages import why_not_presented as messages_not_presented
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Opmerking, Rapport
from portal.services.report import messages, reports, stored_counts, stored_hearing
from portal.services.report.closed import require_closed
from portal.services.report.problems import ReportProblem

# Where a page leads to that keeps the report and is no sentence.
HOOR, OPMERKINGEN, TELLINGEN = "hoor", "opmerkingen", "tellingen"


def require_ready(rapport: Rapport, actor: Actor) -> None:
    """Make sure that nothing keeps it. Raises ReportProblem of the first thing that does, with `sleutels`.

    `actor` is who wants it: what that person may read is searched.
    """
    for require in BLOCKERS:
        require(rapport, actor)


def why_not_now(rapport: Rapport, actor: Actor) -> list[ReportProblem]:
    """All that keeps a concept from the kerngroep, for a page that says so beforehand; none when nothing does."""
    found = []
    for require in BLOCKERS:
        try:
            require(rapport, actor)
        except ReportProblem as problem:
            found.append(problem)
    return found


def _require_closed(rapport: Rapport, _: Actor) -> None:
    require_closed(rapport)


def _require_looked_at(rapport: Rapport, _: Actor) -> None:
    tree = reports.tree_of(rapport, demo=False)
    sentences = reports.sentences_of(tree).values()
    printed = [zin for zin in sentences if not zin.weggelaten]
    gone = [zin.sleutel for zin in printed if zin.vervallen]
    flagged = [zin.sleutel for zin in printed if zin.vlaggen and not zin.vervallen]
    if problem := why_not_presented(len(gone), len(flagged)):
        raise ReportProblem(problem, sleutels=[*gone, *flagged])


def _require_chosen(rapport: Rapport, _: Actor) -> None:
    tree = reports.tree_of(rapport, demo=False)
    if problem := messages_not_presented(messages.to_look_at(rapport, tree)):
        raise ReportProblem(problem, sleutels=[KERNBOODSCHAPPEN])


def _require_heard(rapport: Rapport, _: Actor) -> None:
    hoor = stored_hearing.hearing_of(rapport)
    if hoor is None:
        return
    rows = stored_hearing.rows_of(rapport)
    silent = sum(one.oordeel is None for one in rows) if hoor.facts.is_open(clock.today()) else 0
    wishes = sum(one.awaits_settlement for one in rows)
    if problem := hearing.why_not_presented(silent, hoor.tot_en_met, wishes):
        raise ReportProblem(problem, sleutels=[HOOR])


def _require_settled(rapport: Rapport, _: Actor) -> None:
    if problem := remarks_not_settled(open_remarks(rapport)):
        raise ReportProblem(problem, sleutels=[OPMERKINGEN])


def _require_counted(rapport: Rapport, actor: Actor) -> None:
    """A number of which nobody looked at every place is a draft, as a box that nobody touched."""
    used = used_in(reports.tree_of(rapport, demo=False))
    if problem := places_not_looked_at(stored_counts.unseen_in(rapport, used, actor=actor)):
        raise ReportProblem(problem, sleutels=[TELLINGEN])


def open_remarks(rapport: Rapport) -> int:
    """How many remarks of reviewers on a report nobody settled yet."""
    unsettled = (Opmerking.rapport_id == rapport.id, Opmerking.opgelost_op.is_(None))
    return db.session.scalar(select(func.count(Opmerking.id)).where(*unsettled)) or 0


BLOCKERS: tuple[Callable[[Rapport, Actor], None], ...] = (
    _require_closed,
    _require_looked_at,
    _require_chosen,
    _require_counted,
    _require_heard,
    _require_settled,
)
