"""Figures of gemeenten added up to regions: nothing left out, nothing counted twice, no value where a part has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.dutch.words import counted, one_or_many
from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import CijferRegel, Plek, Teken, Waarneming
from portal.domain.instroom.reading.gemeenten import VERDEELD, Gemeentelijst
from portal.domain.instroom.reading.told import Leesverslag, some_of

# Which sign a total gets when some of its parts have a sign: the first of these that any part has.
_STRONGEST = (Teken.GEHEIM, Teken.ONTBREEKT)


class GemeenteReeks(NamedTuple):
    """What is counted for every gemeente: an indicator, a category of a breakdown, a period."""

    indicator: str
    indeling: Indeling
    categorie: str
    periode: str


class _GemeenteDeel(NamedTuple):
    waarneming: Waarneming
    row: int


class Optelling:
    """Takes in figures of gemeenten, and gives those of the regions."""

    def __init__(self, lijst: Gemeentelijst, verslag: Leesverslag) -> None:
        self.lijst, self.verslag = lijst, verslag
        self.delen: dict[GemeenteReeks, dict[str, _GemeenteDeel]] = {}

    def is_bekend(self, code: str, said: object, waar: str) -> bool:
        """True for a gemeente of now or of a year before; else the fault is noted."""
        if self.lijst.regio_van(code):
            return True
        named = f"Gemeente “{str(said).strip()}”"
        if code in VERDEELD:
            self.verslag.fout(waar, f"{VERDEELD[code]}. Verdeel dit cijfer zelf over deze gemeenten.")
        else:
            told = "kent het portaal niet, ook niet onder een eerdere naam. Kijk naar de code of de schrijfwijze."
            self.verslag.fout(waar, f"{named} {told}")
        return False

    def neem(self, reeks: GemeenteReeks, code: str, waarneming: Waarneming | None, row: int, waar: str) -> None:
        """One figure of one gemeente, or None when it is no figure (told already); a second one is a fault."""
        delen = self.delen.setdefault(reeks, {})
        if code in delen:
            naam = self.lijst.namen.get(code, code)
            told = f"{naam} staat er voor deze periode al in, op rij {delen[code].row}. Houd één regel over."
            self.verslag.fout(waar, told)
            return
        delen[code] = _GemeenteDeel(waarneming or Waarneming(None, Teken.ONTBREEKT), row)

    def regels(self) -> Iterator[CijferRegel]:
        """The figures of the regions. What is missing is noted as a fault."""
        told: set[frozenset[str]] = set()
        for reeks, delen in self.delen.items():
            codes = frozenset(delen)
            if codes not in told:
                told.add(codes)
                self._compare(codes)
            yield from self._per_region(reeks, delen)
        self._tell_signs()

    def _compare(self, codes: frozenset[str]) -> None:
        """Is every gemeente there of the division that this file has?"""
        day, division = self.lijst.indeling_van(codes)
        missing: dict[str, list[str]] = {}
        for code in division - codes:
            missing.setdefault(self.lijst.regio_van(code) or "", []).append(self.lijst.namen[code])
        for regio, namen in sorted(missing.items()):
            is_are = one_or_many(len(namen), "ontbreekt", "ontbreken")
            told = f"{some_of(sorted(namen))} {is_are}. Zonder deze klopt het totaal van de regio niet."
            self.verslag.fout(f"regio {self.lijst.regios.get(regio, regio)}", told)
        for code in sorted(codes - division):
            told = f"{self.lijst.namen[code]} hoort niet bij de andere gemeenten in dit bestand: zij is samengevoegd."
            self.verslag.fout("", f"{told} Gebruik de indeling van één jaar.")
        self._tell_division(day, codes)

    def _tell_division(self, day: date, codes: frozenset[str]) -> None:
        old = sorted(self.lijst.namen[code] for code in codes & set(self.lijst.werd))
        if old:
            told = f"Het bestand heeft {counted(len(codes), 'gemeente', 'gemeenten')} in de indeling van vóór nu"
            self.verslag.meld(f"{told}. Opgeteld bij hun opvolger: {some_of(old)}.")
        else:
            since = f" (de indeling vanaf {day_short(day)})"
            self.verslag.meld(f"Gecontroleerd: {counted(len(codes), 'gemeente', 'gemeenten')}{since}.")

    def _per_region(self, reeks: GemeenteReeks, delen: Mapping[str, _GemeenteDeel]) -> Iterator[CijferRegel]:
        of_regions: dict[str, list[Waarneming]] = {}
        for code, part in delen.items():
            regio = self.lijst.regio_van(code)
            if regio:
                of_regions.setdefault(regio, []).append(part.waarneming)
        for regio, parts in sorted(of_regions.items()):
            plek = Plek(reeks.indicator, regio, reeks.indeling, reeks.categorie, reeks.periode)
            yield CijferRegel(plek, added(parts))

    def _tell_signs(self) -> None:
        for sign, words in ((Teken.GEHEIM, "geheim"), (Teken.ONTBREEKT, "niet bekend")):
            rows = [
                f"{self.lijst.namen.get(code, code)} (rij {part.row})"
                for delen in self.delen.values()
                for code, part in delen.items()
                if part.waarneming.teken is sign
            ]
            if rows:
                told = f"Bij de bron {words}: {some_of(rows)}. Het totaal van hun regio krijgt dan ook geen getal."
                self.verslag.meld(told)


def added(parts: Iterable[Waarneming]) -> Waarneming:
    """The sum of parts. A part that is secret or unknown leaves no sum; nihil counts as 0; a range gives a range."""
    every = [*parts]
    signs = {one.teken for one in every}
    provisional = any(one.voorlopig for one in every)
    for sign in _STRONGEST:
        if sign in signs:
            return Waarneming(None, sign, voorlopig=provisional)
    if signs == {Teken.KAN_NIET}:
        return Waarneming(None, Teken.KAN_NIET, voorlopig=provisional)
    low = sum(one.waarde or 0 for one in every)
    high = sum(one.waarde_tot or one.waarde or 0 for one in every)
    return Waarneming(low, waarde_tot=high if high > low else None, voorlopig=provisional)


def total_in_words(parts: Iterable[CijferRegel]) -> str:
    """The sum of the regions, to be compared with what one knows of the country."""
    total = added(one.waarneming for one in parts if one.waarneming.teken is None)
    low = dutch_number(total.waarde or 0)
    return f"{low} tot {dutch_number(total.waarde_tot)}" if total.waarde_tot else low
