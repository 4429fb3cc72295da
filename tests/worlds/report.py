"""National reports: made by the portal's own verbs, or as bare rows where a test only needs that there is one."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from exports.national.data import Beeld, RapportData, RegioBeeld, Ronde, Stand
from portal.domain import clock
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.roles import Actor, OrganisatieSoort, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import (
    Organisatie,
    Rapport,
    RapportBestand,
    RapportGegevens,
    RapportHoor,
    RapportHoorRegio,
    Regio,
    Uitvraag,
    User,
)
from portal.services.report import akkoord, reports, workflow
from portal.services.report.stored_data import to_json
from tests.worlds.people import make_organisatie, make_user
from tests.worlds.round import make_uitvraag

REASON = "Het bestuurlijk overleg is morgen."


def make_rapport(
    uitvraag: Uitvraag | None = None, *, status: RapportStatus = RapportStatus.CONCEPT, actor: Actor | None = None
) -> Rapport:
    """The report of a round (none given: a closed one that nobody answered), by the verbs of the portal."""
    uitvraag = uitvraag or make_uitvraag(status=UitvraagStatus.GESLOTEN)
    actor = actor or make_user(Rol.COORDINATOR).actor
    rapport = reports.make(uitvraag, actor=actor)
    order = list(RapportStatus)
    verbs = (present, adopt, publish)
    for verb in verbs[: order.index(status)]:
        verb(rapport, actor)
    db.session.flush()
    return rapport


def present(rapport: Rapport, actor: Actor) -> None:
    """Send the report to the kerngroep, from a page that shows how it is now."""
    workflow.present(rapport, actor=actor, seen=workflow.mark(rapport))


def take_back(rapport: Rapport, actor: Actor, reason: str = "De cijfers kloppen niet.") -> None:
    """Take it back from the kerngroep."""
    workflow.take_back(rapport, reason=reason, actor=actor, seen=workflow.mark(rapport))


def adopt(rapport: Rapport, actor: Actor, reason: str = REASON) -> None:
    """Freeze it, also when parties said nothing."""
    workflow.adopt(rapport, reason=reason, actor=actor, seen=workflow.mark(rapport))


def publish(rapport: Rapport, actor: Actor) -> None:
    """Let everybody read it."""
    workflow.publish(rapport, actor=actor, seen=workflow.mark(rapport))


def agree(rapport: Rapport, reviewer: User) -> None:
    """This person says akkoord on behalf of the own party."""
    seen = rapport.voorlegging
    akkoord.give(rapport, oordeel=AkkoordOordeel.AKKOORD, tekst="", actor=reviewer.actor, seen_voorlegging=seen)


def remark(rapport: Rapport, reviewer: User, tekst: str) -> None:
    """This person has remarks on behalf of the own party."""
    seen = rapport.voorlegging
    akkoord.give(rapport, oordeel=AkkoordOordeel.OPMERKING, tekst=tekst, actor=reviewer.actor, seen_voorlegging=seen)


def make_partij(naam: str) -> Organisatie:
    """A party of the kerngroep."""
    return make_organisatie(naam, OrganisatieSoort.KERNPARTIJ)


def make_kernlid(partij: Organisatie | str, *, naam: str | None = None) -> User:
    """A beoordelaar who speaks for a party of the kerngroep."""
    partij = make_partij(partij) if isinstance(partij, str) else partij
    return make_user(Rol.BEOORDELAAR, organisatie=partij, naam=naam)


def put_rapport(uitvraag: Uitvraag, *, status: RapportStatus = RapportStatus.CONCEPT, nummer: int = 1) -> Rapport:
    """The bare rows of a report with one silent region, with two small files when it is frozen; no verb, no event."""
    voorlegging = 0 if status is RapportStatus.CONCEPT else 1
    moment = clock.now()
    rapport = Rapport(
        uitvraag=uitvraag, nummer=nummer, status=status, status_sinds=moment, voorlegging=voorlegging, gemaakt_op=moment
    )
    db.session.add(rapport)
    db.session.flush()
    inhoud = to_json(small_data(uitvraag))
    db.session.add(RapportGegevens(rapport_id=rapport.id, inhoud=inhoud, checksum=sha256(inhoud.encode()).hexdigest()))
    for soort in ("docx", "xlsx") if status.is_frozen else ():
        content = f"Een {soort} van {uitvraag.naam}".encode()
        db.session.add(
            RapportBestand(
                rapport_id=rapport.id,
                soort=soort,
                bestandsnaam=f"Rapport.{soort}",
                grootte=len(content),
                checksum=sha256(content).hexdigest(),
                gemaakt_op=moment,
                inhoud=content,
            )
        )
    db.session.flush()
    return rapport


def put_hearing(rapport: Rapport, regio: Regio) -> RapportHoorRegio:
    """That this region is asked about its page, for another ten days; bare rows, no verb, no event."""
    moment, door = clock.now(), make_user(Rol.COORDINATOR)
    until = clock.today() + timedelta(days=10)
    hoor = db.session.get(RapportHoor, rapport.id) or RapportHoor(
        rapport=rapport, tot_en_met=until, gevraagd_op=moment, gevraagd_door_id=door.id
    )
    page = {"naam": regio.naam, "delen": [{"kop": "Uw bijlage", "punten": [{"tekst": "Les", "kop": "", "bron": ""}]}]}
    row = RapportHoorRegio(hoor=hoor, regio=regio, pagina=page, verteld="0" * 64)
    db.session.add_all([hoor, row])
    db.session.flush()
    return row


def small_data(uitvraag: Uitvraag) -> RapportData:
    """The data of a round that one invented region did not answer."""
    ronde = Ronde(uitvraag.id, uitvraag.naam, uitvraag.periode_van, uitvraag.periode_tot, uitvraag.deadline)
    beeld = Beeld(ronde, (RegioBeeld("X1", "Proefstreek", Stand.NIET_BEANTWOORD),))
    return RapportData(clock.now(), beeld, None, (ronde,), ())
