"""The content of an answer sheet as JSON: the working copy as it is now, or as it was handed in.

One shape serves the pages, reading, Word, counting and freezing. It holds everything a reader needs, so that a frozen
copy never depends on rows that change later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import joinedload, undefer

from forms.spec import Kind
from portal.domain.plan.states import ActieVorm
from portal.domain.sheet.goals import OF_GOAL
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    BladAntwoord,
    BladIndiening,
    BladRegel,
    Doelstand,
    Indiening,
    RegelSoort,
    Uitvraag,
    Voortgang,
    VoortgangAfwijking,
)
from portal.plain import plain_rows
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_round


@dataclass
class LoadedSheet:
    """The rows of one working copy, read once."""

    plan: Indiening | None = None
    answers: list[BladAntwoord] = field(default_factory=list)
    voortgang: dict[int, Voortgang] = field(default_factory=dict)
    # Where an action goes otherwise in one region, by the ids of both; those that differ no more too.
    afwijkend: dict[tuple[int, int], VoortgangAfwijking] = field(default_factory=dict)
    # Where goals stand, by the id of the goal.
    doelstanden: dict[int, Doelstand] = field(default_factory=dict)
    regels: list[BladRegel] = field(default_factory=list)
    # The name of the round from which progress was carried over, by the id of the submission.
    rounds: dict[int, str] = field(default_factory=dict)

    @property
    def actions(self) -> list[dict[str, Any]]:
        """The rows of the plan's action list, headings included."""
        return list(self.plan.snapshot[Kind.ACTIES.value]) if self.plan else []

    @property
    def goals(self) -> list[dict[str, Any]]:
        """The goals of the plan, as far as a sheet keeps them."""
        rows = self.plan.snapshot[Kind.DOELSTELLINGEN.value] if self.plan else ()
        return [{name: row[name] for name in OF_GOAL} for row in rows]

    def answer(self, question_key: str, regio_id: int | None = None) -> BladAntwoord | None:
        """The answer for all regions, or where one region differs."""
        return next((a for a in self.answers if (a.question_key, a.regio_id) == (question_key, regio_id)), None)

    def regels_of(self, soort: RegelSoort) -> list[BladRegel]:
        """The rows of one list, in order."""
        return [regel for regel in self.regels if regel.soort is soort]


# Written down once: putting such a query together takes as long as running it. All rows as they are saved now, also
# when older ones were read before a lock.
_ROWS: dict[type[Any], Select[Any]] = {
    table: select(table)
    .where(table.blad_id.in_(bindparam("blad_ids", expanding=True)))
    .execution_options(populate_existing=True)
    for table in (BladAntwoord, Voortgang, VoortgangAfwijking, Doelstand, BladRegel)
}
_WITH_PEOPLE = {table: query.options(people.named(table.gewijzigd_door)) for table, query in _ROWS.items()}


def load(blad: Antwoordblad) -> LoadedSheet:
    """Read a working copy with who changed what: a fixed number of queries, whatever its size."""
    return load_all([blad])[blad.id]


def load_all(bladen: Sequence[Antwoordblad], *, with_people: bool = True) -> dict[int, LoadedSheet]:
    """Read the working copies of several sheets by id: as many queries as for one."""
    asked, queries = {"blad_ids": [blad.id for blad in bladen]}, _WITH_PEOPLE if with_people else _ROWS
    found: defaultdict[int, LoadedSheet] = defaultdict(LoadedSheet)
    for answer in db.session.scalars(queries[BladAntwoord], asked):
        found[answer.blad_id].answers.append(answer)
    for progress in db.session.scalars(queries[Voortgang], asked):
        found[progress.blad_id].voortgang[progress.actie_id] = progress
    # Most rounds of before did not ask it.
    if asking := [blad.id for blad in bladen if asks_goals(blad)]:
        for standing in db.session.scalars(queries[Doelstand], {"blad_ids": asking}):
            found[standing.blad_id].doelstanden[standing.doel_id] = standing
    # Only regions of a joint plan can differ: most sheets need not ask.
    if joint := [blad.id for blad in bladen if len(blad.blad_regios) > 1]:
        for differing in db.session.scalars(queries[VoortgangAfwijking], {"blad_ids": joint}):
            found[differing.blad_id].afwijkend[differing.actie_id, differing.regio_id] = differing
    for regel in sorted(db.session.scalars(queries[BladRegel], asked), key=lambda one: (one.positie, one.id)):
        if regel.verwijderd_op is None:
            found[regel.blad_id].regels.append(regel)
    plans = _plans(blad.plan_indiening_id for blad in bladen)
    rounds = _round_names(found.values())
    for blad in bladen:
        found[blad.id].plan = plans.get(blad.plan_indiening_id or 0)
        found[blad.id].rounds = rounds
    return found


def asks_goals(blad: Antwoordblad) -> bool:
    """True when the round asks where the goals stand."""
    return format_of_round(blad.uitvraag).of_kind(Kind.DOELSTANDEN) is not None


_PLANS = (
    select(Indiening)
    .where(Indiening.id.in_(bindparam("ids", expanding=True)))
    .options(undefer(Indiening.snapshot), joinedload(Indiening.versie))
)


def _plans(ids: Iterable[int | None]) -> dict[int, Indiening]:
    wanted = {one for one in ids if one is not None}
    return {one.id: one for one in db.session.scalars(_PLANS, {"ids": list(wanted)})} if wanted else {}


_ROUNDS = (
    select(BladIndiening.id, Uitvraag.naam)
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(BladIndiening.id.in_(bindparam("ids", expanding=True)))
)


def _round_names(loaded: Iterable[LoadedSheet]) -> dict[int, str]:
    wanted = {row.gelijk_aan_id for one in loaded for row in one.voortgang.values() if row.gelijk_aan_id}
    return {row.id: row.naam for row in plain_rows(_ROUNDS, {"ids": list(wanted)})} if wanted else {}


def working_copy(blad: Antwoordblad) -> Content:
    """The sheet as it stands now."""
    return as_content(blad, load_all([blad], with_people=False)[blad.id])


def working_copies(bladen: Sequence[Antwoordblad]) -> list[Content]:
    """The working copies of several sheets in their order: as many queries as for one."""
    loaded = load_all(bladen, with_people=False)
    return [as_content(blad, loaded[blad.id]) for blad in bladen]


def as_content(blad: Antwoordblad, loaded: LoadedSheet) -> Content:
    """Rows that were read as content. Progress of actions that are no longer in the plan in force stays out."""
    acties, doelen = loaded.actions, loaded.goals if asks_goals(blad) else []
    ids = {row["id"] for row in acties if ActieVorm(row["vorm"]).is_action}
    return {
        "edition": blad.uitvraag.edition,
        "uitvraag": {"id": blad.uitvraag_id, "naam": blad.uitvraag.naam},
        "extra_vragen": list(blad.uitvraag.extra_vragen),
        "niet_gesteld": blad.uitvraag.niet_gesteld.split(),
        "naam": blad.naam,
        "regios": [{"id": regio.id, "code": regio.code, "naam": regio.naam} for regio in blad.regios],
        "plan": _plan(loaded.plan),
        "acties": acties,
        "doelen": doelen,
        "voortgang": {
            str(actie_id): _progress(blad, row, loaded)
            for actie_id, row in sorted(loaded.voortgang.items())
            if actie_id in ids
        },
        "doelstanden": _standings(doelen, loaded),
        "answers": _texts(loaded.answers, None),
        "afwijkingen": _deviations(blad, loaded),
        "regels": {soort.value: [_regel(blad, row) for row in loaded.regels_of(soort)] for soort in RegelSoort},
    }


def _plan(indiening: Indiening | None) -> dict[str, Any] | None:
    if indiening is None:
        return None
    return {
        "plan_id": indiening.versie.plan_id,
        "indiening_id": indiening.id,
        "ingediend_op": indiening.ingediend_op.isoformat(),
        "is_vastgesteld": indiening.is_vastgesteld,
    }


def _progress(blad: Antwoordblad, row: Voortgang, loaded: LoadedSheet) -> dict[str, Any]:
    return {
        "status": row.status,
        "toelichting": row.toelichting,
        "gelijk_aan": loaded.rounds.get(row.gelijk_aan_id or 0, ""),
        "afwijkingen": _differing(blad, row, loaded),
    }


def _differing(blad: Antwoordblad, row: Voortgang, loaded: LoadedSheet) -> dict[str, dict[str, str]]:
    """Where the action goes otherwise in a region; what became the same as in all regions is left out."""
    found = ((regio.code, loaded.afwijkend.get((row.actie_id, regio.id))) for regio in blad.regios)
    return {
        code: {"status": one.status, "toelichting": one.toelichting}
        for code, one in found
        if one is not None and one.status not in ("", row.status)
    }


def _standings(doelen: Iterable[dict[str, Any]], loaded: LoadedSheet) -> dict[str, dict[str, Any]]:
    """What is said of the goals of the plan; one of which nothing is said is left out."""
    found = (loaded.doelstanden.get(goal["id"]) for goal in doelen)
    return {
        str(row.doel_id): {
            "waarde": row.waarde,
            "peildatum": row.peildatum,
            "weet_niet": row.weet_niet,
            "toelichting": row.toelichting,
            "gelezen": row.gelezen,
        }
        for row in found
        if row and row.is_filled
    }


def _texts(rows: Iterable[BladAntwoord], regio_id: int | None) -> dict[str, str]:
    return {row.question_key: row.text for row in rows if row.regio_id == regio_id and row.text}


def _deviations(blad: Antwoordblad, loaded: LoadedSheet) -> dict[str, dict[str, str]]:
    found = {regio.code: _texts(loaded.answers, regio.id) for regio in blad.regios}
    return {code: texts for code, texts in found.items() if texts}


def _regel(blad: Antwoordblad, row: BladRegel) -> dict[str, Any]:
    codes = {regio.id: regio.code for regio in blad.regios}
    return {"id": row.id, "tekst": row.tekst, "aan": row.aan, "regio_code": codes.get(row.regio_id or 0, "")}
