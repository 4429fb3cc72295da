"""What somebody asks of the national overview: which regions, in which order, on which map. All in an address.

What an address says that does not exist is left out: a link that was shared last year still opens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from portal.domain.plan.states import VERSIE_LABELS, VersieStatus
from portal.domain.round.states import BladStand

GEEN_PLAN = "leeg"
MEELEZEN = "meelezen"
PLAN_CHOICES: Mapping[str, str] = {
    GEEN_PLAN: "Nog niet gestart",
    **{status.value: label for status, label in VERSIE_LABELS.items()},
    MEELEZEN: "Vraagt om meelezen",
}
ANSWER_CHOICES: Mapping[str, str] = {stand.value: stand.label for stand in BladStand}
MIJ, NIEMAND = "mij", "niemand"
TAKEN_CHOICES: Mapping[str, str] = {MIJ: "Door mij", NIEMAND: "Door niemand"}
PLAN_LAYER, ROUND_LAYER = "plan", "uitvraag"
DEFAULT_ORDER = "regio"
_WAITING = (VersieStatus.INGEDIEND.value, VersieStatus.IN_BEHANDELING.value)
_LONGEST_SEARCH = 200


class FilteredAnswer(Protocol):
    """What the filter needs to know of the answer of a region in the open round."""

    @property
    def status_key(self) -> str:
        """How it stands: a value of `BladStand`."""

    @property
    def deadline(self) -> date:
        """Until when the region has."""


class FilteredLine(Protocol):
    """What the filter needs to know of a region."""

    @property
    def regio_id(self) -> int:
        """Which region."""

    @property
    def status_key(self) -> str:
        """How far its plan is, or GEEN_PLAN."""

    @property
    def deadline(self) -> date | None:
        """Until when the plan may be handed in."""

    @property
    def opgepakt_door(self) -> str:
        """The name of the reviewer, or nothing."""

    @property
    def opgepakt_door_id(self) -> int | None:
        """Which reviewer."""

    @property
    def meelezen(self) -> bool:
        """True when the region asks for a look at its draft."""

    @property
    def antwoord(self) -> FilteredAnswer | None:
        """Its answer in the open round, if it has one."""


LineT = TypeVar("LineT", bound=FilteredLine)


@dataclass(frozen=True)
class OverviewQuery:
    """What the address of the overview says. Empty text: nothing was asked of that kind."""

    plan: str = ""
    antwoord: str = ""
    opgepakt: str = ""
    zoek: str = ""
    sorteer: str = DEFAULT_ORDER
    aflopend: bool = False
    kaart: str = PLAN_LAYER
    ronde: int | None = None

    def args(self, **changes: Any) -> dict[str, str]:
        """The same as arguments of an address, with these changes; what is as usual is left out."""
        one = replace(self, **changes)
        given = {
            "zoek": one.zoek,
            "plan": one.plan,
            "antwoord": one.antwoord,
            "opgepakt": one.opgepakt,
            "sorteer": "" if (one.sorteer, one.aflopend) == (DEFAULT_ORDER, False) else one.order,
            "kaart": "" if one.kaart == PLAN_LAYER else one.kaart,
            "ronde": "" if one.ronde is None else str(one.ronde),
        }
        return {name: value for name, value in given.items() if value}

    @property
    def order(self) -> str:
        """The order as one word: "deadline", or "-deadline" for the last first."""
        return f"-{self.sorteer}" if self.aflopend else self.sorteer

    @property
    def filters(self) -> bool:
        """True when regions may be left out."""
        return bool(self.plan or self.antwoord or self.opgepakt or self.zoek)

    def sorted_by(self, column: str) -> dict[str, str]:
        """The arguments after a click on the head of a column: by it, or the other way round when it was already."""
        return self.args(sorteer=column, aflopend=self.sorteer == column and not self.aflopend)

    def direction(self, column: str) -> str | None:
        """The order of a column for `aria-sort`; None when the rows are not sorted by it."""
        if column != self.sorteer:
            return None
        return "descending" if self.aflopend else "ascending"


def read_query(args: Mapping[str, str]) -> OverviewQuery:
    """The question in an address. Whatever is unknown in it is left out."""
    order = args.get("sorteer", "")
    column = order.removeprefix("-")
    is_known = column in ORDERS
    return OverviewQuery(
        plan=_known(args.get("plan"), PLAN_CHOICES),
        antwoord=_known(args.get("antwoord"), ANSWER_CHOICES),
        opgepakt=_known(args.get("opgepakt"), TAKEN_CHOICES),
        zoek=args.get("zoek", "").strip()[:_LONGEST_SEARCH],
        sorteer=column if is_known else DEFAULT_ORDER,
        aflopend=is_known and order.startswith("-"),
        kaart=ROUND_LAYER if args.get("kaart") == ROUND_LAYER else PLAN_LAYER,
        ronde=_number(args.get("ronde", "")),
    )


def _known(value: str | None, choices: Mapping[str, str]) -> str:
    return value if value is not None and value in choices else ""


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def choose(
    lines: Sequence[LineT], query: OverviewQuery, *, me: int, found: Collection[int] | None = None
) -> list[LineT]:
    """The regions that are asked for, in the order that is asked for; `lines` stand by name.

    `found` are the regions that answer to the search (None: nobody searched), `me` is who looks.
    """
    kept = [line for line in lines if (found is None or line.regio_id in found) and _fits(line, query, me)]
    return in_order(kept, query)


def _fits(line: FilteredLine, query: OverviewQuery, me: int) -> bool:
    return (
        (not query.plan or line.status_key == query.plan or (query.plan == MEELEZEN and line.meelezen))
        and (not query.antwoord or (line.antwoord is not None and line.antwoord.status_key == query.antwoord))
        and (not query.opgepakt or _is_taken(line, query.opgepakt, me))
    )


def _is_taken(line: FilteredLine, by: str, me: int) -> bool:
    if by == MIJ:
        return line.opgepakt_door_id == me
    return line.status_key in _WAITING and line.opgepakt_door_id is None


def in_order(lines: Sequence[LineT], query: OverviewQuery) -> list[LineT]:
    """The lines by the asked column; those of which it is not known come last, either way; the rest stays by name."""
    key = ORDERS[query.sorteer]
    if key is None:
        return list(reversed(lines)) if query.aflopend else list(lines)
    known = [line for line in lines if key(line) is not None]
    unknown = [line for line in lines if key(line) is None]
    return sorted(known, key=key, reverse=query.aflopend) + unknown


_PLAN_RANK = {key: rank for rank, key in enumerate(PLAN_CHOICES)}
_ANSWER_RANK = {key: rank for rank, key in enumerate(ANSWER_CHOICES)}

# The columns one can sort by. None: as they stand, by name.
ORDERS: Mapping[str, Callable[[Any], Any] | None] = {
    DEFAULT_ORDER: None,
    "status": lambda line: _PLAN_RANK.get(line.status_key),
    "deadline": lambda line: line.deadline,
    "opgepakt": lambda line: line.opgepakt_door.casefold() or None,
    "antwoord": lambda line: _ANSWER_RANK.get(line.antwoord.status_key) if line.antwoord else None,
    "deadline-uitvraag": lambda line: line.antwoord.deadline if line.antwoord else None,
}
