"""Reading a file for a sheet: by somebody of the region, or by a coördinator who puts it ready for the region."""

from __future__ import annotations

from collections import defaultdict

import msgspec
from sqlalchemy import select

from portal.domain import clock
from portal.domain.intake.document import UnreadableFile
from portal.domain.intake.mail import attached
from portal.domain.intake.read import read
from portal.domain.intake.ready import GONE_READY, mark_of_reading, other_ready
from portal.domain.roles import Actor
from portal.domain.sheet_intake.asked import SheetAsked
from portal.domain.sheet_intake.recognise import NoSheet, recognise_sheet
from portal.extensions import db
from portal.models import Antwoordblad, BladInlezing, BladRegio, Regio, Uitvraag
from portal.models.plan.plan import names_together
from portal.services.sheet import pen
from portal.services.sheet.content import working_copy
from portal.services.sheet.document import sheet_document
from portal.services.sheet.previous import previous_content, previous_of
from portal.services.sheet_intake.asked import asked_by
from portal.services.sheet_intake.under_way import IntakeProblem, of_person, opened, put_ready


def read_file(blad: Antwoordblad, *, name: str, data: bytes, actor: Actor) -> BladInlezing:
    """Read a file for the person who chose it. What that person read before makes room: nothing of it was taken over.

    Raises IntakeProblem (the file says nothing, or is another one), SheetProblem.
    """
    pen.require_pen(blad)
    return _read(blad, name, data, of_person(blad, actor.user_id), account_id=actor.user_id, actor=actor)


def put_file_ready(blad: Antwoordblad, *, name: str, data: bytes, actor: Actor) -> BladInlezing:
    """Read a file that a region mailed; somebody of the region takes it over. An earlier one makes room.

    Raises IntakeProblem, SheetProblem.
    """
    pen.require_pen(blad)
    return _read(blad, name, data, put_ready(blad), account_id=None, actor=actor)


def _read(
    blad: Antwoordblad, name: str, data: bytes, before: BladInlezing | None, *, account_id: int | None, actor: Actor
) -> BladInlezing:
    try:
        file = attached(name, data)
        content = recognise_sheet(_asked(blad), read(file.name, file.data), name=file.name)
    except (UnreadableFile, NoSheet) as problem:
        raise IntakeProblem(str(problem)) from problem
    content.verteld[:0] = filter(None, [file.told])
    if before:
        db.session.delete(before)
        db.session.flush()
    new = BladInlezing(
        blad_id=blad.id,
        account_id=account_id,
        inhoud=msgspec.to_builtins(content),
        gelezen_op=clock.now(),
        gelezen_door_id=actor.user_id,
    )
    db.session.add(new)
    db.session.flush()
    return new


def _asked(blad: Antwoordblad) -> SheetAsked:
    content = working_copy(blad)
    document = sheet_document(
        content,
        uitvraag=blad.uitvraag,
        status="",
        peilmoment=clock.now(),
        deadline=blad.deadline,
        previous=previous_content(content, previous_of(blad)),
        # Above a demo stands that it is one.
        demo=True,
    )
    return asked_by(document, {regio.code: regio.naam for regio in blad.regios}, tuple(_other_sheets(blad)))


def _other_sheets(blad: Antwoordblad) -> list[tuple[str, str]]:
    """The round and the name of every other sheet, to say of which one a file is."""
    rows = db.session.execute(
        select(Antwoordblad.id, Uitvraag.naam, Regio.naam)
        .join(Uitvraag, Antwoordblad.uitvraag_id == Uitvraag.id)
        .join(BladRegio, BladRegio.blad_id == Antwoordblad.id)
        .join(Regio, BladRegio.regio_id == Regio.id)
        .where(Antwoordblad.id != blad.id)
    )
    regions: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for blad_id, round_name, regio in rows:
        regions[blad_id, round_name].append(regio)
    return [(round_name, names_together(sorted(names, key=str.casefold))) for (_, round_name), names in regions.items()]


def take_up(blad: Antwoordblad, *, seen: str, actor: Actor) -> BladInlezing:
    """Take up the file that a coördinator put ready: from now on it is this person's, in place of the one before.

    `seen` is which one the page told of. Raises IntakeProblem when it is there no more, SheetProblem.
    """
    pen.require_pen(blad)
    found, mine = _still_ready(blad, seen), of_person(blad, actor.user_id)
    if mine:
        db.session.delete(mine)
        db.session.flush()
    found.account_id = actor.user_id
    return found


def put_away(blad: Antwoordblad, *, seen: str, actor: Actor) -> None:
    """Do nothing with the file that a coördinator put ready. Raises IntakeProblem as `take_up`, SheetProblem."""
    pen.require_pen(blad)
    db.session.delete(_still_ready(blad, seen))


def _still_ready(blad: Antwoordblad, seen: str) -> BladInlezing:
    """The file that lies ready, read after the lock of the sheet."""
    found = put_ready(blad)
    if found is None:
        raise IntakeProblem(GONE_READY)
    if mark_of_reading(found.gelezen_op) != seen:
        raise IntakeProblem(other_ready(opened(found).bestand))
    return found
