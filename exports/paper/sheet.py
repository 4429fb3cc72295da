"""An answer sheet on paper: to fill in together with partners, or to keep what was handed in.

Questions, order and choices come from the declaration of the questionnaire; nothing of them is typed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exports.labels import AANKRUISEN, ALLEEN_VOOR, CONCEPT, DEMO, GELDT_VOOR_ALLE, LEEG_FORMULIER, STATUS, labelled
from exports.paper.answered import boxes, written
from exports.paper.sheet_lists import list_of
from exports.paper.tree import Air, Block, Cell, Heading, Pairs, PapierenStuk, Title, Typed, line
from exports.sheet import SheetDocument
from forms.dutch.dates import day_short, moment_on_paper
from forms.spec import Kind, Question, Section

Answers = Mapping[str, str | tuple[str, ...]]

_ROOM_LONG, _ROOM_SHORT = 6, 1
ANDERS_PER_REGIO = "Is dit in één van de regio’s anders? Schrijf op in welke regio, en wat."


def sheet_paper(document: SheetDocument) -> PapierenStuk:
    """The answer sheet as it goes on paper.

    A copy that can still be filled in has the allowed answers with boxes and room to write; one that was handed in
    says what was answered and what was not.
    """
    return PapierenStuk(
        _title(document),
        tuple(filter(None, (_state(document), DEMO if document.demo else ""))),
        document.peilmoment,
        tuple(_blocks(document)),
    )


def _title(document: SheetDocument) -> str:
    return " – ".join(filter(None, (document.uitvraag, document.naam)))


def _state(document: SheetDocument) -> str:
    """What the reader holds: whose answers, to which round, with which status and of when."""
    status = labelled(STATUS, document.status)
    if document.ingediend_op:
        told = [status, f"ingediend op {moment_on_paper(document.ingediend_op)}"]
    else:
        kind = LEEG_FORMULIER if document.is_blank else CONCEPT
        told = [kind, status, f"stand van {moment_on_paper(document.peilmoment)}"]
    return " · ".join((document.naam, document.uitvraag, *told))


def _blocks(document: SheetDocument) -> Iterator[Block]:
    yield from _top(document)
    number = 0
    for block in document.format.blocks:
        # A title only says something when there is more than one block.
        if len(document.format.blocks) > 1:
            yield Heading(block.title, 1)
        for section in block.sections:
            number += 1
            yield Heading(f"{number}. {section.heading}", 2)
            if section.guidance:
                yield line(section.printed_guidance, cursief=True)
            yield from _questions(document, section)


def _top(document: SheetDocument) -> Iterator[Block]:
    yield Title(document.format.title)
    yield line(document.naam if document.format.title == document.uitvraag else _title(document), vet=True)
    if document.is_form:
        yield line(f"Antwoorden kan tot en met {day_short(document.deadline)}.")
        yield line(AANKRUISEN)
    if document.is_joint:
        yield line(labelled(GELDT_VOOR_ALLE, document.naam))
    if document.toelichting:
        yield Typed(document.toelichting)
    yield from map(line, document.format.intro)


def _questions(document: SheetDocument, section: Section) -> Iterator[Block]:
    """The answers in the order of the questions; neighbours that are no list share a table."""
    together: list[tuple[Cell, Cell]] = []
    for question in section.questions:
        if question.kind.is_list:
            yield from _table(document, section, together)
            together = []
            yield from list_of(document, question)
            yield Air()
        else:
            together.append(_pair(question.label, question, document.answers, is_form=document.is_form))
    yield from _table(document, section, together)


def _table(document: SheetDocument, section: Section, together: list[tuple[Cell, Cell]]) -> Iterator[Block]:
    """Below the shared answers: where a region differs, and some air."""
    if not together:
        return
    rows = [*together, *_deviations(document, section)]
    if document.is_joint and document.is_form and not any(one.answers for one in document.afwijkingen):
        rows.append(((line(ANDERS_PER_REGIO),), written("", room=_ROOM_SHORT)))
    yield Pairs((1, 3), tuple(rows))
    yield Air()


def _deviations(document: SheetDocument, section: Section) -> Iterator[tuple[Cell, Cell]]:
    for afwijking in document.afwijkingen:
        for question in section.questions:
            if question.key in afwijking.answers:
                label = f"{question.label}\n{ALLEEN_VOOR} {afwijking.regio}"
                yield _pair(label, question, afwijking.answers, is_form=document.is_form)


def _pair(label: str, question: Question, answers: Answers, *, is_form: bool) -> tuple[Cell, Cell]:
    asked: Cell = (line(label, vet=True),)
    if question.guidance:
        asked += (line(question.guidance, cursief=True),)
    return asked, _answer(question, answers.get(question.key, ""), is_form=is_form)


def _answer(question: Question, answer: str | tuple[str, ...], *, is_form: bool) -> Cell:
    if question.choices and is_form:
        return tuple(map(line, boxes(question.choices, answer if isinstance(answer, tuple) else (answer,))))
    text = answer if isinstance(answer, str) else ", ".join(answer)
    room = _ROOM_SHORT if question.kind is Kind.SHORT_TEXT else _ROOM_LONG
    return written(text, room=room if is_form else 0)
