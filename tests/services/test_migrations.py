"""The migrations give the tables that the models describe, on both databases, from nothing and back to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask
from sqlalchemy import Row, inspect, select, text

from forms.national import code_book
from portal import create_app
from portal.domain.plan import readings
from portal.extensions import db
from portal.models import Doelstelling
from portal.models.search import is_ours
from tests.databases import KINDS, TEST_CONFIG, settings_on

Tables = dict[str, dict[str, Any]]

# One plan with one submission and one action, as the first migration knew them: these lean on the tables 0002 changes.
_MOMENT = "'2023-11-20 12:00:00+00:00'"
ROWS_OF_0001 = (
    "INSERT INTO organisatie (id, naam, soort) VALUES (1, 'Proef', 'gemeente')",
    "INSERT INTO account (id, email, naam, organisatie_id, active, fs_uniquifier, telefoon, login_count, "
    "aangemaakt_op) "
    f"VALUES (1, 'p@voorbeeld.example', 'P. Proef', 1, true, 'x', '', 0, {_MOMENT})",
    f"INSERT INTO plan (id, edition, deadline, vroegere_naam, aangemaakt_op) "
    f"VALUES (1, 'plan_2023', '2023-12-31', '', {_MOMENT})",
    "INSERT INTO plan_versie (id, plan_id, nummer, status, status_sinds, indiening_nummer, geldige_indiening, "
    f"aangemaakt_op) VALUES (1, 1, 1, 'ingediend', {_MOMENT}, 1, 1, {_MOMENT})",
    "INSERT INTO indiening (id, versie_id, nummer, ingediend_op, ingediend_door_id, namens, akkoord_van, snapshot, "
    f"checksum, feiten) VALUES (1, 1, 1, {_MOMENT}, 1, 'gemeente', 'A', '{{}}', 'x', '{{}}')",
    "INSERT INTO actie (id, plan_id, positie, revision, gewijzigd_op, vorm, paragraaf, omschrijving, "
    "verantwoordelijke, tijdslijn, venster_bron, themas, is_mijlpaal) "
    f"VALUES (1, 1, 1, 1, {_MOMENT}, 'actie', '', 'Doen', '', '', 'geen', '[]', false)",
)
TABLES_OF_0001 = ("organisatie", "account", "plan", "plan_versie", "indiening", "actie")


@pytest.fixture(params=KINDS)
def migrated(request: pytest.FixtureRequest, new_database: Callable[[str, str], str]) -> Iterator[Flask]:
    """The app on a database that went through all migrations."""
    app = create_app(settings_on(new_database(request.param, "migraties")), **TEST_CONFIG)
    with app.app_context():
        flask_migrate.upgrade()
        yield app
        db.session.remove()
        db.engine.dispose()


def test_alembic_sees_no_difference_with_the_models(migrated: Flask) -> None:
    with db.engine.connect() as connection:
        opts = {"compare_type": True, "compare_server_default": True, "include_object": leaves_the_search_index}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, db.metadata) == []


def test_the_tables_are_those_that_the_models_make(migrated: Flask, new_database: Callable[[str, str], str]) -> None:
    by_migrations = described_tables()
    kind = "sqlite" if db.engine.dialect.name == "sqlite" else "postgresql"
    other = create_app(settings_on(new_database(kind, "modellen")), **TEST_CONFIG)
    with other.app_context():
        db.create_all()
        by_models = described_tables()
        db.session.remove()
        db.engine.dispose()
    assert by_migrations.keys() == by_models.keys()
    for table, described in by_models.items():
        assert by_migrations[table] == described, table


def test_all_migrations_can_be_undone_and_done_again(migrated: Flask) -> None:
    before = described_tables()
    assert "plan" in before
    flask_migrate.downgrade(revision="base")
    assert described_tables() == {}
    flask_migrate.upgrade()
    assert described_tables() == before


def test_a_migration_keeps_every_row(migrated: Flask) -> None:
    flask_migrate.downgrade(revision="0001")
    with db.engine.begin() as connection:
        for statement in ROWS_OF_0001:
            connection.execute(text(statement))
    flask_migrate.upgrade()
    with db.engine.connect() as connection:
        kept = {table: connection.scalar(text(f"SELECT count(*) FROM {table}")) for table in TABLES_OF_0001}
        found = connection.execute(text("SELECT beoordelaar_id, meelezen_open FROM plan_versie")).one()
    assert kept == dict.fromkeys(TABLES_OF_0001, 1)
    assert (found[0], bool(found[1])) == (None, False)


def test_a_new_portal_has_the_whole_code_book(migrated: Flask) -> None:
    """Whoever adds an edition of the book writes a migration that loads it."""
    present = {(one.soort, one.sleutel) for one in found("SELECT soort, sleutel FROM code")}
    assert present == {(one.soort.value, one.key) for one in code_book().codes}


GOAL_OF_0005 = (
    "INSERT INTO doelstelling (id, plan_id, positie, revision, gewijzigd_op, tekst, landelijk, indicator, nulwaarde, "
    "peildatum, streefwaarde, eenheid, einddatum, smart) "
)
FIGURES = "nulwaarde, peildatum, streefwaarde, einddatum"


def test_figures_of_a_goal_become_words_and_words_become_figures_again(migrated: Flask) -> None:
    flask_migrate.downgrade(revision="0001")
    with db.engine.begin() as connection:
        for statement in ROWS_OF_0001:
            connection.execute(text(statement))
    flask_migrate.upgrade(revision="0005")
    with db.engine.begin() as connection:
        for values in (
            f"(1, 1, 1, 1, {_MOMENT}, 'Minder', false, '', 1250.5, '2023-10-01', 8, 'cliënten', '2024-12-31', 'SM')",
            f"(2, 1, 2, 1, {_MOMENT}, 'Meer', false, '', NULL, NULL, 0.3333, '', NULL, '')",
        ):
            connection.execute(text(f"{GOAL_OF_0005} VALUES {values}"))
    flask_migrate.upgrade()
    assert [tuple(one) for one in found(f"SELECT {FIGURES} FROM doelstelling ORDER BY id")] == [
        ("1.250,5", "1 oktober 2023", "8", "31 december 2024"),
        ("", "", "0,3333", ""),
    ]
    with db.session.begin():
        for goal in db.session.scalars(select(Doelstelling)):
            words = {name: getattr(goal, name) for name in (*readings.FIGURES, *readings.DATES)}
            assert goal.gelezen == readings.read_goal(words, year=None)
        goal.einddatum, goal.gelezen = (
            "eind 2025",
            {**goal.gelezen, **readings.read_goal({"einddatum": "eind 2025"}, year=None)},
        )
    db.session.remove()
    flask_migrate.downgrade(revision="0005")
    one, two = found(f"SELECT {FIGURES}, tekst FROM doelstelling ORDER BY id")
    assert [str(value) for value in one[1::2]] == ["2023-10-01", "2024-12-31"]
    assert [float(value) for value in (one[0], one[2], two[2])] == [1250.5, 8.0, 0.3333]
    assert (one.tekst, two.tekst) == ("Minder", "Meer\n\nEinddatum: eind 2025")


def found(query: str) -> Sequence[Row[Any]]:
    """What a query finds."""
    with db.engine.connect() as connection:
        return connection.execute(text(query)).all()


def leaves_the_search_index(thing: object, name: str | None, kind: str, *rest: object) -> bool:
    """What FTS5 and PostgreSQL keep beside the table of places is no part of the models."""
    return is_ours(name, kind)


def described_tables() -> Tables:
    """Every table with its columns, keys, checks and indexes, as the database itself tells."""
    inspector = inspect(db.engine)
    names = [name for name in inspector.get_table_names() if name != "alembic_version"]
    return {
        name: {
            "columns": {
                one["name"]: (str(one["type"]), one["nullable"], one["default"]) for one in inspector.get_columns(name)
            },
            "primary key": inspector.get_pk_constraint(name),
            "foreign keys": by_name(inspector.get_foreign_keys(name)),
            "unique": by_name(inspector.get_unique_constraints(name)),
            "checks": by_name(inspector.get_check_constraints(name)),
            "indexes": by_name(inspector.get_indexes(name)),
        }
        for name in names
    }


def by_name(things: list[Any]) -> dict[str, dict[str, str]]:
    """Constraints or indexes by their name, so that their order does not count."""
    return {str(one["name"]): {key: in_words(value) for key, value in one.items()} for one in things}


def in_words(value: Any) -> str:
    """A value as text; SQL inside options as the words of the SQL."""
    return str({key: str(inner) for key, inner in value.items()} if isinstance(value, dict) else value)
