"""A plan, an answer sheet and a terugkoppeling as PDF say what they say in Word, to everybody and for ever."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.labels import CONCEPT, LEEG_FORMULIER, VOORBEELD
from exports.pdf import PdfProblem, feedback_pdf, plan_pdf, sheet_pdf, typesetting
from exports.plan import ActieRow, PlanDocument
from exports.sheet import SheetDocument
from exports.word.feedback import feedback_docx
from exports.word.plan import plan_docx
from exports.word.sheet import sheet_docx
from tests.examples.plans import INGEDIEND_OP, empty_plan, filled_plan
from tests.examples.rounds import empty_sheet, example_feedback, filled_sheet
from tests.exports.small_report import NASTY
from tests.reading.pdf import LETTERS, beside_the_paper, pages_of, run_together, told_by

Made = tuple[bytes, bytes]


def of_plan(document: PlanDocument) -> Made:
    return plan_docx(document), plan_pdf(document, letters=LETTERS)


def of_sheet(document: SheetDocument) -> Made:
    return sheet_docx(document), sheet_pdf(document, letters=LETTERS)


DOCUMENTS: dict[str, Callable[[], Made]] = {
    "leeg plan": lambda: of_plan(empty_plan()),
    "plan": lambda: of_plan(filled_plan()),
    "leeg antwoordblad": lambda: of_sheet(empty_sheet()),
    "antwoordblad": lambda: of_sheet(filled_sheet()),
    "terugkoppeling": lambda: (
        feedback_docx(example_feedback()),
        feedback_pdf(example_feedback(), letters=LETTERS),
    ),
}


def lines_of(docx: bytes) -> Iterator[str]:
    """Every paragraph of a Word file, also above its pages; numbers that Word counts are not there."""
    word = Document(BytesIO(docx))
    for root in (word.element.body, word.sections[0].header._element):
        for paragraph in root.iter(qn("w:p")):
            yield "".join(node.text or "" for node in paragraph.iter(qn("w:t")))


def letters_in(text: str) -> str:
    return run_together(text).replace("\u00a0", "")


def difference(made: Made) -> tuple[list[str], str]:
    """What stands in Word and not in the PDF, and what is left of the PDF when all of Word is taken out."""
    docx, pdf = made
    left = letters_in("".join(pages_of(pdf)))
    lines = sorted({letters_in(line) for line in lines_of(docx)} - {""}, key=len, reverse=True)
    missed = [line for line in lines if line not in left]
    for line in lines:
        left = left.replace(line, "|")
    return missed, left


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_word_in_word_stands_in_the_pdf_and_the_other_way(name: str) -> None:
    missed, left = difference(DOCUMENTS[name]())
    assert missed == []
    # Page numbers, the day below a page, marks of a list and the dot between two heads.
    assert {one.rstrip("0123456789") for one in left.replace("·", "|").replace("–", "|").split("|")} <= {
        "",
        "Standvan20december2023Pagina1van",
        *(f"Standvan20december2023Pagina{number}van" for number in range(2, 9)),
    }


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_can_be_heard_and_kept(name: str) -> None:
    docx, pdf = DOCUMENTS[name]()
    told = told_by(pdf)
    assert told.title == Document(BytesIO(docx)).core_properties.title
    assert (told.language, told.shows_title) == ("nl-NL", True)
    assert told.standards == {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}
    levels = [int(tag.kind[1:]) for tag in told.tags if tag.kind[:1] == "H" and tag.kind[1:].isdigit()]
    assert levels[0] == 1
    assert [(one, after) for one, after in pairwise(levels) if after > one + 1] == []
    assert len(told.bookmarks) == len(levels)
    assert len(told.of("TH")) >= 3
    assert told.of("Figure") == []


def test_what_is_no_submission_says_so_on_every_page() -> None:
    sent_back = replace(filled_plan(), status="Teruggestuurd", ingediend_op=None, is_concept=True)
    for pdf, mark in (
        (plan_pdf(sent_back, letters=LETTERS), f"{CONCEPT} · Status: Teruggestuurd"),
        (sheet_pdf(replace(filled_sheet(), ingediend_op=None), letters=LETTERS), CONCEPT),
        (sheet_pdf(empty_sheet(), letters=LETTERS), LEEG_FORMULIER),
        (feedback_pdf(replace(example_feedback(), verstuurd_op=None), letters=LETTERS), VOORBEELD),
    ):
        assert [page for page in pages_of(pdf) if mark not in page] == []
    # Nobody can change what was accepted, until a next version begins.
    accepted = replace(sent_back, status="Vastgesteld", is_concept=False)
    assert CONCEPT not in pages_of(plan_pdf(accepted, letters=LETTERS))[0]
    handed_in = replace(sent_back, ingediend_op=INGEDIEND_OP)
    assert CONCEPT not in pages_of(plan_pdf(handed_in, letters=LETTERS))[0]


@settings(max_examples=12, deadline=None)
@given(st.text(alphabet=st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), min_size=1, max_size=40))
def test_whatever_is_typed_stands_in_both(text: str) -> None:
    # What begins or marks something in the small Markdown is read, not printed.
    word = "x" + "".join(sign for sign in text if sign.isalnum()) + "x"
    plan = replace(
        filled_plan(),
        naam=word,
        answers={"achtergrond": f"- {word}1\n\n| {word}2 | kop |\n|---|---|\n| {word}3 | cel |"},
        acties=(ActieRow(f"{word}4", f"{word}5", f"{word}6", f"{word}7"),),
        bijlagen=(f"{word}8",),
    )
    docx, pdf = of_plan(plan)
    missed, _ = difference((docx, pdf))
    assert missed == []
    assert [number for number in range(1, 9) if f"{word}{number}" not in letters_in("".join(lines_of(docx)))] == []


def test_what_is_hard_to_set_is_set() -> None:
    hard = f'{NASTY} #panic("x") $x$ @ref <l> // مرحبا \u202eomgekeerd א\u05b0 中 ' + "_" * 300
    typed = f"{hard}\n\n- {hard}\n\n| {hard} | b |\n|---|---|\n| - a | {hard} |"
    plan = replace(
        filled_plan(),
        naam=hard,
        answers={one.key: typed for one in filled_plan().format.questions if not one.choices},
        acties=(ActieRow("", hard, hard, hard), ActieRow(hard, "", is_action=False)),
    )
    pdf = plan_pdf(plan, letters=LETTERS)
    assert beside_the_paper(pdf) == []
    assert letters_in('#panic("x")$x$@ref<l>//') in letters_in("".join(pages_of(pdf)))


def test_very_much_is_all_there() -> None:
    # 200 kB in one answer, and a row of a table that is longer than a page.
    long = "Een zin die iets zegt over de regio. " * 5500
    acties = tuple(ActieRow(f"5a.{n}", f"Actie nummer {n}", "Gemeenten", "Q1 2024") for n in range(500))
    plan = replace(
        filled_plan(),
        answers={"achtergrond": long},
        acties=(ActieRow("9", "lang " * 4000, "Gemeenten"), *acties),
    )
    pdf = plan_pdf(plan, letters=LETTERS)
    found = letters_in("".join(pages_of(pdf)))
    assert found.count("Eenzindieietszegtoverderegio.") == 5500
    assert found.count("lang") >= 4000
    assert [n for n in range(500) if f"Actienummer{n}Gemeenten" not in found] == []


def test_the_same_is_the_same_file() -> None:
    assert plan_pdf(filled_plan(), letters=LETTERS) == plan_pdf(filled_plan(), letters=LETTERS)
    assert plan_pdf(filled_plan(), letters=LETTERS) != plan_pdf(empty_plan(), letters=LETTERS)


def test_signs_that_typst_breaks_on_are_numbers() -> None:
    # A line of these makes it panic, which is no Exception for Python.
    signs = " ".join(map(chr, range(0x5EA, 0x620)))
    plan = replace(filled_plan(), answers={"achtergrond": f"{signs} {NASTY}"})
    assert "[U+060D]" in "".join(pages_of(plan_pdf(plan, letters=LETTERS)))


def test_what_can_not_be_set_at_all_is_a_sentence_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    def panic(*_: object) -> bytes:
        raise PanicException

    monkeypatch.setattr(typesetting, "_compiled", panic)
    with pytest.raises(PdfProblem, match="Download het in Word"):
        plan_pdf(filled_plan(), letters=LETTERS)
