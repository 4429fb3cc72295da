"""The mails about a report: short, with one link, and nothing of what is in the report or what parties said of it."""

from __future__ import annotations

import re

import pytest
from flask import Flask

from portal.domain.mail import SOORTEN
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.models import Mail, Rapport
from portal.services.report import notices, texts
from tests.worlds.people import make_contact, make_organisatie, make_regio, make_user
from tests.worlds.report import adopt, agree, make_kernlid, make_rapport, present, publish, remark, take_back
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

# Those of hoor en wederhoor lead to the page of a region: see test_hearing.
RAPPORT_SOORTEN = {soort for soort in SOORTEN if soort.startswith("rapport_") and "hoor" not in soort}


@pytest.fixture
def rapport(app: Flask) -> Rapport:
    """A report that went through everything: with remarks, taken back, and published."""
    kim, zn, vws = make_user(Rol.COORDINATOR).actor, make_kernlid("ZN"), make_kernlid("VWS")
    make_contact(make_regio())
    rapport = make_rapport(make_uitvraag(naam="Q1 'n & <2024>", status=UitvraagStatus.GESLOTEN), actor=kim)
    texts.save(rapport, "proces_kop", "Zeer geheim", base_revision=0, seen_revision=1, actor=kim)
    present(rapport, kim)
    remark(rapport, zn, "Zeer geheim")
    take_back(rapport, kim, "De tabel klopt niet.")
    present(rapport, kim)
    agree(rapport, zn)
    agree(rapport, vws)
    adopt(rapport, kim, "")
    publish(rapport, kim)
    return rapport


def test_every_mail_is_short_and_leads_to_the_report(rapport: Rapport) -> None:
    mails = [mail for mail in all_rows(Mail) if mail.soort.startswith("rapport_")]
    assert {mail.soort for mail in mails} == RAPPORT_SOORTEN
    for mail in mails:
        assert re.findall(r"https?://\S+", mail.tekst) == [f"http://localhost:8000/rapporten/{rapport.id}"], mail.tekst
        assert mail.tekst.startswith("Beste Persoon ")
        assert "Q1 'n & <2024>" in mail.tekst
        assert "Q1 'n & <2024>" in mail.onderwerp
        assert "geheim" not in mail.tekst
        assert len(mail.tekst) < 700
        assert "\n\n\n" not in mail.tekst


def test_who_is_asked_again_hears_that_it_changed(rapport: Rapport) -> None:
    asked = [mail.tekst for mail in all_rows(Mail) if mail.soort == "rapport_voorgelegd"]
    assert ["Het rapport is aangepast." in one for one in asked] == [False, False, True, True]


def test_nothing_is_told_twice(rapport: Rapport) -> None:
    before = len(all_rows(Mail))
    told = (
        notices.presented(rapport),
        notices.taken_back(rapport, "Nog eens."),
        notices.adopted(rapport),
        notices.published(rapport),
    )
    # The second voorlegging was never taken back: that would be news.
    assert told == (0, 2, 0, 0)
    assert len(all_rows(Mail)) == before + 2


def test_the_kerngroep_is_who_reviews_for_one_of_its_parties(app: Flask) -> None:
    zn = make_kernlid("ZN")
    make_user(Rol.LEZER, organisatie=zn.organisatie)
    make_user(Rol.COORDINATOR, organisatie=zn.organisatie)
    make_user(Rol.BEOORDELAAR, organisatie=make_organisatie("KPMG"))
    make_kernlid("VWS").active = False
    assert notices.kerngroep() == [(zn.id, zn.email, zn.naam)]


def test_a_round_of_mails_about_one_report_does_not_stop_those_about_another(rapport: Rapport) -> None:
    make_rapport(status=RapportStatus.GEPUBLICEERD)
    published = [mail.sleutel for mail in all_rows(Mail) if mail.soort == "rapport_gepubliceerd"]
    assert len({key.split(":")[1] for key in published}) == 2
