"""The forms around a report. Each carries what its page showed: nobody decides on a page that is out of date."""

from __future__ import annotations

from wtforms import Field, HiddenField
from wtforms.validators import AnyOf, Length, ValidationError

from forms.base import BaseForm
from forms.fields import DutchDate, LongText, PickedIds, RadioChoice, Revision, TextLine, as_choices
from forms.rows import Filled
from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.domain.report.messages import Uitkomst
from portal.domain.report.own_counts import LONGEST_NAME, TellingWaar
from portal.domain.report.states import AkkoordOordeel
from portal.domain.search import asked
from portal.services.report.spans import Span

NO_REASON = "Schrijf op waarom u het rapport terughaalt. De kerngroep leest dit."


NAME_TOO_LONG = f"Gebruik voor de naam ten hoogste {LONGEST_NAME} tekens."


def _can_be_searched(form: BaseForm, field: Field) -> None:
    """Raises ValidationError that says what is wrong with a question."""
    try:
        asked.read(field.data or "")
    except asked.SearchProblem as problem:
        raise ValidationError(str(problem)) from problem


class ReportSeenForm(BaseForm):
    """A button that decides, with the mark of how the report was on its page."""

    gezien = HiddenField("Gezien")


class MakeForm(BaseForm):
    """A button alone."""


class MakeReportForm(BaseForm):
    """A button for a report of one round, or of several (`spans.Span`)."""

    over = HiddenField("Over", validators=[AnyOf(list(Span))])
    vanaf = Revision("Vanaf", default=0)


class RemakeForm(BaseForm):
    """“Opnieuw maken”, with the making that the page showed."""

    gezien = Revision("Gezien", default=0)


class ThemesForm(BaseForm):
    """“Alle wegleggen”, with the themes whose drafts the page showed."""

    sleutels = HiddenField("Thema’s", validators=[Length(max=10_000)])


class TextForm(BaseForm):
    """A text of the report: the revision it starts from, and the making of the report whose numbers the page showed."""

    revisie = Revision("Revisie", default=0)
    gezien = Revision("Gezien", default=0)


class SentenceForm(TextForm):
    """A living sentence with its tokens."""

    tekst = LongText(
        "Zin",
        description="Een getal zet u erin met zijn naam tussen accolades. Het portaal vult het getal zelf in.",
        render_kw={"rows": 4},
    )


class OwnTextForm(TextForm):
    """The coördinator's own text at the end of a chapter."""

    tekst = LongText(
        "Uw tekst",
        description="Staat aan het einde van het hoofdstuk. Laat u het veld leeg? Dan staat er niets.",
        render_kw={"rows": 12},
    )


class MessageForm(TextForm):
    """A message: what was found, why, and what is asked now of whom and by when."""

    bevinding = LongText(
        "Wat zien wij?",
        description="Eén zin die zegt wat er is, met het getal dat telt. Een getal zet u erin met zijn naam tussen "
        "accolades.",
        validators=[Filled("Schrijf op wat u ziet. Wilt u deze boodschap niet in het rapport? Leg haar dan weg.")],
        render_kw={"rows": 3},
    )
    waarom = LongText("Waarom is dat zo?", description="Wat regio’s als reden noemen.", render_kw={"rows": 3})
    wat_nu = LongText("Wat nu?", description="Wat u vraagt.", render_kw={"rows": 3})
    aan = TextLine(
        "Aan wie vraagt u dit?", description="Bijvoorbeeld: VNG en VWS. De volgende ronde vraagt wat ervan kwam."
    )
    datum = DutchDate("Vóór welke dag?", description="Bijvoorbeeld 1-4-2024. Weet u dit nog niet? Laat het leeg.")


class OutcomeForm(BaseForm):
    """What came of something that a report asked."""

    uitkomst = RadioChoice(
        "Wat kwam ervan?",
        choices=as_choices([(one.value, one.label) for one in Uitkomst]),
        validators=[Filled("Kies wat ervan kwam.")],
    )
    toelichting = LongText(
        "Toelichting",
        description="Wat er gebeurde, of waarom niet. Dit staat in het volgende rapport.",
        render_kw={"rows": 4},
    )
    gezien = HiddenField("Gezien", default="", filters=[lambda value: value or ""])


class QuoteForm(BaseForm):
    """The texts that are quoted with a theme, and which of them with the name of their region."""

    kies = PickedIds("Welke teksten haalt u aan?", description="Eén tot drie is genoeg. De volgorde kiest u daarna.")
    met_naam = PickedIds(
        "Bij welke noemt u de regio?",
        description="Met naam kan bij regio’s die dat goed vonden toen zij indienden.",
    )
    passage = PickedIds(
        "Van welke alleen de passage?",
        description="De woorden waarover dit thema gaat. Waar woorden wegvallen, komt “…”.",
    )
    gezien = HiddenField("Gezien", default="", filters=[lambda value: value or ""])

    def validate_met_naam(self, field: Field) -> None:
        """A name without its text says nothing: whoever ticked it may have forgotten the text."""
        if any(one not in (self.kies.data or ()) for one in field.data or ()):
            raise ValidationError(_without_text("Met naam"))

    def validate_passage(self, field: Field) -> None:
        """The same of a passage."""
        if any(one not in (self.kies.data or ()) for one in field.data or ()):
            raise ValidationError(_without_text("Alleen de passage"))


def _without_text(what: str) -> str:
    return (
        f"“{what}” staat aan bij een tekst die u niet aanhaalt. Kruis die tekst ook aan bij “Welke teksten haalt u "
        "aan?”, of haal dit vinkje weg."
    )


class QuotePlaceForm(BaseForm):
    """A quote one place up or down, from the place where it stood on the page."""

    citaat = Revision("Citaat", default=0)
    plaats = Revision("Plaats", default=0)


class OwnCountForm(BaseForm):
    """A search to keep with a report."""

    naam = TextLine(
        "Naam van de telling",
        description="Zo staat zij in het rapport. Bijvoorbeeld: Samenhang met IZA.",
        validators=[Filled("Geef de telling een naam."), Length(max=LONGEST_NAME, message=NAME_TOO_LONG)],
    )
    vraag = TextLine(
        "Welke woorden zoekt u?",
        description="Zoals op de pagina Zoeken: alle woorden moeten erin staan. Probeer ze daar eerst.",
        validators=[Filled("Schrijf op welke woorden u zoekt."), _can_be_searched],
    )
    waar = RadioChoice(
        "Waar?",
        choices=as_choices([(one.value, one.label) for one in TellingWaar]),
        validators=[Filled("Kies waar u zoekt.")],
    )


class PlaceForm(BaseForm):
    """A message one place up or down, from the place where it stood on the page."""

    plaats = Revision("Plaats", default=0)


class ConfirmForm(TextForm):
    """“Klopt nog”: which sentence."""

    sleutel = HiddenField("Zin")


class TakeBackForm(ReportSeenForm):
    """Why a report comes back from the kerngroep."""

    reden = LongText(
        "Waarom haalt u het rapport terug?",
        description="De kerngroep leest deze reden.",
        validators=[Filled(NO_REASON)],
        render_kw={"rows": 4},
    )

    def validate_reden(self, field: Field) -> None:
        """White space is no reason."""
        if field.data and not field.data.strip():
            raise ValidationError(NO_REASON)


class AdoptForm(ReportSeenForm):
    """Why a report is vastgesteld although not every party agreed; nothing to say when all did."""

    reden = LongText(
        "Waarom stelt u het rapport toch vast?",
        description="Nog niet alle partijen zijn akkoord. Uw reden komt in het colofon van het rapport te staan: "
        "iedereen die het rapport leest, ziet haar.",
        render_kw={"rows": 4},
    )


class AgreementForm(BaseForm):
    """What a party of the kerngroep says of the report that lies before it for the time it names."""

    voorlegging = Revision("Voorlegging", default=0)
    oordeel = RadioChoice(
        "Wat vindt uw organisatie van dit rapport?",
        choices=as_choices(
            [
                (AkkoordOordeel.AKKOORD.value, "Wij zijn akkoord"),
                (AkkoordOordeel.OPMERKING.value, "Wij hebben opmerkingen"),
            ]
        ),
        validators=[Filled("Kies of uw organisatie akkoord is, of opmerkingen heeft.")],
    )
    tekst = LongText(
        "Toelichting",
        description="Heeft u opmerkingen? Schrijf dan op wat anders moet, en in welk hoofdstuk.",
        render_kw={"rows": 5},
    )


class HearingForm(BaseForm):
    """Until when regions read their page."""

    tot_en_met = DutchDate(
        "Tot en met welke dag kunnen regio’s reageren?",
        description="Bijvoorbeeld 1-4-2024. Geef regio’s ten minste een week.",
        validators=[Filled("Vul in tot en met welke dag regio’s kunnen reageren.")],
    )


class HearingAnswerForm(BaseForm):
    """What a region says of its page; `revisie` is what the page showed."""

    revisie = Revision("Revisie", default=0)
    oordeel = RadioChoice(
        "Klopt wat het rapport over uw regio zegt?",
        choices=as_choices(
            [(HoorOordeel.KLOPT.value, "Ja, dit klopt"), (HoorOordeel.ANDERS.value, "Nee, wij willen dit anders")]
        ),
        validators=[Filled("Kies of het klopt, of dat u iets anders wilt.")],
    )
    tekst = LongText(
        "Wat wilt u anders?",
        description="Schrijf op wat er nu staat, wat er moet staan, en waarom. Nodig als u iets anders wilt.",
        render_kw={"rows": 6},
    )


class SettlementForm(BaseForm):
    """What came of the wish of a region."""

    revisie = Revision("Revisie", default=0)
    afhandeling = RadioChoice(
        "Wat deed u met deze wens?",
        choices=as_choices([(one.value, one.label) for one in HoorAfhandeling]),
        validators=[Filled("Kies of u de wens verwerkte.")],
    )
    reden = LongText(
        "Toelichting",
        description="De regio leest dit. Verwerkt u de wens niet? Schrijf dan op waarom.",
        render_kw={"rows": 4},
    )
