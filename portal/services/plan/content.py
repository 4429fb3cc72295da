"""The content of a plan as JSON: the working copy as it is now, or as it was submitted.

One shape serves the check page, reading, Word, comparing and freezing. It holds everything a reader needs, so that a
frozen copy never depends on rows that change later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from forms.spec import Kind, Step
from portal.extensions import db
from portal.models import Answer, Bijlage, Plan, StapVerklaring
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.plan import answers, rows


@dataclass(frozen=True)
class Loaded:
    """The rows of a working copy, read once."""

    answers: dict[str, Answer]
    rows: dict[Kind, list[rows.Row]]
    declarations: list[StapVerklaring]
    bijlagen: list[Bijlage]


def load(plan: Plan) -> Loaded:
    """Read the working copy: seven queries, whatever its size."""
    return Loaded(
        answers.answers_of(plan),
        {kind: rows.rows_of(plan, kind) for kind in rows.TABLES},
        declarations_of(plan),
        bijlagen_of(plan),
    )


def load_step(plan: Plan, step: Step) -> Loaded:
    """Read only what one step asks: its answers, its lists and its declaration."""
    kinds = [question.kind for question in step.questions if question.kind.is_list]
    return Loaded(
        answers.answers_of(plan, [question.key for question in step.questions]),
        {kind: rows.rows_of(plan, kind) for kind in kinds},
        [one for one in declarations_of(plan) if one.step_key == step.key],
        [],
    )


def working_copy(plan: Plan) -> Content:
    """The plan as it stands now."""
    return as_content(plan, load(plan))


def as_content(plan: Plan, loaded: Loaded) -> Content:
    """Rows that were read as content."""
    return {
        "edition": plan.edition,
        "naam": plan.naam,
        "regios": [{"id": regio.id, "code": regio.code, "naam": regio.naam} for regio in plan.regios],
        "answers": {key: row.text for key, row in loaded.answers.items() if row.text},
        **{kind.value: [_row(kind, row) for row in found] for kind, found in loaded.rows.items()},
        "volgt_later": {one.step_key: one.reden for one in loaded.declarations},
        "bijlagen": [
            {"id": one.id, "naam": one.naam, "bestandsnaam": one.bestandsnaam, "sha256": one.sha256}
            for one in loaded.bijlagen
        ],
    }


def _row(kind: Kind, row: rows.Row) -> dict[str, Any]:
    values = {name: rows.as_json(getattr(row, name)) for name in rows.FIELDS[kind]}
    if kind is Kind.DOELSTELLINGEN:
        values["landelijk"] = row.landelijk  # type: ignore[union-attr]
    return {"id": row.id, **values}


def declarations_of(plan: Plan) -> list[StapVerklaring]:
    """The steps that the region declared "volgt later"."""
    return list(db.session.scalars(select(StapVerklaring).where(StapVerklaring.plan_id == plan.id)))


def bijlagen_of(plan: Plan, *, removed: bool = False) -> list[Bijlage]:
    """The files of the working copy (or the removed ones), oldest first, without their content."""
    gone = Bijlage.verwijderd_op.is_not(None) if removed else Bijlage.verwijderd_op.is_(None)
    query = select(Bijlage).where(Bijlage.plan_id == plan.id, gone).options(people.named(Bijlage.toegevoegd_door))
    return list(db.session.scalars(query.order_by(Bijlage.id)))
