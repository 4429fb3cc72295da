"""Taking away the last person of a side: the portal says so at that moment, and asks once."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Namens, OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import User
from portal.services.people.last_one import left_to_nobody
from tests.client import StrictClient
from tests.worlds.people import give_role, make_contact, make_organisatie, make_regio, make_user


@pytest.fixture
def bea(client: StrictClient) -> StrictClient:
    """A beheerder behind a browser."""
    return client.sign_in(make_user(Rol.BEHEERDER))


def test_switching_off_the_last_contact_of_a_side_asks_once(bea: StrictClient) -> None:
    regio = make_regio("Zeeland")
    kim = make_contact(regio, Namens.ZORGKANTOOR, naam="Kim de Boer")
    make_contact(regio, Namens.GEMEENTE)
    bea.get(f"/beheer/accounts/{kim.id}")
    page = bea.submit("Account uitzetten", status=409)
    assert page.h1 == "Kim de Boer is de laatste"
    assert "Contactpersoon namens het zorgkantoor in Zeeland" in page.text
    assert is_on(kim)
    bea.submit("Toch doorgaan")
    assert not is_on(kim)


def test_taking_the_role_asks_the_same(bea: StrictClient) -> None:
    kim = make_contact(make_regio("Zeeland"), naam="Kim de Boer")
    bea.get(f"/beheer/accounts/{kim.id}")
    bea.submit("Weghalen Regiocontact voor Zeeland, namens gemeente", status=409)
    bea.submit("Toch doorgaan")
    db.session.refresh(kim)
    assert kim.lidmaatschappen == []


def test_what_became_the_last_meanwhile_is_asked_again(bea: StrictClient) -> None:
    regio, other = make_regio("Zeeland"), make_regio("Twente")
    kim = give_role(make_contact(regio), Rol.REGIOCONTACT, other, Namens.GEMEENTE)
    colleague = make_contact(other)
    bea.get(f"/beheer/accounts/{kim.id}")
    bea.submit("Account uitzetten", status=409)
    colleague.active = False
    db.session.commit()
    page = bea.submit("Toch doorgaan", status=409)
    assert "Contactpersoon namens de gemeente(n) in Twente" in page.text
    bea.submit("Toch doorgaan")
    assert not is_on(kim)


def test_with_a_colleague_nothing_is_asked(bea: StrictClient) -> None:
    regio = make_regio()
    kim, _ = make_contact(regio), make_contact(regio)
    bea.get(f"/beheer/accounts/{kim.id}")
    bea.submit("Account uitzetten")
    assert not is_on(kim)


def test_who_else_is_needed(app: Flask) -> None:
    vws = make_organisatie("VWS", OrganisatieSoort.KERNPARTIJ)
    lonely = make_user(Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER, organisatie=vws)
    assert left(lonely) == ["beoordelaar van VWS", "coördinator"]
    # A reviewer of another organisation does not speak for VWS; a coördinator of any is one.
    make_user(Rol.BEOORDELAAR, Rol.COORDINATOR)
    assert left(lonely) == ["beoordelaar van VWS"]
    colleague = make_user(Rol.BEOORDELAAR, organisatie=vws)
    assert left(lonely) == []
    colleague.active = False
    assert left(lonely) == ["beoordelaar van VWS"]
    lonely.active = False
    assert left(lonely) == []


def left(account: User) -> list[str]:
    db.session.flush()
    return left_to_nobody(account, account.lidmaatschappen)


def is_on(account: User) -> bool:
    db.session.refresh(account)
    return account.active
