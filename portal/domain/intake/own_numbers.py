"""The numbers that a plan already has, told apart from the words behind them: our own Word writes "4 Overleggen".

A number in words is only known by its point ("4. Overleggen"): "4 huizen bouwen" has none. But who takes in the Word
file that the portal made of this very plan has the numbers of that plan.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from portal.domain.plan.states import ActieVorm
from portal.domain.plan.table.rows import TableRow

# A number that is only digits can be one of things: then the words behind it must be much like those of the row.
_ALIKE = 60.0


@dataclass(frozen=True)
class KnownNumber:
    """A row of the plan: its number, what kind of row it is, and its words."""

    paragraaf: str
    vorm: ActieVorm
    omschrijving: str


def with_known_numbers(rows: Sequence[TableRow], known: Sequence[KnownNumber]) -> list[TableRow]:
    """The rows of a file, with the numbers of the plan in their own field. Other rows stay as they are."""
    longest = sorted((one for one in known if one.paragraaf), key=lambda one: -len(one.paragraaf))
    return [replace(row, values=_numbered(row.values, longest)) for row in rows]


def _numbered(values: Mapping[str, object], known: Sequence[KnownNumber]) -> Mapping[str, object]:
    text = str(values.get("omschrijving", ""))
    found = next((one for one in known if text.startswith((f"{one.paragraaf} ", f"{one.paragraaf}. "))), None)
    if values.get("paragraaf") or found is None:
        return values
    rest = text[len(found.paragraaf) :].removeprefix(".").strip()
    if not rest or (found.paragraaf.isdigit() and fuzz.ratio(rest, found.omschrijving) < _ALIKE):
        return values
    return {**values, "paragraaf": found.paragraaf, "omschrijving": rest, "vorm": found.vorm}
