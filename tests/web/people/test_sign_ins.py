"""A sign-in is a row: what ended there has ended for every copy of the cookie."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from portal.domain import clock
from portal.domain.people.sign_ins import SignInEnd
from portal.domain.roles import Membership, Rol
from portal.extensions import db
from portal.models import Aanmelding, User
from portal.services.people import accounts, sign_ins
from tests.client import StrictClient
from tests.worlds.people import make_user

PASSWORD = "de maan schijnt door"
NEW_PASSWORD = "zeven blauwe fietsen"
Clients = Callable[[], StrictClient]


def rows_of(account: User) -> list[Aanmelding]:
    """Every sign-in of this account, in their order; read anew."""
    db.session.rollback()
    return list(
        db.session.scalars(select(Aanmelding).where(Aanmelding.account_id == account.id).order_by(Aanmelding.id))
    )


def copied_from(client: StrictClient, new_client: Clients) -> StrictClient:
    """Somebody else, with a copy of this very cookie."""
    thief, name = new_client(), client.app.config["SESSION_COOKIE_NAME"]
    cookie = client.browser.get_cookie(name)
    assert cookie is not None
    thief.browser.set_cookie(name, cookie.value)
    return thief


def is_signed_in(client: StrictClient) -> bool:
    """True for somebody who may see his own account."""
    return client.get("/account", status=None).status == 200


@pytest.fixture
def kim(app: Flask) -> User:
    """Somebody with a password."""
    return make_user(Rol.COORDINATOR, naam="Kim de Boer", email="kim@voorbeeld.example", password=PASSWORD)


@pytest.fixture
def other(app: Flask) -> User:
    """Somebody who manages accounts."""
    return make_user(Rol.BEHEERDER, naam="Bo Beheer")


def signs_in(client: StrictClient, kim: User) -> StrictClient:
    """Sign in on the page for it."""
    client.get("/account/aanmelden")
    client.submit("Aanmelden", email=kim.email, password=PASSWORD)
    return client


def test_signing_in_makes_one_row_without_what_opens_the_door(client: StrictClient, kim: User) -> None:
    client.browser.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko Firefox/145.0"
    signs_in(client, kim)
    (row,) = rows_of(kim)
    assert (row.browser, row.beeindigd_op, row.reden) == ("Firefox op Linux", None, None)
    cookie = client.browser.get_cookie("regioportaal")
    assert cookie is not None
    assert row.merk not in cookie.decoded_value


def test_signing_out_ends_every_copy_of_the_cookie(client: StrictClient, new_client: Clients, kim: User) -> None:
    signs_in(client, kim)
    thief = copied_from(client, new_client)
    assert is_signed_in(thief)
    client.get("/account")
    client.submit("Afmelden")
    assert not is_signed_in(thief)
    assert [one.reden for one in rows_of(kim)] == [SignInEnd.AFGEMELD]


def test_a_cookie_with_the_mark_of_somebody_else_opens_nothing(client: StrictClient, kim: User, other: User) -> None:
    mark = sign_ins.start(other, "Firefox op Linux")
    client.sign_in(kim)
    with client.browser.session_transaction() as session:
        session["aanmelding"] = mark
    assert not is_signed_in(client)


def test_a_cookie_from_before_there_were_rows_opens_nothing(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    with client.browser.session_transaction() as session:
        del session["aanmelding"]
    assert not is_signed_in(client)


def test_a_new_password_ends_all_others(client: StrictClient, new_client: Clients, kim: User) -> None:
    signs_in(client, kim)
    elsewhere = new_client().sign_in(kim)
    old = copied_from(client, new_client)
    client.get("/account/wachtwoord-wijzigen")
    client.submit(
        "Wachtwoord wijzigen", password=PASSWORD, new_password=NEW_PASSWORD, new_password_confirm=NEW_PASSWORD
    )
    assert is_signed_in(client)
    assert not is_signed_in(elsewhere)
    assert not is_signed_in(old)
    assert [one.reden for one in rows_of(kim)] == [SignInEnd.OPNIEUW_AANGEMELD, SignInEnd.WACHTWOORD, None]


def add_role(kim: User, other: User) -> None:
    """Give somebody a role."""
    accounts.add_memberships(kim, [Membership(Rol.LEZER)], actor=other.actor)


def take_role(kim: User, other: User) -> None:
    """Take somebody's role."""
    make_user(Rol.COORDINATOR)
    accounts.remove_membership(kim, kim.lidmaatschappen[0].id, actor=other.actor)


def off_and_on(kim: User, other: User) -> None:
    """Switch an account off, and on again."""
    make_user(Rol.COORDINATOR)
    accounts.switch_off(kim, actor=other.actor)
    accounts.switch_on(kim, actor=other.actor)


@pytest.mark.parametrize(
    ("change", "why"),
    [(add_role, SignInEnd.RECHTEN), (take_role, SignInEnd.RECHTEN), (off_and_on, SignInEnd.ACCOUNT_UIT)],
)
def test_a_change_of_rights_or_account_ends_all(
    client: StrictClient, kim: User, other: User, change: Callable[[User, User], None], why: SignInEnd
) -> None:
    client.sign_in(kim)
    change(kim, other)
    assert not is_signed_in(client)
    assert [one.reden for one in rows_of(kim)] == [why]


def at_work_every(minutes: int, client: StrictClient, *, times: int) -> list[bool]:
    """Open a page again and again; gives whether each was opened."""
    begun = clock.wall()
    seen = []
    for turn in range(1, times + 1):
        with clock.wall_at(begun + timedelta(minutes=minutes) * turn):
            seen.append(is_signed_in(client))
    return seen


def test_it_ends_after_an_hour_without_a_click(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    assert at_work_every(62, client, times=1) == [False]


def test_it_ends_after_a_working_day(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    assert at_work_every(50, client, times=15) == [True] * 14 + [False]


def test_a_clock_that_is_set_back_does_not_make_it_last(client: StrictClient, kim: User) -> None:
    now = clock.wall()
    client.sign_in(kim)
    with clock.wall_at(now - timedelta(days=2)):
        assert not is_signed_in(client)
    # Begun before the clock went wrong, seen while it was: it still ends an hour after the last click.
    (row,) = rows_of(kim)
    row.gezien_op = now + timedelta(hours=5)
    db.session.commit()
    assert at_work_every(10, client, times=1) == [True]
    assert at_work_every(75, client, times=1) == [False]


def test_it_is_written_once_a_minute_that_somebody_is_at_work(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    (row,) = rows_of(kim)
    first = row.gezien_op
    with clock.wall_at(first + timedelta(seconds=59)):
        client.get("/account")
    assert rows_of(kim)[0].gezien_op == first
    later = first + timedelta(seconds=61)
    with clock.wall_at(later):
        client.get("/account")
    assert rows_of(kim)[0].gezien_op == later


def test_what_ended_long_ago_is_forgotten(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    sign_ins.end_all(kim.id, SignInEnd.AFGEMELD)
    with clock.wall_at(clock.wall() + sign_ins.KEPT_FOR + timedelta(minutes=1)):
        StrictClient(client.app).sign_in(kim)
        sign_ins.sweep()
        db.session.commit()
    assert [one.reden for one in rows_of(kim)] == [None]


def test_one_is_ended_from_the_list(client: StrictClient, new_client: Clients, kim: User) -> None:
    elsewhere = new_client().sign_in(kim)
    client.sign_in(kim)
    page = client.get("/account")
    assert "Firefox op Linux (hier)" in page.text
    there = rows_of(kim)[0].id
    client.post(f"/account/aanmeldingen/{there}/uitloggen")
    assert "U bent daar uitgelogd." in client.follow().html
    assert not is_signed_in(elsewhere)
    assert is_signed_in(client)


def test_everywhere_is_here_too(client: StrictClient, new_client: Clients, kim: User) -> None:
    elsewhere = new_client().sign_in(kim)
    client.sign_in(kim).get("/account")
    assert "ook hier" in client.submit("Overal uitloggen").html
    assert not is_signed_in(elsewhere)
    assert not is_signed_in(client)


def test_that_of_somebody_else_is_not_there(client: StrictClient, new_client: Clients, kim: User, other: User) -> None:
    elsewhere = new_client().sign_in(other)
    client.sign_in(kim).post(f"/account/aanmeldingen/{rows_of(other)[0].id}/uitloggen", status=404)
    assert is_signed_in(elsewhere)


def test_asking_what_is_left_does_not_make_it_longer_and_staying_does(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    begun = rows_of(kim)[0].begonnen_op
    with clock.wall_at(begun + timedelta(minutes=56)):
        assert told(client, "GET", "/account/aanmelding") == {"seconden": 240, "laatste": False}
        assert told(client, "GET", "/account/aanmelding") == {"seconden": 240, "laatste": False}
        assert told(client, "POST", "/account/aanmelding/blijven") == {"seconden": 3600, "laatste": False}
    with clock.wall_at(begun + timedelta(minutes=57)):
        assert told(client, "GET", "/account/aanmelding") == {"seconden": 3540, "laatste": False}


def test_a_form_that_comes_after_the_end_is_sent_on_after_signing_in(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    sign_ins.end_all(kim.id, SignInEnd.ELDERS_AFGEMELD)
    typed = {"naam": "Kim de Boer", "telefoon": "", "functie": "Een lange nieuwe functie", "mail_keuze": "direct"}
    client.post("/account/gegevens", typed, 401)
    client.submit("Aanmelden en opslaan", **{"aanmelden-email": kim.email, "aanmelden-password": PASSWORD})
    client.submit("Opnieuw versturen")
    assert rows_of(kim)[-1].beeindigd_op is None
    assert kim.functie == "Een lange nieuwe functie"


def told(client: StrictClient, method: str, address: str) -> dict[str, object]:
    """What a script hears at an address."""
    headers = {"Accept": "application/json", "X-CSRFToken": client.csrf_token()}
    client.request(method, address, 200, headers=headers)
    assert client.response is not None
    return dict(client.response.get_json())
