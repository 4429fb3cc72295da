"""What the small Markdown means: frozen blocks, the same for web, Word and plain text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one look. ``text`` may hold line ends; ``href`` is an http, https or mailto
    address."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


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

    blocks: tuple[Paragraph | ListBlock, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Bullets, or numbers that run on from ``start``. Lists nest at most nine levels deep, as in Word."""

    ordered: bool
    start: int
    items: tuple[Item, ...]


Block = Paragraph | ListBlock
