"""Chapter 3: where the plans stand. Tables and charts are drawn from the same living values."""

from __future__ import annotations

from collections.abc import Sequence

from exports.national.chapters_expectations import verwachtingen
from exports.national.counting import AFSTEMMING, DOEL, closed_questions
from exports.national.data import Optie
from exports.national.tree import Blok, Cel, Grafiek, Hoofdstuk, Reeks, Tabel
from exports.national.values_actions import NIET_GEVRAAGD, ZONDER_ANTWOORD, statussen
from exports.national.values_regions import offered, structuren, structuur_token
from exports.national.writer import Schrijver

_Rij = tuple[str, str]
# Behind the answers, and only when there are any: three things that a reader must not take for one.
_REST = ((ZONDER_ANTWOORD, "Geen antwoord"), (NIET_GEVRAAGD, "Niet gevraagd"))


def stand(s: Schrijver) -> Hoofdstuk:
    """Structure, actions, goal and expectations; a part that has nothing to tell is left out."""
    delen = (structuur(s), acties(s), doel(s), verwachtingen(s))
    naam = "Stand van zaken"
    return Hoofdstuk(
        "stand",
        naam,
        s.kop("stand", naam),
        blokken=(s.eigen("stand"),),
        delen=tuple(deel for deel in delen if deel is not None),
    )


def structuur(s: Schrijver) -> Hoofdstuk:
    """3.1: which structure the plans have, and whether regions consult."""
    naam = "Afstemming en projectstructuur"
    vormen = (
        *((vorm.voluit or vorm.label, structuur_token(vorm)) for vorm in structuren(s.teller)),
        ("Niet bekend of nog geen plan", "structuur_onbekend"),
        ("Alle regio’s", "regios"),
    )
    zinnen = s.zinnen("structuur")
    apart = [zin for zin in zinnen if zin.sleutel == "structuur_afstemming"]
    return Hoofdstuk(
        "structuur",
        naam,
        s.kop("structuur", naam),
        blokken=(
            *(zin for zin in zinnen if zin not in apart),
            *(
                (s.tabel("structuur", "Projectstructuur volgens het geldende plan", ("Structuur", "Regio’s"), vormen),)
                if s.n("regios_met_plan")
                else ()
            ),
            *apart,
            *_keuze(s, AFSTEMMING, "Afstemming over de voortgang", chart=False),
            s.eigen("structuur"),
        ),
    )


def acties(s: Schrijver) -> Hoofdstuk | None:
    """3.2: how the actions go, together and per theme."""
    naam = "Acties per thema en status"
    if not s.n("acties"):
        return None
    return Hoofdstuk(
        "acties",
        naam,
        s.kop("acties", naam),
        blokken=(*s.zinnen("acties"), *_acties_tabellen(s), s.eigen("acties")),
    )


def doel(s: Schrijver) -> Hoofdstuk | None:
    """3.3: whether regions expect to reach the goal."""
    naam = "Verwachting doelstelling"
    if not s.heeft("doel_ja_of_deels") or not s.n("geantwoord"):
        return None
    return Hoofdstuk(
        "doel",
        naam,
        s.kop("doel", naam),
        blokken=(
            *s.zinnen("doel"),
            *_keuze(s, DOEL, "Verwachten regio’s de doelstelling te halen?", chart=True),
            s.eigen("doel"),
        ),
    )


def _keuze(s: Schrijver, prefix: str, titel: str, *, chart: bool) -> tuple[Blok, ...]:
    """The answers to one closed question; nothing when nobody answered it."""
    rijen = choice_rows(s, prefix)
    if not s.n("geantwoord") or not rijen:
        return ()
    table = s.tabel(prefix, titel, ("Antwoord", "Regio’s"), (*rijen, ("Alle regio’s", "regios")))
    return (table, _bars(s, prefix, titel, "Regio’s", rijen)) if chart else (table,)


def choice_rows(s: Schrijver, prefix: str) -> tuple[_Rij, ...]:
    """Label and token of each answer, then who did not answer and who was not asked (if any)."""
    return (
        *((one.label, f"{prefix}_{one.key}") for one in _offered(s, prefix)),
        *((label, f"{prefix}_{key}") for key, label in _REST if s.n(f"{prefix}_{key}")),
    )


def _offered(s: Schrijver, prefix: str) -> tuple[Optie, ...]:
    asked = (vraag for vraag in closed_questions(s.data.vragen) if vraag.prefix == prefix)
    return tuple(one for vraag in asked for one in offered(vraag, s.data.beeld))


def _bars(s: Schrijver, sleutel: str, titel: str, reeks: str, rijen: Sequence[_Rij]) -> Grafiek:
    labels, numbers = tuple(label for label, _ in rijen), tuple(s.n(key) for _, key in rijen)
    alt = ", ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    return Grafiek(
        sleutel,
        titel,
        labels,
        (Reeks(reeks, numbers),),
        f"Staafdiagram. {titel if titel.endswith('?') else f'{titel}.'} {alt}.",
    )


def _acties_tabellen(s: Schrijver) -> tuple[Blok, ...]:
    standen = _standen(s)
    if not s.n("acties_bekend"):
        return _per_thema(s)
    rijen = tuple((label, f"acties_{key}") for key, label in standen)
    table = s.tabel("acties_status", "Acties naar status", ("Status", "Acties"), (*rijen, ("Alle acties", "acties")))
    if not s.n("acties_ingedeeld"):
        return (table, _bars(s, "acties_status", "Acties naar status", "Acties", rijen))
    return (table, _kruistabel(s, standen), _gestapeld(s, standen))


def _per_thema(s: Schrijver) -> tuple[Blok, ...]:
    """What the actions are about while nobody told how they go: noughts would say that none is finished."""
    themas = [(label, key) for label, key, _ in s.themas("acties")]
    if not s.n("acties_ingedeeld"):
        return ()
    titel = "Acties per thema"
    return (s.tabel("acties_per_thema", titel, ("Thema", "Acties"), themas, totaal=False),)


def _standen(s: Schrijver) -> tuple[_Rij, ...]:
    """Key and label of each status, then not answered and not asked when there are such actions."""
    return (
        *((one.key, one.label) for one in statussen(s.teller)),
        *((key, label) for key, label in _REST if s.n(f"acties_{key}")),
    )


def _kruistabel(s: Schrijver, standen: Sequence[_Rij]) -> Tabel:
    rows = [
        (Cel(label), *(s.cel(f"{key}_{stand}") for stand, _ in standen), s.cel(key))
        for label, key, _ in s.themas("acties")
    ]
    total = (Cel("Alle acties"), *(s.cel(f"acties_{stand}") for stand, _ in standen), s.cel("acties"))
    return Tabel(
        "acties_thema",
        "Acties per thema en status",
        ("Thema", *(label for _, label in standen), "Samen"),
        (*rows, total),
        (9, *(4 for _ in standen), 4),
        totaalrij=True,
        is_kruistabel=True,
    )


def _in_woorden(s: Schrijver, key: str, standen: Sequence[_Rij]) -> str:
    """ "3 Ligt op schema, 1 Afgerond": what a bar shows; there is no piece for nought."""
    return ", ".join(f"{s.n(f'{key}_{stand}')} {label}" for stand, label in standen if s.n(f"{key}_{stand}"))


def _gestapeld(s: Schrijver, standen: Sequence[_Rij]) -> Grafiek:
    themas = s.themas("acties")
    reeksen = tuple(Reeks(label, tuple(s.n(f"{key}_{stand}") for _, key, _ in themas)) for stand, label in standen)
    shown = "; ".join(f"{label}: {_in_woorden(s, key, standen)}" for label, key, _ in themas)
    return Grafiek(
        "acties_thema",
        "Acties per thema en status",
        tuple(label for label, _, _ in themas),
        reeksen,
        f"Gestapeld staafdiagram: per thema het aantal acties naar status. {shown}.",
        gestapeld=True,
    )
