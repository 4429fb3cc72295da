"""Chapters 4 and 5: the successes and the lessons, by theme, in the words of the regions."""

from __future__ import annotations

from exports.national.chapters_expectations import meer
from exports.national.counting import NIET_GECODEERD
from exports.national.lists import ThemaLijst, thema_lijsten
from exports.national.phrases import Woorden
from exports.national.quoting import punt
from exports.national.sentences_said import thema_zin
from exports.national.tree import Blok, Cel, Grafiek, Hoofdstuk, Kopje, Lijst, Reeks, Tabel
from exports.national.writer import Schrijver

_EEN = {"successen": "succes", "lessen": "les"}


def successen(s: Schrijver) -> Hoofdstuk | None:
    """Per theme: how many, of how many regions, and some of them as they were written."""
    return _hoofdstuk(s, "successen", "Successen")


def lessen(s: Schrijver) -> Hoofdstuk | None:
    """The lessons, numbered through the chapter, by theme, with the regions that named them."""
    return _hoofdstuk(s, "lessen", "Lessen")


def _hoofdstuk(s: Schrijver, soort: str, naam: str) -> Hoofdstuk | None:
    if not s.n(soort):
        return None
    return Hoofdstuk(
        soort,
        naam,
        s.kop(soort, naam),
        blokken=(
            *s.zinnen(soort),
            *_overzicht(s, soort, naam),
            *(blok for lijst in thema_lijsten(s.teller, soort) for blok in _thema(s, soort, lijst)),
            s.eigen(soort),
        ),
    )


def _overzicht(s: Schrijver, soort: str, naam: str) -> tuple[Blok, ...]:
    """The themes with their numbers, as a table and as bars; only when something was coded."""
    themas = s.themas(soort)
    if not s.n(f"{soort}_gecodeerd"):
        return ()
    rows = tuple((Cel(label), s.cel(key), s.cel(f"{key}_regios")) for label, key, _ in themas)
    titel = f"{naam} per thema"
    table = Tabel(soort, titel, ("Thema", naam, "Regio’s"), rows, (6, 2, 2))
    labels = tuple(label for label, _, _ in themas)
    numbers = tuple(s.n(f"{key}_regios") for _, key, _ in themas)
    alt = ", ".join(f"{label}: {number}" for label, number in zip(labels, numbers, strict=True))
    titel = f"Aantal regio’s dat {soort} noemt, per thema"
    return (table, Grafiek(soort, titel, labels, (Reeks("Regio’s", numbers),), f"Staafdiagram. {titel}. {alt}."))


def _thema(s: Schrijver, soort: str, lijst: ThemaLijst) -> tuple[Blok, ...]:
    key, een = f"{soort}_{lijst.deel}", _EEN[soort]
    punten = tuple(punt(gezegd, s.data.regionamen) for gezegd in lijst.getoond)
    is_les, is_coded = soort == "lessen", bool(s.n(f"{soort}_gecodeerd"))
    printed = (Lijst(punten, genummerd=is_les, start=lijst.start, woord="Les" if is_les else ""),) if punten else ()
    return (
        *_kopje(s, soort, lijst),
        *(s.stand(key, thema_zin(key, een, soort, is_coded=lijst.deel != NIET_GECODEERD)) if is_coded else ()),
        *printed,
        *meer(s, f"{key}_meer", een, soort),
        *(s.maak(f"{key}_ook", lambda w: _ook(w, key)) if lijst.ook else ()),
    )


def _kopje(s: Schrijver, soort: str, lijst: ThemaLijst) -> tuple[Kopje, ...]:
    """The name of the theme; no heading when nothing was coded: then there is one list."""
    if lijst.code:
        return (Kopje(lijst.code.naam),)
    if lijst.deel == NIET_GECODEERD:
        return (Kopje("Nog niet ingedeeld in een thema"),) if s.n(f"{soort}_gecodeerd") else ()
    return (Kopje(f"Andere {soort}"),)


def _ook(w: Woorden, key: str) -> str | None:
    return f"Ook over dit thema: {{{key}_ook}}." if w.heeft(f"{key}_ook") else None
