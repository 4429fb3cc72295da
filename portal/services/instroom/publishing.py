"""Publishing figures: announcing them, what regions say of them, and opening them to everybody."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import selectinload

from forms.dutch.dates import day_short
from portal.domain import clock
from portal.domain.instroom.figures import Plek
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.publication import (
    LONGEST_OBJECTION,
    PUBLICATIE_MOVES,
    PublicatieMove,
    PublicatieStatus,
    first_day_to_end,
)
from portal.domain.instroom.shown import Getoond, Shown
from portal.domain.moves import MoveNotAllowed
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import InstroomBezwaar, InstroomGepubliceerd, InstroomPublicatie, Regio
from portal.services.instroom import charts, notices, shown, taking
from portal.services.instroom.taking import InstroomProblem

_AT_ONCE = 2000
_COLUMNS = ("indicator", "gebied", "indeling", "categorie", "periode")
# Of a figure all that a page tells of it.
_TOLD = ("waarde", "tekst", "uitleg", "verborgen", "voorlopig", "waarde_tot")


def announce(inzage_tot: date, *, actor: Actor) -> InstroomPublicatie:
    """Freeze the figures as people see them now, and ask regions to look at theirs until and with this day.

    Raises InstroomProblem without figures, with too little time to look, or when one waits for its publication already.
    """
    taking.lock_figures()
    source = charts.source()
    if source is None:
        raise InstroomProblem("Er zijn nog geen cijfers om te publiceren.")
    if inzage_tot < first_day_to_end(clock.today()):
        first = day_short(first_day_to_end(clock.today()))
        raise InstroomProblem(f"Geef regio’s ten minste een week: kies {first} of later.")
    if waiting() is not None:
        raise InstroomProblem("Er is al een publicatie aangekondigd. Publiceer die eerst, of trek haar in.")
    new = InstroomPublicatie(
        status=PublicatieStatus.AANGEKONDIGD,
        inzage_tot=inzage_tot,
        bron=source.naam,
        peildatum=source.peildatum,
        is_synthetisch=source.is_synthetisch,
        aangekondigd_op=clock.now(),
        aangekondigd_door_id=actor.user_id,
    )
    db.session.add(new)
    db.session.flush()
    rows = list(_frozen(new.id))
    for start in range(0, len(rows), _AT_ONCE):
        db.session.execute(insert(InstroomGepubliceerd), rows[start : start + _AT_ONCE])
    notices.announced(new)
    return new


def _frozen(publicatie_id: int) -> Iterator[dict[str, Any]]:
    """Every figure that is shown of every indicator, of the source that comes first."""
    for indicator in INDICATOREN:
        for bron in shown.sources_of(indicator)[:1]:
            for plek, one in shown.shown_figures(bron, indicator).items():
                told = {name: getattr(one, name) for name in _TOLD}
                yield {"publicatie_id": publicatie_id, **plek._asdict(), **told}


def waiting() -> InstroomPublicatie | None:
    """The publication that was announced and is not public yet."""
    return _first(PublicatieStatus.AANGEKONDIGD)


def public() -> InstroomPublicatie | None:
    """The publication that everybody reads."""
    return _first(PublicatieStatus.GEPUBLICEERD)


def _first(status: PublicatieStatus) -> InstroomPublicatie | None:
    found = select(InstroomPublicatie).where(InstroomPublicatie.status == status)
    return db.session.scalars(found.order_by(InstroomPublicatie.id.desc()).limit(1)).one_or_none()


def looked_at_by(regio: Regio) -> InstroomPublicatie | None:
    """What a region looks at: what waits, else what is public, else what was withdrawn after the region reacted."""
    reacted = InstroomPublicatie.bezwaren.any(InstroomBezwaar.regio_id == regio.id)
    is_gone = InstroomPublicatie.status == PublicatieStatus.INGETROKKEN
    found = select(InstroomPublicatie).where(~is_gone | reacted)
    return db.session.scalars(found.order_by(is_gone, InstroomPublicatie.id.desc()).limit(1)).one_or_none()


def all_publications() -> Sequence[InstroomPublicatie]:
    """Every publication, the latest first, with what regions said of it."""
    said = selectinload(InstroomPublicatie.bezwaren)
    found = select(InstroomPublicatie).options(
        said.joinedload(InstroomBezwaar.regio), said.joinedload(InstroomBezwaar.door)
    )
    return db.session.scalars(found.order_by(InstroomPublicatie.id.desc())).all()


def find(publicatie_id: int) -> InstroomPublicatie | None:
    """The publication with this id."""
    return db.session.get(InstroomPublicatie, publicatie_id)


def find_objection(bezwaar_id: int) -> InstroomBezwaar | None:
    """The objection with this id; None also for who only said that it is right."""
    found = db.session.get(InstroomBezwaar, bezwaar_id)
    return found if found and not found.klopt else None


def figures_of(publicatie: InstroomPublicatie, indicator: str, gebieden: Sequence[str] = ()) -> Shown:
    """The figures of one indicator in a publication, as they were shown; of these places only, when some are given."""
    table = InstroomGepubliceerd
    columns = [getattr(table, name) for name in (*_COLUMNS, *_TOLD)]
    query = select(*columns).where(table.publicatie_id == publicatie.id, table.indicator == indicator)
    if gebieden:
        query = query.where(table.gebied.in_(gebieden))
    rows = db.session.execute(query.order_by(table.id))
    size = len(_COLUMNS)
    return {Plek(*row[:size]): Getoond(**dict(zip(_TOLD, row[size:], strict=True))) for row in rows}


def object_to(publicatie: InstroomPublicatie, regio: Regio, tekst: str, *, actor: Actor) -> None:
    """Say what is wrong with the figures of a region. Raises InstroomProblem when there is no time left."""
    _require_time(publicatie)
    if len(tekst) > LONGEST_OBJECTION:
        raise InstroomProblem(f"Uw reactie is te lang: schrijf ten hoogste {LONGEST_OBJECTION} tekens.")
    publicatie.bezwaren.append(InstroomBezwaar(regio_id=regio.id, tekst=tekst, op=clock.now(), door_id=actor.user_id))


def confirm(publicatie: InstroomPublicatie, regio: Regio, *, actor: Actor) -> None:
    """Say that the figures of a region are right; said already nothing changes. Raises InstroomProblem: too late."""
    _require_time(publicatie)
    if any(one.klopt for one in publicatie.bezwaren if one.regio_id == regio.id):
        return
    said = InstroomBezwaar(regio_id=regio.id, tekst="", klopt=True, op=clock.now(), door_id=actor.user_id)
    publicatie.bezwaren.append(said)


def _require_time(publicatie: InstroomPublicatie) -> None:
    """Raises InstroomProblem when regions can't react to it (any more)."""
    taking.lock_figures()
    db.session.refresh(publicatie)
    if publicatie.status is not PublicatieStatus.AANGEKONDIGD or clock.today() > publicatie.inzage_tot:
        raise InstroomProblem("De tijd om op deze cijfers te reageren is voorbij.")


def objections_of(regio: Regio) -> Sequence[InstroomBezwaar]:
    """What a region said of every publication, also that it is right, in the order in which it did."""
    found = select(InstroomBezwaar).where(InstroomBezwaar.regio_id == regio.id)
    return db.session.scalars(found.order_by(InstroomBezwaar.id)).all()


def answer(bezwaar: InstroomBezwaar, tekst: str, *, actor: Actor) -> None:
    """Answer what a region said. Raises InstroomProblem when somebody did already."""
    taking.lock_figures()
    db.session.refresh(bezwaar)
    if bezwaar.antwoord:
        raise InstroomProblem("Deze reactie is al beantwoord.")
    bezwaar.antwoord, bezwaar.antwoord_op, bezwaar.antwoord_door_id = tekst, clock.now(), actor.user_id
    notices.answered(bezwaar)


def why_not_yet(publicatie: InstroomPublicatie) -> str:
    """What keeps a publication from being published; empty when nothing does."""
    if clock.today() < publicatie.eerste_dag_openbaar:
        return f"Regio’s kunnen hun cijfers nog bekijken tot en met {day_short(publicatie.inzage_tot)}."
    if any(one.wacht for one in publicatie.bezwaren):
        return "Beantwoord eerst alle reacties van regio’s."
    return ""


def publish(publicatie: InstroomPublicatie) -> None:
    """Open it to everybody; what was public before is not any more. Raises InstroomProblem when it can't be (yet)."""
    target = _move(publicatie, PublicatieMove.PUBLICEREN)
    if reason := why_not_yet(publicatie):
        raise InstroomProblem(reason)
    before = public()
    if before is not None:
        before.status, before.ingetrokken_op = PublicatieStatus.INGETROKKEN, clock.now()
    publicatie.status, publicatie.gepubliceerd_op = target, clock.now()
    notices.published(publicatie)


def withdraw(publicatie: InstroomPublicatie) -> None:
    """Close it again. Raises InstroomProblem when it was withdrawn already."""
    target, before = _move(publicatie, PublicatieMove.INTREKKEN), publicatie.status
    publicatie.status, publicatie.ingetrokken_op = target, clock.now()
    notices.withdrawn(publicatie, before)


def _move(publicatie: InstroomPublicatie, move: PublicatieMove) -> PublicatieStatus:
    taking.lock_figures()
    db.session.refresh(publicatie)
    try:
        return PUBLICATIE_MOVES.next_status(move, publicatie.status)
    except MoveNotAllowed as problem:
        raise InstroomProblem(str(problem)) from problem
