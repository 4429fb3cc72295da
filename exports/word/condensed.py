"""The samenvattende analyse as a Word file: a chapter per plan, with a table of contents, in the house style.

It is drawn as the national report is: a tree of chapters. What was condensed stands first; what nobody condensed yet
is the text of the plan, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.condensed import GEWIJZIGD, CondensedAnalysis, CondensedCell, CondensedPlan
from exports.condensed_source import KOLOMMEN
from exports.labels import ONBEKEND, SAMENVATTING_TITEL
from exports.national.tree import (
    Begrip,
    Begrippen,
    Blok,
    Cel,
    Deel,
    EigenTekst,
    Hoofdstuk,
    Kopje,
    NationaalRapport,
    Tabel,
    Zin,
)
from exports.word.national import national_docx
from forms.dutch.dates import day_short

_STATUS = "Geldende plannen"
OVERZICHT = "Wat is samengevat"
SAMENGEVAT, UIT_HET_PLAN = "samengevat", "uit het plan"


def condensed_docx(analysis: CondensedAnalysis) -> bytes:
    """The analysis as a .docx file; the same analysis gives the same bytes."""
    return national_docx(_tree(analysis))


def _tree(analysis: CondensedAnalysis) -> NationaalRapport:
    return NationaalRapport(
        titel=SAMENVATTING_TITEL,
        ondertitel=analysis.hoofdzin,
        status=_STATUS,
        versie=0,
        peilmoment=analysis.peilmoment,
        colofon=Begrippen(tuple(Begrip(naam, tekst) for naam, tekst in _told(analysis) if tekst)),
        hoofdstukken=(
            *_overview(analysis.plannen),
            *(_chapter(plan, number) for number, plan in enumerate(analysis.plannen, start=1)),
        ),
        demo=analysis.demo,
    )


def _told(analysis: CondensedAnalysis) -> Iterator[tuple[str, str]]:
    yield "Plannen", analysis.hoofdzin
    yield "Voorbehoud", analysis.voorbehoud
    yield "Zonder geldend plan", analysis.zonder_plan_zin.removeprefix("Zonder geldend plan: ")
    yield "Volgorde", "Bij elk plan staat eerst wat is samengevat. Daarna volgen teksten uit het plan zelf."


def _overview(plannen: Sequence[CondensedPlan]) -> Iterator[Hoofdstuk]:
    """Which texts of which plan were condensed, in one table, before the plans one by one."""
    if plannen:
        koppen = ("Regio", *(kolom.label for kolom in KOLOMMEN))
        rijen = tuple((Cel(plan.naam), *(Cel(_made(plan.cell(kolom.key))) for kolom in KOLOMMEN)) for plan in plannen)
        tabel = Tabel("overzicht", "Welke teksten zijn samengevat?", koppen, rijen, (5, *(3 for _ in KOLOMMEN)))
        yield Hoofdstuk("overzicht", OVERZICHT, _sentence("overzicht_kop", OVERZICHT), "", (tabel,))


def _made(cell: CondensedCell) -> str:
    """Whether a text was condensed, in a cell of the overview."""
    if not cell.shown.strip():
        return ONBEKEND
    if not cell.is_condensed:
        return "Nee"
    return "Ja, plan gewijzigd" if cell.is_stale else "Ja"


def _chapter(plan: CondensedPlan, number: int) -> Hoofdstuk:
    cells = sorted(plan.cells, key=lambda cell: not cell.is_condensed)
    state = _sentence(f"plan_{number}", f"{plan.status}. Ingediend op {day_short(plan.ingediend_op)}.")
    return Hoofdstuk(
        f"plan_{number}",
        plan.naam,
        _sentence(f"plan_{number}_kop", plan.naam),
        str(number),
        (state, *(blok for cell in cells for blok in _blocks(cell))),
    )


def _sentence(sleutel: str, tekst: str) -> Zin:
    return Zin(sleutel, tekst, (Deel(tekst),))


def _blocks(cell: CondensedCell) -> tuple[Blok, ...]:
    return Kopje(f"{cell.kolom.label} ({_origin(cell)})"), EigenTekst(
        cell.kolom.key, cell.shown if cell.shown.strip() else ONBEKEND
    )


def _origin(cell: CondensedCell) -> str:
    if not cell.is_condensed:
        return UIT_HET_PLAN
    return f"{SAMENGEVAT}; {GEWIJZIGD[:1].lower()}{GEWIJZIGD[1:]}" if cell.is_stale else SAMENGEVAT
