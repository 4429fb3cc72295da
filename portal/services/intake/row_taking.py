"""Taking over what a file that the portal made does to the rows of a list: they stay the rows that they are.

A row that is changed keeps its id, and with it its figures, themes and codes; one that is not in the file any more goes
only when somebody said so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from forms.spec import Kind
from portal.domain.intake.moved import put_in_order
from portal.domain.intake.printed import stored_values
from portal.domain.intake.row_edits import RowEdit, RowWas
from portal.domain.intake.text_edits import settled, text_edit
from portal.domain.roles import Actor
from portal.domain.stored.plan import RowsTaken
from portal.models import Plan
from portal.services.intake.coming_back import as_it_comes_back
from portal.services.intake.edits import RowsEdited
from portal.services.intake.standing import PartStanding
from portal.services.plan import rows, taking_rows
from portal.services.plan.taking_rows import Wanted

# What can be chosen for a row: it goes, or it becomes what the file says.
REMOVE, FROM_FILE = "weg", "word"


def take_rows(plan: Plan, one: PartStanding, edited: RowsEdited, actor: Actor) -> RowsTaken:
    """Do what the file does to a list, as far as it was chosen. Raises what `taking_rows.take` raises."""
    taking = _RowTaking(plan, one, edited)
    wanted = list(taking.wanted())
    gone = [row for row in one.present_rows if taking.goes(row)]
    return taking_rows.take(plan, taking.kind, wanted, gone=gone, ordered=taking.ordered, actor=actor)


class _RowTaking:
    def __init__(self, plan: Plan, one: PartStanding, edited: RowsEdited) -> None:
        self.plan, self.one, self.edited = plan, one, edited
        self.kind = one.place.question.kind
        self.edits = {edit.row_id: edit for edit in edited.edit.edits if edit.row_id}
        self.present = {row.id: row for row in one.present_rows}
        # Rows that go to the place that the file gives them; new ones do so too.
        self.moved = {edit.row_id for edit in self.edits.values() if edit.is_moved or self._comes_back(edit)}

    def _choice(self, row_id: int) -> str:
        return self.one.part.rijkeuzes.get(str(row_id), "")

    def _comes_back(self, edit: RowEdit) -> bool:
        return edit.was is RowWas.REMOVED_HERE and self._choice(edit.row_id) == FROM_FILE

    def goes(self, row: rows.Row) -> bool:
        """True for a row that is not in the file and that somebody ticked."""
        edit = self.edits.get(row.id)
        return bool(edit and edit.was is RowWas.REMOVED and self._choice(row.id) == REMOVE)

    def wanted(self) -> Iterator[Wanted]:
        """The rows of the file in its order: those of the plan with what changes in them, and the new ones."""
        new = {-row.source: row.values for row in self.one.new_rows}
        for one in self.edited.edit.order:
            if one < 0 and one in new:
                yield Wanted(None, new[one])
            elif row := self.present.get(one):
                yield Wanted(row, self._values(row, self.edits.get(one)))
            elif one > 0 and (edit := self.edits.get(one)) and self._comes_back(edit):
                row = rows.find_row(self.plan, self.kind, one)
                yield Wanted(row, self._values(row, edit))

    def _values(self, row: rows.Row, edit: RowEdit | None) -> Mapping[str, Any]:
        if edit is None or edit.was not in (RowWas.CHANGED, RowWas.REMOVED_HERE):
            return {}
        from_file = self._choice(row.id) == FROM_FILE
        words = {name: one.file for name, one in edit.fields.items() if from_file or not one.clashes}
        now = {name: getattr(row, name) for name in rows.FIELDS[self.kind]}
        values = stored_values(self.one.place.question, words, now)
        if self.kind is Kind.DOELSTELLINGEN and "tekst" in values:
            values["tekst"] = self._merged(row, now["tekst"], values["tekst"])
        return values

    def _merged(self, row: rows.Row, now: str, file: str) -> str:
        """Of a goal that both changed, what only the portal changed stays."""
        before = self.edited.values.get((row.id, self.edited.revisions.get(row.id, 0)))
        edit = text_edit(str(before["tekst"]) if before else None, now, file, as_it_comes_back)
        return settled(edit, for_file=True)

    def ordered(self, present: Sequence[rows.Row], in_file: Sequence[rows.Row]) -> list[rows.Row]:
        """What was moved, added or put back goes where the file has it; all else stays as the plan has it."""
        by_id = {row.id: row for row in (*present, *in_file)}
        first = [row.id for row in present if getattr(row, "landelijk", False)]
        others = [row.id for row in present if row.id not in first]
        new = {row.id for row in in_file} - {row.id for row in present}
        order = put_in_order(others, [row.id for row in in_file], self.moved | new)
        return [by_id[row_id] for row_id in (*first, *order)]
