"""The own questions of a round: a chapter each, with what was chosen or written, in the words of regions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exports.national.chapters.state import bars, choice_rows
from exports.national.choices import choices_of
from exports.national.counting import over_rounds
from exports.national.counting import own as counting
from exports.national.counting.asked import counted
from exports.national.counting.quoting import fair_source, merged
from exports.national.counting.tally import (
    NIET_GECODEERD,
    REGIOS,
    ZONDER_THEMA,
    Tally,
    own_prefix,
    theme_part,
    visible_codes,
)
from exports.national.data import RapportData, Stand, Uitspraak, Vraag
from exports.national.sentences.own import asked_in, coded, most, response
from exports.national.tree import Blok, Cel, Hoofdstuk, Kopje, Lijst, Punt, Tabel
from exports.national.writer import ReportWriter

ANDERE, NOG_NIET = "Andere antwoorden", "Nog niet ingedeeld"


def questions(s: ReportWriter) -> tuple[Hoofdstuk, ...]:
    """In the order of the round."""
    return tuple(_chapter(s, vraag) for vraag in counting.own_questions(s.data.vragen))


def earlier_questions(s: ReportWriter) -> tuple[Hoofdstuk, ...]:
    """What earlier rounds of a span asked by themselves, the oldest round first, counted in that round."""
    return tuple(
        _chapter(_in_round(s, then), vraag)
        for _, then in over_rounds.earlier_questions(s.data)
        for vraag in then.vragen
    )


def _in_round(s: ReportWriter, then: RapportData) -> ReportWriter:
    beeld = counted(then.beeld)
    tally = Tally.of(beeld, visible_codes(then.codes, beeld), choices_of(s.data))
    return replace(s, data=replace(then, beeld=beeld), tally=tally)


def _chapter(s: ReportWriter, vraag: Vraag) -> Hoofdstuk:
    key = own_prefix(vraag)
    kop = s.heading_of(f"{key}_kop", f"{{{key}_vraag}}", vraag.label)
    zinnen = (
        *s.sentence(f"{key}_waar", asked_in(key)),
        *s.sentence(f"{key}_respons", response(key)),
        *s.sentence(f"{key}_meest", most(key)),
        *s.sentence(f"{key}_ingedeeld", coded(key)),
    )
    return Hoofdstuk(key, vraag.label, kop, blokken=(*zinnen, *_answers(s, vraag), s.own_text(key)))


def _answers(s: ReportWriter, vraag: Vraag) -> tuple[Blok, ...]:
    if not any(one.stand is Stand.BEANTWOORD for one in s.data.beeld.regios):
        return ()
    if counting.closed_question(s.data.vragen, vraag):
        return _choices(s, vraag)
    return (*_themes(s, vraag), *_quotes(s, vraag))


def _choices(s: ReportWriter, vraag: Vraag) -> tuple[Blok, ...]:
    key = own_prefix(vraag)
    rows = choice_rows(s, key)
    if not rows:
        return ()
    # No earlier round asked this: there is nothing to stand beside it.
    cells = tuple((Cel(label), s.cell(token)) for label, token in (*rows, _all(s, key)))
    titel = "Wat regio’s kozen"
    table = Tabel(key, titel, ("Antwoord", "Regio’s"), cells, (6, 2), totaalrij=True)
    return (table, bars(s, key, titel, "Regio’s", rows))


def _all(s: ReportWriter, key: str) -> tuple[str, str]:
    """Of an earlier round of a span those that got the question then."""
    return ("Regio’s die deze vraag kregen", f"{key}_gevraagd") if s.has(f"{key}_gevraagd") else s.all_regions


def _themes(s: ReportWriter, vraag: Vraag) -> tuple[Tabel, ...]:
    """About what; only when something was coded."""
    key = own_prefix(vraag)
    if not s.n(f"{key}_gecodeerd"):
        return ()
    named = [(code.naam, f"{key}_{theme_part(code.id)}") for code in counting.ranked(s.tally, vraag, s.waarden)]
    rest = [("Geen thema past", f"{key}_{ZONDER_THEMA}"), (NOG_NIET, f"{key}_{NIET_GECODEERD}")]
    rows = (*named, *(one for one in rest if s.n(one[1])))
    cells = tuple((Cel(label), s.cell(f"{token}{REGIOS}"), s.cell(token)) for label, token in rows)
    return (Tabel(key, "Waar de antwoorden over gaan", ("Thema", "Regio’s", "Antwoorden"), cells, (6, 2, 2)),)


def _quotes(s: ReportWriter, vraag: Vraag) -> Iterator[Blok]:
    """Every answer once, under the first of its themes; without themes one list."""
    items = counting.answers_to(s.tally, vraag)
    groups, told = s.tally.grouped(counting.EIGEN, items), set[int]()
    codes = counting.ranked(s.tally, vraag, s.waarden)
    parts = [*((theme_part(code.id), code.naam) for code in codes), (ZONDER_THEMA, ANDERE), (NIET_GECODEERD, NOG_NIET)]
    has_themes = bool(s.n(f"{own_prefix(vraag)}_gecodeerd"))
    for part, naam in parts:
        said = [one for one in groups[part] if one.id not in told]
        told.update(one.id for one in said)
        yield from _list(s, naam if has_themes else "", said)


def _list(s: ReportWriter, naam: str, said: list[Uitspraak]) -> Iterator[Blok]:
    if not said:
        return
    if naam:
        yield Kopje(naam)
    yield Lijst(
        tuple(Punt(one.eerste.tekst, bron=fair_source(one.regios, s.data.beeld.regios)) for one in merged(said))
    )
