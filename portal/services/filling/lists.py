"""Rows of the lists of plans and answer sheets: taken out, put back and numbered, with one rule for what is stale.

What differs stays with each: a plan keeps values of a row by the columns of its table and holds the national goal on
top; a sheet checks the addressee and the region of a row.
"""

from __future__ import annotations

from collections.abc import Sequence

from portal.domain import clock
from portal.domain.roles import Actor
from portal.models import BladRegel, PlanRow
from portal.services.filling.revisions import stamp

ListRow = PlanRow | BladRegel
GONE_PLACE = "De regel waarachter u deze regel wilde zetten, staat er niet meer. Kies een andere plaats."


def is_stale(row: ListRow, base_revision: int) -> bool:
    """True when somebody changed, removed or put back the row since the change started."""
    return row.revision != base_revision


def has_moved(row: ListRow, seen_position: int) -> bool:
    """True when the row no longer stands where the person saw it."""
    return row.verwijderd_op is not None or row.positie != seen_position


def take_out(row: ListRow, actor: Actor) -> None:
    """Take a row out of its list; it is kept and can be put back."""
    row.verwijderd_op = clock.now()
    stamp(row, actor)


def put_back(row: ListRow, actor: Actor) -> None:
    """Give a row that was taken out its life back. Number the list anew after this."""
    row.verwijderd_op = None
    stamp(row, actor)


def number(present: Sequence[ListRow]) -> None:
    """Write the place of each row, only where it changed."""
    for place, row in enumerate(present, start=1):
        if row.positie != place:
            row.positie = place
