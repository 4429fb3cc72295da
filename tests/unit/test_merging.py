"""Two people in one text: what one of them touched is merged, what both touched is asked, nothing is ever lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.spec import Choice, Kind, Question
from portal.domain.merged_answers import merge_answers
from portal.domain.merging import Merged, Overlap, merge

HEAD = "| Wat | Hoeveel |\n|---|---|\n"


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "merged"),
    [
        ("Een\n\nTwee\n\nDrie", "Eén\n\nTwee\n\nDrie", "Een\n\nTwee\n\nDriemaal", "Eén\n\nTwee\n\nDriemaal"),
        # Neighbours, also on lines right below each other.
        ("- een\n- twee\n- drie", "- eén\n- twee\n- drie", "- een\n- tweemaal\n- drie", "- eén\n- tweemaal\n- drie"),
        ("Een\n\nTwee", "Een\n\nNieuw\n\nTwee", "Eén\n\nTwee", "Eén\n\nNieuw\n\nTwee"),
        # Both add something at the end: what was saved first comes first.
        ("Een", "Een\n\nMijn stuk erbij", "Een\n\nHet hunne", "Een\n\nHet hunne\n\nMijn stuk erbij"),
        ("- een", "- een\n- ik ook", "- een\n- wij doen dat", "- een\n- wij doen dat\n- ik ook"),
        # Both remove, partly the same.
        ("Een\n\nTwee\n\nDrie\n\nVier", "Een\n\nVier", "Een\n\nTwee", "Een"),
        ("Een\n\nTwee", "Een", "Een\n\nTweemaal en meer", None),
        # The same change by both is one change.
        ("Een\n\nTwee", "Eén\n\nTwee", "Eén\n\nTweemaal", "Eén\n\nTweemaal"),
        # Rows of a table: another cell each, and rows at the end.
        (
            f"{HEAD}| a | 1 |\n| b | 2 |",
            f"{HEAD}| a | 9 |\n| b | 2 |",
            f"{HEAD}| a | 1 |\n| b | 8 |",
            f"{HEAD}| a | 9 |\n| b | 8 |",
        ),
        (
            f"{HEAD}| a | 1 |",
            f"{HEAD}| a | 1 |\n| mijn rij | komt erbij |",
            f"{HEAD}| a | 1 |\n| hun regel | staat er |",
            f"{HEAD}| a | 1 |\n| hun regel | staat er |\n| mijn rij | komt erbij |",
        ),
        # White space only.
        ("Een\nTwee", "Een\n\nTwee", "Een\nTwee maal", "Een\n\nTwee maal"),
        ("Een", "Een\n", "Een\n\nTwee", "Een\n\nTwee\n"),
    ],
)
def test_what_one_of_them_touched_is_merged(base: str, mine: str, theirs: str, merged: str | None) -> None:
    found = merge(base, mine, theirs)
    assert (None if found.overlaps else found.text) == merged


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "found"),
    [
        (
            "Een\n\nTwee",
            "Een\n\nTwee weken",
            "Eén\n\nTwee dagen",
            Merged("Eén\n\nTwee dagen\n\nTwee weken", (Overlap("Twee", "Twee weken", "Twee dagen"),)),
        ),
        ("Een\n\nTwee", "Een", "Een\n\nDrie", Merged("Een\n\nDrie", (Overlap("Twee", "", "Drie"),))),
        # Two first versions of an answer, and a sentence that may be the same one twice.
        ("", "Een", "Twee", Merged("Twee\n\nEen", (Overlap("", "Een", "Twee"),))),
        # What was saved first may be what stands here, half typed, also where the paragraph above it changed too.
        (
            "Een",
            "Eén\n\nWij doen dit samen.",
            "Een\n\nWij doen dit",
            Merged(
                "Een\n\nWij doen dit\n\nEén\n\nWij doen dit samen.",
                (Overlap("Een", "Eén\n\nWij doen dit samen.", "Een\n\nWij doen dit"),),
            ),
        ),
        (
            "Een",
            "Een\n\nWij doen dit samen.",
            "Een\n\nWij doen dit",
            Merged(
                "Een\n\nWij doen dit\n\nWij doen dit samen.",
                (Overlap("", "Wij doen dit samen.", "Wij doen dit"),),
            ),
        ),
    ],
)
def test_what_both_touched_is_asked_and_both_stand_in_the_text(
    base: str, mine: str, theirs: str, found: Merged
) -> None:
    assert merge(base, mine, theirs) == found


@pytest.mark.parametrize("base", ["", "Een", "Een\n\nTwee"])
def test_who_changed_nothing_takes_the_other_text_as_it_is(base: str) -> None:
    other = "\n Heel iets anders \n\n\n"
    assert merge(base, base, other) == merge(base, other, base) == merge(base, other, other) == Merged(other)


ANSWERS = {
    Kind.SHORT_TEXT: Question("kort", "Kort", Kind.SHORT_TEXT),
    Kind.LONG_TEXT: Question("lang", "Lang", Kind.LONG_TEXT),
    Kind.CHOICE: Question("een", "Eén", Kind.CHOICE, choices=tuple(Choice(key, key) for key in "abc")),
    Kind.CHOICES: Question("meer", "Meer", Kind.CHOICES, choices=tuple(Choice(key, key) for key in "abc")),
}


@pytest.mark.parametrize(
    ("kind", "base", "mine", "theirs", "text", "asks"),
    [
        (Kind.LONG_TEXT, "Een\n\nTwee", "Een\n\nTwee!", "Een!\n\nTwee", "Een!\n\nTwee!", False),
        # Where both started is not known: who emptied the text is asked, and so is everything that differs.
        (Kind.LONG_TEXT, None, "", "Een", "Een", True),
        (Kind.LONG_TEXT, None, "Een", "", "Een", True),
        (Kind.LONG_TEXT, None, "Een\n\nTwee", "Een\n\nDrie", "Een\n\nDrie\n\nTwee", True),
        (Kind.SHORT_TEXT, "Een", "Twee", "Drie", "Drie / Twee", True),
        (Kind.SHORT_TEXT, "Een", "Een", "Drie", "Drie", False),
        (Kind.SHORT_TEXT, "Een", "", "Drie", "Drie", True),
        (Kind.SHORT_TEXT, None, "Twee", "", "Twee", True),
        (Kind.CHOICE, "a", "b", "c", "c", True),
        (Kind.CHOICE, "a", "a", "c", "c", False),
        (Kind.CHOICE, None, "b", "c", "c", True),
        (Kind.CHOICES, "a", "a c", "b a", "a b c", False),
        (Kind.CHOICES, "a b", "b", "a", "", False),
        (Kind.CHOICES, "a", "a oud c", "a b", "a b c oud", False),
        (Kind.CHOICES, None, "b", "c", "c", True),
    ],
)
def test_each_kind_of_answer_is_merged_in_its_own_way(
    kind: Kind, base: str | None, mine: str, theirs: str, text: str, asks: bool
) -> None:
    merged = merge_answers(ANSWERS[kind], base, mine, theirs)
    assert (merged.text, bool(merged.overlaps)) == (text, asks)


@dataclass
class Editor:
    """Somebody who goes through the paragraphs of a text: `touched` which, `wrote` what was added."""

    name: str
    touched: set[int]
    wrote: list[str]
    removed: set[int]
    text: str


def edit(name: str, base: list[str], doings: list[tuple[int, str]], between: str) -> Editor:
    """Each doing is a place and what happens there: change, remove, add above."""
    who = Editor(name, set(), [], set(), "")
    now: list[tuple[int | None, str]] = list(enumerate(base))
    for number, (place, doing) in enumerate(doings):
        _do(who, now, place % (len(now) + 1), doing, f"{name}{number} schreef {name}{number} hier {name}{number}")
    who.text = between.join(text for _, text in now)
    return who


def _do(who: Editor, now: list[tuple[int | None, str]], at: int, doing: str, words: str) -> None:
    if doing == "add" or at == len(now):
        now.insert(at, (None, words))
        who.wrote.append(words)
        return
    origin, text = now[at]
    if text in who.wrote:
        who.wrote.remove(text)
    if origin is not None:
        who.touched.add(origin)
    if doing == "remove":
        del now[at]
        who.removed |= {origin} if origin is not None else set()
    else:
        now[at] = (origin, words)
        who.wrote.append(words)


doings = st.lists(st.tuples(st.integers(0, 12), st.sampled_from(["change", "remove", "add"])), max_size=5)
betweens = st.sampled_from(["\n", "\n\n"])


@given(st.integers(1, 8), doings, doings, betweens, betweens, betweens)
def test_nothing_that_either_wrote_is_lost(
    size: int,
    my_doings: list[tuple[int, str]],
    their_doings: list[tuple[int, str]],
    between: str,
    mine_between: str,
    their_between: str,
) -> None:
    base = [f"alinea {number} staat hier al lang" for number in range(size)]
    mine, theirs = edit("ik", base, my_doings, mine_between), edit("zij", base, their_doings, their_between)
    merged = merge(between.join(base), mine.text, theirs.text)
    lines = merged.text.split("\n")
    assert [text for text in (*mine.wrote, *theirs.wrote) if text not in lines] == []
    assert [
        text
        for number, text in enumerate(base)
        if number not in mine.removed | theirs.removed
        and number not in mine.touched | theirs.touched
        and text not in lines
    ] == []
    for overlap in merged.overlaps:
        assert [line for line in f"{overlap.mine}\n{overlap.theirs}".split("\n") if line not in [*lines, ""]] == []


@given(st.integers(2, 8), st.data(), betweens)
def test_whoever_touches_other_paragraphs_is_never_asked(size: int, data: st.DataObject, between: str) -> None:
    base = [f"alinea {number} staat hier al lang" for number in range(size)]
    owner = data.draw(st.lists(st.sampled_from(["", "ik", "zij"]), min_size=size, max_size=size))

    def by(name: str) -> list[str]:
        return [f"{name} maakte {number} anders" if owner[number] == name else base[number] for number in range(size)]

    expected = [f"{who} maakte {number} anders" if who else base[number] for number, who in enumerate(owner)]
    merged = merge(between.join(base), between.join(by("ik")), between.join(by("zij")))
    assert merged == Merged(between.join(expected))


texts = st.text("ab \n", max_size=40)


@given(texts, texts, texts)
def test_every_line_that_either_added_is_in_the_text_whatever_they_typed(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    was, now = Counter(base.split("\n")), Counter(merged.text.split("\n"))
    for text in (mine, theirs):
        added = Counter(text.split("\n")) - was
        assert {line: much for line, much in added.items() if line and now[line] < much} == {}
    assert bool(merged.overlaps) == bool(merge(base, theirs, mine).overlaps)


@given(texts, texts, texts)
def test_merging_again_changes_nothing(base: str, mine: str, theirs: str) -> None:
    merged = merge(base, mine, theirs)
    if not merged.overlaps:
        assert merge(theirs, merged.text, theirs) == Merged(merged.text)
