"""The moves of a national report, what keeps it from the kerngroep, and how its story is told."""

from __future__ import annotations

import pytest

from portal.domain.moves import MoveNotAllowed
from portal.domain.report.events import OPENBAAR, REPORT_STORY, RapportEventSoort
from portal.domain.report.flags import (
    chapter_of,
    is_own,
    own_key,
    seen_values,
    why_not_presented,
    why_too_long,
    why_too_long_a_reason,
)
from portal.domain.report.states import RAPPORT_MOVES, RapportMove, RapportStatus

ALLOWED = {
    (RapportMove.VOORLEGGEN, RapportStatus.CONCEPT): RapportStatus.TER_VASTSTELLING,
    (RapportMove.TERUGHALEN, RapportStatus.TER_VASTSTELLING): RapportStatus.CONCEPT,
    (RapportMove.VASTSTELLEN, RapportStatus.TER_VASTSTELLING): RapportStatus.VASTGESTELD,
    (RapportMove.PUBLICEREN, RapportStatus.VASTGESTELD): RapportStatus.GEPUBLICEERD,
}


@pytest.mark.parametrize("move", RapportMove)
@pytest.mark.parametrize("status", RapportStatus)
def test_a_move_starts_from_one_status_only(move: RapportMove, status: RapportStatus) -> None:
    if (move, status) in ALLOWED:
        assert RAPPORT_MOVES.next_status(move, status, reason="Omdat.") is ALLOWED[move, status]
    else:
        with pytest.raises(MoveNotAllowed, match=f"nu de status “{status.label}”"):
            RAPPORT_MOVES.next_status(move, status, reason="Omdat.")


def test_only_taking_back_needs_a_reason_by_itself() -> None:
    assert [move for move, rule in RAPPORT_MOVES.rules.items() if rule.needs_reason] == [RapportMove.TERUGHALEN]
    with pytest.raises(MoveNotAllowed, match="alleen met een reden"):
        RAPPORT_MOVES.next_status(RapportMove.TERUGHALEN, RapportStatus.TER_VASTSTELLING, reason="  ")
    with pytest.raises(MoveNotAllowed, match=r"^Terughalen kan alleen met een reden\.$"):
        RAPPORT_MOVES.next_status(RapportMove.TERUGHALEN, RapportStatus.TER_VASTSTELLING)


@pytest.mark.parametrize("soort", RapportEventSoort)
def test_every_event_is_a_sentence(soort: RapportEventSoort) -> None:
    told = REPORT_STORY.tell(
        soort, "K. Proef", {"versie": 2, "hoofdstuk": "Lessen", "partij": "VWS", "partijen": "VNG"}
    )
    assert set(REPORT_STORY.sentences) == set(RapportEventSoort)
    assert told.startswith("K. Proef ")
    assert told.endswith(".")
    assert "onbekend" not in told


def test_an_event_of_another_time_is_told_by_its_name() -> None:
    assert REPORT_STORY.tell("verplaatst", "K. Proef", {}) == "K. Proef: verplaatst"


def test_what_parties_said_is_not_for_everybody() -> None:
    assert {RapportEventSoort.VASTGESTELD, RapportEventSoort.GEPUBLICEERD} == OPENBAAR


def test_the_numbers_that_were_seen_are_those_that_exist() -> None:
    printed = {"geantwoord": "22", "regios": "31", "anders": "3"}
    assert seen_values(("regios", "geantwoord", "weg", "regios"), printed) == {"geantwoord": "22", "regios": "31"}


def test_the_key_of_an_own_text_is_told_apart() -> None:
    assert own_key("lessen") == "eigen:lessen"
    assert chapter_of(own_key("lessen")) == "lessen"
    assert [is_own(one) for one in ("eigen:lessen", "lessen.kop")] == [True, False]


@pytest.mark.parametrize(
    ("sleutel", "signs", "problem"),
    [
        ("lessen.kop", 2_000, ""),
        (
            "lessen.kop",
            2_001,
            "Een zin heeft hoogstens 2.000 tekens. Uw tekst heeft er 2.001. Maak de tekst korter.",
        ),
        ("eigen:lessen", 50_000, ""),
        (
            "eigen:lessen",
            50_001,
            "Een eigen tekst heeft hoogstens 50.000 tekens. Uw tekst heeft er 50.001. Maak de tekst korter.",
        ),
    ],
)
def test_how_long_a_text_may_be(sleutel: str, signs: int, problem: str) -> None:
    assert why_too_long(sleutel, "x" * signs) == problem


def test_a_reason_fits_on_the_front_of_a_report() -> None:
    assert why_too_long_a_reason("x" * 2_000) == ""
    assert why_too_long_a_reason("x" * 2_001) == "Een reden heeft hoogstens 2.000 tekens. Maak de tekst korter."


@pytest.mark.parametrize(
    ("vervallen", "vlaggen", "problem"),
    [
        (0, 0, ""),
        (
            1,
            0,
            "Het rapport is nog niet voorgelegd. Er staat 1 zin in het rapport met een cijfer dat er niet meer is. "
            "Pas die zin aan.",
        ),
        (
            0,
            2,
            "Het rapport is nog niet voorgelegd. Onder 2 bewerkte zinnen is een cijfer veranderd. "
            "Pas die zinnen aan of kies “Klopt nog”.",
        ),
        (
            2,
            1,
            "Het rapport is nog niet voorgelegd. Er staan 2 zinnen in het rapport met een cijfer dat er niet meer is. "
            "Pas die zinnen aan. Onder 1 bewerkte zin is een cijfer veranderd. Pas die zin aan of kies “Klopt nog”.",
        ),
    ],
)
def test_what_keeps_a_report_from_the_kerngroep(vervallen: int, vlaggen: int, problem: str) -> None:
    assert why_not_presented(vervallen, vlaggen) == problem
