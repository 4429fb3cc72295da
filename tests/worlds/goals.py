"""A small world of goals: a plan in force with one that has a planned path and one without figures, asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from forms.national import Soort, newest
from forms.spec import Kind
from portal.domain.sheet.goals import goal_ids
from portal.extensions import db
from portal.models import Antwoordblad, Plan, Regio, Uitvraag, User
from portal.services.plan import rows
from portal.services.sheet import goals
from portal.services.sheet.content import as_content, load
from portal.services.sheet.goals import GoalValues
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_plan, make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_sheet_ready

# From 300 to 200 in a hundred days: 250 is planned for 20 February.
FALLING = {
    "tekst": "De instroom daalt.",
    "indicator": "Instroom per maand",
    "nulwaarde": "300",
    "peildatum": "1-1-2024",
    "streefwaarde": "200",
    "einddatum": "10-4-2024",
    "eenheid": "cliënten",
}


@dataclass(frozen=True)
class GoalWorld:
    """The sheet of Q1 of a plan with two goals, and who answers it; of Q4 only the first goal was told ("290")."""

    plan: Plan
    anna: User
    blad: Antwoordblad

    @property
    def ids(self) -> list[int]:
        """The ids of the goals: the one with a path, then the national one, that has no figures in this plan."""
        return ids_of_goals(self.blad)[::-1]

    def say(self, number: int, values: GoalValues, *, base: int = 0, door: User | None = None) -> None:
        """Say where a goal stands."""
        actor = (door or self.anna).actor
        goals.save_goal(self.blad, self.ids[number], values, base_revision=base, actor=actor)
        db.session.flush()


def make_plan_with_goals(*regios: Regio, goals_of: Sequence[dict[str, str]] = (FALLING,)) -> Plan:
    """A plan that is vastgesteld, with these goals behind the national one, that every plan has."""
    plan = make_plan(*(regios or [make_regio()]))
    actor = make_contact(plan.regios[0]).actor
    for values in goals_of:
        rows.add_row(plan, Kind.DOELSTELLINGEN, {"smart": "", **values}, actor=actor)
    return make_vastgesteld(plan)


def ids_of_goals(blad: Antwoordblad) -> list[int]:
    """The ids of the goals on a sheet, in order."""
    return list(goal_ids(as_content(blad, load(blad))))


def make_round_of_goals(naam: str, opent_op: date | None = None, **options: Any) -> Uitvraag:
    """A round of the newest edition, that asks where the goals stand."""
    return make_uitvraag(naam=naam, opent_op=opent_op, edition=newest(Soort.PROGRESS).key, **options)


@kept
def make_goal_world() -> GoalWorld:
    """See the fields."""
    plan = make_plan_with_goals(make_regio("Proefstreek"))
    anna = make_contact(plan.regios[0], naam="Anna Proef")
    before = GoalWorld(
        plan, anna, make_blad(make_round_of_goals("Kwartaaluitvraag Q4 2023", date(2024, 1, 1)), plan=plan)
    )
    before.say(0, GoalValues("290", "20-1-2024"))
    hand_in(make_sheet_ready(before.blad, anna), anna)
    return GoalWorld(plan, anna, make_blad(make_round_of_goals("Kwartaaluitvraag Q1 2024"), plan=plan))
