"""What somebody types in the search box, and what it asks."""

from __future__ import annotations

import pytest

from portal.domain.search.asked import LONGEST, SearchProblem, read


@pytest.mark.parametrize(
    ("query", "wanted", "unwanted"),
    [
        ("IZA", [("iza",)], []),
        ("woningen IZA woning", [("woning",), ("iza",)], []),
        ('"sluitende aanpak" iza', [("sluitend", "aanpak"), ("iza",)], []),
        ("„sluitende aanpak” -iza", [("sluitend", "aanpak")], [("iza",)]),
        ('aanpak -"sluitende aanpak"', [("aanpak",)], [("sluitend", "aanpak")]),
        ('"sluitende aanpak', [("sluitend", "aanpak")], []),
        ("5a.1", [("5a", "1")], []),
        ("NEAR(gemeente* OR)", [("near", "gemeent"), ("or",)], []),
        ("wonen - jeugd", [("won",), ("jeugd",)], []),
    ],
)
def test_a_question(query: str, wanted: list[tuple[str, ...]], unwanted: list[tuple[str, ...]]) -> None:
    found = read(query)
    assert ([one.stems for one in found.wanted], [one.stems for one in found.unwanted]) == (wanted, unwanted)


def test_a_star_behind_a_word_leaves_its_end_open() -> None:
    open_ended = {one.stems: one.is_open for one in read('casuïstiek* "korte lijn*" * zorg *wonen -jeugd').wanted}
    assert open_ended == {("casuistiek",): True, ("kort", "lijn"): True, ("zorg",): False, ("won",): False}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ('*** ( ) "" \'', "geen woord of getal"),
        ("-jeugd", "Typ ook een woord dat er wel in staat"),
        ("a" * (LONGEST + 1), "ten hoogste 200 tekens"),
    ],
)
def test_a_question_without_an_answer_is_told_so(query: str, says: str) -> None:
    with pytest.raises(SearchProblem, match=says):
        read(query)
