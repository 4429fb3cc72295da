"""Which macro of `rapporten/_blokken.html` draws a block of the report."""

from __future__ import annotations

from typing import NoReturn, assert_never

from exports.figures.declared import Figuur
from exports.national.tree import (
    Begrippen,
    Blok,
    Boodschap,
    Cijfers,
    EigenTekst,
    Grafiek,
    Kaart,
    Kopje,
    Lijngrafiek,
    Lijst,
    Tabel,
    Zin,
)


def block_kind(blok: Blok) -> str:
    """The name of the macro that draws this block."""
    match blok:
        case Zin():
            return "zin"
        case EigenTekst():
            return "eigen"
        case Tabel():
            return "tabel"
        case Grafiek() | Lijngrafiek() | Figuur() | Kaart() | Cijfers():
            return _picture_kind(blok)
        case Lijst():
            return "lijst"
        case Begrippen():
            return "begrippen"
        case Kopje():
            return "kopje"
        case Boodschap():
            return "boodschap"
        case _:
            assert_never(blok)


def _picture_kind(blok: Grafiek | Lijngrafiek | Figuur | Kaart | Cijfers) -> str:
    match blok:
        case Grafiek():
            return "grafiek"
        case Lijngrafiek():
            return "lijnen"
        case Figuur():
            return "figuur"
        case Kaart():
            return "kaart"
        case Cijfers():
            return "cijfers"
        case _:
            assert_never(blok)


def not_drawn(kind: str) -> NoReturn:
    """What the template calls for a kind of block that it has no macro for. Always raises LookupError."""
    raise LookupError(f"rapporten/_blokken.html has no macro for a block of kind “{kind}”")
