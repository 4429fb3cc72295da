"""The first sheet of every workbook: a subject and its explanation on each line."""

from __future__ import annotations

from exports.columns import Column

README = "Leesmij"

ReadmeLine = tuple[str, str]

README_COLUMNS: tuple[Column[ReadmeLine], ...] = (
    Column("Onderwerp", lambda line: line[0], 28),
    Column("Uitleg", lambda line: line[1], 100),
)
