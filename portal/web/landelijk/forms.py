"""The forms of the national pages."""

from __future__ import annotations

from typing import Any

from wtforms import BooleanField, Field, SelectField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, ListWidget

from forms.base import BaseForm
from forms.fields import DutchDate, TextLine
from forms.rows import Filled
from portal.domain import clock


class CheckboxIds(SelectMultipleField):  # type: ignore[misc]
    """Any number of rows, by id."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label, coerce=int, **options)


class StartForm(BaseForm):
    """Which regions get a plan, together or each their own, and until when."""

    deadline = DutchDate(
        "Deadline",
        description="Bijvoorbeeld 31-12-2026.",
        validators=[Filled("Vul een deadline in, bijvoorbeeld 31-12-2026.")],
    )
    regios = CheckboxIds("Regio’s", validators=[Filled("Kies ten minste één regio.")])
    samen = BooleanField(
        "Eén gezamenlijk plan voor de gekozen regio’s",
        description="Niet aangevinkt: elke regio krijgt een eigen plan.",
    )

    def validate_deadline(self, field: Field) -> None:
        """A deadline lies ahead."""
        if field.data and field.data < clock.today():
            raise ValidationError("Deze datum is al voorbij. Kies vandaag of een latere dag.")


class DeadlineForm(BaseForm):
    """Another deadline for one plan."""

    deadline = DutchDate("Deadline", validators=[Filled("Vul een deadline in, bijvoorbeeld 31-12-2026.")])
    notitie = TextLine("Reden", description="De regio ziet deze reden in de tijdlijn van het plan.")


NO_CHOICE = (0, "Maak een keuze")


class JoinForm(BaseForm):
    """The plan that is taken up in this one."""

    ander = SelectField(
        "Plan dat in dit plan opgaat", coerce=int, validators=[Filled("Kies het plan dat u wilt samenvoegen.")]
    )
    zeker_samen = BooleanField(
        "Ja, voeg deze plannen samen", validators=[Filled("Vink aan dat u de plannen wilt samenvoegen.")]
    )


class SplitForm(BaseForm):
    """The region that gets a plan of its own."""

    regio = SelectField(
        "Regio die een eigen plan krijgt", coerce=int, validators=[Filled("Kies de regio die een eigen plan krijgt.")]
    )
    zeker_splitsen = BooleanField("Ja, splits dit plan", validators=[Filled("Vink aan dat u het plan wilt splitsen.")])
