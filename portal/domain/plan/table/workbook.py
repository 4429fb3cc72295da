"""An uploaded .xlsx or .csv as rows of cells. Whatever is in it, it is read within bounds."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from forms.dutch.dates import AMSTERDAM, day_short, moment_in_words
from forms.dutch.numbers import bare_number
from forms.dutch.words import listed
from portal.domain.plan.file_types import KINDS_IN_WORDS, OLE, XLSX, file_type, refusal
from portal.domain.plan.table.formulas import told_of_formulas
from portal.domain.plan.table.grid import MOST_COLUMNS, MOST_ROWS, Grid, TableProblem, cells_of, tidied
from portal.domain.plan.table.merged import Spreader, merges_of, with_one_head, without_title
from portal.domain.unpacking import swells

# More than this many empty rows in a row is the end of a sheet.
_MOST_EMPTY = 1_000
UNREADABLE = "Dit bestand is niet te lezen. Open het in Excel, sla het opnieuw op als .xlsx en kies het nog een keer."
NO_WORKBOOK = "Kies een Excel-bestand (.xlsx) of een .csv-bestand."
EMPTY_FILE = "Er staat niets in dit bestand. Kies een ander bestand."


def read_file(content: bytes, sheet: str, fits: Callable[[Grid], int], explains: str = "") -> tuple[Grid, str]:
    """The rows of a file, and a sentence about the sheet they come from ("" when there is only one).

    `sheet` is the name of the one that is meant; without it the one that `fits` best is taken. In our own files the
    one called `explains` is about the others, and not read. Raises TableProblem.
    """
    kind = file_type(content)
    if kind is XLSX:
        return _of_workbook(content, sheet, fits, explains)
    if kind is not None:
        raise TableProblem(f"Dit is een {kind.label}-bestand. {NO_WORKBOOK}")
    if content.startswith((OLE, b"PK\x03\x04")):
        told = refusal(content)
        raise TableProblem(NO_WORKBOOK if KINDS_IN_WORDS in told else told)
    return _of_csv(content), ""


def _of_csv(content: bytes) -> Grid:
    text = _decoded(content)
    if not text.strip():
        raise TableProblem(EMPTY_FILE)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";\t,", key=first.count)
    return tidied(cells_of(text.replace("\r\n", "\n").replace("\r", "\n").strip("\n"), separator))


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\x00" in content:
        raise TableProblem(NO_WORKBOOK)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel on a Dutch machine.
        return content.decode("cp1252", "replace")


def _of_workbook(content: bytes, wanted: str, fits: Callable[[Grid], int], explains: str) -> tuple[Grid, str]:
    try:
        _require_small(content)
        sheets = _sheets(content, wanted, explains)
    except TableProblem:
        raise
    except Exception as error:  # a file of somebody else: openpyxl raises anything
        raise TableProblem(UNREADABLE) from error
    if not sheets:
        raise TableProblem("In dit Excel-bestand staat op geen enkel blad iets.")
    name = max(sheets, key=lambda one: fits(sheets[one].grid))
    others = [one for one in sheets if one != name]
    told = f"Gelezen is het blad “{name}”. Niet gelezen: {listed(f'“{one}”' for one in others)}." if others else ""
    return sheets[name].grid, " ".join(filter(None, (told, sheets[name].told)))


def _require_small(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        # A sheet is read row by row; anything else is unpacked at once.
        if any(swells(one) for one in archive.infolist() if not one.filename.startswith("xl/worksheets/")):
            raise TableProblem("Dit Excel-bestand is te groot om te lezen. Kopieer de tabel naar een nieuw bestand.")


@dataclass(frozen=True)
class _FoundTable:
    """The table of a sheet, and what is told of it."""

    grid: Grid
    told: str = ""


def _sheets(content: bytes, wanted: str, explains: str) -> dict[str, _FoundTable]:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    names = [one.title for one in book.worksheets if one.sheet_state == "visible"]
    chosen = [name for name in names if not wanted or name.strip().casefold() == wanted.strip().casefold()]
    if not chosen:
        raise TableProblem(f"Er is geen blad “{wanted}” in dit bestand. Er is wel: {', '.join(names)}.")
    chosen = [name for name in chosen if wanted or name != explains] or chosen
    found = {name: _table(book[name], content) for name in chosen}
    if wanted and not found[chosen[0]]:
        raise TableProblem(f"Op het blad “{chosen[0]}” staat niets.")
    # Of several sheets one that is too large need not be the one that is meant.
    return {name: one for name, one in found.items() if one}


def _table(sheet: Any, content: bytes) -> _FoundTable | None:
    """The table on a sheet, its merged cells written out; None when nothing stands on it."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        spreader = Spreader(merges_of(archive, sheet.title))
    rows = [(number, spreader.row(number, texts)) for number, texts in _rows(sheet)]
    if not rows:
        return None
    title = without_title(rows, spreader.titles)
    words = [next(filter(None, row)) for _, row in rows[:title]]
    told = f"Niet overgenomen is de titel boven de tabel: {listed(f'“{one}”' for one in words)}." if words else ""
    formulas = told_of_formulas(content, sheet.title, rows[-1][0])
    return _FoundTable(tidied(with_one_head(rows[title:], spreader.merges)), " ".join(filter(None, (told, formulas))))


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, with their numbers: one more than may be added, which who counts them tells."""
    sheet.reset_dimensions()
    empty = filled = 0
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS + 1), start=1):
        texts = [_text(cell) for cell in row]
        empty = 0 if any(texts) else empty + 1
        filled += empty == 0
        if empty > _MOST_EMPTY or filled > MOST_ROWS + 1:
            return
        if empty == 0:
            yield number, texts


def _text(cell: Any) -> str:
    """What a cell shows, as a Dutch reader types it."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Ja" if value else "Nee"
    if isinstance(value, datetime):
        return day_short(value.date()) if value.time() == time() else moment_in_words(value.replace(tzinfo=AMSTERDAM))
    if isinstance(value, date):
        return day_short(value)
    if isinstance(value, int | float):
        return _number(value, str(cell.number_format or ""))
    return str(value)


def _number(value: float, shape: str) -> str:
    return f"{bare_number(value * 100)}%" if "%" in shape else bare_number(value)
