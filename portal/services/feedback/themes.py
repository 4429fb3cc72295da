"""How many regions named each theme of the code book, in what they handed in: counted, never named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from exports.feedback import Telling, ThemeCount
from forms.counted import AAN_DE_REGIO
from forms.spec import Format, Kind, Question
from portal.domain.coding.merged import merged_into
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, Code, Codering, CoderingCode, RegelSoort, Uitvraag

# What each list is called where its themes are counted; what a region expects of itself is not of others.
_LISTS = {
    RegelSoort.SUCCES: "Successen",
    RegelSoort.LES: "Lessen",
    RegelSoort.VERWACHTING: "Verwachtingen van landelijke partijen",
}
_FITS_NONE, _NOT_CODED = 0, -1


@dataclass(frozen=True)
class _Said:
    """A row of a list: its id, and the codes of the regions that say it."""

    regel_id: int
    regios: frozenset[str]


def theme_counts(uitvraag: Uitvraag, format_: Format, sheets: Sequence[Any]) -> tuple[ThemeCount, ...]:
    """The themes of each list of this round, from its counting submissions (`regios` and `regels` of each).

    A list of which no text has a theme is left out. Two queries.
    """
    codings = _codings(uitvraag)
    if not codings:
        return ()
    names, target = _book()
    expected = format_.of_kind(Kind.VERWACHTINGEN)
    lists = ((lijst, list(_said(sheets, soort, expected))) for soort, lijst in _LISTS.items())
    found = (_count(lijst, said, codings, names, target) for lijst, said in lists)
    return tuple(one for one in found if one.tellingen)


def _count(
    lijst: str,
    said: list[_Said],
    codings: Mapping[int, frozenset[int]],
    names: Mapping[int, str],
    target: Mapping[int, int],
) -> ThemeCount:
    regios: defaultdict[int, set[str]] = defaultdict(set)
    for one in said:
        for code in _themes_of(one, codings, target):
            regios[code] |= one.regios
    tellingen = [Telling(names[code], len(regios[code])) for code in names if code in regios]
    return ThemeCount(
        lijst,
        regios=len({regio for one in said for regio in one.regios}),
        # Ties keep the order of the code book.
        tellingen=tuple(sorted(tellingen, key=lambda one: -one.aantal)),
        geen_thema=len(regios[_FITS_NONE]),
        niet_ingedeeld=len(regios[_NOT_CODED]),
    )


def _themes_of(one: _Said, codings: Mapping[int, frozenset[int]], target: Mapping[int, int]) -> set[int]:
    if one.regel_id not in codings:
        return {_NOT_CODED}
    return {target[code] for code in codings[one.regel_id]} or {_FITS_NONE}


def _said(sheets: Sequence[Any], soort: RegelSoort, expected: Question | None) -> Iterator[_Said]:
    for sheet in sheets:
        everyone = frozenset(regio["code"] for regio in sheet.regios)
        for row in sheet.regels[soort]:
            if expected is None or expected.counted(row["aan"]) != AAN_DE_REGIO:
                yield _Said(row["id"], frozenset({row["regio_code"]}) if row["regio_code"] else everyone)


def _codings(uitvraag: Uitvraag) -> dict[int, frozenset[int]]:
    """The codes of each coded row of this round; no codes: none fits."""
    query = (
        select(Codering.regel_id, CoderingCode.code_id)
        .join(BladRegel, Codering.regel_id == BladRegel.id)
        .join(Antwoordblad, BladRegel.blad_id == Antwoordblad.id)
        .outerjoin(CoderingCode, CoderingCode.codering_id == Codering.id)
        .where(Antwoordblad.uitvraag_id == uitvraag.id)
    )
    found: defaultdict[int, set[int]] = defaultdict(set)
    for regel_id, code_id in db.session.execute(query):
        # One coding gives a row for each of its codes, and one without code when none fits.
        found[regel_id or 0] |= {code_id} if code_id is not None else set()
    return {regel_id: frozenset(codes) for regel_id, codes in found.items()}


def _book() -> tuple[dict[int, str], dict[int, int]]:
    """The names of codes by id, in the order of the book, and the code that each code counts as."""
    rows = db.session.execute(select(Code.id, Code.naam, Code.samengevoegd_in_id).order_by(Code.positie, Code.id)).all()
    return {row.id: row.naam for row in rows}, merged_into({row.id: row.samengevoegd_in_id for row in rows})
