"""The portal's own sentences of the outlook and the appendices."""

from __future__ import annotations

from exports.national.counting.asked import GEVRAAGDE_NAMEN
from exports.national.counting.values import UITVRAAG_OPEN
from exports.national.sentences.kinds import declare, fixed
from exports.national.sentences.phrases import Numbers, capitalised, count_of, regions
from exports.national.sentences.twice import coded_twice
from forms.dutch.words import one_or_many


def _expectations(w: Numbers) -> str | None:
    if not w.n("verwachtingen"):
        return None
    if not w.n("verwachtingen_open"):
        return "Alle verwachtingen van deze ronde hebben een antwoord. De kerngroep volgt de toezeggingen daarin."
    wacht = count_of(w, "verwachtingen_open", "verwachting wacht", "verwachtingen wachten")
    return f"{capitalised(wacht)} nog op een antwoord van landelijke partijen. De kerngroep bespreekt wie wat oppakt."


def _attention(w: Numbers) -> str | None:
    if not w.n("acties_aandacht"):
        return None
    een = w.n("acties_aandacht") == 1
    in_ = f"in {regions(w, 'acties_aandacht_regios')}"
    vraagt = f"{count_of(w, 'acties_aandacht', 'actie', 'acties')} {in_} {'vraagt' if een else 'vragen'} aandacht."
    return f"{capitalised(vraagt)} Bij de regio’s, achter in deze rapportage, staat wat er aan de hand is."


def _stopped(w: Numbers) -> str | None:
    if not w.n("acties_gestopt"):
        return None
    is_ = one_or_many(w.n("acties_gestopt"), "is", "zijn")
    wat = capitalised(count_of(w, "acties_gestopt", "actie", "acties"))
    return f"{wat} in {regions(w, 'acties_gestopt_regios')} {is_} gestopt:"


def _not_started(w: Numbers) -> str | None:
    if not w.n("acties_niet_gestart"):
        return None
    moet = one_or_many(w.n("acties_niet_gestart"), "moet", "moeten")
    return f"{capitalised(count_of(w, 'acties_niet_gestart', 'actie', 'acties'))} {moet} nog beginnen."


def _response(w: Numbers) -> str | None:
    number = w.n("niet_beantwoord")
    if not number or not w.n("geantwoord") or not w.has(UITVRAAG_OPEN):
        return None
    return f"De antwoorden van {regions(w, 'niet_beantwoord')} ontbreken nog."


VOORUITBLIK = declare(
    "vooruitblik",
    kop=fixed("De uitkomsten gaan naar het bestuurlijk overleg en terug naar de regio’s"),
    verwachtingen=_expectations,
    aandacht=_attention,
    gestopt=_stopped,
    niet_gestart=_not_started,
    respons=_response,
    vervolg=lambda w: (
        "Deze rapportage wordt besproken in het bestuurlijk overleg. Daarna krijgt elke "
        f"{'gevraagde ' if w.has(GEVRAAGDE_NAMEN) else ''}regio een terugkoppeling: "
        "wat zij vertelden, wat anderen zeiden en wat er nu gebeurt."
    ),
)

BIJLAGE_OVERZICHT = declare(
    "bijlage_overzicht",
    kop=fixed("Zo staat elke regio ervoor"),
    uitleg=fixed(
        "De projectstructuur is nieuw, of sluit aan bij een bestaande. Een actie uit een gezamenlijk plan staat bij "
        "elke regio van dat plan, zoals zij daar loopt. “Wacht op antwoord” telt verwachtingen van landelijke partijen "
        "waarop nog geen antwoord is. De volgorde is die van het alfabet."
    ),
)
BIJLAGE_REGIOS = declare(
    "bijlage_regios",
    kop=fixed("Dit antwoordde elke regio"),
    uitleg=lambda w: (
        "Per regio staat hier wat zij antwoordde. Haar eigen woorden staan erbij als zij daarbij genoemd wil worden. "
        "De woorden van andere regio’s staan zonder naam achteraan, als zij uit drie plannen of meer komen. "
        "Er is niets ingekort."
        + (" Van de acties staan hier die aandacht vragen of zijn gestopt." if w.n("acties_bekend") else "")
        + " Wat deze rapportage zonder naam aanhaalt, staat hier niet."
    ),
)
BIJLAGE_VRAGEN = declare(
    "bijlage_vragen",
    kop=fixed("Dit vroegen wij aan de regio’s"),
    uitleg=fixed("De uitvraag “{ronde}” had deze onderdelen en vragen."),
)


def _heard(w: Numbers) -> str | None:
    """What regions said of their page; a region that said nothing did not agree."""
    if not w.n("hoor_gevraagd"):
        return None
    asked = f"Vooraf is aan {regions(w, 'hoor_gevraagd')} gevraagd of klopt wat deze rapportage over hen zegt."
    if not w.n("hoor_gereageerd"):
        return f"{asked} Geen van hen reageerde."
    said = (
        f" {capitalised(regions(w, 'hoor_gereageerd'))} {one_or_many(w.n('hoor_gereageerd'), 'las', 'lazen')} de eigen "
        f"pagina en {one_or_many(w.n('hoor_gereageerd'), 'reageerde', 'reageerden')}: bij "
        f"{_number(w, 'hoor_klopt')} klopte alles, {_number(w, 'hoor_anders')} "
        f"{one_or_many(w.n('hoor_anders'), 'vroeg', 'vroegen')} om iets te veranderen."
    )
    changed = f" Daarna is bij {_number(w, 'hoor_verwerkt')} van hen iets aangepast." if w.n("hoor_anders") else ""
    silent = f" Wie niet reageerde ({regions(w, 'hoor_stil')}), stemde daarmee niet in." if w.n("hoor_stil") else ""
    return f"{asked}{said}{changed}{silent}"


def _number(w: Numbers, key: str) -> str:
    return f"{{{key}}}" if w.n(key) else "geen"


BIJLAGE_CIJFERS = declare(
    "bijlage_cijfers",
    kop=fixed("Zo zijn de cijfers bepaald"),
    uitleg=fixed(
        "Alle cijfers komen uit antwoorden die op {peilmoment} ingediend waren, en uit de plannen die toen golden. "
        "Hieronder staat wat de woorden betekenen. Daarna staat elk getal uit deze rapportage met zijn uitleg en de "
        "regio’s erachter."
    ),
    hoor=_heard,
    dubbel=coded_twice,
)
