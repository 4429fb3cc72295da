"""What a national format is made of: frozen dataclasses, no web and no database.

A question's key, label, guidance, kind, choices and columns stand here once, with the part it plays in the national
count. Pages, check page, Word, Excel and import read them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

from forms.codes import CodeSoort


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
    DOELSTANDEN = "doelstanden"

    @property
    def is_list(self) -> bool:
        """True when the answer is rows of a table of its own instead of one text."""
        return self in LIST_KINDS


PLAN_LISTS = frozenset({Kind.PARTIJEN, Kind.DOELSTELLINGEN, Kind.ACTIES, Kind.MIJLPALEN})
PROGRESS_LISTS = frozenset({Kind.VOORTGANG, Kind.DOELSTANDEN, Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN})
LIST_KINDS = PLAN_LISTS | PROGRESS_LISTS


class QuestionRole(StrEnum):
    """The part a question plays for the portal and in the national count, whatever its key and its words are.

    Of a list its kind says this: one edition asks each kind of list once.
    """

    # The portal fills these in.
    REGIO_NAAM = "regio_naam"
    GEMEENTEN = "gemeenten"
    # Closed facts that are counted (`forms/counted.py`).
    STRUCTUUR = "structuur"
    DOELGROEPEN = "doelgroepen"
    AFSTEMMING = "afstemming"
    DOELSTELLING = "doelstelling"
    # Where what a region says of its figures can be taken over.
    ACHTERGROND = "achtergrond"
    # Texts that the samenvattende analyse brings together.
    DOELGROEP = "doelgroep"
    ACTIES_TOELICHTING = "acties_toelichting"
    RANDVOORWAARDEN = "randvoorwaarden"
    MONITORING = "monitoring"
    ERVARINGEN = "ervaringen"


@dataclass(frozen=True)
class Choice:
    """One of the allowed answers to a closed question. `key` is stored, `label` is shown.

    `counts_as` is the key under which the national count knows this answer, when that is another. `needs_reason`: a
    reader wants to know why. `in_full` is what it is called apart from its question ("Geen structuur"), `in_sentence`
    in a sentence ("de VNG").
    """

    key: str
    label: str
    counts_as: str = ""
    needs_reason: bool = False
    in_full: str = ""
    in_sentence: str = ""

    @property
    def counted(self) -> str:
        """The key under which it is counted."""
        return self.counts_as or self.key


@dataclass(frozen=True)
class RowField:
    """One thing that a row of a list holds: the field that keeps it, and what that is called.

    `label` stands at the field of the form, with `guidance`; `heading` above a column, when that is another word, and
    `short` above one that is narrow.
    `printed`: it has a column in the table of the format. `missing` is the message when it is left empty; a field
    without one may be empty.
    """

    name: str
    label: str
    guidance: str = ""
    heading: str = ""
    short: str = ""
    printed: bool = False
    missing: str = ""

    @property
    def column(self) -> str:
        """What its column is called."""
        return self.heading or self.label

    @property
    def in_short(self) -> str:
        """What its column is called where there is little room."""
        return self.short or self.column


@dataclass(frozen=True)
class NationalGoal:
    """The goal that every plan completes. `{regio}` in the sentence is the name of the region(s).

    `above` stands over it, `others` over the goals that a region adds.
    """

    sentence: str
    above: str
    others: str


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

    The choices of a list are those of the one closed thing in its rows: the kind of party, the status of an action.
    `row` is what a row holds, in the order of the columns; `codes` which codes of the code book its rows or its text
    get: of a list of statuses the explanations of those that need a reason.
    """

    key: str
    label: str
    kind: Kind
    required: bool = True
    guidance: str = ""
    choices: tuple[Choice, ...] = ()
    in_format: bool = True
    or_else: str = ""
    role: QuestionRole | None = None
    row: tuple[RowField, ...] = ()
    goal: NationalGoal | None = None
    codes: CodeSoort | None = None

    @cached_property
    def printed(self) -> tuple[RowField, ...]:
        """What has a column in the table of the format."""
        return tuple(field for field in self.row if field.printed)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """What the columns of that table are called."""
        return tuple(field.column for field in self.printed)

    def row_field(self, name: str) -> RowField | None:
        """What a row holds under this name, or None when this edition does not ask it."""
        return next((field for field in self.row if field.name == name), None)

    def column(self, name: str) -> str:
        """What the column with this field is called; "" when this edition does not ask it."""
        field = self.row_field(name)
        return field.column if field else ""

    def choice(self, key: str) -> Choice | None:
        """The choice with this key, or that is counted under it; None when there is none (any more)."""
        return next((one for one in self.choices if key in (one.key, one.counted)), None)

    def choice_label(self, key: str) -> str:
        """The label of that choice; the key itself when the choice no longer exists."""
        found = self.choice(key)
        return found.label if found else key

    def counted(self, stored: str) -> str:
        """A stored answer as the national count knows it: the keys chosen become those under which they count."""
        known = {one.key: one.counted for one in self.choices}
        return " ".join(known.get(key, key) for key in stored.split()) if known else stored


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

    def without(self, keys: Collection[str]) -> Format:
        """The same format without the onderdelen with these keys."""
        blocks = (
            replace(block, sections=tuple(one for one in block.sections if one.key not in keys))
            for block in self.blocks
        )
        return replace(self, blocks=tuple(block for block in blocks if block.sections))

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

    def of_kind(self, kind: Kind) -> Question | None:
        """The one question of this (list) kind, or None when the format does not ask it."""
        return next((one for one in self.questions if one.kind is kind), None)

    def section_of_kind(self, kind: Kind) -> Section | None:
        """The onderdeel with the question of this (list) kind, or None when the format does not ask it."""
        return next((one for one in self.sections if any(asked.kind is kind for asked in one.questions)), None)

    def of_role(self, role: QuestionRole) -> Question | None:
        """The question that plays this part, or None when the format does not ask it."""
        return next((one for one in self.questions if one.role is role), None)

    def choices_of(self, kind: Kind) -> tuple[Choice, ...]:
        """What can be chosen in the rows of this list; nothing when the format does not ask it."""
        question = self.of_kind(kind)
        return question.choices if question else ()

    def step_of(self, question_key: str) -> Step:
        """The page on which a question is asked.

        Raises KeyError when the format does not ask it.
        """
        for step in self.steps:
            if any(question.key == question_key for question in step.questions):
                return step
        raise KeyError(question_key)
