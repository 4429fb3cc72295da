"""One answer to what several regions expect in the same words of the same party, in one round: given, or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, select

from exports.expectations import ExpectationLine
from portal.domain.roles import Actor
from portal.models import VerwachtingAntwoord
from portal.plain import plain_rows
from portal.services.feedback import expectations

_NEWEST = (
    select(VerwachtingAntwoord.regel_id, func.max(VerwachtingAntwoord.id))
    .where(VerwachtingAntwoord.regel_id.in_(bindparam("ids", expanding=True)))
    .group_by(VerwachtingAntwoord.regel_id)
)


@dataclass(frozen=True)
class Alike:
    """What another region expects in the same words. `newest` is the id of its newest answer, 0 when it has none.

    `goes_along`: it awaits an answer, or has the same one as the expectation beside it.
    """

    line: ExpectationLine
    newest: int
    goes_along: bool


def alike(line: ExpectationLine) -> list[Alike]:
    """What other regions expect in these words of this party in the same round, answered or not."""
    found = expectations.in_same_words(line)
    newest = dict(map(tuple, plain_rows(_NEWEST, {"ids": [one.regel_id for one in found]}))) if found else {}
    return [Alike(one, newest.get(one.regel_id, 0), _goes_along(line, one)) for one in found]


def _goes_along(line: ExpectationLine, other: ExpectationLine) -> bool:
    is_same = (other.antwoord, other.antwoord_datum) == (line.antwoord, line.antwoord_datum)
    return other.is_open or is_same


def answer_together(
    line: ExpectationLine,
    others: Sequence[tuple[ExpectationLine, int]],
    *,
    tekst: str,
    datum: date | None,
    actor: Actor,
    seen: int,
) -> list[ExpectationLine]:
    """Give one answer to an expectation and to others of `alike`, and tell every region: all of them, or none.

    With each comes the id of the newest answer that stood on the page, or 0. Returns those that have another answer
    than stood there, in the order of the page. Raises what `expectations.answer` raises.
    """
    asked = ((line, seen), *others)
    # In the order of their ids, so that two people never wait for each other.
    given = {
        one.regel_id: expectations.answer(one, tekst=tekst, datum=datum, actor=actor, seen=newest).id
        for one, newest in sorted(asked, key=lambda each: each[0].regel_id)
    }
    return [one for one, newest in asked if given[one.regel_id] != newest]
