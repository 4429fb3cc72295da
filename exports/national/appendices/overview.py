"""All regions in one table: what a reader looks up of one region, and compares with none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from exports.labels import NIET_BEANTWOORD, NIET_GEVRAAGD, ONBEKEND
from exports.national.counting.actions import ZONDER_ANTWOORD, statuses
from exports.national.counting.by_region import ByRegion
from exports.national.counting.rounds import short_names
from exports.national.counting.said import VERWACHTINGEN
from exports.national.counting.tally import AFSTEMMING, DOEL, is_asked, names_in_words
from exports.national.data import Optie, RegioBeeld, Stand
from exports.national.sentences.over_rounds import was
from exports.national.tree import Cel, Hoofdstuk, Tabel
from exports.national.writer import ReportWriter
from forms.counted import Afstemming, Structuur
from forms.dutch.dates import day_brief
from forms.spec import Kind

# What fits in a column of such a table; the table of the chapter has the whole words.
_KORT: dict[str, str] = {
    Structuur.NIEUW_VAST: "Nieuw",
    Structuur.BESTAAND: "Bestaand",
    Afstemming.VAST_OVERLEG: "Vast",
    Afstemming.AD_HOC: "Ad hoc",
    Afstemming.NEE: "Nee",
}


def overview(s: ReportWriter) -> Hoofdstuk | None:
    """One row for each region; None when there are no regions."""
    if not s.data.beeld.regios:
        return None
    naam = "Alle regio’s in één tabel"
    per_regio = ByRegion.of(s.data, s.tally)
    return Hoofdstuk(
        "bijlage_overzicht",
        naam,
        s.heading("bijlage_overzicht", naam),
        blokken=(
            *s.sentences("bijlage_overzicht"),
            *s.sentence("bijlage_overzicht_was", was),
            _table(s, per_regio),
            s.own_text("bijlage_overzicht"),
        ),
        is_bijlage=True,
    )


@dataclass(frozen=True)
class _Kolom:
    """A column of the table: its heading, what the caption calls it, its width and its cell for a region."""

    kop: str
    over: str
    breedte: int
    cel: Callable[[RegioBeeld], Cel]


def _table(s: ReportWriter, per_regio: ByRegion) -> Tabel:
    columns = [*_columns(s, per_regio)]
    over = names_in_words([*dict.fromkeys(one.over for one in columns if one.over)])
    return Tabel(
        "regios",
        f"Elke regio: {over}",
        tuple(one.kop for one in columns),
        tuple(tuple(one.cel(regio) for one in columns) for regio in s.data.beeld.regios),
        tuple(one.breedte for one in columns),
    )


def _columns(s: ReportWriter, per_regio: ByRegion) -> Iterator[_Kolom]:
    """What the plans tell, and of what was asked the answers: a question that was not asked has no column."""
    told = _earlier(s)
    # What it was before stands behind the answer; the names make room for it, so that no word of a heading breaks.
    wide = 35 if told else 0
    yield _Kolom("Regio", "", 270 - 2 * wide, lambda regio: Cel(regio.naam))
    yield _Kolom("Structuur", "plan", 125, lambda regio: Cel(_structure(regio, per_regio)))
    if AFSTEMMING in per_regio.vragen:
        yield _Kolom("Overleg", "overleg", 105 + wide, lambda regio: Cel(_chosen(regio, per_regio, AFSTEMMING, told)))
    if DOEL in per_regio.vragen:
        yield _Kolom("Doel halen", "doelstelling", 110 + wide, lambda regio: Cel(_chosen(regio, per_regio, DOEL, told)))
    yield from _statuses(s, per_regio)
    if is_asked(s.data.vragen, VERWACHTINGEN):
        yield _Kolom("Wacht op antwoord", "open verwachtingen", 114, lambda regio: Cel(_waits(regio, per_regio)))
    yield _Kolom("Beantwoord", "datum van antwoord", 170, lambda regio: Cel(_when(regio)))


def _statuses(s: ReportWriter, per_regio: ByRegion) -> Iterator[_Kolom]:
    if not is_asked(s.data.vragen, Kind.VOORTGANG):
        return
    for one in (*statuses(s.tally), Optie(ZONDER_ANTWOORD, "Geen antwoord")):
        yield _Kolom(one.label, "acties naar status", 114, partial(_how_many, per_regio, one.key))


def _how_many(per_regio: ByRegion, status: str, regio: RegioBeeld) -> Cel:
    return Cel(per_regio.counted(regio.code)[status] if regio.plan_id is not None else None)


def _structure(regio: RegioBeeld, per_regio: ByRegion) -> str:
    without = ONBEKEND if regio.is_left_out else "Geen plan"
    structuur = per_regio.bij.structure(regio) or ("Niet genoemd" if regio.plan_id is not None else without)
    return _KORT.get(regio.projectstructuur, structuur)


def _waits(regio: RegioBeeld, per_regio: ByRegion) -> int | None:
    return per_regio.open_expectations(regio.code) if regio.stand is Stand.BEANTWOORD else None


# A round of a span before its last one: its short name, and its regions by code.
_Told = tuple[str, Mapping[str, RegioBeeld]]


def _earlier(s: ReportWriter) -> tuple[_Told, ...]:
    names = short_names([one.beeld.ronde for one in s.data.reeks])
    return tuple(
        (names[one.beeld.ronde.id], {regio.code: regio for regio in one.beeld.regios}) for one in s.data.reeks[:-1]
    )


def _chosen(regio: RegioBeeld, per_regio: ByRegion, prefix: str, earlier: Sequence[_Told]) -> str:
    """What it chose in one or two words; a dash when it told nothing.

    Over several rounds its last answer, with the round when that is not the last one, and what it was before.
    """
    told = [(naam, _in_short(there[regio.code], per_regio, prefix)) for naam, there in earlier if regio.code in there]
    told = [(naam, words) for naam, words in told if words]
    now = _in_short(regio, per_regio, prefix)
    if not now and told:
        naam, words = told.pop()
        now = f"{words} ({naam})"
        before = told[-1][1] if told and told[-1][1] != words else ""
    else:
        before = told[-1][1] if now and told and told[-1][1] != now else ""
    return f"{now}, was {before[:1].lower()}{before[1:]}" if before else now or ONBEKEND


def _in_short(regio: RegioBeeld, per_regio: ByRegion, prefix: str) -> str:
    vraag = per_regio.vragen.get(prefix)
    key = regio.keuzes.get(vraag.key, "") if vraag else ""
    return _KORT.get(key) or per_regio.chosen(regio, prefix)


def _when(regio: RegioBeeld) -> str:
    if regio.stand is Stand.NIET_GEVRAAGD:
        return NIET_GEVRAAGD
    if regio.stand is Stand.NIET_BEANTWOORD:
        return NIET_BEANTWOORD
    return day_brief(regio.ingediend_op) if regio.ingediend_op else "Ja"
