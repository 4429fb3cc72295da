"""Somebody lost the second step: one person asks to reset it, another confirms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import AccountEvent, AppSleutel, FactorHerstel, Mail, User
from portal.services.factors import recovery, reset
from portal.services.factors.held import FactorProblem, held_by
from tests.client import StrictClient
from tests.running.at_once import at_once
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.second_step import PASSWORD, first_step, give_app, is_in, sit_down

NewClient = Callable[[], StrictClient]


@pytest.fixture(autouse=True)
def two_steps(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody signs in with two steps, as outside a demo."""
    monkeypatch.setitem(app.config, "MFA", True)


@pytest.fixture
def anna(app: Flask) -> User:
    """Who lost the telephone and the paper with codes."""
    anna = make_user(Rol.LEZER, naam="Anna Proef", email="anna@voorbeeld.example", password=PASSWORD)
    give_app(anna)
    recovery.make_codes(anna)
    return anna


@pytest.fixture
def ben(app: Flask) -> User:
    return make_user(Rol.BEHEERDER, naam="Ben Proef")


@pytest.fixture
def co(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, naam="Co Proef")


def page_of(account: User) -> str:
    return f"/beheer/accounts/{account.id}"


def test_a_beheerder_asks_a_second_person_confirms_and_the_person_sets_up_a_new_one(
    new_client: NewClient, anna: User, ben: User, co: User
) -> None:
    hers, his, theirs = new_client(), new_client(), new_client()
    sit_down(hers, anna)
    assert is_in(hers)
    sit_down(his, ben)
    his.get(page_of(anna))
    assert "Co Proef moet dit nog bevestigen" in his.submit("Tweede stap wissen").html
    his.post(f"{page_of(anna)}/tweede-stap/bevestigen")
    assert "U kunt dit niet zelf bevestigen. Co Proef kan dat." in his.follow().html
    assert held_by(anna).is_set_up

    sit_down(theirs, co)
    theirs.get(page_of(anna))
    theirs.submit("Wissen bevestigen")
    db.session.expire_all()
    assert (held_by(anna).is_set_up, held_by(anna).codes_left) == (False, 0)
    assert not is_in(hers)
    first_step(hers, anna)
    assert hers.page is not None
    assert hers.page.h1 == "Aanmelden in twee stappen"
    told = [(mail.aan, mail.onderwerp) for mail in all_rows(Mail) if "herstelcodes" not in mail.tekst]
    assert told == [
        (anna.email, "Gevraagd: uw tweede stap wissen"),
        (co.email, "Bevestig: de tweede stap van Anna Proef wissen"),
        (anna.email, "Uw aanmelding bij het Regioportaal is gewijzigd"),
    ]
    log = [(event.soort, event.door_id) for event in all_rows(AccountEvent) if "wis" in event.soort]
    assert log == [("tweede_stap_wissen_gevraagd", ben.id), ("tweede_stap_gewist", co.id)]


def test_where_there_is_another_beheerder_a_coordinator_may_not_confirm(anna: User, ben: User, co: User) -> None:
    second = make_user(Rol.BEHEERDER, naam="Dee Proef")
    reset.ask(anna, actor=ben.actor)
    with pytest.raises(FactorProblem, match="Dee Proef kan dat"):
        reset.confirm(anna, actor=co.actor)
    reset.confirm(anna, actor=second.actor)
    assert not held_by(anna).is_set_up


@pytest.mark.parametrize("who", ["own", "nobody", "nothing", "twice"])
def test_why_it_can_not_be_asked(anna: User, ben: User, who: str) -> None:
    if who != "nobody":
        make_user(Rol.COORDINATOR, naam="Co Proef")
    if who == "twice":
        reset.ask(anna, actor=ben.actor)
    asked = {"own": ben, "nothing": make_user(Rol.LEZER, naam="Emma Proef")}.get(who, anna)
    why = {"own": "uw eigen tweede stap", "nobody": "niemand", "nothing": "Emma Proef", "twice": "al gevraagd"}[who]
    with pytest.raises(FactorProblem, match=why):
        reset.ask(asked, actor=ben.actor)


def test_it_can_be_left_as_it_was_and_asked_again(anna: User, ben: User, co: User) -> None:
    reset.ask(anna, actor=ben.actor)
    reset.refuse(anna, actor=co.actor)
    with pytest.raises(FactorProblem, match="al besloten"):
        reset.confirm(anna, actor=co.actor)
    assert held_by(anna).is_set_up
    reset.ask(anna, actor=ben.actor)
    assert [one.is_bevestigd for one in all_rows(FactorHerstel)] == [False, False]


def test_two_who_ask_and_two_who_confirm_at_once_do_it_once(app: Flask, anna: User, ben: User) -> None:
    people = [ben.id, make_user(Rol.BEHEERDER).id, make_user(Rol.BEHEERDER).id]
    anna_id = anna.id
    db.session.commit()

    def do(verb: Callable[..., object], first: int) -> Callable[[int], bool]:
        def by(number: int) -> bool:
            with app.app_context():
                try:
                    actor = db.session.get_one(User, people[first + number]).actor
                    verb(db.session.get_one(User, anna_id), actor=actor)
                    db.session.commit()
                except FactorProblem:
                    return False
                return True

        return by

    assert sorted(at_once(app, do(reset.ask, 0), people=2)) == [False, True]
    # One of the first two asked; each of the others may confirm, the one that asked may not.
    assert sorted(at_once(app, do(reset.confirm, 1), people=2)) == [False, True]
    db.session.expire_all()
    assert all_rows(AppSleutel) == []


def test_the_only_beheerder_gets_in_by_a_command_on_the_server(app: Flask, ben: User) -> None:
    give_app(ben)
    db.session.commit()
    done = app.test_cli_runner().invoke(args=["tweede-stap-wissen", "--email", ben.email])
    assert done.exit_code == 0, done.output
    db.session.expire_all()
    assert not held_by(ben).is_set_up
    assert app.test_cli_runner().invoke(args=["tweede-stap-wissen", "--email", "niemand@x.example"]).exit_code == 1
