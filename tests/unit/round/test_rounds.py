"""The states of rounds and sheets, when a sheet takes answers, how it is shown, and the one sentence of a round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from portal.domain.moves import MoveNotAllowed
from portal.domain.policy import Action
from portal.domain.round.sentence import RoundCount, count, reminders_in_words, sentence
from portal.domain.round.states import (
    BLAD_MOVES,
    UITVRAAG_MOVES,
    BladFacts,
    BladMove,
    BladStand,
    BladStatus,
    UitvraagMove,
    UitvraagStatus,
    stand,
    takes_answers,
)

DEADLINE = date(2024, 12, 31)
STILL = "nog tot en met 31 december"
OPEN = BladFacts(UitvraagStatus.OPEN, BladStatus.OPEN, DEADLINE)
CLOSED = replace(OPEN, uitvraag=UitvraagStatus.GESLOTEN)
DAY = timedelta(days=1)

# By hand: every move that may be made. All others are refused.
ROUND_MOVES = {
    (UitvraagMove.OPENEN, UitvraagStatus.GEPLAND): UitvraagStatus.OPEN,
    (UitvraagMove.SLUITEN, UitvraagStatus.OPEN): UitvraagStatus.GESLOTEN,
    (UitvraagMove.HEROPENEN, UitvraagStatus.GESLOTEN): UitvraagStatus.OPEN,
    (UitvraagMove.AFRONDEN, UitvraagStatus.GESLOTEN): UitvraagStatus.AFGEROND,
}
SHEET_MOVES = {
    (BladMove.INDIENEN, BladStatus.OPEN): BladStatus.INGEDIEND,
    (BladMove.INDIENEN, BladStatus.HEROPEND): BladStatus.INGEDIEND,
    (BladMove.INDIENEN, BladStatus.TERUGGESTUURD): BladStatus.INGEDIEND,
    (BladMove.CORRIGEREN, BladStatus.INGEDIEND): BladStatus.HEROPEND,
    (BladMove.TERUGSTUREN, BladStatus.INGEDIEND): BladStatus.TERUGGESTUURD,
}


@pytest.mark.parametrize(("move", "status"), list(product(UitvraagMove, UitvraagStatus)))
def test_a_round_moves_as_written_down(move: UitvraagMove, status: UitvraagStatus) -> None:
    if (move, status) in ROUND_MOVES:
        assert UITVRAAG_MOVES.next_status(move, status, reason="Daarom.") is ROUND_MOVES[move, status]
    else:
        with pytest.raises(MoveNotAllowed, match=f"heeft nu de status “{status.label}”"):
            UITVRAAG_MOVES.next_status(move, status, reason="Daarom.")


@pytest.mark.parametrize(("move", "status"), list(product(BladMove, BladStatus)))
def test_a_sheet_moves_as_written_down(move: BladMove, status: BladStatus) -> None:
    if (move, status) in SHEET_MOVES:
        assert BLAD_MOVES.next_status(move, status, reason="Daarom.") is SHEET_MOVES[move, status]
    else:
        with pytest.raises(MoveNotAllowed, match="heeft nu de status"):
            BLAD_MOVES.next_status(move, status, reason="Daarom.")


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_reopening_needs_a_reason(reason: str) -> None:
    with pytest.raises(MoveNotAllowed, match="alleen met een reden"):
        UITVRAAG_MOVES.next_status(UitvraagMove.HEROPENEN, UitvraagStatus.GESLOTEN, reason=reason)


def test_who_gives_no_reason_at_all_has_none() -> None:
    with pytest.raises(MoveNotAllowed, match=r"^Heropenen kan alleen met een reden\.$"):
        UITVRAAG_MOVES.next_status(UitvraagMove.HEROPENEN, UitvraagStatus.GESLOTEN)


def test_only_coordinators_move_rounds_and_send_back_and_only_regions_move_sheets_otherwise() -> None:
    assert {rule.action for rule in UITVRAAG_MOVES.rules.values()} == {Action.UITVRAAG_BEHEREN}
    assert {move: rule.action for move, rule in BLAD_MOVES.rules.items()} == {
        BladMove.INDIENEN: Action.BLAD_INDIENEN,
        BladMove.CORRIGEREN: Action.BLAD_INVULLEN,
        BladMove.TERUGSTUREN: Action.BLAD_TERUGSTUREN,
    }


@pytest.mark.parametrize(
    ("blad", "today", "takes"),
    [
        (OPEN, DEADLINE, True),
        # Nothing closes by itself: too late is still in time until a coördinator closes.
        (OPEN, DEADLINE + 400 * DAY, True),
        (replace(OPEN, status=BladStatus.INGEDIEND), DEADLINE, True),
        (replace(OPEN, niet_gevraagd=True), DEADLINE, False),
        (replace(OPEN, uitvraag=UitvraagStatus.GEPLAND), DEADLINE, False),
        (CLOSED, DEADLINE, False),
        (replace(CLOSED, heropend_tot=DEADLINE), DEADLINE, True),
        (replace(CLOSED, heropend_tot=DEADLINE), DEADLINE + DAY, False),
        (replace(CLOSED, heropend_tot=DEADLINE, niet_gevraagd=True), DEADLINE, False),
        # The regions were told what came of it: a sheet that was still open by name is too late.
        (replace(CLOSED, uitvraag=UitvraagStatus.AFGEROND, heropend_tot=DEADLINE), DEADLINE, False),
    ],
)
def test_when_a_sheet_takes_answers(blad: BladFacts, today: date, takes: bool) -> None:
    assert takes_answers(blad, today) is takes


@pytest.mark.parametrize(
    ("blad", "today", "shown"),
    [
        (OPEN, DEADLINE, BladStand.OPEN),
        (OPEN, DEADLINE + DAY, BladStand.TE_LAAT),
        (CLOSED, DEADLINE, BladStand.NIET_BEANTWOORD),
        (replace(CLOSED, heropend_tot=DEADLINE + 5 * DAY), DEADLINE + DAY, BladStand.TE_LAAT),
        (replace(OPEN, niet_gevraagd=True), DEADLINE + DAY, BladStand.NIET_GEVRAAGD),
        (replace(CLOSED, niet_gevraagd=True), DEADLINE + DAY, BladStand.NIET_GEVRAAGD),
        (replace(OPEN, status=BladStatus.INGEDIEND), DEADLINE + DAY, BladStand.INGEDIEND),
        (replace(CLOSED, status=BladStatus.INGEDIEND), DEADLINE, BladStand.INGEDIEND),
        (replace(OPEN, status=BladStatus.HEROPEND), DEADLINE, BladStand.HEROPEND),
        # A correction that was never handed in: what was handed in before counts.
        (replace(CLOSED, status=BladStatus.HEROPEND), DEADLINE, BladStand.INGEDIEND),
        (replace(OPEN, status=BladStatus.TERUGGESTUURD), DEADLINE + DAY, BladStand.TERUGGESTUURD),
        (replace(CLOSED, status=BladStatus.TERUGGESTUURD), DEADLINE, BladStand.INGEDIEND),
        (replace(CLOSED, status=BladStatus.HEROPEND, heropend_tot=DEADLINE), DEADLINE, BladStand.HEROPEND),
    ],
)
def test_how_a_sheet_is_shown(blad: BladFacts, today: date, shown: BladStand) -> None:
    assert stand(blad, today) is shown


def test_not_asked_not_answered_and_not_yet_have_words_of_their_own() -> None:
    assert len({one.label for one in BladStand}) == len(BladStand)


def test_who_was_not_asked_is_no_missing_answer_and_is_named_apart() -> None:
    stands = [
        ("Een", BladStand.INGEDIEND),
        ("Twee", BladStand.HEROPEND),
        ("Drie", BladStand.TE_LAAT),
        ("Vier", BladStand.NIET_GEVRAAGD),
        ("Vijf", BladStand.NIET_BEANTWOORD),
    ]
    assert count(stands) == RoundCount(5, 2, ontbreken=("Drie", "Vijf"), niet_gevraagd=("Vier",))
    assert (count(stands).gevraagd, count(stands).is_complete) == (4, False)


MANY = tuple(f"Regio {number}" for number in range(10))


OPEN_NOW, CLOSED_NOW, FINISHED_NOW = UitvraagStatus.OPEN, UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND


@pytest.mark.parametrize(
    ("status", "days", "found", "expected"),
    [
        (
            OPEN_NOW,
            8,
            RoundCount(31, 29, ("Haaglanden", "Zeeland")),
            "29 van de 31 regio’s hebben geantwoord, nog tot en met 31 december; Haaglanden en Zeeland nog niet.",
        ),
        (OPEN_NOW, 8, RoundCount(31, 21, MANY), "21 van de 31 regio’s hebben geantwoord, nog tot en met 31 december."),
        (OPEN_NOW, 1, RoundCount(31, 1, MANY), "1 van de 31 regio’s heeft geantwoord, de deadline is morgen."),
        (OPEN_NOW, 0, RoundCount(31, 0, MANY), "Geen van de 31 regio’s heeft geantwoord, de deadline is vandaag."),
        (
            OPEN_NOW,
            -3,
            RoundCount(31, 30, ("Zeeland",)),
            "30 van de 31 regio’s hebben geantwoord, de deadline was 3 dagen geleden; Zeeland nog niet.",
        ),
        (OPEN_NOW, 8, RoundCount(31, 31), "Alle 31 regio’s hebben geantwoord."),
        # Four names are a sentence, five are not.
        (
            OPEN_NOW,
            2,
            RoundCount(31, 27, MANY[:4]),
            f"27 van de 31 regio’s hebben geantwoord, {STILL}; Regio 0, Regio 1, Regio 2 en Regio 3 nog niet.",
        ),
        (
            OPEN_NOW,
            2,
            RoundCount(31, 26, MANY[:5]),
            f"26 van de 31 regio’s hebben geantwoord, {STILL}.",
        ),
        (
            OPEN_NOW,
            2,
            RoundCount(2, 0, ("Een", "Twee")),
            f"Geen van de 2 regio’s heeft geantwoord, {STILL}.",
        ),
        (
            OPEN_NOW,
            0,
            RoundCount(31, 30, (), ("Zeeland",)),
            "30 van de 31 regio’s hebben geantwoord. Niet gevraagd: Zeeland.",
        ),
        (
            OPEN_NOW,
            0,
            RoundCount(31, 27, (), MANY[:4]),
            "27 van de 31 regio’s hebben geantwoord. Niet gevraagd: Regio 0, Regio 1, Regio 2 en Regio 3.",
        ),
        (
            CLOSED_NOW,
            0,
            RoundCount(31, 20, ("Een",), MANY),
            "20 van de 31 regio’s hebben geantwoord; Een niet. Niet gevraagd: 10 regio’s.",
        ),
        (OPEN_NOW, 8, RoundCount(1, 1), "De regio die wij vroegen, heeft geantwoord."),
        (
            OPEN_NOW,
            8,
            RoundCount(1, 0, ("Een",)),
            "De regio die wij vroegen, heeft nog niet geantwoord, nog tot en met 31 december.",
        ),
        (OPEN_NOW, 8, RoundCount(0, 0), "Er is geen regio om antwoord gevraagd."),
        (
            CLOSED_NOW,
            -30,
            RoundCount(31, 29, ("Haaglanden", "Zeeland")),
            "29 van de 31 regio’s hebben geantwoord; Haaglanden en Zeeland niet.",
        ),
        (FINISHED_NOW, -9, RoundCount(1, 0, ("Een",)), "De regio die wij vroegen, heeft niet geantwoord."),
    ],
)
def test_a_round_in_one_sentence(status: UitvraagStatus, days: int, found: RoundCount, expected: str) -> None:
    assert sentence(status, DEADLINE, found, DEADLINE - days * DAY) == expected


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([14, 7, 1, -1, -7], "14, 7 en 1 dagen vóór de deadline; 1 en 7 dagen na de deadline"),
        ([1, -1], "1 dag vóór de deadline; 1 dag na de deadline"),
        ([3, 0], "3 dagen vóór de deadline; op de dag zelf"),
        ([0, -2], "op de dag zelf; 2 dagen na de deadline"),
        ([3, 0, -2], "3 dagen vóór de deadline; op de dag zelf; 2 dagen na de deadline"),
        ([], "Geen"),
    ],
)
def test_reminder_days_in_words(days: list[int], words: str) -> None:
    assert reminders_in_words(days) == words


@pytest.mark.parametrize(("move", "status"), [(move, status) for move in BladMove for status in BladStatus])
def test_a_button_is_there_when_the_move_may_start(move: BladMove, status: BladStatus) -> None:
    assert BLAD_MOVES.starts_from(move, status) is ((move, status) in SHEET_MOVES)
