"""The plans of a round as a national report reads them: the submissions that its sheets are about, as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from exports.national.data import DoelstellingBeeld, MijlpaalBeeld
from exports.national.data import PlanBeeld as PlanData
from forms.national import edition
from forms.richtext import to_plain
from forms.spec import Kind, Question, QuestionRole
from portal.domain.plan import readings
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Namens
from portal.domain.sheet.small import Masking, small_figures
from portal.extensions import db
from portal.models import Indiening, Plan, PlanVersie
from portal.models.plan.plan import names_together
from portal.models.stored import part
from portal.services.report.gather.sheets import Sheet

_AT_A_TIME = 40
Row = Mapping[str, Any]


@dataclass(frozen=True)
class FrozenPlan:
    """What a report needs of a submission of a plan; the lists are rows of its snapshot."""

    id: int
    plan_id: int
    edition: str
    is_vastgesteld: bool
    ingediend_op: datetime
    namens: Namens
    feiten: Mapping[str, Any]
    acties: list[dict[str, Any]]
    doelstellingen: list[dict[str, Any]]
    mijlpalen: list[dict[str, Any]]


def plans_of(indiening_ids: Iterable[int]) -> Iterator[FrozenPlan]:
    """These submissions, in no order: one query, a few plans at a time. Submissions never change."""
    query = _PLANS.where(Indiening.id.in_(list(indiening_ids))).execution_options(yield_per=_AT_A_TIME)
    for row in db.session.execute(query):
        yield FrozenPlan(
            id=row.id,
            plan_id=row.plan_id,
            edition=row.edition,
            is_vastgesteld=row.status is VersieStatus.VASTGESTELD and row.nummer == row.geldige_indiening,
            ingediend_op=row.ingediend_op,
            namens=row.namens,
            feiten=row.feiten,
            acties=row.acties or [],
            doelstellingen=row.doelstellingen or [],
            mijlpalen=row.mijlpalen or [],
        )


# Only these parts of a snapshot: it also holds all long texts.
_PLANS = (
    select(
        Indiening.id,
        PlanVersie.plan_id,
        Plan.edition,
        PlanVersie.status,
        PlanVersie.geldige_indiening,
        Indiening.nummer,
        Indiening.ingediend_op,
        Indiening.namens,
        Indiening.feiten,
        part(Indiening.snapshot, Kind.ACTIES.value).label("acties"),
        part(Indiening.snapshot, Kind.DOELSTELLINGEN.value).label("doelstellingen"),
        part(Indiening.snapshot, Kind.MIJLPALEN.value).label("mijlpalen"),
    )
    .join(PlanVersie, Indiening.versie_id == PlanVersie.id)
    .join(Plan, PlanVersie.plan_id == Plan.id)
)


def actions_of(indiening_ids: Iterable[int]) -> dict[int, list[dict[str, Any]]]:
    """The rows of the action list of these submissions, by their id: one query."""
    query = select(Indiening.id, part(Indiening.snapshot, Kind.ACTIES.value).label("acties"))
    found = db.session.execute(query.where(Indiening.id.in_(list(indiening_ids))))
    return {row.id: row.acties or [] for row in found}


def plan_name(sheet: Sheet) -> str:
    """How the plan of a sheet was called in its round: by the regions for which it counted then."""
    return names_together(one.naam for one in sheet.regios)


def as_plan(plan: FrozenPlan, sheet: Sheet, consent: str) -> PlanData:
    """One plan with its closed facts in words; `consent`: how its sides agreed with it."""
    format_ = edition(plan.edition)
    structure = plan.feiten["projectstructuur"]
    return PlanData(
        id=plan.plan_id,
        naam=plan_name(sheet),
        regios=sheet.codes,
        status=(VersieStatus.VASTGESTELD if plan.is_vastgesteld else VersieStatus.INGEDIEND).label,
        ingediend_op=plan.ingediend_op,
        namens=plan.namens.value,
        projectstructuur="".join(_labels(format_.of_role(QuestionRole.STRUCTUUR), [structure] if structure else ())),
        doelgroepen=_labels(format_.of_role(QuestionRole.DOELGROEPEN), plan.feiten["doelgroepen"]),
        partijen=_labels(format_.of_kind(Kind.PARTIJEN), plan.feiten["partijsoorten"]),
        instemming=consent,
    )


def _labels(question: Question | None, keys: Iterable[str]) -> tuple[str, ...]:
    """The labels of these choices in the order of the format; a choice that it does not know comes last.

    `keys` are those under which they are counted.
    """
    if question is None:
        return ()
    order = {choice.counted: place for place, choice in enumerate(question.choices)}
    return tuple(question.choice_label(key) for key in sorted(keys, key=lambda key: (order.get(key, len(order)), key)))


def goals_of(plan: FrozenPlan, masking: Masking) -> Iterator[DoelstellingBeeld]:
    """The goals of a plan, in its order; of a small number of clients only that it is one."""
    for row in plan.doelstellingen:
        reading, words = row["gelezen"], {name: row[name] for name in (*readings.FIGURES, *readings.DATES)}
        for name in small_figures(masking.as_said_now(row), masking.threshold):
            reading, words = {**reading, name: []}, {**words, name: f"<{masking.threshold}"}
        yield DoelstellingBeeld(
            id=row["id"],
            plan_id=plan.plan_id,
            tekst=row["tekst"],
            landelijk=row["landelijk"],
            indicator=row["indicator"],
            nulwaarde=_number(reading, "nulwaarde"),
            peildatum=_last_day(reading, "peildatum"),
            streefwaarde=_number(reading, "streefwaarde"),
            eenheid=row["eenheid"],
            einddatum=_last_day(reading, "einddatum"),
            **{f"{name}_tekst": said for name, said in words.items()},
        )


def milestones_of(plan: FrozenPlan) -> Iterator[MijlpaalBeeld]:
    """The milestones of a plan, in its order; then the actions that it marks as a milestone, as its planning does."""
    for row in plan.mijlpalen:
        yield MijlpaalBeeld(row["id"], plan.plan_id, row["activiteit"], row["mijlpaal"], row["tijdslijn"], *window(row))
    for row in plan.acties:
        if row["is_mijlpaal"]:
            activity = f"{row['paragraaf']} {to_plain(row['omschrijving'])}".strip()
            yield MijlpaalBeeld(
                row["id"], plan.plan_id, activity, "Actie gereed", row["tijdslijn"], *window(row), is_actie=True
            )


def window(row: Row) -> tuple[date | None, date | None]:
    """The window of a vague timeline; open or absent is None."""
    return as_date(row["venster_van"]), as_date(row["venster_tot"])


def as_date(value: str | None) -> date | None:
    """A date of a snapshot."""
    return date.fromisoformat(value) if value else None


def _number(reading: readings.Reading, name: str) -> float | None:
    value = readings.value_of(reading, name)
    return float(value) if value is not None else None


def _last_day(reading: readings.Reading, name: str) -> date | None:
    window = readings.window_of(reading, name)
    return window.end if window else None
