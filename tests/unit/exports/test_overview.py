"""The national overview as Word and Excel, and the contacts as Excel: the same columns everywhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from exports.columns import OVERVIEW_COLUMNS, PLAN_COLUMNS, Column, ColumnKind
from exports.contacts import CONTACT_COLUMNS, ContactLine
from exports.excel.contacts import contacts_xlsx
from exports.excel.overview import overview_xlsx
from exports.report import OpenRound, PlanLine, PlansOverview, RoundLine
from exports.word.overview import overview_docx
from tests.examples.plans import PEILMOMENT, contact_lines, national_overview
from tests.reading.documents import assert_opens_cleanly

NASTY = "=1+1 <script>alert(1)</script> ]]> &amp; \U0001f600 _x0041_"

MODELLAND = PlanLine(
    regio="Modelland",
    regio_code="ZK91",
    plan_naam="Voorbeeldstreek en Modelland",
    status="Ingediend",
    status_key="ingediend",
    deadline=date(2023, 12, 31),
    ingediend_op=datetime(2023, 12, 30, 23, 30, tzinfo=UTC),
    namens="Gemeente",
    projectstructuur="Ad hoc",
    aantal_acties=1250,
    aantal_doelstellingen=0,
    wacht_dagen=3,
    opgepakt_door="Nora Verzonnen",
)
PROEFDAL = PlanLine(
    "Proefdal", "ZK93", "Proefdal", "Concept", "concept", deadline=date(2023, 12, 31), dagen=11, meelezen=True
)
OVERVIEW = PlansOverview(peilmoment=PEILMOMENT, lines=(MODELLAND, PROEFDAL))
ROUND = OpenRound(7, "Kwartaaluitvraag Q4 2023", date(2023, 12, 15))
ANSWERED = RoundLine("Ingediend", "ingediend", ROUND.deadline, is_answered=True)
LATE = RoundLine("Te laat", "te_laat", ROUND.deadline, dagen=-5)
NOT_ASKED = RoundLine("Niet gevraagd", "niet_gevraagd", ROUND.deadline, is_asked=False)
WITH_ROUND = replace(
    OVERVIEW, uitvraag=ROUND, lines=(replace(MODELLAND, antwoord=LATE), replace(PROEFDAL, antwoord=NOT_ASKED))
)


def word_rows(overview: PlansOverview, number: int = 0) -> list[list[str]]:
    table = Document(BytesIO(overview_docx(overview))).tables[number]
    return [[cell.text for cell in row.cells] for row in table.rows]


def workbook(content: bytes):
    return load_workbook(BytesIO(content))


def rows(content: bytes, sheet: str) -> list[list[object]]:
    return [list(row) for row in workbook(content)[sheet].iter_rows(values_only=True)]


# --- the columns


def test_word_and_excel_show_the_declared_columns():
    headings = [column.heading for column in OVERVIEW_COLUMNS]
    in_word = [word_rows(WITH_ROUND, number)[0] for number in range(3)]
    # Each table of the document begins with the region.
    assert [in_word[0][0], *(heading for table in in_word for heading in table[1:])] == headings
    assert rows(overview_xlsx(WITH_ROUND), "Plannen")[0] == headings


def test_without_an_open_round_there_is_nothing_about_one():
    assert len(Document(BytesIO(overview_docx(OVERVIEW))).tables) == 2
    assert rows(overview_xlsx(OVERVIEW), "Plannen")[0] == [column.heading for column in PLAN_COLUMNS]
    assert "Uitvraag" not in dict(rows(overview_xlsx(OVERVIEW), "Leesmij"))


def test_the_round_has_a_table_of_its_own_with_days_only_where_something_is_awaited():
    assert word_rows(WITH_ROUND, 2)[1:] == [
        ["Modelland", "Te laat", "15 dec 2023", "-5"],
        ["Proefdal", "Niet gevraagd", "–", "–"],
    ]
    assert [row[-3:] for row in rows(overview_xlsx(WITH_ROUND), "Plannen")[1:]] == [
        ["Te laat", datetime(2023, 12, 15), -5],  # noqa: DTZ001
        ["Niet gevraagd", None, None],
    ]


def test_a_joint_plan_waits_once():
    lines = (replace(MODELLAND, plan_id=1), replace(MODELLAND, plan_id=1), replace(PROEFDAL, plan_id=2))
    overview = PlansOverview(PEILMOMENT, lines)
    assert (overview.aantal_te_beoordelen, overview.aantal_mee_te_lezen) == (1, 1)


def test_word_shows_dutch_dates_and_numbers_and_tells_unknown_from_nought():
    assert word_rows(OVERVIEW)[1:] == [
        ["Modelland", "Voorbeeldstreek en Modelland", "Ingediend", "31 dec 2023", "–", "Nora Verzonnen", "3", "–"],
        ["Proefdal", "Proefdal", "Concept", "31 dec 2023", "11", "–", "–", "Ja"],
    ]
    assert word_rows(OVERVIEW, 1)[1:] == [
        ["Modelland", "31 dec 2023", "Gemeente", "Ad hoc", "0", "1.250"],
        ["Proefdal", "–", "–", "–", "–", "–"],
    ]


def test_excel_keeps_dates_as_dates_numbers_as_numbers_and_unknown_as_empty():
    eind = datetime(2023, 12, 31)  # noqa: DTZ001 - Excel has no time zones
    assert rows(overview_xlsx(OVERVIEW), "Plannen")[1:] == [
        [
            *("Modelland", "Voorbeeldstreek en Modelland", "Ingediend", eind, None, "Nora Verzonnen", 3, None),
            *(eind, "Gemeente", "Ad hoc", 0, 1250),
        ],
        ["Proefdal", "Proefdal", "Concept", eind, 11, None, None, "Ja", None, None, None, None, None],
    ]


def test_a_column_reads_its_value_as_a_dutch_reader_does():
    day = Column[PlanLine]("Deadline", lambda line: line.deadline, 10, ColumnKind.DATE)
    assert (day.text(MODELLAND), day.text(replace(MODELLAND, deadline=None))) == ("31 december 2023", "–")


# --- Word


@pytest.mark.parametrize(
    ("submitted", "missing", "sentence"),
    [
        (2, 0, "2 van de 2 regio’s hebben een plan ingediend."),
        (1, 1, "1 van de 2 regio’s heeft een plan ingediend; Proefdal nog niet."),
        (2, 2, "2 van de 4 regio’s hebben een plan ingediend; Proefdal en Proefdal nog niet."),
        (0, 6, "0 van de 6 regio’s hebben een plan ingediend; 6 regio’s nog niet."),
    ],
)
def test_the_main_sentence_counts_regions_and_names_a_few_that_are_missing(submitted, missing, sentence):
    lines = (MODELLAND,) * submitted + (PROEFDAL,) * missing
    assert PlansOverview(peilmoment=PEILMOMENT, lines=lines).hoofdzin == sentence


def test_the_main_sentence_stands_above_the_table():
    word = Document(BytesIO(overview_docx(OVERVIEW)))
    assert [p.text for p in word.paragraphs[:2]] == [
        "Regioaanpak instroom Wlz-ggz-W: overzicht van de plannen",
        "1 van de 2 regio’s heeft een plan ingediend; Proefdal nog niet.",
    ]
    assert word.paragraphs[0].style.name == "Title"


def test_the_heading_row_is_marked():
    table = Document(BytesIO(overview_docx(OVERVIEW))).tables[0]
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False, False]


@pytest.mark.parametrize(("demo", "lines"), [(False, 1), (True, 2)])
def test_only_a_demo_overview_says_so(demo, lines):
    word = Document(BytesIO(overview_docx(replace(OVERVIEW, demo=demo))))
    header = [paragraph.text for paragraph in word.sections[0].header.paragraphs]
    assert (
        header
        == [
            "Stand van 20 december 2023 om 14:03 uur",
            "Demo: alle personen en cijfers zijn verzonnen",
        ][:lines]
    )


# --- Excel


def test_the_workbook_begins_with_a_readme():
    content = overview_xlsx(replace(OVERVIEW, demo=True))
    assert workbook(content).sheetnames == ["Leesmij", "Plannen"]
    readme = dict(rows(content, "Leesmij"))
    assert readme["Samenvatting"] == "1 van de 2 regio’s heeft een plan ingediend; Proefdal nog niet."
    assert readme["Peilmoment"] == "20 december 2023 om 14:03 uur"
    assert readme["Demo"] == "Demo: alle personen en cijfers zijn verzonnen"
    assert "Demo" not in dict(rows(overview_xlsx(OVERVIEW), "Leesmij"))


@pytest.mark.parametrize("lines", [(), (MODELLAND,), (MODELLAND, PROEFDAL)], ids=["geen", "een", "twee"])
def test_a_sheet_is_one_named_table_with_a_filter_and_headings_in_sight(lines):
    content = overview_xlsx(PlansOverview(peilmoment=PEILMOMENT, lines=lines))
    sheet = workbook(content)["Plannen"]
    table = sheet.tables["Plannen"]
    assert table.ref == table.autoFilter.ref == f"A1:M{max(len(lines), 1) + 1}"
    assert sheet.freeze_panes == "B2"
    assert list(sheet.merged_cells.ranges) == []
    assert_opens_cleanly(content, ".xlsx")


def test_the_workbook_is_dutch_and_says_what_it_is():
    properties = workbook(overview_xlsx(OVERVIEW)).properties
    assert properties.title == "Regioaanpak instroom Wlz-ggz-W: overzicht van de plannen"
    assert (properties.creator, properties.lastModifiedBy, properties.language) == (
        "Regioportaal",
        "Regioportaal",
        "nl-NL",
    )
    assert properties.created == properties.modified == datetime(2023, 12, 20, 13, 3)  # noqa: DTZ001


def test_texts_stand_in_the_workbook_once():
    """Regions of a joint plan repeat its name; Excel keeps such a text in one place."""
    twice = PlansOverview(peilmoment=PEILMOMENT, lines=(MODELLAND, MODELLAND))
    with ZipFile(BytesIO(overview_xlsx(twice))) as archive:
        texts, sheet = (archive.read(f"xl/{part}.xml") for part in ("sharedStrings", "worksheets/sheet2"))
    assert texts.count(b"Voorbeeldstreek en Modelland") == 1
    assert b"Voorbeeldstreek" not in sheet


def test_contacts_show_who_is_missing_first_as_they_were_given():
    content = contacts_xlsx(contact_lines(), peilmoment=PEILMOMENT)
    assert rows(content, "Contactpersonen")[:2] == [
        [column.heading for column in CONTACT_COLUMNS],
        ["Proefdal", "ZK93", "Zorgkantoor", None, None, None, None, None, "Nog geen contactpersoon"],
    ]
    assert rows(content, "Contactpersonen")[3][7] == "+31 70 000 00 00"
    assert rows(content, "Contactpersonen")[3][4] == "Beleidsmedewerker"
    assert dict(rows(content, "Leesmij"))["Wie ontbreekt"].startswith("1 keer ")


# --- always


@pytest.mark.parametrize(
    ("make", "suffix"),
    [
        (lambda: overview_docx(national_overview()), ".docx"),
        (lambda: overview_xlsx(national_overview()), ".xlsx"),
        (lambda: contacts_xlsx(contact_lines(), peilmoment=PEILMOMENT), ".xlsx"),
    ],
    ids=["overzicht-word", "overzicht-excel", "contacten-excel"],
)
def test_every_document_opens_cleanly_and_is_the_same_at_any_time(make, suffix, monkeypatch):
    before = make()
    assert_opens_cleanly(before, suffix)
    monkeypatch.setattr("zipfile.time.time", lambda: 2_000_000_000)
    assert make() == before


def test_any_text_survives_and_is_never_a_formula():
    text = f"a\x00{NASTY}\ud800"
    line = replace(MODELLAND, regio=text, plan_naam=text, status=text, namens=text, projectstructuur=text)
    overview = PlansOverview(peilmoment=PEILMOMENT, lines=(line, replace(PROEFDAL, regio=text)))
    word, excel = overview_docx(overview), overview_xlsx(overview)
    assert_opens_cleanly(word, ".docx")
    assert_opens_cleanly(excel, ".xlsx")
    assert word_rows(overview)[1][0] == f"a{NASTY}"
    assert workbook(excel)["Plannen"]["A2"].data_type == "s"


def test_a_formula_in_a_contact_stays_text():
    lines = [ContactLine(NASTY, NASTY, NASTY, NASTY, NASTY, NASTY, "=1+1", NASTY)]
    content = contacts_xlsx(lines, peilmoment=PEILMOMENT)
    cell = workbook(content)["Contactpersonen"]["H2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert_opens_cleanly(content, ".xlsx")
