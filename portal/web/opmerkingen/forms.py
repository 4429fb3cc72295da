"""The forms of remarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wtforms import HiddenField, SelectField
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.fields import LongText, RadioChoice, Revision, as_choices
from forms.rows import Filled
from portal.domain.review.remarks import Zicht

ACTION, SENTENCE = "actie:", "zin:"


class PickedPlace(SelectField):  # type: ignore[misc]
    """What a remark is about: a step by its key, or an action. What was offered can be gone when the form arrives."""

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not offered, or no longer."""
        if self.data and self.data not in {one.value for one in self.choices}:
            raise ValidationError("Dit staat er niet (meer). De lijst is bijgewerkt. Kies opnieuw.")


class RemarkForm(BaseForm):
    """A new remark. Who may read it has no answer beforehand: the person must choose."""

    over = PickedPlace("Waarover gaat uw opmerking?", validators=[Filled("Kies waarover uw opmerking gaat.")])
    tekst = LongText("Uw opmerking", validators=[Filled("Schrijf uw opmerking op.")], render_kw={"rows": 4})
    zicht = RadioChoice("Wie mag dit lezen?", validators=[Filled("Kies wie uw opmerking mag lezen.")])
    plek = HiddenField("Plek", default="lijst")

    def offer(
        self, places: Sequence[tuple[str, str]], readers: Sequence[tuple[Zicht, str]], *, prefix: str
    ) -> RemarkForm:
        """Give the form its choices, and its fields ids of their own: several forms can stand on one page."""
        self.over.choices = as_choices(places)
        self.zicht.choices = as_choices((zicht.value, label) for zicht, label in readers)
        for field in self:
            field.id = f"{prefix}-{field.name}"
        return self

    @property
    def place(self) -> tuple[str | None, int | None, str | None]:
        """The step that was picked, or the action, or a sentence with its step; what was not picked is None."""
        picked = self.over.data
        if picked.startswith(ACTION):
            return None, int(picked.removeprefix(ACTION)), None
        if picked.startswith(SENTENCE):
            step_key, _, anker = picked.removeprefix(SENTENCE).partition("/")
            return step_key, None, anker
        return picked, None, None


class ReplyForm(BaseForm):
    """What somebody says in a thread; resolving and reopening need no words. `gezien` is the last reply they saw."""

    tekst = LongText("Uw reactie", render_kw={"rows": 3})
    plek = HiddenField("Plek", default="lijst")
    gezien = Revision("Gezien", default=0)

    def on_thread(self, opmerking_id: int) -> ReplyForm:
        """Give the fields the ids that they have in this thread."""
        for field in self:
            field.id = f"reactie-{opmerking_id}-{field.name}"
        return self
