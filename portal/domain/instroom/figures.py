"""A figure: what it is of, and its value or the sign that stands in its place."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from portal.domain.instroom.breakdowns import TOTAAL, Indeling

# The place of a figure of the whole country; a region has its own code (ZK01 …).
NEDERLAND = "NL"


class Teken(StrEnum):
    """What stands in the place of a value. The signs are those of the CBS: none of them is a nought."""

    ONTBREEKT = "ontbreekt"
    GEHEIM = "geheim"
    NIHIL = "nihil"
    KAN_NIET = "kan_niet"


# How the CBS writes them in a file: a blank means that there can be no figure.
TEKENS_CBS: Mapping[str, Teken] = {".": Teken.ONTBREEKT, "x": Teken.GEHEIM, "-": Teken.NIHIL, "": Teken.KAN_NIET}
TEKEN_NAMEN: Mapping[Teken, str] = {
    Teken.ONTBREEKT: "Het cijfer ontbreekt bij de bron",
    Teken.GEHEIM: "De bron houdt dit cijfer geheim",
    Teken.NIHIL: "Nihil: minder dan de helft van de eenheid",
    Teken.KAN_NIET: "Hier kan geen cijfer zijn",
}


class Plek(NamedTuple):
    """What a figure is of: indicator × place × category of a breakdown × period (its code). One per source."""

    indicator: str
    gebied: str
    indeling: Indeling
    categorie: str
    periode: str


class Waarneming(NamedTuple):
    """What stands at a place: a value in units of the indicator (see `Indicator.decimalen`), or a sign.

    `waarde_tot` is the upper end where a source names a range ("300-400"). `voorlopig`: the source will look again.
    """

    waarde: int | None
    teken: Teken | None = None
    waarde_tot: int | None = None
    voorlopig: bool = False


class CijferRegel(NamedTuple):
    """A figure as it stands in a file; `waar` says where ("rij 12, kolom Inwonertal")."""

    plek: Plek
    waarneming: Waarneming
    waar: str = ""


def total_of(indicator: str, gebied: str, periode: str) -> Plek:
    """The place of the total of an indicator."""
    return Plek(indicator, gebied, Indeling.TOTAAL, TOTAAL, periode)
