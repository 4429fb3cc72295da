"""What stands on one slide, before anything is drawn, and what stands on all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exports.figures.native import Paneel
from exports.national.tree import Cijfers, Grafiek, Kaart, Lijngrafiek


@dataclass(frozen=True)
class Diatabel:
    """A small table. `delen` are the shares of the width; `naam` and `alt` are read out to who can't see it.

    `getallen`: all columns but the first hold figures.
    """

    koppen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]
    delen: tuple[int, ...]
    naam: str
    alt: str
    getallen: bool = False


@dataclass(frozen=True)
class Dia:
    """One slide. `alineas` are its texts, each behind a word in bold ("" for none); `noten` what the speaker needs.

    `panelen` are small charts beside each other, with `onder` below them: what is measured, and its source.
    """

    kop: str
    alineas: tuple[tuple[str, str], ...] = ()
    punten: tuple[str, ...] = ()
    beeld: Grafiek | Lijngrafiek | None = None
    panelen: tuple[Paneel, ...] = ()
    onder: str = ""
    kaart: Kaart | None = None
    cijfers: Cijfers | None = None
    tabel: Diatabel | None = None
    noten: tuple[str, ...] = ()
    is_titel: bool = False


@dataclass(frozen=True)
class Kader:
    """What every slide has at its foot: which version it is, and of what. The first one says it large."""

    versie: str
    waarvan: str
    moment: datetime
    demo: bool = False
