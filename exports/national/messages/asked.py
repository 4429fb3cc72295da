"""What a report asks of whom and by when, and what came of what an earlier one asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from exports.labels import ONBEKEND
from exports.national.messages.box import MessageEdit
from exports.national.sentences.living import parts_of
from exports.national.tree import Cel, Tabel, Waarde
from forms.dutch.dates import day_short

NIET_VERTELD = "Nog niet verteld"


@dataclass(frozen=True)
class EarlierRequest:
    """What an earlier report asked: its words as they were printed, of whom, by when, and what came of it."""

    tekst: str
    aan: str
    datum: date | None
    uitkomst: str = ""
    toelichting: str = ""


def requests(messages: Iterable[MessageEdit], waarden: dict[str, Waarde]) -> Iterator[Tabel]:
    """The requests of this report as a table, those with a day first in the order of the days."""
    asked = [one for one in messages if one.wat_nu.strip() and (one.aan.strip() or one.datum)]
    if not asked:
        return
    ordered = sorted(asked, key=lambda one: (one.datum is None, one.datum or date.max))
    rows = tuple((Cel(_printed(one.wat_nu, waarden)), Cel(one.aan or ONBEKEND), _day(one.datum)) for one in ordered)
    yield Tabel(
        "verzoeken_antwoorden", "Wat wij vragen, van wie en wanneer", ("Verzoek", "Aan", "Vóór"), rows, (6, 3, 2)
    )


def outcomes(earlier: Sequence[EarlierRequest]) -> Iterator[Tabel]:
    """What came of what the report of the round before asked."""
    if earlier:
        rows = tuple(
            (
                Cel(one.tekst),
                Cel(one.aan or ONBEKEND),
                Cel(one.uitkomst or NIET_VERTELD),
                Cel(one.toelichting or ONBEKEND),
            )
            for one in earlier
        )
        koppen = ("Wat wij vroegen", "Aan", "Wat ervan kwam", "Toelichting")
        yield Tabel("uitkomsten_antwoorden", "Wat er kwam van wat wij eerder vroegen", koppen, rows, (5, 2, 2, 4))


def _printed(text: str, waarden: dict[str, Waarde]) -> str:
    return "".join(deel.tekst for deel in parts_of(text, waarden)[0])


def _day(datum: date | None) -> Cel:
    return Cel(day_short(datum) if datum else ONBEKEND)
