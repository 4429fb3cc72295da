"""Successes, lessons and expectations: each row keeps its id, and no change of a colleague is lost."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Actor, Namens
from portal.domain.round.states import UitvraagStatus
from portal.models import Antwoordblad, BladHistorie, BladRegel, RegelSoort
from portal.services.round.problems import SheetProblem
from portal.services.sheet import rows
from portal.services.sheet.content import working_copy
from portal.services.sheet.rows import RegelConflict, RegelGone, RegelValues
from tests.worlds.people import make_contact, make_regio
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows
from tests.worlds.sheet import make_q1

SUCCES, LES, VERWACHTING = RegelSoort.SUCCES, RegelSoort.LES, RegelSoort.VERWACHTING


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    return make_blad(make_q1(), make_regio("Aastreek"), make_regio("Beestreek"))


@pytest.fixture
def anna(blad: Antwoordblad) -> Actor:
    return make_contact(blad.regios[0], naam="Anna Proef").actor


@pytest.fixture
def bram(blad: Antwoordblad) -> Actor:
    return make_contact(blad.regios[1], Namens.ZORGKANTOOR, naam="Bram Proef").actor


def add(blad: Antwoordblad, *texts: str, actor: Actor, soort: RegelSoort = SUCCES) -> list[BladRegel]:
    return rows.add_rows(blad, soort, [RegelValues(text) for text in texts], actor=actor)


def texts(blad: Antwoordblad, soort: RegelSoort = SUCCES) -> list[str]:
    return [row["tekst"] for row in working_copy(blad)["regels"][soort.value]]


def test_several_rows_come_in_their_order_behind_the_others(blad: Antwoordblad, anna: Actor):
    add(blad, "Een", actor=anna)
    add(blad, "Twee", "Drie", actor=anna)
    add(blad, "Een les", actor=anna, soort=LES)
    assert (texts(blad), texts(blad, LES)) == (["Een", "Twee", "Drie"], ["Een les"])


def test_an_expectation_names_of_whom_and_for_which_region(blad: Antwoordblad, anna: Actor):
    b = blad.regios[1]
    values = RegelValues("Duidelijkheid over tarieven.", "nza", b.id)
    (row,) = rows.add_rows(blad, VERWACHTING, [values], actor=anna)
    assert working_copy(blad)["regels"]["verwachtingen"] == [
        {"id": row.id, "tekst": "Duidelijkheid over tarieven.", "aan": "nza", "regio_code": b.code}
    ]


@pytest.mark.parametrize("aan", ["", "gemeente", "onzin"])
def test_an_expectation_of_nobody_we_know_is_refused(blad: Antwoordblad, anna: Actor, aan: str):
    with pytest.raises(SheetProblem, match="Kies van wie u dit verwacht"):
        rows.add_rows(blad, VERWACHTING, [RegelValues("Iets", aan)], actor=anna)


def test_an_empty_row_and_a_strange_region_are_refused(blad: Antwoordblad, anna: Actor):
    with pytest.raises(SheetProblem, match="Een lege regel"):
        add(blad, "  ", actor=anna)
    with pytest.raises(SheetProblem, match="geldt niet voor deze regio"):
        rows.add_rows(blad, SUCCES, [RegelValues("Iets", "", make_regio().id)], actor=anna)
    assert texts(blad) == []


def test_a_change_keeps_the_id_and_what_it_was(blad: Antwoordblad, anna: Actor):
    (row,) = add(blad, "Eerst", actor=anna)
    changed = rows.change_row(blad, SUCCES, row.id, RegelValues("Daarna"), base_revision=1, actor=anna)
    assert (changed.id, changed.revision, texts(blad)) == (row.id, 2, ["Daarna"])
    (kept,) = all_rows(BladHistorie)
    assert (kept.veld, kept.waarde) == (f"regel:{row.id}", {"tekst": "Eerst", "aan": "", "regio_id": None})


def test_a_stale_change_writes_nothing(blad: Antwoordblad, anna: Actor, bram: Actor):
    (row,) = add(blad, "Eerst", actor=anna)
    rows.change_row(blad, SUCCES, row.id, RegelValues("Van Anna"), base_revision=1, actor=anna)
    with pytest.raises(RegelConflict):
        rows.change_row(blad, SUCCES, row.id, RegelValues("Van Bram"), base_revision=1, actor=bram)
    with pytest.raises(RegelConflict):
        rows.remove_row(blad, SUCCES, row.id, base_revision=1, actor=bram)
    assert texts(blad) == ["Van Anna"]


def test_removing_twice_is_removing_once_and_can_be_undone_in_its_place(blad: Antwoordblad, anna: Actor):
    first, second, third = add(blad, "Een", "Twee", "Drie", actor=anna)
    for _ in range(2):
        rows.remove_row(blad, SUCCES, second.id, base_revision=1, actor=anna)
    assert texts(blad) == ["Een", "Drie"]
    assert [row.id for row in rows.rows_of(blad, SUCCES, removed=True)] == [second.id]
    with pytest.raises(RegelConflict):
        rows.change_row(blad, SUCCES, second.id, RegelValues("Toch"), base_revision=1, actor=anna)
    rows.restore_row(blad, SUCCES, second.id, actor=anna)
    assert texts(blad) == ["Een", "Twee", "Drie"]
    assert (first.revision, third.revision) == (1, 1)


def test_moving_stops_at_the_ends_and_sees_that_somebody_was_first(blad: Antwoordblad, anna: Actor, bram: Actor):
    _, _, third = add(blad, "Een", "Twee", "Drie", actor=anna)
    rows.move_row(blad, SUCCES, third.id, steps=-1, seen_position=3, actor=anna)
    assert texts(blad) == ["Een", "Drie", "Twee"]
    with pytest.raises(RegelConflict):
        rows.move_row(blad, SUCCES, third.id, steps=-1, seen_position=3, actor=bram)
    rows.move_row(blad, SUCCES, third.id, steps=-9, seen_position=2, actor=anna)
    assert texts(blad) == ["Drie", "Een", "Twee"]


def test_a_row_goes_behind_another_that_is_there(blad: Antwoordblad, anna: Actor):
    first, second, third = add(blad, "Een", "Twee", "Drie", actor=anna)
    rows.place_row(blad, SUCCES, first.id, after_id=second.id, seen_position=1, actor=anna)
    rows.place_row(blad, SUCCES, third.id, after_id=0, seen_position=3, actor=anna)
    assert texts(blad) == ["Drie", "Twee", "Een"]
    rows.remove_row(blad, SUCCES, second.id, base_revision=1, actor=anna)
    with pytest.raises(SheetProblem, match="staat er niet meer"):
        rows.place_row(blad, SUCCES, first.id, after_id=second.id, seen_position=3, actor=anna)


def test_a_row_of_another_list_or_sheet_is_not_there(blad: Antwoordblad, anna: Actor):
    (row,) = add(blad, "Een", actor=anna)
    other = make_blad(make_uitvraag(), *blad.regios)
    for where, soort, number in ((blad, LES, row.id), (other, SUCCES, row.id), (blad, SUCCES, 999_999)):
        with pytest.raises(RegelGone):
            rows.remove_row(where, soort, number, base_revision=1, actor=anna)


def test_a_closed_round_takes_no_rows(app: Flask):
    regio = make_regio()
    blad = make_blad(make_uitvraag(status=UitvraagStatus.GESLOTEN), regio)
    with pytest.raises(SheetProblem, match="Deze uitvraag is gesloten"):
        add(blad, "Een", actor=make_contact(regio).actor)
