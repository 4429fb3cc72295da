"""Which places have these stems: the only question that SQLite and PostgreSQL are asked each in its own words.

Single stems are found through the index of each; phrases and words that may not be there are compared in the text of
the stems, which both do alike. So both find the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, cast, column, func, literal_column, select, table, text
from sqlalchemy.dialects.postgresql import TSQUERY

from portal.domain.search.asked import Asked, Term
from portal.extensions import db
from portal.models import TekstPlaats
from portal.models.search import INDEX
from portal.plain import plain_rows

_COLUMNS = (
    TekstPlaats.id,
    TekstPlaats.indiening_id,
    TekstPlaats.blad_indiening_id,
    TekstPlaats.positie,
    TekstPlaats.onderdeel,
    TekstPlaats.regio_code,
    TekstPlaats.kop,
)


def places_with(asked: Asked) -> Sequence[Any]:
    """All places with every wanted stem and phrase, and without the unwanted ones; whose they are is not asked."""
    padded = " " + TekstPlaats.stammen + " "
    query = select(*_COLUMNS).where(
        _with_all(asked.words),
        *(padded.like(_in_a_row(term)) for term in asked.phrases),
        *(padded.not_like(_in_a_row(term)) for term in asked.unwanted),
    )
    with _through_the_index(asked.words):
        return plain_rows(query)


@contextmanager
def _through_the_index(words: tuple[Term, ...]) -> Iterator[None]:
    """PostgreSQL thinks that making the stems of every place again is as cheap as the begin of a word in its index.

    It takes some eighty times as long (`docs/decisions/zoeken.md`).
    """
    is_meant = db.engine.dialect.name == "postgresql" and any(one.is_open for one in words)
    for_now = text("SELECT set_config('enable_seqscan', :to, true)")
    if is_meant:
        db.session.execute(for_now, {"to": "off"})
    yield
    if is_meant:
        db.session.execute(for_now, {"to": "on"})


def _in_a_row(term: Term) -> str:
    """A stem has no sign in it that LIKE knows: see `portal/domain/search/stems.py`."""
    return f"% {' '.join(term.stems)}{'' if term.is_open else ' '}%"


def _with_all(words: tuple[Term, ...]) -> ColumnElement[bool]:
    """Nor a sign that ends the quotes around it here."""
    if db.engine.dialect.name == "sqlite":
        index = table(INDEX, column("rowid"))
        query = " AND ".join(f'"{one.stems[0]}"{" *" if one.is_open else ""}' for one in words)
        return TekstPlaats.id.in_(select(index.c.rowid).where(literal_column(INDEX).op("MATCH")(query)))
    query = " & ".join(f"'{one.stems[0]}'{':*' if one.is_open else ''}" for one in words)
    found = func.array_to_tsvector(func.string_to_array(TekstPlaats.stammen, literal_column("' '")))
    return found.op("@@")(cast(query, TSQUERY))
