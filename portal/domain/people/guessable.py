"""Words that Dutch people of this programme take for a password, most tried first: zxcvbn knows English only.

Everyday words, seasons, months, clubs, names; the words of the portal; the regions and gemeenten of the shipped lists.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "data"
# Years that somebody puts behind a word.
YEARS = range(1940, 2041)
SHORTEST = 4

_EVERYDAY = """
    wachtwoord welkom geheim hallo inloggen aanmelden toegang sleutel beveiliging veilig computer laptop internet
    lente zomer herfst winter voorjaar najaar vakantie januari februari maart april juni juli augustus september
    oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag weekend kerst kerstmis
    sinterklaas pasen koningsdag oranje nederland holland
    ajax feyenoord heracles vitesse sparta telstar twente heerenveen willem utrecht voetbal hockey schaatsen fietsen
    liefde liefje schatje schat lieverd liefste knuffel kusje zonnetje zonneschijn vlinder bloem bloemen regenboog hart
    hartje engel prinses prins koning koningin droom geluk gelukkig vrede vrijheid vriend vriendin vrienden familie
    moeder vader mama papa zusje broertje kinderen opa oma hond honden poes katten konijn paard paarden tijger leeuw
    ikhouvanjou ikhouvanje houvanjou hoihoi doei goedemorgen goedendag goedenavond morgen middag avond nacht lekker
    koffie thee kaas stroopwafel hagelslag chocola chocolade appeltaart pannenkoek frikandel kroket bitterbal bier wijn
    zwart blauw groen geel rood roze paars bruin grijs wit huis thuis tuin auto fiets school werk kantoor vandaag
    jansen janssen vries visser smit meijer bakker dijkstra mulder bosch peters hendriks dekker brouwer kramer
    daan sem lucas levi finn noah bram thijs lars ruben julia emma sophie anna lisa eva lotte sanne femke roos fleur
    kevin dennis mark peter marieke ingrid linda monique petra henk kees piet johan maria johanna
    eerste tweede nieuw nieuwe mijn onze test tester testen proef tijdelijk standaard gebruiker demo gast
    qwerty azerty abcdef asdfgh changeme letmein welcome password secret admin administrator
"""
_OF_THE_PORTAL = """
    regioportaal portaal regioaanpak regio regios regionaal landelijk zorgkantoor zorgkantoren gemeente gemeenten
    provincie beheerder beheer coordinator beoordelaar contactpersoon kerngroep programma programmabureau
    ministerie wlzggzw
    instroom wonen beschermd beschermdwonen zorg langdurig langdurige psychiatrie clienten client plan planvanaanpak
    aanpak doelstelling doelstellingen actie acties mijlpaal uitvraag antwoordblad voortgang voortgangsrapportage
    rapport rapportage kwartaal instemming indienen vaststellen terugkoppeling invulformat samenwerking organisatie
    wethouder college gemeenteraad beleid beleidsadviseur projectleider inkoop inkoper kwaliteit
    zilverenkruis zorgenzekerheid menzis salland coziek
"""


@cache
def words() -> tuple[str, ...]:
    """All of them, in small letters without accents or spaces, each once."""
    given = (*_EVERYDAY.split(), *map(str, YEARS), *_OF_THE_PORTAL.split(), *_places())
    return tuple(dict.fromkeys(plain(word) for word in given if len(word) >= SHORTEST))


def _places() -> Iterator[str]:
    """The names of regions and gemeenten, whole and by their words."""
    for file in ("regios.csv", "gemeenten.csv"):
        with (DATA / file).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield re.sub(r"\W", "", row["naam"])
                yield from re.findall(r"\w+", row["naam"])


def plain(text: str) -> str:
    """Small letters without accents."""
    return without_accents(text.casefold())


def without_accents(text: str) -> str:
    """The same letters, bare."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
