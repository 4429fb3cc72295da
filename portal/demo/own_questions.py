"""The own questions of one of the rounds, what a region answers, and the small code book of the one in words."""

from __future__ import annotations

from random import Random
from typing import Any

from forms.spec import Kind
from portal.demo.paragraphs import groups_of
from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Actor
from portal.services.coding import book
from portal.services.coding.book import CodeText

# The number of the round (from 0) that asks them: the one whose report lies before the kerngroep.
ASKED_IN = 1
# Not everybody answers what need not be answered.
ANSWERED = 0.85
TEXTS, NONE_FITS = "eigen_vraag", "geen"
HUISARTSEN, HULP = "eigen_huisartsen", "eigen_hulp"
_KEUZES = ("Ja, altijd", "Soms", "Nee")
_CHANCES = (0.2, 0.45, 0.35)

QUESTIONS: tuple[dict[str, Any], ...] = (
    {
        "key": HUISARTSEN,
        "label": "Doen huisartsen mee in uw overleg?",
        "kind": Kind.CHOICE.value,
        "required": False,
        "guidance": "",
        "choices": [{"key": f"keuze_{number}", "label": label} for number, label in enumerate(_KEUZES, 1)],
    },
    {
        "key": HULP,
        "label": "Waar zou u landelijk het meest mee geholpen zijn?",
        "kind": Kind.LONG_TEXT.value,
        "required": False,
        "guidance": "Een zin is genoeg.",
        "choices": [],
    },
)


def answers(number: int, dice: Random, words: dict[str, str]) -> dict[str, str]:
    """What a region answers in this round, by the key of the question."""
    if number != ASKED_IN:
        return {}
    given = {HUISARTSEN: f"keuze_{dice.choices((1, 2, 3), _CHANCES)[0]}"}
    if dice.random() < ANSWERED:
        theme = dice.choice(list(groups_of(TEXTS)))
        given[HULP] = dice.choice(groups_of(TEXTS)[theme]).format(**words)
    return given


def make_code_book(actor: Actor) -> None:
    """The themes that somebody saw in the answers."""
    for theme in (one for one in groups_of(TEXTS) if one != NONE_FITS):
        book.add(CodeSoort.EIGEN, CodeText(theme), vraag=HULP, actor=actor)
