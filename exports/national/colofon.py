"""The colofon: of which moment a report is, which version, and who agreed with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from exports.national.counting.tally import names_in_words
from exports.national.data import RapportData
from exports.national.tree import Begrip, Begrippen, Waarde
from forms.dutch.dates import day_short, moment_on_paper


@dataclass(frozen=True)
class Stamp:
    """What a report is at this moment, as plain values. `status` is its label ("Concept").

    `akkoord` and `zonder_akkoord` name parties of the kerngroep; `reden` says why it was adopted without all of them.
    """

    status: str
    versie: int
    vastgesteld_op: date | None = None
    akkoord: tuple[str, ...] = ()
    zonder_akkoord: tuple[str, ...] = ()
    reden: str = ""
    gemaakt_door: str = ""


def colophon(data: RapportData, waarden: Mapping[str, Waarde], stempel: Stamp) -> Begrippen:
    """What a reader needs to know of the report before reading it."""
    return Begrippen(tuple(Begrip(naam, tekst) for naam, tekst in _rows(data, waarden, stempel)))


def _rows(data: RapportData, waarden: Mapping[str, Waarde], stempel: Stamp) -> Iterator[tuple[str, str]]:
    ronde = data.ronde
    yield "Uitvraag", ronde.naam
    yield "Periode", f"{day_short(ronde.periode_van)} tot en met {day_short(ronde.periode_tot)}"
    yield "Peildatum", moment_on_paper(data.peilmoment)
    yield "Versie", str(stempel.versie)
    yield "Status", _status(stempel)
    yield "Beantwoord door", _response(waarden)
    if stempel.akkoord:
        yield "Akkoord van", names_in_words(stempel.akkoord)
    if stempel.zonder_akkoord:
        yield "Geen akkoord van", names_in_words(stempel.zonder_akkoord)
    if stempel.reden:
        yield "Reden van vaststellen zonder ieders akkoord", stempel.reden
    if stempel.gemaakt_door:
        yield "Gemaakt door", stempel.gemaakt_door
    if data.uitvraag_open:
        yield "Let op", "De uitvraag was nog open toen deze rapportage werd gemaakt. De cijfers kunnen nog veranderen."
    if data.demo:
        yield "Demonstratie", "Alle personen en cijfers in deze rapportage zijn verzonnen."


def _status(stempel: Stamp) -> str:
    """ "Vastgesteld op 1 juni 2026"; the date is not told twice, and neither is the word."""
    if stempel.vastgesteld_op is None:
        return stempel.status
    op = f"vastgesteld op {day_short(stempel.vastgesteld_op)}"
    return op.capitalize() if stempel.status.lower() == "vastgesteld" else f"{stempel.status}, {op}"


def _response(waarden: Mapping[str, Waarde]) -> str:
    return f"{waarden['geantwoord'].tekst} van de {waarden['regios'].tekst} zorgkantoorregio’s"
