"""What an exporter and a reading page get of one answer sheet: plain values, never a database row.

`portal/services/sheet/document.py` makes it, from the working copy or from a frozen submission alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from exports.labels import AAN_REGIO_ZELF, ALLEEN_VOOR, NOG_GEEN_ANTWOORD
from exports.plan import ActieRow
from forms.counted import AAN_DE_REGIO
from forms.goals import Point
from forms.richtext import to_plain
from forms.spec import Format, Kind

# So much of an expectation is repeated where its answer stands apart from it.
_BEGIN = 300


@dataclass(frozen=True)
class ProgressElsewhere:
    """Where an action of a joint plan goes otherwise: in which region, with which status (and its key), and why."""

    regio: str
    status: str
    status_key: str
    toelichting: str

    @property
    def zin(self) -> str:
        """How a reader is told so: "Loopt in Zuid-Holland Noord anders: gestopt"."""
        return f"Loopt in {self.regio} anders: {self.status[:1].lower()}{self.status[1:]}"


@dataclass(frozen=True)
class ProgressRow:
    """One line of question 2: an action of the plan (or a heading above actions, which has no status).

    `status` is a label ("Vraagt aandacht") with its key beside it, both empty while not answered. `gelijk_aan` names
    the round from which status and text were carried over unchanged. `vorige_*` is what was said last quarter.
    `afwijkingen` are the regions of a joint plan where it goes otherwise.
    """

    actie: ActieRow
    status: str = ""
    status_key: str = ""
    toelichting: str = ""
    gelijk_aan: str = ""
    vorige_status: str = ""
    vorige_toelichting: str = ""
    afwijkingen: tuple[ProgressElsewhere, ...] = ()


@dataclass(frozen=True)
class GoalRow:
    """Where one goal of the plan stands. `plan` is what the plan says in figures ("van 300 (1-1-2024) naar 240").
    `waarde` and `peildatum` are the words as typed; `eenheid` is that of the goal.

    `gelezen` says how they were read ("215 op 31 maart 2024"), `gepland` what was planned for that day; `ligging` how
    that compares, as people read it and as a key; `reden` why nothing can be said. `vorige` is what was said last time.
    `pad` is the planned path, `punt` the actual as read, when it can be drawn beside that.
    """

    id: int
    tekst: str
    indicator: str = ""
    plan: str = ""
    eenheid: str = ""
    waarde: str = ""
    peildatum: str = ""
    weet_niet: bool = False
    toelichting: str = ""
    gelezen: str = ""
    gepland: str = ""
    ligging: str = ""
    ligging_key: str = ""
    reden: str = ""
    geen_pad: str = ""
    beter: str = ""
    vorige: GoalRow | None = None
    pad: tuple[Point, ...] = ()
    punt: Point | None = None

    @property
    def is_filled(self) -> bool:
        """True when something was said of it."""
        return bool(self.waarde) or self.weet_niet


@dataclass(frozen=True)
class Reply:
    """What the kerngroep answered to an expectation, who wrote that ("Naam, organisatie") and by when it happens.

    `organisatie` by itself is for what many people read: the national report names no persons.
    """

    tekst: str
    van: str
    op: datetime
    datum: date | None = None
    organisatie: str = ""


@dataclass(frozen=True)
class RegelRow:
    """A success, a lesson or an expectation. `aan` is the label of the party of whom something is expected.

    `aan_key` is the key under which that party is counted.

    `regio` is the name of the one region of a joint plan for which it counts; empty for all. `antwoord` is what the
    kerngroep answered, and `antwoord_datum` by when something happens.
    """

    tekst: str
    aan: str = ""
    regio: str = ""
    antwoord: str = ""
    antwoord_van: str = ""
    antwoord_datum: date | None = None
    aan_key: str = ""

    @property
    def wens(self) -> str:
        """Which expectation an answer belongs to, on one line: "U verwacht van VWS: “Meer geld.”"."""
        words = " ".join(to_plain(self.tekst).split())
        said = words if len(words) <= _BEGIN else f"{words[:_BEGIN].rsplit(' ', 1)[0]} …"
        alleen = f" ({ALLEEN_VOOR.lower()} {self.regio})" if self.regio else ""
        return f"U verwacht{f' van {self.aan}' if self.aan else ''}{alleen}: “{said}”"

    @property
    def zonder_antwoord(self) -> str:
        """What stands where the answer to an expectation would be: awaited, or never to come."""
        return AAN_REGIO_ZELF if self.aan_key == AAN_DE_REGIO else NOG_GEEN_ANTWOORD


@dataclass(frozen=True)
class Afwijking:
    """Where one region of a joint plan differs: its own answers by question key, as in `SheetDocument.answers`."""

    regio: str
    answers: Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class SheetDocument:
    """A whole answer sheet as it goes on paper.

    `answers` maps a question key to the text as typed (Markdown), or to the *labels* of the chosen answers. A key that
    is missing was not answered. `vorige` names the round of which the earlier progress stands beside, or is empty.
    `ingediend_op` is when this very text was handed in; None for a working copy.
    """

    format: Format
    uitvraag: str
    naam: str
    status: str
    peilmoment: datetime
    deadline: date
    toelichting: str = ""
    answers: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)
    afwijkingen: tuple[Afwijking, ...] = ()
    voortgang: tuple[ProgressRow, ...] = ()
    doelen: tuple[GoalRow, ...] = ()
    regels: Mapping[Kind, tuple[RegelRow, ...]] = field(default_factory=dict)
    vorige: str = ""
    is_joint: bool = False
    has_plan: bool = True
    ingediend_op: datetime | None = None
    demo: bool = False

    @property
    def acties(self) -> tuple[ProgressRow, ...]:
        """The lines that are actions."""
        return tuple(row for row in self.voortgang if row.actie.is_action)

    def text(self, question_key: str) -> str:
        """The typed text of a question; labels of chosen answers with commas; empty when not answered."""
        answer = self.answers.get(question_key, "")
        return answer if isinstance(answer, str) else ", ".join(answer)

    @property
    def is_form(self) -> bool:
        """True for a copy that can still be filled in: then there is room to write, and the choices stand there."""
        return self.ingediend_op is None

    @property
    def is_blank(self) -> bool:
        """True for a copy in which nothing was filled in."""
        told = any(row.status for row in self.voortgang) or any(row.is_filled for row in self.doelen)
        return not (self.answers or self.afwijkingen or self.regels or told)

    def blank(self) -> SheetDocument:
        """The same sheet without answers, to fill in on paper; the progress of last quarter stays."""
        rows = tuple(
            replace(row, status="", status_key="", toelichting="", gelijk_aan="", afwijkingen=())
            for row in self.voortgang
        )
        goals = tuple(
            replace(row, waarde="", peildatum="", weet_niet=False, toelichting="", gelezen="") for row in self.doelen
        )
        return replace(self, answers={}, afwijkingen=(), voortgang=rows, doelen=goals, regels={}, ingediend_op=None)
