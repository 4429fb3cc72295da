"""The sheet *Thema per ronde*: how often each theme came by in each round, and how its actions went."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from exports.columns import Column, ColumnKind
from exports.labels import ALLE_REGIOS
from exports.national.choices import choices_of
from exports.national.data import Beeld, CodeBeeld, RapportData, Uitspraak
from exports.national.lookup import Row
from forms.dutch.words import counted

ItemT = TypeVar("ItemT")

_SOORTEN = (
    ("acties", "Actie"),
    ("successen", "Succes"),
    ("lessen", "Les"),
    ("verwachtingen", "Verwachting"),
    ("redenen", "Toelichting"),
)
GEEN_THEMA = "Geen thema past, of nog niet ingedeeld"


@dataclass(frozen=True)
class ThemeRound:
    """One theme in one round. `statussen` are of actions only, and only where the round asked how they go."""

    ronde: str
    soort: str
    thema: str
    aantal: int
    regios: int | None
    statussen: Mapping[str, int] = field(default_factory=dict)


ThemeColumn = Column[Row[ThemeRound]]


def theme_columns(data: RapportData) -> tuple[ThemeColumn, ...]:
    """What it is, how often, and a column for each status of an action."""
    return (
        Column("Thema", lambda rij: rij.item.thema, 44),
        Column("Ronde", lambda rij: rij.item.ronde, 28),
        Column("Soort", lambda rij: rij.item.soort, 15),
        Column("Aantal", lambda rij: rij.item.aantal, 10, ColumnKind.NUMBER),
        Column("Regio’s", lambda rij: rij.item.regios, 10, ColumnKind.NUMBER),
        *_asked(data),
        *(_status(one.key, one.label) for one in choices_of(data).statussen),
    )


def _asked(data: RapportData) -> tuple[ThemeColumn, ...]:
    """Of how many regions that is, when not every round asked the same ones."""
    whom = {one.naam: one.alleen_voor for one in data.rondes}
    if not any(whom.values()):
        return ()
    words = {naam: f"{counted(len(some), 'regio', 'regio’s')}" if some else ALLE_REGIOS for naam, some in whom.items()}
    return (Column("Gevraagd", lambda rij: words.get(rij.item.ronde, ""), 14),)


def _status(key: str, label: str) -> ThemeColumn:
    return Column(label, lambda rij: rij.item.statussen.get(key), 11, ColumnKind.NUMBER)


def theme_rounds(data: RapportData) -> tuple[ThemeRound, ...]:
    """The actions of today's plans in every round, by how they are coded now; what was said in this round and the last.

    A text with two themes stands at both.
    """
    rounds = tuple(one.beeld for one in data.reeks) or (data.vorige, data.beeld)
    said = (line for beeld in rounds if beeld for line in _said(data, beeld))
    return (*_of_actions(data), *said)


def _of_actions(data: RapportData) -> Iterator[ThemeRound]:
    acties = {one.id: one for one in data.beeld.acties}
    for ronde in data.rondes:
        told = [
            line for line in data.voortgang if line.ronde_id == ronde.id and line.status and line.actie_id in acties
        ]
        groups: dict[int | None, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        for line in told:
            for code in acties[line.actie_id].codes or (None,):
                groups[code].append((line.status, acties[line.actie_id].regios))
        for thema, found in _by_book(data, "acties", groups):
            counts = Counter(status for status, _ in found)
            regios = len({one for _, codes in found for one in codes})
            statussen = {one.key: counts[one.key] for one in choices_of(data).statussen}
            yield ThemeRound(ronde.naam, "Actie", thema, len(found), regios, statussen)


def _said(data: RapportData, beeld: Beeld) -> Iterator[ThemeRound]:
    for soort, naam in _SOORTEN[1:]:
        groups: dict[int | None, list[Uitspraak]] = defaultdict(list)
        for one in beeld.said(soort):
            for code in one.codes or (None,):
                groups[code].append(one)
        for thema, items in _by_book(data, soort, groups):
            regios = len({code for one in items for code in one.regios})
            yield ThemeRound(beeld.ronde.naam, naam, thema, len(items), regios)


def _by_book(
    data: RapportData, soort: str, groups: Mapping[int | None, Sequence[ItemT]]
) -> Iterator[tuple[str, Sequence[ItemT]]]:
    """The groups in the order of the code book, by the name of the theme; what has none comes last."""
    for code in (one for one in data.codes if one.soort == soort and one.id in groups):
        yield _name(code), groups[code.id]
    without = [one for key in groups if key is None or not _is_known(data.codes, key) for one in groups[key]]
    if without:
        yield GEEN_THEMA, without


def _is_known(codes: Iterable[CodeBeeld], key: int) -> bool:
    return any(one.id == key for one in codes)


def _name(code: CodeBeeld) -> str:
    return f"{code.naam} (vervallen)" if code.vervallen else code.naam
