"""The database of before stored data had versions, as a file again: with all migrations since, or just as it was."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from tests.golden.registered import HERE

_FILE = re.compile(r"@([\w./]+)")


def restore(path: Path) -> Path:
    """Make the database file from the SQL beside this module."""
    connection = sqlite3.connect(path)
    connection.executescript(_FILE.sub(_literal, (HERE / "database_van_voor.sql").read_text("utf-8")))
    connection.close()
    return path


def _literal(found: re.Match[str]) -> str:
    """The content of a file as SQL writes it; an @ in an address is no file."""
    source = HERE / found[1]
    if source.suffix == ".jsonl" and source.exists():
        return "'" + source.read_text("utf-8").removesuffix("\n").replace("'", "''") + "'"
    return f"X'{source.read_bytes().hex()}'" if source.suffix in (".docx", ".xlsx") and source.exists() else found[0]


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    """What stands in a table, as the database has it."""
    connection = sqlite3.connect(path)
    found = connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
    connection.close()
    return found
