"""The house style: ours, made in code, or a Word file of an organisation that is used, completed or refused."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor
from lxml import etree

from exports.labels import DEMO
from exports.word.house_style import HouseStyleError, check, house_template
from exports.word.house_style import __main__ as house_style_command
from exports.word.house_style.file import DAMAGED, LOCKED, MACROS, NO_WORD
from exports.word.house_style.names import STYLES
from exports.word.national import national_docx
from tests.exports.small_report import PEILMOMENT, small_report
from tests.reading.documents import assert_opens_cleanly
from tests.reading.word import instructions, numbered, opened, parts, shown, styled

ATTACHED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
MACRO = b"application/vnd.ms-word.document.macroEnabled.main+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
HEADINGS = ("Heading 1", "Heading 2", "Kop zonder nummer", "Bijlagekop", "Regiokop")


def saved(document: WordDocument) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def plain() -> WordDocument:
    """What Word itself gives: no style of ours, a page of another size."""
    document = Document()
    document.add_heading("Tekst van een ander", level=1)
    document.add_picture(BytesIO(PIXEL))
    return document


def with_frame() -> WordDocument:
    """A template with a header and a footer of its own, and a heading in the colour of the house."""
    document = plain()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(200), Mm(280)
    section.header.paragraphs[0].text = "Ministerie van Modellen"
    section.footer.paragraphs[0].text = "Postbus 1"
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0x00, 0x00)
    return document


def changed(content: bytes, **replacements: tuple[bytes, bytes]) -> bytes:
    """The archive with a replacement in the part whose name ends like the key."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in source.namelist():
            blob = source.read(name)
            for part, (old, new) in replacements.items():
                if part in name:
                    assert old in blob
                    blob = blob.replace(old, new)
            made.writestr(name, blob)
    return target.getvalue()


def with_part(content: bytes, name: str) -> bytes:
    target = BytesIO(content)
    with ZipFile(target, "a") as archive:
        archive.writestr(name, b"x")
    return target.getvalue()


def zip_of(**files: bytes) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, blob in files.items():
            archive.writestr(name, blob)
    return target.getvalue()


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
)

# --- ours


def test_our_own_house_style_lacks_nothing_and_opens_cleanly() -> None:
    assert check(house_template()) == []
    assert_opens_cleanly(house_template(), ".docx")


def test_it_can_be_written_restyled_and_used(tmp_path: Path) -> None:
    path = tmp_path / "huisstijl.docx"
    assert house_style_command.main([str(path)]) == 0
    assert_opens_cleanly(path.read_bytes(), ".docx")
    document = Document(str(path))
    assert [one.text.split(":")[0] for one in document.paragraphs] == [one.shown for one in STYLES]
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0x00, 0x00)
    template = saved(document)
    assert check(template) == []
    made = opened(national_docx(small_report(), template=template))
    assert str(made.styles["Heading 1"].font.color.rgb) == "C00000"
    assert styled(made, "Title")[0] is not None
    assert "de titel op het titelblad" not in "".join(one.text for one in made.paragraphs)


def test_without_a_name_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert house_style_command.main([]) == 2
    assert capsys.readouterr().out == "Gebruik: python -m exports.word.house_style huisstijl.docx\n"


def test_every_style_says_what_it_is_for() -> None:
    assert all(one.uitleg for one in STYLES)
    assert len({one.name.lower() for one in STYLES}) == len(STYLES)


# --- theirs


def test_what_a_template_lacks_is_said() -> None:
    warnings = check(saved(plain()))
    assert (
        "In de huisstijl ontbreekt de stijl “TOC 1” (een hoofdstuk in de inhoudsopgave); "
        "het portaal gebruikt zijn eigen stijl."
    ) in warnings
    assert not any("“Heading 1”" in one or "“Caption”" in one for one in warnings)


def test_a_footer_without_page_number_is_said() -> None:
    said = "In de voettekst van de huisstijl staat geen paginanummer; het portaal zet het erbij."
    assert said in check(saved(with_frame()))
    assert said not in check(saved(plain()))


@pytest.mark.parametrize("template", [plain, with_frame])
def test_a_template_that_lacks_styles_is_completed(template: Callable[[], WordDocument]) -> None:
    content = national_docx(small_report(), template=saved(template()))
    assert content == national_docx(small_report(), template=saved(template()))
    document = opened(content)
    found = [(number.removeprefix("Bijlage ").removesuffix(" –"), shown(paragraph._p))
             for paragraph, number in numbered(document) if paragraph.style.name in HEADINGS]  # fmt: skip
    assert found == [(one.nummer, one.kop.tekst) for one in small_report().all_chapters()]
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    styles = {one.get(qn("w:styleId")) for one in document.styles.element.iter(qn("w:style"))}
    used = {
        one.get(qn("w:val"))
        for tag in ("w:pStyle", "w:rStyle", "w:tblStyle")
        for one in document.element.body.iter(qn(tag))
    }
    assert used <= styles


def test_in_a_template_of_word_the_table_of_contents_is_no_chapter() -> None:
    document = opened(national_docx(small_report(), template=saved(plain())))
    assert document.styles["TOC Heading"].base_style.name == "Heading 1"
    assert document.styles["TOC Heading"].element.pPr.numPr.numId.val == 0


def test_dotted_lines_end_at_the_margin_of_the_template() -> None:
    document = opened(national_docx(small_report(), template=saved(plain())))
    section = document.sections[0]
    width = section.page_width - section.left_margin - section.right_margin
    assert document.styles["toc 1"].paragraph_format.tab_stops[-1].position == width


def test_a_completed_template_opens_cleanly() -> None:
    # The default template of python-docx has a fault of its own, so ours without half its styles takes its place.
    document = opened(house_template())
    for style in list(document.styles)[5:]:
        if style.name not in ("Normal", "Heading 1"):
            style.delete()
    assert len(check(saved(document))) > 10
    assert_opens_cleanly(national_docx(small_report(), template=saved(document)), ".docx")


def test_the_text_of_a_template_goes_with_its_pictures() -> None:
    content = national_docx(small_report(), template=saved(plain()))
    assert "Tekst van een ander" not in "".join(one.text for one in opened(content).paragraphs)
    assert parts(content, "word/media/") == {}


def test_header_footer_page_and_colours_are_those_of_the_template() -> None:
    document = opened(national_docx(small_report(), template=saved(with_frame())))
    section = document.sections[0]
    assert [round(one.mm) for one in (section.page_width, section.page_height)] == [200, 280]
    assert [one.text for one in section.header.paragraphs] == [
        "Ministerie van Modellen",
        f"Concept – versie 2 · {DEMO}",
    ]
    assert [shown(one._p) for one in section.footer.paragraphs] == ["Postbus 1", "Pagina 1 van 1"]
    assert instructions(section.footer._element) == ["PAGE", "NUMPAGES"]
    assert str(document.styles["Heading 1"].font.color.rgb) == "C00000"
    width = section.page_width - section.left_margin - section.right_margin
    assert {table._tbl.tblPr.find(qn("w:tblW")).get(qn("w:w")) for table in document.tables}
    assert all(abs(sum(column.width for column in table.columns) - width) < Mm(1) for table in document.tables)


def test_the_report_is_not_locked_and_asks_nothing() -> None:
    document = with_frame()
    path = "file:///S:/Sjablonen/huis.dotx"
    rel_id = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).relate_to(path, ATTACHED, is_external=True)
    for name in ("documentProtection", "updateFields", "attachedTemplate"):
        element = OxmlElement(f"w:{name}")
        if name == "attachedTemplate":
            element.set(qn("r:id"), rel_id)
        document.settings.element.append(element)
    made = b"".join(parts(national_docx(small_report(), template=saved(document)), "word/").values())
    for left in (b"documentProtection", b"updateFields", b"attachedTemplate", b"S:/Sjablonen"):
        assert left not in made


def test_charts_take_the_accent_and_the_letter_of_the_template() -> None:
    template = changed(house_template(), theme=(b'"0B5D63"', b'"4472C4"'))
    chart = parts(national_docx(small_report(), template=template), "word/charts/chart1.xml")["word/charts/chart1.xml"]
    assert b'<a:srgbClr val="4472C4"/>' in chart
    assert b"0B5D63" not in chart


def test_even_pages_say_the_version_too() -> None:
    document = with_frame()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Even"
    made = opened(national_docx(small_report(demo=False), template=saved(document))).sections[0]
    assert [one.text for one in made.even_page_header.paragraphs] == ["Even", "Concept – versie 2"]


def test_a_template_that_numbers_its_headings_keeps_its_numbers() -> None:
    document = opened(house_template())
    level = document.part.numbering_part.element.find(f".//{qn('w:lvlText')}")
    level.set(qn("w:val"), "Hoofdstuk %1")
    made = opened(national_docx(small_report(), template=saved(document)))
    first = next(number for paragraph, number in numbered(made) if paragraph.style.name == "Heading 1")
    assert first == "Hoofdstuk 1"


def test_a_style_of_another_kind_with_one_of_our_names() -> None:
    document = opened(house_template())
    document.styles["Tussenkop"].delete()
    document.styles.add_style("Tussenkop", WD_STYLE_TYPE.CHARACTER)
    content = national_docx(small_report(), template=saved(document))
    assert [one.text for one in styled(opened(content), "Tussenkop (portaal)")] == ["Meer", "Colofon"]
    assert_opens_cleanly(content, ".docx")


def test_a_dotx_is_as_good_as_a_docx() -> None:
    document = saved(with_frame())
    template = changed(document, Content_Types=(b"document.main+xml", b"template.main+xml"))
    content = national_docx(small_report(), template=template)
    assert content == national_docx(small_report(), template=document)
    kinds = etree.fromstring(parts(content, "[Content_Types]")["[Content_Types].xml"])
    assert WORD in {one.get("ContentType") for one in kinds}


# --- what can not be used


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (b"", NO_WORD),
        (b"%PDF-1.7 geen Word", NO_WORD),
        (zip_of(**{"mimetype": b"application/vnd.oasis.opendocument.text"}), NO_WORD),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, LOCKED),
        (saved(Document())[:-900], DAMAGED),
        (saved(Document())[:2000] + b"\x00" * 500 + saved(Document())[2500:], DAMAGED),
        (zip_of(**{"[Content_Types].xml": WORD.encode()}), DAMAGED),
        (changed(saved(Document()), **{"word/styles": (b"</w:styles>", b"")}), DAMAGED),
        (changed(saved(Document()), **{"word/document": (b"w:sectPr", b"w:sectPx")}), DAMAGED),
        (with_part(saved(Document()), "word/vbaProject.bin"), MACROS),
        (changed(saved(Document()), Content_Types=(WORD.encode(), MACRO)), MACROS),
    ],
    ids=["leeg", "pdf", "odt", "wachtwoord", "afgekapt", "bytes", "niets", "stijlen", "sectie", "macro", "docm"],
)  # fmt: skip
def test_a_file_that_can_not_be_used_says_why(template: bytes, sentence: str) -> None:
    for ask in (check, lambda one: national_docx(small_report(), template=one)):
        with pytest.raises(HouseStyleError) as caught:
            ask(template)
        assert str(caught.value) == sentence


def test_a_failed_template_leaves_ours_whole() -> None:
    before = national_docx(small_report())
    with pytest.raises(HouseStyleError):
        national_docx(small_report(), template=b"x")
    assert national_docx(small_report(peilmoment=PEILMOMENT)) == before
