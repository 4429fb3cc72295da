"""Forms that no page of ours sent, or that came when the world had moved on."""

from __future__ import annotations

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from portal.domain.people.passwords import MAX_LENGTH
from portal.domain.roles import Membership, Rol
from portal.extensions import db
from portal.services.people.accounts import AccountProblem, add_memberships
from portal.web.account.texts import PASSWORD_TOO_LONG, SIGN_IN_FAILED
from tests.client import StrictClient
from tests.worlds.people import make_regio, make_user
from tests.worlds.plan import make_plan

FOREIGN = (
    {"Sec-Fetch-Site": "cross-site", "Origin": "https://elders.example"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "https://elders.example"},
    {"Origin": "null"},
)
OURS: tuple[dict[str, str], ...] = (
    {},
    {"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"},
    {"Origin": "http://localhost"},
    {"Origin": "http://localhost:8000"},
)


@pytest.mark.parametrize("headers", FOREIGN)
@pytest.mark.parametrize("url", ["/beheer/accounts/1/rollen", "/account/verder"])
def test_what_another_site_sends_is_never_carried_past_the_sign_in(
    client: StrictClient, url: str, headers: dict[str, str]
) -> None:
    sent = {"rol": "beheerder", "aanmelden-next": "/beheer/accounts/1/rollen"}
    page = client.post(url, sent, status=400, csrf=False, headers=headers)
    assert page.h1 == "Dit kunnen wij niet lezen"
    assert not page.find("//main//input[@name='rol']")


@pytest.mark.parametrize("headers", OURS)
def test_what_our_own_page_sends_is_carried(client: StrictClient, headers: dict[str, str]) -> None:
    page = client.post("/beheer/accounts/1/rollen", {"tekst": "blijft"}, status=401, csrf=False, headers=headers)
    assert page.one("//input[@name='tekst']").get("value") == "blijft"


def test_a_password_longer_than_any_is_wrong_and_no_crash(client: StrictClient) -> None:
    make_user(Rol.LEZER, email="kim@voorbeeld.example", password="de maan schijnt door")
    for email in ("kim@voorbeeld.example", "niemand@voorbeeld.example"):
        client.get("/account/aanmelden")
        page = client.submit("Aanmelden", email=email, password="x" * 5000)
        assert page.errors == [SIGN_IN_FAILED]


def test_a_present_password_longer_than_any_is_wrong_and_no_crash(client: StrictClient) -> None:
    client.sign_in(make_user(Rol.LEZER, password="de maan schijnt door"))
    client.get("/account/wachtwoord-wijzigen")
    new = "zeven blauwe fietsen"
    page = client.submit(
        "Wachtwoord wijzigen", password="x" * (MAX_LENGTH + 1), new_password=new, new_password_confirm=new
    )
    assert page.errors == [PASSWORD_TOO_LONG]


def test_nobody_gives_a_role_to_oneself(app: Flask) -> None:
    for rol in (Rol.COORDINATOR, Rol.BEHEERDER):
        somebody = make_user(rol)
        with pytest.raises(AccountProblem, match="U kunt uzelf geen rol geven"):
            add_memberships(somebody, [Membership(Rol.LEZER)], actor=somebody.actor)


def test_a_region_that_got_a_plan_meanwhile_is_told_in_dutch(client: StrictClient) -> None:
    regio = make_regio("Aastreek")
    make_regio("Zandstreek")
    client.sign_in(make_user(Rol.COORDINATOR))
    make_plan(regio)
    sent = MultiDict([("deadline", "31-12-2099"), ("regios", str(regio.id)), ("csrf_token", client.csrf_token())])
    page = client.post("/landelijk/plannen/starten", sent, status=422)
    assert page.errors == ["Uw keuze bij “Regio’s” kan niet (meer). De lijst is nu bijgewerkt. Kies opnieuw."]


@pytest.mark.parametrize("ander", ["999", "geen getal", "9" * 5000])
def test_a_plan_that_cannot_be_joined_any_more_is_told_in_dutch(client: StrictClient, ander: str) -> None:
    plan = make_plan(make_regio("Aastreek"))
    make_plan(make_regio("Zandstreek"))
    client.sign_in(make_user(Rol.COORDINATOR))
    db.session.commit()
    page = client.post(f"/landelijk/plannen/{plan.id}/samenvoegen", {"ander": ander, "zeker_samen": "y"}, status=422)
    assert page.errors == [
        "Uw keuze bij “Plan dat in dit plan opgaat” kan niet (meer). De lijst is nu bijgewerkt. Kies opnieuw."
    ]


@pytest.mark.parametrize("typed", ["31-2-2024\x0b", "a\x00b\x07", "\x1b[31m"])
def test_signs_that_a_page_can_not_hold_do_not_come_back_in_a_field(client: StrictClient, typed: str) -> None:
    """A word processor leaves such signs in what people paste; the strict client refuses a page that has them."""
    client.sign_in(make_user(Rol.COORDINATOR))
    client.get("/landelijk/uitvragen/nieuw")
    page = client.submit("Uitvraag plannen", status=422, deadline=typed, dagen_voor=typed, dagen_na=typed)
    assert len([error for error in page.errors if "Deadline" in error or "Herinneren" in error]) == 3
