"""The texts of an answer sheet that people search in. The actions themselves stand in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import exists

from forms.spec import Kind, Question, Section
from portal.models import Antwoordblad, BladIndiening
from portal.services.filling.freezing import Content
from portal.services.round.questionnaire import format_of_content
from portal.services.search import places
from portal.services.search.places import Written

Text = tuple[str, str]


def keep(indiening: BladIndiening, content: Content) -> None:
    """Write down the places of the newest submission of a sheet; those of earlier ones go."""
    places.replace_earlier(indiening)
    places.keep(indiening, written(content))


def catch_up(at_most: int) -> int:
    """As that of a plan (`portal/services/plan/texts.py`), for the newest submission of each sheet."""
    of_the_newest = (Antwoordblad.id == BladIndiening.blad_id, Antwoordblad.indiening_nummer == BladIndiening.nummer)
    newest = exists().where(*of_the_newest)
    return places.catch_up(BladIndiening, lambda one: keep(one, one.snapshot), newest, at_most=at_most)


def written(content: Content) -> Iterator[Written]:
    """Every text of a sheet, in the order of its questions."""
    format_ = format_of_content(content)
    for section in format_.sections:
        for question in section.questions:
            yield from (_written(section, one) for one in _texts(question, content))


def _written(section: Section, text: Text) -> Written:
    return Written(section.key, section.name, text[1], text[0])


def _texts(question: Question, content: Content) -> Iterator[Text]:
    """The code of the region ("" for all) with the text."""
    if question.kind is Kind.VOORTGANG:
        yield from _progress(content)
    elif question.kind is Kind.DOELSTANDEN:
        yield from (("", told["toelichting"]) for told in content["doelstanden"].values())
    elif question.kind.is_list:
        yield from ((row["regio_code"], row["tekst"]) for row in content["regels"][question.kind.value])
    elif not question.choices:
        yield "", content["answers"].get(question.key, "")
        yield from ((code, given.get(question.key, "")) for code, given in content["afwijkingen"].items())


def _progress(content: Content) -> Iterator[Text]:
    for actie in content["acties"]:
        told = content["voortgang"].get(str(actie["id"]))
        if told:
            yield "", told["toelichting"]
            yield from ((code, one["toelichting"]) for code, one in told["afwijkingen"].items())
