"""What every drawing of the tree agrees on: what leaves no trace, what a heading says, and what stands in a cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from exports.figures.declared import Figuur
from exports.labels import ONBEKEND
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cel,
    Cijfers,
    EigenTekst,
    Grafiek,
    Hoofdstuk,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    NationaalRapport,
    Tabel,
    Zin,
)
from forms.dutch.numbers import dutch_number

BIJLAGE, INHOUD, COLOFON = "Bijlage", "Inhoud", "Colofon"
# The keys of the chapters of the first spread.
KERNBOODSCHAPPEN, IN_EEN_BLIK = "kernboodschappen", "blik"
# The key of the account of the numbers, and its heading above who agreed.
VERANTWOORDING, AKKOORD = "bijlage_cijfers", "Op welke tekst de kerngroep akkoord gaf"
# Words that may stand in a column of numbers are no longer than this.
_SHORT_WORD = 16
# So many columns have room for words of an ordinary size.
_MOST_COLUMNS = 9


Diagram = Grafiek | Lijngrafiek


def names_of(diagram: Diagram) -> tuple[str, ...]:
    """What stands along the axis of words of a chart: categories, or moments."""
    return diagram.momenten if isinstance(diagram, Lijngrafiek) else diagram.categorieen


def series_of(diagram: Diagram) -> tuple[tuple[str, Sequence[int | None], str], ...]:
    """The name, the values and the status of each series of a chart."""
    found = diagram.lijnen if isinstance(diagram, Lijngrafiek) else diagram.reeksen
    return tuple((one.naam, one.waarden, one.status) for one in found)


def is_silent(blok: Blok) -> bool:
    """True for a block that has nothing to say: it leaves no trace."""
    match blok:
        case Zin():
            return blok.weggelaten or not blok.tekst.strip()
        case EigenTekst() | Kopje() | Boodschap():
            return not blok.tekst.strip()
        case Grafiek():
            return not (blok.categorieen and blok.reeksen)
        case Lijngrafiek():
            return not (blok.momenten and blok.lijnen)
        case Figuur():
            return blok.is_leeg
        case Kaart():
            return not blok.tegels
        case Tabel() | Begrippen() | Cijfers():
            return not blok.rijen
        case Lijst():
            return not blok.punten
        case _:
            assert_never(blok)


def in_front(rapport: NationaalRapport) -> tuple[tuple[Hoofdstuk, ...], tuple[Hoofdstuk, ...]]:
    """The first spread, which stands before the table of contents, and the other chapters.

    It is the messages and Nederland in one glance; a report without messages begins with its contents.
    """
    has_messages = any(one.sleutel == KERNBOODSCHAPPEN for one in rapport.hoofdstukken)
    keys = (KERNBOODSCHAPPEN, IN_EEN_BLIK) if has_messages else ()
    front = tuple(one for one in rapport.hoofdstukken if one.sleutel in keys)
    return front, tuple(one for one in rapport.hoofdstukken if one.sleutel not in keys)


def used_in(rapport: NationaalRapport) -> frozenset[str]:
    """The tokens of the numbers that stand in its sentences and messages."""
    blocks = [blok for one in rapport.all_chapters() for blok in (one.kop, *one.blokken) if not is_silent(blok)]
    sentences = (blok.delen for blok in blocks if isinstance(blok, Zin))
    messages = (part for blok in blocks if isinstance(blok, Boodschap) for _, part in blok.delen)
    return frozenset(deel.sleutel for part in (*sentences, *messages) for deel in part if deel.sleutel)


def heading_of(hoofdstuk: Hoofdstuk) -> str:
    """The sentence that is printed as heading; the short name when the sentence was left out."""
    return hoofdstuk.naam if hoofdstuk.kop.weggelaten else hoofdstuk.kop.tekst.strip() or hoofdstuk.naam


def is_lettered(hoofdstuk: Hoofdstuk, level: int) -> bool:
    """True for an appendix itself, not for a part of one."""
    return hoofdstuk.is_bijlage and bool(hoofdstuk.nummer) and level == 1


def number_of(hoofdstuk: Hoofdstuk, level: int) -> str:
    """The number as it stands before the heading: "3.1" or "Bijlage A"; "" without one."""
    return f"{BIJLAGE} {hoofdstuk.nummer}" if is_lettered(hoofdstuk, level) else hoofdstuk.nummer


def version_line(rapport: NationaalRapport) -> str:
    """ "Concept – versie 1"; of a document without versions what it is."""
    return f"{rapport.status} – versie {rapport.versie}" if rapport.versie else rapport.status


def cell_text(cel: Cel) -> str:
    """What stands in a cell: "1.250", words, or a dash where nothing is known."""
    if isinstance(cel.waarde, int):
        return dutch_number(cel.waarde)
    return cel.waarde if cel.waarde and cel.waarde.strip() else ONBEKEND


def is_wide(tabel: Tabel) -> bool:
    """A table with so many columns that its words are small and stand close."""
    return len(tabel.koppen) > _MOST_COLUMNS


def is_numeric(rijen: Sequence[Sequence[Cel]], column: int) -> bool:
    """A column of numbers, in which words may stand for a number that is not there ("niet gevraagd")."""
    values = [rij[column].waarde for rij in rijen]
    words = [one for one in values if isinstance(one, str)]
    return len(words) < len(values) and all(len(one) <= _SHORT_WORD for one in words)
