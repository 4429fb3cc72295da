"""How the sheets of a workbook in OpenDocument look, and which rows and columns stay in sight."""

from __future__ import annotations

from collections.abc import Mapping

from exports.look.colours import HEAD_SHADE
from exports.odf.styles import MASTER
from exports.odf.xml import Attributes, Element, add, make

HEAD_LOOK, WRAP_LOOK, NUMBER_LOOK, DATE_LOOK = "Bladkop", "Bladtekst", "Bladgetal", "Bladdatum"
SHEET_LOOK = "Blad"
_DAY = "Dagmaandjaar"


def book_styles() -> list[Element]:
    """The looks of cells, which stand with the content."""
    top = {"style:vertical-align": "top"}
    wraps = {**top, "fo:wrap-option": "wrap"}
    shaded = {**wraps, "fo:background-color": f"#{HEAD_SHADE}"}
    sheet = make("style:style", {"style:name": SHEET_LOOK, "style:family": "table", "style:master-page-name": MASTER})
    add(sheet, "style:table-properties", {"table:display": "true"})
    return [
        sheet,
        _day(),
        _look(HEAD_LOOK, shaded, letters={"fo:font-weight": "bold"}),
        _look(WRAP_LOOK, wraps),
        _look(NUMBER_LOOK, top, aligned="end"),
        _look(DATE_LOOK, top, aligned="start", data=_DAY),
    ]


def _look(
    name: str, cell: Attributes, *, letters: Attributes | None = None, aligned: str = "", data: str = ""
) -> Element:
    named = {"style:name": name, "style:family": "table-cell"}
    style = make("style:style", {**named, **({"style:data-style-name": data} if data else {})})
    fixed = {"style:text-align-source": "fix"} if aligned else {}
    add(style, "style:table-cell-properties", {**cell, **fixed})
    if aligned:
        add(
            style,
            "style:paragraph-properties",
            {"fo:text-align": aligned, "fo:margin-right": "0.1cm"},
        )
    if letters:
        add(style, "style:text-properties", letters)
    return style


def _day() -> Element:
    style = make("number:date-style", {"style:name": _DAY})
    for name in ("day", "month"):
        add(style, f"number:{name}", {"number:style": "long"})
        add(style, "number:text").text = "-"
    add(style, "number:year", {"number:style": "long"})
    return style


def freeze_settings(frozen: Mapping[str, tuple[int, int]]) -> Element:
    """The part of the settings that says which columns and rows of each sheet stay in sight."""
    views = make("config:config-item-set", {"config:name": "ooo:view-settings"})
    view = add(add(views, "config:config-item-map-indexed", {"config:name": "Views"}), "config:config-item-map-entry")
    _item(view, "ViewId", "string", "view1")
    tables = add(view, "config:config-item-map-named", {"config:name": "Tables"})
    for name, (columns, rows) in frozen.items():
        entry = add(tables, "config:config-item-map-entry", {"config:name": name})
        for way, place in (("Horizontal", columns), ("Vertical", rows)):
            _item(entry, f"{way}SplitMode", "short", "2" if place else "0")
            _item(entry, f"{way}SplitPosition", "int", str(place))
        _item(entry, "PositionRight", "int", str(columns))
        _item(entry, "PositionBottom", "int", str(rows))
    return views


def _item(place: Element, name: str, kind: str, value: str) -> None:
    add(place, "config:config-item", {"config:name": name, "config:type": kind}).text = value
