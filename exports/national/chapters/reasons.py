"""Why things go as they go: the reasons that regions name, what they explain with them, and how they say it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.national.chapters.told import has_been_told, themes_told
from exports.national.counting.quoting import fair_source, in_round, merged
from exports.national.counting.reasons import BEIDE, REDENEN, explained, ranked
from exports.national.counting.tally import NIET_GECODEERD, REGIOS, ZONDER_THEMA, theme_part, token_part
from exports.national.data import Uitspraak
from exports.national.sentences.over_rounds import from_rounds
from exports.national.tree import Blok, Cel, Grafiek, Hoofdstuk, Kopje, Lijst, Punt, Reeks, Tabel
from exports.national.writer import ReportWriter

# A longer text is no quote; three are enough for a reason, and three reasons for a chapter.
_LANGSTE_CITAAT, _CITATEN, _REDENEN = 400, 3, 3
# Whose words come first: what regions say of the goal tells most.
_EERST = ("doelstelling", "aandacht", "gestopt")


def reasons(s: ReportWriter) -> Hoofdstuk | None:
    """The reasons by number of regions, by what they explain, and in the words of regions. None without any."""
    if not s.n(REDENEN):
        return None
    naam = "Redenen en knelpunten"
    rondes = s.sentence(f"{REDENEN}_rondes", from_rounds("De toelichtingen"))
    blokken = (*s.sentences(REDENEN), *rondes, *_counted(s), *themes_told(s, REDENEN), *_quotes(s), s.own_text(REDENEN))
    return Hoofdstuk(REDENEN, naam, s.heading(REDENEN, naam), blokken=blokken)


_Rij = tuple[str, str]


def _named(s: ReportWriter) -> tuple[_Rij, ...]:
    """Each reason that is named with the part of its tokens, the most named first."""
    return tuple((code.naam, theme_part(code.id)) for code in ranked(s.tally, s.n))


def _key(part: str) -> str:
    """The token of the number of explanations with this reason."""
    return f"{REDENEN}_{part}"


_REST = (("Geen reden past", ZONDER_THEMA), ("Nog niet ingedeeld", NIET_GECODEERD))


def _counted(s: ReportWriter) -> tuple[Blok, ...]:
    if not s.n(f"{REDENEN}_gecodeerd"):
        return ()
    named = _named(s)
    rows = (*named, *(one for one in _REST if s.n(_key(one[1]))))
    return (_table(s, rows), *_bars(s, named), _by_what_it_explains(s, rows))


def _table(s: ReportWriter, rows: Sequence[_Rij]) -> Tabel:
    both = s.has(BEIDE)
    return Tabel(
        REDENEN,
        "Redenen en knelpunten die regio’s noemen",
        ("Reden", "Regio’s", "Toelichtingen", *(("Beide rondes: nu", "Beide rondes: vorige") if both else ())),
        tuple(
            (Cel(label), s.cell(f"{_key(part)}{REGIOS}"), s.cell(_key(part)), *(_pair(s, part) if both else ()))
            for label, part in rows
        ),
        (12, 4, 5, *((5, 5) if both else ())),
    )


def _pair(s: ReportWriter, part: str) -> tuple[Cel, Cel]:
    both = f"{_key(part)}_beide{REGIOS}"
    return s.cell(both), s.cell_then(both)


def _bars(s: ReportWriter, rows: Sequence[_Rij]) -> tuple[Grafiek, ...]:
    if not rows:
        return ()
    numbers = tuple(s.n(f"{_key(part)}{REGIOS}") for _, part in rows)
    labels, titel = tuple(label for label, _ in rows), "Aantal regio’s dat een reden noemt"
    alt = ", ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    return (Grafiek(REDENEN, titel, labels, (Reeks("Regio’s", numbers),), f"Staafdiagram. {titel}. {alt}."),)


def _by_what_it_explains(s: ReportWriter, rows: Sequence[_Rij]) -> Tabel:
    what = explained(s.tally)
    total = (Cel("Alle toelichtingen"), *(s.cell(f"{REDENEN}_{one.key}") for one in what), s.cell(REDENEN))
    return Tabel(
        f"{REDENEN}_waarbij",
        "Waarbij regio’s deze redenen noemen, in aantal toelichtingen",
        ("Reden", *(one.label for one in what), "Samen"),
        (
            *((Cel(label), *(s.cell(f"{REDENEN}_{one.key}_{part}") for one in what), s.cell(_key(part)))
              for label, part in rows),
            total,
        ),
        (9, *(4 for _ in what), 4),
        totaalrij=True,
        is_kruistabel=True,
    )  # fmt: skip


def _quotes(s: ReportWriter) -> Iterator[Blok]:
    """Of the most named reasons some explanations as they were written, each about something else."""
    groups, told = s.tally.grouped(REDENEN, s.data.beeld.redenen), set[int]()
    for code in ranked(s.tally, s.n)[:_REDENEN]:
        if has_been_told(s, f"{REDENEN}_{theme_part(code.id)}"):
            continue
        points = tuple(_points(s, groups[theme_part(code.id)], told))
        if points:
            yield Kopje(f"Wat regio’s schrijven over “{code.naam}”")
            yield Lijst(points)


def _points(s: ReportWriter, items: Sequence[Uitspraak], told: set[int]) -> Iterator[Punt]:
    """At most three; what was told under an earlier reason is not told twice."""
    about = {one.key: one.in_zin for one in explained(s.tally)}
    short = [one for one in items if one.id not in told and 0 < len(one.tekst.strip()) <= _LANGSTE_CITAAT]
    for said in merged(_varied(short))[:_CITATEN]:
        told.update(said.ids)
        who = f"{fair_source(said.regios, s.data.beeld.regios)}{in_round(said, s.rondes)}"
        bron = f"{who}, {about[token_part(said.eerste.over)]}"
        yield Punt(said.eerste.tekst, bron=bron)


def _varied(items: Sequence[Uitspraak]) -> list[Uitspraak]:
    """One about each thing first, then the others."""
    place = {over: number for number, over in enumerate(_EERST)}
    ordered = sorted(items, key=lambda one: place.get(one.over, len(place)))
    first: dict[str, int] = {}
    for one in ordered:
        first.setdefault(one.over, one.id)
    ids = set(first.values())
    return [*(one for one in ordered if one.id in ids), *(one for one in ordered if one.id not in ids)]
