"""Gathering the data of a national report: what regions handed in for a round, with the plans and coding behind it.

Everything comes from frozen submissions; nothing of a working copy can get in. The number of queries is fixed,
whatever the number of regions, actions or earlier rounds; each round that a report is about too asks the same few.
What stands in one statement fits together; so that two statements do too while people work, the caller gathers in a
transaction that holds the rounds (`sheets.lock_round`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from exports.national.choices import choices_in, questions_of
from exports.national.data import (
    Beeld,
    DoelstandBeeld,
    DoelstellingBeeld,
    MijlpaalBeeld,
    PlanBeeld,
    RapportData,
    Ronde,
    RondeBeeld,
    Vraag,
)
from exports.national.span import over_rounds, wordless
from forms.national import Soort, editions
from portal.domain import clock
from portal.domain.round.states import UitvraagStatus
from portal.domain.sheet.small import Masking
from portal.models import Uitvraag
from portal.services.consent import national
from portal.services.feedback import expectations
from portal.services.plan.masking import masking_now
from portal.services.report.gather import codes, doubles, inflow
from portal.services.report.gather.picture import Reader, SheetPart, actions, answers, part_of, picture, same_role
from portal.services.report.gather.plans import FrozenPlan, actions_of, as_plan, goals_of, milestones_of, plans_of
from portal.services.report.gather.rounds import (
    Earlier,
    as_round,
    closed_early,
    earlier_rounds,
    previous_of,
    progress_lines,
)
from portal.services.report.gather.sheets import Regios, regios_of, sheets_of
from portal.services.report.gather.standings import unanswered
from portal.services.report.gather.standings import wordless as goals_without_words
from portal.services.round.questionnaire import asked_by, format_of_round, left_out


def gather(uitvraag: Uitvraag, eerder: Sequence[Uitvraag] = (), *, demo: bool = False) -> RapportData:
    """Everything for a report about this round, of this moment.

    With `eerder` (the oldest first) it is about those rounds too: `exports/national/span.py`.
    """
    moment, today = clock.now(), clock.today()
    earlier = earlier_rounds(uitvraag)
    ronde = as_round(uitvraag)
    previous = previous_of(earlier, ronde)
    book = codes.read([uitvraag.id, *([previous.ronde.id] if previous else []), *(one.id for one in eerder)])
    twice = doubles.read(uitvraag.id, book.now)
    reader = Reader(
        format_of_round(uitvraag),
        book,
        masking_now(),
        expectations.replies_by_round(uitvraag),
        doubles=twice,
    )
    regios = regios_of(uitvraag.id)
    parts = _parts(uitvraag.id, regios, reader, today)
    plans, seen = _plans(parts, reader)
    beeld, vragen = picture(ronde, regios.alle, parts), _questions(uitvraag, reader)
    reeks = [*(_of_span(one, reader, today) for one in eerder), RondeBeeld(beeld, vragen)] if eerder else []
    if eerder:
        ids = {one.id for one in eerder}
        earlier = [one for one in earlier if one.ronde.id in ids]
    vorige, toen = _previous(previous, reader, today) if previous else (None, [])
    return RapportData(
        peilmoment=moment,
        beeld=over_rounds([one.beeld for one in reeks]) if reeks else beeld,
        vorige=vorige,
        doelstanden_vorige=tuple(goals_without_words(toen)),
        rondes=(*(one.ronde for one in earlier), beeld.ronde),
        codes=book.codes,
        vragen=vragen,
        antwoorden=answers(beeld, parts, reader),
        plannen=tuple(plan for plan, _, _ in plans),
        doelstellingen=tuple(one for _, goals, _ in plans for one in goals),
        mijlpalen=tuple(one for _, _, milestones in plans for one in milestones),
        voortgang=progress_lines(uitvraag.id, beeld.acties, earlier),
        uitvraag_open=uitvraag.status is UitvraagStatus.OPEN,
        eerder_gesloten=closed_early(uitvraag),
        demo=demo,
        niet_gesteld=tuple(one.name for one in left_out(uitvraag.edition, uitvraag.niet_gesteld)),
        steekproeven=twice.steekproeven,
        keuzes=choices_in([one for one in editions(Soort.PLAN) if one.key in seen], reader.format_),
        instroom=inflow.read_inflow(uitvraag.periode_tot),
        doelstanden=tuple(one for part in parts for one in part.doelstanden),
        reeks=tuple(replace(one, beeld=wordless(one.beeld)) for one in reeks),
    )


def _questions(uitvraag: Uitvraag, reader: Reader) -> tuple[Vraag, ...]:
    return questions_of(reader.format_, {one["key"] for one in uitvraag.extra_vragen})


def _of_span(uitvraag: Uitvraag, reader: Reader, today: date) -> RondeBeeld:
    """An earlier round of a span, with its words; what plays the same part has the key of the last round."""
    asked = format_of_round(uitvraag)
    replies = expectations.replies_by_round(uitvraag)
    then = Reader(asked, reader.book, reader.masking, replies, keys=same_role(asked, reader.format_))
    return RondeBeeld(_picture_of(as_round(uitvraag), then, today)[0], _questions(uitvraag, then))


def _parts(uitvraag_id: int, regios: Regios, reader: Reader, today: date) -> list[SheetPart]:
    """What each sheet gives, by the names of its regions."""
    found = (part_of(sheet, reader) for sheet in sheets_of(uitvraag_id, regios, today))
    return sorted(found, key=lambda part: part.sheet.order)


Pictured = tuple[Beeld, list[DoelstandBeeld]]
_PlanParts = tuple[PlanBeeld, list[DoelstellingBeeld], list[MijlpaalBeeld]]


def _plans(parts: list[SheetPart], reader: Reader) -> tuple[list[_PlanParts], set[str]]:
    """The plan of each sheet in the order of the sheets, and of which editions they are.

    Sheets that gave no answer get the actions of their plan.
    """
    by_plan = {part.sheet.plan_indiening_id: part for part in parts if part.sheet.plan_indiening_id}
    found: dict[int, _PlanParts] = {}
    seen: set[str] = set()
    consent = national.in_words({one: len(part.sheet.codes) for one, part in by_plan.items()})
    for plan in plans_of(by_plan):
        part = by_plan[plan.id]
        if part.actions_of:
            part.acties = actions(part.sheet, plan.acties, {}, reader)
            part.doelstanden = unanswered(part.sheet, plan.doelstellingen) if reader.asks_goals else []
        found[plan.id] = _plan(plan, part, reader.masking, consent[plan.id])
        seen.add(plan.edition)
    return [found[one] for one in by_plan], seen


def _plan(plan: FrozenPlan, part: SheetPart, masking: Masking, consent: str) -> _PlanParts:
    return as_plan(plan, part.sheet, consent), list(goals_of(plan, masking)), list(milestones_of(plan))


def _previous(previous: Earlier, reader: Reader, today: date) -> Pictured:
    """The picture of the previous round and where its goals stood, without words: as much as counting needs."""
    ronde = previous.ronde
    asked = asked_by(previous.edition, previous.extra_vragen, ronde.naam, previous.niet_gesteld.split())
    # Which of its expectations still wait is told; the answers themselves stand in the report of then.
    replies = expectations.replies_by_round_id(ronde.id)
    then = Reader(asked, reader.book, reader.masking, replies, texts=False, keys=same_role(asked, reader.format_))
    return _picture_of(ronde, then, today)


def _picture_of(ronde: Ronde, reader: Reader, today: date) -> Pictured:
    """The picture of an earlier round, and where its goals stood.

    Sheets that gave no answer get the actions of their plan.
    """
    regios = regios_of(ronde.id)
    parts = _parts(ronde.id, regios, reader, today)
    rows = actions_of(part.actions_of for part in parts if part.actions_of)
    for part in parts:
        if part.actions_of:
            part.acties = actions(part.sheet, rows[part.actions_of], {}, reader)
    return picture(ronde, regios.alle, parts), [one for part in parts for one in part.doelstanden]
