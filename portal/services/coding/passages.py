"""Which words of a text its codes are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select, update

from forms.richtext import Span, joined
from portal.domain.coding.passages import Passage, Pointed, find, spelled
from portal.extensions import db
from portal.models import Code, Codering, CoderingCode, CoderingPassage
from portal.services.coding.item import CodingItem
from portal.services.coding.problems import PassageProblem

Wanted = Mapping[int, Sequence[Pointed]]
# Beyond this a message shows the beginning of the words.
SHOWN = 80


def pointed_at(item: CodingItem, wanted: Wanted, codes: Iterable[Code], held: Iterable[Passage]) -> list[Passage]:
    """The passages of a text with these codes, each with its place; words that overlap or touch with one code are one.

    `wanted` are those of each code by its id; those of a code that was not chosen are left out. What the coding holds
    already stays, also when the text changed and the words don't stand in it any more.

    Raises PassageProblem for other words that don't stand in the text.
    """
    kept = list(held)
    return [one for code in codes for one in _of_code(item, code, wanted.get(code.id, ()), kept)]


def _of_code(item: CodingItem, code: Code, wanted: Sequence[Pointed], held: Sequence[Passage]) -> list[Passage]:
    spans: list[Span] = []
    gone: list[Passage] = []
    for one in wanted:
        before = next((known for known in held if known.code_id == code.id and _same(known, one)), None)
        place = before.vanaf if before and one.place is None else one.place
        span = find(item.words, one.tekst, place, spans)
        if span is None and before is None:
            raise PassageProblem(code.id, _refusal(code, one))
        if span is not None:
            spans.append(span)
        elif before is not None and before not in gone:
            gone.append(before)
    return [*(Passage(code.id, spelled(item.words, span), span[0]) for span in joined(spans)), *gone]


def _same(known: Passage, one: Pointed) -> bool:
    return known.tekst.split() == one.tekst.split()


def _refusal(code: Code, one: Pointed) -> str:
    shown = " ".join(one.tekst.split())
    shown = shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}…"
    return (
        f"De woorden “{shown}” bij de code “{code.naam}” staan niet zo in de tekst. Neem de woorden precies over, "
        "elke passage op een eigen regel. Of maak het veld leeg: dan geldt de code voor de hele tekst."
    )


def held_by(row: Codering | None) -> list[Passage]:
    """The passages of a coding."""
    return [Passage(one.code_id, one.tekst, one.vanaf) for one in row.passages] if row else []


def write(row: Codering, passages: Sequence[Passage]) -> None:
    """Let a coding have these passages."""
    if held_by(row) != list(passages):
        row.passages = [CoderingPassage(code_id=one.code_id, tekst=one.tekst, vanaf=one.vanaf) for one in passages]


def as_before(row: Codering) -> list[dict[str, Any]] | None:
    """What the history keeps of them."""
    return [{"code_id": one.code_id, "tekst": one.tekst, "vanaf": one.vanaf} for one in held_by(row)] or None


def from_before(found: Iterable[Mapping[str, Any]] | None, target: Mapping[int, int]) -> list[Passage]:
    """What the history kept; `target` gives the code that each code is now."""
    return [Passage(target.get(one["code_id"], one["code_id"]), one["tekst"], one["vanaf"]) for one in found or ()]


def merge(code: Code, into: Code) -> None:
    """Before a code goes up in another: its passages are those of the other.

    A text that had both, one of them as a whole, has the other as a whole.
    """
    both = select(CoderingCode.codering_id).where(CoderingCode.code_id == into.id)
    both = both.where(CoderingCode.codering_id.in_(_texts_with(CoderingCode, code)))
    for one, other in ((code, into), (into, code)):
        whole = CoderingPassage.codering_id.not_in(_texts_with(CoderingPassage, other))
        db.session.execute(
            delete(CoderingPassage).where(
                CoderingPassage.code_id == one.id, CoderingPassage.codering_id.in_(both), whole
            ),
            execution_options=_IN_DATABASE,
        )
    moved = update(CoderingPassage).where(CoderingPassage.code_id == code.id).values(code_id=into.id)
    db.session.execute(moved, execution_options=_IN_DATABASE)


def _texts_with(table: type[CoderingCode | CoderingPassage], code: Code) -> Any:
    return select(table.codering_id).where(table.code_id == code.id)


_IN_DATABASE = {"synchronize_session": False}
