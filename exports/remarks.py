"""What somebody said beside a part of a plan, as an exporter gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class SaidWord:
    """Words of one person, as typed."""

    wie: str
    op: datetime
    tekst: str


@dataclass(frozen=True)
class PaperRemark:
    """A remark with what followed. `plekken` are keys of rows of the paper, the best first: an action, its part."""

    plekken: Sequence[str]
    begin: SaidWord
    daarna: tuple[SaidWord, ...] = ()
