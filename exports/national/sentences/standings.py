"""The portal's own sentences about where the goals stand."""

from __future__ import annotations

from exports.national.counting.standings import BEKEND, GEVRAAGD
from exports.national.sentences.kinds import declare
from exports.national.sentences.phrases import Numbers, capitalised, count_of, few_regions, who_answered_both
from exports.national.tree import VORIGE
from forms.dutch.words import listed, one_or_many

_ON_A_PATH = (
    ("doelen_voor", "voor op schema"),
    ("doelen_op", "op schema"),
    ("doelen_achter", "achter op schema"),
    ("doelen_naast", "boven of onder het pad"),
)
_UNKNOWN = (
    ("doelen_geen_pad", "heeft het plan geen pad", "heeft het plan geen pad"),
    ("doelen_onleesbaar", "past de waarde niet bij het pad", "passen de waarden niet bij het pad"),
    ("doelen_verborgen", "is het aantal cliënten te klein om te tonen", "is het aantal cliënten te klein om te tonen"),
    ("doelen_weten_niet", "weet de regio het niet", "weten de regio’s het niet"),
    ("doelen_leeg", "is niets ingevuld", "is niets ingevuld"),
    ("doelen_zonder_antwoord", "gaf de regio geen antwoord", "gaven de regio’s geen antwoord"),
)


def standing_heading(w: Numbers) -> str:
    """Of how many goals it can be said how they stand, and how many of those are behind."""
    if not w.n(BEKEND):
        return "Van nog geen enkel doel is te zeggen of het op schema ligt"
    number, behind = w.n(BEKEND), w.n("doelen_achter")
    if number < w.n(GEVRAAGD):
        goals = f"Van {{{BEKEND}}} van de {{{GEVRAAGD}}} doelen"
    else:
        goals = one_or_many(number, "Van het enige doel", f"Van alle {{{BEKEND}}} doelen")
    how = one_or_many(number, "hoe het ervoor staat", "hoe zij ervoor staan")
    achter = f"{{doelen_achter}} {one_or_many(behind, 'ligt', 'liggen')}" if behind else "daarvan ligt er geen"
    return f"{goals} is te zeggen {how}; {achter} achter op schema"


def _known(w: Numbers) -> str | None:
    if not w.n(BEKEND):
        return None
    delen = [f"{{{key}}} {words}" for key, words in _ON_A_PATH if w.n(key)]
    first = one_or_many(w.n(_first(w)), "ligt er", "liggen er")
    asked = one_or_many(w.n(GEVRAAGD), "het enige doel", f"de {{{GEVRAAGD}}} doelen")
    return f"Van {asked} waarnaar wij vroegen {first} {listed(delen)}."


def _first(w: Numbers) -> str:
    return next(key for key, _ in _ON_A_PATH if w.n(key))


def _unknown(w: Numbers) -> str | None:
    found = [(key, one, more) for key, one, more in _UNKNOWN if w.n(key)]
    if not found:
        return None
    delen = [f"bij {count_of(w, key, 'doel', 'doelen')} {one_or_many(w.n(key), one, more)}" for key, one, more in found]
    return f"Van de andere is dat niet te zeggen: {listed(delen)}." if w.n(BEKEND) else f"{capitalised(listed(delen))}."


def _both(w: Numbers) -> str | None:
    """The same goals then and now, over the regions that answered both rounds."""
    if not w.n(f"zelfde_{GEVRAAGD}"):
        return None
    asked = one_or_many(w.n(f"zelfde_{GEVRAAGD}"), "1 doel", f"{{zelfde_{GEVRAAGD}}} doelen")
    first = f"{who_answered_both(w)} vroegen wij twee keer naar {asked}."
    keys = [key for key, _ in _ON_A_PATH if w.n(f"zelfde_{key}") or w.n(f"zelfde_{key}{VORIGE}")]
    if not keys:
        return f"{first} Beide keren is niet te zeggen hoe dat ervoor staat.{few_regions(w)}"
    then, now = (listed([f"{{zelfde_{key}{when}}} {dict(_ON_A_PATH)[key]}" for key in keys]) for when in (VORIGE, ""))
    lag = one_or_many(w.n(f"zelfde_{keys[0]}{VORIGE}"), "lag", "lagen")
    is_same = all(w.n(f"zelfde_{key}{VORIGE}") == w.n(f"zelfde_{key}") for key in keys)
    return f"{first} Vorige keer {lag} daarvan {then}{', net als nu' if is_same else f', en nu {now}'}.{few_regions(w)}"


def _how(w: Numbers) -> str | None:
    if not w.n(BEKEND):
        return None
    return (
        "Regio’s typen zelf waar hun doel staat; het portaal legt dat getal naast een rechte lijn van nulwaarde naar "
        "streefwaarde. Op schema is: hoogstens een tiende van die afstand ernaast. Het zegt niet waardoor dat komt."
    )


DOELCIJFERS = declare("doelcijfers", kop=standing_heading, bekend=_known, onbekend=_unknown, beide=_both, hoe=_how)
