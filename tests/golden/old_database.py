"""The database of before stored data had versions, as a file again: with all migrations since, or just as it was."""

from __future__ import annotations

import re
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import MetaData, create_engine, delete, insert, select, text

from tests.golden.registered import HERE

# The newest migration of then.
REVISION = "0003"
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


def copy_to(url: str, path: Path) -> None:
    """Put every row of the file in another database of the same revision, behind the back of the tables."""
    source, target = create_engine(f"sqlite:///{path}"), create_engine(url)
    there, here = MetaData(), MetaData()
    there.reflect(source)
    here.reflect(target)
    with source.connect() as old, target.begin() as new:
        # Rows lean on each other in circles; they did already where they come from.
        new.execute(text("SET session_replication_role = replica"))
        for name, table in here.tables.items():
            found = [dict(row) for row in old.execute(select(there.tables[name])).mappings()]
            new.execute(delete(table))
            if found:
                new.execute(insert(table), [{key: _as_utc(one) for key, one in row.items()} for row in found])
            if "id" in table.columns:
                # New rows come behind these, as they did there.
                new.execute(text(_NUMBER_ON.format(name)))
    source.dispose()
    target.dispose()


_NUMBER_ON = "SELECT setval(pg_get_serial_sequence('{0}', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM \"{0}\"), false)"


def _as_utc(value: object) -> object:
    """SQLite keeps no time zone."""
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    """What stands in a table, as the database has it."""
    connection = sqlite3.connect(path)
    found = connection.execute(f"SELECT * FROM {table} ORDER BY rowid").fetchall()
    connection.close()
    return found
