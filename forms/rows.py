"""The forms of the four lists of a plan: one form is one row.

What the fields are called, and which of them there are, says the question of the edition (`Question.row`).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.cleaning import clean_line
from forms.fields import (
    ONE_PER_LINE,
    CheckboxChoices,
    DutchDate,
    LongText,
    RadioChoice,
    Revision,
    TextLine,
    TypedFigure,
    TypedParties,
    TypedPeriod,
    as_choices,
)
from forms.goals import clients
from forms.parties import joined_parties
from forms.pasted import pasted_lines
from forms.several import SeveralForm
from forms.spec import Kind, Question

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

    @property
    def asks(self) -> bool:
        """True when what was typed may be one thing or several, and nobody said which."""
        return False

    def row_values(self) -> dict[str, Any]:
        """What was filled in, by the field names of the row."""
        return {name: value for name, value in self.values().items() if name != "revisie"}


class VersieForm(BaseForm):
    """What the person saw of a row before choosing an earlier version of it."""

    revisie = Revision("Revisie")


class WindowMixin:
    """A timeline as typed, and the window when a person corrects what was read from it."""

    venster_van = DutchDate("Van", description="Alleen als de gelezen periode niet klopt.")
    venster_tot = DutchDate("Tot en met", description="Leeg betekent: zonder einde.")

    def validate_venster_tot(self, field: Field) -> None:
        """The window must not end before it starts."""
        start = self.venster_van.data
        if start and field.data and field.data < start:
            raise ValidationError("De einddatum ligt voor de begindatum. Draai de data om of pas er een aan.")


# The fields below have the name of what they hold; the edition gives each its label, help, choices and message.


class PartijForm(RowForm):
    """One party, or several at once: one per line."""

    naam = LongText("naam", render_kw={"rows": 2, **ONE_PER_LINE})
    soort = RadioChoice("soort")

    def namen(self) -> list[str]:
        """The names, one per line."""
        return pasted_lines(self.naam.data)


class DoelstellingForm(RowForm):
    """A goal. Everything but the text is optional, and kept as typed: a goal may refuse a number."""

    tekst = LongText("tekst", render_kw={"rows": 5})
    indicator = TextLine("indicator")
    nulwaarde = TypedFigure("nulwaarde")
    peildatum = TypedPeriod("peildatum")
    streefwaarde = TypedFigure("streefwaarde")
    eenheid = TextLine("eenheid")
    einddatum = TypedPeriod("einddatum")
    telt_clienten = RadioChoice(clients.QUESTION, description=clients.GUIDANCE, choices=as_choices(clients.CHOICES))
    smart = CheckboxChoices(
        "Hoe SMART is deze doelstelling?",
        description="Dit is een hulpmiddel. U hoeft niets aan te vinken.",
        choices=as_choices(SMART),
    )

    def row_values(self) -> dict[str, Any]:
        """As filled in; the ticked letters as one text in the order S, M, A, R, T."""
        ticked = self.smart.data or ()
        return {**super().row_values(), "smart": "".join(letter for letter, _ in SMART if letter in ticked)}


class ActieForm(WindowMixin, SeveralForm, RowForm):
    """An action or a heading above actions."""

    vorm = RadioChoice(
        "Wat voor regel is dit?",
        choices=as_choices(VORMEN),
        default="actie",
        validators=[Filled("Kies of dit een actie of een kop is.")],
    )
    paragraaf = TextLine("paragraaf")
    omschrijving = LongText("omschrijving", render_kw={"rows": 3})
    verantwoordelijke = TypedParties("verantwoordelijke")
    tijdslijn = TypedPeriod("tijdslijn")
    is_mijlpaal = BooleanField("Dit is een mijlpaal", description="De actie staat dan vanzelf ook bij de planning.")
    themas = CheckboxChoices("themas")

    def items(self) -> list[str]:
        """Who is responsible, one per line."""
        return pasted_lines(self.verantwoordelijke.data) if self.verantwoordelijke else []

    def row_values(self) -> dict[str, Any]:
        """As filled in, with who is responsible on one line."""
        values = super().row_values()
        if self.verantwoordelijke:
            is_several = len(self.items()) > 1 and not self.is_one
            values["verantwoordelijke"] = (joined_parties if is_several else clean_line)(self.verantwoordelijke.data)
        return values


class MijlpaalForm(WindowMixin, RowForm):
    """A milestone of the planning."""

    activiteit = TextLine("activiteit")
    mijlpaal = TextLine("mijlpaal")
    tijdslijn = TypedPeriod("tijdslijn")


ROW_FORMS: dict[Kind, type[RowForm]] = {
    Kind.PARTIJEN: PartijForm,
    Kind.DOELSTELLINGEN: DoelstellingForm,
    Kind.ACTIES: ActieForm,
    Kind.MIJLPALEN: MijlpaalForm,
}
# What the portal itself asks of a row, in its own words.
_OURS = frozenset({"revisie", "aantal", "vorm", "is_mijlpaal", "smart", "telt_clienten", "venster_van", "venster_tot"})


@lru_cache(maxsize=100)
def row_form(question: Question) -> type[RowForm]:
    """The form of a row of this list, in the words of its edition. A field that it does not ask is left out."""
    base = ROW_FORMS[question.kind]
    return type(base.__name__, (base,), declared_fields(base, question, ours=_OURS))


def declared_fields(base: type[BaseForm], question: Question, *, ours: frozenset[str]) -> dict[str, Any]:
    """The fields of a form with the words of the edition, in the order of the form; None for one it does not ask.

    `ours` stay as they are.
    """
    fields = ((name, getattr(base, name)) for name in dir(base) if hasattr(getattr(base, name), "_formfield"))
    ordered = sorted(fields, key=lambda one: one[1].creation_counter)
    return {name: _again(field) if name in ours else _declared(name, field, question) for name, field in ordered}


def _again(unbound: Any) -> Any:
    """The same field; fields of a form stand in the order in which they were made."""
    return unbound.field_class(*unbound.args, **unbound.kwargs)


def _declared(name: str, unbound: Any, question: Question) -> Any:
    words = question.row_field(name)
    if words is None:
        return None
    options = {**unbound.kwargs, "description": words.guidance}
    if words.missing:
        options["validators"] = [Filled(words.missing)]
    if issubclass(unbound.field_class, RadioChoice | CheckboxChoices):
        options["choices"] = as_choices((one.key, one.label) for one in question.choices)
    return unbound.field_class(words.label, **options)
