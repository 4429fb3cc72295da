"""The messages of a report: drafted by rule, and chosen, written, ordered or put aside by the coördinator.

A draft has no row until somebody touches it, so it follows the numbers by itself; while one is untouched the report
does not go to the kerngroep.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from exports.national.counting.tally import theme_part
from exports.national.data import CodeBeeld
from exports.national.messages.box import MessageEdit, seen_now
from exports.national.messages.drafts import Draft, drafts_of
from exports.national.messages.theme_drafts import theme_drafts
from exports.national.sentences.phrases import Numbers
from exports.national.tree import Boodschap, NationaalRapport, Waarde
from forms.dutch.dates import day_short
from portal.domain import clock
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.messages import OWN, BoodschapSoort, BoodschapStatus, Waiting, why_not_saved
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, RapportBoodschap, RapportHistorie
from portal.services.report import events, reports
from portal.services.report.problems import NoSuchText, ReportProblem, TextConflict
from portal.services.report.stored_messages import edit_of as edit_of
from portal.services.report.stored_messages import rows_of as rows_of

NAAM = "Kernboodschappen"
# How the history names a message.
_KEY = "boodschap:"


@dataclass(frozen=True)
class MessageTexts:
    """What somebody typed: the three texts, of whom something is asked and by when."""

    bevinding: str
    waarom: str = ""
    wat_nu: str = ""
    aan: str = ""
    datum: date | None = None

    @property
    def parts(self) -> dict[str, str]:
        """The texts by the name of their field."""
        return {"bevinding": self.bevinding, "waarom": self.waarom, "wat_nu": self.wat_nu}


@dataclass(frozen=True)
class Messages:
    """All messages of the second page: those that were chosen, the drafts nobody touched, and what was put aside."""

    gekozen: tuple[RapportBoodschap, ...]
    voorstellen: tuple[Draft, ...]
    weggelegd: tuple[RapportBoodschap, ...]


def of_report(rapport: Rapport, waarden: Mapping[str, Waarde]) -> Messages:
    """The messages as they stand with these numbers."""
    rows = rows_of(rapport, BoodschapSoort.KERN)
    touched = {row.sleutel for row in rows}
    return Messages(
        tuple(row for row in rows if row.status is BoodschapStatus.GEKOZEN),
        tuple(one for one in drafts_in(waarden) if one.sleutel not in touched),
        tuple(row for row in rows if row.status is BoodschapStatus.WEGGELEGD),
    )


def drafts_in(waarden: Mapping[str, Waarde]) -> tuple[Draft, ...]:
    """What the portal drafts of these numbers; of whom something is asked is in words."""
    return drafts_of(Numbers(waarden))


def themes_to_touch(rapport: Rapport, waarden: Mapping[str, Waarde]) -> tuple[Draft, ...]:
    """What the portal drafts of the themes that many regions name, as far as nobody touched it."""
    touched = {row.sleutel for row in rows_of(rapport, BoodschapSoort.THEMA)}
    drafts = theme_drafts(Numbers(waarden), themes_of(rapport))
    return tuple(one for one in drafts if one.sleutel not in touched)


def draft_of(rapport: Rapport, waarden: Mapping[str, Waarde], sleutel: str) -> Draft | None:
    """What the portal drafts under this key, for the second page or of a theme; None when it drafts nothing."""
    drafts = (*drafts_in(waarden), *theme_drafts(Numbers(waarden), themes_of(rapport)))
    return next((one for one in drafts if one.sleutel == sleutel), None)


def find(rapport: Rapport, sleutel: str) -> RapportBoodschap | None:
    """The stored message with this key, or None."""
    return next((row for row in rows_of(rapport) if row.sleutel == sleutel), None)


def next_own(rapport: Rapport) -> str:
    """The key of the next message that the coördinator writes without a draft; the last one when all are used."""
    used = {row.sleutel for row in rows_of(rapport)}
    return next((key for key in OWN if key not in used), OWN[-1])


def exists(rapport: Rapport, waarden: Mapping[str, Waarde], sleutel: str) -> bool:
    """True for the key of a stored message, of a draft, of one that is begun now, or of a theme of this report."""
    if sleutel in OWN or find(rapport, sleutel):
        return True
    return sleutel in {one.sleutel for one in drafts_in(waarden)} or is_theme(rapport, sleutel)


def is_theme(rapport: Rapport, sleutel: str) -> bool:
    """True for the token of the number of texts of one theme."""
    return sleutel in themes_of(rapport)


def themes_of(rapport: Rapport) -> dict[str, CodeBeeld]:
    """The themes of which a report can say something, by the token of the number of their texts."""
    codes = reports.data_of(rapport).codes
    return {f"{code.soort}_{theme_part(code.id)}": code for code in codes}


def save(
    rapport: Rapport, sleutel: str, typed: MessageTexts, *, base_revision: int, seen_revision: int, actor: Actor
) -> RapportBoodschap:
    """Choose a message with these texts. `base_revision` is that of the page, 0 while it was not stored.

    What is stored already is no change; its numbers count as looked at. Raises NoSuchText for a key that the report
    does not have, TextConflict when somebody else changed it, StaleReport, or ReportProblem when it can't be.
    """
    reports.require_concept(rapport)
    reports.require_as_seen(rapport, seen_revision, actor)
    waarden = reports.values_of(rapport)
    if not exists(rapport, waarden, sleutel):
        raise NoSuchText("Deze boodschap staat niet (meer) in het rapport.")
    if problems := why_not_saved(typed.parts, typed.aan):
        raise ReportProblem(next(iter(problems.values())))
    row = find(rapport, sleutel)
    if row and not _is_same(row, typed) and row.revision != base_revision:
        raise TextConflict(
            mine=_whole(typed), theirs=_whole(texts_of(row)), revision=row.revision, door=row.gewijzigd_door.naam
        )
    return _write(rapport, sleutel, row, typed, waarden, actor)


def choose(rapport: Rapport, sleutel: str, *, seen_revision: int, actor: Actor) -> RapportBoodschap:
    """Choose a draft as it is, or take one back that was put aside. Raises NoSuchText, StaleReport, ReportProblem."""
    reports.require_concept(rapport)
    reports.require_as_seen(rapport, seen_revision, actor)
    waarden = reports.values_of(rapport)
    row = find(rapport, sleutel)
    if row and row.status is BoodschapStatus.GEKOZEN:
        return row
    typed = texts_of(row) if row else _drafted(rapport, waarden, sleutel)
    return _write(rapport, sleutel, row, typed, waarden, actor)


def put_aside(rapport: Rapport, sleutel: str, *, actor: Actor) -> None:
    """Leave a message out of the report; its texts stay, and it can come back. Raises NoSuchText, ReportProblem."""
    reports.require_concept(rapport)
    waarden = reports.values_of(rapport)
    row = find(rapport, sleutel) or _new(rapport, sleutel, _drafted(rapport, waarden, sleutel), waarden, actor)
    if row.status is not BoodschapStatus.WEGGELEGD:
        row.status = BoodschapStatus.WEGGELEGD
        _changed(row, actor)
        events.record_once_a_day(rapport, RapportEventSoort.TEKST_BEWERKT, actor, hoofdstuk=NAAM)
    db.session.flush()


def put_themes_aside(rapport: Rapport, sleutels: Iterable[str], *, actor: Actor) -> int:
    """Leave the drafts of these themes out of the report, as far as nobody touched them since. Returns how many.

    A key that names no draft is passed over: the numbers changed, and nothing waits there. Raises ReportProblem.
    """
    waiting = {one.sleutel for one in themes_to_touch(rapport, reports.values_of(rapport))}
    mine = [one for one in dict.fromkeys(sleutels) if one in waiting]
    for sleutel in mine:
        put_aside(rapport, sleutel, actor=actor)
    return len(mine)


def move(rapport: Rapport, sleutel: str, *, up: bool, seen_place: int) -> None:
    """Put a chosen message before or behind its neighbour.

    `seen_place` is where it stood on the page: pressed twice it moves once. Raises NoSuchText, ReportProblem.
    """
    reports.require_concept(rapport)
    rows = [row for row in rows_of(rapport, BoodschapSoort.KERN) if row.status is BoodschapStatus.GEKOZEN]
    place = next((number for number, row in enumerate(rows) if row.sleutel == sleutel), None)
    if place is None:
        raise NoSuchText("Deze boodschap staat niet (meer) in het rapport.")
    other = place - 1 if up else place + 1
    if place != seen_place or not 0 <= other < len(rows):
        return
    rows[place], rows[other] = rows[other], rows[place]
    for number, row in enumerate(rows, start=1):
        row.positie = number
    db.session.flush()


def to_look_at(rapport: Rapport, tree: NationaalRapport) -> Waiting:
    """What of the messages waits for somebody's look."""
    boxes = messages_in(tree)
    gone = [one for one in boxes if one.vervallen]
    return Waiting(
        len(of_report(rapport, tree.waarden).voorstellen),
        len(themes_to_touch(rapport, tree.waarden)),
        sum(bool(one.vlaggen) for one in boxes if one not in gone),
        len(gone),
    )


def messages_in(tree: NationaalRapport) -> list[Boodschap]:
    """Every message that is printed."""
    return [blok for one in tree.all_chapters() for blok in one.blokken if isinstance(blok, Boodschap)]


def _drafted(rapport: Rapport, waarden: Mapping[str, Waarde], sleutel: str) -> MessageTexts:
    draft = draft_of(rapport, waarden, sleutel)
    if draft is None:
        raise NoSuchText("Dit voorstel is er niet meer: de cijfers zijn veranderd.")
    return from_draft(draft, waarden)


def from_draft(draft: Draft, waarden: Mapping[str, Waarde]) -> MessageTexts:
    """A draft as the texts to begin with. Of whom something is asked are words: they stay when numbers change."""
    aan = draft.aan
    for token, waarde in waarden.items():
        aan = aan.replace(f"{{{token}}}", waarde.tekst) if "{" in aan else aan
    return MessageTexts(draft.bevinding, draft.waarom, draft.wat_nu, aan)


def _write(
    rapport: Rapport,
    sleutel: str,
    row: RapportBoodschap | None,
    typed: MessageTexts,
    waarden: Mapping[str, Waarde],
    actor: Actor,
) -> RapportBoodschap:
    if row is None:
        row = _new(rapport, sleutel, typed, waarden, actor)
    elif not _is_same(row, typed) or row.status is not BoodschapStatus.GEKOZEN or row.gezien != _seen(row, waarden):
        _replace(rapport, row, typed, waarden, actor)
    else:
        return row
    events.record_once_a_day(rapport, RapportEventSoort.TEKST_BEWERKT, actor, hoofdstuk=NAAM)
    db.session.flush()
    return row


def _new(
    rapport: Rapport, sleutel: str, typed: MessageTexts, waarden: Mapping[str, Waarde], actor: Actor
) -> RapportBoodschap:
    row = RapportBoodschap(
        rapport_id=rapport.id,
        sleutel=sleutel,
        soort=BoodschapSoort.THEMA if is_theme(rapport, sleutel) else BoodschapSoort.KERN,
        status=BoodschapStatus.GEKOZEN,
        positie=_last_place(rapport) + 1,
        revision=_last_revision(rapport, sleutel) + 1,
        gewijzigd_op=clock.now(),
        gewijzigd_door_id=actor.user_id,
        aan=typed.aan,
        datum=typed.datum,
        **typed.parts,
    )
    row.gezien = _seen(row, waarden)
    db.session.add(row)
    return row


def _replace(
    rapport: Rapport, row: RapportBoodschap, typed: MessageTexts, waarden: Mapping[str, Waarde], actor: Actor
) -> None:
    if not _is_same(row, typed):
        _keep(rapport, row)
    row.bevinding, row.waarom, row.wat_nu = typed.bevinding, typed.waarom, typed.wat_nu
    row.aan, row.datum = typed.aan, typed.datum
    if row.status is not BoodschapStatus.GEKOZEN:
        row.status, row.positie = BoodschapStatus.GEKOZEN, _last_place(rapport) + 1
    row.gezien = _seen(row, waarden)
    _changed(row, actor)


def _changed(row: RapportBoodschap, actor: Actor) -> None:
    row.revision = (row.revision or 0) + 1
    row.gewijzigd_op, row.gewijzigd_door_id = clock.now(), actor.user_id


def _seen(row: RapportBoodschap, waarden: Mapping[str, Waarde]) -> dict[str, str]:
    return seen_now(MessageEdit(row.sleutel, row.bevinding, row.waarom, row.wat_nu), waarden)


def texts_of(row: RapportBoodschap) -> MessageTexts:
    """The texts of a stored message."""
    return MessageTexts(row.bevinding, row.waarom, row.wat_nu, row.aan, row.datum)


def _is_same(row: RapportBoodschap, typed: MessageTexts) -> bool:
    return texts_of(row) == typed


def _whole(typed: MessageTexts) -> str:
    """All of a message in one text, for the history and for two versions side by side."""
    asked = ", ".join(filter(None, (typed.aan, day_short(typed.datum) if typed.datum else "")))
    return "\n\n".join(filter(None, (*typed.parts.values(), asked)))


def _keep(rapport: Rapport, row: RapportBoodschap) -> None:
    db.session.add(
        RapportHistorie(
            rapport_id=rapport.id,
            sleutel=history_key(row.sleutel),
            tekst=_whole(texts_of(row)),
            revision=row.revision,
            op=row.gewijzigd_op,
            door_id=row.gewijzigd_door_id,
        )
    )


def history_key(sleutel: str) -> str:
    """How the history of texts names a message."""
    return f"{_KEY}{sleutel}"[:80]


def _last_revision(rapport: Rapport, sleutel: str) -> int:
    kept = select(func.max(RapportHistorie.revision)).where(
        RapportHistorie.rapport_id == rapport.id, RapportHistorie.sleutel == history_key(sleutel)
    )
    return db.session.scalar(kept) or 0


def _last_place(rapport: Rapport) -> int:
    query = select(func.max(RapportBoodschap.positie)).where(RapportBoodschap.rapport_id == rapport.id)
    return db.session.scalar(query) or 0
