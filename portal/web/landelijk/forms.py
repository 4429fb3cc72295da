"""The forms of the national pages."""

from __future__ import annotations

from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.fields import DutchDate, PickedId, PickedIds, TextLine
from forms.rows import Filled
from portal.domain import clock


class StartForm(BaseForm):
    """Which regions get a plan, together or each their own, and until when."""

    deadline = DutchDate(
        "Deadline",
        description="Bijvoorbeeld 31-12-2026.",
        validators=[Filled("Vul een deadline in, bijvoorbeeld 31-12-2026.")],
    )
    regios = PickedIds("Regio’s", validators=[Filled("Kies ten minste één regio.")])
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

    ander = PickedId("Plan dat in dit plan opgaat", validators=[Filled("Kies het plan dat u wilt samenvoegen.")])
    zeker_samen = BooleanField(
        "Ja, voeg deze plannen samen", validators=[Filled("Vink aan dat u de plannen wilt samenvoegen.")]
    )


class SplitForm(BaseForm):
    """The region that gets a plan of its own."""

    regio = PickedId("Regio die een eigen plan krijgt", validators=[Filled("Kies de regio die een eigen plan krijgt.")])
    zeker_splitsen = BooleanField("Ja, splits dit plan", validators=[Filled("Vink aan dat u het plan wilt splitsen.")])
