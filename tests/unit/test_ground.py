"""What every rule stands on: the clock, where a change comes from, who somebody is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from forms.dutch.dates import in_amsterdam
from portal.domain import clock, origin
from portal.domain.roles import Actor, Membership, Namens, Rol

WINTER = datetime(2024, 1, 15, 22, 30, tzinfo=UTC)


def test_inside_the_block_the_clock_stands_still_and_after_it_goes_on() -> None:
    before = clock.now()
    with clock.stopped_at(WINTER.astimezone(timezone(timedelta(hours=5)))):
        assert clock.now() == WINTER
        assert clock.now().tzinfo is UTC
        with clock.stopped_at(WINTER + timedelta(hours=1)):
            assert clock.now() == WINTER + timedelta(hours=1)
        assert clock.now() == WINTER
    assert clock.now() >= before


def test_also_after_an_error_the_clock_goes_on() -> None:
    with pytest.raises(ValueError, match="mislukt"), clock.stopped_at(WINTER):
        raise ValueError("mislukt")
    assert clock.now() > WINTER


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (WINTER, date(2024, 1, 15)),
        (WINTER + timedelta(minutes=29), date(2024, 1, 15)),
        # Past midnight in Amsterdam, an hour before it is in UTC; in summer two hours.
        (WINTER + timedelta(minutes=30), date(2024, 1, 16)),
        (datetime(2024, 7, 15, 21, 59, tzinfo=UTC), date(2024, 7, 15)),
        (datetime(2024, 7, 15, 22, 0, tzinfo=UTC), date(2024, 7, 16)),
    ],
)
def test_today_is_the_day_in_amsterdam(moment: datetime, day: date) -> None:
    with clock.stopped_at(moment):
        assert clock.today() == day


@pytest.mark.parametrize("day", [date(2023, 6, 1), date(2031, 2, 3)])
@pytest.mark.parametrize(
    "real",
    [
        WINTER,
        # Just past midnight in Amsterdam, and still the day before in UTC.
        datetime(2024, 1, 15, 23, 30, tzinfo=UTC),
        # So late, or so early, that the hour of summer time makes it another day.
        datetime(2024, 1, 15, 22, 45, tzinfo=UTC),
        datetime(2024, 7, 15, 22, 15, tzinfo=UTC),
    ],
)
def test_a_process_can_live_on_another_day_at_the_same_time_of_day(
    real: datetime, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Real(datetime):
        """The clock of the machine, which stands still."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return real.astimezone(tz) if tz else real.replace(tzinfo=None)

    monkeypatch.setattr(clock, "datetime", Real)
    monkeypatch.setattr(clock, "_offset", timedelta())
    clock.pretend_today_is(day)
    assert clock.today() == day
    assert in_amsterdam(clock.now()).time() == in_amsterdam(real).time()
    clock.pretend_today_is(None)
    assert clock.now() == real


def test_a_change_outside_a_request_comes_from_a_command() -> None:
    assert origin.came_from() == "opdracht"
    try:
        origin.set_origin("192.0.2.7")
        assert origin.came_from() == "192.0.2.7"
    finally:
        origin.set_origin(None)
    assert origin.came_from() == "opdracht"


# --- Who somebody is -------------------------------------------------------------------------------------------------

ACTOR = Actor(
    1,
    "K. Proef",
    (
        Membership(Rol.REGIOCONTACT, 10, Namens.GEMEENTE),
        Membership(Rol.REGIOCONTACT, 11, Namens.ZORGKANTOOR),
        Membership(Rol.REGIOLEZER, 12),
        Membership(Rol.BEOORDELAAR),
    ),
)


def test_a_role_is_held_anywhere_or_not_at_all() -> None:
    assert ACTOR.has(Rol.BEOORDELAAR)
    assert ACTOR.has(Rol.COORDINATOR, Rol.REGIOLEZER)
    assert not ACTOR.has(Rol.COORDINATOR, Rol.LEZER)
    assert not ACTOR.has()


def test_the_regions_are_those_of_the_roles_that_are_asked() -> None:
    assert ACTOR.regio_ids(Rol.REGIOCONTACT) == {10, 11}
    assert ACTOR.regio_ids(Rol.REGIOCONTACT, Rol.REGIOLEZER) == {10, 11, 12}
    assert ACTOR.regio_ids(Rol.BEOORDELAAR) == frozenset()


def test_somebody_speaks_for_a_side_only_in_the_own_regions_and_as_a_contact() -> None:
    assert ACTOR.sides(frozenset({10, 12})) == {Namens.GEMEENTE}
    assert ACTOR.sides(frozenset({10, 11})) == {Namens.GEMEENTE, Namens.ZORGKANTOOR}
    assert ACTOR.sides(frozenset({12})) == frozenset()
    reader = Actor(2, "L. Proef", (Membership(Rol.REGIOLEZER, 10, Namens.GEMEENTE), Membership(Rol.REGIOCONTACT, 10)))
    assert reader.sides(frozenset({10})) == frozenset()


def test_each_side_has_its_words_and_the_other_side() -> None:
    assert [(one.label, one.met_lidwoord, one.other) for one in Namens] == [
        ("Gemeente(n)", "de gemeente(n)", Namens.ZORGKANTOOR),
        ("Zorgkantoor", "het zorgkantoor", Namens.GEMEENTE),
    ]


def test_only_two_roles_are_held_in_a_region() -> None:
    assert [role for role in Rol if role.is_regional] == [Rol.REGIOCONTACT, Rol.REGIOLEZER]
    assert [role.label for role in Rol] == [
        "Regiocontact",
        "Regiolezer",
        "Beoordelaar",
        "Coördinator",
        "Lezer",
        "Beheerder",
    ]
