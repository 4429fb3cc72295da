"""The colofon: of which moment a report is, which version, and who agreed with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from exports.national.counting.tally import names_in_words
from exports.national.data import RapportData
from exports.national.sentences.phrases import Numbers, whom
from exports.national.tree import Begrip, Begrippen, Waarde
from forms.dutch.dates import day_short, moment_on_paper
from forms.dutch.words import listed


@dataclass(frozen=True)
class Stamp:
    """What a report is at this moment, as plain values. `status` is its label ("Concept").

    `akkoord` and `zonder_akkoord` name parties of the kerngroep; `reden` says why it was adopted without all of them.
    `teksten` say, in sentences, of which text each party spoke.
    """

    status: str
    versie: int
    vastgesteld_op: date | None = None
    akkoord: tuple[str, ...] = ()
    zonder_akkoord: tuple[str, ...] = ()
    reden: str = ""
    gemaakt_door: str = ""
    teksten: tuple[str, ...] = ()


def colophon(data: RapportData, waarden: Mapping[str, Waarde], stamp: Stamp) -> Begrippen:
    """What a reader needs to know of the report before reading it."""
    return Begrippen(tuple(Begrip(naam, tekst) for naam, tekst in _rows(data, waarden, stamp)))


def _rows(data: RapportData, waarden: Mapping[str, Waarde], stamp: Stamp) -> Iterator[tuple[str, str]]:
    ronde = data.ronde
    first = data.reeks[0].beeld.ronde if data.reeks else ronde
    if data.reeks:
        yield "Uitvragen", listed(one.beeld.ronde.naam for one in data.reeks)
    else:
        yield "Uitvraag", ronde.naam
    yield "Periode", f"{day_short(first.periode_van)} tot en met {day_short(ronde.periode_tot)}"
    yield "Peildatum", moment_on_paper(data.peilmoment)
    yield "Versie", str(stamp.versie)
    yield "Status", _status(stamp)
    yield "Beantwoord door", _response(waarden)
    if stamp.akkoord:
        yield "Akkoord van", names_in_words(stamp.akkoord)
    if stamp.zonder_akkoord:
        yield "Geen akkoord van", names_in_words(stamp.zonder_akkoord)
    if stamp.reden:
        yield "Reden van vaststellen zonder ieders akkoord", stamp.reden
    if stamp.gemaakt_door:
        yield "Gemaakt door", stamp.gemaakt_door
    if data.uitvraag_open:
        yield "Let op", "De uitvraag was nog open toen deze rapportage werd gemaakt. De cijfers kunnen nog veranderen."
    if data.demo:
        yield "Demonstratie", "Alle personen en cijfers in deze rapportage zijn verzonnen."


def _status(stamp: Stamp) -> str:
    """ "Vastgesteld op 1 juni 2026"; the date is not told twice, and neither is the word."""
    if stamp.vastgesteld_op is None:
        return stamp.status
    op = f"vastgesteld op {day_short(stamp.vastgesteld_op)}"
    return op.capitalize() if stamp.status.lower() == "vastgesteld" else f"{stamp.status}, {op}"


def _response(waarden: Mapping[str, Waarde]) -> str:
    return f"{waarden['geantwoord'].tekst} van de {waarden['regios'].tekst} {whom(Numbers(waarden))}"
