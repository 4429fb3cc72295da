"""The portal's own sentences of the summary and the first two chapters."""

from __future__ import annotations

from exports.national.counting.values import UITVRAAG_OPEN
from exports.national.sentences.kinds import declare, fixed
from exports.national.sentences.phrases import (
    Numbers,
    actions_that,
    capitalised,
    count_of,
    of_them,
    regions,
    regions_that,
    that_was,
)
from exports.national.sentences.state import actions_before, fixed_structure, goal_reached, unknown_how
from forms.dutch.words import listed


def _response(w: Numbers) -> str:
    return f"{regions_that(w, 'geantwoord', 'heeft', 'hebben')} deze uitvraag beantwoord"


def _key_response(w: Numbers) -> str:
    zin = f"{regions_that(w, 'geantwoord', 'heeft', 'hebben')} de uitvraag “{{ronde}}” beantwoord."
    return zin + that_was(w, "geantwoord")


def _key_structure(w: Numbers) -> str | None:
    if not w.n("regios_met_plan"):
        return "Nog geen enkele zorgkantoorregio heeft een geldend plan van aanpak."
    zin = f"{fixed_structure(w)}."
    if w.n("structuur_nieuw") and w.n("structuur_bestaand"):
        nieuw = f"{regions(w, 'structuur_nieuw')} {_has(w, 'structuur_nieuw')} daarvoor een nieuwe structuur"
        aan = "sluit" if w.n("structuur_bestaand") == 1 else "sluiten"
        zin += f" {capitalised(nieuw)}; {regions(w, 'structuur_bestaand')} {aan} aan bij een bestaande."
    return zin + fixed_before(w)


def fixed_before(w: Numbers) -> str:
    """How many regions had a fixed structure in the previous round; nothing when that is the same."""
    before = w.before("structuur_vast")
    if before is None or before == w.n("structuur_vast"):
        return ""
    telde = f"{{structuur_vast_vorige}} {'regio' if before == 1 else 'regio’s'}" if before else "geen enkele regio"
    return f" In de vorige ronde was dat zo in {telde}."


def _key_actions(w: Numbers) -> str | None:
    if not w.n("acties"):
        return "In de geldende plannen staan nog geen acties." if w.n("plannen") else None
    if not w.n("acties_bekend"):
        return f"{unknown_how(w)}."
    zorg = _concerns(w)
    zinnen = (_key_course(w), f"{capitalised(zorg)}." if zorg else "", actions_before(w) or "")
    return " ".join(filter(None, zinnen))


def _key_course(w: Numbers) -> str:
    if w.n("acties") == 1:
        return f"{actions_that(w, 'acties_op_koers', 'ligt op schema of is afgerond', '')}."
    return (
        f"Van de {{acties}} acties in de plannen {of_them(w, 'acties_op_schema', 'ligt', 'liggen')} op schema "
        f"en {of_them(w, 'acties_afgerond', 'is', 'zijn')} afgerond."
    )


def _concerns(w: Numbers) -> str:
    """ "32 acties vragen aandacht en 7 acties zijn gestopt"."""
    delen = []
    if w.n("acties_aandacht"):
        vraagt = "vraagt" if w.n("acties_aandacht") == 1 else "vragen"
        waar = f"in {regions(w, 'acties_aandacht_regios')}"
        delen.append(f"{count_of(w, 'acties_aandacht', 'actie', 'acties')} {waar} {vraagt} aandacht")
    if w.n("acties_gestopt"):
        delen.append(f"{count_of(w, 'acties_gestopt', 'actie', 'acties')} {_is(w, 'acties_gestopt')} gestopt")
    return listed(delen)


def _key_goal(w: Numbers) -> str | None:
    if not w.has("doel_ja_of_deels") or not w.n("geantwoord"):
        return None
    zin = f"{goal_reached(w)}."
    delen = []
    if w.n("doel_nee"):
        delen.append(f"{regions(w, 'doel_nee')} {_expects(w, 'doel_nee')} dat niet")
    if w.n("doel_weet_niet"):
        delen.append(f"{regions(w, 'doel_weet_niet')} {_knows(w)} het nog niet")
    zin += that_was(w, "doel_ja_of_deels")
    return f"{zin} {capitalised(listed(delen))}." if delen else zin


def _key_successes(w: Numbers) -> str | None:
    if not w.n("successen"):
        return _nothing(w, "successen", "successen")
    if not w.has("successen_eerste"):
        return f"{_together(w, 'successen', 'succes', 'successen')} {_not_coded(w, 'successen', 'Dat', 'Die')}"
    return f"Successen gaan het vaakst over {_themes(w, 'successen')}."


def _key_lessons(w: Numbers) -> str | None:
    if not w.n("lessen"):
        return _nothing(w, "lessen", "lessen")
    if not w.has("lessen_eerste"):
        return f"{_together(w, 'lessen', 'les', 'lessen')} {_not_coded(w, 'lessen', 'Die', 'Die')}"
    return f"Lessen gaan het vaakst over {_themes(w, 'lessen')}."


def _themes(w: Numbers, soort: str) -> str:
    first = f"“{{{soort}_eerste}}” ({regions(w, f'{soort}_eerste_regios')})"
    if not w.has(f"{soort}_tweede"):
        return first
    return f"{first} en “{{{soort}_tweede}}” ({regions(w, f'{soort}_tweede_regios')})"


def _together(w: Numbers, soort: str, een: str, meer: str) -> str:
    noemt = "noemt" if w.n(f"{soort}_regios") == 1 else "noemen samen"
    return f"{capitalised(regions(w, f'{soort}_regios'))} {noemt} {count_of(w, soort, een, meer)}."


def _not_coded(w: Numbers, soort: str, een: str, meer: str) -> str:
    if w.n(f"{soort}_gecodeerd"):
        return "Geen daarvan past bij een thema uit het codeboek."
    one = w.n(soort) == 1
    return f"{een if one else meer} {'is' if one else 'zijn'} nog niet ingedeeld in thema’s."


def _nothing(w: Numbers, key: str, wat: str) -> str | None:
    """Nought is something else than not asked, or not answered."""
    if not w.has(key) or not w.n("geantwoord"):
        return None
    return f"De regio’s die antwoordden, noemden geen {wat}."


def _key_expectations(w: Numbers) -> str | None:
    if not w.n("verwachtingen"):
        return _nothing(w, "verwachtingen", "verwachtingen van landelijke partijen")
    heeft = "heeft" if w.n("verwachtingen_regios") == 1 else "hebben samen"
    wat = count_of(w, "verwachtingen", "verwachting", "verwachtingen")
    zin = f"{capitalised(regions(w, 'verwachtingen_regios'))} {heeft} {wat} van landelijke partijen."
    if not w.n("verwachtingen_beantwoord"):
        return f"{zin} Daarop is nog geen antwoord gegeven."
    if not w.n("verwachtingen_open"):
        return f"{zin} {'Die is' if w.n('verwachtingen') == 1 else 'Die zijn allemaal'} beantwoord."
    open_ = "wacht nog" if w.n("verwachtingen_open") == 1 else "wachten nog"
    op = "Op {verwachtingen_beantwoord} daarvan is antwoord gegeven"
    return f"{zin} {op}; {{verwachtingen_open}} {open_} op antwoord."


def _key_empty(w: Numbers) -> str | None:
    if w.n("geantwoord"):
        return None
    return "Er zijn nog geen antwoorden. Daarom staan er geen successen, lessen en verwachtingen in deze rapportage."


def _plans(w: Numbers) -> str | None:
    if not w.n("regios_met_plan"):
        return "Nog geen enkele regio heeft een geldend plan van aanpak."
    if not w.n("plannen_gezamenlijk"):
        return f"{regions_that(w, 'regios_met_plan', 'heeft', 'hebben')} een geldend plan van aanpak."
    een = w.n("plannen_gezamenlijk") == 1
    samen = (
        "Deze regio’s hebben samen één plan: {plannen_gezamenlijk_namen}."
        if een
        else "{plannen_gezamenlijk} plannen zijn van meer regio’s samen: {plannen_gezamenlijk_namen}."
    )
    is_een = w.n("plannen") == 1
    plannen = "dat is samen {plannen} geldend plan" if is_een else "samen zijn dat {plannen} geldende plannen"
    return f"{regions_that(w, 'regios_met_plan', 'heeft', 'hebben')} een plan van aanpak; {plannen}. {samen}"


def _without_plan(w: Numbers) -> str | None:
    number = w.n("regios_zonder_plan")
    if not number or not w.n("regios_met_plan"):
        return None
    wie = "Deze regio heeft" if number == 1 else "Deze regio’s hebben"
    return f"{wie} nog geen geldend plan: {{regios_zonder_plan_namen}}."


def _round(w: Numbers) -> str:
    konden = "kunnen" if w.has(UITVRAAG_OPEN) else "konden"
    return (
        "De uitvraag “{ronde}” gaat over de periode van {periode_van} tot en met {periode_tot}. "
        f"Regio’s {konden} antwoorden tot en met {{deadline}}. De vragen staan achter in deze rapportage."
    )


def _moment(w: Numbers) -> str:
    zin = "De cijfers in deze rapportage zijn van {peilmoment}. Alleen antwoorden die toen ingediend waren, tellen mee."
    return f"{zin} {{{UITVRAAG_OPEN}}}" if w.has(UITVRAAG_OPEN) else zin


def _not_answered(w: Numbers) -> str | None:
    number = w.n("niet_beantwoord")
    if not w.n("gevraagd"):
        return None
    if not number:
        return "Alle regio’s die de uitvraag kregen, hebben geantwoord."
    if not w.n("geantwoord"):
        return "Geen van de regio’s die de uitvraag kregen, heeft tot nu toe geantwoord: {niet_beantwoord_namen}."
    nog = "nog niet" if w.has(UITVRAAG_OPEN) else "niet"
    return (
        f"{'Deze regio heeft' if number == 1 else 'Deze regio’s hebben'} {nog} geantwoord: {{niet_beantwoord_namen}}."
    )


def _not_asked(w: Numbers) -> str | None:
    number = w.n("niet_gevraagd")
    if not number:
        return None
    if not w.n("gevraagd"):
        return "Deze uitvraag is aan geen enkele regio gestuurd."
    return (
        f"{'Deze regio kreeg' if number == 1 else 'Deze regio’s kregen'} deze uitvraag niet: {{niet_gevraagd_namen}}."
    )


def _correcting(w: Numbers) -> str | None:
    number = w.n("wordt_gecorrigeerd")
    if not number:
        return None
    wie = "Deze regio verbetert haar" if number == 1 else "Deze regio’s verbeteren hun"
    return f"{wie} antwoorden nog: {{wordt_gecorrigeerd_namen}}. Tot die tijd tellen de antwoorden die al binnen waren."


def _has(w: Numbers, key: str) -> str:
    return "heeft" if w.n(key) == 1 else "hebben"


def _is(w: Numbers, key: str) -> str:
    return "is" if w.n(key) == 1 else "zijn"


def _expects(w: Numbers, key: str) -> str:
    return "verwacht" if w.n(key) == 1 else "verwachten"


def _knows(w: Numbers) -> str:
    return "weet" if w.n("doel_weet_niet") == 1 else "weten"


SAMENVATTING = declare(
    "samenvatting",
    kop=fixed("Dit zijn de belangrijkste uitkomsten van deze ronde"),
    respons=_key_response,
    doel=_key_goal,
    acties=_key_actions,
    verwachtingen=_key_expectations,
    structuur=_key_structure,
    lessen=_key_lessons,
    successen=_key_successes,
    leeg=_key_empty,
)

AANLEIDING = declare(
    "aanleiding",
    kop=fixed("Met de regioaanpak zoeken partijen samen naar passende zorg en een lagere instroom in de Wlz"),
    wet=fixed(
        "Sinds 1 januari 2021 kunnen ook mensen met een psychische aandoening zorg krijgen uit de Wet langdurige zorg "
        "(Wlz). In de raming stond dat er elke maand ongeveer 40 mensen zouden instromen. Het werden er 300 tot 400."
    ),
    afspraken=fixed(
        "Daarom maakten zes partijen in mei 2023 bestuurlijke afspraken: VWS, ZN, VNG, Valente, de Nederlandse ggz en "
        "MIND. Zij vormen samen de kerngroep. Het CIZ sluit aan, maar is geen lid. De partijen kozen drie maatregelen "
        "voor de korte termijn:"
    ),
    doel=fixed(
        "Het doel is dat minder mensen in de Wlz instromen en dat mensen zorg krijgen die bij hen past. Het "
        "uitgangspunt is een instroom van ongeveer 300 mensen per maand. In het eerste kwartaal van 2024 moest dat "
        "minder dan 240 zijn, twintig procent lager. Daarna moet het dalen naar ongeveer 100 per maand."
    ),
    regios=lambda w: (
        f"In {'elke zorgkantoorregio' if w.n('regios') < 2 else 'elk van de {regios} zorgkantoorregio’s'} maken "
        "gemeenten, zorgkantoor en zorgaanbieders samen een plan van aanpak. Zij voeren de acties uit dat plan uit en "
        "vertellen in een voortgangsuitvraag hoe het gaat. KPMG ondersteunt de kerngroep en brengt de antwoorden "
        "samen in deze rapportage."
    ),
)
MAATREGELEN = (
    "De toegang tot de Wlz beter uitleggen: bij twijfel volgt geen aanvraag.",
    "De regioaanpak: partijen bepalen per regio samen welke zorg het beste past, op de grens van Wlz en Wmo.",
    "Langere beschikkingen van gemeenten voor beschermd wonen en intensieve begeleiding thuis.",
)

PROCES = declare(
    "proces",
    kop=_response,
    uitvraag=_round,
    peilmoment=_moment,
    vorige=lambda w: _response_before(w),
    niet_beantwoord=_not_answered,
    niet_gevraagd=_not_asked,
    corrigeert=_correcting,
    plannen=_plans,
    zonder_plan=_without_plan,
)


def _response_before(w: Numbers) -> str | None:
    before = w.before("geantwoord")
    if before is None:
        return None
    if not before:
        return "Op de vorige uitvraag, “{vorige_ronde}”, antwoordde nog geen enkele regio."
    if before == w.n("geantwoord"):
        return "Op de vorige uitvraag, “{vorige_ronde}”, kwamen evenveel antwoorden."
    antwoordde, regio = ("antwoordde", "regio") if before == 1 else ("antwoordden", "regio’s")
    return f"Op de vorige uitvraag, “{{vorige_ronde}}”, {antwoordde} {{geantwoord_vorige}} {regio}."
