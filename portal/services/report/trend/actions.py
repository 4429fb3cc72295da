"""All actions over rounds: windows that moved, and how each went. A fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select

from exports.national.trend.actions import NU, ActieInPlan, ActieVerloop, Gezien, over_rounds
from forms.codes import CodeSoort
from portal.models import PlanRegio, Regio
from portal.plain import plain_rows
from portal.services.plan.in_force import submissions_in_force
from portal.services.regios import name_key
from portal.services.report.trend.said import SaidOverRounds, said_over_rounds
from portal.services.report.trend.windows import actions_in, origins

_REGIONS_OF_PLANS = select(PlanRegio.plan_id, Regio.code, Regio.naam).join(Regio, PlanRegio.regio_id == Regio.id)


@dataclass(frozen=True)
class ActieRegel:
    """An action over rounds, with the names of its regions and the ids of its themes."""

    verloop: ActieVerloop
    regios: tuple[str, ...]
    codes: tuple[int, ...]


@dataclass(frozen=True)
class ActionsOverRounds:
    """All actions by their regions, with the names of the rounds. `statussen` are labels by key."""

    rondes: tuple[str, ...]
    acties: tuple[ActieRegel, ...]
    statussen: Mapping[str, str]
    themas: Mapping[int, str]

    @property
    def verschoven(self) -> int:
        """How many moved in time."""
        return sum(one.verloop.is_verschoven for one in self.acties)


def actions_over_rounds() -> ActionsOverRounds:
    """Every action of the last rounds and of the plans in force."""
    said = said_over_rounds(CodeSoort.ACTIES)
    in_force, namen = _plans_now(said)
    plans = actions_in({one for found in (*said.plannen, in_force) for one in found})
    seen = [_acties(found, plans) for found in (*said.plannen, in_force)]
    gezien = [
        *(
            Gezien(one.naam, acties, {text.id: text.stand for text in one.teksten[CodeSoort.ACTIES.value]})
            for one, acties in zip(said.rondes, seen, strict=False)
        ),
        Gezien(NU, seen[-1]),
    ]
    regios = _regions_of((*said.plannen, in_force), plans)
    found = [
        ActieRegel(
            one,
            tuple(sorted((namen[code] for code in regios[one.actie.id]), key=name_key)),
            said.book.codes_of_action(one.actie.id) or (),
        )
        for one in over_rounds(gezien, origins())
    ]
    found.sort(key=lambda one: [name_key(naam) for naam in one.regios])
    themas = {one.id: one.naam for one in said.book.codes if one.soort == CodeSoort.ACTIES.value}
    return ActionsOverRounds(tuple(one.naam for one in said.rondes), tuple(found), said.statussen, themas)


_Plans = Mapping[int, tuple[ActieInPlan, ...]]
_Regions = Mapping[int, tuple[str, ...]]


def _plans_now(said: SaidOverRounds) -> tuple[_Regions, dict[str, str]]:
    """The plans in force with the codes of their regions, and the name of every region by its code."""
    regios: dict[int, list[str]] = defaultdict(list)
    for row in plain_rows(_REGIONS_OF_PLANS):
        regios[row.plan_id].append(row.code)
    in_force = {row.id: tuple(regios[row.plan_id]) for row in submissions_in_force() if regios[row.plan_id]}
    return in_force, {one.code: one.naam for one in said.regios.alle}


def _acties(found: _Regions, plans: _Plans) -> dict[int, ActieInPlan]:
    return {actie.id: actie for indiening_id in found for actie in plans[indiening_id]}


def _regions_of(over: Iterable[_Regions], plans: _Plans) -> dict[int, tuple[str, ...]]:
    """The regions of each action as they were in the newest plan that has it; the oldest plans come first."""
    return {actie.id: codes for found in over for indiening_id, codes in found.items() for actie in plans[indiening_id]}
