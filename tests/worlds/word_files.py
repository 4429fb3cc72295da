"""Filled-in formats as Word files, in the layouts that regions send: made from the declaration, all words invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document

from forms.spec import Format, Section

# What stands in the right-hand cell of each part: paragraphs; a tuple is the row of a table in the cell.
Filled = Mapping[str, Sequence[str | tuple[str, ...]]]

ACTIES = (
    "2.Visie opnieuw bespreken\n3a. Elkaar kennen\n1. Werken volgens de afspraak\n2. Vragen ophalen\n"
    "3. Aanbod beschrijven\n3b. De weg wijzen\n1. Folder maken\n2. Folder gebruiken\n3c. Het aanbod\n"
    "1. Advies opstellen\n2. Hulp in de wijk\n3. Woningen zoeken\n4. Kennis tellen\n3d. Elders aankaarten"
)
TREKKERS = (
    "Zorgkantoor\n\n\nAlle partijen\nWerkgroep\n\nZorgkantoor en gemeenten\nZorgkantoor\n\nGemeenten\nAanbieders\n"
    "Gemeenten\n\nAlle partijen\nAanbieders\nZorgkantoor"
)
TIJDEN = (
    "Eind Q1 2024\n\n\nPer 1-1-2024\nIn de loop van 2024\n\nQ2 2024\nEind Q1 2024\n\nEind Q2 2024\nQ2 2024\nContinu\n\n"
    "In de loop van 2024\nBegin 2024\nQ3 2024"
)
OWN_WORDS: Filled = {
    "naam": ("Proefstreek",),
    "gemeenten": ("Alle gemeenten van de streek",),
    "partijen": ("Gemeenten, zorgkantoor, aanbieders (ggz, vv), cliëntenraad",),
    "achtergrond": ("Wij richten ons op wat wij zelf kunnen doen:", "- wonen", "- werken"),
    "huidige_situatie": ("Er is weinig plek.",),
    "doelstellingen": (
        "Vul de volgende doelstelling in:",
        "De instroom daalt naar een nog niet bekend niveau.",
        "Eventuele aanvullende doelstellingen kunnen hieronder beschreven worden:",
        "Iedereen kent de folder.",
    ),
    "doelgroep": ("Jongvolwassenen.",),
    "acties": ((ACTIES, TREKKERS, TIJDEN),),
    "randvoorwaarden": ("Wij werken met wat er is.",),
    "projectstructuur": ("Er is een werkgroep.",),
    "monitoring": ("De werkgroep meldt elk kwartaal hoe het gaat.",),
    "planning": (("Zie Acties!", "", ""),),
    "ervaringen": ("Samen kijken helpt.",),
}


def word_file(format_: Format, filled: Filled, *, before: Sequence[str] = (), beside: Filled | None = None) -> bytes:
    """A format as it was sent out, filled in. `before` stands above it, `beside` in the cells of the labels."""
    document = Document()
    for text in before:
        document.add_paragraph(text)
    add_format(document, format_, filled, beside or {})
    return saved(document)


def word_file_with_a_comment(format_: Format, filled: Filled) -> bytes:
    """The same with a remark beside its title, and words above it that are of no part."""
    document = Document(BytesIO(word_file(format_, filled, before=("Zie ook de notitie van vorig jaar.",))))
    document.add_comment(document.paragraphs[1].runs[0], "Klopt dit nog?", author="Eva Extern", initials="EE")
    return saved(document)


def add_format(document: Any, format_: Format, filled: Filled, beside: Filled) -> None:
    """All of a format: title, introduction, the tables of its blocks, its footnotes."""
    document.add_paragraph(format_.title)
    for text in format_.intro:
        document.add_paragraph(text)
    for block in format_.blocks:
        document.add_heading(block.title, 1)
        if block.intro:
            document.add_paragraph(block.intro)
        table = document.add_table(0, 2)
        if block.heads:
            fill(table.add_row().cells, block.heads)
        for section in block.sections:
            label, answer = table.add_row().cells
            label.paragraphs[0].text = section.heading
            for text in (section.printed_guidance, *beside.get(section.key, ())):
                label.add_paragraph(text)
            add_answer(answer, section, filled.get(section.key, ()))
    for section in format_.sections:
        if section.footnote:
            document.add_paragraph(f"{section.footnote.number}. {section.footnote.text}")


def add_answer(cell: Any, section: Section, said: Sequence[str | tuple[str, ...]]) -> None:
    """What is said in the cell of a part; of a list with columns its table stands there also when it is empty."""
    for one in said:
        if isinstance(one, str):
            style = "List Bullet" if one.startswith("- ") else None
            cell.add_paragraph(one.removeprefix("- "), style)
    columns = next((one.columns for one in section.questions if one.columns), ())
    rows = [one for one in said if not isinstance(one, str)]
    if columns:
        table = cell.add_table(0, len(columns))
        fill(table.add_row().cells, columns)
        for row in rows or [("",) * len(columns)]:
            fill(table.add_row().cells, row)


def fill(cells: Sequence[Any], texts: Sequence[str]) -> None:
    """A paragraph for each line in a cell."""
    for cell, text in zip(cells, texts, strict=True):
        first, *rest = text.split("\n")
        cell.paragraphs[0].text = first
        for line in rest:
            cell.add_paragraph(line)


def saved(document: Any) -> bytes:
    """The bytes of a Word file."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()
