"""Over which rounds a report may be made: one, those of its year, all of them up to then, or from one of them on.

A round for some regions, or with only own questions, asks something else of somebody else and has a report by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from exports.national.span import span_name
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Rapport, Uitvraag
from portal.services.report.gather.rounds import bare_round


class Span(StrEnum):
    """What a coördinator chooses."""

    UITVRAAG = "uitvraag"
    JAAR = "jaar"
    ALLES = "alles"
    VANAF = "vanaf"


@dataclass(frozen=True)
class SpanChoice:
    """A span of several rounds that ends with one: which, and what they are called together."""

    span: Span
    naam: str
    eerder: tuple[Uitvraag, ...]

    @property
    def aantal(self) -> int:
        """How many rounds."""
        return len(self.eerder) + 1

    @property
    def eerdere(self) -> str:
        """As `Rapport.eerdere` keeps them."""
        return " ".join(str(one.id) for one in self.eerder)


def rounds_for_all() -> list[Uitvraag]:
    """The opened national rounds that asked all regions, the oldest first: one query."""
    query = (
        select(Uitvraag)
        .where(Uitvraag.edition != "", Uitvraag.status != UitvraagStatus.GEPLAND)
        .order_by(Uitvraag.periode_tot, Uitvraag.id)
    )
    return [one for one in db.session.scalars(query) if not one.gevraagde_regios]


def choices(uitvraag: Uitvraag, rounds: Sequence[Uitvraag]) -> list[SpanChoice]:
    """The spans of several of these rounds that end with this one; none that is the same as another."""
    if uitvraag not in rounds:
        return []
    before = tuple(rounds[: rounds.index(uitvraag)])
    same_year = tuple(one for one in before if one.periode_van.year == uitvraag.periode_van.year)
    found = [_choice(Span.JAAR, same_year, uitvraag)] if same_year else []
    return [*found, _choice(Span.ALLES, before, uitvraag)] if before != same_year else found


def starts(uitvraag: Uitvraag, rounds: Sequence[Uitvraag]) -> tuple[Uitvraag, ...]:
    """With which earlier rounds a span may begin that ends with this one, where those are not all offered by name."""
    offered = {one.eerder for one in choices(uitvraag, rounds)}
    before = tuple(rounds[: rounds.index(uitvraag)]) if uitvraag in rounds else ()
    return before if any(before[place:] not in offered for place in range(len(before))) else ()


def chosen(uitvraag: Uitvraag, span: Span, vanaf: int = 0) -> SpanChoice | None:
    """The rounds of this span; None for the round alone. Raises LookupError when there is no such span.

    `vanaf` is the id of the round with which it begins, of a span from one of them on.
    """
    if span is Span.UITVRAAG:
        return None
    if span is Span.VANAF:
        return _from(uitvraag, vanaf)
    found = next((one for one in choices(uitvraag, rounds_for_all()) if one.span is span), None)
    if found is None:
        raise LookupError(span)
    return found


def _from(uitvraag: Uitvraag, vanaf: int) -> SpanChoice:
    before = starts(uitvraag, rounds_for_all())
    place = next((number for number, one in enumerate(before) if one.id == vanaf), None)
    if place is None:
        raise LookupError(vanaf)
    return _choice(Span.VANAF, before[place:], uitvraag)


def earlier_rounds_of(rapport: Rapport) -> list[Uitvraag]:
    """The rounds before the last one that a report is about, the oldest first."""
    ids = rapport.eerdere_ids
    found = {one.id: one for one in db.session.scalars(select(Uitvraag).where(Uitvraag.id.in_(ids)))} if ids else {}
    return [found[one] for one in ids]


def _choice(span: Span, eerder: tuple[Uitvraag, ...], last: Uitvraag) -> SpanChoice:
    return SpanChoice(span, span_name([bare_round(one) for one in (*eerder, last)]), eerder)
