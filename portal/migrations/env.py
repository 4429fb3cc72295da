"""How Alembic runs: with the engine of the app, one transaction per migration."""

from alembic import context
from flask import current_app

from portal.extensions import db
from portal.models import Base
from portal.models.base import Moment


def render_item(kind: str, thing: object, context: object) -> str | bool:
    """A migration must not change when our types do: write down what the database gets."""
    return "sa.DateTime(timezone=True)" if isinstance(thing, Moment) else False


def run() -> None:
    """Run the migrations that were asked for on the app's own engine."""
    with db.engine.connect() as connection:
        # Flask-Migrate's own arguments ask for batch mode: SQLite can't alter most columns.
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            render_item=render_item,
            transaction_per_migration=True,
            **current_app.extensions["migrate"].configure_args,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()


run()
