"""What reading a sheet gathers: answers by question, action, goal and region; and words that have no place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from forms.spec import Question
from portal.domain.intake.document import ReadParagraph
from portal.domain.intake.recognise.judging import Zekerheid
from portal.domain.intake.recognise.words import how_many
from portal.domain.stored.sheet_intake import BesideText, LeftPiece

_ORDER = (Zekerheid.ZEKER, Zekerheid.WAARSCHIJNLIJK, Zekerheid.ONZEKER)


@dataclass
class Gathered:
    """An answer while a file is read. `values` are its fields, a text for each place where it stood."""

    question: Question
    row: str = ""
    regio: str = ""
    values: dict[str, list[str]] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    level: Zekerheid = Zekerheid.ZEKER
    why: list[str] = field(default_factory=list)
    words: int = 0

    def add(self, name: str, text: str, where: str, words: int) -> None:
        """One more text of a field."""
        if text:
            self.values.setdefault(name, []).append(text)
        if where not in self.places:
            self.places.append(where)
        self.words += words

    def doubt(self, level: Zekerheid, why: str) -> None:
        """Say why it is not certain."""
        self.level = max(self.level, level, key=_ORDER.index)
        if why not in self.why:
            self.why.append(why)

    def text(self, name: str) -> str:
        """All of a field."""
        return "\n\n".join(self.values.get(name, []))


@dataclass
class Read:
    """What reading a sheet gave. `seen` are the keys of the parts whose label was met."""

    answers: list[Gathered] = field(default_factory=list)
    left: list[LeftPiece] = field(default_factory=list)
    beside: list[BesideText] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    own_words: int = 0

    def answer(self, question: Question, row: str = "", regio: str = "") -> Gathered:
        """The answer to this question, of this action or goal, in this region: a new one when there is none yet."""
        for one in self.answers:
            if one.question is question and (one.row, one.regio) == (row, regio):
                return one
        return self.new(question, row, regio)

    def new(self, question: Question, row: str = "", regio: str = "") -> Gathered:
        """One more answer: each row of a list is one."""
        self.answers.append(Gathered(question, row, regio))
        return self.answers[-1]

    def has_no_place(self, text: str, where: str, words: int | None = None) -> None:
        """Keep words that have no place on the sheet."""
        if text.strip():
            self.left.append(LeftPiece(where, text, how_many(text) if words is None else words))

    def tell_comments(self, paragraphs: Iterable[ReadParagraph]) -> None:
        """Keep the comments beside these paragraphs."""
        self.beside += [BesideText(it.author, it.text, it.about) for one in paragraphs for it in one.comments]
