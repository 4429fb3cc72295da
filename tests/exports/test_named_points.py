"""A list whose points have a name: "Les 4", "Les 5", numbered by Word itself and counting on through the chapter."""

from __future__ import annotations

from dataclasses import replace

from docx.oxml.ns import qn

from exports.national.tree import Hoofdstuk, Lijst, Punt, Tabel
from exports.word.national import national_docx
from exports.word.national.paper import WORDED
from tests.exports.small_report import small_report, zin
from tests.reading.documents import assert_opens_cleanly
from tests.reading.word import opened, styled


def _lessons(start: int, *texts: str) -> Lijst:
    return Lijst(tuple(Punt(one) for one in texts), genummerd=True, start=start, woord="Les")


def _report(*blokken: Lijst | Tabel) -> bytes:
    chapter = Hoofdstuk("lessen", "Lessen", zin("Dit leerden regio’s"), "1", blokken=blokken)
    content = national_docx(replace(small_report(), hoofdstukken=(chapter,)))
    assert_opens_cleanly(content, ".docx")
    return content


def test_word_numbers_lessons_by_name_and_goes_on_counting() -> None:
    document = opened(_report(_lessons(1, "Begin klein.", "Ga door."), _lessons(3, "Stop op tijd.")))
    root = document.part.numbering_part.element
    numbers = {one.get(qn("w:numId")): one for one in root.iterchildren(qn("w:num"))}
    points = [(one.text, str(one._p.pPr.numPr.numId.val)) for one in styled(document, "List Number")]
    starts = [numbers[number].find(f".//{qn('w:startOverride')}").get(qn("w:val")) for _, number in points]
    assert [(text, start) for (text, _), start in zip(points, starts, strict=True)] == [
        ("Begin klein.", "1"),
        ("Ga door.", "1"),
        ("Stop op tijd.", "3"),
    ]
    definitions = {numbers[number].find(qn("w:abstractNumId")).get(qn("w:val")) for _, number in points}
    (definition,) = (
        one for one in root.iterchildren(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) in definitions
    )
    assert definition.find(f".//{qn('w:lvlText')}").get(qn("w:val")) == "Les %1"
    assert all(one._p.pPr.ind.get(qn("w:left")) == str(WORDED) for one in styled(document, "List Number"))
