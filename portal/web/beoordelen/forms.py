"""What a reviewer fills in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from wtforms import BooleanField, Field
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.fields import DutchDate, LongText, PickedId, RadioChoice, Revision, as_choices
from forms.rows import Filled
from forms.spec import Step
from portal.domain import clock
from portal.domain.review.remarks import AdviesOordeel
from portal.domain.round.rules import DAY_HAS_PASSED


class BesluitForm(BaseForm):
    """Which submission somebody decides on."""

    indiening = Revision("Indiening")


class AdviesForm(BesluitForm):
    """What somebody advises, and why."""

    oordeel = RadioChoice(
        "Wat adviseert u?",
        choices=as_choices((one.value, one.label) for one in AdviesOordeel),
        validators=[Filled("Kies wat u adviseert.")],
    )
    toelichting = LongText("Toelichting", description="Alleen beoordelaars lezen dit. De regio ziet het niet.")


class OverdraagForm(BaseForm):
    """To whom a plan is handed over."""

    aan = PickedId("Aan wie draagt u het over?")


class HeropenForm(BaseForm):
    """Why an acceptance is undone."""

    reden = LongText(
        "Waarom maakt u de vaststelling ongedaan?",
        description="De regio leest dit in de tijdlijn van het plan.",
        validators=[Filled("Vul in waarom u de vaststelling ongedaan maakt.")],
    )


class TerugstuurForm(BesluitForm):
    """Why a plan is sent back, and per step what is asked. `form_for` adds the fields of the steps."""

    steps: Sequence[Step] = ()

    reden = LongText(
        "Waarom stuurt u het plan terug?",
        description="De regio leest dit als eerste.",
        validators=[Filled("Vul in waarom u het plan terugstuurt.")],
    )
    terug_voor = DutchDate(
        "Wanneer verwacht u het plan terug?",
        description="De contactpersonen krijgen hierover herinneringen. "
        "Leeg: de deadline van het plan geldt, als die nog komt.",
    )

    def validate_terug_voor(self, field: Field) -> None:
        """The day lies ahead."""
        if field.data and field.data < clock.today():
            raise ValidationError(DAY_HAS_PASSED)

    def asked(self) -> Mapping[str, str]:
        """What is asked, by the key of the step. A text without its box ticked counts too."""
        return {step.key: self[f"gevraagd_{step.key}"].data for step in self.steps if self._is_chosen(step)}

    def _is_chosen(self, step: Step) -> bool:
        return bool(self[f"kies_{step.key}"].data or self[f"gevraagd_{step.key}"].data)

    def validate(self, extra_validators: object = None) -> bool:
        """Also: at least one part, each with a text."""
        valid: bool = super().validate(extra_validators)
        asked = self.asked()
        if not asked:
            self.form_errors.append("Kies ten minste één onderdeel dat de regio moet aanpassen.")
        for step in self.steps:
            if step.key in asked and not asked[step.key].strip():
                field = self[f"gevraagd_{step.key}"]
                field.errors = [*field.errors, f"Vul bij “{step.title}” in wat u van de regio vraagt."]
                valid = False
        return valid and bool(asked)


@lru_cache
def form_for(steps: tuple[Step, ...]) -> type[TerugstuurForm]:
    """The form with a box and a text for each of these steps."""
    fields: dict[str, object] = {"steps": steps}
    for step in steps:
        fields[f"kies_{step.key}"] = BooleanField(f"{step.number}. {step.title}")
        fields[f"gevraagd_{step.key}"] = LongText(f"Wat vraagt u bij “{step.title}”?")
    return type("TerugstuurFormVanPlan", (TerugstuurForm,), fields)
