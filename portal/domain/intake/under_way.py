"""A file that is being taken in, as a person corrects it: pieces go elsewhere, a text is changed, rows leave a list.

What is left out is never gone: it stands among what has no place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from forms.cleaning import clean_line, clean_text
from forms.spec import Format, Kind
from portal.domain.intake.recognise.closed import chosen_keys
from portal.domain.intake.recognise.found import SaidLines
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.recognise.rows import rows_of_lines
from portal.domain.intake.recognise.words import how_many
from portal.domain.plan.table.rows import TableChoices, TablePreview, preview
from portal.domain.stored.intake import IntakeContent, ReadList, ReadListRow, ReadPiece

CHANGED_BY_HAND = "U veranderde deze tekst. Het verplaatste stuk staat er nog in: haal het er zelf uit."


class Overname(StrEnum):
    """What is to be done with what a file has for a place."""

    BESTAAND = "bestaand"
    WORD = "word"
    SAMENVOEGEN = "samenvoegen"
    # Of a file that the portal made: what only the file changed comes in, what both changed stays as it is.
    PORTAAL = "portaal"


@dataclass(frozen=True)
class Account:
    """The words of a file: all of them, the format's own, those with a place, and those without."""

    total: int
    own: int
    placed: int
    left: int

    @property
    def adds_up(self) -> bool:
        """True when every word is somewhere."""
        return self.total == self.own + self.placed + self.left


def account(format_: Format, content: IntakeContent) -> Account:
    """Count where the words of a file are now. Words in a row that can't come in have no place."""
    placed = sum(one.woorden for one in content.stukken if one.doel)
    rows = sum(row.woorden for part in content.delen.values() if part.lijst for row in part.lijst.rijen)
    lost = sum(words_left(content, place) for place in places_of(format_).all)
    total, own = content.woorden, content.eigen_woorden
    return Account(total, own, placed + rows - lost, sum(one.woorden for one in content.stukken if not one.doel) + lost)


def words_left(content: IntakeContent, place: PlanPlace) -> int:
    """How many words of a list can't come in: rows without their main field, and columns that are no field."""
    behind = stays_behind(content, place)
    found = content.delen[place.key].lijst
    unused = [at for at, name in enumerate(found.velden) if not name] if found else []
    rows = [row for row in found.rijen if not any(row is one for one in behind)] if found and unused else []
    lost = sum(min(row.woorden, sum(how_many(row.cellen[at]) for at in unused)) for row in rows)
    return lost + sum(row.woorden for row in behind)


def pieces_of(content: IntakeContent, key: str) -> list[ReadPiece]:
    """The pieces that go to a place, in the order of the file; those that go nowhere for ""."""
    return [one for one in content.stukken if one.doel == key]


def text_for(content: IntakeContent, place: PlanPlace) -> str:
    """The text that a file has for a place, as a person made it."""
    changed = content.delen[place.key].tekst
    if changed is not None:
        return changed
    text = "\n\n".join(one.tekst for one in pieces_of(content, place.key))
    return clean_line(text) if place.question.kind is Kind.SHORT_TEXT else clean_text(text)


def answer_for(content: IntakeContent, place: PlanPlace) -> str:
    """What would be stored as the answer: a text, or the keys of what was chosen."""
    text = text_for(content, place)
    return " ".join(chosen_keys(place.question, text)) if place.is_closed else text


def rows_for(content: IntakeContent, place: PlanPlace) -> TablePreview:
    """The rows that a file has for a list."""
    found = content.delen[place.key].lijst
    if not found or not found.rijen:
        return TablePreview()
    grid = tuple(tuple(row.cellen) for row in found.rijen)
    headings = frozenset(number for number, row in enumerate(found.rijen, start=1) if row.kop)
    return preview(place.question, grid, TableChoices(tuple(found.velden), False, False, headings))


def stays_behind(content: IntakeContent, place: PlanPlace) -> list[ReadListRow]:
    """The rows that can't come in, because the field is empty without which they say nothing."""
    found = content.delen[place.key].lijst
    if not found or not place.is_list:
        return []
    coming = {row.source for row in rows_for(content, place).rows}
    return [row for number, row in enumerate(found.rijen, start=1) if number not in coming]


def has_words(content: IntakeContent, place: PlanPlace) -> bool:
    """True when there is something to take over."""
    return bool(rows_for(content, place).rows if place.is_list else answer_for(content, place))


def set_text(content: IntakeContent, place: PlanPlace, text: str) -> None:
    """Keep what a person made of the text of a place; the text of the file itself is no change."""
    part = content.delen[place.key]
    part.tekst = None
    if text != text_for(content, place):
        part.tekst = text


def move_piece(content: IntakeContent, piece: ReadPiece, to: PlanPlace | None) -> str:
    """Let a piece go to another place, or nowhere (None). Returns what the person must know, mostly nothing."""
    told = _taken_out(content, piece)
    if to is None or not to.is_list:
        piece.doel = to.key if to else ""
        _put_in(content, piece)
        return told
    content.stukken.remove(piece)
    _add_rows(content, to, piece)
    return told


def _taken_out(content: IntakeContent, piece: ReadPiece) -> str:
    part = content.delen.get(piece.doel)
    if part is None or part.tekst is None:
        return ""
    if piece.tekst not in part.tekst:
        return CHANGED_BY_HAND
    part.tekst = part.tekst.replace(piece.tekst, "", 1).strip("\n")
    return ""


def _put_in(content: IntakeContent, piece: ReadPiece) -> None:
    part = content.delen.get(piece.doel)
    if part is not None and part.tekst is not None:
        part.tekst = "\n\n".join(filter(None, (part.tekst.rstrip(), piece.tekst)))


def _add_rows(content: IntakeContent, to: PlanPlace, piece: ReadPiece) -> None:
    made = rows_of_lines(to.question, [SaidLines(to, piece.tekst, piece.plek, piece.woorden)])
    part = content.delen[to.key]
    part.lijst = part.lijst or ReadList(list(made.fields), [])
    for name in made.fields:
        if name not in part.lijst.velden:
            part.lijst.velden.append(name)
            for row in part.lijst.rijen:
                row.cellen.append("")
    for row in made.rows:
        known = dict(zip(made.fields, row.cellen, strict=True))
        cells = [known.get(name, "") for name in part.lijst.velden]
        part.lijst.rijen.append(ReadListRow(cells, row.kop, row.plek, row.woorden, ""))


def leave_out_row(content: IntakeContent, place: PlanPlace, at: int) -> None:
    """Take a row out of the list: it becomes a piece without a place."""
    found = content.delen[place.key].lijst
    assert found is not None
    row = found.rijen.pop(at)
    number = max((one.nummer for one in content.stukken), default=0) + 1
    text = " – ".join(filter(None, row.cellen))
    if text:
        content.stukken.append(ReadPiece(number, "", row.plek, text, row.woorden))


def merged_text(present: str, new: str) -> str:
    """Both texts below each other; a paragraph of the file that stands there already is not said twice."""
    known = {part.strip() for part in present.split("\n")}
    parts = [part for part in new.split("\n\n") if not all(line.strip() in known for line in part.split("\n"))]
    return "\n\n".join(filter(None, (present.rstrip(), *parts)))
