"""Which texts stand in the lists of a report, under which theme, and how many more there are.

The values count with it and the chapters print it, so that "nog 12" is always what the list leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exports.national.counting.quoting import MEESTE, Said, merged
from exports.national.counting.tally import Tally, theme_part
from exports.national.data import CodeBeeld, Uitspraak

MEESTE_GESTOPT = 12
# Successes and expectations are examples; every lesson counts.
_MEESTE = {"successen": 6, "lessen": MEESTE, "verwachtingen": 3}


@dataclass(frozen=True)
class ThemeList:
    """The texts under one theme. `deel` is the part of its tokens ("thema_13"), `code` the theme when it is one.

    `start` is the number of the first; `ook` are numbers of texts about this theme that stand under an earlier one.
    """

    deel: str
    getoond: tuple[Said, ...]
    meer: tuple[Uitspraak, ...]
    start: int = 1
    ook: tuple[int, ...] = ()
    code: CodeBeeld | None = None


def theme_lists(tally: Tally, soort: str) -> tuple[ThemeList, ...]:
    """The lists of successes or lessons by theme, in the order of the code book; every text stands in one list."""
    groups: dict[str, list[Uitspraak]] = {deel: [] for deel, _ in tally.theme_parts(soort)}
    for one in tally.beeld.said(soort):
        for deel in tally.groups_of(soort, one):
            groups[deel].append(one)
    numbered: dict[int, int] = {}
    codes = {theme_part(code.id): code for code in tally.theme_codes(soort)}
    lists: list[ThemeList] = []
    for deel, items in groups.items():
        if items:
            lists.append(_list(deel, codes.get(deel), items, numbered, _MEESTE[soort]))
    return tuple(lists)


def party_list(items: Sequence[Uitspraak]) -> ThemeList:
    """The expectations of one party: what was answered first, and equal texts (with other answers) together."""
    answered = {_words_of(one) for one in items if one.antwoord}
    place: dict[str, int] = {}
    for number, one in enumerate(items):
        place.setdefault(_words_of(one), number)
    said = merged(
        sorted(items, key=lambda one: (_words_of(one) not in answered, place[_words_of(one)], not one.antwoord))
    )
    shown = _with_waiting(said, _MEESTE["verwachtingen"])
    ids = {id_ for one in shown for id_ in one.ids}
    return ThemeList("", shown, tuple(one for one in items if one.id not in ids))


def _with_waiting(said: Sequence[Said], most: int) -> tuple[Said, ...]:
    """So many of these, of which at least one that waits for an answer when there is one."""
    waiting = [one for one in said if not one.eerste.antwoord]
    answered = [one for one in said if one.eerste.antwoord]
    reserved = min(len(waiting), max(1, most - len(answered)))
    shown = {one.ids for one in (*answered[: most - reserved], *waiting[:reserved])}
    return tuple(one for one in said if one.ids in shown)


def _words_of(one: Uitspraak) -> str:
    return " ".join(one.tekst.split())


def _list(
    deel: str, code: CodeBeeld | None, items: Sequence[Uitspraak], numbered: dict[int, int], most: int
) -> ThemeList:
    """`numbered` holds the number of every text that was shown before; those shown here are added."""
    start = max(numbered.values(), default=0) + 1
    ook = tuple(sorted({numbered[one.id] for one in items if one.id in numbered}))
    left = [one for one in items if one.id not in numbered]
    shown = merged(left)[:most]
    for number, said in enumerate(shown, start):
        numbered.update(dict.fromkeys(said.ids, number))
    return ThemeList(deel, shown, tuple(one for one in left if one.id not in numbered), start, ook, code)
