"""The forms around a round."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from flask_wtf.file import FileField
from wtforms import BooleanField, Field, HiddenField
from wtforms.fields import SelectChoice
from wtforms.validators import ValidationError

from forms.base import BaseForm
from forms.dutch.numbers import dutch_number
from forms.fields import (
    ONE_PER_LINE,
    CheckboxChoices,
    DutchDate,
    LongText,
    PickedIds,
    RadioChoice,
    Revision,
    TextLine,
    as_choices,
)
from forms.national import Soort, editions, progress_edition
from forms.rows import Filled
from forms.spec import Kind
from portal.domain import clock
from portal.domain.round.rules import RoundValues, round_problems, why_too_long
from portal.services.regios import bare_regios
from portal.services.round.questions import QuestionValues
from portal.web.uitvragen.fields import DayList, joined_days, split_days

# A radio button without a value is "nothing chosen yet".
NO_EDITION = "geen"
ONLY_OWN = (NO_EDITION, "Geen landelijke vragenlijst, alleen eigen vragen")
KIND_LABELS = (
    (Kind.LONG_TEXT.value, "Lange tekst"),
    (Kind.SHORT_TEXT.value, "Korte tekst (één regel)"),
    (Kind.CHOICE.value, "Eén antwoord kiezen"),
    (Kind.CHOICES.value, "Meer antwoorden kiezen"),
)

# Of an own question: it becomes a heading, and its answers the bars of a chart.
LONGEST_QUESTION = 500
MOST_CHOICES, LONGEST_CHOICE = 50, 200


def offered_editions() -> list[SelectChoice]:
    """The national questionnaires, the newest first, and none of them."""
    return as_choices([*((one.key, one.title) for one in reversed(editions(Soort.PROGRESS))), ONLY_OWN])


def offered_regions() -> list[SelectChoice]:
    """Every region by name."""
    return as_choices([(regio.id, regio.naam) for regio in bare_regios()])


def offered_questions() -> list[SelectChoice]:
    """The onderdelen of the national questionnaires, those of the newest first."""
    several = len(editions(Soort.PROGRESS)) > 1
    found = {
        section.key: f"{section.label} ({one.title})" if several else section.label
        for one in editions(Soort.PROGRESS)
        for section in one.sections
    }
    return as_choices(found.items())


class PlannedRoundForm(BaseForm):
    """Everything about a round that is still planned. The fields stand in the order of the page."""

    naam = TextLine(
        "Naam van de uitvraag",
        description="Zo zien de regio’s de uitvraag. Bijvoorbeeld: Kwartaaluitvraag Q1 2024.",
        validators=[Filled("Geef de uitvraag een naam, bijvoorbeeld “Kwartaaluitvraag Q1 2024”.")],
    )
    edition = RadioChoice("Vragenlijst", choices=offered_editions, validators=[Filled("Kies welke vragen u stelt.")])
    niet_gesteld = CheckboxChoices(
        "Welke landelijke vragen stelt u deze keer niet?",
        description="Wat u aankruist, vraagt u niet: het telt niet als onbeantwoord. In het rapport staat dat het niet "
        "gevraagd is.",
        choices=offered_questions,
    )
    periode_van = DutchDate(
        "Periode van",
        description="De eerste dag waarover de regio’s antwoorden.",
        validators=[Filled("Vul in vanaf welke dag de uitvraag gaat, bijvoorbeeld 1-1-2024.")],
    )
    periode_tot = DutchDate(
        "Periode tot en met",
        validators=[Filled("Vul in tot welke dag de uitvraag gaat, bijvoorbeeld 31-3-2024.")],
    )
    opent_op = DutchDate(
        "Opent op",
        description="Op deze dag opent de uitvraag vanzelf en krijgen de contactpersonen bericht.",
        validators=[Filled("Vul in op welke dag de uitvraag opent, bijvoorbeeld 1-4-2024.")],
    )
    deadline = DutchDate(
        "Deadline",
        description="Na deze dag is een antwoord te laat. De uitvraag blijft open tot u haar sluit.",
        validators=[Filled("Vul een deadline in, bijvoorbeeld 31-12-2026.")],
    )
    gevraagde_regios = PickedIds(
        "Alleen deze regio’s vragen",
        description="Kruist u niets aan? Dan vraagt u alle regio’s. Een gezamenlijk plan wordt als geheel gevraagd.",
        choices=offered_regions,
    )
    toelichting = LongText(
        "Toelichting voor de regio’s",
        description="Staat boven de vragen. Bijvoorbeeld: waarvoor gebruikt u de antwoorden?",
        render_kw={"rows": 5},
    )
    dagen_voor = DayList(
        "Herinneren vóór de deadline",
        description="Aantal dagen vooraf, met komma’s ertussen. 0 is de dag zelf. Leeg is niet herinneren.",
    )
    dagen_na = DayList(
        "Herinneren na de deadline",
        description="Aantal dagen erna, met komma’s ertussen. Alleen wie nog niet antwoordde, krijgt een herinnering.",
    )
    revisie = Revision("Revisie", default=1)
    gezien = HiddenField("Status", default="gepland")

    def fill_from(self, values: RoundValues) -> None:
        """Show what is stored."""
        before, after = split_days(values.herinner_dagen)
        shown = {**vars(values), "dagen_voor": before, "dagen_na": after, "edition": values.edition or NO_EDITION}
        for name, value in shown.items():
            if name in self:
                self[name].data = value

    def round_values(self, before: RoundValues | None = None) -> RoundValues:
        """What was filled in, over what the form leaves alone."""
        typed: dict[str, Any] = {
            name: value for name, value in self.values().items() if name in RoundValues.__annotations__
        }
        if "edition" in typed:
            typed["edition"] = typed["edition"].removeprefix(NO_EDITION)
        if "niet_gesteld" in typed:
            typed["niet_gesteld"] = _in_edition(typed["niet_gesteld"] or (), typed["edition"])
        if "gevraagde_regios" in typed:
            typed["gevraagde_regios"] = tuple(sorted(typed["gevraagde_regios"] or ()))
        typed["herinner_dagen"] = joined_days(self.dagen_voor.data or (), self.dagen_na.data or ())
        return RoundValues(**{**(vars(before) if before else {}), **typed})

    def check(self, before: RoundValues | None = None) -> bool:
        """Validate, also what is wrong with the fields together: each sentence stands at its field."""
        if not self.validate():
            return False
        for name, sentence in round_problems(self.round_values(before), clock.today(), before):
            place = name if name in self else "deadline"
            self[place].errors = [*self[place].errors, sentence]
        return not self.errors


def _in_edition(keys: Collection[str], edition: str) -> tuple[str, ...]:
    """Those of these onderdelen that the questionnaire has, in its order."""
    return tuple(one.key for one in progress_edition(edition).sections if one.key in keys) if edition else ()


class OpenRoundForm(PlannedRoundForm):
    """What can change while regions answer."""

    edition = niet_gesteld = periode_van = periode_tot = opent_op = gevraagde_regios = None  # type: ignore[assignment]
    gezien = HiddenField("Status", default="open")


class RoundSeenForm(BaseForm):
    """A button, with what the page showed."""

    gezien = HiddenField("Gezien")


class ReopenForm(RoundSeenForm):
    """Why a round opens again."""

    reden = TextLine(
        "Waarom opent u de uitvraag weer?",
        description="De regio’s lezen deze reden in hun mail.",
        validators=[Filled("Schrijf op waarom u de uitvraag weer opent. De regio’s lezen dit in hun mail.")],
    )


class ExtensionForm(RoundSeenForm):
    """Until when the regions of one sheet have."""

    tot = DutchDate(
        "Uitstel tot en met", validators=[Filled("Vul in tot wanneer u uitstel geeft, bijvoorbeeld 31-12-2026.")]
    )
    reden_uitstel = TextLine("Reden", description="De regio ziet deze reden bij het antwoordblad.")


class NotAskedForm(RoundSeenForm):
    """Why these regions need not answer."""

    reden_niet = TextLine(
        "Waarom vraagt u deze regio niet?",
        description="De regio ziet deze reden bij het antwoordblad.",
        validators=[Filled("Schrijf op waarom deze regio niet hoeft te antwoorden.")],
    )


class ReopenSheetForm(RoundSeenForm):
    """Until when and why one sheet takes answers again."""

    heropend_tot = DutchDate(
        "Heropenen tot en met",
        validators=[Filled("Vul in tot wanneer deze regio kan antwoorden, bijvoorbeeld 31-12-2026.")],
    )
    reden_heropenen = TextLine(
        "Waarom heropent u dit antwoordblad?",
        description="De regio leest deze reden in de mail.",
        validators=[Filled("Schrijf op waarom u dit antwoordblad heropent.")],
    )


class SendSheetBackForm(RoundSeenForm):
    """Why the answers of a sheet go back to the region, and until when it can hand them in again."""

    reden_terug = LongText(
        "Waarom stuurt u de antwoorden terug?",
        description="De regio leest dit in de mail en bij de vragen. Zeg wat zij moet aanpassen.",
        validators=[Filled("Schrijf op waarom u de antwoorden terugstuurt.")],
        render_kw={"rows": 4},
    )
    terug_voor = DutchDate("Opnieuw indienen tot en met", description="Leeg: de deadline blijft zoals die is.")


class ReadySheetForm(BaseForm):
    """The file that a region mailed."""

    bladbestand = FileField(
        "Bestand van de regio",
        description="Een Word-bestand (.docx), een ODF-bestand (.odt), of de e-mail (.eml) waar dat aan hangt.",
        render_kw={"accept": ".docx,.odt,.eml"},
    )


class QuestionForm(BaseForm):
    """One own question."""

    label = TextLine("Vraag", validators=[Filled("Schrijf de vraag op.")])
    kind = RadioChoice(
        "Hoe antwoordt de regio?",
        choices=as_choices(KIND_LABELS),
        validators=[Filled("Kies hoe de regio’s deze vraag beantwoorden.")],
    )
    keuzes = LongText(
        "Antwoorden om uit te kiezen",
        description="Alleen als de regio kiest. Zet elk antwoord op een eigen regel.",
        render_kw={"rows": 5, **ONE_PER_LINE},
    )
    guidance = LongText("Toelichting bij de vraag", render_kw={"rows": 3})
    required = BooleanField("De regio moet deze vraag beantwoorden")
    gezien = HiddenField("Gezien")

    def validate_label(self, field: Field) -> None:
        """A question is a heading of the report, which holds no longer one; what explains it goes below."""
        if len(field.data) > LONGEST_QUESTION:
            raise ValidationError(
                f"De vraag is te lang. Gebruik hoogstens {LONGEST_QUESTION} tekens. "
                "Zet wat de vraag uitlegt bij “Toelichting bij de vraag”."
            )

    def validate_guidance(self, field: Field) -> None:
        """What explains a question stands above its field."""
        if too_long := why_too_long(field.data):
            raise ValidationError(too_long)

    def validate_keuzes(self, field: Field) -> None:
        """A closed question needs something to choose from, and no more than a chart can show."""
        lines = self._lines()
        if len(lines) > MOST_CHOICES:
            raise ValidationError(f"U geeft {dutch_number(len(lines))} antwoorden. Geef er hoogstens {MOST_CHOICES}.")
        if any(len(line) > LONGEST_CHOICE for line in lines):
            raise ValidationError(
                f"Een van de antwoorden is te lang. Gebruik per antwoord hoogstens {LONGEST_CHOICE} tekens."
            )
        if self.kind.data in (Kind.CHOICE, Kind.CHOICES) and len(set(self._lines())) < 2:
            raise ValidationError("Geef ten minste twee verschillende antwoorden, elk op een eigen regel.")

    def question_values(self) -> QuestionValues:
        """What was filled in."""
        return QuestionValues(
            label=self.label.data,
            kind=Kind(self.kind.data),
            choices=tuple(self._lines()),
            guidance=self.guidance.data,
            required=self.required.data,
        )

    def fill_from(self, question: dict[str, Any]) -> None:
        """Show what is stored."""
        for name in ("label", "kind", "guidance", "required"):
            self[name].data = question[name]
        self.keuzes.data = "\n".join(choice["label"] for choice in question["choices"])

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.keuzes.data.splitlines() if line.strip()]
