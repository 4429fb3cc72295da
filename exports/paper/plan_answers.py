"""How each kind of question of a plan is answered on paper: a table from kind to what is written.

An open question without an answer leaves one empty paragraph, the room to write that the format gives. A closed
fact has no room of its own in the format: it is one labelled line, absent when it was not answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from exports.goal_figures import figures_line
from exports.labels import labelled
from exports.paper.tree import Block, Cell, Grid, Line, TabelRij, Typed, Zinsdeel, heads, line
from exports.plan import ActieRow, DoelstellingRow, MijlpaalRow, PartijRow, PlanDocument
from forms.marks import Mark
from forms.plan_marks import Marked
from forms.richtext import to_plain
from forms.spec import Kind, Question

_NO_ACTIE = ActieRow("", "")
_NO_MIJLPAAL = MijlpaalRow("", "")


def answer(document: PlanDocument, question: Question) -> Iterator[Block]:
    """What was answered to one question."""
    return WRITERS[question.kind](document, question)


def _long_text(document: PlanDocument, question: Question) -> Iterator[Block]:
    text, mark = document.text(question.key), _mark(document, question)
    yield Typed(text, merk=mark) if text.strip() else line(merk=mark)


def _short_text(document: PlanDocument, question: Question) -> Iterator[Block]:
    yield line(document.text(question.key).strip(), merk=_mark(document, question))


def _fact(document: PlanDocument, question: Question) -> Iterator[Block]:
    told = document.text(question.key)
    if told:
        yield line(labelled(question.label, told), merk=_mark(document, question))


def _mark(document: PlanDocument, question: Question) -> Mark | None:
    """The mark of a question; an empty one has it too, as somebody may answer it in the file."""
    return document.merken.question(question.key) if document.merken else None


def _mark_of_row(document: PlanDocument, question: Question, number: int, place: int) -> Mark | None:
    return document.merken.row(question.kind, number, place) if document.merken else None


def _mark_about(document: PlanDocument, what: Marked, kind: Kind, number: int, words: str) -> Mark | None:
    return document.merken.about(what, kind, number, words) if document.merken else None


def _partijen(document: PlanDocument, question: Question) -> Iterator[Block]:
    for place, partij in enumerate(document.partijen or (PartijRow(""),), start=1):
        name = f"{partij.naam} ({partij.soort})" if partij.soort else partij.naam
        yield line(name, merk=_mark_of_row(document, question, partij.id, place))


# --- goals: the national one first, then the others, each with its figures on one line


def _goals(document: PlanDocument, question: Question) -> Iterator[Block]:
    """The two sentences of the format with the goals under each; the goals alone when it has no national one."""
    national = question.goal
    if national is None:
        yield from _all(document, document.doelstellingen, question)
        return
    marks = document.merken
    yield line(national.above, merk=marks.fixed(national.above, Marked.LANDELIJK) if marks else None)
    yield from _all(document, [goal for goal in document.doelstellingen if goal.landelijk], question)
    yield line()
    yield line(national.others, merk=marks.fixed(national.others, Marked.OVERIGE) if marks else None)
    yield from _all(document, [goal for goal in document.doelstellingen if not goal.landelijk], question)


def _all(document: PlanDocument, goals: Sequence[DoelstellingRow], question: Question) -> Iterator[Block]:
    for index, goal in enumerate(goals):
        if index:
            yield line()
        if goal.tekst.strip():
            yield Typed(goal.tekst, merk=_mark_of_row(document, question, goal.id, index + 1))
        if figures := figures_line(goal, question):
            yield line(figures, merk=_mark_about(document, Marked.CIJFERS, question.kind, goal.id, figures))


# --- the two tables inside the format: one real row for each; an empty list keeps one empty row, as the format has it


def _acties(document: PlanDocument, question: Question) -> Iterator[Block]:
    """The table of actions, with headings above groups of actions as bold rows."""
    number = question.column("paragraaf")
    printed = zip(heads(question.columns), question.printed, strict=True)
    koppen = tuple((*kop, line(number)) if number and one.name == "omschrijving" else kop for kop, one in printed)
    rows = tuple(
        replace(_actie(actie, question), merk=_mark_of_row(document, question, actie.id, place))
        for place, actie in enumerate(document.acties or (_NO_ACTIE,), start=1)
    )
    yield line()
    yield Grid((1,) * len(koppen), koppen, rows)


def _actie(actie: ActieRow, question: Question) -> TabelRij:
    cells: tuple[Cell, ...] = tuple((PRINTED_ACTIE[one.name](actie),) for one in question.printed)
    return TabelRij(cells, is_kop=not actie.is_action, sleutel=action_key(actie.id) if actie.id else "")


def action_key(actie_id: int) -> str:
    """What names an action in a document."""
    return f"actie-{actie_id}"


def _what(actie: ActieRow) -> Line:
    """The number and what is done. A heading is bold; of a heading that is an action too, only its number is.

    A heading stays on the page of the action below it.
    """
    number = Zinsdeel(actie.paragraaf, vet=not actie.is_action or actie.on_its_own)
    what = f"{' ' if actie.paragraaf else ''}{to_plain(actie.omschrijving)}" if actie.omschrijving else ""
    told = (number, Zinsdeel(what, vet=not actie.is_action))
    return Line(tuple(one for one in told if one.tekst), blijft=not actie.is_action)


def _mijlpalen(document: PlanDocument, question: Question) -> Iterator[Block]:
    """The table of the planning."""
    rows = tuple(
        TabelRij(
            tuple((line(PRINTED_MIJLPAAL[one.name](mijlpaal)),) for one in question.printed),
            merk=_mark_of_milestone(document, question, mijlpaal, place),
        )
        for place, mijlpaal in enumerate(document.mijlpalen or (_NO_MIJLPAAL,), start=1)
    )
    yield line()
    yield Grid((1,) * len(question.columns), heads(question.columns), rows)


def _mark_of_milestone(document: PlanDocument, question: Question, one: MijlpaalRow, place: int) -> Mark | None:
    if one.actie_id:
        words = " ".join(PRINTED_MIJLPAAL[column.name](one) for column in question.printed)
        return _mark_about(document, Marked.GEREED, Kind.ACTIES, one.actie_id, words)
    return _mark_of_row(document, question, one.id, place)


# How each thing that can have a column is written.
PRINTED_ACTIE: Mapping[str, Callable[[ActieRow], Line]] = {
    "omschrijving": _what,
    "verantwoordelijke": lambda actie: line(actie.verantwoordelijke),
    "tijdslijn": lambda actie: line(actie.tijdslijn),
}
PRINTED_MIJLPAAL: Mapping[str, Callable[[MijlpaalRow], str]] = {
    "activiteit": lambda row: row.activiteit,
    "mijlpaal": lambda row: row.mijlpaal,
    "tijdslijn": lambda row: row.datum_gereed,
}
WRITERS: Mapping[Kind, Callable[[PlanDocument, Question], Iterator[Block]]] = {
    Kind.SHORT_TEXT: _short_text,
    Kind.LONG_TEXT: _long_text,
    Kind.CHOICE: _fact,
    Kind.CHOICES: _fact,
    Kind.PARTIJEN: _partijen,
    Kind.DOELSTELLINGEN: _goals,
    Kind.ACTIES: _acties,
    Kind.MIJLPALEN: _mijlpalen,
}
