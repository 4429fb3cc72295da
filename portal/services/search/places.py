"""Writing down where the texts of a submission stand, when it is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, delete, insert, select

from forms.richtext import to_plain
from portal.domain.search.stems import stems
from portal.extensions import db
from portal.locking import lock_row
from portal.models import BladIndiening, Indiening, TekstPlaats
from portal.plain import plain_rows


@dataclass(frozen=True)
class Written:
    """One text as it was typed: the section it answers, and the one region it is of in a joint plan ("" for all)."""

    onderdeel: str
    kop: str
    tekst: str
    regio_code: str = ""


# Bytes of stems in one place.
MOST = 900_000
NOTHING = Written("", "", "")
Submission = Indiening | BladIndiening
AnySubmission = TypeVar("AnySubmission", Indiening, BladIndiening)


def keep(submission: Submission, texts: Iterable[Written]) -> None:
    """Write down the places of a new submission, in order. Those without a word are left out."""
    where = _column(type(submission)).key
    found = [one for one in texts if one.tekst.strip()] or [NOTHING]
    rows = [{where: submission.id, **_row(place, one)} for place, one in enumerate(found)]
    db.session.execute(insert(TekstPlaats), rows)


def _row(place: int, one: Written) -> dict[str, Any]:
    tekst = to_plain(one.tekst)
    return {
        "positie": place,
        "onderdeel": one.onderdeel,
        "regio_code": one.regio_code,
        "kop": one.kop,
        "tekst": tekst,
        "stammen": _within_limits(" ".join(stems(tekst))),
    }


def _within_limits(stammen: str) -> str:
    """PostgreSQL takes no more than a megabyte of words in one place: what stands behind that is not found."""
    if len(stammen) <= MOST // 4 or len(stammen.encode()) <= MOST:
        return stammen
    return stammen.encode()[:MOST].decode(errors="ignore").rpartition(" ")[0]


def replace_earlier(newest: BladIndiening) -> None:
    """Of a sheet only the newest submission counts, for good: the places of earlier ones go."""
    earlier = select(BladIndiening.id).where(BladIndiening.blad_id == newest.blad_id, BladIndiening.id != newest.id)
    db.session.execute(delete(TekstPlaats).where(TekstPlaats.blad_indiening_id.in_(earlier)))


def catch_up(
    table: type[AnySubmission], keep_one: Callable[[AnySubmission], None], *which: ColumnElement[bool], at_most: int
) -> int:
    """Write down the places of what was handed in before there were places, so many at a time; gives how many."""
    ids = _waiting(table, *which, at_most=at_most)
    for submission_id in ids:
        lock_row(table, submission_id)
        submission = db.session.get_one(table, submission_id)
        if _is_waiting(submission):
            keep_one(submission)
    return len(ids)


def _waiting(table: type[Submission], *which: ColumnElement[bool], at_most: int) -> Sequence[int]:
    """The ids of submissions that were never looked at, of those `which` says: handed in before there were places."""
    query = select(table.id).where(*which, ~_has_places(table.id, table)).order_by(table.id).limit(at_most)
    return [row.id for row in plain_rows(query)]


def _is_waiting(submission: Submission) -> bool:
    """True while nobody looked at this (locked) submission."""
    return not db.session.scalar(select(_has_places(submission.id, type(submission))))


def _has_places(submission_id: Any, table: type[Submission]) -> ColumnElement[bool]:
    return select(TekstPlaats.id).where(_column(table) == submission_id).exists()


def forget() -> None:
    """Take all places away, to make them again."""
    db.session.execute(delete(TekstPlaats))


def _column(table: type[Any]) -> Any:
    return TekstPlaats.indiening_id if table is Indiening else TekstPlaats.blad_indiening_id
