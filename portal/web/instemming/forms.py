"""The forms about instemming: what a party answers, whom a link is made for, and leave to hand in without a side."""

from __future__ import annotations

from wtforms import EmailField, Field, HiddenField
from wtforms.validators import DataRequired, ValidationError

from forms.base import BaseForm
from forms.cleaning import clean_line
from forms.fields import CheckboxChoices, DutchDate, LongText, PickedId, RadioChoice, TextLine, as_choices
from forms.rows import Filled
from portal.domain import clock
from portal.domain.consent.links import LINK_DAYS, MOST_LINK_DAYS, why_not_until
from portal.domain.consent.states import ANTWOORDEN, InstemmingSoort, InstemmingStand
from portal.domain.round.rules import DAY_HAS_PASSED
from portal.services.consent.answers import GegevenAntwoord
from portal.web.person_fields import at_most, full_address, job

MEETINGS = (InstemmingSoort.COLLEGE, InstemmingSoort.RAAD)


class UitspraakForm(BaseForm):
    """What a party answers, on the text with the checksum `gezien`."""

    stand = RadioChoice(
        "Stemt u in met dit plan?",
        choices=as_choices((stand.value, label) for stand, label in ANTWOORDEN),
        validators=[Filled("Kies of u instemt met dit plan.")],
    )
    voorbehoud_tot = DutchDate(
        "Wanneer is de achterban uiterlijk geraadpleegd?",
        description="Alleen bij een voorbehoud. Bijvoorbeeld 12-3-2027.",
    )
    toelichting = LongText("Toelichting", description="Stemt u niet in? Schrijf dan op waarom niet.")
    gezien = HiddenField("Gezien")

    def validate_voorbehoud_tot(self, field: Field) -> None:
        """A reservation has a day that lies ahead; without one a day is left aside."""
        if self.stand.data != InstemmingStand.VOORBEHOUD:
            return
        if not field.data:
            raise ValidationError("Vul in wanneer de achterban uiterlijk is geraadpleegd, bijvoorbeeld 12-3-2027.")
        if field.data < clock.today():
            raise ValidationError(DAY_HAS_PASSED)

    def validate_toelichting(self, field: Field) -> None:
        """Who does not agree says why."""
        if self.stand.data == InstemmingStand.NIET and not field.data.strip():
            raise ValidationError("Schrijf op waarom u niet instemt. De regio leest dit.")

    def said(self, *, persoon: str, functie: str = "") -> GegevenAntwoord:
        """What was filled in, as said by this person."""
        stand = InstemmingStand(self.stand.data)
        return GegevenAntwoord(
            stand=stand,
            gezien=self.gezien.data or "",
            persoon=persoon,
            functie=functie,
            voorbehoud_tot=self.voorbehoud_tot.data if stand is InstemmingStand.VOORBEHOUD else None,
            toelichting=self.toelichting.data.strip(),
        )


class KantForm(UitspraakForm):
    """What a lead answers, for one of the sides that he or she speaks for."""

    kant = RadioChoice("Namens wie geeft u antwoord?", validators=[Filled("Kies namens wie u antwoord geeft.")])


class CollegeForm(UitspraakForm):
    """What a college or raad decided, and on which day."""

    soort = RadioChoice(
        "Wie nam het besluit?",
        choices=as_choices((one.value, one.label) for one in MEETINGS),
        validators=[Filled("Kies wie het besluit nam.")],
    )
    naam = TextLine(
        "Van welke gemeente of partij?",
        description="Bijvoorbeeld: gemeente Amstelveen.",
        validators=[Filled("Vul in van welke gemeente of partij dit besluit is."), at_most(200, "De naam")],
    )
    besluit_op = DutchDate(
        "Datum van het besluit",
        description="Bijvoorbeeld 12-3-2027.",
        validators=[Filled("Vul de datum van het besluit in, bijvoorbeeld 12-3-2027.")],
    )

    def validate_besluit_op(self, field: Field) -> None:
        """What was decided lies behind us."""
        if field.data and field.data > clock.today():
            raise ValidationError("Deze dag komt nog. Schrijf een besluit op als het is genomen.")


class LinkForm(BaseForm):
    """For whom a link is made, what is asked by it, what it shows and until when."""

    partij = PickedId("Wat vraagt u?", validators=[Filled("Kies wat u vraagt.")])
    naam = TextLine(
        "Naam",
        description="Van één persoon. De link is voor deze persoon.",
        validators=[Filled("Vul de naam van de persoon in, bijvoorbeeld Kim de Boer."), at_most(200, "De naam")],
    )
    email = EmailField(
        "E-mailadres",
        description="Hier gaat de link naartoe, en straks de code om antwoord te geven.",
        filters=[lambda value: clean_line(value or "")],
        validators=[
            DataRequired("Vul een e-mailadres in, bijvoorbeeld naam@aanbieder.nl."),
            at_most(255, "Het e-mailadres"),
        ],
    )
    onderdelen = CheckboxChoices(
        "Welke onderdelen mag deze persoon lezen?",
        description="Niets aangevinkt: het hele plan. Wie instemt, leest altijd het hele plan.",
    )
    werkt_tot = DutchDate(
        "Tot en met welke dag werkt de link?",
        description=f"Leeg: {LINK_DAYS} dagen. Hooguit {MOST_LINK_DAYS} dagen.",
    )
    bericht = LongText("Wat wilt u erbij schrijven?", description="Dit komt in de mail met de link.")

    def validate_email(self, field: Field) -> None:
        """The address is complete."""
        field.data = full_address(field.data, "naam@aanbieder.nl")

    def validate_werkt_tot(self, field: Field) -> None:
        """The last day lies ahead, and not too far."""
        if problem := why_not_until(field.data, clock.today()):
            raise ValidationError(problem)


class VrijstelForm(BaseForm):
    """Without which side a plan may be handed in, and why."""

    kant = RadioChoice("Zonder welke kant mag het plan worden ingediend?", validators=[Filled("Kies een kant.")])
    reden = LongText(
        "Waarom mag dit?",
        description="De regio, de beoordelaars en de lezers van het plan zien deze reden, met uw naam.",
        validators=[Filled("Schrijf op waarom dit mag. De regio en de beoordelaars lezen dit.")],
    )


class GastForm(UitspraakForm):
    """What somebody answers by link: who, and the code that was mailed."""

    persoon = TextLine(
        "Uw naam", validators=[Filled("Vul uw naam in, bijvoorbeeld Kim de Boer."), at_most(200, "Uw naam")]
    )
    functie = job()
    code = TextLine(
        "Code uit de mail",
        description="Zes cijfers. De code werkt een kwartier.",
        render_kw={"inputmode": "numeric", "autocomplete": "one-time-code"},
    )


class GastOpmerkingForm(BaseForm):
    """A remark by link, under a name."""

    persoon = TextLine(
        "Uw naam", validators=[Filled("Vul uw naam in, bijvoorbeeld Kim de Boer."), at_most(200, "Uw naam")]
    )
    over = RadioChoice("Waarover gaat uw opmerking?", validators=[Filled("Kies waarover uw opmerking gaat.")])
    tekst = LongText("Uw opmerking", validators=[Filled("Schrijf uw opmerking op.")], render_kw={"rows": 4})
