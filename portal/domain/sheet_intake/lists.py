"""Tables with rows: how each action goes, where each goal stands, successes, lessons, expectations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from forms.goals.verdict import Lies, NoVerdict
from forms.spec import Kind, Question, Section
from portal.domain.intake.document import ReadCell, ReadParagraph, ReadRow, paragraphs_of
from portal.domain.intake.recognise.judging import Zekerheid
from portal.domain.intake.recognise.words import how_many, plain_words
from portal.domain.intake.writing import joined
from portal.domain.sheet_intake.asked import DrawnWords
from portal.domain.sheet_intake.boxes import box_of, ticked, without_box
from portal.domain.sheet_intake.cells import answer_of, lines_of, text_of, words_of_cell
from portal.domain.sheet_intake.gathered import Gathered, Read
from portal.domain.sheet_intake.labels import Labels, row_of

_HEAD_ALIKE, _LONGEST_HEAD = 85.0, 200
# Columns that the portal draws beside those of the list; "" is of the portal itself.
_REGIO, _OURS = "regio", ""
_VERDICTS = frozenset([one.label.lower() for one in Lies] + [one.words for one in NoVerdict])

UNKNOWN_ROW = {
    Kind.VOORTGANG: "Deze rij past bij geen actie op uw antwoordblad: ",
    Kind.DOELSTANDEN: "Deze rij past bij geen doel op uw antwoordblad: ",
}
OTHER_WORDS = "In het bestand staat deze regel met andere woorden: “{}”."
NO_HEADS = "Boven deze tabel stonden geen koppen. Wij gingen uit van de gewone volgorde."


def list_of(labels: Labels, here: Section | None, row: ReadRow) -> ListTable | None:
    """The list of which this row has the heads; None when it has none."""
    asked = [one for one in labels.asked.format.questions if one.kind.is_list]
    if here is not None:
        asked = [*(one for one in asked if one in here.questions), *(one for one in asked if one not in here.questions)]
    for question in asked:
        columns = dict(_columns(labels.asked.words, question, row))
        names = [one for one in columns.values() if one not in (_OURS, _REGIO)]
        needed = 1 if len(question.printed) == 1 else 2
        if len(names) >= needed and len(columns) == len([one for one in row.cells if text_of(one)]):
            return ListTable(labels, question, columns, has_heads=True)
    return None


def _columns(words: DrawnWords, question: Question, row: ReadRow) -> Iterable[tuple[int, str]]:
    heads = {one.name: plain_words(one.column) for one in question.printed}
    for cell in row.cells:
        plain = plain_words(text_of(cell)[:_LONGEST_HEAD])
        if plain.startswith(f"{plain_words(words.before)} ") or plain == plain_words(words.reply):
            yield cell.column, _OURS
        elif plain == plain_words(words.region) and labels_a_region(question):
            yield cell.column, _REGIO
        else:
            score, name = max(((fuzz.ratio(head, plain), name) for name, head in heads.items()), default=(0.0, ""))
            if score >= _HEAD_ALIKE:
                del heads[name]
                yield cell.column, name


def labels_a_region(question: Question) -> bool:
    """True for a list of which each row can count for one region only."""
    return question.kind in (Kind.SUCCESSEN, Kind.LESSEN, Kind.VERWACHTINGEN)


def said_of_party(question: Question, text: str) -> dict[str, str]:
    """A row from a line of text: "VWS: meer geld" says of whom it is expected."""
    party, colon, behind = text.partition(":")
    named = [one for one in question.choices if plain_words(one.label) == plain_words(party)]
    if question.kind is not Kind.VERWACHTINGEN or not colon or not named:
        return {"tekst": text}
    return {"aan": named[0].label, "tekst": behind.strip()}


@dataclass
class ListTable:
    """A table with the rows of one list; `columns` says what stands in each of its columns."""

    labels: Labels
    question: Question
    columns: Mapping[int, str]
    has_heads: bool

    def take(self, row: ReadRow, where: str, found: Read) -> None:
        """Read a row."""
        found.tell_comments(one for cell in row.cells for one in paragraphs_of(cell.blocks))
        if not any(map(text_of, row.cells)):
            return
        rest = [cell for cell in row.cells if self._name(cell) is None]
        if self.question.kind in (Kind.VOORTGANG, Kind.DOELSTANDEN):
            self._take_asked(row, where, found, rest)
        else:
            self._take_own(row, where, found, rest)

    def _name(self, cell: ReadCell) -> str | None:
        """What stands in a cell: the column that begins there, or the last one before it."""
        before = [column for column in self.columns if column <= cell.column]
        return self.columns[max(before)] if before and cell.column in self.columns else None

    def _cells(self, row: ReadRow) -> dict[str, ReadCell]:
        return {name: cell for cell in row.cells if (name := self._name(cell)) is not None}

    # --- actions and goals

    def _take_asked(self, row: ReadRow, where: str, found: Read, rest: Sequence[ReadCell]) -> None:
        """A row of an action or a goal of the plan."""
        what, cells = self.question.printed[0].name, self._cells(row)
        asked = self.labels.asked.rows.get(self.question.key, ())
        about = cells.get(what)
        match = row_of(asked, text_of(about)) if about else None
        if match is None or match[0].is_heading:
            self._take_unknown(row, where, found, is_heading=match is not None)
            return
        answer = self._answer(found, match[0].id, sure=match[1], text=text_of(about) if about else "")
        for name, cell in cells.items():
            if name in (what, _OURS):
                found.own_words += words_of_cell(cell)
            elif name == "status":
                self._take_status(cell, answer, where, found)
            elif name == "waarde":
                self._take_figure(cell, answer, where, found, unit=match[0].unit)
            elif name == "toelichting" and self.question.kind is Kind.VOORTGANG:
                self._take_told(cell, answer, where, found)
            elif text_of(cell):
                answer.add(name, answer_of(cell.blocks), where, words_of_cell(cell))
        self._rest(rest, where, found)

    def _answer(self, found: Read, row_id: str, *, sure: bool, text: str) -> Gathered:
        answer = found.answer(self.question, row_id)
        if not sure:
            answer.doubt(Zekerheid.WAARSCHIJNLIJK, OTHER_WORDS.format(" ".join(text.split("\n")[0].split())))
        if not self.has_heads:
            answer.doubt(Zekerheid.ONZEKER, NO_HEADS)
        return answer

    def _take_unknown(self, row: ReadRow, where: str, found: Read, *, is_heading: bool) -> None:
        """A heading between actions is of the plan; of a row of somebody's own the boxes are no words."""
        told: list[str] = []
        for cell in row.cells:
            lines = [line for line, _ in lines_of(cell)]
            own = [line for line in lines if self.labels.is_own(line)]
            told += [line for line in lines if line not in own]
            found.own_words += sum(map(how_many, own))
        if told:
            before = "" if is_heading else UNKNOWN_ROW[self.question.kind]
            found.has_no_place(before + " – ".join(told), where, sum(map(how_many, told)))

    def _take_status(self, cell: ReadCell, answer: Gathered, where: str, found: Read) -> None:
        same_as = plain_words(self.labels.asked.words.same_as)
        lines = [line for line, _ in lines_of(cell) if not plain_words(line).startswith(f"{same_as} ")]
        self._take_boxes(cell, "\n".join(lines), "status", answer, where, found)

    def _take_boxes(
        self, cell: ReadCell, text: str, name: str, answer: Gathered, where: str, found: Read, words: int = 0
    ) -> None:
        """The choices in a cell are the sheet's own words; what stands beside them has no place."""
        seen = ticked(self.question.choices, text)
        beside = how_many(seen.rest)
        found.own_words += words_of_cell(cell) - beside
        found.has_no_place(seen.rest, where, beside)
        if not seen.has_boxes and not seen.keys:
            answer.add(name, "", where, words)
            return
        answer.add(name, " ".join(seen.keys), where, words)

    def _take_figure(self, cell: ReadCell, answer: Gathered, where: str, found: Read, *, unit: str) -> None:
        """A figure, without what the portal draws below it; or that nobody knows."""
        lines = [line for line, _ in lines_of(cell)]
        typed = [line for line in lines if not _is_verdict(line)]
        unknown = [line for line in typed if self._is_unknown(line)]
        if any(box_of(line) is not False for line in unknown):
            answer.add("weet_niet", "ja", where, 0)
        typed = [line for line in typed if line not in unknown]
        figure = " ".join(typed)
        if unit and figure.casefold().endswith(f" {unit.casefold()}"):
            figure = figure[: -len(unit) - 1].rstrip()
        words = sum(map(how_many, typed))
        found.own_words += words_of_cell(cell) - words
        answer.add("waarde", figure, where, words)

    def _is_unknown(self, line: str) -> bool:
        """True for the line that says that nobody knows it, with a box before it or not."""
        asked = self.question.row_field("weet_niet")
        said = {
            plain_words(one) for one in (self.labels.asked.words.unknown, asked.label if asked else "", "weet niet")
        }
        return without_box(plain_words(line)) in said

    def _take_told(self, cell: ReadCell, answer: Gathered, where: str, found: Read) -> None:
        """Why; and below that where it goes otherwise in one region, as the portal draws it."""
        now, together = answer, list[ReadParagraph]()
        for one in [*paragraphs_of(cell.blocks), None]:
            elsewhere = self.labels.asked.elsewhere.get(plain_words(one.text)) if one else None
            if one is not None and elsewhere is None:
                together.append(one)
                continue
            now.add("toelichting", joined(together), where, sum(how_many(it.text) for it in together))
            together = []
            if one is not None and elsewhere is not None:
                found.own_words += how_many(one.text)
                now = found.answer(self.question, answer.row, elsewhere[0])
                now.add("status", elsewhere[1], where, 0)

    # --- successes, lessons, expectations

    def _take_own(self, row: ReadRow, where: str, found: Read, rest: Sequence[ReadCell]) -> None:
        cells = self._cells(row)
        if not self._is_filled(cells):
            found.own_words += sum(words_of_cell(cell) for cell in cells.values())
            self._rest(rest, where, found)
            return
        answer = found.new(self.question)
        for name, cell in cells.items():
            if name == _OURS:
                found.own_words += words_of_cell(cell)
            elif name == "aan":
                self._take_party(cell, answer, where, found)
            elif name == _REGIO:
                found.own_words += words_of_cell(cell)
                answer.add(_REGIO, self._region(text_of(cell)), where, 0)
            elif text_of(cell):
                answer.add(name, answer_of(cell.blocks), where, words_of_cell(cell))
        if not self.has_heads:
            answer.doubt(Zekerheid.ONZEKER, NO_HEADS)
        self._rest(rest, where, found)

    def _is_filled(self, cells: Mapping[str, ReadCell]) -> bool:
        """True when somebody wrote or ticked something: boxes alone are those of an empty row."""
        party = cells.get("aan")
        seen = ticked(self.question.choices, text_of(party)) if party else None
        written = [name for name, cell in cells.items() if name not in (_OURS, _REGIO, "aan") and text_of(cell)]
        return bool(written or (seen and (seen.keys or seen.rest)))

    def _take_party(self, cell: ReadCell, answer: Gathered, where: str, found: Read) -> None:
        self._take_boxes(cell, text_of(cell), "aan", answer, where, found)

    def _region(self, text: str) -> str:
        """The code of a region, "" for all of them, "?" for a name that is none of them."""
        if not text or plain_words(text) == plain_words(self.labels.asked.words.all_regions):
            return ""
        return self.labels.region_named(text) or "?"

    def _rest(self, cells: Sequence[ReadCell], where: str, found: Read) -> None:
        """Columns of somebody's own."""
        for cell in cells:
            found.has_no_place(answer_of(cell.blocks), where, words_of_cell(cell))


def _is_verdict(line: str) -> bool:
    """True for the small line below a figure: what was planned for that day, and how the figure lies beside it."""
    return all(part.startswith("gepland: ") or part in _VERDICTS for part in line.split(" · "))
