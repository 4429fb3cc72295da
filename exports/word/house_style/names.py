"""The styles of the national report, each with what it is for: one table that makes the house style and checks others.

Names are those in the file; Word shows its own names in the language of the reader ("heading 1" is "Kop 1").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exports.look.colours import ACCENT, ACCENT_DARK, INK, INK_SOFT

# A4 standing, in twentieths of a point.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
SIDE_MARGIN, TOP_MARGIN, BOTTOM_MARGIN = 1474, 1701, 1474
HEADER_DISTANCE, FOOTER_DISTANCE = 794, 680
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE_MARGIN
# Where the text of a heading begins, behind its number.
HEADING_INDENT = 737

PARAGRAPH, CHARACTER, TABLE = "paragraph", "character", "table"


@dataclass(frozen=True)
class HouseStyle:
    """One style. Sizes and distances are in points, indents in twentieths; 0 or "" is what the style it builds on has.

    `line` is the distance of lines as a factor. `outline` is the level in the outline, from 1.
    """

    name: str
    uitleg: str
    kind: str = PARAGRAPH
    based_on: str = "Normal"
    next: str = ""
    size: float = 0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    spaced: int = 0
    colour: str = ""
    before: float = 0
    after: float = 0
    line: float = 0
    left: int = 0
    hanging: int = 0
    right: int = 0
    align: str = ""
    keep_next: bool = False
    keep_lines: bool = False
    contextual: bool = False
    outline: int = 0
    # (kind, place, leader) of tab stops; (side, eighths of a point, colour, distance) of a border.
    tabs: tuple[tuple[str, int, str], ...] = ()
    border: tuple[tuple[str, int, str, int], ...] = ()

    @property
    def shown(self) -> str:
        """The name as Word shows it in English: "Heading 1" for "heading 1", "TOC 1" for "toc 1"."""
        return self.name.upper() if self.name.startswith("toc ") else self.name[:1].upper() + self.name[1:]


TITLE, SUBTITLE, STATUS_LINE = "Title", "Subtitle", "Statusregel"
HEADING_1, HEADING_2, HEADING_3 = "heading 1", "heading 2", "heading 3"
PLAIN_HEADING, APPENDIX, APPENDIX_PART = "Kop zonder nummer", "Bijlagekop", "Bijlagedeel"
PART_HEADING, PLAIN_PART, SMALL_HEADING, EYEBROW = "Regiokop", "Paragraafkop zonder nummer", "Tussenkop", "Rubriek"
BODY, MESSAGE, CAPTION, FIGURE, SOURCE = "Body Text", "Kernboodschap", "caption", "Figuur", "Bron"
SMALL_BULLET = "Punt in bijlage"
BULLET, NUMBER, LIST_TEXT = "List Bullet", "List Number", "List Paragraph"
TOC_HEADING, TOC_1, TOC_2, PART_LINE = "TOC Heading", "toc 1", "toc 2", "Verwijzing"
HEADER, FOOTER = "header", "footer"
CELL_HEAD, CELL_TEXT, CELL_NUMBER, AFTER_TABLE = "Tabelkop", "Tabeltekst", "Tabelgetal", "Na tabel"
BIG_NUMBER, NUMBER_LABEL, TILE = "Groot getal", "Bij een groot getal", "Tegel"
LINK, VALUE, STRONG = "Hyperlink", "Waarde", "Strong"
TABLE_LOOK, TERMS_LOOK = "Regioportaal tabel", "Regioportaal begrippen"

_HEADING: dict[str, Any] = {
    "based_on": "Normal",
    "next": BODY,
    "keep_next": True,
    "keep_lines": True,
    "bold": True,
    "line": 1.1,
}
# A bar beside the title.
_BAR = (("left", 48, ACCENT, 12),)
_TOC_TABS = (("left", 567, ""), ("right", TEXT_WIDTH, "dot"))

STYLES: tuple[HouseStyle, ...] = (
    HouseStyle("Normal", "de basis van alle andere stijlen", based_on="", size=10, colour=INK, after=6, line=1.25),
    HouseStyle(TITLE, "de titel op het titelblad", size=28, bold=True, colour=ACCENT_DARK, before=96,
               after=10, line=1.05, left=340, border=_BAR),
    HouseStyle(SUBTITLE, "de ondertitel op het titelblad", size=13.5, colour=INK_SOFT, after=30, line=1.2,
               left=340, border=_BAR),
    HouseStyle(STATUS_LINE, "status, versie en peildatum op het titelblad", size=11, colour=INK, after=2),
    HouseStyle(HEADING_1, "de kop van een hoofdstuk", size=20, colour=ACCENT_DARK, after=16, outline=1,
               left=HEADING_INDENT, hanging=HEADING_INDENT, **_HEADING),
    HouseStyle(HEADING_2, "de kop van een paragraaf", size=13.5, colour=ACCENT_DARK, after=6, outline=2,
               left=HEADING_INDENT, hanging=HEADING_INDENT, **_HEADING),
    HouseStyle(HEADING_3, "de kop van een onderdeel", size=11, colour=ACCENT_DARK, before=12, after=4, outline=3,
               left=HEADING_INDENT, hanging=HEADING_INDENT, **_HEADING),
    HouseStyle(PLAIN_HEADING, "de kop van de samenvatting", size=20, colour=ACCENT_DARK, after=16, outline=1,
               **_HEADING),
    HouseStyle(APPENDIX, "de kop van een bijlage", size=20, colour=ACCENT_DARK, after=16, outline=1, **_HEADING),
    HouseStyle(APPENDIX_PART, "de kop van een genummerd deel van een bijlage", size=13.5, colour=ACCENT_DARK, after=6,
               outline=2, left=HEADING_INDENT, hanging=HEADING_INDENT, **_HEADING),
    HouseStyle(PLAIN_PART, "de kop van een deel zonder nummer", size=13.5, colour=ACCENT_DARK, before=16, after=6,
               outline=2, **_HEADING),
    HouseStyle(PART_HEADING, "de kop van een regio", size=13.5, colour=ACCENT_DARK, before=16, after=6, outline=2,
               border=(("bottom", 8, ACCENT, 6),), **_HEADING),
    HouseStyle(SMALL_HEADING, "een kopje in een hoofdstuk", size=10.5, colour=INK, before=12, after=3, **_HEADING),
    HouseStyle(EYEBROW, "de korte naam boven een kop", size=8.5, bold=True, caps=True, spaced=12, colour=ACCENT,
               before=16, after=3, line=1.1, keep_next=True, next=HEADING_1),
    HouseStyle(BODY, "gewone tekst", size=10.5, after=7, line=1.3),
    HouseStyle(MESSAGE, "een boodschap in de samenvatting", size=10.5, after=8, line=1.2, left=284,
               border=(("left", 18, ACCENT, 12),), keep_lines=True),
    HouseStyle(CAPTION, "het bijschrift boven een tabel of figuur", size=9, bold=True, colour=ACCENT_DARK, before=12,
               after=4, line=1.15, keep_next=True, keep_lines=True, next=BODY),
    HouseStyle(FIGURE, "de regel waar een grafiek in staat", after=10, line=1),
    HouseStyle(SOURCE, "wie iets noemde, onder een punt van een lijst", size=8.5, colour=INK_SOFT, after=5, line=1.2),
    HouseStyle(BULLET, "een punt van een opsomming", size=10.5, after=5, line=1.3, left=397, hanging=397),
    HouseStyle(SMALL_BULLET, "een punt van een opsomming in een bijlage", based_on=BULLET, size=9, after=2, line=1.15,
               left=284, hanging=284),
    HouseStyle(NUMBER, "een punt van een genummerde lijst", size=10.5, after=5, line=1.3, left=510, hanging=510),
    HouseStyle(LIST_TEXT, "een lijst in een eigen tekst", size=10.5, after=5, line=1.3, left=357, contextual=True),
    HouseStyle(TOC_HEADING, "de kop van de inhoudsopgave", size=20, bold=True, colour=ACCENT_DARK, after=18, line=1.1,
               keep_next=True, next=BODY),
    HouseStyle(TOC_1, "een hoofdstuk in de inhoudsopgave", size=10.5, bold=True, before=6, after=2, line=1.15,
               left=567, hanging=567, tabs=_TOC_TABS),
    HouseStyle(TOC_2, "een paragraaf in de inhoudsopgave", size=9.5, colour=INK_SOFT, after=2, line=1.15, left=1247,
               hanging=680, tabs=(("left", 1247, ""), ("right", TEXT_WIDTH, "dot"))),
    HouseStyle(PART_LINE, "een regio met haar bladzijde, voorin de bijlage", size=10, after=2, line=1.15,
               tabs=(("right", TEXT_WIDTH, "dot"),)),
    HouseStyle(HEADER, "de regels boven elke bladzijde", size=8.5, colour=INK_SOFT, line=1.15,
               tabs=(("right", TEXT_WIDTH, ""),)),
    HouseStyle(FOOTER, "de regel onder elke bladzijde", size=8.5, colour=INK_SOFT, line=1.15,
               tabs=(("right", TEXT_WIDTH, ""),)),
    HouseStyle(CELL_HEAD, "de bovenste rij van een tabel", size=8.5, bold=True, colour=ACCENT_DARK, line=1.15,
               keep_next=True),
    HouseStyle(CELL_TEXT, "tekst in een tabel", size=9, line=1.15),
    HouseStyle(CELL_NUMBER, "een getal in een tabel", based_on=CELL_TEXT, size=9, line=1.15, align="right"),
    HouseStyle(AFTER_TABLE, "het wit onder een tabel", size=4, line=1, after=6),
    HouseStyle(BIG_NUMBER, "een groot getal in één blik", size=22, bold=True, colour=ACCENT_DARK, line=1,
               keep_next=True),
    HouseStyle(NUMBER_LABEL, "de woorden bij een groot getal", size=8.5, line=1.15),
    HouseStyle(TILE, "de woorden op een tegel van de kaart", size=7, line=1.05, align="center"),
    HouseStyle(STRONG, "vette woorden", kind=CHARACTER, bold=True),
    HouseStyle(LINK, "een link naar een website", kind=CHARACTER, colour=ACCENT),
    HouseStyle(VALUE, "een getal met een link naar de verantwoording", kind=CHARACTER, colour=ACCENT_DARK),
    HouseStyle(TABLE_LOOK, "het uiterlijk van tabellen", kind=TABLE),
    HouseStyle(TERMS_LOOK, "het uiterlijk van een lijst met begrippen", kind=TABLE),
)  # fmt: skip

BY_NAME = {style.name: style for style in STYLES}
