"""The national report as a workbook: a table per sheet, values of their own type, links, charts of the same numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from exports.cells import LONGEST_CELL, SHORTENED
from exports.excel.national import national_xlsx
from exports.national.build import Stamp, build
from exports.national.counting.heard import Heard
from exports.national.data import RapportData, Uitspraak
from exports.national.lookup import Lookup
from exports.national.workbook.columns import GETALLEN_COLUMNS
from exports.national.workbook.sheets import sheets_of
from exports.national.workbook.summary import FIGURE_COLUMNS, figures
from tests.examples.nation import example_data
from tests.exports.national_world import ACTIES, EMPTY, LES, REGIOS, SUCCES, WORLD, report_of
from tests.exports.small_report import NASTY
from tests.reading.documents import assert_opens_cleanly

SHEETS = [
    *("Leesmij", "Samenvatting", "Regio’s", "Thema per ronde", "Respons", "Plannen", "Doelstellingen", "Acties"),
    *("Mijlpalen", "Voortgang", "Antwoorden", "Successen", "Lessen", "Verwachtingen", "Codering", "Getallen"),
]
SAMEN = ["'t Model en Dal/Berg", "ZK91, ZK92"]
PLAN = "'t Model & Dal/Berg"
STILLE = ["Stil & Veen", "ZK93"]


def made(data: RapportData, portaal: str = "") -> bytes:
    return national_xlsx(data, report_of(data), portaal=portaal)


def opened(data: RapportData, portaal: str = "") -> Workbook:
    return load_workbook(BytesIO(made(data, portaal)))


def rows(sheet: Worksheet, columns: int | None = None) -> list[list[Any]]:
    """The cells below the headings of the table that the sheet is named for; dates without their nought o'clock."""
    cells = sheet[table_of(sheet).ref][1:]
    found = [[_day(cell.value) for cell in row[:columns]] for row in cells]
    return [row for row in found if any(value is not None for value in row)]


def table_of(sheet: Worksheet) -> Table:
    """The first table of a sheet, which has its name in letters only."""
    return sheet.tables[re.sub(r"\W", "", sheet.title)]


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture(scope="module")
def world() -> Workbook:
    return opened(WORLD)


# --- every sheet


@pytest.mark.parametrize("data", [WORLD, EMPTY, example_data()], ids=["klein", "leeg", "voorbeeld"])
def test_the_sheets_stand_in_their_order_and_are_sound(data: RapportData) -> None:
    content = made(data, "https://portaal.example")
    assert load_workbook(BytesIO(content)).sheetnames == SHEETS
    assert_opens_cleanly(content, ".xlsx")


@pytest.mark.parametrize("data", [WORLD, EMPTY], ids=["klein", "leeg"])
def test_a_sheet_is_a_named_table_of_the_declared_columns(data: RapportData) -> None:
    workbook = opened(data)
    declared = {blad.naam: (blad.columns, len(blad.rows)) for blad in sheets_of(data, Lookup(data))}
    report = report_of(data)
    declared = {"Samenvatting": (FIGURE_COLUMNS, len(figures(report))), **declared}
    declared["Getallen"] = (GETALLEN_COLUMNS, len(report.waarden))
    assert list(declared) == SHEETS[1:]
    for name, (columns, number) in declared.items():
        sheet = workbook[name]
        table, heads = table_of(sheet), [column.heading for column in columns]
        assert [cell.value for cell in sheet[1]][: len(heads)] == table.column_names == heads
        assert table.ref == table.autoFilter.ref == f"A1:{get_column_letter(len(heads))}{1 + max(number, 1)}"
        widths = [sheet.column_dimensions[get_column_letter(number)].width for number in range(1, 1 + len(heads))]
        assert widths == [column.width for column in columns]


def test_headings_stay_in_sight_on_screen_and_on_paper_and_no_cells_are_merged(world: Workbook) -> None:
    assert {sheet.freeze_panes for sheet in world.worksheets[1:]} == {"B2"}
    assert world["Leesmij"].freeze_panes == "A2"
    assert {sheet.print_title_rows for sheet in world} == {"$1:$1"}
    assert {sheet.page_setup.orientation for sheet in world} == {"landscape"}
    assert all(not sheet.merged_cells.ranges for sheet in world)


def test_the_workbook_says_what_it_is(world: Workbook) -> None:
    properties = world.properties
    assert (properties.title, properties.language) == ("Voortgangsrapportage Regioaanpak instroom Wlz-ggz-W", "nl-NL")
    assert properties.created == datetime(2024, 4, 24, 8, 30)  # noqa: DTZ001 - a property of a workbook is UTC


def test_the_same_report_is_the_same_file_at_any_time(monkeypatch: pytest.MonkeyPatch) -> None:
    before = made(WORLD, "https://portaal.example")
    monkeypatch.setattr("zipfile.time.time", lambda: 2_000_000_000)
    assert made(WORLD, "https://portaal.example") == before


# --- what stands in them


def test_every_region_is_told_of_with_what_became_of_the_question(world: Workbook) -> None:
    assert rows(world["Respons"]) == [
        [
            *("'t Model", "ZK91", "Beantwoord", day("2024-04-08"), "Gemeente", None, "Beantwoord"),
            *(PLAN, "Aangesloten bij bestaande structuur", "Ja"),
        ],
        [
            *("Dal/Berg", "ZK92", "Beantwoord", day("2024-04-08"), "Gemeente", "Ja", "Niet gevraagd"),
            *(PLAN, "Aangesloten bij bestaande structuur", "Ja"),
        ],
        [*STILLE, "Niet beantwoord", None, None, None, "Niet beantwoord", "Stil & Veen", "Ad hoc", "Nee"],
        ["Versland", "ZK94", "Niet gevraagd", None, None, None, None, None, None, None],
    ]


def test_a_joint_plan_is_one_row_with_all_its_regions(world: Workbook) -> None:
    assert rows(world["Plannen"]) == [
        [
            *(PLAN, *SAMEN, "Ja", "Vastgesteld", day("2024-04-08"), "Gemeente", "Aangesloten bij bestaande structuur"),
            *("Jongeren; Ouderen", "A"),
        ],
        ["Stil & Veen", *STILLE, "Nee", "Ingediend", None, None, None, None, None],
    ]
    assert rows(world["Mijlpalen"]) == [
        [*SAMEN, PLAN, None, "Overleg", "Vastgelegd", "Q2 2024", day("2024-04-01"), day("2024-06-30")],
        [*STILLE, "Stil & Veen", 3, "Niets", "Klaar", None, None, None],
    ]


def test_how_sides_agreed_is_a_column_when_it_is_known() -> None:
    data = example_data()
    known = replace(data, plannen=(replace(data.plannen[0], instemming="Beide kanten"), *data.plannen[1:]))
    plans = next(one for one in sheets_of(known, Lookup(known)) if one.naam == "Plannen")
    assert (plans.columns[-1].heading, plans.columns[-1].value(plans.rows[0])) == (
        "Instemming van de kanten",
        "Beide kanten",
    )


def test_figures_of_goals_stand_as_typed_beside_their_number_and_nought_is_not_empty(world: Workbook) -> None:
    first, second = rows(world["Doelstellingen"])
    assert first == [
        *(*SAMEN, PLAN, "Minder instroom.", "Ja", "instroom", "12", 12, "1-1-2024", day("2024-01-01")),
        *("ca. 8,5", 8.5, "cliënten", "eind 2024", day("2024-12-31")),
    ]
    assert second == [*STILLE, "Stil & Veen", "Nul.", "Nee", None, "0", 0, *[None] * 7]


def test_actions_tell_how_it_goes_and_whether_they_were_coded(world: Workbook) -> None:
    first, second, third = rows(world["Acties"])
    assert first == [
        *(*SAMEN, PLAN, 1, "5a.1", "=1+1", "Gemeenten", "Q2 2024", day("2024-04-01"), day("2024-06-30")),
        *("Beantwoord", "Vraagt aandacht", "Wacht op:\n- geld", "Loopt in Dal/Berg anders: gestopt (Te weinig animo.)"),
        *("Casuïstiek; Oud thema (vervallen)", "Gecodeerd", "Ja"),
    ]
    # Its region answered the round, and passed over this action.
    assert second[5] == "<script>alert(1)</script>"
    assert second[10:] == ["Niet beantwoord", None, None, None, None, "Past bij geen code", None]
    assert third[5] == "Niets \U0001f600 \u202bom"
    assert third[10:] == ["Niet beantwoord", None, None, None, None, "Nog niet gecodeerd", None]


def test_progress_is_told_per_action_and_round_of_actions_that_went_too(world: Workbook) -> None:
    assert [[row[0], *row[3:]] for row in rows(world["Voortgang"])] == [
        [SAMEN[0], 1, "5a.1", "=1+1", "Q4 2023", day("2023-12-31"), "Beantwoord", "Ligt op schema", None, None],
        [
            *(SAMEN[0], 1, "5a.1", "=1+1", "Q1 2024", day("2024-03-31"), "Beantwoord", "Vraagt aandacht", "Wacht."),
            "Loopt in Dal/Berg anders: gestopt (Geen animo.)",
        ],
        [
            *(SAMEN[0], 2, "5a.2", "<script>alert(1)</script>", "Q1 2024", day("2024-03-31")),
            *("Niet beantwoord", None, None, None),
        ],
        [
            *(None, 9, None, "Deze actie staat niet meer in een geldend plan", "Q4 2023", day("2023-12-31")),
            *("Beantwoord", "Gestopt", None, None),
        ],
    ]


def test_answers_have_a_row_per_region_and_question_with_the_words_of_the_choice(world: Workbook) -> None:
    assert [[row[0], *row[3:]] for row in rows(world["Antwoorden"])] == [
        ["'t Model", "Haalt u het?", "Beantwoord", "Ja", None],
        ["Dal/Berg", "Haalt u het?", "Beantwoord", "Nee", "Ja"],
        ["Stil & Veen", "Haalt u het?", "Niet beantwoord", None, None],
        ["Versland", "Haalt u het?", "Niet gevraagd", None, None],
        ["'t Model", "Toelichting", "Beantwoord", "Minder snel.", None],
    ]


def test_what_was_said_stands_with_its_codes_and_answers(world: Workbook) -> None:
    assert rows(world["Successen"]) == [[*SAMEN, 21, "Het lukt.", "Samen", "Gecodeerd", None]]
    assert rows(world["Lessen"]) == [["Dal/Berg", "ZK92", 31, "Begin klein.", None, "Nog niet gecodeerd", None]]
    assert [row[2:5] + row[7:] for row in rows(world["Verwachtingen"])] == [
        [41, "Duidelijkheid.", "Helderheid", "NZa", "Beantwoord", "Komt.", "R. Verzonnen", day("2024-09-01")],
        [42, "Meedoen.", None, "Betrokkenen in de regio", "Dit is aan de regio zelf", None, None, None],
        [43, "Geld.", None, "VWS", "Nog geen antwoord", None, None, None],
    ]


def test_explanations_stand_with_what_they_explain_their_reasons_and_how_far_the_coding_is() -> None:
    told = {"blad_id": 1, "soort": "redenen"}
    redenen = (
        Uitspraak(id=51, regios=("ZK91",), tekst="=1+1 wacht", over="aandacht", actie_id=1, gecodeerd=True, **told),
        Uitspraak(id=52, regios=("ZK92",), tekst="**Geld**", over="doelstelling", keuze="nee", **told),
    )
    eigen = (Uitspraak(id=61, soort="eigen", regios=("ZK91",), blad_id=1, tekst="Ja hoor.", over="doel_toelichting"),)
    book = opened(replace(WORLD, beeld=replace(WORLD.beeld, redenen=redenen, eigen=eigen)))
    assert rows(book["Redenen"]) == [
        [
            *("'t Model", "ZK91", "Q1 2024", 51, "Voortgang", "Vraagt aandacht", 1, "5a.1 =1+1", "=1+1 wacht", None),
            *("Past bij geen code", None),
        ],
        [
            *("Dal/Berg", "ZK92", "Q1 2024", 52, "Doelstelling", None, None, None, "Geld", None),
            *("Nog niet gecodeerd", None),
        ],
    ]
    assert [row[4:6] for row in rows(book["Aanvullend"])] == [["Toelichting", "Ja hoor."]]
    assert [row[2:5] for row in rows(book["Codering"])][-3:] == [
        ["Toelichting", 51, "=1+1 wacht"],
        ["Toelichting", 52, "Geld"],
        ["Antwoord", 61, "Ja hoor."],
    ]


def test_coding_has_a_row_per_text_and_code_and_one_for_a_text_without(world: Workbook) -> None:
    assert [row[2:8] for row in rows(world["Codering"])] == [
        ["Actie", 1, "=1+1", "Gecodeerd", "Casuïstiek", "Wat een casus leert."],
        ["Actie", 1, "=1+1", "Gecodeerd", "Oud thema (vervallen)", None],
        ["Actie", 2, "<script>alert(1)</script>", "Past bij geen code", None, None],
        ["Actie", 3, "Niets \U0001f600 \u202bom", "Nog niet gecodeerd", None, None],
        ["Succes", 21, "Het lukt.", "Gecodeerd", "Samen", None],
        ["Les", 31, "Begin klein.", "Nog niet gecodeerd", None, None],
        ["Verwachting", 41, "Duidelijkheid.", "Gecodeerd", "Helderheid", None],
        ["Verwachting", 42, "Meedoen.", "Nog niet gecodeerd", None, None],
        ["Verwachting", 43, "Geld.", "Past bij geen code", None, None],
    ]


@pytest.mark.parametrize("data", [WORLD, EMPTY, example_data()], ids=["klein", "leeg", "voorbeeld"])
def test_the_numbers_are_exactly_the_living_values(data: RapportData) -> None:
    namen = data.regionamen
    found = {row[-1]: row for row in rows(opened(data)["Getallen"])}
    waarden = report_of(data).waarden
    assert len(found) == len(waarden)
    for sleutel, waarde in waarden.items():
        words = (waarde.tekst or None) if waarde.aantal is None else None
        regios = ", ".join(namen[code] for code in waarde.regios) or None
        assert found[sleutel] == [
            *(waarde.uitleg, waarde.aantal, waarde.vorige, waarde.verschil, words, regios, sleutel),
        ]


# --- the readme


def test_the_readme_tells_of_the_report_and_of_every_sheet() -> None:
    data = replace(WORLD, uitvraag_open=True, demo=True)
    workbook = opened(data, "https://portaal.example")
    sheet = workbook["Leesmij"]
    readme = dict(rows(sheet))
    assert next(iter(readme)) == "Demo"
    assert (readme["Uitvraag"], readme["Versie"], readme["Status"]) == ("Q1 2024", "3", "Concept")
    assert readme["Peildatum"] == "24 april 2024 om 10:30 uur"
    assert readme["Let op"].startswith("De uitvraag was nog open")
    assert readme["Respons"] == ("Er zijn 4 zorgkantoorregio’s. Beantwoord: 2. Niet beantwoord: 1. Niet gevraagd: 1.")
    assert readme["Vergelijking"] == "De vorige ronde is Q4 2023."
    bladen = sheet[sheet.tables["Bladen"].ref][1:]
    assert [row[0].value for row in bladen] == SHEETS[1:]
    assert [row[0].hyperlink.location for row in bladen] == [f"'{name}'!A1" for name in SHEETS[1:]]
    assert [row[2].value for row in bladen] == [len(rows(workbook[name])) for name in SHEETS[1:]]


def test_the_readme_tells_what_regions_said_of_their_page_and_who_agreed_with_which_text() -> None:
    """As Word does, in the same words."""
    heard = Heard(*(frozenset({one.code for one in WORLD.beeld.regios}) for _ in range(2)), frozenset(), frozenset())
    said = ("Partij A gaf akkoord op de tekst van 1 juni.", "Partij B ook.")
    tree = build(WORLD, stamp=Stamp("Concept", 3, teksten=said), edits={}, heard=heard)
    readme = dict(rows(load_workbook(BytesIO(national_xlsx(WORLD, tree, portaal="")))["Leesmij"]))
    assert readme["Hoor en wederhoor"].startswith("Vooraf is aan 4 regio’s gevraagd")
    assert readme["Op welke tekst de kerngroep akkoord gaf"] == " ".join(said)


def test_a_readme_of_a_first_round_without_a_portal() -> None:
    sheet = opened(EMPTY)["Leesmij"]
    readme = dict(rows(sheet))
    assert {"Demo", "Let op", "Links"} & set(readme) == set()
    assert readme["Vergelijking"] == "Er is geen vorige ronde."
    assert [row[2].value for row in sheet[sheet.tables["Bladen"].ref][1:-1]] == [0] * 14


# --- links


def test_links_open_the_pages_that_national_roles_may_read() -> None:
    workbook = opened(WORLD, "https://portaal.example/")
    start = "https://portaal.example"
    found = {
        name: {cell.coordinate: cell.hyperlink.target for row in workbook[name] for cell in row if cell.hyperlink}
        for name in SHEETS[1:]
    }
    plan, other, blad = f"{start}/plannen/7/lezen", f"{start}/plannen/8/lezen", f"{start}/antwoordbladen/70/lezen"
    # A sheet that was not handed in can be read by its own region alone.
    assert found["Respons"] == {"C2": blad, "H2": plan, "C3": blad, "H3": plan, "H4": other}
    assert found["Plannen"] == {"A2": plan, "A3": other}
    assert found["Doelstellingen"] == {"C2": plan, "C3": other}
    assert found["Acties"] == {"C2": plan, "K2": blad, "C3": plan, "K3": blad, "C4": other}
    assert found["Voortgang"] == {"C2": plan, "C3": plan, "C4": plan}
    assert found["Antwoorden"] == {"E2": blad, "E3": blad, "E6": blad}
    assert found["Successen"] == {"A2": blad}
    assert set(found["Codering"].values()) == {plan, other, blad}
    assert found["Getallen"] == {}


def test_without_an_address_of_the_portal_nothing_looks_like_a_link(world: Workbook) -> None:
    cells = [cell for name in SHEETS[1:] for row in world[name] for cell in row]
    assert [cell.coordinate for cell in cells if cell.hyperlink or cell.font.underline] == []


# --- types and odd texts


def everywhere(text: str) -> RapportData:
    """The world with one text wherever a person can write or name something."""
    regios = tuple(replace(one, naam=f"{one.code} {text}", plan_naam=text) for one in REGIOS)
    actie = replace(ACTIES[0], omschrijving=text, verantwoordelijke=text, tijdslijn=text, toelichting=text)
    beeld = replace(
        WORLD.beeld,
        regios=regios,
        acties=(actie,),
        successen=(replace(SUCCES, tekst=text),),
        lessen=(replace(LES, tekst=text),),
        verwachtingen=(replace(SUCCES, aan="vws", tekst=text, antwoord=text, antwoord_van=text),),
    )
    return replace(
        WORLD,
        beeld=beeld,
        codes=tuple(replace(one, naam=text, omschrijving=text) for one in WORLD.codes),
        plannen=tuple(replace(one, naam=text, doelgroepen=(text,)) for one in WORLD.plannen),
        antwoorden=tuple(replace(one, tekst=text) for one in WORLD.antwoorden),
        doelstellingen=tuple(replace(one, tekst=text, eenheid=text) for one in WORLD.doelstellingen),
    )


@pytest.mark.parametrize(
    "text",
    ["=1+1", "#N/A", NASTY, "a\x00\ud800b", "- een\n- twee", " ", "\x00", "“’t” & '/' <b>"],
    ids=range(8),
)
def test_any_text_is_text_and_the_file_is_sound(text: str) -> None:
    content = made(everywhere(text), "https://portaal.example")
    assert_opens_cleanly(content, ".xlsx")
    types = {cell.data_type for sheet in load_workbook(BytesIO(content)) for row in sheet for cell in row}
    assert types == {"s", "n", "d"}
    assert formulas(content) == []


def formulas(content: bytes) -> list[bytes]:
    with ZipFile(BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    return [found for sheet in sheets for found in re.findall(rb"<f[ >]", sheet)]


def test_text_of_200_kb_is_cut_where_excel_ends_and_says_so() -> None:
    sheet = opened(everywhere("woord " * 34_000))["Lessen"]
    assert len(sheet["D2"].value) == LONGEST_CELL
    assert sheet["D2"].value.endswith(SHORTENED)
    assert sheet.row_dimensions[2].height == 409


def test_a_row_has_room_for_its_longest_text() -> None:
    sheet = opened(replace(WORLD, beeld=replace(WORLD.beeld, lessen=(replace(LES, tekst="a" * 211),))))["Lessen"]
    # 70 characters a line.
    assert sheet.row_dimensions[2].height == 4 * 15


def test_numbers_and_dates_have_the_look_of_their_kind(world: Workbook) -> None:
    sheet = world["Doelstellingen"]
    assert [(sheet[cell].data_type, sheet[cell].number_format) for cell in ("H2", "J2", "D2")] == [
        ("n", "General"),
        ("d", "dd-mm-yyyy"),
        ("s", "General"),
    ]
    assert sheet["H2"].alignment.horizontal == "right"
    assert sheet["D2"].alignment.wrap_text
