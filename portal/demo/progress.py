"""What one region says in one round: how each action goes, what went well, what it learnt and what it expects.

Every line has dice of its own, so that an action keeps its story from round to round: it starts, runs, gets stuck or
ends, and a quiet quarter changes little.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from portal.demo import own_questions
from portal.demo.paragraphs import TEXTS, groups_of

# How often an action goes from one status to another in a quarter; what is not here stays as it is.
NEXT = {
    "niet_gestart": (("op_schema", 0.55), ("aandacht", 0.10), ("niet_gestart", 0.35)),
    "op_schema": (("op_schema", 0.62), ("afgerond", 0.20), ("aandacht", 0.18)),
    "aandacht": (("op_schema", 0.45), ("aandacht", 0.40), ("gestopt", 0.15)),
}
FIRST = (("op_schema", 0.52), ("niet_gestart", 0.30), ("aandacht", 0.14), ("afgerond", 0.04))
# With these a region always says why; with the others it often does not.
ALWAYS_WITH_TEXT = ("aandacht", "gestopt")
DOEL = {"nieuw_vast": "ja deels deels weet_niet", "bestaand": "ja ja deels", "ad_hoc": "deels weet_niet nee"}


@dataclass(frozen=True)
class DemoLine:
    """How one action goes: its status and a text. `same` when nothing changed since last quarter."""

    status: str
    toelichting: str
    same: bool


@dataclass(frozen=True)
class Voice:
    """The words of one plan. `code` is that of its first region, `vorm` its structure, `words` fill in the texts."""

    code: str
    vorm: str
    words: dict[str, str]

    def dice(self, *about: object) -> Random:
        """Dice that always fall the same way for this region and subject."""
        return Random(" ".join(map(str, (self.code, *about))))

    def one_of(self, file: str, group: str, *about: object) -> str:
        """One variant of a group, with the words of the region."""
        return self.dice(file, group, *about).choice(groups_of(file)[group]).format(**self.words)

    def actions(self, ids: list[int], number: int) -> dict[int, DemoLine]:
        """How each action goes in round `number` (from 0)."""
        return {actie_id: self._action(at, number) for at, actie_id in enumerate(ids)}

    def _action(self, at: int, number: int) -> DemoLine:
        status = _draw(self.dice("actie", at, 0), FIRST)
        for quarter in range(1, number + 1):
            status = _draw(self.dice("actie", at, quarter), NEXT.get(status, ((status, 1.0),)))
        before = self._action(at, number - 1) if number else None
        if before is not None and before.status == status and self.dice("zelfde", at, number).random() < 0.75:
            return DemoLine(status, before.toelichting, same=True)
        silent = status not in ALWAYS_WITH_TEXT and self.dice("stil", at, number).random() < 0.45
        return DemoLine(status, "" if silent else self.one_of("voortgang", status, at, number), same=False)

    def answers(self, number: int) -> dict[str, str]:
        """The texts and closed answers by question key."""
        vorm = {"nieuw_vast": "vast_overleg", "bestaand": "vast_overleg", "ad_hoc": "ad_hoc"}.get(self.vorm, "nee")
        doel = self.dice("doel", number).choice(DOEL.get(self.vorm, "nee weet_niet").split())
        given = {
            "afstemming_vorm": vorm,
            "afstemming_toelichting": self.one_of("afstemming", vorm, number),
            "doel_verwachting": doel,
            "doel_toelichting": self.one_of("doelverwachting", doel, number),
        }
        if vorm == "vast_overleg":
            given["afstemming_frequentie"] = self.one_of("afstemming", "frequentie")
        given |= own_questions.answers(number, self.dice("eigen", number), self.words)
        if self.dice("algemeen", number).random() < 0.6:
            given["voortgang_toelichting"] = self.one_of("voortgang", "algemeen", number)
        return given

    def lines(self, file: str, number: int) -> list[str]:
        """Two to four successes or lessons, each of another theme."""
        dice = self.dice(file, number)
        themes = dice.sample(sorted(groups_of(file)), dice.randint(2, 4))
        return [dice.choice(groups_of(file)[theme]).format(**self.words) for theme in themes]

    def expectations(self, number: int) -> list[tuple[str, str]]:
        """One to four expectations: (key of the party, text)."""
        dice = self.dice("verwachting", number)
        chosen = dice.sample(_expectations(), dice.randint(1, 4))
        return [(one["aan"], dice.choice(one["teksten"]).format(**self.words)) for one in chosen]


def _draw(dice: Random, chances: tuple[tuple[str, float], ...]) -> str:
    return dice.choices([status for status, _ in chances], [chance for _, chance in chances])[0]


@cache
def _expectations() -> list[dict[str, Any]]:
    read = tomllib.loads((TEXTS / "verwachtingen.toml").read_text(encoding="utf-8"))
    return list(read["verwachtingen"])
