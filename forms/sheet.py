"""The forms of an answer sheet beside its texts: a row of a list, the progress of an action, handing in."""

from __future__ import annotations

from functools import lru_cache

from wtforms import BooleanField

from forms.base import BaseForm
from forms.fields import LongText, PickedIds, RadioChoice, Revision, TypedFigure, TypedPeriod
from forms.pasted import pasted_lines
from forms.rows import Filled, declared_fields
from forms.several import SeveralForm
from forms.spec import Kind, Question

# What the portal itself asks of a row, in its own words.
_OURS = frozenset({"regio", "revisie", "aantal"})
ONE_PER_LINE = "Meer tegelijk toevoegen? Zet elk op een eigen regel."


class RegelForm(SeveralForm):
    """A success or a lesson; new ones several at once when the person says so, one per line."""

    tekst = LongText("tekst", render_kw={"rows": 3})
    regio = RadioChoice("Voor welke regio geldt dit?", default="")
    revisie = Revision("Revisie", default=0)

    def items(self) -> list[str]:
        """The texts, one per line."""
        return pasted_lines(self.tekst.data)

    def texts(self) -> list[str]:
        """The texts as they were meant: one per line, or all of it as one."""
        return [self.tekst.data.strip()] if self.is_one and len(self.items()) > 1 else self.items()


class VerwachtingForm(RegelForm):
    """An expectation names of whom."""

    aan = RadioChoice("aan")


@lru_cache(maxsize=100)
def regel_form(question: Question) -> type[RegelForm]:
    """The form of a row of this list, in the words of its edition."""
    base = VerwachtingForm if question.kind is Kind.VERWACHTINGEN else RegelForm
    return type(base.__name__, (base,), declared_fields(base, question, ours=_OURS))


class OvernemenForm(BaseForm):
    """Which rows of last time go in the list of now; the page says what it offers."""

    keuze = PickedIds("Wat wilt u overnemen?", validators=[Filled("Kies ten minste één regel om over te nemen.")])


class RegelActieForm(BaseForm):
    """What the person saw of a row before pressing a button on it."""

    revisie = Revision("Revisie")
    positie = Revision("Positie")


class VoortgangForm(BaseForm):
    """How one action goes."""

    status = RadioChoice("Hoe gaat het met deze actie?")
    toelichting = LongText("Toelichting")
    revisie = Revision("Revisie")


class DoelstandForm(BaseForm):
    """Where one goal stands: the words as typed, or that nobody knows."""

    waarde = TypedFigure("waarde")
    peildatum = TypedPeriod("peildatum")
    weet_niet = BooleanField("weet_niet")
    toelichting = LongText("toelichting", render_kw={"rows": 2})
    revisie = Revision("Revisie", default=0)

    def named_for(self, row_id: int) -> DoelstandForm:
        """The same form with ids of its own: a page has one for every goal."""
        for field in self:
            field.id = field.label.field_id = f"doel-{row_id}-{field.short_name}"
        return self


@lru_cache(maxsize=100)
def goal_form(question: Question) -> type[DoelstandForm]:
    """The form of where a goal stands, in the words of its edition."""
    return type("DoelstandForm", (DoelstandForm,), declared_fields(DoelstandForm, question, ours=_OURS))


class OngewijzigdForm(BaseForm):
    """Nothing changed; the revision is what the person saw."""

    revisie = Revision("Revisie")


class BladIndienForm(BaseForm):
    """For which side the answers are handed in, and how often that was done when the page was opened."""

    namens = RadioChoice("Namens wie dient u in?", validators=[Filled("Kies namens wie u indient.")])
    met_naam = BooleanField(
        "Het landelijke rapport mag onze regio noemen bij een citaat",
        description="Dan staat haar naam ook bij uw teksten in de bijlage. Laat u dit leeg? Dan staat een tekst van u "
        "in het rapport zonder de naam van uw regio.",
    )
    indieningen = Revision("Indieningen")


class KnopForm(BaseForm):
    """Nothing to fill in; the token is enough."""
