"""Explanations to be coded: of statuses that need a reason, under closed questions, and under own questions."""

from __future__ import annotations

import pytest

from portal.domain.coding.state import CodeSoort
from portal.models import Antwoordblad, Code, Uitvraag, User
from portal.services.coding import codings, items, remaining
from portal.services.coding.before import text_coded
from portal.services.coding.items import CodingItem, ItemState
from portal.services.coding.suggestions import suggestions
from tests.worlds.coding import code, give, names
from tests.worlds.feedback import hand_in
from tests.worlds.people import make_regio
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

TOLD = {"doel_verwachting": "deels", "doel_toelichting": "Zonder woningen lukt het niet."}
STATUSSEN = ("aandacht", "op_schema", "gestopt", "aandacht")
REDENEN = ("De projectleider vertrok.", "Gaat goed.", "Te weinig vraag.", " ")


@pytest.fixture
def blad(uitvraag: Uitvraag) -> Antwoordblad:
    blad = make_blad(uitvraag, make_regio("Modelland"))
    hand_in(blad, answers=TOLD, statussen=STATUSSEN, redenen=REDENEN)
    return blad


def reasons(uitvraag: Uitvraag) -> list[CodingItem]:
    return items.items(CodeSoort.REDENEN, uitvraag)


def test_a_status_that_needs_a_reason_and_a_toelichting_give_a_text_to_code(blad: Antwoordblad) -> None:
    assert [(one.tekst, one.uitleg_bij, one.kop, one.regio) for one in reasons(blad.uitvraag)] == [
        ("De projectleider vertrok.", "Vraagt aandacht", "Overleg", "Modelland"),
        ("Te weinig vraag.", "Gestopt", "Overleg", "Modelland"),
        ("Zonder woningen lukt het niet.", "Doelstelling: deels", "", "Modelland"),
    ]
    assert remaining.still_to_do()[1] == 3


def test_a_region_of_a_joint_plan_that_differs_has_a_text_of_its_own(uitvraag: Uitvraag) -> None:
    noord, zuid = make_regio("Noord"), make_regio("Zuid")
    blad = make_blad(uitvraag, noord, zuid)
    own = {"doel_verwachting": "nee", "doel_toelichting": "Hier niet."}
    hand_in(blad, answers=TOLD, afwijkingen={zuid.code: own})
    assert [(one.tekst, one.regio, one.uitleg_bij) for one in reasons(uitvraag)] == [
        ("Zonder woningen lukt het niet.", "Noord", "Doelstelling: deels"),
        ("Hier niet.", "Zuid", "Doelstelling: nee"),
    ]


def test_a_coding_stays_with_its_place_and_is_stale_when_the_text_changed(blad: Antwoordblad, kim: User) -> None:
    first, second, third = reasons(blad.uitvraag)
    give(first, code("Wisseling"), by=kim)
    give(second, by=kim)
    give(third, code("Woningtekort"), by=kim)
    hand_in(blad, answers=TOLD, statussen=STATUSSEN, redenen=("De projectleider is weg.", "", "Te weinig vraag."))
    now = reasons(blad.uitvraag)
    assert [one.id for one in now] == [first.id, second.id, third.id]
    assert [one.state for one in now] == [ItemState.VEROUDERD, ItemState.GECODEERD, ItemState.GECODEERD]
    assert text_coded(now[0]) == "De projectleider vertrok."
    assert names(now[2].code_ids) == ["Woningtekort"]
    assert remaining.still_to_do()[1] == 0


def test_an_explanation_that_was_taken_away_is_not_coded_and_comes_back_with_its_codes(
    blad: Antwoordblad, kim: User
) -> None:
    goal = reasons(blad.uitvraag)[2]
    give(goal, code("Woningtekort"), by=kim)
    hand_in(blad, answers={"doel_verwachting": "ja"})
    assert reasons(blad.uitvraag) == []
    assert remaining.still_to_do()[1] == 0
    hand_in(blad, answers=TOLD)
    assert [(one.id, names(one.code_ids)) for one in reasons(blad.uitvraag)] == [(goal.id, ["Woningtekort"])]


def test_the_same_explanation_of_an_earlier_round_suggests_its_code(blad: Antwoordblad, kim: User) -> None:
    give(reasons(blad.uitvraag)[0], code("Financiering"), by=kim)
    later = make_uitvraag()
    hand_in(make_blad(later, blad.regios[0]), statussen=("aandacht",), redenen=("De projectleider  vertrok.",))
    (again,) = reasons(later)
    found = suggestions(again, [], [one for one in all_rows(Code) if one.soort is CodeSoort.REDENEN])
    assert [one.reason for one in found][:1] == ["een gelijke tekst kreeg deze code"]
    assert names([found[0].code_id]) == ["Financiering van gemeenten"]


def test_coding_an_explanation_is_taken_back(blad: Antwoordblad, kim: User) -> None:
    one = reasons(blad.uitvraag)[0]
    give(one, code("Wisseling"), by=kim)
    last = codings.last_save(CodeSoort.REDENEN, kim.actor)
    assert last is not None
    assert last.item_id == one.id
    assert codings.undo(CodeSoort.REDENEN, last.id, actor=kim.actor) == one.id
    assert reasons(blad.uitvraag)[0].state is ItemState.TE_DOEN
