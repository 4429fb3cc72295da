"""The forms of the second step. Their names begin as those of signing in: what they carry along has other names."""

from __future__ import annotations

from typing import Any

from wtforms import HiddenField
from wtforms.validators import Length

from forms.base import BaseForm
from forms.cleaning import clean_line
from forms.fields import RadioChoice, TextLine, as_choices
from forms.rows import Filled
from portal.domain.factors.ways import FactorWay
from portal.web.posted import SIGN_IN_PREFIX

LONGEST_NAME = 60
_HIDDEN: dict[str, Any] = {"filters": [lambda value: clean_line(value or "")]}
_DIGITS = {"inputmode": "numeric", "autocomplete": "one-time-code"}


class ProofForm(BaseForm):
    """One proof: a code, or the answer of a passkey that a script fills in."""

    code = TextLine("Code")
    antwoord = HiddenField(**_HIDDEN)
    met = HiddenField(**_HIDDEN)
    naar = HiddenField(**_HIDDEN)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=SIGN_IN_PREFIX, **kwargs)

    def ask(self, way: FactorWay) -> None:
        """Ask for this kind of proof, empty."""
        label, help_, words = _CODE_WORDS[way]
        self.code.label.text, self.code.description, self.code.render_kw = label, help_, words
        self.code.data = self.antwoord.data = ""
        self.met.data = way.value

    @property
    def chosen(self) -> FactorWay | None:
        """The kind of proof that was sent; None for what is none."""
        return next((way for way in FactorWay if way.value == self.met.data), None)


_CODE_WORDS = {
    FactorWay.APP: ("Code van zes cijfers", "U vindt de code in de app op uw telefoon, bij Regioportaal.", _DIGITS),
    FactorWay.PASSKEY: ("Code", "", {}),
    FactorWay.HERSTELCODE: (
        "Herstelcode",
        "Een van de tien codes die u bewaarde, bijvoorbeeld ab12-cd34-ef56. Elke code werkt één keer.",
        {"autocomplete": "off"},
    ),
}


class ChooseForm(BaseForm):
    """Which second step somebody wants."""

    manier = RadioChoice(
        "Hoe wilt u voortaan laten zien dat u het bent?",
        choices=as_choices(
            [
                (FactorWay.APP.value, "Met een app op mijn telefoon, die een code van zes cijfers toont"),
                (FactorWay.PASSKEY.value, "Met een passkey: mijn vingerafdruk, gezicht of pincode op dit apparaat"),
            ]
        ),
        validators=[Filled("Kies hoe u voortaan wilt laten zien dat u het bent.")],
    )


class AppForm(BaseForm):
    """The first code of an app that was just set up."""

    code = TextLine(
        "Code van zes cijfers",
        description="Uw app toont nu een code bij Regioportaal.",
        render_kw=_DIGITS,
        validators=[Filled("Vul de code van zes cijfers in die uw app toont.")],
    )


class PasskeyForm(BaseForm):
    """A passkey that a script makes, with a name by which its owner knows it again."""

    naam = TextLine(
        "Naam van dit apparaat",
        description="Zo herkent u deze passkey later, bijvoorbeeld: mijn telefoon.",
        validators=[
            Filled("Geef deze passkey een naam, bijvoorbeeld: mijn telefoon."),
            Length(max=LONGEST_NAME, message=f"Kies een naam van hoogstens {LONGEST_NAME} tekens."),
        ],
    )
    antwoord = HiddenField(**_HIDDEN)
