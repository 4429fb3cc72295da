"""Whether what waits for an overview is still so: the rules that the rooms are made of, one for each kind of mail."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Executable

from portal.models import OverzichtRegel
from portal.plain import plain_rows

# From lines of one kind to the ids of those that are still so.
Rule = Callable[[Sequence[OverzichtRegel]], set[int]]


def always(lines: Sequence[OverzichtRegel]) -> set[int]:
    """For what nobody can undo."""
    return {line.id for line in lines}


def found_by(query: Executable) -> Rule:
    """What a line is about is still so while this query, that asks for `ids`, gives its id."""

    def rule(lines: Sequence[OverzichtRegel]) -> set[int]:
        found = {row[0] for row in plain_rows(query, {"ids": sorted({line.over_id for line in lines})})}
        return {line.id for line in lines if line.over_id in found}

    return rule


def found_for(query: Executable) -> Rule:
    """As `found_by`, for a query that gives pairs: the id of what it is about, and that of the account."""

    def rule(lines: Sequence[OverzichtRegel]) -> set[int]:
        found = set(map(tuple, plain_rows(query, {"ids": sorted({line.over_id for line in lines})})))
        return {line.id for line in lines if (line.over_id, line.aan_account_id) in found}

    return rule
