"""What a person is told of a table before its rows are added to a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from forms.dutch.words import counted, listed
from forms.spec import Question
from portal.domain.plan.table.columns import MAIN
from portal.domain.plan.table.grid import Grid
from portal.domain.plan.table.rows import TableRow


def told_above(above: Grid) -> str:
    """That what stands above the heads does not come along; "" for nothing."""
    words = listed(f"“{cell}”" for row in above for cell in row if cell)
    return f"Niet overgenomen is wat boven de koppen staat: {words}." if words else ""


def told_twice(question: Question, new: Sequence[TableRow], present: Iterable[object]) -> list[str]:
    """That rows are in the plan already: adding does not replace them."""
    name = MAIN[question.kind.value]
    known = {_same(getattr(one, name)) for one in present} - {""}
    count = sum(_same(row.values.get(name)) in known for row in new)
    if not count:
        return []
    told = counted(count, "rij staat met dezelfde woorden", "rijen staan met dezelfde woorden")
    return [
        f"{told} al in uw plan. Wat u hier toevoegt, komt erbij en vervangt niets. Wilt u rijen wijzigen? Gebruik dan"
        " het bestand van “Bijwerken in Excel”, met de kolom “Kenmerk” erin."
    ]


def _same(words: object) -> str:
    return " ".join(str(words or "").casefold().split())
