"""What the small Markdown means: frozen blocks, the same for web, Word and plain text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. ``text`` may hold line ends; ``href`` is an http, https or mailto
    address; `marked`: somebody pointed at these words."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text between blank lines."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list: a paragraph first, then perhaps more paragraphs and lists."""

    blocks: tuple[Flowing, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Bullets, or numbers that run on from ``start``. Lists nest at most nine levels deep, as in Word."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


Flowing = Paragraph | ListBlock


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table: nothing, or paragraphs and lists."""

    blocks: tuple[Flowing, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of heads. A row holds the cells that were typed: there may be fewer than ``columns``."""

    head: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]

    @property
    def columns(self) -> int:
        """How many columns it has: the heads, or more when a row goes on behind them."""
        return max(len(row) for row in (self.head, *self.rows))


Block = Flowing | Table
