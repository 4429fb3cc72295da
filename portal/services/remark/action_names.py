"""How the actions of a plan or an answer sheet are called for somebody who remarks on them.

People of the region know the working copy. A reviewer knows what was handed in or given to read along, and must not
learn from a list of choices what stands in a draft.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import load_only, undefer

from forms.richtext import to_plain
from forms.spec import Kind
from portal.domain.plan.states import ActieVorm
from portal.domain.policy import Action, can
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Actie, Antwoordblad, BladIndiening, Indiening, Meelezing, Plan, PlanVersie
from portal.models.stored import part

LABEL_LENGTH = 90


@dataclass(frozen=True)
class ActionName:
    """An action as it is called beside a remark; `present` when it still stands in the plan, or on the sheet."""

    id: int
    label: str
    present: bool = True


def actions_of_plan(plan: Plan, actor: Actor) -> dict[int, ActionName]:
    """The actions (no headings) that the actor knows of, by id in the order of the plan.

    For the region also the removed ones.
    """
    found = _submitted(plan) if can(actor, Action.INTERN_LEZEN, plan.facts) else {}
    if can(actor, Action.PLAN_CONCEPT_LEZEN, plan.facts):
        found = {**found, **_working_copy(plan)}
    return found


def _working_copy(plan: Plan) -> dict[int, ActionName]:
    columns = (Actie.id, Actie.paragraaf, Actie.omschrijving, Actie.verwijderd_op)
    query = select(*columns).where(Actie.plan_id == plan.id, Actie.vorm != ActieVorm.KOP)
    return {
        id_: ActionName(id_, _label(paragraaf, omschrijving), removed is None)
        for id_, paragraaf, omschrijving, removed in db.session.execute(query.order_by(Actie.positie, Actie.id))
    }


def _submitted(plan: Plan) -> dict[int, ActionName]:
    snapshots = (*_read_along(plan), *_handed_in(plan))
    return _frozen(row for one in snapshots for row in one.get(_ACTIES, ()))


def _frozen(rows: Iterable[Mapping[str, Any]], *, present: bool = True) -> dict[int, ActionName]:
    return {
        row["id"]: ActionName(row["id"], _label(row["paragraaf"], row["omschrijving"]), present)
        for row in rows
        if row["vorm"] != ActieVorm.KOP.value
    }


def _handed_in(plan: Plan) -> list[dict[str, Any]]:
    query = (
        select(Indiening)
        .join(PlanVersie, Indiening.versie_id == PlanVersie.id)
        .where(PlanVersie.plan_id == plan.id, Indiening.nummer == PlanVersie.geldige_indiening)
        .order_by(PlanVersie.nummer.desc())
        .limit(1)
        .options(load_only(Indiening.id), undefer(Indiening.snapshot))
    )
    return [one.snapshot for one in db.session.scalars(query)]


def _read_along(plan: Plan) -> list[dict[str, Any]]:
    if not plan.facts.asks_meelezen:
        return []
    query = select(Meelezing).where(Meelezing.plan_id == plan.id, Meelezing.gestopt_op.is_(None))
    return [one.snapshot for one in db.session.scalars(query.options(undefer(Meelezing.snapshot)))]


def actions_of_sheet(blad: Antwoordblad, actor: Actor) -> dict[int, ActionName]:
    """The actions (no headings) of question 2 that the actor knows of, by id in their order.

    For the region those of the sheet as it is now, and those of what it handed in before it took over a newer plan.
    """
    of_region = can(actor, Action.BLAD_CONCEPT_LEZEN, blad.facts)
    now = _frozen(_rows(_LISTED, blad.plan_indiening_id or 0)) if of_region else {}
    before = _frozen(_rows(_COUNTING, blad.id), present=not of_region) if blad.indiening_nummer else {}
    return now | {id_: one for id_, one in before.items() if id_ not in now}


def _rows(query: Select[Any], id_: int) -> Sequence[Mapping[str, Any]]:
    """The rows of the list of actions in something frozen."""
    return db.session.scalar(query, {"id": id_}) or ()


_ACTIES = Kind.ACTIES.value
_LISTED = select(part(Indiening.snapshot, _ACTIES)).where(Indiening.id == bindparam("id"))
_COUNTING = (
    select(part(BladIndiening.snapshot, _ACTIES))
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .where(Antwoordblad.id == bindparam("id"), BladIndiening.nummer == Antwoordblad.indiening_nummer)
)


def _label(paragraaf: str, omschrijving: str) -> str:
    words = " ".join(to_plain(omschrijving).split())
    short = words if len(words) <= LABEL_LENGTH else f"{words[:LABEL_LENGTH].rstrip()}…"
    return f"{' '.join(paragraaf.split())} {short}".strip()[: 2 * LABEL_LENGTH]
