"""Our own template and list: what was written comes back, wherever rows and columns went; every fault has its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from itertools import product
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from exports.excel.figures_template import InvulBlad, Invulboek, InvulRij, figures_template
from portal.domain.instroom.breakdowns import CATEGORIEEN, Indeling
from portal.domain.instroom.figures import CijferRegel, Plek, Teken, Waarneming
from portal.domain.instroom.imports import BestandSoort
from portal.domain.instroom.reading import tables
from portal.domain.instroom.reading.own import MERK, WOORDEN, mark_of_row
from portal.domain.instroom.reading.told import MOST_FAULTS, OnleesbaarBestand
from portal.services.instroom.template import typed
from tests.unit.instroom.reading_world import read_all

OWN = BestandSoort.SJABLOON
PERIODS = ("2023-K4", "2024-K1", "2024-K2")
ROWS = [
    Plek("instroom", gebied, Indeling.LEEFTIJD, key, "")
    for gebied in ("ZK09", "ZK26")
    for key in CATEGORIEEN[Indeling.LEEFTIJD]
]
PLACES = [row._replace(periode=period) for row, period in product(ROWS, PERIODS)]
HEAD = "indicator;gebied;indeling;categorie;periode;waarde\n"


def template_of(known: dict[Plek, Waarneming]) -> bytes:
    """Our template with these figures in it."""
    rows = [
        InvulRij(
            mark_of_row(row),
            ("Een regio", "Een categorie"),
            {one.periode: typed(value) for one, value in known.items() if one._replace(periode="") == row},
        )
        for row in ROWS
    ]
    heads = [(period, period) for period in PERIODS]
    book = Invulboek("Proef", MERK, WOORDEN, ("Regio", "Categorie"), heads, [InvulBlad("Leeftijd", rows)], [])
    return figures_template(book, moment=datetime(2024, 12, 1, tzinfo=UTC))


@st.composite
def figures(draw: st.DrawFn) -> Waarneming:
    """Anything that can be typed in a cell."""
    provisional = draw(st.booleans())
    if draw(st.integers(0, 3)) == 0:
        return Waarneming(None, draw(st.sampled_from(Teken)), voorlopig=provisional)
    low = draw(st.integers(0, 5000))
    high = draw(st.none() | st.integers(low + 1, 6000))
    return Waarneming(low, waarde_tot=high, voorlopig=provisional)


@settings(max_examples=25)
@given(
    known=st.dictionaries(st.sampled_from(PLACES), figures(), min_size=1),
    rows=st.permutations(range(1, len(ROWS) + 3)),
    columns=st.permutations(range(1, len(PERIODS) + 4)),
)
def test_what_stands_in_a_template_comes_back_after_rows_and_columns_moved(
    known: dict[Plek, Waarneming], rows: list[int], columns: list[int]
) -> None:
    cells = moved(load_workbook(BytesIO(template_of(known))), rows, columns)
    text = "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in cells)
    assert read_back(text.encode()) == known


def test_a_workbook_turned_round_comes_back_too() -> None:
    known = {plek: Waarneming(number) for number, plek in enumerate(PLACES)}
    book = load_workbook(BytesIO(template_of(known)))
    cells = moved(book, range(len(ROWS) + 2, 0, -1), range(len(PERIODS) + 3, 0, -1))
    for at, row in enumerate(cells, start=1):
        for column, value in enumerate(row, start=1):
            book.worksheets[1].cell(at, column).value = value
    assert read_back(saved(book)) == known


def read_back(content: bytes) -> dict[Plek, Waarneming]:
    regels, verslag = read_all(OWN, content)
    assert verslag.fouten == []
    return {one.plek: one.waarneming for one in regels}


def moved(book: Workbook, rows: Iterable[int], columns: Sequence[int]) -> list[list[Any]]:
    """The cells of its second sheet with rows and columns in another order."""
    return [[book.worksheets[1].cell(row, column).value for column in columns] for row in rows]


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_fault_is_told_by_sheet_and_cell() -> None:
    book = load_workbook(BytesIO(template_of({PLACES[0]: Waarneming(3)})))
    sheet = book["Leeftijd"]
    sheet["D3"], sheet["E3"], sheet["F3"], sheet["D4"] = "=1+1", 2.5, date(2024, 1, 5), "veel"
    sheet["A5"] = None
    sheet["D5"] = 7
    _, verslag = read_all(OWN, saved(book))
    assert [(one.waar, one.tekst.split(".")[0]) for one in verslag.fouten] == [
        ("blad “Leeftijd”, cel D3", "Hier staat een formule"),
        ("blad “Leeftijd”, cel E3", "“2,5” is geen heel getal"),
        ("blad “Leeftijd”, cel F3", "Hier staat een datum"),
        ("blad “Leeftijd”, cel D4", "“veel” is geen getal"),
        (
            "blad “Leeftijd”, rij 5",
            "Deze rij heeft geen verborgen kenmerk, dus het portaal weet niet van wie de cijfers zijn",
        ),
    ]


def test_a_period_above_two_columns_is_a_fault() -> None:
    book = load_workbook(BytesIO(template_of({PLACES[0]: Waarneming(3)})))
    book["Leeftijd"]["E1"] = PERIODS[0]
    _, verslag = read_all(OWN, saved(book))
    assert [one.waar for one in verslag.fouten] == ["blad “Leeftijd”, cel E1"]


def test_a_list_has_a_row_for_each_figure() -> None:
    row = "instroom;ZK09;totaal;totaal;2024-01;1.250"
    regels, verslag = read_all(OWN, f"{HEAD}{row}\ninstroom;NL;totaal;totaal;2022;300-400\n")
    assert verslag.fouten == []
    assert regels == [
        CijferRegel(Plek("instroom", "ZK09", Indeling.TOTAAL, "totaal", "2024-01"), Waarneming(1250)),
        CijferRegel(Plek("instroom", "NL", Indeling.TOTAAL, "totaal", "2022"), Waarneming(300, waarde_tot=400)),
    ]


@pytest.mark.parametrize(
    ("row", "where", "told"),
    [
        ("instroom;ZK05;totaal;totaal;2024-01;5", "kolom gebied", "is opgegaan in Westland Schieland Delfland (ZK33)"),
        ("instroom;ZK99;totaal;totaal;2024-01;5", "kolom gebied", "De regio “ZK99” kent het portaal niet"),
        ("uitstroom;ZK09;totaal;totaal;2024-01;5", "rij 3", "De indicator “uitstroom” kent het portaal niet"),
        ("inwoners;ZK09;leeftijd;18-26;2024;5", "rij 3", "“Inwoners” tellen wij niet naar leeftijdscategorie"),
        ("instroom;ZK09;leeftijd;18-99;2024-01;5", "rij 3", "De categorie “18-99” kent het portaal niet"),
        ("instroom;ZK09;totaal;totaal;2031-01;5", "kolom periode", "januari 2031 moet nog komen"),
        ("instroom;ZK09;totaal;totaal;kort;5", "kolom periode", "“kort” is geen periode"),
        ("instroom;ZK09;totaal;totaal;2024-01;99999999999", "kolom waarde", "meer dan er inwoners in Nederland zijn"),
        ("instroom;ZK09;totaal;totaal;2024-01;=1+1", "kolom waarde", "is een formule"),
        ("instroom;ZK09;totaal;totaal;2024-01;1,5", "kolom waarde", "is geen heel getal"),
        ("instroom;ZK09;totaal;totaal;2023-01;8", "kolom waarde", "Dit cijfer staat er al in, op rij 2"),
        ("instroom;ZK09;totaal", "rij 3", "Deze rij is te kort"),
    ],
)
def test_a_row_that_can_not_be_is_told(row: str, where: str, told: str) -> None:
    regels, verslag = read_all(OWN, f"{HEAD}instroom;ZK09;totaal;totaal;2023-01;7\n{row}\n")
    assert len(regels) == 1
    assert where in verslag.fouten[0].waar
    assert told in verslag.fouten[0].tekst


def test_of_many_faults_the_rest_is_counted() -> None:
    _, verslag = read_all(OWN, HEAD + "instroom;ZK99;totaal;totaal;2024-01;5\n" * (MOST_FAULTS + 7))
    assert (len(verslag.fouten), verslag.ongetoond) == (MOST_FAULTS, 7)


def zipped(**parts: bytes) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def book_with(**parts: bytes) -> bytes:
    kept: dict[str, Any] = {"[Content_Types].xml": b"<x/>", "xl__workbook.xml": b"<x/>"}
    return zipped(**kept, **parts)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (HEAD.encode(), "Er staan geen cijfers in dit bestand"),
        (b"a;b\n1;2\n", "Dit is niet ons sjabloon"),
        (saved(Workbook()), "Dit is niet ons sjabloon"),
        (book_with(xl__vbaProject_bin=b"x").replace(b"vbaProject_bin", b"vbaProject.bin"), "zitten macro’s"),
        (book_with(), "is niet te lezen"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "beveiligd met een wachtwoord"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "een oud Excel-bestand"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_with_a_sentence(content: bytes, told: str) -> None:
    with pytest.raises(OnleesbaarBestand, match=told):
        read_all(OWN, content)


@pytest.mark.parametrize("part", ["xl__worksheets__sheet1_xml", "xl__sharedStrings_xml"])
def test_a_small_file_that_unpacks_to_a_large_one_is_refused(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for limit in ("_MOST_SHEETS", "_MOST_REST"):
        monkeypatch.setattr(tables, limit, 1000)
    with pytest.raises(OnleesbaarBestand, match="uitgepakt te groot"):
        read_all(OWN, book_with(**{part: b"0" * 1001}))
