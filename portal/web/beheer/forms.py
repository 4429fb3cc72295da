"""The forms of the beheer pages."""

from __future__ import annotations

from wtforms import Field, HiddenField, IntegerField
from wtforms.validators import DataRequired, ValidationError

from forms.base import BaseForm
from forms.fields import ONE_PER_LINE, CheckboxChoices, LongText, PickedId, RadioChoice, Revision, TextLine, as_choices
from portal.domain.roles import Membership, Namens, OrganisatieSoort, Rol
from portal.web.person_fields import OnePersonFields, at_most, job, person_name, phone

NEW_ORGANISATION = 0
NOT_CHOSEN = -1
ORGANISATIE_SOORTEN = (
    (OrganisatieSoort.GEMEENTE, "Gemeente"),
    (OrganisatieSoort.ZORGKANTOOR, "Zorgkantoor"),
    (OrganisatieSoort.ZORGAANBIEDER, "Zorgaanbieder"),
    (OrganisatieSoort.CLIENTVERTEGENWOORDIGING, "Cliëntvertegenwoordiging"),
    (OrganisatieSoort.KERNPARTIJ, "Kernpartij (VWS, ZN, VNG, Valente, de Nederlandse ggz, MIND)"),
    (OrganisatieSoort.KPMG, "KPMG"),
    (OrganisatieSoort.CIZ, "CIZ"),
    (OrganisatieSoort.OVERIG, "Anders"),
)


class OrganisationFields(BaseForm):
    """An organisation: one that is known, or a new one with its kind."""

    organisatie = PickedId("Organisatie", description="Staat de organisatie er niet bij? Kies ‘Andere organisatie’.")
    nieuwe_organisatie = TextLine(
        "Naam van de andere organisatie",
        description="Alleen invullen als u ‘Andere organisatie’ koos.",
        validators=[at_most(200, "De naam van de organisatie")],
    )
    soort = RadioChoice(
        "Soort organisatie",
        description="Alleen kiezen als u ‘Andere organisatie’ koos.",
        choices=as_choices((soort.value, label) for soort, label in ORGANISATIE_SOORTEN),
    )

    def offer(self, organisations: list[tuple[int, str]]) -> None:
        """Fill the list of known organisations, as (id, name)."""
        self.organisatie.choices = as_choices(
            [(NOT_CHOSEN, "Kies een organisatie"), *organisations, (NEW_ORGANISATION, "Andere organisatie")]
        )

    @property
    def is_new(self) -> bool:
        """True when the organisation is not in the list."""
        return bool(self.organisatie.data == NEW_ORGANISATION)

    def validate_organisatie(self, field: Field) -> None:
        """An organisation is a choice, never what happens to come first."""
        if field.data == NOT_CHOSEN:
            raise ValidationError("Kies de organisatie waar de persoon werkt.")

    def validate_nieuwe_organisatie(self, field: Field) -> None:
        """A new organisation needs a name."""
        if self.is_new and not field.data:
            raise ValidationError("Vul de naam van de organisatie in, of kies een organisatie uit de lijst.")

    def validate_soort(self, field: Field) -> None:
        """A new organisation needs a kind."""
        if self.is_new and not field.data:
            raise ValidationError("Kies wat voor organisatie het is.")


class RoleFields(BaseForm):
    """A role, with the regions and the side when it is a regional one."""

    rol = RadioChoice("Rol", validators=[DataRequired("Kies een rol.")])
    namens = RadioChoice(
        "Namens wie",
        description="Alleen voor een regiocontact.",
        choices=as_choices((side.value, side.label) for side in Namens),
    )
    regios = CheckboxChoices("Regio’s", description="Voor een regiocontact of een regiolezer. U kunt er meer kiezen.")

    def offer_roles(self, roles: tuple[Rol, ...], regios: list[tuple[int, str]]) -> None:
        """Fill the roles this person may give, and the regions as (id, name)."""
        self.rol.choices = as_choices((rol.value, rol.label) for rol in roles)
        self.regios.choices = as_choices((str(regio_id), naam) for regio_id, naam in regios)

    def validate_namens(self, field: Field) -> None:
        """A regiocontact speaks for one side."""
        if self.rol.data == Rol.REGIOCONTACT and not field.data:
            raise ValidationError("Kies of de persoon namens de gemeente of namens het zorgkantoor werkt.")

    def validate_regios(self, field: Field) -> None:
        """A regional role needs a region."""
        if self.rol.data in {rol.value for rol in Rol if rol.is_regional} and not field.data:
            raise ValidationError("Kies ten minste één regio.")

    def memberships(self) -> list[Membership]:
        """The roles that were chosen; what does not belong to the role is left out."""
        rol = Rol(self.rol.data)
        if not rol.is_regional:
            return [Membership(rol)]
        side = Namens(self.namens.data) if rol is Rol.REGIOCONTACT else None
        return [Membership(rol, int(regio_id), side) for regio_id in self.regios.data]


class InviteForm(OnePersonFields, OrganisationFields, RoleFields):
    """Who is invited, from where, and to what."""

    telefoon = phone()


class AccountForm(OrganisationFields):
    """What a beheerder may change of an account."""

    naam = person_name()
    telefoon = phone()
    functie = job()


class LastOneForm(BaseForm):
    """A button that takes somebody away; `gezien` is what the person was told is then left to nobody."""

    gezien = HiddenField("Gezien")


class AddRoleForm(RoleFields):
    """One more role for an account."""


class RegioForm(BaseForm):
    """What a beheerder may change of a region."""

    zorgkantoor = TextLine("Zorgkantoor", validators=[at_most(200, "De naam van het zorgkantoor")])
    centrumgemeenten = TextLine("Centrumgemeenten", description="Zet een puntkomma tussen twee namen.")
    centrumgemeenten_elders = TextLine(
        "Centrumgemeenten buiten de regio", description="Zet een puntkomma tussen twee namen."
    )
    inwoners = IntegerField("Aantal inwoners", description="Een heel getal zonder punten, bijvoorbeeld 337553.")
    aliassen = LongText(
        "Andere namen",
        description="Eén naam per regel. Op deze namen kan men de regio vinden.",
        render_kw=ONE_PER_LINE,
    )
    gemeente_erbij = PickedId(
        "Gemeente die van een andere regio hierheen gaat",
        description="Een gemeente hoort altijd bij één regio. Zij verhuist als u haar hier kiest.",
    )
    revisie = Revision("Revisie")

    def validate_inwoners(self, field: Field) -> None:
        """A whole number that fits the database."""
        field.errors = []
        if field.data is None or not 0 <= field.data < 100_000_000:
            raise ValidationError("Vul bij “Aantal inwoners” een heel getal in, bijvoorbeeld 337553.")

    def validate_aliassen(self, field: Field) -> None:
        """Each name fits the database."""
        if any(len(naam) > 200 for naam in self.alias_names()):
            raise ValidationError("Een van de andere namen is te lang. Gebruik hoogstens 200 tekens per naam.")

    def alias_names(self) -> list[str]:
        """The other names, one per line."""
        return [line.strip() for line in (self.aliassen.data or "").splitlines() if line.strip()]
