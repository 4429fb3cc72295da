"""The rule of small numbers itself: which figure is small, and what its sign says. One setting, one function."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from portal.domain.instroom.suppression.signs import ShownFigure, Sign

DEFAULT_THRESHOLD = 5
# With it "<2" says "1"; below it nothing is small.
LOWEST_THRESHOLD = 2
ROUND_TO = 5


@dataclass(frozen=True)
class Rule:
    """Figures of 1 up to `threshold` are small; `rounded` shows the others in fives. Raises ValueError below 3."""

    threshold: int = DEFAULT_THRESHOLD
    rounded: bool = False

    def __post_init__(self) -> None:
        if self.threshold < LOWEST_THRESHOLD:
            raise ValueError(f"a threshold below {LOWEST_THRESHOLD} hides nothing: {self.threshold}")

    @property
    def highest_small(self) -> int:
        """The largest number that is hidden."""
        return self.threshold - 1

    def is_small(self, value: int) -> bool:
        """True for what may not be shown, nor derived. 0 is nobody, and is shown."""
        return 0 < value < self.threshold

    def shown(self, value: int) -> ShownFigure:
        """What is shown of a figure that stands by itself, in no sum. Raises ValueError for less than nobody."""
        if value < 0:
            raise ValueError(f"not a number of clients: {value}")
        if self.is_small(value):
            return self.small
        return self._in_fives(value) if self.rounded and value else ShownFigure(Sign.VALUE, value, value, value)

    def _in_fives(self, value: int) -> ShownFigure:
        five = (value + ROUND_TO // 2) // ROUND_TO * ROUND_TO
        return ShownFigure(Sign.ROUNDED, five, max(self.threshold, five - ROUND_TO // 2), five + ROUND_TO // 2)

    @cached_property
    def small(self) -> ShownFigure:
        """The sign of a small figure."""
        return ShownFigure(Sign.SMALL, None, 1, self.highest_small)

    @cached_property
    def complement(self) -> ShownFigure:
        """The sign of a figure that is hidden for another's sake. It is never small: then it would say so."""
        return ShownFigure(Sign.COMPLEMENT, None, self.threshold, None)


# These say nothing about the number: small ones and nobody are among them.
FINE = ShownFigure(Sign.FINE, None, 0, None)
BLOCK = ShownFigure(Sign.BLOCK, None, 0, None)
