"""Writing lines: with the change itself, in its transaction, or apart when nothing was changed."""

from __future__ import annotations

import logging
from dataclasses import asdict

from sqlalchemy import Connection, insert
from sqlalchemy.exc import SQLAlchemyError

from portal.database import WRITES, begin_writing
from portal.domain.audit.chain import content_of
from portal.domain.audit.line import AuditLine
from portal.extensions import db
from portal.models import AuditRegel
from portal.services.audit.key import chain_key

log = logging.getLogger(__name__)

_INSERT = insert(AuditRegel.__table__)  # type: ignore[arg-type]


def write(line: AuditLine) -> None:
    """Add a line in the transaction of what it tells: neither is there without the other. The caller commits."""
    db.session.flush()
    connection = db.session.connection()
    begin_writing(connection)
    _add(connection, line)


def write_apart(line: AuditLine) -> None:
    """Add a line about what changed nothing (a download, a refusal) or was committed already, in a transaction of its
    own. What the present one did and did not commit is given up.

    A log that can't be written keeps nobody from a page: that is told in the log of the server.
    """
    db.session.rollback()
    try:
        with db.engine.connect().execution_options(**{WRITES: True}) as connection, connection.begin():
            _add(connection, line)
    except SQLAlchemyError as error:
        log.error("an audit line was not written (%s: %s): %s", line.actie, line.resultaat, type(error).__name__)


def _add(connection: Connection, line: AuditLine) -> None:
    connection.execute(_INSERT, asdict(line) | {"merk": chain_key().mark(content_of(line))})
