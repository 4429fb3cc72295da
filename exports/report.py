"""What the national exporters get: plain values that were counted once, never a database row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from forms.dutch.words import listed, one_or_many

# More names than these would make the one sentence on top a list.
MOST_NAMES = 5


@dataclass(frozen=True)
class RoundLine:
    """How the answer of one region stands in the round that is open. `dagen` counts only while it is awaited."""

    status: str
    status_key: str
    deadline: date
    dagen: int | None = None
    is_asked: bool = True
    is_answered: bool = False
    blad_id: int | None = None


@dataclass(frozen=True)
class PlanLine:
    """One region in the national overview. Regions of a joint plan each have a line and share the plan.

    `status` is a label; `ingediend_op` is empty while nothing was submitted. Counts come from the submission and are
    None while there is none: not submitted is not zero. `dagen` is how far the deadline is (past: below nought), and
    None when nothing is awaited from the region; `wacht_dagen` is how long a submission waits for a decision.
    """

    regio: str
    regio_code: str
    plan_naam: str
    status: str
    status_key: str
    deadline: date | None = None
    ingediend_op: datetime | None = None
    namens: str = ""
    projectstructuur: str = ""
    aantal_acties: int | None = None
    aantal_doelstellingen: int | None = None
    plan_id: int | None = None
    regio_id: int = 0
    dagen: int | None = None
    wacht_dagen: int | None = None
    opgepakt_door: str = ""
    opgepakt_door_id: int | None = None
    meelezen: bool = False
    antwoord: RoundLine | None = None
    tegel: tuple[int, int] | None = None

    @property
    def is_joint(self) -> bool:
        """True when the plan counts for other regions too."""
        return bool(self.plan_naam) and self.plan_naam != self.regio

    @property
    def is_submitted(self) -> bool:
        """True when the region has submitted a plan."""
        return self.ingediend_op is not None


@dataclass(frozen=True)
class OpenRound:
    """A round that is open now."""

    id: int
    naam: str
    deadline: date


@dataclass(frozen=True)
class NationalCount:
    """Where the country stands, in numbers and in the two sentences on top of the overview (`PlansOverview`).

    `uitvraag` is the round that is open, and None when there is none; then `rondezin` is empty.
    """

    aantal_te_beoordelen: int
    aantal_mee_te_lezen: int
    hoofdzin: str
    uitvraag: OpenRound | None = None
    rondezin: str = ""
    aantal_zonder_plan: int = 0


@dataclass(frozen=True)
class PlansOverview:
    """All regions with the state of their plan and of their answer in the open round, if any, as of one moment.

    `uitvragen` are all rounds that are open, `uitvraag` the one of them that the lines tell about, and
    `rondezin` the one sentence about it.
    """

    peilmoment: datetime
    lines: tuple[PlanLine, ...]
    demo: bool = False
    uitvraag: OpenRound | None = None
    uitvragen: tuple[OpenRound, ...] = ()
    rondezin: str = ""

    @property
    def aantal_regios(self) -> int:
        """The denominator: all regions, whether they have a plan or not."""
        return len(self.lines)

    @property
    def ingediend(self) -> tuple[PlanLine, ...]:
        """The regions that submitted."""
        return tuple(line for line in self.lines if line.is_submitted)

    @property
    def niet_ingediend(self) -> tuple[PlanLine, ...]:
        """The regions that did not submit, by name."""
        return tuple(line for line in self.lines if not line.is_submitted)

    @property
    def aantal_te_beoordelen(self) -> int:
        """How many plans wait until somebody picks them up: a joint plan counts once."""
        return len({line.plan_id for line in self.lines if line.status_key == "ingediend"})

    @property
    def aantal_mee_te_lezen(self) -> int:
        """How many regions ask for a look at their draft: a joint plan counts once."""
        return len({line.plan_id for line in self.lines if line.meelezen})

    @property
    def hoofdzin(self) -> str:
        """The one sentence on top: "29 van de 31 regio's hebben een plan ingediend; Haaglanden en Zeeland nog niet"."""
        missing = [line.regio for line in self.niet_ingediend]
        return submitted_sentence(len(self.ingediend), self.aantal_regios, missing)

    @property
    def counts(self) -> NationalCount:
        """What Start tells of all this."""
        return NationalCount(
            self.aantal_te_beoordelen,
            self.aantal_mee_te_lezen,
            self.hoofdzin,
            self.uitvraag,
            self.rondezin,
            sum(line.plan_id is None for line in self.lines),
        )


def submitted_sentence(aantal: int, totaal: int, missing: Sequence[str]) -> str:
    """How many regions submitted a plan, and which did not."""
    return telling(aantal, totaal, "een plan ingediend", missing)


def telling(aantal: int, totaal: int, gedaan: str, ontbreekt: Sequence[str]) -> str:
    """One sentence that counts regions and names those that are missing: "3 van de 5 regio’s hebben …; X nog niet."."""
    heeft = one_or_many(aantal, "heeft", "hebben")
    zin = f"{aantal} van de {totaal} regio’s {heeft} {gedaan}"
    return f"{zin}; {namen_of_aantal(ontbreekt)} nog niet." if ontbreekt else f"{zin}."


def namen_of_aantal(namen: Sequence[str]) -> str:
    """The names as read aloud ("A, B en C"); of more than five only how many there are."""
    if len(namen) > MOST_NAMES:
        return f"{len(namen)} regio’s"
    return listed(namen)
