"""The plan as a Word file: the national format when empty, every word of the region when filled."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table, _Cell

from exports.plan import ActieRow, DoelstellingRow, MijlpaalRow, PartijRow, PlanDocument
from exports.word.plan import plan_docx
from forms.spec import PROGRESS_LISTS, Kind
from tests.editions import PLAN
from tests.examples.plans import PEILMOMENT, empty_plan, filled_plan
from tests.reading.documents import assert_opens_cleanly

# The national format as it was sent out, read from the Word file of the kerngroep. A table is a list of rows, a row
# a list of cells, a cell a list of paragraphs and tables.
LEEG_FORMAT = [
    "Landelijk Invulformat: Plan van aanpak – Regioaanpak instroom Wlz-ggz-W",
    "Het doel van de regioaanpak is om gezamenlijk de meest passende zorg en ondersteuning te bepalen voor personen "
    "met langdurige geestelijke gezondheidsproblemen die zich bevinden op het grensvlak van de Wet langdurige zorg "
    "(Wlz) en de Wet maatschappelijke ondersteuning (Wmo). De ambitie is om de instroom in de Wlz te reduceren, met "
    "als uiteindelijke doel het realiseren van een stabiele instroom van 100 cliënten per maand.",
    "Dit invulformat kunnen de contactpersonen van de regioaanpak instroom Wlz-ggz-W gebruiken bij het opstellen van "
    "het plan van aanpak voor de zorgkantoorregio. Er is vastgesteld dat het plan van aanpak uiterlijk 31 december "
    "2023 gereed moet zijn.",
    "A. Algemene gegevens",
    "Vul hieronder in de naam van het zorgkantoorregio, de betrokken gemeente(s) en aangesloten partijen",
    [
        [["Naam zorgkantoorregio’s"], [""]],
        [["Betrokken gemeente(s)"], [""]],
        [["Aangesloten partijen (bijvoorbeeld zorgaanbieders, zorgverzekeraars)"], [""]],
    ],
    "B. Plan van aanpak omschrijving",
    [
        [
            ["Onderdelen plan van aanpak instroom Wlz-ggz-W"],
            [
                "Licht hieronder de verschillende onderdelen van het plan van aanpak toe voor de zorgkantoorregio",
            ],
        ],
        [
            [
                "Achtergrond en probleemstelling¹",
                "",
                "Licht de speer- en/of knelpunten toe waar dit plan van aanpak zich op richt.",
            ],
            [""],
        ],
        [
            [
                "Huidige situatie",
                "",
                "Licht de huidige stand van zaken toe met betrekking tot de speer- en/of knelpunten in de "
                "zorgkantoorregio.",
            ],
            [""],
        ],
        [
            [
                "Doelstelling(en)",
                "",
                "Formuleer SMART-doelstelling(en) die betrekking hebben op speer- en/of knelpunten in de "
                "zorgkantoorregio.",
            ],
            [
                "Vul de volgende doelstelling in:",
                "",
                "Eventuele aanvullende doelstellingen kunnen hieronder beschreven worden:",
            ],
        ],
        [
            [
                "Doelgroep",
                "",
                "Licht de specifieke doelgroep toe waarop de nadruk ligt bij het behalen van de doelstelling(en) "
                "binnen de zorgkantoorregio.",
            ],
            [""],
        ],
        [
            [
                "Acties",
                "",
                "Beschrijf de concrete acties die genomen moeten worden om de doelstelling(en) te realiseren.",
                "",
            ],
            [
                "",
                [
                    [
                        ["Acties", "Paragraaf in PvA"],
                        ["Verantwoordelijk/ coördinator / trekker van actie"],
                        ["Tijdslijn"],
                    ],
                    [[""], [""], [""]],
                ],
                "",
                "",
            ],
        ],
        [
            [
                "Randvoorwaarden en uitgangspunten",
                "",
                "Beschrijf eventuele randvoorwaarden die van toepassing zijn binnen de zorgkantoorregio en de "
                "uitgangspunten voor het realiseren van de doelstelling(en).",
            ],
            [""],
        ],
        [
            [
                "Projectstructuur",
                "",
                "Beschrijf de samenwerkingsstructuur² en de wijze waarop samenwerkingsafspraken worden geborgd.",
            ],
            [""],
        ],
        [
            [
                "Monitoring en aandachtspunten",
                "",
                "Beschrijf de voornaamste aandachtspunten, de benodigde maatregelen voor het borgen van de voortgang "
                "en de wijze waarop monitoring plaatsvindt.",
            ],
            [""],
        ],
        [
            [
                "Planning",
                "",
                "Beschrijf de tijdslijnen van de belangrijkste activiteiten en mijlpalen voor het realiseren van de "
                "doelstelling(en).",
            ],
            [
                "",
                [
                    [["Activiteit"], ["Mijlpaal"], ["Datum gereed"]],
                    [[""], [""], [""]],
                ],
                "",
                "",
            ],
        ],
    ],
    "C. Delen van ervaringen",
    [
        [["Onderdeel"], ["Licht hieronder de ervaringen uit de regio toe"]],
        [
            [
                "Ervaringen uit de regio",
                "",
                "Licht de ervaringen uit de regio met betrekking tot de samenwerking toe en beschrijf wat de andere "
                "regio’s hiervan kunnen leren.",
            ],
            [""],
        ],
    ],
    "1. Uit de duiding van de cijfers komt naar voren welke speer- en/of knelpunten er in de regio zijn. Dit vormt de "
    "basis van het plan van aanpak.",
    "2. Het kan gaan om het implementeren van een nieuwe structuur of het aansluiten bij een bestaande structuur.",
]

NASTY = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600 \u202bomgekeerd"


def read(plan: PlanDocument):
    return Document(BytesIO(plan_docx(plan)))


def outline(container) -> list:
    """The texts of a document or cell, with tables as rows of cells."""
    return [
        [[outline(cell) for cell in row.cells] for row in block.rows] if isinstance(block, Table) else block.text
        for block in container.iter_inner_content()
    ]


def answer_cell(plan: PlanDocument, label: str) -> _Cell:
    """The right column beside an onderdeel of the format."""
    rows = [row.cells for table in read(plan).tables for row in table.rows]
    return next(right for left, right in rows if left.paragraphs[0].text.rstrip("¹²") == label)


def answer(plan: PlanDocument, label: str) -> list:
    return outline(answer_cell(plan, label))


# --- the format itself


def test_an_empty_plan_is_the_national_format_word_for_word():
    assert outline(read(empty_plan())) == LEEG_FORMAT


def test_the_page_is_that_of_the_national_format():
    section = read(empty_plan()).sections[0]
    assert (section.page_width.twips, section.page_height.twips) == (16838, 11906)
    assert (section.left_margin.twips, section.right_margin.twips) == (1800, 1800)
    assert (section.top_margin.twips, section.bottom_margin.twips) == (1440, 1440)


def test_the_format_looks_as_it_should():
    """Labels are bold, guidance is italic, blocks are headings."""
    word = read(empty_plan())
    left = word.tables[1].rows[1].cells[0]
    assert left.paragraphs[0].runs[0].bold
    assert left.paragraphs[2].runs[0].italic
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == [PLAN.title]
    assert [p.text for p in word.paragraphs if p.style.name == "Heading 1"] == [block.title for block in PLAN.blocks]


def test_heading_rows_are_marked_so_that_they_are_read_out_and_repeated():
    _, onderdelen, ervaringen = read(empty_plan()).tables
    acties = answer_cell(empty_plan(), "Acties").tables[0]
    for table in (onderdelen, ervaringen, acties):
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert marked == [True, *[False] * (len(table.rows) - 1)]


# --- what the region filled in


def test_general_facts_and_parties_stand_in_the_first_table():
    plan = replace(
        empty_plan(),
        answers={"regio_naam": "Voorbeeldstreek", "gemeenten": "Alle gemeenten.\n\nOok Verderop."},
        partijen=(PartijRow("Stichting De Haven", "Zorgaanbieder"), PartijRow("Alle wijkteams")),
    )
    assert outline(read(plan))[5] == [
        [["Naam zorgkantoorregio’s"], ["Voorbeeldstreek"]],
        [["Betrokken gemeente(s)"], ["Alle gemeenten.", "Ook Verderop."]],
        [
            ["Aangesloten partijen (bijvoorbeeld zorgaanbieders, zorgverzekeraars)"],
            ["Stichting De Haven (Zorgaanbieder)", "Alle wijkteams"],
        ],
    ]


def test_the_national_goal_comes_first_and_others_under_their_own_sentence():
    plan = replace(
        empty_plan(),
        doelstellingen=(
            DoelstellingRow("Meer woonplekken."),
            DoelstellingRow("Wij dalen naar 8,5.", landelijk=True, streefwaarde="8,5"),
            DoelstellingRow("Kortere wachttijd."),
        ),
    )
    assert answer(plan, "Doelstelling(en)") == [
        "Vul de volgende doelstelling in:",
        "Wij dalen naar 8,5.",
        "Streefwaarde: 8,5",
        "",
        "Eventuele aanvullende doelstellingen kunnen hieronder beschreven worden:",
        "Meer woonplekken.",
        "",
        "Kortere wachttijd.",
    ]


def test_every_action_is_a_row_and_headings_are_bold():
    plan = replace(
        empty_plan(),
        acties=(
            ActieRow("4", "Herijken visie", "Zorgkantoor", "Eind Q1 2024", on_its_own=True),
            ActieRow("5a", "Samenwerken", is_action=False),
            ActieRow("5a.1", "Casuïstiek bespreken", "Gemeenten, zorgkantoor", "Continu"),
            ActieRow("", "Zonder nummer"),
        ),
    )
    table = answer_cell(plan, "Acties").tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows[1:]] == [
        ["4 Herijken visie", "Zorgkantoor", "Eind Q1 2024"],
        ["5a Samenwerken", "", ""],
        ["5a.1 Casuïstiek bespreken", "Gemeenten, zorgkantoor", "Continu"],
        ["Zonder nummer", "", ""],
    ]
    bold = [[bool(run.bold) for run in row.cells[0].paragraphs[0].runs] for row in table.rows[1:]]
    assert bold == [[True, False], [True, True], [False, False], [False]]


def test_every_milestone_is_a_row():
    plan = replace(empty_plan(), mijlpalen=(MijlpaalRow("Visie", "Vastgesteld", "Eind Q2 2024"),))
    table = answer_cell(plan, "Planning").tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["Visie", "Vastgesteld", "Eind Q2 2024"]


@pytest.mark.parametrize(("key", "label"), [("acties_toelichting", "Acties"), ("planning_toelichting", "Planning")])
def test_an_explanation_stands_under_its_table(key, label):
    cell = answer(replace(empty_plan(), answers={key: "NB. Nog niet alles staat vast."}), label)
    assert [block if isinstance(block, str) else "tabel" for block in cell] == [
        "",
        "tabel",
        "",
        "NB. Nog niet alles staat vast.",
    ]


def test_a_closed_fact_is_one_labelled_line_under_the_text():
    plan = replace(
        empty_plan(),
        answers={
            "projectstructuur": "Een stuurgroep.",
            "projectstructuur_vorm": "Nieuwe vaste structuur",
            "doelgroep_soorten": ("Jongeren 18 t/m 26 jaar", "Andere doelgroep"),
        },
    )
    assert answer(plan, "Projectstructuur") == [
        "Een stuurgroep.",
        "Wat voor structuur is het? Nieuwe vaste structuur",
    ]
    assert answer(plan, "Doelgroep") == [
        "Op welke doelgroepen ligt de nadruk? Jongeren 18 t/m 26 jaar, Andere doelgroep"
    ]


@pytest.mark.parametrize("step", [step.key for step in PLAN.steps])
def test_what_follows_later_is_said_with_the_reason_at_the_end_of_its_part(step):
    plan = replace(empty_plan(), volgt_later={step: "Wij wachten op cijfers."})
    label = PLAN.step(step).sections[-1].label
    assert answer(plan, label)[-1] == "Volgt later: Wij wachten op cijfers."
    assert str(outline(read(plan))).count("Volgt later") == 1


def test_long_text_keeps_its_lists_and_bold():
    plan = replace(empty_plan(), answers={"achtergrond": "Wij zien:\n\n- een **groot** tekort\n- rust"})
    first, bullet, other = answer_cell(plan, "Achtergrond en probleemstelling").paragraphs
    assert [first.text, bullet.text, other.text] == ["Wij zien:", "een groot tekort", "rust"]
    assert [run.text for run in bullet.runs if run.bold] == ["groot"]
    assert first._p.pPr is None
    assert bullet._p.pPr.numPr is not None


def test_attachments_are_named_after_the_footnotes():
    assert outline(read(replace(empty_plan(), bijlagen=("Regioplan.pdf", "Kaart.odt"))))[-1] == (
        "Bijlagen: Regioplan.pdf, Kaart.odt"
    )


def test_every_open_question_of_the_format_reaches_the_document():
    """Another edition of the format gets its document by itself: all kinds are known."""
    texts = {q.key: f"antwoord op {q.key}" for q in PLAN.questions if not q.kind.is_list}
    written = str(outline(read(replace(empty_plan(), answers=texts))))
    assert [text for text in texts.values() if text not in written] == []
    assert {q.kind for q in PLAN.questions} == set(Kind) - PROGRESS_LISTS


# --- what kind of document it is


def header(plan: PlanDocument) -> list[str]:
    return [paragraph.text for paragraph in read(plan).sections[0].header.paragraphs]


def test_a_draft_says_so_and_of_when_it_is():
    assert header(replace(empty_plan(), naam="Voorbeeldstreek")) == [
        "Voorbeeldstreek · Status: Concept · stand van 20 december 2023 om 14:03 uur"
    ]


def test_a_submitted_plan_says_its_status_and_date():
    submitted = replace(
        empty_plan(),
        naam="Voorbeeldstreek",
        status="In behandeling",
        ingediend_op=datetime(2023, 12, 31, 23, 30, tzinfo=UTC),
    )
    assert header(submitted) == ["Voorbeeldstreek · Status: In behandeling · ingediend op 1 januari 2024"]


def test_a_demo_plan_says_so_on_every_page():
    assert header(filled_plan())[1] == "Demo: alle personen en cijfers zijn verzonnen"


def test_pages_are_numbered():
    footer = read(empty_plan()).sections[0].footer.paragraphs[0]
    fields = [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))]
    shown = "".join(text.text for text in footer._p.iter(qn("w:t")))
    assert (shown, fields) == ("Pagina 1 van 1", ["PAGE", "NUMPAGES"])


def test_the_document_is_dutch_and_says_what_it_is():
    word = read(replace(empty_plan(), naam="Voorbeeldstreek"))
    properties = word.core_properties
    assert properties.title == f"{PLAN.title} – Voorbeeldstreek"
    assert (properties.author, properties.language, properties.comments) == ("Regioportaal", "nl-NL", "")
    assert properties.created == properties.modified == datetime(2023, 12, 20, 13, 3, tzinfo=UTC)
    assert {lang.get(qn("w:val")) for lang in word.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    assert word.settings.element.find(qn("w:themeFontLang")).get(qn("w:val")) == "nl-NL"


def test_nothing_of_the_maker_of_the_template_is_left():
    with ZipFile(BytesIO(plan_docx(empty_plan()))) as archive:
        names = archive.namelist()
    unwanted = ("stylesWithEffects", "customXml", "thumbnail", "app.xml")
    assert [name for name in names if any(word in name for word in unwanted)] == []


def test_the_same_plan_gives_the_same_bytes_at_any_time(monkeypatch):
    before = plan_docx(filled_plan())
    monkeypatch.setattr("zipfile.time.time", lambda: 2_000_000_000)
    assert plan_docx(filled_plan()) == before
    assert plan_docx(replace(filled_plan(), peilmoment=datetime(2024, 1, 1, tzinfo=UTC))) != before


@pytest.mark.parametrize("plan", [empty_plan(), filled_plan()], ids=["leeg", "gevuld"])
def test_word_opens_it_without_repair(plan):
    assert_opens_cleanly(plan_docx(plan), ".docx")


# --- bad input


def nasty_plan(text: str) -> PlanDocument:
    """A plan with this text in every place where a person can type."""
    return PlanDocument(
        format=PLAN,
        naam=text,
        status="Concept",
        peilmoment=PEILMOMENT,
        answers={question.key: text for question in PLAN.questions if not question.kind.is_list},
        partijen=(PartijRow(text, text),),
        doelstellingen=(DoelstellingRow(text, indicator=text, eenheid=text),),
        acties=(ActieRow(text, text, text, text),),
        mijlpalen=(MijlpaalRow(text, text, text),),
        volgt_later={"monitoring": text},
        bijlagen=(text,),
    )


def test_any_text_survives_in_every_place_and_word_opens():
    content = plan_docx(nasty_plan(f"a\x00b\x0b{NASTY}\ud800"))
    assert_opens_cleanly(content, ".docx")
    assert answer(nasty_plan(f"a\x00b{NASTY}\ud800"), "Monitoring en aandachtspunten") == [
        f"ab{NASTY}",
        f"Volgt later: ab{NASTY}",
    ]


def test_200_kilobytes_in_one_field_are_written_and_the_header_stays_a_header():
    text = ("zorgkantoorregio " * 12_000).strip()
    plan = replace(empty_plan(), naam=text, answers={"achtergrond": text})
    assert answer(plan, "Achtergrond en probleemstelling") == [text]
    assert len(header(plan)[0]) == 160
    assert len(read(plan).core_properties.title) == 255


def test_signs_of_markup_in_an_action_are_not_printed():
    plan = replace(empty_plan(), acties=(ActieRow("5.1", "Uitleg over **beide** routes"),))
    with ZipFile(BytesIO(plan_docx(plan))) as parts:
        body = parts.read("word/document.xml").decode()
    assert ("Uitleg over beide routes" in body, "**" in body) == (True, False)
