"""One terugkoppeling as plain values: from what a region handed in, and from what was frozen when it was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, datetime
from textwrap import shorten
from typing import Any

from exports.feedback import (
    Antwoord,
    FeedbackDocument,
    NationalCounts,
    OwnAnswers,
    QuestionCount,
    Telling,
    ThemeCount,
)
from exports.labels import WETEN_WIJ_NIET
from exports.sheet import GoalRow, RegelRow, Reply, SheetDocument
from forms.national import Soort, first
from forms.richtext import to_plain
from forms.spec import Kind, Question, Section
from portal.models import BladIndiening, Uitvraag
from portal.services.feedback.counts import closed_questions, status_counts
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import EIGEN_VRAGEN
from portal.services.sheet.document import sheet_document

# Its line begins with it; the whole goal stands in the plan.
_SO_MUCH_OF_A_GOAL = 120
_MOMENTS = ("peilmoment", "verstuurd_op")


def own_answers(indiening: BladIndiening, *, uitvraag: Uitvraag, replies: Mapping[int, Reply]) -> OwnAnswers:
    """What a region told in this submission, with the answers of the kerngroep to what it expects."""
    sheet = sheet_document(
        indiening.snapshot,
        uitvraag=uitvraag,
        status="",
        peilmoment=indiening.ingediend_op,
        deadline=uitvraag.deadline,
        replies=replies,
    )
    return OwnAnswers(
        ingediend_op=indiening.ingediend_op,
        acties=status_counts(sheet.format, indiening.feiten["acties"]),
        antwoorden=(*_answers(sheet), *_goals(sheet)),
        successen=sheet.regels[Kind.SUCCESSEN],
        lessen=sheet.regels[Kind.LESSEN],
        verwachtingen=sheet.regels[Kind.VERWACHTINGEN],
    )


def _answers(sheet: SheetDocument) -> Iterator[Antwoord]:
    """The closed answers, and all answers to the coördinator's own questions; then where a region differs."""
    for section, question in _repeated(sheet):
        text = sheet.text(question.key)
        if text:
            yield Antwoord(section.label, text)
        for afwijking in sheet.afwijkingen:
            other = afwijking.answers.get(question.key, "")
            if other:
                yield Antwoord(section.label, other if isinstance(other, str) else ", ".join(other), afwijking.regio)


def _goals(sheet: SheetDocument) -> Iterator[Antwoord]:
    """Where the goals stood, of which something was said: one line each."""
    section = sheet.format.section_of_kind(Kind.DOELSTANDEN)
    lines = [f"- {_goal(row)}" for row in sheet.doelen if row.is_filled]
    if section and lines:
        yield Antwoord(section.label, "\n".join(lines))


def _goal(row: GoalRow) -> str:
    """ "De instroom daalt: ca. 270 cliënten; gepland was 250; achter op schema"."""
    goal = shorten(to_plain(row.tekst), _SO_MUCH_OF_A_GOAL, placeholder=" …").rstrip(".")
    if row.weet_niet:
        return f"{goal}: {WETEN_WIJ_NIET.lower()}"
    planned = f"gepland was {row.gepland}" if row.gepland else ""
    said = " ".join(filter(None, (row.waarde, row.eenheid)))
    return f"{goal}: {'; '.join(filter(None, (said, planned, row.ligging.lower())))}"


def _repeated(sheet: SheetDocument) -> tuple[tuple[Section, Question], ...]:
    own = [section for block in sheet.format.blocks if block.title == EIGEN_VRAGEN for section in block.sections]
    closed = [pair for pair in closed_questions(sheet.format) if pair[0] not in own]
    return (*closed, *((section, question) for section in own for question in section.questions))


def to_json(document: FeedbackDocument) -> Content:
    """The document as it is frozen; `from_json` gives it back. Whether it is a demo is not of this document."""
    frozen: Content = _plain(asdict(document))
    frozen.pop("demo")
    return frozen


def _plain(value: Any) -> Any:
    """The same value in what JSON knows."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def from_json(frozen: Content, *, demo: bool = False) -> FeedbackDocument:
    """The document that was frozen."""
    values = {name: value for name, value in frozen.items() if name not in (*_MOMENTS, "landelijk", "eigen")}
    return FeedbackDocument(
        **values,
        **{name: _moment(frozen[name]) for name in _MOMENTS},  # type: ignore[arg-type]
        landelijk=_counts(frozen["landelijk"]),
        eigen=_own(frozen["eigen"]) if frozen["eigen"] else None,
        demo=demo,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _counts(frozen: Content) -> NationalCounts:
    return NationalCounts(
        regios=frozen["regios"],
        beantwoord=frozen["beantwoord"],
        niet_gevraagd=frozen["niet_gevraagd"],
        vragen=tuple(QuestionCount(**{**one, "tellingen": _tellingen(one["tellingen"])}) for one in frozen["vragen"]),
        acties=_tellingen(frozen["acties"]),
        themas=tuple(ThemeCount(**{**one, "tellingen": _tellingen(one["tellingen"])}) for one in frozen["themas"]),
    )


def _own(frozen: Content) -> OwnAnswers:
    return OwnAnswers(
        ingediend_op=datetime.fromisoformat(frozen["ingediend_op"]),
        acties=_tellingen(frozen["acties"]),
        antwoorden=tuple(Antwoord(**one) for one in frozen["antwoorden"]),
        successen=_regels(frozen["successen"]),
        lessen=_regels(frozen["lessen"]),
        verwachtingen=_regels(frozen["verwachtingen"]),
    )


def _tellingen(frozen: list[Content]) -> tuple[Telling, ...]:
    return tuple(Telling(**one) for one in frozen)


def _regels(frozen: list[Content]) -> tuple[RegelRow, ...]:
    return tuple(
        RegelRow(**{"aan_key": _aan_key(one["aan"]), **one, "antwoord_datum": _day(one["antwoord_datum"])})
        for one in frozen
    )


def _aan_key(label: str) -> str:
    """Of whom something was expected, of what was frozen before it told so: it was of the first edition."""
    known = first(Soort.PROGRESS).choices_of(Kind.VERWACHTINGEN)
    return next((one.counted for one in known if one.label == label), "")


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
