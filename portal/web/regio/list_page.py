"""What a page shows of one list: its rows, the removed ones, and the form that is open in a row's place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask import request

from forms.rows import RowForm, row_form
from forms.spec import Question, Step
from forms.timeline import Window, sort_key
from portal.domain import moving
from portal.domain.plan.numbering import Numbered, next_below
from portal.domain.plan.states import ActieVorm, VensterBron
from portal.domain.stored.plan import RowsTaken
from portal.models import Plan
from portal.services.plan import rows, taking_file
from portal.services.plan.content import Loaded
from portal.web.access import signed_in
from portal.web.moved import id_above
from portal.web.regio.table_form import as_ranges, ids_in
from portal.web.row_differences import Difference, differences

NEW = "nieuw"


@dataclass
class ListState:
    """One list on a page.

    `open_id` is the row that is being edited in its place; `new_after` the row behind which a new one is being added
    (0 = on top, None = nothing is being added). `theirs` is the newest row when somebody else changed it meanwhile.
    `moving_id` is the row for which a place is being chosen.
    `added` are the rows that a table gave a moment ago, `taken` what taking over a workbook did.
    `by_time`: the rows stand in the order of their windows, without headings, and can't be moved.
    """

    question: Question
    rows: list[Any]
    removed: list[Any]
    form: RowForm | None = None
    open_id: int | None = None
    new_after: int | None = None
    theirs: Any = None
    by_time: bool = False
    moving_id: int | None = None
    differences: list[Difference] = field(default_factory=list)
    added: frozenset[int] = frozenset()
    taken: RowsTaken | None = None

    @property
    def is_open(self) -> bool:
        """True while a form is open in this list."""
        return self.form is not None

    def places_for(self, row: Any) -> list[tuple[Any, Any]]:
        """Behind which row (None: on top) this one can be put, and what that place is called after."""
        return moving.places_for(self.rows, row, rows.begins_group, first=rows.first_place(self.question.kind))

    def above(self, row: Any) -> int:
        """The id of the row above this one; 0 for the first."""
        return id_above(self.rows, row)

    def takes_along(self, row: Any) -> bool:
        """True for a heading with rows under it."""
        return len(moving.group_of(self.rows, row, rows.begins_group)) > 1

    @property
    def added_ranges(self) -> str:
        """The rows of `added`, as a form carries them."""
        return as_ranges(self.added)

    def show_conflict(self, theirs: Any) -> None:
        """Show the form that is open beside the row as it is now; one that was removed stands at its old place."""
        assert self.form is not None
        self.theirs = theirs
        self.differences = differences(edit_form(self.question, theirs), self.form)
        if theirs.verwijderd_op is not None:
            self.rows = sorted([*self.rows, theirs], key=lambda row: (row.positie, row.verwijderd_op is None))


def list_states(plan: Plan, step: Step, loaded: Loaded) -> dict[str, ListState]:
    """The lists of a step by question key, with the form open that the URL asks for (?bewerk=… or ?nieuw=…)."""
    lists = {question.key: _list_state(plan, question, loaded) for question in step.questions if question.kind.is_list}
    if request.args.get("volgorde") == "tijd":
        for state in lists.values():
            _put_in_time(state)
    return lists


def _put_in_time(state: ListState) -> None:
    """Sort a list with timelines by window; one in which a form is open stays as it is."""
    if state.question.row_field("tijdslijn") is None or state.is_open:
        return
    shown = (row for row in state.rows if getattr(row, "vorm", None) is not ActieVorm.KOP)
    state.rows = sorted(shown, key=lambda row: sort_key(_window(row)))
    state.by_time = True


def _window(row: Any) -> Window | None:
    return None if row.venster_bron is VensterBron.GEEN else Window(row.venster_van, row.venster_tot)


def _list_state(plan: Plan, question: Question, loaded: Loaded) -> ListState:
    removed = rows.rows_of(plan, question.kind, removed=True)
    state = ListState(question, list(loaded.rows[question.kind]), removed)
    if request.args.get("lijst", question.key) != question.key:
        return state
    ids = ids_in(request.args.get("toegevoegd", ""))
    state.added = frozenset(row.id for row in state.rows if row.id in ids)
    if taken_id := request.args.get("overgenomen", 0, type=int):
        state.taken = taking_file.taken_by(plan, question.kind, taken_id, signed_in())
    _open_row(state, request.args.get("bewerk", type=int))
    state.moving_id = request.args.get("verplaats", type=int)
    if state.form is None and NEW in request.args:
        state.new_after = request.args.get(NEW, type=int)
        if state.new_after is None:
            state.new_after = state.rows[-1].id if state.rows else 0
        state.form = new_form(question, **_expected(state))
    return state


def _expected(state: ListState) -> dict[str, str]:
    """What the new row most likely is, by the rows above it."""
    if state.question.row_field("paragraaf") is None:
        return {}
    ids = [row.id for row in state.rows]
    place = ids.index(state.new_after) + 1 if state.new_after in ids else 0
    below = next_below([Numbered(row.vorm, row.paragraaf) for row in state.rows], place)
    return {"vorm": below.vorm.value, "paragraaf": below.paragraaf}


def _open_row(state: ListState, row_id: int | None) -> None:
    row = next((row for row in state.rows if row.id == row_id), None)
    if row is not None:
        state.open_id = row.id
        state.form = edit_form(state.question, row)


def new_form(question: Question, **expected: str) -> RowForm:
    """An empty form for a new row, but for what is expected of it."""
    return row_form(question)(formdata=None, data=expected)


def edit_form(question: Question, row: rows.Row) -> RowForm:
    """The form of a row as it is now."""
    values = {name: getattr(row, name) for name in rows.FIELDS[question.kind]}
    return form_of_values(question, values, row.revision)


def form_of_values(question: Question, values: Mapping[str, Any], revision: int) -> RowForm:
    """The form of a row with these values."""
    data = {**values, "revisie": revision}
    if data.get("venster_bron") is not VensterBron.AANGEPAST:
        # Only a corrected window is shown for editing; a window that was read follows the text.
        data.update(venster_van=None, venster_tot=None)
    if "smart" in data:
        data["smart"] = list(data["smart"])
    return row_form(question)(formdata=None, data=data)
