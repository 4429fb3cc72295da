"""What the portal drafts for the second page: one rule for each thing that may be telling, in the order of weight.

A draft is only a beginning: a person chooses, changes and orders. A rule that has nothing telling gives none. Ja and
deels stay apart, a difference of one is no message, and a change is told over the regions that answered both rounds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.national.counting.asked import GEVRAAGDE_NAMEN
from exports.national.counting.goals import LANDELIJK_NAAR
from exports.national.counting.over_rounds import AFGEROND_NU, AFGEROND_TOEN, BEIDE, DOEL_NU, DOEL_TOEN, EERSTE
from exports.national.sentences.phrases import (
    FEW_REGIONS,
    Numbers,
    capitalised,
    changed_over_both,
    regions,
    whom,
)
from exports.national.sentences.reasons import leaders
from exports.national.sentences.said import most_named
from forms.dutch.words import listed, one_or_many

# A national message is not of a handful of regions or actions.
FEWEST_REGIONS, FEWEST_ACTIONS, FEWEST_STOPPED, MOST = 5, 10, 3, 7
# A difference of one is no message.
FEWEST_CHANGED = 2
# So far from the national target, in clients a month, the goals of regions add up to something else.
FAR_OFF = 5


@dataclass(frozen=True)
class Draft:
    """A message by rule: its texts with tokens, and of whom something is asked."""

    sleutel: str
    bevinding: str
    waarom: str = ""
    wat_nu: str = ""
    aan: str = ""


Rule = Callable[[Numbers], Draft | None]


def drafts_of(w: Numbers) -> tuple[Draft, ...]:
    """The drafts that these numbers give, the weightiest first, and never more than fit on a page."""
    if w.n("geantwoord") < FEWEST_REGIONS:
        return ()
    return tuple(draft for rule in RULES if (draft := rule(w)))[:MOST]


def _whom(w: Numbers) -> str:
    """Short, but for a round that asked some regions."""
    return whom(w) if w.has(GEVRAAGDE_NAMEN) else "regio’s"


def over_several(w: Numbers) -> Draft | None:
    """Over several rounds: the actions that got done, of the regions that answered the first and the last."""
    done = w.n(AFGEROND_NU) - w.n(AFGEROND_TOEN)
    if not w.has(AFGEROND_TOEN, AFGEROND_NU) or w.n(BEIDE) < FEWEST_REGIONS or abs(done) < FEWEST_CHANGED:
        return None
    weinig = f" Dat zijn minder dan {FEW_REGIONS} regio’s." if w.n(BEIDE) < FEW_REGIONS else ""
    doel = ""
    if w.has(DOEL_TOEN, DOEL_NU) and abs(w.n(DOEL_NU) - w.n(DOEL_TOEN)) >= FEWEST_CHANGED:
        doel = f" {{{DOEL_TOEN}}} van hen verwachtten toen de doelstelling te halen, nu {{{DOEL_NU}}}."
    return Draft(
        "over_uitvragen",
        f"In “{{{EERSTE}}}” waren {{{AFGEROND_TOEN}}} acties afgerond, in “{{ronde}}” {{{AFGEROND_NU}}}.",
        f"Dat zijn acties van de {{{BEIDE}}} regio’s die beide keren antwoordden.{weinig}{doel}",
        "Wij bespreken met deze regio’s wat hielp en wat nog nodig is.",
        "de kerngroep en de regio’s",
    )


def goal(w: Numbers) -> Draft | None:
    """Whether regions expect to reach the goal: ja, deels and nee each by themselves."""
    if not w.has("doel_ja", "doel_deels", "doel_nee") or not sum(map(w.n, ("doel_ja", "doel_deels", "doel_nee"))):
        return None
    parts = [f"{{{key}}} {words}" for key, words in (("doel_deels", "verwachten dit deels"),
             ("doel_nee", "niet"), ("doel_weet_niet", "weten het nog niet")) if w.n(key)]  # fmt: skip
    ja = f"{{doel_ja}} van de {{regios}} {_whom(w)} {one_or_many(w.n('doel_ja'), 'verwacht', 'verwachten')}"
    return Draft(
        "doel",
        f"{ja if w.n('doel_ja') else 'Geen enkele regio verwacht'} de doelstelling te halen.",
        " ".join(filter(None, (f"{capitalised(listed(parts))}." if parts else "", changed_over_both(w, "doel_ja")))),
        "Wij vragen regio’s die “deels” of “nee” antwoorden wat zij nodig hebben, en van wie.",
        "de regio’s",
    )


def actions(w: Numbers) -> Draft | None:
    """How the actions go, and what regions name as the reason."""
    if w.n("acties_bekend") < FEWEST_ACTIONS or not w.n("acties_aandacht"):
        return None
    vragen = one_or_many(w.n("acties_aandacht"), "vraagt", "vragen")
    return Draft(
        "acties",
        f"{{acties_aandacht}} van de {{acties_bekend}} acties {vragen} aandacht.",
        " ".join(filter(None, (changed_over_both(w, "acties_aandacht"), most_named_reason(w)))),
        "Wij bespreken met deze regio’s wat zij zelf kunnen oplossen en waar anderen bij nodig zijn.",
        "de kerngroep en de regio’s",
    )


def most_named_reason(w: Numbers) -> str:
    """The reason that the most regions name for actions that ask attention; "" while reasons are not coded."""
    top = leaders(w, "redenen_aandacht")
    if not top:
        return ""
    noemen = listed([f"“{{{one}}}” ({regions(w, f'{one}_regios')})" for one in top])
    return f"Als reden noemen zij het vaakst {noemen}."


def waiting(w: Numbers) -> Draft | None:
    """Expectations that nobody answered for two rounds."""
    if not w.n("verwachtingen_twee_rondes"):
        return None
    een = w.n("verwachtingen_twee_rondes") == 1
    return Draft(
        "verwachtingen_twee_rondes",
        f"{{verwachtingen_twee_rondes}} {'verwachting wacht' if een else 'verwachtingen wachten'} al twee rondes "
        "op antwoord.",
        "Regio’s vragen om terugkoppeling. Zonder antwoord weten zij niet waar zij op kunnen bouwen.",
        "Geef op elke verwachting antwoord: wat kan, wat niet, en wanneer.",
        "{verwachtingen_twee_rondes_partijen}",
    )


def goals_together(w: Numbers) -> Draft | None:
    """The goals of regions add up to another number than the national target."""
    # What some regions aim for together says nothing of a target of the whole country.
    if w.has(GEVRAAGDE_NAMEN) or not w.has("doelen_naar") or abs(w.n("doelen_naar") - LANDELIJK_NAAR) < FAR_OFF:
        return None
    meer = "meer" if w.n("doelen_naar") > LANDELIJK_NAAR else "minder"
    zonder = (
        f" Van {regions(w, 'doelen_zonder_getal')} met een plan is er geen getal." if w.n("doelen_zonder_getal") else ""
    )
    return Draft(
        "doelen_samen",
        f"De doelen met een getal tellen op tot {{doelen_naar}} cliënten per maand, {meer} dan de landelijke "
        f"{LANDELIJK_NAAR}.",
        f"Dat zijn de doelen van {regions(w, 'doelen_met_getal')}; zij gaan uit van {{doelen_van}} per maand.{zonder}",
        "Wij vragen regio’s zonder getal welk aandeel zij nemen, of waarom zij dat niet kunnen zeggen.",
        "de regio’s",
    )


def response(w: Numbers) -> Draft | None:
    """Who did not answer. That is no “nee”."""
    if w.n("niet_beantwoord") < FEWEST_STOPPED:
        return None
    return Draft(
        "respons",
        f"{{niet_beantwoord}} van de {{gevraagd}} {_whom(w)} antwoordden niet.",
        "Zij tellen in geen enkel antwoord mee, ook niet als “nee”. De cijfers kunnen daardoor anders uitvallen.",
        "Wij vragen deze regio’s wat hen tegenhoudt en of een kortere uitvraag helpt.",
        "de regio’s die niet antwoordden",
    )


def stopped(w: Numbers) -> Draft | None:
    """Actions that were stopped."""
    if w.n("acties_gestopt") < FEWEST_STOPPED:
        return None
    return Draft(
        "acties_gestopt",
        "{acties_gestopt} acties zijn gestopt.",
        f"Zij horen bij {regions(w, 'acties_gestopt_regios')}. De redenen staan in hoofdstuk “Vooruitblik”.",
        "Wij vragen deze regio’s wat voor de gestopte actie in de plaats komt.",
        "de regio’s",
    )


def lessons(w: Numbers) -> Draft | None:
    """The lesson that the most regions name, with what comes within one region of it."""
    if w.n("lessen_eerste_regios") < FEWEST_REGIONS or not leaders(w, "lessen"):
        return None
    noemen = [f"“{{{one}}}” door {regions(w, f'{one}_regios')}" for one in leaders(w, "lessen")]
    return Draft(
        "lessen",
        f"Lessen gaan {most_named(w, 'lessen')}.",
        f"Dat noemen: {listed(noemen)}."
        if len(noemen) > 1
        else f"{capitalised(regions(w, 'lessen_eerste_regios'))} noemen dit.",
        "Wij bespreken met de regio’s die dit noemden wat anderen ervan kunnen gebruiken.",
        "de kerngroep",
    )


RULES: tuple[Rule, ...] = (over_several, goal, actions, waiting, goals_together, lessons, stopped, response)
