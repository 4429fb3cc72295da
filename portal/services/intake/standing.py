"""What stands in a plan at each place where a file has something for it, and what would come of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any

from exports.labels import VOLGT_LATER, labelled
from forms.richtext import to_plain
from forms.spec import Kind
from portal.domain.intake import under_way
from portal.domain.intake.own_numbers import KnownNumber, with_known_numbers
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.row_edits import RowEdit
from portal.domain.intake.text_edits import AnswerEdits, settled
from portal.domain.intake.under_way import Overname
from portal.domain.plan.table.columns import MAIN
from portal.domain.plan.table.pairing import paired
from portal.domain.plan.table.rows import TableRow
from portal.domain.review.compare import TextDiff
from portal.domain.stored.intake import IntakeContent, ReadPart
from portal.models import Actie, Doelstelling, Plan
from portal.services.filling.freezing import checksum
from portal.services.intake import edits
from portal.services.intake.edits import RowsEdited
from portal.services.plan import content, pen
from portal.services.plan.document import ACTION_DONE, action_on_paper
from portal.services.plan.rows import Row


@dataclass(frozen=True)
class PartStanding:
    """A place: what stands there in the plan, what the file has, and what is chosen."""

    place: PlanPlace
    part: ReadPart
    new: str
    present: str
    new_rows: Sequence[TableRow] = ()
    present_rows: Sequence[Row] = ()
    revision: int = 0
    row_id: int = 0
    # Nobody wrote what stands there: it is the sentence of the portal.
    is_prefilled: bool = False
    # What a file that the portal made of this plan does here; None for any other file.
    edit: AnswerEdits | None = None
    rows_edited: RowsEdited | None = None

    @property
    def has_new(self) -> bool:
        """True when the file has something for this place, also when that is that nothing stands there any more."""
        is_edited = bool(self.edit and self.edit.is_edited) or bool(self.row_edits)
        return bool(self.new or self.new_rows) or is_edited

    @property
    def is_known(self) -> bool:
        """True when it is known what the file was made from, so that its edits are known too."""
        return self.rows_edited is not None or (self.edit is not None and self.edit.is_known)

    @property
    def row_edits(self) -> Sequence[RowEdit]:
        """What the file does to rows of the plan, when it was made of it."""
        return self.rows_edited.edit.edits if self.rows_edited else ()

    @property
    def has_present(self) -> bool:
        """True when something stands there that somebody wrote."""
        return bool(self.present_rows or (self.present and not self.is_prefilled))

    @property
    def is_same(self) -> bool:
        """True when what the file has stands there already, or nobody changed it in the file."""
        if self.edit is not None:
            return not self.edit.is_edited
        if self.rows_edited is not None:
            return not self.row_edits
        if self.place.is_list:
            return bool(self.new_rows) and len(self.kept) == len(self.present_rows) == len(self.new_rows)
        return self.new == self.present

    @cached_property
    def kept(self) -> dict[int, int]:
        """The rows of the file that stand in the plan word for word and in that order: at which place, by their own.

        Word has no themes or figures, and not always the kind of a row: what is not in the file is not compared.
        """
        same = SequenceMatcher(None, self._signs_of_present, self._signs_of_new, autojunk=False)
        return {b + at: a + at for a, b, size in same.get_matching_blocks() for at in range(size)}

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Which rows of the file are which of the plan, also with other words or on another place: those keep what a
        file does not hold.
        """
        main = self.compared_fields.index(MAIN[self.place.question.kind.value]) if self.new_rows else 0
        return paired(self._signs_of_new, self._signs_of_present, main=main, known=self.kept)

    @property
    def changed_rows(self) -> list[TableRow]:
        """The rows of the file that are a row of the plan with something else in it."""
        return [row for at, row in enumerate(self.new_rows) if at in self.pairs and self.changes(at)]

    def changes(self, at: int) -> dict[str, Any]:
        """The fields in which a row of the file differs from the row of the plan that it is; all of a new one."""
        row = self.new_rows[at]
        if at not in self.pairs:
            return dict(row.values)
        before = self.present_rows[self.pairs[at]]
        said = {name: row.values.get(name, [] if name == "themas" else "") for name in self.compared_fields}
        return {name: value for name, value in said.items() if _sign(value) != _sign(getattr(before, name))}

    @property
    def compared_fields(self) -> list[str]:
        return sorted({name for row in self.new_rows for name in row.values} - {"vorm"})

    @property
    def _signs_of_present(self) -> list[tuple[str, ...]]:
        return [tuple(_sign(getattr(row, name)) for name in self.compared_fields) for row in self.present_rows]

    @property
    def _signs_of_new(self) -> list[tuple[str, ...]]:
        return [tuple(_sign(row.values.get(name, "")) for name in self.compared_fields) for row in self.new_rows]

    @property
    def other_beside(self) -> int:
        """How many rows of the file have the words of a row in the plan, and something else beside them."""
        return max(0, len(self.new_rows) - len(self.kept) - len(self.missing_rows))

    @cached_property
    def missing_rows(self) -> list[TableRow]:
        """The rows of the file of which the words do not stand in the plan yet."""
        main = MAIN[self.place.question.kind.value]
        known = {_sign(getattr(row, main)) for row in self.present_rows}
        return [one for one in self.new_rows if _sign(one.values[main]) not in known]

    @property
    def choice(self) -> Overname:
        """What was chosen, or what is best when nobody chose: nothing that stands there gives way."""
        if self.part.keuze and self.part.keuze in self.choices:
            return Overname(self.part.keuze)
        if self.is_known:
            return Overname.PORTAAL if self.edit and self.edit.overlaps else Overname.WORD
        return Overname.BESTAAND if self.has_present or not self.has_new else Overname.WORD

    @property
    def choices(self) -> tuple[Overname, ...]:
        """What can be chosen here."""
        if self.edit and self.edit.overlaps:
            return (Overname.PORTAAL, Overname.WORD, Overname.SAMENVOEGEN, Overname.BESTAAND)
        if not self.has_present or self.is_known:
            return (Overname.WORD, Overname.BESTAAND)
        adds_nothing = self.place.is_list and not self.missing_rows
        both = (Overname.BESTAAND, Overname.WORD)
        return both if self.place.is_closed or adds_nothing else (*both, Overname.SAMENVOEGEN)

    @property
    def diff(self) -> TextDiff:
        """What would change in the text."""
        return TextDiff(self.present, self.outcome(Overname.WORD), is_markdown=True)

    def outcome(self, choice: Overname) -> str:
        """The text that a choice gives."""
        if self.edit and self.edit.is_known:
            return self._edited(self.edit, choice)
        if choice is Overname.SAMENVOEGEN:
            return under_way.merged_text(self.present, self.new)
        return self.new if choice is Overname.WORD else self.present

    def _edited(self, edit: AnswerEdits, choice: Overname) -> str:
        if choice is Overname.BESTAAND:
            return self.present
        if not edit.overlaps or choice is Overname.SAMENVOEGEN:
            return edit.text
        return settled(edit, for_file=choice is Overname.WORD)


def _sign(value: object) -> str:
    """A field of a row as it is compared: white does not count, nor bold words: cells of Word do not keep them."""
    text = " ".join(value) if isinstance(value, list | tuple) else str(value or "")
    return " ".join(to_plain(text).split())


@dataclass(frozen=True)
class Compared:
    """All places, with a mark of the plan as it was compared with."""

    places: tuple[PartStanding, ...]
    mark: str

    @property
    def open(self) -> list[PartStanding]:
        """The places where the file has something else than the plan."""
        return [one for one in self.places if one.has_new and not one.is_same]

    @property
    def giving_way(self) -> list[PartStanding]:
        """Those where something stands that would go when everything came from the file."""
        return [one for one in self.open if one.has_present]

    def of(self, key: str) -> PartStanding:
        """The place with this key."""
        return next(one for one in self.places if one.place.key == key)


def compared(plan: Plan, found: IntakeContent) -> Compared:
    """What a file has for each place, beside what stands there now."""
    loaded = content.load(plan)
    places = places_of(pen.format_of(plan)).all
    mark = checksum(content.as_content(plan, loaded))
    return Compared(tuple(_standing(plan, found, place, loaded) for place in places), mark)


def _standing(plan: Plan, found: IntakeContent, place: PlanPlace, loaded: content.Loaded) -> PartStanding:
    part = found.delen[place.key]
    if place.is_list:
        present = [row for row in loaded.rows[place.question.kind] if not getattr(row, "landelijk", False)]
        new_rows = [row for row in under_way.rows_for(found, place).rows if not _is_of_an_action(row, loaded)]
        numbers = [KnownNumber(one.paragraaf, one.vorm, one.omschrijving) for one in present if isinstance(one, Actie)]
        edited = edits.of_rows(plan, place, found, present)
        return PartStanding(place, part, "", "", with_known_numbers(new_rows, numbers), present, rows_edited=edited)
    new = _without_promises(under_way.answer_for(found, place), loaded)
    if place.is_national_goal:
        return _national(plan, place, part, new, loaded)
    answer = loaded.answers.get(place.question.key)
    revision = answer.revision if answer else 0
    edit = edits.of_text(plan, place, part, new, answer)
    return PartStanding(place, part, new, answer.text if answer else "", revision=revision, edit=edit)


def _without_promises(text: str, loaded: content.Loaded) -> str:
    """A text without the line that our own documents draw where the plan says that it comes later."""
    for one in loaded.declarations:
        drawn = labelled(VOLGT_LATER, one.reden) if one.reden else VOLGT_LATER
        if text == drawn or text.endswith(f"\n{drawn}"):
            return text.removesuffix(drawn).rstrip()
    return text


def _is_of_an_action(row: TableRow, loaded: content.Loaded) -> bool:
    """True for the line that our own documents draw below the milestones, of an action that is one."""
    if row.values.get("mijlpaal") != ACTION_DONE:
        return False
    actions = [one for one in loaded.rows[Kind.ACTIES] if isinstance(one, Actie) and one.is_mijlpaal]
    return row.values.get("activiteit") in [action_on_paper(one.paragraaf, one.omschrijving) for one in actions]


def _national(plan: Plan, place: PlanPlace, part: ReadPart, new: str, loaded: content.Loaded) -> PartStanding:
    goals = [one for one in loaded.rows[place.question.kind] if isinstance(one, Doelstelling) and one.landelijk]
    if not goals:
        return PartStanding(place, part, new, "")
    goal = goals[0]
    untouched = goal.gewijzigd_door_id is None
    edit = edits.of_goal(plan, place, part, new, goal)
    return PartStanding(
        place, part, new, goal.tekst, revision=goal.revision, row_id=goal.id, is_prefilled=untouched, edit=edit
    )
