"""A plan van aanpak in the order and words of the national format.

Order, tables, labels, guidance and footnotes come from the format's declaration; nothing of them is typed here.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.labels import (
    BIJLAGEN,
    CONCEPT,
    DEMO,
    STATUS,
    VOLGT_LATER,
    labelled,
)
from exports.paper.plan_answers import answer
from exports.paper.tree import (
    Block,
    Cell,
    Form,
    FormatDeel,
    Grid,
    Heading,
    Line,
    PapierenStuk,
    TabelRij,
    Title,
    Typed,
    Zinsdeel,
    heads,
    line,
)
from exports.plan import InstemmingRow, PlanDocument
from forms.consent_heads import INSTEMMING, PARTIJ, WAT_IS_GEZEGD
from forms.dutch.dates import day_short, moment_on_paper
from forms.marks import Mark
from forms.richtext import to_plain
from forms.spec import Block as Onderdelen
from forms.spec import Kind, Section

# The format leaves one line open under the guidance of the actions, and nowhere else.
_ROOM_LEFT = frozenset({Kind.ACTIES})


def plan_paper(document: PlanDocument) -> PapierenStuk:
    """The plan as it goes on paper; an empty plan gives the national format as it was sent out."""
    return PapierenStuk(
        " – ".join(filter(None, (document.format.title, document.naam))),
        tuple(filter(None, (_state(document), DEMO if document.demo else ""))),
        document.peilmoment,
        tuple(_blocks(document)),
    )


def _state(document: PlanDocument) -> str:
    """What the reader holds: whose plan, which status and of when. What can still change says so."""
    status = labelled(STATUS, document.status)
    if document.ingediend_op:
        told = [status, f"ingediend op {day_short(document.ingediend_op)}", document.geldigheid]
    else:
        concept = CONCEPT if document.is_concept and document.status != CONCEPT else ""
        told = [concept, status, f"stand van {moment_on_paper(document.peilmoment)}"]
    return " · ".join(filter(None, (document.naam, *told)))


def _blocks(document: PlanDocument) -> Iterator[Block]:
    yield Title(document.format.title, document.merken.document() if document.merken else None)
    yield from map(line, document.format.intro)
    for block in document.format.blocks:
        yield Heading(block.title, 1)
        if block.intro:
            yield line(block.intro)
        yield Form(block.heads or (), tuple(_part(document, block, section) for section in block.sections))
    notes = [section.footnote for section in document.format.sections if section.footnote]
    for index, note in enumerate(notes):
        yield Line((Zinsdeel(f"{note.number}. {note.text}"),), lucht=not index)
    if document.bijlagen:
        yield _own(document, labelled(BIJLAGEN, ", ".join(document.bijlagen)))
    yield from _consent(document)


def _consent(document: PlanDocument) -> Iterator[Block]:
    """Who agreed, below what the format asks; an empty format has nothing of it."""
    if not document.instemming:
        return
    yield Heading(INSTEMMING, 1)
    yield _own(document, f"Stand van {moment_on_paper(document.instemming_op or document.peilmoment)}.")
    rows = tuple(TabelRij(((line(one.naam),), _said(one)), merk=_mark_of(document, one)) for one in document.instemming)
    yield Grid((2, 5), heads((PARTIJ, WAT_IS_GEZEGD)), rows)


def _own(document: PlanDocument, words: str) -> Line:
    """A line of the portal itself: in a file that comes back it is nobody's answer."""
    return line(words, merk=document.merken.fixed(words) if document.merken else None)


def _mark_of(document: PlanDocument, one: InstemmingRow) -> Mark | None:
    words = f"{one.naam} {one.woorden} {to_plain(one.toelichting)}"
    return document.merken.fixed(words) if document.merken else None


def _said(one: InstemmingRow) -> Cell:
    told = line(one.woorden)
    return (told, Typed(one.toelichting)) if one.toelichting else (told,)


def _part(document: PlanDocument, block: Onderdelen, section: Section) -> FormatDeel:
    filled = [one for question in section.questions for one in answer(document, question)]
    reason = document.volgt_later.get(_step_closed_by(block, section))
    if reason is not None:
        filled.append(_own(document, labelled(VOLGT_LATER, reason) if reason else VOLGT_LATER))
    room = any(question.kind in _ROOM_LEFT for question in section.questions)
    return FormatDeel(
        section.heading,
        section.printed_guidance,
        tuple(filled),
        ruimte=room,
        sleutel=section.key,
        merk=document.merken.part(section) if document.merken else None,
    )


def _step_closed_by(block: Onderdelen, section: Section) -> str:
    """The key of the step that ends with this onderdeel; empty when its step goes on in the next row."""
    if not block.one_page:
        return section.key
    return block.key if section is block.sections[-1] else ""
