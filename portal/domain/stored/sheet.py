"""What is stored of rounds and answer sheets: own questions, what was handed in, counted, sent back or changed."""

from __future__ import annotations

from typing import Any

from forms.goals import CountsClients
from portal.domain.stored.format import ByParts, Record, StoredFormat, Version
from portal.domain.stored.plan import (
    GoalReading,
    ReadFigure,
    ReadWindow,
    StoredActie,
    StoredRegio,
    goals_not_said,
)


class OwnChoice(Record):
    """An answer to choose from."""

    key: str
    label: str


class OwnQuestion(Record):
    """One of the coördinator's own questions. `kind` is a value of forms.spec.Kind."""

    key: str
    label: str
    kind: str
    required: bool = False
    guidance: str = ""
    choices: list[OwnChoice] = []


class RoundName(Record):
    """The round of a sheet."""

    id: int
    naam: str


class PlanOfSheet(Record):
    """The plan in force of which a sheet lists the actions."""

    plan_id: int
    indiening_id: int
    ingediend_op: str
    is_vastgesteld: bool


class ProgressDiffering(Record):
    """How an action goes in one region of a joint plan, where that is otherwise."""

    status: str
    toelichting: str


class Progress(Record):
    """How an action goes; `gelijk_aan` is the round it was carried over from, `afwijkingen` by code of the region."""

    status: str
    toelichting: str
    gelijk_aan: str
    afwijkingen: dict[str, ProgressDiffering]


class SharedProgress(Record):
    """The progress of version 1: the same in all regions."""

    status: str
    toelichting: str
    gelijk_aan: str


class Regel(Record):
    """A success, a lesson or an expectation; `regio_code` "" counts for all regions."""

    id: int
    tekst: str
    aan: str
    regio_code: str


class Regels(Record):
    """The lists of a sheet."""

    successen: list[Regel]
    lessen: list[Regel]
    verwachtingen: list[Regel]


class ActualReading(Record):
    """What was read in where an indicator stands, and of which day that is."""

    waarde: list[ReadFigure]
    peildatum: ReadWindow | None


class WordedGoalOfSheet(Record):
    """A goal of version 4: nobody said whether its indicator counts clients."""

    id: int
    landelijk: bool
    tekst: str
    indicator: str
    nulwaarde: str
    peildatum: str
    streefwaarde: str
    eenheid: str
    einddatum: str
    gelezen: GoalReading


class GoalOfSheet(WordedGoalOfSheet):
    """A goal of the plan in force of which a sheet asks where it stands, as the plan had it."""

    telt_clienten: CountsClients


class ActualOfGoal(Record):
    """Where the indicator of a goal stands, as typed, and what was read in it."""

    waarde: str
    peildatum: str
    weet_niet: bool
    toelichting: str
    gelezen: ActualReading


class SheetContent(Record):
    """A sheet as it was handed in. Progress by the id of the action, answers that differ by the code of the region.

    `niet_gesteld`: the onderdelen of the edition that the round did not ask. `doelstanden` by the id of the goal.
    """

    edition: str
    uitvraag: RoundName
    extra_vragen: list[OwnQuestion]
    niet_gesteld: list[str]
    naam: str
    regios: list[StoredRegio]
    plan: PlanOfSheet | None
    acties: list[StoredActie]
    doelen: list[GoalOfSheet]
    voortgang: dict[str, Progress]
    doelstanden: dict[str, ActualOfGoal]
    answers: dict[str, str]
    afwijkingen: dict[str, dict[str, str]]
    regels: Regels


class WordedSheetContent(Record):
    """A sheet of version 4."""

    edition: str
    uitvraag: RoundName
    extra_vragen: list[OwnQuestion]
    niet_gesteld: list[str]
    naam: str
    regios: list[StoredRegio]
    plan: PlanOfSheet | None
    acties: list[StoredActie]
    doelen: list[WordedGoalOfSheet]
    voortgang: dict[str, Progress]
    doelstanden: dict[str, ActualOfGoal]
    answers: dict[str, str]
    afwijkingen: dict[str, dict[str, str]]
    regels: Regels


class SheetWithoutGoals(Record):
    """A sheet of version 3: no round asked where the goals stand."""

    edition: str
    uitvraag: RoundName
    extra_vragen: list[OwnQuestion]
    niet_gesteld: list[str]
    naam: str
    regios: list[StoredRegio]
    plan: PlanOfSheet | None
    acties: list[StoredActie]
    voortgang: dict[str, Progress]
    answers: dict[str, str]
    afwijkingen: dict[str, dict[str, str]]
    regels: Regels


class WholeSheetContent(Record):
    """A sheet of version 2: every round asked the whole edition."""

    edition: str
    uitvraag: RoundName
    extra_vragen: list[OwnQuestion]
    naam: str
    regios: list[StoredRegio]
    plan: PlanOfSheet | None
    acties: list[StoredActie]
    voortgang: dict[str, Progress]
    answers: dict[str, str]
    afwijkingen: dict[str, dict[str, str]]
    regels: Regels


class SharedSheetContent(Record):
    """A sheet of version 1."""

    edition: str
    uitvraag: RoundName
    extra_vragen: list[OwnQuestion]
    naam: str
    regios: list[StoredRegio]
    plan: PlanOfSheet | None
    acties: list[StoredActie]
    voortgang: dict[str, SharedProgress]
    answers: dict[str, str]
    afwijkingen: dict[str, dict[str, str]]
    regels: Regels


class SheetFacts(Record):
    """The countable part of a submission. `afstemming` and `doel` by region, `verwachtingen` by party."""

    afstemming: dict[str, str]
    doel: dict[str, str]
    acties: dict[str, int]
    aantal_acties: int
    successen: int
    lessen: int
    verwachtingen: dict[str, int]


class AnswerBefore(Record):
    """An answer before it was changed."""

    text: str


class ProgressBefore(Record):
    """The progress of an action before it was changed."""

    status: str
    toelichting: str
    gelijk_aan_id: int | None


class ActualBefore(Record):
    """Where a goal stood before that was changed."""

    waarde: str
    peildatum: str
    weet_niet: bool
    toelichting: str


class RegelBefore(Record):
    """A row of a list before it was changed."""

    tekst: str
    aan: str
    regio_id: int | None


def _same_in_all_regions(progress: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {actie_id: {**one, "afwijkingen": {}} for actie_id, one in progress.items()}


SHEET_CONTENT = StoredFormat(
    "blad_inhoud",
    (
        Version(SharedSheetContent, ByParts({"voortgang": _same_in_all_regions})),
        Version(WholeSheetContent, ByParts({}, {"niet_gesteld": list})),
        Version(SheetWithoutGoals, ByParts({}, {"doelen": list, "doelstanden": dict})),
        Version(WordedSheetContent, ByParts({"doelen": goals_not_said})),
        Version(SheetContent),
    ),
)
SHEET_FACTS = StoredFormat("blad_feiten", (Version(SheetFacts),))
SHEET_BEFORE = StoredFormat(
    "blad_eerder",
    (
        # Nobody changed where a goal stood.
        Version((AnswerBefore, ProgressBefore, RegelBefore), lambda value: value),
        Version((AnswerBefore, ProgressBefore, RegelBefore, ActualBefore)),
    ),
)
ACTUAL_READING = StoredFormat("doelstand_gelezen", (Version(ActualReading),))
OWN_QUESTIONS = StoredFormat("eigen_vragen", (Version(list[OwnQuestion]),))
REMINDER_DAYS = StoredFormat("herinner_dagen", (Version(list[int]),))
# The ids of the regions that a round is for; none: all of them.
ASKED_REGIONS = StoredFormat("gevraagde_regios", (Version(list[int]),))
