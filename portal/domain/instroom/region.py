"""The regiobeeld: the figures of one region beside the country's, and its part of the target by a share it chose.

Source: the example of a regiobeeld in the programme's eindrapportage and workshop. Everything is worked out from
figures as they are shown, so that nothing here tells more than those do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import sqrt

from forms.dutch.numbers import dutch_number, percentage
from portal.domain.instroom.breakdowns import CATEGORIEEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek, total_of
from portal.domain.instroom.periods import Periode
from portal.domain.instroom.shown import NIETS, Getoond, Shown

# In 19 of 20 years a number that only chance moves lies within so many times its square root.
_BAND = 1.96
MONTHS = 12


class Verdeling(StrEnum):
    """By which share a region takes its part of the national target."""

    INSTROOM = "instroom"
    INWONERS = "inwoners"
    STAND = "stand"


VERDELING_NAMEN: Mapping[Verdeling, str] = {
    Verdeling.INSTROOM: "het aandeel in de instroom",
    Verdeling.INWONERS: "het aandeel in de inwoners",
    Verdeling.STAND: "het aandeel in het aantal mensen met een indicatie",
}


@dataclass(frozen=True)
class Deling:
    """A part of a whole, both as shown; `deel` None where one of them is not."""

    teller: Getoond
    noemer: Getoond

    @property
    def deel(self) -> float | None:
        """Between 0 and 1."""
        if self.teller.waarde is None or not self.noemer.waarde:
            return None
        return self.teller.waarde / self.noemer.waarde

    @property
    def tekst(self) -> str:
        """As a percentage with one decimal."""
        return "niet te zeggen" if self.deel is None else percentage(self.deel)

    @property
    def per_client(self) -> str:
        """How much one client more or less changes it, in procentpunt; "" where that is not known."""
        if self.deel is None or not self.noemer.waarde:
            return ""
        return f"{_points(100 / self.noemer.waarde)} procentpunt"


@dataclass(frozen=True)
class Kerncijfer:
    """One line of the regiobeeld: what it is, of the region, of the country, and what to know of it."""

    naam: str
    regio: str
    nederland: str
    uitleg: str = ""


@dataclass(frozen=True)
class RegioCijfers:
    """The shown figures of one region of a year, beside those of the country.

    `instroom`, `stand` and `inwoners` are figures as shown, of any place; `jaar` is the year of the first two, and
    `inwoners_jaar` that of the last.
    """

    gebied: str
    jaar: int
    inwoners_jaar: int
    instroom: Shown
    stand: Shown
    inwoners: Shown

    def total(self, indicator: Verdeling, gebied: str | None = None, *, jaar: int | None = None) -> Getoond:
        """The total of one of the three, of this region unless another place is asked."""
        figures = {Verdeling.INSTROOM: self.instroom, Verdeling.STAND: self.stand, Verdeling.INWONERS: self.inwoners}
        year = jaar or (self.inwoners_jaar if indicator is Verdeling.INWONERS else self.jaar)
        return figures[indicator].get(total_of(indicator.value, gebied or self.gebied, str(year)), NIETS)

    def share(self, indicator: Verdeling, *, jaar: int | None = None) -> Deling:
        """The part of this region in the total of the country."""
        return Deling(self.total(indicator, jaar=jaar), self.total(indicator, NEDERLAND, jaar=jaar))

    def within(self, indeling: Indeling, categorie: str, gebied: str | None = None) -> Deling:
        """The part of a category in the inflow of a place in this year."""
        place = gebied or self.gebied
        one = Plek("instroom", place, indeling, categorie, str(self.jaar))
        return Deling(self.instroom.get(one, NIETS), self.total(Verdeling.INSTROOM, place))


def key_figures(cijfers: RegioCijfers) -> list[Kerncijfer]:
    """The lines of the regiobeeld, in the order of the programme's example."""
    year = f", {cijfers.jaar}"
    return [
        _counted(cijfers, f"Inwoners op 1 januari {cijfers.inwoners_jaar}", Verdeling.INWONERS),
        _counted(cijfers, f"Mensen met een indicatie, eind {cijfers.jaar}", Verdeling.STAND),
        _counted(cijfers, f"Instroom in {cijfers.jaar}", Verdeling.INSTROOM),
        _share_of_country(cijfers),
        _category(cijfers, f"Instroom vanuit overig Wmo{year}", Indeling.HERKOMST, "wmo"),
        _category(cijfers, f"Instroom van 18 t/m 26 jaar{year}", Indeling.LEEFTIJD, "18-26"),
        _category(cijfers, f"Instroom met profiel GGZ Wonen 1{year}", Indeling.ZORGZWAARTE, "ggz-wonen-1"),
    ]


def _counted(cijfers: RegioCijfers, naam: str, indicator: Verdeling) -> Kerncijfer:
    share = cijfers.share(indicator)
    told = "" if share.deel is None else f"{share.tekst} van Nederland"
    return Kerncijfer(naam, share.teller.tekst, share.noemer.tekst, told or share.teller.uitleg)


def _share_of_country(cijfers: RegioCijfers) -> Kerncijfer:
    now, before = (cijfers.share(Verdeling.INSTROOM, jaar=year) for year in (cijfers.jaar, cijfers.jaar - 1))
    told = f"In {cijfers.jaar - 1} was dit {before.tekst}." if before.deel is not None else ""
    if told and now.deel is not None:
        told += f" Eén cliënt meer of minder scheelt {now.per_client}."
    return Kerncijfer(f"Aandeel in de landelijke instroom van {cijfers.jaar}", now.tekst, percentage(1), told)


def _category(cijfers: RegioCijfers, naam: str, indeling: Indeling, categorie: str) -> Kerncijfer:
    here, there = cijfers.within(indeling, categorie), cijfers.within(indeling, categorie, NEDERLAND)
    if here.deel is None:
        return Kerncijfer(naam, here.teller.tekst, there.tekst, here.teller.uitleg)
    told = f"{here.teller.tekst} van {here.noemer.tekst}. Eén cliënt meer of minder scheelt {here.per_client}."
    return Kerncijfer(naam, here.tekst, there.tekst, told)


def view_lines(cijfers: RegioCijfers, indeling: Indeling) -> list[Kerncijfer]:
    """What stands under one view: the quarters of the year, or the share of each category."""
    if indeling is Indeling.TOTAAL:
        quarters = Periode(cijfers.jaar).delen()
        return [_in_period(cijfers, one) for one in quarters]
    return [_category(cijfers, naam, indeling, sleutel) for sleutel, naam in CATEGORIEEN[indeling].items()]


def _in_period(cijfers: RegioCijfers, periode: Periode) -> Kerncijfer:
    here, there = (
        cijfers.instroom.get(total_of(Verdeling.INSTROOM.value, gebied, periode.code), NIETS)
        for gebied in (cijfers.gebied, NEDERLAND)
    )
    return Kerncijfer(periode.naam, here.tekst, there.tekst, here.uitleg)


@dataclass(frozen=True)
class DoelDeel:
    """The part of a region in a national target: clients in a year, and between which chance alone may move it."""

    per_jaar: int
    laagst: int
    hoogst: int


def part_of_target(share: Deling, per_maand: int) -> DoelDeel | None:
    """What a target of so many clients a month means for a region with this share; None when it is not known."""
    if share.deel is None:
        return None
    expected = share.deel * per_maand * MONTHS
    band = chance_band(expected)
    return DoelDeel(round(expected), max(round(expected - band), 0), round(expected + band))


def chance_band(expected: float) -> float:
    """How far a yearly number may lie from what is expected when nothing but chance moves it, in 19 of 20 years."""
    return _BAND * sqrt(max(expected, 0))


def _points(points: float) -> str:
    return dutch_number(round(Decimal(points), 0 if points >= 10 else 2))
