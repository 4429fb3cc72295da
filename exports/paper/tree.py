"""What a document about one region is made of; how it looks is for who draws it.

Zinsdeel are as typed: who draws them takes out what a file can't hold (`exports/cells.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from forms.marks import Mark


@dataclass(frozen=True)
class Zinsdeel:
    """A part of a line, in one letter."""

    tekst: str
    vet: bool = False
    cursief: bool = False


@dataclass(frozen=True)
class Line:
    """One paragraph of our own words or a short answer. An empty one is an empty line.

    `klein`: in a smaller letter. `blijft`: stays on the page of what follows. `lucht`: begins some way down. `merk`
    says invisibly what stands here, in a file that may come back.
    """

    delen: tuple[Zinsdeel, ...] = ()
    klein: bool = False
    blijft: bool = False
    lucht: bool = False
    merk: Mark | None = None

    @property
    def tekst(self) -> str:
        """Its words."""
        return "".join(one.tekst for one in self.delen)


@dataclass(frozen=True)
class Typed:
    """A text that somebody typed, in the small Markdown; `aanhef` are bold words before it. `merk` as of a line."""

    tekst: str
    aanhef: str = ""
    merk: Mark | None = None


@dataclass(frozen=True)
class Room:
    """Lines to write on."""

    regels: int


@dataclass(frozen=True)
class Air:
    """White below a table; `weinig`: less than a line."""

    weinig: bool = False


@dataclass(frozen=True)
class Title:
    """What the document is called, above its first page. `merk` as of a line."""

    tekst: str
    merk: Mark | None = None


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the highest."""

    tekst: str
    niveau: int


@dataclass(frozen=True)
class TabelRij:
    """A row of a table. `is_kop`: it stands above the rows below it, as a heading between actions does.

    `sleutel` names what it is about, to who looks for it in a document; `merk` as of a line.
    """

    cellen: tuple[Cell, ...]
    is_kop: bool = False
    sleutel: str = ""
    merk: Mark | None = None


@dataclass(frozen=True)
class Grid:
    """A table with heads; `delen` are the shares of the width. `merk` as of a line: it stands in the first head."""

    delen: tuple[int, ...]
    koppen: tuple[Cell, ...]
    rijen: tuple[TabelRij, ...]
    merk: Mark | None = None


@dataclass(frozen=True)
class Pairs:
    """What was asked, with the answer beside it; `delen` are the shares of the width."""

    delen: tuple[int, int]
    rijen: tuple[tuple[Cell, Cell], ...]


@dataclass(frozen=True)
class FormatDeel:
    """An onderdeel of the national format: its label and guidance, and what was filled in beside it.

    `ruimte`: the format leaves a line open under the guidance. `sleutel` names the onderdeel; `merk` as of a line.
    """

    kop: str
    uitleg: str
    blokken: Cell
    ruimte: bool = False
    sleutel: str = ""
    merk: Mark | None = None


@dataclass(frozen=True)
class Form:
    """A table of the national format, with its two heads (if any)."""

    koppen: tuple[str, ...]
    delen: tuple[FormatDeel, ...]


Block = Line | Typed | Room | Air | Title | Heading | Grid | Pairs | Form
# What stands in a cell of a table.
Cell = tuple[Block, ...]


@dataclass(frozen=True)
class PapierenStuk:
    """A whole document. `titel` is what a list of files calls it; `regels` stand above every page.

    `moment` is what it is a picture of: the same paper gives the same file. `dicht`: in ordinary cases it is one page.
    """

    titel: str
    regels: tuple[str, ...]
    moment: datetime
    blokken: tuple[Block, ...] = ()
    dicht: bool = False


def line(
    tekst: str = "", *, vet: bool = False, cursief: bool = False, klein: bool = False, merk: Mark | None = None
) -> Line:
    """A paragraph in one letter; without words an empty line."""
    return Line((Zinsdeel(tekst, vet, cursief),) if tekst else (), klein=klein, merk=merk)


def label_of(part: FormatDeel) -> Cell:
    """What stands beside the answer to a part of the national format: its label, with the guidance below it."""
    guidance = (line(), line(part.uitleg, cursief=True)) if part.uitleg else ()
    return (line(part.kop, vet=True), *guidance, *((line(),) if part.ruimte else ()))


def heads(koppen: Sequence[str]) -> tuple[Cell, ...]:
    """The heads of a table."""
    return tuple((line(kop, vet=True),) for kop in koppen)
