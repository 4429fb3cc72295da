"""Chapters 4 and 5: the successes and the lessons, by theme, in the words of the regions."""

from __future__ import annotations

from exports.labels import DALING
from exports.national.chapters.expectations import how_many_more
from exports.national.counting.lists import ThemeList, theme_lists
from exports.national.counting.quoting import point
from exports.national.counting.tally import NIET_GECODEERD
from exports.national.sentences.over_rounds import from_rounds
from exports.national.sentences.phrases import Numbers
from exports.national.sentences.said import theme_sentence
from exports.national.tree import Blok, Cel, Grafiek, Hoofdstuk, Kopje, Lijst, Reeks, Tabel
from exports.national.writer import ReportWriter

_EEN = {"successen": "succes", "lessen": "les"}


def successes(s: ReportWriter) -> Hoofdstuk | None:
    """Per theme: how many, of how many regions, and some of them as they were written."""
    return _chapter(s, "successen", "Successen")


def lessons(s: ReportWriter) -> Hoofdstuk | None:
    """The lessons, numbered through the chapter, by theme, with the regions that named them."""
    return _chapter(s, "lessen", "Lessen")


def _chapter(s: ReportWriter, soort: str, naam: str) -> Hoofdstuk | None:
    if not s.n(soort):
        return None
    return Hoofdstuk(
        soort,
        naam,
        s.heading(soort, naam),
        blokken=(
            *s.sentences(soort),
            *s.sentence(f"{soort}_rondes", from_rounds(f"De {soort}")),
            *_overview(s, soort, naam),
            *(blok for lijst in theme_lists(s.tally, soort) for blok in _theme(s, soort, lijst)),
            s.own_text(soort),
        ),
    )


def _overview(s: ReportWriter, soort: str, naam: str) -> tuple[Blok, ...]:
    """The themes with their numbers, as a table and as bars; only when something was coded."""
    themas = s.themes(soort)
    if not s.n(f"{soort}_gecodeerd"):
        return ()
    rows = tuple((Cel(label), s.cell(key), s.cell(f"{key}_regios")) for label, key, _ in themas)
    titel = f"{naam} per thema"
    table = Tabel(soort, titel, ("Thema", naam, "Regio’s"), rows, (6, 2, 2))
    labels = tuple(label for label, _, _ in themas)
    numbers = tuple(s.n(f"{key}_regios") for _, key, _ in themas)
    alt = ", ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    titel = f"Aantal regio’s dat {soort} noemt, per thema"
    return (table, Grafiek(soort, titel, labels, (Reeks("Regio’s", numbers),), f"Staafdiagram. {titel}. {alt}."))


def _theme(s: ReportWriter, soort: str, lijst: ThemeList) -> tuple[Blok, ...]:
    key, een = f"{soort}_{lijst.deel}", _EEN[soort]
    punten = tuple(point(gezegd, s.data.beeld.regios, s.rondes) for gezegd in lijst.getoond)
    is_les, is_coded = soort == "lessen", bool(s.n(f"{soort}_gecodeerd"))
    theme = theme_sentence(key, een, soort, is_coded=lijst.deel != NIET_GECODEERD, is_inflow=_is_inflow(lijst))
    printed = (Lijst(punten, genummerd=is_les, start=lijst.start, woord="Les" if is_les else ""),) if punten else ()
    chosen = s.quoted(soort, key)
    if chosen:
        return (*_small_heading(s, soort, lijst), *s.said_of(key), *s.about(key, theme), *chosen)
    return (
        *_small_heading(s, soort, lijst),
        *s.said_of(key),
        *(s.about(key, theme) if is_coded else ()),
        *printed,
        *how_many_more(s, f"{key}_meer", een, soort),
        *(s.sentence(f"{key}_ook", lambda w: _elsewhere(w, key)) if lijst.ook else ()),
    )


def _is_inflow(lijst: ThemeList) -> bool:
    """True for the theme that is about the inflow: what the regioaanpak has to do with it is not known."""
    return lijst.code is not None and DALING in lijst.code.naam.casefold()


def _small_heading(s: ReportWriter, soort: str, lijst: ThemeList) -> tuple[Kopje, ...]:
    """The name of the theme; no heading when nothing was coded: then there is one list."""
    if lijst.code:
        return (Kopje(lijst.code.naam),)
    if lijst.deel == NIET_GECODEERD:
        return (Kopje("Nog niet ingedeeld in een thema"),) if s.n(f"{soort}_gecodeerd") else ()
    return (Kopje(f"Andere {soort}"),)


def _elsewhere(w: Numbers, key: str) -> str | None:
    return f"Ook over dit thema: {{{key}_ook}}." if w.has(f"{key}_ook") else None
