"""Invented goals: some with figures, some that refuse a number on purpose."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class DemoGoal:
    """A goal and its optional figures. `van` and `naar` are the base and the target; None means no figure."""

    tekst: str
    indicator: str = ""
    van: Decimal | None = None
    naar: Decimal | None = None
    eenheid: str = ""
    smart: str = ""


def _number(text: str) -> Decimal:
    return Decimal(text)


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
        "Deel van de aanvragen dat vooraf is besproken", _number("20"), _number("90"), "procent", "SMART",
    ),
    DemoGoal(
        "Beschikkingen voor beschermd wonen gelden gemiddeld ten minste drie jaar.",
        "Gemiddelde duur van een nieuwe beschikking", _number("1.3"), _number("3"), "jaar", "SMAT",
    ),
    DemoGoal("Cliënten en naasten begrijpen wat er met hun aanvraag gebeurt. Wij hangen hier bewust geen getal aan."),
    DemoGoal(
        "Er zijn meer plekken met lichte begeleiding in de buurt.",
        "Plekken in tussenvormen", _number("0"), _number("24"), "plekken", "SMT",
    ),
    DemoGoal(
        "Jongvolwassenen van 18 t/m 26 jaar stromen minder vaak in.",
        "Instroom jongvolwassenen per kwartaal", _number("4"), _number("2"), "cliënten", "SMRT",
    ),
    DemoGoal("Alle gemeenten in de regio werken met hetzelfde afwegingskader.", smart="SR"),
    DemoGoal(
        "Consulenten en begeleiders weten waar de grens tussen Wmo en Wlz ligt.",
        "Medewerkers met scholing", _number("35"), _number("200"), "mensen", "MAT",
    ),
    DemoGoal("Het aantal terugvallen na uitstroom daalt; de nulmeting volgt in de loop van {jaar}.", smart="A"),
    DemoGoal(
        "Niemand wacht langer dan zes weken op een besluit van de toegang.",
        "Doorlooptijd van aanvraag tot besluit", _number("11"), _number("6"), "weken", "SMART",
    ),
)  # fmt: skip
