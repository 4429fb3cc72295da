"""Remarks of reviewers on a chapter or a sentence of a report's concept; the coördinator settles them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from portal.domain.review.remarks import Zicht
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail, Opmerking, User
from portal.services.remark import remarks
from portal.services.remark.remarks import RemarkGone, RemarkProblem
from portal.services.report import ready, texts
from portal.services.report.problems import ReportProblem
from tests.client import StrictClient
from tests.reading.pages import words
from tests.web.doors.leaks import opened, where
from tests.worlds.people import make_user
from tests.worlds.report import adopt, present
from tests.worlds.report_pages import RapportWorld, make_rapport_world
from tests.worlds.rows import all_rows

NewClient = Callable[[], StrictClient]
ZIN = "proces_kop"


@pytest.fixture
def world(app: Flask) -> RapportWorld:
    return make_rapport_world()


@pytest.fixture
def kernlid(client: StrictClient, world: RapportWorld) -> StrictClient:
    return client.sign_in(world.kernlid)


def remark(world: RapportWorld, door: User, tekst: str = "Te somber.", *, anker: str | None = None) -> Opmerking:
    thread = remarks.start_thread(
        world.rapport, step_key="proces", tekst=tekst, zicht=Zicht.INTERN, anker=anker, actor=door.actor
    )
    db.session.commit()
    return thread


def told(world: RapportWorld, person: User) -> int:
    return sum(mail.soort == "opmerking" and mail.aan == person.email for mail in all_rows(Mail))


def test_a_reviewer_remarks_on_a_sentence_and_stays_there(kernlid: StrictClient, world: RapportWorld) -> None:
    page = kernlid.get(world.url("/proces"))
    (form,) = page.find("//form[@action='" + world.url("/opmerkingen") + "']")
    options = [one.get("value") for one in form.xpath(".//option")]
    assert options[:2] == ["proces", f"zin:proces/{ZIN}"]
    page = kernlid.submit("Opmerking plaatsen", over=f"zin:proces/{ZIN}", tekst="Dit is te stellig.")
    assert page.url.startswith(world.url("/proces"))
    # Without words it comes back with the same sentence picked.
    kernlid.get(world.url("/proces"))
    page = kernlid.submit("Opmerking plaatsen", status=422, over=f"zin:proces/{ZIN}", tekst="")
    assert page.one("//select[@name='over']/option[@selected]").get("value") == f"zin:proces/{ZIN}"
    page = kernlid.get(world.url("/proces"))
    (thread,) = all_rows(Opmerking)
    assert (thread.rapport_id, thread.step_key, thread.anker) == (world.rapport.id, "proces", ZIN)
    shown = page.one(f"//article[@id='opmerking-{thread.id}']")
    assert world.zin(ZIN).tekst[:40] in words(shown)
    assert "Er staat 1 opmerking open bij dit concept." in kernlid.get(world.url()).text


def test_the_coordinator_hears_of_it_and_who_took_part_hears_the_answer(world: RapportWorld) -> None:
    other = make_user(Rol.BEOORDELAAR)
    for one in (world.kim, world.kernlid, other):
        one.mailkeuze = "direct"
    thread = remark(world, world.kernlid)
    assert (told(world, world.kim), told(world, world.kernlid), told(world, other)) == (1, 0, 0)
    remarks.reply(world.rapport, thread.id, tekst="Wij passen het aan.", actor=world.kim.actor)
    assert (told(world, world.kim), told(world, world.kernlid), told(world, other)) == (1, 1, 0)


def test_the_coordinator_settles_and_who_began_may_take_it_back(world: RapportWorld) -> None:
    thread, other = remark(world, world.kernlid), make_user(Rol.BEOORDELAAR)
    with pytest.raises(RemarkProblem, match="De coördinator handelt"):
        remarks.resolve(world.rapport, thread.id, actor=other.actor)
    remarks.resolve(world.rapport, thread.id, actor=world.kim.actor)
    remarks.reopen(world.rapport, thread.id, actor=world.kernlid.actor)
    remarks.resolve(world.rapport, thread.id, actor=world.kernlid.actor)


def test_another_reviewer_sees_no_button_to_settle(world: RapportWorld, client: StrictClient) -> None:
    remark(world, world.kernlid)
    page = client.sign_in(make_user(Rol.BEOORDELAAR)).get(world.url("/opmerkingen"))
    assert "Reactie plaatsen" in page.text
    assert "oplossen" not in page.text.casefold()


def test_an_open_remark_keeps_the_report_until_it_is_settled(world: RapportWorld, client: StrictClient) -> None:
    thread = remark(world, world.kernlid)
    with pytest.raises(ReportProblem, match="staat 1 opmerking open") as refused:
        present(world.rapport, world.kim.actor)
    assert refused.value.sleutels == (ready.OPMERKINGEN,)
    db.session.rollback()
    assert "1 opmerking bij het concept staat open." in client.sign_in(world.kim).get("/").text
    page = client.get(world.url("/voorleggen"))
    client.get(page.links["Open opmerkingen"])
    client.submit("Oplossen : opmerking van Bo Partij")
    assert db.session.get_one(Opmerking, thread.id).opgelost_op is not None
    present(world.rapport, world.kim.actor)
    adopt(world.rapport, world.kim.actor)
    with pytest.raises(RemarkProblem, match="vastgesteld"):
        remark(world, world.kernlid, "Nog iets.")
    db.session.commit()
    assert "Te somber." in client.get(world.url("/opmerkingen")).text


def test_a_sentence_that_is_gone_is_said_to_be_gone(world: RapportWorld, client: StrictClient) -> None:
    actor = world.kim.actor
    texts.save(world.rapport, "eigen:proces", "Weg hiermee.", base_revision=0, seen_revision=1, actor=actor)
    remark(world, world.kernlid, anker="eigen:proces")
    texts.save(world.rapport, "eigen:proces", "", base_revision=1, seen_revision=1, actor=actor)
    db.session.commit()
    assert "een zin die niet meer in het rapport staat" in client.sign_in(world.kernlid).get(world.url("/proces")).text
    with pytest.raises(RemarkProblem, match="staat niet meer in het rapport"):
        remark(world, world.kernlid, "En dit?", anker="eigen:proces")


def test_nobody_but_reviewers_reads_a_remark_on_a_concept(
    app: Flask, world: RapportWorld, new_client: NewClient
) -> None:
    thread = remark(world, world.kernlid, "Een zilverkwartel.")
    pages = [world.url(rest) for rest in ("", "/proces", "/opmerkingen", "/alles", "/rapport.docx")]
    for person in (world.contact, make_user(Rol.LEZER), make_user(Rol.BEHEERDER)):
        found = opened(StrictClient(app, reads_pages=False).sign_in(person), iter(["/", "/rapporten", *pages]))
        assert where("zilverkwartel", found) == []
        with pytest.raises(RemarkGone):
            remarks.find_thread(world.rapport, thread.id, person.actor)
    seen = opened(StrictClient(app, reads_pages=False).sign_in(world.kim), iter(pages))
    assert where("zilverkwartel", seen) == [world.url("/proces"), world.url("/opmerkingen")]
