"""The page for the operator's DPIA names every table that says something about a person."""

from __future__ import annotations

import re
from pathlib import Path

from portal.models import Base

PAGE = Path(__file__).resolve().parents[3] / "docs" / "dpia.md"
# How a column is called that holds who somebody is, when no foreign key says so.
OF_PERSONS = re.compile(r"(account|actor)_id|e_?mail|telefoon|functie|akkoord_van")
# Has such a column, and nobody in it: an address of a thing, or what a paper calls it.
NO_PERSON: dict[str, str] = {}


def tables_about_persons() -> set[str]:
    """The tables that point to an account, or hold what people are called or reached by."""
    return {
        table.name
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if OF_PERSONS.fullmatch(column.name) or any(key.column.table.name == "account" for key in column.foreign_keys)
    }


def named() -> set[str]:
    """The words between backticks in the rows of tables of the page."""
    rows = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return {word for row in rows for word in re.findall(r"`(\w+)`", row)}


def test_every_table_about_persons_is_on_the_page_of_the_dpia() -> None:
    about = tables_about_persons()
    assert len(about) > 50
    assert about - named() - NO_PERSON.keys() == set(), "noem de tabel in docs/dpia.md, met doel en termijn"


def test_the_page_names_no_table_that_is_not_there() -> None:
    assert named() - set(Base.metadata.tables) == set()
