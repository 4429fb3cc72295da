"""What somebody reads of a figure, in any form: what stands there, or between which it lies together with others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import inf

from tests.reading.attacker import Cell, Publication
from tests.reading.inflow.words import INFLOW, NOTHING

# Weights of figures: their sum lies between two numbers.
Parts = tuple[tuple[Cell, float], ...]
_HALF = 0.5
_SMALL, _NUMBER = re.compile(r"< ?(\d+)"), re.compile(r"\d{1,3}(?:\.\d{3})+|\d+")


@dataclass(frozen=True)
class Told:
    """What stands in the place of a figure, and why there is no number."""

    cell: Cell
    text: str
    reason: str = ""
    indicator: str = INFLOW


@dataclass(frozen=True)
class Between:
    """What a mean, a share or a sentence says of figures together."""

    parts: Parts
    low: float
    high: float
    indicator: str = INFLOW


Fact = Told | Between


def told(cell: Cell, text: str, reason: str = "", indicator: str = INFLOW) -> list[Fact]:
    """What stands somewhere, without signs around it; nothing where nothing stands."""
    words = plain(text)
    return [] if words in NOTHING else [Told(cell, words, reason, indicator)]


def plain(text: str) -> str:
    """ "1.234*" as 1234, "< 5" as <5; other words as they are."""
    words = " ".join(str(text).replace("\u00a0", " ").split()).removesuffix("(voorlopig)").rstrip("* ")
    words = re.sub(r"\(\d+\)$", "", words).rstrip("* ")
    if small := _SMALL.fullmatch(words):
        return f"<{small[1]}"
    return words.replace(".", "") if _NUMBER.fullmatch(words) else words


def mean_of(cells: Iterable[Cell], number: str, times: int) -> list[Fact]:
    """A mean as printed says of the sum of these figures that it is about so many times it."""
    decimals = len(number.partition(",")[2])
    value, half = float(number.replace(".", "").replace(",", ".")), _HALF / 10**decimals
    return [Between(tuple((cell, 1.0) for cell in cells), times * (value - half), times * (value + half))]


def share_of(part: Cell, whole: Cell, printed: str, indicator: str = INFLOW) -> list[Fact]:
    """ "37,2%": between 37,15 and 37,25 per cent of the whole."""
    value = float(printed.rstrip("%").replace(",", ".")) / 100
    return part_of(part, whole, (value - 0.0005, value + 0.0005), indicator)


def part_of(part: Cell, whole: Cell, share: tuple[float, float], indicator: str = INFLOW) -> list[Fact]:
    """A figure is between these two parts of another."""
    low, high = share
    return [
        Between(((part, 1.0), (whole, -high)), -inf, 0, indicator),
        Between(((part, 1.0), (whole, -low)), 0, inf, indicator),
    ]


def whole_of(whole: Cell, points: str, indicator: str = INFLOW) -> list[Fact]:
    """One client more or less makes so many procentpunt: that tells about how many there are."""
    value = float(points.replace(".", "").replace(",", "."))
    half = _HALF if value >= 10 else 0.005
    return [Between(((whole, 1.0),), 100 / (value + half), 100 / (value - half) if value > half else inf, indicator)]


def total_of_parts(parts: Iterable[Cell], number: str) -> list[Fact]:
    """These together are so many."""
    value = float(plain(number))
    return [Between(tuple((cell, 1.0) for cell in parts), value, value)]


def disagreements(forms: Mapping[str, Iterable[Fact]]) -> dict[tuple[str, Cell], dict[str, set[str]]]:
    """The figures that one form shows otherwise than another: what stands there, and in which forms."""
    said: dict[tuple[str, Cell], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for form, facts in forms.items():
        for one in facts:
            if isinstance(one, Told):
                said[one.indicator, one.cell][one.text].add(form)
    return {cell: dict(texts) for cell, texts in said.items() if len(texts) > 1}


def publication_of(facts: Iterable[Fact], indicator: str = INFLOW) -> Publication:
    """All that was read at one moment of one source."""
    facts = list(facts)
    figures = {one.cell: one.text for one in facts if isinstance(one, Told) and one.indicator == indicator}
    reasons = {one.cell: one.reason for one in facts if isinstance(one, Told) and one.reason}
    between = {one for one in facts if isinstance(one, Between) and one.indicator == indicator}
    beside = {cell: "?" for one in between for cell, _ in one.parts if cell not in figures}
    return Publication(figures | beside, reasons, between=[(one.parts, one.low, one.high) for one in between])
