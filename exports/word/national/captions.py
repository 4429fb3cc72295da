"""Captions "Tabel 1" and "Figuur 1" whose numbers are fields, so that Word can count them again."""

from __future__ import annotations

from collections import Counter

from exports.word.house_style.names import CAPTION
from exports.word.national.paper import Paper
from exports.word.national.xml import add, add_field, add_run

TABEL, FIGUUR = "Tabel", "Figuur"


class Captions:
    """Counts the tables and figures of one document."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._counted: Counter[str] = Counter()

    def write(self, kind: str, title: str) -> str:
        """Write "Tabel 3  Title" above the table or figure that follows; returns its name ("Tabel 3")."""
        self._counted[kind] += 1
        number = str(self._counted[kind])
        paragraph = self._paper.paragraph(CAPTION, shown=f"{kind} {number}. {title}")
        # A template may not say so: a caption stays with what it is about.
        add(paragraph[0], "keepNext")
        add_run(paragraph, f"{kind} ")
        add_field(paragraph, f"SEQ {kind} \\* ARABIC", number)
        add_run(paragraph, f". {title}")
        return f"{kind} {number}"
