"""What an exporter and a reading page get of one terugkoppeling: plain values, never a database row.

`portal/services/feedback/document.py` makes it, for a preview and from what was sent alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from exports.labels import AANDEEL_ONBEKEND, DALING, GEEN_THEMA, NIET_BEANTWOORD, NIET_GEVRAAGD, NIET_INGEDEELD
from exports.sheet import RegelRow
from forms.dutch.words import counted, one_or_many


@dataclass(frozen=True)
class Telling:
    """How often an answer was given: "Ja, ad hoc", 7."""

    label: str
    aantal: int


@dataclass(frozen=True)
class Antwoord:
    """What a region answered to one question; `regio` names the one region of a joint plan for which it counts."""

    vraag: str
    antwoord: str
    regio: str = ""


@dataclass(frozen=True)
class OwnAnswers:
    """What a region told: counts of its actions, its closed answers, successes, lessons and expectations."""

    ingediend_op: datetime
    acties: tuple[Telling, ...] = ()
    antwoorden: tuple[Antwoord, ...] = ()
    successen: tuple[RegelRow, ...] = ()
    lessen: tuple[RegelRow, ...] = ()
    verwachtingen: tuple[RegelRow, ...] = ()


@dataclass(frozen=True)
class QuestionCount:
    """How the regions answered one closed question; who did not answer and who was not asked stand apart."""

    vraag: str
    tellingen: tuple[Telling, ...]
    niet_beantwoord: int
    niet_gevraagd: int

    @property
    def alles(self) -> tuple[Telling, ...]:
        """All counts, together every region: the answers, then who did not answer and who was not asked (if any)."""
        apart = (Telling(NIET_BEANTWOORD, self.niet_beantwoord), Telling(NIET_GEVRAAGD, self.niet_gevraagd))
        return (*self.tellingen, *(one for one in apart if one.aantal))


def in_one_line(tellingen: Iterable[Telling]) -> str:
    """ "Ja: 12 · Deels: 7"; a number stays on the line of its label."""
    return " · ".join(f"{one.label}:\u00a0{one.aantal}" for one in tellingen)


@dataclass(frozen=True)
class ThemeCount:
    """How many regions named each theme in a list, the most named first; `regios`: how many wrote something in it.

    Nobody is named: what a region can say yes to is its name with a quote in the national report.
    """

    lijst: str
    regios: int
    tellingen: tuple[Telling, ...]
    geen_thema: int = 0
    niet_ingedeeld: int = 0

    @property
    def naam(self) -> str:
        """ "Successen (12 regio’s)"."""
        return f"{self.lijst} ({counted(self.regios, 'regio', 'regio’s')})"

    @property
    def alles(self) -> tuple[Telling, ...]:
        """All counts: the themes, then what fits none and what nobody looked at yet (if any)."""
        apart = (Telling(GEEN_THEMA, self.geen_thema), Telling(NIET_INGEDEELD, self.niet_ingedeeld))
        return (*self.tellingen, *(one for one in apart if one.aantal))


@dataclass(frozen=True)
class NationalCounts:
    """What all regions told together, as numbers: distinct regions, with every region as denominator."""

    regios: int
    beantwoord: int
    niet_gevraagd: int
    vragen: tuple[QuestionCount, ...] = ()
    acties: tuple[Telling, ...] = ()
    themas: tuple[ThemeCount, ...] = ()
    themas_titel: ClassVar = "Wat regio’s noemden, per thema"
    themas_uitleg: ClassVar = "Het getal is het aantal regio’s. Een regio kan meer thema’s noemen."

    @property
    def kanttekening(self) -> str:
        """What a reader must know with these themes: of a fall in the inflow nobody knows whose doing it is."""
        named = any(DALING in one.label.casefold() for thema in self.themas for one in thema.tellingen)
        return AANDEEL_ONBEKEND if named else ""

    @property
    def niet_beantwoord(self) -> int:
        """Who was asked and did not answer."""
        return self.regios - self.beantwoord - self.niet_gevraagd

    @property
    def aantal_acties(self) -> int:
        """The actions of which the status is known; an action of a joint plan counts once."""
        return sum(one.aantal for one in self.acties)

    @property
    def zin(self) -> str:
        """ "29 van de 31 regio's hebben geantwoord. 1 regio antwoordde niet. 1 regio is niet gevraagd." """
        if not self.beantwoord:
            return f"Geen van de {self.regios} regio’s heeft geantwoord."
        heeft = one_or_many(self.beantwoord, "heeft", "hebben")
        zinnen = [f"{self.beantwoord} van de {self.regios} regio’s {heeft} geantwoord."]
        if self.niet_beantwoord:
            zinnen.append(f"{counted(self.niet_beantwoord, 'regio antwoordde', 'regio’s antwoordden')} niet.")
        if self.niet_gevraagd:
            zinnen.append(f"{counted(self.niet_gevraagd, 'regio is', 'regio’s zijn')} niet gevraagd.")
        return " ".join(zinnen)


@dataclass(frozen=True)
class FeedbackDocument:
    """The terugkoppeling of one answer sheet: what you told us, what others said, what happens now.

    `eigen` is None when nothing was handed in; `gevraagd` tells whether it was asked. `verstuurd_op` is None for a
    preview. `anderen_zeiden` and `vervolg` are the coördinator's own words (Markdown).
    """

    uitvraag: str
    naam: str
    peilmoment: datetime
    landelijk: NationalCounts
    eigen: OwnAnswers | None = None
    gevraagd: bool = True
    anderen_zeiden: str = ""
    vervolg: str = ""
    verstuurd_op: datetime | None = None
    is_joint: bool = False
    demo: bool = False

    @property
    def zonder_antwoord(self) -> str:
        """Why there is nothing under "what you told us"; empty when there is."""
        if self.eigen is not None:
            return ""
        if not self.gevraagd:
            return "In deze uitvraag hebben wij uw regio niets gevraagd."
        return "Uw regio heeft deze uitvraag niet beantwoord."

    @property
    def toezeggingen(self) -> tuple[RegelRow, ...]:
        """What the kerngroep promised this region by a date, the first one first."""
        rows = self.eigen.verwachtingen if self.eigen else ()
        promised = [row for row in rows if row.antwoord and row.antwoord_datum]
        return tuple(sorted(promised, key=lambda row: row.antwoord_datum or date.max))
