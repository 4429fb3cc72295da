"""The portal's own sentences about what regions wrote: expectations, successes and lessons."""

from __future__ import annotations

from collections.abc import Callable

from exports.labels import AANDEEL_ONBEKEND
from exports.national.sentences.kinds import Make, declare
from exports.national.sentences.phrases import Numbers, capitalised, changed_over_both, count_of, regions
from exports.national.sentences.reasons import leaders
from forms.dutch.words import listed, one_or_many


def _expectations_heading(w: Numbers) -> str:
    if not w.n("verwachtingen"):
        return "Regio’s noemden geen verwachtingen van landelijke partijen"
    wat = count_of(w, "verwachtingen", "verwachting", "verwachtingen")
    heeft = one_or_many(w.n("verwachtingen_regios"), "heeft", "hebben samen")
    return f"{capitalised(regions(w, 'verwachtingen_regios'))} {heeft} {wat} van landelijke partijen"


def _answered(w: Numbers) -> str | None:
    total, answered = w.n("verwachtingen"), w.n("verwachtingen_beantwoord")
    if not total:
        return None
    if not answered:
        return "De kerngroep heeft hierop nog geen antwoord gegeven."
    if answered == total:
        return (
            "De kerngroep heeft op alle verwachtingen geantwoord."
            if total > 1
            else "De kerngroep heeft hierop geantwoord."
        )
    return (
        f"De kerngroep heeft op {{verwachtingen_beantwoord}} van de {{verwachtingen}} verwachtingen geantwoord. "
        f"{_waiting(w)} nog op antwoord."
    )


def _waiting(w: Numbers) -> str:
    return capitalised(count_of(w, "verwachtingen_open", "verwachting wacht", "verwachtingen wachten"))


def _expectations_theme(w: Numbers) -> str | None:
    if not w.n("verwachtingen"):
        return None
    if not w.n("verwachtingen_gecodeerd"):
        return "De verwachtingen zijn nog niet ingedeeld in thema’s."
    if not w.has("verwachtingen_eerste"):
        return None
    return f"Verwachtingen gaan {most_named(w, 'verwachtingen', counted=True)}."


def _own_region(w: Numbers) -> str | None:
    if not w.n("verwachtingen_eigen_regio"):
        return None
    wat = count_of(w, "verwachtingen_eigen_regio", "verwachting gaat", "verwachtingen gaan")
    die = one_or_many(w.n("verwachtingen_eigen_regio"), "die bespreekt", "die bespreken")
    regio = one_or_many(w.n("verwachtingen_eigen_regio"), "de regio", "de regio’s")
    return f"{capitalised(wat)} over partijen in de eigen regio; {die} {regio} zelf."


def party_sentence(partij: str, naam: str) -> Make:
    """How many regions expect something of this party, and what was answered."""
    key = f"verwachtingen_{partij}"

    def make(w: Numbers) -> str | None:
        if not w.n(key):
            return None
        heeft = one_or_many(w.n(f"{key}_regios"), "heeft", "hebben samen")
        wat = count_of(w, key, "verwachting", "verwachtingen")
        zin = f"{capitalised(regions(w, f'{key}_regios'))} {heeft} {wat} van {naam}"
        if not w.n(f"{key}_beantwoord"):
            return f"{zin}. Daarop is nog geen antwoord."
        if not w.n(f"{key}_open"):
            return f"{zin}. {one_or_many(w.n(key), 'Die is', 'Die zijn allemaal')} beantwoord."
        is_ = one_or_many(w.n(f"{key}_beantwoord"), "is", "zijn")
        staat = one_or_many(w.n(f"{key}_open"), "staat", "staan")
        return f"{zin}: {{{key}_beantwoord}} {is_} beantwoord, {{{key}_open}} {staat} nog open."

    return make


def _heading(soort: str, een: str, meer: str) -> Make:
    def make(w: Numbers) -> str:
        if not w.n(soort):
            return f"Regio’s noemden deze keer geen {meer}"
        if w.has(f"{soort}_eerste"):
            return f"{capitalised(meer)} gaan {most_named(w, soort)}"
        noemt = one_or_many(w.n(f"{soort}_regios"), "noemt", "noemen samen")
        return f"{capitalised(regions(w, f'{soort}_regios'))} {noemt} {count_of(w, soort, een, meer)}"

    return make


def _together(soort: str, een: str, meer: str) -> Make:
    def make(w: Numbers) -> str | None:
        if not w.n(soort):
            return None
        noemt = one_or_many(w.n(f"{soort}_regios"), "noemt", "noemen samen")
        zin = f"{capitalised(regions(w, f'{soort}_regios'))} {noemt} {count_of(w, soort, een, meer)}."
        change = changed_over_both(w, soort)
        if not change:
            return zin if w.has(f"{soort}_eerste") else None  # the heading said it
        return f"{zin} {change}"

    return make


def _coded(soort: str, meer: str, is_een: Callable[[Numbers], bool]) -> Make:
    def make(w: Numbers) -> str | None:
        if not w.n(soort):
            return None
        if not w.n(f"{soort}_gecodeerd"):
            return f"{'Dit is' if is_een(w) else f'De {meer} zijn'} nog niet ingedeeld in thema’s."
        key = f"{soort}_niet_gecodeerd"
        if not w.n(key):
            return None
        wacht = one_or_many(w.n(key), "wacht", "wachten")
        return f"{{{key}}} daarvan {wacht} nog op een thema."

    return make


UNKNOWN_SHARE = f"Regio’s noemen dit als succes. {AANDEEL_ONBEKEND}"


def most_named(w: Numbers, soort: str, *, counted: bool = False) -> str:
    """ "het vaakst over “A” en “B”": what the most regions name, with what comes within one region of it.

    When more regions name something that fits no theme, that is said. `counted`: with how many regions name each.
    """
    top = leaders(w, soort)
    if not top and w.has(f"{soort}_eerste") and not w.has(f"{soort}_tweede"):
        top = [f"{soort}_eerste"]
    behind = {one: f" ({regions(w, f'{one}_regios')})" if counted else "" for one in top}
    namen = listed([f"“{{{one}}}”{words}" for one, words in behind.items()])
    zin = f"het vaakst over {namen}" if top else "over verschillende onderwerpen; geen daarvan springt eruit"
    if w.n(f"{soort}_zonder_thema_regios") > w.n(f"{soort}_eerste_regios"):
        geen = f"past bij {{{soort}_zonder_thema_regios}} regio’s bij geen thema"
        return f"{zin}; wat regio’s noemen, {geen}" if top else f"over verschillende onderwerpen; veel {geen}"
    return zin


def theme_sentence(key: str, een: str, meer: str, *, is_coded: bool, is_inflow: bool = False) -> Make:
    """How many texts wait for a theme; of a theme only what a reader can't read in the table."""

    def make(w: Numbers) -> str | None:
        if not w.n(key):
            return None
        wat, wie = count_of(w, key, een, meer), regions(w, f"{key}_regios")
        if not is_coded:
            return f"{capitalised(wat)} van {wie} {one_or_many(w.n(key), 'wacht', 'wachten')} nog op een thema."
        return UNKNOWN_SHARE if is_inflow else None

    return make


VERWACHTINGEN = declare(
    "verwachtingen",
    kop=_expectations_heading,
    antwoorden=_answered,
    thema=_expectations_theme,
    eigen_regio=_own_region,
)
SUCCESSEN = declare(
    "successen",
    kop=_heading("successen", "succes", "successen"),
    samen=_together("successen", "succes", "successen"),
    ingedeeld=_coded("successen", "successen", lambda w: w.n("successen") == 1),
)
LESSEN = declare(
    "lessen",
    kop=_heading("lessen", "les", "lessen"),
    samen=_together("lessen", "les", "lessen"),
    ingedeeld=_coded("lessen", "lessen", lambda w: w.n("lessen") == 1),
)
