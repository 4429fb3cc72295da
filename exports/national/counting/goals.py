"""What the plans aim for together: the national goals that have a number, added up per month, from and to.

A plan counts once, also when regions share it. How many regions gave no number is told beside it. Source: the national
targets of the programme, ca. 300 → fewer than 240 → ca. 100 clients a month.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exports.national.counting.tally import by_key
from exports.national.data import DoelstellingBeeld, RapportData
from exports.national.tree import Aard, Waarde
from forms.dutch.numbers import dutch_number

LANDELIJK_NAAR = 100
LANDELIJK = (("uitgangspunt", "ca. 300"), ("eerste kwartaal van 2024", "minder dan 240"), ("daarna", "ca. 100"))
# Numbers of clients of fewer plans could be told apart from their sum.
FEWEST_PLANS = 3
_PER_MONTH = ("per maand", "maandelijks")


@dataclass(frozen=True)
class _Sum:
    van: float
    naar: float
    plannen: int
    regios: frozenset[str]


def together(data: RapportData) -> dict[str, Waarde]:
    """What the goals add up to, and of how many regions; {} while too few plans have a number."""
    found = _sum(data)
    if found.plannen < FEWEST_PLANS:
        return {}
    met = tuple(one.code for one in data.beeld.regios if one.code in found.regios)
    zonder = tuple(one.code for one in data.beeld.regios if one.plan_id is not None and one.code not in found.regios)
    return by_key(
        _value("doelen_van", "Instroom per maand waarvan de doelen met een getal uitgaan, opgeteld.", found.van, met),
        _value(
            "doelen_naar", "Instroom per maand waar de doelen met een getal naartoe gaan, opgeteld.", found.naar, met
        ),
        _value("doelen_met_getal", "Regio’s met een landelijk doel dat van en naar een getal gaat.", len(met), met),
        _value("doelen_zonder_getal", "Regio’s met een plan zonder zo’n getal.", len(zonder), zonder),
    )


def _sum(data: RapportData) -> _Sum:
    goals = _one_per_plan(data.doelstellingen)
    regios = {plan.id: plan.regios for plan in data.plannen}
    return _Sum(
        sum(one.nulwaarde or 0 for one in goals.values()),
        sum(one.streefwaarde or 0 for one in goals.values()),
        len(goals),
        frozenset(code for plan_id in goals for code in regios.get(plan_id, ())),
    )


def _one_per_plan(goals: Iterable[DoelstellingBeeld]) -> dict[int, DoelstellingBeeld]:
    """The first national goal of each plan that goes from a number to a number of clients a month."""
    found: dict[int, DoelstellingBeeld] = {}
    for one in goals:
        if one.landelijk and one.nulwaarde is not None and one.streefwaarde is not None and _is_a_month(one):
            found.setdefault(one.plan_id, one)
    return found


def _is_a_month(goal: DoelstellingBeeld) -> bool:
    """True for numbers a month; one that says another period is not added up with them."""
    said = f"{goal.eenheid} {goal.indicator} {goal.tekst}".casefold()
    return any(one in said for one in _PER_MONTH)


def _value(sleutel: str, uitleg: str, number: float, regios: tuple[str, ...]) -> Waarde:
    whole = round(number)
    return Waarde(sleutel, uitleg, dutch_number(whole), whole, regios, aard=Aard.EENMALIG)
