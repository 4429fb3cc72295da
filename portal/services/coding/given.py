"""How texts were coded: two queries for each thing that codings hang on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import and_, select

from portal.domain.coding.passages import Passage
from portal.domain.coding.state import Drager
from portal.extensions import db
from portal.models import Codering, CoderingCode, CoderingPassage, User
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
_CODES_OF = (
    select(CoderingCode.codering_id, CoderingCode.code_id, CoderingPassage.tekst, CoderingPassage.vanaf)
    .join(Codering, CoderingCode.codering_id == Codering.id)
    .outerjoin(
        CoderingPassage,
        and_(CoderingPassage.codering_id == CoderingCode.codering_id, CoderingPassage.code_id == CoderingCode.code_id),
    )
    .order_by(CoderingCode.code_id, CoderingPassage.vanaf, CoderingPassage.id)
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
    codes: dict[int, set[int]] = defaultdict(set)
    passages: dict[int, list[Passage]] = defaultdict(list)
    for row in _rows(_CODES_OF, ids):
        codes[row.codering_id].add(row.code_id)
        if row.tekst is not None:
            passages[row.codering_id].append(Passage(row.code_id, row.tekst, row.vanaf))
    return {
        (drager, id_): Given(
            tuple(sorted(codes[row.id])), row.bron, row.revision, row.door, row.gewijzigd_op, tuple(passages[row.id])
        )
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
