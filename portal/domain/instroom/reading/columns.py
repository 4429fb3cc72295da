"""Which column is which, by its title without the number that StatLine puts behind it, and how sources name periods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache

from portal.domain.instroom.periods import Periode, PeriodeSoort, read_period
from portal.domain.instroom.reading.told import OnleesbaarBestand, some_of

# "Inwonertal_54" of this year is "Inwonertal_58" of the next.
_NUMBERED = re.compile(r"_\d+$", re.ASCII)
_ASIDE = re.compile(r"\s*\([^)]*\)$")
_CBS_PERIOD = re.compile(r"(\d{4})(JJ00|KW0([1-4])|MM(0[1-9]|1[0-2]))\*{0,2}", re.ASCII)
_QUARTER = re.compile(r"(?:(\d{4})\s*[-/ ]?\s*[KQ]([1-4])|[KQ]([1-4])\s*[-/ ]?\s*(\d{4}))", re.IGNORECASE | re.ASCII)


def title_of(head: object) -> str:
    """A title to compare: without number, unit in brackets, spaces and capitals."""
    text = _ASIDE.sub("", _NUMBERED.sub("", str(head or "").strip().strip('"')))
    return re.sub(r"[^0-9a-zà-ÿ]", "", text.casefold())


def find_column(heads: Sequence[object], titles: Iterable[str]) -> int | None:
    """The place of the first column that has one of these titles (as `title_of` makes them)."""
    wanted = [*titles]
    places = {title_of(head): at for at, head in reversed([*enumerate(heads)])}
    return next((places[one] for one in wanted if one in places), None)


def require_column(heads: Sequence[object], titles: Iterable[str], what: str) -> int:
    """As `find_column`. Raises OnleesbaarBestand with the titles that are there."""
    found = find_column(heads, titles)
    if found is None:
        there = some_of(f"“{str(one).strip()}”" for one in heads if str(one or "").strip())
        told = f"In dit bestand staat geen kolom met {what}. Er staat wel: {there or 'niets'}."
        raise OnleesbaarBestand(f"{told} Kijk of “Soort bestand” goed staat.")
    return found


@lru_cache(maxsize=4096)
def period_of(text: str) -> Periode | None:
    """The period of "2024", "2024JJ00", "2024-K1", "2024KW01", "Q1 2024", "2024-03" or "2024MM03"; else None."""
    bare = text.strip().rstrip("*")
    if found := _CBS_PERIOD.fullmatch(bare):
        if found[3]:
            return read_period(f"{found[1]}-K{found[3]}")
        return read_period(f"{found[1]}-{found[4]}" if found[4] else found[1])
    if found := _QUARTER.fullmatch(bare):
        return read_period(f"{found[1] or found[4]}-K{found[2] or found[3]}")
    return read_period(bare)


def why_not_this_period(period: Periode | None, said: object, today: date, *, only_years: bool = False) -> str:
    """What is wrong with a period, in a sentence; "" when it is good."""
    if period is None:
        return f"“{str(said).strip()[:30]}” is geen periode. Schrijf 2024, 2024-K1 of 2024-03."
    if period.begin > today:
        return f"{period.naam} moet nog komen. Kijk of het jaar goed is."
    if only_years and period.soort is not PeriodeSoort.JAAR:
        return f"{period.naam} is geen jaar. Inwoners tellen wij per jaar, op 1 januari."
    return ""
