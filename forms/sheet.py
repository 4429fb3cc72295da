"""The forms of an answer sheet beside its texts: a row of a list, the progress of an action, handing in."""

from __future__ import annotations

from forms.base import BaseForm
from forms.fields import LongText, RadioChoice, Revision
from forms.national.progress_2024 import GEADRESSEERDEN
from forms.pasted import pasted_lines
from forms.rows import Filled
from forms.spec import Kind

REGEL_LABELS = {
    Kind.SUCCESSEN: ("Succes", "Vul een succes in. Een zin is genoeg."),
    Kind.LESSEN: ("Les", "Vul een les in. Een zin is genoeg."),
    Kind.VERWACHTINGEN: ("Verwachting", "Vul in wat u verwacht. Een zin is genoeg."),
}
ONE_PER_LINE = "Meer tegelijk toevoegen? Zet elk op een eigen regel."


class RegelForm(BaseForm):
    """A success or a lesson; new ones several at once, one per line."""

    tekst = LongText("Tekst", validators=[Filled("Vul een tekst in.")], render_kw={"rows": 3})
    regio = RadioChoice("Voor welke regio geldt dit?", default="")
    revisie = Revision("Revisie", default=0)

    def lines(self) -> list[str]:
        """The texts, one per line."""
        return pasted_lines(self.tekst.data)


class VerwachtingForm(RegelForm):
    """An expectation names of whom."""

    aan = RadioChoice(
        "Van wie verwacht u dit?",
        choices=[(one.key, one.label) for one in GEADRESSEERDEN],
        validators=[Filled("Kies van wie u dit verwacht.")],
    )


class RegelActieForm(BaseForm):
    """What the person saw of a row before pressing a button on it."""

    revisie = Revision("Revisie")
    positie = Revision("Positie")


class VoortgangForm(BaseForm):
    """How one action goes."""

    status = RadioChoice("Hoe gaat het met deze actie?")
    toelichting = LongText("Toelichting")
    revisie = Revision("Revisie")


class OngewijzigdForm(BaseForm):
    """Nothing changed; the revision is what the person saw."""

    revisie = Revision("Revisie")


class BladIndienForm(BaseForm):
    """For which side the answers are handed in, and how often that was done when the page was opened."""

    namens = RadioChoice("Namens wie dient u in?", validators=[Filled("Kies namens wie u indient.")])
    indieningen = Revision("Indieningen")


class KnopForm(BaseForm):
    """Nothing to fill in; the token is enough."""
