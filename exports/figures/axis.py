"""Which moments have a word along the axis: every one, or every so many, beginning with a year where that can be."""

from __future__ import annotations

from collections.abc import Sequence

from exports.figures.declared import Meetmoment, Tijdmaat

# A year is divided in equal parts, or years are skipped.
_STEPS = {
    Tijdmaat.MAAND: (1, 2, 3, 6, 12, 24, 36, 60, 120),
    Tijdmaat.KWARTAAL: (1, 2, 4, 8, 12, 20, 40),
    Tijdmaat.JAAR: (1, 2, 3, 5, 10),
}


def marked(momenten: Sequence[Meetmoment], per: Tijdmaat, most: int) -> list[int]:
    """The places of at most `most` moments at equal distances; the first of a year is one of them when there is one."""
    many = len(momenten)
    anchor = next((place for place, one in enumerate(momenten) if one.begint_jaar), 0)
    step = next((one for one in _STEPS[per] if _count(many, anchor, one) <= most), max(many, 1))
    return list(range(anchor % step, many, step))


def _count(many: int, anchor: int, step: int) -> int:
    return len(range(anchor % step, many, step))
