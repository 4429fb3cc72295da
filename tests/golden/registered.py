"""Every format that is stored, found by the machine in the tables themselves."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import JSON, Column, Text

from portal.domain.stored.format import StoredFormat
from portal.extensions import db
from portal.models.stored import StoredJSON
from portal.services.report import stored_data, stored_tree

HERE = Path(__file__).parent
# JSON in a column of text: exact text, that the database does not look into.
TEXTS: dict[str, StoredFormat] = {
    "rapport_gegevens.inhoud": stored_data.FORMAT,
    "rapport_gegevens.boom": stored_tree.FORMAT,
}


def columns() -> list[Column[object]]:
    """Every column of every table."""
    return [column for table in db.metadata.sorted_tables for column in table.columns]


def without_format() -> list[str]:
    """JSON columns that say nothing of their format."""
    return [str(one) for one in columns() if isinstance(one.type, JSON)]


def text_columns() -> list[Column[object]]:
    """Columns in which JSON could be hidden."""
    return [one for one in columns() if isinstance(one.type, Text)]


def formats() -> dict[str, StoredFormat]:
    """All formats by name."""
    of_columns = [one.type.format_ for one in columns() if isinstance(one.type, StoredJSON)]
    return {one.name: one for one in (*of_columns, *TEXTS.values())}


def golden_values(name: str, version: int) -> list[str]:
    """Values of a format in a version, as the text that was stored."""
    return (HERE / "formats" / f"{name}.v{version}.jsonl").read_text("utf-8").splitlines()


def golden_shape(name: str, version: int) -> Path:
    """Where the fields of a version are written down."""
    return HERE / "shapes" / f"{name}.v{version}.json"
