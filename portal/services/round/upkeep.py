"""Rounds that open by themselves on the day that was planned. Nothing closes by itself: a coördinator does that."""

from __future__ import annotations

from sqlalchemy import Select, select

from portal.domain import clock
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Uitvraag
from portal.services.round import lock, rounds


def open_due_rounds() -> int:
    """Open every planned round whose day has come; commits after each. Returns how many it opened.

    A round that can't open (no questions, a deadline that passed) stays planned; its page says why.
    """
    return sum(_open(uitvraag) for uitvraag in db.session.scalars(_due()).all())


def _due() -> Select[Uitvraag]:
    return (
        select(Uitvraag)
        .where(Uitvraag.status == UitvraagStatus.GEPLAND, Uitvraag.opent_op <= clock.today())
        .order_by(Uitvraag.opent_op, Uitvraag.id)
    )


def _open(uitvraag: Uitvraag) -> bool:
    """Open one round, unless another process or a person was first."""
    lock.lock_round(uitvraag)
    is_due = uitvraag.status is UitvraagStatus.GEPLAND and uitvraag.opent_op <= clock.today()
    opens = is_due and not rounds.why_not_open_now(uitvraag)
    if opens:
        rounds.open_round(uitvraag, actor=None)
    db.session.commit()
    return opens
