"""The numbers in a terugkoppeling: how all regions answered a round, from frozen submissions only.

Closed questions count distinct regions: each region of a joint plan counts, with its own answer where it differs. An
action counts once, also when its plan is of two regions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select

from exports.feedback import NationalCounts, QuestionCount, Telling
from forms.spec import Choice, Format, Kind, Question, Section
from portal.extensions import db
from portal.models import COUNTS, Antwoordblad, BladIndiening, BladRegio, Regio, Uitvraag
from portal.models.stored import part
from portal.services.feedback.themes import theme_counts
from portal.services.round.questionnaire import format_of_round

_CLOSED = (Kind.CHOICE, Kind.CHOICES)


def national_counts(uitvraag: Uitvraag) -> NationalCounts:
    """How all regions answered this round, in a fixed number of queries."""
    format_ = format_of_round(uitvraag)
    asked = _asked(uitvraag)
    # Of a round for some regions they are all: nothing is known of the others (docs/decisions/uitvragen.md).
    total = asked if uitvraag.gevraagde_regios else db.session.scalar(select(func.count(Regio.id))) or 0
    sheets = _submitted(uitvraag)
    given = [answers for sheet in sheets for answers in _answers_per_region(sheet)]
    return NationalCounts(
        regios=total,
        beantwoord=len(given),
        niet_gevraagd=total - asked,
        vragen=tuple(
            _count(section, question, given, total=total, asked=asked)
            for section, question in closed_questions(format_)
        ),
        acties=status_counts(format_, _added_up(sheet.feiten["acties"] for sheet in sheets)),
        themas=theme_counts(uitvraag, format_, sheets),
    )


def closed_questions(format_: Format) -> tuple[tuple[Section, Question], ...]:
    """The questions whose answers can be counted, each with its onderdeel."""
    return tuple(
        (section, question)
        for section in format_.sections
        for question in section.questions
        if question.kind in _CLOSED
    )


def status_counts(format_: Format, counts: Mapping[str, int]) -> tuple[Telling, ...]:
    """How many actions have each status, in the order of the questionnaire; a status of no action is left out."""
    choices = format_.choices_of(Kind.VOORTGANG)
    return tuple(Telling(one.label, counts[one.counted]) for one in choices if counts.get(one.counted))


def _asked(uitvraag: Uitvraag) -> int:
    """How many regions were asked: not those of a sheet that says "niet gevraagd", and not those without a sheet."""
    query = (
        select(func.count(BladRegio.regio_id))
        .join(Antwoordblad, BladRegio.blad_id == Antwoordblad.id)
        .where(Antwoordblad.uitvraag_id == uitvraag.id, Antwoordblad.niet_gevraagd.is_(False))
    )
    return db.session.scalar(query) or 0


def _submitted(uitvraag: Uitvraag) -> Sequence[Any]:
    """What counts of each answered sheet; one that is not asked any more does not count."""
    return db.session.execute(
        select(
            BladIndiening.feiten,
            part(BladIndiening.snapshot, "regios").label("regios"),
            part(BladIndiening.snapshot, "answers").label("answers"),
            part(BladIndiening.snapshot, "afwijkingen").label("afwijkingen"),
            part(BladIndiening.snapshot, "regels").label("regels"),
        )
        .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
        .where(
            Antwoordblad.uitvraag_id == uitvraag.id,
            COUNTS,
        )
        .order_by(BladIndiening.id)
    ).all()


def _answers_per_region(sheet: Any) -> list[dict[str, str]]:
    return [{**sheet.answers, **sheet.afwijkingen.get(regio["code"], {})} for regio in sheet.regios]


def _count(
    section: Section, question: Question, given: Sequence[Mapping[str, str]], *, total: int, asked: int
) -> QuestionCount:
    chosen = [answers[question.key].split() for answers in given if answers.get(question.key)]
    counts = Counter(key for keys in chosen for key in set(keys))
    return QuestionCount(
        vraag=section.label,
        tellingen=tuple(Telling(choice.label, counts[choice.key]) for choice in _shown(question, counts)),
        niet_beantwoord=asked - len(chosen),
        niet_gevraagd=total - asked,
    )


def _shown(question: Question, counts: Mapping[str, int]) -> tuple[Choice, ...]:
    """All choices, also those that nobody made, and any that are no longer offered."""
    known = {choice.key for choice in question.choices}
    return (*question.choices, *(Choice(key, key) for key in counts if key not in known))


def _added_up(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for one in counts:
        total.update(one)
    return total
