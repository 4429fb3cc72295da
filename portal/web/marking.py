"""How changes in a text are shown: marked, and said in words for who does not see the marks."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from forms.richtext.diff import Change, Piece

_ADDED = Markup(
    '<ins><span class="rp-visually-hidden">[toegevoegd: </span>{}<span class="rp-visually-hidden">]</span></ins>'
)
_REMOVED = Markup(
    '<del><span class="rp-visually-hidden">[weggehaald: </span>{}<span class="rp-visually-hidden">]</span></del>'
)


def marked(pieces: Iterable[Piece]) -> Markup:
    """The pieces of a text that changed, as typed, with what was added and removed marked."""
    return Markup().join(_shown(piece) for piece in pieces)


def _shown(piece: Piece) -> Markup:
    if piece.change is Change.ADDED:
        return _ADDED.format(piece.text)
    return _REMOVED.format(piece.text) if piece.change is Change.REMOVED else escape(piece.text)
