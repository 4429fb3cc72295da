"""Accounts, invitations and regions, as a beheerder or coördinator keeps them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from portal.domain.roles import Membership, Namens, Rol
from portal.extensions import db
from portal.models import AccountEvent, Gemeente, Lidmaatschap, Mail, Organisatie, Regio, RegioAlias, User
from portal.services.people import accounts
from portal.services.regios import load_regios
from tests.client import StrictClient
from tests.worlds.people import give_role, make_contact, make_organisatie, make_regio, make_user
from tests.worlds.rows import all_rows

NEW = "0"

# What the buttons that take somebody away send.
NOTHING_SEEN = {"gezien": ""}


@pytest.fixture
def beheerder(client: StrictClient) -> User:
    """The beheerder who is signed in."""
    user = make_user(Rol.BEHEERDER, naam="Bea Heer")
    client.sign_in(user)
    return user


def invite(client: StrictClient, status: int = 200, **changes: Any) -> Any:
    client.get("/beheer/uitnodigen")
    filled = {
        "naam": "Kees Post",
        "email": "kees.post@voorbeeld.example",
        "organisatie": NEW,
        "nieuwe_organisatie": "Zorgkantoor Voorbeeldstreek",
        "soort": "zorgkantoor",
        "rol": "lezer",
    }
    return client.submit("Uitnodigen", status=status, **filled | changes)


def test_inviting_somebody_for_two_regions(client: StrictClient, beheerder: User) -> None:
    een, twee = make_regio("Proefstreek Noord"), make_regio("Proefstreek Zuid")
    regios = [str(een.id), str(twee.id)]
    page = invite(client, rol="regiocontact", namens="zorgkantoor", regios=regios)
    assert page.h1 == "Kees Post"
    (kees,) = [user for user in all_rows(User) if user.naam == "Kees Post"]
    assert {(lid.rol, lid.regio_id, lid.namens) for lid in kees.lidmaatschappen} == {
        (Rol.REGIOCONTACT, een.id, Namens.ZORGKANTOOR),
        (Rol.REGIOCONTACT, twee.id, Namens.ZORGKANTOOR),
    }
    assert kees.organisatie.naam == "Zorgkantoor Voorbeeldstreek"
    assert kees.password is None
    assert [(mail.aan, mail.soort) for mail in all_rows(Mail)] == [("kees.post@voorbeeld.example", "uitnodiging")]


def test_a_person_with_an_account_keeps_it_and_gets_the_role(client: StrictClient, beheerder: User) -> None:
    kees = make_user(Rol.LEZER, naam="Kees Post", email="kees.post@voorbeeld.example", password="een lange zin")
    page = invite(client, email="KEES.POST@voorbeeld.example", naam="K. Post", rol="beoordelaar")
    assert "had al een account" in page.html
    db.session.refresh(kees)
    assert kees.naam == "Kees Post"
    assert {lid.rol for lid in kees.lidmaatschappen} == {Rol.LEZER, Rol.BEOORDELAAR}
    assert [mail.soort for mail in all_rows(Mail)] == ["toegang"]


def test_a_role_that_somebody_holds_is_told(client: StrictClient, beheerder: User) -> None:
    make_user(Rol.LEZER, naam="Kees Post", email="kees.post@voorbeeld.example", password="een lange zin")
    assert invite(client, status=422).errors == ["Kees Post heeft deze rol al."]
    assert all_rows(Mail) == []


def test_an_account_that_is_off_is_not_invited(client: StrictClient, beheerder: User) -> None:
    make_user(naam="Kees Post", email="kees.post@voorbeeld.example", active=False)
    assert invite(client, status=422).errors == [
        "Het account van Kees Post staat uit. Een beheerder kan het weer aanzetten."
    ]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"naam": " "}, "Vul de naam van de persoon in, bijvoorbeeld Kim de Boer."),
        ({"email": ""}, "Vul een e-mailadres in, bijvoorbeeld naam@gemeente.nl."),
        ({"email": "kees@"}, "Vul een volledig e-mailadres in, bijvoorbeeld naam@gemeente.nl."),
        ({"nieuwe_organisatie": ""}, "Vul de naam van de organisatie in, of kies een organisatie uit de lijst."),
        ({"soort": None}, "Kies wat voor organisatie het is."),
        ({"organisatie": "-1"}, "Kies de organisatie waar de persoon werkt."),
        ({"rol": None}, "Kies een rol."),
        ({"rol": "regiolezer"}, "Kies ten minste één regio."),
        ({"naam": "x" * 201}, "De naam is te lang. Gebruik hoogstens 200 tekens."),
        (
            {"email": "info@voorbeeld.example"},
            "info@voorbeeld.example lijkt het adres van een groep. Vul het eigen adres van de persoon in, "
            "of vink aan dat één persoon dit adres gebruikt.",
        ),
    ],
)
def test_what_is_missing_is_said_and_nobody_is_invited(
    client: StrictClient, beheerder: User, changes: dict[str, Any], sentence: str
) -> None:
    make_regio()
    page = invite(client, status=422, **changes)
    assert page.errors == [sentence]
    assert page.one("//input[@name='nieuwe_organisatie']") is not None
    assert all_rows(Mail) == []


def test_a_regiocontact_speaks_for_one_side(client: StrictClient, beheerder: User) -> None:
    page = invite(client, status=422, rol="regiocontact", regios=[str(make_regio().id)])
    assert page.errors == ["Kies of de persoon namens de gemeente of namens het zorgkantoor werkt."]


def test_a_group_address_of_one_person_is_accepted_after_a_yes(client: StrictClient, beheerder: User) -> None:
    invite(client, status=422, email="info@voorbeeld.example")
    client.submit("Uitnodigen", een_persoon="y")
    assert [mail.aan for mail in all_rows(Mail)] == ["info@voorbeeld.example"]


def test_a_known_organisation_is_not_made_twice(client: StrictClient, beheerder: User) -> None:
    make_organisatie("Zorgkantoor Voorbeeldstreek")
    invite(client, nieuwe_organisatie="zorgkantoor voorbeeldstreek")
    assert len([one for one in all_rows(Organisatie) if one.naam.lower() == "zorgkantoor voorbeeldstreek"]) == 1


def test_a_coordinator_can_not_make_a_beheerder(client: StrictClient) -> None:
    coordinator = make_user(Rol.COORDINATOR)
    page = client.sign_in(coordinator).get("/beheer/uitnodigen")
    assert page.find("//input[@value='beheerder']") == []
    data = {"naam": "A", "email": "a@voorbeeld.example", "telefoon": "", "organisatie": NEW, "nieuwe_organisatie": "X"}
    client.post("/beheer/uitnodigen", data | {"soort": "ciz", "rol": "beheerder"}, status=422)
    assert all(user.naam != "A" for user in all_rows(User))
    with pytest.raises(accounts.AccountProblem, match="alleen een beheerder"):
        accounts.add_memberships(make_user(), [Membership(Rol.BEHEERDER)], actor=coordinator.actor)


@pytest.mark.parametrize(
    "data", [{}, {"naam": "Alleen een naam"}, {"naam": ["twee", "namen"], "email": "a@b.nl", "organisatie": "0"}]
)
def test_a_post_that_no_page_of_ours_sends(client: StrictClient, beheerder: User, data: dict[str, Any]) -> None:
    client.post("/beheer/uitnodigen", data, status=400)


def test_switching_off_on_and_the_log(client: StrictClient, beheerder: User) -> None:
    kim = make_user(Rol.LEZER, naam="Kim de Boer")
    client.get(f"/beheer/accounts/{kim.id}")
    client.submit("Account uitzetten")
    db.session.refresh(kim)
    assert kim.active is False
    client.submit("Account aanzetten")
    db.session.refresh(kim)
    assert kim.active is True
    log = [(event.soort, event.door_id, event.herkomst) for event in all_rows(AccountEvent)]
    assert log == [("uitgezet", beheerder.id, "127.0.0.1"), ("aangezet", beheerder.id, "127.0.0.1")]


def test_nobody_switches_off_their_own_account(client: StrictClient, beheerder: User) -> None:
    client.post(f"/beheer/accounts/{beheerder.id}/uitzetten", NOTHING_SEEN)
    page = client.follow()
    assert "U kunt uw eigen account niet uitzetten." in page.html
    db.session.refresh(beheerder)
    assert beheerder.active is True


def test_nobody_takes_their_own_role_of_beheerder(client: StrictClient, beheerder: User) -> None:
    (lid,) = beheerder.lidmaatschappen
    client.post(f"/beheer/accounts/{beheerder.id}/rollen/{lid.id}/weghalen", NOTHING_SEEN)
    assert [one.rol for one in all_rows(Lidmaatschap)] == [Rol.BEHEERDER]


def test_giving_and_taking_a_role(client: StrictClient, beheerder: User) -> None:
    kim, regio = make_user(naam="Kim de Boer"), make_regio("Proefstreek Noord")
    client.get(f"/beheer/accounts/{kim.id}")
    client.submit("Rol toevoegen", rol="regiolezer", regios=[str(regio.id)])
    assert client.page is not None
    assert "Rol gegeven: Regiolezer voor Proefstreek Noord" in client.page.text
    client.submit("Weghalen Regiolezer voor Proefstreek Noord")
    db.session.refresh(kim)
    assert kim.lidmaatschappen == []
    assert [event.soort for event in all_rows(AccountEvent)] == ["rol_gegeven", "rol_weggehaald"]


def test_a_role_of_somebody_else_is_not_taken_by_a_wrong_address(client: StrictClient, beheerder: User) -> None:
    kim, ander = make_user(Rol.LEZER), make_user(Rol.LEZER)
    (lid,) = ander.lidmaatschappen
    client.post(f"/beheer/accounts/{kim.id}/rollen/{lid.id}/weghalen", NOTHING_SEEN)
    db.session.refresh(ander)
    assert [one.rol for one in ander.lidmaatschappen] == [Rol.LEZER]


def test_the_log_can_not_be_changed(client: StrictClient, beheerder: User) -> None:
    kim = make_user(Rol.LEZER)
    client.post(f"/beheer/accounts/{kim.id}/uitzetten", NOTHING_SEEN)
    (event,) = all_rows(AccountEvent)
    event.tekst = "niets gebeurd"
    with pytest.raises(RuntimeError):
        db.session.commit()
    db.session.rollback()


def test_changing_the_details_of_an_account(client: StrictClient, beheerder: User) -> None:
    kim, elders = make_user(naam="Kim de Boer"), make_organisatie("CIZ")
    client.get(f"/beheer/accounts/{kim.id}")
    client.submit("Gegevens opslaan", naam="Kim de Boer-Smit", telefoon="06 0000 0000", organisatie=str(elders.id))
    db.session.refresh(kim)
    assert (kim.naam, kim.telefoon, kim.organisatie.naam) == ("Kim de Boer-Smit", "06 0000 0000", "CIZ")


@pytest.mark.parametrize("typed", ["boer", "KIM@", "Ciz", "gelderland zuid"])
def test_an_account_is_found_by_name_address_organisation_and_region(
    client: StrictClient, beheerder: User, typed: str
) -> None:
    regio = make_regio("Nijmegen")
    regio.aliassen = [RegioAlias(naam="Gelderland-zuid")]
    kim = make_user(naam="Kim de Boer", email="kim@voorbeeld.example", organisatie=make_organisatie("CIZ"))
    give_role(kim, Rol.REGIOLEZER, regio)
    page = client.get("/beheer/accounts", query_string={"zoek": typed})
    assert [link for link in page.links if link in ("Kim de Boer", "Bea Heer")] == ["Kim de Boer"]


def test_more_accounts_cost_no_more_queries(client: StrictClient, beheerder: User, count_queries: Any) -> None:
    make_contact(make_regio())
    client.get("/beheer/accounts")
    few = count_queries(lambda: client.get("/beheer/accounts"))
    for _ in range(10):
        make_contact(make_regio())
    assert count_queries(lambda: client.get("/beheer/accounts")) == few


def test_the_shipped_regions_load_once_and_leave_edits_alone(app: Flask) -> None:
    assert load_regios() == (31, 342)
    haaglanden = next(regio for regio in all_rows(Regio) if regio.naam == "Haaglanden")
    haaglanden.zorgkantoor = "Ander kantoor"
    db.session.commit()
    assert load_regios() == (0, 0)
    db.session.refresh(haaglanden)
    assert haaglanden.zorgkantoor == "Ander kantoor"
    assert sum(regio.inwoners for regio in all_rows(Regio)) == 17_942_942
    assert sum(gemeente.inwoners for gemeente in all_rows(Gemeente)) == 17_942_942


def test_changing_a_region(client: StrictClient, beheerder: User) -> None:
    regio = make_regio("Proefstreek", gemeenten=["Aadorp"])
    other = make_regio("Buurstreek", gemeenten=["Beedorp"])
    (beedorp,) = other.gemeenten
    client.get(f"/beheer/regios/{regio.id}")
    client.submit(
        "Opslaan", zorgkantoor="Nieuw", aliassen="Streek\r\n\r\nDe Proef", gemeente_erbij=str(beedorp.id), inwoners="12"
    )
    db.session.expire_all()
    assert (regio.zorgkantoor, regio.inwoners, regio.revision) == ("Nieuw", 12, 2)
    assert [alias.naam for alias in regio.aliassen] == ["De Proef", "Streek"]
    assert [gemeente.naam for gemeente in regio.gemeenten] == ["Aadorp", "Beedorp"]
    assert other.gemeenten == []


def test_a_stale_save_of_a_region_is_told_and_shows_both(
    client: StrictClient, beheerder: User, new_client: Callable[[], StrictClient]
) -> None:
    regio = make_regio("Proefstreek")
    colleague = new_client().sign_in(make_user(Rol.BEHEERDER))
    client.get(f"/beheer/regios/{regio.id}")
    colleague.get(f"/beheer/regios/{regio.id}")
    colleague.submit("Opslaan", zorgkantoor="Van de collega")
    page = client.submit("Opslaan", zorgkantoor="Van mij", status=409)
    assert "Iemand anders heeft deze regio net gewijzigd" in page.text
    assert "Van de collega" in page.text
    assert page.one("//input[@name='zorgkantoor']").get("value") == "Van mij"
    db.session.refresh(regio)
    assert regio.zorgkantoor == "Van de collega"
    client.submit("Opslaan")
    db.session.refresh(regio)
    assert regio.zorgkantoor == "Van mij"


def test_an_alias_of_another_region_is_refused(client: StrictClient, beheerder: User) -> None:
    regio, other = make_regio("Proefstreek"), make_regio("Buurstreek")
    other.aliassen = [RegioAlias(naam="De Buur")]
    client.get(f"/beheer/regios/{regio.id}")
    page = client.submit("Opslaan", aliassen="De Buur", status=422)
    assert page.errors == ["De naam “De Buur” hoort al bij Buurstreek. Haal hem daar eerst weg."]


@pytest.mark.parametrize("inwoners", ["", "veel", "-1", "12,5", "99999999999999999999"])
def test_inhabitants_are_a_whole_number(client: StrictClient, beheerder: User, inwoners: str) -> None:
    regio = make_regio("Proefstreek")
    client.get(f"/beheer/regios/{regio.id}")
    page = client.submit("Opslaan", inwoners=inwoners, status=422)
    assert page.errors == ["Vul bij “Aantal inwoners” een heel getal in, bijvoorbeeld 337553."]


@pytest.mark.parametrize("text", ["\x00\x07", "\u200fgnal", "=1+1", "<script>alert(1)</script>", "]]>", "😀" * 40])
def test_strange_text_is_kept_as_text(client: StrictClient, beheerder: User, text: str) -> None:
    regio = make_regio("Proefstreek")
    client.get(f"/beheer/regios/{regio.id}")
    client.submit("Opslaan", zorgkantoor=text, centrumgemeenten=text)
    db.session.refresh(regio)
    assert regio.zorgkantoor == text.replace("\x00\x07", "")
    client.get("/beheer/regios")


@pytest.fixture
def count_queries() -> Callable[[Callable[[], Any]], int]:
    """How many statements a block sends to the database."""

    def count(block: Callable[[], Any]) -> int:
        from sqlalchemy import event

        statements: list[str] = []

        def remember(conn: Any, cursor: Any, statement: str, *rest: Any) -> None:
            statements.append(statement)

        event.listen(db.engine, "before_cursor_execute", remember)
        try:
            block()
        finally:
            event.remove(db.engine, "before_cursor_execute", remember)
        return len(statements)

    return count
