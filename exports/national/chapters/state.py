"""Chapter 3: where the plans stand. Tables and charts are drawn from the same living values."""

from __future__ import annotations

from collections.abc import Sequence

from exports.look.status import in_order
from exports.national.chapters.expectations import expectations
from exports.national.chapters.reasons import reasons
from exports.national.chapters.standings import goal_standings
from exports.national.chapters.told import themes_told
from exports.national.counting.actions import NIET_GEVRAAGD, ZONDER_ANTWOORD, statuses
from exports.national.counting.goals import LANDELIJK
from exports.national.counting.regions import offered, structure_token, structures
from exports.national.counting.rounds import short_names, told_rounds
from exports.national.counting.tally import AFSTEMMING, DOEL, closed_questions
from exports.national.data import Optie
from exports.national.sentences.state import goals_added
from exports.national.tree import Blok, Cel, Grafiek, Hoofdstuk, Reeks, Tabel
from exports.national.writer import ReportWriter

_Rij = tuple[str, str]
# Beside each other on a page.
_MOST_ROUNDS = 8
# Behind the answers, and only when there are any: three things that a reader must not take for one.
_REST = ((ZONDER_ANTWOORD, "Geen antwoord"), (NIET_GEVRAAGD, "Niet gevraagd"))


def state(s: ReportWriter) -> Hoofdstuk:
    """Structure, actions, goal, reasons and expectations; a part that has nothing to tell is left out."""
    delen = (structure(s), actions(s), goal(s), goal_standings(s), reasons(s), expectations(s))
    naam = "Stand van zaken"
    return Hoofdstuk(
        "stand",
        naam,
        s.heading("stand", naam),
        blokken=(s.own_text("stand"),),
        delen=tuple(deel for deel in delen if deel is not None),
    )


def structure(s: ReportWriter) -> Hoofdstuk:
    """3.1: which structure the plans have, and whether regions consult."""
    naam = "Afstemming en projectstructuur"
    vormen = (
        *((vorm.voluit or vorm.label, structure_token(vorm)) for vorm in structures(s.tally)),
        ("Niet bekend of nog geen plan", "structuur_onbekend"),
        s.all_regions,
    )
    zinnen = s.sentences("structuur")
    apart = [zin for zin in zinnen if zin.sleutel == "structuur_afstemming"]
    return Hoofdstuk(
        "structuur",
        naam,
        s.heading("structuur", naam),
        blokken=(
            *(zin for zin in zinnen if zin not in apart),
            *(
                (s.table("structuur", "Projectstructuur volgens het geldende plan", ("Structuur", "Regio’s"), vormen),)
                if s.n("regios_met_plan")
                else ()
            ),
            *apart,
            *_choice(s, AFSTEMMING, "Afstemming over de voortgang", chart=False),
            s.own_text("structuur"),
        ),
    )


def actions(s: ReportWriter) -> Hoofdstuk | None:
    """3.2: how the actions go, together and per theme."""
    naam = "Acties per thema en status"
    if not s.n("acties"):
        return None
    return Hoofdstuk(
        "acties",
        naam,
        s.heading("acties", naam),
        blokken=(*s.sentences("acties"), *_action_tables(s), *themes_told(s, "acties"), s.own_text("acties")),
    )


def goal(s: ReportWriter) -> Hoofdstuk | None:
    """3.3: whether regions expect to reach the goal."""
    naam = "Verwachting doelstelling"
    if not s.has("doel_ja_of_deels") or not s.n("geantwoord"):
        return None
    return Hoofdstuk(
        "doel",
        naam,
        s.heading("doel", naam),
        blokken=(
            *s.sentences("doel"),
            *_choice(s, DOEL, "Verwachten regio’s de doelstelling te halen?", chart=True),
            *_goals_together(s),
            s.own_text("doel"),
        ),
    )


def _goals_together(s: ReportWriter) -> tuple[Blok, ...]:
    """What the goals with a number add up to, beside the national targets."""
    if not s.has("doelen_naar"):
        return ()
    rows = (
        (Cel("Waar deze regio’s van uitgaan"), s.cell("doelen_van")),
        (Cel("Waar deze regio’s naartoe willen"), s.cell("doelen_naar")),
        # The targets of the whole country do not stand beside a sum of some regions.
        *((Cel(f"Landelijk: {naam}"), Cel(tekst)) for naam, tekst in (() if s.for_some else LANDELIJK)),
    )
    koppen = ("Instroom", "Cliënten per maand")
    titel = "Doelen van regio’s met een getal, opgeteld"
    return (*s.sentence("doel_samen", goals_added), Tabel("doelen_samen", titel, koppen, rows, (6, 2)))


def _choice(s: ReportWriter, prefix: str, titel: str, *, chart: bool) -> tuple[Blok, ...]:
    """The answers to one closed question; nothing when nobody answered it."""
    rijen = choice_rows(s, prefix)
    if not s.n("geantwoord") or not rijen:
        return ()
    table = s.table(prefix, titel, ("Antwoord", "Regio’s"), (*rijen, s.all_regions))
    return (table, bars(s, prefix, titel, "Regio’s", rijen)) if chart else (table,)


def choice_rows(s: ReportWriter, prefix: str) -> tuple[_Rij, ...]:
    """Label and token of each answer, then who did not answer and who was not asked (if any)."""
    return (
        *((one.label, f"{prefix}_{one.key}") for one in _offered(s, prefix)),
        *((label, f"{prefix}_{key}") for key, label in _rest(s) if s.n(f"{prefix}_{key}")),
    )


def _rest(s: ReportWriter) -> tuple[_Rij, ...]:
    """In a round for some regions those that were not asked are no part of the total."""
    return tuple(one for one in _REST if one[0] != NIET_GEVRAAGD or not s.for_some)


def _offered(s: ReportWriter, prefix: str) -> tuple[Optie, ...]:
    asked = (vraag for vraag in closed_questions(s.data.vragen) if vraag.prefix == prefix)
    return tuple(one for vraag in asked for one in offered(vraag, s.data.beeld))


def bars(s: ReportWriter, sleutel: str, titel: str, reeks: str, rijen: Sequence[_Rij]) -> Grafiek:
    """The numbers of a table as bars."""
    labels, numbers = tuple(label for label, _ in rijen), tuple(s.n(key) for _, key in rijen)
    alt = ", ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    return Grafiek(
        sleutel,
        titel,
        labels,
        (Reeks(reeks, numbers),),
        f"Staafdiagram. {titel if titel.endswith('?') else f'{titel}.'} {alt}.",
    )


def _action_tables(s: ReportWriter) -> tuple[Blok, ...]:
    standen = _states(s)
    if not s.n("acties_bekend"):
        return _by_theme(s)
    rijen = tuple((label, f"acties_{key}") for key, label in standen)
    table = s.table("acties_status", "Acties naar status", ("Status", "Acties"), (*rijen, ("Alle acties", "acties")))
    if not s.n("acties_ingedeeld"):
        return (table, bars(s, "acties_status", "Acties naar status", "Acties", rijen), *_per_round(s, standen))
    return (table, *_per_round(s, standen), _cross_table(s, standen), _stacked(s, standen))


def _per_round(s: ReportWriter, standen: Sequence[_Rij]) -> tuple[Tabel, ...]:
    """The numbers behind the lines in one glance; of two rounds the table by status has them already."""
    per_ronde = told_rounds(s.data)
    if len(per_ronde) < 3:
        return ()
    shown = list(per_ronde)[-_MOST_ROUNDS:]
    namen = short_names([one for one in s.data.rondes if one.id in shown])
    told = [(key, label) for key, label in standen if any(per_ronde[one][key] for one in shown)]
    rows = [(Cel(label), *(Cel(per_ronde[one][key]) for one in shown)) for key, label in told]
    total = (Cel("Samen"), *(Cel(per_ronde[one].total()) for one in shown))
    titel = "Acties waarvan de status bekend is, per ronde"
    koppen = ("Status", *(namen[one] for one in shown))
    breedtes = (5, *(2 for _ in shown))
    return (Tabel("acties_rondes", titel, koppen, (*rows, total), breedtes, totaalrij=True),)


def _by_theme(s: ReportWriter) -> tuple[Blok, ...]:
    """What the actions are about while nobody told how they go: noughts would say that none is finished."""
    themas = [(label, key) for label, key, _ in s.themes("acties")]
    if not s.n("acties_ingedeeld"):
        return ()
    titel = "Acties per thema"
    return (s.table("acties_per_thema", titel, ("Thema", "Acties"), themas, totaal=False),)


def _states(s: ReportWriter) -> tuple[_Rij, ...]:
    """Key and label of each status, then not answered and not asked when there are such actions."""
    return (
        *((one.key, one.label) for one in statuses(s.tally)),
        *((key, label) for key, label in _REST if s.n(f"acties_{key}")),
    )


def _cross_table(s: ReportWriter, standen: Sequence[_Rij]) -> Tabel:
    rows = [
        (Cel(label), *(s.cell(f"{key}_{stand}") for stand, _ in standen), s.cell(key))
        for label, key, _ in s.themes("acties")
    ]
    total = (Cel("Alle acties"), *(s.cell(f"acties_{stand}") for stand, _ in standen), s.cell("acties"))
    return Tabel(
        "acties_thema",
        "Acties per thema en status",
        ("Thema", *(label for _, label in standen), "Samen"),
        (*rows, total),
        (9, *(4 for _ in standen), 4),
        totaalrij=True,
        is_kruistabel=True,
    )


def _in_words(s: ReportWriter, key: str, standen: Sequence[_Rij]) -> str:
    """ "3 Ligt op schema, 1 Afgerond": what a bar shows; there is no piece for nought."""
    return ", ".join(f"{s.n(f'{key}_{stand}')} {label}" for stand, label in standen if s.n(f"{key}_{stand}"))


def _stacked(s: ReportWriter, standen: Sequence[_Rij]) -> Grafiek:
    themas = s.themes("acties")
    labels = dict(standen)
    reeksen = tuple(
        Reeks(labels[stand], tuple(s.n(f"{key}_{stand}") for _, key, _ in themas), stand)
        for stand in in_order(list(labels))
    )
    shown = "; ".join(f"{label}: {_in_words(s, key, standen)}" for label, key, _ in themas)
    return Grafiek(
        "acties_thema",
        "Acties per thema en status",
        tuple(label for label, _, _ in themas),
        reeksen,
        f"Gestapeld staafdiagram: per thema het aantal acties naar status. {shown}.",
        gestapeld=True,
    )
