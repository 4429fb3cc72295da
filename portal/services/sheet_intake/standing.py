"""What stands on a sheet at each question for which a file has something, and what would come of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from forms.dutch.words import counted
from forms.richtext import parse, to_plain
from forms.spec import Format, Kind, Question, Section
from portal.domain.intake.under_way import Overname, merged_text
from portal.domain.review.compare import TextDiff
from portal.domain.sheet.goals import goal_problem
from portal.domain.sheet.state import action_ids, differing_problem, progress_problem
from portal.domain.stored.sheet_intake import FoundAnswer, SheetIntakeContent
from portal.models import Antwoordblad, BladRegel, RegelSoort, Regio
from portal.services.filling.freezing import checksum
from portal.services.round.questionnaire import format_of_round
from portal.services.sheet.content import LoadedSheet, as_content, load
from portal.services.sheet.rows import RegelValues

GONE_ROW = "Dit staat niet (meer) op uw antwoordblad."
NO_REGION = "Dit antwoordblad geldt niet voor deze regio."
# A row with so many of the same words is that row, changed.
_SAME_ROW = 60.0
_YES = "ja"
_ALL = (Overname.BESTAAND, Overname.WORD, Overname.SAMENVOEGEN)


@dataclass(frozen=True)
class FieldStanding:
    """A field of an answer: as it stands there, and as the file has it. `question` has its choices."""

    name: str
    label: str
    present: str
    new: str
    question: Question | None = None

    @property
    def is_same(self) -> bool:
        """True when the file says what stands there, or nothing: a file empties nothing."""
        return (
            not self.new or self.new == self.present or (not self.question and parse(self.new) == parse(self.present))
        )

    @property
    def diff(self) -> TextDiff:
        """What would change in the words."""
        return TextDiff(self.in_words(self.present), self.in_words(self.new or self.present), is_markdown=True)

    def in_words(self, value: str) -> str:
        """As people read it."""
        if self.question is None:
            return value
        return ", ".join(self.question.choice_label(key) for key in value.split())

    def outcome(self, choice: Overname) -> str:
        """What a choice gives."""
        if choice is Overname.BESTAAND or not self.new:
            return self.present
        both = choice is Overname.SAMENVOEGEN and self.question is None
        return merged_text(self.present, self.new) if both else self.new


@dataclass(frozen=True)
class AnswerStanding:
    """An answer, the progress of an action, or where a goal stands; for all regions, or where one (`regio`) differs."""

    key: str
    question: Question
    section: Section
    name: str
    found: FoundAnswer
    fields: tuple[FieldStanding, ...] = ()
    revision: int = 0
    row_id: int = 0
    regio: Regio | None = None
    problem: str = ""

    is_list = False

    @property
    def has_new(self) -> bool:
        """True when the file has something that can come in."""
        return bool(self.found.waarden) and not self.problem

    @property
    def has_present(self) -> bool:
        """True when something stands there."""
        return any(one.present for one in self.fields)

    @property
    def is_same(self) -> bool:
        """True when what the file has stands there already."""
        return all(one.is_same for one in self.fields)

    @property
    def changed(self) -> tuple[FieldStanding, ...]:
        """The fields of which the file has something else."""
        return tuple(one for one in self.fields if not one.is_same)

    @property
    def choices(self) -> tuple[Overname, ...]:
        """What can be chosen here."""
        if not self.has_present:
            return (Overname.WORD, Overname.BESTAAND)
        texts = [
            one for one in self.changed if one.question is None and one.present and one.name in ("tekst", "toelichting")
        ]
        merges = texts and self.question.kind is not Kind.SHORT_TEXT
        return _ALL if merges else (Overname.BESTAAND, Overname.WORD)

    @property
    def best(self) -> Overname:
        """What is chosen when nobody chose: nothing that stands there gives way."""
        return Overname.BESTAAND if self.has_present else Overname.WORD

    def outcome(self, choice: Overname) -> dict[str, str]:
        """What a choice gives, by field."""
        return {one.name: one.outcome(choice) for one in self.fields}


@dataclass(frozen=True)
class RowStanding:
    """A row of a file, with the row of the sheet that it is, when there is one."""

    values: RegelValues
    aan: str
    regio: str
    present: BladRegel | None

    @property
    def is_same(self) -> bool:
        """True when it stands there just so."""
        return self.present is not None and _sign(self.values) == _sign_of(self.present)

    @property
    def diff(self) -> TextDiff:
        """What would change in its words."""
        return TextDiff(self.present.tekst if self.present else "", self.values.tekst, is_markdown=True)


@dataclass(frozen=True)
class ListStanding:
    """A list: its rows in the file, and those that stand there."""

    key: str
    question: Question
    section: Section
    found: tuple[FoundAnswer, ...]
    rows: tuple[RowStanding, ...]
    present: tuple[BladRegel, ...]

    is_list = True
    problem = ""

    @property
    def name(self) -> str:
        """What the person knows it by."""
        return self.question.label

    @property
    def has_new(self) -> bool:
        """True when the file has a row that can come in."""
        return bool(self.rows)

    @property
    def has_present(self) -> bool:
        """True when there are rows."""
        return bool(self.present)

    @cached_property
    def gone(self) -> tuple[BladRegel, ...]:
        """The rows of the sheet that are not in the file."""
        known = {id(one.present) for one in self.rows}
        return tuple(one for one in self.present if id(one) not in known)

    @property
    def is_same(self) -> bool:
        """True when the rows of the file stand there already."""
        return all(one.is_same for one in self.rows) and not self.gone

    @property
    def missing(self) -> tuple[RowStanding, ...]:
        """The rows of the file that are none of the sheet, also not with other words."""
        return tuple(one for one in self.rows if one.present is None)

    @property
    def choices(self) -> tuple[Overname, ...]:
        """What can be chosen here."""
        if not self.has_present:
            return (Overname.WORD, Overname.BESTAAND)
        return _ALL if self.missing else (Overname.BESTAAND, Overname.WORD)

    @property
    def best(self) -> Overname:
        """What is chosen when nobody chose."""
        return Overname.BESTAAND if self.has_present else Overname.WORD


Standing = AnswerStanding | ListStanding


@dataclass(frozen=True)
class ComparedSheet:
    """All that a file has, with a mark of the sheet as it was compared with."""

    places: tuple[Standing, ...]
    mark: str
    # The names of questions and rows of which the file says nothing.
    unanswered: tuple[str, ...] = ()

    @property
    def to_choose(self) -> tuple[Standing, ...]:
        """What is different from what stands there."""
        return tuple(one for one in self.places if one.has_new and not one.is_same)

    @property
    def same(self) -> tuple[Standing, ...]:
        """What stands there already."""
        return tuple(one for one in self.places if one.has_new and one.is_same)

    @property
    def refused(self) -> tuple[RefusedAnswer, ...]:
        """What can't come in, with why."""
        return tuple(told for one in self.places for told in _refused(one))


@dataclass(frozen=True)
class RefusedAnswer:
    """Something of a file that can't come in: where it belongs, why, and its words."""

    name: str
    problem: str
    text: str
    found: FoundAnswer


def _refused(place: Standing) -> Iterator[RefusedAnswer]:
    if isinstance(place, ListStanding):
        yield from (
            RefusedAnswer(place.name, one.bezwaar, one.waarden.get("tekst", ""), one)
            for one in place.found
            if one.bezwaar
        )
    elif place.problem:
        text = "" if place.question.kind in (Kind.CHOICE, Kind.CHOICES) else place.found.waarden.get("tekst", "")
        yield RefusedAnswer(place.name, place.problem, text or place.found.waarden.get("toelichting", ""), place.found)


def compared(blad: Antwoordblad, found: SheetIntakeContent) -> ComparedSheet:
    """What a file has for each question, beside what stands there now."""
    return _Comparing(blad, found).compared()


class _Comparing:
    def __init__(self, blad: Antwoordblad, found: SheetIntakeContent) -> None:
        self.blad, self.found = blad, found
        self.loaded: LoadedSheet = load(blad)
        self.format: Format = format_of_round(blad.uitvraag)
        self.regios = {regio.code: regio for regio in blad.regios}

    def compared(self) -> ComparedSheet:
        """In the order of the questions."""
        places = tuple(one for section in self.format.sections for one in self._of_section(section))
        return ComparedSheet(places, checksum(as_content(self.blad, self.loaded)), tuple(self._unanswered()))

    def _unanswered(self) -> Iterator[str]:
        """What nothing was filled in for; of actions and goals only how many."""
        for question in self.format.questions:
            mine = [one for one in self.found.antwoorden if one.vraag == question.key and one.waarden]
            rows = {Kind.VOORTGANG: self._asked_actions(), Kind.DOELSTANDEN: set(self._goal_rows())}.get(question.kind)
            if rows is None and not mine:
                yield self._name(question)
            elif rows and (left := rows - {one.rij for one in mine}):
                yield f"{question.label} ({counted(len(left), 'rij', 'rijen')})"

    def _name(self, question: Question) -> str:
        """What the person knows it by: of a label that several questions have, also its part."""
        part = next(one for one in self.format.sections if question in one.questions)
        is_one = [one.label for one in self.format.questions].count(question.label) == 1
        return question.label if is_one else f"{question.label} bij “{part.name}”"

    def _asked_actions(self) -> set[str]:
        return {str(one) for one in action_ids(as_content(self.blad, self.loaded))}

    def _of_section(self, section: Section) -> Iterator[Standing]:
        for question in section.questions:
            mine = [one for one in self.found.antwoorden if one.vraag == question.key]
            if question.kind is Kind.VOORTGANG:
                yield from self._by_row(mine, self._action_rows(), question, section)
            elif question.kind is Kind.DOELSTANDEN:
                yield from self._by_row(mine, self._goal_rows(), question, section)
            elif question.kind.is_list:
                if mine:
                    yield self._list(mine, question, section)
            else:
                yield from (self._text(one, question, section) for one in mine if one.waarden)

    # --- texts and closed questions

    def _text(self, found: FoundAnswer, question: Question, section: Section) -> AnswerStanding:
        regio = self.regios.get(found.regio)
        row = self.loaded.answer(question.key, regio.id if regio else None)
        field = FieldStanding(
            "tekst", "", row.text if row else "", found.waarden.get("tekst", ""), question if question.choices else None
        )
        key = "-".join(filter(None, (question.key, found.regio)))
        name = self._name(question)
        name = f"{name} ({regio.naam})" if regio else name
        return AnswerStanding(
            key,
            question,
            section,
            name,
            found,
            (field,),
            row.revision if row else 0,
            regio=regio,
            problem=found.bezwaar or (NO_REGION if found.regio and not regio else ""),
        )

    # --- actions and goals

    def _action_rows(self) -> dict[str, str]:
        return {
            str(row["id"]): f"{row['paragraaf']} {to_plain(row['omschrijving'])}".strip() for row in self.loaded.actions
        }

    def _goal_rows(self) -> dict[str, str]:
        return {str(row["id"]): to_plain(row["tekst"]) for row in self.loaded.goals}

    def _by_row(
        self, mine: Sequence[FoundAnswer], names: dict[str, str], question: Question, section: Section
    ) -> Iterator[Standing]:
        """In the order of the plan."""
        for row_id, name in names.items():
            for one in (one for one in mine if one.rij == row_id and one.waarden):
                yield self._row(one, name, question, section)
        for one in (one for one in mine if one.rij not in names and one.waarden):
            yield AnswerStanding(f"{question.key}-{one.rij}", question, section, GONE_ROW, one, problem=GONE_ROW)

    def _row(self, found: FoundAnswer, name: str, question: Question, section: Section) -> AnswerStanding:
        regio = self.regios.get(found.regio)
        if question.kind is Kind.DOELSTANDEN:
            fields, revision = self._goal_fields(found, question)
        else:
            fields, revision = self._action_fields(found, question, regio)
        key = "-".join(filter(None, (question.key, found.rij, found.regio)))
        made = AnswerStanding(
            key,
            question,
            section,
            f"{name} ({regio.naam})" if regio else name,
            found,
            fields,
            revision,
            int(found.rij),
            regio,
        )
        problem = found.bezwaar or (NO_REGION if found.regio and not regio else self._problem(made))
        return AnswerStanding(
            made.key, question, section, made.name, found, fields, revision, made.row_id, regio, problem
        )

    def _action_fields(
        self, found: FoundAnswer, question: Question, regio: Regio | None
    ) -> tuple[tuple[FieldStanding, ...], int]:
        actie_id = int(found.rij)
        row = self.loaded.afwijkend.get((actie_id, regio.id)) if regio else self.loaded.voortgang.get(actie_id)
        status, told = (row.status, row.toelichting) if row else ("", "")
        fields = (
            FieldStanding("status", question.column("status"), status, found.waarden.get("status", ""), question),
            FieldStanding("toelichting", question.column("toelichting"), told, found.waarden.get("toelichting", "")),
        )
        return fields, row.revision if row else 0

    def _goal_fields(self, found: FoundAnswer, question: Question) -> tuple[tuple[FieldStanding, ...], int]:
        row = self.loaded.doelstanden.get(int(found.rij))
        present = {
            "waarde": row.waarde if row else "",
            "peildatum": row.peildatum if row else "",
            "weet_niet": _YES if row and row.weet_niet else "",
            "toelichting": row.toelichting if row else "",
        }
        fields = [
            FieldStanding(name, question.column(name), value, found.waarden.get(name, ""))
            for name, value in present.items()
        ]
        return tuple(fields), row.revision if row else 0

    def _problem(self, one: AnswerStanding) -> str:
        """The rules of typing hold for a file too."""
        values = outcome_of(one, Overname.WORD)
        if one.question.kind is Kind.DOELSTANDEN:
            problem = goal_problem(
                waarde=values["waarde"],
                peildatum=values["peildatum"],
                weet_niet=bool(values["weet_niet"]),
                toelichting=values["toelichting"],
            )
            return problem[1] if problem else ""
        if one.is_same:
            return ""
        if one.regio is None:
            return progress_problem(one.question, values["status"], values["toelichting"])
        return differing_problem(
            one.question, self._shared(one), values["status"], values["toelichting"], one.regio.naam
        )

    def _shared(self, one: AnswerStanding) -> str:
        """The status in all regions: as it stands there. What the file has for it may not be taken over."""
        row = self.loaded.voortgang.get(one.row_id)
        said = next((it for it in self.found.antwoorden if (it.rij, it.regio) == (one.found.rij, "")), None)
        return row.status if row else said.waarden.get("status", "") if said else ""

    # --- lists

    def _list(self, mine: Sequence[FoundAnswer], question: Question, section: Section) -> ListStanding:
        present = self.loaded.regels_of(RegelSoort(question.kind.value))
        values = [self._values(one) for one in mine if not one.bezwaar]
        matches = matched(values, present)
        names = {regio.id: regio.naam for regio in self.regios.values()}
        rows = tuple(
            RowStanding(one, question.choice_label(one.aan) if one.aan else "", names.get(one.regio_id or 0, ""), row)
            for one, row in zip(values, matches, strict=True)
        )
        return ListStanding(question.key, question, section, tuple(mine), rows, tuple(present))

    def _values(self, one: FoundAnswer) -> RegelValues:
        regio = self.regios.get(one.waarden.get("regio", ""))
        return RegelValues(one.waarden.get("tekst", ""), one.waarden.get("aan", ""), regio.id if regio else None)


def outcome_of(one: AnswerStanding, choice: Overname) -> dict[str, str]:
    """What a choice gives. Who says that nobody knows a figure takes the figure away, and the other way round."""
    values = one.outcome(choice)
    if one.question.kind is Kind.DOELSTANDEN and choice is not Overname.BESTAAND:
        if one.found.waarden.get("weet_niet") and not one.found.waarden.get("waarde"):
            values |= {"waarde": "", "peildatum": one.found.waarden.get("peildatum", "")}
        elif one.found.waarden.get("waarde") and not one.found.waarden.get("weet_niet"):
            values["weet_niet"] = ""
    return values


def matched(values: Sequence[RegelValues], present: Sequence[BladRegel]) -> list[BladRegel | None]:
    """Which row of the sheet each row of a file is: the same one first, then one with most of its words."""
    free = list(present)
    found: list[BladRegel | None] = [None] * len(values)
    for at, one in enumerate(values):
        same = next((row for row in free if _sign_of(row) == _sign(one)), None)
        if same is not None:
            free.remove(same)
            found[at] = same
    for at, one in enumerate(values):
        alike = max(free, key=lambda row: fuzz.ratio(row.tekst, one.tekst), default=None)
        if found[at] is None and alike is not None and fuzz.ratio(alike.tekst, one.tekst) >= _SAME_ROW:
            free.remove(alike)
            found[at] = alike
    return found


def _sign(values: RegelValues) -> tuple[str, str, int | None]:
    """A row as it is compared: white does not count, nor how a list is typed."""
    return " ".join(to_plain(values.tekst).split()), values.aan, values.regio_id


def _sign_of(row: BladRegel) -> tuple[str, str, int | None]:
    return _sign(RegelValues(row.tekst, row.aan if row.soort is RegelSoort.VERWACHTING else "", row.regio_id))
