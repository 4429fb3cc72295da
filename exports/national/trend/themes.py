"""One theme over rounds: how many texts and regions named it in each, and the change over the same regions.

What a round did not ask is no nought, and a text that nobody read yet names no theme: both are told (fair words, rules
2 and 9 of the report we want).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from exports.national.data import Ronde
from exports.national.sentences.phrases import FEW_REGIONS


@dataclass(frozen=True, slots=True)
class Tekst:
    """An action or a text of one round, with the codes of its regions. `codes` None: nobody read it yet."""

    id: int
    regios: tuple[str, ...]
    codes: tuple[int, ...] | None
    # Of an action: how it went (`how_it_goes`).
    stand: str = ""


@dataclass(frozen=True)
class RondeGezegd:
    """One round: which kinds of text it asked, of how many regions, which of them answered, and what was said."""

    ronde: Ronde
    naam: str
    gevraagd: frozenset[str]
    regios: frozenset[str]
    antwoordden: frozenset[str]
    teksten: Mapping[str, Sequence[Tekst]]


@dataclass(frozen=True)
class ThemaRonde:
    """A theme in one round. Without `gevraagd` its numbers say nothing."""

    gevraagd: bool
    teksten: int = 0
    regios: int = 0
    standen: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True)
class ThemaVergelijking:
    """How many regions named a theme then and now, of those that answered both. `is_gelezen`: all texts were read."""

    toen: str
    nu: str
    regios: int
    aantal_toen: int
    aantal_nu: int
    is_gelezen: bool

    @property
    def is_weinig(self) -> bool:
        """True when so few regions answered both that the sentence says so."""
        return self.regios < FEW_REGIONS


@dataclass(frozen=True)
class ThemaVerloop:
    """A theme over rounds, the oldest first."""

    rondes: tuple[ThemaRonde, ...]
    vergelijking: ThemaVergelijking | None = None

    @property
    def is_genoemd(self) -> bool:
        """True when any round named it."""
        return any(one.teksten for one in self.rondes)


def themes_over_rounds(rondes: Sequence[RondeGezegd], soort: str, codes: Iterable[int]) -> dict[int, ThemaVerloop]:
    """These themes of one kind by their codes."""
    named = [_by_code(one.teksten.get(soort, ())) for one in rondes]
    two = _last_two(rondes, soort)
    return {
        code: ThemaVerloop(
            tuple(_of_round(one, soort, found.get(code, ())) for one, found in zip(rondes, named, strict=True)),
            _compared(rondes, two, soort, code, named) if two else None,
        )
        for code in codes
    }


def unread(ronde: RondeGezegd, soort: str) -> int:
    """How many texts of this kind nobody read yet."""
    return sum(one.codes is None for one in ronde.teksten.get(soort, ()))


def _by_code(teksten: Sequence[Tekst]) -> dict[int, list[Tekst]]:
    found: dict[int, list[Tekst]] = defaultdict(list)
    for one in teksten:
        for code in one.codes or ():
            found[code].append(one)
    return found


def _of_round(ronde: RondeGezegd, soort: str, teksten: Sequence[Tekst]) -> ThemaRonde:
    if soort not in ronde.gevraagd:
        return ThemaRonde(gevraagd=False)
    regios = {code for one in teksten for code in one.regios}
    return ThemaRonde(True, len(teksten), len(regios), Counter(one.stand for one in teksten if one.stand))


def _last_two(rondes: Sequence[RondeGezegd], soort: str) -> tuple[int, int] | None:
    """The places of the newest round that asked this and was answered, and of the one to compare it with.

    That is the newest before it that asked everybody who is asked now; without one the newest before it.
    """
    told = [place for place, one in enumerate(rondes) if soort in one.gevraagd and one.antwoordden]
    if len(told) < 2:
        return None
    *before, now = told
    covering = [place for place in before if rondes[place].regios >= rondes[now].regios]
    return (covering or before)[-1], now


def _compared(
    rondes: Sequence[RondeGezegd],
    two: tuple[int, int],
    soort: str,
    code: int,
    named: Sequence[Mapping[int, Sequence[Tekst]]],
) -> ThemaVergelijking | None:
    then, now = (rondes[place] for place in two)
    both = then.antwoordden & now.antwoordden
    if not both:
        return None
    was, is_ = ({one for text in named[place].get(code, ()) for one in text.regios} & both for place in two)
    is_read = not unread(then, soort) and not unread(now, soort)
    return ThemaVergelijking(then.naam, now.naam, len(both), len(was), len(is_), is_read)
