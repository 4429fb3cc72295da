"""Formulas in a workbook whose outcome is not in the file: a program that is not Excel wrote it, and cannot calculate.

Such a cell reads as empty; somebody who took it over would lose a word without being told.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.cell import get_column_letter

from forms.dutch.words import listed, one_or_many
from portal.domain.plan.table.grid import MOST_COLUMNS
from portal.domain.plan.table.merged import part_of

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_CHUNK = 1 << 20
# So many cells are named; of more their number is told.
_MOST_NAMED = 5


def told_of_formulas(content: bytes, sheet: str, last_row: int) -> str:
    """A sentence about formulas up to this row of a sheet whose outcome is unknown; "" when there are none."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if not _holds_formulas(archive, part_of(archive, sheet)):
            return ""
    cells = _unknown(content, sheet, last_row)
    if not cells:
        return ""
    named = [*cells[:_MOST_NAMED], *([f"nog {len(cells) - _MOST_NAMED}"] if len(cells) > _MOST_NAMED else [])]
    of = one_or_many(len(cells), "één formule", f"{len(cells)} formules")
    return (
        f"Van {of} staat de uitkomst niet in het bestand: {listed(named)}. Open het bestand in Excel, sla het opnieuw"
        " op en kies het nog een keer, of vul dit hieronder zelf in."
    )


def _holds_formulas(archive: zipfile.ZipFile, path: str) -> bool:
    if path not in archive.namelist():
        return False
    rest = b""
    with archive.open(path) as part:
        while chunk := part.read(_CHUNK):
            if _FORMULA.search(rest + chunk):
                return True
            rest = chunk[-20:]
    return False


def _unknown(content: bytes, sheet: str, last_row: int) -> list[str]:
    """Where they stand, as B3. An outcome that is stored and empty is no number: then the file says that it is text."""
    asked, shown = (_rows(content, sheet, last_row, data_only=only) for only in (False, True))
    return [
        f"{get_column_letter(column)}{number}"
        for number, (formulas, outcomes) in enumerate(zip(asked, shown, strict=False), start=1)
        for column, (formula, outcome) in enumerate(zip(formulas, outcomes, strict=False), start=1)
        if formula.data_type == "f" and outcome.value is None and outcome.data_type == "n"
    ]


def _rows(content: bytes, sheet: str, last_row: int, *, data_only: bool) -> Any:
    found = load_workbook(BytesIO(content), read_only=True, data_only=data_only)[sheet]
    found.reset_dimensions()
    return islice(found.iter_rows(max_col=MOST_COLUMNS + 1), last_row)
