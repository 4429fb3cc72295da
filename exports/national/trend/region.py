"""One region over rounds: whether it answered, what it chose, how its actions went and what it wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from exports.national.data import Ronde, Stand
from exports.national.trend.actions import ActieVerloop
from exports.sheet import GoalRow


@dataclass(frozen=True)
class Keuze:
    """A closed question with what the region chose, in words. `stand` says why there is nothing to read."""

    vraag: str
    stand: Stand
    tekst: str = ""


@dataclass(frozen=True)
class RegioRonde:
    """One region in one round.

    `keuzes` are its answers by the key of the question over all rounds (see `RegioVerloop.vragen`). `acties` are how
    many actions have each status; `aantallen` how many texts it wrote by kind of list: a list that the round did not
    ask for stands in neither, and is no nought.
    """

    ronde: Ronde
    naam: str
    stand: Stand
    blad_id: int | None = None
    ingediend_op: datetime | None = None
    keuzes: Mapping[str, Keuze] = field(default_factory=dict)
    acties: Counter[str] | None = None
    aantallen: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class DoelVerloop:
    """A goal over rounds: `standen` is where it stood in each of them, None where that was not asked of it.

    `doel` is the goal as the newest of those rounds had it; `is_vervallen`: it stands in the plan no more.
    """

    doel: GoalRow
    standen: tuple[GoalRow | None, ...]
    is_vervallen: bool = False


@dataclass(frozen=True)
class RegioVerloop:
    """A region over rounds, the oldest first. `vragen`: the closed questions that any round asked, by key and label.

    `statussen` are the labels of the statuses of actions by key. `doelen`: those of which a round asked where they
    stand.
    """

    rondes: tuple[RegioRonde, ...]
    vragen: Mapping[str, str]
    acties: tuple[ActieVerloop, ...]
    statussen: Mapping[str, str]
    doelen: tuple[DoelVerloop, ...] = ()

    @property
    def verschoven(self) -> int:
        """How many actions moved in time."""
        return sum(one.is_verschoven for one in self.acties)
