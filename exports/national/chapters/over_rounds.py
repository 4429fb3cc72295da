"""The chapter that only a report over several rounds has: every number that has a past, round by round."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from exports.labels import NIET_GEVRAAGD
from exports.national.counting.actions import SOORT
from exports.national.counting.asked import counted_regions
from exports.national.counting.regions import chosen_by, offered
from exports.national.counting.tally import AFSTEMMING, DOEL, closed_questions
from exports.national.data import RegioBeeld, RondeBeeld, Stand
from exports.national.tree import Blok, Cel, Hoofdstuk, Tabel
from exports.national.trend.pictures import LIJSTEN, said_in
from exports.national.trend.themes import RondeGezegd, ThemaRonde, themes_over_rounds, unread
from exports.national.writer import ReportWriter

_STANDEN = (
    ("Beantwoord", Stand.BEANTWOORD),
    ("Niet beantwoord", Stand.NIET_BEANTWOORD),
    (NIET_GEVRAAGD, Stand.NIET_GEVRAAGD),
)
_KEUZES = ((AFSTEMMING, "Afstemming over de voortgang"), (DOEL, "Verwachten regio’s de doelstelling te halen?"))
_THEMAS = ((SOORT, "Acties"), ("redenen", "Redenen"), *((one, one.capitalize()) for one in LIJSTEN))


def over_rounds(s: ReportWriter) -> Hoofdstuk | None:
    """Response, answers and themes by round; None for a report of one round."""
    if not s.data.reeks:
        return None
    naam = "Verloop over de uitvragen"
    rondes = said_in(s.data.reeks)
    blokken: tuple[Blok, ...] = (
        *s.sentences("verloop"),
        _response(s, rondes),
        *(table for prefix, titel in _KEUZES for table in _choices(s, rondes, prefix, titel)),
        *(table for soort, titel in _THEMAS for table in _themes(s, rondes, soort, titel)),
        s.own_text("verloop"),
    )
    return Hoofdstuk("verloop", naam, s.heading("verloop", naam), blokken=blokken)


def _table(
    sleutel: str, titel: str, eerste: str, rondes: Sequence[RondeGezegd], rows: Sequence[tuple[Cel, ...]]
) -> Tabel:
    koppen = (eerste, *(one.naam for one in rondes))
    return Tabel(f"verloop_{sleutel}", titel, koppen, tuple(rows), (5, *(2 for _ in rondes)))


def _response(s: ReportWriter, rondes: Sequence[RondeGezegd]) -> Tabel:
    rows = [(Cel(label), *(Cel(_count(one, _stands(stand))) for one in s.data.reeks)) for label, stand in _STANDEN]
    return _table("respons", "Respons per uitvraag, in aantal regio’s", "Regio’s", rondes, rows)


def _count(one: RondeBeeld, matches: Callable[[RegioBeeld], bool]) -> int:
    return sum(map(matches, counted_regions(one.beeld)))


def _stands(stand: Stand) -> Callable[[RegioBeeld], bool]:
    return lambda regio: regio.stand is stand


def _choices(s: ReportWriter, rondes: Sequence[RondeGezegd], prefix: str, titel: str) -> Iterator[Tabel]:
    """The answers to a closed question, in the words of the last round."""
    vraag = next((one for one in closed_questions(s.data.vragen) if one.prefix == prefix), None)
    if vraag is None:
        return
    asked = [any(vraag.key in regio.keuzes for regio in one.beeld.regios) for one in s.data.reeks]
    if not any(asked):
        return
    keys = {one.key: one.label for ronde in s.data.reeks for one in offered(vraag, ronde.beeld)}
    rows = [
        (
            Cel(label),
            *(
                Cel(_count(one, _chose(key, vraag.key)) if is_asked else NIET_GEVRAAGD)
                for one, is_asked in zip(s.data.reeks, asked, strict=True)
            ),
        )
        for key, label in keys.items()
    ]
    yield _table(
        prefix, f"{titel} Per uitvraag" if titel.endswith("?") else f"{titel}, per uitvraag", "Antwoord", rondes, rows
    )


def _chose(key: str, vraag: str) -> Callable[[RegioBeeld], bool]:
    return lambda regio: key in chosen_by(regio, vraag)


def _themes(s: ReportWriter, rondes: Sequence[RondeGezegd], soort: str, titel: str) -> Iterator[Tabel]:
    """How many regions named each theme (of actions: how many actions); themes that no round named stay out."""
    codes = s.tally.theme_codes(soort)
    found = themes_over_rounds(rondes, soort, [one.id for one in codes])
    rows = [
        (Cel(code.naam), *(_cell(one, soort) for one in found[code.id].rondes))
        for code in codes
        if found[code.id].is_genoemd
    ]
    left = [unread(one, soort) for one in rondes]
    if rows and any(left):
        rows.append((Cel("Teksten die nog niet zijn ingedeeld"), *map(Cel, left)))
    if rows:
        wat = "acties" if soort == SOORT else "regio’s die het noemen"
        yield _table(soort, f"{titel} per thema en uitvraag: aantal {wat}", "Thema", rondes, rows)


def _cell(one: ThemaRonde, soort: str) -> Cel:
    if not one.gevraagd:
        return Cel(NIET_GEVRAAGD)
    return Cel(one.teksten if soort == SOORT else one.regios)
