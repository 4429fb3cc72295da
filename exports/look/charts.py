"""Colours of a chart: one hue from dark to light, so that bars also differ in grey and without seeing colours."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from functools import lru_cache

from exports.look.colours import ACCENT, BLACK, WHITE
from exports.look.house import FONT

# How bright each series is (0 is black), in the order of the series: neighbours in a bar lie far apart.
_BRIGHTNESS = {
    1: (0.10,),
    2: (0.08, 0.55),
    3: (0.05, 0.55, 0.22),
    4: (0.04, 0.55, 0.16, 0.80),
    5: (0.03, 0.50, 0.12, 0.80, 0.28),
    6: (0.025, 0.46, 0.10, 0.70, 0.22, 0.88),
}
_LETTERS = (WHITE, BLACK)
# Hundredths of a point, for all words in a chart except its title.
LETTER_SIZE = 900


@dataclass(frozen=True)
class Look:
    """The accent colour and the letter of the house."""

    accent: str = ACCENT
    font: str = FONT


def colours(accent: str, count: int) -> list[str]:
    """A colour for each of `count` series in the hue of `accent`; they differ in brightness."""
    wanted = _BRIGHTNESS.get(count) or [0.03 + 0.85 * index / max(count - 1, 1) for index in range(count)]
    return [_at_brightness(accent, one) for one in wanted] if count > 1 else [accent]


def letter_on(colour: str) -> str:
    """White or black, whichever is easiest to read on this colour."""
    return max(_LETTERS, key=lambda letter: _contrast(letter, colour))


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def brightness(colour: str) -> float:
    """The relative luminance of a colour, from 0 to 1 (WCAG 2.1)."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# A report draws a dozen charts in the same few colours.
@lru_cache(maxsize=256)
def _at_brightness(accent: str, wanted: float) -> str:
    """The colour with this hue that is nearest to a brightness; lighter ones are less full."""
    red, green, blue = (int(accent[start : start + 2], 16) / 255 for start in (0, 2, 4))
    hue, _, full = colorsys.rgb_to_hls(red, green, blue)
    full = min(full, max(0.65 - 0.75 * wanted, 0.2))
    options = (_hex(colorsys.hls_to_rgb(hue, step / 200, full)) for step in range(201))
    return min(options, key=lambda colour: abs(brightness(colour) - wanted))


def _hex(rgb: tuple[float, float, float]) -> str:
    return "".join(f"{round(part * 255):02X}" for part in rgb)
