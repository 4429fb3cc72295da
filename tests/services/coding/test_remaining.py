"""How many texts are still to be coded is what the lists of texts say, whatever happened in between."""

from __future__ import annotations

from random import Random

import pytest
from flask import Flask

from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import CoderingHistorie, RegelSoort, Uitvraag, User
from portal.services.coding import codings, items, remaining
from portal.services.feedback import expectations
from portal.services.filling import frozen
from tests.worlds.coding import give, make_code_book, make_coder, make_told, rewrite
from tests.worlds.people import make_regio, make_user
from tests.worlds.round import make_uitvraag
from tests.worlds.sheet import make_plan_in_force


def listed() -> tuple[Uitvraag | None, int]:
    """As the lists of texts say it."""
    newest = next(iter(expectations.rounds_asked()), None)
    return newest, sum(found.te_doen for found in items.counts(newest).values())


def do_something(dice: Random, uitvraag: Uitvraag, kim: User) -> None:
    """Tell, code, take a coding back, or hand in again."""
    texts = [one for found in items.all_items(uitvraag).values() for one in found]
    chance = dice.random()
    if chance < 0.2:
        make_told(*"AB"[: dice.randrange(1, 3)], uitvraag=uitvraag, soort=dice.choice(list(RegelSoort)))
    elif chance < 0.3:
        make_plan_in_force(make_regio(), acties=dice.randrange(3))
    elif chance < 0.8 and texts:
        give(dice.choice(texts), by=kim)
    else:
        soort = dice.choice(list(CodeSoort))
        last = codings.last_save(soort, kim.actor)
        if last is not None:
            codings.undo(soort, last.id, actor=kim.actor)
    db.session.commit()


@pytest.mark.parametrize("seed", range(4))
def test_it_is_what_the_lists_say(app: Flask, seed: int) -> None:
    make_code_book()
    dice, uitvraag, kim = Random(seed), make_uitvraag(naam="Q1 2024"), make_coder()
    for _ in range(12):
        do_something(dice, uitvraag, kim)
        assert remaining.still_to_do() == listed()


def test_a_coding_that_is_replaced_by_another_one_changes_what_is_left(app: Flask) -> None:
    make_code_book()
    blad, kim = make_told("Een", "Twee", uitvraag=make_uitvraag()), make_coder()
    een, twee = items.items(CodeSoort.LESSEN, blad.uitvraag)
    give(een, by=kim)
    db.session.commit()
    assert remaining.still_to_do()[1] == 1
    db.session.query(CoderingHistorie).delete()
    db.session.execute(db.text("UPDATE codering SET regel_id = :twee"), {"twee": twee.id})
    rewrite(blad, "Een", "Twee")
    db.session.commit()
    assert remaining.still_to_do() == listed()
    assert remaining._coded().regels == {twee.id}


def test_what_is_asked_now_is_kept_when_too_much_was_met(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frozen, "AT_MOST", 2)
    read: list[list[int]] = []

    def look(ids: list[int]) -> list[tuple[str, int]]:
        read.append(ids)
        return [(f"sum {one}", one * 10) for one in ids]

    known = frozen.Frozen(look)
    assert known.of({1: "sum 1", 2: "sum 2"}) == {1: 10, 2: 20}
    assert known.of({2: "sum 2", 3: "sum 3"}) == {2: 20, 3: 30}
    assert known.of({2: "sum 2", 3: "sum 3"}) == {2: 20, 3: 30}
    assert known.of({4: "sum 3"}) == {4: 30}
    assert known.of({}) == {}
    assert read == [[1, 2], [3]]


def test_nobody_who_codes_is_told_of_a_round_without_answers(app: Flask) -> None:
    make_user(Rol.COORDINATOR)
    assert remaining.still_to_do() == (None, 0)
