"""Two plans of a hundred pages each, made up word by word: what a comparison has most work with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from benchmarks.editions import PLAN
from forms.spec import Kind
from portal.domain.plan.states import ActieVorm, VensterBron

PAGE = 2_800
PAGES = 100
ACTIONS = 20
OPEN_QUESTIONS = tuple(one.key for one in PLAN.questions if one.kind is Kind.LONG_TEXT)
# What words are made of; the small ones come far more often, as in any text.
_SYLLABLES = (
    *("be", "ge", "ver", "wo", "nen", "zorg", "aan", "bod", "meen", "te", "re", "gio", "in", "stroom", "cli", "ent"),
    *("gelei", "ding", "over", "leg", "plan", "kwar", "taal", "der"),
)
_SMALL = (
    *("de", "het", "een", "en", "van", "in", "op", "voor", "met", "wij", "zij", "die", "dat", "niet", "ook", "als"),
    *("dan", "bij", "naar", "om", "te", "is", "zijn", "wordt", "kan"),
)

Content = dict[str, Any]
Rewrite = Callable[[Random, list[str]], list[str]]


class Writer:
    """Somebody with a vocabulary of a few thousand words; another seed is another vocabulary."""

    def __init__(self, seed: int) -> None:
        self.dice = Random(seed)
        self.words = sorted({"".join(self.dice.choices(_SYLLABLES, k=self.dice.randint(2, 5))) for _ in range(4_000)})

    def word(self) -> str:
        """A small word half of the time."""
        return self.dice.choice(_SMALL if self.dice.random() < 0.5 else self.words)

    def sentence(self) -> str:
        """Some twelve words with a full stop."""
        return " ".join(self.word() for _ in range(self.dice.randint(6, 18))).capitalize() + "."

    def sentences(self, size: int) -> list[str]:
        """Sentences of so many characters together, each with the white space behind it."""
        found: list[str] = []
        length = 0
        while length < size:
            # Every fifth ends a paragraph.
            found.append(self.sentence() + (" " if len(found) % 5 else "\n\n"))
            length += len(found[-1])
        return found


def here_and_there(dice: Random, sentences: list[str]) -> list[str]:
    """One word of one sentence in ten changed, one in fifty gone, one in fifty new."""
    found = []
    for sentence in sentences:
        luck = dice.random()
        if luck < 0.02:
            continue
        found.append(_another_word(dice, sentence) if luck < 0.12 else sentence)
        if luck > 0.98:
            found.append("Deze zin is nieuw in het plan. ")
    return found


def everywhere(dice: Random, sentences: list[str]) -> list[str]:
    """A word in each sentence changed: no line, and no sentence, is the same."""
    return [_another_word(dice, sentence) for sentence in sentences]


def shuffled(dice: Random, sentences: list[str]) -> list[str]:
    """The same sentences in another order."""
    return dice.sample(sentences, len(sentences))


def anew(dice: Random, sentences: list[str]) -> list[str]:
    """As long, and wholly different."""
    return Writer(dice.randint(1, 9_999)).sentences(sum(map(len, sentences)))


REWRITES: dict[str, Rewrite] = {
    "changed here and there": here_and_there,
    "a word in every sentence": everywhere,
    "all sentences in another order": shuffled,
    "wholly different": anew,
}


def _another_word(dice: Random, sentence: str) -> str:
    words = sentence.split(" ")
    # The last word and what is behind it stay: they may end a paragraph.
    words[dice.randrange(len(words) - 2)] = "anders"
    return " ".join(words)


def pair(rewrite: Rewrite, *, one_text: bool = False) -> tuple[Content, Content]:
    """A plan of a hundred pages and what became of it; `one_text`: all of it in the answer to a single question."""
    writer, dice = Writer(2023), Random(2024)
    keys = OPEN_QUESTIONS[:1] if one_text else OPEN_QUESTIONS
    size = PAGES * PAGE // len(keys)
    before = {key: writer.sentences(size) for key in keys}
    after = {key: rewrite(dice, sentences) for key, sentences in before.items()}
    actions = [writer.sentences(300) for _ in range(ACTIONS)]
    return _content(before, actions), _content(after, [rewrite(dice, one) for one in actions])


def every_pair() -> Iterator[tuple[str, tuple[Content, Content]]]:
    """Every way to change a plan, by name, spread over its ten open questions and as one single text."""
    for name, rewrite in REWRITES.items():
        for one_text, place in ((False, "ten texts"), (True, "one text")):
            yield f"{name}, {place}", pair(rewrite, one_text=one_text)


def _content(texts: dict[str, list[str]], actions: list[list[str]]) -> Content:
    return {
        "answers": {key: "".join(sentences).strip() for key, sentences in texts.items()},
        "volgt_later": {},
        "bijlagen": [],
        Kind.PARTIJEN.value: [],
        Kind.DOELSTELLINGEN.value: [],
        Kind.ACTIES.value: [_action(number, "".join(text).strip()) for number, text in enumerate(actions, start=1)],
        Kind.MIJLPALEN.value: [],
    }


def _action(number: int, text: str) -> dict[str, Any]:
    return {
        "id": number,
        "vorm": ActieVorm.ACTIE.value,
        "paragraaf": f"5a.{number}",
        "omschrijving": text,
        "is_mijlpaal": False,
        "verantwoordelijke": "Gemeenten",
        "tijdslijn": "",
        "venster_bron": VensterBron.GEEN.value,
        "venster_van": None,
        "venster_tot": None,
    }
