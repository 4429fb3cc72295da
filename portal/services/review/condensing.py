"""The samenvattende analyse: what the plans in force say, and what the coördinator condensed of it.

A condensed text stands beside what it was made from. It keeps the SHA-256 of that text (`bron`): when the plan in force
says something else, everybody sees that. Taking a condensed text away leaves an empty row: revisions never start again.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from exports.condensed import NIET_VASTGESTELD, VASTGESTELD, CondensedAnalysis, CondensedCell, CondensedPlan
from exports.condensed_source import KOLOMMEN, Kolom
from exports.plan import PlanDocument
from portal.domain import clock
from portal.domain.roles import Actor
from portal.domain.sheet.small import Masking
from portal.extensions import db
from portal.models import PlanRegio, Regio, Samenvatting
from portal.models.plan.plan import names_together
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.plan import pen, plans
from portal.services.plan.document import plan_document
from portal.services.plan.in_force import InForce, plans_in_force
from portal.services.regios import name_key

Row = Samenvatting
_PLANS_OF_REGIONS = select(Regio.id, Regio.naam, PlanRegio.plan_id).outerjoin(PlanRegio, PlanRegio.regio_id == Regio.id)
_CONDENSED = select(Samenvatting).options(people.named(Samenvatting.gewijzigd_door))


class CondensingProblem(Exception):
    """Something can't be done with this text. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class CondensingConflict:
    """A stale save: the text that was not saved, and the one that somebody saved in between (empty: taken away)."""

    mine: str
    theirs: str
    revision: int
    door: str
    op: datetime


def fingerprint(text: str) -> str:
    """What `Samenvatting.bron` keeps of the text it was made from."""
    return hashlib.sha256(text.encode()).hexdigest()


def analysis(*, demo: bool = False, masking: Masking | None = None) -> CondensedAnalysis:
    """All plans in force by name with their texts, and the regions that have none: three queries.

    `masking`: small numbers of clients say only that, for who may not read them.
    """
    regions = db.session.execute(_PLANS_OF_REGIONS).all()
    names: dict[int, dict[int, str]] = defaultdict(dict)
    for regio_id, naam, plan_id in regions:
        if plan_id is not None:
            names[plan_id][regio_id] = naam
    in_force = plans_in_force(with_content=True)
    condensed = _by_cell(db.session.scalars(_CONDENSED))
    found = [
        _plan(plan_id, of_plan, in_force[plan_id], condensed, masking)
        for plan_id, of_plan in names.items()
        if plan_id in in_force
    ]
    return CondensedAnalysis(
        clock.now(),
        tuple(sorted(found, key=lambda plan: name_key(plan.naam))),
        tuple(sorted((naam for _, naam, plan_id in regions if plan_id not in in_force), key=name_key)),
        len(regions),
        demo,
    )


def find_plan(plan_id: int) -> CondensedPlan | None:
    """One plan in force with its texts, or None when nothing of it is in force, or it went up in another plan."""
    plan = plans.find_plan(plan_id)
    if plan is None or not plan.plan_regios:
        return None
    in_force = plans_in_force([plan_id], with_content=True).get(plan_id)
    if in_force is None:
        return None
    condensed = _by_cell(db.session.scalars(_CONDENSED.where(Samenvatting.plan_id == plan_id)))
    return _plan(plan_id, {regio.id: regio.naam for regio in plan.regios}, in_force, condensed)


def _by_cell(rows: Iterable[Row]) -> dict[tuple[int, str], Row]:
    return {(row.plan_id, row.kolom): row for row in rows}


def _plan(
    plan_id: int,
    regions: dict[int, str],
    in_force: InForce,
    condensed: dict[tuple[int, str], Row],
    masking: Masking | None = None,
) -> CondensedPlan:
    indiening = in_force.indiening
    cells = _cells(plan_id, _document(in_force, indiening.snapshot), condensed)
    if masking:
        document = _document(in_force, masking.masked(indiening.snapshot))
        cells = [replace(one, bron=one.kolom.source(document)) for one in cells]
    return CondensedPlan(
        plan_id=plan_id,
        naam=names_together(regions.values()),
        is_vastgesteld=in_force.is_vastgesteld,
        ingediend_op=indiening.ingediend_op,
        cells=tuple(cells),
        regio_ids=frozenset(regions),
    )


def _document(in_force: InForce, content: Content) -> PlanDocument:
    status = VASTGESTELD if in_force.is_vastgesteld else NIET_VASTGESTELD
    return plan_document(content, status=status, peilmoment=in_force.indiening.ingediend_op)


def _cells(plan_id: int, document: PlanDocument, condensed: dict[tuple[int, str], Row]) -> list[CondensedCell]:
    return [_cell(one, one.source(document), condensed.get((plan_id, one.key))) for one in KOLOMMEN]


def _cell(kolom: Kolom, bron: str, row: Row | None) -> CondensedCell:
    if row is None:
        return CondensedCell(kolom, bron)
    return CondensedCell(
        kolom,
        bron,
        tekst=row.tekst,
        is_stale=bool(row.tekst) and row.bron != fingerprint(bron),
        revision=row.revision,
        door=row.gewijzigd_door.naam,
        op=row.gewijzigd_op,
    )


def save(
    plan_id: int, kolom: Kolom, tekst: str, *, base_revision: int, bron: str, actor: Actor
) -> CondensingConflict | None:
    """Save a condensed text (an empty one takes it away) that started from this revision (0: there was none yet).

    `bron` is the fingerprint of the text that the person saw beside it: when the plan changed meanwhile, the new text
    is flagged at once. A text that is there already is no change. Returns what is in the way, or None when it is saved.

    Raises CondensingProblem when no plan is in force (any more).
    """
    row = _locked(plan_id, kolom)
    today = _fingerprint_now(plan_id, kolom)
    if row is not None and tekst == row.tekst:
        # Saved again by somebody who sees what the plan says today: it fits.
        row.bron = bron if bron == today else row.bron
        return None
    if base_revision != (row.revision if row else 0):
        return _conflict(tekst, row)
    if row is None:
        if tekst:
            db.session.add(_new(plan_id, kolom, tekst, bron, actor))
        return None
    row.tekst, row.bron = tekst, bron
    row.revision += 1
    row.gewijzigd_op, row.gewijzigd_door_id = clock.now(), actor.user_id
    return None


def still_fits(plan_id: int, kolom: Kolom, *, base_revision: int, bron: str) -> None:
    """The condensed text fits the plan as it is now: take the flag away. The text itself stays as it is.

    Raises CondensingProblem when the text or the plan changed since the person looked.
    """
    row = _locked(plan_id, kolom)
    if row is None or not row.tekst or row.revision != base_revision:
        raise CondensingProblem("Iemand anders heeft deze samenvatting net gewijzigd. Lees de tekst opnieuw.")
    if _fingerprint_now(plan_id, kolom) != bron:
        raise CondensingProblem("Het plan is net opnieuw gewijzigd. Lees de tekst van het plan opnieuw.")
    row.bron = bron


def _locked(plan_id: int, kolom: Kolom) -> Row | None:
    """The row of this cell, after other writers of the plan are done."""
    plan = plans.find_plan(plan_id)
    if plan is None:
        raise CondensingProblem("Dit plan is er niet (meer).")
    pen.lock_plan(plan)
    return db.session.scalar(
        _CONDENSED.where(Samenvatting.plan_id == plan.id, Samenvatting.kolom == kolom.key).execution_options(
            populate_existing=True
        )
    )


def _fingerprint_now(plan_id: int, kolom: Kolom) -> str:
    found = find_plan(plan_id)
    if found is None:
        raise CondensingProblem("Dit plan is niet meer ingediend. Er is nu niets om samen te vatten.")
    return fingerprint(found.cell(kolom.key).bron)


def _new(plan_id: int, kolom: Kolom, tekst: str, bron: str, actor: Actor) -> Row:
    return Samenvatting(
        plan_id=plan_id,
        kolom=kolom.key,
        tekst=tekst,
        bron=bron,
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=actor.user_id,
    )


def _conflict(tekst: str, row: Row | None) -> CondensingConflict:
    if row is None:
        return CondensingConflict(tekst, "", 0, "", clock.now())
    return CondensingConflict(tekst, row.tekst, row.revision, row.gewijzigd_door.naam, row.gewijzigd_op)
