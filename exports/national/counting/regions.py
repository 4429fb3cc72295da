"""Living values about regions: who answered, which structure they have, and what they chose.

Every count is of distinct regions with the regions that were asked as denominator (`counting/asked.py`); a region of a
joint plan counts with its own answer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from exports.national.counting.asked import GEVRAAGDE_NAMEN, for_some
from exports.national.counting.tally import (
    AFSTEMMING,
    DOEL,
    REGIOS,
    ClosedQuestion,
    Tally,
    by_key,
    closed_questions,
    names_in_words,
    token_part,
    with_unknown,
    worded,
)
from exports.national.data import Beeld, Optie, RegioBeeld, Stand, Vraag
from exports.national.tree import Waarde
from forms.counted import Afstemming, Doel, Structuur
from forms.dutch.numbers import dutch_number

# Shorter in a token than the key in the plan.
_STRUCTUUR_TOKENS: dict[str, str] = {Structuur.NIEUW_VAST: "nieuw"}


def response(tally: Tally) -> dict[str, Waarde]:
    """Who was asked and who answered."""
    regios = tally.beeld.regios
    stand = {one: [regio for regio in regios if regio.stand is one] for one in Stand}
    silent, unasked = stand[Stand.NIET_BEANTWOORD], [*stand[Stand.NIET_GEVRAAGD], *tally.buiten]
    correcting = [regio for regio in stand[Stand.BEANTWOORD] if regio.wordt_gecorrigeerd]
    some = for_some(tally.beeld.ronde)
    return by_key(
        tally.regions("regios", "Regio’s die deze uitvraag kregen." if some else "Alle zorgkantoorregio’s.", regios),
        *((_names(GEVRAAGDE_NAMEN, "De namen van de regio’s die de uitvraag kregen.", regios),) if some else ()),
        tally.regions("gevraagd", "Regio’s die deze uitvraag kregen.", (r for r in regios if r not in unasked)),
        tally.regions(
            "geantwoord", "Regio’s waarvan de antwoorden op het peilmoment ingediend waren.", stand[Stand.BEANTWOORD]
        ),
        tally.regions("niet_beantwoord", "Regio’s die de uitvraag kregen en nog niet indienden.", silent),
        tally.regions("niet_gevraagd", "Regio’s die deze uitvraag niet kregen.", unasked),
        _names("niet_beantwoord_namen", "De namen van de regio’s die niet antwoordden.", silent),
        _names("niet_gevraagd_namen", "De namen van de regio’s die de uitvraag niet kregen.", unasked),
        tally.regions(
            "wordt_gecorrigeerd",
            "Regio’s die hun antwoorden aan het verbeteren zijn. Wat zij eerder indienden, telt.",
            correcting,
        ),
        _names("wordt_gecorrigeerd_namen", "De namen van de regio’s die hun antwoorden verbeteren.", correcting),
    )


def plans(tally: Tally) -> dict[str, Waarde]:
    """The plans in force, and who has one together."""
    plans: dict[int, list[RegioBeeld]] = defaultdict(list)
    for regio in tally.beeld.regios:
        if regio.plan_id is not None:
            plans[regio.plan_id].append(regio)
    joint = [regios for regios in plans.values() if len(regios) > 1]
    without = [regio for regio in tally.beeld.regios if regio.plan_id is None]
    together = [regio for regios in joint for regio in regios]
    return by_key(
        _number("plannen", "Geldende plannen van aanpak. Een gezamenlijk plan telt één keer.", plans.values()),
        _number("plannen_gezamenlijk", "Geldende plannen van aanpak van twee of meer regio’s samen.", joint),
        worded(
            "plannen_gezamenlijk_namen",
            "De regio’s die samen een plan hebben.",
            "; ".join(names_in_words([regio.naam for regio in regios]) for regios in joint) or "geen",
            (regio.code for regio in together),
        ),
        replace(
            tally.regions(f"plannen_gezamenlijk{REGIOS}", "Regio’s met een gezamenlijk plan.", together),
            regios_van="plannen_gezamenlijk",
        ),
        tally.regions(
            "regios_met_plan",
            "Regio’s met een geldend plan van aanpak.",
            (regio for regio in tally.beeld.regios if regio.plan_id is not None),
        ),
        tally.regions("regios_zonder_plan", "Regio’s zonder geldend plan van aanpak.", without),
        _names("regios_zonder_plan_namen", "De namen van de regio’s zonder geldend plan van aanpak.", without),
    )


def structures(tally: Tally) -> tuple[Optie, ...]:
    """The structures that the plans could choose, and any that a frozen plan has besides."""
    chosen = (regio.projectstructuur for regio in tally.beeld.regios if regio.projectstructuur)
    return with_unknown(tally.keuzes.structuren, chosen)


def structure_token(vorm: Optie) -> str:
    """The token of the number of regions with this structure."""
    return f"structuur_{_STRUCTUUR_TOKENS.get(vorm.key, vorm.key)}"


def structure(tally: Tally) -> dict[str, Waarde]:
    """What the plans in force say about the project structure."""
    regios = tally.beeld.regios
    return by_key(
        tally.regions(
            "structuur_vast",
            "Regio’s waarvan het geldende plan een vaste structuur noemt: nieuw, of aangesloten bij een bestaande.",
            (regio for regio in regios if regio.vaste_structuur),
        ),
        *(
            tally.regions(
                structure_token(vorm),
                f"Regio’s waarvan het geldende plan als projectstructuur noemt: {vorm.label}.",
                (r for r in regios if r.projectstructuur and token_part(r.projectstructuur) == vorm.key),
            )
            for vorm in structures(tally)
        ),
        tally.regions(
            "structuur_onbekend",
            "Regio’s zonder geldend plan, of met een plan dat de projectstructuur niet noemt.",
            (regio for regio in regios if not regio.projectstructuur),
        ),
    )


def choices(tally: Tally, vragen: Sequence[Vraag]) -> dict[str, Waarde]:
    """How the regions answered the closed questions of this round."""
    values: dict[str, Waarde] = {}
    for vraag in closed_questions(vragen):
        values |= _choice(replace(tally, vraag=vraag.key), vraag)
    return values


def chosen_by(regio: RegioBeeld, key: str) -> dict[str, None]:
    """The choices of a region as parts of tokens; none when it did not answer."""
    said = regio.keuzes.get(key, "") if regio.stand is Stand.BEANTWOORD else ""
    return dict.fromkeys(map(token_part, said.split()))


def offered(vraag: ClosedQuestion, beeld: Beeld) -> tuple[Optie, ...]:
    """The choices of a question with the parts of their tokens, and any that were made and are no longer offered."""
    return with_unknown(
        vraag.opties, (one for regio in beeld.regios for one in regio.keuzes.get(vraag.key, "").split())
    )


def was_asked(tally: Tally, key: str) -> bool:
    """True when any region answered this question: only then can an earlier round be compared with."""
    return any(regio.keuzes.get(key) for regio in tally.beeld.regios)


def _choice(tally: Tally, vraag: ClosedQuestion) -> dict[str, Waarde]:
    chosen: dict[str, list[RegioBeeld]] = defaultdict(list)
    silent, unasked = [], [*tally.buiten]
    for regio in tally.beeld.regios:
        keys = chosen_by(regio, vraag.key)
        for one in keys:
            chosen[one].append(regio)
        if regio.stand is Stand.NIET_GEVRAAGD:
            unasked.append(regio)
        elif not keys:
            silent.append(regio)
    prefix = vraag.prefix
    values = by_key(
        *(
            tally.regions(f"{prefix}_{one.key}", f"Regio’s die {vraag.over} kozen: {one.label}.", chosen[one.key])
            for one in offered(vraag, tally.beeld)
        ),
        tally.regions(
            f"{prefix}_zonder_antwoord", f"Regio’s die de uitvraag kregen en {vraag.over} niets antwoordden.", silent
        ),
        tally.regions(f"{prefix}_niet_gevraagd", "Regio’s die deze uitvraag niet kregen.", unasked),
    )
    return values | _together(tally, prefix, chosen)


def _together(tally: Tally, prefix: str, chosen: dict[str, list[RegioBeeld]]) -> dict[str, Waarde]:
    """Two answers that a report names in one breath."""
    if prefix == AFSTEMMING:
        both = [*chosen[Afstemming.VAST_OVERLEG], *chosen[Afstemming.AD_HOC]]
        return by_key(tally.regions("afstemming_ja", "Regio’s die afstemmen, in een vast overleg of ad hoc.", both))
    if prefix == DOEL:
        both = [*chosen[Doel.JA], *chosen[Doel.DEELS]]
        uitleg = "Regio’s die verwachten de doelstelling helemaal of deels te halen."
        return by_key(tally.regions("doel_ja_of_deels", uitleg, both))
    return {}


def _names(sleutel: str, uitleg: str, regios: Sequence[RegioBeeld]) -> Waarde:
    names = [regio.naam for regio in regios]
    return worded(sleutel, uitleg, names_in_words(names), (regio.code for regio in regios))


def _number(sleutel: str, uitleg: str, plans: Iterable[list[RegioBeeld]]) -> Waarde:
    groups = list(plans)
    codes = tuple(regio.code for regios in groups for regio in regios)
    return Waarde(sleutel, uitleg, dutch_number(len(groups)), len(groups), codes)
