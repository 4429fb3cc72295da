"""The first sheet of the national workbook: what it is, of when, how to read it, and what stands on each sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from exports.columns import Column, ColumnKind
from exports.labels import DEMO, NIET_BEANTWOORD, NIET_GEVRAAGD
from exports.national.counting.asked import counted_regions, for_some, same_regions_asked
from exports.national.data import RapportData, Stand
from exports.national.printed import AKKOORD, VERANTWOORDING
from exports.national.tree import Kopje, Lijst, NationaalRapport, Zin
from exports.readme import ReadmeLine
from forms.dutch.words import listed

AANTALLEN = (
    "Een aantal regio’s telt elke regio één keer, ook als die regio iets vaker noemt. "
    "De aantallen op de bladen Samenvatting en Getallen zijn dezelfde als in het rapport in Word en in het portaal."
)
GEZAMENLIJK = (
    "Regio’s met één gezamenlijk plan staan samen op één regel, met de namen van alle regio’s. Een actie, een succes, "
    "een les of een verwachting van een gezamenlijk plan telt dus één keer. Op de bladen Regio’s, Respons en "
    "Antwoorden heeft elke regio eigen regels."
)
DRIE_DINGEN = (
    f"In de kolom Stand staat “{NIET_GEVRAAGD}” als de regio de vraag niet heeft gekregen, en “{NIET_BEANTWOORD}” als "
    "de regio de vraag wel kreeg maar geen antwoord indiende. Het getal 0 betekent dat er is geteld en niets was."
)
LEGE_CEL = "Een lege cel is geen 0. Er is dan niets ingevuld, niets bekend of niets om mee te vergelijken."
INGEDIEND = "Dit bestand bevat alleen plannen en antwoorden die op het peilmoment waren ingediend."
KOPPELEN = (
    "Elke actie heeft op alle bladen hetzelfde nummer. Gebruik dat nummer om bladen aan elkaar te koppelen. Een "
    "mijlpaal met een actienummer is een actie die de regio als mijlpaal heeft aangemerkt."
)
LINKS = (
    "Onderstreepte tekst opent een bladzijde van het portaal: de naam van een plan opent het plan, de stand of de naam "
    "van een regio opent de antwoorden. U moet daarvoor zijn aangemeld."
)


@dataclass(frozen=True)
class Inhoud:
    """One sheet of the workbook in the list of sheets."""

    naam: str
    uitleg: str
    regels: int


CONTENT_COLUMNS: tuple[Column[Inhoud], ...] = (
    Column("Blad", lambda one: one.naam, 28, url=lambda one: f"#'{one.naam}'!A1"),
    Column("Wat er staat", lambda one: one.uitleg, 100),
    Column("Regels", lambda one: one.regels, 10, ColumnKind.NUMBER),
)


def explanation(data: RapportData, rapport: NationaalRapport, with_links: bool) -> list[ReadmeLine]:
    """The colofon of the report, and how to read the sheets."""
    lines = [
        ("Demo", DEMO if data.demo or rapport.demo else ""),
        ("Titel", rapport.titel),
        *((one.naam, one.tekst) for one in rapport.colofon.rijen if one.naam != "Demonstratie"),
        *_account(rapport),
        ("Respons", _respons(data)),
        ("Vergelijking", _comparison(data)),
        ("Niet gevraagd", _left_out(data)),
        ("Wat meetelt", INGEDIEND),
        ("Aantallen", AANTALLEN),
        ("Gezamenlijk plan", GEZAMENLIJK),
        ("Stand", DRIE_DINGEN),
        ("Lege cel", LEGE_CEL),
        ("Actienummer", KOPPELEN),
        ("Links", LINKS if with_links else ""),
    ]
    return [(subject, text) for subject, text in lines if text]


def _account(rapport: NationaalRapport) -> Iterator[ReadmeLine]:
    """What the account says besides numbers: what regions said of their page, and who agreed with which text."""
    blokken = [blok for one in rapport.hoofdstukken if one.sleutel == VERANTWOORDING for blok in one.blokken]
    heard = f"{VERANTWOORDING}_hoor"
    yield from (("Hoor en wederhoor", one.tekst) for one in blokken if isinstance(one, Zin) and one.sleutel == heard)
    for kop, lijst in pairwise(blokken):
        if kop == Kopje(AKKOORD) and isinstance(lijst, Lijst):
            yield AKKOORD, " ".join(punt.tekst for punt in lijst.punten)


def _left_out(data: RapportData) -> str:
    names = listed([f"“{one}”" for one in data.niet_gesteld])
    return f"Deze uitvraag stelde niet elke landelijke vraag. Niet gevraagd is: {names}." if names else ""


def _comparison(data: RapportData) -> str:
    if data.vorige is None:
        return "Er is geen vorige ronde."
    zin = f"De vorige ronde is {data.vorige.ronde.naam}."
    if same_regions_asked(data.beeld, data.vorige):
        return zin
    return f"{zin} Die ging niet naar dezelfde regio’s: alleen regio’s die beide keren antwoordden, zijn vergeleken."


def _respons(data: RapportData) -> str:
    """How many regions there are, and what became of the question to each of them."""
    stand = [regio.stand for regio in data.beeld.regios]
    asked = len(counted_regions(data.beeld))
    whom = f"Deze uitvraag ging naar {asked} regio’s" if for_some(data.ronde) else f"Er zijn {asked} zorgkantoorregio’s"
    return (
        f"{whom}. Beantwoord: {stand.count(Stand.BEANTWOORD)}. "
        f"{NIET_BEANTWOORD}: {stand.count(Stand.NIET_BEANTWOORD)}. "
        f"{NIET_GEVRAAGD}: {stand.count(Stand.NIET_GEVRAAGD)}."
    )
