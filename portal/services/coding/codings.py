"""Coding a text, taking that back, and saying that a coding still fits.

Locks, always in this order: the codes of the kind (shared), then the text, then its coding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute

from portal.domain import clock
from portal.domain.coding.passages import Passage
from portal.domain.coding.state import CodeSoort, Drager, carrier
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Actie, BladRegel, Code, Codering, CoderingHistorie, RegelSoort, TekstPlek
from portal.services import people
from portal.services.coding import book as coding_book
from portal.services.coding import passages as words
from portal.services.coding.items import CodingItem
from portal.services.coding.problems import CodingProblem, PassageProblem

__all__ = ["CodingConflict", "CodingProblem", "LastSave", "PassageProblem", "Saved"]

# After a night's sleep nobody remembers which text a button would take back.
UNDO_WITHIN = timedelta(hours=12)
_WHOLE: words.Wanted = {}


class CodingConflict(CodingProblem):
    """Somebody else coded the text since the page was opened: `theirs` are those codes, empty when none fits."""

    def __init__(self, row: Codering) -> None:
        self.theirs, self.door, self.revision = (
            tuple(code.naam for code in row.codes),
            row.gewijzigd_door.naam,
            row.revision,
        )
        super().__init__(
            f"{self.door} heeft deze tekst intussen gecodeerd: {in_words(row.codes)}. Uw keuze staat er nog. "
            "Sla opnieuw op als u die wilt houden."
        )


@dataclass(frozen=True)
class Saved:
    """What a text has now. `merged`: codes that were chosen but merged meanwhile, each with what it became."""

    codes: tuple[Code, ...]
    merged: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class LastSave:
    """What this person coded last, and can take back: the id of the step, and of the text."""

    id: int
    item_id: int
    op: datetime


def in_words(codes: Iterable[Code]) -> str:
    """Codes in a sentence."""
    return ", ".join(f"“{code.naam}”" for code in codes) or "past bij geen code"


def save(
    item: CodingItem,
    code_ids: Sequence[int],
    *,
    base_revision: int,
    actor: Actor,
    bron: str | None = None,
    passages: words.Wanted = _WHOLE,
) -> Saved:
    """Give a text these codes in place of what it had; none: it fits no code. The same codes again are no change.

    `passages` are the words that a code is about, by its id; a code without any is about the whole text.
    `base_revision` is the revision on the page (0: not coded yet), `bron` the fingerprint of the text that the person
    saw: when the text changed meanwhile the coding is stale at once. A code that was merged counts as its target.

    Raises CodingConflict when somebody else coded the text otherwise, PassageProblem for words that don't stand in the
    text, CodingProblem for a code that is retired or of another kind.
    """
    book = coding_book.lock(item.soort, shared=True)
    row = lock_text(item)
    wanted = coding_book.resolve(book, code_ids)
    by_id = {code.id: code for code in book}
    if any(code_id not in by_id for code_id in code_ids):
        raise CodingProblem("Kies uit de codes op deze pagina. De lijst is nu bijgewerkt.")
    _refuse_retired(wanted, row)
    target = coding_book.targets(book)
    of_target = {target[one]: pointed for one, pointed in passages.items() if one in target}
    given = _Given(wanted, words.pointed_at(item, of_target, wanted, words.held_by(row)), bron or item.bron)
    _write(item, row, given, base_revision, actor)
    merged = ((by_id[one].naam, _target(book, one)) for one in code_ids if by_id[one].samengevoegd_in_id)
    return Saved(tuple(wanted), tuple(merged))


def confirm(item: CodingItem, *, base_revision: int, actor: Actor, bron: str) -> Saved:
    """The text changed, and its coding still fits.

    Raises CodingConflict when somebody else coded it meanwhile, CodingProblem when it is not coded any more or the
    text changed again since the page was opened.
    """
    coding_book.lock(item.soort, shared=True)
    row = lock_text(item)
    if row is None:
        raise CodingProblem("Deze tekst heeft geen codering meer. Kies opnieuw een code.")
    if bron != item.bron:
        raise CodingProblem("De tekst is net opnieuw gewijzigd. Lees de tekst opnieuw.")
    if row.revision != base_revision and row.bron != bron:
        raise CodingConflict(row)
    if row.bron != bron:
        _change(row, _Given(list(row.codes), words.held_by(row), bron), actor)
    return Saved(tuple(row.codes))


def last_save(soort: CodeSoort, actor: Actor) -> LastSave | None:
    """What this person coded last of this kind, not longer ago than half a day."""
    query = (
        _of_kind(select(CoderingHistorie.id, CoderingHistorie.op, _hangs_on(soort).label("item_id")), soort)
        .where(CoderingHistorie.door_id == actor.user_id, CoderingHistorie.op > clock.now() - UNDO_WITHIN)
        .order_by(CoderingHistorie.id.desc())
        .limit(1)
    )
    found = db.session.execute(query).first()
    return LastSave(found.id, found.item_id, found.op) if found else None


def _hangs_on(soort: CodeSoort) -> InstrumentedAttribute[int | None]:
    """The column of `Codering` with the ids of texts of this kind."""
    column: InstrumentedAttribute[int | None] = getattr(Codering, carrier(soort).value)
    return column


def undo(soort: CodeSoort, step_id: int, *, actor: Actor) -> int:
    """Take back what this person coded last of this kind: the text is as it was before. Gives the id of the text.

    `step_id` is the id of the step on the page: pressing twice takes back one step only. Raises CodingProblem when
    there is nothing to take back, or when somebody else coded the text after it.
    """
    coding_book.lock(soort, shared=True)
    step = _step(soort, step_id, actor)
    row = _coding_of(step)
    newest = db.session.scalars(_history(row).order_by(CoderingHistorie.id.desc()).limit(2)).all() if row else ()
    # A second press at the same time waited above: what it would take back is gone, perhaps with the whole coding.
    if step is None or row is None or not newest or newest[0].id < step_id:
        raise CodingProblem("Dit was al ongedaan gemaakt.")
    if newest[0].id > step_id:
        raise CodingProblem(f"{row.gewijzigd_door.naam} heeft deze tekst daarna ook gecodeerd. Dat blijft zo.")
    item_id: int = getattr(row, carrier(soort).value)
    _put_back(row, step, newest[1] if len(newest) > 1 else None)
    return item_id


def _coding_of(step: CoderingHistorie | None) -> Codering | None:
    """The coding of a step, locked; None when there is none any more."""
    if step is None:
        return None
    return db.session.get(Codering, step.codering_id, with_for_update={"of": Codering}, populate_existing=True)


def _put_back(row: Codering, step: CoderingHistorie, before: CoderingHistorie | None) -> None:
    """As if the step was never taken: what was coded then, and by whom."""
    if step.code_ids is None:
        db.session.delete(row)
        db.session.flush()
        return
    book = db.session.scalars(select(Code)).all()
    row.codes = coding_book.resolve(book, step.code_ids)
    words.write(row, words.from_before(step.passages, coding_book.targets(book)))
    row.bron = step.bron
    row.revision += 1
    if before is not None:
        row.gewijzigd_op, row.gewijzigd_door_id = before.op, before.door_id
    db.session.delete(step)
    db.session.flush()


def _step(soort: CodeSoort, step_id: int, actor: Actor) -> CoderingHistorie | None:
    last = last_save(soort, actor)
    if last is None or last.id != step_id:
        return None
    return db.session.get(CoderingHistorie, step_id)


def _history(row: Codering) -> Select[CoderingHistorie]:
    return select(CoderingHistorie).where(CoderingHistorie.codering_id == row.id)


def _of_kind(query: Any, soort: CodeSoort) -> Any:
    query = query.join(Codering, CoderingHistorie.codering_id == Codering.id)
    if carrier(soort) is Drager.ACTIE:
        return query.where(Codering.actie_id.is_not(None))
    if carrier(soort) is Drager.PLEK:
        return query.join(TekstPlek, Codering.plek_id == TekstPlek.id).where(TekstPlek.soort == soort)
    return query.join(BladRegel, Codering.regel_id == BladRegel.id).where(BladRegel.soort == RegelSoort(soort.value))


_TABLES: dict[Drager, type[Actie | BladRegel | TekstPlek]] = {
    Drager.ACTIE: Actie,
    Drager.REGEL: BladRegel,
    Drager.PLEK: TekstPlek,
}


def exists(soort: CodeSoort, item_id: int) -> bool:
    """True when there is, or was, a text of this kind with this id."""
    return db.session.get(_TABLES[carrier(soort)], item_id) is not None


def lock_text(item: CodingItem) -> Codering | None:
    """The coding of a text, after others who code it are done."""
    table = _TABLES[item.carrier]
    # Whoever refers to the text (the progress of an action) need not wait.
    db.session.execute(select(table.id).where(table.id == item.id).with_for_update(key_share=True)).all()
    query = select(Codering).where(_hangs_on(item.soort) == item.id).options(people.named(Codering.gewijzigd_door))
    return db.session.scalar(query.execution_options(populate_existing=True))


def _target(book: Sequence[Code], code_id: int) -> str:
    return coding_book.resolve(book, [code_id])[0].naam


def _refuse_retired(wanted: Sequence[Code], row: Codering | None) -> None:
    """A retired code stays with what has it, and is given no more."""
    held = {code.id for code in row.codes} if row else set()
    retired = [code for code in wanted if code.vervallen_op is not None and code.id not in held]
    if retired:
        many = len(retired) > 1
        raise CodingProblem(
            f"{'De codes' if many else 'De code'} {in_words(retired)} {'zijn' if many else 'is'} intussen vervallen. "
            "Uw andere keuzes staan er nog. Kies zo nodig een andere code en sla opnieuw op."
        )


@dataclass(frozen=True)
class _Given:
    """What a text gets: its codes, their passages, and the fingerprint of the text they are about."""

    codes: list[Code]
    passages: list[Passage]
    bron: str

    def is_what(self, row: Codering) -> bool:
        """True when a text has these codes, with these passages, already."""
        ids = {code.id for code in row.codes} == {code.id for code in self.codes}
        return ids and set(words.held_by(row)) == set(self.passages)


def _write(item: CodingItem, row: Codering | None, given: _Given, base: int, actor: Actor) -> None:
    if row is None:
        _add(item, given, actor)
    elif given.is_what(row):
        # Coded the same by somebody who read the text as it is now: it fits.
        if row.bron != given.bron:
            _change(row, given, actor)
    elif row.revision != base:
        raise CodingConflict(row)
    else:
        _change(row, given, actor)


def _add(item: CodingItem, given: _Given, actor: Actor) -> None:
    row = Codering(
        **{item.carrier.value: item.id},
        bron=given.bron,
        codes=given.codes,
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=actor.user_id,
    )
    words.write(row, given.passages)
    db.session.add(row)
    db.session.flush()
    _keep(row, None, "", actor)


def _change(row: Codering, given: _Given, actor: Actor) -> None:
    _keep(row, sorted(code.id for code in row.codes), row.bron, actor)
    row.codes, row.bron = given.codes, given.bron
    words.write(row, given.passages)
    row.revision += 1
    row.gewijzigd_op, row.gewijzigd_door_id = clock.now(), actor.user_id


def _keep(row: Codering, code_ids: list[int] | None, bron: str, actor: Actor) -> None:
    """Its passages go along with its codes."""
    before = None if code_ids is None else words.as_before(row)
    db.session.add(
        CoderingHistorie(
            codering_id=row.id, code_ids=code_ids, passages=before, bron=bron, op=clock.now(), door_id=actor.user_id
        )
    )
    db.session.flush()
