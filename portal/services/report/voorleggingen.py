"""The texts of a report that were put before the kerngroep, by the fingerprints of their chapters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256

from sqlalchemy import select

from exports.national.states import ChapterState, changed_since, from_stored
from portal.domain import clock
from portal.extensions import db
from portal.models import Rapport, RapportVoorlegging


def keep(rapport: Rapport, states: Sequence[ChapterState]) -> None:
    """Write down the text that is put before the kerngroep now."""
    db.session.add(
        RapportVoorlegging(
            rapport_id=rapport.id,
            nummer=rapport.voorlegging,
            op=clock.now(),
            vinger=sha256("".join(one.vinger for one in states).encode()).hexdigest(),
            hoofdstukken=[asdict(one) for one in states],
        )
    )
    db.session.flush()


def texts_of(rapport: Rapport) -> dict[int, RapportVoorlegging]:
    """The texts that were put before the kerngroep, by how manieth it was; of before this was kept there is none."""
    query = select(RapportVoorlegging).where(RapportVoorlegging.rapport_id == rapport.id)
    return {one.nummer: one for one in db.session.scalars(query)}


def vinger_of(rapport: Rapport) -> str | None:
    """The fingerprint of the text that lies before the kerngroep; None when that was put there before this was kept."""
    here = db.session.get(RapportVoorlegging, (rapport.id, rapport.voorlegging))
    return here.vinger if here else None


def moment_of(text: RapportVoorlegging | None) -> datetime | None:
    """When a text was put before the kerngroep."""
    return text.op if text else None


def changed(then: RapportVoorlegging, states: Sequence[ChapterState]) -> tuple[str, ...]:
    """How the chapters are called that read otherwise than they did then."""
    return changed_since(from_stored(then.hoofdstukken), states)
