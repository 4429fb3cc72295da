"""What is found in answer sheets: only what was handed in last, by its own region and by national roles."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Rol
from portal.domain.search.asked import read
from portal.extensions import db
from portal.models import Antwoordblad, RegelSoort, User
from portal.services.filling.revisions import AnswerEdit
from portal.services.search import found, readable
from portal.services.search.found import Within
from portal.services.sheet import answers, rows, submit
from portal.services.sheet.rows import RegelValues
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.sheet import hand_in, make_plan_in_force, make_q1, make_sheet_ready, put_answer, put_progress

EVERYWHERE = Within()


def hits(person: User, query: str, within: Within = EVERYWHERE) -> list[tuple[str, str, str]]:
    """The round, the part and the regions of what is found."""
    db.session.flush()
    what = found.search(read(query), within, readable.library(person.actor))
    return [
        (one.place.source.uitvraag, one.place.onderdeel, " + ".join(regio.naam for regio in one.place.regios))
        for one in what.shown
    ]


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    """The sheet of a joint plan; "specht" stands in every kind of text, twice only for one region."""
    aa, bee = make_regio("Aa"), make_regio("Bee")
    blad = make_blad(make_q1(), plan=make_plan_in_force(aa, bee))
    anna = make_contact(aa, naam="Anna Proef")
    make_sheet_ready(blad, anna)
    put_answer(blad, "doel_toelichting", "Een specht.", door=anna)
    put_answer(blad, "doel_toelichting", "Een eigen specht.", door=anna, regio=bee)
    put_progress(blad, [("aandacht", "Door spechten.")], door=anna)
    rows.add_rows(blad, RegelSoort.SUCCES, [RegelValues("Meer spechten")], actor=anna.actor)
    rows.add_rows(blad, RegelSoort.VERWACHTING, [RegelValues("Een spechtenwet", "vws", bee.id)], actor=anna.actor)
    return blad


@pytest.fixture
def anna(blad: Antwoordblad) -> User:
    return make_contact(blad.regios[0])


def test_every_text_is_found_with_the_regions_it_is_of(blad: Antwoordblad, anna: User) -> None:
    hand_in(blad, anna)
    naam = blad.uitvraag.naam
    assert hits(make_user(Rol.LEZER), "specht*") == [
        (naam, "voortgang", "Aa + Bee"),
        (naam, "verwachtingen", "Bee"),
        (naam, "doelstelling", "Aa + Bee"),
        (naam, "doelstelling", "Bee"),
        (naam, "successen_lessen", "Aa + Bee"),
    ]
    one_round = Within(waar=str(blad.uitvraag_id), onderdeel="verwachtingen")
    assert len(hits(anna, "specht*", one_round)) == 1
    assert hits(anna, "specht*", Within(waar=found.PLANNEN)) == []


def test_a_draft_of_answers_is_found_by_nobody_and_a_correction_only_once_handed_in(
    blad: Antwoordblad, anna: User
) -> None:
    people = [anna, make_user(Rol.COORDINATOR)]
    assert [hits(person, "specht*") for person in people] == [[], []]
    hand_in(blad, anna)
    submit.correct(blad, anna.actor)
    answers.save_answers(blad, [AnswerEdit("doel_toelichting", "Een kwartel.", 1)], actor=anna.actor)
    assert [len(hits(person, "kwartel specht")) + len(hits(person, "kwartel")) for person in people] == [0, 0]
    hand_in(blad, anna)
    assert [(len(hits(person, "kwartel")), len(hits(person, "specht"))) for person in people] == [(1, 3), (1, 3)]


def test_other_regions_find_no_answers(blad: Antwoordblad, anna: User) -> None:
    hand_in(blad, anna)
    stranger = make_contact(make_regio("Cee"))
    assert hits(stranger, "specht*") == []
    assert readable.library(stranger.actor).rounds == {}
