"""What a person looks at: for each question of a sheet what a file has for it, and how sure; and what has no place."""

from __future__ import annotations

from collections.abc import Iterator

from forms.cleaning import clean_line, clean_text
from forms.dutch.words import listed
from forms.spec import Kind, Question
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.recognise.words import how_many
from portal.domain.sheet_intake.asked import SheetAsked
from portal.domain.sheet_intake.boxes import ticked
from portal.domain.sheet_intake.gathered import Gathered, Read
from portal.domain.sheet_intake.judging import whole_file
from portal.domain.sheet_intake.reader import TEXT, read_sheet
from portal.domain.stored.sheet_intake import FoundAnswer, SheetIntakeContent

NO_BOX = "Er is geen vakje aangekruist."
MANY_BOXES = "Er is meer dan één vakje aangekruist: {}. Laat er in het bestand één staan, of kies zelf in het portaal."
NO_CHOICE = "Dit is geen van de antwoorden die u hier kunt kiezen."
NO_REGION = "Wij herkennen niet voor welke regio dit geldt."
NO_PARTY = "Er is niet aangekruist van wie u dit verwacht."
# How a field with one closed answer is called, by the kind of its question.
_CLOSED = {Kind.CHOICE: TEXT, Kind.CHOICES: TEXT, Kind.VOORTGANG: "status", Kind.VERWACHTINGEN: "aan"}
_LINES = frozenset({"waarde", "peildatum"})


class NoSheet(Exception):
    """The file holds nothing to take in; its text is a Dutch sentence that says what it is and what to do."""


def recognise_sheet(asked: SheetAsked, document: ReadDocument, *, name: str) -> SheetIntakeContent:
    """What stands in a file, by the words of the sheet that it is read for. `name` is that of the file.

    Every word of the file is the sheet's own, stands with a question, or has no place. Raises NoSheet for an empty
    sheet, for that of another round or region, and for what is no sheet.
    """
    found = read_sheet(asked, document)
    answers = list(_answers(found))
    problem, told = whole_file(asked, document, found, has_answers=any(one.waarden or one.bezwaar for one in answers))
    if problem:
        raise NoSheet(problem)
    return SheetIntakeContent(
        bestand=name,
        woorden=sum(how_many(one.text) for one in document.paragraphs()),
        eigen_woorden=found.own_words,
        verteld=list(document.told),
        gemeld=told,
        antwoorden=answers,
        niet_geplaatst=found.left,
        opmerkingen=found.beside,
    )


def _answers(found: Read) -> Iterator[FoundAnswer]:
    for one in found.answers:
        _read_boxes(one, found)
        values = {name: value for name in one.values if (value := _value(one, name))}
        problem = _problem(one, values)
        why = one.why or ([NO_BOX] if _lacks_a_box(one, values) else [])
        if values or problem or why:
            level = one.level.value if values else ""
            yield FoundAnswer(one.question.key, one.row, one.regio, values, one.places, level, why, problem, one.words)


def _read_boxes(one: Gathered, found: Read) -> None:
    """What is ticked of a closed question; what stands beside the boxes has no place."""
    if one.question.kind not in (Kind.CHOICE, Kind.CHOICES):
        return
    seen = ticked(one.question.choices, "\n".join(one.values.get(TEXT, [])))
    where = one.places[0] if one.places else ""
    beside = min(one.words, how_many(seen.rest))
    found.own_words += one.words - beside
    found.has_no_place(seen.rest, where, beside)
    one.values, one.words = {TEXT: [" ".join(seen.keys)]}, 0


def _value(one: Gathered, name: str) -> str:
    """A field as it would be stored."""
    if name == _CLOSED.get(one.question.kind):
        return " ".join(dict.fromkeys(" ".join(one.values[name]).split()))
    text = one.text(name)
    is_line = name in _LINES or (name == TEXT and one.question.kind is Kind.SHORT_TEXT)
    return clean_line(text) if is_line else clean_text(text)


def _problem(one: Gathered, values: dict[str, str]) -> str:
    """Why an answer can't come in, whatever stands on the sheet; else ""."""
    question = one.question
    if not values:
        return ""
    closed = _CLOSED.get(question.kind, "")
    keys = values.get(closed, "").split() if closed else []
    if len(keys) > 1 and question.kind is not Kind.CHOICES:
        return MANY_BOXES.format(listed(question.choice_label(key) for key in keys))
    if one.regio == "?" or values.get("regio") == "?":
        return NO_REGION
    if question.kind is Kind.VERWACHTINGEN and not keys:
        return NO_PARTY
    if question.kind in (Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN) and not values.get(TEXT):
        return _missing(question)
    return ""


def _missing(question: Question) -> str:
    field = question.row_field(TEXT)
    return field.missing if field else ""


def _lacks_a_box(one: Gathered, values: dict[str, str]) -> bool:
    """True for a closed question, or an action, of which nothing is ticked."""
    return one.question.kind in (Kind.CHOICE, Kind.CHOICES, Kind.VOORTGANG) and not values
