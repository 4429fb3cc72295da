"""The log on both databases: what guards it, sealing, reading it back, and a segment that goes."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError

from portal.domain import clock
from portal.domain.audit.line import Oorsprong, Resultaat, new_line
from portal.extensions import db
from portal.models import AuditOpruiming, AuditRegel, AuditZegel
from portal.services.audit import clearing, sealing, writing
from tests.worlds.audit import checked, empty_log, lines, past_the_portal, unguarded, write_lines


@pytest.fixture(autouse=True)
def log(app: Flask) -> None:
    """Each test begins with an empty log."""
    empty_log()


def sealed() -> int:
    """Let upkeep seal what is there."""
    db.session.rollback()
    return sealing.seal_lines()


def test_lines_are_sealed_and_found_as_they_were_written() -> None:
    write_lines(3)
    assert sealed() == 3
    write_lines(2)
    found = checked()
    assert (found.faults, found.regels, found.zegels, found.open) == ([], 5, 1, 2)
    assert (sealed(), sealed()) == (2, 0)
    first, second = db.session.scalars(select(AuditZegel).order_by(AuditZegel.nummer))
    assert (second.nummer, second.eerste_id, second.laatste_id, second.vorige) == (2, 4, 5, first.hash)
    assert checked(known_seal=(1, first.hash)).is_sound
    assert checked(known_seal=(3, second.hash)).faults == [
        "Zegel 3 is niet het zegel dat u bewaarde, of is er niet meer."
    ]


FORBIDDEN = (
    "UPDATE audit_regel SET actie = 'plan: intrekken'",
    "DELETE FROM audit_regel",
    "DELETE FROM audit_regel WHERE id = 2",
    "UPDATE audit_zegel SET aantal = 2",
    "DELETE FROM audit_zegel",
    # A segment that no later one has closed can't be said to be gone.
    "INSERT INTO audit_opruiming (tot_zegel, segment, tot_regel, op) VALUES (1, '2024-03', 3, 'nu')",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_database_refuses_to_change_the_log(statement: str) -> None:
    write_lines(3)
    sealed()
    with pytest.raises(DatabaseError, match="het auditlog wordt alleen aangevuld"):
        past_the_portal(statement)
    assert checked().is_sound
    assert len(lines()) == 3


def test_postgresql_refuses_to_empty_the_log_at_once(app: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        pytest.skip("SQLite knows no TRUNCATE")
    for table in ("audit_regel", "audit_zegel", "audit_opruiming"):
        with pytest.raises(DatabaseError, match="het auditlog wordt alleen aangevuld"):
            past_the_portal(f"TRUNCATE {table} CASCADE")


PAST_THE_GUARDS = {
    "UPDATE audit_regel SET actie = 'plan: intrekken' WHERE id = 2": [
        "Regel 2 is gewijzigd, of is niet door het portaal geschreven."
    ],
    "UPDATE audit_regel SET actor_id = 8 WHERE id = 5": [
        "Regel 5 is gewijzigd, of is niet door het portaal geschreven."
    ],
    "UPDATE audit_regel SET op = '2024-01-01T00:00:00.000000' WHERE id = 2": [
        "Regel 2 is gewijzigd, of is niet door het portaal geschreven."
    ],
    "DELETE FROM audit_regel WHERE id = 2": ["Weg: 1 regel tussen regel 1 tot en met 3 (zegel 1)."],
    "DELETE FROM audit_regel WHERE id = 5": ["Het einde ontbreekt: er was een regel 5, de laatste is nu 4."],
    "INSERT INTO audit_regel (op, oorsprong, actor_id, actie, object_soort, object_id, resultaat, verzoek, merk)"
    " SELECT op, oorsprong, actor_id, actie, object_soort, object_id, resultaat, verzoek, merk FROM audit_regel"
    " WHERE id = 5": ["Regel 6 is een kopie van regel 5."],
    # An old line once more, behind the last seal: its mark fits there.
    "INSERT INTO audit_regel (op, oorsprong, actor_id, actie, object_soort, object_id, resultaat, verzoek, merk)"
    " SELECT op, oorsprong, actor_id, actie, object_soort, object_id, resultaat, verzoek, merk FROM audit_regel"
    " WHERE id = 2": ["Regel 6 is een kopie van regel 2."],
    "INSERT INTO audit_regel (id, op, oorsprong, actor_id, actie, object_soort, object_id, resultaat, verzoek, merk)"
    " SELECT 0, op, oorsprong, actor_id, actie, object_soort, object_id, resultaat, verzoek, merk FROM audit_regel"
    " WHERE id = 5": [
        "Ingevoegd: 1 regel tussen regel 1 tot en met 3 (zegel 1).",
        "Regel 5 is een kopie van regel 0.",
    ],
    "DELETE FROM audit_zegel": [],
}


@pytest.mark.parametrize("statement", PAST_THE_GUARDS)
def test_what_somebody_did_past_the_guards_is_found(statement: str) -> None:
    write_lines(3)
    sealed()
    write_lines(2)
    with unguarded():
        past_the_portal(statement)
    assert checked().faults == PAST_THE_GUARDS[statement]
    with clock.stopped_at(clock.now() + timedelta(hours=2)):
        assert not checked().is_sound


def test_a_guard_that_is_off_is_told() -> None:
    with unguarded():
        faults = checked().faults
    assert "De bewaking audit_regel_weg staat uit of is weg." in faults
    assert checked().faults == []


MARCH, APRIL = datetime(2024, 3, 31, 12, tzinfo=UTC), datetime(2024, 4, 1, 12, tzinfo=UTC)


def test_each_month_is_a_segment_that_goes_as_a_whole_and_leaves_its_seal() -> None:
    for moment in (MARCH, APRIL, APRIL + timedelta(days=30)):
        with clock.stopped_at(moment):
            write_lines(2)
            sealed()
            # The same at the same moment would be a copy.
            write_lines(1, "plan: intrekken")
    with clock.stopped_at(APRIL + timedelta(days=300)):
        sealed()
        segments = db.session.execute(select(AuditZegel.segment, AuditZegel.aantal).order_by(AuditZegel.nummer)).all()
        assert [tuple(one) for one in segments] == [
            ("2024-03", 2),
            ("2024-03", 1),
            ("2024-04", 2),
            ("2024-04", 1),
            ("2024-05", 2),
            ("2024-05", 1),
        ]
        db.session.rollback()
        gone = clearing.clear_expired(9, today=date(2025, 1, 26))
        assert (gone.segmenten, gone.regels) == (("2024-03",), 3)
        assert clearing.clear_expired(8, today=date(2025, 1, 26)).segmenten == ("2024-04",)
        # The newest one stays, whatever its age.
        assert clearing.clear_expired(6, today=date(2026, 1, 26)).segmenten == ()
        kept = list(db.session.scalars(select(AuditZegel.nummer).order_by(AuditZegel.nummer)))
        assert kept == [2, 4, 5, 6]
        assert db.session.scalar(select(func.count(AuditOpruiming.tot_zegel))) == 2
        assert [one.id for one in lines()] == [7, 8, 9]
        found = checked(known_seal=(2, str(db.session.scalar(select(AuditZegel.hash).limit(1)))))
        assert (found.faults, found.regels) == ([], 3)


def test_a_line_that_is_committed_later_than_one_behind_it_is_sealed_with_it(app: Flask) -> None:
    if db.engine.dialect.name == "sqlite":
        pytest.skip("on SQLite writers take turns")
    slow = db.engine.connect()
    transaction = slow.begin()
    writing._add(slow, new_line("langzaam", resultaat=Resultaat.GELUKT, oorsprong=Oorsprong.WEB))
    write_lines(1)
    # The first number is taken and not there yet: nothing is sealed, nobody waits for long.
    assert sealed() == 0
    transaction.commit()
    slow.close()
    assert sealed() == 2
    assert checked().is_sound


def test_many_who_write_and_two_who_seal_make_one_chain(app: Flask) -> None:
    def write() -> None:
        with app.app_context():
            for number in range(10):
                writing.write(new_line(f"nummer {number}", resultaat=Resultaat.GELUKT, oorsprong=Oorsprong.WEB))
                db.session.commit()

    def seal() -> None:
        with app.app_context():
            for _ in range(10):
                sealed()

    threads = [threading.Thread(target=one) for one in (write, write, write, seal, seal)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sealed()
    found = checked()
    assert (found.faults, found.regels, found.open) == ([], 30, 0)
    assert db.session.scalar(select(func.sum(AuditZegel.aantal))) == 30


def test_a_line_and_the_change_that_it_tells_go_together() -> None:
    writing.write(new_line("plan: indienen", resultaat=Resultaat.GELUKT, oorsprong=Oorsprong.WEB))
    db.session.rollback()
    assert lines() == []


def test_what_comes_from_an_address_is_cut_and_has_no_signs_that_part_fields() -> None:
    line = new_line("proef", resultaat=Resultaat.GELUKT, oorsprong=Oorsprong.WEB, verzoek="a\x1fb\n" + "x" * 100)
    assert line.verzoek == "ab" + "x" * 62
    writing.write_apart(line)
    assert [one.verzoek for one in lines()] == [line.verzoek]
    assert checked().is_sound
    assert db.session.scalar(select(func.count(AuditRegel.id))) == 1
