"""How an OpenDocument file of ours looks: the colours and the letter of the house, under names of our own.

One list for text documents: each line is a style with its parent and its properties as the standard calls them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from exports.look import colours
from exports.look.colours import ACCENT, GRID, HEAD_SHADE, INK, INK_SOFT, LINE
from exports.look.house import FONT, LANGUAGE
from exports.odf.xml import HEADING, Attributes, Element, add, make, qualified

# Paragraphs.
BODY, CELL, CELL_HEAD, CELL_NUMBER, SMALL = "Tekst", "Cel", "Celkop", "Celgetal", "Klein"
TITLE, SUBTITLE, STATUS, EYEBROW, SOURCE, CAPTION = "Titel", "Ondertitel", "Stand", "Bovenkop", "Bron", "Bijschrift"
MESSAGE, KEPT, AIRY, ABOVE, BELOW, CONTENTS = "Boodschap", "Blijft", "Lucht", "Boven", "Onder", "Inhoud"
BIG, TILE, NEW_PAGE, NUMBER_HEAD = "Groot", "Tegel", "NieuwePagina", "Getalkop"
# Parts of a line.
BOLD, ITALIC, BOTH, LINK, VALUE = "Vet", "Cursief", "VetCursief", "Verwijzing", "Getal"
# Lists.
BULLETS, NUMBERS = "Punten", "Nummers"
# Tables.
TABLE, TABLE_CELL, TABLE_HEAD, PLAIN_CELL, SHORT_ROW = "Raster", "Vak", "Vakkop", "Kaalvak", "Korterij"
TERM_CELL, FRAME = "Begripvak", "Kader"
DEEPEST = 9
# Writer takes the page of this name for a text that names none.
MASTER = "Standard"


class _Look(NamedTuple):
    """A style: its name, family and parent, and its properties by the element that holds them."""

    name: str
    family: str
    parent: str = ""
    paragraph: Attributes | None = None
    text: Attributes | None = None
    cell: Attributes | None = None
    # Of a heading.
    level: int = 0


def _spaced(above: float, below: float, **more: str) -> Attributes:
    return {
        "fo:margin-top": f"{above}pt",
        "fo:margin-bottom": f"{below}pt",
        **{name.replace("__", ":").replace("_", "-"): value for name, value in more.items()},
    }


def _letters(size: float = 0, *, bold: bool = False, italic: bool = False, colour: str = "") -> Attributes:
    found = {"fo:font-size": f"{size}pt", "style:font-size-asian": f"{size}pt"} if size else {}
    found |= {"fo:font-weight": "bold", "style:font-weight-complex": "bold"} if bold else {}
    found |= {"fo:font-style": "italic", "style:font-style-complex": "italic"} if italic else {}
    return found | ({"fo:color": f"#{colour}"} if colour else {})


_KEEP = {"fo__keep_with_next": "always"}
_LINES = {"fo:border": f"0.5pt solid #{GRID}", "fo:padding": "0.08cm"}
_UNDER = {"fo:border-bottom": f"0.5pt solid #{LINE}", "fo:padding": "0.08cm"}

PARAGRAPHS = (
    _Look(BODY, "paragraph", "", _spaced(0, 4), _letters(10, colour=INK)),
    _Look(KEPT, "paragraph", BODY, _spaced(0, 4, **_KEEP)),
    _Look(AIRY, "paragraph", BODY, _spaced(12, 4)),
    _Look(SMALL, "paragraph", BODY, _spaced(0, 3), _letters(8.5, colour=INK_SOFT)),
    _Look(CELL, "paragraph", BODY, _spaced(0, 2)),
    _Look(CELL_HEAD, "paragraph", CELL, _spaced(0, 2, **_KEEP), _letters(bold=True)),
    _Look(NUMBER_HEAD, "paragraph", CELL_HEAD, _spaced(0, 2, fo__text_align="end", **_KEEP)),
    _Look(CELL_NUMBER, "paragraph", CELL, _spaced(0, 2, fo__text_align="end")),
    _Look(TITLE, "paragraph", BODY, _spaced(0, 10), _letters(22, bold=True, colour=colours.HEADING)),
    _Look(SUBTITLE, "paragraph", BODY, _spaced(0, 12), _letters(14, colour=INK_SOFT)),
    _Look(STATUS, "paragraph", BODY, _spaced(0, 2), _letters(11)),
    _Look(EYEBROW, "paragraph", BODY, _spaced(16, 0, **_KEEP), _letters(9, bold=True, colour=ACCENT)),
    _Look(SOURCE, "paragraph", SMALL, _spaced(0, 8)),
    _Look(CAPTION, "paragraph", BODY, _spaced(8, 3, **_KEEP), _letters(9, bold=True, colour=INK_SOFT)),
    _Look(
        MESSAGE,
        "paragraph",
        BODY,
        _spaced(0, 6, fo__border_left=f"3pt solid #{ACCENT}", fo__padding_left="0.3cm", fo__keep_together="always"),
        _letters(11),
    ),
    _Look(BIG, "paragraph", CELL, _spaced(0, 0), _letters(24, bold=True, colour=colours.HEADING)),
    _Look(TILE, "paragraph", CELL, _spaced(0, 0, fo__text_align="center", **_KEEP), _letters(7)),
    _Look(CONTENTS, "paragraph", BODY, _spaced(0, 3)),
    _Look(NEW_PAGE, "paragraph", BODY, _spaced(0, 0, fo__break_before="page"), _letters(1)),
    _Look(ABOVE, "paragraph", SMALL, _spaced(0, 0)),
    _Look(BELOW, "paragraph", SMALL, _spaced(0, 0)),
)
_SIZES = (16, 13, 11, 10, 10, 10)
HEADINGS = tuple(
    _Look(
        f"{HEADING}{level}",
        "paragraph",
        BODY,
        _spaced(14 if level < 3 else 10, 4, **_KEEP),
        _letters(size, bold=True, colour=colours.HEADING),
        level=level,
    )
    for level, size in enumerate(_SIZES, start=1)
)
WORDS = (
    _Look(BOLD, "text", text=_letters(bold=True)),
    _Look(ITALIC, "text", text=_letters(italic=True)),
    _Look(BOTH, "text", text=_letters(bold=True, italic=True)),
    _Look(LINK, "text", text={**_letters(colour=ACCENT), "style:text-underline-style": "solid"}),
    # A number of a sentence leads to where it is explained, and reads as its sentence does.
    _Look(VALUE, "text", text={"style:text-underline-style": "none"}),
)
CELLS = (
    _Look(TABLE_CELL, "table-cell", cell=_LINES),
    _Look(TABLE_HEAD, "table-cell", cell={**_LINES, "fo:background-color": f"#{HEAD_SHADE}"}),
    _Look(TERM_CELL, "table-cell", cell=_UNDER),
    _Look(PLAIN_CELL, "table-cell", cell={"fo:padding": "0.05cm"}),
)


def named_styles() -> list[Element]:
    """Every style by name, for `office:styles`."""
    looks = (*PARAGRAPHS, *HEADINGS, *WORDS)
    return [_default(), *map(_style, looks), _list_style(BULLETS), _list_style(NUMBERS)]


def _default() -> Element:
    """Dutch, in the letter of the house, for all that has no style of its own."""
    style = make("style:default-style", {"style:family": "paragraph"})
    add(style, "style:paragraph-properties", {"fo:orphans": "2", "fo:widows": "2", "style:tab-stop-distance": "1.25cm"})
    language, _, country = LANGUAGE.partition("-")
    named = {"style:font-name": FONT, "fo:language": language, "fo:country": country, "fo:font-size": "10pt"}
    add(style, "style:text-properties", {**named, "style:font-name-asian": FONT, "style:font-name-complex": FONT})
    return style


def _style(look: _Look) -> Element:
    known = {"style:name": look.name, "style:family": look.family}
    style = make("style:style", {**known, **({"style:parent-style-name": look.parent} if look.parent else {})})
    if look.level:
        style.set(qualified("style:default-outline-level"), str(look.level))
    for element, properties in (("paragraph", look.paragraph), ("text", look.text), ("table-cell", look.cell)):
        if properties:
            add(style, f"style:{element}-properties", properties)
    return style


def _list_style(name: str, *, word: str = "") -> Element:
    style = make("text:list-style", {"style:name": name})
    for level in range(1, DEEPEST + 1):
        shown = {"text:level": str(level)}
        if name == BULLETS:
            entry = add(style, "text:list-level-style-bullet", {**shown, "text:bullet-char": "•–"[(level + 1) % 2]})
        else:
            before = {"style:num-prefix": f"{word} "} if word and level == 1 else {}
            signs = {"style:num-format": "1a"[(level + 1) % 2], "style:num-suffix": "" if before else "."}
            entry = add(style, "text:list-level-style-number", {**shown, **before, **signs})
        _indent(entry, level, wide=bool(word) and level == 1)
    return style


def _indent(entry: Element, level: int, *, wide: bool) -> None:
    hanging = 1.7 if wide else 0.6
    properties = add(
        entry, "style:list-level-properties", {"text:list-level-position-and-space-mode": "label-alignment"}
    )
    left = f"{0.6 * (level - 1) + hanging:.2f}cm"
    room = {"text:label-followed-by": "listtab", "text:list-tab-stop-position": left}
    add(
        properties,
        "style:list-level-label-alignment",
        {**room, "fo:text-indent": f"-{hanging:.2f}cm", "fo:margin-left": left},
    )


def worded_list(name: str, word: str) -> Element:
    """The style of a list whose numbers have a word before them: "Les 1"."""
    return _list_style(name, word=word)


def table_styles() -> list[Element]:
    """What stands with the content: Writer looks for the looks of tables only there."""
    table = make("style:style", {"style:name": TABLE, "style:family": "table"})
    wide = {"style:rel-width": "100%", "table:align": "margins", "table:border-model": "collapsing"}
    add(table, "style:table-properties", {**wide, "fo:margin-top": "0.1cm", "fo:margin-bottom": "0.2cm"})
    row = make("style:style", {"style:name": SHORT_ROW, "style:family": "table-row"})
    add(row, "style:table-row-properties", {"fo:keep-together": "always"})
    frame = make("style:style", {"style:name": FRAME, "style:family": "graphic"})
    add(frame, "style:graphic-properties", {"draw:stroke": "none", "draw:fill": "none"})
    return [table, row, frame, *map(_style, CELLS)]


@dataclass
class Made:
    """Styles that hang on the content: widths of columns, and cells in the colour of a status; each once."""

    elements: list[Element] = field(default_factory=list)
    _names: dict[object, str] = field(default_factory=dict)

    def column(self, width: float) -> str:
        """The style of a column that is so wide, in centimetres."""
        wide = {"style:column-width": f"{width:.2f}cm"}
        return self._once(("kolom", f"{width:.2f}"), "Kolom", "table-column", "table-column", wide)

    def cell(self, fill: str, edge: str) -> str:
        """The style of a tile: its colour and the colour of its edge."""
        look = {
            "fo:background-color": f"#{fill}",
            "fo:border": f"1.5pt solid #{edge}",
            "fo:padding": "0.05cm",
            "style:vertical-align": "middle",
        }
        return self._once(("vak", fill, edge), "Tegelvak", "table-cell", "table-cell", look)

    def letters(self, colour: str, fill: str = "", *, bold: bool = False) -> str:
        """The style of words in a colour, maybe on a plane."""
        plane = {"fo:background-color": f"#{fill}"} if fill else {}
        look = {**_letters(bold=bold, colour=colour), **plane}
        return self._once(("letter", colour, fill, bold), "Letter", "text", "text", look)

    def list(self, word: str) -> str:
        """The style of a list whose numbers have this word before them."""
        if ("lijst", word) not in self._names:
            name = self._names["lijst", word] = f"Lijst{len(self._names) + 1}"
            self.elements.append(worded_list(name, word))
        return self._names["lijst", word]

    def _once(self, key: object, name: str, family: str, properties: str, look: Attributes) -> str:
        if key not in self._names:
            self._names[key] = f"{name}{len(self._names) + 1}"
            style = make("style:style", {"style:name": self._names[key], "style:family": family})
            add(style, f"style:{properties}-properties", look)
            self.elements.append(style)
        return self._names[key]
