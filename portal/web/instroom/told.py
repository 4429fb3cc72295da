"""Figures as lines of a table of the coördinator, in the open: what it is of, what stands there, what stood there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from portal.domain.instroom.figures import Plek, Waarneming
from portal.domain.instroom.words import figure_in_words, value_in_words
from portal.models import InstroomCijfer

Pair = tuple[InstroomCijfer | None, InstroomCijfer]
FIRST_CHANGES, FIRST_NEW = 100, 25


@dataclass(frozen=True)
class CijferLijn:
    """A line: the figure in words, where its passport is, what stood there ("" for nothing), what stands there."""

    naam: str
    paspoort: str
    oud: str
    nieuw: str
    geldt: bool


def lines_of(pairs: Sequence[Pair], regios: Mapping[str, str]) -> list[CijferLijn]:
    """Lines of pairs (as it counts now, as it would be)."""
    return [_line(old, new, regios) for old, new in pairs]


def _line(old: InstroomCijfer | None, new: InstroomCijfer, regios: Mapping[str, str]) -> CijferLijn:
    plek = plek_of(new)
    before = value_in_words(said_by(old)) if old else ""
    return CijferLijn(
        figure_in_words(plek, regios), passport_at(plek), before, value_in_words(said_by(new)), new.actueel
    )


def plek_of(cijfer: InstroomCijfer) -> Plek:
    """What a stored figure is of."""
    return Plek(cijfer.indicator, cijfer.gebied, cijfer.indeling, cijfer.categorie, cijfer.periode)


def said_by(cijfer: InstroomCijfer) -> Waarneming:
    """What a stored figure says."""
    return Waarneming(cijfer.waarde, cijfer.teken, cijfer.waarde_tot, cijfer.voorlopig)


def passport_at(plek: Plek) -> str:
    """The address of the passport of a figure."""
    return url_for("instroom.cijfer", **address_of(plek))


def address_of(plek: Plek) -> dict[str, Any]:
    """The parts of the address of a figure."""
    return {**plek._asdict(), "indeling": plek.indeling.value}
