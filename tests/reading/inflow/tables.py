"""Tables with figures of the instroom, wherever they stand: rows of words, the first of which are the heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.reading.attacker import Cell
from tests.reading.inflow.facts import Fact, mean_of, part_of, plain, share_of, told, whole_of
from tests.reading.inflow.words import (
    AVERAGE,
    INFLOW,
    LAND,
    VIEW_OF,
    Subject,
    is_period,
    period_after,
    period_of,
    place_of,
    subject_of,
)

Rows = Sequence[Sequence[str]]
_SHARE = re.compile(r"\d+(?:,\d+)?%")
_OF_REGION = ("Kwartaal", "Categorie")
_OF_COUNTRY = "Aandeel in de landelijke instroom van "
# The lines of a regiobeeld that are about one category: how they begin, and which it is.
_CATEGORY_LINES = {
    "Instroom vanuit overig Wmo": ("herkomst", "Overig Wmo"),
    "Instroom van 18 t/m 26 jaar": ("leeftijd", "18 t/m 26 jaar"),
    "Instroom met profiel GGZ Wonen 1": ("zorgzwaarte", "GGZ Wonen 1"),
}
_DIVISIONS = {"het aandeel in de instroom": "instroom", "het aandeel in het aantal mensen met een indicatie": "stand"}


@dataclass(frozen=True)
class Around:
    """What stands around the tables of one page or file: all its words, and the place that its charts are of.

    Where nothing says what a chart is of, it stands in a report: that is of the country. `regio` and `year` are those
    of a regiobeeld.
    """

    text: str = ""
    place: str = LAND
    regio: str = ""
    year: str = ""


def facts_of_tables(tables: Iterable[tuple[str, Rows]], text: str = "", place: str = LAND) -> list[Fact]:
    """What the tables of one page or file say; of each the words above it."""
    tables = [(above, [[" ".join(one.split()) for one in row] for row in rows]) for above, rows in tables if rows]
    around = Around(text, place, *next(_about(tables), ("", "")))
    return [fact for above, rows in tables for fact in _of_table(above, rows, around)]


def _about(tables: Iterable[tuple[str, Rows]]) -> Iterator[tuple[str, str]]:
    """The place and the year of a regiobeeld."""
    for _, rows in tables:
        years = [found[1] for row in rows if (found := re.fullmatch(r"Instroom in (\d{4})", row[0]))]
        yield from ((rows[0][1], one) for one in years if rows[0][0] == "Cijfer")


def _of_table(above: str, rows: Rows, around: Around) -> Iterator[Fact]:
    heads, *body = rows
    if _is_of_chart(heads, body):
        subject = subject_of(above) or subject_of(heads[0])
        subject = subject or Subject(INFLOW, around.place, VIEW_OF.get(heads[1], ""))
        yield from figure_facts(subject, heads[1:], [(row[0], row[1:]) for row in body])
    elif heads[0] in _OF_REGION and heads[2:] == ["Nederland"]:
        for name, here, there in body:
            yield from view_facts(name, around.year, {heads[1]: here, LAND: there})
    elif heads[0] == "Landelijk":
        yield from _targets(body, around)
    else:
        yield from _of_lines(heads, body)


def _is_of_chart(heads: Sequence[str], body: Rows) -> bool:
    return len(heads) > 1 and bool(body) and is_period(body[0][0]) and heads[0] not in _OF_REGION


def _of_lines(heads: Sequence[str], body: Rows) -> Iterator[Fact]:
    """Tables with a line for each figure, and those of regiobeelden."""
    match list(heads):
        case ["Cijfer", "Reeks", "Periode", *_]:
            yield from flat_facts(dict(zip(heads, row, strict=False)) for row in body)
        case ["Cijfer", place, "Nederland", *_]:
            for name, here, there, *why in body:
                yield from line_facts(name, place, here, there, "".join(why))
        case ["Regio", _, "Cijfer", "Regio telt", *_]:
            for place, _, name, here, there, why in body:
                yield from line_facts(name, place, here, there, why)
        case ["Regio", *names] if any(one.startswith("Instroom in ") for one in names):
            for place, *cells in body:
                for name, text in zip(names, cells, strict=True):
                    yield from key_facts(name, place_of(place), text)


def figure_facts(subject: Subject, names: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> Iterator[Fact]:
    """A table of a chart: a row for each period, a column for each series."""
    for moment, cells in rows:
        for name, text in zip(names, cells, strict=False):
            yield from point_facts(subject, name, period_of(moment), text)


def point_facts(subject: Subject, name: str, period: str, text: str, reason: str = "") -> list[Fact]:
    """A figure of a series in a period; of an average what it says of its three months."""
    if name.startswith(AVERAGE):
        months = [(subject.place, "", "", period_after(period, -back)) for back in range(3)]
        return mean_of(months, plain(text), 3) if plain(text).isdigit() else []
    if name not in (("Instroom", "Totaal"), VIEW_OF)[bool(subject.view)]:
        return []
    return told((subject.place, subject.view, name if subject.view else "", period), text, reason, subject.indicator)


def flat_facts(rows: Iterable[dict[str, str]]) -> Iterator[Fact]:
    """A row for each figure, as in CSV files and workbooks. The number and what stands there are the same."""
    for row in rows:
        subject = subject_of(row["Cijfer"])
        assert subject, row
        number, text = row["Aantal"], row["Zoals getoond"]
        assert not number or plain(text) == plain(number), row
        yield from point_facts(subject, row["Reeks"], period_of(row["Periode"]), text, row["Waarom geen aantal"])


def line_facts(name: str, place: str, here: str, there: str, why: str) -> Iterator[Fact]:
    """A line of a regiobeeld, with what is explained beside it."""
    yield from key_facts(name, place, here)
    yield from key_facts(name, LAND, there)
    yield from explained(name, place, why)


def key_facts(name: str, place: str, text: str) -> Iterator[Fact]:
    """What stands in a line of a regiobeeld, of one place."""
    year = name[-4:]
    if name.startswith("Instroom in "):
        yield from told((place, "", "", year), text)
    elif name.startswith("Mensen met een indicatie"):
        yield from told((place, "", "", year), text, indicator="stand")
    elif name.startswith(_OF_COUNTRY) and _SHARE.fullmatch(text):
        yield from share_of((place, "", "", year), (LAND, "", "", year), text)
    elif category := _CATEGORY_LINES.get(name.rpartition(",")[0]):
        yield from _of_category((place, *category, year), text)


def view_facts(name: str, year: str, cells: dict[str, str]) -> Iterator[Fact]:
    """A line under a view of a regiobeeld: a quarter, or a category of the year."""
    for place, text in cells.items():
        if is_period(name):
            yield from told((place, "", "", period_of(name)), text)
        elif name in VIEW_OF:
            yield from _of_category((place, VIEW_OF[name], name, year), text)


def _of_category(cell: Cell, text: str) -> list[Fact]:
    if _SHARE.fullmatch(text):
        return share_of(cell, (cell[0], "", "", cell[3]), text)
    return told(cell, text)


def explained(name: str, place: str, why: str) -> Iterator[Fact]:
    """What stands beside a line of a regiobeeld tells of its figures."""
    year = name[-4:]
    total: Cell = (place, "", "", year)
    if found := re.match(r"([\d,]+%) van Nederland", why):
        indicator = "stand" if name.startswith("Mensen") else "inwoners" if name.startswith("Inwoners") else "instroom"
        yield from share_of(total, (LAND, "", "", year), found[1], indicator)
    if found := re.search(r"In (\d{4}) was dit ([\d,]+%)", why):
        yield from share_of((place, "", "", found[1]), (LAND, "", "", found[1]), found[2])
    if found := re.match(r"([\d.]+) van ([\d.]+)\.", why):
        yield from told((place, *_CATEGORY_LINES[name.rpartition(",")[0]], year), found[1])
        yield from told(total, found[2])
    if found := re.search(r"scheelt ([\d,]+) procentpunt", why):
        whole = (LAND, "", "", year) if name.startswith(_OF_COUNTRY) else total
        yield from whole_of(whole, found[1])


def _targets(rows: Rows, around: Around) -> Iterator[Fact]:
    """What a part of the target says of the share by which it was divided: "ongeveer 480" of 1.200 a year."""
    found = re.search(r"Volgens (het aandeel in .+?)(?: betekent|[:.])", around.text)
    indicator = _DIVISIONS.get(found[1]) if found else None
    if indicator is None:
        return
    for landelijk, here, _ in rows:
        a_year, number = 12 * int(re.findall(r"\d+", landelijk)[0]), int(plain(here.removeprefix("ongeveer ")))
        share = (number - 0.5) / a_year, (number + 0.5) / a_year
        yield from part_of((around.regio, "", "", around.year), (LAND, "", "", around.year), share, indicator)
