"""The working copy becomes again what was frozen, or parts of it do. Nothing that stands there now is lost.

Texts that are replaced are kept as earlier texts, rows as earlier versions, rows and files that go as removed ones.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from forms.spec import Format, Kind, Step
from portal.domain.review.compare import PartDiff, compare, files_diff
from portal.domain.roles import Actor
from portal.models import Plan
from portal.services.filling import lists
from portal.services.filling.freezing import Content, checksum
from portal.services.filling.revisions import AnswerEdit, replace_text
from portal.services.plan import answers, attachments, content, pen, row_history, rows, steps

# How the files are named among the keys of the steps.
FILES = "bijlagen"


@dataclass(frozen=True)
class WouldChange:
    """What putting back would change: the parts as they are now and would be, and the files that would come and go.

    `mark` is that of the working copy that this tells of.
    """

    parts: tuple[PartDiff, ...]
    new_files: tuple[str, ...]
    gone_files: tuple[str, ...]
    mark: str

    @property
    def has_files(self) -> bool:
        """True when files would come or go."""
        return bool(self.new_files or self.gone_files)

    @property
    def keys(self) -> tuple[str, ...]:
        """Everything that can be put back."""
        return (*(part.step.key for part in self.parts), *((FILES,) if self.has_files else ()))

    def titles(self, keys: Collection[str]) -> tuple[str, ...]:
        """How these are called."""
        parts = [part.step.title for part in self.parts if part.step.key in keys]
        return (*parts, *(("Bijlagen",) if self.has_files and FILES in keys else ()))


def change_to(plan: Plan, wanted: Content) -> WouldChange:
    """What would change when the working copy became this content."""
    now = content.working_copy(plan)
    parts = tuple(
        part
        for part in compare(pen.format_of(plan), now, wanted)
        if part.changed or _lists(part.step, now) != _lists(part.step, wanted)
    )
    came, went = files_diff(now, wanted)
    named = tuple(one["naam"] for one in wanted["bijlagen"] if one["id"] in came)
    return WouldChange(parts, named, tuple(went), checksum(now))


def _lists(step: Step, found: Content) -> list[Any]:
    """The rows of a step with all that people fill in, also what no page compares."""
    return [found[one.kind.value] for one in step.questions if one.kind.is_list]


def put_back(plan: Plan, wanted: Content, keys: Collection[str], *, actor: Actor) -> None:
    """Make of the (locked) working copy what these parts said. Raises PlanProblem when the region holds no pen."""
    format_ = pen.format_of(plan)
    chosen = [step for step in format_.steps if step.key in keys]
    questions = [question for step in chosen for question in step.questions]
    _put_texts_back(plan, wanted["answers"], {one.key for one in questions if not one.kind.is_list}, actor)
    for kind in (one.kind for one in questions if one.kind.is_list):
        _put_rows_back(plan, kind, wanted[kind.value], actor)
    _put_declarations_back(plan, wanted["volgt_later"], chosen, actor)
    if FILES in keys:
        _put_files_back(plan, {one["id"] for one in wanted["bijlagen"]}, actor)


def everything(format_: Format) -> frozenset[str]:
    """All that can be put back of a plan."""
    return frozenset({*(step.key for step in format_.steps), FILES})


def _put_texts_back(plan: Plan, wanted: Mapping[str, str], keys: Collection[str], actor: Actor) -> None:
    """Each text as it was; what stands there now is kept as an earlier text, however short ago it was typed."""
    present = answers.answers_of(plan, keys)
    for key, row in present.items():
        if row.text != wanted.get(key, ""):
            answers.keep_history(row)
            replace_text(row, wanted.get(key, ""), actor)
    gone = [AnswerEdit(key, text, 0) for key, text in wanted.items() if key in keys and key not in present]
    answers.save_answers(plan, gone, actor=actor)


def _put_rows_back(plan: Plan, kind: Kind, before: list[dict[str, Any]], actor: Actor) -> None:
    wanted = {one["id"]: row_history.values_from(kind, one) for one in before}
    for row in rows.rows_of(plan, kind):
        if row.id not in wanted:
            rows.remove_row(plan, kind, row.id, base_revision=row.revision, actor=actor)
    found = [rows.find_row(plan, kind, row_id) for row_id in wanted]
    for row in found:
        rows.change_row(plan, kind, row.id, wanted[row.id], base_revision=row.revision, actor=actor)
    lists.number(found)


def _put_declarations_back(plan: Plan, wanted: Mapping[str, str], chosen: Collection[Step], actor: Actor) -> None:
    present = {one.step_key: one.reden for one in content.declarations_of(plan)}
    for step in chosen:
        if wanted.get(step.key) == present.get(step.key):
            continue
        if step.key in wanted:
            steps.declare_later(plan, step, reden=wanted[step.key], actor=actor)
        else:
            steps.withdraw_later(plan, step, actor=actor)


def _put_files_back(plan: Plan, wanted: Collection[int], actor: Actor) -> None:
    for one in content.bijlagen_of(plan):
        if one.id not in wanted:
            attachments.remove_bijlage(plan, one, actor=actor)
    for one in content.bijlagen_of(plan, removed=True):
        if one.id in wanted:
            attachments.restore_bijlage(plan, one, actor=actor)
