"""A chart that people can edit in Writer: bars or lines with their numbers in a table behind them (ODF part 3, 11)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from exports.cells import xml_text
from exports.charts import chart_height
from exports.figures.native import Paneel
from exports.look.colours import BLACK
from exports.look.house import FONT
from exports.look.lines import top_of
from exports.look.status import Uiterlijk, looks_of
from exports.national.printed import Diagram, names_of, series_of
from exports.national.tree import Lijngrafiek
from exports.odf.package import OdfFile
from exports.odf.styles import CAPTION, FRAME
from exports.odf.xml import Attributes, Element, add, add_text, make

_POINTS_IN_CM = 28.35
_TABLE = "local-table"
_SILENT = "zonder-getal"
# With more moments on a line dots would touch.
_MOST_DOTS = 16
_NUMBERED = {"chart:data-label-number": "value"}
_LETTERS = {"fo:font-size": "8pt", "fo:font-family": FONT, "fo:color": f"#{BLACK}"}


def add_chart(file: OdfFile, place: Element, diagram: Diagram, width: float, name: str) -> None:
    """The chart as a line of its own at the end of a body, `width` centimetres wide."""
    line = add(place, "text:p", {"text:style-name": CAPTION})
    chart_frame(file, line, diagram, width, name, anchor="as-char")


def height_of(diagram: Diagram) -> float:
    """How high its drawing is, in centimetres."""
    return (chart_height(diagram) + 24) / _POINTS_IN_CM


def chart_frame(file: OdfFile, place: Element, diagram: Diagram, width: float, name: str, *, anchor: str) -> None:
    """The chart as a drawing in a line (`anchor` "as-char") or in a cell of a sheet (""), with its words."""
    size = {"svg:width": f"{width:.2f}cm", "svg:height": f"{height_of(diagram):.2f}cm"}
    address = file.add_chart(_content(diagram, size))
    anchored = {"text:anchor-type": anchor} if anchor else {}
    frame = add(place, "draw:frame", {"draw:name": xml_text(name), "draw:style-name": FRAME, **anchored, **size})
    shown = {"xlink:type": "simple", "xlink:show": "embed", "xlink:actuate": "onLoad"}
    add(frame, "draw:object", {"xlink:href": address, **shown})
    add_text(add(frame, "svg:title"), diagram.titel)
    add_text(add(frame, "svg:desc"), diagram.alt)


def _content(diagram: Diagram, size: Attributes) -> bytes:
    root = make("office:document-content", {"office:version": "1.3"})
    styles = add(root, "office:automatic-styles")
    _add_styles(styles, diagram)
    kind = "chart:line" if isinstance(diagram, Lijngrafiek) else "chart:bar"
    place = add(add(root, "office:body"), "office:chart")
    chart = add(place, "chart:chart", {"chart:class": kind, "chart:style-name": "grafiek", **size})
    if isinstance(diagram, Paneel):
        add_text(add(add(chart, "chart:title", {"chart:style-name": "naam"}), "text:p"), diagram.titel)
    if len(series_of(diagram)) > 1:
        add(chart, "chart:legend", {"chart:legend-position": "bottom", "chart:style-name": "letters"})
    _add_plot(chart, diagram, kind)
    _add_numbers(chart, diagram)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


# --- how it looks


def _add_styles(place: Element, diagram: Diagram) -> None:
    lines = isinstance(diagram, Lijngrafiek)
    _style(place, "grafiek", graphic={"draw:stroke": "none", "draw:fill": "none"})
    _style(place, "letters", graphic={"draw:stroke": "none", "draw:fill": "none"}, letters=_LETTERS)
    _style(place, "vlak", chart={"chart:treat-empty-cells": "leave-gap", **_bars(diagram)})
    _style(place, _SILENT, chart={"chart:data-label-number": "none"})
    _style(place, "wand", graphic={"draw:stroke": "none", "draw:fill": "none"})
    axis = {"chart:display-label": "true", "chart:visible": "true", "chart:axis-position": "0"}
    _style(place, "woorden", chart={**axis, **({} if lines else {"chart:reverse-direction": "true"})}, letters=_LETTERS)
    most = {"chart:maximum": str(top_of([diagram.schaal]))} if isinstance(diagram, Paneel) else {}
    _style(place, "getallen", chart={**axis, "chart:minimum": "0", **most}, letters=_LETTERS)
    _style(place, "naam", letters={**_LETTERS, "fo:font-weight": "bold"})
    dots = "automatic" if len(names_of(diagram)) <= _MOST_DOTS else "none"
    for number, look in enumerate(looks_of([status for _, _, status in series_of(diagram)])):
        if isinstance(diagram, Lijngrafiek):
            _style(place, f"reeks{number}", chart={"chart:symbol-type": dots}, graphic=_line(look))
            _style(place, f"einde{number}", chart={**_NUMBERED, "chart:label-position": "top"}, letters=_LETTERS)
        else:
            _style_bars(place, f"reeks{number}", look, inside=diagram.gestapeld)


def _style_bars(place: Element, name: str, look: Uiterlijk, *, inside: bool) -> None:
    """A number in its plane has the letter that is read on it."""
    letters = {**_LETTERS, "fo:color": f"#{look.letter}"} if inside else _LETTERS
    where = {"chart:label-position": "center" if inside else "outside"}
    _style(place, name, chart={**_NUMBERED, **where}, graphic=_plane(look), letters=letters)


def _bars(diagram: Diagram) -> Attributes:
    """Bars lie, and stand on each other when they are parts of one whole."""
    if isinstance(diagram, Lijngrafiek):
        return {}
    lying = {"chart:vertical": "true", "chart:gap-width": "40"}
    return lying | ({"chart:stacked": "true", "chart:overlap": "100"} if diagram.gestapeld else {})


def _line(look: Uiterlijk) -> Attributes:
    colour = {"svg:stroke-color": f"#{look.lijn}", "draw:fill-color": f"#{look.lijn}"}
    return {"draw:stroke": "solid", "svg:stroke-width": "0.06cm", **colour}


def _plane(look: Uiterlijk) -> Attributes:
    edge = {"draw:stroke": "solid", "svg:stroke-width": "0.02cm", "svg:stroke-color": f"#{look.rand}"}
    return {"draw:fill": "solid", "draw:fill-color": f"#{look.kleur}", **edge}


def _style(
    place: Element,
    name: str,
    *,
    chart: Attributes | None = None,
    graphic: Attributes | None = None,
    letters: Attributes | None = None,
) -> None:
    style = add(place, "style:style", {"style:name": name, "style:family": "chart"})
    for kind, properties in (("chart", chart), ("graphic", graphic), ("text", letters)):
        if properties:
            add(style, f"style:{kind}-properties", properties)


# --- what it shows


def _add_plot(chart: Element, diagram: Diagram, kind: str) -> None:
    rows, series = len(names_of(diagram)) + 1, series_of(diagram)
    whole = f"{_TABLE}.$A$1:.${_letter(len(series))}${rows}"
    labels = {"chart:data-source-has-labels": "both", "table:cell-range-address": whole}
    plot = add(chart, "chart:plot-area", {"chart:style-name": "vlak", **labels})
    words = {"chart:dimension": "x", "chart:name": "primary-x", "chart:style-name": "woorden"}
    numbers = {"chart:dimension": "y", "chart:name": "primary-y", "chart:style-name": "getallen"}
    axis = add(plot, "chart:axis", words)
    add(axis, "chart:categories", {"table:cell-range-address": f"{_TABLE}.$A$2:.$A${rows}"})
    add(plot, "chart:axis", numbers)
    for number in range(len(series)):
        column = _letter(number + 1)
        values = {"chart:values-cell-range-address": f"{_TABLE}.${column}$2:.${column}${rows}"}
        label = {"chart:label-cell-address": f"{_TABLE}.${column}$1"}
        named = {"chart:style-name": f"reeks{number}", "chart:class": kind}
        drawn = add(plot, "chart:series", {**named, **values, **label})
        if isinstance(diagram, Lijngrafiek):
            _number_the_end(drawn, number, series[number][1])
        else:
            _number_bars(drawn, series[number][1], stacked=diagram.gestapeld)
    add(plot, "chart:wall", {"chart:style-name": "wand"})


def _number_bars(drawn: Element, values: Sequence[int | None], *, stacked: bool) -> None:
    """Each bar has its number; in a stack nought has no room."""
    for silent, same in groupby(values, key=lambda one: stacked and not one):
        named = {"chart:style-name": _SILENT} if silent else {}
        add(drawn, "chart:data-point", {"chart:repeated": str(len(list(same))), **named})


def _number_the_end(drawn: Element, number: int, values: Sequence[int | None]) -> None:
    """Only the last number of a line stands beside it: more would lie on each other."""
    last = max((place for place, value in enumerate(values) if value is not None), default=0)
    for many, style in ((last, ""), (1, f"einde{number}"), (len(values) - last - 1, "")):
        if many:
            named = {"chart:style-name": style} if style else {}
            add(drawn, "chart:data-point", {"chart:repeated": str(many), **named})


def _letter(column: int) -> str:
    """A to Z: no chart has more series."""
    return chr(ord("A") + column)


def _add_numbers(chart: Element, diagram: Diagram) -> None:
    series = series_of(diagram)
    table = add(chart, "table:table", {"table:name": _TABLE})
    add(add(table, "table:table-header-columns"), "table:table-column")
    add(add(table, "table:table-columns"), "table:table-column", {"table:number-columns-repeated": str(len(series))})
    head = add(add(table, "table:table-header-rows"), "table:table-row")
    for name in ("", *(naam for naam, _, _ in series)):
        _cell(head, name)
    rows = add(table, "table:table-rows")
    for number, name in enumerate(names_of(diagram)):
        row = add(rows, "table:table-row")
        _cell(row, name)
        for _, values, _ in series:
            _cell(row, values[number])


def _cell(row: Element, value: str | int | None) -> None:
    if isinstance(value, int):
        cell = add(row, "table:table-cell", {"office:value-type": "float", "office:value": str(value)})
    else:
        cell = add(row, "table:table-cell", {"office:value-type": "string"} if value else {})
    add_text(add(cell, "text:p"), "" if value is None else str(value))
