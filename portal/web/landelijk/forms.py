"""The forms of the national pages."""

from __future__ import annotations

import re

from flask_wtf.file import FileField
from wtforms import BooleanField, Field, HiddenField
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.fields import DutchDate, LongText, PickedId, PickedIds, Revision, TextLine
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


class ReadyForm(BaseForm):
    """The file that a region mailed."""

    wordbestand = FileField("Bestand van de regio", description="Een Word-bestand (.docx) of een ODF-bestand (.odt).")


class SplitForm(BaseForm):
    """The region that gets a plan of its own."""

    regio = PickedId("Regio die een eigen plan krijgt", validators=[Filled("Kies de regio die een eigen plan krijgt.")])
    zeker_splitsen = BooleanField("Ja, splits dit plan", validators=[Filled("Vink aan dat u het plan wilt splitsen.")])


class CondensedSeenForm(BaseForm):
    """What somebody saw: the revision of the condensed text, and the fingerprint of the text of the plan."""

    revisie = Revision("Revisie", default=0)
    bron = HiddenField("Bron", filters=[lambda value: value or ""])

    def validate_bron(self, field: Field) -> None:
        """Only what our own page can have sent."""
        if not re.fullmatch("[0-9a-f]{64}", field.data):
            raise ValidationError("Deze pagina is niet meer goed. Ververs de pagina.")


class SamenvattingForm(CondensedSeenForm):
    """A condensed text."""

    tekst = LongText("Samenvatting", description="Maak het veld leeg om weer de tekst van het plan te laten zien.")
