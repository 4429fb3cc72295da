"""A row as it was, version by version: who, when, and per field what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from forms.base import BaseForm
from forms.told import told
from portal.domain.review.compare import TextDiff
from portal.models import User

# What is said after one of them was put back.
PUT_BACK = "De eerdere versie staat er weer. Wat er stond is bewaard."


@dataclass(frozen=True)
class Known:
    """What is stored of one version: its form, and the address that puts it back ("" for the present one)."""

    form: BaseForm
    revision: int
    op: datetime
    door: User | None
    verwijderd: bool = False
    terug: str = ""


@dataclass(frozen=True)
class RowVersion:
    """One version as a page shows it. `what` happened; `fields`: per label what it says, against the one before."""

    what: str
    op: datetime
    door: str
    fields: tuple[tuple[str, TextDiff], ...]
    terug: str

    @property
    def changed(self) -> bool:
        """True when a field says something else than before."""
        return any(one.changed for _, one in self.fields)


def versions(known: Sequence[Known]) -> list[RowVersion]:
    """All versions of a row, newest first, from what is stored of them in that order."""
    return [_version(one, before) for one, before in zip(known, [*known[1:], None], strict=True)]


def _version(one: Known, before: Known | None) -> RowVersion:
    now = told(one.form)
    then = told(before.form) if before else now
    fields = tuple(
        (field.label, TextDiff(old.text, field.text, field.is_markdown))
        for old, field in zip(then, now, strict=True)
        if old.text or field.text
    )
    door = one.door.naam if one.door else "het portaal"
    # What only says that the row was removed holds nothing to put back.
    return RowVersion(_happened(one, before), one.op, door, fields, "" if one.verwijderd else one.terug)


def _happened(one: Known, before: Known | None) -> str:
    if one.verwijderd:
        return "Verwijderd"
    if before is None:
        return "Eerder" if one.revision > 1 else "Toegevoegd"
    return "Teruggezet" if before.verwijderd else "Gewijzigd"
