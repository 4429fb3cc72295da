"""The samenvattende analyse as a Word file: a chapter per plan, with a table of contents, in the house style.

It is drawn as the national report is: a tree of chapters. What was condensed stands first; what nobody condensed yet
is the text of the plan, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.condensed import GEWIJZIGD, CondensedAnalysis, CondensedCell, CondensedPlan
from exports.labels import ONBEKEND, SAMENVATTING_TITEL
from exports.national.tree import (
    Begrip,
    Begrippen,
    Blok,
    Deel,
    EigenTekst,
    Hoofdstuk,
    Kopje,
    NationaalRapport,
    Zin,
)
from exports.word.national import national_docx
from forms.dutch.dates import day_short

_STATUS = "Geldende plannen"
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
        hoofdstukken=tuple(_chapter(plan, number) for number, plan in enumerate(analysis.plannen, start=1)),
        demo=analysis.demo,
    )


def _told(analysis: CondensedAnalysis) -> Iterator[tuple[str, str]]:
    yield "Plannen", analysis.hoofdzin
    yield "Voorbehoud", analysis.voorbehoud
    yield "Zonder geldend plan", analysis.zonder_plan_zin.removeprefix("Zonder geldend plan: ")
    yield "Volgorde", "Bij elk plan staat eerst wat is samengevat. Daarna volgen teksten uit het plan zelf."


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
