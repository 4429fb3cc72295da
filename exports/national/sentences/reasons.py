"""The portal's own sentences about the reasons that regions name."""

from __future__ import annotations

from exports.national.counting.reasons import BEIDE, RANGEN
from exports.national.sentences.kinds import declare
from exports.national.sentences.phrases import FEW_REGIONS, Numbers, capitalised, count_of, regions
from exports.national.tree import VORIGE
from forms.dutch.words import listed, one_or_many

# A difference of one is no headline; and four at the top are no top.
_CLOSE, _MOST_LEADERS = 1, 3


def leaders(w: Numbers, prefix: str = "redenen") -> list[str]:
    """The tokens of the reasons at the top: those within one region of the first. None: no reason stands out."""
    known = [f"{prefix}_{rang}" for rang in RANGEN if w.has(f"{prefix}_{rang}")]
    if not known:
        return []
    first = w.n(f"{known[0]}_regios")
    close = [one for one in known if first - w.n(f"{one}_regios") <= _CLOSE]
    return close if len(close) <= _MOST_LEADERS and first > 1 else []


def _heading(w: Numbers) -> str:
    if not w.n("redenen_gecodeerd"):
        gaf = one_or_many(w.n("redenen_regios"), "gaf", "gaven")
        return f"{capitalised(regions(w, 'redenen_regios'))} {gaf} een toelichting"
    top = leaders(w)
    if top:
        return f"Regio’s noemen {_quoted(top)} het vaakst als reden{_more_fit_none(w)}"
    if w.has("redenen_eerste"):
        return "Regio’s noemen verschillende redenen; geen daarvan springt eruit"
    return "In de toelichtingen past geen van de redenen uit het codeboek"


def _more_fit_none(w: Numbers) -> str:
    """That more regions name something that fits no reason than the one that stands first."""
    if w.n("redenen_zonder_thema_regios") <= w.n("redenen_eerste_regios"):
        return ""
    return "; {redenen_zonder_thema_regios} regio’s gaven ook een toelichting zonder een van deze redenen"


def _quoted(tokens: list[str]) -> str:
    return listed([f"“{{{token}}}”" for token in tokens])


def _together(w: Numbers) -> str:
    wie, gaf = capitalised(regions(w, "redenen_regios")), one_or_many(w.n("redenen_regios"), "gaf", "gaven samen")
    zin = f"{wie} {gaf} {count_of(w, 'redenen', 'toelichting', 'toelichtingen')}"
    delen = [
        f"{{{key}}} bij acties die {words}"
        for key, words in (("redenen_aandacht", "aandacht vragen"), ("redenen_gestopt", "zijn gestopt"))
        if w.n(key)
    ]
    zin += f", waarvan {listed(delen)}." if delen else "."
    known = [f"redenen_{rang}" for rang in RANGEN[:3] if w.has(f"redenen_{rang}")]
    if not known:
        return zin
    noemen = [f"“{{{one}}}” ({regions(w, f'{one}_regios')})" for one in known]
    return f"{zin} Als reden noemen zij het vaakst {listed(noemen)}."


def _goal(w: Numbers) -> str | None:
    top = leaders(w, "redenen_doelstelling")
    if not top:
        return None
    noemt = [f"{_quoted([one])} ({regions(w, f'{one}_regios')})" for one in top]
    return f"Over de vraag of zij de doelstelling halen, noemen regio’s het vaakst {listed(noemt)}."


def _before(w: Numbers) -> str | None:
    key = "redenen_eerste_beide_regios"
    then = w.before(key)
    if then is None or not w.has(BEIDE):
        return None
    noemt = one_or_many(w.n(key), "noemt", "noemen")
    toen = f"{one_or_many(then, 'noemde', 'noemden')} {{{key}{VORIGE}}} van hen" if then else "noemde niemand van hen"
    few = " Dat zijn weinig regio’s." if w.n(BEIDE) < FEW_REGIONS else ""
    nu = f"{noemt} {{{key}}}" if w.n(key) else "noemt er geen"
    return (
        f"Van de {regions(w, BEIDE)} die ook de vorige uitvraag beantwoordden, {nu} “{{redenen_eerste}}”; "
        f"in de vorige ronde {toen} die reden.{few}"
    )


def _none_fits(w: Numbers) -> str | None:
    key = "redenen_zonder_thema"
    if not w.n(key):
        return None
    past = f"In {count_of(w, key, 'toelichting', 'toelichtingen')}"
    groot = " Dat is de grootste groep." if w.n(key) > w.n("redenen_meeste") else ""
    return f"{past} staat geen van deze redenen.{groot}"


def _coded(w: Numbers) -> str | None:
    key = "redenen_niet_gecodeerd"
    if not w.n(key):
        return None
    wacht = count_of(w, key, "toelichting is", "toelichtingen zijn")
    later = " Daarom vergelijken wij nog niet met de vorige ronde." if w.has("vorige_ronde") else ""
    return f"{capitalised(wacht)} nog niet ingedeeld.{later}"


REDENEN = declare(
    "redenen",
    kop=_heading,
    samen=_together,
    doel=_goal,
    vorige=_before,
    geen=_none_fits,
    ingedeeld=_coded,
)
