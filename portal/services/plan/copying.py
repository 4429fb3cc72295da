"""Copying a working copy into another plan (splitting a joint plan)."""

from __future__ import annotations

from sqlalchemy import select

from portal.domain import clock
from portal.extensions import db
from portal.models import Actie, Answer, Bijlage, Doelstelling, Plan, StapVerklaring
from portal.services.plan import answers, content, rows


def copy_working_copy(source: Plan, target: Plan) -> None:
    """Copy answers, rows, declarations and files of `source` into the empty plan `target`."""
    for key, row in answers.answers_of(source).items():
        db.session.add(
            Answer(
                plan_id=target.id,
                question_key=key,
                text=row.text,
                gewijzigd_op=row.gewijzigd_op,
                gewijzigd_door_id=row.gewijzigd_door_id,
            )
        )
    for kind, table in rows.TABLES.items():
        for one in rows.rows_of(source, kind):
            values = {name: getattr(one, name) for name in rows.FIELDS[kind]}
            if isinstance(one, Doelstelling):
                values["landelijk"] = one.landelijk
            if isinstance(one, Actie):
                values["herkomst_id"] = one.id
            db.session.add(
                table(
                    plan_id=target.id,
                    positie=one.positie,
                    gewijzigd_op=one.gewijzigd_op,
                    gewijzigd_door_id=one.gewijzigd_door_id,
                    **values,
                )
            )
    for declaration in content.declarations_of(source):
        db.session.add(
            StapVerklaring(
                plan_id=target.id,
                step_key=declaration.step_key,
                reden=declaration.reden,
                door_id=declaration.door_id,
                op=declaration.op,
            )
        )
    _copy_bijlagen(source, target)


def _copy_bijlagen(source: Plan, target: Plan) -> None:
    query = select(Bijlage).where(Bijlage.plan_id == source.id, Bijlage.verwijderd_op.is_(None))
    for one in db.session.scalars(query):
        db.session.add(
            Bijlage(
                plan_id=target.id,
                naam=one.naam,
                bestandsnaam=one.bestandsnaam,
                soort=one.soort,
                grootte=one.grootte,
                sha256=one.sha256,
                inhoud=one.inhoud,
                toegevoegd_op=clock.now(),
                toegevoegd_door_id=one.toegevoegd_door_id,
            )
        )
