"""The workbook of a list that comes back, laid beside the list as it stands now. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from forms.dutch.words import counted, one_or_many
from forms.spec import Question
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table import order
from portal.domain.plan.table.columns import MAIN
from portal.domain.plan.table.grid import Grid
from portal.domain.plan.table.incoming import (
    Incoming,
    IncomingRow,
    ListBeside,
    PresentRow,
    incoming_rows,
    missing_row,
)
from portal.domain.plan.table.marks import MARK, RowMark, read_mark
from portal.domain.plan.table.matching import FileRow, Matched, match
from portal.domain.plan.table.rows import TableChoices, TablePreview, preview
from portal.domain.plan.table.written import Values, as_read, compared, names_of
from portal.models import Plan
from portal.services.filling.freezing import checksum
from portal.services.plan import rows
from portal.services.plan.marked_rows import rows_going_out, values_of, values_then


@dataclass
class FileOfRows:
    """A table with marks as it was read, and the list that it is about."""

    plan: Plan
    question: Question
    grid: Grid
    choices: TableChoices

    @cached_property
    def preview(self) -> TablePreview:
        """The rows as any table gives them, and what is told of the reading."""
        return preview(self.question, self.grid, self.choices)

    @cached_property
    def file_rows(self) -> list[FileRow]:
        """The rows of the file with something in them."""
        at, fields = self.choices.fields.index(MARK), self.choices.fields
        return [
            FileRow(one.source, compared(one.values, fields), read_mark(self.grid[one.source - 1][at]), one.line)
            for one in self.preview.rows
        ]

    @cached_property
    def own_marks(self) -> list[RowMark]:
        """The marks of this list of this plan."""
        ours = (self.question.kind.value, self.plan.id)
        return [one.mark for one in self.file_rows if one.mark and (one.mark.lijst, one.mark.plan_id) == ours]

    @cached_property
    def present(self) -> list[rows.Row]:
        """The rows of the list that the file can be about."""
        return rows_going_out(self.plan, self.question.kind)

    @cached_property
    def known(self) -> dict[int, rows.Row]:
        """These by id, and the removed ones that a mark names."""
        named = {mark.row_id for mark in self.own_marks}
        removed = [row for row in rows.rows_of(self.plan, self.question.kind, removed=True) if row.id in named]
        return {row.id: row for row in (*self.present, *removed)}

    @cached_property
    def matched(self) -> Matched:
        """Which row of the plan each row of the file is."""
        found = match(self.file_rows, self._before)
        main = MAIN[self.question.kind.value]
        free = {getattr(row, main): row.id for row in self.present if row.id not in found.ids}
        for at in self._from_elsewhere:
            found.ids[at] = free.pop(self.file_rows[at].values.get(main, ""), 0)
        return found

    @property
    def _from_elsewhere(self) -> list[int]:
        return [at for at, one in enumerate(self.file_rows) if one.mark and one.mark not in self.own_marks]

    @cached_property
    def _before(self) -> dict[RowMark, Values]:
        then = values_then(self.plan, self.question, self.own_marks, self.known)
        return {mark: as_read(self.question, self.choices, values) for mark, values in then.items()}

    def _present_row(self, row: rows.Row) -> PresentRow:
        return PresentRow(
            row.id,
            as_read(self.question, self.choices, values_of(self.question, row)),
            row.revision,
            row.verwijderd_op is not None,
            row.gewijzigd_door.naam if row.gewijzigd_door else "",
            getattr(row, "vorm", None) is ActieVorm.KOP,
        )

    @cached_property
    def incoming(self) -> Incoming:
        """What would change, and what a person must be told or asked."""
        columns = tuple(name for name in names_of(self.question) if name in self.choices.fields)
        present = {row_id: self._present_row(row) for row_id, row in self.known.items()}
        beside = ListBeside(self.question, columns, present, self._before)
        found = self._placed(incoming_rows(self.file_rows, self.matched, beside))
        newest = max((mark.newest for mark in self.own_marks), default=0)
        absent = [present[row.id] for row in self.present if row.id not in self.matched.ids]
        moved = sum(one.is_moved for one in found)
        return Incoming(
            columns,
            found,
            [missing_row(one, beside) for one in absent if one.row_id <= newest],
            [
                *self._told(found),
                *_of_later(sum(one.row_id > newest for one in absent) if newest else 0),
                *self.preview.told,
            ],
            self.preview.doubts,
            is_reordered=bool(moved),
            order_is_meant=not order.looks_sorted(moved, len(found)) and not self._was_reordered,
            mark=self.mark,
        )

    def _placed(self, found: list[IncomingRow]) -> list[IncomingRow]:
        """The rows, those marked that stand elsewhere than when the file was made."""
        stays = [one for one in found if one.row_id in self._places and not self.known[one.row_id].verwijderd_op]
        away = order.out_of_place([self._places[one.row_id] for one in stays])
        moved = {stays[at].row_id for at in away}
        return [replace(one, is_moved=True) if one.row_id in moved else one for one in found]

    @property
    def _places(self) -> dict[int, int]:
        return {mark.row_id: mark.place for mark in self.own_marks}

    @property
    def _was_reordered(self) -> bool:
        """True when somebody put the list of the portal in another order since."""
        places = [self._places[row.id] for row in self.present if row.id in self._places]
        return places != sorted(places)

    def _told(self, found: list[IncomingRow]) -> Iterator[str]:
        if elsewhere := len(self._from_elsewhere):
            yield (
                f"{counted(elsewhere, 'rij hoort', 'rijen horen')} bij een ander plan of een andere lijst. Wat in dit"
                " plan dezelfde woorden heeft, is gezien als dezelfde rij. De rest komt erbij."
            )
        if by_words := self.matched.by_words:
            yield (
                f"{counted(by_words, 'rij is', 'rijen zijn')} aan de woorden herkend: het kenmerk stond bij andere"
                " woorden, bijvoorbeeld doordat maar een deel van de kolommen is gesorteerd of verplaatst."
            )
        gone = [one for one in found if one.row_id and self.known[one.row_id].verwijderd_op and not one.clash]
        if gone:
            away = counted(len(gone), "rij uit het bestand is", "rijen uit het bestand zijn")
            yield f"{away} intussen in het portaal verwijderd. Dat blijft zo."
        if self._was_reordered and any(one.is_moved for one in found):
            yield "Een collega heeft de volgorde in het portaal intussen ook veranderd."

    @cached_property
    def mark(self) -> str:
        """The list as it is: a page that told of another one is too old."""
        present = rows.rows_of(self.plan, self.question.kind)
        return checksum({"rijen": [[row.id, row.revision, row.positie] for row in present]})


def _of_later(count: int) -> Iterator[str]:
    if count:
        came = counted(count, "rij is er in het portaal bijgekomen", "rijen zijn er in het portaal bijgekomen")
        yield f"Sinds dit bestand is gemaakt: {came}. Die {one_or_many(count, 'blijft', 'blijven')} staan."
