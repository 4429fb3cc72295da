"""A report to look at through the browser: a small country whose round is closed, and people around its report."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from exports.national.data import RapportData
from exports.national.tree import NationaalRapport, Zin
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Rapport, RapportGegevens, User
from portal.services.report import akkoord, reports
from portal.services.report.stored_data import to_json
from tests.worlds.kept import kept
from tests.worlds.nation import ReportWorld, make_full_plan, make_report_world
from tests.worlds.people import make_contact, make_user
from tests.worlds.report import adopt, make_kernlid, present, publish, put_rapport
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_sheet_ready


@dataclass(frozen=True)
class RapportWorld:
    """A closed round of which a coördinator made the report, and the people who look at it."""

    landelijk: ReportWorld
    rapport: Rapport
    kim: User
    kernlid: User
    contact: User

    @property
    def tree(self) -> NationaalRapport:
        """The report as it reads now."""
        return reports.tree_of(self.rapport, demo=False)

    def zin(self, sleutel: str) -> Zin:
        """A sentence of it."""
        return reports.sentences_of(self.tree)[sleutel]

    def url(self, rest: str = "") -> str:
        """The address of the report, or of something below it."""
        return f"/rapporten/{self.rapport.id}{rest}"


@kept
def make_rapport_world(status: RapportStatus = RapportStatus.CONCEPT) -> RapportWorld:
    """The report of `make_report_world` in this status; a party of the kerngroep said that something must change."""
    landelijk = make_report_world()
    landelijk.uitvraag.status = UitvraagStatus.GESLOTEN
    kim, kernlid = make_user(Rol.COORDINATOR, naam="Kim de Maker"), make_kernlid("Partij Proef", naam="Bo Partij")
    rapport = reports.make(landelijk.uitvraag, actor=kim.actor)
    world = RapportWorld(landelijk, rapport, kim, kernlid, make_contact(landelijk.aland))
    move_to(world, status)
    db.session.commit()
    return world


def move_to(world: RapportWorld, status: RapportStatus) -> None:
    """Let the report go from concept to this status, with a remark of a party underway."""
    order = list(RapportStatus)
    place = order.index(status)
    if place >= 1:
        present(world.rapport, world.kim.actor)
        say(world, AkkoordOordeel.OPMERKING, "Hoofdstuk 3 is te somber.")
    if place >= 2:
        adopt(world.rapport, world.kim.actor)
    if place >= 3:
        publish(world.rapport, world.kim.actor)
    db.session.flush()


def say(world: RapportWorld, oordeel: AkkoordOordeel, tekst: str = "") -> None:
    """What the party says of the report that lies before it."""
    akkoord.give(
        world.rapport,
        oordeel=oordeel,
        tekst=tekst,
        actor=world.kernlid.actor,
        seen_voorlegging=world.rapport.voorlegging,
    )


def answer_more(world: RapportWorld) -> None:
    """A region that was silent answers after all, later than the report was made."""

    plan = make_full_plan(world.landelijk.zonder_blad)
    contact = make_contact(world.landelijk.zonder_blad)
    world.landelijk.uitvraag.status = UitvraagStatus.OPEN
    blad = make_sheet_ready(make_blad(world.landelijk.uitvraag, plan=plan), contact)
    hand_in(blad, contact)
    world.landelijk.uitvraag.status = UitvraagStatus.GESLOTEN
    db.session.commit()


def remake(world: RapportWorld) -> None:
    """Make the report again, as the coördinator."""
    reports.remake(world.rapport, actor=world.kim.actor, seen_revision=world.rapport.revision)
    db.session.commit()


def name_with_words(world: RapportWorld) -> None:
    """Every region said that it may be named with its words, and the report is made again."""
    for blad in world.landelijk.uitvraag.bladen:
        blad.citaat_met_naam = True
    remake(world)


def put_data(data: RapportData, status: RapportStatus = RapportStatus.GEPUBLICEERD) -> Rapport:
    """The report of a closed round, in this status, as if it was made of this data."""
    rapport = put_rapport(make_uitvraag(status=UitvraagStatus.GESLOTEN), status=status)
    row = db.session.get(RapportGegevens, rapport.id)
    assert row
    row.inhoud = to_json(data)
    row.checksum = sha256(row.inhoud.encode()).hexdigest()
    db.session.flush()
    return rapport
