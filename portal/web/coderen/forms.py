"""The forms of coding and of the code book."""

from __future__ import annotations

import re
from typing import Any

from wtforms import BooleanField, Field, HiddenField, IntegerField
from wtforms.validators import NumberRange, ValidationError

from forms.base import BaseForm
from forms.cleaning import has_words
from forms.fields import ONE_PER_LINE, LongText, PickedId, PickedIds, Revision, TextLine
from forms.rows import Filled
from portal.domain.coding.double import USUAL_SHARE
from portal.services.coding.book import MAX_NAAM, CodeText

NOTHING_CHOSEN = "Kies een of meer codes. Past er geen? Kies dan “Past bij geen code”."
BOTH_CHOSEN = "U koos een code en ook “Past bij geen code”. Kies een van beide."


class SeenTextForm(BaseForm):
    """The text that was on the page: its id, the revision of its coding, and the fingerprint of its words."""

    tekst = Revision("Tekst", default=0)
    revisie = Revision("Revisie", default=0)
    bron = HiddenField("Bron", filters=[lambda value: value or ""])

    def validate_bron(self, field: Field) -> None:
        """Only what our own page can have sent."""
        if not re.fullmatch("[0-9a-f]{64}", field.data):
            raise ValidationError("Deze pagina is niet meer goed. Ververs de pagina.")

    @property
    def is_ours(self) -> bool:
        """False when a hidden field holds what our page never wrote in it."""
        return not (self.tekst.errors or self.revisie.errors or self.bron.errors)


class CodeerForm(SeenTextForm):
    """The codes of one text, or that none fits."""

    codes = PickedIds("Codes")
    geen = BooleanField("Past bij geen code")

    def validate_geen(self, field: Field) -> None:
        """Something must be chosen, and not both."""
        if field.data and self.codes.data:
            raise ValidationError(BOTH_CHOSEN)
        if not field.data and not self.codes.data and not self.codes.errors:
            raise ValidationError(NOTHING_CHOSEN)

    @property
    def problem(self) -> str:
        """What is wrong with what was chosen, once it was validated; empty when nothing is."""
        return str(next(iter([*self.codes.errors, *self.geen.errors]), "Kies opnieuw.")) if self.errors else ""


class SteekproefForm(BaseForm):
    """Which share of a kind of texts is coded twice."""

    aandeel = IntegerField(
        "Aandeel in procenten",
        default=USUAL_SHARE,
        validators=[NumberRange(1, 100, message="Vul een heel getal in van 1 tot en met 100, bijvoorbeeld 10.")],
    )


class OngedaanForm(BaseForm):
    """The step to take back."""

    stap = Revision("Stap", default=0)


class CodeForm(BaseForm):
    """A code as people write it."""

    revisie = Revision("Revisie", default=0)
    naam = TextLine("Naam", description="Kort, zoals het in de rapportage komt te staan.")
    omschrijving = LongText(
        "Omschrijving", description="Een zin: wanneer past deze code? Dit staat bij het coderen.", render_kw={"rows": 3}
    )
    trefwoorden = LongText(
        "Woorden die deze code suggereren",
        description="Begin van woorden, met een spatie of op een nieuwe regel. “samenwerk” vindt ook “samenwerking”.",
        render_kw={"rows": 3, **ONE_PER_LINE},
    )

    def validate_naam(self, field: Field) -> None:
        """A name that fits."""
        if not has_words(field.data):
            raise ValidationError("Geef de code een naam, bijvoorbeeld “Samenwerking in de regio”.")
        if len(field.data) > MAX_NAAM:
            raise ValidationError(f"De naam heeft {len(field.data)} tekens. Gebruik er ten hoogste {MAX_NAAM}.")

    def text(self) -> CodeText:
        """What was written."""
        words = dict.fromkeys(re.split(r"[\s,;]+", self.trefwoorden.data))
        return CodeText(self.naam.data, self.omschrijving.data.strip(), tuple(word for word in words if word))

    def written(self) -> dict[str, Any]:
        """What was written, to fill in again."""
        return {"naam": self.naam.data, "omschrijving": self.omschrijving.data, "trefwoorden": self.trefwoorden.data}


class SeenCodeForm(BaseForm):
    """The revision of a code on the page."""

    revisie = Revision("Revisie", default=0)


class SamenvoegForm(SeenCodeForm):
    """The code that takes the place."""

    doel = PickedId("Samenvoegen met", validators=[Filled("Kies de code die de plaats inneemt.")])
