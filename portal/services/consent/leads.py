"""How far each side of each region of a plan is: who agreed to its text of now, or who allowed it without."""

from __future__ import annotations

from portal.domain.consent.leads import Kant, KantStand
from portal.domain.roles import Namens
from portal.models import Instemming, Plan
from portal.services.consent import register, waivers


def stands(plan: Plan, mark: str, rows: list[Instemming] | None = None) -> list[KantStand]:
    """Every side of the plan against the text with this checksum."""
    found = _by_side(register.of_plan(plan) if rows is None else rows)
    allowed = waivers.by_side(plan.versie)
    return [_stand(kant, found.get(kant.place), allowed.get(kant.place, ""), mark) for kant in register.sides(plan)]


def _by_side(rows: list[Instemming]) -> dict[tuple[int, Namens], Instemming]:
    return {(one.regio_id, one.namens): one for one in rows if one.regio_id is not None and one.namens is not None}


def _stand(kant: Kant, row: Instemming | None, vrijgesteld_door: str, mark: str) -> KantStand:
    said = row.antwoord if row else None
    if row is None or said is None or not said.stand.agrees:
        return KantStand(kant, vrijgesteld_door=vrijgesteld_door)
    if said.tekst.checksum != mark:
        return KantStand(kant, "", row.reserved_until, vrijgesteld_door, said.persoon)
    return KantStand(kant, said.persoon, said.voorbehoud_tot, vrijgesteld_door)
