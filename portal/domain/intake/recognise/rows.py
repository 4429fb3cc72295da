"""Rows of a list from what a file has for it: a table, or lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from forms.parties import read_parties
from forms.spec import Kind, Question
from portal.domain.intake.recognise.found import SaidLines, SaidTable
from portal.domain.intake.recognise.words import how_many, plain_words
from portal.domain.plan.table.columns import MAIN
from portal.domain.plan.table.grid import TableProblem, tidied
from portal.domain.plan.table.rows import first_choices
from portal.domain.plan.table.unrolled import is_heading, is_parallel, unroll
from portal.domain.stored.intake import ReadListRow

_LINE = re.compile(r"^\s*(?:[-*•]\s+)?")
# The portal writes "5a.1 Overleggen"; a number of an action is known by its point.
_PARAGRAPH = re.compile(r"^(\d{1,2}[a-z]\.\d{1,2})\s+(?=\S)")
_IN_BRACKETS = re.compile(r"^(?P<naam>.*\S)\s*\((?P<soort>[^()]*)\)$")
# What our own documents draw on one line under a goal.
_FIGURES = frozenset({"indicator", "nulwaarde", "peildatum", "streefwaarde", "eenheid", "einddatum"})
# A party is a name; what is longer is a sentence about parties.
_NAME_IS_SHORT = 8


@dataclass(frozen=True)
class Rows:
    """The rows of a list: their fields, the rows, what asks for a look, and text that stands in no field."""

    fields: tuple[str, ...]
    rows: tuple[ReadListRow, ...]
    doubts: tuple[str, ...] = ()
    is_unsure: bool = False
    own_words: int = 0
    left: tuple[SaidLines, ...] = ()


def rows_of_table(question: Question, said: SaidTable) -> Rows | None:
    """The rows of a table, cells that hold a list each taken apart; None for what is no table of rows."""
    try:
        grid = tidied(said.grid)
    except TableProblem:
        return None
    if len(said.grid) == 1:
        return None
    choices = first_choices(question, grid)
    words = [count for count, row in zip(said.words, said.grid, strict=True) if any(one.strip() for one in row)]
    at = [at for at, name in enumerate(choices.fields) if name]
    rows, doubts = list[ReadListRow](), list[str]()
    start = int(choices.has_head)
    marks, wide = _marks_of(said), _wide_of(said)
    for number, row in enumerate(grid[start:], start=start):
        cells = [row[one] for one in at]
        # A number that a list gives stands in the cell, and is no word of the file.
        lost = min(words[number], sum(how_many(cell) for one, cell in enumerate(row) if one not in at))
        if wide[number] and not said.marks and (name := MAIN[question.kind.value]) in choices.fields:
            row = _in_column(row, choices.fields.index(name))
            cells = [row[one] for one in at]
        # In a table of ours one action is one row, however many lines it has.
        unrolls = choices.unrolls and not said.marks
        made, doubt = _unrolled(cells, said.where, words[number] - lost, unrolls=unrolls)
        for one in made if marks else ():
            one.merk = marks[number]
        for one in made if wide[number] and not said.marks and question.kind is Kind.ACTIES else ():
            one.kop = True
        rows += made
        doubts += doubt
    _mark_headings(question, tuple(filter(None, choices.fields)), rows)
    own = words[0] if start else 0
    left = _left(said, grid, at, start, words[start:])
    return Rows(tuple(filter(None, choices.fields)), tuple(rows), tuple(doubts), bool(doubts), own, left)


def _marks_of(said: SaidTable) -> list[str]:
    """For each row that holds something, the mark that it carries."""
    rows = zip(said.marks, said.grid, strict=True) if said.marks else ()
    return [mark.bookmark() if mark else "" for mark, row in rows if any(one.strip() for one in row)]


def _wide_of(said: SaidTable) -> list[bool]:
    """For each row that holds something, whether it is one cell over all columns: a heading among the rows."""
    rows = zip(said.wide or [False] * len(said.grid), said.grid, strict=True)
    return [is_wide for is_wide, row in rows if any(one.strip() for one in row)]


def _in_column(row: Sequence[str], at: int) -> tuple[str, ...]:
    """The words of a row of one cell, in this column."""
    return tuple("".join(row) if number == at else "" for number in range(len(row)))


def as_markdown(grid: Sequence[Sequence[str]]) -> str:
    """A table as it is typed in a text; one of a single row is a line."""
    lines = ["| " + " | ".join(_cell(cell) for cell in row) + " |" for row in grid]
    if len(lines) < 2:
        return "\n".join(cell for row in grid for cell in row if cell)
    return "\n".join([lines[0], "|" + "---|" * len(grid[0]), *lines[1:]])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def joined(question: Question, many: Sequence[Rows]) -> Rows:
    """The rows of several tables and lines as those of one list."""
    names = {name for one in many for name in one.fields}
    fields = tuple(one.name for one in question.row if one.name in names)
    rows = [_in(fields, one.fields, row) for one in many for row in one.rows]
    doubts = dict.fromkeys(doubt for one in many for doubt in one.doubts)
    return Rows(fields, tuple(rows), tuple(doubts), any(one.is_unsure for one in many))


def _in(fields: Sequence[str], own: Sequence[str], row: ReadListRow) -> ReadListRow:
    known = dict(zip(own, row.cellen, strict=True))
    return ReadListRow([known.get(name, "") for name in fields], row.kop, row.plek, row.woorden, row.merk)


def _unrolled(cells: Sequence[str], where: str, words: int, *, unrolls: bool) -> tuple[list[ReadListRow], list[str]]:
    if not (unrolls and is_parallel(cells)):
        return ([ReadListRow(list(cells), False, where, words, "")] if any(cells) else []), []
    taken = unroll(cells)
    doubts = ["In de cellen staan niet evenveel regels. Kijk of wat naast elkaar staat ook bij elkaar hoort."]
    rows = [ReadListRow(list(one), at in taken.headings, where, 0, "") for at, one in enumerate(taken.rows)]
    return shared_out(rows, words), doubts if taken.counts else []


def _mark_headings(question: Question, fields: Sequence[str], rows: Sequence[ReadListRow]) -> None:
    """A line with nothing beside it and "1. …" below it is a heading above actions, also in a row of its own."""
    if question.kind is not Kind.ACTIES or "omschrijving" not in fields:
        return
    at = fields.index("omschrijving")
    for row in (one for one in rows if not one.merk):
        row.cellen[at] = _PARAGRAPH.sub(r"\1. ", row.cellen[at])
    for row, below in ((row, below) for row, below in pairwise(rows) if not row.merk):
        alone = row.cellen[at] and not any(cell for number, cell in enumerate(row.cellen) if number != at)
        row.kop = row.kop or (bool(alone) and is_heading(row.cellen[at], below.cellen[at]))


def shared_out(rows: list[ReadListRow], words: int) -> list[ReadListRow]:
    """Give each row its words: what stands in several rows is counted once, and together they are all."""
    for row in rows:
        row.woorden = min(words, row.woorden or sum(map(how_many, row.cellen)))
        words -= row.woorden
    if rows:
        rows[-1].woorden += words
    return rows


def _left(
    said: SaidTable, grid: Sequence[Sequence[str]], used: Sequence[int], start: int, words: Sequence[int]
) -> tuple[SaidLines, ...]:
    """The columns that are no field of the list, as texts. `words` are those of each row in the file."""
    found, room = [], list(words)
    for at in range(len(grid[0])):
        lines = [row[at] for row in grid[start:] if row[at]]
        if at not in used and lines:
            head = f"**{grid[0][at]}**\n" if start and grid[0][at] else ""
            counts = [min(free, how_many(row[at])) for free, row in zip(room, grid[start:], strict=True)]
            room = [free - count for free, count in zip(room, counts, strict=True)]
            count = sum(counts)
            found.append(SaidLines(None, head + "\n".join(lines), said.where, count))
    return tuple(found)


def is_reference(grid: Sequence[Sequence[str]]) -> str:
    """The only words in a table, such as "Zie Acties!"; "" when there is more, or nothing."""
    filled = [cell for row in grid[1:] for cell in row if cell.strip()]
    return filled[0] if len(filled) == 1 else ""


def without_figures(said: SaidLines | SaidTable) -> SaidLines | SaidTable:
    """The line of figures that our own documents draw under a goal is no goal: it stands with none, to be seen."""
    place = said.place
    if place is None or not isinstance(said, SaidLines) or said.row or place.question.kind is not Kind.DOELSTELLINGEN:
        return said
    heads = tuple(f"{one.column}: " for one in place.question.row if one.name in _FIGURES)
    is_figures = all(part.startswith(heads) for part in said.text.split(" · "))
    return replace(said, place=None) if heads and is_figures else said


def rows_of_lines(question: Question, said: Sequence[SaidLines]) -> Rows:
    """A row for each line or paragraph; names of parties are taken apart at their commas."""
    main = MAIN[question.kind.value]
    if question.kind is Kind.PARTIJEN:
        return _parties(question, said)
    parts = _with_points(said) if question.kind is Kind.DOELSTELLINGEN else said
    rows = [ReadListRow([line], False, one.where, 0, "") for one in parts for line in _lines(question, one.text)]
    doubts = ("Dit stond niet in een tabel: wij maakten van elke alinea en elk punt een rij.",)
    return Rows((main,), tuple(shared_out(rows, sum(one.words for one in said))), doubts if rows else ())


def _with_points(said: Sequence[SaidLines]) -> list[SaidLines]:
    """A goal with the points that it announces: "Wij willen dat:"."""
    found: list[SaidLines] = []
    announced = False
    for one in said:
        if one.depth and announced:
            found[-1] = replace(found[-1], text=f"{found[-1].text}\n{one.text}", words=found[-1].words + one.words)
            continue
        found.append(one)
        announced = one.text.rstrip().endswith(":")
    return found


def _lines(question: Question, text: str) -> Iterator[str]:
    """A goal may have several lines; anything else is a line each."""
    lines = [line for line in text.split("\n") if line.strip()]
    if question.kind is Kind.DOELSTELLINGEN:
        yield "\n".join([_LINE.sub("", lines[0]).strip(), *lines[1:]])
    else:
        yield from filter(None, (_LINE.sub("", line).strip() for line in lines))


def _parties(question: Question, said: Sequence[SaidLines]) -> Rows:
    fields = tuple(one.name for one in question.row if one.name in ("naam", "soort"))
    rows, in_sentence = list[ReadListRow](), False
    for one in said:
        for line in filter(None, (_LINE.sub("", part).strip() for part in one.text.split("\n"))):
            names = read_parties(line.rstrip("."))
            in_sentence = in_sentence or len(names) > 1 or how_many(line) > _NAME_IS_SHORT
            rows += [_party(question, fields, name, one.where) for name in names]
    words = sum(one.words for one in said)
    doubt = "De partijen stonden achter elkaar. Kijk of wij ze op de goede plek uit elkaar haalden."
    return Rows(fields, tuple(shared_out(rows, words)), (doubt,) if in_sentence else ())


def _party(question: Question, fields: Sequence[str], name: str, where: str) -> ReadListRow:
    """The name of a party with its kind, when its words say that."""
    kind = ""
    if match := _IN_BRACKETS.match(name):
        kind = next((one.label for one in question.choices if _same(one.label, match["soort"])), "")
        name = match["naam"] if kind else name
    kind = kind or next((one.label for one in question.choices if _is_of_kind(name, one.label)), "")
    values = {"naam": name, "soort": kind}
    return ReadListRow([values[one] for one in fields], False, where, how_many(name), "")


def _same(one: str, other: str) -> bool:
    return plain_words(one) == plain_words(other)


def _is_of_kind(name: str, label: str) -> bool:
    kind = plain_words(label)
    return any(word.startswith(kind) for word in plain_words(name).split())
