"""Comments of a Word file become remarks on a plan, once; those that went out of the portal stay what they were."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from flask import Flask

from exports.word.plan import plan_docx
from portal.domain.intake.document import Comment
from portal.domain.intake.read import read
from portal.domain.review.remarks import Zicht
from portal.models import Opmerking
from portal.services.plan import content
from portal.services.plan.document import plan_document
from portal.services.remark import from_comments, on_paper, remarks
from portal.services.remark.from_comments import CommentOnPart
from portal.services.remark.readers import readable_for
from portal.services.remark.remarks import RemarkProblem
from tests.worlds.remark import RemarkWorld, make_remark_world, make_thread
from tests.worlds.rows import all_rows

MAART = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)
COMMENT = Comment("Eva Extern", "Is dit haalbaar?", "Elke maand overleggen", MAART)


@pytest.fixture
def world(app: Flask) -> RemarkWorld:
    return make_remark_world()


def take_in(world: RemarkWorld, *comments: Comment, step: str = "acties", zicht: Zicht = Zicht.EIGEN, actie: int = 0):
    found = [CommentOnPart(step, one, actie or None) for one in comments]
    return from_comments.take_in(world.plan, found, zicht=zicht, actor=world.contact.actor)


def test_a_comment_becomes_a_remark_with_its_author_in_the_words(world: RemarkWorld):
    (thread,) = take_in(world, COMMENT, actie=world.actie.id).made
    assert (thread.step_key, thread.actie_id, thread.zicht) == ("acties", world.actie.id, Zicht.EIGEN)
    assert thread.door_id == world.contact.id
    assert thread.tekst == (
        "Eva Extern schreef in Word op 1 maart 2026, bij “Elke maand overleggen”:\n\nIs dit haalbaar?"
    )


def test_the_same_file_again_makes_nothing_new(world: RemarkWorld):
    take_in(world, COMMENT, COMMENT)
    other = Comment("Eva Extern", "En wie doet het?", "")
    again = take_in(world, COMMENT, other)
    assert ([one.tekst for one in again.made], again.known) == (["Eva Extern schreef in Word:\n\nEn wie doet het?"], 1)
    assert len(all_rows(Opmerking)) == 2


def test_what_is_settled_stays_settled(world: RemarkWorld):
    (thread,) = take_in(world, COMMENT).made
    remarks.resolve(world.plan, thread.id, actor=world.contact.actor)
    assert take_in(world, COMMENT).known == 1


def test_an_action_that_is_gone_gives_a_remark_on_its_part_and_an_empty_comment_none(world: RemarkWorld):
    made = take_in(world, Comment("Eva", "  ", ""), COMMENT, actie=999).made
    assert [(one.step_key, one.actie_id) for one in made] == [("acties", None)]


def test_what_the_portal_sent_out_with_its_replies_comes_back_as_nothing_new(world: RemarkWorld):
    thread = make_thread(
        world.plan, world.beoordelaar, tekst="Wat **bedoelt** u?\n\n- dit\n- of dat", step_key="acties"
    )
    remarks.reply(world.plan, thread.id, tekst="Allebei.", actor=world.contact.actor)
    make_thread(world.plan, world.contact, Zicht.EIGEN, "Nog bespreken.", step_key="monitoring")
    document = plan_document(content.working_copy(world.plan), status="Concept", peilmoment=MAART)
    seen = readable_for(world.plan, world.contact.actor)
    file = read("plan.docx", plan_docx(document, on_paper.open_remarks(world.plan, seen)))
    comments = [comment for one in file.paragraphs() for comment in one.comments]
    assert [(one.author, one.text) for one in comments] == [
        ("Ana Beoordelaar", "Wat bedoelt u?\n- dit\n- of dat"),
        ("Bo Regio", "Allebei."),
        ("Bo Regio", "Alleen onze regio: Nog bespreken."),
    ]
    taken = take_in(world, *comments)
    assert (taken.made, taken.known) == ((), 3)


def test_what_somebody_may_not_read_hides_no_comment(world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, Zicht.INTERN, "Is dit haalbaar?")
    assert len(take_in(world, Comment("Ana Beoordelaar", "Is dit haalbaar?", "")).made) == 1


def test_who_may_not_write_remarks_takes_none_in(world: RemarkWorld):
    with pytest.raises(RemarkProblem, match="wie uw opmerking mag lezen"):
        take_in(world, COMMENT, zicht=Zicht.INTERN)
    with pytest.raises(RemarkProblem, match="Kies een onderdeel"):
        take_in(world, COMMENT, step="nergens")
    assert all_rows(Opmerking) == []
