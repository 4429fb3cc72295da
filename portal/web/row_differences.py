"""Two versions of one row beside each other: what a person typed, and what a colleague saved meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from forms.base import BaseForm
from forms.richtext.diff import Change, Piece, word_diff
from forms.told import told


@dataclass(frozen=True)
class Difference:
    """One field that differs. In each version only its own words are marked."""

    label: str
    saved: str
    typed: str

    @cached_property
    def saved_pieces(self) -> list[Piece]:
        """What is stored now."""
        return _own(self.typed, self.saved)

    @cached_property
    def typed_pieces(self) -> list[Piece]:
        """What the person typed."""
        return _own(self.saved, self.typed)


def _own(other: str, shown: str) -> list[Piece]:
    return [piece for piece in word_diff(other, shown) if piece.change is not Change.REMOVED]


def differences(saved: BaseForm, typed: BaseForm) -> list[Difference]:
    """The fields in which two forms of the same kind differ."""
    pairs = zip(told(saved), told(typed), strict=True)
    return [Difference(one.label, one.text, other.text) for one, other in pairs if one.text != other.text]
