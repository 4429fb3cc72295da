"""What a region says of its figures: kept as every text, read by others once shared, taken over in the plan."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.instroom.region import Verdeling
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import DuidingHistorie, Plan, Regio, User
from portal.services.filling.revisions import AnswerEdit, SaveResult
from portal.services.instroom import duiding
from portal.services.instroom.duiding import DuidingProblem
from portal.services.plan import answers, from_figures
from portal.services.plan.pen import PlanProblem
from tests.worlds.people import make_contact, make_regio
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

TOTAAL, HERKOMST = "duiding_totaal", "duiding_herkomst"


@pytest.fixture
def regio(app: Flask) -> Regio:
    return make_regio("Bosstreek")


@pytest.fixture
def anna(regio: Regio) -> User:
    return make_contact(regio, naam="Anna")


@pytest.fixture
def plan(regio: Regio) -> Plan:
    return make_plan(regio)


def save(regio: Regio, who: User, text: str, *, base: int = 0, key: str = TOTAAL) -> SaveResult:
    return duiding.save_texts(regio, [AnswerEdit(key, text, base)], actor=who.actor)


def text_of(regio: Regio, key: str = TOTAAL) -> str:
    return duiding.texts_of(regio)[key].text


def test_a_text_is_saved_and_counted(regio: Regio, anna: User) -> None:
    assert save(regio, anna, "Wij herkennen dit.").revisions == {TOTAAL: 1}
    assert save(regio, anna, "Wij herkennen dit goed.", base=1).revisions == {TOTAAL: 2}
    assert text_of(regio) == "Wij herkennen dit goed."


def test_two_people_at_once_lose_no_word(regio: Regio, anna: User) -> None:
    bram = make_contact(regio, naam="Bram")
    save(regio, anna, "Eerste zin.\n\nTweede zin.")
    save(regio, anna, "Eerste zin van Anna.\n\nTweede zin.", base=1)
    result = save(regio, bram, "Eerste zin.\n\nTweede zin van Bram.", base=1)
    assert (result.conflicts, [one.door for one in result.merges]) == ([], ["Anna"])
    assert text_of(regio) == "Eerste zin van Anna.\n\nTweede zin van Bram."


def test_what_both_changed_otherwise_is_asked_and_not_written(regio: Regio, anna: User) -> None:
    save(regio, anna, "Hoog.")
    save(regio, anna, "Heel hoog.", base=1)
    result = save(regio, make_contact(regio), "Juist laag.", base=1)
    assert [(one.mine, one.theirs) for one in result.conflicts] == [("Juist laag.", "Heel hoog.")]
    assert text_of(regio) == "Heel hoog."


def test_what_somebody_else_wrote_is_kept_and_can_be_put_back(regio: Regio, anna: User) -> None:
    save(regio, anna, "Van Anna.")
    save(regio, make_contact(regio), "Van Bram.", base=1)
    (kept,) = all_rows(DuidingHistorie)
    duiding.restore(regio, TOTAAL, kept.id, actor=anna.actor)
    assert text_of(regio) == "Van Anna."
    assert [one.text for one in duiding.history_of(duiding.texts_of(regio)[TOTAAL])] == ["Van Bram.", "Van Anna."]


def test_what_stands_there_already_is_not_put_back_once_more(regio: Regio, anna: User) -> None:
    save(regio, anna, "Van Anna.")
    save(regio, make_contact(regio), "Van Bram.", base=1)
    (kept,) = all_rows(DuidingHistorie)
    for _ in range(2):
        duiding.restore(regio, TOTAAL, kept.id, actor=anna.actor)
    assert duiding.texts_of(regio)[TOTAAL].revision == 3
    assert len(all_rows(DuidingHistorie)) == 2


def test_an_earlier_text_of_another_region_is_not_put_back(regio: Regio, anna: User) -> None:
    other = make_regio()
    save(other, make_contact(other), "Elders.")
    save(other, make_contact(other), "Elders anders.", base=1)
    (kept,) = all_rows(DuidingHistorie)
    save(regio, anna, "Hier.")
    with pytest.raises(DuidingProblem, match="niet"):
        duiding.restore(regio, TOTAAL, kept.id, actor=anna.actor)


def test_others_read_what_was_shared_and_not_what_is_written_since(regio: Regio, anna: User) -> None:
    save(regio, anna, "Af.")
    assert duiding.texts_of(regio)[TOTAAL].gedeeld == ""
    assert duiding.share(regio, actor=anna.actor) == 1
    save(regio, anna, "Nog niet af.", base=1)
    assert duiding.texts_of(regio)[TOTAAL].gedeeld == "Af."


def test_all_texts_are_shared_at_once_and_counted(regio: Regio, anna: User) -> None:
    save(regio, anna, "Af.")
    save(regio, anna, "Uit de Wmo.", key=HERKOMST)
    assert duiding.share(regio, actor=anna.actor) == 2
    save(regio, anna, "Nog niet af.", base=1)
    assert duiding.shared_texts() == {regio.id: {TOTAAL: "Af.", HERKOMST: "Uit de Wmo."}}
    assert duiding.share(regio, actor=anna.actor) == 1


def test_sharing_what_is_shared_already_says_so(regio: Regio, anna: User) -> None:
    with pytest.raises(DuidingProblem, match="niets te delen"):
        duiding.share(regio, actor=anna.actor)


def test_a_region_chooses_its_share_and_may_choose_again(regio: Regio, anna: User) -> None:
    assert duiding.chosen_share(regio) is None
    for one in (Verdeling.STAND, Verdeling.INWONERS):
        duiding.choose_share(regio, one, actor=anna.actor)
        db.session.flush()
    assert duiding.chosen_share(regio) is Verdeling.INWONERS


def background(plan: Plan, actor: Actor, text: str) -> None:
    answers.save_answers(plan, [AnswerEdit("achtergrond", text, 0)], actor=actor)


def test_texts_come_behind_what_the_plan_says_already_each_once(regio: Regio, anna: User, plan: Plan) -> None:
    background(plan, anna.actor, "Onze regio.")
    save(regio, anna, "Veel instroom uit de Wmo.", key=HERKOMST)
    save(regio, anna, "Wij herkennen dit.")
    assert from_figures.take_over(plan, regio, actor=anna.actor) == 2
    db.session.flush()
    row = answers.answers_of(plan, ["achtergrond"])["achtergrond"]
    assert row.text == "Onze regio.\n\nWij herkennen dit.\n\nVeel instroom uit de Wmo."
    with pytest.raises(PlanProblem, match="niets over te nemen"):
        from_figures.take_over(plan, regio, actor=anna.actor)


def test_a_plan_that_was_handed_in_takes_nothing_over(regio: Regio, anna: User, plan: Plan) -> None:
    save(regio, anna, "Wij herkennen dit.")
    make_indiening(plan, anna)
    with pytest.raises(PlanProblem, match="ingediend"):
        from_figures.take_over(plan, regio, actor=anna.actor)
