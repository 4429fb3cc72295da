"""The declaration of a chart of figures over time: what every drawing and its table are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SYNTHETISCH = "synthetisch"


class Tekenwijze(StrEnum):
    """How it is drawn: lines in one plane, or a small plane for each series on one scale."""

    LIJN = "lijn"
    PANELEN = "panelen"


class Tijdmaat(StrEnum):
    """How long each period is."""

    MAAND = "maand"
    KWARTAAL = "kwartaal"
    JAAR = "jaar"

    @property
    def maanden(self) -> int:
        """How many months that are."""
        return {Tijdmaat.MAAND: 1, Tijdmaat.KWARTAAL: 3, Tijdmaat.JAAR: 12}[self]


@dataclass(frozen=True, slots=True)
class Meetmoment:
    """One period along the axis: in full ("maart 2024") and short ("mrt 2024"), and which of its year (from 1)."""

    naam: str
    kort: str
    jaar: int
    nummer: int = 1

    @property
    def begint_jaar(self) -> bool:
        """True for the first of its year."""
        return self.nummer == 1


@dataclass(frozen=True, slots=True)
class Meetpunt:
    """A figure as people may see it: its number, or None with what stands there ("<5", "niet getoond") and why."""

    waarde: int | None
    tekst: str
    reden: str = ""
    voorlopig: bool = False


@dataclass(frozen=True, slots=True)
class Meetreeks:
    """One line: a point for every moment."""

    naam: str
    punten: tuple[Meetpunt, ...]

    @property
    def waarden(self) -> tuple[int | None, ...]:
        """Its numbers, None in a gap."""
        return tuple(one.waarde for one in self.punten)


@dataclass(frozen=True, slots=True)
class Doelstap:
    """One step of a target: from which moment to which (both counted from 0 and with the last one).

    `waarde` is for one period; `onder`: how many a month it must stay below, None for a step that is no bound.
    """

    naam: str
    waarde: int
    van: int
    tot: int
    onder: int | None = None

    def waarden(self, momenten: int) -> tuple[int | None, ...]:
        """The step as a line over so many moments."""
        return tuple(self.waarde if self.van <= place <= self.tot else None for place in range(momenten))


@dataclass(frozen=True, slots=True)
class Figuur:
    """A chart. `titel` is a sentence that says what one sees, `onderwerp` what is measured, of whom and over what.

    `gemiddelde` is a moving average beside the first series. `bron` names sources and peildatum; `synthetisch`: one of
    the sources made its figures up. `sleutel` is known to the page that it stands on.
    """

    sleutel: str
    titel: str
    onderwerp: str
    eenheid: str
    momenten: tuple[Meetmoment, ...]
    reeksen: tuple[Meetreeks, ...]
    per: Tijdmaat = Tijdmaat.MAAND
    wijze: Tekenwijze = Tekenwijze.LIJN
    gemiddelde: Meetreeks | None = None
    doelen: tuple[Doelstap, ...] = ()
    bron: str = ""
    synthetisch: bool = False

    @property
    def lijnen(self) -> tuple[Meetreeks, ...]:
        """The series, and the average behind them."""
        return (*self.reeksen, *((self.gemiddelde,) if self.gemiddelde else ()))

    @property
    def is_leeg(self) -> bool:
        """True when there is nothing to draw."""
        return not any(one.waarde is not None for reeks in self.reeksen for one in reeks.punten)

    @property
    def voet(self) -> str:
        """The line under the chart: where it comes from, and that it was made up."""
        return " ".join(part for part in (self.bron, "Cijfers: synthetisch." if self.synthetisch else "") if part)

    @property
    def onderschrift(self) -> str:
        """What stands under the chart in a document: what is measured, unless the title says that, and the source."""
        return " ".join(
            part for part in ("" if self.titel == self.onderwerp else f"{self.onderwerp}.", self.voet) if part
        )

    @property
    def tekens(self) -> str:
        """What the signs in our own drawing mean; "" when it has none, or when nothing is drawn."""
        if self.is_leeg:
            return ""
        gap = "Een driehoekje onderaan: dit cijfer is niet getoond of ontbreekt." if self.verborgen else ""
        dot = "Een open rondje: voorlopig cijfer." if self.heeft_voorlopig else ""
        return f"{gap} {dot}".strip()

    @property
    def heeft_voorlopig(self) -> bool:
        """True when a point is provisional."""
        return any(one.voorlopig for reeks in self.reeksen for one in reeks.punten)

    @property
    def verborgen(self) -> bool:
        """True when a point has no number."""
        return any(one.waarde is None for reeks in self.reeksen for one in reeks.punten)
