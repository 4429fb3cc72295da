"""Any file as tables: rows of cells with their numbers, streamed. What is no table is refused with a sentence."""

from __future__ import annotations

import csv
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter

from portal.domain.instroom.reading.told import Leesverslag, OnleesbaarBestand
from portal.domain.plan.file_types import KINDS_IN_WORDS, OLE, XLSX, file_type, refusal

Row = tuple[int, Sequence[Any]]
ASK = "Kies een CSV-bestand, een Excel-bestand (.xlsx) of een JSON-bestand van het CBS."
EMPTY = "Er staat niets in dit bestand. Kies een ander bestand."
BROKEN = "Dit Excel-bestand is niet te lezen. Open het in Excel, sla het opnieuw op als .xlsx en kies het nog een keer."
TOO_LARGE = "Dit Excel-bestand is uitgepakt te groot om te lezen. Sla het blad met cijfers op als CSV-bestand."
# What the sheets and the rest of a workbook may take when they are unpacked.
_MOST_SHEETS, _MOST_REST = 40_000_000, 20_000_000
MOST_COLUMNS = 500
# More than this many empty rows in a row is the end of a sheet.
_MOST_EMPTY = 1_000


class Formule:
    """A cell that calculates: what it holds is not in the file, or was once."""


@dataclass(frozen=True)
class Brontabel:
    """A sheet or a CSV file. `rijen` gives its rows anew each time; `blad` is "" for a file without sheets."""

    rijen: Callable[[], Iterator[Row]]
    blad: str = ""

    def waar(self, row: int, column: int, head: str = "") -> str:
        """Where a cell is: "blad “Totaal”, cel D5", or "rij 5, kolom Inwonertal_54" (columns count from 0)."""
        if self.blad:
            return f"blad “{self.blad}”, cel {get_column_letter(column + 1)}{row}"
        return f"rij {row}, kolom {head or column + 1}"

    def rij(self, row: int) -> str:
        """Where a row is."""
        return f"blad “{self.blad}”, rij {row}" if self.blad else f"rij {row}"


def open_tables(content: bytes, verslag: Leesverslag) -> list[Brontabel]:
    """The tables of a CSV file or of a workbook. Raises OnleesbaarBestand."""
    kind = file_type(content)
    if kind is XLSX:
        return _sheets(content)
    if kind is not None:
        raise OnleesbaarBestand(f"Dit is een {kind.label}-bestand, hoe het ook heet. {ASK}")
    if content.startswith((OLE, b"PK\x03\x04")):
        told = refusal(content)
        raise OnleesbaarBestand(ASK if KINDS_IN_WORDS in told else told)
    return [_csv(content, verslag)]


def encoding_of(content: bytes, verslag: Leesverslag) -> str:
    """The encoding of a text file; one that is not UTF-8 is told. Raises OnleesbaarBestand for what is no text."""
    if not content.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise OnleesbaarBestand(EMPTY)
    for encoding in _candidates(content):
        try:
            content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not encoding.startswith("utf-8"):
            name = "Windows-1252" if encoding == "cp1252" else "UTF-16"
            verslag.meld(f"Het bestand is opgeslagen als {name} en zo gelezen. Kijk of letters als ë en â goed zijn.")
        return encoding
    raise OnleesbaarBestand(f"De tekens in dit bestand zijn niet te lezen. Sla het opnieuw op als CSV UTF-8. {ASK}")


def _candidates(content: bytes) -> tuple[str, ...]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    start = content[:2000]
    if b"\x00" in start:
        # Text in UTF-16 without its mark has a nought beside each plain letter; anything else is no text.
        odd, even = start[1::2].count(0), start[0::2].count(0)
        if max(odd, even) < len(start) // 3 or min(odd, even):
            return ()
        return ("utf-16-le",) if odd else ("utf-16-be",)
    return "utf-8-sig", "cp1252"


def _csv(content: bytes, verslag: Leesverslag) -> Brontabel:
    encoding = encoding_of(content, verslag)
    with _text(content, encoding) as text:
        head = next((line for line in text if line.strip()), "")
    separator = max(";\t,|", key=head.count)

    def rows() -> Iterator[Row]:
        with _text(content, encoding) as text:
            reader = csv.reader(text, delimiter=separator)
            try:
                for cells in reader:
                    yield reader.line_num, cells
            except csv.Error as error:
                told = f"Na rij {reader.line_num} is het bestand niet te lezen: een aanhalingsteken te veel, of een cel"
                raise OnleesbaarBestand(f"{told} die te lang is.") from error

    return Brontabel(rows)


def _text(content: bytes, encoding: str) -> TextIOWrapper:
    return TextIOWrapper(BytesIO(content), encoding, newline="")


def _sheets(content: bytes) -> list[Brontabel]:
    try:
        _require_small(content)
        with_sheets = load_workbook(BytesIO(content), read_only=True)
        return [
            Brontabel(_rows_of(with_sheets, one.title), one.title)
            for one in with_sheets.worksheets
            if one.sheet_state == "visible"
        ]
    except OnleesbaarBestand:
        raise
    except Exception as error:  # a file of somebody else: openpyxl raises anything
        raise OnleesbaarBestand(BROKEN) from error


def _require_small(content: bytes) -> None:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sizes = [(one.filename.startswith("xl/worksheets/"), one.file_size) for one in archive.infolist()]
    sheets, rest = (sum(size for is_sheet, size in sizes if is_sheet is wanted) for wanted in (True, False))
    if sheets > _MOST_SHEETS or rest > _MOST_REST:
        raise OnleesbaarBestand(TOO_LARGE)


def _rows_of(book: Any, name: str) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        sheet, empty = book[name], 0
        sheet.reset_dimensions()
        try:
            for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
                cells = [Formule() if cell.data_type == "f" else cell.value for cell in row]
                empty = empty + 1 if all(cell is None for cell in cells) else 0
                if empty > _MOST_EMPTY:
                    return
                if not empty:
                    yield number, cells
        except Exception as error:  # a sheet that breaks half-way
            raise OnleesbaarBestand(BROKEN) from error

    return rows
