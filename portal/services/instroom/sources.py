"""The sources of figures, and the files that came from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select

from portal.extensions import db
from portal.locking import lock_row
from portal.models import InstroomBron, InstroomImport, User
from portal.services.instroom import taking


class BronProblem(Exception):
    """A source can't be kept like this. The message is Dutch and fit to show."""


class StaleBron(Exception):
    """Somebody else changed the source since the page was opened."""


def all_sources() -> Sequence[InstroomBron]:
    """Every source, the one that is shown first first."""
    return db.session.scalars(select(InstroomBron).order_by(InstroomBron.voorrang, InstroomBron.id)).all()


def find_source(bron_id: int) -> InstroomBron | None:
    """The source of this id."""
    return db.session.get(InstroomBron, bron_id)


def add_source(naam: str, **fields: object) -> InstroomBron:
    """A new source; `fields` are the other columns of `InstroomBron`. Raises BronProblem for a name that is taken."""
    _require_free(naam)
    source = InstroomBron(naam=naam, **fields)
    db.session.add(source)
    db.session.flush()
    return source


def add_last(fields: Mapping[str, object]) -> InstroomBron:
    """A new source behind the others; `fields` are its columns. Raises BronProblem for a name that is taken."""
    last = db.session.scalar(select(func.max(InstroomBron.voorrang))) or 0
    rest = {name: value for name, value in fields.items() if name != "naam"}
    return add_source(str(fields["naam"]), voorrang=last + 10, **rest)


def change_source(found: InstroomBron, fields: Mapping[str, object], *, base_revision: int) -> None:
    """Write other words for a source. What it says already is no change.

    Raises StaleBron when somebody changed it since `base_revision`, BronProblem for a name that is taken.
    """
    lock_row(InstroomBron, found.id)
    if all(getattr(found, name) == value for name, value in fields.items()):
        return
    if found.revision != base_revision:
        raise StaleBron
    _require_free(str(fields["naam"]), but=found.id)
    for name, value in fields.items():
        setattr(found, name, value)
    found.revision += 1


def move_source(found: InstroomBron, steps: int) -> None:
    """Show a source so many places later (or earlier, below nought). At the end nothing changes."""
    taking.begin_change()
    order = [*all_sources()]
    at = order.index(found)
    order.insert(max(0, at + steps), order.pop(at))
    for place, one in enumerate(order, start=1):
        one.voorrang = place * 10
    db.session.flush()


def _require_free(naam: str, but: int = 0) -> None:
    same = select(InstroomBron.id).where(func.lower(InstroomBron.naam) == naam.lower(), InstroomBron.id != but)
    if db.session.scalar(same) is not None:
        raise BronProblem(f"Er is al een bron met de naam “{naam}”. Kies een andere naam.")


def all_imports() -> Sequence[InstroomImport]:
    """Every file that was looked at or taken in, the latest first."""
    return db.session.scalars(select(InstroomImport).order_by(InstroomImport.id.desc())).all()


def find_import(import_id: int) -> InstroomImport | None:
    """The file of this id."""
    return db.session.get(InstroomImport, import_id)


def who(found: InstroomImport) -> str:
    """Who took a file in, or looked at it; "" when nobody did."""
    return db.session.scalar(select(User.naam).where(User.id == found.door_id)) or ""
