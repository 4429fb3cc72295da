"""Any two copies of a plan beside each other: what was handed in, in any version, and the working copy as it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from portal.domain.review.compare import PartDiff, compare, files_diff
from portal.models import Indiening, Plan
from portal.services.filling.freezing import Content
from portal.services.plan import pen, submit

WORKING_COPY = "concept"


@dataclass(frozen=True)
class Copy:
    """A submission, or (None) the working copy."""

    indiening: Indiening | None

    @property
    def key(self) -> str:
        """How an address names it."""
        return str(self.indiening.id) if self.indiening else WORKING_COPY

    @property
    def counts(self) -> bool:
        """True for a submission that was not taken back."""
        return self.indiening is not None and self.indiening.ingetrokken_op is None


@dataclass(frozen=True)
class Pair:
    """Two copies, the older one first. `as_asked` is False when one was asked for that is not there."""

    before: Copy
    after: Copy
    as_asked: bool

    @property
    def is_one(self) -> bool:
        """True when the same copy was chosen twice."""
        return self.before == self.after


@dataclass(frozen=True)
class Differences:
    """What changed between two copies, and the newer one as it is."""

    parts: tuple[PartDiff, ...]
    newer: Content
    new_files: list[str]
    gone_files: list[str]

    @property
    def changed(self) -> list[PartDiff]:
        """The parts that changed."""
        return [part for part in self.parts if part.changed]


def is_possible(plan: Plan) -> bool:
    """True when there are two copies of the plan."""
    return sum(versie.indiening_nummer for versie in plan.versies) + plan.status.can_be_edited > 1


def copies_of(plan: Plan) -> list[Copy]:
    """What can be compared, newest first. The working copy of a plan that was handed in is what was handed in."""
    drafts = [Copy(None)] if plan.status.can_be_edited else []
    return [*drafts, *(Copy(one) for one in submit.submissions_of(plan))]


def pair_of(copies: Sequence[Copy], van: str, naar: str) -> Pair | None:
    """The two copies that an address asks for ("" for none), in the order of time; None when there are no two.

    Without a choice: the newest copy beside the submission before it, one that was taken back only for want of others.
    """
    if len(copies) < 2:
        return None
    by_key = {one.key: one for one in copies}
    after = by_key.get(naar, copies[0])
    before = by_key.get(van) or _beside(copies, after)
    older, newer = sorted((before, after), key=copies.index, reverse=True)
    return Pair(older, newer, all(key in by_key for key in (van, naar) if key))


def _beside(copies: Sequence[Copy], after: Copy) -> Copy:
    older = list(copies[copies.index(after) + 1 :])
    nearest = older[0] if older else copies[-2]
    return next((one for one in older if one.counts), nearest)


def compared(plan: Plan, old: Content, new: Content) -> Differences:
    """What changed from one content to the other, part by part, as somebody may read them."""
    came, gone = files_diff(old, new)
    named = [one["naam"] for one in new["bijlagen"] if one["id"] in came]
    return Differences(compare(pen.format_of(plan), old, new), new, named, gone)
