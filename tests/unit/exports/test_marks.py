"""Invisible marks: their names as bookmarks, and where they stand in a Word file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from exports.paper.tree import Form, FormatDeel, Grid, PapierenStuk, TabelRij, Typed, heads, line
from exports.word.document import TEXT_WIDTH, new_document, to_bytes
from exports.word.paper import draw
from forms.marks import LONGEST, Mark, key_name, mark_of
from portal.domain.intake.marks import marks_of_row, owners_of
from portal.domain.intake.read import read

MARK = Mark("p12", "a", "345", 3, 7)


@pytest.mark.parametrize("mark", [MARK, Mark("b9", "vraag", key_name("projectstructuur_toelichting"))])
def test_a_mark_is_read_back_from_the_name_of_its_bookmark(mark: Mark) -> None:
    name = mark.bookmark(2)
    assert mark_of(name) == mark
    assert len(name) <= LONGEST
    assert name.replace("_", "").isalnum()


def test_what_a_program_puts_behind_a_copied_bookmark_does_not_hide_the_mark() -> None:
    assert mark_of(f"{MARK.bookmark(1)}_Copy_1") == mark_of(f"{MARK.bookmark(1)} kopie 1") == MARK


@pytest.mark.parametrize("name", ["", "rp_", "Inleiding", "rp_p12_a345", "rp_p12_a345_3", "_Toc123", "rp_P1_a1_1_1_0"])
def test_a_bookmark_of_somebody_is_no_mark(name: str) -> None:
    assert mark_of(name) is None


def test_a_huge_number_in_a_name_is_cut() -> None:
    assert mark_of(f"rp_p1_a1_{'9' * 30}_1_0") == Mark("p1", "a", "1", 999_999_999, 1)


def test_marks_stand_where_they_were_put_and_show_nowhere() -> None:
    part, text, table, row = (Mark("p1", kind, "1") for kind in "dvla")
    rows = (TabelRij(((line("Bellen"),), (line(),)), merk=row),)
    answer = (Typed("Eerst.\n\nDan.", merk=text), Grid((1, 1), heads(("Wat", "Wie")), rows, merk=table))
    document = _read(Form((), (FormatDeel("Acties", "Uitleg", answer, merk=part),)))
    (frame,) = (block for block in document.blocks if not hasattr(block, "text"))
    assert marks_of_row(frame.rows[0]) == [part, text, table, row]
    assert owners_of(document) == ["p1"]
    bare = (Typed("Eerst.\n\nDan."), Grid((1, 1), heads(("Wat", "Wie")), (replace(rows[0], merk=None),)))
    other = _read(Form((), (FormatDeel("Acties", "Uitleg", bare),)))
    assert [one.markdown for one in document.paragraphs()] == [one.markdown for one in other.paragraphs()]


def test_a_text_that_is_a_table_carries_its_mark_inside() -> None:
    document = _read(Form((), (FormatDeel("Kop", "", (Typed("| a | b |\n|---|---|\n| 1 | 2 |", merk=MARK),)),)))
    assert owners_of(document) == ["p12"]


def _read(form: Form):  # type: ignore[no-untyped-def]
    paper = PapierenStuk("Proef", (), datetime(2026, 3, 1, tzinfo=UTC), (form,))
    word = new_document(paper.titel, moment=paper.moment)
    draw(word, paper.blokken, width=TEXT_WIDTH)
    return read("proef.docx", to_bytes(word))
