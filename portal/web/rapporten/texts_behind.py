"""The texts behind a number of a report: which actions, successes, lessons or expectations it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exports.national.counting.reasons import REDENEN
from exports.national.data import ActieBeeld, RapportData, Uitspraak
from exports.national.lookup import Lookup
from exports.national.tree import Waarde
from exports.national.workbook.explained import action_of, answer_above, question_above

ACTIES = "acties"


@dataclass(frozen=True)
class TekstAchter:
    """One text that is counted: of whom, what it says, its themes, and on which sheet it was handed in.

    `bij` is what an explanation explains: "Vraagt aandacht: 5a.1 Overleg", "Doelstelling: Deels".
    """

    regios: tuple[str, ...]
    tekst: str
    themas: tuple[str, ...] = ()
    aan: str = ""
    blad_id: int | None = None
    codering_oud: bool = False
    bij: str = ""


def texts_behind(data: RapportData, waarde: Waarde) -> tuple[TekstAchter, ...]:
    """The texts that a value counts, in the order of the report; none for a value that counts regions only."""
    if not waarde.items:
        return ()
    namen = data.regionamen
    themas = {code.id: code.naam for code in data.codes}
    wanted = set(waarde.items)
    found: tuple[ActieBeeld | Uitspraak, ...] = (
        data.beeld.acties if waarde.soort == ACTIES else data.beeld.said(waarde.soort)
    )
    bij = Lookup(data) if waarde.soort == REDENEN else None
    return tuple(
        replace(_text(one, namen, themas), bij=_explains(one, bij) if bij and isinstance(one, Uitspraak) else "")
        for one in found
        if one.id in wanted
    )


def _explains(one: Uitspraak, bij: Lookup) -> str:
    if one.actie_id is not None:
        return f"{answer_above(one, bij)}: {action_of(one, bij)}"
    chosen = answer_above(one, bij)
    return f"{question_above(one)}: {chosen}" if chosen else question_above(one)


def _text(one: ActieBeeld | Uitspraak, namen: dict[str, str], themas: dict[int, str]) -> TekstAchter:
    return TekstAchter(
        regios=tuple(namen.get(code, code) for code in one.regios),
        tekst=one.omschrijving if isinstance(one, ActieBeeld) else one.tekst,
        themas=tuple(themas[code] for code in one.codes if code in themas),
        aan=one.aan if isinstance(one, Uitspraak) else "",
        blad_id=one.blad_id,
        codering_oud=one.codering_oud,
    )
