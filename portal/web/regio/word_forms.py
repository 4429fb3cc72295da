"""The forms around a plan that comes in as a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask_wtf.file import FileField
from wtforms import HiddenField, SelectField

from forms.base import BaseForm
from forms.fields import LongText, RadioChoice, Revision, as_choices
from portal.domain.intake.recognise.places import PlanPlace
from portal.domain.intake.under_way import Overname
from portal.domain.stored.intake import ReadList, ReadPiece
from portal.services.intake.taking import Compared, PartStanding

NOWHERE = ("", "Niet plaatsen")
_WORDS = {
    Overname.BESTAAND: "Laten staan wat er in het portaal staat",
    Overname.WORD: "Uit Word",
    Overname.SAMENVOEGEN: "Samenvoegen: wat er staat, met eronder wat er uit Word bij komt",
}
_NOTHING_THERE = {Overname.BESTAAND: "Niet overnemen", Overname.WORD: "Overnemen uit Word"}
_FOR_ROWS = {
    Overname.WORD: "Uit Word: rijen die daar niet staan, gaan naar “Verwijderd”; een gewijzigde rij houdt haar thema’s",
    Overname.SAMENVOEGEN: "Samenvoegen: de rijen uit Word die er nog niet staan komen erbij",
}


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
    kind = type("TakeFormOfFile", (TakeForm,), {**fields, "keys": keys})
    data = {f"keuze_{one.place.key}": one.choice.value for one in compared.open}
    if posted:
        return kind()  # type: ignore[no-any-return]
    return kind(formdata=None, data={**data, "gezien": compared.mark, "revisie": revision})  # type: ignore[no-any-return]


def _choices(one: PartStanding) -> list[object]:
    words = _WORDS if one.has_present else _NOTHING_THERE
    if one.place.is_list and one.has_present:
        words = {**words, **_FOR_ROWS}
    return list(as_choices([(choice.value, words[choice]) for choice in one.choices]))


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
