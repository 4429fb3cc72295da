"""What regions expect of national parties, and what the kerngroep answers.

The list reads frozen submissions only: of every sheet the newest one. An answer hangs on the permanent id of the
expectation, so it stays when the region hands in a correction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import func, select, true
from sqlalchemy.orm import joinedload, lazyload, load_only

from exports.expectations import ExpectationLine
from exports.sheet import Reply
from forms.national import Soort, all_choices, progress_edition
from forms.spec import Choice, Kind
from portal.database import begin_writing
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, BladRegel, Uitvraag, User, VerwachtingAntwoord
from portal.models.stored import part
from portal.services.feedback import expectation_notices
from portal.services.regios import name_key
from portal.services.round.problems import SheetProblem

_NO_WORD = re.compile(r"\W+")

# Only the part of a submission that is asked: a snapshot also holds all actions of the plan.
_SUBMITTED = (
    select(
        BladIndiening.blad_id,
        Antwoordblad.uitvraag_id,
        Uitvraag.naam.label("uitvraag"),
        Uitvraag.edition,
        part(BladIndiening.snapshot, "regels", "verwachtingen").label("verwachtingen"),
        part(BladIndiening.snapshot, "regios").label("regios"),
    )
    .join(Antwoordblad, BladIndiening.blad_id == Antwoordblad.id)
    .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
    .where(BladIndiening.nummer == Antwoordblad.indiening_nummer)
    .order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc(), BladIndiening.blad_id)
)
_ROUNDS_ASKED = (
    select(Uitvraag)
    .where(Uitvraag.id.in_(select(Antwoordblad.uitvraag_id).where(Antwoordblad.indiening_nummer > 0)))
    .order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc())
)
_NEWEST_ROUND_ASKED = _ROUNDS_ASKED.limit(1)
_DOOR = joinedload(VerwachtingAntwoord.door).options(
    load_only(User.naam), joinedload(User.organisatie), lazyload(User.lidmaatschappen)
)


class StaleAnswer(SheetProblem):
    """Somebody answered this expectation since the page was opened; `newest` is what that person wrote."""

    def __init__(self, newest: VerwachtingAntwoord, line: ExpectationLine) -> None:
        self.newest = newest
        super().__init__(
            f"{newest.door.naam} heeft deze verwachting van {line.regio} intussen ook beantwoord. "
            "Lees dat antwoord. Pas zo nodig uw tekst of uw keuze aan en sla dan opnieuw op."
        )


def national_list(*, uitvraag: Uitvraag | None = None, aan: str = "", only_open: bool = False) -> list[ExpectationLine]:
    """What was handed in, per party in the order of the questionnaire; then the newest round first, the same together.

    `uitvraag` None: of all rounds. `aan` is the counted key of a party, empty for all. A fixed number of queries.
    """
    lines = [line for line in _lines(uitvraag) if not aan or line.aan_key == aan]
    if only_open:
        lines = [line for line in lines if line.is_open]
    first = {words: number for number, words in reversed(list(enumerate(map(_words, lines))))}
    order = {one.counted: number for number, one in enumerate(addressees())}
    return sorted(lines, key=lambda line: (order.get(line.aan_key, len(order)), first[_words(line)]))


def addressees() -> tuple[Choice, ...]:
    """Of whom something can be expected, in any edition, in the order of the newest."""
    return all_choices(Soort.PROGRESS, Kind.VERWACHTINGEN)


def find(regel_id: int) -> ExpectationLine | None:
    """The expectation with this id when it is in a submission that counts and the kerngroep can answer it."""
    blad = db.session.scalar(
        select(Antwoordblad).join(BladRegel, BladRegel.blad_id == Antwoordblad.id).where(BladRegel.id == regel_id)
    )
    if blad is None:
        return None
    found = next((line for line in _lines(blad.uitvraag) if line.regel_id == regel_id), None)
    return None if found is None or found.for_region else found


def of_sheet(blad: Antwoordblad) -> list[ExpectationLine]:
    """What one sheet handed in, in its own order; nothing while it was not."""
    replies = replies_for(blad)
    sheets = db.session.execute(_SUBMITTED.where(BladIndiening.blad_id == blad.id))
    return [_line(sheet, row, replies.get(row["id"])) for sheet in sheets for row in sheet.verwachtingen or ()]


def answers_to(regel_id: int) -> list[VerwachtingAntwoord]:
    """All answers to an expectation, the newest first."""
    query = select(VerwachtingAntwoord).where(VerwachtingAntwoord.regel_id == regel_id).options(_DOOR)
    return list(db.session.scalars(query.order_by(VerwachtingAntwoord.id.desc())))


def answer(line: ExpectationLine, *, tekst: str, datum: date | None, actor: Actor, seen: int) -> VerwachtingAntwoord:
    """Add an answer to an expectation and tell the region. `seen` is the id of the newest answer on the page, or 0.

    Pressing twice is answering once, and saving what stood on the page changes nothing: both give the answer that is
    there, and mail nobody. Raises StaleAnswer when somebody else answered meanwhile, SheetProblem without
    a text or when the expectation was taken back.
    """
    if not tekst.strip():
        raise SheetProblem("Schrijf op wat de regio van u kan verwachten.")
    _lock(line.regel_id)
    blad = _sheet(line.blad_id)
    if not any(one.regel_id == line.regel_id and not one.for_region for one in of_sheet(blad)):
        raise SheetProblem("De regio heeft deze verwachting intussen ingetrokken. Uw antwoord is niet opgeslagen.")
    newest = next(iter(answers_to(line.regel_id)), None)
    if newest is not None:
        is_same = (newest.tekst, newest.datum) == (tekst, datum)
        if is_same and (newest.door_id == actor.user_id or newest.id == seen):
            return newest
        if newest.id != seen:
            raise StaleAnswer(newest, line)
    given = VerwachtingAntwoord(regel_id=line.regel_id, tekst=tekst, datum=datum, op=clock.now(), door_id=actor.user_id)
    db.session.add(given)
    db.session.flush()
    expectation_notices.answered(blad, given)
    return given


def in_same_words(line: ExpectationLine) -> list[ExpectationLine]:
    """What other regions expect in these words of this party in the same round."""
    lines = _lines(db.session.get_one(Uitvraag, line.uitvraag_id))
    return [one for one in lines if one.regel_id != line.regel_id and _words(one) == _words(line)]


def replies_for(blad: Antwoordblad) -> dict[int, Reply]:
    """What the kerngroep answered to the expectations on this sheet, by their ids; the newest answer counts."""
    return _replies(BladRegel.blad_id == blad.id)


def replies_by_round(uitvraag: Uitvraag) -> dict[int, Reply]:
    """As `replies_for`, of all sheets of a round at once."""
    return replies_by_round_id(uitvraag.id)


def replies_by_round_id(uitvraag_id: int) -> dict[int, Reply]:
    """As `replies_by_round`, of the round with this id."""
    return _replies(BladRegel.blad_id.in_(select(Antwoordblad.id).where(Antwoordblad.uitvraag_id == uitvraag_id)))


def rounds_asked() -> list[Uitvraag]:
    """The rounds in which something was handed in, the newest first."""
    return list(db.session.scalars(_ROUNDS_ASKED))


def newest_round_asked() -> Uitvraag | None:
    """The first of `rounds_asked`, or None."""
    return db.session.scalars(_NEWEST_ROUND_ASKED).first()


def _sheet(blad_id: int) -> Antwoordblad:
    return db.session.scalars(select(Antwoordblad).where(Antwoordblad.id == blad_id)).one()


def _lock(regel_id: int) -> None:
    """Let others who answer this expectation wait until this transaction ends."""
    begin_writing(db.session.connection())
    db.session.execute(select(BladRegel.id).where(BladRegel.id == regel_id).with_for_update()).all()


def _lines(uitvraag: Uitvraag | None) -> list[ExpectationLine]:
    query = _SUBMITTED.where(Antwoordblad.uitvraag_id == uitvraag.id) if uitvraag else _SUBMITTED
    replies = replies_by_round(uitvraag) if uitvraag else _replies(true())
    found = [
        _line(sheet, row, replies.get(row["id"]))
        for sheet in db.session.execute(query)
        for row in sheet.verwachtingen or ()
    ]
    return _with_the_same(found)


def _line(sheet: Any, row: Mapping[str, Any], reply: Reply | None) -> ExpectationLine:
    regios = [one["naam"] for one in sheet.regios if row["regio_code"] in ("", one["code"])]
    asked = progress_edition(sheet.edition).question_of_kind(Kind.VERWACHTINGEN)
    return ExpectationLine(
        regel_id=row["id"],
        blad_id=sheet.blad_id,
        uitvraag_id=sheet.uitvraag_id,
        uitvraag=sheet.uitvraag,
        regios=tuple(sorted(regios, key=name_key)),
        aan_key=asked.counted(row["aan"]),
        aan=asked.choice_label(row["aan"]),
        tekst=row["tekst"],
        antwoord=reply.tekst if reply else "",
        antwoord_van=reply.van if reply else "",
        antwoord_op=reply.op if reply else None,
        antwoord_datum=reply.datum if reply else None,
    )


def _with_the_same(lines: Sequence[ExpectationLine]) -> list[ExpectationLine]:
    """Each line with the other regions that expect the same of the same party, whatever their capitals and signs."""
    asked_by: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for line in lines:
        asked_by[_words(line)] |= dict.fromkeys(line.regios)
    return [
        replace(
            line,
            ook=tuple(sorted((name for name in asked_by[_words(line)] if name not in line.regios), key=name_key)),
        )
        for line in lines
    ]


def _words(line: ExpectationLine) -> tuple[str, str]:
    return line.aan_key, _NO_WORD.sub(" ", line.tekst).strip().casefold()


def _replies(which: Any) -> dict[int, Reply]:
    newest = (
        select(func.max(VerwachtingAntwoord.id))
        .join(BladRegel, VerwachtingAntwoord.regel_id == BladRegel.id)
        .where(which)
        .group_by(VerwachtingAntwoord.regel_id)
    )
    found: Iterable[VerwachtingAntwoord] = db.session.scalars(
        select(VerwachtingAntwoord).where(VerwachtingAntwoord.id.in_(newest)).options(_DOOR)
    )
    return {one.regel_id: reply_of(one) for one in found}


def reply_of(given: VerwachtingAntwoord) -> Reply:
    """An answer as plain values; who gave it is a person with an organisation."""
    organisatie = given.door.organisatie.naam
    return Reply(given.tekst, f"{given.door.naam}, {organisatie}", given.op, given.datum, organisatie)
