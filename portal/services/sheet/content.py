"""The content of an answer sheet as JSON: the working copy as it is now, or as it was handed in.

One shape serves the pages, reading, Word, counting and freezing. It holds everything a reader needs, so that a frozen
copy never depends on rows that change later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, bindparam, case, select, union
from sqlalchemy.orm import joinedload, undefer

from forms.spec import Format, Kind
from portal.domain.plan.states import ActieVorm
from portal.domain.policy import Facts
from portal.domain.sheet.last_time import as_asked_now
from portal.domain.sheet.state import action_ids
from portal.extensions import db
from portal.models import (
    Actie,
    Antwoordblad,
    BladAntwoord,
    BladIndiening,
    BladRegel,
    BladRegio,
    Indiening,
    RegelSoort,
    Uitvraag,
    Voortgang,
)
from portal.models.stored import part
from portal.plain import plain_rows
from portal.services import people
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_content


@dataclass
class LoadedSheet:
    """The rows of one working copy, read once."""

    plan: Indiening | None = None
    answers: list[BladAntwoord] = field(default_factory=list)
    voortgang: dict[int, Voortgang] = field(default_factory=dict)
    regels: list[BladRegel] = field(default_factory=list)
    # The name of the round from which progress was carried over, by the id of the submission.
    rounds: dict[int, str] = field(default_factory=dict)

    @property
    def actions(self) -> list[dict[str, Any]]:
        """The rows of the plan's action list, headings included."""
        return list(self.plan.snapshot[Kind.ACTIES.value]) if self.plan else []

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
    for table in (BladAntwoord, Voortgang, BladRegel)
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
    for regel in sorted(db.session.scalars(queries[BladRegel], asked), key=lambda one: (one.positie, one.id)):
        if regel.verwijderd_op is None:
            found[regel.blad_id].regels.append(regel)
    plans = _plans(blad.plan_indiening_id for blad in bladen)
    rounds = _round_names(found.values())
    for blad in bladen:
        found[blad.id].plan = plans.get(blad.plan_indiening_id or 0)
        found[blad.id].rounds = rounds
    return found


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
    acties = loaded.actions
    ids = {row["id"] for row in acties if ActieVorm(row["vorm"]).is_action}
    return {
        "edition": blad.uitvraag.edition,
        "uitvraag": {"id": blad.uitvraag_id, "naam": blad.uitvraag.naam},
        "extra_vragen": list(blad.uitvraag.extra_vragen),
        "naam": blad.naam,
        "regios": [{"id": regio.id, "code": regio.code, "naam": regio.naam} for regio in blad.regios],
        "plan": _plan(loaded.plan),
        "acties": acties,
        "voortgang": {
            str(actie_id): _progress(row, loaded.rounds)
            for actie_id, row in sorted(loaded.voortgang.items())
            if actie_id in ids
        },
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


def _progress(row: Voortgang, rounds: dict[int, str]) -> dict[str, str]:
    return {
        "status": row.status,
        "toelichting": row.toelichting,
        "gelijk_aan": rounds.get(row.gelijk_aan_id or 0, ""),
    }


def _texts(rows: Iterable[BladAntwoord], regio_id: int | None) -> dict[str, str]:
    return {row.question_key: row.text for row in rows if row.regio_id == regio_id and row.text}


def _deviations(blad: Antwoordblad, loaded: LoadedSheet) -> dict[str, dict[str, str]]:
    found = {regio.code: _texts(loaded.answers, regio.id) for regio in blad.regios}
    return {code: texts for code, texts in found.items() if texts}


def _regel(blad: Antwoordblad, row: BladRegel) -> dict[str, Any]:
    codes = {regio.id: regio.code for regio in blad.regios}
    return {"id": row.id, "tekst": row.tekst, "aan": row.aan, "regio_code": codes.get(row.regio_id or 0, "")}


# A union, each part by its own index: with OR, SQLite walks through all submissions.
_ASKED_BEFORE = union(
    select(BladRegio.blad_id).where(BladRegio.regio_id.in_(bindparam("regio_ids", expanding=True))),
    select(Antwoordblad.id).where(Antwoordblad.plan_id == bindparam("plan_id")),
)
_PREVIOUS = (
    select(BladIndiening)
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(
        BladIndiening.nummer == Antwoordblad.indiening_nummer,
        Antwoordblad.id != bindparam("blad_id"),
        Uitvraag.edition != "",
        Uitvraag.periode_tot < bindparam("periode_tot"),
        Antwoordblad.id.in_(_ASKED_BEFORE),
    )
    # The newest round first; in one round the sheet of the very plan goes before that of a region.
    .order_by(
        Uitvraag.periode_tot.desc(),
        case((Antwoordblad.plan_id == bindparam("plan_id"), 0), else_=1),
        BladIndiening.id.desc(),
    )
    .limit(1)
)
_WHOLE = _PREVIOUS.options(undefer(BladIndiening.snapshot))
_newest = _PREVIOUS.with_only_columns(
    BladIndiening.id, BladIndiening.blad_id, part(BladIndiening.snapshot, "uitvraag", "naam").label("uitvraag")
).subquery()
_SEEN = select(_newest, BladRegio.regio_id).join(BladRegio, BladRegio.blad_id == _newest.c.blad_id)


def previous_of(blad: Antwoordblad) -> BladIndiening | None:
    """What these regions answered last time: the submission that counts of the newest earlier national round.

    Of a sheet of the same plan, or of one of the same regions: plans are joined and split. Two queries at most.
    """
    return db.session.scalars(_WHOLE, _asks_before(blad)).first() if blad.uitvraag.edition else None


@dataclass(frozen=True)
class Previous:
    """That these regions answered before: in which submission of which sheet, and how the round was called then."""

    id: int
    blad_id: int
    uitvraag: str
    facts: Facts


def previous_seen(blad: Antwoordblad) -> Previous | None:
    """As `previous_of`, for a page that does not show the answers."""
    rows = plain_rows(_SEEN, _asks_before(blad)) if blad.uitvraag.edition else ()
    facts = Facts(regio_ids=frozenset(row.regio_id for row in rows), has_indiening=True)
    return Previous(rows[0].id, rows[0].blad_id, rows[0].uitvraag, facts) if rows else None


def _asks_before(blad: Antwoordblad) -> dict[str, Any]:
    return {
        "regio_ids": [link.regio_id for link in blad.blad_regios],
        "plan_id": blad.plan_id,
        "blad_id": blad.id,
        "periode_tot": blad.uitvraag.periode_tot,
    }


def previous_progress(content: Content, previous: BladIndiening | None) -> dict[int, dict[str, str]]:
    """What was said last time of each action of this content, by action id; what was not told is left out.

    An action that was copied when a joint plan was split is found under the action it came from.
    """
    if previous is None:
        return {}
    told: dict[str, dict[str, str]] = said_last_time(content, previous)["voortgang"]
    wanted = {actie_id: actie_id for actie_id in action_ids(content)}
    found: dict[int, dict[str, str]] = {}
    while wanted:
        known = {actie_id: one for actie_id, one in wanted.items() if told.get(str(one), {}).get("status")}
        found |= {actie_id: told[str(one)] for actie_id, one in known.items()}
        origins = _origins(set(wanted.values()) - set(known.values()))
        wanted = {a: origins[one] for a, one in wanted.items() if a not in found and one in origins}
    return found


def _origins(actie_ids: set[int]) -> dict[int, int]:
    """From which action each of these was copied; those that were not copied are left out."""
    if not actie_ids:
        return {}
    query = select(Actie.id, Actie.herkomst_id).where(Actie.id.in_(actie_ids))
    return {actie_id: origin for actie_id, origin in db.session.execute(query) if origin}


def previous_content(content: Content, previous: BladIndiening | None) -> Content | None:
    """What was handed in last time, as it would be said now, with its progress by the ids of the actions of now."""
    if previous is None:
        return None
    told = previous_progress(content, previous)
    return {**said_last_time(content, previous), "voortgang": {str(actie_id): one for actie_id, one in told.items()}}


def said_last_time(content: Content, previous: BladIndiening) -> Content:
    """What was handed in last time, with the keys of what this content answers: the edition may be another."""
    return as_asked_now(previous.snapshot, then=_asked(previous.snapshot), now=_asked(content))


def _asked(content: Content) -> Format:
    return format_of_content(content["edition"], content["extra_vragen"], content["uitvraag"]["naam"])
