"""From the content of an answer sheet (working copy or submission) to what the exporters and the reading pages get."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from exports.sheet import Afwijking, ProgressElsewhere, ProgressRow, RegelRow, Reply, SheetDocument
from forms.spec import Format, Kind, Question
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
