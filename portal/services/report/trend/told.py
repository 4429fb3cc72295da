"""What was handed in over rounds, as far as it is counted: kept per submission, which never changes.

The first who asks lets a process read every submission once (`Frozen`); after that only checksums are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, select

from exports.national.counting.tally import token_part
from forms.counted import AAN_DE_REGIO
from forms.spec import Format, Kind
from portal.domain.coding.state import CodeSoort
from portal.domain.sheet.explained import explanations
from portal.domain.sheet.state import action_ids
from portal.models import COUNTS, Antwoordblad, BladIndiening, Indiening
from portal.plain import plain_rows
from portal.services.filling.frozen import Frozen
from portal.services.round.questionnaire import format_of_content

# Eight rounds of a country with a plan for every gemeente.
AT_MOST = 4_000
_LISTS = (CodeSoort.SUCCESSEN, CodeSoort.LESSEN, CodeSoort.VERWACHTINGEN)
SHEETS = (
    select(
        Antwoordblad.id.label("blad_id"),
        Antwoordblad.uitvraag_id,
        Antwoordblad.niet_gevraagd,
        Antwoordblad.plan_indiening_id,
        Indiening.checksum.label("plan_checksum"),
        BladIndiening.id.label("indiening_id"),
        BladIndiening.checksum,
    )
    .outerjoin(Indiening, Antwoordblad.plan_indiening_id == Indiening.id)
    .outerjoin(
        BladIndiening,
        and_(
            BladIndiening.blad_id == Antwoordblad.id,
            COUNTS,
        ),
    )
    .where(Antwoordblad.uitvraag_id.in_(bindparam("rounds", expanding=True)))
)
_CONTENT = select(BladIndiening.checksum, BladIndiening.snapshot).where(
    BladIndiening.id.in_(bindparam("ids", expanding=True))
)


@dataclass(frozen=True, slots=True)
class SaidText:
    """A text: its id, or its place (question, code of the region); `regios` None means all regions of the sheet."""

    soort: str
    id: int | tuple[str, str]
    regios: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class ToldOnSheet:
    """Of one submission: the status of every action as it is counted ("" when it was not given), and the texts."""

    plan_indiening_id: int | None
    acties: Mapping[int, str]
    gezegd: tuple[SaidText, ...]


def _read(ids: list[int]) -> Iterator[tuple[str, ToldOnSheet]]:
    for start in range(0, len(ids), _AT_A_TIME):
        for row in plain_rows(_CONTENT, {"ids": ids[start : start + _AT_A_TIME]}):
            yield row.checksum, _told(row.snapshot)


_AT_A_TIME = 200
TOLD: Frozen[ToldOnSheet] = Frozen(_read, at_most=AT_MOST)


def _told(content: Mapping[str, Any]) -> ToldOnSheet:
    format_ = format_of_content(content)
    asked = format_.of_kind(Kind.VOORTGANG)
    told = {one: content["voortgang"].get(str(one), {}).get("status", "") for one in action_ids(content)}
    acties = {one: token_part(asked.counted(status)) if asked and status else "" for one, status in told.items()}
    plan = content["plan"]
    gezegd = (*_rows(format_, content), *_explained(format_, content))
    return ToldOnSheet(plan["indiening_id"] if plan else None, acties, gezegd)


def _rows(format_: Format, content: Mapping[str, Any]) -> Iterator[SaidText]:
    for soort in _LISTS:
        question = format_.of_kind(Kind(soort.value))
        for row in content["regels"][soort.value] if question else ():
            if question and question.counted(row["aan"]) != AAN_DE_REGIO:
                yield SaidText(soort.value, row["id"], (row["regio_code"],) if row["regio_code"] else None)


def _explained(format_: Format, content: Mapping[str, Any]) -> Iterator[SaidText]:
    for one in explanations(format_, content):
        yield SaidText(one.soort.value, one.place, one.regios)
