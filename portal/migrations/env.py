"""How Alembic runs: with the engine of the app, one transaction per migration."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import context
from flask import current_app
from sqlalchemy import Connection

from portal.extensions import db
from portal.models import Base
from portal.models.base import Moment
from portal.models.search import is_ours


def render_item(kind: str, thing: object, context: object) -> str | bool:
    """A migration must not change when our types do: write down what the database gets."""
    return "sa.DateTime(timezone=True)" if isinstance(thing, Moment) else False


@contextmanager
def without_foreign_keys(connection: Connection) -> Iterator[None]:
    """SQLite changes a table by copying and dropping it: with foreign keys on, that would empty what leans on it.

    Raises RuntimeError when a migration left a row that leans on nothing.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    # Past SQLAlchemy: inside a transaction, which its own `execute` begins, this setting does nothing.
    driver = connection.connection.dbapi_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
        if broken := driver.execute("PRAGMA foreign_key_check").fetchall():
            raise RuntimeError(f"rows that lean on nothing: {broken[:5]}")
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def run() -> None:
    """Run the migrations that were asked for on the app's own engine."""
    with db.engine.connect() as connection, without_foreign_keys(connection):
        # Flask-Migrate's own arguments ask for batch mode: SQLite can't alter most columns.
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            include_object=lambda thing, name, kind, reflected, other: is_ours(name, kind),
            transaction_per_migration=True,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
