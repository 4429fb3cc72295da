"""Two people at one answer: what their changes to the one that both started from make together."""

from __future__ import annotations

from forms.spec import Kind, Question
from portal.domain.merging import Merged, Overlap, merge


def merge_answers(question: Question, base: str | None, mine: str, theirs: str) -> Merged:
    """Both answers in one, as stored, with what a person must look at. `base` None: it is not known.

    Of one choice the colleague's stands in the text: it is stored already. Choices of several go together.
    """
    if base is None or question.kind is Kind.LONG_TEXT:
        return _texts(question, base, mine, theirs)
    if base == mine:
        return Merged(theirs)
    if question.kind is Kind.CHOICES:
        return Merged(_chosen(question, *(set(one.split()) for one in (base, mine, theirs))))
    return Merged(_beside(question, mine, theirs), (Overlap(base, mine, theirs),))


def _texts(question: Question, base: str | None, mine: str, theirs: str) -> Merged:
    if base is not None:
        return merge(base, mine, theirs)
    if question.kind is Kind.LONG_TEXT and mine and theirs:
        return merge("", mine, theirs)
    return Merged(_beside(question, mine, theirs), (Overlap("", mine, theirs),))


def _beside(question: Question, mine: str, theirs: str) -> str:
    """Two answers of which one must be chosen."""
    if question.kind is Kind.SHORT_TEXT and mine and theirs:
        return f"{theirs} / {mine}"
    if question.choices:
        return theirs
    return theirs or mine


def _chosen(question: Question, base: set[str], mine: set[str], theirs: set[str]) -> str:
    """Ticked by either and unticked by neither, in the order of the question; unknown keys stay behind it."""
    kept = (theirs | (mine - base)) - (base - mine)
    order = [one.key for one in question.choices]
    return " ".join(sorted(kept, key=lambda key: (order.index(key) if key in order else len(order), key)))
