"""Putting figures in their table by the hundred thousand, without a copy of all of them in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import CijferRegel, Teken
from portal.extensions import db
from portal.models import InstroomCijfer, InstroomImport

_AT_ONCE = 10_000
_COLUMNS = (
    "import_id", "bron_id", "indicator", "gebied", "indeling", "categorie", "periode",
    "waarde", "teken", "waarde_tot", "voorlopig", "actueel",
)  # fmt: skip
_NAMES = ", ".join(_COLUMNS)
_TABLE = InstroomCijfer.__tablename__
# As the database keeps them: a plain text goes in several times as fast as an enum.
_CUTS: Mapping[str, str] = {one: str(one.value) for one in Indeling}
_SIGNS: Mapping[str | None, str | None] = {None: None, **{one: str(one.value) for one in Teken}}


def put(new: InstroomImport, regels: Iterable[CijferRegel]) -> None:
    """Store the figures of a file, none of which counts yet."""
    rows, connection = _rows(new.id, new.bron_id, regels), db.session.connection()
    if connection.dialect.name == "postgresql":
        _copy(connection.connection.driver_connection, rows)
        # What came in just now is not in the statistics: comparing it would be planned as for an empty table.
        connection.exec_driver_sql(f"ANALYZE {_TABLE}")
        return
    statement = f"INSERT INTO {_TABLE} ({_NAMES}) VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - our own names
    while some := list(islice(rows, _AT_ONCE)):
        connection.exec_driver_sql(statement, some)


def _copy(driver: Any, rows: Iterator[tuple[Any, ...]]) -> None:
    with driver.cursor().copy(f"COPY {_TABLE} ({_NAMES}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _rows(import_id: int, bron_id: int, regels: Iterable[CijferRegel]) -> Iterator[tuple[Any, ...]]:
    for (indicator, gebied, indeling, categorie, periode), (waarde, teken, tot, voorlopig), _ in regels:
        yield (
            import_id, bron_id, indicator, gebied, _CUTS[indeling], categorie, periode,
            waarde, _SIGNS[teken], tot, voorlopig, False,
        )  # fmt: skip
