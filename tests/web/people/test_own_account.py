"""What somebody changes of the own account, and naming who comes next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from portal.domain.roles import Membership, Namens, Rol
from portal.extensions import db
from portal.models import AccountEvent, Mail, Opvolger, Regio, User
from portal.services.people import accounts, successors
from tests.client import StrictClient
from tests.running.at_once import at_once
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.rows import all_rows


@pytest.fixture
def regio(app: Flask) -> Regio:
    return make_regio("Zeeland")


@pytest.fixture
def kim(regio: Regio) -> User:
    """A contact person who leaves."""
    return make_contact(regio, Namens.ZORGKANTOOR, naam="Kim de Boer")


def test_one_changes_the_own_name_phone_and_function(client: StrictClient, kim: User) -> None:
    client.sign_in(kim).get("/account")
    client.get("/account/gegevens")
    page = client.submit("Opslaan", naam="Kim Smit", telefoon="06 0000 0000", functie="Beleidsadviseur Wmo")
    assert "Uw gegevens zijn opgeslagen." in page.html
    db.session.refresh(kim)
    assert (kim.naam, kim.telefoon, kim.functie) == ("Kim Smit", "06 0000 0000", "Beleidsadviseur Wmo")
    assert all_rows(AccountEvent)[-1].tekst == "Eigen gegevens gewijzigd: Kim Smit (was Kim de Boer)"
    assert "Beleidsadviseur Wmo, " in client.get("/landelijk/contacten").text


@pytest.mark.parametrize("rol", [one for one in Rol if not one.is_regional])
def test_everybody_may(client: StrictClient, rol: Rol) -> None:
    client.sign_in(make_user(rol)).get("/account/gegevens")
    assert "Uw gegevens zijn opgeslagen." in client.submit("Opslaan", functie="Adviseur").html


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"naam": " "}, "Vul de naam van de persoon in, bijvoorbeeld Kim de Boer."),
        ({"naam": "x" * 201}, "De naam is te lang. Gebruik hoogstens 200 tekens."),
        ({"telefoon": "0" * 41}, "Het telefoonnummer is te lang. Gebruik hoogstens 40 tekens."),
        ({"functie": "f" * 201}, "De functie is te lang. Gebruik hoogstens 200 tekens."),
    ],
)
def test_what_can_not_be_is_told_and_stays_on_the_page(
    client: StrictClient, kim: User, typed: dict[str, str], sentence: str
) -> None:
    client.sign_in(kim).get("/account/gegevens")
    page = client.submit("Opslaan", status=422, **{"telefoon": "06", **typed})
    assert page.errors == [sentence]
    db.session.refresh(kim)
    assert kim.naam == "Kim de Boer"


def test_nothing_changed_is_no_event(client: StrictClient, kim: User) -> None:
    client.sign_in(kim).get("/account/gegevens")
    assert "Er is niets veranderd." in client.submit("Opslaan").html
    assert all_rows(AccountEvent) == []


def test_a_successor_is_invited_in_one_press(
    client: StrictClient, new_client: Callable[[], StrictClient], kim: User, regio: Regio
) -> None:
    make_user(Rol.LEZER)
    client.sign_in(kim).get("/account/opvolger")
    page = client.submit("Opvolger noemen", naam="Kees Post", email="Kees.Post@voorbeeld.example")
    assert "U noemde Kees Post (kees.post@voorbeeld.example) als uw opvolger." in page.text
    roos = new_client().sign_in(make_user(Rol.COORDINATOR))
    page = roos.get("/")
    assert "Kim de Boer stopt als contactpersoon en noemt Kees Post als opvolger." in page.text
    roos.get(page.links["Bekijken en uitnodigen"].partition("#")[0])
    page = roos.submit("Opvolger uitnodigen Kees Post")
    assert "De uitnodiging aan Kees Post staat klaar" in page.html
    kees = accounts.find_account("kees.post@voorbeeld.example")
    assert kees is not None
    assert [one.membership for one in kees.lidmaatschappen] == [
        Membership(Rol.REGIOCONTACT, regio.id, Namens.ZORGKANTOOR)
    ]
    assert kees.organisatie_id == kim.organisatie_id
    assert [(mail.soort, mail.aan) for mail in all_rows(Mail)] == [("uitnodiging", kees.email)]
    assert all_rows(Opvolger) == []
    assert "als opvolger" not in roos.get("/").text


def test_a_successor_gets_only_what_a_contact_person_does(app: Flask, kim: User) -> None:
    give_role(kim, Rol.COORDINATOR)
    assert [one.rol for one in successors.handed_on(kim)] == [Rol.REGIOCONTACT]


def test_somebody_else_replaces_and_nobody_takes_back(client: StrictClient, kim: User) -> None:
    client.sign_in(kim)
    for naam in ("Kees Post", "Ans Vos"):
        client.get("/account/opvolger")
        client.submit("Opvolger noemen", naam=naam, email="een@voorbeeld.example")
    (named,) = all_rows(Opvolger)
    assert named.naam == "Ans Vos"
    client.get("/account")
    client.submit("Niemand noemen")
    assert all_rows(Opvolger) == []
    assert "Mijn opvolger noemen" in client.get("/account").text


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("{eigen}", "Dit is uw eigen adres."),
        ("geen adres", "Vul een volledig e-mailadres in"),
        ("info@voorbeeld.example", "lijkt het adres van een groep"),
    ],
)
def test_an_address_that_can_not_be_is_told(client: StrictClient, kim: User, email: str, words: str) -> None:
    client.sign_in(kim).get("/account/opvolger")
    page = client.submit("Opvolger noemen", naam="Kees Post", email=email.format(eigen=kim.email), status=422)
    assert words in page.errors[0]
    assert all_rows(Opvolger) == []


def test_who_was_invited_by_a_colleague_meanwhile_is_not_invited_again(client: StrictClient, kim: User) -> None:
    successors.name_successor(kim, naam="Kees Post", email="kees@voorbeeld.example", actor=kim.actor)
    db.session.commit()
    bea = make_user(Rol.BEHEERDER)
    client.sign_in(bea).get(f"/beheer/accounts/{kim.id}")
    successors.take_back(kim, actor=kim.actor)
    db.session.commit()
    page = client.submit("Opvolger uitnodigen Kees Post")
    assert "Kim de Boer noemt geen opvolger meer. Er is niemand uitgenodigd." in page.html
    assert accounts.find_account("kees@voorbeeld.example") is None


def test_two_presses_at_once_invite_one_person(app: Flask, kim: User) -> None:
    successors.name_successor(kim, naam="Kees Post", email="kees@voorbeeld.example", actor=kim.actor)
    bea, kim_id = make_user(Rol.BEHEERDER).actor, kim.id
    db.session.commit()

    def press(number: int) -> str:
        try:
            successors.invite_successor(db.session.get_one(User, kim_id), actor=bea)
        except accounts.AccountProblem as problem:
            return str(problem)
        return "uitgenodigd"

    results = at_once(app, press)
    assert results.count("uitgenodigd") == 1
    assert set(results) == {"uitgenodigd", "Kim de Boer noemt geen opvolger meer. Er is niemand uitgenodigd."}
    assert len([mail for mail in all_rows(Mail) if mail.soort == "uitnodiging"]) == 1


def test_one_chooses_how_much_mail_comes(client: StrictClient, kim: User) -> None:
    client.sign_in(kim).get("/account/gegevens")
    page = client.submit("Opslaan", mail_keuze="dagelijks")
    assert "Dagelijks: alles in één overzicht." in page.text
    client.get("/account/gegevens")
    page = client.submit("Opslaan", mail_keuze="gevraagd")
    assert "Alleen wat mij gevraagd wordt" in page.text
    reviewer = make_user(Rol.BEOORDELAAR, mailkeuze=None)
    page = client.sign_in(reviewer).get("/account/gegevens")
    assert page.one("//input[@name='mail_keuze'][@checked]").get("value") == "dagelijks"
    client.submit("Opslaan", mail_keuze="direct")
    db.session.refresh(reviewer)
    assert reviewer.mail_keuze.value == "direct"
