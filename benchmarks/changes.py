"""What two plans of a hundred pages cost beside each other in processor time: on the page, and in Word with changes."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from benchmarks.diff import shown
from benchmarks.editions import PLAN
from benchmarks.long_plans import Content, every_pair
from exports.plan import PlanDocument
from exports.word.plan import plan_changes_docx, plan_docx
from exports.word.tracked.marks import ChangedBy
from portal.services.plan.document import plan_document

ROUNDS = 5
TARGET_MS = 1000
_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
_BY = ChangedBy("Anna Proef", _MOMENT)


@dataclass(frozen=True)
class ChangesTimes:
    """One pair of plans: the median in milliseconds of the page, of Word with changes, and of the newer in Word."""

    name: str
    page_ms: float
    word_ms: float
    newer_ms: float
    kb: float


def measure() -> list[ChangesTimes]:
    """Every way to change a plan, spread over its ten open questions and as one single text."""
    return [_measure(name, *plans) for name, plans in every_pair()]


def _measure(name: str, old: Content, new: Content) -> ChangesTimes:
    papers = _paper(old), _paper(new)
    size = len(plan_changes_docx(*papers, changer=_BY))
    return ChangesTimes(
        name,
        _ms(lambda: shown(old, new)),
        _ms(lambda: plan_changes_docx(*papers, changer=_BY)),
        _ms(lambda: plan_docx(papers[1])),
        size / 1024,
    )


def _paper(content: Content) -> PlanDocument:
    whole = {**content, "edition": PLAN.key, "naam": "Voorbeeldstreek"}
    return plan_document(whole, status="Ingediend", peilmoment=_MOMENT)


def _ms(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken)
