"""What the texts of a plan know about its region. Figures about clients are invented."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from forms.dutch.numbers import dutch_number
from forms.dutch.words import listed
from portal.demo.stages import Days
from portal.models import Regio

# Invented, but of the right size: the national inflow of a month, to be divided over 17.9 million people.
LANDELIJK_PER_MAAND = 400
INWONERS = 17_942_942
TELWOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


@dataclass(frozen=True)
class DemoFacts:
    """The facts of one plan. `woorden` are for `str.format` in the texts."""

    naam: str
    nulwaarde: int
    streefwaarde: int
    jaar: int
    woorden: dict[str, str]


def facts_of(rng: Random, regios: list[Regio], naam: str, days: Days) -> DemoFacts:
    """Draw the facts of the plan of these regions."""
    inwoners = sum(regio.inwoners for regio in regios)
    nulwaarde = max(2, round(inwoners / INWONERS * LANDELIJK_PER_MAAND * rng.uniform(0.7, 1.4)))
    streefwaarde = max(1, round(nulwaarde * rng.uniform(0.45, 0.8)))
    jaar = days.plan_year
    return DemoFacts(
        naam, nulwaarde, streefwaarde, jaar, _words(rng, regios, naam, (inwoners, nulwaarde, streefwaarde, jaar))
    )


def _words(rng: Random, regios: list[Regio], naam: str, figures: tuple[int, int, int, int]) -> dict[str, str]:
    inwoners, nulwaarde, streefwaarde, jaar = figures
    gemeenten = [gemeente.naam for regio in regios for gemeente in regio.gemeenten]
    some = rng.sample(gemeenten, min(3, len(gemeenten)))
    centrum = "; ".join(filter(None, (regio.centrumgemeenten or regio.centrumgemeenten_elders for regio in regios)))
    return {
        "regio": naam,
        "inwoners": dutch_number(round(inwoners, -3)),
        "aantal_gemeenten": counted(len(gemeenten)),
        "gemeente1": some[0],
        "gemeente2": some[-1],
        "gemeente3": some[len(some) // 2],
        "centrum": listed(centrum.split("; ")),
        "nul": str(nulwaarde),
        "streef": str(streefwaarde),
        "klein": str(rng.randint(2, 4)),
        "aantal": str(rng.randint(12, 60)),
        "wachtenden": str(rng.randint(5, 40)),
        "percentage": str(rng.choice((25, 30, 35, 40, 45))),
        "aanbieders": counted(rng.randint(3, 9)),
        "jaar": str(jaar),
        "vorig": str(jaar - 1),
        "daarvoor": str(jaar - 2),
        "later": str(jaar + 1),
    }


def counted(number: int) -> str:
    """A number in words up to twelve, else in digits."""
    return TELWOORDEN[number] if number < len(TELWOORDEN) else str(number)
