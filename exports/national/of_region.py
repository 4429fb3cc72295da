"""What a report says of one region, taken out of its tree: what that region reads before anybody else does.

Only what is about the region leaves the tree, and the names of others are hidden in it: its row, its appendix, its
words with its name, and the sentences in which it is named. What another region wrote never does, also not when it
names this one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from exports.national.printed import cell_text, is_silent, number_of
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    EigenTekst,
    Hoofdstuk,
    Kaart,
    Kopje,
    Lijst,
    NationaalRapport,
    Punt,
    Tabel,
    Zin,
)
from forms.richtext.plain import to_plain

ANDERE, ANDEREN = "[andere regio]", "[andere regio’s]"
_MANY = re.compile(rf"{re.escape(ANDERE)}(?:(?:,? en |, ){re.escape(ANDERE)})+")
_TABEL, _REGIOS, _KAART = "regios", "bijlage_regios", "Op de kaart"
_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Ý“\"'(])")
_BETWEEN = re.compile(r"[\s/-]+")
# What may stand around names in a cell, or in the line that says whose words these are.
_AROUND = re.compile(r"\b(en|genoemd door|regio’s|regio|alle|behalve)\b|[\s\d.,;:()–-]", re.IGNORECASE)


@dataclass(frozen=True)
class PaginaPunt:
    """One thing that the report says: `kop` says where or under what, `bron` what stands below it."""

    tekst: str
    kop: str = ""
    bron: str = ""


@dataclass(frozen=True)
class PaginaDeel:
    """A part of the page under a heading."""

    kop: str
    punten: tuple[PaginaPunt, ...]


@dataclass(frozen=True)
class RegioPagina:
    """All that a report says of one region."""

    naam: str
    delen: tuple[PaginaDeel, ...]

    @property
    def lines(self) -> tuple[tuple[str, PaginaPunt], ...]:
        """Every point with the heading it stands under."""
        return tuple((deel.kop, punt) for deel in self.delen for punt in deel.punten)


@dataclass(frozen=True)
class Names:
    """How regions are called. `mine` are the names of this one, `hidden` those that it may not read."""

    mine: frozenset[str]
    hidden: frozenset[str]
    every: re.Pattern[str]

    @classmethod
    def of(cls, code: str, known: Collection[str], namen: Mapping[str, Iterable[str]]) -> Names:
        """`known` are the codes of regions that this one may read of: those of its joint plan."""
        folded = {one: frozenset(folded_name(naam) for naam in many if naam.strip()) for one, many in namen.items()}
        hidden = [many for one, many in folded.items() if one != code and one not in known]
        longest = sorted({naam for many in folded.values() for naam in many}, key=len, reverse=True)
        every = re.compile(rf"(?<!\w)(?:{'|'.join(map(_however_typed, longest))})(?!\w)", re.IGNORECASE)
        mine = folded[code]
        return cls(mine, frozenset[str]().union(*hidden) - mine, every)

    def names_me(self, tekst: str) -> bool:
        """True when this region is named in it; a longer name in which its own stands is another region."""
        return any(folded_name(match[0]) in self.mine for match in self.every.finditer(tekst))

    def is_only_names(self, tekst: str) -> bool:
        """True when it names this region, and there is nothing in it but names."""
        return self.names_me(tekst) and not _AROUND.sub("", self.every.sub("", tekst))

    def veiled(self, tekst: str) -> str:
        """The text without the names of others, nor how many they are."""
        one_by_one = self.every.sub(lambda found: ANDERE if folded_name(found[0]) in self.hidden else found[0], tekst)
        return _MANY.sub(ANDEREN, one_by_one)


def folded_name(naam: str) -> str:
    """A name as it is compared: "Zuid Holland Noord" and "Zuid-Holland Noord" are one, and so are both apostrophes."""
    return _BETWEEN.sub(" ", naam.strip().casefold().replace("’", "'"))


def _however_typed(folded: str) -> str:
    words = (re.escape(word).replace("'", "['’]") for word in folded.split(" "))
    return r"[\s/-]+".join(words)


def page_of_region(tree: NationaalRapport, code: str, names: Names) -> RegioPagina:
    """What this report says of the region with this code."""
    own = tuple(one for one in tree.all_chapters() if one.sleutel == f"regio_{code.lower()}")
    others = tuple(_without_regions(one) for one in tree.hoofdstukken)
    delen = (
        PaginaDeel("Waar uw regio wordt genoemd", tuple(_named(others, names))),
        PaginaDeel("Uw woorden, met de naam van uw regio erbij", tuple(_quotes(others, names))),
        PaginaDeel("Uw regio in de tabel en op de kaart", tuple(_in_overviews(others, names))),
        *(deel for one in own for deel in _appendix(one)),
    )
    return RegioPagina(tree.regionamen[code], tuple(deel for deel in delen if deel.punten))


def _without_regions(one: Hoofdstuk) -> Hoofdstuk:
    """What other regions answered stays away as a whole."""
    return replace(one, delen=()) if one.sleutel == _REGIOS else one


def _blocks(chapters: Iterable[Hoofdstuk]) -> Iterator[tuple[str, Blok]]:
    """Every block that is printed, with how its chapter is called."""
    for one in chapters:
        waar = f"{number_of(one, 1)} {one.naam}".strip()
        yield from ((waar, blok) for blok in (one.kop, *one.blokken) if not is_silent(blok))
        yield from _blocks(one.delen)


def _in_overviews(chapters: Iterable[Hoofdstuk], names: Names) -> Iterator[PaginaPunt]:
    for _, blok in _blocks(chapters):
        if isinstance(blok, Tabel) and blok.sleutel == _TABEL:
            yield from _own_row(blok, names)
        if isinstance(blok, Kaart):
            # Its title tells how many regions there are of a kind: that is not about this one.
            mine = (one for one in blok.tegels if folded_name(one.naam) in names.mine)
            yield from (PaginaPunt(one.woord, kop=_KAART) for one in mine)


def _own_row(tabel: Tabel, names: Names) -> Iterator[PaginaPunt]:
    for row in tabel.rijen:
        if folded_name(cell_text(row[0])) in names.mine:
            yield from (PaginaPunt(cell_text(cel), kop) for kop, cel in zip(tabel.koppen[1:], row[1:], strict=True))


def _appendix(one: Hoofdstuk) -> Iterator[PaginaDeel]:
    """The region's own appendix, whole; a small heading begins a part."""
    kop, punten = "Uw bijlage", list[PaginaPunt]()
    for blok in one.blokken:
        if isinstance(blok, Kopje):
            yield PaginaDeel(kop, tuple(punten))
            kop, punten = f"Uw bijlage: {blok.tekst[:1].lower()}{blok.tekst[1:]}", []
        elif isinstance(blok, Begrippen):
            punten += (PaginaPunt(rij.tekst, rij.naam) for rij in blok.rijen)
        elif isinstance(blok, Lijst):
            punten += (PaginaPunt(punt.tekst, punt.kop, punt.bron) for punt in blok.punten)
    yield PaginaDeel(kop, tuple(punten))


def _quotes(chapters: Iterable[Hoofdstuk], names: Names) -> Iterator[PaginaPunt]:
    """Its own words, where the report says whose they are."""
    for waar, blok in _blocks(chapters):
        if isinstance(blok, Lijst):
            own = (punt for punt in blok.punten if _is_mine(punt, names))
            yield from (PaginaPunt(punt.tekst, waar, names.veiled(punt.bron or punt.kop)) for punt in own)


def _is_mine(punt: Punt, names: Names) -> bool:
    return names.is_only_names(punt.bron) or names.is_only_names(punt.kop)


def _named(chapters: Iterable[Hoofdstuk], names: Names) -> Iterator[PaginaPunt]:
    """The sentences that name it, and the rows of tables: where they stand, and nothing of what stands around them."""
    for waar, blok in _blocks(chapters):
        yield from (PaginaPunt(names.veiled(zin), waar) for zin in _sentences(blok) if names.names_me(zin))
        if isinstance(blok, Tabel) and blok.sleutel != _TABEL and not blok.is_verantwoording:
            yield from _rows(blok, waar, names)


def _sentences(blok: Blok) -> Iterator[str]:
    """The sentences of what the coördinator or the portal wrote; not of what regions did."""
    if isinstance(blok, Zin):
        yield from _END.split(blok.tekst.strip())
    if isinstance(blok, EigenTekst):
        yield from (zin for line in to_plain(blok.tekst).splitlines() for zin in _END.split(line.strip()))
    if isinstance(blok, Boodschap):
        parts = ("".join(deel.tekst for deel in part) for _, part in blok.delen)
        yield from (zin for part in parts for zin in _END.split(part.strip()))


def _rows(tabel: Tabel, waar: str, names: Names) -> Iterator[PaginaPunt]:
    for row in tabel.rijen:
        cells = [cell_text(cel) for cel in row]
        if any(map(names.is_only_names, cells)):
            told = (f"{kop}: {names.veiled(cel).rstrip('.')}" for kop, cel in zip(tabel.koppen, cells, strict=True))
            yield PaginaPunt(f"{'; '.join(told)}.", _where(waar, tabel))


def _where(waar: str, tabel: Tabel) -> str:
    """Where a row stands; a title with a number in it tells of all regions."""
    return waar if re.search(r"\d", tabel.titel) else f"{waar}: {tabel.titel}"
