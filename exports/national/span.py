"""A report over several rounds: which texts are counted, what the span is called, and of which round a text is.

The numbers of such a report are those of its last round. What regions wrote is of all of its rounds: a text that says
the same again counts once, as it was written last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from exports.national.counting.rounds import short_names
from exports.national.data import ActieBeeld, Beeld, RapportData, RegioBeeld, Ronde, RondeBeeld, Stand, Uitspraak

# What is counted over all rounds. Own questions are those of the newest round that asked them.
_OVER_ALL = ("successen", "lessen", "verwachtingen", "redenen")


def span_name(rondes: Sequence[Ronde]) -> str:
    """What these rounds (the oldest first) are called together: "2026", or "Q1 2026 tot en met Q3 2026"."""
    first, last = rondes[0], rondes[-1]
    year = first.periode_van.year
    if (first.periode_van.month, last.periode_tot.month, last.periode_tot.year) == (1, 12, year):
        return str(year)
    names = short_names(rondes)
    return f"{names[first.id]} tot en met {names[last.id]}"


def over_rounds(beelden: Sequence[Beeld]) -> Beeld:
    """The picture of the last of these rounds, with what was written in all of them.

    A region may be named with a quote only when it said so each time it answered.
    """
    last = beelden[-1]
    refused = {one.code for beeld in beelden for one in beeld.regios if _refuses(one)}
    texts = {soort: once(one for beeld in beelden for one in beeld.said(soort)) for soort in _OVER_ALL}
    return replace(
        last,
        regios=tuple(replace(one, mag_met_naam=one.mag_met_naam and one.code not in refused) for one in last.regios),
        successen=texts["successen"],
        lessen=texts["lessen"],
        verwachtingen=texts["verwachtingen"],
        redenen=texts["redenen"],
        eigen=_newest_own(beelden),
    )


def _refuses(regio: RegioBeeld) -> bool:
    return regio.stand is Stand.BEANTWOORD and not regio.mag_met_naam


def once(texts: Iterable[Uitspraak]) -> tuple[Uitspraak, ...]:
    """Each text once, as it stood last; those that said the same for the same regions are one."""
    found: dict[tuple[object, ...], Uitspraak] = {}
    for one in texts:
        key = (" ".join(one.tekst.split()).casefold(), one.regios, one.aan, one.over, one.actie_id)
        found.pop(key, None)
        found[key] = one
    return tuple(found.values())


def _newest_own(beelden: Sequence[Beeld]) -> tuple[Uitspraak, ...]:
    """Answers to own questions, of the newest round in which each was answered."""
    newest = {one.over: beeld.ronde.id for beeld in beelden for one in beeld.eigen}
    return tuple(one for beeld in beelden for one in beeld.eigen if newest[one.over] == beeld.ronde.id)


def wordless(beeld: Beeld) -> Beeld:
    """The same picture without words: what it counts stays."""
    return replace(
        beeld,
        acties=tuple(map(_bare_action, beeld.acties)),
        successen=tuple(map(_bare, beeld.successen)),
        lessen=tuple(map(_bare, beeld.lessen)),
        verwachtingen=tuple(map(_bare, beeld.verwachtingen)),
        redenen=tuple(map(_bare, beeld.redenen)),
        eigen=tuple(map(_bare, beeld.eigen)),
    )


def _bare(one: Uitspraak) -> Uitspraak:
    return replace(one, tekst="", antwoord="ja" if one.antwoord else "", antwoord_van="", passages=())


def _bare_action(one: ActieBeeld) -> ActieBeeld:
    return replace(
        one,
        paragraaf="",
        omschrijving="",
        verantwoordelijke="",
        tijdslijn="",
        toelichting="",
        passages=(),
        elders=tuple(replace(other, toelichting="") for other in one.elders),
    )


def round_of_sheet(data: RapportData) -> Mapping[int, str]:
    """The short name of the round of each answer sheet; none for a report of one round, that needs none."""
    names = short_names([one.beeld.ronde for one in data.reeks])
    return {
        regio.blad_id: names[one.beeld.ronde.id]
        for one in data.reeks
        for regio in one.beeld.regios
        if regio.blad_id is not None
    }


def of_round(data: RapportData, one: RondeBeeld) -> RapportData:
    """What one earlier round of a span asked by itself, as the data of a report of that round alone."""
    bladen = {regio.blad_id for regio in one.beeld.regios}
    eigen = tuple(text for text in data.beeld.eigen if text.blad_id in bladen)
    return replace(
        data,
        beeld=replace(one.beeld, eigen=eigen),
        vorige=None,
        rondes=(one.beeld.ronde,),
        vragen=tuple(vraag for vraag in one.vragen if vraag.eigen),
        antwoorden=(),
        voortgang=(),
        reeks=(),
    )
