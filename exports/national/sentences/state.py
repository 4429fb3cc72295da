"""The portal's own sentences of chapter 3: the structure, the actions, the goal."""

from __future__ import annotations

from exports.national.counting.asked import RONDES_ANDERS
from exports.national.sentences.kinds import declare
from exports.national.sentences.phrases import (
    Numbers,
    actions_that,
    among_both,
    capitalised,
    changed_over_both,
    count_of,
    in_regions,
    of_them,
    one_of_whom,
    regions,
    regions_that,
    that_was,
    who_answered_both,
)
from forms.dutch.words import listed, one_or_many


def _state(w: Numbers) -> str:
    if not w.n("plannen"):
        return "Er zijn nog geen geldende plannen van aanpak"
    if not w.n("acties"):
        return "In de geldende plannen staan nog geen acties"
    if not w.n("acties_bekend"):
        return unknown_how(w)
    return on_course(w)


def unknown_how(w: Numbers) -> str:
    """Nobody told how an action goes, or nobody was asked."""
    if _asks_no_progress(w):
        welke = one_or_many(w.n("acties"), "de enige actie in de plannen", "de {acties} acties in de plannen")
        return f"Hoe het gaat met {welke}, is deze keer niet gevraagd"
    welke = one_or_many(w.n("acties"), "de enige actie", "de {acties} acties")
    return f"Van {welke} in de plannen is nog niet bekend hoe het gaat"


def _asks_no_progress(w: Numbers) -> bool:
    return w.n("acties_niet_gevraagd") == w.n("acties") > 0


def on_course(w: Numbers) -> str:
    """How many actions go as planned or are finished."""
    een, meer = "ligt op schema of is afgerond", "liggen op schema of zijn afgerond"
    return actions_that(w, "acties_op_koers", een, meer)


def _structure_heading(w: Numbers) -> str:
    if not w.n("regios_met_plan") and w.n("afstemming_ja"):
        return f"{regions_that(w, 'afstemming_ja', 'stemt', 'stemmen')} af over de voortgang"
    return fixed_structure(w)


def fixed_structure(w: Numbers) -> str:
    """In how many regions there is a fixed structure; honest when the plans do not tell."""
    if w.n("structuur_onbekend") == w.n("regios"):
        return f"Van geen enkele {one_of_whom(w)} is de projectstructuur bekend"
    return f"{in_regions(w, 'structuur_vast')} is een vaste projectstructuur"


def _structure(w: Numbers) -> str | None:
    if not w.n("regios_met_plan"):
        return "Geen enkele regio heeft een geldend plan van aanpak. Daarom is er geen projectstructuur bekend."
    delen = []
    if w.n("structuur_nieuw"):
        delen.append(f"{regions(w, 'structuur_nieuw')} met een nieuwe vaste structuur")
    if w.n("structuur_bestaand"):
        aan = one_or_many(w.n("structuur_bestaand"), "die zich aansloot", "die zich aansloten")
        delen.append(f"{regions(w, 'structuur_bestaand')} {aan} bij een bestaande structuur")
    if not delen:
        return None
    samen = ": samen {structuur_vast} regio’s" if len(delen) > 1 else ""
    zin = (
        "Met een vaste structuur bedoelen wij een nieuwe structuur, of een bestaande waarbij de regio aansluit. "
        f"Het gaat om {listed(delen)}{samen}."
    )
    return zin + that_was(w, "structuur_vast")


def _no_fixed(w: Numbers) -> str | None:
    delen = []
    if w.n("structuur_ad_hoc"):
        delen.append(f"In {regions(w, 'structuur_ad_hoc')} zoeken partijen elkaar op als dat nodig is.")
    if w.n("structuur_geen"):
        noemt = one_or_many(w.n("structuur_geen"), "noemt het plan", "noemen de plannen")
        delen.append(f"In {regions(w, 'structuur_geen')} {noemt} geen structuur om samen te werken.")
    if w.n("structuur_onbekend") and w.n("regios_met_plan") and w.n("structuur_onbekend") < w.n("regios"):
        delen.append(f"Van {regions(w, 'structuur_onbekend')} is de structuur niet bekend.")
    return " ".join(delen) or None


def _consultation(w: Numbers) -> str | None:
    if not w.has("afstemming_ja") or not w.n("geantwoord"):
        return None
    if not _anybody(w, "afstemming_ja", "afstemming_nee"):
        return "Geen enkele regio gaf antwoord op de vraag of zij afstemt over de voortgang."
    zin = f"{regions_that(w, 'afstemming_ja', 'stemt', 'stemmen')} af over de voortgang van het plan."
    delen = []
    if w.n("afstemming_vast_overleg"):
        doet = one_or_many(w.n("afstemming_vast_overleg"), "doet", "doen")
        delen.append(f"{regions(w, 'afstemming_vast_overleg')} {doet} dat in een vast overleg")
    if w.n("afstemming_ad_hoc"):
        doet = "" if delen else one_or_many(w.n("afstemming_ad_hoc"), "doet dat ", "doen dat ")
        delen.append(f"{regions(w, 'afstemming_ad_hoc')} {doet}ad hoc")
    if delen:
        zin += f" {capitalised(listed(delen))}."
    if w.n("afstemming_nee"):
        zin += f" {capitalised(regions(w, 'afstemming_nee'))} {_consults(w)} niet af."
    return zin + consulted_before(w)


def consulted_before(w: Numbers) -> str:
    """How many regions had consultations in the previous round, over those that answered both."""
    change = changed_over_both(w, "afstemming_ja", "stemden er", "af")
    return f" {change}" if change else ""


def _consults(w: Numbers) -> str:
    return one_or_many(w.n("afstemming_nee"), "stemt", "stemmen")


def _actions_heading(w: Numbers) -> str:
    if not w.n("acties"):
        return "In de geldende plannen staan nog geen acties"
    if _asks_no_progress(w):
        return unknown_how(w)
    if not w.n("acties_bekend"):
        van = one_or_many(w.n("acties"), "Van de enige actie is", "Van geen van de {acties} acties is")
        niet = one_or_many(w.n("acties"), "niet ", "")
        return f"{van} de status {niet}bekend"
    if not w.n("acties_aandacht"):
        return actions_that(w, "acties_afgerond", "is afgerond", "zijn afgerond")
    if not w.n("acties_afgerond"):
        return actions_that(w, "acties_aandacht", "vraagt aandacht", "vragen aandacht")
    return (
        f"Van de {{acties}} acties {of_them(w, 'acties_afgerond', 'is', 'zijn')} afgerond "
        f"en {of_them(w, 'acties_aandacht', 'vraagt', 'vragen')} aandacht"
    )


def _actions(w: Numbers) -> str | None:
    if not w.n("acties"):
        return None
    plannen = one_or_many(w.n("plannen"), "Het geldende plan bevat", "De {plannen} geldende plannen bevatten samen")
    zin = f"{plannen} {count_of(w, 'acties', 'actie', 'acties')}."
    if not w.n("acties_bekend"):
        return zin
    zin += f" Van {count_of(w, 'acties_bekend', 'actie', 'acties')} vertelden regio’s hoe het gaat."
    return f"{zin} {on_course(w)}."


def actions_before(w: Numbers) -> str | None:
    """How many actions were finished, and how many asked attention, over the regions that answered both rounds."""
    klaar, zorg = among_both(w, "acties_afgerond"), among_both(w, "acties_aandacht")
    if klaar is None or zorg is None or not w.n("acties_bekend"):
        return None
    if klaar[0] == klaar[1] and zorg[0] == zorg[1]:
        return f"{who_answered_both(w)} zijn evenveel acties afgerond als vorige keer, en vragen er evenveel aandacht."
    change = changed_over_both(w, "acties_afgerond", "waren", f"{_acties(klaar[0])} afgerond")
    if zorg[0] == zorg[1]:
        return f"{change} Evenveel acties vragen aandacht."
    if klaar[0] == klaar[1]:
        return changed_over_both(w, "acties_aandacht", "vroegen", f"{_acties(zorg[0])} aandacht")
    aandacht = "Aandacht vroegen er {zelfde_acties_aandacht_vorige}, en nu {zelfde_acties_aandacht}."
    return f"{change} {aandacht}"


def _acties(number: int) -> str:
    return one_or_many(number, "actie", "acties")


def _actions_without(w: Numbers) -> str | None:
    if not w.n("acties_bekend"):
        return None
    delen = []
    if w.n("acties_zonder_antwoord"):
        hun = one_or_many(w.n("acties_zonder_antwoord"), "de regio", "hun regio")
        delen.append(
            f"Hoe het gaat met {count_of(w, 'acties_zonder_antwoord', 'actie', 'acties')}, is niet bekend: {hun} "
            "antwoordde niet of liet dit open."
        )
    if w.n("acties_niet_gevraagd"):
        delen.append(f"Over {count_of(w, 'acties_niet_gevraagd', 'actie', 'acties')} is in deze ronde niets gevraagd.")
    return " ".join(delen) or None


def _actions_elsewhere(w: Numbers) -> str | None:
    """Which actions of joint plans go otherwise in one of their regions; they are counted once."""
    if not w.n("acties_elders"):
        return None
    een = w.n("acties_elders") == 1
    wat = capitalised(count_of(w, "acties_elders", "actie", "acties"))
    return (
        f"{wat} van een gezamenlijk plan {'loopt' if een else 'lopen'} in een van de regio’s anders, "
        f"en {'telt' if een else 'tellen'} hier met de status van alle regio’s samen."
    )


def _actions_theme(w: Numbers) -> str | None:
    """About what most actions are; honest about what is not coded."""
    if not w.n("acties"):
        return None
    if not w.n("acties_ingedeeld"):
        return "De acties zijn nog niet ingedeeld in thema’s."
    delen = []
    if w.has("acties_eerste"):
        zoveel = f"{count_of(w, 'acties_eerste_aantal', 'actie', 'acties')} in {regions(w, 'acties_eerste_regios')}"
        delen.append(f"Acties gaan het vaakst over “{{acties_eerste}}”: {zoveel}.")
    if w.n("acties_twee_themas"):
        een = w.n("acties_twee_themas") == 1
        horen, tellen = ("hoort", "telt") if een else ("horen", "tellen")
        wat = capitalised(count_of(w, "acties_twee_themas", "actie", "acties"))
        delen.append(f"{wat} {horen} bij meer thema’s en {tellen} bij elk daarvan mee.")
    if w.n("acties_niet_gecodeerd"):
        is_ = one_or_many(w.n("acties_niet_gecodeerd"), "is", "zijn")
        delen.append(
            f"{capitalised(count_of(w, 'acties_niet_gecodeerd', 'actie', 'acties'))} {is_} nog niet ingedeeld."
        )
    return " ".join(delen) or None


def goal_reached(w: Numbers) -> str:
    """How many regions expect to reach the goal, and apart from them how many deels.

    That nobody answered is something else than that nobody does.
    """
    if not _anybody(w, "doel_ja", "doel_deels", "doel_nee", "doel_weet_niet"):
        return "Geen enkele regio vertelde of zij verwacht de doelstelling te halen"
    zin = f"{regions_that(w, 'doel_ja', 'verwacht', 'verwachten')} de doelstelling te halen"
    if not w.n("doel_deels"):
        return zin
    return f"{zin}; {{doel_deels}} {one_or_many(w.n('doel_deels'), 'verwacht', 'verwachten')} dat dit deels lukt"


def _anybody(w: Numbers, *keys: str) -> bool:
    return sum(w.n(key) for key in keys) > 0


def _goal(w: Numbers) -> str | None:
    if not w.n("geantwoord"):
        return None
    delen = [
        f"{regions(w, key)} {one_or_many(w.n(key), een, meer)}"
        for key, een, meer in (
            ("doel_ja", "verwacht de doelstelling te halen", "verwachten de doelstelling te halen"),
            ("doel_deels", "denkt dat dit deels lukt", "denken dat dit deels lukt"),
            ("doel_nee", "verwacht dat het niet lukt", "verwachten dat het niet lukt"),
            ("doel_weet_niet", "weet het nog niet", "weten het nog niet"),
        )
        if w.n(key)
    ]
    return f"{capitalised(listed(delen))}." if delen else None


def goal_before(w: Numbers) -> str | None:
    """How many regions expected to reach the goal in the previous round, over those that answered both."""
    return changed_over_both(w, "doel_ja", "verwachtten er", "de doelstelling te halen") or None


def goals_added(w: Numbers) -> str | None:
    """What the goals with a number add up to, and of how many regions there is none."""
    if not w.has("doelen_naar"):
        return None
    wie, tellen = regions(w, "doelen_met_getal"), one_or_many(w.n("doelen_met_getal"), "heeft", "hebben")
    zin = f"{capitalised(wie)} {tellen} een landelijk doel met een getal: samen van {{doelen_van}} naar {{doelen_naar}}"
    zonder = f" Van {regions(w, 'doelen_zonder_getal')} met een plan is er geen getal; die tellen hier niet mee."
    return f"{zin} cliënten per maand.{zonder if w.n('doelen_zonder_getal') else ''}"


def _goal_without(w: Numbers) -> str | None:
    if not w.n("geantwoord") or not w.n("doel_zonder_antwoord"):
        return None
    gaf = one_or_many(w.n("doel_zonder_antwoord"), "gaf", "gaven")
    return f"{capitalised(regions(w, 'doel_zonder_antwoord'))} {gaf} geen antwoord op deze vraag."


STAND = declare("stand", kop=_state)
STRUCTUUR = declare("structuur", kop=_structure_heading, vast=_structure, anders=_no_fixed, afstemming=_consultation)


def _other_rounds(w: Numbers) -> str | None:
    """Which rounds do not stand beside the others; nothing when all asked the same regions."""
    if not w.has(RONDES_ANDERS) or not w.n("acties_bekend"):
        return None
    return f"Uitvragen die naar andere regio’s gingen, staan niet naast deze: {{{RONDES_ANDERS}}}."


ACTIES = declare(
    "acties",
    kop=_actions_heading,
    samen=_actions,
    vorige=actions_before,
    zonder=_actions_without,
    elders=_actions_elsewhere,
    rondes=_other_rounds,
    thema=_actions_theme,
)
DOEL = declare("doel", kop=goal_reached, verdeling=_goal, vorige=goal_before, zonder=_goal_without)
