"""Signs of symbol fonts, as the letters that look like them."""

from __future__ import annotations

_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x75: "◆", 0x76: "❖", 0x78: "☒",
    0xA7: "▪", 0xA8: "☐", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒",
    0xFE: "☑", 0xD8: "➢", 0x46: "☞", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_SYMBOL = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB7: "•", 0xA5: "∞", 0xDE: "⇒", 0xDB: "⇔", 0xD7: "·", 0xBC: "…", 0xD3: "©",
    0xE4: "™", 0xE2: "®",
}  # fmt: skip


# A bare sign in a text has lost its font. Arrows and ticks of Wingdings are what people use most; below them the codes
# of another font are letters.
BARE = {0xF000 + code: sign for code, sign in _WINGDINGS.items() if code >= 0xDF}


def sign_of(code: str, font: str) -> str:
    """The sign with this code (four hexadecimal figures) in this font; "" when nobody knows it."""
    try:
        place = int(code, 16)
    except ValueError:
        return ""
    if not 0xF000 <= place <= 0xF0FF and place > 0xFF:
        return chr(place) if place < 0xD800 else ""
    table = _WINGDINGS if font.lower().startswith("wingdings") else _SYMBOL if font.lower() == "symbol" else {}
    return table.get(place & 0xFF, "")
