"""A status is told apart in colour, in grey and with eyes that see fewer colours; computed, not judged by eye."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import dist

import pytest

from exports.look.charts import brightness
from exports.look.status import DOELEN, STATUSSEN, ZONDER_ANTWOORD, Patroon, Uiterlijk, look_of, looks_of

# Machado, Oliveira and Fernandes (2009), a severity of 1: what is left of red, green and blue.
EYES = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.1523, 1.0526, -0.2049), (0.1145, 0.7863, 0.0992), (-0.0039, -0.0481, 1.0520)),
    "deutan": ((0.3674, 0.8606, -0.2280), (0.2801, 0.6725, 0.0474), (-0.0118, 0.0429, 0.9689)),
    "tritan": ((1.2555, -0.0767, -0.1788), (-0.0784, 0.9308, 0.1476), (0.0047, 0.6914, 0.3039)),
}
FAMILIES = {"statussen": STATUSSEN, "doelen": DOELEN}
# A difference of 10 in CIELAB is seen at once beside each other; a map is looked at from afar.
FAR_APART, GREYS_APART = 20, 1.4


def seen(colour: str, eyes: str) -> tuple[float, float, float]:
    """The colour in CIELAB as these eyes see it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    light = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, light, strict=True)))) for row in EYES[eyes])
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0888,
    )
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def pairs(family: Mapping[str, Uiterlijk]) -> list[tuple[Uiterlijk, Uiterlijk]]:
    return list(combinations(dict.fromkeys(family.values()), 2))


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("family", FAMILIES)
def test_two_statuses_differ_for_all_eyes(family: str, eyes: str) -> None:
    near = [
        (one.kleur, other.kleur)
        for one, other in pairs(FAMILIES[family])
        if dist(seen(one.kleur, eyes), seen(other.kleur, eyes)) < FAR_APART and one.patroon is other.patroon
    ]
    assert near == []


@pytest.mark.parametrize("family", FAMILIES)
def test_two_statuses_differ_in_grey(family: str) -> None:
    def greys(one: Uiterlijk, other: Uiterlijk) -> float:
        dark, light = sorted((brightness(one.kleur), brightness(other.kleur)))
        return (light + 0.05) / (dark + 0.05)

    near = [
        (one.kleur, other.kleur)
        for one, other in pairs(FAMILIES[family])
        if greys(one, other) < GREYS_APART and one.patroon is other.patroon
    ]
    assert near == []


@pytest.mark.parametrize("family", FAMILIES)
def test_every_status_has_a_sign_of_its_own(family: str) -> None:
    signs = [one.teken for one in dict.fromkeys(FAMILIES[family].values())]
    assert all(signs)
    assert len(set(signs)) == len(signs)


def test_who_did_not_answer_is_white_with_an_edge() -> None:
    assert look_of(ZONDER_ANTWOORD).kleur == "FFFFFF"
    assert look_of(ZONDER_ANTWOORD).patroon is Patroon.RAND


def test_series_that_are_no_statuses_have_one_hue() -> None:
    assert [one.patroon for one in looks_of(["", ""])] == [Patroon.VOL, Patroon.VOL]


def test_a_status_of_later_is_drawn_too() -> None:
    assert look_of("uitgesteld").patroon is Patroon.RAND
