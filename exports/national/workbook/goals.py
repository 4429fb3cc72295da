"""The columns of where a goal stands, behind those of the goal itself, in the workbook of a report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from exports.columns import Column, ColumnKind
from exports.labels import NIET_INGEVULD, VERBORGEN, WETEN_WIJ_NIET
from exports.national.data import DoelstandBeeld, DoelstellingBeeld, Stand
from exports.national.lookup import Row
from exports.national.workbook.words import BEANTWOORD, STANDEN
from forms.goals import Lies, NoPath, NoVerdict
from forms.richtext import to_plain

_TEXT_WIDTH = 60


def _standing(rij: Row[DoelstellingBeeld], what: Callable[[DoelstandBeeld], Any]) -> Any:
    """What is told of where a goal stands; nothing of one that the round did not ask about."""
    found = rij.bij.doelstanden.get(rij.item.id)
    return what(found) if found else None


def _said(one: DoelstandBeeld) -> str:
    if one.stand is not Stand.BEANTWOORD:
        return STANDEN[one.stand]
    return NIET_INGEVULD if one.reden == NoVerdict.EMPTY else BEANTWOORD


def _value_now(one: DoelstandBeeld) -> str:
    if one.verborgen:
        return VERBORGEN
    return WETEN_WIJ_NIET if one.reden == NoVerdict.UNKNOWN else one.waarde_tekst


def _place(one: DoelstandBeeld) -> str:
    return Lies(one.ligging).label if one.ligging else ""


def _no_place(one: DoelstandBeeld) -> str:
    if one.geen_pad:
        return NoPath(one.geen_pad).words
    told = one.reden and one.reden not in (NoVerdict.EMPTY, NoVerdict.UNKNOWN)
    return NoVerdict(one.reden).words if told else ""


STANDING_COLUMNS: tuple[Column[Row[DoelstellingBeeld]], ...] = (
    Column("Stand", lambda rij: _standing(rij, _said), 24),
    Column("Waarde nu", lambda rij: _standing(rij, _value_now), 20),
    Column("Waarde nu als getal", lambda rij: _standing(rij, lambda one: one.waarde), 13, ColumnKind.NUMBER),
    Column("Gemeten op", lambda rij: _standing(rij, lambda one: one.peildatum), 13, ColumnKind.DATE),
    Column("Gepland voor die dag", lambda rij: _standing(rij, lambda one: one.gepland), 13, ColumnKind.NUMBER),
    Column("Ligging", lambda rij: _standing(rij, _place), 24),
    Column("Waarom geen ligging", lambda rij: _standing(rij, _no_place), 40),
    Column("Toelichting bij de waarde", lambda rij: _standing(rij, lambda one: to_plain(one.toelichting)), _TEXT_WIDTH),
)
