"""What can happen to a national report, in the past tense, and how it is told."""

from __future__ import annotations

from enum import StrEnum

from portal.domain.story import Story


class RapportEventSoort(StrEnum):
    """Everything the story of a report can tell."""

    GEMAAKT = "gemaakt"
    OPNIEUW_GEMAAKT = "opnieuw_gemaakt"
    TEKST_BEWERKT = "tekst_bewerkt"
    TEKST_TERUGGEZET = "tekst_teruggezet"
    TEKST_BEVESTIGD = "tekst_bevestigd"
    VOORGELEGD = "voorgelegd"
    TERUGGEHAALD = "teruggehaald"
    AKKOORD_GEGEVEN = "akkoord_gegeven"
    OPMERKING_GEGEVEN = "opmerking_gegeven"
    ZONDER_AKKOORD = "zonder_akkoord"
    VASTGESTELD = "vastgesteld"
    GEPUBLICEERD = "gepubliceerd"
    HOOR_GEVRAAGD = "hoor_gevraagd"
    HOOR_TERMIJN = "hoor_termijn"
    HOOR_GESLOTEN = "hoor_gesloten"
    HOOR_BEANTWOORD = "hoor_beantwoord"
    HOOR_AFGEHANDELD = "hoor_afgehandeld"


REPORT_STORY = Story(
    RapportEventSoort,
    {
        RapportEventSoort.GEMAAKT: "{wie} heeft versie {versie} van het rapport gemaakt.",
        RapportEventSoort.OPNIEUW_GEMAAKT: "{wie} heeft het rapport opnieuw gemaakt met de antwoorden van dat moment.",
        RapportEventSoort.TEKST_BEWERKT: "{wie} heeft teksten bewerkt in “{hoofdstuk}”.",
        RapportEventSoort.TEKST_TERUGGEZET: "{wie} heeft een tekst van het portaal teruggezet in “{hoofdstuk}”.",
        RapportEventSoort.TEKST_BEVESTIGD: "{wie} heeft gezegd dat een tekst nog klopt in “{hoofdstuk}”.",
        RapportEventSoort.VOORGELEGD: "{wie} heeft het rapport voorgelegd aan de kerngroep.",
        RapportEventSoort.TERUGGEHAALD: "{wie} heeft het rapport teruggehaald om het aan te passen.",
        RapportEventSoort.AKKOORD_GEGEVEN: "{wie} heeft akkoord gegeven namens {partij}.",
        RapportEventSoort.OPMERKING_GEGEVEN: "{wie} heeft opmerkingen gegeven namens {partij}.",
        RapportEventSoort.ZONDER_AKKOORD: "{wie} stelt het rapport vast zonder akkoord van {partijen}.",
        RapportEventSoort.VASTGESTELD: "{wie} heeft het rapport vastgesteld.",
        RapportEventSoort.GEPUBLICEERD: "{wie} heeft het rapport gepubliceerd.",
        RapportEventSoort.HOOR_GEVRAAGD: "{wie} heeft elke regio gevraagd de eigen pagina te lezen.",
        RapportEventSoort.HOOR_TERMIJN: "{wie} heeft regio’s een andere laatste dag gegeven om te reageren.",
        RapportEventSoort.HOOR_GESLOTEN: "{wie} heeft het reageren door regio’s gesloten.",
        RapportEventSoort.HOOR_BEANTWOORD: "{wie} heeft gereageerd op de pagina van {partij}.",
        RapportEventSoort.HOOR_AFGEHANDELD: "{wie} heeft gezegd wat er met de wens van {partij} gebeurde.",
    },
)

# What happens for each region stands on the page of hoor en wederhoor: the story of a report is not told 31 times.
PER_REGIO = frozenset({RapportEventSoort.HOOR_BEANTWOORD, RapportEventSoort.HOOR_AFGEHANDELD})
# What everybody who reads a published report may know; the rest is between the coördinator and the kerngroep.
OPENBAAR = frozenset({RapportEventSoort.VASTGESTELD, RapportEventSoort.GEPUBLICEERD})
