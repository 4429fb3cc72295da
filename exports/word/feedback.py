"""A terugkoppeling as a Word file: one standing page, three parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.shared import Pt, RGBColor, Twips

from exports.cells import xml_text
from exports.feedback import FeedbackDocument, NationalCounts, OwnAnswers, in_one_line
from exports.labels import (
    ACTIES,
    ALLEEN_VOOR,
    ANTWOORD_KERNGROEP,
    DEMO,
    GELDT_VOOR_ALLE,
    LESSEN,
    SUCCESSEN,
    TERUGKOPPELING,
    VOORBEELD,
    WAT_ANDEREN_ZEIDEN,
    WAT_ER_NU_GEBEURT,
    WAT_U_VERTELDE,
)
from exports.look.colours import HEADING
from exports.sheet import RegelRow
from exports.word.document import PAGE_HEIGHT, PAGE_WIDTH, new_document, to_bytes, write_header
from exports.word.look import add_small, close_row, write_text
from exports.word.richtext import add_rich_text
from exports.word.tables import GridTable, add_line
from forms.dutch.dates import day_short

# A standing page, in twentieths of a point.
_MARGIN = 900
_WIDTH = PAGE_HEIGHT - 2 * _MARGIN
_HEADING = RGBColor.from_string(HEADING)


def feedback_docx(document: FeedbackDocument) -> bytes:
    """The terugkoppeling as a .docx file; ordinary answers fit on one page. The same document gives the same bytes."""
    word = new_document(_title(document), moment=document.peilmoment, side_margin=_MARGIN)
    _set_look(word)
    sent = f"verstuurd op {day_short(document.verstuurd_op)}" if document.verstuurd_op else VOORBEELD
    write_header(word, (" · ".join((document.naam, document.uitvraag, sent)), DEMO if document.demo else ""))
    word.add_paragraph(xml_text(f"{TERUGKOPPELING} {document.uitvraag}"), style="Title")
    _add_bold(word, document.naam)
    _write_told(word, document)
    _write_others(word, document)
    _write_next(word, document)
    return to_bytes(word)


def _title(document: FeedbackDocument) -> str:
    return f"{TERUGKOPPELING} {document.uitvraag} – {document.naam}"


def _set_look(word: WordDocument) -> None:
    section = word.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Twips(PAGE_HEIGHT), Twips(PAGE_WIDTH)
    section.top_margin = section.bottom_margin = Twips(_MARGIN)
    section.header_distance = section.footer_distance = Twips(_MARGIN // 2)
    word.styles["Normal"].font.size = Pt(9)
    word.styles["Normal"].paragraph_format.space_after = Pt(3)
    word.styles["Title"].font.size = Pt(18)
    heading = word.styles["Heading 1"]
    heading.font.color.rgb, heading.font.size = _HEADING, Pt(12)
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(3)


def _add_bold(word: WordDocument, text: str) -> None:
    paragraph = word.add_paragraph()
    paragraph.add_run(xml_text(text)).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _table(word: WordDocument, *parts: int, has_head: bool = False) -> GridTable:
    return GridTable(word, [_WIDTH * part // sum(parts) for part in parts], has_head=has_head)


# --- what you told us


def _write_told(word: WordDocument, document: FeedbackDocument) -> None:
    word.add_heading(WAT_U_VERTELDE, level=1)
    eigen = document.eigen
    if eigen is None:
        word.add_paragraph(document.zonder_antwoord)
        return
    shared = f" {GELDT_VOOR_ALLE}." if document.is_joint else ""
    word.add_paragraph(f"U antwoordde op {day_short(eigen.ingediend_op)}.{shared}")
    _write_facts(word, eigen)
    for title, rows in ((SUCCESSEN, eigen.successen), (LESSEN, eigen.lessen)):
        if rows:
            _add_bold(word, title)
            _write_bullets(word, rows)
    if eigen.verwachtingen:
        _write_expectations(word, eigen.verwachtingen)


def _write_facts(word: WordDocument, eigen: OwnAnswers) -> None:
    facts = [(_with_region(one.vraag, one.regio), one.antwoord) for one in eigen.antwoorden]
    if eigen.acties:
        facts.insert(0, (ACTIES, in_one_line(eigen.acties)))
    if facts:
        _write_pairs(word, facts)


def _write_pairs(word: WordDocument, pairs: Iterable[tuple[str, str]]) -> None:
    table = _table(word, 1, 1)
    for label, text in pairs:
        left, right = cells = table.add_row()
        add_line(left, label)
        write_text(right, text, room=0)
        close_row(cells)
    _add_air(word)


def _add_air(word: WordDocument) -> None:
    """A little room below a table: a whole line would cost the page."""
    paragraph = word.add_paragraph().paragraph_format
    paragraph.space_after, paragraph.line_spacing = Pt(0), Pt(6)


def _with_region(text: str, regio: str) -> str:
    return f"{text} ({ALLEEN_VOOR.lower()} {regio})" if regio else text


def _write_bullets(word: WordDocument, rows: Sequence[RegelRow]) -> None:
    """One list: a row that is a list itself becomes part of it."""
    for row in rows:
        text = row.tekst.strip()
        add_rich_text(word, _with_region(text, row.regio) if "\n" in text else f"- {_with_region(text, row.regio)}")


def _write_expectations(word: WordDocument, rows: Sequence[RegelRow]) -> None:
    table = _table(word, 2, 4, 4, has_head=True)
    table.add_head("Van wie", "Wat u verwacht", ANTWOORD_KERNGROEP)
    for row in rows:
        wie, wat, antwoord = cells = table.add_row()
        add_line(wie, row.aan)
        write_text(wat, _with_region(row.tekst, row.regio), room=0)
        if row.antwoord:
            write_text(antwoord, row.antwoord, room=0)
            gereed = f"Gereed op {day_short(row.antwoord_datum)}" if row.antwoord_datum else ""
            add_small(antwoord, " · ".join(filter(None, (gereed, row.antwoord_van))))
        else:
            add_line(antwoord, row.zonder_antwoord, italic=True)
        close_row(cells)


# --- what others said, what happens now


def _write_others(word: WordDocument, document: FeedbackDocument) -> None:
    word.add_heading(WAT_ANDEREN_ZEIDEN, level=1)
    word.add_paragraph(document.landelijk.zin)
    pairs = _counted(document.landelijk)
    if pairs:
        _write_pairs(word, pairs)
    add_rich_text(word, document.anderen_zeiden)


def _counted(landelijk: NationalCounts) -> list[tuple[str, str]]:
    """A round without answers has nothing to count."""
    if not landelijk.beantwoord:
        return []
    pairs = [(one.vraag, in_one_line(one.alles)) for one in landelijk.vragen]
    if landelijk.acties:
        pairs.append((f"{ACTIES} ({landelijk.aantal_acties})", in_one_line(landelijk.acties)))
    return pairs


def _write_next(word: WordDocument, document: FeedbackDocument) -> None:
    word.add_heading(WAT_ER_NU_GEBEURT, level=1)
    add_rich_text(word, document.vervolg)
    for row in document.toezeggingen:
        if row.antwoord_datum:
            paragraph = word.add_paragraph()
            paragraph.add_run(f"{day_short(row.antwoord_datum)}: ").bold = True
            add_rich_text(word, row.antwoord, first_paragraph=paragraph)
