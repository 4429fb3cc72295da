"""Where a round stands, in one sentence: how many regions answered, how long there is, and who is missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from forms.dutch import dates
from forms.dutch.words import listed, one_or_many
from portal.domain.round.states import BladStand, UitvraagStatus

# More names than these are no sentence any more; the table has them.
MOST_NAMES = 4


@dataclass(frozen=True)
class RoundCount:
    """The regions of a round: all of them, how many answered, and by name who did not and who was not asked.

    The denominator is every region: who was not asked is named apart, and is no missing answer.
    """

    totaal: int
    geantwoord: int
    ontbreken: tuple[str, ...] = ()
    niet_gevraagd: tuple[str, ...] = ()

    @property
    def gevraagd(self) -> int:
        """How many regions were asked."""
        return self.totaal - len(self.niet_gevraagd)

    @property
    def is_complete(self) -> bool:
        """True when all who were asked answered."""
        return self.geantwoord == self.gevraagd


def count(stands: Sequence[tuple[str, BladStand]]) -> RoundCount:
    """Count regions by name and stand."""
    not_asked = tuple(naam for naam, one in stands if one is BladStand.NIET_GEVRAAGD)
    return RoundCount(
        totaal=len(stands),
        geantwoord=sum(one.is_answered for _, one in stands),
        ontbreken=tuple(naam for naam, one in stands if not one.is_answered and naam not in not_asked),
        niet_gevraagd=not_asked,
    )


def sentence(status: UitvraagStatus, deadline: date, found: RoundCount, today: date) -> str:
    """Such as "21 van de 31 regio’s hebben geantwoord, nog 8 dagen; Haaglanden en Zeeland nog niet."."""
    if not found.gevraagd:
        return "Er is geen regio om antwoord gevraagd."
    is_open = status is UitvraagStatus.OPEN
    not_yet = "nog niet" if is_open else "niet"
    when = f", {_time_left(deadline, today)}" if is_open and not found.is_complete else ""
    if found.totaal == 1:
        return f"De regio die wij vroegen, heeft {'' if found.is_complete else not_yet + ' '}geantwoord{when}."
    return f"{_answered(found)}{when}{_missing(found, not_yet)}.{_apart(found)}"


def _answered(found: RoundCount) -> str:
    if found.geantwoord == found.totaal:
        return f"Alle {found.totaal} regio’s hebben geantwoord"
    if not found.geantwoord:
        return f"Geen van de {found.totaal} regio’s heeft geantwoord"
    verb = one_or_many(found.geantwoord, "heeft", "hebben")
    return f"{found.geantwoord} van de {found.totaal} regio’s {verb} geantwoord"


def _apart(found: RoundCount) -> str:
    if not found.niet_gevraagd:
        return ""
    few = len(found.niet_gevraagd) <= MOST_NAMES
    return f" Niet gevraagd: {listed(found.niet_gevraagd) if few else f'{len(found.niet_gevraagd)} regio’s'}."


def _time_left(deadline: date, today: date) -> str:
    days = (deadline - today).days
    if days > 1:
        return dates.still_until(deadline, today)
    return {1: "de deadline is morgen", 0: "de deadline is vandaag"}.get(
        days, f"de deadline was {dates.days_left(deadline, today)}"
    )


def _missing(found: RoundCount, how: str) -> str:
    if found.is_complete or not found.geantwoord or len(found.ontbreken) > MOST_NAMES:
        return ""
    return f"; {listed(found.ontbreken)} {how}"


def reminders_in_words(days: Iterable[int]) -> str:
    """The reminder days: "14, 7 en 1 dagen vóór de deadline; 1 en 7 dagen erna"."""
    days = list(days)
    parts = (
        (sorted((day for day in days if day > 0), reverse=True), "vóór de deadline"),
        (sorted(-day for day in days if day < 0), "na de deadline"),
    )
    told = [
        f"{listed(str(day) for day in some)} {'dag' if some == [1] else 'dagen'} {when}" for some, when in parts if some
    ]
    if 0 in days:
        told.insert(1 if parts[0][0] else 0, "op de dag zelf")
    return "; ".join(told) or "Geen"
