"""The portal's own sentences of the first two chapters."""

from __future__ import annotations

from exports.national.counting.asked import GEVRAAGDE_NAMEN, NIET_GESTELD
from exports.national.counting.over_rounds import UITVRAGEN
from exports.national.counting.values import EERDER_GESLOTEN, UITVRAAG_OPEN
from exports.national.sentences.kinds import declare, fixed
from exports.national.sentences.phrases import (
    Numbers,
    one_of_whom,
    regions_that,
)
from forms.dutch.words import one_or_many


def _response(w: Numbers) -> str:
    welke = "de laatste uitvraag" if w.has(UITVRAGEN) else "deze uitvraag"
    return f"{regions_that(w, 'geantwoord', 'heeft', 'hebben')} {welke} beantwoord"


def _plans(w: Numbers) -> str | None:
    if not w.n("regios_met_plan"):
        regio = one_of_whom(w) if w.has(GEVRAAGDE_NAMEN) else "regio"
        return f"Nog geen enkele {regio} heeft een geldend plan van aanpak."
    if not w.n("plannen_gezamenlijk"):
        return f"{regions_that(w, 'regios_met_plan', 'heeft', 'hebben')} een geldend plan van aanpak."
    is_een = w.n("plannen") == 1
    plannen = "dat is samen {plannen} geldend plan" if is_een else "samen zijn dat {plannen} geldende plannen"
    return f"{regions_that(w, 'regios_met_plan', 'heeft', 'hebben')} een plan van aanpak; {plannen}.{_joint(w)}"


def _joint(w: Numbers) -> str:
    number = w.n("plannen_gezamenlijk")
    if number == 1:
        return " Deze regio’s hebben samen één plan: {plannen_gezamenlijk_namen}."
    return " {plannen_gezamenlijk} plannen zijn van meer regio’s samen: {plannen_gezamenlijk_namen}." if number else ""


def _without_plan(w: Numbers) -> str | None:
    number = w.n("regios_zonder_plan")
    if not number or not w.n("regios_met_plan"):
        return None
    wie = one_or_many(number, "Deze regio heeft", "Deze regio’s hebben")
    return f"{wie} nog geen geldend plan: {{regios_zonder_plan_namen}}."


def _round(w: Numbers) -> str:
    konden = "kunnen" if w.has(UITVRAAG_OPEN) else "konden"
    tot = "{deadline}"
    if w.has(EERDER_GESLOTEN):
        tot = f"{{{EERDER_GESLOTEN}}}: de uitvraag sloot eerder dan de afgesproken dag, {{deadline}}"
    over = "De uitvraag “{ronde}” gaat over de periode van {periode_van} tot en met {periode_tot}."
    if w.has(UITVRAGEN):
        over = (
            f"Deze rapportage gaat over de uitvragen {{{UITVRAGEN}}}, van {{periode_van}} tot en met {{periode_tot}}. "
            "De cijfers zijn van de laatste, “{ronde}”."
        )
    return f"{over} Regio’s {konden} antwoorden tot en met {tot}. De vragen staan achter in deze rapportage."


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
        f"{one_or_many(number, 'Deze regio heeft', 'Deze regio’s hebben')} {nog} geantwoord: {{niet_beantwoord_namen}}."
    )


def _not_asked(w: Numbers) -> str | None:
    number = w.n("niet_gevraagd")
    if not number:
        return None
    if not w.n("gevraagd"):
        return "Deze uitvraag is aan geen enkele regio gestuurd."
    if w.has(GEVRAAGDE_NAMEN):
        return _only_to_some(w)
    zij = one_or_many(number, "Die telt", "Die tellen")
    return f"De uitvraag ging niet naar {{niet_gevraagd_namen}}. {zij} niet als onbeantwoord."


def _only_to_some(w: Numbers) -> str:
    andere = one_or_many(w.n("niet_gevraagd"), "andere regio is", "andere regio’s zijn")
    telt = one_or_many(w.n("niet_gevraagd"), "telt", "tellen")
    return (
        f"Deze uitvraag ging alleen naar {{{GEVRAAGDE_NAMEN}}}. De {{niet_gevraagd}} {andere} niet gevraagd en {telt} "
        "in deze rapportage niet mee."
    )


def _correcting(w: Numbers) -> str | None:
    number = w.n("wordt_gecorrigeerd")
    if not number:
        return None
    wie = one_or_many(number, "Deze regio verbetert haar", "Deze regio’s verbeteren hun")
    return f"{wie} antwoorden nog: {{wordt_gecorrigeerd_namen}}. Tot die tijd tellen de antwoorden die al binnen waren."


def _not_all(w: Numbers) -> bool:
    """True when the number of regions is not that of the programme."""
    return w.n("regios") < 2 or w.has(GEVRAAGDE_NAMEN)


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
        f"In {'elke zorgkantoorregio' if _not_all(w) else 'elk van de {regios} zorgkantoorregio’s'} maken "
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
    niet_gesteld=lambda w: (
        f"Niet elke landelijke vraag is deze keer gesteld. Niet gevraagd is: {{{NIET_GESTELD}}}."
        if w.has(NIET_GESTELD)
        else None
    ),
    corrigeert=_correcting,
    plannen=_plans,
    zonder_plan=_without_plan,
)


def _response_before(w: Numbers) -> str | None:
    before = w.before("geantwoord")
    if before is None:
        return _other_regions_before(w) if w.has("vorige_ronde") else None
    if not before:
        return "Op de vorige uitvraag, “{vorige_ronde}”, antwoordde nog geen enkele regio."
    if before == w.n("geantwoord"):
        return "Op de vorige uitvraag, “{vorige_ronde}”, kwamen evenveel antwoorden."
    antwoordde, regio = ("antwoordde", "regio") if before == 1 else ("antwoordden", "regio’s")
    return f"Op de vorige uitvraag, “{{vorige_ronde}}”, {antwoordde} {{geantwoord_vorige}} {regio}."


def _other_regions_before(w: Numbers) -> str:
    """What is compared when the round before asked other regions."""
    zin = "De vorige uitvraag, “{vorige_ronde}”, ging niet naar dezelfde regio’s."
    number = w.n("zelfde_regios")
    if not number:
        return f"{zin} Daarom vergelijken wij niet met die uitvraag."
    wie = one_or_many(number, "de {zelfde_regios} regio die", "de {zelfde_regios} regio’s die")
    return f"{zin} Wij vergelijken alleen {wie} beide keren {one_or_many(number, 'antwoordde', 'antwoordden')}."
