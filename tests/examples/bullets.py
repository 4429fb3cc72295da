"""Bullets as the clipboard brings them from Word, mail and PDF, with what they become: page and server agree."""

from __future__ import annotations

BULLETS: dict[str, str] = {
    # The signs of symbol fonts.
    "\uf0b7\tEen\n\uf0b7\tTwee": "- Een\n- Twee",
    "\uf0a7 Een": "- Een",
    "\uf0b7Zonder spatie": "- Zonder spatie",
    "\uf0d8\u00a0\u00a0Pijl": "- Pijl",
    "·\tEen\n·       Twee": "- Een\n- Twee",
    "Kop:\n▪ Een\n● Twee\n➢ Drie": "Kop:\n- Een\n- Twee\n- Drie",
    # A deeper point keeps its place.
    "   \uf0a7 Dieper": "   - Dieper",
    # A letter of a symbol font, with the tab that Word puts behind it.
    "o\tEen\n§\tTwee\nØ\tDrie\n•\tVier": "- Een\n- Twee\n- Drie\n- Vier",
    # What is no bullet stays.
    "o ja, dat ook": "o ja, dat ook",
    "• Een": "• Een",
    "o\t12\t13": "o\t12\t13",
    "3·4 en a·b": "3·4 en a·b",
    "Zie \uf0b7 hier": "Zie \uf0b7 hier",
    "\uf061-waarde": "\uf061-waarde",
    "·": "·",
    "\uf0b7\n\uf0b7": "\uf0b7\n\uf0b7",
}
