"""Which submissions somebody may find something in: the policy decides, from how plans and sheets are at this moment.

Of a plan the newest submission that counts, or for people of other regions the newest that is vastgesteld; of a sheet
the newest. Drafts, what was taken back and remarks have no places or are no source: nobody finds a word of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import select

from portal.domain.plan.states import VersieStatus
from portal.domain.policy import Action, Facts, can
from portal.domain.roles import Actor
from portal.models import (
    Antwoordblad,
    BladIndiening,
    BladRegio,
    Indiening,
    Plan,
    PlanRegio,
    PlanVersie,
    Regio,
    Uitvraag,
)
from portal.plain import plain_rows


@dataclass(frozen=True)
class Named:
    """A region for which a text counts."""

    id: int
    code: str
    naam: str


@dataclass(frozen=True)
class Source:
    """A submission that may be read: of a plan (`plan_id`), or of a sheet (`blad_id`) of a round."""

    indiening_id: int
    regios: tuple[Named, ...]
    plan_id: int | None = None
    blad_id: int | None = None
    uitvraag_id: int | None = None
    uitvraag: str = ""

    @cached_property
    def name_key(self) -> tuple[str, ...]:
        """To sort by the names of its regions: 't Gooi stands with the G."""
        return tuple(one.naam.removeprefix("'t ").casefold() for one in self.regios)


@dataclass(frozen=True)
class Library:
    """What one person may find something in, by the id of the submission."""

    plans: Mapping[int, Source]
    sheets: Mapping[int, Source]

    @property
    def rounds(self) -> dict[int, str]:
        """The names of the rounds in it by their id, the newest first."""
        names = {one.uitvraag_id: one.uitvraag for one in self.sheets.values() if one.uitvraag_id}
        return dict(sorted(names.items(), reverse=True))


_COUNTING = (
    select(PlanVersie.plan_id, PlanVersie.status, Indiening.id)
    .join(Indiening, Indiening.versie_id == PlanVersie.id)
    .join(Plan, Plan.id == PlanVersie.plan_id)
    .where(Indiening.nummer == PlanVersie.geldige_indiening, Plan.opgegaan_in_id.is_(None))
    .order_by(PlanVersie.plan_id, PlanVersie.nummer)
)
_REGIOS = select(Regio.id, Regio.code, Regio.naam)
_PLAN_REGIOS = select(PlanRegio.plan_id.label("of"), PlanRegio.regio_id)
_SHEETS = (
    select(Antwoordblad.id.label("blad_id"), Antwoordblad.uitvraag_id, Uitvraag.naam, BladIndiening.id)
    .join(Uitvraag, Uitvraag.id == Antwoordblad.uitvraag_id)
    .join(BladIndiening, BladIndiening.blad_id == Antwoordblad.id)
    .where(BladIndiening.nummer == Antwoordblad.indiening_nummer)
)
_SHEET_REGIOS = select(BladRegio.blad_id.label("of"), BladRegio.regio_id)


def library(actor: Actor) -> Library:
    """What this person may find something in: five short questions, however much there is."""
    regios = {row.id: Named(row.id, row.code, row.naam) for row in plain_rows(_REGIOS)}
    return Library(_plans(actor, regios), _sheets(actor, regios))


def _plans(actor: Actor, known: Mapping[int, Named]) -> dict[int, Source]:
    """What of plans this person may find, by the id of the submission."""
    counting: dict[int, list[Any]] = defaultdict(list)
    for row in plain_rows(_COUNTING):
        counting[row.plan_id].append(row)
    regios = _regios(_PLAN_REGIOS, known)
    found = (
        Source(row.id, regios[plan_id], plan_id=plan_id)
        for plan_id, rows in counting.items()
        for row in _readable(actor, rows, regios[plan_id])
    )
    return {one.indiening_id: one for one in found}


def _readable(actor: Actor, rows: list[Any], regios: tuple[Named, ...]) -> Iterator[Any]:
    """The one submission of a plan that this person reads, oldest version first in `rows`; or none."""
    accepted = [row for row in rows if row.status == VersieStatus.VASTGESTELD]
    facts = Facts(_ids(regios), has_indiening=True, has_vastgesteld=bool(accepted))
    if can(actor, Action.PLAN_CONCEPT_LEZEN, facts) or can(actor, Action.INDIENING_LEZEN, facts):
        yield rows[-1]
    elif accepted and can(actor, Action.PLAN_LEZEN, facts):
        yield accepted[-1]


def _sheets(actor: Actor, known: Mapping[int, Named]) -> dict[int, Source]:
    """What of answer sheets this person may find, by the id of the submission."""
    regios = _regios(_SHEET_REGIOS, known)
    may = {
        of_sheet: can(actor, Action.BLAD_LEZEN, Facts(_ids(of_sheet), has_indiening=True))
        for of_sheet in set(regios.values())
    }
    return {
        row.id: Source(row.id, regios[row.blad_id], blad_id=row.blad_id, uitvraag_id=row.uitvraag_id, uitvraag=row.naam)
        for row in plain_rows(_SHEETS)
        if may.get(regios[row.blad_id])
    }


def _regios(query: Any, known: Mapping[int, Named]) -> dict[int, tuple[Named, ...]]:
    """The regions of each plan or sheet, by name. The same regions are the same tuple, of which there are few."""
    ids: dict[int, list[int]] = defaultdict(list)
    for of, regio_id in plain_rows(query):
        ids[of].append(regio_id)
    together = {group: _by_name(group, known) for group in {tuple(sorted(one)) for one in ids.values()}}
    return defaultdict(tuple, {of: together[tuple(sorted(one))] for of, one in ids.items()})


def _by_name(ids: tuple[int, ...], known: Mapping[int, Named]) -> tuple[Named, ...]:
    return tuple(sorted((known[one] for one in ids), key=lambda one: one.naam.casefold()))


def _ids(regios: tuple[Named, ...]) -> frozenset[int]:
    return frozenset(one.id for one in regios)
