"""The new rows that a table gives, and what a person must look at before they are added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from forms.cleaning import clean_line, clean_text
from forms.dutch.words import counted, listed, one_or_many
from forms.parties import joined_parties
from forms.spec import Kind, Question
from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.columns import MAIN, matched
from portal.domain.plan.table.grid import Grid
from portal.domain.plan.table.marks import MARK, SHAPE, own_columns, shape_of
from portal.domain.plan.table.unrolled import is_parallel, is_surely_parallel, unroll

_NUMBERED = re.compile(r"(\d{1,2}[a-z]?(?:\.\d{1,2})*)[.)]\s*(?=[^\d\s])|(\d{1,2}[a-z])\s+(?=\S)")
# Fields that hold more than one line.
_LONG = frozenset({"omschrijving", "tekst"})


@dataclass(frozen=True)
class TableChoices:
    """What a person chose: the field of each column, whether the first row holds heads, whether lines are rows.

    `headings` are the rows (counted from 1) that are known to be headings above actions.
    """

    fields: tuple[str, ...]
    has_head: bool
    unrolls: bool
    headings: frozenset[int] = frozenset()

    @property
    def is_ours(self) -> bool:
        """True for a table with a column of marks: it went out of the portal."""
        return MARK in self.fields


@dataclass(frozen=True)
class TableRow:
    """A row that will be added, and the row of the table (counted from 1) that it comes from.

    `line` is which of the rows that one gave, counted from 1; 0 when it gave one.
    """

    source: int
    values: Mapping[str, Any]
    line: int = 0

    @property
    def is_heading(self) -> bool:
        """True for a heading above actions."""
        return bool(self.values.get("vorm") == ActieVorm.KOP)


@dataclass
class TablePreview:
    """What will be added, and what to look at."""

    rows: list[TableRow] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def first_choices(question: Question, grid: Grid) -> TableChoices:
    """How the portal reads a table before anybody said anything."""
    ours = own_columns(question, grid)
    others = tuple(tuple("" if at in ours else cell for at, cell in enumerate(row)) for row in grid)
    known, has_head = matched(question, others)
    fields = tuple(ours.get(at, name) for at, name in enumerate(known))
    used = [_used(row, fields) for row in grid[has_head:]]
    return TableChoices(fields, has_head, not ours and any(is_surely_parallel(cells) for cells in used))


def preview(question: Question, grid: Grid, choices: TableChoices) -> TablePreview:
    """The rows that these choices give. Nothing is left out without being told."""
    found = TablePreview()
    reader = _RowReader(question, choices)
    for number, row in enumerate(grid[choices.has_head :], start=1 + choices.has_head):
        reader.read(number, row, found)
    reader.tell(found)
    found.told += _unused(grid, choices)
    return found


def _unused(grid: Grid, choices: TableChoices) -> list[str]:
    """The columns with something in them that have no field."""
    used = [at for at, name in enumerate(choices.fields) if not name and any(row[at] for row in grid)]
    names = [f"“{grid[0][at]}”" if choices.has_head and grid[0][at] else str(at + 1) for at in used]
    return [f"Niet overgenomen: {one_or_many(len(names), 'kolom', 'kolommen')} {listed(names)}."] if names else []


def _used(row: Sequence[str], fields: Sequence[str]) -> list[str]:
    return [cell for cell, name in zip(row, fields, strict=True) if name not in ("", MARK)]


@dataclass
class _RowReader:
    question: Question
    choices: TableChoices
    skipped: list[int] = field(default_factory=list)
    unknown: dict[str, None] = field(default_factory=dict)
    heading: str = ""

    def read(self, number: int, row: Sequence[str], found: TablePreview) -> None:
        cells, names = _used(row, self.choices.fields), [name for name in self.choices.fields if name not in ("", MARK)]
        if not cells:
            return
        parts, headings = [tuple(cells)], frozenset[int]()
        if self.choices.unrolls and is_parallel(cells):
            taken = unroll(cells)
            parts, headings = list(taken.rows), taken.headings
            found.told.append(f"Rij {number} is uitgevouwen: elke regel in een cel is een eigen rij ({len(parts)}).")
            if taken.counts:
                found.doubts.append(_uneven(number, taken.counts))
        elif is_parallel(cells) and not self.choices.is_ours:
            found.doubts.append(f"In rij {number} staan meer regels in een cel. Zij blijven samen één rij.")
        for at, part in enumerate(parts):
            is_heading = at in headings or number in self.choices.headings
            values = self._values(names, part, is_heading=is_heading)
            if values.get(MAIN[self.question.kind.value]):
                found.rows.append(TableRow(number, values, at + 1 if len(parts) > 1 else 0))
            elif any(part):
                self.skipped.append(number)

    def _values(self, names: Sequence[str], cells: Sequence[str], *, is_heading: bool) -> dict[str, Any]:
        gathered: dict[str, list[str]] = {}
        for name, cell in zip(names, cells, strict=True):
            if cell:
                gathered.setdefault(name, []).append(cell)
        values = {name: self._value(name, texts) for name, texts in gathered.items()}
        return self._as_action(values, is_heading) if self.question.kind is Kind.ACTIES else values

    def _value(self, name: str, texts: list[str]) -> Any:
        if name == "verantwoordelijke":
            return joined_parties("\n".join(texts))
        if name == SHAPE:
            return self._shape(texts[0])
        if name in ("soort", "themas"):
            keys = [key for text in texts for key in self._keys(text)]
            return keys if name == "themas" else next(iter(keys), "")
        return clean_text("\n".join(texts)) if name in _LONG else clean_line(" ".join(texts))

    def _shape(self, words: str) -> ActieVorm | None:
        """The kind of line; what is none of them is told."""
        shape = shape_of(words)
        if shape is None:
            self.unknown[words] = None
        return shape

    def _keys(self, text: str) -> Iterator[str]:
        """The keys of the choices in a cell; what is none of them is told."""
        known = {choice.label.casefold(): choice.key for choice in self.question.choices}
        for words in [text] if text.casefold() in known else re.split(r"[;,\n]", text):
            key = known.get(words.strip().casefold())
            if key:
                yield key
            elif words.strip():
                self.unknown[words.strip()] = None

    def _as_action(self, values: dict[str, Any], is_heading: bool) -> dict[str, Any]:
        """Its number apart from its words, and the kind of line that it is."""
        if self.question.row_field("paragraaf") and not values.get("paragraaf"):
            values |= _numbered(values.get("omschrijving", ""))
        number = values.get("paragraaf", "").rstrip(".)")
        if values.get(SHAPE):
            self.heading = number if values[SHAPE] is ActieVorm.KOP else self.heading
            return values | {"paragraaf": number}
        if is_heading:
            self.heading = number
            return values | {"vorm": ActieVorm.KOP, "paragraaf": number}
        if self.heading and number.isdigit():
            return values | {"vorm": ActieVorm.ACTIE, "paragraaf": f"{self.heading}.{number}"}
        self.heading = self.heading if not number or number.startswith(f"{self.heading}.") else ""
        stands_alone = bool(number) and not self.heading
        return values | {"vorm": ActieVorm.KOP_EN_ACTIE if stands_alone else ActieVorm.ACTIE, "paragraaf": number}

    def tell(self, found: TablePreview) -> None:
        """What is left out, and which choice was not known."""
        main = self.question.row_field(MAIN[self.question.kind.value])
        if self.skipped and main:
            told = f"Zonder “{main.column}” kan een rij niet mee. Dat geldt voor rij {_some(self.skipped)}."
            found.doubts.append(told)
        if self.unknown:
            names = ", ".join(f"“{one}”" for one in list(self.unknown)[:5])
            found.doubts.append(f"Niet herkend en niet overgenomen: {names}. Kies dit na het toevoegen per rij.")


def _numbered(text: str) -> dict[str, str]:
    match = _NUMBERED.match(text)
    return {"paragraaf": match[1] or match[2], "omschrijving": text[match.end() :]} if match else {}


def _uneven(number: int, counts: Sequence[int]) -> str:
    return (
        f"In rij {number} staan in de cellen niet evenveel regels ({listed(map(str, counts))}). "
        "Kijk of wat hieronder naast elkaar staat ook bij elkaar hoort."
    )


def _some(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, dict.fromkeys(numbers[:10])))
    more = len(numbers) - 10
    return f"{shown} en nog {counted(more, 'rij', 'rijen')}" if more > 0 else shown
