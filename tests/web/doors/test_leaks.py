"""Region A never sees an unsubmitted word of region B, on no page; national roles see what was handed in, never drafts.

The worlds here have something to leak: sentences that stand nowhere else, in a draft, a row, a reason, a file.
"""

from __future__ import annotations

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain.plan.workflow import Move
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import PlanVersie, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, attachments, pen, rows, steps, submit, workflow
from portal.services.plan.submit import submissions_of
from tests.client import StrictClient
from tests.running.halves import half_of
from tests.web.doors.leaks import Region, addresses, read, searches, where
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan

DRAFT = "zilverkwartel"
SUBMITTED = "koperspecht"
ROLES = (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER, Rol.BEHEERDER)


def write_everywhere(region: Region, word: str) -> None:
    """Put a word in an answer, a row of every list, a reason and a file."""
    plan, actor = region.plan, region.contact.actor
    present = answers.answers_of(plan)
    base = present["achtergrond"].revision if "achtergrond" in present else 0
    answers.save_answers(plan, [AnswerEdit("achtergrond", f"Wij zien de {word}.", base)], actor=actor)
    for kind, name in (
        (Kind.PARTIJEN, "naam"),
        (Kind.DOELSTELLINGEN, "tekst"),
        (Kind.ACTIES, "omschrijving"),
        (Kind.MIJLPALEN, "mijlpaal"),
    ):
        row = rows.add_row(plan, kind, {name: f"Een {word}"}, actor=actor)
        region.ids.setdefault("row_id", []).append(row.id)
    steps.declare_later(plan, pen.format_of(plan).step("monitoring"), reden=f"Na de {word}.", actor=actor)
    inhoud = b"%PDF-1.7 " + word.encode()
    bijlage = attachments.add_bijlage(plan, naam=f"Plan {word}", bestandsnaam=f"{word}.pdf", inhoud=inhoud, actor=actor)
    region.ids.setdefault("bijlage_id", []).append(bijlage.id)


@pytest.fixture
def region(app: Flask) -> Region:
    """Region B with a draft that was never handed in."""
    regio = make_regio("Bosstreek")
    region = Region(make_plan(regio), make_contact(regio, naam="Bo Proef"), words=(DRAFT, SUBMITTED))
    write_everywhere(region, DRAFT)
    return region


@pytest.fixture
def submitted(app: Flask) -> Region:
    """Region B whose plan was handed in, and came back, and is being changed."""
    regio = make_regio("Bosstreek")
    region = Region(make_plan(regio), make_contact(regio, naam="Bo Proef"), words=(DRAFT, SUBMITTED))
    write_everywhere(region, SUBMITTED)
    make_indiening(region.plan, region.contact)
    co = make_user(Rol.COORDINATOR).actor
    workflow.move(region.plan, Move.OPPAKKEN, actor=co)
    workflow.move(region.plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
    write_everywhere(region, DRAFT)
    db.session.commit()
    return region


@pytest.fixture
def accepted(app: Flask) -> Region:
    """Region B with a plan that was vastgesteld, and beside it a new concept that is being written."""
    regio = make_regio("Bosstreek")
    region = Region(make_plan(regio), make_contact(regio, naam="Bo Proef"), words=(DRAFT, SUBMITTED))
    write_everywhere(region, SUBMITTED)
    make_indiening(region.plan, region.contact)
    co = make_user(Rol.COORDINATOR).actor
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(region.plan, move, actor=co)
    db.session.add(PlanVersie(plan=region.plan, nummer=2, status_sinds=region.plan.versie.status_sinds))
    db.session.commit()
    db.session.refresh(region.plan)
    write_everywhere(region, DRAFT)
    db.session.commit()
    return region


def strangers() -> list[User]:
    """People of another region, with a plan of their own. Two of them walk on one database, one on the other."""
    elsewhere = make_regio("Aardstreek")
    make_plan(elsewhere)
    return [make_contact(elsewhere), make_contact(elsewhere, Namens.ZORGKANTOOR), make_regiolezer(elsewhere)]


def nationals() -> list[User]:
    return [make_user(rol) for rol in ROLES]


def everybody_else() -> list[User | None]:
    """All from whom a draft of region B is hidden; half of them look on each database, in the next test the others."""
    return [None, *strangers(), *nationals()]


def test_there_is_something_to_leak(app: Flask, region: Region):
    found = where(DRAFT, read(app, region.contact, region))
    here = f"/plannen/{region.plan.id}"
    expected = {
        here,
        f"{here}/lezen",
        f"{here}/controleren",
        f"{here}/concept.docx",
        f"{here}/bijlagen",
        f"{here}/tijdlijn",
        f"{here}/onderdeel/achtergrond",
        f"{here}/onderdeel/acties",
        f"{here}/bijlagen/{region.ids['bijlage_id'][0]}",
    }
    assert expected <= set(found)


def test_a_draft_is_seen_by_nobody_outside_its_region(app: Flask, region: Region):
    for person in half_of(app, everybody_else()):
        assert where(DRAFT, read(app, person, region)) == [], person and person.actor.memberships


def test_a_draft_that_was_handed_in_and_taken_back_is_a_draft_again(app: Flask, region: Region):
    make_indiening(region.plan, region.contact)
    submit.withdraw(region.plan, actor=region.contact.actor)
    db.session.commit()
    for person in half_of(app, everybody_else(), turned=True):
        assert where(DRAFT, read(app, person, region)) == [], person and person.actor.memberships


def test_what_was_taken_back_stays_unseen_after_the_plan_was_handed_in_again(app: Flask, region: Region):
    taken_back = make_indiening(region.plan, region.contact)
    submit.withdraw(region.plan, actor=region.contact.actor)
    removed = attachments.find_bijlage(region.plan, region.ids["bijlage_id"][0])
    assert removed is not None
    attachments.remove_bijlage(region.plan, removed, actor=region.contact.actor)
    counts = make_indiening(region.plan, region.contact)
    here = f"/plannen/{region.plan.id}"
    for person in (make_user(rol) for rol in (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER)):
        found = read(app, person, region)
        assert f"{here}/indieningen/{counts.id}" in found
        for address in (f"indieningen/{taken_back.id}", f"indieningen/{taken_back.id}.pdf", f"bijlagen/{removed.id}"):
            assert f"{here}/{address}" not in found


def test_what_was_handed_in_is_seen_by_national_roles_without_the_draft_beside_it(app: Flask, submitted: Region):
    here, (first, second) = f"/plannen/{submitted.plan.id}", submitted.ids["bijlage_id"]
    (indiening,) = submissions_of(submitted.plan)
    frozen, analysis = f"{here}/indieningen/{indiening.id}", "/landelijk/samenvatting"
    read_by_all = {
        *searches(SUBMITTED),
        *(frozen, f"{frozen}.docx", f"{frozen}.pdf", f"{frozen}.odt", f"{here}/bijlagen/{first}"),
        *(analysis, f"{analysis}.docx", f"{analysis}.xlsx"),
    }
    reviewed = {f"{here}/beoordelen", f"{here}/opmerkingen", f"{here}/opmerkingen.docx"}
    condensed = {f"{analysis}/{submitted.plan.id}/{kolom}" for kolom in ("doelstellingen", "acties")}
    for rol, more in ((Rol.BEOORDELAAR, reviewed), (Rol.COORDINATOR, reviewed | condensed), (Rol.LEZER, set())):
        found = read(app, make_user(rol), submitted)
        assert set(where(SUBMITTED, found)) == read_by_all | more
        assert where(DRAFT, found) == []
        assert f"{here}/bijlagen/{second}" not in found


def test_what_was_handed_in_but_not_accepted_is_not_seen_elsewhere(app: Flask, submitted: Region):
    for person in half_of(app, [None, *strangers(), make_user(Rol.BEHEERDER)]):
        found = read(app, person, submitted)
        assert where(SUBMITTED, found) == where(DRAFT, found) == []


def test_what_was_accepted_is_seen_elsewhere_without_the_draft_beside_it(app: Flask, accepted: Region):
    here, (first, second) = f"/plannen/{accepted.plan.id}", accepted.ids["bijlage_id"]
    (indiening,) = submissions_of(accepted.plan)
    frozen = f"{here}/indieningen/{indiening.id}"
    for person in half_of(app, strangers()):
        found = read(app, person, accepted)
        files = {f"{frozen}.{kind}" for kind in ("docx", "pdf", "odt")}
        readable = {frozen, *files, f"{here}/bijlagen/{first}", *searches(SUBMITTED)}
        assert set(where(SUBMITTED, found)) == readable
        assert where(DRAFT, found) == []
        assert f"{here}/bijlagen/{second}" not in found


def test_a_next_version_that_is_handed_in_is_not_seen_elsewhere_before_it_is_accepted(app: Flask, accepted: Region):
    make_indiening(accepted.plan, accepted.contact)
    for person in half_of(app, strangers()):
        assert where(DRAFT, read(app, person, accepted)) == []
    assert where(DRAFT, read(app, make_user(Rol.LEZER), accepted)) != []


def test_a_submission_that_was_sent_back_is_not_seen_elsewhere_after_the_next_was_accepted(
    app: Flask, submitted: Region
):
    first = submitted.ids["bijlage_id"][0]
    attachments.remove_bijlage(
        submitted.plan,
        attachments.find_bijlage(submitted.plan, first),
        actor=submitted.contact.actor,
    )
    make_indiening(submitted.plan, submitted.contact)
    co = make_user(Rol.COORDINATOR).actor
    for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
        workflow.move(submitted.plan, move, actor=co)
    db.session.commit()
    older = submissions_of(submitted.plan)[-1]
    for person in half_of(app, strangers()):
        found = read(app, person, submitted)
        here = f"/plannen/{submitted.plan.id}"
        assert where(DRAFT, found) != []
        assert f"{here}/bijlagen/{first}" not in found
        assert f"{here}/indieningen/{older.id}" not in found


def test_everything_of_a_private_plan_is_404_not_403(app: Flask, region: Region):
    db.session.commit()
    here = f"/plannen/{region.plan.id}"
    for person in half_of(app, strangers()):
        client = StrictClient(app, reads_pages=False).sign_in(person)
        for address in addresses(app, region):
            if address.startswith(here):
                client.get(address, 404)


def test_news_of_one_region_is_no_news_in_another(app: Flask, region: Region):
    for person in strangers():
        client = StrictClient(app).sign_in(person)
        assert "Bo Proef" not in client.get("/").text
        assert "Bosstreek" not in client.get("/").text
