"""What all regions said over rounds, with its codes of today. A fixed number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exports.national.counting.actions import NIET_GEVRAAGD, ZONDER_ANTWOORD
from exports.national.counting.rounds import short_names
from exports.national.trend.themes import RondeGezegd, Tekst
from forms.codes import CodeSoort
from forms.spec import Format, Kind
from portal.models import Uitvraag
from portal.plain import plain_rows
from portal.services.plan.frozen_actions import ACTIONS
from portal.services.report.gather import codes
from portal.services.report.gather.codes import CodingReader
from portal.services.report.gather.rounds import bare_round
from portal.services.report.gather.sheets import Regios, regios_of
from portal.services.report.trend.rounds import last_rounds
from portal.services.report.trend.told import SHEETS, TOLD, ToldOnSheet
from portal.services.round.questionnaire import format_of_round

_ACTIES = CodeSoort.ACTIES.value


@dataclass(frozen=True)
class SaidOverRounds:
    """The rounds, the oldest first, with the code book of today. `statussen` are the labels of statuses by key.

    `plannen`: of each round the submissions of plans that its sheets are about, with the codes of their regions.
    """

    rondes: tuple[RondeGezegd, ...]
    book: CodingReader
    statussen: Mapping[str, str]
    regios: Regios
    plannen: tuple[Mapping[int, tuple[str, ...]], ...]


def said_over_rounds(*soorten: CodeSoort) -> SaidOverRounds:
    """Texts of these kinds (none given: of all) in the last rounds."""
    uitvragen = last_rounds()
    ids = [one.id for one in uitvragen]
    book, regios = codes.read(ids), regios_of(*ids)
    asked = {one.id: format_of_round(one) for one in uitvragen}
    names = short_names([bare_round(one) for one in uitvragen])
    wanted = frozenset(one.value for one in soorten or tuple(CodeSoort))
    sheets = _sheets(ids, regios)
    rondes = (_round(one, names[one.id], asked[one.id], sheets.get(one.id, ()), book, wanted) for one in uitvragen)
    plannen = tuple({one.plan_indiening_id: one.regios for one in sheets.get(ronde, ())} for ronde in ids)
    return SaidOverRounds(tuple(rondes), book, _statuses(asked.values()), regios, tuple(map(_without_none, plannen)))


def _without_none(plannen: Mapping[int | None, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    return {one: regios for one, regios in plannen.items() if one is not None}


@dataclass(frozen=True)
class _AskedSheet:
    blad_id: int
    regios: tuple[str, ...]
    is_asked: bool
    told: ToldOnSheet | None
    # The plan whose actions it lists: an answer is about those of then, also when the sheet follows a newer one by now.
    plan_indiening_id: int | None
    # Of one that was not handed in: the actions of its plan.
    acties: Iterable[int]


def _sheets(ids: Sequence[int], regios: Regios) -> dict[int, list[_AskedSheet]]:
    rows = [row for row in plain_rows(SHEETS, {"rounds": list(ids)}) if row.blad_id in regios.per_blad]
    told = TOLD.of({row.indiening_id: row.checksum for row in rows if row.indiening_id})
    silent = {row.plan_indiening_id: row.plan_checksum for row in rows if _is_silent(row)}
    plans = ACTIONS.of(silent)
    found: dict[int, list[_AskedSheet]] = defaultdict(list)
    for row in rows:
        acties = plans[row.plan_indiening_id].ids if _is_silent(row) else ()
        codes_ = tuple(one.code for one in regios.per_blad[row.blad_id])
        answered = told.get(row.indiening_id)
        about = answered.plan_indiening_id if answered else row.plan_indiening_id
        found[row.uitvraag_id].append(_AskedSheet(row.blad_id, codes_, not row.niet_gevraagd, answered, about, acties))
    return found


def _is_silent(row: Any) -> bool:
    return row.indiening_id is None and row.plan_indiening_id is not None


def _round(
    uitvraag: Uitvraag,
    naam: str,
    format_: Format,
    sheets: Sequence[_AskedSheet],
    book: CodingReader,
    wanted: frozenset[str],
) -> RondeGezegd:
    asked = _kinds_asked(format_)
    teksten: dict[str, list[Tekst]] = defaultdict(list)
    for sheet in sheets:
        if _ACTIES in wanted:
            teksten[_ACTIES] += _actions(sheet, book, asks_progress=_ACTIES in asked)
        if sheet.told and wanted - {_ACTIES}:
            for soort, text in _texts(sheet, sheet.told, book, wanted):
                teksten[soort].append(text)
    return RondeGezegd(
        bare_round(uitvraag),
        naam,
        asked,
        frozenset(code for one in sheets if one.is_asked for code in one.regios),
        frozenset(code for one in sheets if one.told for code in one.regios),
        teksten,
    )


def _kinds_asked(format_: Format) -> frozenset[str]:
    """Which kinds of text a round asks; whether actions were asked about is whether it asks how they go."""
    kinds = {one.codes.value for one in format_.questions if one.codes}
    lists = {one.kind.value for one in format_.questions if one.kind.is_list}
    progress = {_ACTIES} if Kind.VOORTGANG.value in lists else set()
    return frozenset((kinds | progress) & {one.value for one in CodeSoort})


def _actions(sheet: _AskedSheet, book: CodingReader, *, asks_progress: bool) -> Iterator[Tekst]:
    told = sheet.told.acties if sheet.told else dict.fromkeys(sheet.acties, "")
    unknown = ZONDER_ANTWOORD if asks_progress and sheet.is_asked else NIET_GEVRAAGD
    for actie_id, status in told.items():
        yield Tekst(actie_id, sheet.regios, book.codes_of_action(actie_id), status or unknown)


def _texts(
    sheet: _AskedSheet, told: ToldOnSheet, book: CodingReader, wanted: frozenset[str]
) -> Iterator[tuple[str, Tekst]]:
    for one in told.gezegd:
        if one.soort not in wanted:
            continue
        regios = sheet.regios if one.regios is None else one.regios
        if isinstance(one.id, int):
            yield one.soort, Tekst(one.id, regios, book.codes_of_row(one.id))
        elif found := book.codes_of_place(sheet.blad_id, one.id):
            yield one.soort, Tekst(found[0], regios, found[1])


def _statuses(formats: Iterable[Format]) -> dict[str, str]:
    asked = (format_.of_kind(Kind.VOORTGANG) for format_ in formats)
    return {one.counted: one.label for question in asked if question for one in question.choices}
