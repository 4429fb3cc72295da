"""The forms of the page that takes rows from a table, and which rows were added by it a moment ago."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from flask_wtf.file import FileField
from wtforms import BooleanField, HiddenField, SelectField

from forms.base import BaseForm
from forms.fields import CheckboxChoices, LongText, TextLine, as_choices
from forms.spec import Kind, Question
from portal.domain.plan.table.marks import KENMERK, MARK, SHAPE, SOORT_REGEL
from portal.domain.plan.table.rows import TableChoices
from portal.services.plan.taking_file import Ticked

_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?")
# More rows are never added in one step.
_MOST = 20_000


class TableForm(BaseForm):
    """A table: pasted, or in a file."""

    tabel = LongText(
        "Tabel",
        description="Kopieer de tabel in Word, Excel of een mail en plak haar hier. Neem de rij met koppen mee.",
        render_kw={"rows": 6},
    )
    tabelbestand = FileField(
        "Of kies een bestand",
        description="Een Excel-bestand (.xlsx) of een .csv-bestand. Ook het Excel-bestand dat u hier ophaalde.",
    )
    blad = TextLine("Naam van het blad", description="Alleen als het bestand meer bladen heeft.")


class TableChoiceForm(BaseForm):
    """How the table is read. `choice_form` adds a field for each column."""

    width = 0
    tabel = LongText("De tabel", render_kw={"rows": 6})
    eerste_rij = BooleanField("De eerste rij bevat de koppen")
    uitvouwen = BooleanField(
        "Elke regel in een cel is een eigen rij",
        description="Voor een tabel met alle acties in één cel, en ernaast wie en wanneer.",
    )

    def choices(self) -> TableChoices:
        """What was chosen."""
        fields = tuple(self[f"kolom_{at}"].data or "" for at in range(self.width))
        return TableChoices(fields, bool(self.eerste_rij.data), bool(self.uitvouwen.data))


class TableAgainForm(BaseForm):
    """The button that undoes what this person took over last; the token is enough."""


class TableUndoForm(BaseForm):
    """Which rows were added in one step."""

    rijen = HiddenField("Rijen")


class TableBackForm(TableChoiceForm):
    """A workbook of our own that comes back: what a person ticked, and the list that the page told of."""

    gezien = HiddenField("Gezien")
    weg = CheckboxChoices(
        "Welke rijen verwijdert u?",
        description="Deze rijen staan niet in het bestand. Wat u niet aanvinkt, blijft staan.",
    )
    toch = CheckboxChoices(
        "Van welke rijen neemt u het bestand over?",
        description="Wat u niet aanvinkt, blijft zoals het in het portaal staat.",
    )
    volgorde = BooleanField("Neem ook de volgorde van het bestand over")

    def ticked(self) -> Ticked:
        """What was ticked."""
        return Ticked(set(map(int, self.weg.data)), set(map(int, self.toch.data)), bool(self.volgorde.data))

    def offer(self, gone: Iterable[tuple[int, str]], wins: Iterable[tuple[int, str]]) -> None:
        """Which rows can be ticked."""
        self.weg.choices = as_choices((str(row_id), words) for row_id, words in gone)
        self.toch.choices = as_choices((str(row_id), words) for row_id, words in wins)


@lru_cache(maxsize=200)
def choice_form(question: Question, width: int) -> type[TableChoiceForm]:
    """The form for a table of so many columns."""
    return type("TableChoiceFormOfColumns", (TableChoiceForm,), _columns(question, width, ()))


@lru_cache(maxsize=200)
def back_form(question: Question, width: int) -> type[TableBackForm]:
    """The form for a workbook of our own of so many columns."""
    shape = ((SHAPE, SOORT_REGEL),) if question.kind is Kind.ACTIES else ()
    return type("TableBackFormOfColumns", (TableBackForm,), _columns(question, width, (*shape, (MARK, KENMERK))))


def _columns(question: Question, width: int, ours: tuple[tuple[str, str], ...]) -> dict[str, object]:
    offered = as_choices([("", "Niet overnemen"), *((one.name, one.column) for one in question.row), *ours])
    fields = {f"kolom_{at}": SelectField(f"Kolom {at + 1}", choices=offered) for at in range(width)}
    return {"width": width, **fields}


def as_ranges(ids: Iterable[int]) -> str:
    """Ids in few signs, for an address: "12-25,30"."""
    ordered = sorted(ids)
    ends = [one for one, following in pairwise(ordered) if following != one + 1]
    starts = [following for one, following in pairwise(ordered) if following != one + 1]
    return ",".join(f"{start}-{end}" for start, end in zip(ordered[:1] + starts, ends + ordered[-1:], strict=True))


def ids_in(ranges: str) -> set[int]:
    """The ids of `as_ranges`; nothing of what is something else."""
    found: set[int] = set()
    for match in filter(None, map(_RANGE.fullmatch, ranges[:20_000].split(","))):
        start, end = int(match[1]), int(match[2] or match[1])
        found.update(range(start, min(end, start + _MOST) + 1))
        if len(found) > _MOST:
            return set()
    return found
