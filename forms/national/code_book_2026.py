"""The national code book, edition 2026: that of 2024, and the reasons why things go as they go.

Source of the first names: the lesson "Buiten invloedsfeer van de regio's" (eindrapportage 2024, chapter 6) and the
lessons about IZA, data and the CIZ beside it. The descriptions and the words to look for are ours.

This file is frozen once it is released: migration 0018 loads it.
"""

from __future__ import annotations

from forms.codes import CodeSoort, NationalCode
from forms.national.code_book_2024 import CODE_BOOK_2024


def _reden(key: str, naam: str, omschrijving: str, trefwoorden: str) -> NationalCode:
    return NationalCode(CodeSoort.REDENEN, key, naam, omschrijving, tuple(trefwoorden.split()))


REDENEN: tuple[NationalCode, ...] = (
    _reden(
        "wetgeving",
        "Wet- en regelgeving",
        "Een wet, een regel of de uitleg daarvan staat in de weg, bijvoorbeeld de privacyregels.",
        "wet wetten wetgeving wettelijk regelgeving regels privacy privacyregel avg criteria toegangscriteria",
    ),
    _reden(
        "woningtekort",
        "Woningtekort",
        "Er zijn te weinig woningen of woonplekken voor deze groep.",
        "woning woonplek woonruimte huisvesting corporatie huurwoning",
    ),
    _reden(
        "financiering_gemeenten",
        "Financiering van gemeenten",
        "Gemeenten hebben te weinig geld of weten niet waar zij op kunnen rekenen.",
        "begroting kosten budget bezuinig financiering geld rijksbijdrage gemeentefonds",
    ),
    _reden(
        "tarieven",
        "Hoogte van de Wlz-tarieven",
        "Het tarief, of twijfel daarover, houdt aanbieders tegen.",
        "tarie bekostig",
    ),
    _reden(
        "arbeidsmarkt",
        "Arbeidsmarkt",
        "Er zijn te weinig mensen te vinden voor dit werk.",
        "vacature arbeidsmarkt personeel personeelstekort behandelaar krapte",
    ),
    _reden(
        "capaciteit",
        "Capaciteit en andere opdrachten",
        "De mensen zijn er, maar hebben geen tijd: ander werk, inkoop of ziekte gaat voor.",
        "capaciteit inkoop ziekte vrij vrijmaken drukte prioriteit tijd",
    ),
    _reden(
        "personen",
        "Wisseling van personen",
        "Een trekker, projectleider of bestuurder vertrok of is nieuw.",
        "vertrok vertrek opvolger opvolg projectleider wisseling nieuwe",
    ),
    _reden(
        "iza",
        "Samenloop met IZA",
        "Plannen en overleggen voor het Integraal Zorgakkoord vragen dezelfde mensen of doen hetzelfde.",
        "iza zorgakkoord mentale transformatie",
    ),
    _reden(
        "data",
        "Data ontbreken",
        "Cijfers ontbreken, komen laat, zijn te klein of kunnen niet worden gedeeld.",
        "cijfer data gegevens aantallen dashboard systemen",
    ),
    _reden(
        "ciz",
        "Betrokkenheid van het CIZ",
        "Het CIZ sluit niet aan, of beoordeelt anders dan de regio verwacht.",
        "ciz indicatie herindicat",
    ),
    _reden(
        "eens_worden",
        "Partijen zijn het nog niet eens",
        "Partijen lezen een afspraak anders, haken af of wachten op een besluit.",
        "besluit eens oneens twijfel opkomst draagvlak anders stuurgroep",
    ),
    _reden(
        "weinig_vraag",
        "Te weinig vraag of effect",
        "Er waren te weinig casussen of cliënten, of het leverde te weinig op.",
        "weinig overbodig effect casussen deelnemers",
    ),
)

CODE_BOOK_2026: tuple[NationalCode, ...] = (*CODE_BOOK_2024, *REDENEN)
