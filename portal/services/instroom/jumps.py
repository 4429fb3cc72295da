"""Figures of a file that are ten times what counts now, or what counts for the period before: asked in the database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select
from sqlalchemy.orm import aliased

from forms.dutch.numbers import dutch_number
from portal.domain.instroom.figures import Plek
from portal.domain.instroom.imports import Melding
from portal.domain.instroom.jumps import FACTOR, FROM, period_before
from portal.domain.instroom.words import figure_in_words, period_in_words
from portal.extensions import db
from portal.models import InstroomCijfer, InstroomImport
from portal.models.instroom.figures import PLEK
from portal.services.instroom import staging

_MOST = 10
# A file with more periods is a whole series: its neighbours are looked at for the last of them only.
_MOST_PERIODS = 12


def found_in(concept: InstroomImport, regios: Mapping[str, str]) -> list[Melding]:
    """What to ask of a concept."""
    now, before = _beside_what_counts(concept), _beside_the_period_before(concept)
    sentences = [
        f"{figure_in_words(Plek(*row[:5]), regios)}: nu {dutch_number(row[5])}, in dit bestand {dutch_number(row[6])}"
        for row in now[:_MOST]
    ] + [
        f"{figure_in_words(Plek(*row[:5]), regios)}: {dutch_number(row[6])}, en in "
        f"{period_in_words(period_before(row[4]))} {dutch_number(row[5])}"
        for row in before[:_MOST]
    ]
    more = max(0, len(now) - _MOST) + max(0, len(before) - _MOST)
    told = [Melding(f"Een sprong van tien keer of meer. {one}.", vraagt_antwoord=True) for one in sentences]
    rest = "Nog meer cijfers in dit bestand maken zo’n sprong. Kijk of u het goede bestand koos."
    return [*told, *([Melding(rest, vraagt_antwoord=True)] if more else [])]


def _jumps(old: Any, new: Any) -> ColumnElement[bool]:
    return or_(
        and_(new.waarde >= FROM, new.waarde >= FACTOR * old.waarde),
        and_(old.waarde >= FROM, old.waarde >= FACTOR * new.waarde),
    )


def _place(new: Any, old: Any) -> list[Any]:
    return [*(getattr(new, name) for name in PLEK[1:]), old.waarde, new.waarde]


def _beside_what_counts(concept: InstroomImport) -> Sequence[Any]:
    old, new = aliased(InstroomCijfer), aliased(InstroomCijfer)
    found = (
        select(*_place(new, old))
        .join_from(new, old, staging.beside(old, new))
        .where(new.import_id == concept.id, _jumps(old, new))
    )
    return db.session.execute(found.order_by(new.id).limit(_MOST + 1)).all()


def _beside_the_period_before(concept: InstroomImport) -> Sequence[Any]:
    """Beside what counts for the period before, or what this file itself says of it."""
    before = {one: period_before(one) for one in _last_periods(concept)}
    if not before:
        return []
    old, new = aliased(InstroomCijfer), aliased(InstroomCijfer)
    same = (getattr(old, name) == getattr(new, name) for name in PLEK if name != "periode")
    earlier = old.periode == case(before, value=new.periode, else_="")
    found = (
        select(*_place(new, old))
        .join_from(new, old, and_(*same, earlier, or_(old.actueel, old.import_id == concept.id)))
        .where(new.import_id == concept.id, new.periode.in_(before), _jumps(old, new))
        .distinct()
    )
    return db.session.execute(found.limit(_MOST + 1)).all()


def _last_periods(concept: InstroomImport) -> Sequence[str]:
    period = InstroomCijfer.periode
    found = select(period).where(InstroomCijfer.import_id == concept.id).group_by(period)
    return db.session.scalars(found.order_by(func.max(period).desc()).limit(_MOST_PERIODS)).all()
