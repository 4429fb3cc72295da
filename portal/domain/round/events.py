"""What can happen to a round and its answer sheets, in the past tense, and how it is told."""

from __future__ import annotations

from enum import StrEnum

from portal.domain.story import Story


class UitvraagEventSoort(StrEnum):
    """Everything the story of a round or of one answer sheet can tell."""

    GEMAAKT = "gemaakt"
    GEWIJZIGD = "gewijzigd"
    GEOPEND = "geopend"
    GESLOTEN = "gesloten"
    HEROPEND = "heropend"
    AFGEROND = "afgerond"
    UITSTEL = "uitstel"
    NIET_GEVRAAGD = "niet_gevraagd"
    TOCH_GEVRAAGD = "toch_gevraagd"
    BLAD_HEROPEND = "blad_heropend"
    BLAD_INGEDIEND = "blad_ingediend"
    BLAD_CORRECTIE = "blad_correctie"
    BLAD_TERUGGESTUURD = "blad_teruggestuurd"
    BLAD_VOLGT_PLAN = "blad_volgt_plan"
    BLAD_BEWERKT = "blad_bewerkt"
    TERUGKOPPELING_BEWAARD = "terugkoppeling_bewaard"


ROUND_STORY = Story(
    UitvraagEventSoort,
    {
        UitvraagEventSoort.GEMAAKT: "{wie} heeft de uitvraag gemaakt.",
        UitvraagEventSoort.GEWIJZIGD: "{wie} heeft de uitvraag gewijzigd.",
        UitvraagEventSoort.GEOPEND: "{wie} heeft de uitvraag geopend.",
        UitvraagEventSoort.GESLOTEN: "{wie} heeft de uitvraag gesloten.",
        UitvraagEventSoort.HEROPEND: "{wie} heeft de uitvraag heropend.",
        UitvraagEventSoort.AFGEROND: "{wie} heeft de terugkoppeling verstuurd en de uitvraag afgerond.",
        UitvraagEventSoort.UITSTEL: "{wie} heeft {regios} uitstel gegeven tot {datum}.",
        UitvraagEventSoort.NIET_GEVRAAGD: "{wie} heeft {regios} op “niet gevraagd” gezet.",
        UitvraagEventSoort.TOCH_GEVRAAGD: "{wie} vraagt {regios} toch om antwoord.",
        UitvraagEventSoort.BLAD_HEROPEND: "{wie} heeft het antwoordblad van {regios} heropend tot {datum}.",
        UitvraagEventSoort.BLAD_INGEDIEND: "{wie} heeft de antwoorden van {regios} ingediend.",
        UitvraagEventSoort.BLAD_CORRECTIE: "{wie} corrigeert de antwoorden van {regios}.",
        UitvraagEventSoort.BLAD_TERUGGESTUURD: "{wie} heeft de antwoorden van {regios} teruggestuurd.",
        UitvraagEventSoort.BLAD_VOLGT_PLAN: "{wie} heeft de acties van het nieuwe plan overgenomen voor {regios}.",
        UitvraagEventSoort.BLAD_BEWERKT: "{wie} heeft gewerkt aan “{onderdeel}”.",
        UitvraagEventSoort.TERUGKOPPELING_BEWAARD: "{wie} heeft de teksten van de terugkoppeling gewijzigd.",
    },
)
