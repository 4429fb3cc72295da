"""What a file that the portal made of this plan does to it: the edits of people, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from forms.marks import mark_of, words_check
from forms.plan_marks import ROW_MARKS, Marked
from forms.spec import Kind
from portal.domain.intake.printed import printed_words, says_the_same, words_in_file
from portal.domain.intake.recognise.places import PlanPlace
from portal.domain.intake.row_edits import ListEdit, ListNow, PlanRowNow, WordRow, list_edit
from portal.domain.intake.text_edits import AnswerEdits, text_edit
from portal.domain.plan.table.columns import MAIN
from portal.domain.stored.intake import IntakeContent, ReadList, ReadListRow, ReadPart
from portal.models import Answer, Doelstelling, Plan
from portal.services.intake import made_from
from portal.services.intake.coming_back import as_it_comes_back
from portal.services.plan import rows
from portal.services.plan.rows import Row


def of_text(plan: Plan, place: PlanPlace, part: ReadPart, new: str, answer: Answer | None) -> AnswerEdits | None:
    """What the file does to an answer; None when it does not say what it was made from."""
    mark = made_from.mark_in(part)
    if mark is None or (place.is_closed and not new):
        return None
    base = made_from.text_before(plan, place.question.key, answer, mark.revision)
    return (
        _closed(base, answer.text if answer else "", new)
        if place.is_closed
        else text_edit(base, _now(answer), new, as_it_comes_back)
    )


def _now(answer: Answer | None) -> str:
    return answer.text if answer else ""


def _closed(base: str | None, now: str, new: str) -> AnswerEdits:
    """Chosen answers are no paragraphs: what both changed is looked at as a whole."""
    if new.split() == now.split() or (base is not None and new.split() == base.split()):
        return AnswerEdits(now, is_edited=False)
    return AnswerEdits(new, is_edited=True, is_known=base is not None and base.split() == now.split())


def of_goal(plan: Plan, place: PlanPlace, part: ReadPart, new: str, goal: Doelstelling) -> AnswerEdits | None:
    """As `of_text`, of the national goal."""
    mark = made_from.mark_in(part)
    if mark is None or mark.name != str(goal.id):
        return None
    kind = place.question.kind
    kept = _values(plan, kind, [goal]).get((goal.id, mark.revision))
    return text_edit(str(kept["tekst"]) if kept else None, goal.tekst, new, as_it_comes_back)


@dataclass(frozen=True)
class RowsEdited:
    """What the file does to a list, and the values that its rows had: by row and revision."""

    edit: ListEdit
    values: Mapping[tuple[int, int], Mapping[str, Any]]
    found: ReadList
    # The revision that each row of the file was made from, by row.
    revisions: Mapping[int, int]


def of_rows(plan: Plan, place: PlanPlace, found: IntakeContent, present: Sequence[Row]) -> RowsEdited | None:
    """What the file does to a list; None when it says of no row which it is."""
    part = found.delen[place.key]
    if not found.gemaakt_op or not (part.hoogste or part.lijst):
        return None
    lijst = part.lijst or ReadList([], [])
    kind, question = place.question.kind, place.question
    removed = rows.rows_of(plan, kind, removed=True)
    values = _values(plan, kind, [*present, *removed])
    now = ListNow(
        rows=[PlanRowNow(row.id, printed_words(question, values[row.id, row.revision])) for row in present],
        removed={row.id: printed_words(question, values[row.id, row.revision]) for row in removed},
        before=lambda row_id, revision: (
            printed_words(question, values[row_id, revision]) if (row_id, revision) in values else None
        ),
        highest=part.hoogste or max((row.id for row in present), default=0),
        title=MAIN[kind.value],
        same=partial(says_the_same, come_back=as_it_comes_back),
    )
    file_rows = list(_word_rows(place, lijst))
    return RowsEdited(list_edit(now, file_rows), values, lijst, {one.row_id: one.revision for one in file_rows})


def _values(plan: Plan, kind: Kind, present: Sequence[Row]) -> dict[tuple[int, int], Mapping[str, Any]]:
    now = {(row.id, row.revision): {name: getattr(row, name) for name in rows.FIELDS[kind]} for row in present}
    return {**made_from.rows_before(plan, kind), **now}


def _word_rows(place: PlanPlace, lijst: ReadList) -> list[WordRow]:
    main = MAIN[place.question.kind.value]
    found = [_word_row(place, lijst.velden, row, at) for at, row in enumerate(lijst.rijen) if not _is_own(row, lijst)]
    return [one for one in found if one.words.get(main, "").strip()]


def _is_own(row: ReadListRow, lijst: ReadList) -> bool:
    """True for the line in the planning of an action that is a milestone, when nobody changed it."""
    mark = mark_of(row.merk) if row.merk else None
    return bool(mark and mark.kind == Marked.GEREED and mark.place == words_check(" ".join(row.cellen)))


def _word_row(place: PlanPlace, fields: Sequence[str], row: ReadListRow, at: int) -> WordRow:
    words = words_in_file(place.question, fields, row.cellen)
    mark = mark_of(row.merk) if row.merk else None
    if mark is None or mark.kind != ROW_MARKS[place.question.kind]:
        return WordRow(0, 0, 0, words, at)
    return WordRow(int(mark.name) if mark.name.isdecimal() else 0, mark.revision, mark.place, words, at)
