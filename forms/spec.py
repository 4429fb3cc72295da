"""What a national format is made of: frozen dataclasses, no web and no database.

A question's key, label, guidance, kind and choices stand here once. Pages, check page, Word, Excel and import
read them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Kind(StrEnum):
    """How a question is answered. The table in `forms/build.py` gives each kind its field."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    PARTIJEN = "partijen"
    DOELSTELLINGEN = "doelstellingen"
    ACTIES = "acties"
    MIJLPALEN = "mijlpalen"
    VOORTGANG = "voortgang"
    SUCCESSEN = "successen"
    LESSEN = "lessen"
    VERWACHTINGEN = "verwachtingen"

    @property
    def is_list(self) -> bool:
        """True when the answer is rows of a table of its own instead of one text."""
        return self in LIST_KINDS


PLAN_LISTS = frozenset({Kind.PARTIJEN, Kind.DOELSTELLINGEN, Kind.ACTIES, Kind.MIJLPALEN})
PROGRESS_LISTS = frozenset({Kind.VOORTGANG, Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN})
LIST_KINDS = PLAN_LISTS | PROGRESS_LISTS


@dataclass(frozen=True)
class Choice:
    """One of the allowed answers to a closed question. `key` is stored, `label` is shown."""

    key: str
    label: str


@dataclass(frozen=True)
class Footnote:
    """A footnote of the format: its mark as printed ("¹") and its number and text."""

    mark: str
    number: int
    text: str


@dataclass(frozen=True)
class Question:
    """One thing that is asked.

    `in_format` tells whether the national Word format has room for it by itself; a question that is not in it (a
    closed fact) is written there as one labelled line under the text of its part. `or_else` names another
    question whose answer will do as well ("Zie Acties!" in place of milestones).
    """

    key: str
    label: str
    kind: Kind
    required: bool = True
    guidance: str = ""
    choices: tuple[Choice, ...] = ()
    columns: tuple[str, ...] = ()
    in_format: bool = True
    or_else: str = ""

    def choice_label(self, key: str) -> str:
        """The label of the choice with this key; the key itself when the choice no longer exists."""
        return next((choice.label for choice in self.choices if choice.key == key), key)


@dataclass(frozen=True)
class Section:
    """One onderdeel: a row of the format's table, with the questions answered in it.

    `short` is what a list or a column calls it when the label is a whole sentence.
    """

    key: str
    label: str
    questions: tuple[Question, ...]
    guidance: str = ""
    footnote: Footnote | None = None
    marked_text: str = ""
    example: str = ""
    short: str = ""

    @property
    def name(self) -> str:
        """What a list calls it."""
        return self.short or self.label

    @property
    def heading(self) -> str:
        """The label as printed, with the footnote mark when the mark belongs to the label."""
        if self.footnote and not self.marked_text:
            return f"{self.label}{self.footnote.mark}"
        return self.label

    @property
    def printed_guidance(self) -> str:
        """The guidance as printed, with the footnote mark behind the word it belongs to."""
        if self.footnote and self.marked_text:
            return self.guidance.replace(self.marked_text, f"{self.marked_text}{self.footnote.mark}", 1)
        return self.guidance


@dataclass(frozen=True)
class Block:
    """A lettered block (A, B, C) of the format. `one_page` blocks are filled in on one page."""

    key: str
    title: str
    sections: tuple[Section, ...]
    intro: str = ""
    heads: tuple[str, str] | None = None
    one_page: bool = False


@dataclass(frozen=True)
class Step:
    """One page of filling in: "Stap 3 van 11". `number` counts from 1."""

    key: str
    title: str
    number: int
    sections: tuple[Section, ...]
    intro: str = ""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions on this page, in order."""
        return tuple(question for section in self.sections for question in section.questions)


@dataclass(frozen=True)
class Format:
    """One edition of a national format. `key` is stored with every plan: an edition never changes."""

    key: str
    title: str
    intro: tuple[str, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All onderdelen in the order of the format."""
        return tuple(section for block in self.blocks for section in block.sections)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in the order of the format."""
        return tuple(question for section in self.sections for question in section.questions)

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The pages of filling in: one per onderdeel, and one for each block that is one page."""
        return tuple(
            Step(key, title, number, sections, intro)
            for number, (key, title, sections, intro) in enumerate(self._pages(), start=1)
        )

    def _pages(self) -> Iterator[tuple[str, str, tuple[Section, ...], str]]:
        for block in self.blocks:
            if block.one_page:
                yield block.key, block.title.partition(". ")[2], block.sections, block.intro
            else:
                yield from ((section.key, section.label, (section,), "") for section in block.sections)

    def step(self, key: str) -> Step | None:
        """The page with this key, or None."""
        return next((step for step in self.steps if step.key == key), None)

    def question(self, key: str) -> Question:
        """The question with this key.

        Raises KeyError when the format does not ask it.
        """
        for question in self.questions:
            if question.key == key:
                return question
        raise KeyError(key)

    def question_of_kind(self, kind: Kind) -> Question:
        """The one question of this (list) kind.

        Raises KeyError when the format does not ask it.
        """
        for question in self.questions:
            if question.kind is kind:
                return question
        raise KeyError(kind)

    def step_of(self, question_key: str) -> Step:
        """The page on which a question is asked.

        Raises KeyError when the format does not ask it.
        """
        for step in self.steps:
            if any(question.key == question_key for question in step.questions):
                return step
        raise KeyError(question_key)
