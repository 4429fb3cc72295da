"""The forms by which figures come in: sources, files, a correction, and what explains a difference."""

from __future__ import annotations

from flask_wtf.file import FileField
from wtforms import BooleanField, Field, SelectField
from wtforms.validators import DataRequired, ValidationError

from forms.base import BaseForm
from forms.fields import DutchDate, LongText, PickedId, RadioChoice, Revision, TextLine, as_choices
from portal.domain import clock
from portal.domain.instroom.figures import Waarneming
from portal.domain.instroom.imports import BESTAND_NAMEN, BestandSoort
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import Periode
from portal.domain.instroom.reading.columns import period_of, why_not_this_period
from portal.domain.instroom.reading.values import GeenCijfer, read_value
from portal.models import InstroomBron
from portal.web.person_fields import at_most

TE_KIEZEN = (BestandSoort.SJABLOON, BestandSoort.CIZ_GEMEENTEN, BestandSoort.CBS_CSV, BestandSoort.ODATA_JSON)
# What stands in these texts is read by everybody who may see figures.
LEEST_IEDEREEN = "Iedereen die de cijfers ziet kan dit lezen: noem geen aantallen onder de vijf."
NOT_CHOSEN = 0
_KEYS = [(key, one.naam) for key, one in INDICATOREN.items()]


class BronForm(BaseForm):
    """What is known of a source."""

    naam = TextLine(
        "Naam", validators=[DataRequired("Vul de naam van de bron in."), at_most(200, "De naam van de bron")]
    )
    houder = TextLine(
        "Van wie",
        description="Bijvoorbeeld: CIZ, CBS of Zorginstituut.",
        validators=[at_most(200, "De naam van de houder")],
    )
    definitie = LongText(
        "Wat telt deze bron anders?",
        description="Alleen wat afwijkt van onze definitie, bijvoorbeeld: jongeren tot en met 27 jaar.",
        render_kw={"rows": 3},
    )
    kanttekening = LongText("Wat moet men weten van deze bron?", render_kw={"rows": 3})
    is_synthetisch = BooleanField("De cijfers van deze bron zijn verzonnen (synthetisch)")
    revisie = Revision("Revisie", default=0)

    def written(self) -> dict[str, object]:
        """What was filled in, by the names of the columns."""
        return {name: value for name, value in self.values().items() if name != "revisie"}


class InleesForm(BaseForm):
    """A file, and what it does not say itself."""

    bron = PickedId("Bron")
    soort = RadioChoice(
        "Soort bestand",
        choices=as_choices((one.value, BESTAND_NAMEN[one]) for one in TE_KIEZEN),
        validators=[DataRequired("Kies wat voor bestand het is.")],
    )
    cijferbestand = FileField("Bestand")
    indicator = SelectField(
        "Indicator",
        description="Alleen bij een tabel per gemeente van het CIZ: wat is er geteld?",
        choices=as_choices([("", "Staat in het bestand"), *_KEYS]),
    )
    periode = TextLine(
        "Periode",
        description="Alleen als er geen periode in het bestand staat. Bijvoorbeeld 2024, 2024-K1 of 2024-03.",
    )
    peildag = DutchDate("Peildatum", description="De dag waarop de bron de stand opnam. Bijvoorbeeld 31-12-2024.")
    toelichting = LongText("Toelichting", description=LEEST_IEDEREEN, render_kw={"rows": 3})

    def offer(self, bronnen: list[InstroomBron]) -> None:
        """Fill the list of sources."""
        self.bron.choices = as_choices([(NOT_CHOSEN, "Kies een bron"), *((one.id, one.naam) for one in bronnen)])

    def validate_bron(self, field: Field) -> None:
        """A source is a choice, never what happens to come first."""
        if field.data == NOT_CHOSEN:
            raise ValidationError("Kies de bron van deze cijfers.")

    def validate_periode(self, field: Field) -> None:
        """A period that exists and is not to come."""
        if field.data and (wrong := why_not_this_period(self.period(), field.data, clock.today())):
            raise ValidationError(wrong)

    def validate_peildag(self, field: Field) -> None:
        """No day that is still to come."""
        if field.data and field.data > clock.today():
            raise ValidationError("De peildatum moet nog komen. Kijk of het jaar goed is.")

    def period(self) -> Periode | None:
        """The period, when one was filled in."""
        return period_of(self.periode.data) if self.periode.data else None


class InneemForm(BaseForm):
    """Yes to a file: as it was seen (`stand`), and that what it asks is right."""

    stand = Revision("Stand")
    klopt = BooleanField("Ja, dit klopt")


class CorrectieForm(BaseForm):
    """Another value for one figure of a source, and why."""

    bron = PickedId("Bron")
    waarde = TextLine(
        "Nieuwe waarde",
        description="Een heel getal, een bereik als 300-400, of een teken: . (ontbreekt), x (geheim), - (nihil).",
        validators=[DataRequired("Vul de nieuwe waarde in.")],
    )
    voorlopig = BooleanField("Dit cijfer is nog voorlopig")
    reden = LongText(
        "Waarom klopt het oude cijfer niet?",
        description=LEEST_IEDEREEN,
        validators=[DataRequired("Schrijf waarom u dit cijfer verandert.")],
        render_kw={"rows": 3},
    )

    def offer(self, bronnen: list[InstroomBron]) -> None:
        """Fill the list of sources."""
        self.bron.choices = as_choices((one.id, one.naam) for one in bronnen)

    def validate_waarde(self, field: Field) -> None:
        """What could stand in a cell of a file."""
        try:
            read_value(field.data)
        except GeenCijfer as problem:
            raise ValidationError(str(problem)) from problem

    def figure(self) -> Waarneming:
        """The figure that was filled in."""
        read = read_value(self.waarde.data)
        return read._replace(voorlopig=read.voorlopig or bool(self.voorlopig.data))


class VerklaringForm(BaseForm):
    """Why sources say something else."""

    tekst = LongText("Waarom zeggen de bronnen iets anders?", description=LEEST_IEDEREEN, render_kw={"rows": 4})
    revisie = Revision("Revisie", default=0)


class SjabloonForm(BaseForm):
    """Which template. It stands in an address: it needs no token."""

    wat = SelectField("Indicator", choices=as_choices(_KEYS))
    van = TextLine("Van", description="Een maand (2024-01), kwartaal (2024-K1) of jaar (2024).")
    tot = TextLine("Tot en met", description="Van dezelfde soort: maand, kwartaal of jaar.")
    ingevuld_uit = PickedId("Met de cijfers die er al zijn van")

    def offer(self, bronnen: list[InstroomBron]) -> None:
        """Fill the list of sources."""
        self.ingevuld_uit.choices = as_choices([(NOT_CHOSEN, "Geen: leeg"), *((one.id, one.naam) for one in bronnen)])
