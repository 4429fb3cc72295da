"""A closed answer from words: the choices that they name."""

from __future__ import annotations

from forms.spec import Kind, Question
from portal.domain.intake.recognise.words import plain_words


def chosen_keys(question: Question, text: str) -> list[str]:
    """The keys of the choices that stand in a text; of a question with one answer only when it is one."""
    words = f" {plain_words(text)} "
    found = [(choice, f" {plain_words(choice.label)} ") for choice in question.choices]
    named = [(choice, label) for choice, label in found if label in words]
    # "Geen" also stands in another answer: the longer one is what was meant.
    keys = [choice.key for choice, label in named if not any(label in other and label != other for _, other in named)]
    return keys if question.kind is Kind.CHOICES or len(keys) == 1 else []
