"""What an OpenDocument file holds, and what a reader gives of it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import odfdo

from forms.dutch.dates import AMSTERDAM
from portal.domain.intake.document import Comment, ReadDocument, ReadTable
from portal.domain.intake.read import read
from portal.domain.intake.writing import joined
from tests.worlds import odfml as o


def read_body(body: str, **more: str) -> ReadDocument:
    return read("plan.odt", o.odt(body, **more))  # type: ignore[arg-type]


def texts(body: str) -> list[str]:
    return [one.text for one in read_body(body).paragraphs()]


def test_words_keep_their_look_links_and_spaces() -> None:
    link = '<text:a xlink:href="https://a.test/">hier</text:a>'
    body = o.par(
        f'Wij {o.span("moeten", "vet")}\n  <text:s text:c="2"/>{o.span("nu", "schuin")} {link}<text:line-break/>door'
    )
    (one,) = read_body(body).paragraphs()
    assert one.text == "Wij moeten nu hier\ndoor"
    assert one.markdown == "Wij **moeten** *nu* [hier](https://a.test/)\ndoor"


def test_lists_have_the_sign_that_people_read() -> None:
    deep = o.points(o.par("Overleg") + o.points(o.par("Elk kwartaal"), o.par("Verslag"), style=""), style="")
    body = o.points(o.par("Visie"), o.par("Samen") + o.par("vervolg") + deep, style="nummers")
    body += o.par("tussen") + o.points(o.par("Toegang"), style="nummers", more=' text:continue-numbering="true"')
    found = list(read_body(body.replace(' text:style-name=""', "") + o.points(o.par("punt"))).paragraphs())
    assert [(one.sign, one.text, one.depth) for one in found] == [
        ("1.", "Visie", 1), ("2.", "Samen", 1), ("", "vervolg", 1), ("2.a.", "Overleg", 2),
        ("2a.1.", "Elk kwartaal", 3), ("2a.2.", "Verslag", 3), ("", "tussen", 0),
        ("3.", "Toegang", 1), ("•", "punt", 1),
    ]  # fmt: skip
    assert joined(found[:4]) == "1. Visie\n2. Samen\n   vervolg\n   2.a. Overleg"


def test_a_list_goes_on_in_another_cell_as_libreoffice_writes_it() -> None:
    more = ' xml:id="{}" text:continue-numbering="true"'
    inner = "<text:list><text:list-item>{}</text:list-item></text:list>".format
    body = o.points(o.par("bullet")) + o.points(o.par("Visie"), style="nummers", more=' xml:id="a"')
    for number, text in enumerate(["Samen", "Toegang"]):
        body += o.table(o.row(o.cell(o.points(inner(o.par(text)), style="nummers", more=more.format(f"b{number}")))))
    assert [one.sign for one in read_body(body).paragraphs()] == ["•", "1.", "1.a.", "1.b."]


def test_tables_have_their_heads_and_merged_cells_once() -> None:
    wide, tall = o.cell(o.par("breed"), columns=2), o.cell(o.par("hoog"), rows=2)
    body = o.table(
        o.row(wide, o.COVERED), o.row(tall, o.cell(o.par("a"))), o.row(o.COVERED, o.cell(o.par("b"))), heads=1
    )
    (table,) = read_body(body).blocks
    assert isinstance(table, ReadTable)
    shape = [[(one.column, one.column_span, one.row_span) for one in row.cells] for row in table.rows]
    assert shape == [[(0, 2, 1)], [(0, 1, 2), (1, 1, 1)], [(1, 1, 1)]]
    assert table.heads == 1


def test_a_table_that_says_it_is_endless_is_not() -> None:
    body = o.table('<table:table-row table:number-rows-repeated="1000000"><table:table-cell '
                   'table:number-columns-repeated="16000"/></table:table-row>')  # fmt: skip
    (table,) = read_body(body).blocks
    assert isinstance(table, ReadTable)
    assert (len(table.rows), len(table.rows[0].cells)) == (1, 63)


def test_notes_remarks_boxes_and_changes_are_each_in_their_place() -> None:
    note = '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
    note += f"{o.par('bron')}</text:note-body></text:note>"
    remark = '<office:annotation office:name="n"><dc:creator>Anna</dc:creator><dc:date>2026-01-09T11:30:00.5</dc:date>'
    remark += f'{o.par("Wie?")}</office:annotation>wij<office:annotation-end office:name="n"/>'
    box = f"<draw:frame><draw:text-box>{o.par('in kader')}</draw:text-box></draw:frame>"
    image = '<draw:frame><draw:image xlink:href="Pictures/1.png"/></draw:frame>'
    changes = "<text:tracked-changes><text:changed-region><text:deletion>" + o.par("weg")
    changes += "</text:deletion></text:changed-region></text:tracked-changes>"
    found = read_body(changes + o.par(f"een{note} {remark} {box}{image}") + o.par(o.span("geheim", "verborgen")))
    assert [(one.text, one.place) for one in found.paragraphs()] == [
        ("een¹ wij", "alinea 1"), ("¹ bron", "voetnoot 1"), ("in kader", "tekstvak 1"), ("", "alinea 2"),
    ]  # fmt: skip
    moment = datetime(2026, 1, 9, 11, 30, tzinfo=AMSTERDAM)
    assert next(found.paragraphs()).comments == (Comment("Anna", "Wie?", "wij", moment),)
    assert found.told == (
        "De bijgehouden wijzigingen zijn verwerkt alsof u ze allemaal accepteert: 1 verwijderd stuk tekst (“weg”) is "
        "weggelaten.",
        "1 stuk verborgen tekst (“geheim”) is niet meegekomen. Plaats: alinea 2.",
        "1 afbeelding is niet meegekomen. Plaats: alinea 1.",
    )


def test_headings_headers_and_properties() -> None:
    master = f"<style:master-page><style:header>{o.par('Concept 3')}</style:header><style:footer>"
    master += f"{o.par('Pagina <text:page-number>7</text:page-number>')}</style:footer></style:master-page>"
    own = '<meta:user-defined meta:name="rp_plan">12</meta:user-defined>'
    found = read_body(o.heading("Deel A", 2) + o.par('<text:bookmark text:name="rp_a"/>x'), pages=master, own=own)
    assert [(one.text, one.level, one.place, one.ids) for one in found.paragraphs()] == [
        ("Concept 3", 0, "koptekst", ()), ("Deel A", 2, "alinea 1", ()), ("x", 0, "onder “Deel A”", ("rp_a",)),
    ]  # fmt: skip
    assert found.properties == (("rp_plan", "12"),)


def test_what_another_library_wrote_is_read() -> None:
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Plan"))
    document.body.append(odfdo.List(["een", "twee"]))
    table = odfdo.Table("T", width=2, height=1)
    table.set_values([["wie", "wanneer"]])
    document.body.append(table)
    target = BytesIO()
    document.save(target)
    assert [one.text for one in read("plan.odt", target.getvalue()).paragraphs()] == [
        "Plan",
        "een",
        "twee",
        "wie",
        "wanneer",
    ]
