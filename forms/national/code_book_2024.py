"""The national code book, edition 2024: the themes of actions, successes, lessons and expectations.

Source of the names: the analysis of the plans and of the answers of the first quarter of 2024 (eindrapportage 2024,
chapters 4 and 6). The descriptions and the words to look for are ours. The portal ships these; a coördinator may add,
rename, merge and retire codes afterwards.
"""

from __future__ import annotations

from forms.codes import CodeSoort, NationalCode
from forms.national.plan_2023 import ACTIE_THEMAS

_ACTIE = {choice.key: choice.label for choice in ACTIE_THEMAS}


def _actie(key: str, omschrijving: str, trefwoorden: str) -> NationalCode:
    """A theme of actions has the key and the name that regions see in their plan."""
    return NationalCode(CodeSoort.ACTIES, key, _ACTIE[key], omschrijving, tuple(trefwoorden.split()))


def _code(soort: CodeSoort, key: str, naam: str, omschrijving: str, trefwoorden: str) -> NationalCode:
    return NationalCode(soort, key, naam, omschrijving, tuple(trefwoorden.split()))


_S, _L, _V = CodeSoort.SUCCESSEN, CodeSoort.LESSEN, CodeSoort.VERWACHTINGEN

CODE_BOOK_2024: tuple[NationalCode, ...] = (
    _actie(
        "hulpmiddel",
        "Het hulpmiddel bij de kansrijkheid van een Wlz-aanvraag bekendmaken en gebruiken.",
        "hulpmiddel kansrijk verspreid voorlicht communic informeren",
    ),
    _actie(
        "casuistiek",
        "Casussen of doelgroepen samen bespreken, vooral bij twijfel.",
        "casus casuïst casuist doelgroepbespreking persona grensgeval besprek",
    ),
    _actie(
        "langdurig_beschikken",
        "Langer of zonder einddatum beschikken in de Wmo.",
        "beschikk langdurig einddatum herindicat",
    ),
    _actie(
        "beleid",
        "Beleid veranderen: voor wie is de Wlz wel en niet bedoeld.",
        "beleid jongeren tenzij visie verorden toegang",
    ),
    _actie(
        "anders_leveren",
        "Zorg anders leveren: geclusterd, thuis of in een andere vorm.",
        "vpt mpt ambulant geclusterd wonen woonvorm hoogcomplex aanbod",
    ),
    _actie(
        "wmo_wlz",
        "Gemeenten, zorgkantoor en aanbieders werken samen over de grens van Wmo en Wlz.",
        "samenwerk domeinoverstijg wmo afstemm overleg expertise werkgroep",
    ),
    _code(
        _S,
        "samenwerking",
        "Samenwerking in de regio",
        "Partijen in de regio weten elkaar te vinden en doen samen meer.",
        "samenwerk samen partij elkaar overleg",
    ),
    _code(
        _S,
        "commitment",
        "Commitment voor passende zorg",
        "Partijen staan achter passende zorg en maken er werk van.",
        "commit passend draagvlak bestuur ondertek akkoord",
    ),
    _code(
        _S,
        "bewustwording",
        "Bevordering bewustwording",
        "Het onderwerp leeft en mensen werken er bewuster aan.",
        "bewust aandacht kennis scholing training hulpmiddel",
    ),
    _code(
        _S,
        "casuistiek",
        "Overleg over casuïstiek",
        "Casussen worden samen besproken, met alle invalshoeken.",
        "casus casuïst casuist doelgroepbespreking bespreking",
    ),
    _code(
        _S,
        "kansrijkheid",
        "Verschillende inzichten kansrijkheid",
        "Een betere afweging vooraf of een aanvraag voor de Wlz kans maakt.",
        "kansrijk aanvra afweging toegang twijfel",
    ),
    _code(
        _S,
        "daling",
        "Daling van de instroom",
        "Er stromen minder mensen de Wlz in.",
        "instroom daling daalt minder afname",
    ),
    _code(
        _L,
        "samenwerking",
        "Samenwerking vergt inspanning",
        "Samenwerken gaat niet vanzelf en kost tijd.",
        "samenwerk samen trekker tijd wissel afspra",
    ),
    _code(
        _L,
        "data",
        "Data-ondersteuning is essentieel",
        "Zonder goede en actuele cijfers blijft het gesprek vaag.",
        "data cijfer monitor gegeven overzicht aantal",
    ),
    _code(
        _L,
        "iza",
        "Stimuleer samenhang met IZA",
        "Leg de verbinding met het Integraal Zorgakkoord.",
        "iza zorgakkoord integraal tafel",
    ),
    _code(
        _L,
        "ciz",
        "Betrokkenheid van CIZ cruciaal",
        "Het CIZ is nodig aan tafel.",
        "ciz",
    ),
    _code(
        _L,
        "invloedsfeer",
        "Buiten invloedsfeer van de regio’s",
        "Wat de regio niet zelf kan oplossen.",
        "invloed landelijk woning wet tarie wachttijd financ",
    ),
    _code(
        _L,
        "belang",
        "Belang van onderwerp benadrukken",
        "Blijf het belang van het onderwerp noemen.",
        "belang blijf herhal aandacht bestuur agenda",
    ),
    _code(
        _V,
        "betrokkenheid",
        "Verbeterde betrokkenheid en evaluatie",
        "Landelijke partijen doen mee, denken mee en kijken terug.",
        "betrok evalu meedenk meedoe aanspreekpunt terugkoppel training vertegenwoord",
    ),
    _code(
        _V,
        "inzicht",
        "Inzicht en monitoring",
        "Landelijke partijen geven tijdig cijfers en overzicht.",
        "cijfer inzicht monitor data overzicht dashboard",
    ),
    _code(
        _V,
        "vertrouwen",
        "Vertrouwen en financiële zekerheid",
        "Zekerheid over geld en tarieven, en vertrouwen in de regio.",
        "financ geld tarie bekostig zekerheid vertrouw budget middelen",
    ),
    _code(
        _V,
        "wet",
        "Wettelijke aanpassingen",
        "Regels en wetten aanpassen waar ze in de weg staan.",
        "wet regel criteria wijzig",
    ),
    _code(
        _V,
        "passend",
        "Focus op passende zorg",
        "Landelijk blijven werken aan passende zorg.",
        "passend wacht behandel wonen ambulant casus zorg",
    ),
)
