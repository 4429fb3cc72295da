"""A plan, an answer sheet and a terugkoppeling as OpenDocument say what they say in Word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from exports.odf import feedback_odt, plan_odt, sheet_odt
from exports.odf.paper import paper_odt
from exports.paper import plan_paper
from exports.paper.tree import Heading, Typed, line
from exports.word.feedback import feedback_docx
from exports.word.plan import plan_docx
from exports.word.sheet import sheet_docx
from tests.examples.plans import empty_plan, filled_plan
from tests.examples.rounds import empty_sheet, example_feedback, filled_sheet
from tests.reading.opendocument import TABLE, TEXT, body_of, words

PAPERS: dict[str, tuple[Callable[[], bytes], Callable[[], bytes]]] = {
    "plan, leeg": (lambda: plan_docx(empty_plan()), lambda: plan_odt(empty_plan())),
    "plan, gevuld": (lambda: plan_docx(filled_plan()), lambda: plan_odt(filled_plan())),
    "blad, leeg": (lambda: sheet_docx(empty_sheet()), lambda: sheet_odt(empty_sheet())),
    "blad, gevuld": (lambda: sheet_docx(filled_sheet()), lambda: sheet_odt(filled_sheet())),
    "terugkoppeling": (lambda: feedback_docx(example_feedback()), lambda: feedback_odt(example_feedback())),
}


def words_of_word(content: bytes) -> list[str]:
    """Every word in the body, in order."""
    paragraphs = (node for node in Document(BytesIO(content)).element.body.iter() if node.tag.endswith("}p"))
    return [word for node in paragraphs for word in _of(node)]


def _of(paragraph: object) -> list[str]:
    texts = [
        node.text or " " if node.tag.endswith("}t") else " "
        for node in paragraph.iter()  # type: ignore[attr-defined]
        if node.tag.endswith(("}t", "}br", "}tab"))
    ]
    return "".join(texts).split()


@pytest.mark.parametrize("paper", PAPERS)
def test_it_says_what_it_says_in_word(paper: str) -> None:
    word, odt = (make() for make in PAPERS[paper])
    assert words(body_of(odt)).split() == words_of_word(word)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_same_gives_the_same_bytes(paper: str) -> None:
    _, make = PAPERS[paper]
    assert make() == make()


def test_lists_tables_and_headings_are_real() -> None:
    body = body_of(plan_odt(filled_plan()))
    assert [one.get(f"{TEXT}outline-level") for one in body.iter(f"{TEXT}h")] == ["1", "1", "1"]
    assert [words(one) for one in body.iter(f"{TEXT}list-item")][:2] == [
        "er zijn te weinig woonplekken met begeleiding in de Wmo;",
        "een beschikking voor één jaar geeft cliënten geen rust;",
    ]
    heads = [words(one) for one in body.iter(f"{TABLE}table-header-rows")]
    assert any("Verantwoordelijk" in one for one in heads)


@pytest.mark.parametrize(
    "text", ["\x00", "a\tb  c\n d", "<b>&amp;</b>", "| a | b |\n|---|---|\n| 1 | 2 |", "- een\n  1. twee\n"]
)
def test_odd_texts_give_sound_files(text: str) -> None:
    blokken = (Heading(text, 1), line(text), Typed(text))
    paper = replace(plan_paper(empty_plan()), titel=text, regels=(text,), blokken=blokken)
    body_of(paper_odt(paper))
