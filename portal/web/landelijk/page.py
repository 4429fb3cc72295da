"""What stands around the rows of the overview: the heads of its columns, what can be chosen, and its two maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for

from exports.report import PlanLine, PlansOverview
from portal.domain.plan.overview_filter import (
    ANSWER_CHOICES,
    PLAN_CHOICES,
    PLAN_LAYER,
    ROUND_LAYER,
    TAKEN_CHOICES,
    OverviewQuery,
)

_PLAN_HEADS = (("Regio", "regio"), ("Status plan", "status"), ("Deadline", "deadline"), ("Opgepakt door", "opgepakt"))
_NO_FILTER = {"zoek": "", "plan": "", "antwoord": "", "opgepakt": ""}


@dataclass(frozen=True)
class ColumnHead:
    """The head of a column: a link that sorts by it. `direction` is the order now, as `aria-sort` has it."""

    label: str
    url: str
    direction: str | None


@dataclass(frozen=True)
class Chooser:
    """A list to choose regions by; `options` are key and label."""

    naam: str
    label: str
    options: Mapping[str, str]
    chosen: str


@dataclass(frozen=True)
class OtherView:
    """The same overview of another round or with another map."""

    label: str
    url: str
    is_current: bool = False


@dataclass(frozen=True)
class OverviewPage:
    """The overview as somebody asked for it. `reviews`: they review plans; `may_start`: they start and manage them."""

    overview: PlansOverview
    query: OverviewQuery
    lines: Sequence[PlanLine]
    reviews: bool
    may_start: bool

    @property
    def other_rounds(self) -> list[OtherView]:
        """The other rounds that are open."""
        shown = self.overview.uitvraag
        others = [one for one in self.overview.uitvragen if shown and one.id != shown.id]
        return [OtherView(one.naam, self._url(ronde=one.id)) for one in others]

    @property
    def has_to_start(self) -> bool:
        """True when a region has no plan yet, for who may start one."""
        return self.may_start and any(not line.plan_id for line in self.overview.lines)

    @property
    def map_title(self) -> str:
        """What the map shows."""
        shown = self.overview.uitvraag
        return shown.naam if shown and self.query.kaart == ROUND_LAYER else "Plannen op de kaart"

    @property
    def maps(self) -> list[OtherView]:
        """The two maps to turn between; none while no round is open."""
        if not self.overview.uitvraag:
            return []
        offered = ((PLAN_LAYER, "Kaart van de plannen"), (ROUND_LAYER, "Kaart van de uitvraag"))
        return [OtherView(label, self._url(kaart=key), key == self.query.kaart) for key, label in offered]

    @property
    def choosers(self) -> list[Chooser]:
        """By what this person can choose regions."""
        query = self.query
        found = [Chooser("plan", "Status van het plan", PLAN_CHOICES, query.plan)]
        if self.overview.uitvraag:
            found.append(Chooser("antwoord", "Status van de uitvraag", ANSWER_CHOICES, query.antwoord))
        if self.reviews:
            found.append(Chooser("opgepakt", "Opgepakt", TAKEN_CHOICES, query.opgepakt))
        return found

    @property
    def heads(self) -> list[ColumnHead]:
        """The heads of the columns that sort."""
        shown = self.overview.uitvraag
        of_round = ((shown.naam, "antwoord"), ("Deadline uitvraag", "deadline-uitvraag")) if shown else ()
        return [
            ColumnHead(label, _address(self.query.sorted_by(key)), self.query.direction(key))
            for label, key in (*_PLAN_HEADS, *of_round)
        ]

    @property
    def title(self) -> str:
        """Which regions the table has."""
        if not self.query.filters:
            return "Alle regio’s"
        return f"{len(self.lines)} van de {len(self.overview.lines)} regio’s"

    @property
    def kept(self) -> dict[str, str]:
        """What stays as it is when somebody chooses other regions."""
        return self.query.args(**_NO_FILTER)

    @property
    def all_url(self) -> str:
        """The address of all regions."""
        return self._url(**_NO_FILTER)

    def _url(self, **changes: Any) -> str:
        return _address(self.query.args(**changes))


def _address(args: dict[str, Any]) -> str:
    return url_for("landelijk.overzicht", **args)
