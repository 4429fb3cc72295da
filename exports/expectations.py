"""What regions expect of the national parties, as it goes on paper: the lines, and the columns that show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from exports.columns import Column, ColumnKind
from exports.labels import ANTWOORD_KERNGROEP, REGIO
from forms.counted import AAN_DE_REGIO
from forms.dutch.words import counted, listed, one_or_many


class VerwachtingStand(StrEnum):
    """How an expectation that was handed in stands. The kerngroep does not answer what a region expects of itself."""

    VOOR_DE_REGIO = "voor_de_regio"
    OPEN = "open"
    BEANTWOORD = "beantwoord"


@dataclass(frozen=True)
class ExpectationLine:
    """One expectation that was handed in. `aan_key` is the party of whom it is expected (as it is
    counted), `aan` its label.

    `regios` are the regions that said it together; `ook` the other regions that said the same in these words.
    `antwoord` is empty while the kerngroep has not answered, `antwoord_datum` is by when something happens.
    """

    regel_id: int
    blad_id: int
    uitvraag_id: int
    uitvraag: str
    regios: tuple[str, ...]
    aan_key: str
    aan: str
    tekst: str
    ook: tuple[str, ...] = ()
    antwoord: str = ""
    antwoord_van: str = ""
    antwoord_op: datetime | None = None
    antwoord_datum: date | None = None

    @property
    def regio(self) -> str:
        """The names of the regions, as read aloud."""
        return listed(self.regios)

    @property
    def for_region(self) -> bool:
        """True for what a region expects of its own people: the kerngroep does not answer that."""
        return self.aan_key == AAN_DE_REGIO

    @property
    def is_open(self) -> bool:
        """True while an answer of the kerngroep is awaited."""
        return self.stand is VerwachtingStand.OPEN

    @property
    def stand(self) -> VerwachtingStand:
        """How it stands."""
        if self.for_region:
            return VerwachtingStand.VOOR_DE_REGIO
        return VerwachtingStand.BEANTWOORD if self.antwoord else VerwachtingStand.OPEN


@dataclass(frozen=True)
class AskedLine:
    """What an adopted report asked: of whom (`aan`), by when, and in words what came of it, "" while nobody told."""

    tekst: str
    rapport: str
    aan: str
    datum: date | None
    uitkomst: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class ExpectationList:
    """The expectations of the rounds and parties that were chosen (`keuze` in words), as of one moment.

    `verzoeken` are those of reports, of every round: whom they ask is chosen with the expectations.
    """

    peilmoment: datetime
    keuze: str
    lines: tuple[ExpectationLine, ...]
    verzoeken: tuple[AskedLine, ...] = ()
    demo: bool = False

    @property
    def landelijk(self) -> tuple[ExpectationLine, ...]:
        """What is expected of national parties."""
        return tuple(line for line in self.lines if not line.for_region)

    @property
    def regionaal(self) -> tuple[ExpectationLine, ...]:
        """What regions expect of their own people."""
        return tuple(line for line in self.lines if line.for_region)

    @property
    def open(self) -> tuple[ExpectationLine, ...]:
        """What awaits an answer."""
        return tuple(line for line in self.lines if line.is_open)

    @property
    def groups(self) -> tuple[tuple[str, tuple[ExpectationLine, ...]], ...]:
        """The national ones per party, in the order of the lines; the first line says what the party is called."""
        names = {line.aan_key: line.aan for line in reversed(self.landelijk)}
        keys = dict.fromkeys(line.aan_key for line in self.landelijk)
        return tuple((names[key], tuple(line for line in self.landelijk if line.aan_key == key)) for key in keys)

    @property
    def own_people(self) -> str:
        """What the people in the region itself are called."""
        return next((line.aan for line in self.regionaal), "")

    @property
    def hoofdzin(self) -> str:
        """The one sentence on top: how many, of how many regions, and how many have an answer."""
        aantal, regios = len(self.landelijk), {regio for line in self.landelijk for regio in line.regios}
        if not aantal:
            return "Er zijn geen verwachtingen van landelijke partijen."
        hebben = counted(len(regios), "regio heeft", "regio’s hebben")
        wat = counted(aantal, "verwachting", "verwachtingen")
        beantwoord = aantal - len(self.open)
        return (
            f"{hebben} {wat} van landelijke partijen. "
            f"{beantwoord} van de {aantal} {one_or_many(beantwoord, 'heeft', 'hebben')} een antwoord."
        )


EXPECTATION_COLUMNS: tuple[Column[ExpectationLine], ...] = (
    Column("Van wie", lambda line: line.aan, 20),
    Column("Verwachting", lambda line: line.tekst, 60),
    Column(REGIO, lambda line: line.regio, 26),
    Column("Uitvraag", lambda line: line.uitvraag, 26),
    Column(ANTWOORD_KERNGROEP, lambda line: line.antwoord, 50),
    Column("Gereed op", lambda line: line.antwoord_datum, 18, ColumnKind.DATE),
    Column("Beantwoord door", lambda line: line.antwoord_van, 28),
    Column("Beantwoord op", lambda line: line.antwoord_op, 18, ColumnKind.DATE),
)

ASKED_COLUMNS: tuple[Column[AskedLine], ...] = (
    Column("Verzoek", lambda line: line.tekst, 60),
    Column("Rapport", lambda line: line.rapport, 26),
    Column("Aan", lambda line: line.aan, 28),
    Column("Vóór", lambda line: line.datum, 18, ColumnKind.DATE),
    Column("Wat ervan kwam", lambda line: line.uitkomst, 20),
    Column("Toelichting", lambda line: line.toelichting, 50),
)
