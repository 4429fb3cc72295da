"""Signing in with two steps: an app, recovery codes, clocks and codes that were used before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask, session
from flask_security import login_user

from portal.domain.factors.codes import FEW_LEFT
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import AccountEvent, AppSleutel, HerstelCode, Mail, User
from portal.services.people import invitations
from portal.web.tweede_stap import half
from tests.client import StrictClient
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows
from tests.worlds.second_step import PASSWORD, again, app_of, code_at, codes_of, first_step, is_in, set_up, sit_down


@pytest.fixture(autouse=True)
def two_steps(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Everybody signs in with two steps, as outside a demo."""
    monkeypatch.setitem(app.config, "MFA", True)


@pytest.fixture
def anna(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, naam="Anna Proef", email="anna@voorbeeld.example", password=PASSWORD)


def test_at_the_first_sign_in_somebody_sets_up_an_app_and_gets_recovery_codes(client: StrictClient, anna: User) -> None:
    first_step(client, anna)
    assert client.page is not None
    assert client.page.h1 == "Aanmelden in twee stappen"
    assert not is_in(client)
    client.get("/account/tweede-stap/kiezen")
    client.submit("Verder", manier="app")
    app = app_of(client)
    page = client.submit("Verder", code=code_at(app))
    assert page.h1 == "Herstelcodes"
    codes = codes_of(client)
    assert len(set(codes)) == 10
    assert is_in(client)
    stored = [one.hash for one in all_rows(HerstelCode)] + [db.session.get_one(AppSleutel, anna.id).geheim]
    assert not [code for code in codes for one in stored if code in one or code.replace("-", "") in one]
    assert app.base32_key not in stored[-1]
    soorten = [event.soort for event in all_rows(AccountEvent) if event.account_id == anna.id]
    assert soorten == ["tweede_stap_ingesteld", "herstelcodes_gemaakt"]
    assert [mail.soort for mail in all_rows(Mail)] == ["tweede_stap", "tweede_stap"]


def test_who_comes_back_to_set_up_an_app_sees_the_same_key(client: StrictClient, anna: User) -> None:
    first_step(client, anna)
    client.submit("Verder", manier="app")
    app = app_of(client)
    client.get("/account/tweede-stap/kiezen")
    client.submit("Verder", manier="app")
    assert app_of(client).key == app.key
    client.submit("Verder", code=code_at(app))
    client.get("/account/tweede-stap/app")
    assert app_of(client).key != app.key


def test_later_the_code_of_the_app_is_the_second_step(client: StrictClient, anna: User) -> None:
    app = set_up(client, anna)
    again(client, anna)
    assert not is_in(client)
    client.get("/account/tweede-stap")
    page = client.submit("Verder", status=422, **{"aanmelden-code": "000000"})
    assert "Deze code klopt niet" in page.text
    assert "klok" in page.text
    code = code_at(app)
    client.submit("Verder", **{"aanmelden-code": f"{code[:3]} {code[3:]}"})
    assert is_in(client)


def test_who_was_on_the_way_to_a_page_gets_there(client: StrictClient, anna: User) -> None:
    app = set_up(client, anna)
    client.sign_out()
    client.get("/account/gegevens", 302)
    client.follow()
    client.submit("Aanmelden", email=anna.email, password=PASSWORD)
    page = client.submit("Verder", **{"aanmelden-code": code_at(app)})
    assert page.url == "/account/gegevens"


@pytest.mark.parametrize(("off", "told"), [(-300, "ongeveer 5 minuten geleden"), (300, "of de klok van uw telefoon")])
def test_a_telephone_whose_clock_is_five_minutes_off_is_told_so(
    client: StrictClient, anna: User, off: int, told: str
) -> None:
    app = set_up(client, anna)
    again(client, anna)
    page = client.submit("Verder", status=422, **{"aanmelden-code": code_at(app, off)})
    assert told in page.text
    assert not is_in(client)


def test_a_code_is_taken_once(client: StrictClient, anna: User) -> None:
    app = set_up(client, anna)
    code = code_at(app)
    again(client, anna)
    client.submit("Verder", **{"aanmelden-code": code})
    assert is_in(client)
    again(client, anna)
    page = client.submit("Verder", status=422, **{"aanmelden-code": code})
    assert "Deze code is al gebruikt" in page.text
    assert not is_in(client)


def test_a_recovery_code_lets_somebody_in_once(client: StrictClient, anna: User) -> None:
    set_up(client, anna)
    code = codes_of(client)[0]
    again(client, anna)
    client.submit("Herstelcode gebruiken")
    client.submit("Verder", **{"aanmelden-code": code.upper().replace("-", " ")})
    assert is_in(client)
    again(client, anna)
    client.submit("Herstelcode gebruiken")
    page = client.submit("Verder", status=422, **{"aanmelden-code": code})
    assert "klopt niet of is al gebruikt" in page.text
    assert not is_in(client)


def test_who_has_few_recovery_codes_left_is_told(client: StrictClient, anna: User) -> None:
    set_up(client, anna)
    codes_of(client)
    for one in all_rows(HerstelCode)[FEW_LEFT:]:
        db.session.delete(one)
    assert "nog maar weinig" in client.get("/account/tweede-stap/overzicht").text


def test_who_has_a_second_step_can_not_go_around_it_by_setting_up_another(client: StrictClient, anna: User) -> None:
    set_up(client, anna)
    again(client, anna)
    for page in ("kiezen", "app", "passkey"):
        assert client.get(f"/account/tweede-stap/{page}", 410).h1 == "Meld u opnieuw aan"


def test_the_last_way_in_can_not_be_taken_away(client: StrictClient, anna: User) -> None:
    set_up(client, anna)
    client.get("/account/tweede-stap/overzicht")
    assert "uw enige manier" in client.submit("App weghalen").html


def test_a_session_that_took_one_step_is_no_sign_in(client: StrictClient, anna: User) -> None:
    client.sign_in(anna)
    assert not is_in(client)


def test_a_browser_in_which_somebody_took_both_steps_keeps_no_mark_for_the_next(app: Flask, anna: User) -> None:
    with app.test_request_context():
        session[half.DONE] = anna.id + 1
        login_user(anna, authn_via=["password"])
        assert half.DONE not in session
        db.session.rollback()


def test_who_was_signed_out_while_writing_takes_both_steps_and_loses_nothing(client: StrictClient, anna: User) -> None:
    app = set_up(client, anna)
    client.sign_out()
    typed = {"naam": "Anna Proef", "telefoon": "010 123", "functie": "Een heel nieuwe functie", "mail_keuze": "direct"}
    client.post("/account/gegevens", typed, 401)
    client.submit("Aanmelden en opslaan", **{"aanmelden-email": anna.email, "aanmelden-password": PASSWORD}, status=401)
    page = client.submit("Verder", **{"aanmelden-code": "12"}, status=422)
    assert "Een heel nieuwe functie" in page.html
    client.submit("Verder", **{"aanmelden-code": code_at(app)})
    client.submit("Opnieuw versturen")
    db.session.expire_all()
    assert anna.functie == "Een heel nieuwe functie"


def test_who_must_set_it_up_first_loses_nothing_either(client: StrictClient, anna: User) -> None:
    typed = {"naam": "Anna Proef", "telefoon": "010 123", "functie": "Een heel nieuwe functie", "mail_keuze": "direct"}
    client.post("/account/gegevens", typed, 401)
    page = client.submit(
        "Aanmelden en opslaan", **{"aanmelden-email": anna.email, "aanmelden-password": PASSWORD}, status=401
    )
    assert page.h1 == "Stel eerst uw tweede stap in"
    client.get("/account/tweede-stap/kiezen")
    client.submit("Verder", manier="app")
    client.submit("Verder", code=code_at(app_of(client)))
    client.page = page
    client.submit("Ik heb hem ingesteld: opslaan wat ik typte")
    client.submit("Opnieuw versturen")
    db.session.expire_all()
    assert anna.functie == "Een heel nieuwe functie"


STRANGE = [
    "",
    "[]",
    "null",
    "{}",
    "[" * 9000,
    '{"id": "YQ", "rawId": "YQ", "type": "public-key", "response": {}}',
    "é",
    "\x00",
]


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_a_strange_answer_of_a_passkey_is_told_in_words(client: StrictClient, anna: User) -> None:
    for answer in STRANGE:
        client.get("/account/tweede-stap/passkey-aanmelden")
        page = client.submit("Passkey gebruiken", status=422, **{"aanmelden-antwoord": answer})
        assert "andere manier" in " ".join(page.errors), answer
    first_step(client, anna)
    for answer in STRANGE:
        client.get("/account/tweede-stap/passkey")
        page = client.submit("Passkey maken", status=422, naam="Oud", antwoord=answer)
        assert "andere manier" in " ".join(page.errors), answer


def test_who_is_invited_chooses_a_password_and_sets_up_the_second_step(client: StrictClient, app: Flask) -> None:
    ben = make_user(Rol.BEHEERDER)
    new = make_user(Rol.LEZER, naam="Nieuw Proef", email="nieuw@voorbeeld.example")
    invitations.invite_again(new, actor=ben.actor)
    client.get(f"/account/uitnodiging/{invitations.token_for(new)}")
    page = client.submit("Wachtwoord opslaan", password=PASSWORD, password_confirm=PASSWORD)
    assert page.h1 == "Aanmelden in twee stappen"
    assert not is_in(client)
    client.get("/account/tweede-stap/kiezen")
    client.submit("Verder", manier="app")
    client.submit("Verder", code=code_at(app_of(client)))
    assert is_in(client)


def test_who_changes_the_password_stays_signed_in_and_only_here(
    client: StrictClient, new_client: Callable[[], StrictClient], anna: User
) -> None:
    set_up(client, anna)
    elsewhere = new_client()
    sit_down(elsewhere, anna)
    assert is_in(elsewhere)
    client.get("/account/wachtwoord-wijzigen")
    new = "Nog een zin van een paar woorden"
    client.submit("Wachtwoord wijzigen", password=PASSWORD, new_password=new, new_password_confirm=new)
    assert is_in(client)
    assert not is_in(elsewhere)
