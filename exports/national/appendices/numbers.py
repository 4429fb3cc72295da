"""Appendix C: what the words mean, and every number of the report with what it counts and the regions behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exports.national.appendices.inflow import passports
from exports.national.colofon import Stamp
from exports.national.counting.quoting import fair_names, leads_to_words
from exports.national.counting.tally import names_in_words
from exports.national.counting.twice import DUBBEL, Twice, coded_twice
from exports.national.printed import AKKOORD, VERANTWOORDING
from exports.national.sentences.living import tokens
from exports.national.tree import (
    Begrip,
    Begrippen,
    Blok,
    Cel,
    Cijfers,
    Hoofdstuk,
    Kopje,
    Lijst,
    Punt,
    Tabel,
    Waarde,
    Zin,
)
from exports.national.writer import ReportWriter
from forms.dutch.numbers import dutch_number
from forms.dutch.words import one_or_many

# With so many names a list says nothing more than its number.
_MEESTE_NAMEN = 40
_MEESTE_UITZONDERINGEN = 8

_UITLEG = {
    "Zorgkantoorregio": (
        "Een van de regio’s waarin een zorgkantoor de Wlz uitvoert. Elk aantal regio’s telt verschillende regio’s. Wij "
        "rekenen steeds met alle regio’s, ook met regio’s die niet antwoordden."
    ),
    "Gezamenlijk plan": (
        "Een plan van aanpak van twee of meer regio’s samen. Het is één plan, en een actie daaruit is één actie. De "
        "regio’s tellen elk apart, met hun eigen antwoord."
    ),
    "Geldend plan": "Het plan van aanpak dat op de peildatum gold.",
    "Vaste projectstructuur": (
        "Een nieuwe vaste structuur, of een bestaande structuur waarbij de regio aansluit, volgens het geldende plan."
    ),
    "Niet beantwoord": "De regio kreeg de vraag, maar had op de peildatum geen antwoord ingediend.",
    "Niet gevraagd": "De regio kreeg de vraag in deze ronde niet. Dat is iets anders dan niet beantwoord.",
    "0 en streepje": (
        "Een 0 betekent dat wij telden en niets vonden. Een streepje betekent dat er niets te tellen of te vergelijken "
        "is."
    ),
    "Peildatum": "Het moment waarop de cijfers zijn bepaald. Wat daarna veranderde, staat niet in deze versie.",
    "Thema": (
        "Een onderwerp uit het landelijke codeboek. KPMG en de kerngroep delen de teksten van regio’s in. Een tekst "
        "kan bij meer thema’s horen en telt dan bij elk daarvan mee."
    ),
    "Vorige ronde": "De uitvraag hiervoor, op dezelfde manier geteld.",
}
# What these mean in a round for some regions.
_GEVRAAGD = {
    "Zorgkantoorregio": (
        "Een van de regio’s waarin een zorgkantoor de Wlz uitvoert. Elk aantal regio’s telt verschillende regio’s. Wij "
        "rekenen steeds met de regio’s die deze uitvraag kregen, ook met regio’s die niet antwoordden."
    ),
}
BEGRIPPEN = tuple(Begrip(naam, uitleg) for naam, uitleg in _UITLEG.items())


def account(s: ReportWriter, hoofdstukken: Sequence[Hoofdstuk], stamp: Stamp) -> Hoofdstuk:
    """Who agreed with which text, the terms, and a table of numbers per chapter; a number stands at its first use."""
    naam = "Verantwoording cijfers en begrippen"
    return Hoofdstuk(
        VERANTWOORDING,
        naam,
        s.heading(VERANTWOORDING, naam),
        blokken=(
            *s.sentences("bijlage_cijfers"),
            *_agreed(stamp),
            *_coded_twice(s),
            *(passports(s.data.instroom.paspoorten) if s.data.instroom else ()),
            Begrippen(_terms(s)),
            *_tables(s, hoofdstukken),
            s.own_text("bijlage_cijfers"),
        ),
        is_bijlage=True,
    )


def _coded_twice(s: ReportWriter) -> Iterator[Blok]:
    """How alike two people coded, per kind of text; nothing while no text was coded twice."""
    if s.n(DUBBEL):
        koppen = ("Soort tekst", "Steekproef", "Dubbel gecodeerd", "Overeenstemming (alfa)", "Verschillen", "Besproken")
        rows = tuple(_row_twice(one) for one in coded_twice(s.data))
        yield Tabel("dubbel_coderen", "Zo gelijk is gecodeerd", koppen, rows, (8, 9, 6, 10, 5, 5))


def _row_twice(one: Twice) -> tuple[Cel, ...]:
    drawn = one.steekproef
    share = f"{dutch_number(drawn.aantal)} van {dutch_number(drawn.teksten)} ({drawn.aandeel}\u00a0%)"
    return (
        Cel(one.naam),
        Cel(share),
        Cel(len(one.teksten)),
        Cel(one.hoe_gelijk.in_words),
        Cel(len(one.anders)),
        Cel(one.besproken),
    )


def _terms(s: ReportWriter) -> tuple[Begrip, ...]:
    return tuple(Begrip(one.naam, _GEVRAAGD.get(one.naam, one.tekst)) if s.for_some else one for one in BEGRIPPEN)


def _agreed(stamp: Stamp) -> tuple[Blok, ...]:
    """Of which text each party of the kerngroep spoke; nothing before it is vastgesteld."""
    if not stamp.teksten:
        return ()
    said = Lijst(tuple(Punt(one) for one in stamp.teksten))
    return (Kopje(AKKOORD), said, Kopje("Wat de woorden betekenen"))


def _tables(s: ReportWriter, hoofdstukken: Sequence[Hoofdstuk]) -> Iterator[Blok]:
    parts = [one for hoofdstuk in hoofdstukken for one in (hoofdstuk, *hoofdstuk.delen)]
    keys = {part.sleutel: _tokens_of(s, part) for part in parts}
    used = {key for found in keys.values() for key in found}
    # The names behind a number tell how many regions there are: that needs no row of its own.
    seen = {key for key in used if s.waarden[key].regios_van in used}
    for one in parts:
        waarden = tuple(_first_used(s, keys[one.sleutel], seen))
        if waarden:
            yield _table(s, one, waarden)


def _tokens_of(s: ReportWriter, hoofdstuk: Hoofdstuk) -> list[str]:
    """The numbers themselves: not that of the previous round, and by its theme when that was named as the first."""
    return [s.waarden[token].zelfde_als for token in _used(hoofdstuk) if token in s.waarden]


def _table(s: ReportWriter, hoofdstuk: Hoofdstuk, waarden: Sequence[Waarde]) -> Tabel:
    """The previous round has a column when there is one to compare with."""
    then = any(s.cell_then(one.sleutel).waarde is not None for one in waarden)
    koppen = ("Wat is geteld", "Aantal", *(("Vorige ronde",) if then else ()), "Welke regio’s")
    titel = f"Cijfers bij {hoofdstuk.nummer} {hoofdstuk.naam}".replace("  ", " ")
    rows = tuple(_row(s, one, then=then) for one in waarden)
    breedtes = (16, 4, 4, 26) if then else (17, 4, 29)
    return Tabel(f"cijfers_{hoofdstuk.sleutel}", titel, koppen, rows, breedtes, is_verantwoording=True)


def _first_used(s: ReportWriter, keys: Sequence[str], seen: set[str]) -> Iterator[Waarde]:
    """The numbers of a chapter that no earlier chapter had."""
    for key in keys:
        waarde = s.waarden[key]
        if waarde.aantal is not None and key not in seen:
            seen.add(key)
            yield waarde


def _used(hoofdstuk: Hoofdstuk) -> Iterator[str]:
    for blok in (hoofdstuk.kop, *hoofdstuk.blokken):
        if isinstance(blok, Zin) and not blok.weggelaten:
            yield from tokens(blok.sjabloon)
        if isinstance(blok, Tabel):
            yield from _cells(blok)
        if isinstance(blok, Cijfers):
            yield from (one.cel.sleutel for one in blok.rijen if one.cel.sleutel)


def _cells(tabel: Tabel) -> Iterator[str]:
    for row in tabel.rijen:
        cells = row[-1:] if tabel.is_kruistabel else row
        yield from (cel.sleutel for cel in cells if cel.sleutel)


def _row(s: ReportWriter, waarde: Waarde, *, then: bool) -> tuple[Cel, ...]:
    return (
        Cel(waarde.uitleg),
        Cel(waarde.aantal, waarde.sleutel),
        *((s.cell_then(waarde.sleutel),) if then else ()),
        Cel(_regions_behind(s, waarde)),
    )


def _regions_behind(s: ReportWriter, waarde: Waarde) -> str | None:
    if leads_to_words(waarde, s.data.beeld.regios):
        return fair_names(waarde.regios, s.data.beeld.regios)
    return _regions_in_words(s, waarde.regios)


def _regions_in_words(s: ReportWriter, codes: Sequence[str]) -> str | None:
    """ "3 regio’s: Drenthe, Twente en Zeeland"; "Alle regio’s behalve …" when that is shorter."""
    namen = s.data.regionamen
    if not codes:
        return None
    number = f"{dutch_number(len(codes))} {one_or_many(len(codes), 'regio', 'regio’s')}"
    behind = set(codes)
    without = [naam for code, naam in namen.items() if code not in behind]
    if not without:
        return f"Alle {number}"
    if len(without) <= _MEESTE_UITZONDERINGEN and len(without) < len(codes):
        return f"{number}: alle behalve {names_in_words(without)}"
    if len(codes) > _MEESTE_NAMEN:
        return number
    return f"{number}: {names_in_words([namen.get(code, code) for code in codes])}"
