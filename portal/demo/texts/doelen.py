"""Invented goals: some with figures, some that refuse a number on purpose."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoGoal:
    """A goal and its optional figures, as typed: `van` is the base and `naar` the target; empty means no figure."""

    tekst: str
    indicator: str = ""
    van: str = ""
    naar: str = ""
    eenheid: str = ""
    smart: str = ""
    telt_clienten: str = ""


_AMBITIE = "Dat is ons aandeel in de landelijke ambitie: een stabiele instroom van 100 cliënten per maand."
LANDELIJK_INGEVULD = (
    "De maandelijkse instroom in de Wlz-ggz-W vanuit {regio} is op 31 december {jaar} gedaald van {nul} naar {streef} "
    f"cliënten per maand. {_AMBITIE}",
    "De maandelijkse instroom in de Wlz-ggz-W vanuit {regio} is op 1 juli {later} gedaald van {nul} naar {streef} "
    f"cliënten per maand. {_AMBITIE}",
)
LANDELIJK_ZONDER_GETAL = (
    "De maandelijkse instroom in de Wlz-ggz-W vanuit {regio} is op 31 december {jaar} gedaald naar een niveau dat wij "
    f"nu nog niet kunnen noemen. {_AMBITIE}",
    "De maandelijkse instroom in de Wlz-ggz-W vanuit {regio} is eind {jaar} aantoonbaar lager dan in {daarvoor}. "
    "Een getal noemen wij pas als wij de cijfers samen begrijpen. Ons aandeel in de landelijke 100 cliënten volgt dan.",
)

AANVULLEND = (
    DemoGoal(
        "Iedere aanvraag voor de Wlz vanuit beschermd wonen is eerst besproken aan de casuïstiektafel.",
        "Deel van de aanvragen dat vooraf is besproken", "ca. 20%", "≥ 90%", "", "SMART",
    ),
    DemoGoal(
        "Beschikkingen voor beschermd wonen gelden gemiddeld ten minste drie jaar.",
        "Gemiddelde duur van een nieuwe beschikking", "1,3", "3", "jaar", "SMAT",
    ),
    DemoGoal("Cliënten en naasten begrijpen wat er met hun aanvraag gebeurt. Wij hangen hier bewust geen getal aan."),
    DemoGoal(
        "Er zijn meer plekken met lichte begeleiding in de buurt.",
        "Plekken in tussenvormen", "0", "24", "plekken", "SMT", "nee",
    ),
    DemoGoal(
        "Jongvolwassenen van 18 t/m 26 jaar stromen minder vaak in.",
        "Instroom jongvolwassenen per kwartaal", "4", "2 - 3", "cliënten", "SMRT", "ja",
    ),
    DemoGoal("Alle gemeenten in de regio werken met hetzelfde afwegingskader.", smart="SR"),
    DemoGoal(
        "Consulenten en begeleiders weten waar de grens tussen Wmo en Wlz ligt.",
        "Medewerkers met scholing", "35", "{jaar}: 100; {later}: 200", "mensen", "MAT", "nee",
    ),
    DemoGoal("Het aantal terugvallen na uitstroom daalt; de nulmeting volgt in de loop van {jaar}.", smart="A"),
    DemoGoal(
        "Niemand wacht langer dan zes weken op een besluit van de toegang.",
        "Doorlooptijd van aanvraag tot besluit", "11", "hoogstens 6", "weken", "SMART",
    ),
)  # fmt: skip
