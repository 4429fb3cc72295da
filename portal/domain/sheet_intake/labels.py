"""Which words of a file are the sheet's own: labels of questions, what the portal draws around them, actions, goals."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from forms.spec import Question, Section
from portal.domain.intake.recognise.own_words import OwnText, Says, beginning
from portal.domain.intake.recognise.words import PlainWord, plain_words, words_of
from portal.domain.sheet_intake.asked import AskedRow, SheetAsked

# Nearly the same is the same, when a line is long enough to say anything.
_ALIKE, _LONG_ENOUGH = 90.0, 4
_LABEL_ALIKE, _SURE = 86.0, 97.0
_ROW_ALIKE, _MARGIN, _SAME_NUMBER = 85.0, 5.0, 50.0
# No label and no line of the portal is longer: what is longer is not compared to its end.
_MOST_WORDS, _MOST_SIGNS = 80, 2_000
_FIRST, _BEGINS_ALIKE = 3, 50.0
_NUMBER = re.compile(r"^\s*\d{1,2}\s*[.)]\s*")


@dataclass(frozen=True)
class Label:
    """A label at the beginning of a text: how alike it is (0–100), and where it ends in that text."""

    score: float
    end: int

    @property
    def is_sure(self) -> bool:
        """True when it says just what the edition says."""
        return self.score >= _SURE


class Labels:
    """The words of one sheet."""

    def __init__(self, asked: SheetAsked) -> None:
        self.asked = asked
        self._own = [plain for line in asked.own if (plain := plain_words(line))]
        self._exact = frozenset(self._own)
        self._top = plain_words(f"{asked.name} {asked.round_name}")

    def is_own(self, line: str) -> bool:
        """True for a line that the portal itself draws on this sheet, or nearly so, and for one without words."""
        plain = plain_words(line) if len(line) <= _MOST_SIGNS else line
        if not plain or plain in self._exact or plain.startswith(f"{self._top} "):
            return True
        if len(line) > _MOST_SIGNS or plain.count(" ") + 1 < _LONG_ENOUGH:
            return False
        return process.extractOne(plain, self._own, scorer=fuzz.ratio, score_cutoff=_ALIKE) is not None

    def section(self, text: str) -> tuple[Section, Label] | None:
        """The part that begins here, by its label; a number may stand before it."""
        found = [(one, label) for one in self.asked.format.sections if (label := label_at(one.label, text))]
        return max(found, key=lambda one: one[1].score, default=None)

    def question(self, text: str, here: Section | None) -> tuple[Question, Label] | None:
        """The question that this text begins with: one of the part that is being read before one of another part."""
        if here and (found := _best(here.questions, text)):
            return found
        elsewhere = [one for one in self.asked.format.questions if not here or one not in here.questions]
        labels = [plain_words(one.label) for one in self.asked.format.questions]
        return _best([one for one in elsewhere if labels.count(plain_words(one.label)) == 1], text)

    def section_of(self, question: Question) -> Section:
        """The part in which it is asked."""
        return next(one for one in self.asked.format.sections if question in one.questions)

    def region(self, line: str) -> str | None:
        """The code of the region of which a line says that an answer is only for it; None for another line."""
        only_for = plain_words(self.asked.words.only_for)
        if not plain_words(line).startswith(f"{only_for} "):
            return None
        return self.region_named(" ".join(line.split()[len(only_for.split()) :]))

    def region_named(self, text: str) -> str:
        """The code of the region that is called so; "" when none is."""
        names = {code: plain_words(name) for code, name in self.asked.regions.items()}
        same = [code for code, name in names.items() if name == plain_words(text)]
        alike = [code for code, name in names.items() if fuzz.ratio(name, plain_words(text)) >= _ALIKE]
        return next(iter(same or (alike if len(alike) == 1 else [])), "")


def label_at(label: str, text: str) -> Label | None:
    """How a text begins with a label. Behind a short one stands nothing, or a colon."""
    start = match.end() if (match := _NUMBER.match(text)) else 0
    words, own = _first_words(text[start : start + _MOST_SIGNS]), _own(label)
    begins = " ".join(one.plain for one in words[:_FIRST])
    if not fuzz.ratio(" ".join(own.plain.split()[:_FIRST]), begins, score_cutoff=_BEGINS_ALIKE):
        return None
    found = beginning(own, words) if words else None
    if found is None or found.score < _LABEL_ALIKE:
        return None
    end = start + words[found.count - 1].end
    behind = re.match(r"[^\w\n]*", text[end:])
    end += behind.end() if behind else 0
    is_all = found.count == len(words) or ":" in text[end - 3 : end] or text[end : end + 1] == "\n"
    return Label(found.score, end) if is_all or own.length > _LONG_ENOUGH else None


@lru_cache(maxsize=8)
def _first_words(text: str) -> list[PlainWord]:
    """The words that a label can be: asked of the same text for every label."""
    return words_of(text, _MOST_WORDS)


@lru_cache(maxsize=500)
def _own(label: str) -> OwnText:
    return OwnText(Says.LABEL, plain_words(label))


def _best(questions: Sequence[Question], text: str) -> tuple[Question, Label] | None:
    found = [(one, label) for one in questions if (label := label_at(one.label, text))]
    return max(found, key=lambda one: one[1].score, default=None)


def row_of(rows: Sequence[AskedRow], text: str) -> tuple[AskedRow, bool] | None:
    """Which action or goal a cell is about, and whether that is sure; None when it is none of them.

    What stands below its first line (who, and when) may have changed since.
    """
    text = text[:_MOST_SIGNS]
    first = plain_words(text.split("\n")[0])
    names = [(one, plain_words(one.text)) for one in rows]
    same = [one for one, name in names if name in (first, plain_words(text))]
    if same:
        return same[0], len(same) == 1
    scores = sorted(((fuzz.ratio(name, first), at) for at, (_, name) in enumerate(names)), reverse=True)
    if not scores or not first:
        return None
    numbered = [at for at, (_, name) in enumerate(names) if _number(name) and _number(name) == _number(first)]
    if len(numbered) == 1 and fuzz.ratio(names[numbered[0]][1], first) >= _SAME_NUMBER:
        return rows[numbered[0]], False
    is_clear = len(scores) == 1 or scores[0][0] - scores[1][0] >= _MARGIN
    return (rows[scores[0][1]], False) if scores[0][0] >= _ROW_ALIKE and is_clear else None


def _number(plain: str) -> str:
    """The number that a plain text begins with: "5a 1" """
    match = re.match(r"^\d{1,2}[a-z]?(?: \d{1,2})?\b", plain)
    return match[0] if match else ""
