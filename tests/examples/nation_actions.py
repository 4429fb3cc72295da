"""The actions of the example report: which ones the plans have, and how they went. All invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from exports.national.data import ActieBeeld, PlanBeeld, Stand
from tests.examples.nation_said import ACTIE_TEKSTEN
from tests.examples.nation_texts import TOELICHTING_STATUS

# How the actions went, in turn.
_STATUSSEN = ("op_schema", "op_schema", "niet_gestart", "op_schema", "afgerond", "aandacht", "op_schema", "afgerond")
_TRAJECT = ("Q2 2024", "In de loop van 2024", "Eind 2024", "Continu", "Begin 2025")
_TREKKERS = ("Gemeenten", "Zorgkantoor", "Gemeenten, zorgaanbieders, zorgkantoor", "Werkgroep toegang")


def example_acties(plannen: tuple[PlanBeeld, ...]) -> tuple[ActieBeeld, ...]:
    """Nine to eleven actions per plan, most with one theme; some not coded yet, one that no theme fits."""
    made: list[ActieBeeld] = []
    for plan in plannen:
        for number in range(1, 10 + plan.id % 3):
            made.append(_actie(len(made), number, plan))
    return tuple(made)


def _actie(index: int, number: int, plan: PlanBeeld) -> ActieBeeld:
    tekst, codes = ACTIE_TEKSTEN[index * 5 % len(ACTIE_TEKSTEN)]
    uncoded, fits_none = index % 41 == 7, index == 30
    return ActieBeeld(
        id=1000 + index,
        plan_id=plan.id,
        regios=plan.regios,
        stand=Stand.BEANTWOORD,
        codes=() if uncoded or fits_none else codes,
        gecodeerd=not uncoded,
        codering_oud=index % 67 == 11,
        blad_id=100 + plan.id,
        paragraaf=f"5{'abc'[(number - 1) // 4]}.{(number - 1) % 4 + 1}",
        omschrijving=tekst,
        verantwoordelijke=_TREKKERS[index % len(_TREKKERS)],
        tijdslijn=_TRAJECT[index % len(_TRAJECT)],
        venster_van=date(2024, 4, 1) if index % len(_TRAJECT) == 0 else None,
        venster_tot=date(2024, 6, 30) if index % len(_TRAJECT) == 0 else None,
    )


def with_answer(actie: ActieBeeld, index: int, stand: Stand) -> ActieBeeld:
    """The action with what was told of it in this round; of one in nineteen nothing was filled in."""
    if stand is not Stand.BEANTWOORD or index % 19 == 4:
        return replace(actie, stand=stand)
    status = "gestopt" if index % 37 == 5 else _STATUSSEN[(index * 3 + index // 8) % len(_STATUSSEN)]
    return replace(actie, status=status, toelichting=TOELICHTING_STATUS.get(status, ""))
