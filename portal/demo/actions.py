"""Drawing the actions and milestones of a plan: headings, own numbers, owners and vague timelines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from random import Random
from typing import Any

from forms.dutch.words import listed
from portal.demo.ideas import Idee, Onderwerp, onderwerpen
from portal.demo.texts.notaties import MAANDEN, MIJLPALEN, NA_VASTSTELLING, TIJDSLIJNEN, VERANTWOORDELIJK
from portal.domain.plan.states import ActieVorm

Values = dict[str, Any]
LETTERS = "abcdefghij"
MOST_ACTIONS = 20

# How regions number: (number of the group, number of the action in it). All start from their own longer document.
Numbering = tuple[Callable[[int], str], Callable[[int, int], str]]
NUMBERINGS: tuple[Numbering, ...] = (
    (lambda group: f"5{LETTERS[group]}", lambda group, at: f"5{LETTERS[group]}.{at}"),
    (lambda group: f"{group + 3}", lambda group, at: f"{group + 3}.{at}"),
    (lambda group: f"{LETTERS[group].upper()}", lambda group, at: f"{LETTERS[group].upper()}{at}"),
    (lambda group: f"§ 4.{group + 1}", lambda group, at: f"4.{group + 1}{LETTERS[at - 1]}"),
    (lambda group: "", lambda group, at: ""),
)


def draw_actions(rng: Random, words: dict[str, str], quarters: dict[str, str]) -> list[Values]:
    """The rows of the actions of one plan, in order: six to twenty actions under headings."""
    numbering = rng.choice(NUMBERINGS)
    rows: list[Values] = []
    for group, onderwerp in enumerate(rng.sample(onderwerpen(), rng.randint(3, 5))):
        rows.extend(_group(rng, group, onderwerp, numbering, words | quarters))
    return _at_most(MOST_ACTIONS, rows)


def _at_most(count: int, rows: list[Values]) -> list[Values]:
    """The first rows, up to so many actions, without a heading left alone at the end."""
    while sum(row["vorm"] is not ActieVorm.KOP for row in rows) > count or rows[-1]["vorm"] is ActieVorm.KOP:
        rows = rows[:-1]
    return rows


def _group(
    rng: Random, group: int, onderwerp: Onderwerp, numbering: Numbering, words: dict[str, str]
) -> Iterator[Values]:
    of_group, of_action = numbering
    yield _heading(rng, of_group(group), onderwerp, words)
    ideas = rng.sample(onderwerp.ideeen, min(len(onderwerp.ideeen), rng.randint(2, 4)))
    for at, idee in enumerate(ideas, start=1):
        yield _action(rng, of_action(group, at), idee, onderwerp, words)


def _heading(rng: Random, paragraaf: str, onderwerp: Onderwerp, words: dict[str, str]) -> Values:
    if rng.random() < 0.75:
        return {"vorm": ActieVorm.KOP, "paragraaf": paragraaf, "omschrijving": onderwerp.kop}
    as_action = Idee(onderwerp.als_actie, onderwerp.ideeen[0].wie)
    return _action(rng, paragraaf, as_action, onderwerp, words) | {"vorm": ActieVorm.KOP_EN_ACTIE}


def _action(rng: Random, paragraaf: str, idee: Idee, onderwerp: Onderwerp, words: dict[str, str]) -> Values:
    tijdslijn = rng.choice(TIJDSLIJNEN).format(**words)
    return {
        "vorm": ActieVorm.ACTIE,
        "paragraaf": paragraaf,
        "omschrijving": idee.tekst.format(**words),
        "verantwoordelijke": owner(rng, idee.wie, onderwerp.kop),
        "tijdslijn": tijdslijn,
        # What can't be read was filled in by a person.
        "venster_van": date(int(words["jaar"]), 1, 1) if tijdslijn == NA_VASTSTELLING else None,
        "themas": [idee.thema] if idee.thema and rng.random() < 0.8 else [],
        "is_mijlpaal": rng.random() < 0.15,
    }


def owner(rng: Random, who: tuple[str, ...], kop: str) -> str:
    """Owners as regions write them: one or several parties, a group, or a puller with others."""
    notation = rng.choice(VERANTWOORDELIJK if len(who) > 1 else VERANTWOORDELIJK[:3])
    rest = listed(who[1:])
    text = notation.format(alle=listed(who), eerste=who[0], rest=rest, kop=kop.lower())
    return text[0].upper() + text[1:]


def draw_milestones(rng: Random, words: dict[str, str], quarters: dict[str, str]) -> list[Values]:
    """The milestones of one plan, in the order in which they are due."""
    chosen = sorted(rng.sample(range(len(MIJLPALEN)), rng.randint(3, 7)))
    return [
        {"activiteit": activiteit, "mijlpaal": mijlpaal, "tijdslijn": wanneer.format(**words, **quarters)}
        for activiteit, mijlpaal, wanneer in (MIJLPALEN[at] for at in chosen)
    ]


def quarters_after(deadline: date, rng: Random) -> dict[str, str]:
    """The first four whole quarters after the deadline ("Q1 2024") and a month in the first of them."""
    first = deadline.year * 4 + (deadline.month - 1) // 3 + 1
    names = {f"q{at + 1}": f"Q{(first + at) % 4 + 1} {(first + at) // 4}" for at in range(4)}
    month = (first % 4) * 3 + rng.randint(0, 2)
    return names | {"maand": MAANDEN[month], "maandjaar": str(first // 4)}
