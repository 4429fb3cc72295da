"""The sentences above charts, read for the numbers in them. One that nobody can read is no sentence of ours."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from math import inf

from tests.reading.attacker import Cell
from tests.reading.inflow.facts import Between, Fact, mean_of, plain, told, total_of_parts
from tests.reading.inflow.words import VIEW_OF, Subject, period_of

_MONTHS = {"Q": 3, "2": 12}
_TOLD_NOTHING = (
    r"Er zijn nog geen cijfers over deze periode",
    r"In .+ worden niet alle groepen getoond",
    r"Het aantal cliënten van .+ wordt niet getoond",
    # Of groups that are all shown in the table.
    r"In .+ zijn.* even groot.*",
    r"In .+ kwam.* niemand binnen",
)
_PERIOD = r"In (?P<when>(?:Q\d|[a-z]+) \d{4}|\d{4})"
_OF_ALL = r"(?: van de (?P<total>[\d.]+))?"
_NUMBER = r"(?P<number>\d[\d.]*(?:,\d+)?)"


def facts_of_sentence(sentence: str, subject: Subject) -> list[Fact]:
    """What it says of figures. Fails for a sentence that it does not know."""
    words = sentence.replace(" volgens voorlopige cijfers", "").strip().rstrip(".")
    for pattern, read in _KNOWN.items():
        if found := re.fullmatch(pattern, words):
            return list(read(found, subject))
    assert any(re.fullmatch(one, words) for one in _TOLD_NOTHING), f"who reads “{words}”?"
    return []


def _cell(found: re.Match[str], subject: Subject, category: str = "") -> Cell:
    return subject.place, subject.view if category else "", category, period_of(found["when"])


def _mean(found: re.Match[str], subject: Subject) -> Iterator[Fact]:
    months = _MONTHS[found["when"][0]]
    yield from mean_of([_cell(found, subject)], found["number"], months)
    if found["bound"]:
        bound = float(plain(found["bound"])) * months
        low, high = (bound, inf) if found["not"] else (-inf, bound - 1)
        yield Between(((_cell(found, subject), 1.0),), low, high)


def _counted(found: re.Match[str], subject: Subject) -> Iterator[Fact]:
    yield from told(_cell(found, subject), found["number"])


def _small(found: re.Match[str], subject: Subject) -> Iterator[Fact]:
    yield from told(_cell(found, subject), f"<{found['number']}")


def _largest(found: re.Match[str], subject: Subject) -> Iterator[Fact]:
    yield from told(_cell(found, subject, found["name"]), found["number"])
    if found["total"]:
        names = [name for name, view in VIEW_OF.items() if view == subject.view]
        yield from total_of_parts([_cell(found, subject, name) for name in names], found["total"])


def _all_small(found: re.Match[str], subject: Subject) -> Iterator[Fact]:
    for name in (name for name, view in VIEW_OF.items() if view == subject.view):
        yield Between(((_cell(found, subject, name), 1.0),), 0, float(found["number"]) - 1)


_KNOWN: dict[str, Callable[[re.Match[str], Subject], Iterator[Fact]]] = {
    rf"{_PERIOD} kwam(?:en)? gemiddeld {_NUMBER} cliënt(?:en)? per maand binnen"
    r"(?:, (?P<not>niet )?minder dan (?P<bound>[\d.]+))?": _mean,
    rf"{_PERIOD} kwamen(?: in .+)? minder dan {_NUMBER} cliënten binnen": _small,
    rf"{_PERIOD} kwam(?:en)?(?: in .+)? {_NUMBER} cliënt(?:en)? binnen(?:, (?:niet )?minder dan .+)?": _counted,
    rf"{_PERIOD}(?: in .+)? is (?P<name>.+?) de grootste groep: {_NUMBER}{_OF_ALL} cliënt(?:en)?": _largest,
    rf"{_PERIOD}(?: in .+)? zijn alle groepen kleiner dan {_NUMBER}": _all_small,
}
