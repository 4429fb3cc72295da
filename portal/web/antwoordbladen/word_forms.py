"""The forms around an answer sheet that comes in as a Word file."""

from __future__ import annotations

from collections.abc import Mapping

from flask_wtf.file import FileField
from wtforms import HiddenField

from forms.base import BaseForm
from forms.fields import RadioChoice
from portal.services.sheet_intake.standing import ComparedSheet
from portal.web.word_choices import choices_in_words


class SheetFileForm(BaseForm):
    """The file."""

    bladbestand = FileField(
        "Bestand met uw antwoorden",
        description="Een Word-bestand (.docx), een ODF-bestand (.odt), of een e-mail (.eml) met zo’n bijlage."
        " U kunt het bestand ook in dit vak slepen.",
        render_kw={"accept": ".docx,.odt,.eml"},
    )


class SheetReadyForm(BaseForm):
    """Which of the files that lay ready the page told of."""

    klaargezet = HiddenField("Klaargezet")


class SheetTakeForm(BaseForm):
    """What is to be done with each answer. `sheet_take_form` adds the choices."""

    gezien = HiddenField("Gezien")
    keys: tuple[str, ...] = ()

    def chosen(self) -> dict[str, str]:
        """What was chosen, by place."""
        return {key: choice for key in self.keys if (choice := self[f"keuze_{key}"].data)}

    def choose(self, chosen: Mapping[str, str]) -> None:
        """Choose again what was chosen before, as far as it can still be chosen."""
        for field, choice in [(self[f"keuze_{key}"], chosen.get(key)) for key in self.keys]:
            if any(value == choice for value, *_ in field.iter_choices()):
                field.data = choice


def sheet_take_form(compared: ComparedSheet, *, posted: bool) -> SheetTakeForm:
    """The choices for all answers of which the file has something else than the sheet."""
    places = compared.to_choose
    fields = {
        f"keuze_{one.key}": RadioChoice(
            one.name, choices=choices_in_words(one.choices, has_present=one.has_present, is_list=one.is_list)
        )
        for one in places
    }
    kind = type("SheetTakeFormOfFile", (SheetTakeForm,), {**fields, "keys": tuple(one.key for one in places)})
    if posted:
        return kind()  # type: ignore[no-any-return]
    data = {f"keuze_{one.key}": one.best.value for one in places}
    return kind(formdata=None, data={**data, "gezien": compared.mark})  # type: ignore[no-any-return]
