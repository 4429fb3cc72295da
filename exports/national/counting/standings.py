"""Where the goals of the plans stand: on, ahead of or behind their planned path, or why that can't be said.

Only of this round, whatever a report spans. Every goal of which the round asked it counts once, also when regions
share its plan, and in exactly one of the parts: they add up to `doelen_gevraagd`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from exports.national.counting.same import pair, same_regions
from exports.national.counting.tally import by_key, printed
from exports.national.data import DoelstandBeeld, RapportData, Stand
from exports.national.tree import Aard, Waarde
from forms.goals import Lies, NoVerdict

GEVRAAGD = "doelen_gevraagd"
BEKEND = "doelen_bekend"
# Words in which no verdict could be read; the region gave a value all the same.
UNREADABLE = (NoVerdict.NO_NUMBER, NoVerdict.NO_DAY, NoVerdict.OTHER_UNIT, NoVerdict.TOO_EARLY)
_Is = Callable[[DoelstandBeeld], bool]


def _lies(*where: Lies) -> _Is:
    return lambda one: one.ligging in where


def _because(*why: NoVerdict) -> _Is:
    return lambda one: one.stand is Stand.BEANTWOORD and one.reden in why


# Each part by its token: what a reader calls it, and what it counts. In the order of a table.
PARTS: tuple[tuple[str, str, str, _Is], ...] = (
    ("doelen_voor", "Voor op schema", "die voor liggen op hun geplande pad", _lies(Lies.AHEAD)),
    ("doelen_op", "Op schema", "die op hun geplande pad liggen", _lies(Lies.ON)),
    ("doelen_achter", "Achter op schema", "die achter liggen op hun geplande pad", _lies(Lies.BEHIND)),
    (
        "doelen_naast",
        "Boven of onder het pad",
        "die boven of onder hun pad liggen, zonder dat het plan zegt wat beter is",
        _lies(Lies.ABOVE, Lies.BELOW),
    ),
    ("doelen_geen_pad", "Geen pad", "met een waarde, zonder pad in het plan", _because(NoVerdict.NO_PATH)),
    (
        "doelen_onleesbaar",
        "Niet naast het pad te leggen",
        "met een waarde waarin niet één getal, dag of eenheid te lezen is die bij het pad past",
        _because(*UNREADABLE),
    ),
    (
        "doelen_verborgen",
        "Niet getoond: een klein aantal cliënten",
        "met een klein aantal cliënten, dat niet wordt getoond",
        lambda one: one.verborgen,
    ),
    (
        "doelen_weten_niet",
        "De regio weet het niet",
        "die de regio zegt niet te weten",
        _because(NoVerdict.UNKNOWN),
    ),
    ("doelen_leeg", "Niet ingevuld", "waarbij de regio niets invulde", _because(NoVerdict.EMPTY)),
    (
        "doelen_zonder_antwoord",
        "Geen antwoord",
        "van regio’s die de uitvraag niet beantwoordden",
        lambda one: one.stand is Stand.NIET_BEANTWOORD,
    ),
)
# The rest, for who compares two rounds.
GEEN_LIGGING = "doelen_zonder_ligging"
ON_A_PATH = ("doelen_voor", "doelen_op", "doelen_achter", "doelen_naast")


def standings(data: RapportData) -> dict[str, Waarde]:
    """The numbers of goals; {} when the round did not ask where they stand, or there are none."""
    asked = [one for one in data.doelstanden if one.stand is not Stand.NIET_GEVRAAGD]
    if not asked:
        return {}
    order = {regio.code: place for place, regio in enumerate(data.beeld.regios)}
    counts = [(token, f"Doelen {what}.", [one for one in asked if is_(one)]) for token, _, what, is_ in PARTS]
    known = [one for one in asked if one.ligging]
    totals = (
        (GEVRAAGD, "Doelen in de geldende plannen waarvan is gevraagd waar ze staan.", asked),
        (BEKEND, "Doelen waarvan te zeggen is hoe ze bij hun geplande pad liggen.", known),
    )
    return by_key(*(_value(token, uitleg, goals, order) for token, uitleg, goals in (*totals, *counts)))


def over_both(data: RapportData) -> dict[str, Waarde]:
    """The goals of which both rounds asked where they stand, in the regions that answered both; {} without any.

    A goal that only one of them asked about would look like a change.
    """
    codes = same_regions(data.beeld, data.vorige) if data.vorige else frozenset()
    now, then = (_by_id(found, codes) for found in (data.doelstanden, data.doelstanden_vorige))
    both = now.keys() & then.keys()
    if not both:
        return {}
    order = {regio.code: place for place, regio in enumerate(data.beeld.regios)}
    parts = [(token, what, is_) for token, _, what, is_ in PARTS if token in ON_A_PATH]
    rest = (GEEN_LIGGING, "waarvan niet te zeggen is hoe zij liggen", lambda one: not one.ligging)
    asked = (GEVRAAGD, "waarvan beide keren is gevraagd waar ze staan", lambda _: True)
    values: dict[str, Waarde] = {}
    for token, what, is_ in (*parts, rest, asked):
        mine, theirs = (
            _value(token, f"Doelen {what}.", [one for key, one in found.items() if key in both and is_(one)], order)
            for found in (now, then)
        )
        values |= pair(mine, theirs)
    return values


def _by_id(goals: Iterable[DoelstandBeeld], codes: frozenset[str]) -> dict[int, DoelstandBeeld]:
    return {one.id: one for one in goals if one.stand is Stand.BEANTWOORD and codes.intersection(one.regios)}


def _value(sleutel: str, uitleg: str, goals: list[DoelstandBeeld], order: dict[str, int]) -> Waarde:
    return Waarde(sleutel, uitleg, printed(len(goals)), len(goals), _regions(goals, order), aard=Aard.EENMALIG)


def _regions(goals: Iterable[DoelstandBeeld], order: dict[str, int]) -> tuple[str, ...]:
    codes = dict.fromkeys(code for one in goals for code in one.regios)
    return tuple(sorted(codes, key=lambda code: order.get(code, len(order))))
