"""Where the goals of the plans stand in a round, for a national report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from exports.national.data import DoelstandBeeld
from forms.goals import Verdict
from portal.domain.plan import readings
from portal.domain.sheet.goals import verdicts
from portal.domain.sheet.small import Masking, is_small_number, small_figures
from portal.services.filling.freezing import Content
from portal.services.report.gather.sheets import Sheet


def standings(sheet: Sheet, content: Content, masking: Masking) -> list[DoelstandBeeld]:
    """Each goal of what was handed in, in the order of the plan; small numbers of clients are not told."""
    return [
        _may_be_told(masking.as_said_now(goal), told, _standing(sheet, goal["id"], told, found), masking.threshold)
        for goal, told, found in verdicts(content)
    ]


def unanswered(sheet: Sheet, goals: Iterable[Mapping[str, Any]]) -> list[DoelstandBeeld]:
    """The goals of the plan of a sheet that gave no answer."""
    return [DoelstandBeeld(goal["id"], sheet.plan_id or 0, sheet.codes, sheet.stand) for goal in goals]


def wordless(found: Iterable[DoelstandBeeld]) -> Iterator[DoelstandBeeld]:
    """Only how each goal lay: of a round before, of which the words and numbers stand in its own report."""
    for one in found:
        yield DoelstandBeeld(
            one.id, one.plan_id, one.regios, one.stand, one.ligging, one.reden, one.geen_pad, verborgen=one.verborgen
        )


def _may_be_told(
    goal: Mapping[str, Any], told: Mapping[str, Any] | None, found: DoelstandBeeld, threshold: int
) -> DoelstandBeeld:
    """What of it goes in a report: of a small number of clients nothing that tells which number it is.

    The one place where that is decided; where it lies would tell, with the plan beside it.
    """
    figures = readings.figures_of(told["gelezen"], readings.ACTUAL) if told else ()
    if not is_small_number(goal, figures, threshold):
        # What was planned lies on a straight line between start and aim: two points of it tell both.
        return replace(found, gepland=None) if small_figures(goal, threshold) else found
    return DoelstandBeeld(
        found.id,
        found.plan_id,
        found.regios,
        found.stand,
        peildatum=found.peildatum,
        peildatum_tekst=found.peildatum_tekst,
        verborgen=True,
    )


def _standing(sheet: Sheet, doel_id: int, told: Mapping[str, Any] | None, found: Verdict) -> DoelstandBeeld:
    return DoelstandBeeld(
        doel_id,
        sheet.plan_id or 0,
        sheet.codes,
        sheet.stand,
        ligging=found.lies.value if found.lies else "",
        reden=found.why.value if found.why else "",
        geen_pad=found.no_path.value if found.no_path else "",
        waarde=float(found.value) if found.value is not None else None,
        waarde_tekst=told["waarde"] if told else "",
        peildatum=found.day,
        peildatum_tekst=told["peildatum"] if told else "",
        gepland=round(float(found.planned), 2) if found.planned is not None else None,
        toelichting=told["toelichting"] if told else "",
    )
