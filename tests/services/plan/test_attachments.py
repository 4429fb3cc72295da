"""Attachments: kept as they were, told by their content, removed softly."""

from __future__ import annotations

import hashlib

import pytest
from flask import Flask

from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Bijlage, Plan
from portal.services.plan import attachments, pen
from portal.services.plan.content import bijlagen_of
from tests.worlds.people import make_contact
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

PDF = b"%PDF-1.7\nons eigen plan"

NO_DOCUMENT = (
    "Dit bestand is geen PDF, Word, Excel, PowerPoint of OpenDocument. Sla het op als PDF en kies het opnieuw."
)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan()


@pytest.fixture
def anna(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], naam="Anna Proef").actor


def add(plan: Plan, who: Actor, *, naam: str = "", bestandsnaam: str = "plan.pdf", inhoud: bytes = PDF) -> Bijlage:
    bijlage = attachments.add_bijlage(plan, naam=naam, bestandsnaam=bestandsnaam, inhoud=inhoud, actor=who)
    db.session.commit()
    return bijlage


def test_a_file_is_kept_byte_for_byte(plan: Plan, anna: Actor):
    row_id = add(plan, anna, naam="Ons plan").id
    db.session.expire_all()
    kept = db.session.get(Bijlage, row_id)
    assert kept is not None
    assert (kept.naam, kept.bestandsnaam, kept.soort, kept.grootte) == ("Ons plan", "plan.pdf", "application/pdf", 23)
    assert kept.inhoud == PDF
    assert kept.sha256 == hashlib.sha256(PDF).hexdigest()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("plan.docx", "plan.pdf"),
        ("plan", "plan.pdf"),
        ("Ons plan 2.1 (def).PDF", "Ons plan 2.1 (def).pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("a\x00b\r\nc.pdf", "ab c.pdf"),
        ("  .pdf", "bijlage.pdf"),
        ("\ud800.pdf", "bijlage.pdf"),
        ("plán 😀.pdf", "plán 😀.pdf"),
        ("x" * 5_000 + ".pdf", "x" * 60 + ".pdf"),
    ],
)
def test_the_ending_follows_the_content_and_the_name_is_fit_for_a_file(plan: Plan, anna: Actor, sent: str, kept: str):
    assert add(plan, anna, bestandsnaam=sent).bestandsnaam == kept


def test_without_a_name_a_file_is_called_after_itself(plan: Plan, anna: Actor):
    assert add(plan, anna, bestandsnaam="Ons plan.pdf").naam == "Ons plan"


@pytest.mark.parametrize(
    ("inhoud", "words"),
    [
        (b"", "Dit bestand is leeg. Kies een ander bestand."),
        (
            b"MZ",
            NO_DOCUMENT,
        ),
    ],
)
def test_what_is_no_document_is_refused_in_words(plan: Plan, anna: Actor, inhoud: bytes, words: str):
    with pytest.raises(pen.PlanProblem) as refused:
        add(plan, anna, inhoud=inhoud)
    assert str(refused.value) == words
    assert all_rows(Bijlage) == []


def test_removing_is_soft_and_can_be_undone_each_once(plan: Plan, anna: Actor):
    one, two = add(plan, anna, naam="Een"), add(plan, anna, naam="Twee")
    for _ in range(2):
        attachments.remove_bijlage(plan, one, actor=anna)
    db.session.commit()
    assert (bijlagen_of(plan), bijlagen_of(plan, removed=True)) == ([two], [one])
    for _ in range(2):
        attachments.restore_bijlage(plan, one, actor=anna)
    db.session.commit()
    assert (bijlagen_of(plan), bijlagen_of(plan, removed=True)) == ([one, two], [])


def test_a_file_of_another_plan_is_not_there(plan: Plan, anna: Actor):
    other = make_plan()
    elsewhere = add(other, make_contact(other.regios[0]).actor)
    assert attachments.find_bijlage(plan, elsewhere.id) is None
    assert attachments.find_bijlage(other, elsewhere.id) is elsewhere


def test_while_the_plan_is_handed_in_its_files_stand_still(plan: Plan, anna: Actor):
    bijlage = add(plan, anna)
    make_indiening(plan, make_contact(plan.regios[0]))
    for verb in (
        lambda: add(plan, anna),
        lambda: attachments.remove_bijlage(plan, bijlage, actor=anna),
        lambda: attachments.restore_bijlage(plan, bijlage, actor=anna),
    ):
        with pytest.raises(pen.PlanProblem, match="Dit plan is ingediend"):
            verb()
    assert bijlagen_of(plan) == [bijlage]
