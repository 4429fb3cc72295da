"""Own counts: a search that is kept with a report counts the distinct regions of the places that were said to count."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.report.own_counts import MOST, TellingWaar
from portal.domain.roles import Rol
from portal.models import Rapport, RapportTelling, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.report import own_counts, ready, reports, texts
from portal.services.report.problems import CountConflict, ReportProblem
from portal.services.round import rounds
from portal.services.sheet import answers, submit
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.report import adopt, present
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_plan_in_force, make_sheet_ready, put_answer


@pytest.fixture
def kim(app: Flask) -> User:
    return make_user(Rol.COORDINATOR)


@pytest.fixture
def rapport(kim: User) -> Rapport:
    """The report of a round in which Aa (with Bee, in one plan) and Cee wrote of IZA, and Dee did not."""
    uitvraag = make_uitvraag(naam="Ronde een")
    for namen, text in ((("Aa", "Bee"), "Het IZA helpt."), (("Cee",), "Geen IZA hier."), (("Dee",), "Niets.")):
        blad = make_blad(uitvraag, plan=make_plan_in_force(*(make_regio(naam) for naam in namen)))
        contact = make_contact(blad.regios[0])
        put_answer(blad, "doel_toelichting", text, door=contact)
        hand_in(make_sheet_ready(blad, contact), contact)
    return reports.make(uitvraag, actor=kim.actor)


def keep(rapport: Rapport, kim: User, vraag: str = "iza") -> RapportTelling:
    return own_counts.keep(rapport, naam="IZA", vraag=vraag, waar=TellingWaar.RONDE, actor=kim.actor)


def judge(rapport: Rapport, kim: User, *counting: str) -> None:
    """Look at every place; those with these words count."""
    telling = own_counts.find(rapport, 1)
    assert telling is not None
    places = own_counts.places_of(rapport, telling, actor=kim.actor)
    counts = {one.plek for one in places if any(words in one.hit.tekst for words in counting)}
    seen = {one.plek: one.telt_mee for one in places}
    own_counts.judge(rapport, 1, seen=seen, counts=counts, actor=kim.actor)


def value(rapport: Rapport) -> int | None:
    """The number, the same in a sentence and in a message."""
    found = reports.tree_of(rapport, demo=False).waarden["telling_1"]
    assert found == reports.values_of(rapport)["telling_1"]
    return found.aantal


def unseen(rapport: Rapport, kim: User) -> list[int]:
    return [one.te_bekijken for one in own_counts.overview(rapport, actor=kim.actor)]


def test_only_places_that_were_looked_at_and_count_make_the_number(rapport: Rapport, kim: User) -> None:
    keep(rapport, kim)
    assert (value(rapport), unseen(rapport, kim)) == (0, [2])
    judge(rapport, kim, "Het IZA helpt")
    assert (value(rapport), unseen(rapport, kim)) == (2, [0])
    judge(rapport, kim, "IZA")
    assert value(rapport) == 3


def test_what_was_handed_in_anew_waits_to_be_looked_at_when_the_report_is_made_again(
    rapport: Rapport, kim: User
) -> None:
    keep(rapport, kim)
    judge(rapport, kim, "IZA")
    blad = next(one for one in rapport.uitvraag.bladen if one.naam == "Cee")
    contact = make_contact(blad.regios[0])
    submit.correct(blad, contact.actor)
    answers.save_answers(blad, [AnswerEdit("doel_toelichting", "Veel IZA hier.", 1)], actor=contact.actor)
    hand_in(blad, contact)
    assert value(rapport) == 3
    reports.remake(rapport, actor=kim.actor, seen_revision=rapport.revision)
    assert (value(rapport), unseen(rapport, kim)) == (2, [1])


def test_the_next_version_begins_with_them_and_the_one_before_keeps_its_number(rapport: Rapport, kim: User) -> None:
    keep(rapport, kim)
    judge(rapport, kim, "IZA")
    rounds.close_round(rapport.uitvraag, actor=kim.actor)
    reports.remake(rapport, actor=kim.actor, seen_revision=rapport.revision)
    present(rapport, kim.actor)
    adopt(rapport, kim.actor)
    following = reports.make(rapport.uitvraag, actor=kim.actor)
    assert value(following) == value(rapport) == 3
    own_counts.remove(following, 1, actor=kim.actor)
    assert "telling_1" not in reports.tree_of(following, demo=False).waarden
    assert value(rapport) == 3


def test_a_question_without_words_or_one_too_many_is_refused(rapport: Rapport, kim: User) -> None:
    with pytest.raises(ReportProblem, match="geen woord"):
        keep(rapport, kim, "***")
    for _ in range(MOST):
        keep(rapport, kim)
    with pytest.raises(ReportProblem, match="ten hoogste 20"):
        keep(rapport, kim)


def test_a_number_of_which_a_place_was_not_looked_at_keeps_the_report_when_it_is_used(
    rapport: Rapport, kim: User
) -> None:
    keep(rapport, kim)
    rounds.close_round(rapport.uitvraag, actor=kim.actor)
    reports.remake(rapport, actor=kim.actor, seen_revision=rapport.revision)
    assert not ready.why_not_now(rapport, kim.actor)
    texts.save(
        rapport, "proces_peilmoment", "Over IZA: {telling_1}.", base_revision=0, seen_revision=2, actor=kim.actor
    )
    with pytest.raises(ReportProblem, match="zijn 2 plaatsen nog niet bekeken"):
        present(rapport, kim.actor)
    judge(rapport, kim, "IZA")
    # The number changed under an edited sentence, as any other.
    revision = rapport.revision
    texts.confirm(rapport, "proces_peilmoment", base_revision=1, seen_revision=revision, actor=kim.actor)
    present(rapport, kim.actor)


def test_who_judged_a_place_otherwise_meanwhile_is_not_overwritten(rapport: Rapport, kim: User) -> None:
    telling, bo = keep(rapport, kim), make_user(Rol.COORDINATOR, naam="Bo Proef")
    places = own_counts.places_of(rapport, telling, actor=kim.actor)
    page = {one.plek: one.telt_mee for one in places}
    own_counts.judge(rapport, 1, seen=page, counts=[*page], actor=bo.actor)
    with pytest.raises(CountConflict, match="Bo Proef heeft intussen anders gekozen") as told:
        own_counts.judge(rapport, 1, seen=page, counts=[places[0].plek], actor=kim.actor)
    assert told.value.otherwise == {places[1].plek}
    assert value(rapport) == 3
    # The same choice is no conflict, and neither is one made with the other's in sight.
    own_counts.judge(rapport, 1, seen=page, counts=[*page], actor=kim.actor)
    own_counts.judge(rapport, 1, seen=dict.fromkeys(page, True), counts=[places[0].plek], actor=kim.actor)
    assert value(rapport) == 2
