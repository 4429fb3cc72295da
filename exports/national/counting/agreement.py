"""How alike two people coded the same texts: Krippendorff's alpha for names (nominal data), two coders, none missing.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), sections A and B. 1 is complete agreement,
0 what chance gives. From 0.800 on one may rely on it, from 0.667 on for tentative conclusions (his Content Analysis,
2004, p. 241).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from forms.dutch.numbers import in_hundredths

# Below this number of texts one text more or less turns the outcome around: then there is none.
FEWEST = 10
RELIABLE, TENTATIVE = 0.8, 0.67

Pair = tuple[Hashable, Hashable]
CodePair = tuple[Collection[int], Collection[int]]


class NoAlpha(StrEnum):
    """Why there is no alpha, in words."""

    TE_WEINIG = "te weinig om iets over te zeggen"
    EEN_WAARDE = "niet te bepalen: overal dezelfde keuze"


@dataclass(frozen=True)
class Agreement:
    """Of so many texts coded twice, so many the same; alpha, or why there is none."""

    teksten: int
    gelijk: int
    alpha: float | None
    waarom_niet: NoAlpha | None = None

    @property
    def in_words(self) -> str:
        """ "0,81", or why there is none."""
        if self.alpha is None:
            return str(self.waarom_niet.value if self.waarom_niet else "")
        return in_hundredths(self.alpha)

    @property
    def verdict(self) -> str:
        """What one may do with it; "" without alpha."""
        if self.alpha is None:
            return ""
        # As it is shown: nobody can see why one 0,80 is reliable and another is not.
        shown = round(self.alpha, 2)
        if shown >= RELIABLE:
            return "betrouwbaar"
        return "voorlopig bruikbaar" if shown >= TENTATIVE else "te laag om op te bouwen"


def agreement(pairs: Iterable[CodePair]) -> Agreement:
    """Over the codes as a whole: two people agree on a text when they gave the very same codes."""
    return _agreement([(frozenset(a), frozenset(b)) for a, b in pairs])


def agreement_on(code_id: int, pairs: Iterable[CodePair]) -> Agreement:
    """Over one code: whether a text got it or not."""
    return _agreement([(code_id in a, code_id in b) for a, b in pairs])


def _agreement(pairs: Sequence[Pair]) -> Agreement:
    same = sum(a == b for a, b in pairs)
    if len(pairs) < FEWEST:
        return Agreement(len(pairs), same, None, NoAlpha.TE_WEINIG)
    found = alpha(pairs)
    return Agreement(len(pairs), same, found, NoAlpha.EEN_WAARDE if found is None else None)


def alpha(pairs: Sequence[Pair]) -> float | None:
    """1 - observed / expected disagreement; None when only one value was given, as nothing could differ then."""
    values = Counter(value for pair in pairs for value in pair)
    total = values.total()
    expected = total * total - sum(number * number for number in values.values())
    if not expected:
        return None
    differing = 2 * sum(a != b for a, b in pairs)
    return 1 - (total - 1) * differing / expected
