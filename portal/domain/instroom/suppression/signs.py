"""What a reader sees in the place of a number of clients, and what that sign says about the number."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Sign(StrEnum):
    """Why a figure looks as it does."""

    VALUE = "waarde"
    ROUNDED = "afgerond"
    SMALL = "klein"
    # With this figure a small one could be computed.
    COMPLEMENT = "afleidbaar"
    # Nobody sees this figure at this fineness (region x category per month, say): the publisher's choice.
    FINE = "te fijn"
    # So many small figures stand around this one that they are shown together only.
    BLOCK = "veel kleine"


# What stands in the cell, for the signs that are no number.
HIDDEN_TEXT = "niet getoond"

REASONS = {
    Sign.VALUE: "",
    Sign.ROUNDED: "Dit aantal is afgerond op vijftallen.",
    Sign.SMALL: "Een klein aantal: te herleiden tot personen.",
    Sign.COMPLEMENT: "Met dit aantal kunt u een klein aantal uitrekenen.",
    Sign.FINE: "Zo fijn tonen we dit niet: de meeste aantallen zijn dan te klein. Kies een langere periode.",
    Sign.BLOCK: "Hier staan zo veel kleine aantallen dat alleen het totaal getoond wordt.",
}


class ShownFigure(NamedTuple):
    """What is shown of one figure. `lowest` and `highest` are what anybody may conclude from the sign by itself."""

    sign: Sign
    value: int | None
    lowest: int
    highest: int | None

    @property
    def visible(self) -> bool:
        """True when there is a number to draw a point or count a share with."""
        return self.value is not None

    @property
    def text(self) -> str:
        """As it stands in a cell: "12", "<5" or "niet getoond"."""
        if self.value is not None:
            return str(self.value)
        return f"<{(self.highest or 0) + 1}" if self.sign is Sign.SMALL else HIDDEN_TEXT

    @property
    def reason(self) -> str:
        """Why there is no (exact) number: a Dutch sentence, empty when there is one."""
        return REASONS[self.sign]
