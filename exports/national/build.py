"""Builds a national report: the tree of chapters from the data of one moment and the texts of the coördinator."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from exports.national.appendices import numbers, overview, questions, regions
from exports.national.appendices.inflow import inflow_figures
from exports.national.appendices.quoted import quoted_in
from exports.national.chapters import begin, end, glance, inflow, over_rounds, own, said, state
from exports.national.colofon import Stamp, colophon
from exports.national.counting.heard import Heard, heard_values
from exports.national.counting.own import asks_only_own
from exports.national.counting.searched import OwnCount, searched
from exports.national.counting.values import living_values
from exports.national.data import RapportData
from exports.national.messages.asked import EarlierRequest
from exports.national.messages.box import MessageEdit
from exports.national.messages.quotes import QuoteEdit
from exports.national.span import span_name
from exports.national.tree import Hoofdstuk, NationaalRapport
from exports.national.writer import ReportWriter, TextEdit
from forms.dutch.dates import day_short

__all__ = ["Stamp", "TextEdit", "build"]

TITEL = "Voortgangsrapportage Regioaanpak instroom Wlz-ggz-W"

# A chapter that has nothing to tell is None; it is left out and the numbers close up.
Maker = Callable[[ReportWriter], Hoofdstuk | None]
_VOORAF: tuple[Maker, ...] = (begin.messages, begin.summary, glance.glance)
_HOOFDSTUKKEN: tuple[Maker, ...] = (
    begin.background,
    begin.process,
    over_rounds.over_rounds,
    state.state,
    said.successes,
    said.lessons,
)
_TOT_SLOT: tuple[Maker, ...] = (inflow.inflow, end.outlook)
_BIJLAGEN: tuple[Maker, ...] = (
    overview.overview,
    regions.regions,
    questions.questions,
    inflow_figures,
)
# The table of all regions is about plans and the national questions.
_BIJLAGEN_EIGEN: tuple[Maker, ...] = (regions.regions, questions.questions)


def build(
    data: RapportData,
    *,
    stamp: Stamp,
    edits: Mapping[str, TextEdit],
    own_texts: Mapping[str, TextEdit] = MappingProxyType({}),
    messages: Sequence[MessageEdit] = (),
    quotes: Sequence[QuoteEdit] = (),
    earlier: Sequence[EarlierRequest] = (),
    own_counts: Sequence[OwnCount] = (),
    heard: Heard | None = None,
) -> NationaalRapport:
    """The report as it is read, printed and counted. It never raises on what regions or people wrote.

    `edits` by the key of a sentence, `own_texts` by that of a chapter; `messages` and `quotes` those that were
    chosen, in order; `earlier` what the report of the round before asked, with what came of it; `own_counts` searches
    that were kept and looked at; `heard` what regions said of their page, None when they were not asked.
    """
    values = living_values(data) | searched(data.beeld, own_counts) | heard_values(data.beeld, heard)
    writer = ReportWriter.of(data, values, edits, own_texts, messages, quotes, earlier)
    body = _body(writer)
    cijfers = numbers.account(writer, body, stamp)
    letter = _letter(sum(one.is_bijlage for one in body))
    rondes = [one.beeld.ronde for one in data.reeks] or [data.ronde]
    naam = span_name(rondes) if data.reeks else data.ronde.naam
    van, tot = rondes[0].periode_van, rondes[-1].periode_tot
    return NationaalRapport(
        titel=TITEL,
        ondertitel=f"{naam}: {day_short(van)} tot en met {day_short(tot)}",
        status=stamp.status,
        versie=stamp.versie,
        peilmoment=data.peilmoment,
        colofon=colophon(data, values, stamp),
        hoofdstukken=(*body, replace(cijfers, nummer=letter)),
        waarden=values,
        regionamen=data.regionamen,
        demo=data.demo,
        ronde=naam,
    )


def _body(s: ReportWriter) -> tuple[Hoofdstuk, ...]:
    """Everything but the account of the numbers. A round that asks only its own questions is told of them alone."""
    if asks_only_own(s.data):
        chapters = (begin.process(s), *own.questions(s))
        knowing = replace(s, aangehaald=quoted_in(chapters))
        return (*_made((begin.messages,), s), *_numbered(chapters), *_lettered(_made(_BIJLAGEN_EIGEN, knowing)))
    before, told = (
        _made(_VOORAF, s),
        (
            *_made(_HOOFDSTUKKEN, s),
            *own.questions(s),
            *own.earlier_questions(s),
            *_made(_TOT_SLOT, s),
        ),
    )
    knowing = replace(s, aangehaald=quoted_in((*before, *told)))
    return (*before, *_numbered(told), *_lettered(_made(_BIJLAGEN, knowing)))


def _made(makers: Iterable[Maker], writer: ReportWriter) -> list[Hoofdstuk]:
    made = (maker(writer) for maker in makers)
    return [hoofdstuk for hoofdstuk in made if hoofdstuk is not None]


def _numbered(hoofdstukken: Iterable[Hoofdstuk]) -> tuple[Hoofdstuk, ...]:
    """Chapters get 1, 2 …, their sections 3.1, 3.2 …"""
    return tuple(
        replace(
            hoofdstuk,
            nummer=str(number),
            delen=tuple(replace(deel, nummer=f"{number}.{place}") for place, deel in enumerate(hoofdstuk.delen, 1)),
        )
        for number, hoofdstuk in enumerate(hoofdstukken, 1)
    )


def _lettered(bijlagen: Iterable[Hoofdstuk]) -> tuple[Hoofdstuk, ...]:
    return tuple(replace(bijlage, nummer=_letter(place)) for place, bijlage in enumerate(bijlagen))


def _letter(place: int) -> str:
    return "ABCDEFGH"[place]
