"""The code book: shipping the national codes, and adding, renaming, merging, retiring and ordering them.

A code is never deleted. Whoever changes the code book of a kind locks its codes, whoever codes locks them shared: a
merge waits for a coding in progress, and a coding that comes after it lands on the code that took the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import joinedload

from forms.national import code_book
from portal.database import begin_writing
from portal.domain import clock
from portal.domain.coding.merged import merged_into
from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Code, CoderingCode
from portal.services.coding import passages

MAX_NAAM = 120


class CodeProblem(Exception):
    """The code book can't be changed like this. The message is Dutch and fit to show."""


class StaleCode(CodeProblem):
    """Somebody else changed the code since the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            "Iemand anders heeft deze code net gewijzigd. Hieronder staat wat u invulde. "
            "Kijk in het codeboek wat er nu staat en sla zo nodig opnieuw op."
        )


@dataclass(frozen=True)
class CodeText:
    """What people write of a code. `trefwoorden` are beginnings of words that suggest it."""

    naam: str
    omschrijving: str = ""
    trefwoorden: tuple[str, ...] = ()


def ship() -> int:
    """Add the national codes that are not there yet; what is there was perhaps edited and stays as it is.

    A code whose name somebody already gave to another code stays out. Returns how many were added. The caller commits.
    """
    present = list(db.session.scalars(select(Code)))
    keys = {(code.soort, code.sleutel) for code in present if code.sleutel}
    names = {(code.soort, code.naam.casefold()) for code in present if code.samengevoegd_in_id is None}
    new = [
        Code(
            soort=one.soort,
            sleutel=one.key,
            naam=one.naam,
            omschrijving=one.omschrijving,
            trefwoorden=list(one.trefwoorden),
            positie=place,
            gewijzigd_op=clock.now(),
        )
        for place, one in enumerate(code_book().codes, start=1)
        if (one.soort, one.key) not in keys and (one.soort, one.naam.casefold()) not in names
    ]
    db.session.add_all(new)
    db.session.flush()
    return len(new)


def codes(soort: CodeSoort | None = None, *, vraag: str | None = None, with_retired: bool = False) -> list[Code]:
    """The codes of one kind (or of all), in order; `vraag`: only those of this own question.

    `with_retired`: also those that can't be given any more.
    """
    query = select(Code).options(joinedload(Code.samengevoegd_in)).order_by(Code.soort, Code.positie, Code.id)
    if soort is not None:
        query = query.where(Code.soort == soort)
    if vraag is not None:
        query = query.where(Code.vraag == vraag)
    if not with_retired:
        query = query.where(Code.vervallen_op.is_(None), Code.samengevoegd_in_id.is_(None))
    return list(db.session.scalars(query))


def find(code_id: int) -> Code | None:
    """The code with this id, or None."""
    return db.session.get(Code, code_id)


def counts() -> dict[int, int]:
    """How many texts of all rounds have each code, by code id; codes without texts are left out."""
    query = select(CoderingCode.code_id, func.count()).group_by(CoderingCode.code_id)
    return {row[0]: row[1] for row in db.session.execute(query)}


def targets(all_codes: Iterable[Code]) -> dict[int, int]:
    """The code that each code counts as, by its id: itself, or what it was merged into."""
    return merged_into({code.id: code.samengevoegd_in_id for code in all_codes})


def resolve(all_codes: Sequence[Code], code_ids: Iterable[int]) -> list[Code]:
    """The codes with these ids, a merged one as the code it was merged into; each once, unknown ids left out."""
    by_id, target = {code.id: code for code in all_codes}, targets(all_codes)
    found = dict.fromkeys(target[code_id] for code_id in code_ids if code_id in target)
    return [by_id[code_id] for code_id in found if code_id in by_id]


def lock(soort: CodeSoort, *, shared: bool = False) -> list[Code]:
    """Lock the codes of a kind until this transaction ends, and give them in order as they are now.

    `shared`: others may lock them shared too, as people do who code at the same time.
    """
    begin_writing(db.session.connection())
    of_kind = Code.soort == soort
    db.session.execute(select(Code.id).where(of_kind).order_by(Code.id).with_for_update(read=shared)).all()
    # Asked again: a code that was added while this waited stands in no earlier answer.
    query = select(Code).where(of_kind).order_by(Code.positie, Code.id)
    return list(db.session.scalars(query.execution_options(populate_existing=True)))


def add(soort: CodeSoort, text: CodeText, *, vraag: str = "", actor: Actor) -> Code:
    """Add a code behind the others of its kind, or of its own question. Raises CodeProblem when the name is taken."""
    present = lock(soort)
    _require_name([one for one in present if one.vraag == vraag], text.naam)
    code = Code(soort=soort, vraag=vraag, positie=1 + max((one.positie for one in present), default=0))
    _write(code, text, actor)
    db.session.add(code)
    db.session.flush()
    return code


def rename(code: Code, text: CodeText, *, base_revision: int, actor: Actor) -> None:
    """Change name, description and words of a code that still has this revision; the same text is no change.

    Raises StaleCode, or CodeProblem when the name is taken or the code was merged.
    """
    present = lock(code.soort)
    _require_not_merged(code)
    if text == _text_of(code):
        return
    if code.revision != base_revision:
        raise StaleCode
    _require_name([one for one in present if one.id != code.id and one.vraag == code.vraag], text.naam)
    _remember_name(code, text.naam)
    _write(code, text, actor)
    code.revision += 1


def _remember_name(code: Code, now: str) -> None:
    """Keep how it was called; the name it has now is not one of before."""
    if now != code.naam:
        code.vroegere_namen = [one for one in (*code.vroegere_namen, code.naam) if one != now]


def earlier_names(code: Code) -> list[str]:
    """How a code was called before, the oldest name first, then the codes that were merged into it: one query."""
    merged = db.session.scalars(select(Code.naam).where(Code.samengevoegd_in_id == code.id).order_by(Code.id))
    return list(dict.fromkeys([*code.vroegere_namen, *merged]))


def merge(code: Code, into_id: int, *, base_revision: int, actor: Actor) -> tuple[Code, int]:
    """Merge a code into another of its kind: its texts get that one, and so do texts that are coded with it later.

    Returns the code it went into and how many texts moved. Merging twice into the same is no problem. What a text
    was before stays in the history of its coding. Raises StaleCode, CodeProblem.
    """
    present = {one.id: one for one in lock(code.soort) if one.vraag == code.vraag}
    into = present.get(into_id)
    if into is not None and code.samengevoegd_in_id == into.id:
        return into, 0
    _require_not_merged(code)
    if into is None or into.id == code.id:
        raise CodeProblem("Kies een andere code van dezelfde soort om in op te gaan.")
    if not into.is_te_geven:
        raise CodeProblem(f"De code “{into.naam}” is vervallen. Kies een andere code, of haal deze eerst terug.")
    if code.revision != base_revision:
        raise StaleCode
    passages.merge(code, into)
    moved = _move_texts(code, into)
    for one in present.values():
        # One step is enough to find where a code went.
        if one.id == code.id or one.samengevoegd_in_id == code.id:
            one.samengevoegd_in_id = into.id
    _stamp(code, actor)
    db.session.flush()
    # Read at the next look: the relation still says what it was.
    db.session.expire(code, ["samengevoegd_in"])
    return into, moved


def retire(code: Code, *, actor: Actor) -> None:
    """Let a code be given no more; texts that have it keep it. Retiring twice is no problem. Raises CodeProblem."""
    lock(code.soort)
    _require_not_merged(code)
    if code.vervallen_op is None:
        code.vervallen_op = clock.now()
        _stamp(code, actor)


def bring_back(code: Code, *, actor: Actor) -> None:
    """Let a retired code be given again. Raises CodeProblem when it was merged meanwhile."""
    lock(code.soort)
    _require_not_merged(code)
    if code.vervallen_op is not None:
        code.vervallen_op = None
        _stamp(code, actor)


def move(code: Code, steps: int, *, actor: Actor) -> None:
    """Move a code up (negative) or down among the codes that can be given. Raises CodeProblem when it is none."""
    present = [one for one in lock(code.soort) if one.vraag == code.vraag]
    order = [one for one in present if one.is_te_geven]
    if code not in order:
        raise CodeProblem("Deze code is intussen vervallen of samengevoegd. De volgorde is niet gewijzigd.")
    place = order.index(code)
    order.insert(min(max(place + steps, 0), len(order) - 1), order.pop(place))
    rest = [one for one in present if not one.is_te_geven]
    for positie, one in enumerate([*order, *rest], start=1):
        if one.positie != positie:
            one.positie = positie


def _move_texts(code: Code, into: Code) -> int:
    """Let every text with a code have another in its place; one that had both has it once. Gives how many it were."""
    has_both = select(CoderingCode.codering_id).where(CoderingCode.code_id == into.id)
    ours = CoderingCode.code_id == code.id
    total = db.session.scalar(select(func.count()).select_from(CoderingCode).where(ours)) or 0
    db.session.execute(
        delete(CoderingCode).where(ours, CoderingCode.codering_id.in_(has_both)), {}, execution_options=_IN_DATABASE
    )
    db.session.execute(update(CoderingCode).where(ours).values(code_id=into.id), execution_options=_IN_DATABASE)
    db.session.expire_all()
    return total


_IN_DATABASE = {"synchronize_session": False}


def _require_name(others: Sequence[Code], naam: str) -> None:
    if not naam:
        raise CodeProblem("Geef de code een naam.")
    if len(naam) > MAX_NAAM:
        raise CodeProblem(f"De naam is te lang. Gebruik ten hoogste {MAX_NAAM} tekens.")
    same = (one for one in others if one.naam.casefold() == naam.casefold() and one.samengevoegd_in_id is None)
    taken = next(same, None)
    if taken is not None and taken.vervallen_op is not None:
        raise CodeProblem(f"“{taken.naam}” is een vervallen code. Haal die code terug, of kies een andere naam.")
    if taken is not None:
        raise CodeProblem(f"Er is al een code “{taken.naam}”. Kies een andere naam.")


def _require_not_merged(code: Code) -> None:
    if code.samengevoegd_in_id is not None:
        into = db.session.get_one(Code, code.samengevoegd_in_id)
        raise CodeProblem(f"De code “{code.naam}” is samengevoegd met “{into.naam}” en verandert niet meer.")


def _text_of(code: Code) -> CodeText:
    return CodeText(code.naam, code.omschrijving, tuple(code.trefwoorden))


def _write(code: Code, text: CodeText, actor: Actor) -> None:
    code.naam, code.omschrijving, code.trefwoorden = text.naam, text.omschrijving, list(text.trefwoorden)
    code.gewijzigd_op, code.gewijzigd_door_id = clock.now(), actor.user_id


def _stamp(code: Code, actor: Actor) -> None:
    code.revision += 1
    code.gewijzigd_op, code.gewijzigd_door_id = clock.now(), actor.user_id
