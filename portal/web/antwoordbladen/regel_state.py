"""What a page shows of one list of an answer sheet: its rows, the removed ones, and the form that is open."""

from __future__ import annotations

from dataclasses import dataclass, field

from flask import request

from forms.fields import as_choices
from forms.richtext import to_plain
from forms.sheet import ONE_PER_LINE, OvernemenForm, RegelForm, VerwachtingForm, regel_form
from forms.spec import Question, Step
from portal.domain.moving import begins_nothing, places_for
from portal.models import Antwoordblad, BladRegel, RegelSoort
from portal.services.filling.freezing import Content
from portal.services.sheet import rows, takeover
from portal.services.sheet.content import LoadedSheet
from portal.web.moved import id_above
from portal.web.row_differences import Difference, differences


@dataclass
class RegelState:
    """One list on a page. `new_form` adds rows below it; `open_id` is the row whose `form` is open in its place.

    `theirs` is the newest row when somebody else changed it meanwhile; `moving_id` the row that is being moved;
    `new_after` the row behind which new ones come, when that is not the last.
    """

    question: Question
    soort: RegelSoort
    rows: list[BladRegel]
    removed: list[BladRegel]
    new_form: RegelForm
    form: RegelForm | None = None
    open_id: int | None = None
    theirs: BladRegel | None = None
    moving_id: int | None = None
    new_after: int | None = None
    take_form: OvernemenForm | None = None
    differences: list[Difference] = field(default_factory=list)

    @property
    def new_form_id(self) -> str:
        """What the form for new rows is called on the page."""
        return new_form_id(self.question)

    def places_for(self, row: BladRegel) -> list[tuple[BladRegel | None, BladRegel | None]]:
        """Behind which row (None: on top) this one can be put, and what that place is called after."""
        return places_for(self.rows, row, begins_nothing)

    def insert_behind(self, row_id: int | None) -> None:
        """Open the form for new rows behind this row, when it stands in this list."""
        self.new_after = row_id if any(row.id == row_id for row in self.rows) else None

    def offer(self, blad: Antwoordblad, told: Content | None) -> None:
        """Offer what was told last time and does not stand here; a form that was refused keeps what was chosen."""
        if told is not None and self.take_form is None:
            self.take_form = take_form(self.question, takeover.offered(blad, self.soort, told, self.rows), sent=False)

    def above(self, row: BladRegel) -> int:
        """The id of the row above this one; 0 for the first."""
        return id_above(self.rows, row)

    def show_conflict(self, blad: Antwoordblad, theirs: BladRegel) -> None:
        """Show the form that is open beside the row as it is now; one that was removed stands at its old place."""
        assert self.form is not None
        self.theirs = theirs
        self.differences = differences(edit_form(blad, self.question, theirs), self.form)
        if theirs.verwijderd_op is not None:
            self.rows = sorted([*self.rows, theirs], key=lambda row: (row.positie, row.verwijderd_op is None))


def new_form_id(question: Question) -> str:
    """What the form for new rows of this list is called on the page."""
    return f"{question.key}-nieuw"


def soort_of(question: Question) -> RegelSoort | None:
    """The list that a question asks for, or None."""
    return RegelSoort(question.kind.value) if question.kind.value in {one.value for one in RegelSoort} else None


def regel_states(blad: Antwoordblad, step: Step, loaded: LoadedSheet) -> dict[str, RegelState]:
    """The lists of a question by key, with the form open that the address asks for (?bewerk=…)."""
    return {
        question.key: _regel_state(blad, question, soort, loaded)
        for question in step.questions
        if (soort := soort_of(question)) is not None
    }


def _regel_state(blad: Antwoordblad, question: Question, soort: RegelSoort, loaded: LoadedSheet) -> RegelState:
    removed = rows.rows_of(blad, soort, removed=True)
    state = RegelState(question, soort, loaded.regels_of(soort), removed, new_form(blad, question))
    state.moving_id = request.args.get("verplaats", type=int)
    state.insert_behind(request.args.get("nieuw", type=int))
    wanted = request.args.get("bewerk", type=int)
    row = next((row for row in state.rows if row.id == wanted), None)
    if row is not None:
        state.open_id, state.form = row.id, edit_form(blad, question, row)
    return state


def take_form(question: Question, offered: list[takeover.ToldBefore], *, sent: bool) -> OvernemenForm:
    """The form with the rows of last time that can be taken over; `sent`: with what the request chose."""
    prefix = f"overnemen-{question.kind.value}-"
    form = OvernemenForm(prefix=prefix) if sent else OvernemenForm(formdata=None, prefix=prefix)
    form.keuze.choices = as_choices((one.id, _said(question, one.values)) for one in offered)
    return form


def _said(question: Question, values: rows.RegelValues) -> str:
    """A row as one line of text."""
    text = " ".join(to_plain(values.tekst).split())
    return f"{question.choice_label(values.aan)}: {text}" if values.aan else text


def new_form(blad: Antwoordblad, question: Question) -> RegelForm:
    """An empty form for new rows."""
    form = regel_form(question)(formdata=None, prefix=f"{question.kind.value}-")
    form.tekst.description = ONE_PER_LINE
    return prepared(blad, form)


def edit_form(blad: Antwoordblad, question: Question, row: BladRegel) -> RegelForm:
    """The form of a row as it is now."""
    return form_of_values(blad, question, rows.values_of(row), row.revision)


def form_of_values(blad: Antwoordblad, question: Question, values: rows.RegelValues, revision: int) -> RegelForm:
    """The form of a row with these values."""
    codes = {regio.id: regio.code for regio in blad.regios}
    data = {
        "tekst": values.tekst,
        "aan": values.aan,
        "regio": codes.get(values.regio_id or 0, ""),
        "revisie": revision,
    }
    return prepared(blad, regel_form(question)(formdata=None, data=data))


def prepared(blad: Antwoordblad, form: RegelForm) -> RegelForm:
    """The form with the regions of its sheet."""
    form.regio.choices = as_choices([("", "Alle regio’s van dit plan"), *((one.code, one.naam) for one in blad.regios)])
    return form


def typed_values(blad: Antwoordblad, form: RegelForm, tekst: str) -> rows.RegelValues:
    """What was filled in of one row."""
    ids = {regio.code: regio.id for regio in blad.regios}
    aan = form.aan.data if isinstance(form, VerwachtingForm) else ""
    return rows.RegelValues(tekst, aan, ids.get(form.regio.data))
