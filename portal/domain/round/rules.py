"""What a coördinator may decide about a round and its sheets: pure rules, each with the sentence of its refusal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from forms.dutch import dates
from forms.dutch.numbers import dutch_number
from portal.domain.round.states import BladFacts, BladStatus, UitvraagStatus

DAY_HAS_PASSED = "Deze dag is al voorbij. Kies vandaag of een latere dag."


@dataclass(frozen=True)
class RoundValues:
    """What a coördinator decides about a round.

    `edition` empty: only own questions. `gevraagde_regios`: ids of regions in order; none: every region is asked.
    `niet_gesteld`: the keys of the onderdelen of the edition that are not asked.
    """

    naam: str
    periode_van: date
    periode_tot: date
    opent_op: date
    deadline: date
    edition: str = ""
    toelichting: str = ""
    herinner_dagen: tuple[int, ...] = ()
    gevraagde_regios: tuple[int, ...] = ()
    niet_gesteld: tuple[str, ...] = ()


# Once regions answer, what they were asked and about which period stays as it was.
FIXED_ONCE_OPEN = ("edition", "periode_van", "periode_tot", "opent_op", "gevraagde_regios", "niet_gesteld")
# How the story of a round calls them.
WORDS = {
    "naam": "Naam",
    "edition": "Vragenlijst",
    "periode_van": "Periode van",
    "periode_tot": "Periode tot en met",
    "opent_op": "Opent op",
    "deadline": "Deadline",
    "toelichting": "Toelichting",
    "herinner_dagen": "Herinneringen",
    "gevraagde_regios": "Wie u vraagt",
    "niet_gesteld": "Welke vragen u niet stelt",
}
# A name stands in headings, subjects of mails and names of files; the database holds no longer one.
LONGEST_NAME = 200
# What explains a round or a question stands above the questions, and is read before they are.
MOST_OF_AN_EXPLANATION = 5_000
CHANGEABLE = (UitvraagStatus.GEPLAND, UitvraagStatus.OPEN)


def round_problems(values: RoundValues, today: date, before: RoundValues | None = None) -> Iterator[tuple[str, str]]:
    """What is wrong with these values, as (name of the value, sentence). `before`: the round as it is now.

    A day that has passed is only wrong when it was newly chosen: a round that runs late can still get another name.
    """
    if not values.naam:
        yield "naam", "Geef de uitvraag een naam, bijvoorbeeld “Kwartaaluitvraag Q1 2024”."
    elif len(values.naam) > LONGEST_NAME:
        yield "naam", f"De naam is te lang. Gebruik hoogstens {LONGEST_NAME} tekens."
    if too_long := why_too_long(values.toelichting):
        yield "toelichting", too_long
    if values.periode_tot < values.periode_van:
        yield "periode_tot", "De periode eindigt voordat zij begint. Draai de data om of pas er een aan."
    if values.opent_op < today and (before is None or values.opent_op != before.opent_op):
        yield "opent_op", "De openingsdag is al voorbij. Kies vandaag of een latere dag."
    if values.deadline < values.opent_op:
        yield "deadline", "De deadline ligt voor de openingsdag. Kies een latere deadline."
    elif values.deadline < today and (before is None or values.deadline != before.deadline):
        yield "deadline", "Deze deadline is al voorbij. Kies vandaag of een latere dag."


def why_too_long(toelichting: str) -> str:
    """The sentence that says that an explanation is too long for who must read it; empty when it fits."""
    if len(toelichting) <= MOST_OF_AN_EXPLANATION:
        return ""
    return (
        f"Een toelichting heeft hoogstens {dutch_number(MOST_OF_AN_EXPLANATION)} tekens. Uw tekst heeft er "
        f"{dutch_number(len(toelichting))}. Maak de tekst korter."
    )


def fixed_changes(before: RoundValues, after: RoundValues) -> list[str]:
    """The names of the values that changed although they are settled once a round is open."""
    return [name for name in FIXED_ONCE_OPEN if getattr(before, name) != getattr(after, name)]


def what_changed(before: RoundValues, after: RoundValues) -> str:
    """Which values changed, for the story of the round: "Naam. Deadline: 7 mei 2024."."""
    changed = ((word, getattr(before, name), getattr(after, name)) for name, word in WORDS.items())
    return " ".join(f"{word}{_new_value(new)}." for word, old, new in changed if old != new)


def _new_value(value: object) -> str:
    """The new value when it is short enough to stand in a story."""
    if isinstance(value, date):
        return f": {dates.day_short(value)}"
    return ""


def why_not_open(*, has_questions: bool, deadline: date, today: date) -> str:
    """Why a planned round can't open now; empty when it can."""
    if not has_questions:
        return "Deze uitvraag heeft nog geen vragen. Kies een landelijke vragenlijst of voeg een eigen vraag toe."
    if deadline < today:
        return f"De deadline was {dates.day_in_words(deadline)}. Kies eerst een latere deadline."
    return ""


def why_no_extension(blad: BladFacts, round_deadline: date, until: date, today: date) -> str:
    """Why the regions of a sheet can't get an extension until this day; empty when they can."""
    if blad.uitvraag is not UitvraagStatus.OPEN:
        return "De uitvraag is gesloten. Uitstel kan niet meer. Heropen het antwoordblad van deze regio."
    if blad.niet_gevraagd:
        return "Deze regio hoeft niet te antwoorden. Kies eerst “Toch vragen”."
    if blad.status is not BladStatus.OPEN:
        return "Deze regio heeft al geantwoord. Uitstel is niet nodig: corrigeren kan tot u de uitvraag sluit."
    if until < today:
        return DAY_HAS_PASSED
    if until <= round_deadline:
        return (
            f"Uitstel moet later zijn dan de deadline van de uitvraag, {dates.day_in_words(round_deadline)}. "
            "Kies een latere dag."
        )
    return ""


def why_not_reopen(blad: BladFacts, until: date, today: date) -> str:
    """Why one sheet can't be reopened until this day; empty when it can."""
    if blad.uitvraag is UitvraagStatus.OPEN:
        return "De uitvraag is nog open. Deze regio kan gewoon antwoorden. Geef zo nodig uitstel."
    if blad.uitvraag is UitvraagStatus.AFGEROND:
        return "De terugkoppeling is verstuurd en de uitvraag is afgerond. Heropenen kan niet meer."
    if blad.niet_gevraagd:
        return "Deze regio hoeft niet te antwoorden. Kies eerst “Toch vragen”."
    if until < today:
        return DAY_HAS_PASSED
    return ""


def why_not_send_back(blad: BladFacts, until: date | None, today: date) -> str:
    """Why what was handed in can't be sent back, to be handed in again until this day; empty when it can.

    Without a day the deadline stays what it is; a closed round needs one.
    """
    if blad.uitvraag is UitvraagStatus.AFGEROND:
        return "De terugkoppeling is verstuurd en de uitvraag is afgerond. Terugsturen kan niet meer."
    if until is not None and until < today:
        return DAY_HAS_PASSED
    if blad.uitvraag is UitvraagStatus.GESLOTEN:
        return "" if until else "De uitvraag is gesloten. Vul in tot wanneer deze regio nog kan indienen."
    if until is None and blad.deadline < today:
        return f"De deadline was {dates.day_in_words(blad.deadline)}. Vul in tot wanneer deze regio de tijd krijgt."
    if until is not None and until < blad.deadline:
        return (
            f"De deadline van deze regio is {dates.day_in_words(blad.deadline)}. "
            "Kies een latere dag, of laat de datum leeg."
        )
    return ""


def why_not_unasked(blad: BladFacts) -> str:
    """Why a sheet can't be set to "niet gevraagd"; empty when it can."""
    if blad.uitvraag is UitvraagStatus.AFGEROND:
        return "De uitvraag is afgerond. U kunt hier niets meer wijzigen."
    if blad.status is not BladStatus.OPEN:
        return "Deze regio heeft al geantwoord. Wat is ingediend, telt mee."
    return ""
