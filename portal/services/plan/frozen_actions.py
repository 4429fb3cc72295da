"""The actions of submissions: which there are, without reading the submissions again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select

from forms.spec import Kind
from portal.domain.sheet.state import action_ids
from portal.models import Indiening
from portal.models.stored import part
from portal.plain import plain_rows
from portal.services.filling.frozen import Frozen


class FrozenActions(NamedTuple):
    """The rows of the list as far as content names them (headings included), and the ids of the actions in it."""

    rows: tuple[Mapping[str, Any], ...]
    ids: frozenset[int]


_ACTIONS = select(Indiening.checksum, part(Indiening.snapshot, Kind.ACTIES.value).label("acties")).where(
    Indiening.id.in_(bindparam("ids", expanding=True))
)


def _read(ids: list[int]) -> Iterator[tuple[str, FrozenActions]]:
    for row in plain_rows(_ACTIONS, {"ids": ids}):
        rows = tuple({"id": one["id"], "vorm": one["vorm"]} for one in row.acties or ())
        yield row.checksum, FrozenActions(rows, frozenset(action_ids({Kind.ACTIES.value: rows})))


ACTIONS: Frozen[FrozenActions] = Frozen(_read)
