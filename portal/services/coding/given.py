"""How texts were coded: two queries for each thing that codings hang on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from portal.domain.coding.state import Drager
from portal.extensions import db
from portal.models import Codering, CoderingCode, User
from portal.services.coding.item import CodingItem, Given

_CODINGS = select(
    Codering.id,
    Codering.actie_id,
    Codering.regel_id,
    Codering.plek_id,
    Codering.bron,
    Codering.revision,
    Codering.gewijzigd_op,
    User.naam.label("door"),
).join(User, Codering.gewijzigd_door_id == User.id)
_CODES_OF = select(CoderingCode.codering_id, CoderingCode.code_id).join(
    Codering, CoderingCode.codering_id == Codering.id
)


def with_codings(texts: list[CodingItem]) -> list[CodingItem]:
    """The texts with how they were coded."""
    if not texts:
        return []
    ids: dict[Drager, set[int]] = defaultdict(set)
    for item in texts:
        ids[item.carrier].add(item.id)
    given = _given(ids)
    return [replace(item, given=given.get((item.carrier, item.id))) for item in texts]


def _given(ids: Mapping[Drager, set[int]]) -> dict[tuple[Drager, int], Given]:
    codes: dict[int, list[int]] = defaultdict(list)
    for codering_id, code_id in _rows(_CODES_OF, ids):
        codes[codering_id].append(code_id)
    return {
        (drager, id_): Given(tuple(sorted(codes[row.id])), row.bron, row.revision, row.door, row.gewijzigd_op)
        for row in _rows(_CODINGS, ids)
        for drager in Drager
        if (id_ := getattr(row, drager.value)) is not None
    }


def _rows(query: Any, ids: Mapping[Drager, set[int]]) -> list[Any]:
    return [
        row
        for drager, wanted in ids.items()
        for row in db.session.execute(query.where(getattr(Codering, drager.value).in_(wanted)))
    ]
