"""The actions of submissions: which there are, without reading the submissions again.

What was submitted never changes, so what its checksum stands for is kept in this process: whoever asks has read the
checksum in the same request.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import bindparam, select

from forms.spec import Kind
from portal.extensions import db
from portal.models import Indiening

# The id and the form of each row of the list, as content has them.
ActionRows = tuple[Mapping[str, Any], ...]

_ACTIONS = select(Indiening.checksum, Indiening.snapshot[Kind.ACTIES.value].label("acties")).where(
    Indiening.id.in_(bindparam("ids", expanding=True))
)
_KEPT: dict[str, ActionRows] = {}
# Some six rounds of a country with a plan for every gemeente; what is dropped is read again.
_AT_MOST = 2_000


def actions_of(checksums: Mapping[int, str]) -> dict[int, ActionRows]:
    """The action rows of these submissions (checksum by id), headings included."""
    found = {one: _KEPT.get(checksum) for one, checksum in checksums.items()}
    fresh = _read([one for one, rows in found.items() if rows is None])
    return {one: fresh[checksums[one]] if rows is None else rows for one, rows in found.items()}


def _read(ids: list[int]) -> dict[str, ActionRows]:
    if not ids:
        return {}
    fresh = {row.checksum: tuple(map(_needed, row.acties or ())) for row in db.session.execute(_ACTIONS, {"ids": ids})}
    if len(_KEPT) + len(fresh) > _AT_MOST:
        _KEPT.clear()
    _KEPT.update(fresh)
    return fresh


def _needed(row: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"id": row["id"], "vorm": row["vorm"]}
