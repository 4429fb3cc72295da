"""The answers of all regions in one round, written in bulk and handed in as the portal freezes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import joinedload, undefer

from benchmarks import texts
from benchmarks.editions import ASKED
from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.states import ActieVorm
from portal.domain.roles import Namens
from portal.domain.round.states import BladMove
from portal.domain.sheet.facts import facts_of
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    BladAntwoord,
    BladIndiening,
    BladRegel,
    Indiening,
    RegelSoort,
    Uitvraag,
    User,
    VerwachtingAntwoord,
    Voortgang,
)
from portal.services.filling.freezing import checksum
from portal.services.round import workflow
from portal.services.sheet.content import working_copies

# One region in so many hands in nothing.
SILENT = 15
LISTS = (*[RegelSoort.SUCCES] * 2, *[RegelSoort.LES] * 2, *[RegelSoort.VERWACHTING] * 3)


@dataclass
class Answerer:
    """Who answers (by plan) and who of the kerngroep replies. In an open round the first plan has not handed in."""

    dice: Random
    contacts: dict[int, User]
    coordinator: User
    is_open: bool
    rows: dict[type[Any], list[dict[str, Any]]] = field(default_factory=dict)

    def add(self, table: type[Any], blad: Antwoordblad, **values: Any) -> None:
        """One more row, to be written with all others."""
        stamp = {"gewijzigd_op": clock.now(), "gewijzigd_door_id": self.person(blad).id}
        self.rows.setdefault(table, []).append({"blad_id": blad.id, **values, **stamp})

    def person(self, blad: Antwoordblad) -> User:
        """Who answers on this sheet."""
        return self.contacts[blad.plan_id or 0]


def answer(uitvraag: Uitvraag, by: Answerer) -> None:
    """Fill in all sheets of a round that are about a plan, and hand in nearly all of them."""
    query = select(Antwoordblad).where(Antwoordblad.uitvraag_id == uitvraag.id, Antwoordblad.plan_id.is_not(None))
    with_plan = joinedload(Antwoordblad.plan_indiening).options(undefer(Indiening.snapshot))
    bladen = list(db.session.scalars(query.order_by(Antwoordblad.id).options(with_plan)))
    for blad in bladen:
        _fill(blad, by)
    for table, rows in by.rows.items():
        db.session.execute(insert(table), rows)
    _hand_in(list(_who_answer(bladen, by)), by)
    if not by.is_open:
        _reply(uitvraag, by)


def _fill(blad: Antwoordblad, by: Answerer) -> None:
    for key, text in _answers(by.dice).items():
        by.add(BladAntwoord, blad, question_key=key, text=text)
    for actie_id in _asked_ids(blad):
        status = by.dice.choice(ASKED.choices_of(Kind.VOORTGANG)).key
        by.add(Voortgang, blad, actie_id=actie_id, status=status, toelichting=texts.action_text(by.dice))
    for place, soort in enumerate(LISTS, start=1):
        aan = by.dice.choice(ASKED.choices_of(Kind.VERWACHTINGEN)).key if soort is RegelSoort.VERWACHTING else ""
        by.add(BladRegel, blad, soort=soort, tekst=texts.action_text(by.dice), aan=aan, positie=place)


def _answers(dice: Random) -> dict[str, str]:
    return {
        "afstemming_vorm": dice.choice(ASKED.question("afstemming_vorm").choices).key,
        "afstemming_frequentie": "Elke zes weken",
        "afstemming_toelichting": texts.long_text(dice, 1),
        "voortgang_toelichting": texts.long_text(dice, 1),
        "doel_verwachting": dice.choice(ASKED.question("doel_verwachting").choices).key,
        "doel_toelichting": texts.long_text(dice, 1),
    }


def _asked_ids(blad: Antwoordblad) -> list[int]:
    """The actions that are asked: what was finished in an earlier round has its answer."""
    answered = set(db.session.scalars(select(Voortgang.actie_id).where(Voortgang.blad_id == blad.id)))
    return [one for one in _action_ids(blad) if one not in answered]


def _action_ids(blad: Antwoordblad) -> list[int]:
    rows = blad.plan_indiening.snapshot["acties"] if blad.plan_indiening else []
    return [row["id"] for row in rows if ActieVorm(row["vorm"]).is_action]


def _who_answer(bladen: Sequence[Antwoordblad], by: Answerer) -> Iterator[Antwoordblad]:
    for number, blad in enumerate(bladen):
        not_yet = by.is_open and number == 0
        if not not_yet and number % SILENT != SILENT - 1:
            yield blad


def _hand_in(bladen: Sequence[Antwoordblad], by: Answerer) -> None:
    contents = working_copies(bladen)
    rows = [_submission(blad, content, by) for blad, content in zip(bladen, contents, strict=True)]
    if rows:
        db.session.execute(insert(BladIndiening), rows)
    for blad in bladen:
        blad.indiening_nummer = 1
        workflow.move_sheet(blad, BladMove.INDIENEN, actor=by.person(blad).actor)


def _submission(blad: Antwoordblad, content: dict[str, Any], by: Answerer) -> dict[str, Any]:
    return {
        "blad_id": blad.id,
        "nummer": 1,
        "ingediend_op": clock.now(),
        "ingediend_door_id": by.person(blad).id,
        "namens": Namens.GEMEENTE,
        "snapshot": content,
        "checksum": checksum(content),
        "feiten": facts_of(ASKED, content),
    }


def _reply(uitvraag: Uitvraag, by: Answerer) -> None:
    """The kerngroep answers two of three expectations."""
    query = (
        select(BladRegel.id)
        .join(Antwoordblad, Antwoordblad.id == BladRegel.blad_id)
        .where(Antwoordblad.uitvraag_id == uitvraag.id, BladRegel.soort == RegelSoort.VERWACHTING)
    )
    given = {"tekst": "Wij nemen dit mee.", "datum": clock.today(), "op": clock.now(), "door_id": by.coordinator.id}
    rows = [{"regel_id": regel_id, **given} for regel_id in db.session.scalars(query) if regel_id % 3]
    if rows:
        db.session.execute(insert(VerwachtingAntwoord), rows)
