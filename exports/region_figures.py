"""What an exporter and a page get of one regiobeeld: plain values as they are shown, never a database row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exports.figures.declared import Figuur


@dataclass(frozen=True)
class CijferRij:
    """A line: what it is, of the region, of the country, and what to know of it."""

    naam: str
    regio: str
    nederland: str
    uitleg: str = ""


@dataclass(frozen=True)
class DoelRij:
    """A national target, and what it means for the region in a year: about so many, by chance between these two."""

    landelijk: str
    hier: str
    toeval: str


@dataclass(frozen=True)
class Weergave:
    """One of the four views: its figures, the questions to talk about, and what the region wrote (small Markdown).

    `kop` stands above what each line of figures is ("Kwartaal"); `figuur` is its chart over some years.
    """

    naam: str
    kop: str
    rijen: tuple[CijferRij, ...]
    vragen: tuple[str, ...]
    duiding: str
    figuur: Figuur | None = None


@dataclass(frozen=True)
class RegiobeeldDocument:
    """A regiobeeld. `jaar` is the year of its figures; `verdeling` says by which share the targets are divided.

    `is_concept`: the region's own words may not have been shared. `moment` is what it is a picture of.
    """

    regio: str
    jaar: int
    kerncijfers: tuple[CijferRij, ...]
    verdeling: str
    doelen: tuple[DoelRij, ...]
    weergaven: tuple[Weergave, ...]
    bronnen: tuple[str, ...]
    is_synthetisch: bool
    is_concept: bool
    moment: datetime
    demo: bool = False
