"""What somebody else changed last on a page to write on, so that a page that is open can tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Select, bindparam, select, union_all

from forms.spec import Kind, Step
from portal.domain.roles import Actor
from portal.domain.round.events import UitvraagEventSoort
from portal.models import (
    Answer,
    Antwoordblad,
    BladAntwoord,
    BladRegel,
    Doelstand,
    Plan,
    PlanVersie,
    Rapport,
    RapportBoodschap,
    RapportHoorRegio,
    RapportTekst,
    RegelSoort,
    Regio,
    RegioDuiding,
    Samenvatting,
    Terugsturing,
    TerugsturingOnderdeel,
    Uitvraag,
    UitvraagEvent,
    User,
    Voortgang,
    VoortgangAfwijking,
)
from portal.plain import plain_rows
from portal.services.plan import rows

_OWNER: BindParameter[int] = bindparam("owner")
_KEY: BindParameter[str] = bindparam("key")
_KEYS: BindParameter[str] = bindparam("keys", expanding=True)


@dataclass(frozen=True)
class Place:
    """What is written on one page: its name, the query that finds its last change, and what that asks for.

    An open page asks again and again, so a query is made once for all places of a kind.
    """

    plek: str
    query: Select[Any]
    asked: Mapping[str, Any]


@dataclass(frozen=True)
class LastChange:
    """When somebody else changed something there, and the name of who did."""

    op: datetime
    naam: str


def of_plan_step(plan: Plan, step: Step) -> Place:
    """The texts and lists of a step of a plan."""
    asked = {"owner": plan.id, "keys": _texts(step)}
    return Place(f"plan/{plan.id}/{step.key}", _of_plan(_lists(step)), asked)


def of_sheet_step(blad: Antwoordblad, step: Step) -> Place:
    """The answers, progress and lists of a question of an answer sheet."""
    asked = {"owner": blad.id, "keys": _texts(step)}
    return Place(f"blad/{blad.id}/{step.key}", _of_sheet(_lists(step)), asked)


def of_sentence(rapport: Rapport, sleutel: str) -> Place:
    """A sentence or an own text of a report."""
    return Place(f"rapport/{rapport.id}/{sleutel}", _of_text(), {"owner": rapport.id, "key": sleutel})


def of_message(rapport: Rapport, sleutel: str) -> Place:
    """A message of a report, or what is said of a theme."""
    return Place(f"boodschap/{rapport.id}/{sleutel}", _of_message(), {"owner": rapport.id, "key": sleutel})


def of_hearing(hoor_id: int) -> Place:
    """What a region says of its page of a report."""
    return Place(f"hoor/{hoor_id}", _of_hearing(), {"owner": hoor_id})


def of_condensed(plan_id: int, kolom: str) -> Place:
    """A text of the samenvattende analyse."""
    return Place(f"samenvatting/{plan_id}/{kolom}", _of_cell(), {"owner": plan_id, "key": kolom})


def of_what_was_asked(plan: Plan) -> Place:
    """What a region says that it changed in each part of a plan that came back."""
    return Place(f"plan/{plan.id}/aangepast", _of_returns(), {"owner": plan.id})


def of_feedback(uitvraag: Uitvraag) -> Place:
    """The coördinator's texts of a terugkoppeling: the story of the round tells who wrote them."""
    return Place(f"terugkoppeling/{uitvraag.id}", _of_feedback(), {"owner": uitvraag.id})


def of_regiobeeld(regio: Regio) -> Place:
    """What a region says of its figures: all views stand on one page."""
    return Place(f"regiobeeld/{regio.id}", _of_regiobeeld(), {"owner": regio.id})


def last_change(place: Place, *, since: datetime, actor: Actor) -> LastChange | None:
    """The newest change there by somebody else after a moment."""
    found = plain_rows(place.query, {**place.asked, "since": since, "reader": actor.user_id})
    return LastChange(*found[0]) if found else None


def _texts(step: Step) -> list[str]:
    return [one.key for one in step.questions if not one.kind.is_list]


def _lists(step: Step) -> tuple[Kind, ...]:
    return tuple(one.kind for one in step.questions if one.kind.is_list)


@cache
def _of_plan(lists: tuple[Kind, ...]) -> Select[Any]:
    tables = (rows.TABLES[kind] for kind in lists)
    texts = _changes(Answer, Answer.plan_id == _OWNER, Answer.question_key.in_(_KEYS))
    return _newest(texts, *(_changes(table, table.plan_id == _OWNER) for table in tables))


_PROGRESS: tuple[type[Voortgang | VoortgangAfwijking], ...] = (Voortgang, VoortgangAfwijking)


@cache
def _of_sheet(lists: tuple[Kind, ...]) -> Select[Any]:
    kinds = {kind.value for kind in lists}
    regels = [soort for soort in RegelSoort if soort.value in kinds]
    return _newest(
        _changes(BladAntwoord, BladAntwoord.blad_id == _OWNER, BladAntwoord.question_key.in_(_KEYS)),
        *(_changes(table, table.blad_id == _OWNER) for table in _PROGRESS if Kind.VOORTGANG in lists),
        *([_changes(Doelstand, Doelstand.blad_id == _OWNER)] if Kind.DOELSTANDEN in lists else []),
        *([_changes(BladRegel, BladRegel.blad_id == _OWNER, BladRegel.soort.in_(regels))] if regels else []),
    )


@cache
def _of_text() -> Select[Any]:
    return _newest(_changes(RapportTekst, RapportTekst.rapport_id == _OWNER, RapportTekst.sleutel == _KEY))


@cache
def _of_message() -> Select[Any]:
    mine = (RapportBoodschap.rapport_id == _OWNER, RapportBoodschap.sleutel == _KEY)
    return _newest(_changes(RapportBoodschap, *mine))


@cache
def _of_hearing() -> Select[Any]:
    answered = _changes(RapportHoorRegio, RapportHoorRegio.id == _OWNER, when="antwoord_op", who="antwoord_door_id")
    return _newest(answered)


@cache
def _of_regiobeeld() -> Select[Any]:
    return _newest(_changes(RegioDuiding, RegioDuiding.regio_id == _OWNER))


@cache
def _of_cell() -> Select[Any]:
    return _newest(_changes(Samenvatting, Samenvatting.plan_id == _OWNER, Samenvatting.kolom == _KEY))


@cache
def _of_returns() -> Select[Any]:
    returned = select(Terugsturing.id).join(PlanVersie, Terugsturing.versie_id == PlanVersie.id)
    of_plan = returned.where(PlanVersie.plan_id == _OWNER)
    return _newest(_changes(TerugsturingOnderdeel, TerugsturingOnderdeel.terugsturing_id.in_(of_plan)))


@cache
def _of_feedback() -> Select[Any]:
    saved = (UitvraagEvent.uitvraag_id == _OWNER, UitvraagEvent.soort == UitvraagEventSoort.TERUGKOPPELING_BEWAARD)
    return _newest(_changes(UitvraagEvent, *saved, when="op", who="door_id"))


def _changes(
    table: Any, *where: ColumnElement[bool], when: str = "gewijzigd_op", who: str = "gewijzigd_door_id"
) -> Select[Any]:
    columns = getattr(table, when).label("gewijzigd_op"), getattr(table, who).label("gewijzigd_door_id")
    return select(*columns).where(*where)


def _newest(*changes: Select[Any]) -> Select[Any]:
    every = union_all(*changes).subquery()
    return (
        select(every.c.gewijzigd_op, User.naam)
        .join(User, User.id == every.c.gewijzigd_door_id)
        .where(every.c.gewijzigd_op > bindparam("since"), User.id != bindparam("reader"))
        .order_by(every.c.gewijzigd_op.desc())
        .limit(1)
    )
