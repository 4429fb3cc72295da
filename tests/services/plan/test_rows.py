"""The four lists of a plan: adding, changing, removing, putting back and moving rows, with the revision rule."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain.plan.states import ActieVorm, VensterBron
from portal.domain.roles import Actor, Namens
from portal.extensions import db
from portal.models import Actie, Partij, Plan, RowHistory
from portal.services.plan import pen, rows
from portal.services.plan.timelines import with_window
from tests.worlds.people import make_contact
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.rows import all_rows

NAME = {Kind.PARTIJEN: "naam", Kind.DOELSTELLINGEN: "tekst", Kind.ACTIES: "omschrijving", Kind.MIJLPALEN: "mijlpaal"}
LISTS = list(NAME)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan()


@pytest.fixture
def anna(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], naam="Anna Proef").actor


@pytest.fixture
def bram(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef").actor


def add(plan: Plan, who: Actor, *names: str, kind: Kind = Kind.ACTIES, after: rows.Row | None = None) -> list[Any]:
    """Somebody adds rows, each behind the one before it."""
    made: list[Any] = []
    after_id = after.id if after else None
    for name in names:
        made.append(rows.add_row(plan, kind, {NAME[kind]: name}, actor=who, after_id=after_id))
        after_id = made[-1].id if after else None
    db.session.commit()
    return made


def listed(plan: Plan, kind: Kind = Kind.ACTIES) -> list[str]:
    """The names in the list as it is in the database now."""
    db.session.expire_all()
    return [getattr(row, NAME[kind]) for row in rows.rows_of(plan, kind)]


def remove(plan: Plan, row: Any, who: Actor, kind: Kind = Kind.ACTIES) -> None:
    rows.remove_row(plan, kind, row.id, base_revision=row.revision, actor=who)
    db.session.commit()


def move(plan: Plan, row: Any, steps: int, who: Actor) -> None:
    rows.move_row(plan, Kind.ACTIES, row.id, steps=steps, seen_position=row.positie, actor=who)
    db.session.commit()


@pytest.mark.parametrize("kind", LISTS)
def test_rows_are_added_at_the_end_or_behind_another(plan: Plan, anna: Actor, kind: Kind):
    there = listed(plan, kind)
    one, _ = add(plan, anna, "Een", "Twee", kind=kind)
    add(plan, anna, "Anderhalf", "Driekwart", kind=kind, after=one)
    assert listed(plan, kind) == [*there, "Een", "Anderhalf", "Driekwart", "Twee"]
    assert [row.positie for row in rows.rows_of(plan, kind)] == list(range(1, len(there) + 5))


def test_a_row_behind_one_that_is_gone_comes_at_the_end(plan: Plan, anna: Actor, bram: Actor):
    one, _ = add(plan, anna, "Een", "Twee")
    remove(plan, one, bram)
    add(plan, anna, "Drie", after=one)
    assert listed(plan) == ["Twee", "Drie"]


def test_a_row_remembers_only_the_fields_of_its_list(plan: Plan, anna: Actor):
    values = {"naam": "Aanbieder Een", "soort": "zorgaanbieder", "id": 99, "plan_id": 99, "revision": 99}
    row = rows.add_row(plan, Kind.PARTIJEN, values, actor=anna)
    assert (row.naam, row.soort, row.plan_id, row.revision) == ("Aanbieder Een", "zorgaanbieder", plan.id, 1)


def test_all_fields_of_an_action_come_back_as_they_were(plan: Plan, anna: Actor):
    values = {
        "vorm": ActieVorm.KOP_EN_ACTIE,
        "paragraaf": "5d",
        "omschrijving": "Overleggen",
        "verantwoordelijke": "Gemeenten, zorgkantoor",
        "tijdslijn": "In de loop van 2024",
        "venster_van": date(2024, 1, 1),
        "venster_tot": date(2024, 12, 31),
        "venster_bron": VensterBron.GELEZEN,
        "themas": ["casuistiek", "wmo_wlz"],
        "is_mijlpaal": True,
    }
    row_id = rows.add_row(plan, Kind.ACTIES, values, actor=anna).id
    db.session.commit()
    db.session.expire_all()
    row = db.session.get(Actie, row_id)
    assert {name: getattr(row, name) for name in values} == values


def test_the_figures_of_a_goal_come_back_as_they_were(plan: Plan, anna: Actor):
    values = {
        "tekst": "Minder",
        "indicator": "Instroom",
        "nulwaarde": "ca. 6,25",
        "peildatum": "1 januari 2023",
        "streefwaarde": "n.t.b.",
        "eenheid": "cliënten per maand",
        "einddatum": "Q4 2024",
        "smart": "SMT",
    }
    row = rows.add_row(plan, Kind.DOELSTELLINGEN, values, actor=anna)
    db.session.commit()
    db.session.expire_all()
    assert {name: getattr(row, name) for name in values} == values
    assert row.landelijk is False


@pytest.mark.parametrize("kind", LISTS)
def test_a_change_makes_a_new_revision_and_keeps_what_was(plan: Plan, anna: Actor, bram: Actor, kind: Kind):
    (row,) = add(plan, anna, "Oud", kind=kind)
    rows.change_row(plan, kind, row.id, {NAME[kind]: "Nieuw"}, base_revision=1, actor=bram)
    db.session.commit()
    assert listed(plan, kind)[-1] == "Nieuw"
    assert (row.revision, row.gewijzigd_door.naam) == (2, "Bram Proef")
    (kept,) = all_rows(RowHistory)
    assert (kept.tabel, kept.row_id, kept.revision, kept.velden[NAME[kind]]) == (kind.value, row.id, 1, "Oud")
    assert kept.gewijzigd_door_id == anna.user_id


def test_a_stale_change_is_a_conflict_that_shows_both_and_writes_nothing(plan: Plan, anna: Actor, bram: Actor):
    (row,) = add(plan, anna, "Oud")
    rows.change_row(plan, Kind.ACTIES, row.id, {"omschrijving": "Van Anna"}, base_revision=1, actor=anna)
    db.session.commit()
    with pytest.raises(rows.RowConflict) as conflict:
        rows.change_row(plan, Kind.ACTIES, row.id, {"omschrijving": "Van Bram"}, base_revision=1, actor=bram)
    assert (conflict.value.row.omschrijving, conflict.value.mine) == ("Van Anna", {"omschrijving": "Van Bram"})
    assert not conflict.value.removed
    db.session.commit()
    assert listed(plan) == ["Van Anna"]
    assert row.revision == 2


def test_the_same_change_twice_is_no_conflict(plan: Plan, anna: Actor, bram: Actor):
    (row,) = add(plan, anna, "Oud")
    for who in (anna, bram):
        rows.change_row(plan, Kind.ACTIES, row.id, {"omschrijving": "Nieuw"}, base_revision=1, actor=who)
    assert (row.omschrijving, row.revision, row.gewijzigd_door_id) == ("Nieuw", 2, anna.user_id)


def test_a_row_that_was_removed_is_out_of_the_list_and_can_be_seen_among_the_removed(plan: Plan, anna: Actor):
    one, _ = add(plan, anna, "Een", "Twee")
    remove(plan, one, anna)
    assert listed(plan) == ["Twee"]
    assert [row.omschrijving for row in rows.rows_of(plan, Kind.ACTIES, removed=True)] == ["Een"]


def test_removing_twice_is_removing_once(plan: Plan, anna: Actor, bram: Actor):
    (row,) = add(plan, anna, "Een")
    for who in (anna, bram):
        rows.remove_row(plan, Kind.ACTIES, row.id, base_revision=1, actor=who)
    assert (row.revision, row.gewijzigd_door_id) == (2, anna.user_id)


def test_who_removes_a_row_that_a_colleague_changed_is_told(plan: Plan, anna: Actor, bram: Actor):
    (row,) = add(plan, anna, "Oud")
    rows.change_row(plan, Kind.ACTIES, row.id, {"omschrijving": "Van Anna"}, base_revision=1, actor=anna)
    db.session.commit()
    with pytest.raises(rows.RowConflict) as conflict:
        rows.remove_row(plan, Kind.ACTIES, row.id, base_revision=1, actor=bram)
    assert not conflict.value.removed
    db.session.commit()
    assert listed(plan) == ["Van Anna"]


def test_who_changes_a_row_that_a_colleague_removed_is_told(plan: Plan, anna: Actor, bram: Actor):
    (row,) = add(plan, anna, "Oud")
    remove(plan, row, anna)
    with pytest.raises(rows.RowConflict) as conflict:
        rows.change_row(plan, Kind.ACTIES, row.id, {"omschrijving": "Van Bram"}, base_revision=1, actor=bram)
    assert (conflict.value.removed, conflict.value.mine) == (True, {"omschrijving": "Van Bram"})
    db.session.commit()
    assert listed(plan) == []


def test_who_saw_that_a_row_was_removed_puts_it_back_with_a_change(plan: Plan, anna: Actor, bram: Actor):
    _, two, _ = add(plan, anna, "Een", "Twee", "Drie")
    remove(plan, two, anna)
    rows.change_row(plan, Kind.ACTIES, two.id, {"omschrijving": "Van Bram"}, base_revision=two.revision, actor=bram)
    db.session.commit()
    assert listed(plan) == ["Een", "Van Bram", "Drie"]


def test_putting_back_keeps_the_place_the_id_and_the_words(plan: Plan, anna: Actor):
    _, two, _ = add(plan, anna, "Een", "Twee", "Drie")
    remove(plan, two, anna)
    rows.restore_row(plan, Kind.ACTIES, two.id, actor=anna)
    db.session.commit()
    assert listed(plan) == ["Een", "Twee", "Drie"]
    assert [row.id for row in rows.rows_of(plan, Kind.ACTIES)][1] == two.id
    assert two.revision == 3


def test_putting_back_twice_is_putting_back_once(plan: Plan, anna: Actor):
    (row,) = add(plan, anna, "Een")
    remove(plan, row, anna)
    for _ in range(2):
        rows.restore_row(plan, Kind.ACTIES, row.id, actor=anna)
    assert row.revision == 3


@pytest.mark.parametrize(
    ("name", "steps", "order"),
    [
        ("B", -1, "BACD"),
        ("B", 1, "ACBD"),
        ("D", -10_000, "DABC"),
        ("A", 10_000, "BCDA"),
        ("A", -1, "ABCD"),
        ("D", 1, "ABCD"),
    ],
)
def test_a_row_moves_up_and_down_and_not_over_the_edge(plan: Plan, anna: Actor, name: str, steps: int, order: str):
    made = dict(zip("ABCD", add(plan, anna, *"ABCD"), strict=True))
    move(plan, made[name], steps, anna)
    assert listed(plan) == list(order)


def test_moving_is_no_change_of_what_a_row_says(plan: Plan, anna: Actor, bram: Actor):
    one, two = add(plan, anna, "Een", "Twee")
    move(plan, two, -1, anna)
    rows.change_row(plan, Kind.ACTIES, two.id, {"omschrijving": "Twee plus"}, base_revision=1, actor=bram)
    rows.change_row(plan, Kind.ACTIES, one.id, {"omschrijving": "Een plus"}, base_revision=1, actor=bram)
    db.session.commit()
    assert listed(plan) == ["Twee plus", "Een plus"]


def test_a_stale_move_is_a_conflict_and_moves_nothing(plan: Plan, anna: Actor, bram: Actor):
    _, _, three = add(plan, anna, "Een", "Twee", "Drie")
    move(plan, three, -1, anna)
    with pytest.raises(rows.RowConflict):
        rows.move_row(plan, Kind.ACTIES, three.id, steps=-1, seen_position=3, actor=bram)
    db.session.commit()
    assert listed(plan) == ["Een", "Drie", "Twee"]


def test_a_row_goes_behind_another_unless_somebody_was_first(plan: Plan, anna: Actor, bram: Actor):
    one, two, three = add(plan, anna, "Een", "Twee", "Drie")
    rows.place_row(plan, Kind.ACTIES, three.id, after_id=one.id, seen_position=3, actor=anna)
    db.session.commit()
    assert listed(plan) == ["Een", "Drie", "Twee"]
    with pytest.raises(rows.RowConflict):
        rows.place_row(plan, Kind.ACTIES, three.id, after_id=0, seen_position=3, actor=bram)
    remove(plan, two, anna)
    with pytest.raises(pen.PlanProblem, match="staat er niet meer"):
        rows.place_row(plan, Kind.ACTIES, one.id, after_id=two.id, seen_position=1, actor=bram)
    db.session.commit()
    assert listed(plan) == ["Een", "Drie"]


def test_a_row_that_was_removed_does_not_move(plan: Plan, anna: Actor, bram: Actor):
    _, two = add(plan, anna, "Een", "Twee")
    remove(plan, two, anna)
    with pytest.raises(rows.RowConflict) as conflict:
        rows.move_row(plan, Kind.ACTIES, two.id, steps=-1, seen_position=2, actor=bram)
    assert conflict.value.removed


def test_the_national_goal_stays_and_stays_on_top(plan: Plan, anna: Actor):
    extra, more = add(plan, anna, "Extra", "Nog een", kind=Kind.DOELSTELLINGEN)
    national = rows.rows_of(plan, Kind.DOELSTELLINGEN)[0]
    sentence = national.tekst
    with pytest.raises(pen.PlanProblem, match="De landelijke doelstelling hoort bij elk plan"):
        rows.remove_row(plan, Kind.DOELSTELLINGEN, national.id, base_revision=1, actor=anna)
    for steps in (-1, 1, 10_000):
        with pytest.raises(pen.PlanProblem, match="De landelijke doelstelling staat altijd bovenaan"):
            rows.move_row(plan, Kind.DOELSTELLINGEN, national.id, steps=steps, seen_position=1, actor=anna)
    rows.move_row(plan, Kind.DOELSTELLINGEN, more.id, steps=-10_000, seen_position=3, actor=anna)
    rows.move_row(plan, Kind.DOELSTELLINGEN, extra.id, steps=-10_000, seen_position=3, actor=anna)
    db.session.commit()
    assert listed(plan, Kind.DOELSTELLINGEN) == [sentence, "Extra", "Nog een"]


def test_a_row_of_another_plan_or_list_is_not_there(plan: Plan, anna: Actor):
    other = make_plan()
    (elsewhere,) = add(other, make_contact(other.regios[0]).actor, "Elders")
    party = Partij(id=elsewhere.id + 1000, plan_id=plan.id, naam="P", positie=1, gewijzigd_op=elsewhere.gewijzigd_op)
    db.session.add(party)
    db.session.commit()
    verbs = (
        lambda row_id: rows.find_row(plan, Kind.ACTIES, row_id),
        lambda row_id: rows.change_row(plan, Kind.ACTIES, row_id, {}, base_revision=1, actor=anna),
        lambda row_id: rows.remove_row(plan, Kind.ACTIES, row_id, base_revision=1, actor=anna),
        lambda row_id: rows.restore_row(plan, Kind.ACTIES, row_id, actor=anna),
        lambda row_id: rows.move_row(plan, Kind.ACTIES, row_id, steps=1, seen_position=1, actor=anna),
    )
    for verb in verbs:
        for row_id in (elsewhere.id, party.id, 0):
            with pytest.raises(rows.RowGone):
                verb(row_id)
    db.session.rollback()
    assert listed(other) == ["Elders"]


def test_while_the_plan_is_handed_in_the_lists_stand_still(plan: Plan, anna: Actor):
    contact = make_contact(plan.regios[0])
    one, two = add(plan, anna, "Een", "Twee")
    remove(plan, two, anna)
    make_indiening(plan, contact)
    verbs = (
        lambda: rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Drie"}, actor=anna),
        lambda: rows.change_row(plan, Kind.ACTIES, one.id, {"omschrijving": "X"}, base_revision=1, actor=anna),
        lambda: rows.remove_row(plan, Kind.ACTIES, one.id, base_revision=1, actor=anna),
        lambda: rows.restore_row(plan, Kind.ACTIES, two.id, actor=anna),
        lambda: rows.move_row(plan, Kind.ACTIES, one.id, steps=1, seen_position=1, actor=anna),
    )
    for verb in verbs:
        with pytest.raises(pen.PlanProblem, match="Dit plan is ingediend"):
            verb()
    db.session.rollback()
    assert listed(plan) == ["Een"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"tijdslijn": "Q2 2024"},
            (date(2024, 4, 1), date(2024, 6, 30), VensterBron.GELEZEN),
        ),
        (
            {"tijdslijn": "Q2 2024", "venster_van": date(2024, 4, 1), "venster_tot": date(2024, 6, 30)},
            (date(2024, 4, 1), date(2024, 6, 30), VensterBron.GELEZEN),
        ),
        (
            {"tijdslijn": "Q2 2024", "venster_van": date(2024, 5, 1), "venster_tot": None},
            (date(2024, 5, 1), None, VensterBron.AANGEPAST),
        ),
        (
            {"tijdslijn": "als het uitkomt", "venster_van": None, "venster_tot": date(2025, 1, 1)},
            (None, date(2025, 1, 1), VensterBron.AANGEPAST),
        ),
        ({"tijdslijn": "als het uitkomt"}, (None, None, VensterBron.GEEN)),
        ({"tijdslijn": ""}, (None, None, VensterBron.GEEN)),
    ],
)
def test_the_window_of_a_timeline_is_read_unless_a_person_gave_it(typed: dict[str, Any], expected: tuple[Any, ...]):
    found = with_window(typed)
    assert (found.get("venster_van"), found.get("venster_tot"), found["venster_bron"]) == expected
    assert found["tijdslijn"] == typed["tijdslijn"]


def test_a_timeline_takes_the_year_and_the_first_day_of_its_plan(plan: Plan, anna: Actor):
    plan.deadline = date(2025, 12, 31)
    found = {}
    for text in ("Q2", "zsm", "jaarlijks in Q1"):
        row = rows.add_row(plan, Kind.MIJLPALEN, {"mijlpaal": "Klaar", "tijdslijn": text}, actor=anna)
        found[text] = (row.venster_van, row.venster_tot, row.venster_bron)
    assert found == {
        "Q2": (date(2026, 4, 1), date(2026, 6, 30), VensterBron.GELEZEN),
        "zsm": (date(2026, 1, 1), None, VensterBron.GELEZEN),
        "jaarlijks in Q1": (None, None, VensterBron.GELEZEN),
    }


def test_the_same_words_keep_their_window_in_another_year(plan: Plan, anna: Actor):
    plan.deadline = date(2025, 12, 31)
    row = rows.add_row(plan, Kind.MIJLPALEN, {"mijlpaal": "Klaar", "tijdslijn": "Q2"}, actor=anna)
    plan.deadline = date(2027, 3, 1)
    change = {"mijlpaal": "Helemaal klaar", "tijdslijn": "Q2", "venster_van": None, "venster_tot": None}
    rows.change_row(plan, Kind.MIJLPALEN, row.id, change, base_revision=1, actor=anna)
    assert (row.mijlpaal, row.venster_van) == ("Helemaal klaar", date(2026, 4, 1))
    rows.change_row(plan, Kind.MIJLPALEN, row.id, {**change, "tijdslijn": "Q3"}, base_revision=2, actor=anna)
    assert row.venster_van == date(2027, 7, 1)


def test_a_row_without_a_timeline_gets_no_window():
    assert with_window({"naam": "Aanbieder Een"}) == {"naam": "Aanbieder Een"}
