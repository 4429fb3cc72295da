"""Coding twice in the demo: a tenth of the texts of a finished round, by a second person who mostly gave the same.

The differences were settled as the first had coded, so that no number of a report is another for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from portal.demo.coding import Text, texts_of
from portal.domain import clock
from portal.domain.coding.double import USUAL_SHARE, drawn, seed_of
from portal.domain.coding.state import CodeSoort, Drager, carrier
from portal.extensions import db
from portal.models import Code, Codering, CoderingCode, DubbelSteekproef, DubbelTekst, Uitvraag, User

# How often the second gave another code.
OTHERWISE = 0.15


def code_twice(uitvraag: Uitvraag, coordinator: User, second: User, moment: datetime) -> None:
    """Draw the samples of a round of which all is coded, and let somebody else code them too."""
    texts, given = list(texts_of(uitvraag)), _given()
    codes = list(db.session.scalars(select(Code).where(Code.vraag == "").order_by(Code.positie, Code.id)))
    with clock.stopped_at(moment):
        for soort in dict.fromkeys(one.soort for one in texts if one.soort is not CodeSoort.EIGEN):
            mine = {one.id: one for one in texts if one.soort is soort}
            of_kind = [code.id for code in codes if code.soort is soort]
            row = _sample(uitvraag, soort, len(mine), coordinator)
            for id_ in sorted(drawn(seed_of(uitvraag.id, soort.value), mine, USUAL_SHARE)):
                _code_second(row, mine[id_], given[mine[id_].key], of_kind, second)
    db.session.flush()


def _given() -> dict[tuple[Drager, int], list[int]]:
    """The codes that every text has, by what its coding hangs on."""
    hangs_on = [getattr(Codering, one.value).label(one.value) for one in Drager]
    query = select(CoderingCode.code_id, *hangs_on).select_from(Codering).outerjoin(CoderingCode)
    found: dict[tuple[Drager, int], list[int]] = {}
    for row in db.session.execute(query):
        key = next((one, id_) for one in Drager if (id_ := getattr(row, one.value)) is not None)
        found.setdefault(key, []).extend([row.code_id] if row.code_id is not None else [])
    return found


def _sample(uitvraag: Uitvraag, soort: CodeSoort, teksten: int, coordinator: User) -> DubbelSteekproef:
    row = DubbelSteekproef(
        uitvraag_id=uitvraag.id,
        soort=soort,
        aandeel=USUAL_SHARE,
        teksten=teksten,
        getrokken_op=clock.now(),
        getrokken_door_id=coordinator.id,
    )
    db.session.add(row)
    db.session.flush()
    return row


def _code_second(row: DubbelSteekproef, one: Text, first: Iterable[int], of_kind: Sequence[int], second: User) -> None:
    eerste = sorted(first)
    tweede = _otherwise(eerste, of_kind, Random(f"tweede {one.soort} {one.id}"))
    settled = eerste if tweede != eerste else None
    db.session.add(
        DubbelTekst(
            steekproef_id=row.id,
            **{carrier(one.soort).value: one.id},
            eerste=eerste,
            eerste_door_id=row.getrokken_door_id,
            tweede=tweede,
            tweede_door_id=second.id,
            tweede_op=clock.now(),
            afgesproken=settled,
            besproken_op=None if settled is None else clock.now() + timedelta(days=1),
            besproken_door_id=None if settled is None else row.getrokken_door_id,
        )
    )


def _otherwise(eerste: list[int], of_kind: Sequence[int], rng: Random) -> list[int]:
    """Mostly the same; now and then another code in place of what the first gave."""
    others = [one for one in of_kind if one not in eerste]
    return [rng.choice(others)] if others and rng.random() < OTHERWISE else eerste
