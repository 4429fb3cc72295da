"""One action over rounds: its windows, and how it went in each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from exports.national.trend.windows import Stap, Venster, steps

# The plan that is in force today, after all rounds.
NU = "nu"
# A status that no action has: it did not stand in the plan of that round.
NIET_IN_PLAN = ""


@dataclass(frozen=True, slots=True)
class ActieInPlan:
    """An action as a plan has it."""

    id: int
    paragraaf: str
    omschrijving: str
    verantwoordelijke: str
    venster: Venster


@dataclass(frozen=True)
class Gezien:
    """The actions that stood in the plans of one round by their ids, and how each went (`how_it_goes`).

    Of the plans of now nobody told how they go: `standen` is None.
    """

    naam: str
    acties: Mapping[int, ActieInPlan]
    standen: Mapping[int, str] | None = None


@dataclass(frozen=True)
class ActieVerloop:
    """An action as it stands in the newest plan that has it, with one status for each round (or NIET_IN_PLAN)."""

    actie: ActieInPlan
    stappen: tuple[Stap, ...]
    standen: tuple[str, ...]
    # The plan of now does not have it any more.
    is_vervallen: bool = False

    @property
    def is_verschoven(self) -> bool:
        """True when its window moved."""
        return any(one.schuif and one.schuif.is_verschoven for one in self.stappen)


def over_rounds(gezien: Sequence[Gezien], herkomst: Mapping[int, int]) -> tuple[ActieVerloop, ...]:
    """Every action that stood in one of these (the oldest first), in the order of the newest that has it.

    `herkomst`: from which action one was copied when a joint plan was split; what was told of that one is its past.
    """
    found: list[ActieVerloop] = []
    told: set[int] = set()
    for place, one in reversed(list(enumerate(gezien))):
        chains = [_chain(actie_id, herkomst) for actie_id in one.acties if actie_id not in told]
        found += (_told(chain, gezien, is_last=place == len(gezien) - 1) for chain in chains)
        # Afterwards: the action that one was copied from may go on beside it, in the plan of the other region.
        told.update(actie_id for chain in chains for actie_id in chain)
    return tuple(found)


def _told(chain: Sequence[int], gezien: Sequence[Gezien], *, is_last: bool) -> ActieVerloop:
    seen = [(one, _first(chain, one.acties)) for one in gezien]
    standen = (_how(one.standen, actie) for one, actie in seen if one.standen is not None)
    newest = next(actie for _, actie in reversed(seen) if actie)
    windows = steps((one.naam, actie.venster) for one, actie in seen if actie)
    return ActieVerloop(newest, windows, tuple(standen), is_vervallen=not is_last)


def _how(standen: Mapping[int, str], actie: ActieInPlan | None) -> str:
    return standen.get(actie.id, NIET_IN_PLAN) if actie else NIET_IN_PLAN


def _first(chain: Sequence[int], acties: Mapping[int, ActieInPlan]) -> ActieInPlan | None:
    return next((acties[one] for one in chain if one in acties), None)


def _chain(actie_id: int, herkomst: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(_origins(actie_id, herkomst))


def _origins(actie_id: int, herkomst: Mapping[int, int]) -> Iterator[int]:
    """The action, and those it was copied from, the nearest first."""
    seen: set[int] = set()
    now: int | None = actie_id
    while now is not None and now not in seen:
        yield now
        seen.add(now)
        now = herkomst.get(now)
