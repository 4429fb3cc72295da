"""From the content of an answer sheet (working copy or submission) to what the exporters and the reading pages get."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from exports.sheet import Afwijking, GoalRow, ProgressElsewhere, ProgressRow, RegelRow, Reply, SheetDocument
from forms.dutch.dates import day_short
from forms.dutch.numbers import dutch_number
from forms.goals import NoPath, Path, Verdict
from forms.spec import Format, Kind, Question
from portal.domain.plan import readings
from portal.domain.sheet.goals import path_of, told_before, verdict
from portal.models import Uitvraag
from portal.services.plan.document import actie_row, choice_labels
from portal.services.round.questionnaire import format_of_content

Content = Mapping[str, Any]
_LISTS = (Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN)


def sheet_document(
    content: Content,
    *,
    uitvraag: Uitvraag,
    status: str,
    peilmoment: datetime,
    deadline: date,
    previous: Content | None = None,
    ingediend_op: datetime | None = None,
    demo: bool = False,
    replies: Mapping[int, Reply] | None = None,
) -> SheetDocument:
    """The document of this content.

    `status` is a label ("Ingediend") and `peilmoment` when it was so; `previous` is the content of an earlier round,
    whose progress stands beside; `replies` are the answers of the kerngroep by the id of the expectation.
    """
    format_ = format_of_content(content)
    return SheetDocument(
        format=format_,
        uitvraag=content["uitvraag"]["naam"],
        naam=content["naam"],
        status=status,
        peilmoment=peilmoment,
        deadline=deadline,
        toelichting=uitvraag.toelichting,
        answers=_answers(format_, content["answers"]),
        afwijkingen=_afwijkingen(format_, content),
        voortgang=_voortgang(format_, content, previous),
        doelen=tuple(goal_rows(content, previous)),
        regels={kind: _regels(content, format_.of_kind(kind), kind, replies or {}) for kind in _LISTS},
        vorige=previous["uitvraag"]["naam"] if previous else "",
        is_joint=len(content["regios"]) > 1,
        has_plan=content["plan"] is not None,
        ingediend_op=ingediend_op,
        demo=demo,
    )


def _answers(format_: Format, given: Mapping[str, str]) -> dict[str, str | tuple[str, ...]]:
    answers: dict[str, str | tuple[str, ...]] = {}
    for question in format_.questions:
        text = given.get(question.key, "")
        if text:
            answers[question.key] = choice_labels(question, text) if question.choices else text
    return answers


def _afwijkingen(format_: Format, content: Content) -> tuple[Afwijking, ...]:
    """Where a region differs, in the order of the regions; one that differs in nothing is left out."""
    found = (
        Afwijking(regio["naam"], _answers(format_, content["afwijkingen"].get(regio["code"], {})))
        for regio in content["regios"]
    )
    return tuple(afwijking for afwijking in found if afwijking.answers)


def _voortgang(format_: Format, content: Content, previous: Content | None) -> tuple[ProgressRow, ...]:
    asked = format_.of_kind(Kind.VOORTGANG)
    if asked is None:
        return ()
    before = previous["voortgang"] if previous else {}
    names = {regio["code"]: regio["naam"] for regio in content["regios"]}
    return tuple(
        _progress(row, asked, content["voortgang"].get(str(row["id"]), {}), before.get(str(row["id"]), {}), names)
        for row in content["acties"]
    )


def _progress(
    row: Content, asked: Question, now: Mapping[str, Any], before: Mapping[str, str], names: Mapping[str, str]
) -> ProgressRow:
    """The keys are those that all editions share; the words are those of their edition."""
    status, earlier = now.get("status", ""), before.get("status", "")
    return ProgressRow(
        actie=actie_row(row),
        status=asked.choice_label(status),
        status_key=asked.counted(status),
        toelichting=now.get("toelichting", ""),
        gelijk_aan=now.get("gelijk_aan", ""),
        vorige_status=before.get("label") or asked.choice_label(earlier),
        vorige_toelichting=before.get("toelichting", ""),
        afwijkingen=tuple(
            ProgressElsewhere(
                regio=names.get(code, code),
                status=asked.choice_label(one["status"]),
                status_key=asked.counted(one["status"]),
                toelichting=one["toelichting"],
            )
            for code, one in now.get("afwijkingen", {}).items()
        ),
    )


def _regels(content: Content, asked: Question | None, kind: Kind, replies: Mapping[int, Reply]) -> tuple[RegelRow, ...]:
    names = {regio["code"]: regio["naam"] for regio in content["regios"]}
    return tuple(_regel(row, asked, names, replies.get(row["id"])) for row in content["regels"].get(kind.value, ()))


def _regel(row: Content, asked: Question | None, names: Mapping[str, str], reply: Reply | None) -> RegelRow:
    return RegelRow(
        tekst=row["tekst"],
        aan=asked.choice_label(row["aan"]) if asked else row["aan"],
        aan_key=asked.counted(row["aan"]) if asked else row["aan"],
        regio=names.get(row["regio_code"], ""),
        antwoord=reply.tekst if reply else "",
        antwoord_van=reply.van if reply else "",
        antwoord_datum=reply.datum if reply else None,
    )


def goal_rows(content: Content, previous: Content | None) -> Iterator[GoalRow]:
    """Where each goal of the plan stands, in order, with what was said last time."""
    for goal in content["doelen"]:
        before = told_before(goal, previous)
        earlier = _goal(goal, before) if before else None
        yield _goal(goal, content["doelstanden"].get(str(goal["id"])), earlier)


def _goal(goal: Content, told: Content | None, vorige: GoalRow | None = None) -> GoalRow:
    path = path_of(goal)
    row = GoalRow(
        goal["id"],
        goal["tekst"],
        indicator=goal["indicator"],
        plan=_plan_of(goal),
        eenheid=path.unit if isinstance(path, Path) else goal["eenheid"],
        geen_pad=path.words if isinstance(path, NoPath) else "",
        beter=path.direction.value if isinstance(path, Path) else "",
        vorige=vorige,
        pad=path.points if isinstance(path, Path) else (),
    )
    return row if told is None else _told_of(row, goal, told)


def _plan_of(goal: Content) -> str:
    """The figures of the plan in its own words: "van 300 (1-1-2024) naar < 240 (eind 2024)"."""
    parts = (("van", "nulwaarde", "peildatum"), ("naar", "streefwaarde", "einddatum"))
    said = (
        f"{word} {goal[number]}{f' ({goal[day]})' if goal[day] else ''}" for word, number, day in parts if goal[number]
    )
    return " ".join(said)


def _told_of(row: GoalRow, goal: Content, told: Content) -> GoalRow:
    found = verdict(goal, told)
    return replace(
        row,
        waarde=told["waarde"],
        peildatum=told["peildatum"],
        weet_niet=told["weet_niet"],
        toelichting=told["toelichting"],
        gelezen=_as_read(told),
        gepland=_planned(goal, found),
        ligging=found.lies.label if found.lies else "",
        ligging_key=found.lies.value if found.lies else "",
        reden="" if told["weet_niet"] else found.reason,
        punt=found.drawn,
    )


def _as_read(told: Content) -> str:
    """How the words were read: "215, op 31 maart 2024"; empty without a number."""
    number = readings.reading_in_words(told["gelezen"], readings.ACTUAL)
    window = readings.window_of(told["gelezen"], "peildatum")
    if not number or window is None or window.end is None:
        return number
    return f"{number}, op {day_short(window.end)}"


def _planned(goal: Content, found: Verdict) -> str:
    """What was planned for the day of the actual, as precisely as the plan was typed."""
    path = path_of(goal)
    if found.planned is None or not isinstance(path, Path):
        return ""
    return dutch_number(round(found.planned, path.decimals))
