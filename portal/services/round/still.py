"""Which questions of rounds are still so when the overview of the day is written: of the sheets of that person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.models import OverzichtRegel
from portal.services.mail.still import Rule
from portal.services.round.lines import SheetLine, contacts_of, sheet_lines


def _for_own(is_so: Callable[[SheetLine], bool]) -> Rule:
    """Still so while it is so of a sheet of that round that this person is asked about. A line is about a round."""

    def rule(lines: Sequence[OverzichtRegel]) -> set[int]:
        own = _own_sheets(sorted({line.over_id for line in lines}))
        return {line.id for line in lines if any(map(is_so, own[line.over_id, line.aan_account_id]))}

    return rule


def _own_sheets(uitvraag_ids: Sequence[int]) -> dict[tuple[int, int], list[SheetLine]]:
    contacts, own = contacts_of(uitvraag_ids), defaultdict(list)
    for sheet in sheet_lines(uitvraag_ids):
        for person in contacts.get(sheet.blad_id, ()):
            own[sheet.uitvraag_id, person.id].append(sheet)
    return own


def _can_be_mended(sheet: SheetLine) -> bool:
    return sheet.facts.uitvraag is UitvraagStatus.OPEN or sheet.awaits_answer


def _is_missing(sheet: SheetLine) -> bool:
    closed = sheet.facts.uitvraag is UitvraagStatus.GESLOTEN
    return closed and sheet.facts.status is not BladStatus.INGEDIEND and not sheet.facts.niet_gevraagd


STILL: Mapping[str, Rule] = {
    "uitvraag_open": _for_own(lambda sheet: sheet.awaits_answer),
    "uitvraag_heropend": _for_own(_can_be_mended),
    "uitvraag_gesloten": _for_own(_is_missing),
    "uitstel": _for_own(lambda sheet: sheet.awaits_answer),
    "blad_teruggestuurd": _for_own(lambda sheet: sheet.facts.status is BladStatus.TERUGGESTUURD),
}
