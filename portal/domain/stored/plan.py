"""What is stored of plans: what was submitted or read along, the countable part, and rows as they were before."""

from __future__ import annotations

from typing import Any

from forms.figures import Comparison
from forms.goals import CountsClients
from portal.domain.plan import readings
from portal.domain.plan.states import ActieVorm, VensterBron
from portal.domain.stored.format import ByParts, Record, StoredFormat, Version


class StoredRegio(Record):
    """A region as it was called then."""

    id: int
    code: str
    naam: str


class PartijFields(Record):
    """What people fill in of a party."""

    naam: str
    soort: str


class ReadWindow(Record):
    """A period that was read in words; days in ISO form, an open side is None."""

    van: str | None
    tot: str | None


class ReadFigure(Record):
    """An amount that was read in words: numbers as text, an open side is None."""

    van: str | None
    tot: str | None
    vergelijking: Comparison
    ongeveer: bool
    eenheid: str
    periode: ReadWindow | None


class GoalReading(Record):
    """What was read in the figures and dates of a goal."""

    nulwaarde: list[ReadFigure]
    peildatum: ReadWindow | None
    streefwaarde: list[ReadFigure]
    einddatum: ReadWindow | None


class WordedGoalFields(Record):
    """A goal of version 2: nobody said whether its indicator counts clients."""

    tekst: str
    indicator: str
    nulwaarde: str
    peildatum: str
    streefwaarde: str
    eenheid: str
    einddatum: str
    smart: str
    gelezen: GoalReading


class DoelstellingFields(WordedGoalFields):
    """What people fill in of a goal, as they typed it, and what was read in it."""

    telt_clienten: CountsClients


class NumberedGoalFields(Record):
    """A goal of version 1, that took numbers and days only: days in ISO form, numbers as text."""

    tekst: str
    indicator: str
    nulwaarde: str | None
    peildatum: str | None
    streefwaarde: str | None
    eenheid: str
    einddatum: str | None
    smart: str


class ActieFields(Record):
    """What people fill in of an action or a heading."""

    vorm: ActieVorm
    paragraaf: str
    omschrijving: str
    verantwoordelijke: str
    tijdslijn: str
    venster_van: str | None
    venster_tot: str | None
    venster_bron: VensterBron
    themas: list[str]
    is_mijlpaal: bool


class MijlpaalFields(Record):
    """What people fill in of a milestone."""

    activiteit: str
    mijlpaal: str
    tijdslijn: str
    venster_van: str | None
    venster_tot: str | None
    venster_bron: VensterBron


class StoredPartij(PartijFields):
    """A party in a plan."""

    id: int


class StoredDoelstelling(DoelstellingFields):
    """A goal in a plan."""

    id: int
    landelijk: bool


class StoredWordedGoal(WordedGoalFields):
    """A goal in a plan of version 2."""

    id: int
    landelijk: bool


class StoredNumberedGoal(NumberedGoalFields):
    """A goal in a plan of version 1."""

    id: int
    landelijk: bool


class StoredActie(ActieFields):
    """An action in a plan, or in an answer sheet as the plan had it."""

    id: int


class StoredMijlpaal(MijlpaalFields):
    """A milestone in a plan."""

    id: int


class BijlageName(Record):
    """A file that went with the plan."""

    id: int
    naam: str
    bestandsnaam: str
    sha256: str


class PlanContent(Record):
    """A plan as it was submitted, or the steps of it that were shown. Answers and reasons by their key."""

    edition: str
    naam: str
    regios: list[StoredRegio]
    answers: dict[str, str]
    partijen: list[StoredPartij]
    doelstellingen: list[StoredDoelstelling]
    acties: list[StoredActie]
    mijlpalen: list[StoredMijlpaal]
    volgt_later: dict[str, str]
    bijlagen: list[BijlageName]


class NumberedPlanContent(Record):
    """A plan of version 1."""

    edition: str
    naam: str
    regios: list[StoredRegio]
    answers: dict[str, str]
    partijen: list[StoredPartij]
    doelstellingen: list[StoredNumberedGoal]
    acties: list[StoredActie]
    mijlpalen: list[StoredMijlpaal]
    volgt_later: dict[str, str]
    bijlagen: list[BijlageName]


class WordedPlanContent(Record):
    """A plan of version 2."""

    edition: str
    naam: str
    regios: list[StoredRegio]
    answers: dict[str, str]
    partijen: list[StoredPartij]
    doelstellingen: list[StoredWordedGoal]
    acties: list[StoredActie]
    mijlpalen: list[StoredMijlpaal]
    volgt_later: dict[str, str]
    bijlagen: list[BijlageName]


class PlanFacts(Record):
    """The closed answers and counts of a submission, for lists."""

    projectstructuur: str
    doelgroepen: list[str]
    partijsoorten: list[str]
    acties: int
    doelstellingen: int
    mijlpalen: int
    volgt_later: list[str]


def _goal_in_words(row: dict[str, Any]) -> dict[str, Any]:
    """A goal of version 1, as somebody would type the same numbers and days."""
    numbers = {name: readings.of_number(row[name]) for name in readings.FIGURES}
    days = {name: readings.of_day(row[name]) for name in readings.DATES}
    found = {**numbers, **days}
    return {
        **row,
        **{name: words for name, (words, _) in found.items()},
        "gelezen": {name: reading for name, (_, reading) in found.items()},
    }


def _goals_in_words(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [_goal_in_words(row) for row in rows]


def _row_in_words(row: dict[str, Any]) -> dict[str, Any]:
    return _goal_in_words(row) if "streefwaarde" in row else row


def goals_not_said(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Goals of before it was asked whether they count clients."""
    return [{**row, "telt_clienten": CountsClients.NOT_SAID.value} for row in rows]


def _row_not_said(row: dict[str, Any]) -> dict[str, Any]:
    return goals_not_said([row])[0] if "streefwaarde" in row else row


PLAN_CONTENT = StoredFormat(
    "plan_inhoud",
    (
        Version(NumberedPlanContent, ByParts({"doelstellingen": _goals_in_words})),
        Version(WordedPlanContent, ByParts({"doelstellingen": goals_not_said})),
        Version(PlanContent),
    ),
)


class TakenRow(Record):
    """A row that taking over changed, and the revision that it has since."""

    rij: int
    revisie: int


class RowsTaken(Record):
    """What taking over a file did to a list, to be undone: rows that came, changed, went and came back.

    The ids of the list in their order before and after; both empty when the order is what came of it by itself.
    """

    erbij: list[int]
    gewijzigd: list[TakenRow]
    eruit: list[TakenRow]
    terug: list[TakenRow]
    volgorde_voor: list[int]
    volgorde_na: list[int]


PLAN_FACTS = StoredFormat("plan_feiten", (Version(PlanFacts),))
PLAN_ROW_BEFORE = StoredFormat(
    "plan_regel_eerder",
    (
        Version((PartijFields, NumberedGoalFields, ActieFields, MijlpaalFields), _row_in_words),
        Version((PartijFields, WordedGoalFields, ActieFields, MijlpaalFields), _row_not_said),
        Version((PartijFields, DoelstellingFields, ActieFields, MijlpaalFields)),
    ),
)
GOAL_READING = StoredFormat("doelstelling_gelezen", (Version(GoalReading),))
ROWS_TAKEN = StoredFormat("rijen_overgenomen", (Version(RowsTaken),))
THEMES = StoredFormat("actie_themas", (Version(list[str]),))
READ_ALONG_STEPS = StoredFormat("meelezen_onderdelen", (Version(list[str]),))
