"""Small forms of this room."""

from __future__ import annotations

from forms.base import BaseForm
from forms.fields import DutchDate, LongText, RadioChoice, as_choices
from forms.rows import Filled
from portal.domain.instroom.region import VERDELING_NAMEN


class VerdelingForm(BaseForm):
    """By which share the region takes its part of the national target."""

    verdeling = RadioChoice(
        "Uw deel van de landelijke doelstelling volgt uit",
        choices=as_choices((one.value, naam) for one, naam in VERDELING_NAMEN.items()),
        validators=[Filled("Kies waaruit uw deel van de doelstelling volgt.")],
    )


class AankondigForm(BaseForm):
    """Until when regions can look at the figures that will be published."""

    tot_en_met = DutchDate(
        "Regio’s kunnen hun cijfers bekijken tot en met",
        description="Ten minste een week. Daarna kunt u publiceren.",
        validators=[Filled("Vul in tot en met welke dag regio’s hun cijfers kunnen bekijken.")],
    )


class ReactieForm(BaseForm):
    """What a region says of its figures, or what the coördinator answers."""

    tekst = LongText(
        "Wat klopt er niet?",
        description=(
            "Noem het cijfer en wat het volgens u moet zijn. De coördinator antwoordt voordat er iets openbaar wordt."
        ),
        validators=[Filled("Schrijf wat er niet klopt.")],
    )


class KloptForm(BaseForm):
    """“Deze cijfers kloppen”: a button alone."""


class BezwaarAntwoordForm(BaseForm):
    """What the coördinator answers."""

    antwoord = LongText("Uw antwoord", validators=[Filled("Schrijf een antwoord.")])
