"""Figures come in, are corrected and taken back; nothing is overwritten and nothing counts twice."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from flask import Flask
from sqlalchemy import func, select

from portal.domain.instroom.figures import CijferRegel, Plek, Teken, Waarneming, total_of
from portal.domain.instroom.imports import BestandSoort, ImportStatus
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer, InstroomImport, User
from portal.services.instroom import cube, sources, staging, taking
from portal.services.instroom.staging import Bestand
from tests.running.at_once import at_once
from tests.worlds.people import make_user

JANUARI, FEBRUARI = (total_of("instroom", "ZK01", f"2024-0{month}") for month in (1, 2))


@pytest.fixture
def coordinator(app: Flask) -> User:
    return make_user(Rol.COORDINATOR)


@pytest.fixture
def bron(coordinator: User) -> InstroomBron:
    return sources.add_source("Eén bron")


def look_at(bron: InstroomBron, figures: Mapping[Plek, Waarneming]) -> InstroomImport:
    bestand = Bestand("cijfers.csv", BestandSoort.SJABLOON)
    return staging.stage(bron, bestand, (CijferRegel(*one) for one in figures.items()), actor=None)


def take(bron: InstroomBron, values: Mapping[Plek, int]) -> InstroomImport:
    concept = look_at(bron, {plek: Waarneming(value) for plek, value in values.items()})
    taking.take_in(concept, actor=None)
    return concept


def counting(bron: InstroomBron) -> dict[Plek, int | None]:
    db.session.flush()
    return {plek: cijfer.waarde for plek, cijfer in cube.figures_of(bron.id, "instroom").items()}


def test_nothing_of_a_file_counts_before_it_was_taken_in(bron: InstroomBron) -> None:
    concept = look_at(bron, {JANUARI: Waarneming(7), FEBRUARI: Waarneming(None, Teken.GEHEIM)})
    assert counting(bron) == {}
    taking.take_in(concept, actor=None)
    assert cube.figures_of(bron.id, "instroom") == {JANUARI: Waarneming(7), FEBRUARI: Waarneming(None, Teken.GEHEIM)}


def test_what_taking_in_would_change_is_known_before(bron: InstroomBron) -> None:
    take(bron, {JANUARI: 7, FEBRUARI: 8})
    concept = look_at(
        bron, {JANUARI: Waarneming(7), FEBRUARI: Waarneming(9), total_of("instroom", "ZK02", "2024"): Waarneming(1)}
    )
    assert (concept.nieuw, concept.gewijzigd, concept.gelijk) == (1, 1, 1)
    assert [(old.waarde, new.waarde) for old, new in staging.changes(concept)] == [(8, 9)]


def test_a_sign_in_the_place_of_a_value_is_a_change(bron: InstroomBron) -> None:
    take(bron, {JANUARI: 7})
    assert look_at(bron, {JANUARI: Waarneming(None, Teken.ONTBREEKT)}).gewijzigd == 1
    assert look_at(bron, {JANUARI: Waarneming(7, voorlopig=True)}).gewijzigd == 1


def test_a_correction_leaves_the_old_figure_to_be_seen(bron: InstroomBron) -> None:
    take(bron, {JANUARI: 7})
    take(bron, {JANUARI: 9})
    assert counting(bron) == {JANUARI: 9}
    assert db.session.scalars(select(InstroomCijfer.waarde).order_by(InstroomCijfer.id)).all() == [7, 9]


def test_the_same_file_twice_changes_nothing(bron: InstroomBron) -> None:
    take(bron, {JANUARI: 7})
    again = look_at(bron, {JANUARI: Waarneming(7)})
    with pytest.raises(taking.InstroomProblem, match="verandert niets"):
        taking.take_in(again, actor=None)


def test_undone_the_figure_of_before_counts_again(bron: InstroomBron, coordinator: User) -> None:
    take(bron, {JANUARI: 7})
    second = take(bron, {JANUARI: 9, FEBRUARI: 3})
    taking.undo(second, actor=coordinator.actor)
    assert counting(bron) == {JANUARI: 7}
    assert second.status is ImportStatus.ONGEDAAN


def test_undoing_what_was_corrected_since_leaves_the_correction(bron: InstroomBron, coordinator: User) -> None:
    first = take(bron, {JANUARI: 7, FEBRUARI: 8})
    take(bron, {JANUARI: 9})
    taking.undo(first, actor=coordinator.actor)
    assert counting(bron) == {JANUARI: 9}


def test_what_a_later_file_said_too_stays_when_the_first_is_undone(bron: InstroomBron, coordinator: User) -> None:
    first = take(bron, {JANUARI: 7})
    take(bron, {JANUARI: 7, FEBRUARI: 8})
    taking.undo(first, actor=coordinator.actor)
    assert counting(bron) == {JANUARI: 7, FEBRUARI: 8}


def test_the_file_that_was_taken_in_last_counts_not_the_one_that_came_last(
    bron: InstroomBron, coordinator: User
) -> None:
    early, late = (look_at(bron, {JANUARI: Waarneming(value)}) for value in (1, 2))
    taking.take_in(late, actor=None)
    taking.take_in(early, actor=None)
    third = take(bron, {JANUARI: 3})
    taking.undo(third, actor=coordinator.actor)
    assert counting(bron) == {JANUARI: 1}


def test_two_sources_stand_side_by_side(bron: InstroomBron) -> None:
    other = sources.add_source("Een andere bron")
    take(bron, {JANUARI: 7})
    take(other, {JANUARI: 9})
    assert (counting(bron), counting(other)) == ({JANUARI: 7}, {JANUARI: 9})


def test_a_file_is_taken_in_or_thrown_away_once(bron: InstroomBron, coordinator: User) -> None:
    done = take(bron, {JANUARI: 7})
    for verb in (lambda: taking.take_in(done, actor=None), lambda: taking.drop(done)):
        with pytest.raises(taking.InstroomProblem, match="al ingelezen"):
            verb()
    taking.undo(done, actor=coordinator.actor)
    with pytest.raises(taking.InstroomProblem, match="telt al niet mee"):
        taking.undo(done, actor=coordinator.actor)


def test_a_file_that_is_thrown_away_leaves_nothing(bron: InstroomBron) -> None:
    concept = look_at(bron, {JANUARI: Waarneming(7)})
    taking.drop(concept)
    db.session.flush()
    assert db.session.scalar(select(func.count()).select_from(InstroomCijfer)) == 0


def test_the_number_of_changes_grows_with_each(bron: InstroomBron, coordinator: User) -> None:
    done = take(bron, {JANUARI: 7})
    before = taking.settings().nummer
    taking.undo(done, actor=coordinator.actor)
    assert taking.settings().nummer == before + 1


def test_two_files_taken_in_at_once_leave_one_figure_that_counts(
    app: Flask, bron: InstroomBron, coordinator: User
) -> None:
    ids = [look_at(bron, {JANUARI: Waarneming(value)}).id for value in (1, 2)]
    db.session.commit()

    def take_one(number: int) -> None:
        taking.take_in(db.session.get_one(InstroomImport, ids[number]), actor=None)

    at_once(app, take_one, people=2)
    counts = [one.waarde for one in db.session.scalars(select(InstroomCijfer).where(InstroomCijfer.actueel))]
    latest = db.session.scalars(select(InstroomImport).order_by(InstroomImport.volgorde.desc())).first()
    assert latest is not None
    assert {one.status for one in db.session.scalars(select(InstroomImport))} == {ImportStatus.INGELEZEN}
    assert counts == [ids.index(latest.id) + 1]
