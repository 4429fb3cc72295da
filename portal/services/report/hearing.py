"""Hoor en wederhoor: regions read what a concept says of them, say whether it is right, and hear what came of that.

A region keeps the page that it was given. When the report is made again it is told what changed in it since.
"""

from __future__ import annotations

from datetime import date

import msgspec
from sqlalchemy import select

from forms.dutch.dates import day_in_words
from portal.domain import clock
from portal.domain.report import hearing as rules
from portal.domain.report.events import RapportEventSoort
from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, RapportHistorie, RapportHoor, RapportHoorRegio, Regio
from portal.services.report import events, hearing_notices, region_pages, reports, stored_hearing
from portal.services.report.closed import require_closed
from portal.services.report.lock import lock_report
from portal.services.report.problems import HearingConflict, ReportProblem
from portal.services.round import lock


def find(hoor_id: int) -> RapportHoorRegio | None:
    """The page of a region with this id, or None."""
    return db.session.get(RapportHoorRegio, hoor_id) if 0 < hoor_id < 2**31 else None


def find_of(rapport: Rapport, code: str) -> RapportHoorRegio | None:
    """The page that the region with this code was given of this report, or None."""
    return next((one for one in stored_hearing.rows_of(rapport) if one.regio.code == code), None)


def ask(rapport: Rapport, tot_en_met: date | None, *, actor: Actor) -> None:
    """Put its page before every region that the round asked, until this day, and tell its contacts.

    Raises ReportProblem when they were asked already, the report is no concept or its round is not closed, or the day
    can't be.
    """
    lock.lock_round(rapport.uitvraag)
    reports.require_concept(rapport)
    if stored_hearing.hearing_of(rapport):
        raise ReportProblem("De regio’s zijn al gevraagd. U kunt de laatste dag veranderen.")
    require_closed(rapport)
    day = _day(tot_en_met)
    hoor = RapportHoor(rapport=rapport, tot_en_met=day, gevraagd_op=clock.now(), gevraagd_door_id=actor.user_id)
    db.session.add(hoor)
    db.session.flush()
    _give_pages(rapport)
    note = f"Tot en met {day_in_words(day)}."
    events.record(rapport, RapportEventSoort.HOOR_GEVRAAGD, actor, notitie=note)
    hearing_notices.asked(hoor, stored_hearing.rows_of(rapport))


def why_not_now(rapport: Rapport) -> str:
    """Why the regions can't be asked yet, for a page that says so beforehand; empty when they can."""
    try:
        require_closed(rapport)
    except ReportProblem as problem:
        return str(problem)
    return ""


def _give_pages(rapport: Rapport) -> None:
    codes = region_pages.asked_codes(rapport)
    pages = region_pages.pages_of(rapport, codes)
    for regio in db.session.scalars(select(Regio).where(Regio.code.in_(codes))):
        page = pages[regio.code]
        db.session.add(
            RapportHoorRegio(
                rapport_id=rapport.id,
                regio_id=regio.id,
                pagina=msgspec.to_builtins(page),
                verteld=stored_hearing.checksum(page),
            )
        )
    db.session.flush()


def give_until(rapport: Rapport, tot_en_met: date | None, *, actor: Actor) -> None:
    """Give the regions another last day, also after it was closed; who said nothing yet is told.

    The same day changes nothing. Raises ReportProblem.
    """
    hoor = _locked(rapport)
    day = _day(tot_en_met)
    if (hoor.tot_en_met, hoor.gesloten_op) == (day, None):
        return
    hoor.tot_en_met, hoor.gesloten_op = day, None
    events.record(rapport, RapportEventSoort.HOOR_TERMIJN, actor, notitie=f"Tot en met {day_in_words(day)}.")
    db.session.flush()
    hearing_notices.asked(hoor, [one for one in stored_hearing.rows_of(rapport) if one.oordeel is None])


def close(rapport: Rapport, *, actor: Actor) -> None:
    """Regions can't answer any more, before the last day has come. Closing twice changes nothing.

    Raises ReportProblem.
    """
    hoor = _locked(rapport)
    if hoor.facts.is_open(clock.today()):
        hoor.gesloten_op = clock.now()
        events.record(rapport, RapportEventSoort.HOOR_GESLOTEN, actor)


def answer(row: RapportHoorRegio, oordeel: HoorOordeel, tekst: str, *, seen_revision: int, actor: Actor) -> None:
    """Say of the own page that it is right, or what should be otherwise. A mind may change while it is open.

    The same again changes nothing; what was said before is kept. A wish that changes is to be looked at anew.
    Raises ReportProblem when it is closed or a wish has no words, HearingConflict when a colleague answered meanwhile.
    """
    rapport = row.hoor.rapport
    lock_report(rapport)
    db.session.refresh(row)
    db.session.refresh(row.hoor)
    tekst = tekst.strip() if oordeel is HoorOordeel.ANDERS else ""
    if problem := rules.why_not_answered(oordeel, tekst) or row.hoor.facts.why_closed(clock.today()):
        raise ReportProblem(problem)
    if (row.oordeel, row.tekst) == (oordeel, tekst):
        return
    _require_newest(row, seen_revision, row.antwoord_door_id == actor.user_id)
    _keep(row)
    row.oordeel, row.tekst, row.antwoord_op, row.antwoord_door_id = oordeel, tekst, clock.now(), actor.user_id
    row.afhandeling, row.reden, row.afgehandeld_op, row.afgehandeld_door_id = None, "", None, None
    row.revision += 1
    events.record(rapport, RapportEventSoort.HOOR_BEANTWOORD, actor, partij=row.regio.naam)
    db.session.flush()


def settle(
    rapport: Rapport,
    row: RapportHoorRegio,
    afhandeling: HoorAfhandeling,
    reden: str,
    *,
    seen_revision: int,
    actor: Actor,
) -> None:
    """Say of a wish whether it was worked in, and why not; its region is told. The same again changes nothing.

    Raises ReportProblem when there is no wish, a reason lacks or the report is no concept, HearingConflict when the
    region, or a colleague, said something meanwhile.
    """
    reports.require_concept(rapport)
    db.session.refresh(row)
    reden = reden.strip()
    if not row.is_wish:
        raise ReportProblem("Deze regio vroeg niets te veranderen.")
    if problem := rules.why_not_settled(afhandeling, reden):
        raise ReportProblem(problem)
    if (row.afhandeling, row.reden) == (afhandeling, reden):
        return
    _require_newest(row, seen_revision, row.afgehandeld_door_id == actor.user_id)
    row.afhandeling, row.reden = afhandeling, reden
    row.afgehandeld_op, row.afgehandeld_door_id = clock.now(), actor.user_id
    row.revision += 1
    events.record(rapport, RapportEventSoort.HOOR_AFGEHANDELD, actor, partij=row.regio.naam)
    db.session.flush()
    hearing_notices.settled(row)


def remake(rapport: Rapport, *, actor: Actor, seen_revision: int) -> bool:
    """Make the report again (`reports.remake`), and tell the regions that can still answer when their page changed."""
    changed = reports.remake(rapport, actor=actor, seen_revision=seen_revision)
    hoor = stored_hearing.hearing_of(rapport)
    if hoor and hoor.facts.is_open(clock.today()):
        _tell_of_changes(rapport, hoor)
    return changed


def _tell_of_changes(rapport: Rapport, hoor: RapportHoor) -> None:
    rows = stored_hearing.rows_of(rapport)
    pages = region_pages.pages_of(rapport, [one.regio.code for one in rows])
    for row in rows:
        now = stored_hearing.checksum(pages[row.regio.code]) if row.regio.code in pages else ""
        if now and now != row.verteld:
            row.verteld = now
            hearing_notices.changed(hoor, row)
    db.session.flush()


def _locked(rapport: Rapport) -> RapportHoor:
    reports.require_concept(rapport)
    hoor = stored_hearing.hearing_of(rapport)
    if hoor is None:
        raise ReportProblem("De regio’s zijn nog niet gevraagd om hun pagina te lezen.")
    return hoor


def _day(tot_en_met: date | None) -> date:
    if problem := rules.why_not_until(tot_en_met, clock.today()):
        raise ReportProblem(problem)
    assert tot_en_met is not None
    return tot_en_met


def _require_newest(row: RapportHoorRegio, seen_revision: int, is_own: bool) -> None:
    if row.revision != seen_revision:
        raise HearingConflict(is_own=is_own)


def _keep(row: RapportHoorRegio) -> None:
    """What a region said before it said something else."""
    if row.oordeel is None or row.antwoord_op is None or row.antwoord_door_id is None:
        return
    db.session.add(
        RapportHistorie(
            rapport_id=row.rapport_id,
            sleutel=f"hoor:{row.regio.code}",
            tekst=row.tekst or row.oordeel.label,
            revision=row.revision,
            op=row.antwoord_op,
            door_id=row.antwoord_door_id,
        )
    )
