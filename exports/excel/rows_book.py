"""A list of a plan as a workbook that people work in and bring back.

Nothing is protected: a protected sheet can't be sorted, and no row can be put in. The mark of each row stands in a last
column that is hidden, inside the table, so that it goes with its row when that is sorted, cut or deleted.
"""

from __future__ import annotations

from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exports.columns import Column
from exports.excel.readme import add_readme
from exports.excel.workbook import add_sheet
from exports.labels import DEMO
from exports.look.book import new_workbook, to_bytes
from exports.look.colours import HEAD_SHADE
from exports.look.house import SHEET_FONT
from exports.readme import ReadmeLine
from exports.rows_book import BookRow, RowsBook
from forms.dutch.dates import moment_on_paper

_TEXT = "@"
# Excel takes so many signs of a list of choices that stands in the sheet itself.
_LONGEST_CHOICES = 255


def rows_book_xlsx(book: RowsBook) -> bytes:
    """The list as an .xlsx file: its sheet first, which is what people came for, then "Leesmij"."""
    workbook = new_workbook(f"{book.lijst} – {book.plan}", moment=book.moment)
    sheet = add_sheet(workbook, book.blad, _columns(book), book.rijen)
    _as_text(sheet, len(book.kolommen))
    _stand_out(sheet, book)
    _offer_choices(sheet, book)
    sheet.column_dimensions[get_column_letter(len(book.kolommen) + 1)].hidden = True
    add_readme(workbook, _explanation(book))
    return to_bytes(workbook)


def _columns(book: RowsBook) -> list[Column[BookRow]]:
    shown = [
        Column[BookRow](one.naam, lambda row, at=at: row.cellen[at], one.breedte)  # type: ignore[misc]
        for at, one in enumerate(book.kolommen)
    ]
    return [*shown, Column[BookRow](book.kenmerk, lambda row: row.kenmerk, 24)]


def _as_text(sheet: Worksheet, width: int) -> None:
    """Cells of text, also those that people fill later: "5.1" and "1-2" are no number and no day."""
    for row in sheet.iter_rows(min_row=2, max_col=width + 1):
        for cell in row:
            cell.number_format = _TEXT
    for at in range(1, width + 1):
        sheet.column_dimensions[get_column_letter(at)].number_format = _TEXT


def _stand_out(sheet: Worksheet, book: RowsBook) -> None:
    """A heading is seen as one."""
    font, fill = Font(name=SHEET_FONT, size=11, bold=True), PatternFill("solid", fgColor=HEAD_SHADE)
    for number, row in enumerate(book.rijen, start=2):
        if row.is_kop:
            for cell in sheet[number]:
                cell.font, cell.fill = font, fill


def _offer_choices(sheet: Worksheet, book: RowsBook) -> None:
    """A list to choose from; something else can still be typed, and is told when the file comes back."""
    for at, one in enumerate(book.kolommen, start=1):
        words = ",".join(one.keuzes)
        if one.keuzes and len(words) <= _LONGEST_CHOICES and not any("," in choice for choice in one.keuzes):
            offered = DataValidation(type="list", formula1=f'"{words}"', allow_blank=True, showErrorMessage=False)
            letter = get_column_letter(at)
            offered.add(f"{letter}2:{letter}{max(len(book.rijen) + 1, 2) + 500}")
            sheet.add_data_validation(offered)


def _explanation(book: RowsBook) -> list[ReadmeLine]:
    lines = [
        ("Titel", f"{book.lijst} – {book.plan}"),
        ("Stand van", moment_on_paper(book.moment)),
        ("Bijwerken", BIJWERKEN),
        ("Terugbrengen", TERUGBRENGEN),
        ("Kenmerk", _of_marks(book.kenmerk)),
        ("Opmaak", OPMAAK),
    ]
    return [("Demo", DEMO), *lines] if book.demo else lines


def _of_marks(head: str) -> str:
    return (
        f"De verborgen laatste kolom “{head}” zegt welke rij van het plan dit is. Laat de kolom staan. Een rij zonder"
        " kenmerk, of een kopie van een rij, is een nieuwe rij."
    )


BIJWERKEN = (
    "U kunt cellen wijzigen, rijen invoegen, verplaatsen, sorteren en verwijderen. Werk in hele rijen: dan blijft bij"
    " elkaar wat bij elkaar hoort."
)
TERUGBRENGEN = (
    "Kies dit bestand in het portaal bij “Rijen uit een tabel”. U ziet eerst wat er verandert. Er verandert pas iets"
    " als u het overneemt, en u kunt dat in één keer ongedaan maken."
)
OPMAAK = "Vette woorden en lijsten staan er zoals u ze in het portaal typt: **vet**, en een streepje voor elk punt."
