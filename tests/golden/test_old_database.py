"""A database of before stored data had versions: it migrates, nothing in it changes, and it still says the same.

Drawn twice: as it was written then, and rewritten in the version of today.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import Column, select, text
from sqlalchemy.orm import undefer

from exports.excel.national import national_xlsx
from exports.national.build import build
from exports.national.colofon import Stamp
from exports.word.national import national_docx
from portal import create_app
from portal.domain import clock
from portal.domain.plan.events import PLAN_STORY
from portal.domain.report.events import REPORT_STORY
from portal.domain.round.events import ROUND_STORY
from portal.domain.stored.format import StoredFormat, opened
from portal.extensions import db
from portal.models import (
    BladAntwoord,
    BladHistorie,
    BladRegel,
    Event,
    Rapport,
    RapportBestand,
    RapportEvent,
    RowHistory,
    UitvraagEvent,
    User,
    Voortgang,
)
from portal.models.base import Base
from portal.models.stored import StoredJSON
from portal.services.filling.freezing import checksum
from portal.services.plan.rows import FIELDS
from portal.services.report import reports, stored_tree, texts
from portal.services.sheet.history import field_of
from tests.client import StrictClient
from tests.databases import TEST_CONFIG, settings_on
from tests.golden.old_database import REVISION, copy_to, restore, rows
from tests.golden.record import rewritten
from tests.golden.registered import HERE, TEXTS, columns, text_columns
from tests.reading.drawn import excel_lines, page_lines, word_lines

FROZEN = ("indiening", "blad_indiening", "terugkoppeling")
THEN, TODAY = "zoals toen geschreven", "zoals vandaag geschreven"
OTHER_WORDS = (
    "Wat toen is opgeslagen, zegt nu iets anders of is niet meer te vinden. Het houdt zijn oude namen: geef die terug, "
    "of schrijf een lezer voor de oude versie (docs/decisions/bevroren-gegevens.md). Alleen als de woorden van een "
    "bladzijde of document met opzet veranderen, verandert de tekst in tests/golden/drawn mee."
)
PAGES = {
    "plan": "/plannen/1/indieningen/1",
    "blad": "/antwoordbladen/2/indieningen/2",
    "terugkoppeling": "/antwoordbladen/2/terugkoppeling",
    "rapport": "/rapporten/1/alles",
}
WORD = {
    "plan": "/plannen/1/indieningen/1.docx",
    "blad": "/antwoordbladen/2/indieningen/2.docx",
    "terugkoppeling": "/antwoordbladen/2/terugkoppeling.docx",
}


@pytest.fixture(params=[f"sqlite, {THEN}", f"sqlite, {TODAY}", f"postgresql, {THEN}"], scope="module")
def database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, new_database: Callable[[str, str], str]
) -> Iterator[Flask]:
    """The app on that database, migrated, some weeks later."""
    kind, _, written = request.param.partition(", ")
    path = restore(tmp_path_factory.mktemp("voor") / "portal.sqlite3")
    url = f"sqlite:///{path}" if kind == "sqlite" else new_database(kind, "voor")
    app = create_app(settings_on(url), **TEST_CONFIG)
    with app.app_context(), clock.stopped_at(datetime(2024, 6, 3, 9, tzinfo=UTC)):
        if kind == "postgresql":
            flask_migrate.upgrade(revision=REVISION)
            copy_to(url, path)
        flask_migrate.upgrade()
        if written == TODAY:
            rewrite_all()
        yield app
        db.session.remove()
        db.engine.dispose()


def rewrite_all() -> None:
    """Write everything again in the version of today, behind the back of the tables."""
    for column, format_ in stored_columns():
        table = column.table
        key = ", ".join(one.name for one in table.primary_key)
        found = db.session.execute(text(f"SELECT {key}, {column.name} FROM {table.name}")).all()
        for *keys, stored in found:
            if stored is not None:
                where = " AND ".join(f"{one.name} = :k{place}" for place, one in enumerate(table.primary_key))
                values = {f"k{place}": one for place, one in enumerate(keys)}
                sql = text(f"UPDATE {table.name} SET {column.name} = :stored WHERE {where}")
                db.session.execute(sql, {"stored": rewritten(format_, stored), **values})
    db.session.commit()


def stored_columns() -> list[tuple[Column[object], StoredFormat]]:
    """Every column that holds JSON, with its format."""
    of_json = [(one, one.type.format_) for one in columns() if isinstance(one.type, StoredJSON)]
    return [*of_json, *((one, TEXTS[str(one)]) for one in columns() if str(one) in TEXTS)]


def report() -> Rapport:
    """The report that was published then."""
    return db.session.get_one(Rapport, 1)


def reader(app: Flask) -> StrictClient:
    """The coördinator of then."""
    return StrictClient(app).sign_in(db.session.scalars(select(User).where(User.naam == "Kim Voorbeeld")).one())


def golden(name: str) -> str:
    """What something said then."""
    return (HERE / "drawn" / f"{name}.txt").read_text("utf-8")


def test_migrating_changes_nothing_that_is_stored(tmp_path: Path) -> None:
    path = restore(tmp_path / "portal.sqlite3")
    held_json = {
        str(column.table) for column, _ in stored_columns() if column.name in names_in(path, column.table.name)
    }
    tables = sorted(held_json | {"rapport_bestand"})
    before = {table: rows(path, table) for table in tables}
    app = create_app(settings_on(f"sqlite:///{path}"), **TEST_CONFIG)
    with app.app_context():
        flask_migrate.upgrade()
        db.session.remove()
        db.engine.dispose()
    for table, found in before.items():
        # What a new version ships (codes) comes behind what was there.
        now = rows(path, table)[: len(found)] if table == "code" else rows(path, table)
        kept = [row[: len(old)] for row, old in zip(now, found, strict=True)]
        assert kept == found, table
    for table in FROZEN:
        assert found_wrong(path, table) == [], f"de controlesom van {table} klopt niet meer"


def names_in(path: Path, table: str) -> set[str]:
    """The columns that a table had then: one that came later held nothing."""
    connection = sqlite3.connect(path)
    found = {name for _, name, *_ in connection.execute(f"PRAGMA table_info({table})")}
    connection.close()
    return found


def found_wrong(path: Path, table: str) -> list[object]:
    """The ids of the rows of which the checksum is not that of what stands in them."""
    connection = sqlite3.connect(path)
    found = connection.execute(f"SELECT rowid, snapshot, checksum FROM {table}").fetchall()
    connection.close()
    assert found, f"er staat niets in {table}"
    return [row for row, snapshot, kept in found if checksum(opened(json.loads(snapshot))[1]) != kept]


def test_every_row_is_read(database: Flask) -> None:
    """And there is something to read in every column that holds JSON; a table of later has no row of then."""
    for mapper in Base.registry.mappers:
        db.session.scalars(select(mapper.class_).options(undefer("*"))).unique().all()
    empty = {str(one) for one, _ in stored_columns() if not any(db.session.scalars(select(one)))}
    assert empty == {
        "code.vroegere_namen",
        "codering_historie.passages",
        "doelstand.gelezen",
        "dubbel_tekst.afgesproken",
        "dubbel_tekst.eerste",
        "dubbel_tekst.tweede",
        "blad_inlezing.inhoud",
        "inlezing.inhoud",
        "inlezing.overgenomen",
        "instemming_tekst.inhoud",
        "rapport_boodschap.gezien",
        "rapport_hoor_regio.pagina",
        "rapport_voorlegging.hoofdstukken",
        "rijen_overname.gedaan",
        "uitvraag.gevraagde_regios",
    }


def test_what_happened_is_told_as_it_was(database: Flask) -> None:
    told = [
        story.tell(event.soort, event.door.naam if event.door else None, event.gegevens)
        for story, table in ((PLAN_STORY, Event), (ROUND_STORY, UitvraagEvent), (REPORT_STORY, RapportEvent))
        for event in db.session.scalars(select(table).order_by(table.id))
    ]
    assert "\n".join(told) + "\n" == golden("gebeurtenissen"), OTHER_WORDS


def test_what_a_row_was_before_is_found_under_the_name_of_that_row(database: Flask) -> None:
    rows_now = [row for table in (BladAntwoord, Voortgang, BladRegel) for row in db.session.scalars(select(table))]
    assert set(db.session.scalars(select(BladHistorie.veld))) <= {field_of(row) for row in rows_now}, OTHER_WORDS
    before = {(one.tabel, frozenset(one.velden)) for one in db.session.scalars(select(RowHistory))}
    assert before == {(kind.value, frozenset(names)) for kind, names in FIELDS.items()}, OTHER_WORDS


@pytest.mark.parametrize("soort", ["docx", "xlsx"])
def test_the_files_of_the_report_come_byte_for_byte(database: Flask, soort: str) -> None:
    client = reader(database)
    client.get(f"/rapporten/1/rapport.{soort}")
    assert client.response is not None
    assert client.response.data == (HERE / f"rapport.{soort}").read_bytes()
    kept = db.session.get_one(RapportBestand, (1, soort))
    assert kept.checksum == sha256(client.response.data).hexdigest()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_what_it_said(database: Flask, name: str) -> None:
    assert page_lines(reader(database).get(PAGES[name])) == golden(f"{name}.pagina"), OTHER_WORDS


@pytest.mark.parametrize("name", WORD)
def test_a_word_file_says_what_it_said(database: Flask, name: str) -> None:
    client = reader(database)
    client.get(WORD[name])
    assert client.response is not None
    assert word_lines(client.response.data) == golden(f"{name}.word"), OTHER_WORDS


def test_the_report_drawn_anew_says_what_it_said(database: Flask) -> None:
    tree = reports.tree_of(report(), demo=False)
    assert word_lines(national_docx(tree)) == golden("rapport.word"), OTHER_WORDS
    assert excel_lines(national_xlsx(reports.data_of(report()), tree, portaal="")) == golden("rapport.excel"), (
        OTHER_WORDS
    )


def test_its_data_gives_the_report_that_it_gave(database: Flask) -> None:
    tree = build(reports.data_of(report()), stamp=Stamp("Concept", 1), edits={})
    assert word_lines(national_docx(tree)) == golden("gegevens.word"), OTHER_WORDS


def test_the_texts_of_the_coordinator_stand_where_they_stood(database: Flask) -> None:
    """In a next version of the report, that begins with them."""
    tree = reports.build_tree(report(), reports.edits_of(report()), Stamp("Concept", 2), demo=False)
    assert texts.unplaced(report(), tree) == [], OTHER_WORDS
    edited = [zin for zin in reports.sentences_of(tree).values() if zin.bewerkt]
    assert [(bool(zin.vlaggen), zin.vervallen) for zin in edited] == [(False, ())], OTHER_WORDS


def test_json_stands_only_where_a_format_is_declared(database: Flask) -> None:
    """A column of text could hide it from the tables."""
    for column in text_columns():
        for value in db.session.execute(text(f"SELECT {column.name} FROM {column.table.name}")).scalars():
            if str(column) not in TEXTS and (value or "").startswith(("{", "[")):
                with pytest.raises(ValueError, match=r"Expecting|Extra"):
                    json.loads(value)


def test_the_tree_is_the_same_in_both_versions(database: Flask) -> None:
    (kept,) = db.session.execute(text("SELECT boom FROM rapport_gegevens")).scalars()
    then = (HERE / "formats" / "rapport_boom.v1.jsonl").read_text("utf-8")
    assert stored_tree.from_json(kept) == stored_tree.from_json(then)
