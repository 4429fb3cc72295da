"""One region over rounds, from what it handed in: at most one sheet per round is read. A fixed number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select

from exports.national.counting.actions import how_it_goes
from exports.national.counting.rounds import short_names
from exports.national.data import ActieBeeld, Stand
from exports.national.trend.actions import NU, ActieInPlan, Gezien, over_rounds
from exports.national.trend.goals import goals_over_rounds
from exports.national.trend.region import Keuze, RegioRonde, RegioVerloop
from exports.national.trend.windows import Venster
from exports.sheet import GoalRow
from forms.spec import Format, Kind, Question
from portal.domain import clock
from portal.extensions import db
from portal.models import PlanRegio, Regio, Uitvraag
from portal.services.plan.in_force import submission_in_force
from portal.services.plan.masking import masking_now
from portal.services.report.gather.codes import NO_BOOK
from portal.services.report.gather.picture import Reader, SheetPart, actions, part_of
from portal.services.report.gather.plans import actions_of
from portal.services.report.gather.rounds import bare_round
from portal.services.report.gather.sheets import regios_of, these_sheets
from portal.services.report.trend.rounds import last_rounds
from portal.services.report.trend.windows import in_plan, origins
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet.document import goal_rows

_CLOSED = (Kind.CHOICE, Kind.CHOICES)
_LISTS = (Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN)


def region_over_rounds(regio: Regio) -> RegioVerloop:
    """Everything that a region handed in over the last rounds, of those rounds only."""
    uitvragen = last_rounds()
    asked = {one.id: format_of_round(one) for one in uitvragen}
    parts, doelen = _parts(regio, asked)
    names = short_names([bare_round(one) for one in uitvragen])
    vragen = _questions(list(asked.values()))
    gezien = [
        *(_seen(names[one.id], parts.get(one.id), regio.code) for one in uitvragen),
        *_plan_now(regio),
    ]
    return RegioVerloop(
        rondes=tuple(_round(one, names[one.id], parts.get(one.id), asked[one.id], regio.code) for one in uitvragen),
        vragen={key: one.label for key, one in vragen.items()},
        acties=over_rounds(gezien, origins()),
        statussen=_statuses(list(asked.values())),
        doelen=goals_over_rounds([doelen.get(one.id, {}) for one in uitvragen]),
    )


def _parts(regio: Regio, asked: Mapping[int, Format]) -> tuple[dict[int, SheetPart], dict[int, dict[int, GoalRow]]]:
    """What the sheet of the region gives, by round; the answers by the keys of their own round. And its goals by id."""
    regios = regios_of(*asked, regio_id=regio.id)
    masking = masking_now()
    readers = {one: Reader(format_, NO_BOOK, masking) for one, format_ in asked.items()}
    found: dict[int, SheetPart] = {}
    doelen: dict[int, dict[int, GoalRow]] = {}
    for one in these_sheets(regios, clock.today()):
        found[one.uitvraag_id] = part_of(one, readers[one.uitvraag_id])
        doelen[one.uitvraag_id] = {row.id: row for row in goal_rows(one.content, None)} if one.content else {}
    rows = actions_of(part.actions_of for part in found.values() if part.actions_of)
    for uitvraag_id, part in found.items():
        if part.actions_of:
            part.acties = actions(part.sheet, rows[part.actions_of], {}, readers[uitvraag_id])
    return found, doelen


def _seen(naam: str, part: SheetPart | None, code: str) -> Gezien:
    """As the actions go in this region, which of a joint plan may be otherwise."""
    here = [_here(one, code) for one in part.acties] if part else []
    acties = (
        ActieInPlan(
            one.id,
            one.paragraaf,
            one.omschrijving,
            one.verantwoordelijke,
            Venster(one.tijdslijn, one.venster_van, one.venster_tot),
        )
        for one in here
    )
    return Gezien(naam, {one.id: one for one in acties}, {one.id: how_it_goes(one) for one in here})


def _here(actie: ActieBeeld, code: str) -> ActieBeeld:
    other = next((one for one in actie.elders if one.regio == code), None)
    return replace(actie, status=other.status, toelichting=other.toelichting) if other else actie


def _plan_now(regio: Regio) -> Iterator[Gezien]:
    """The actions of the plan in force, which may be newer than every round."""
    plan_id = db.session.scalar(select(PlanRegio.plan_id).where(PlanRegio.regio_id == regio.id))
    in_force = submission_in_force(plan_id) if plan_id else None
    if in_force:
        yield Gezien(NU, {one.id: one for one in in_plan(actions_of([in_force])[in_force])})


def _round(uitvraag: Uitvraag, naam: str, part: SheetPart | None, format_: Format, code: str) -> RegioRonde:
    if part is None:
        return RegioRonde(bare_round(uitvraag), naam, Stand.NIET_GEVRAAGD)
    regio = next(one for one in part.regios if one.code == code)
    is_answered = regio.stand is Stand.BEANTWOORD
    asks_progress = format_.of_kind(Kind.VOORTGANG) is not None
    return RegioRonde(
        bare_round(uitvraag),
        naam,
        regio.stand,
        blad_id=regio.blad_id,
        ingediend_op=regio.ingediend_op,
        keuzes={_same(one): _chosen(one, regio.stand, regio.keuzes.get(one.key, "")) for one in _closed(format_)},
        acties=Counter(how_it_goes(_here(one, code)) for one in part.acties) if asks_progress else None,
        aantallen=dict(_counts(part, format_, code)) if is_answered else {},
    )


def _chosen(question: Question, stand: Stand, counted: str) -> Keuze:
    if stand is Stand.BEANTWOORD and not counted:
        stand = Stand.NIET_BEANTWOORD
    labels = {one.counted: one.label for one in question.choices}
    return Keuze(question.label, stand, ", ".join(labels.get(key, key) for key in counted.split()))


def _counts(part: SheetPart, format_: Format, code: str) -> Iterator[tuple[str, int]]:
    for kind in _LISTS:
        if format_.of_kind(kind):
            said = (one for soort, ones in part.uitspraken.items() if soort.value == kind.value for one in ones)
            yield kind.value, sum(code in one.regios for one in said)


def _closed(format_: Format) -> list[Question]:
    return [one for one in format_.questions if one.kind in _CLOSED]


def _same(question: Question) -> str:
    """What a question is known by over rounds: the part it plays, or its key."""
    return question.role.value if question.role else question.key


def _questions(formats: Sequence[Format]) -> dict[str, Question]:
    """The closed questions over rounds, in the words of the newest round that asked each."""
    return {_same(one): one for format_ in formats for one in _closed(format_)}


def _statuses(formats: Sequence[Format]) -> dict[str, str]:
    asked = (format_.of_kind(Kind.VOORTGANG) for format_ in formats)
    return {one.counted: one.label for question in asked if question for one in question.choices}
