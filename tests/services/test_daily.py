"""How each kind of mail comes to whom, and the one overview a day: never empty, never twice, never of what is done."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.mail import SOORTEN, MailAard, MailKeuze, Weg, chosen, is_near, way
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.domain.round.states import BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, Mail, OverzichtRegel, Plan, Rapport, RapportAkkoord, User, VerwachtingAntwoord
from portal.services.daily import STILL, write_overviews
from portal.services.feedback import expectation_notices
from portal.services.feedback import notices as feedback_notices
from portal.services.mail import outbox
from portal.services.people import accounts
from portal.services.plan import giving, pen, reading_along, submit
from portal.services.remark import remarks
from portal.services.report import notices as report_notices
from portal.services.review import reviews
from portal.services.round import notices as round_notices
from portal.services.sheet import notices as sheet_notices
from tests.running.at_once import at_once
from tests.worlds import hearing as heard
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.report import make_kernlid, put_rapport
from tests.worlds.review import answer_return, make_returned
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

EVENING = datetime(2024, 1, 31, 20, tzinfo=UTC)
MORNING = datetime(2024, 2, 1, 8, tzinfo=UTC)
TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "mails"
# Texts that have another name than their kind.
OTHER_TEXTS = {
    "wachtwoord_gewijzigd": "wachtwoord",
    "wachtwoord_vergeten": "wachtwoord",
    "blad_heropend": "uitvraag_heropend",
}

# What comes at once whatever somebody chose, typed over by hand: about the account, or asked by a day that is near.
AT_ONCE = {
    "uitnodiging",
    "toegang",
    "wachtwoord",
    "overzicht",
    "herinnering",
    "uitvraag_herinnering",
    "onderdeel_herinnering",
    "rapport_hoor_herinnering",
}
# What only tells, and is spared to who wants only what is asked.
TELLS = {
    "ingediend",
    "onderdeel_voorbij",
    "ingetrokken",
    "nieuw_ingediend",
    "vastgesteld",
    "heropend",
    "uitstel",
    "blad_ingediend",
    "terugkoppeling",
    "verwachting",
    "rapport_teruggehaald",
    "rapport_akkoord",
    "rapport_hoor_afgehandeld",
    "rapport_vastgesteld",
    "rapport_gepubliceerd",
}


# --- The table of kinds -----------------------------------------------------------------------------------------------


def test_every_kind_of_mail_is_what_was_decided() -> None:
    assert {soort for soort, kind in SOORTEN.items() if kind.aard is MailAard.NIEUWS} == TELLS
    assert {soort for soort, kind in SOORTEN.items() if not kind.in_overview} == AT_ONCE
    assert {soort for soort, kind in SOORTEN.items() if kind.kop} == set(SOORTEN) - AT_ONCE


def test_every_text_of_a_mail_is_of_a_kind_and_every_kind_has_one() -> None:
    texts = {path.stem for path in TEMPLATES.glob("*.txt")}
    assert {OTHER_TEXTS.get(text, text) for text in texts} == set(SOORTEN)


def test_of_every_kind_in_the_overview_a_room_says_what_still_is_so() -> None:
    assert set(STILL) == set(SOORTEN) - AT_ONCE == set(CASES)


@pytest.mark.parametrize("soort", SOORTEN)
def test_how_each_kind_comes_by_what_somebody_chose(soort: str) -> None:
    found = {keuze: way(soort, keuze) for keuze in MailKeuze}
    assert found == {
        MailKeuze.DIRECT: Weg.DIRECT,
        MailKeuze.DAGELIJKS: Weg.DIRECT if soort in AT_ONCE else Weg.OVERZICHT,
        MailKeuze.GEVRAAGD: Weg.NIET if soort in TELLS else Weg.DIRECT,
    }
    assert way(soort, MailKeuze.DAGELIJKS, urgent=True) is Weg.DIRECT


def test_who_reviews_and_chose_nothing_starts_with_an_overview() -> None:
    assert (chosen(None, reviews=True), chosen(None, reviews=False)) == (MailKeuze.DAGELIJKS, MailKeuze.DIRECT)
    assert {chosen(keuze, reviews=reviews) for keuze in MailKeuze for reviews in (True, False)} == set(MailKeuze)


@pytest.mark.parametrize(("day", "near"), [(None, False), (date(2024, 2, 4), True), (date(2024, 2, 5), False)])
def test_what_is_asked_within_three_days_does_not_wait(day: date | None, near: bool) -> None:
    assert is_near(day, date(2024, 2, 1)) is near


def test_a_mail_that_nobody_declared_or_that_says_not_what_it_is_about_is_a_mistake(app: Flask) -> None:
    kim = make_user(Rol.COORDINATOR, mailkeuze=MailKeuze.DAGELIJKS)
    with pytest.raises(KeyError):
        outbox.post("een", "onbekend", kim, "Onderwerp", "wachtwoord_gewijzigd")
    with pytest.raises(ValueError, match="what it is about"):
        outbox.post("een", "vastgesteld", kim, "Onderwerp", "vastgesteld")


# --- Every kind, as it happens ----------------------------------------------------------------------------------------


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


@pytest.fixture
def world(app: Flask) -> World:
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
    indiening = make_indiening(world.plan, world.anna)
    reviews.pick_up(world.plan, actor=world.co.actor)
    reviews.approve(world.plan, actor=world.co.actor, seen_indiening_id=indiening.id)


def undone(world: World) -> None:
    reviews.undo_approval(world.plan, actor=world.co.actor, reason="Verkeerd.")


def approved_again(world: World) -> None:
    newest = submit.submissions_of(world.plan)[0]
    reviews.approve(world.plan, actor=world.co.actor, seen_indiening_id=newest.id)


def both(*steps: Callable[[World], object]) -> Callable[[World], None]:
    def all_of_them(world: World) -> None:
        for step in steps:
            step(world)

    return all_of_them


def handed_in(world: World) -> object:
    return make_indiening(world.plan, world.anna)


def withdrawn(world: World) -> object:
    return submit.withdraw(world.plan, actor=world.anna.actor)


def part_given(world: World) -> None:
    step = pen.format_of(world.plan).steps[1]
    actor = world.anna.actor
    giving.give(world.plan, step, aan_id=world.kim.id, voor=None, toelichting="", seen_id=0, actor=actor)


def part_ready(world: World) -> None:
    (given,) = giving.open_of(world.plan).values()
    giving.end(world.plan, pen.format_of(world.plan).steps[1], given.id, ready=True, actor=world.kim.actor)


def own_part_ready(world: World) -> None:
    step, actor = pen.format_of(world.plan).steps[1], world.kim.actor
    given = giving.give(world.plan, step, aan_id=world.anna.id, voor=None, toelichting="", seen_id=0, actor=actor)
    giving.end(world.plan, step, given.id, ready=True, actor=world.anna.actor)


def remarked(world: World) -> None:
    thread = remarks.start_thread(
        world.plan, step_key="acties", tekst="Klopt dit?", zicht=Zicht.EIGEN, actor=world.anna.actor
    )
    remarks.reply(world.plan, thread.id, tekst="En dit?", actor=world.anna.actor)


def remark_answered(world: World) -> None:
    (thread,) = remarks.threads_of(world.plan, list(Zicht))
    remarks.reply(world.plan, thread.id, tekst="Ja.", actor=world.kim.actor)


def answered(world: World) -> None:
    sheet_notices.submitted(world.blad, hand_in(world.blad))


def expectation_answered(world: World) -> None:
    regel = add_regel(world.blad, "Wens", "vws")
    given = VerwachtingAntwoord(regel_id=regel.id, tekst="Ja", op=clock.now(), door_id=world.co.id)
    db.session.add(given)
    db.session.flush()
    expectation_notices.answered(world.blad, given)


def word_given(world: World) -> None:
    word = said(world)
    report_notices.word_given(world.rapport, word, partij="VWS", compleet=False)


def said(world: World) -> RapportAkkoord:
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
}


def overviews(reader: User | None = None) -> list[Mail]:
    return [one for one in all_rows(Mail) if one.soort == "overzicht" and (not reader or one.aan == reader.email)]


def write_at(moment: datetime) -> int:
    with clock.stopped_at(moment):
        new = write_overviews()
        db.session.commit()
    return new


@pytest.mark.parametrize("soort", CASES)
def test_each_kind_waits_for_the_morning_and_is_told_once(world: World, soort: str) -> None:
    case = CASES[soort]
    reader = getattr(world, case.reader)
    with clock.stopped_at(EVENING):
        case.happens(world)
        db.session.commit()
    assert [mail.soort for mail in all_rows(Mail) if mail.aan == reader.email] == []
    write_at(MORNING)
    (mail,) = overviews(reader)
    said_of_it = re.search(rf"^{re.escape(SOORTEN[soort].kop)}:\n((?:- .+\n)+)", mail.tekst, re.MULTILINE)
    assert said_of_it, mail.tekst
    assert said_of_it[1].count("\n") == 1
    assert mail.tekst.count("http") == 1
    assert [write_at(MORNING), write_at(MORNING + timedelta(days=1))] == [0, 0]


@pytest.mark.parametrize("soort", [soort for soort, case in CASES.items() if case.is_done])
def test_what_is_done_by_the_morning_is_not_told(world: World, soort: str) -> None:
    case = CASES[soort]
    reader = getattr(world, case.reader)
    with clock.stopped_at(EVENING):
        case.happens(world)
        assert case.is_done
        case.is_done(world)
        db.session.commit()
    write_at(MORNING)
    assert not any(f"{SOORTEN[soort].kop}:" in mail.tekst for mail in overviews(reader))
    assert [one.soort for one in all_rows(OverzichtRegel) if one.afgehandeld_op is None] == []


@pytest.mark.parametrize("soort", CASES)
def test_who_wants_it_at_once_has_it_at_once(world: World, soort: str) -> None:
    case = CASES[soort]
    reader = getattr(world, case.reader)
    reader.mailkeuze = MailKeuze.DIRECT
    with clock.stopped_at(EVENING):
        case.happens(world)
        db.session.commit()
    assert soort in {mail.soort for mail in all_rows(Mail) if mail.aan == reader.email}
    write_at(MORNING)
    assert overviews(reader) == []


# --- The overview -----------------------------------------------------------------------------------------------------


def test_31_plans_on_the_last_day_make_one_mail_to_each_reviewer(app: Flask) -> None:
    reviewer, co = make_user(Rol.BEOORDELAAR, mailkeuze=None), make_user(Rol.COORDINATOR, mailkeuze=None)
    with clock.stopped_at(EVENING):
        for number in range(31):
            make_indiening(make_plan(make_regio(f"Streek {number:02}")))
        db.session.commit()
    assert {mail.soort for mail in all_rows(Mail)} == {"ingediend"}
    assert [write_at(MORNING), write_at(MORNING), write_at(MORNING + timedelta(days=1))] == [2, 0, 0]
    assert {mail.aan for mail in overviews()} == {reviewer.email, co.email}
    (mail,) = overviews(reviewer)
    assert mail.onderwerp == "Overzicht van vandaag: 31 berichten"
    assert mail.tekst.count("- Streek ") == 31
    assert mail.tekst.count("http") == 1


def test_one_handing_in_mails_directly_only_who_chose_that(world: World) -> None:
    lou = make_contact(world.plan.regios[0])
    lou.mailkeuze = MailKeuze.GEVRAAGD
    with clock.stopped_at(EVENING):
        handed_in(world)
        db.session.commit()
    contacts = {world.anna.email, world.kim.email, lou.email}
    assert {mail.aan for mail in all_rows(Mail)} & contacts == {world.anna.email}
    write_at(MORNING)
    assert {mail.aan for mail in overviews()} & contacts == {world.kim.email}


def test_it_waits_for_the_morning_and_what_comes_later_for_the_next(world: World) -> None:
    with clock.stopped_at(EVENING):
        handed_in(world)
        db.session.commit()
    # Half past six in Amsterdam.
    assert write_at(MORNING.replace(hour=5, minute=30)) == 0
    write_at(MORNING)
    with clock.stopped_at(MORNING + timedelta(hours=2)):
        remarked(world)
        db.session.commit()
    assert write_at(MORNING + timedelta(hours=3)) == 0
    write_at(MORNING + timedelta(days=1))
    newest = overviews(world.kim)[-1]
    assert newest.onderwerp == "Overzicht van vandaag: 1 bericht"
    assert "- het plan" in newest.tekst
    assert "ingediend" not in newest.tekst


def test_what_is_asked_comes_first(world: World) -> None:
    with clock.stopped_at(EVENING):
        answered(world)
        part_given(world)
        db.session.commit()
    write_at(MORNING)
    (mail,) = overviews(world.kim)
    assert mail.tekst.index(SOORTEN["onderdeel_gevraagd"].kop) < mail.tekst.index(SOORTEN["blad_ingediend"].kop)


def test_what_is_asked_by_a_day_that_is_near_does_not_wait(world: World) -> None:
    with clock.stopped_at(EVENING):
        step, voor = pen.format_of(world.plan).steps[1], clock.today() + timedelta(days=2)
        actor = world.anna.actor
        giving.give(world.plan, step, aan_id=world.kim.id, voor=voor, toelichting="", seen_id=0, actor=actor)
        world.blad.uitvraag.deadline = voor
        round_notices.opened(world.blad.uitvraag)
        make_returned(world.plan, coordinator=world.co, contact=world.anna, terug_voor=voor)
        db.session.commit()
    direct = {mail.soort for mail in all_rows(Mail) if mail.aan == world.kim.email}
    assert direct == {"onderdeel_gevraagd", "uitvraag_open", "teruggestuurd"}


def test_who_chooses_otherwise_by_then_still_hears_what_waited(world: World) -> None:
    with clock.stopped_at(EVENING):
        handed_in(world)
        world.kim.mailkeuze = MailKeuze.DIRECT
        db.session.commit()
    write_at(MORNING)
    assert len(overviews(world.kim)) == 1


@pytest.mark.parametrize("how", ["switched off", "role taken"])
def test_who_left_by_then_hears_nothing(world: World, how: str) -> None:
    with clock.stopped_at(EVENING):
        handed_in(world)
        db.session.commit()
    with clock.stopped_at(EVENING + timedelta(hours=1)):
        beheer = make_user(Rol.BEHEERDER).actor
        if how == "switched off":
            accounts.switch_off(world.kim, actor=beheer)
        else:
            accounts.remove_membership(world.kim, world.kim.lidmaatschappen[0].id, actor=beheer)
        give_role(world.kim, Rol.LEZER)
        db.session.commit()
    write_at(MORNING)
    assert overviews(world.kim) == []


def test_two_machines_write_one_overview(app: Flask) -> None:
    make_user(Rol.BEOORDELAAR, mailkeuze=None)
    with clock.stopped_at(EVENING):
        make_indiening(make_plan(make_regio("Een")))
        db.session.commit()
    assert sum(at_once(app, lambda number: write_at(MORNING))) == 1
