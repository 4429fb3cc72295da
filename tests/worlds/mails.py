"""Every kind of mail of the overview as it comes about: who hears it, and what makes it no longer so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from portal.domain import clock
from portal.domain.mail import MailKeuze
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, Plan, Rapport, RapportAkkoord, User, VerwachtingAntwoord
from portal.services.consent import asking
from portal.services.daily import write_overviews
from portal.services.feedback import expectation_notices
from portal.services.feedback import notices as feedback_notices
from portal.services.plan import giving, pen, reading_along, submit
from portal.services.remark import remarks
from portal.services.report import notices as report_notices
from portal.services.review import reviews
from portal.services.round import notices as round_notices
from portal.services.sheet import notices as sheet_notices
from tests.worlds import hearing as heard
from tests.worlds import publishing as figures
from tests.worlds.consent import agree, change_after_agreeing
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.report import make_kernlid, put_rapport
from tests.worlds.review import answer_return, make_returned
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

EVENING = datetime(2024, 1, 31, 20, tzinfo=UTC)
MORNING = datetime(2024, 2, 1, 8, tzinfo=UTC)


@dataclass
class World:
    """A region with a plan, who makes things happen, and who has an overview a day: `kim` of the region, and others."""

    plan: Plan
    anna: User
    kim: User
    co: User
    lid: User
    leader: User
    blad: Antwoordblad
    rapport: Rapport

    def set(self, **values: object) -> None:
        """The round, the sheet or the report becomes so."""
        for name, value in values.items():
            thing = {"ronde": self.blad.uitvraag, "blad": self.blad, "rapport": self.rapport}[name]
            thing.status = value
        db.session.flush()


def make_world() -> World:
    """The evening before: nothing happened yet."""
    with clock.stopped_at(EVENING):
        regio = make_regio("Bosstreek")
        uitvraag = make_uitvraag(naam="Ronde een")
        kim, lid = make_contact(regio, naam="Kim Proef"), make_kernlid("VWS")
        leader = make_user(Rol.COORDINATOR)
        for one in (kim, lid, leader):
            one.mailkeuze = MailKeuze.DAGELIJKS
        return World(
            make_plan(regio),
            make_contact(regio, naam="Anna Proef"),
            kim,
            make_user(Rol.COORDINATOR),
            lid,
            leader,
            make_blad(uitvraag, regio),
            put_rapport(uitvraag, status=RapportStatus.TER_VASTSTELLING),
        )


def approved(world: World) -> None:
    """The plan is approved."""
    indiening = make_indiening(world.plan, world.anna)
    reviews.pick_up(world.plan, actor=world.co.actor)
    reviews.approve(world.plan, actor=world.co.actor, seen_indiening_id=indiening.id)


def undone(world: World) -> None:
    """The approval is undone."""
    reviews.undo_approval(world.plan, actor=world.co.actor, reason="Verkeerd.")


def approved_again(world: World) -> None:
    """And given once more."""
    newest = submit.submissions_of(world.plan)[0]
    reviews.approve(world.plan, actor=world.co.actor, seen_indiening_id=newest.id)


def both(*steps: Callable[[World], object]) -> Callable[[World], None]:
    """One after the other."""

    def all_of_them(world: World) -> None:
        for step in steps:
            step(world)

    return all_of_them


def handed_in(world: World) -> object:
    """The plan is handed in."""
    return make_indiening(world.plan, world.anna)


def withdrawn(world: World) -> object:
    """It is taken back."""
    return submit.withdraw(world.plan, actor=world.anna.actor)


def part_given(world: World) -> None:
    """Anna asks Kim to do a part of the plan."""
    step = pen.format_of(world.plan).steps[1]
    actor = world.anna.actor
    giving.give(world.plan, step, aan_id=world.kim.id, voor=None, toelichting="", seen_id=0, actor=actor)


def part_ready(world: World) -> None:
    """Kim did it."""
    (given,) = giving.open_of(world.plan).values()
    giving.end(world.plan, pen.format_of(world.plan).steps[1], given.id, ready=True, actor=world.kim.actor)


def own_part_ready(world: World) -> None:
    """Anna did the part that Kim gave."""
    step, actor = pen.format_of(world.plan).steps[1], world.kim.actor
    given = giving.give(world.plan, step, aan_id=world.anna.id, voor=None, toelichting="", seen_id=0, actor=actor)
    giving.end(world.plan, step, given.id, ready=True, actor=world.anna.actor)


def remarked(world: World) -> None:
    """Anna asks her colleagues something, twice."""
    thread = remarks.start_thread(
        world.plan, step_key="acties", tekst="Klopt dit?", zicht=Zicht.EIGEN, actor=world.anna.actor
    )
    remarks.reply(world.plan, thread.id, tekst="En dit?", actor=world.anna.actor)


def remark_answered(world: World) -> None:
    """Kim answers."""
    (thread,) = remarks.threads_of(world.plan, list(Zicht))
    remarks.reply(world.plan, thread.id, tekst="Ja.", actor=world.kim.actor)


def consent_asked(world: World) -> None:
    """Every side is asked to agree with the plan."""
    asking.ask_sides(world.plan, actor=world.co.actor)


def answered(world: World) -> None:
    """The sheet is handed in."""
    sheet_notices.submitted(world.blad, hand_in(world.blad))


def expectation_answered(world: World) -> None:
    """What the region expects is answered."""
    regel = add_regel(world.blad, "Wens", "vws")
    given = VerwachtingAntwoord(regel_id=regel.id, tekst="Ja", op=clock.now(), door_id=world.co.id)
    db.session.add(given)
    db.session.flush()
    expectation_notices.answered(world.blad, given)


def word_given(world: World) -> None:
    """The coördinators hear what a party says of the report."""
    word = said(world)
    report_notices.word_given(world.rapport, word, partij="VWS", compleet=False)


def said(world: World) -> RapportAkkoord:
    """A party has a remark on the report."""
    word = RapportAkkoord(
        rapport_id=world.rapport.id,
        voorlegging=world.rapport.voorlegging,
        organisatie_id=world.lid.organisatie_id,
        oordeel=AkkoordOordeel.OPMERKING,
        op=clock.now(),
        door_id=world.lid.id,
    )
    db.session.add(word)
    db.session.flush()
    return word


@dataclass(frozen=True)
class Case:
    """How a kind of mail comes about, who hears it, and what makes it no longer so (None: nothing does)."""

    reader: str
    happens: Callable[[World], object]
    is_done: Callable[[World], object] | None


CASES: dict[str, Case] = {
    "ingediend": Case("kim", handed_in, withdrawn),
    "ingetrokken": Case("kim", both(handed_in, withdrawn), handed_in),
    "nieuw_ingediend": Case("lid", handed_in, lambda w: reviews.pick_up(w.plan, actor=w.co.actor)),
    "meelezen": Case(
        "lid",
        lambda w: reading_along.ask(w.plan, ["acties"], notitie="", actor=w.anna.actor),
        lambda w: reading_along.stop(w.plan, actor=w.anna.actor),
    ),
    "onderdeel_gevraagd": Case("kim", part_given, part_ready),
    "onderdeel_voorbij": Case("kim", own_part_ready, None),
    "teruggestuurd": Case(
        "kim",
        lambda w: make_returned(w.plan, coordinator=w.co, contact=w.anna),
        both(lambda w: answer_return(w.plan, w.anna), handed_in),
    ),
    "vastgesteld": Case("kim", approved, undone),
    "heropend": Case("kim", both(approved, undone), approved_again),
    "opmerking": Case("kim", remarked, remark_answered),
    "instemming_gevraagd": Case("kim", consent_asked, lambda w: agree(w.plan, Namens.GEMEENTE, w.anna)),
    "instemming_ontvangen": Case("kim", lambda w: agree(w.plan, Namens.GEMEENTE, w.anna), None),
    "instemming_gewijzigd": Case("kim", lambda w: change_after_agreeing(w.plan, w.kim, w.anna), None),
    "uitvraag_open": Case("kim", lambda w: round_notices.opened(w.blad.uitvraag), answered),
    "uitvraag_heropend": Case(
        "kim",
        lambda w: round_notices.reopened(w.blad.uitvraag, "Fout."),
        lambda w: w.set(ronde=UitvraagStatus.GESLOTEN),
    ),
    "uitvraag_gesloten": Case(
        "kim",
        both(lambda w: w.set(ronde=UitvraagStatus.GESLOTEN), lambda w: round_notices.closed(w.blad.uitvraag)),
        lambda w: w.set(ronde=UitvraagStatus.OPEN),
    ),
    "uitstel": Case("kim", lambda w: round_notices.extended(w.blad), answered),
    "blad_teruggestuurd": Case(
        "kim",
        both(
            lambda w: hand_in(w.blad),
            lambda w: w.set(blad=BladStatus.TERUGGESTUURD),
            lambda w: round_notices.sheet_sent_back(w.blad, "Vul aan."),
        ),
        lambda w: w.set(blad=BladStatus.INGEDIEND),
    ),
    "blad_ingediend": Case("kim", answered, lambda w: w.set(blad=BladStatus.HEROPEND)),
    "terugkoppeling": Case("kim", lambda w: feedback_notices.sent(w.blad.uitvraag), None),
    "verwachting": Case("kim", expectation_answered, None),
    "rapport_voorgelegd": Case("lid", lambda w: report_notices.presented(w.rapport), said),
    "rapport_teruggehaald": Case(
        "lid",
        both(lambda w: w.set(rapport=RapportStatus.CONCEPT), lambda w: report_notices.taken_back(w.rapport, "Fout.")),
        lambda w: w.set(rapport=RapportStatus.TER_VASTSTELLING),
    ),
    "rapport_akkoord": Case("leader", word_given, lambda w: w.set(rapport=RapportStatus.VASTGESTELD)),
    "rapport_hoor": Case("kim", heard.asked, heard.all_is_well),
    "rapport_hoor_gewijzigd": Case("kim", heard.page_changed, heard.too_late),
    "rapport_hoor_afgehandeld": Case("kim", heard.settled, heard.all_is_well),
    "rapport_vastgesteld": Case(
        "lid",
        both(lambda w: w.set(rapport=RapportStatus.VASTGESTELD), lambda w: report_notices.adopted(w.rapport)),
        lambda w: w.set(rapport=RapportStatus.GEPUBLICEERD),
    ),
    "rapport_gepubliceerd": Case(
        "kim",
        both(lambda w: w.set(rapport=RapportStatus.GEPUBLICEERD), lambda w: report_notices.published(w.rapport)),
        lambda w: w.set(rapport=RapportStatus.TER_VASTSTELLING),
    ),
    "cijfers_aangekondigd": Case("kim", figures.announced, figures.withdrawn),
    "cijfers_beantwoord": Case("kim", figures.answered, figures.withdrawn),
    "cijfers_gepubliceerd": Case("kim", figures.published, figures.withdrawn),
    "cijfers_ingetrokken": Case("kim", figures.announced_and_withdrawn, None),
}


def overviews(reader: User | None = None) -> list[Mail]:
    """The overviews (of one reader) that were written."""
    return [one for one in all_rows(Mail) if one.soort == "overzicht" and (not reader or one.aan == reader.email)]


def write_at(moment: datetime) -> int:
    """Write the overviews at this moment; gives how many are new."""
    with clock.stopped_at(moment):
        new = write_overviews()
        db.session.commit()
    return new
