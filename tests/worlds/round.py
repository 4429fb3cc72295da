"""A round and its answer sheets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from portal.domain import clock
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladRegio, Plan, Regio, Uitvraag
from portal.services.plan.in_force import plan_in_force
from tests.editions import ASKED
from tests.worlds.rows import added, numbers


def make_uitvraag(
    *,
    status: UitvraagStatus = UitvraagStatus.OPEN,
    naam: str | None = None,
    opent_op: date | None = None,
    deadline: date | None = None,
    edition: str = ASKED.key,
    extra_vragen: Sequence[dict[str, object]] = (),
) -> Uitvraag:
    """A round with this status and no sheets, opened ten days ago with its deadline in twenty days."""
    opent_op = opent_op or clock.today() - timedelta(days=10)
    return added(
        Uitvraag(
            naam=naam or f"Uitvraag {next(numbers)}",
            edition=edition,
            periode_van=opent_op - timedelta(days=90),
            periode_tot=opent_op,
            opent_op=opent_op,
            deadline=deadline or opent_op + timedelta(days=30),
            extra_vragen=list(extra_vragen),
            herinner_dagen=[7, 1, -1, -7],
            status=status,
            status_sinds=clock.now(),
        )
    )


def make_blad(uitvraag: Uitvraag, *regios: Regio, plan: Plan | None = None) -> Antwoordblad:
    """An answer sheet for these regions (none given: those of the plan) about the plan in force."""
    in_force = plan_in_force(plan) if plan else None
    blad = added(
        Antwoordblad(
            uitvraag_id=uitvraag.id,
            plan_id=plan.id if plan else None,
            plan_indiening_id=in_force.indiening.id if in_force else None,
            status_sinds=clock.now(),
        )
    )
    blad.blad_regios = [
        BladRegio(uitvraag_id=uitvraag.id, regio_id=regio.id, regio=regio)
        for regio in regios or (plan.regios if plan else ())
    ]
    db.session.flush()
    db.session.refresh(blad)
    return blad
