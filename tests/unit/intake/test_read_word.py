"""What a Word file holds, and what a reader gives of it: each kind of thing that people's files have in them."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from forms.dutch.dates import AMSTERDAM
from portal.domain.intake.document import Comment, ReadDocument, ReadParagraph, ReadTable
from portal.domain.intake.read import read
from portal.domain.intake.writing import joined
from tests.worlds import wordml as w


def read_body(body: str, **more: object) -> ReadDocument:
    return read("plan.docx", w.docx(body, **more))  # type: ignore[arg-type]


def texts(body: str, **more: object) -> list[str]:
    return [one.text for one in read_body(body, **more).paragraphs()]


def markdown(body: str, **more: object) -> str:
    return joined(read_body(body, **more).paragraphs())


def the_table(body: str) -> ReadTable:
    (table,) = (one for one in read_body(body).blocks if isinstance(one, ReadTable))
    return table


def test_words_keep_their_look_and_a_part_of_a_word_loses_it() -> None:
    line = w.run("Wij ") + w.bold("moeten ") + w.italic("nu") + w.run(" door") + w.bold("gaan") + w.run(".")
    assert markdown(w.par(line)) == "Wij **moeten** *nu* doorgaan."


def test_signs_that_would_be_markup_stay_signs() -> None:
    plain = ["1. Overleggen", "2024. Daarna", "# kop", "C:\\map"]
    lines = ["5*3*2 en *dit*", "* voetnoot", "[hier](https://a.nl)", *plain]
    found = markdown("".join(w.par(w.run(one)) for one in lines)).split("\n\n")
    assert found == ["5*3*2 en \\*dit\\*", "\\* voetnoot", "\\[hier](https://a.nl)", *plain]


def test_a_line_end_a_tab_and_signs_without_letters_stay_in_the_paragraph() -> None:
    line = "<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t><w:noBreakHyphen/><w:t>vier</w:t></w:r>"
    soft = "<w:r><w:softHyphen/></w:r>" + w.run(" af\u00adbreken \u202eom")
    arrow = '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'
    (one,) = read_body(w.par(line + soft + arrow)).paragraphs()
    assert one.text == "een\ntwee\tdrie-vier afbreken om→"
    assert one.markdown == "een\ntwee\tdrie-vier afbreken om→"


def test_lists_have_the_sign_that_people_read() -> None:
    at = w.PARAGRAPHS
    points = [("Visie", (at, 0)), ("Samen", (at, 1)), ("Afspreken", (at, 2)), ("Kennis", (at, 2)), ("Toegang", (at, 1)),
              ("Factsheet", (at, 2)), ("Los", (w.BULLETS, 1)), ("Een", (w.NUMBERS, 0)),
              ("Twee", (w.NUMBERS, 0))]  # fmt: skip
    found = list(read_body("".join(w.par(w.run(text), point=point) for text, point in points)).paragraphs())
    assert [(one.sign, one.text, one.depth) for one in found] == [
        ("1.", "Visie", 1), ("1a.", "Samen", 2), ("1a.1.", "Afspreken", 3), ("1a.2.", "Kennis", 3),
        ("1b.", "Toegang", 2), ("1b.1.", "Factsheet", 3), ("•", "Los", 2), ("1.", "Een", 1), ("2.", "Twee", 1),
    ]  # fmt: skip
    assert [one.markdown for one in found][:3] == ["1. Visie", "   1a. Samen", "      1a.1. Afspreken"]
    assert joined(found[-3:]) == "   - Los\n1. Een\n2. Twee"


@pytest.mark.parametrize(
    ("levels", "number", "signs"),
    [
        (w.level(0, "upperRoman", "%1)"), "", ["I)", "II)"]),
        (w.level(0, "decimal", "Actie %1:"), "", ["Actie 1:", "Actie 2:"]),
        (
            w.level(0, "decimal", "%1."),
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
            ["5.", "6."],
        ),
        (w.level(0, "none", ""), "", ["", ""]),
        (w.level(0, "bullet", "-"), "", ["-", "-"]),
    ],
    ids=["roman", "words", "begins-at", "none", "dash"],
)
def test_a_list_counts_as_it_is_declared(levels: str, number: str, signs: list[str]) -> None:
    part = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    part += f'<w:num w:numId="9"><w:abstractNumId w:val="7"/>{number}</w:num>'
    found = read_body(w.par(w.run("a"), point=(9, 0)) + w.par(w.run("b"), point=(9, 0)), parts={"numbering": part})
    assert [one.sign for one in found.paragraphs()] == signs


def test_a_list_of_a_style_counts_too_and_a_bullet_that_was_typed_is_one() -> None:
    numbered = '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'
    styles = f'<w:style w:type="paragraph" w:styleId="L"><w:name w:val="L"/>{numbered}</w:style>'
    body = w.par(w.run("stijl"), style="L") + w.par(w.run("\uf0b7\tgetypt")) + w.par(w.run("- streep"))
    found = list(read_body(body, parts={"styles": styles}).paragraphs())
    assert [(one.sign, one.text) for one in found] == [("1.", "stijl"), ("•", "getypt"), ("", "- streep")]
    assert found[1].markdown == "- getypt"


def test_headings_know_their_level_and_their_number() -> None:
    body = w.par(w.run("Plan"), style="Title") + w.par(w.run("Acties"), style="Heading2", point=(w.NUMBERS, 0))
    title, heading = read_body(body).paragraphs()
    assert (title.level, heading.level, heading.sign) == (1, 2, "1.")
    assert heading.markdown == "**1. Acties**"


def test_what_was_tracked_is_accepted_and_told() -> None:
    ends = '<w:rPr><w:del w:id="1" w:author="C"/></w:rPr>'
    body = w.par(w.run("Wij ") + w.removed("niet ") + w.removed("nooit ") + w.inserted(w.run("altijd ")), more=ends)
    body += w.par(w.run("door."))
    gone = w.row(w.cell(w.par(w.removed("weg"))), more='<w:del w:id="2" w:author="C"/>')
    body += w.table(gone, w.row(w.cell(w.par(w.inserted(w.run("nieuw")))), more='<w:ins w:id="3" w:author="C"/>'))
    body += w.table(gone)
    found = read_body(body)
    assert [one.text for one in found.paragraphs()] == ["Wij altijd door.", "nieuw"]
    assert found.told == (
        "De bijgehouden wijzigingen zijn verwerkt alsof u ze allemaal accepteert: 2 toevoegingen zijn overgenomen, "
        "1 verwijderd stuk tekst (“niet nooit”) is weggelaten en 2 verwijderde rijen (“weg”) zijn weggelaten.",
    )


def test_a_removed_paragraph_before_a_table_is_gone_and_one_with_words_stays() -> None:
    ends = '<w:rPr><w:del w:id="1" w:author="C"/></w:rPr>'
    table = w.table(w.row(w.cell(w.par(w.run("cel")))))
    assert texts(w.par(w.removed("weg"), more=ends) + table) == ["cel"]
    assert texts(w.par(w.run("blijft"), more=ends) + table) == ["blijft", "cel"]


def test_merged_cells_stand_once_with_their_spans() -> None:
    para = [w.par(w.run(letter)) for letter in "abcdef"]
    table = the_table(
        w.table(
            w.row(w.cell(para[0], span=2), w.cell(para[1]), more="<w:tblHeader/>"),
            w.row(w.cell(para[2], merge="restart"), w.cell(para[3]), w.cell(para[4])),
            w.row(w.cell(merge="continue"), w.cell(para[5], span=2)),
        )
    )
    shape = [[(one.column, one.column_span, one.row_span) for one in row.cells] for row in table.rows]
    assert shape == [[(0, 2, 1), (2, 1, 1)], [(0, 1, 2), (1, 1, 1), (2, 1, 1)], [(1, 2, 1)]]
    assert table.heads == 1


def test_a_table_in_a_cell_says_where_it_stands() -> None:
    inner = w.table(w.row(w.cell(w.par(w.run("binnen")))))
    found = read_body(w.table(w.row(w.cell()), w.row(w.cell(inner + w.par()))))
    assert [one.place for one in found.paragraphs() if one.text] == ["tabel 1, rij 2, tabel in de cel, rij 1"]


def test_content_controls_at_every_level_are_read_and_leave_their_mark() -> None:
    row = w.control(w.row(w.control(w.cell(w.par(w.run("cel"))), "cel")), "rij")
    body = w.control(w.par(w.run("alinea ") + w.control(w.run("woord"), "woord")), "blok") + w.table(row)
    blank = w.control(w.par(w.run("Kies een datum")), empty=True)
    body += w.table(w.row(w.cell(w.par()), w.control(w.cell(w.par(w.run("Kies een naam"))), empty=True)))
    found = read_body(body + blank)
    assert [(one.text, one.ids) for one in found.paragraphs()] == [
        ("alinea woord", ("blok", "woord")),
        ("cel", ("cel",)),
        ("", ()),
        ("", ()),
    ]
    table = found.blocks[1]
    assert isinstance(table, ReadTable)
    assert table.rows[0].ids == ("rij",)
    assert found.told == ("2 lege invulvelden (“Kies een naam” en “Kies een datum”) zijn niet meegekomen.",)


def test_a_field_that_a_program_filled_in_keeps_its_words() -> None:
    filled = w.control(w.par(w.run("Wij zien drie knelpunten."))).replace("<w:sdtPr>", "<w:sdtPr><w:showingPlcHdr/>")
    called = filled.replace("Wij zien drie knelpunten.", "[Naam van de regio]")
    assert texts(filled + called) == ["Wij zien drie knelpunten."]


def test_a_box_is_read_once_behind_its_paragraph() -> None:
    found = read_body(w.par(w.run("voor") + w.text_box(w.said("in het kader\n- punt"))) + w.par(w.run("na")))
    assert [(one.text, one.place) for one in found.paragraphs()] == [
        ("voor", "alinea 1"), ("in het kader", "tekstvak 1"), ("punt", "tekstvak 1"), ("na", "alinea 2"),
    ]  # fmt: skip


def test_words_in_shapes_of_every_kind_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="CONCEPT"/></v:shape></w:pict></w:r>'
    shape = "<w:r><w:drawing><a:p><a:r><a:t>stap 1</a:t></a:r></a:p></w:drawing></w:r>"
    file = f"<w:r><w:object><v:group><v:imagedata/><v:textbox><w:txbxContent>{w.said('bij het bestand')}"
    file += '</w:txbxContent></v:textbox></v:group><o:OLEObject r:id="y"/></w:object></w:r>'
    found = read_body(w.par(art + shape + file))
    assert [one.text for one in found.paragraphs()] == ["", "CONCEPT", "stap 1", "bij het bestand"]
    assert found.told == ("1 ingevoegd bestand is niet meegekomen. Plaats: alinea 1.",)


def test_notes_stand_behind_what_they_are_about() -> None:
    notes = w.note(4, w.par(w.run(" bron a"))) + w.note(2, w.par(w.run(" bron b")))
    ends = w.note(1, w.par(w.run(" slot")), "endnote")
    body = w.par(w.run("een") + w.mark(2) + w.run(" en twee") + w.mark(4)) + w.par(w.run("drie") + w.mark(1, "endnote"))
    found = read_body(body, parts={"footnotes": notes, "endnotes": ends})
    assert [(one.text, one.place) for one in found.paragraphs()] == [
        ("een¹ en twee²", "alinea 1"), ("¹ bron b", "voetnoot 1"), ("² bron a", "voetnoot 2"),
        ("drieⁱ", "alinea 2"), ("ⁱ slot", "eindnoot i"),
    ]  # fmt: skip


def test_remarks_know_the_words_they_are_beside_over_paragraphs_too() -> None:
    begin, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    body = w.par(w.run("Wij ") + begin + w.run("doen")) + w.par(w.run("dit") + end + w.run(" samen"))
    parts = {"comments": w.remark(1, "Anna", "Wie?") + w.remark(2, "Bram", "Zonder plaats")}
    found = read_body(body, parts=parts)
    first, second = found.paragraphs()
    about = Comment("Anna", "Wie?", "doen dit", datetime(2026, 1, 9, 11, 30, tzinfo=AMSTERDAM))
    assert (first.comments, second.comments) == ((about,), ())
    assert found.told == ("1 opmerking zonder plaats (“Zonder plaats”) is niet meegekomen.",)


def test_fields_show_their_result_and_links_their_words() -> None:
    link = w.field('HYPERLINK "https://a.test/x"', w.run("hier"))
    date = w.field(' DATE \\@ "d MMMM yyyy" ', w.run("3 mei 2026"))
    unended = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + w.run(" blijft")
    box = "<w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
    ticked = f'<w:r><w:fldChar w:fldCharType="begin">{box}</w:fldChar></w:r>'
    closed = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    part = f'<w:hyperlink r:id="rIdA">{w.run("mail")}</w:hyperlink>'
    part += f'<w:hyperlink w:anchor="x">{w.run(" intern")}</w:hyperlink>'
    relations = w.outside("rIdA", "hyperlink", "mailto:a@b.test")
    body = w.par(link + w.run(" en ") + date) + w.par(part) + w.par(ticked + closed + unended)
    found = list(read_body(body, relations=relations).paragraphs())
    assert [one.text for one in found] == ["hier en 3 mei 2026", "mail intern", "☒ blijft"]
    assert found[0].markdown == "[hier](https://a.test/x) en 3 mei 2026"
    assert found[1].markdown == "[mail](mailto:a@b.test) intern"


def test_what_is_no_text_is_told_with_its_place() -> None:
    thing = '<w:r><w:object><v:shape><v:imagedata r:id="x"/></v:shape><o:OLEObject r:id="y"/></w:object></w:r>'
    hidden = w.run("geheim", "<w:vanish/>") + w.run("voorbij ", "<w:strike/>") + w.run("te laat", "<w:strike/>")
    found = read_body(w.par(w.picture() + thing + hidden) + w.table(w.row(w.cell(w.par(w.picture())))))
    assert [one.text for one in found.paragraphs()] == ["", ""]
    assert found.told == (
        "1 stuk verborgen tekst (“geheim”) is niet meegekomen. Plaats: alinea 1.",
        "1 doorgestreept stuk tekst (“voorbij te laat”) is niet meegekomen. Plaats: alinea 1.",
        "2 afbeeldingen zijn niet meegekomen. Plaats: alinea 1 en tabel 1, rij 1.",
        "1 ingevoegd bestand is niet meegekomen. Plaats: alinea 1.",
    )


def test_headers_that_say_something_are_read_and_page_numbers_are_not() -> None:
    edges = "".join(f'<w:{kind}Reference w:type="default" r:id="rId-{kind}"/>' for kind in ("header", "footer"))
    parts = {
        "header": w.par(w.run("Concept 3")),
        "footer": w.par(
            w.run("Pagina ") + w.field("PAGE", w.run("7")) + w.run(" van ") + w.field("NUMPAGES", w.run("9"))
        ),
    }
    found = read_body(w.par(w.run("tekst")) + f"<w:sectPr>{edges}</w:sectPr>", parts=parts)
    assert [(one.text, one.place) for one in found.paragraphs()] == [("Concept 3", "koptekst"), ("tekst", "alinea 1")]


def test_a_file_of_the_portal_is_known_by_its_properties_and_marks() -> None:
    custom = b"""<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
        xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property name="rp_plan">
        <vt:lpwstr>12</vt:lpwstr></property></Properties>"""
    body = '<w:bookmarkStart w:id="1" w:name="_GoBack"/><w:bookmarkStart w:id="2" w:name="rp_a"/>' + w.par(w.run("x"))
    found = read_body(body, files={"docProps/custom.xml": custom})
    assert found.properties == (("rp_plan", "12"),)
    (one,) = found.paragraphs()
    assert one.ids == ("rp_a",)


def test_the_strict_variant_of_word_is_read_as_any_other() -> None:
    with ZipFile(BytesIO(w.docx(w.par(w.run("streng"), style="Heading1")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = {name: _strictly(content) for name, content in parts.items()}
    (one,) = read("plan.docx", w.zipped(strict)).paragraphs()
    assert (one.text, one.level) == ("streng", 1)


def _strictly(content: bytes) -> bytes:
    """The same part with the namespaces that Word uses in files of the kind Strict Open XML."""
    base = b"http://schemas.openxmlformats.org/"
    content = content.replace(base + b"wordprocessingml/2006/main", b"http://purl.oclc.org/ooxml/wordprocessingml/main")
    kinds = base + b"officeDocument/2006/relationships"
    return content.replace(kinds, b"http://purl.oclc.org/ooxml/officeDocument/relationships")


def test_a_file_of_sharepoint_has_its_text_elsewhere() -> None:
    content = w.docx(w.par(w.run("daar")))
    with ZipFile(BytesIO(content)) as archive:
        parts = {name.replace("document.xml", "document2.xml"): archive.read(name) for name in archive.namelist()}
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"document2.xml")
    assert [one.text for one in read("plan.docx", w.zipped(parts)).paragraphs()] == ["daar"]


def test_signs_of_symbol_fonts_get_letters() -> None:
    assert texts(w.par(w.run("eerst \uf0e0 dan \uf0fc"))) == ["eerst → dan ✓"]


def test_a_number_of_a_page_in_a_box_is_no_word() -> None:
    box = w.text_box(w.par(w.run("blz. ") + w.field("PAGE", w.run("twee"))))
    edges = '<w:sectPr><w:footerReference w:type="default" r:id="rId-footer"/></w:sectPr>'
    assert texts(w.par(w.run("tekst")) + edges, parts={"footer": w.par(box)}) == ["tekst"]


def test_text_from_right_to_left_stays_in_its_order() -> None:
    body = w.par(w.run("مرحبا", "<w:rtl/>") + w.run(" en שלום"), more="<w:bidi/>")
    (one,) = read_body(body).paragraphs()
    assert one.text == "مرحبا en שלום"


def test_a_formula_and_a_raised_figure_keep_their_words() -> None:
    body = w.par(
        w.run("m") + w.run("2", '<w:vertAlign w:val="superscript"/>') + "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"
    )
    assert texts(body) == ["m²x+1"]


def test_places_go_by_the_heading_above() -> None:
    body = w.par(w.run("los")) + w.par(w.run("Deel A"), style="Heading1") + w.par(w.run("tekst"))
    found: list[ReadParagraph] = list(read_body(body).paragraphs())
    assert [one.place for one in found] == ["alinea 1", "alinea 2", "onder “Deel A”"]
