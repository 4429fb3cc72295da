"""The words of regions that did not say that they may be named with them: whole, without a name, in no order of ours.

Equal texts stand once, and all are sorted by their words, so that what stands together is not of one region.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from exports.national.appendices import points
from exports.national.counting.by_region import ByRegion
from exports.national.counting.quoting import FEWEST
from exports.national.counting.rounds import short_names
from exports.national.data import RegioBeeld
from exports.national.tree import Deel, Hoofdstuk, Punt, Zin
from exports.national.writer import ReportWriter
from forms.counted import ActieStatus

SLEUTEL, NAAM = "regio_zonder_naam", "Zonder naam"
ACTIES = "Acties die aandacht vragen of zijn gestopt"
AANDACHT = (ActieStatus.AANDACHT, ActieStatus.GESTOPT)


_THERE = f"Staan zonder naam achter in deze bijlage, onder “{NAAM}”"
_NOWHERE = "Staan niet in deze bijlage: de regio wil daarbij niet met naam genoemd worden"


def nameless(s: ReportWriter, per_regio: ByRegion) -> tuple[Hoofdstuk, ...]:
    """One part behind those of the regions; none when all may be named, wrote nothing, or are too few to hide."""
    codes = _silent(s.data.beeld.regios, per_regio)
    if _plans(s.data.beeld.regios, codes) < FEWEST:
        return ()
    blokken = tuple(
        blok
        for kop, punten in _points(codes, per_regio, answers_heading(s))
        for blok in points.in_list(kop, _sorted(punten))
    )
    kop = Zin(f"{SLEUTEL}_kop", NAAM, (Deel(NAAM),))
    return (Hoofdstuk(SLEUTEL, NAAM, kop, blokken=blokken, is_bijlage=True),)


def answers_heading(s: ReportWriter) -> str:
    """Above answers to questions; over several rounds these are of the last one ("Antwoorden in Q2 2026")."""
    if not s.data.reeks:
        return "Antwoorden"
    rondes = [one.beeld.ronde for one in s.data.reeks]
    return f"Antwoorden in {short_names(rondes)[rondes[-1].id]}"


def where_words_are(s: ReportWriter, per_regio: ByRegion) -> Mapping[str, str]:
    """By the code of a region that wrote something and may not be named with it: where its words stand."""
    codes = _silent(s.data.beeld.regios, per_regio)
    return dict.fromkeys(codes, _THERE if _plans(s.data.beeld.regios, codes) >= FEWEST else _NOWHERE)


def _silent(regios: Iterable[RegioBeeld], per_regio: ByRegion) -> list[str]:
    return [
        one.code for one in regios if not one.mag_met_naam and any(said for _, said in _points([one.code], per_regio))
    ]


def _plans(regios: Iterable[RegioBeeld], codes: Collection[str]) -> int:
    return len({one.plan_id or one.code for one in regios if one.code in codes})


def _points(codes: Sequence[str], per_regio: ByRegion, antwoorden: str = "") -> Iterator[tuple[str, list[Punt]]]:
    answers = [one for code in codes for one in per_regio.antwoorden.get(code, [])]
    written = [one for one in answers if not points.is_chosen(one, per_regio)]
    yield antwoorden, [points.answer(one, per_regio) for one in written if one.tekst.strip()]
    actions = [one for code in codes for one in per_regio.actions_of(code) if one.status in AANDACHT]
    # The number that an action has in its plan would lead there.
    yield ACTIES, [points.action(replace(one, paragraaf=""), per_regio) for one in actions]
    for kop, said in (("Successen", per_regio.successen), ("Lessen", per_regio.lessen)):
        yield kop, [points.said(one, per_regio) for code in codes for one in said.get(code, []) if one.tekst.strip()]
    asked = [one for code in codes for one in per_regio.verwachtingen.get(code, []) if one.tekst.strip()]
    yield "Verwachtingen", [points.expectation(one, per_regio) for one in asked]


def _sorted(punten: Sequence[Punt]) -> list[Punt]:
    return sorted(dict.fromkeys(punten), key=lambda one: (one.kop, one.tekst.casefold()))
