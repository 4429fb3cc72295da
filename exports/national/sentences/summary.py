"""The portal's own sentences of the summary."""

from __future__ import annotations

from exports.national.counting.over_rounds import UITVRAGEN
from exports.national.sentences.kinds import declare, fixed
from exports.national.sentences.phrases import (
    Numbers,
    actions_that,
    capitalised,
    count_of,
    of_them,
    one_of_whom,
    regions,
    regions_that,
    that_was,
)
from exports.national.sentences.said import most_named
from exports.national.sentences.state import (
    actions_before,
    fixed_structure,
    goal_before,
    goal_reached,
    on_course,
    unknown_how,
)
from forms.dutch.words import listed, one_or_many


def _heading(w: Numbers) -> str:
    """What the round brought in one line; without answers only that."""
    if not w.n("geantwoord"):
        return "Nog geen enkele regio antwoordde"
    if not w.n("acties_bekend"):
        return regions_that(w, "geantwoord", "antwoordde", "antwoordden")
    return on_course(w)


def _key_response(w: Numbers) -> str:
    zin = f"{regions_that(w, 'geantwoord', 'heeft', 'hebben')} de uitvraag “{{ronde}}” beantwoord."
    over = ""
    if w.has(UITVRAGEN):
        over = f" Wat regio’s schreven, komt in deze rapportage uit de uitvragen {{{UITVRAGEN}}}."
    return f"{zin}{that_was(w, 'geantwoord')}{over}"


def _key_structure(w: Numbers) -> str | None:
    if not w.n("regios_met_plan"):
        return f"Nog geen enkele {one_of_whom(w)} heeft een geldend plan van aanpak."
    zin = f"{fixed_structure(w)}."
    if w.n("structuur_nieuw") and w.n("structuur_bestaand"):
        nieuw = f"{regions(w, 'structuur_nieuw')} {_has(w, 'structuur_nieuw')} daarvoor een nieuwe structuur"
        aan = one_or_many(w.n("structuur_bestaand"), "sluit", "sluiten")
        zin += f" {capitalised(nieuw)}; {regions(w, 'structuur_bestaand')} {aan} aan bij een bestaande."
    return zin + fixed_before(w)


def fixed_before(w: Numbers) -> str:
    """How many regions had a fixed structure in the previous round; nothing when that is the same."""
    before = w.before("structuur_vast")
    if before is None or before == w.n("structuur_vast"):
        return ""
    telde = f"{{structuur_vast_vorige}} {one_or_many(before, 'regio', 'regio’s')}" if before else "geen enkele regio"
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
        vraagt = one_or_many(w.n("acties_aandacht"), "vraagt", "vragen")
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
    rest = f"{capitalised(listed(delen))}." if delen else ""
    return " ".join(filter(None, (zin, rest, goal_before(w))))


def _key_successes(w: Numbers) -> str | None:
    if not w.n("successen"):
        return _nothing(w, "successen", "successen")
    if not w.has("successen_eerste"):
        return f"{_together(w, 'successen', 'succes', 'successen')} {_not_coded(w, 'successen', 'Dat', 'Die')}"
    return f"Successen gaan {most_named(w, 'successen', counted=True)}."


def _key_lessons(w: Numbers) -> str | None:
    if not w.n("lessen"):
        return _nothing(w, "lessen", "lessen")
    if not w.has("lessen_eerste"):
        return f"{_together(w, 'lessen', 'les', 'lessen')} {_not_coded(w, 'lessen', 'Die', 'Die')}"
    return f"Lessen gaan {most_named(w, 'lessen', counted=True)}."


def _together(w: Numbers, soort: str, een: str, meer: str) -> str:
    noemt = one_or_many(w.n(f"{soort}_regios"), "noemt", "noemen samen")
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
    heeft = one_or_many(w.n("verwachtingen_regios"), "heeft", "hebben samen")
    wat = count_of(w, "verwachtingen", "verwachting", "verwachtingen")
    zin = f"{capitalised(regions(w, 'verwachtingen_regios'))} {heeft} {wat} van landelijke partijen."
    if not w.n("verwachtingen_beantwoord"):
        return f"{zin} Daarop is nog geen antwoord gegeven."
    if not w.n("verwachtingen_open"):
        return f"{zin} {one_or_many(w.n('verwachtingen'), 'Die is', 'Die zijn allemaal')} beantwoord."
    open_ = one_or_many(w.n("verwachtingen_open"), "wacht nog", "wachten nog")
    op = "Op {verwachtingen_beantwoord} daarvan is antwoord gegeven"
    return f"{zin} {op}; {{verwachtingen_open}} {open_} op antwoord."


def _key_empty(w: Numbers) -> str | None:
    if w.n("geantwoord"):
        return None
    return "Er zijn nog geen antwoorden. Daarom staan er geen successen, lessen en verwachtingen in deze rapportage."


def _has(w: Numbers, key: str) -> str:
    return one_or_many(w.n(key), "heeft", "hebben")


def _is(w: Numbers, key: str) -> str:
    return one_or_many(w.n(key), "is", "zijn")


def _expects(w: Numbers, key: str) -> str:
    return one_or_many(w.n(key), "verwacht", "verwachten")


def _knows(w: Numbers) -> str:
    return one_or_many(w.n("doel_weet_niet"), "weet", "weten")


KERNBOODSCHAPPEN = declare("kernboodschappen", kop=fixed("Kernboodschappen"))
SAMENVATTING = declare(
    "samenvatting",
    kop=_heading,
    respons=_key_response,
    doel=_key_goal,
    acties=_key_actions,
    verwachtingen=_key_expectations,
    structuur=_key_structure,
    lessen=_key_lessons,
    successen=_key_successes,
    leeg=_key_empty,
)
