"""Papers with figures of the instroom: Word, slides and PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from docx import Document
from lxml import etree

from tests.reading.drawn import word_lines
from tests.reading.inflow.facts import Fact
from tests.reading.inflow.files import facts_of_charts
from tests.reading.inflow.sentences import facts_of_sentence
from tests.reading.inflow.tables import explained, facts_of_tables, point_facts
from tests.reading.inflow.words import LAND, VIEW_OF, Subject, period_of, subject_of
from tests.reading.pdf import pages_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def facts_of_word(content: bytes) -> list[Fact]:
    """The tables and charts of a Word file; what stands around them says by what a target was divided."""
    tables = [
        ("", [[cell.text for cell in row.cells] for row in table.rows]) for table in Document(BytesIO(content)).tables
    ]
    return [*facts_of_tables(tables, word_lines(content)), *facts_of_charts(content)]


def facts_of_slides(content: bytes) -> list[Fact]:
    """The words, tables, notes and charts of slides."""
    with ZipFile(BytesIO(content)) as file:
        names = [name for name in file.namelist() if re.search(r"/(?:slide|notesSlide)\d+\.xml$", name)]
        parts = [etree.fromstring(file.read(name)) for name in names]
    tables = [("", _slide_rows(table)) for part in parts for table in part.iter(f"{_A}tbl")]
    place = next((rows[0][1] for _, rows in tables if rows[0][:1] == ["Cijfer"]), LAND)
    lines = [[" ".join("".join(one.itertext()).split()) for one in part.iter(f"{_A}p")] for part in parts]
    found = [
        *facts_of_charts(content, place),
        *facts_of_tables(tables, "\n".join(line for one in lines for line in one)),
    ]
    return found + [fact for one in lines for fact in _of_lines(one, place)]


def _slide_rows(table: etree._Element) -> list[list[str]]:
    return [["".join(cell.itertext()) for cell in row.iter(f"{_A}tc")] for row in table.iter(f"{_A}tr")]


def _of_lines(lines: list[str], place: str) -> Iterator[Fact]:
    """A sentence above a chart with what it is of under it; in the notes what explains a figure."""
    about = [subject for one in lines for part in one.split(". ") if (subject := subject_of(part))]
    said = [one for one in lines if re.match(r"In (?:Q\d|[a-z]+|\d{4})\b", one) and not subject_of(one)]
    yield from (
        fact for subject in about[:1] for one in said for fact in facts_of_sentence(one.partition(". ")[0], subject)
    )
    for one in lines:
        name, _, why = one.partition(": ")
        yield from explained(name, place, why) if re.search(r"\d{4}$", name) else ()


# What can stand in a cell of a table on paper.
_CELL = (
    r"(?:niet getoond|niet te zeggen|ontbreekt|geheim|nihil|kan niet|(?:ca\.|<) ?[\d.]+|<\d+|\d+(?:,\d+)?%|[\d.]+\*?|–)"
)
_CELL_OF = re.compile(_CELL)


def facts_of_paper(content: bytes) -> list[Fact]:
    """The tables of a PDF: PDFium gives words only, so each line is known by its beginning."""
    text = " ".join(re.sub(r"Stand van \d+ \w+ \d{4} Pagina .*", "", one) for one in pages_of(content)).replace(
        "t/ m", "t/m"
    )
    place = re.search(r"Regiobeeld (.+?) Kerncijfers", text)
    return list(_regiobeeld(text, place[1]) if place else _appendix(text))


# The beginnings of the lines of a regiobeeld.
_KEYS = (
    r"Mensen met een indicatie, eind \d{4}|Instroom in \d{4}|Aandeel in [a-z ]+\d{4}|"
    r"Instroom (?:van|met|vanuit) [^,]+, \d{4}"
)
_WHY = r"(?:[^.]+?procentpunt\.|[\d,]+% van Nederland)"
_GOAL = r"((?:minder dan|ongeveer) \d+ per maand, .+?) (ongeveer [\d.]+) ([\d.]+ en [\d.]+)"


def _regiobeeld(text: str, place: str) -> list[Fact]:
    names, pairs = "|".join(map(re.escape, VIEW_OF)), rf"({_CELL}) ({_CELL})"
    found = {
        ("Cijfer", place, "Nederland", "Toelichting"): rf"({_KEYS}) {pairs} ?({_WHY}?)",
        ("Categorie", place, "Nederland"): rf"(Q\d \d{{4}}|{names}) {pairs}",
        ("Landelijk", "Hier per jaar", ""): _GOAL,
    }
    tables = [("", [heads, *re.findall(pattern, text)]) for heads, pattern in found.items()]
    return facts_of_tables(tables, text)


def _appendix(text: str) -> Iterator[Fact]:
    """The appendix of a report: the regiobeelden, and a table under each subject."""
    for table in re.split(r"Tabel \d+\. ", text)[1:]:
        if table.startswith("Regiobeeld: kerncijfers per regio"):
            yield from facts_of_tables([("", _per_region(table))])
        for subject in filter(None, [_subject_of(table)]):
            yield from _per_period(table, subject)


def _subject_of(table: str) -> Subject | None:
    """What a table is of: its title ends with how long each period is."""
    ends = [one.end() for one in re.finditer(r" per (?:maand|kwartaal|jaar)", table)]
    return subject_of(table[: ends[0]]) if ends else None


def _per_region(table: str) -> list[list[str]]:
    year = re.search(r"Instroom in (\d{4})", table)
    assert year
    names = [
        "Inwoners", f"Mensen met een indicatie, eind {year[1]}", f"Instroom in {year[1]}",
        f"Aandeel in de landelijke instroom van {year[1]}", f"Instroom vanuit overig Wmo, {year[1]}",
        f"Instroom van 18 t/m 26 jaar, {year[1]}", f"Instroom met profiel GGZ Wonen 1, {year[1]}",
    ]  # fmt: skip
    body = table.rpartition(f"GGZ Wonen 1, {year[1]} ")[2]
    rows = re.findall(rf"([A-Z][\w’' ]*?) ({' '.join([_CELL] * len(names))})", body)
    return [["Regio", *names], *([name, *_CELL_OF.findall(cells)] for name, cells in rows)]


def _per_period(table: str, subject: Subject) -> Iterator[Fact]:
    names = [name for name, view in VIEW_OF.items() if view == subject.view] or [
        "Instroom",
        "Gemiddelde 3 maanden",
        "Doel",
    ]
    for moment, cells in re.findall(rf"((?:Q\d|[a-z]+) \d{{4}}) ((?:{_CELL} ?)+)", table):
        for name, text in zip(names, _CELL_OF.findall(cells), strict=False):
            yield from point_facts(subject, name, period_of(moment), text)
