"""The sheets of the national workbook, whatever draws them: one table per kind, and what a row of each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from exports.columns import Column
from exports.national.data import ActieBeeld, RapportData, Uitspraak
from exports.national.lookup import Lookup, Row, rows
from exports.national.printed import in_front
from exports.national.tree import Boodschap, Deel, NationaalRapport
from exports.national.workbook import columns, explained, inflow
from exports.national.workbook.by_region import region_columns
from exports.national.workbook.goals import STANDING_COLUMNS
from exports.national.workbook.readme import Inhoud
from exports.national.workbook.summary import figures, number_rows
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
    "Instroom": "Elk cijfer over de instroom van Nederland, zoals het getoond mag worden.",
    "Regiobeeld": "Elk kerncijfer van elke regio, naast dat van Nederland.",
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


def messages_of(rapport: NationaalRapport) -> tuple[Boodschap, ...]:
    """The messages of the second page."""
    return tuple(blok for one in in_front(rapport)[0] for blok in one.blokken if isinstance(blok, Boodschap))


def sheets_of(data: RapportData, bij: Lookup) -> tuple[DataSheet, ...]:
    """The sheets with data, in their order."""
    beeld = data.beeld
    # Of a report over several rounds every text says of which it is.
    of_round = (columns.RONDE_COLUMN,) if data.reeks else ()
    agreed = (columns.AGREED_COLUMN,) if any(one.instemming for one in data.plannen) else ()
    stand = STANDING_COLUMNS if data.doelstanden else ()
    found: tuple[tuple[str, Sequence[Column[Any]], Sequence[object]], ...] = (
        ("Regio’s", region_columns(data), beeld.regios),
        ("Thema per ronde", theme_columns(data), theme_rounds(data)),
        ("Respons", columns.RESPONS_COLUMNS, beeld.regios),
        ("Plannen", (*columns.PLAN_COLUMNS, *agreed), data.plannen),
        ("Doelstellingen", (*columns.DOELSTELLING_COLUMNS, *stand), data.doelstellingen),
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
        *_inflow_sheets(data),
    )
    return tuple(DataSheet(naam, UITLEG[naam], wanted, rows(items, bij)) for naam, wanted, items in found)


def _inflow_sheets(data: RapportData) -> Iterator[tuple[str, Sequence[Column[Any]], Sequence[object]]]:
    """Figures of the instroom; a report without any has no such sheets."""
    if data.instroom is not None:
        yield "Instroom", inflow.INSTROOM_COLUMNS, inflow.figure_lines(data.instroom)
        if data.instroom.regios:
            yield "Regiobeeld", inflow.REGIOBEELD_COLUMNS, inflow.region_lines(data.instroom)


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


def contents(bladen: Sequence[DataSheet], rapport: NationaalRapport) -> list[Inhoud]:
    """The list of sheets: what stands on each, and how many lines."""
    return [
        Inhoud(SUMMARY_NAME, UITLEG[SUMMARY_NAME], len(figures(rapport))),
        *(Inhoud(blad.naam, blad.uitleg, len(blad.rows)) for blad in bladen),
        Inhoud(NUMBERS_NAME, UITLEG[NUMBERS_NAME], len(number_rows(rapport))),
    ]
