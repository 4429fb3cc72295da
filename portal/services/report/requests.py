"""What reports asked, of whom and by when, and what came of it: told in the next round by the coördinator.

A request is the third text of a chosen message with somebody or a day to it. Its words are those of the report that
asked, with the numbers as they were printed there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from exports.national.messages.asked import EarlierRequest
from exports.national.sentences.living import parts_of
from exports.national.tree import Waarde
from portal.domain import clock
from portal.domain.report.messages import BoodschapStatus, Uitkomst
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, RapportBoodschap, Uitvraag
from portal.services.report.lock import lock_report
from portal.services.report.problems import NoSuchText, ReportProblem
from portal.services.report.stored_messages import rows_of

MOST_OF_AN_OUTCOME = 2_000


@dataclass(frozen=True)
class Request:
    """One request with what came of it; `gezien` marks what a page showed of that."""

    rapport_id: int
    sleutel: str
    ronde: str
    tekst: str
    aan: str
    datum: date | None
    uitkomst: Uitkomst | None
    toelichting: str

    @property
    def gezien(self) -> str:
        """Hide it in the form, to see later whether it is still so."""
        return f"{self.uitkomst or ''}|{len(self.toelichting)}"


def of_report(rapport: Rapport) -> list[Request]:
    """What a report asks, in its order."""
    return [_request(rapport, row) for row in rows_of(rapport) if _asks(row)]


def asked_before(rapport: Rapport) -> list[Request]:
    """What the report of the round before asked; nothing while there is none that went to the kerngroep."""
    earlier = _report_before(rapport)
    return of_report(earlier) if earlier else []


def outcomes_before(rapport: Rapport) -> tuple[EarlierRequest, ...]:
    """The same as the tree of the report prints it."""
    return tuple(
        EarlierRequest(one.tekst, one.aan, one.datum, one.uitkomst.label if one.uitkomst else "", one.toelichting)
        for one in asked_before(rapport)
    )


def all_asked() -> list[Request]:
    """What the newest adopted report of each round asked, the newest round first."""
    newest = (
        select(func.max(Rapport.id))
        .where(Rapport.status.in_([one for one in RapportStatus if one.is_frozen]))
        .group_by(Rapport.uitvraag_id, Rapport.eerdere)
    )
    query = select(Rapport).join(Uitvraag, Rapport.uitvraag_id == Uitvraag.id).where(Rapport.id.in_(newest))
    found = db.session.scalars(query.order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc()))
    return [one for rapport in found for one in of_report(rapport)]


def find(rapport: Rapport, sleutel: str) -> Request | None:
    """The request of this report with this key, or None."""
    return next((one for one in of_report(rapport) if one.sleutel == sleutel), None)


def tell(rapport: Rapport, sleutel: str, *, uitkomst: Uitkomst, toelichting: str, seen: str, actor: Actor) -> None:
    """Tell what came of a request. The same again changes nothing.

    Raises NoSuchText when the report does not ask it, ReportProblem when somebody else told meanwhile.
    """
    lock_report(rapport)
    row = next((one for one in rows_of(rapport) if one.sleutel == sleutel and _asks(one)), None)
    if row is None:
        raise NoSuchText("Dit verzoek staat niet (meer) in het rapport.")
    if len(toelichting) > MOST_OF_AN_OUTCOME:
        raise ReportProblem(f"Een toelichting heeft hoogstens {MOST_OF_AN_OUTCOME} tekens. Maak de tekst korter.")
    if (row.uitkomst, row.uitkomst_tekst) == (uitkomst, toelichting):
        return
    if _lies_before_the_kerngroep(rapport):
        raise ReportProblem(
            "Het rapport van de volgende ronde ligt bij de kerngroep en verandert nu niet. Haal het eerst terug."
        )
    if _request(rapport, row).gezien != seen:
        raise ReportProblem("Iemand anders vertelde intussen ook wat hiervan kwam. Lees dat eerst.")
    row.uitkomst, row.uitkomst_tekst = uitkomst, toelichting
    row.uitkomst_op, row.uitkomst_door_id = clock.now(), actor.user_id
    db.session.flush()


def _lies_before_the_kerngroep(rapport: Rapport) -> bool:
    """True while a report that tells of these requests is being read by the kerngroep."""
    query = select(Rapport).where(Rapport.status == RapportStatus.TER_VASTSTELLING)
    return any(_report_before(one) is rapport for one in db.session.scalars(query))


def _asks(row: RapportBoodschap) -> bool:
    chosen = row.status is BoodschapStatus.GEKOZEN
    return chosen and bool(row.wat_nu.strip()) and bool(row.aan.strip() or row.datum)


def _request(rapport: Rapport, row: RapportBoodschap) -> Request:
    return Request(
        rapport.id,
        row.sleutel,
        rapport.naam,
        _printed(row.wat_nu, row.gezien),
        row.aan,
        row.datum,
        row.uitkomst,
        row.uitkomst_tekst,
    )


def _printed(text: str, gezien: Mapping[str, str]) -> str:
    """The words with their numbers as somebody last saw them: with another number a report is not adopted."""
    values = {token: Waarde(token, "", words) for token, words in gezien.items()}
    return "".join(deel.tekst for deel in parts_of(text, values)[0])


def _report_before(rapport: Rapport) -> Rapport | None:
    before = (
        select(Uitvraag.id)
        .where(Uitvraag.periode_tot < rapport.uitvraag.periode_tot, Uitvraag.edition != "")
        .order_by(Uitvraag.periode_tot.desc(), Uitvraag.id.desc())
        .limit(1)
    )
    query = select(Rapport).where(
        Rapport.uitvraag_id == before.scalar_subquery(),
        Rapport.eerdere == "",
        Rapport.status != RapportStatus.CONCEPT,
    )
    return db.session.scalars(query.order_by(Rapport.nummer.desc()).limit(1)).first()
