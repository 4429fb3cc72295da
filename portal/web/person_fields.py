"""Fields about one person, for every form that asks who somebody is."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email
from wtforms import BooleanField, EmailField, Field
from wtforms.validators import DataRequired, Length, ValidationError

from forms.base import BaseForm
from forms.cleaning import clean_line
from forms.fields import TextLine
from portal.domain.people.shared_address import looks_shared


def at_most(length: int, what: str) -> Length:
    """What the database can hold, with a sentence that says so."""
    return Length(max=length, message=f"{what} is te lang. Gebruik hoogstens {length} tekens.")


def person_name() -> TextLine:
    """How somebody is called."""
    message = "Vul de naam van de persoon in, bijvoorbeeld Kim de Boer."
    return TextLine("Naam", validators=[DataRequired(message), at_most(200, "De naam")])


def phone() -> TextLine:
    """Where somebody can be called."""
    return TextLine("Telefoonnummer", validators=[at_most(40, "Het telefoonnummer")])


def job() -> TextLine:
    """What somebody does at work."""
    return TextLine(
        "Functie", description="Bijvoorbeeld: beleidsadviseur Wmo.", validators=[at_most(200, "De functie")]
    )


def full_address(typed: str, example: str) -> str:
    """An address as it is kept. Raises ValidationError for one that is not complete."""
    try:
        return validate_email(typed, check_deliverability=False).normalized.lower()
    except EmailNotValidError as error:
        raise ValidationError(f"Vul een volledig e-mailadres in, bijvoorbeeld {example}.") from error


class OnePersonFields(BaseForm):
    """The name and address of one person; an address that looks like that of a group needs a yes."""

    naam = person_name()
    email = EmailField(
        "E-mailadres",
        description="Het adres van één persoon. Een account is nooit van een groep.",
        filters=[lambda value: clean_line(value or "")],
        validators=[
            DataRequired("Vul een e-mailadres in, bijvoorbeeld naam@gemeente.nl."),
            at_most(255, "Het e-mailadres"),
        ],
    )
    een_persoon = BooleanField("Ja, dit adres wordt door één persoon gebruikt")

    def validate_email(self, field: Field) -> None:
        """The address is complete."""
        field.data = full_address(field.data, "naam@gemeente.nl")

    @property
    def asks_for_one_person(self) -> bool:
        """True when the address looks like that of a group."""
        return looks_shared(self.email.data or "")

    def validate_een_persoon(self, field: Field) -> None:
        """An address that looks like that of a group needs a yes."""
        if self.asks_for_one_person and not field.data:
            raise ValidationError(
                f"{self.email.data} lijkt het adres van een groep. Vul het eigen adres van de persoon in, "
                "of vink aan dat één persoon dit adres gebruikt."
            )
