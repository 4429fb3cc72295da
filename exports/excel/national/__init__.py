"""The national voortgangsrapportage as a workbook: everything that is counted, one table per kind, and the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exports.columns import Column
from exports.excel.national.charts import chart_edits, charts_of
from exports.excel.national.readme import Inhoud, add_readme
from exports.excel.national.summary import add_numbers, add_summary, figures, number_rows
from exports.excel.stream import StreamedBook
from exports.national.data import ActieBeeld, RapportData, Uitspraak
from exports.national.lookup import Lookup, Row, rows
from exports.national.printed import in_front
from exports.national.tree import Boodschap, Deel, NationaalRapport
from exports.national.workbook import columns, explained
from exports.national.workbook.by_region import region_columns
from exports.national.workbook.themes import theme_columns, theme_rounds
from exports.national.workbook.words import CodingLine
from forms.codes import CodeSoort

SUMMARY_NAME, NUMBERS_NAME = "Samenvatting", "Getallen"
# What a row is, for the list of sheets.
UITLEG = {
    "Respons": "Elke regio: of zij heeft geantwoord, en haar plan.",
    "Plannen": "Elk geldend plan.",
    "Doelstellingen": "Elke doelstelling van een geldend plan.",
    "Acties": "Elke actie van een geldend plan, met hoe het er in deze ronde mee gaat.",
    "Mijlpalen": "Elke mijlpaal van een geldend plan.",
    "Voortgang": "Elke actie in elke ronde waarin de regio heeft geantwoord.",
    "Antwoorden": "Elke vraag voor elke regio. Acties, successen, lessen en verwachtingen hebben eigen bladen.",
    "Successen": "Elk succes dat een regio noemde.",
    "Lessen": "Elke les die een regio noemde.",
    "Verwachtingen": "Elke verwachting, met het antwoord van de kerngroep.",
    "Redenen": "Elke toelichting bij een actie die aandacht vraagt of is gestopt, en bij een vraag, met haar redenen.",
    "Aanvullend": "Elk antwoord in tekst op een eigen vraag van deze uitvraag.",
    "Codering": (
        "Elke tekst met elke code. Een tekst met twee codes staat er twee keer, een zonder code één keer. Passage: de "
        "woorden waarover de code gaat; leeg: de hele tekst. Codeur A en B codeerden los van elkaar."
    ),
    SUMMARY_NAME: "De belangrijkste getallen, en elke tabel van het rapport met haar grafiek.",
    "Regio’s": "Elke regio, met alles wat zij antwoordde.",
    "Thema per ronde": "Elk thema in elke ronde. Een tekst met twee thema’s telt bij allebei.",
    NUMBERS_NAME: "Elk getal van het rapport, met de vorige ronde en de regio’s erachter.",
}


@dataclass(frozen=True)
class DataSheet:
    """One sheet with one table; `uitleg` says in the Leesmij what a row is."""

    naam: str
    uitleg: str
    columns: Sequence[Column[Any]]
    rows: Sequence[Row[Any]]

    @property
    def tabel(self) -> str:
        """The name of the table: that of the sheet, in letters only."""
        return "".join(filter(str.isalnum, self.naam))


def national_xlsx(data: RapportData, rapport: NationaalRapport, *, portaal: str = "") -> bytes:
    """The workbook of a report as an .xlsx file; the same report, the same bytes.

    `portaal` is the public address of the portal ("https://portaal.example"): names of plans and regions become links
    to their pages. Without it there are none.
    """
    bij = Lookup(data)
    bladen = sheets_of(data, bij)
    book = StreamedBook(rapport.titel, moment=data.peilmoment, portaal=portaal)
    add_messages(book, rapport)
    add_readme(book, data, rapport, _contents(bladen, rapport), with_links=bool(portaal))
    add_summary(book, SUMMARY_NAME, rapport)
    for blad in bladen:
        sheet = book.add_sheet(blad.naam, [column.width for column in blad.columns])
        book.add_table(sheet, blad.tabel, blad.columns, blad.rows)
    add_numbers(book, NUMBERS_NAME, rapport, bij)
    return book.to_bytes(chart_edits(charts_of(rapport)))


MESSAGES_NAME = "Kernboodschappen"
MESSAGE_COLUMNS: tuple[Column[Boodschap], ...] = (
    Column("Wat zien wij?", lambda one: in_words(one.bevinding), 60),
    Column("Waarom?", lambda one: in_words(one.waarom), 60),
    Column("Wat nu?", lambda one: in_words(one.wat_nu), 60),
    Column("Verzoek", lambda one: one.verzoek, 36),
)


def in_words(delen: Sequence[Deel]) -> str:
    """A text with its numbers as they are printed."""
    return "".join(deel.tekst for deel in delen)


def add_messages(book: StreamedBook, rapport: NationaalRapport) -> None:
    """The messages of the second page come first; a report without any has no such sheet."""
    found = [blok for one in in_front(rapport)[0] for blok in one.blokken if isinstance(blok, Boodschap)]
    if found:
        sheet = book.add_sheet(MESSAGES_NAME, [column.width for column in MESSAGE_COLUMNS])
        book.add_table(sheet, MESSAGES_NAME, MESSAGE_COLUMNS, found)


def sheets_of(data: RapportData, bij: Lookup) -> tuple[DataSheet, ...]:
    """The sheets with data, in their order."""
    beeld = data.beeld
    # Of a report over several rounds every text says of which it is.
    of_round = (columns.RONDE_COLUMN,) if data.reeks else ()
    found: tuple[tuple[str, Sequence[Column[Any]], Sequence[object]], ...] = (
        ("Regio’s", region_columns(data), beeld.regios),
        ("Thema per ronde", theme_columns(data), theme_rounds(data)),
        ("Respons", columns.RESPONS_COLUMNS, beeld.regios),
        ("Plannen", columns.PLAN_COLUMNS, data.plannen),
        ("Doelstellingen", columns.DOELSTELLING_COLUMNS, data.doelstellingen),
        ("Acties", columns.ACTIE_COLUMNS, beeld.acties),
        ("Mijlpalen", columns.MIJLPAAL_COLUMNS, data.mijlpalen),
        ("Voortgang", columns.VOORTGANG_COLUMNS, data.voortgang),
        ("Antwoorden", columns.ANTWOORD_COLUMNS, data.antwoorden),
        ("Successen", (*columns.SUCCES_COLUMNS, *of_round), beeld.successen),
        ("Lessen", (*columns.LES_COLUMNS, *of_round), beeld.lessen),
        ("Verwachtingen", (*columns.VERWACHTING_COLUMNS, *of_round), beeld.verwachtingen),
        # A round without them has no such sheets.
        *((("Redenen", explained.REDEN_COLUMNS, beeld.redenen),) if beeld.redenen else ()),
        *((("Aanvullend", explained.EIGEN_COLUMNS, beeld.eigen),) if beeld.eigen else ()),
        ("Codering", columns.CODERING_COLUMNS, coded_lines(data)),
    )
    return tuple(DataSheet(naam, UITLEG[naam], wanted, rows(items, bij)) for naam, wanted, items in found)


def coded_lines(data: RapportData) -> tuple[CodingLine, ...]:
    """One line per text and code, and one for a text without codes."""
    beeld = data.beeld
    kinds: tuple[tuple[CodeSoort, Sequence[ActieBeeld | Uitspraak]], ...] = (
        (CodeSoort.ACTIES, beeld.acties),
        *((soort, beeld.said(soort.value)) for soort in CodeSoort if soort is not CodeSoort.ACTIES),
    )
    return tuple(
        CodingLine(soort.een.capitalize(), item, code)
        for soort, items in kinds
        for item in items
        for code in item.codes or (None,)
    )


def _contents(bladen: Sequence[DataSheet], rapport: NationaalRapport) -> list[Inhoud]:
    return [
        Inhoud(SUMMARY_NAME, UITLEG[SUMMARY_NAME], len(figures(rapport))),
        *(Inhoud(blad.naam, blad.uitleg, len(blad.rows)) for blad in bladen),
        Inhoud(NUMBERS_NAME, UITLEG[NUMBERS_NAME], len(number_rows(rapport))),
    ]
