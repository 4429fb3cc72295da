"""The forms around a plan that comes in as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField
from wtforms.fields import SelectChoice

from forms.base import BaseForm
from forms.fields import CheckboxChoices, LongText, RadioChoice, Revision, as_choices
from portal.domain.intake.recognise.places import PlanPlace
from portal.domain.intake.row_edits import RowWas
from portal.domain.intake.under_way import Overname
from portal.domain.stored.intake import ReadList, ReadPiece
from portal.services.intake.taking import REMOVE, Compared, PartStanding
from portal.web.word_choices import choices_in_words

LEAVING = "Deze rijen staan niet meer in uw Word-bestand"
LEAVING_HELP = "Zij blijven in het plan staan. Vink aan wat ook uit het plan weg mag; het gaat dan naar “Verwijderd”."
_ROW_CLASHES = (("bestaand", "Zoals het in het portaal staat"), ("word", "Zoals het in Word staat"))
_REMOVED_HERE = (("bestaand", "Verwijderd laten"), ("word", "Terugzetten, zoals het in Word staat"))
NOWHERE = ("", "Niet plaatsen")
_OF_OURS = {
    Overname.BESTAAND: "Laten staan wat er in het portaal staat, zonder de wijzigingen uit Word",
    Overname.WORD: "De wijzigingen uit Word overnemen",
}
_BOTH_CHANGED = {
    Overname.PORTAAL: "De wijzigingen overnemen; in deze stukken telt het portaal",
    Overname.WORD: "De wijzigingen overnemen; in deze stukken telt Word",
    Overname.SAMENVOEGEN: "De wijzigingen overnemen; deze stukken onder elkaar zetten",
}
_KEEPS = "; een gewijzigde rij houdt haar thema’s"


class WordForm(BaseForm):
    """The file."""

    wordbestand = FileField("Bestand met uw plan", description="Een Word-bestand (.docx) of een ODF-bestand (.odt).")


class WordActionForm(BaseForm):
    """A button; the token is enough."""


class TakeUpForm(BaseForm):
    """Which of the files that lay ready the page told of."""

    bestand = HiddenField("Bestand")


class TakeForm(BaseForm):
    """What is to be done with each place. `take_form` adds the choices."""

    gezien = HiddenField("Gezien")
    revisie = Revision("Revisie")
    keys: tuple[str, ...] = ()
    # Rows that ask a choice of their own, by place: those that are not in the file any more, and those both changed.
    leaving: tuple[str, ...] = ()
    clashing: tuple[tuple[str, int], ...] = ()

    def rows_chosen(self) -> dict[str, dict[str, str]]:
        """What was chosen for single rows, by place and id."""
        found: dict[str, dict[str, str]] = {key: {} for key in (*self.leaving, *(key for key, _ in self.clashing))}
        for key in self.leaving:
            found[key] |= dict.fromkeys(self[f"weg_{key}"].data or (), REMOVE)
        for key, row_id in self.clashing:
            found[key][str(row_id)] = self[f"rij_{key}_{row_id}"].data
        return found

    def choose_rows(self, chosen: Mapping[str, Mapping[str, str]]) -> None:
        """Choose again for rows what was chosen before."""
        for key in self.leaving:
            self[f"weg_{key}"].data = [row_id for row_id, what in chosen.get(key, {}).items() if what == REMOVE]
        for key, row_id in self.clashing:
            self[f"rij_{key}_{row_id}"].data = chosen.get(key, {}).get(str(row_id)) or Overname.BESTAAND.value

    def chosen(self) -> dict[str, str]:
        """What was chosen, by place."""
        return {key: choice for key in self.keys if (choice := self[f"keuze_{key}"].data)}

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Choose again what was chosen before, as far as it can still be chosen."""
        for field, choice in [(self[f"keuze_{key}"], chosen.get(key)) for key in self.keys]:
            if any(value == choice for value, *_ in field.iter_choices()):
                field.data = choice


class TakeAllForm(BaseForm):
    """Everything from the file: what the page told of."""

    gezien = HiddenField("Gezien")
    revisie = Revision("Revisie")


class PiecesForm(BaseForm):
    """Where pieces go. `pieces_form` adds a choice for each."""

    revisie = Revision("Revisie")
    numbers: tuple[int, ...] = ()

    def moved(self) -> dict[int, str]:
        """Where each piece goes."""
        return {number: self[f"stuk_{number}"].data for number in self.numbers}


class PartForm(PiecesForm):
    """A text that comes in, to be changed, and where its pieces go."""

    tekst = LongText("Tekst")


class AlignForm(BaseForm):
    """The rows of a list: which cell is meant, and where it goes. `align_form` adds a field for each column."""

    revisie = Revision("Revisie")
    cel = RadioChoice("Cel")
    naar = SelectField("Naar rij", coerce=int)
    width = 0

    def fields(self) -> list[str]:
        """What stands in each column."""
        return [self[f"kolom_{at}"].data for at in range(self.width)]


def take_form(compared: Compared, revision: int, *, posted: bool) -> TakeForm:
    """The choices for all places where the file has something else than the plan."""
    fields = {f"keuze_{one.place.key}": RadioChoice(one.place.name, choices=_choices(one)) for one in compared.open}
    keys = tuple(one.place.key for one in compared.open)
    more = {**_row_fields(compared.open), "keys": keys}
    kind = type("TakeFormOfFile", (TakeForm,), {**fields, **more})
    data = {f"keuze_{one.place.key}": one.choice.value for one in compared.open}
    if posted:
        return kind()  # type: ignore[no-any-return]
    form: TakeForm = kind(formdata=None, data={**data, "gezien": compared.mark, "revisie": revision})
    form.choose_rows({one.place.key: one.part.rijkeuzes for one in compared.open})
    return form


def _row_fields(places: Sequence[PartStanding]) -> dict[str, object]:
    """A tick for each row that is not in the file any more, a choice for each that both changed."""
    fields: dict[str, object] = {}
    leaving, clashing = list[str](), list[tuple[str, int]]()
    for one in (one for one in places if one.rows_edited):
        key, edits = one.place.key, one.row_edits
        gone = [(str(edit.row_id), edit.title) for edit in edits if edit.was is RowWas.REMOVED]
        if gone:
            leaving.append(key)
            fields[f"weg_{key}"] = CheckboxChoices(LEAVING, description=LEAVING_HELP, choices=as_choices(gone))
        for edit in (edit for edit in edits if edit.clashes):
            clashing.append((key, edit.row_id))
            words = _REMOVED_HERE if edit.was is RowWas.REMOVED_HERE else _ROW_CLASHES
            label = f"“{edit.title}”: wat telt?"
            fields[f"rij_{key}_{edit.row_id}"] = RadioChoice(label, choices=as_choices(words))
    return {**fields, "leaving": tuple(leaving), "clashing": tuple(clashing)}


def _choices(one: PartStanding) -> list[SelectChoice]:
    if one.is_known:
        words = {**_OF_OURS, **(_BOTH_CHANGED if one.edit and one.edit.overlaps else {})}
        return as_choices([(choice.value, words[choice]) for choice in one.choices])
    return choices_in_words(one.choices, has_present=one.has_present, is_list=one.place.is_list, keeps=_KEEPS)


def pieces_form(
    pieces: Sequence[ReadPiece], places: Sequence[PlanPlace], revision: int, *, posted: bool, text: str | None = None
) -> PiecesForm:
    """A choice of place for each piece; with `text` also the text of the part they stand in."""
    offered = as_choices([NOWHERE, *((one.key, one.name) for one in places)])
    fields = {f"stuk_{one.nummer}": SelectField("Naar onderdeel", choices=offered) for one in pieces}
    base = PiecesForm if text is None else PartForm
    kind = type("PiecesFormOfFile", (base,), {**fields, "numbers": tuple(one.nummer for one in pieces)})
    data: Mapping[str, object] = {f"stuk_{one.nummer}": one.doel for one in pieces}
    if posted:
        return kind()  # type: ignore[no-any-return]
    return kind(formdata=None, data={**data, "tekst": text, "revisie": revision})  # type: ignore[no-any-return]


def align_form(place: PlanPlace, found: ReadList, revision: int, *, posted: bool, cell: str = "") -> AlignForm:
    """The form below the rows of a list."""
    offered = as_choices([("", "Niet overnemen"), *((one.name, one.column) for one in place.question.row)])
    width = len(found.velden)
    fields = {f"kolom_{at}": SelectField(f"Kolom {at + 1}", choices=offered) for at in range(width)}
    kind = type("AlignFormOfList", (AlignForm,), {**fields, "width": width})
    data = {f"kolom_{at}": name for at, name in enumerate(found.velden)}
    form = kind() if posted else kind(formdata=None, data={**data, "revisie": revision, "cel": cell, "naar": 1})
    rows = range(len(found.rijen))
    form.cel.choices = as_choices([(f"{column}-{row}", "") for row in rows for column in range(width)])
    form.naar.choices = as_choices([(row + 1, f"Rij {row + 1}") for row in rows])
    return form  # type: ignore[no-any-return]
