"""The forms of the four lists of a plan: one form is one row."""

from __future__ import annotations

from typing import Any

from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.fields import (
    CheckboxChoices,
    DutchDate,
    DutchNumber,
    LongText,
    RadioChoice,
    Revision,
    TextLine,
)
from forms.national.plan_2023 import ACTIE_THEMAS, ACTIES_PARAGRAAF, DOELSTELLING_CIJFERS, PARTIJ_SOORTEN, PLAN_2023
from forms.pasted import pasted_lines
from forms.spec import Kind

VORMEN = (
    ("actie", "Een actie onder een kop"),
    ("kop_en_actie", "Een actie met een eigen nummer, zonder kop erboven"),
    ("kop", "Alleen een kop, bijvoorbeeld “5a Samenwerken”"),
)

SMART = (
    ("S", "Specifiek: het is duidelijk wat er verandert en voor wie"),
    ("M", "Meetbaar: er staat een getal of een teken bij waaraan u het ziet"),
    ("A", "Acceptabel: alle partijen staan erachter"),
    ("R", "Realistisch: het kan met de mensen en middelen die er zijn"),
    ("T", "Tijdgebonden: er staat bij wanneer het klaar is"),
)

_ACTIE, _TREKKER, _TIJDSLIJN = PLAN_2023.question_of_kind(Kind.ACTIES).columns
_ACTIVITEIT, _MIJLPAAL, _DATUM_GEREED = PLAN_2023.question_of_kind(Kind.MIJLPALEN).columns


class Filled:
    """The field must hold something; `message` is the whole sentence that says what to do."""

    def __init__(self, message: str) -> None:
        self.message = message
        self.field_flags = {"required": True}

    def __call__(self, form: BaseForm, field: Field) -> None:
        """Raise ValidationError when the field is empty; what can't be read was told about already."""
        if not field.data and not field.errors:
            raise ValidationError(self.message)


class RowForm(BaseForm):
    """One row of a list, with the revision the change starts from (0 for a new row)."""

    revisie = Revision("Revisie", default=0)

    def row_values(self) -> dict[str, Any]:
        """What was filled in, by the field names of the row."""
        return {name: value for name, value in self.values().items() if name != "revisie"}


class WindowMixin:
    """A timeline as typed, and the window when a person corrects what was read from it."""

    venster_van = DutchDate("Van", description="Alleen als de gelezen periode niet klopt.")
    venster_tot = DutchDate("Tot en met", description="Leeg betekent: zonder einde.")

    def validate_venster_tot(self, field: Field) -> None:
        """The window must not end before it starts."""
        start = self.venster_van.data
        if start and field.data and field.data < start:
            raise ValidationError("De einddatum ligt voor de begindatum. Draai de data om of pas er een aan.")


class PartijForm(RowForm):
    """One party, or several at once: one per line."""

    naam = LongText(
        "Naam van de partij",
        description="Meer partijen tegelijk toevoegen? Zet elke partij op een eigen regel.",
        validators=[Filled("Vul de naam van de partij in, bijvoorbeeld “Zorgkantoor Voorbeeldstreek”.")],
        render_kw={"rows": 2},
    )
    soort = RadioChoice("Soort partij", choices=[(one.key, one.label) for one in PARTIJ_SOORTEN])

    def namen(self) -> list[str]:
        """The names, one per line."""
        return pasted_lines(self.naam.data)


class DoelstellingForm(RowForm):
    """A goal. Everything but the text is optional: a goal may refuse a number."""

    tekst = LongText(
        "Doelstelling",
        validators=[Filled("Schrijf de doelstelling op. Een getal hoeft niet.")],
        render_kw={"rows": 5},
    )
    indicator = TextLine(DOELSTELLING_CIJFERS["indicator"], description="Waaraan ziet u dat het doel is gehaald?")
    nulwaarde = DutchNumber(DOELSTELLING_CIJFERS["nulwaarde"], description="De waarde bij het begin.")
    peildatum = DutchDate(DOELSTELLING_CIJFERS["peildatum"], description="Wanneer is de nulwaarde gemeten?")
    streefwaarde = DutchNumber(DOELSTELLING_CIJFERS["streefwaarde"], description="De waarde die u wilt bereiken.")
    eenheid = TextLine(DOELSTELLING_CIJFERS["eenheid"], description="Bijvoorbeeld: cliënten per maand.")
    einddatum = DutchDate(DOELSTELLING_CIJFERS["einddatum"], description="Wanneer wilt u het doel bereiken?")
    smart = CheckboxChoices(
        "Hoe SMART is deze doelstelling?",
        description="Dit is een hulpmiddel. U hoeft niets aan te vinken.",
        choices=SMART,
    )

    def row_values(self) -> dict[str, Any]:
        """As filled in; the ticked letters as one text in the order S, M, A, R, T."""
        ticked = self.smart.data or ()
        return {**super().row_values(), "smart": "".join(letter for letter, _ in SMART if letter in ticked)}


class ActieForm(WindowMixin, RowForm):
    """An action or a heading above actions."""

    vorm = RadioChoice(
        "Wat voor regel is dit?",
        choices=VORMEN,
        default="actie",
        validators=[Filled("Kies of dit een actie of een kop is.")],
    )
    paragraaf = TextLine(ACTIES_PARAGRAAF, description="Het nummer in uw eigen plan, bijvoorbeeld 5a.1.")
    omschrijving = LongText(
        "Omschrijving",
        validators=[Filled("Beschrijf de actie of typ de tekst van de kop.")],
        render_kw={"rows": 3},
    )
    verantwoordelijke = TextLine(
        _TREKKER, description="Meer partijen kan: zet er komma’s tussen. Bijvoorbeeld: gemeenten, zorgkantoor."
    )
    tijdslijn = TextLine(_TIJDSLIJN, description="Bijvoorbeeld: eind Q1 2024, in de loop van 2024, of continu.")
    is_mijlpaal = BooleanField("Dit is een mijlpaal", description="De actie staat dan vanzelf ook bij de planning.")
    themas = CheckboxChoices(
        "Bij welk thema past deze actie?",
        description="Dit is een suggestie voor de landelijke analyse.",
        choices=[(one.key, one.label) for one in ACTIE_THEMAS],
    )


class MijlpaalForm(WindowMixin, RowForm):
    """A milestone of the planning."""

    activiteit = TextLine(_ACTIVITEIT)
    mijlpaal = TextLine(_MIJLPAAL, validators=[Filled("Vul de mijlpaal in: wat is er dan klaar?")])
    tijdslijn = TextLine(_DATUM_GEREED, description="Een datum of een periode, bijvoorbeeld: eind Q2 2024.")


ROW_FORMS: dict[Kind, type[RowForm]] = {
    Kind.PARTIJEN: PartijForm,
    Kind.DOELSTELLINGEN: DoelstellingForm,
    Kind.ACTIES: ActieForm,
    Kind.MIJLPALEN: MijlpaalForm,
}
