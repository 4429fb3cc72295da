"""Typed text in Word: lists are lists, links are links, and the file has no finding of an Open XML check."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from openxml_audit import OpenXmlValidator

from exports.word.richtext import add_rich_text
from tests.running.growth import assert_grows_with

NASTY = "=1+1 <script> ]]> & \x00\x0b\ud800\uffff \u200fשלום 👍 _x0041_"


@pytest.fixture
def document() -> WordDocument:
    """The template of python-docx without the one part that no check accepts."""
    document = Document()
    rels = document.part.rels
    for rel_id in [key for key, rel in rels.items() if rel.reltype.endswith("/stylesWithEffects")]:
        del rels[rel_id]
    return document


def without_lists(document: WordDocument) -> WordDocument:
    """Given a template that has no numbering part, no list styles and no link style."""
    rels = document.part.rels
    for rel_id in [key for key, rel in rels.items() if rel.reltype == RELATIONSHIP_TYPE.NUMBERING]:
        del rels[rel_id]
    for style in [style for style in document.styles if style.name.startswith(("List", "Hyperlink"))]:
        style.delete()
    return document


def reopened(document: WordDocument) -> WordDocument:
    file = BytesIO()
    document.save(file)
    return Document(BytesIO(file.getvalue()))


def number_of(paragraph: Paragraph) -> tuple[int, int] | None:
    properties = paragraph._p.pPr
    numbering = None if properties is None else properties.numPr
    return None if numbering is None else (numbering.numId.val, numbering.ilvl.val)


def definition(document: WordDocument, num_id: int, level: int) -> tuple[str, str, int]:
    """What Word shows for this number id: the format, the sign and the number it begins with."""
    root = document.part.numbering_part.element
    num = root.num_having_numId(num_id)
    abstract_id = num.find(qn("w:abstractNumId")).get(qn("w:val"))
    found = root.xpath(f"w:abstractNum[@w:abstractNumId='{abstract_id}']/w:lvl[@w:ilvl='{level}']")[0]
    starts = num.xpath(f"w:lvlOverride[@w:ilvl='{level}']/w:startOverride/@w:val")
    sign, kind = found.find(qn("w:lvlText")), found.find(qn("w:numFmt"))
    return kind.get(qn("w:val")), sign.get(qn("w:val")), int(starts[0]) if starts else 1


def findings(document: WordDocument, folder: Path) -> list[str]:
    path = folder / "document.docx"
    document.save(path)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_paragraphs_bold_italic_line_ends_and_tabs(document: WordDocument) -> None:
    add_rich_text(document, "een **vet**\nen\t*schuin*\n\ntwee")
    first, second = reopened(document).paragraphs
    assert (first.text, second.text) == ("een vet\nen\tschuin", "twee")
    assert [(run.text, run.bold, run.italic) for run in first.runs] == [
        ("een ", None, None),
        ("vet", True, None),
        ("\nen\t", None, None),
        ("schuin", None, True),
    ]
    assert len(first._p.xpath(".//w:br")) == 1
    assert len(first._p.xpath(".//w:tab")) == 1


def test_every_numbered_list_counts_from_its_own_number(document: WordDocument) -> None:
    add_rich_text(document, "1. een\n2. twee\n\ntekst\n\n1. opnieuw\n\ntekst\n\n7. zeven")
    saved = reopened(document)
    numbered = [number for number in map(number_of, saved.paragraphs) if number]
    assert numbered[0] == numbered[1]
    assert len({num_id for num_id, _ in numbered}) == 3
    assert [definition(saved, *number) for number in numbered] == [
        ("decimal", "%1.", 1),
        ("decimal", "%1.", 1),
        ("decimal", "%1.", 1),
        ("decimal", "%1.", 7),
    ]


def test_nested_lists_stand_on_their_own_level(document: WordDocument) -> None:
    add_rich_text(document, "1. een\n   - punt\n     4. vier\n2. twee")
    saved = reopened(document)
    numbers = [number_of(paragraph) for paragraph in saved.paragraphs]
    assert [number and number[1] for number in numbers] == [0, 1, 2, 0]
    assert numbers[0] == numbers[3]
    assert [definition(saved, *number) for number in numbers[1:3] if number] == [
        ("bullet", "–", 1),
        ("decimal", "%3.", 4),
    ]


def test_bullets_share_one_number_id_across_texts(document: WordDocument) -> None:
    add_rich_text(document, "- een")
    add_rich_text(document, "- twee")
    first, second = reopened(document).paragraphs
    assert number_of(first) == number_of(second)


def test_a_second_paragraph_of_a_point_stands_under_its_text_without_a_number(document: WordDocument) -> None:
    add_rich_text(document, "- een\n\n  vervolg")
    first, second = reopened(document).paragraphs
    assert number_of(first) is not None
    assert number_of(second) is None
    assert second._p.pPr.ind.get(qn("w:left")) == "357"


def test_a_link_is_a_relationship(document: WordDocument) -> None:
    add_rich_text(
        document, "zie [de **site**](https://voorbeeld.nl/a?b=1&c=2) en [nog eens](https://voorbeeld.nl/a?b=1&c=2)"
    )
    paragraph = reopened(document).paragraphs[0]
    assert paragraph.text == "zie de site en nog eens"
    assert {link.address for link in paragraph.hyperlinks} == {"https://voorbeeld.nl/a?b=1&c=2"}
    assert [(run.text, run.bold, run.style.name) for link in paragraph.hyperlinks for run in link.runs] == [
        ("de ", None, "Hyperlink"),
        ("site", True, "Hyperlink"),
        ("nog eens", None, "Hyperlink"),
    ]


def test_an_empty_cell_begins_in_its_own_paragraph(document: WordDocument) -> None:
    cell = document.add_table(1, 1).cell(0, 0)
    add_rich_text(cell, "- een\n- twee")
    add_rich_text(cell, "slot")
    assert [paragraph.text for paragraph in cell.paragraphs] == ["een", "twee", "slot"]


def test_text_goes_on_behind_a_label_and_before_what_follows(document: WordDocument) -> None:
    label = document.add_paragraph("Antwoord: ")
    document.add_paragraph("Volgende vraag")
    add_rich_text(document, "ja\n\nnee\n\n- misschien", first_paragraph=label)
    assert [p.text for p in document.paragraphs] == ["Antwoord: ja", "nee", "misschien", "Volgende vraag"]


def test_a_list_does_not_begin_behind_a_label(document: WordDocument) -> None:
    label = document.add_paragraph("Antwoord:")
    add_rich_text(document, "- een", first_paragraph=label)
    assert [(p.text, number_of(p) is not None) for p in document.paragraphs] == [("Antwoord:", False), ("een", True)]


def test_text_takes_the_style_asked_for_and_lists_their_own(document: WordDocument) -> None:
    add_rich_text(document, "tekst\n- punt", style="Quote")
    assert [paragraph.style.name for paragraph in document.paragraphs] == ["Quote", "List Paragraph"]


def test_blank_text_adds_nothing(document: WordDocument) -> None:
    add_rich_text(document, " \n ")
    assert document.paragraphs == []


EVERYTHING = f"{NASTY}\n1. een\n   - a\n     1. diep\n- **b** *c* [d](https://voorbeeld.nl/ë)\n\n  e\n\n"
EVERYTHING += "[f](mailto:g@voorbeeld.nl)\th"


@pytest.mark.parametrize("bare", [False, True])
def test_an_open_xml_check_finds_nothing(document: WordDocument, tmp_path: Path, bare: bool) -> None:
    document = without_lists(document) if bare else document
    before = findings(document, tmp_path)
    cell = document.add_table(1, 1).cell(0, 0)
    for container in (document, cell, document):
        add_rich_text(container, EVERYTHING)
    add_rich_text(document, "- lijst\n1. nummer", first_paragraph=document.paragraphs[0], style="Normal")
    assert [finding for finding in findings(document, tmp_path) if finding not in before] == []


def test_nasty_characters_come_through(document: WordDocument) -> None:
    add_rich_text(document, NASTY)
    assert "=1+1 <script> ]]> & \n \u200fשלום 👍 _x0041_" in reopened(document).paragraphs[0].text


@pytest.mark.parametrize(
    "unit",
    ["- **punt** van een lijst met gewone woorden erin\n", "1. een\n\ntekst met *nadruk* en nog wat woorden\n\n"],
)
def test_eight_times_as_much_text_takes_about_eight_times_as_long_to_write(unit: str) -> None:
    def write(text: str) -> None:
        add_rich_text(Document(), text)

    assert_grows_with(write, unit * (15_000 // len(unit)), unit * (120_000 // len(unit)))
