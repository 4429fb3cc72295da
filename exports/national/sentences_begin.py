"""The portal's own sentences of the summary and the first two chapters."""

from __future__ import annotations

from exports.national.phrases import (
    Woorden,
    aantal,
    acties_die,
    eerste,
    ervan,
    regios,
    regios_die,
    waren_dat,
)
from exports.national.sentence_kinds import declare, vast
from exports.national.sentences_state import acties_vorige, doel_gehaald, hoe_onbekend, structuur_vast
from exports.national.values import UITVRAAG_OPEN
from forms.dutch.words import listed


def _respons(w: Woorden) -> str:
    return f"{regios_die(w, 'geantwoord', 'heeft', 'hebben')} deze uitvraag beantwoord"


def _kern_respons(w: Woorden) -> str:
    zin = f"{regios_die(w, 'geantwoord', 'heeft', 'hebben')} de uitvraag “{{ronde}}” beantwoord."
    return zin + waren_dat(w, "geantwoord")


def _kern_structuur(w: Woorden) -> str | None:
    if not w.n("regios_met_plan"):
        return "Nog geen enkele zorgkantoorregio heeft een geldend plan van aanpak."
    zin = f"{structuur_vast(w)}."
    if w.n("structuur_nieuw") and w.n("structuur_bestaand"):
        nieuw = f"{regios(w, 'structuur_nieuw')} {_hv(w, 'structuur_nieuw')} daarvoor een nieuwe structuur"
        aan = "sluit" if w.n("structuur_bestaand") == 1 else "sluiten"
        zin += f" {eerste(nieuw)}; {regios(w, 'structuur_bestaand')} {aan} aan bij een bestaande."
    return zin + waren_dat_vast(w)


def waren_dat_vast(w: Woorden) -> str:
    """How many regions had a fixed structure in the previous round; nothing when that is the same."""
    before = w.vorige("structuur_vast")
    if before is None or before == w.n("structuur_vast"):
        return ""
    telde = f"{{structuur_vast_vorige}} {'regio' if before == 1 else 'regio’s'}" if before else "geen enkele regio"
    return f" In de vorige ronde was dat zo in {telde}."


def _kern_acties(w: Woorden) -> str | None:
    if not w.n("acties"):
        return "In de geldende plannen staan nog geen acties." if w.n("plannen") else None
    if not w.n("acties_bekend"):
        return f"{hoe_onbekend(w)}."
    zorg = _zorgen(w)
    zinnen = (_kern_koers(w), f"{eerste(zorg)}." if zorg else "", acties_vorige(w) or "")
    return " ".join(filter(None, zinnen))


def _kern_koers(w: Woorden) -> str:
    if w.n("acties") == 1:
        return f"{acties_die(w, 'acties_op_koers', 'ligt op schema of is afgerond', '')}."
    return (
        f"Van de {{acties}} acties in de plannen {ervan(w, 'acties_op_schema', 'ligt', 'liggen')} op schema "
        f"en {ervan(w, 'acties_afgerond', 'is', 'zijn')} afgerond."
    )


def _zorgen(w: Woorden) -> str:
    """ "32 acties vragen aandacht en 7 acties zijn gestopt"."""
    delen = []
    if w.n("acties_aandacht"):
        vraagt = "vraagt" if w.n("acties_aandacht") == 1 else "vragen"
        waar = f"in {regios(w, 'acties_aandacht_regios')}"
        delen.append(f"{aantal(w, 'acties_aandacht', 'actie', 'acties')} {waar} {vraagt} aandacht")
    if w.n("acties_gestopt"):
        delen.append(f"{aantal(w, 'acties_gestopt', 'actie', 'acties')} {_zijn(w, 'acties_gestopt')} gestopt")
    return listed(delen)


def _kern_doel(w: Woorden) -> str | None:
    if not w.heeft("doel_ja_of_deels") or not w.n("geantwoord"):
        return None
    zin = f"{doel_gehaald(w)}."
    delen = []
    if w.n("doel_nee"):
        delen.append(f"{regios(w, 'doel_nee')} {_verwacht(w, 'doel_nee')} dat niet")
    if w.n("doel_weet_niet"):
        delen.append(f"{regios(w, 'doel_weet_niet')} {_weet(w)} het nog niet")
    zin += waren_dat(w, "doel_ja_of_deels")
    return f"{zin} {eerste(listed(delen))}." if delen else zin


def _kern_successen(w: Woorden) -> str | None:
    if not w.n("successen"):
        return _niets(w, "successen", "successen")
    if not w.heeft("successen_eerste"):
        return f"{_samen(w, 'successen', 'succes', 'successen')} {_niet_ingedeeld(w, 'successen', 'Dat', 'Die')}"
    return f"Successen gaan het vaakst over {_themas(w, 'successen')}."


def _kern_lessen(w: Woorden) -> str | None:
    if not w.n("lessen"):
        return _niets(w, "lessen", "lessen")
    if not w.heeft("lessen_eerste"):
        return f"{_samen(w, 'lessen', 'les', 'lessen')} {_niet_ingedeeld(w, 'lessen', 'Die', 'Die')}"
    return f"Lessen gaan het vaakst over {_themas(w, 'lessen')}."


def _themas(w: Woorden, soort: str) -> str:
    first = f"“{{{soort}_eerste}}” ({regios(w, f'{soort}_eerste_regios')})"
    if not w.heeft(f"{soort}_tweede"):
        return first
    return f"{first} en “{{{soort}_tweede}}” ({regios(w, f'{soort}_tweede_regios')})"


def _samen(w: Woorden, soort: str, een: str, meer: str) -> str:
    noemt = "noemt" if w.n(f"{soort}_regios") == 1 else "noemen samen"
    return f"{eerste(regios(w, f'{soort}_regios'))} {noemt} {aantal(w, soort, een, meer)}."


def _niet_ingedeeld(w: Woorden, soort: str, een: str, meer: str) -> str:
    if w.n(f"{soort}_gecodeerd"):
        return "Geen daarvan past bij een thema uit het codeboek."
    one = w.n(soort) == 1
    return f"{een if one else meer} {'is' if one else 'zijn'} nog niet ingedeeld in thema’s."


def _niets(w: Woorden, key: str, wat: str) -> str | None:
    """Nought is something else than not asked, or not answered."""
    if not w.heeft(key) or not w.n("geantwoord"):
        return None
    return f"De regio’s die antwoordden, noemden geen {wat}."


def _kern_verwachtingen(w: Woorden) -> str | None:
    if not w.n("verwachtingen"):
        return _niets(w, "verwachtingen", "verwachtingen van landelijke partijen")
    heeft = "heeft" if w.n("verwachtingen_regios") == 1 else "hebben samen"
    wat = aantal(w, "verwachtingen", "verwachting", "verwachtingen")
    zin = f"{eerste(regios(w, 'verwachtingen_regios'))} {heeft} {wat} van landelijke partijen."
    if not w.n("verwachtingen_beantwoord"):
        return f"{zin} Daarop is nog geen antwoord gegeven."
    if not w.n("verwachtingen_open"):
        return f"{zin} {'Die is' if w.n('verwachtingen') == 1 else 'Die zijn allemaal'} beantwoord."
    open_ = "wacht nog" if w.n("verwachtingen_open") == 1 else "wachten nog"
    op = "Op {verwachtingen_beantwoord} daarvan is antwoord gegeven"
    return f"{zin} {op}; {{verwachtingen_open}} {open_} op antwoord."


def _kern_leeg(w: Woorden) -> str | None:
    if w.n("geantwoord"):
        return None
    return "Er zijn nog geen antwoorden. Daarom staan er geen successen, lessen en verwachtingen in deze rapportage."


def _plannen(w: Woorden) -> str | None:
    if not w.n("regios_met_plan"):
        return "Nog geen enkele regio heeft een geldend plan van aanpak."
    if not w.n("plannen_gezamenlijk"):
        return f"{regios_die(w, 'regios_met_plan', 'heeft', 'hebben')} een geldend plan van aanpak."
    een = w.n("plannen_gezamenlijk") == 1
    samen = (
        "Deze regio’s hebben samen één plan: {plannen_gezamenlijk_namen}."
        if een
        else "{plannen_gezamenlijk} plannen zijn van meer regio’s samen: {plannen_gezamenlijk_namen}."
    )
    is_een = w.n("plannen") == 1
    plannen = "dat is samen {plannen} geldend plan" if is_een else "samen zijn dat {plannen} geldende plannen"
    return f"{regios_die(w, 'regios_met_plan', 'heeft', 'hebben')} een plan van aanpak; {plannen}. {samen}"


def _zonder_plan(w: Woorden) -> str | None:
    number = w.n("regios_zonder_plan")
    if not number or not w.n("regios_met_plan"):
        return None
    wie = "Deze regio heeft" if number == 1 else "Deze regio’s hebben"
    return f"{wie} nog geen geldend plan: {{regios_zonder_plan_namen}}."


def _uitvraag(w: Woorden) -> str:
    konden = "kunnen" if w.heeft(UITVRAAG_OPEN) else "konden"
    return (
        "De uitvraag “{ronde}” gaat over de periode van {periode_van} tot en met {periode_tot}. "
        f"Regio’s {konden} antwoorden tot en met {{deadline}}. De vragen staan achter in deze rapportage."
    )


def _peilmoment(w: Woorden) -> str:
    zin = "De cijfers in deze rapportage zijn van {peilmoment}. Alleen antwoorden die toen ingediend waren, tellen mee."
    return f"{zin} {{{UITVRAAG_OPEN}}}" if w.heeft(UITVRAAG_OPEN) else zin


def _niet_beantwoord(w: Woorden) -> str | None:
    number = w.n("niet_beantwoord")
    if not w.n("gevraagd"):
        return None
    if not number:
        return "Alle regio’s die de uitvraag kregen, hebben geantwoord."
    if not w.n("geantwoord"):
        return "Geen van de regio’s die de uitvraag kregen, heeft tot nu toe geantwoord: {niet_beantwoord_namen}."
    nog = "nog niet" if w.heeft(UITVRAAG_OPEN) else "niet"
    return (
        f"{'Deze regio heeft' if number == 1 else 'Deze regio’s hebben'} {nog} geantwoord: {{niet_beantwoord_namen}}."
    )


def _niet_gevraagd(w: Woorden) -> str | None:
    number = w.n("niet_gevraagd")
    if not number:
        return None
    if not w.n("gevraagd"):
        return "Deze uitvraag is aan geen enkele regio gestuurd."
    return (
        f"{'Deze regio kreeg' if number == 1 else 'Deze regio’s kregen'} deze uitvraag niet: {{niet_gevraagd_namen}}."
    )


def _corrigeert(w: Woorden) -> str | None:
    number = w.n("wordt_gecorrigeerd")
    if not number:
        return None
    wie = "Deze regio verbetert haar" if number == 1 else "Deze regio’s verbeteren hun"
    return f"{wie} antwoorden nog: {{wordt_gecorrigeerd_namen}}. Tot die tijd tellen de antwoorden die al binnen waren."


def _hv(w: Woorden, key: str) -> str:
    return "heeft" if w.n(key) == 1 else "hebben"


def _zijn(w: Woorden, key: str) -> str:
    return "is" if w.n(key) == 1 else "zijn"


def _verwacht(w: Woorden, key: str) -> str:
    return "verwacht" if w.n(key) == 1 else "verwachten"


def _weet(w: Woorden) -> str:
    return "weet" if w.n("doel_weet_niet") == 1 else "weten"


SAMENVATTING = declare(
    "samenvatting",
    kop=vast("Dit zijn de belangrijkste uitkomsten van deze ronde"),
    respons=_kern_respons,
    doel=_kern_doel,
    acties=_kern_acties,
    verwachtingen=_kern_verwachtingen,
    structuur=_kern_structuur,
    lessen=_kern_lessen,
    successen=_kern_successen,
    leeg=_kern_leeg,
)

AANLEIDING = declare(
    "aanleiding",
    kop=vast("Met de regioaanpak zoeken partijen samen naar passende zorg en een lagere instroom in de Wlz"),
    wet=vast(
        "Sinds 1 januari 2021 kunnen ook mensen met een psychische aandoening zorg krijgen uit de Wet langdurige zorg "
        "(Wlz). In de raming stond dat er elke maand ongeveer 40 mensen zouden instromen. Het werden er 300 tot 400."
    ),
    afspraken=vast(
        "Daarom maakten zes partijen in mei 2023 bestuurlijke afspraken: VWS, ZN, VNG, Valente, de Nederlandse ggz en "
        "MIND. Zij vormen samen de kerngroep. Het CIZ sluit aan, maar is geen lid. De partijen kozen drie maatregelen "
        "voor de korte termijn:"
    ),
    doel=vast(
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
    kop=_respons,
    uitvraag=_uitvraag,
    peilmoment=_peilmoment,
    vorige=lambda w: _vorige_respons(w),
    niet_beantwoord=_niet_beantwoord,
    niet_gevraagd=_niet_gevraagd,
    corrigeert=_corrigeert,
    plannen=_plannen,
    zonder_plan=_zonder_plan,
)


def _vorige_respons(w: Woorden) -> str | None:
    before = w.vorige("geantwoord")
    if before is None:
        return None
    if not before:
        return "Op de vorige uitvraag, “{vorige_ronde}”, antwoordde nog geen enkele regio."
    if before == w.n("geantwoord"):
        return "Op de vorige uitvraag, “{vorige_ronde}”, kwamen evenveel antwoorden."
    antwoordde, regio = ("antwoordde", "regio") if before == 1 else ("antwoordden", "regio’s")
    return f"Op de vorige uitvraag, “{{vorige_ronde}}”, {antwoordde} {{geantwoord_vorige}} {regio}."
