"""Two copies of a plan as one Word file: who accepts all tracked changes has the newer, who rejects all the older."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from itertools import chain
from typing import Any

import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.paper.plan import plan_paper
from exports.plan import ActieRow, MijlpaalRow, PartijRow, PlanDocument
from exports.word.document import TEXT_WIDTH, new_document
from exports.word.paper import draw
from exports.word.plan import plan_changes_docx, plan_docx
from exports.word.tracked.documents import tracked
from exports.word.tracked.marks import ChangedBy
from tests.examples.plans import PEILMOMENT, empty_plan, filled_plan
from tests.reading.documents import assert_opens_cleanly
from tests.reading.tracked import accepted, outline, plain, rejected

ANNA = ChangedBy("Anna Proef", datetime(2026, 3, 1, 10, 30, tzinfo=UTC))
BODY, HEADER = "word/document.xml", "word/header1.xml"


def changes(old: PlanDocument, new: PlanDocument) -> bytes:
    return plan_changes_docx(old, new, changer=ANNA)


def says(text: str) -> PlanDocument:
    return replace(empty_plan(), answers={"monitoring": text})


def acts(*rows: tuple[int, str]) -> PlanDocument:
    return replace(empty_plan(), acties=tuple(ActieRow("", what, "Gemeenten", id=id_) for id_, what in rows))


def assert_both_are_in(content: bytes, old: bytes, new: bytes, part: str = BODY) -> None:
    for found, wanted in ((accepted(content, part), new), (rejected(content, part), old)):
        assert outline(found) == outline(plain(wanted, part))
        assert not list(found.iter(qn("w:ins"), qn("w:del"), qn("w:delText"), qn("w:pPrChange")))


def marked(content: bytes, kind: str) -> list[str]:
    """The words in each mark of this kind; a mark on an end of a paragraph or on a row has none."""
    marks = plain(content).iter(qn(f"w:{kind}"))
    found = ("".join(text.text or "" for text in one.iter(qn("w:t"), qn("w:delText"))) for one in marks)
    return [words for words in found if words]


def rows_that(content: bytes, kind: str) -> list[str]:
    """The words of each row that came ("ins") or went ("del")."""
    rows = [one for one in plain(content).iter(qn("w:tr")) if one.find(f"{qn('w:trPr')}/{qn(f'w:{kind}')}") is not None]
    return [" ".join(text.text or "" for text in row.iter(qn("w:t"), qn("w:delText"))) for row in rows]


def words_of(root: Any) -> list[str]:
    """Every paragraph that says something, whatever table it stands in, in the order of the alphabet."""
    said = ("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in root.iter(qn("w:p")))
    return sorted(set(filter(None, said)))


# --- both plans are in it, whatever people type

WORDS = st.sampled_from(["zorg", "wonen", "regio", "**vet**", "[site](https://a.nl)", "en", "de", "aan", "2027."])
SENTENCE = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
POINTS = st.lists(SENTENCE, min_size=1, max_size=3)
BULLETS = POINTS.map(lambda points: "\n".join(f"- {one}" for one in points))
NUMBERS = st.tuples(POINTS, st.sampled_from([1, 3])).map(
    lambda given: "\n".join(f"{number}. {one}" for number, one in enumerate(given[0], given[1]))
)
TABLE = st.lists(SENTENCE, min_size=2, max_size=3).map(
    lambda cells: f"| {' | '.join(cells)} |\n|{'---|' * len(cells)}\n| {' | '.join(cells[::-1])} |"
)
TEXT = st.lists(st.one_of(SENTENCE, SENTENCE, BULLETS, NUMBERS, TABLE), max_size=5).map("\n\n".join)
ROWS = st.lists(st.tuples(st.integers(1, 6), SENTENCE), max_size=4, unique_by=lambda row: row[0])
# What is typed into a plan: two texts, the actions, and why a part follows later.
TYPED = st.tuples(TEXT, TEXT, ROWS, st.one_of(st.just(""), SENTENCE))


def plan_of(typed: tuple[str, str, list[tuple[int, str]], str]) -> PlanDocument:
    text, below, rows, later = typed
    return replace(
        empty_plan(),
        answers={"monitoring": text, "acties_toelichting": below},
        acties=tuple(ActieRow("", what, "Gemeenten", "2027", id=id_, is_action=id_ > 1) for id_, what in rows),
        mijlpalen=tuple(MijlpaalRow(what, "Klaar") for _, what in rows[:2]),
        partijen=tuple(PartijRow(what) for _, what in rows[1:]),
        volgt_later={"acties": later} if later else {},
    )


def drawn(plan: PlanDocument) -> bytes:
    """The plan before anybody looked what fits on a page: that is decided on both together."""
    paper = plan_paper(plan)
    word = new_document(paper.titel, moment=paper.moment)
    draw(word, paper.blokken, width=TEXT_WIDTH)
    return saved(word)


def saved(word: Any) -> bytes:
    word.save(found := BytesIO())
    return found.getvalue()


@settings(max_examples=40)
@given(TYPED, TYPED)
def test_accepting_gives_the_newer_and_rejecting_the_older(before: Any, after: Any):
    old, new = plan_of(before), plan_of(after)
    merged = saved(tracked(plan_paper(old), plan_paper(new), ANNA, title=""))
    assert_both_are_in(merged, drawn(old), drawn(new))
    assert not ends_without_a_next(merged)


def ends_without_a_next(content: bytes) -> list[Any]:
    """The last paragraphs of cells that lose their end while their row stays: no program knows with what they join."""
    rows = [one for one in plain(content).iter(qn("w:tr")) if not in_changed_row(one)]
    lasts = [cell[-1] for row in rows for cell in row.iterchildren(qn("w:tc"))]
    marks = (f"{qn('w:pPr')}/{qn('w:rPr')}/{qn(f'w:{kind}')}" for kind in ("ins", "del"))
    return [last for mark in marks for last in lasts if last.find(mark) is not None]


def in_changed_row(row: Any) -> bool:
    marks = [f"{qn('w:trPr')}/{qn(f'w:{kind}')}" for kind in ("ins", "del")]
    return any(one.find(mark) is not None for mark in marks for one in (row, *row.iterancestors(qn("w:tr"))))


# --- what it looks like


@pytest.fixture(scope="module")
def filled() -> tuple[PlanDocument, PlanDocument]:
    """A plan in which all kinds of answers are given, and what became of it."""
    old = filled_plan()
    acties = tuple(replace(one, id=number) for number, one in enumerate(old.acties, 1))
    old = replace(old, acties=acties)
    text = "Wij zien:\n\n1. een tekort\n2. rust\n\n| Thema | 2026 |\n|---|---|\n| Data | 85 |"
    new = replace(
        old,
        acties=(replace(acties[0], verantwoordelijke="Gemeenten"), *acties[2:], ActieRow("9", "Nieuw", id=99)),
        answers={**old.answers, "achtergrond": text},
        volgt_later={},
        ingediend_op=PEILMOMENT,
    )
    return old, new


def test_the_finished_file_is_sound_and_holds_both(filled: tuple[PlanDocument, PlanDocument]):
    content = changes(*filled)
    assert_opens_cleanly(content, ".docx")
    old, new = map(plan_docx, filled)
    assert_both_are_in(content, old, new)
    assert_both_are_in(content, old, new, HEADER)
    assert content == changes(*filled)


def test_two_equal_plans_have_no_changes(filled: tuple[PlanDocument, PlanDocument]):
    content = changes(filled[1], filled[1])
    assert not list(plain(content).iter(qn("w:ins"), qn("w:del"), qn("w:pPrChange")))


def test_a_word_that_changed_is_marked_with_whose_it_is_and_of_when():
    content = changes(says("In maart overleg."), says("In april overleg."))
    assert (marked(content, "del"), marked(content, "ins")) == (["maart"], ["april"])
    whose = {(one.get(qn("w:author")), one.get(qn("w:date"))) for one in plain(content).iter(qn("w:ins"), qn("w:del"))}
    assert whose == {("Anna Proef", "2026-03-01T10:30:00Z")}
    ids = [one.get(qn("w:id")) for one in plain(content).iter(qn("w:ins"), qn("w:del"))]
    assert len(ids) == len(set(ids))


def test_a_whole_paragraph_came_with_its_end():
    content = changes(says("Eerst.\n\nDaarna."), says("Eerst.\n\nTussendoor nog iets.\n\nDaarna."))
    assert (marked(content, "del"), marked(content, "ins")) == ([], ["Tussendoor nog iets."])


def test_words_that_only_became_bold_are_old_ones_and_new_ones():
    content = changes(says("Een groot tekort."), says("Een **groot** tekort."))
    assert (marked(content, "del"), marked(content, "ins")) == (["groot"], ["groot"])


def test_actions_are_followed_by_their_id_however_they_were_rewritten():
    old = acts((1, "Overleg voeren"), (2, "Cijfers delen"), (3, "Wonen regelen"))
    content = changes(old, acts((1, "Iets heel anders doen"), (3, "Wonen regelen"), (4, "Leren van elkaar")))
    assert rows_that(content, "del") == ["Cijfers delen Gemeenten"]
    assert rows_that(content, "ins") == ["Leren van elkaar Gemeenten"]
    assert marked(content, "del")[:2] == ["Overleg", "voeren"]


@pytest.mark.parametrize("came", [True, False])
def test_a_point_counts_in_the_list_it_came_in_or_went_from(came: bool):
    few, many = says("1. een\n2. twee"), says("1. een\n2. nieuw\n3. twee")
    content = changes(few, many) if came else changes(many, few)
    for root, count in ((accepted(content), 3 if came else 2), (rejected(content), 2 if came else 3)):
        numbers = [one.get(qn("w:val")) for one in root.iter(qn("w:numId"))]
        assert (len(numbers), len(set(numbers))) == (count, 1)


def test_of_a_table_that_got_a_column_all_rows_are_old_or_new():
    old, new = (
        says(f"| A | B{more} |\n|---|---|{line}\n| 1 | 2{cell} |")
        for more, line, cell in (("", "", ""), (" | C", "---|", " | 3"))
    )
    content = changes(old, new)
    assert_opens_cleanly(content, ".docx")
    assert (rows_that(content, "del"), rows_that(content, "ins")) == (["A B", "1 2"], ["A B C", "1 2 3"])


def test_a_list_of_more_than_a_page_keeps_every_word_of_both():
    """It gets a table of its own, with the guidance beside rows that stay."""
    old = replace(
        acts(*((number, f"Actie {number}") for number in range(1, 30))), answers={"acties_toelichting": "Oud."}
    )
    new = replace(
        acts(*((number, f"Actie {number}") for number in range(3, 34))), answers={"acties_toelichting": "Nieuw."}
    )
    content = changes(old, new)
    assert_opens_cleanly(content, ".docx")
    assert words_of(accepted(content)) == words_of(plain(plan_docx(new)))
    assert words_of(rejected(content)) == words_of(plain(plan_docx(old)))
    assert len(list(chain.from_iterable((rows_that(content, "del"), rows_that(content, "ins"))))) == 6
