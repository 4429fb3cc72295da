"""What a person looks at: for each place in the plan what a file has for it, and how sure; and what has no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from forms.spec import Format
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.marks import owners_of
from portal.domain.intake.recognise.found import SaidLines, SaidTable, Walked
from portal.domain.intake.recognise.guide import Guide
from portal.domain.intake.recognise.judging import judged, only_first, whole_file
from portal.domain.intake.recognise.marked_rows import rows_of_marked
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.recognise.rows import (
    Rows,
    as_markdown,
    is_reference,
    joined,
    rows_of_lines,
    rows_of_table,
    without_figures,
)
from portal.domain.intake.recognise.shared_cells import told_of_shared
from portal.domain.intake.recognise.told_marks import told_of_marks
from portal.domain.intake.recognise.walk import walk
from portal.domain.intake.recognise.words import how_many, plain_words
from portal.domain.stored.intake import IntakeContent, ReadList, ReadPart, ReadPiece, ReadRemark

# A part of more pieces than this has longer ones.
MOST_PIECES = 60
_MOST_IN_REFERENCE = 6


# When a file of ours was made is told by the mark of its title, which may be gone.
NO_MOMENT = "onbekend"


class NoPlan(Exception):
    """The file holds nothing to take in; its text is a Dutch sentence that says what it is and what to do."""


def recognise(
    format_: Format,
    document: ReadDocument,
    *,
    name: str,
    plan_name: str = "",
    owner: str = "",
    own_lines: tuple[str, ...] = (),
) -> IntakeContent:
    """What stands in a file, by the labels of an edition. `name` is that of the file, `plan_name` that of the plan.

    `owner` says whose marks count: a file that the portal made of that very plan is read by what its marks say.
    `own_lines` are what the portal puts above pages besides whose plan it is.

    Every word of the file is the format's own, stands with a place, or stands with none. Raises NoPlan for an empty
    format, and for a file in which no part of the format can be found.
    """
    owners = owners_of(document)
    guide = Guide(format_, owner if owner in owners else "", plan_name, own_lines)
    walked = only_first(format_, walk(format_, document, guide))
    problem, told = whole_file(format_, document, walked, plan_name)
    if problem:
        raise NoPlan(problem)
    told += told_of_shared(document, walked)
    told += told_of_marks(format_, walked, document, owner)
    if guide.owner and not walked.made_at:
        walked.made_at = NO_MOMENT
    return _Gathering(format_, walked).content(document, name, told)


class _Gathering:
    """What was read, gathered per place."""

    def __init__(self, format_: Format, walked: Walked) -> None:
        self.places = places_of(format_)
        self.walked = walked
        self.own_words = walked.own_words
        self.lists: dict[str, Rows] = {}
        self.said = list(self._settled())

    def content(self, document: ReadDocument, name: str, told: Sequence[str]) -> IntakeContent:
        """All of it, as it is stored."""
        self._make_lists()
        return IntakeContent(
            bestand=name,
            gemaakt_op=self.walked.made_at,
            woorden=sum(how_many(one.text) for one in document.paragraphs()),
            eigen_woorden=self.own_words,
            verteld=list(document.told),
            gemeld=list(told),
            stukken=[
                ReadPiece(at, one.place.key if one.place else "", one.where, one.text, one.words)
                for at, one in enumerate(fewer(list(together(self.said))), start=1)
            ],
            delen={place.key: self._part(place) for place in self.places.all},
            opmerkingen=[
                ReadRemark(one.place.key if one.place else "", one.comment.author, one.comment.text, one.comment.about)
                for one in self.walked.beside
            ],
        )

    def _settled(self) -> Iterator[SaidLines | SaidTable]:
        """What stands beside a table of a list is no row of it, and a table without rows is no table."""
        with_table = {
            one.place.key
            for one in self.walked.said
            if isinstance(one, SaidTable) and one.place and not _reference(one) and _has_rows(one)
        }
        for one in map(without_figures, self.walked.said):
            place = one.place
            if isinstance(one, SaidLines):
                is_beside = (
                    not one.row
                    and place is not None
                    and place.is_list
                    and (place.key in with_table or refers(one.text))
                )
                beside = self.places.beside(place.section) if place and is_beside else None
                yield SaidLines(beside, one.text, one.where, one.words, one.depth, one.sign) if beside else one
            elif one.has_own_heads and not _has_rows(one):
                continue
            elif place and place.is_list and (text := _reference(one)):
                yield SaidLines(self.places.beside(place.section) or place, text, one.where, sum(one.words))
            elif place and place.is_list:
                yield one
            else:
                yield SaidLines(place, as_markdown(one.grid), one.where, sum(one.words))

    def _make_lists(self) -> None:
        """Rows of what stands with a list; what is no row of it becomes a piece without a place."""
        rest: list[SaidLines | SaidTable] = []
        for place in self.places.all:
            if place.is_list and (mine := [one for one in self.said if one.place is place]):
                self._make_list(place, mine, rest)
        self.said = [one for one in self.said if not (one.place and one.place.is_list)] + rest

    def _make_list(
        self, place: PlanPlace, mine: Sequence[SaidLines | SaidTable], rest: list[SaidLines | SaidTable]
    ) -> None:
        lines = [one for one in mine if isinstance(one, SaidLines) and not one.row]
        marked = [one for one in mine if isinstance(one, SaidLines) and one.row]
        tables = [one for one in mine if isinstance(one, SaidTable)]
        read = [(one, rows_of_table(place.question, one)) for one in tables]
        made = [rows for _, rows in read if rows]
        rest += [
            SaidLines(None, as_markdown(one.grid), one.where, sum(one.words)) for one, rows in read if rows is None
        ]
        made += [rows_of_marked(place.question, marked)] if marked else []
        made += [rows_of_lines(place.question, lines)] if lines else []
        self.own_words += sum(one.own_words for one in made)
        rest += [said for one in made for said in one.left]
        if made:
            self.lists[place.key] = joined(place.question, made)

    def _part(self, place: PlanPlace) -> ReadPart:
        rows = self.lists.get(place.key)
        mine = [one for one in self.said if isinstance(one, SaidLines) and one.place is place]
        plekken = [one.where for one in mine] + [one.plek for one in (rows.rows if rows else ())]
        zekerheid, waarom = judged(place, self.walked.seen, rows, mine)
        lijst = ReadList(list(rows.fields), list(rows.rows)) if rows else None
        mark, highest = self.walked.made_from.get(place.key), self.walked.highest.get(place.key, 0)
        where = list(dict.fromkeys(plekken))
        return ReadPart(
            zekerheid, waarom, where, None, lijst, "", mark.bookmark() if mark else "", highest, rijkeuzes={}
        )


def refers(text: str) -> bool:
    """True for "Zie Acties!" beside a list that is empty."""
    return plain_words(text).startswith("zie ") and how_many(text) <= _MOST_IN_REFERENCE


def _reference(one: SaidTable) -> str:
    """A row that carries a mark is a row, also when it has one word."""
    return "" if any(one.marks) else is_reference(one.grid)


def _has_rows(one: SaidTable) -> bool:
    return any(cell.strip() for row in one.grid[int(one.has_own_heads) :] for cell in row)


def together(said: Sequence[SaidLines | SaidTable]) -> Iterator[SaidLines]:
    """Points of one list as one piece; any other paragraph is a piece of its own."""
    last: SaidLines | None = None
    for one in said:
        assert isinstance(one, SaidLines)
        if last and last.depth and one.depth and (one.place, one.where) == (last.place, last.where):
            last = replace(last, text=f"{last.text}\n{one.text}", words=last.words + one.words)
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def fewer(pieces: Sequence[SaidLines]) -> Iterator[SaidLines]:
    """Of a very long text several paragraphs are one piece: nobody chooses a place for a thousand of them."""
    many = Counter(one.place.key if one.place else "" for one in pieces)
    last: SaidLines | None = None
    joined_so_far = 0
    for one in pieces:
        most = ceil(many[one.place.key if one.place else ""] / MOST_PIECES)
        if last and last.place is one.place and joined_so_far < most:
            last = replace(last, text=f"{last.text}\n\n{one.text}", words=last.words + one.words)
            joined_so_far += 1
            continue
        if last:
            yield last
        last, joined_so_far = one, 1
    if last:
        yield last
