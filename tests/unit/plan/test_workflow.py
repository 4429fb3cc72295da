"""The moves of a plan version: exactly these, and no others."""

from __future__ import annotations

import pytest

from portal.domain.moves import MoveNotAllowed
from portal.domain.plan.states import VersieStatus
from portal.domain.plan.workflow import MOVES, Move
from portal.domain.policy import Action

# Decision 3 of the architecture, typed over.
ALLOWED = {
    (Move.INDIENEN, VersieStatus.CONCEPT): VersieStatus.INGEDIEND,
    (Move.INDIENEN, VersieStatus.TERUGGESTUURD): VersieStatus.INGEDIEND,
    (Move.INTREKKEN, VersieStatus.INGEDIEND): VersieStatus.CONCEPT,
    (Move.OPPAKKEN, VersieStatus.INGEDIEND): VersieStatus.IN_BEHANDELING,
    (Move.TERUGSTUREN, VersieStatus.IN_BEHANDELING): VersieStatus.TERUGGESTUURD,
    (Move.VASTSTELLEN, VersieStatus.IN_BEHANDELING): VersieStatus.VASTGESTELD,
    (Move.HEROPENEN, VersieStatus.VASTGESTELD): VersieStatus.IN_BEHANDELING,
}
EVERY_PAIR = [(move, status) for move in Move for status in VersieStatus]


@pytest.mark.parametrize(("move", "status"), EVERY_PAIR)
def test_a_move_ends_where_the_table_says_or_is_refused_in_dutch(move: Move, status: VersieStatus):
    target = ALLOWED.get((move, status))
    if target:
        assert MOVES.next_status(move, status, reason="Een reden.") is target
    else:
        with pytest.raises(MoveNotAllowed) as refused:
            MOVES.next_status(move, status, reason="Een reden.")
        assert str(refused.value) == (
            f"Dit plan heeft nu de status “{status.label}”. {move.value.capitalize()} kan dan niet."
        )


@pytest.mark.parametrize("reason", ["", "  \n"])
@pytest.mark.parametrize(
    ("move", "status", "words"),
    [
        (Move.TERUGSTUREN, VersieStatus.IN_BEHANDELING, "Terugsturen kan alleen met een reden."),
        (Move.HEROPENEN, VersieStatus.VASTGESTELD, "Heropenen kan alleen met een reden."),
    ],
)
def test_sending_back_and_reopening_need_a_reason(move: Move, status: VersieStatus, words: str, reason: str):
    with pytest.raises(MoveNotAllowed, match=words):
        MOVES.next_status(move, status, reason=reason)


def test_who_gives_no_reason_at_all_has_none():
    with pytest.raises(MoveNotAllowed, match="alleen met een reden"):
        MOVES.next_status(Move.TERUGSTUREN, VersieStatus.IN_BEHANDELING)


def test_the_other_moves_need_none():
    assert {move for move, rule in MOVES.rules.items() if rule.needs_reason} == {Move.TERUGSTUREN, Move.HEROPENEN}


def test_who_may_make_which_move():
    assert {move: rule.action for move, rule in MOVES.rules.items()} == {
        Move.INDIENEN: Action.PLAN_INDIENEN,
        Move.INTREKKEN: Action.PLAN_INTREKKEN,
        Move.OPPAKKEN: Action.PLAN_BEOORDELEN,
        Move.TERUGSTUREN: Action.PLAN_BESLUITEN,
        Move.VASTSTELLEN: Action.PLAN_BESLUITEN,
        Move.HEROPENEN: Action.PLAN_BESLUITEN,
    }


def test_the_region_holds_the_pen_in_a_concept_and_when_the_plan_came_back():
    assert {status for status in VersieStatus if status.can_be_edited} == {
        VersieStatus.CONCEPT,
        VersieStatus.TERUGGESTUURD,
    }


def test_every_status_has_its_own_name():
    assert [status.label for status in VersieStatus] == [
        "Concept",
        "Ingediend",
        "In behandeling",
        "Teruggestuurd",
        "Vastgesteld",
    ]
