"""The portal's own sentences about the own questions of a round; the keys begin with that of the question."""

from __future__ import annotations

from exports.national.counting.own import RANGEN
from exports.national.sentences.kinds import Make
from exports.national.sentences.phrases import Numbers, capitalised, count_of, regions
from forms.dutch.words import listed, one_or_many


def response(prefix: str) -> Make:
    """How many of those that were asked answered; for a text `prefix` itself is the number of texts."""

    def make(w: Numbers) -> str:
        key = f"{prefix}_beantwoord" if w.has(f"{prefix}_beantwoord") else f"{prefix}_regios"
        gevraagd = f"{prefix}_gevraagd" if w.has(f"{prefix}_gevraagd") else "gevraagd"
        if not w.n(gevraagd):
            return "Deze vraag is aan geen enkele regio gesteld."
        if not w.n(key):
            return "Geen enkele regio beantwoordde deze vraag."
        if w.n(key) == w.n(gevraagd):
            antwoordde = one_or_many(w.n(key), "regio die deze vraag kreeg, antwoordde", "regio’s antwoordden")
            return f"De enige {antwoordde}." if w.n(key) == 1 else f"Alle {{{key}}} {antwoordde}."
        antwoordde = one_or_many(w.n(key), "antwoordde", "antwoordden")
        return f"Van de {{{gevraagd}}} regio’s die deze vraag kregen, {antwoordde} er {{{key}}}."

    return make


def asked_in(prefix: str) -> Make:
    """In which round it was asked, in a report over several; nothing for a question of its last round."""
    return lambda w: f"Deze vraag stond in de uitvraag “{{{prefix}_ronde}}”." if w.has(f"{prefix}_ronde") else None


def most(prefix: str) -> Make:
    """What most regions chose, or wrote about; those within one region of each other are told together."""

    def make(w: Numbers) -> str | None:
        known = [f"{prefix}_{rang}" for rang in RANGEN if w.has(f"{prefix}_{rang}")]
        if not known:
            return None
        first = w.n(f"{known[0]}_regios")
        top = [one for one in known if first - w.n(f"{one}_regios") <= 1]
        noemt = [f"“{{{one}}}” ({regions(w, f'{one}_regios')})" for one in top]
        if w.has(f"{prefix}_beantwoord"):
            return f"Het vaakst gekozen {one_or_many(len(top), 'is', 'zijn')} {listed(noemt)}."
        return f"Antwoorden gaan het vaakst over {listed(noemt)}."

    return make


def coded(prefix: str) -> Make:
    """How many answers have no theme (yet); nothing while nobody began."""

    def make(w: Numbers) -> str | None:
        if not w.n(f"{prefix}_gecodeerd"):
            return None
        delen = []
        if w.n(f"{prefix}_zonder_thema"):
            past = count_of(w, f"{prefix}_zonder_thema", "antwoord", "antwoorden")
            groot = " Dat is de grootste groep." if _is_largest(w, prefix) else ""
            delen.append(f"Bij {past} past geen van deze thema’s.{groot}")
        if w.n(f"{prefix}_niet_gecodeerd"):
            nog = count_of(w, f"{prefix}_niet_gecodeerd", "antwoord is", "antwoorden zijn")
            delen.append(f"{capitalised(nog)} nog niet ingedeeld.")
        return " ".join(delen) or None

    return make


def _is_largest(w: Numbers, prefix: str) -> bool:
    """True when more regions gave an answer that fits nowhere than named any theme."""
    return w.n(f"{prefix}_zonder_thema_regios") > w.n(f"{prefix}_eerste_regios")
