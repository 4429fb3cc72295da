"""How columns divide the width of a table: words first, then what was drawn, short lines, and who has most to say."""

from __future__ import annotations

from collections.abc import Sequence

from exports.word.needs import BESIDE, Need

# A line of about so much stays whole when there is room: a date, a name, "In de loop van 2024".
_SHORT_LINE = 2200 + BESIDE
_ROUNDING = 1.0


def fitting_widths(needs: Sequence[Need], room: int, kept: Sequence[float], drawn: Sequence[float]) -> list[int]:
    """The width of each column, together exactly `room`.

    No column is narrower than its longest word when all those words fit; otherwise only the longest of them are
    broken. `kept` is what each column has to keep as far as the words leave room for it, `drawn` where it goes when
    all lines fit.
    """
    widths = _words(needs, room)
    widths = _raised(widths, kept, room)
    widths = _raised(widths, [min(need.line, _SHORT_LINE) for need in needs], room)
    widths = _by_amount(widths, needs, room)
    widths = _spread(_raised(widths, drawn, room), room)
    whole = [int(width) for width in widths]
    whole[-1] += room - sum(whole)
    return whole


def _words(needs: Sequence[Need], room: float) -> list[float]:
    """The longest words; where they do not all fit, the longest of them lose and the others stay as they are."""
    words = [need.word for need in needs]
    if sum(words) <= room:
        return words
    left, most = float(room), 0.0
    for number, word in enumerate(sorted(words)):
        most = left / (len(words) - number)
        if word > most:
            break
        left -= word
    return [min(word, most) for word in words]


def _raised(widths: Sequence[float], goals: Sequence[float], room: float) -> list[float]:
    """Each column grows to its goal; when that is too much, all come as far as each other."""
    lacking = [max(0.0, goal - width) for width, goal in zip(widths, goals, strict=True)]
    left = max(0.0, room - sum(widths))
    part = min(1.0, left / sum(lacking)) if any(lacking) else 0.0
    return [width + part * lack for width, lack in zip(widths, lacking, strict=True)]


def _by_amount(widths: Sequence[float], needs: Sequence[Need], room: float) -> list[float]:
    """What is left goes to columns by how much they say, until their longest line fits."""
    grown = list(widths)
    for _ in needs:
        left = room - sum(grown)
        growing = [at for at, need in enumerate(needs) if need.amount and grown[at] + _ROUNDING < need.line]
        if left < _ROUNDING or not growing:
            break
        total = sum(needs[at].amount for at in growing)
        for at in growing:
            grown[at] = min(needs[at].line, grown[at] + left * needs[at].amount / total)
    return grown


def _spread(widths: Sequence[float], room: float) -> list[float]:
    """All lines fit: the table still fills its place."""
    factor = max(1.0, room / sum(widths))
    return [width * factor for width in widths]
