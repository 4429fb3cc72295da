"""The small forms around a plan."""

from __future__ import annotations

from functools import lru_cache

from flask_wtf.file import FileField
from wtforms import Field, HiddenField
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.fields import CheckboxChoices, DutchDate, LongText, PickedId, RadioChoice, Revision, TextLine
from forms.rows import Filled
from forms.spec import Step
from portal.domain import clock
from portal.domain.plan.file_types import KINDS_IN_WORDS
from portal.domain.round.rules import DAY_HAS_PASSED
from portal.services.plan.returned import Conflict, StepEdit


class LaterForm(BaseForm):
    """Why a step follows later."""

    reden = TextLine("Waarom of wanneer volgt dit later?", description="Bijvoorbeeld: wij bespreken dit in maart.")


class WeggooiForm(BaseForm):
    """A button, with what the page told that is lost ("" for a page that told nothing)."""

    gezien = HiddenField("Gezien")


class TerugzetForm(BaseForm):
    """Which parts of an earlier submission are put back, with what the page told that this changes."""

    onderdelen = CheckboxChoices(
        "Wat wilt u terugzetten?",
        description="Wat u niet aanvinkt, blijft zoals het nu is.",
        validators=[Filled("Kies ten minste één onderdeel om terug te zetten.")],
    )
    gezien = HiddenField("Gezien")


class BijlageForm(BaseForm):
    """A document with a name."""

    bestand = FileField("Bestand", description=f"{KINDS_IN_WORDS}.")
    naam = TextLine("Naam van de bijlage", description="Leeg: dan gebruiken wij de naam van het bestand.")


class IndienForm(BaseForm):
    """For which side the plan is handed in. Who of the others agreed stands in the register of instemming."""

    namens = RadioChoice("Namens wie dient u in?", validators=[Filled("Kies namens wie u indient.")])
    indieningen = Revision("Indieningen")


class MeeleesForm(BaseForm):
    """Which steps of a draft reviewers may look at, and what the region wants to know."""

    onderdelen = CheckboxChoices(
        "Met welke onderdelen kunnen wij meelezen?",
        description="Wij zien alleen de onderdelen die u aanvinkt, zoals ze nu zijn.",
        validators=[Filled("Kies ten minste één onderdeel waarmee wij kunnen meelezen.")],
    )
    notitie = LongText("Wat wilt u van ons weten?", description="Bijvoorbeeld: zijn de acties concreet genoeg?")


class GeefForm(BaseForm):
    """Which colleague is asked to do a part, and before when."""

    aan = PickedId("Wie doet dit?", validators=[Filled("Kies wie dit onderdeel doet.")])
    voor = DutchDate("Vóór welke dag?", description="Bijvoorbeeld 12-3-2027. Uw collega krijgt een herinnering.")
    toelichting = LongText("Wat wilt u erbij zeggen?", description="Uw collega’s van dit plan lezen dit ook.")
    gezien = Revision("Gezien", default=0)

    def validate_voor(self, field: Field) -> None:
        """The day lies ahead."""
        if field.data and field.data < clock.today():
            raise ValidationError(DAY_HAS_PASSED)


class AangepastForm(BaseForm):
    """What was changed per step that was asked about. `changes_form` adds the fields."""

    steps: tuple[Step, ...] = ()

    def edits(self) -> list[StepEdit]:
        """What was typed per step, with the revision it started from."""
        return [
            StepEdit(step.key, self[f"aangepast_{step.key}"].data, self[f"revisie_{step.key}"].data)
            for step in self.steps
        ]

    def require_all(self) -> bool:
        """True when every step has a text; the others get an error."""
        silent = [step for step in self.steps if not self[f"aangepast_{step.key}"].data.strip()]
        for step in silent:
            field = self[f"aangepast_{step.key}"]
            field.errors = [*field.errors, f"Schrijf bij “{step.title}” op wat u heeft aangepast."]
        return not silent

    def show_conflict(self, conflict: Conflict) -> None:
        """Say that a colleague saved another text meanwhile; saving again starts from that one."""
        field = self[f"aangepast_{conflict.step_key}"]
        field.errors = [*field.errors, f"{conflict.door} heeft dit intussen ook ingevuld. Voeg de teksten samen."]
        self[f"revisie_{conflict.step_key}"].data = conflict.revision


@lru_cache
def changes_form(steps: tuple[Step, ...]) -> type[AangepastForm]:
    """The form with a text for each of these steps."""
    fields: dict[str, object] = {"steps": steps}
    for step in steps:
        fields[f"aangepast_{step.key}"] = LongText(
            f"Wat heeft u aangepast bij “{step.title}”?", description="Niets aangepast? Schrijf dan op waarom niet."
        )
        fields[f"revisie_{step.key}"] = Revision("Revisie")
    return type("AangepastFormVanPlan", (AangepastForm,), fields)


class IntrekForm(BaseForm):
    """Nothing to fill in; the token is enough."""


class RowActionForm(BaseForm):
    """What the person saw of a row before pressing a button on it."""

    revisie = Revision("Revisie")
    positie = Revision("Positie")
