"""Which remarks still wait for their readers when the overview of the day is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import BindParameter, bindparam, func, select

from portal.models import Opmerking, OverzichtRegel, Reactie
from portal.plain import plain_rows
from portal.services.mail.still import Rule

_IDS: BindParameter[int] = bindparam("ids", expanding=True)
# Nobody has account 0: a thread that somebody without an account began waits for everybody.
_WRITER = func.coalesce(Opmerking.door_id, 0)
_OPEN = select(Opmerking.id, _WRITER).where(Opmerking.id.in_(_IDS), Opmerking.opgelost_op.is_(None))
_REPLIES = select(Reactie.opmerking_id, Reactie.door_id).where(Reactie.opmerking_id.in_(_IDS)).order_by(Reactie.id)


def _wait(lines: Sequence[OverzichtRegel]) -> set[int]:
    """In threads that are open, and in which somebody else had the last word."""
    asked = {"ids": sorted({line.over_id for line in lines})}
    spoke_last: dict[int, int] = dict(map(tuple, plain_rows(_OPEN, asked)))
    for thread_id, door_id in plain_rows(_REPLIES, asked):
        if thread_id in spoke_last:
            spoke_last[thread_id] = door_id
    return {line.id for line in lines if spoke_last.get(line.over_id) not in (None, line.aan_account_id)}


STILL: Mapping[str, Rule] = {"opmerking": _wait}
