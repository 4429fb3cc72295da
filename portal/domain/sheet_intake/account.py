"""Where each word of a sheet that comes in is: the sheet's own, with an answer, or without a place."""

from __future__ import annotations

from collections.abc import Collection

from portal.domain.intake.under_way import Account
from portal.domain.stored.sheet_intake import FoundAnswer, SheetIntakeContent


def account(content: SheetIntakeContent, refused: Collection[FoundAnswer] = ()) -> Account:
    """Count the words. Those of an answer that can't come in (`refused`, or by itself) have no place."""
    stays = [one for one in content.antwoorden if one.bezwaar or any(one is other for other in refused)]
    lost = sum(one.woorden for one in stays)
    placed = sum(one.woorden for one in content.antwoorden) - lost
    left = sum(one.woorden for one in content.niet_geplaatst)
    return Account(content.woorden, content.eigen_woorden, placed, left + lost)
