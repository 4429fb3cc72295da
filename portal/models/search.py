"""Where a text stands in what was handed in, with its stems; and how each database finds a stem.

A place never changes: it comes and goes with its submission. SQLite keeps an FTS5 table beside it (triggers see to
that), PostgreSQL an index on the words. Their names begin with `INDEX`; Alembic leaves those alone.
"""

from __future__ import annotations

from sqlalchemy import DDL, CheckConstraint, ForeignKey, String, Text, UniqueConstraint, event
from sqlalchemy.orm import Mapped, mapped_column

from portal.models.base import Base

INDEX = "tekst_index"


class TekstPlaats(Base):
    """One text of a submission of a plan or of an answer sheet.

    `onderdeel` is the key of the section it answers, `kop` how that was called then. `regio_code` is set when the text
    is of one region of a joint plan. A submission without any text has one empty place: then it was looked at.
    `stammen` are the stems of all words in order, with a space between: see `portal/domain/search/stems.py`.
    """

    __tablename__ = "tekst_plaats"
    __table_args__ = (
        CheckConstraint("(indiening_id IS NULL) <> (blad_indiening_id IS NULL)", name="van_een_indiening"),
        # The same place twice would be the same text twice; these also find the places of a submission.
        UniqueConstraint("indiening_id", "positie"),
        UniqueConstraint("blad_indiening_id", "positie"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    indiening_id: Mapped[int | None] = mapped_column(ForeignKey("indiening.id", ondelete="CASCADE"))
    blad_indiening_id: Mapped[int | None] = mapped_column(ForeignKey("blad_indiening.id", ondelete="CASCADE"))
    positie: Mapped[int]
    onderdeel: Mapped[str] = mapped_column(String(80))
    regio_code: Mapped[str] = mapped_column(String(10), default="")
    kop: Mapped[str] = mapped_column(Text)
    tekst: Mapped[str] = mapped_column(Text)
    stammen: Mapped[str] = mapped_column(Text)


def is_ours(name: str | None, kind: str) -> bool:
    """False for what a database keeps beside the tables to search: Alembic neither makes nor drops it by itself."""
    return not (name or "").startswith(INDEX)


# Stems stand apart by spaces, and "ascii" parts them at nothing else: every other sign in them is a letter to it.
_SQLITE = (
    "CREATE VIRTUAL TABLE tekst_index USING fts5(stammen, content='tekst_plaats', content_rowid='id',"
    " tokenize='ascii', detail='none')",
    "CREATE TRIGGER tekst_index_erbij AFTER INSERT ON tekst_plaats BEGIN"
    " INSERT INTO tekst_index(rowid, stammen) VALUES (new.id, new.stammen); END",
    "CREATE TRIGGER tekst_index_weg AFTER DELETE ON tekst_plaats BEGIN"
    " INSERT INTO tekst_index(tekst_index, rowid, stammen) VALUES ('delete', old.id, old.stammen); END",
)
_POSTGRESQL = (
    "CREATE INDEX tekst_index_woorden ON tekst_plaats USING gin (array_to_tsvector(string_to_array(stammen, ' ')))",
)


def _beside(when: str, dialect: str, statement: str) -> None:
    ddl = DDL(statement).execute_if(dialect=dialect)  # type: ignore[no-untyped-call]
    event.listen(TekstPlaats.__table__, when, ddl)


for _dialect, _statements in (("sqlite", _SQLITE), ("postgresql", _POSTGRESQL)):
    for _statement in _statements:
        _beside("after_create", _dialect, _statement)
_beside("before_drop", "sqlite", "DROP TABLE IF EXISTS tekst_index")
