"""The portal's own sentences about what regions wrote: expectations, successes and lessons."""

from __future__ import annotations

from collections.abc import Callable

from exports.national.phrases import Woorden, aantal, eerste, regios
from exports.national.sentence_kinds import Maak, declare


def _verwachtingen_kop(w: Woorden) -> str:
    if not w.n("verwachtingen"):
        return "Regio’s noemden geen verwachtingen van landelijke partijen"
    wat = aantal(w, "verwachtingen", "verwachting", "verwachtingen")
    heeft = "heeft" if w.n("verwachtingen_regios") == 1 else "hebben samen"
    return f"{eerste(regios(w, 'verwachtingen_regios'))} {heeft} {wat} van landelijke partijen"


def _beantwoord(w: Woorden) -> str | None:
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
        f"{eerste(aantal(w, 'verwachtingen_open', 'verwachting wacht', 'verwachtingen wachten'))} nog op antwoord."
    )


def _verwachtingen_thema(w: Woorden) -> str | None:
    if not w.n("verwachtingen"):
        return None
    if not w.n("verwachtingen_gecodeerd"):
        return "De verwachtingen zijn nog niet ingedeeld in thema’s."
    if not w.heeft("verwachtingen_eerste"):
        return None
    noemt = "noemt" if w.n("verwachtingen_eerste_regios") == 1 else "noemen"
    wie = eerste(regios(w, "verwachtingen_eerste_regios"))
    zin = f"Het thema “{{verwachtingen_eerste}}” komt het vaakst terug: {wie} {noemt} het."
    if not w.heeft("verwachtingen_tweede"):
        return zin
    return f"{zin} Daarna volgt “{{verwachtingen_tweede}}” ({regios(w, 'verwachtingen_tweede_regios')})."


def _eigen_regio(w: Woorden) -> str | None:
    if not w.n("verwachtingen_eigen_regio"):
        return None
    wat = aantal(w, "verwachtingen_eigen_regio", "verwachting gaat", "verwachtingen gaan")
    staan = "Die staat" if w.n("verwachtingen_eigen_regio") == 1 else "Die staan"
    return f"{eerste(wat)} over partijen in de eigen regio. {staan} hier niet."


def partij_zin(partij: str, naam: str) -> Maak:
    """How many regions expect something of this party, and what was answered."""
    key = f"verwachtingen_{partij}"

    def maak(w: Woorden) -> str | None:
        if not w.n(key):
            return None
        heeft = "heeft" if w.n(f"{key}_regios") == 1 else "hebben samen"
        zin = (
            f"{eerste(regios(w, f'{key}_regios'))} {heeft} {aantal(w, key, 'verwachting', 'verwachtingen')} van {naam}"
        )
        if not w.n(f"{key}_beantwoord"):
            return f"{zin}. Daarop is nog geen antwoord."
        if not w.n(f"{key}_open"):
            return f"{zin}. {'Die is' if w.n(key) == 1 else 'Die zijn allemaal'} beantwoord."
        is_ = "is" if w.n(f"{key}_beantwoord") == 1 else "zijn"
        staat = "staat" if w.n(f"{key}_open") == 1 else "staan"
        return f"{zin}: {{{key}_beantwoord}} {is_} beantwoord, {{{key}_open}} {staat} nog open."

    return maak


def _kop(soort: str, een: str, meer: str) -> Maak:
    def maak(w: Woorden) -> str:
        if not w.n(soort):
            return f"Regio’s noemden deze keer geen {meer}"
        if w.heeft(f"{soort}_tweede") and w.n(f"{soort}_eerste_regios") == w.n(f"{soort}_tweede_regios"):
            return f"{eerste(meer)} gaan het vaakst over “{{{soort}_eerste}}” en “{{{soort}_tweede}}”"
        if w.heeft(f"{soort}_eerste"):
            return f"{eerste(meer)} gaan het vaakst over “{{{soort}_eerste}}”"
        noemt = "noemt" if w.n(f"{soort}_regios") == 1 else "noemen samen"
        return f"{eerste(regios(w, f'{soort}_regios'))} {noemt} {aantal(w, soort, een, meer)}"

    return maak


def _samen(soort: str, een: str, meer: str) -> Maak:
    def maak(w: Woorden) -> str | None:
        if not w.n(soort):
            return None
        noemt = "noemt" if w.n(f"{soort}_regios") == 1 else "noemen samen"
        zin = f"{eerste(regios(w, f'{soort}_regios'))} {noemt} {aantal(w, soort, een, meer)}."
        before = w.vorige(soort)
        if before is None or before == w.n(soort):
            return zin if w.heeft(f"{soort}_eerste") else None  # the heading said it
        return f"{zin} In de vorige ronde {'was' if before == 1 else 'waren'} dat er {{{soort}_vorige}}."

    return maak


def _ingedeeld(soort: str, meer: str, is_een: Callable[[Woorden], bool]) -> Maak:
    def maak(w: Woorden) -> str | None:
        if not w.n(soort):
            return None
        if not w.n(f"{soort}_gecodeerd"):
            return f"{'Dit is' if is_een(w) else f'De {meer} zijn'} nog niet ingedeeld in thema’s."
        key = f"{soort}_niet_gecodeerd"
        if not w.n(key):
            return None
        wacht = "wacht" if w.n(key) == 1 else "wachten"
        return f"{{{key}}} daarvan {wacht} nog op een thema."

    return maak


def thema_zin(key: str, een: str, meer: str, *, is_coded: bool) -> Maak:
    """How many regions name this theme, and with how many texts; or how many texts wait for one."""

    def maak(w: Woorden) -> str | None:
        if not w.n(key):
            return None
        wat, wie = aantal(w, key, een, meer), regios(w, f"{key}_regios")
        if not is_coded:
            return f"{eerste(wat)} van {wie} {'wacht' if w.n(key) == 1 else 'wachten'} nog op een thema."
        if w.n(f"{key}_regios") == 1:
            return f"Hierover noemt {wie} {wat}."
        return f"Hierover noemen {wie} samen {wat}."

    return maak


VERWACHTINGEN = declare(
    "verwachtingen",
    kop=_verwachtingen_kop,
    antwoorden=_beantwoord,
    thema=_verwachtingen_thema,
    eigen_regio=_eigen_regio,
)
SUCCESSEN = declare(
    "successen",
    kop=_kop("successen", "succes", "successen"),
    samen=_samen("successen", "succes", "successen"),
    ingedeeld=_ingedeeld("successen", "successen", lambda w: w.n("successen") == 1),
)
LESSEN = declare(
    "lessen",
    kop=_kop("lessen", "les", "lessen"),
    samen=_samen("lessen", "les", "lessen"),
    ingedeeld=_ingedeeld("lessen", "lessen", lambda w: w.n("lessen") == 1),
)
