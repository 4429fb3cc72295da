"""The texts of a plan that people search in: what was typed, by section. Figures of goals are no text: small numbers
of clients must not be found.
"""

from __future__ import annotations

from collections.abc import Iterator

from forms.national import edition
from forms.spec import Kind, Question, Section
from portal.models import Indiening
from portal.services.filling.freezing import Content
from portal.services.search import places
from portal.services.search.places import Written

# What is text in a row of each list.
_IN_ROWS = {
    Kind.PARTIJEN: ("naam",),
    Kind.DOELSTELLINGEN: ("tekst", "indicator"),
    Kind.ACTIES: ("paragraaf", "omschrijving", "verantwoordelijke", "tijdslijn"),
    Kind.MIJLPALEN: ("activiteit", "mijlpaal", "tijdslijn"),
}


def keep(indiening: Indiening, content: Content) -> None:
    """Write down the places of a submission."""
    places.keep(indiening, written(content))


def catch_up(at_most: int) -> int:
    """Write down the places of what was handed in before there were places, so many at a time; gives how many."""
    return places.catch_up(Indiening, lambda one: keep(one, one.snapshot), at_most=at_most)


def written(content: Content) -> Iterator[Written]:
    """Every text of a plan, in the order of its questions."""
    later = dict(content["volgt_later"])
    for section in edition(content["edition"]).sections:
        for question in section.questions:
            for text in _texts(question, content):
                yield Written(section.key, section.name, text)
        yield from _later(section, later)


def _texts(question: Question, content: Content) -> Iterator[str]:
    if question.kind.is_list:
        for row in content[question.kind.value]:
            yield "\n".join(filter(None, (row[name] for name in _IN_ROWS[question.kind])))
    elif not question.choices:
        yield content["answers"].get(question.key, "")


def _later(section: Section, later: dict[str, str]) -> Iterator[Written]:
    if section.key in later:
        yield Written(section.key, section.name, later[section.key])
