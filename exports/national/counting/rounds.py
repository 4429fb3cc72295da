"""What is told over rounds: how actions went in each, and what changed in the regions that answered both.

A change over other regions is no change: who answers now and was silent then would look like progress.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from exports.national.counting.asked import alike
from exports.national.data import Beeld, RapportData, Ronde, Stand

Count = Callable[[Beeld], int]


@dataclass(frozen=True)
class Both:
    """The pictures of now and then, of only the regions that answered both times."""

    nu: Beeld
    toen: Beeld

    @classmethod
    def of(cls, data: RapportData) -> Both | None:
        """None when there is no earlier round, or no region answered both."""
        if data.vorige is None:
            return None
        codes = _answered(data.beeld) & _answered(data.vorige)
        return cls(_only(data.beeld, codes), _only(data.vorige, codes)) if codes else None

    @property
    def regios(self) -> int:
        """How many regions answered both."""
        return len(self.nu.regios)

    def change(self, count: Count) -> tuple[int, int]:
        """What is counted then and now."""
        return count(self.toen), count(self.nu)


def _answered(beeld: Beeld) -> set[str]:
    return {one.code for one in beeld.regios if one.stand is Stand.BEANTWOORD}


def _only(beeld: Beeld, codes: set[str]) -> Beeld:
    """A joint plan counts when one of its regions does."""
    return replace(
        beeld,
        regios=tuple(one for one in beeld.regios if one.code in codes),
        acties=tuple(one for one in beeld.acties if codes.intersection(one.regios)),
    )


def told_rounds(data: RapportData) -> dict[int, Counter[str]]:
    """How many actions had each status, by round, the oldest first.

    Rounds in which nobody told it are left out, and those that asked other regions (`asked.told_otherwise`): beside a
    round for all regions a pilot would look like a fall.
    """
    counts: dict[int, Counter[str]] = {one.id: Counter() for one in alike(data.rondes, data.ronde)}
    for line in data.voortgang:
        if line.status and line.ronde_id in counts:
            counts[line.ronde_id][line.status] += 1
    return {key: found for key, found in counts.items() if found}


def short_names(rondes: Sequence[Ronde]) -> Mapping[int, str]:
    """The names of rounds without the words that others begin with too: "Kwartaaluitvraag Q1 2026" is "Q1 2026".

    One that is called otherwise, as a pilot is, keeps its whole name and takes nothing from the others.
    """
    alike: dict[str, list[Ronde]] = defaultdict(list)
    for one in rondes:
        alike[one.naam.partition(" ")[0]].append(one)
    short = {key: naam for group in alike.values() for key, naam in _without_shared(group).items()}
    return short if len(set(short.values())) == len(short) else {one.id: one.naam for one in rondes}


def _without_shared(rondes: Sequence[Ronde]) -> dict[int, str]:
    words = [one.naam.split() for one in rondes]
    shared = 0
    while len(words) > 1 and all(len(one) > shared + 1 and one[shared] == words[0][shared] for one in words):
        shared += 1
    return {one.id: " ".join(said[shared:]) for one, said in zip(rondes, words, strict=True)}
