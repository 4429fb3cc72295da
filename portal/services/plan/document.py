"""From the content of a plan (working copy or submission) to what the exporters and the reading pages get."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from exports.plan import ActieRow, DoelstellingRow, MijlpaalRow, PartijRow, PlanDocument
from forms.national import edition
from forms.richtext import to_plain
from forms.spec import Format, Kind, Question
from forms.timeline import Window, in_words
from portal.domain.plan import readings
from portal.domain.plan.states import ActieVorm, VensterBron

# What the list of milestones says of an action that is one.
ACTION_DONE = "Actie gereed"


def plan_document(
    content: Mapping[str, Any],
    *,
    status: str,
    peilmoment: datetime,
    ingediend_op: datetime | None = None,
    demo: bool = False,
) -> PlanDocument:
    """The document of this content. `status` is a label ("Concept"); `peilmoment` when it was so."""
    format_ = edition(content["edition"])
    return PlanDocument(
        format=format_,
        naam=content["naam"],
        status=status,
        peilmoment=peilmoment,
        answers=_answers(format_, content),
        partijen=_partijen(format_, content),
        doelstellingen=tuple(_doelstelling(row) for row in content[Kind.DOELSTELLINGEN.value]),
        acties=tuple(actie_row(row) for row in content[Kind.ACTIES.value]),
        mijlpalen=tuple(_mijlpalen(content)),
        volgt_later=content["volgt_later"],
        bijlagen=tuple(bijlage["naam"] for bijlage in content["bijlagen"]),
        ingediend_op=ingediend_op,
        demo=demo,
    )


def _answers(format_: Format, content: Mapping[str, Any]) -> dict[str, str | tuple[str, ...]]:
    given: dict[str, str | tuple[str, ...]] = {}
    for question in format_.questions:
        text = content["answers"].get(question.key, "")
        if text:
            given[question.key] = choice_labels(question, text) if question.choices else text
    return given


def choice_labels(question: Question, stored: str) -> tuple[str, ...]:
    """The labels of the chosen answers, from their stored keys."""
    return tuple(question.choice_label(key) for key in stored.split())


def _partijen(format_: Format, content: Mapping[str, Any]) -> tuple[PartijRow, ...]:
    question = format_.of_kind(Kind.PARTIJEN)
    label = question.choice_label if question else str
    return tuple(
        PartijRow(row["naam"], label(row["soort"]) if row["soort"] else "", row["id"])
        for row in content[Kind.PARTIJEN.value]
    )


def _doelstelling(row: Mapping[str, Any]) -> DoelstellingRow:
    return DoelstellingRow(
        tekst=row["tekst"],
        landelijk=row["landelijk"],
        indicator=row["indicator"],
        nulwaarde=row["nulwaarde"],
        peildatum=row["peildatum"],
        streefwaarde=row["streefwaarde"],
        eenheid=row["eenheid"],
        einddatum=row["einddatum"],
        gelezen={name: readings.reading_on_paper(row[name], row["gelezen"], name) for name in row["gelezen"]},
        eigen_eenheid=frozenset(name for name in readings.FIGURES if readings.has_own_unit(row["gelezen"], name)),
        id=row["id"],
    )


def actie_row(row: Mapping[str, Any]) -> ActieRow:
    """An action, or a heading above actions, from a row of the content of a plan."""
    vorm = ActieVorm(row["vorm"])
    return ActieRow(
        paragraaf=row["paragraaf"],
        omschrijving=row["omschrijving"],
        verantwoordelijke=row["verantwoordelijke"],
        tijdslijn=row["tijdslijn"],
        venster=_venster(row),
        is_action=vorm.is_action,
        on_its_own=vorm is ActieVorm.KOP_EN_ACTIE,
        is_mijlpaal=row["is_mijlpaal"],
        id=row["id"],
    )


def _mijlpalen(content: Mapping[str, Any]) -> list[MijlpaalRow]:
    own = [
        MijlpaalRow(row["activiteit"], row["mijlpaal"], row["tijdslijn"], _venster(row), row["id"])
        for row in content[Kind.MIJLPALEN.value]
    ]
    from_actions = [
        MijlpaalRow(
            action_on_paper(row["paragraaf"], row["omschrijving"]),
            ACTION_DONE,
            row["tijdslijn"],
            _venster(row),
            actie_id=row["id"],
        )
        for row in content[Kind.ACTIES.value]
        if row["is_mijlpaal"]
    ]
    return own + from_actions


def action_on_paper(paragraaf: str, omschrijving: str) -> str:
    """An action in the list of milestones."""
    return f"{paragraaf} {to_plain(omschrijving)}".strip()


def _venster(row: Mapping[str, Any]) -> str:
    if row["venster_bron"] == VensterBron.GEEN:
        return ""
    return in_words(row["tijdslijn"], Window(_date(row["venster_van"]), _date(row["venster_tot"])))


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
