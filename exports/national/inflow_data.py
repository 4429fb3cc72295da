"""What a report knows of the instroom: figures as people may see them at that moment, small ones hidden already."""

from __future__ import annotations

from dataclasses import dataclass

from exports.figures.declared import Figuur


@dataclass(frozen=True)
class Cijferpaspoort:
    """Where figures come from: what they count (`definitie`), who has them, of which day, and what to know of them."""

    cijfer: str
    definitie: str
    bron: str
    houder: str = ""
    peildatum: str = ""
    kanttekening: str = ""
    synthetisch: bool = False


@dataclass(frozen=True)
class Regiocijfer:
    """One line of the regiobeeld as printed: of the region, of the country, and what to know of it."""

    naam: str
    regio: str
    nederland: str
    uitleg: str = ""


@dataclass(frozen=True)
class GedeeldeDuiding:
    """What a region says of one of the four views, as it shared it (small Markdown)."""

    weergave: str
    tekst: str


@dataclass(frozen=True)
class RegioInstroom:
    """The regiobeeld of one region."""

    code: str
    naam: str
    cijfers: tuple[Regiocijfer, ...] = ()
    duiding: tuple[GedeeldeDuiding, ...] = ()


@dataclass(frozen=True)
class InstroomBeeld:
    """Everything of the instroom in one report: the four views of the country, the regiobeelden, and the sources."""

    figuren: tuple[Figuur, ...]
    regios: tuple[RegioInstroom, ...] = ()
    paspoorten: tuple[Cijferpaspoort, ...] = ()
    # Numbers of clients below this are not shown.
    drempel: int = 5

    @property
    def synthetisch(self) -> bool:
        """True when a source made its figures up."""
        return any(one.synthetisch for one in self.paspoorten) or any(one.synthetisch for one in self.figuren)
