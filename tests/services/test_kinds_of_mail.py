"""How each kind of mail comes to whom, and what of it waits for the overview of the day: told once, never when done."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.mail import SOORTEN, MailAard, MailKeuze, Weg, chosen, is_near, way
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail, OverzichtRegel
from portal.services.daily import STILL
from portal.services.mail import outbox
from tests.running.halves import on_one_each
from tests.worlds.mails import CASES, EVENING, MORNING, World, make_world, overviews, write_at
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "mails"
# Texts that have another name than their kind.
OTHER_TEXTS = {
    "wachtwoord_gewijzigd": "wachtwoord",
    "wachtwoord_vergeten": "wachtwoord",
    "tweede_stap_bevestigen": "tweede_stap",
    "tweede_stap_gevraagd": "tweede_stap",
    "tweede_stap_gewijzigd": "tweede_stap",
    "blad_heropend": "uitvraag_heropend",
}

# What comes at once whatever somebody chose, typed over by hand: about the account, or asked by a day that is near.
AT_ONCE = {
    "uitnodiging",
    "toegang",
    "wachtwoord",
    "tweede_stap",
    "overzicht",
    "herinnering",
    "uitvraag_herinnering",
    "onderdeel_herinnering",
    "rapport_hoor_herinnering",
    "cijfers_herinnering",
    # To who has no account, and so no choice.
    "leeslink",
    "leeslink_code",
    "leeslink_gewijzigd",
    "leeslink_reactie",
}
# What only tells, and is spared to who wants only what is asked.
TELLS = {
    "ingediend",
    "onderdeel_voorbij",
    "ingetrokken",
    "instemming_ontvangen",
    "instemming_gewijzigd",
    "nieuw_ingediend",
    "vastgesteld",
    "heropend",
    "uitstel",
    "blad_ingediend",
    "terugkoppeling",
    "verwachting",
    "rapport_teruggehaald",
    "rapport_akkoord",
    "rapport_hoor_afgehandeld",
    "rapport_vastgesteld",
    "rapport_gepubliceerd",
    "cijfers_beantwoord",
    "cijfers_gepubliceerd",
    "cijfers_ingetrokken",
}
DONE = [soort for soort, case in CASES.items() if case.is_done]


@pytest.fixture
def world(app: Flask) -> World:
    return make_world()


def test_every_kind_of_mail_is_what_was_decided() -> None:
    assert {soort for soort, kind in SOORTEN.items() if kind.aard is MailAard.NIEUWS} == TELLS
    assert {soort for soort, kind in SOORTEN.items() if not kind.in_overview} == AT_ONCE
    assert {soort for soort, kind in SOORTEN.items() if kind.kop} == set(SOORTEN) - AT_ONCE


def test_every_text_of_a_mail_is_of_a_kind_and_every_kind_has_one() -> None:
    texts = {path.stem for path in TEMPLATES.glob("*.txt")}
    assert {OTHER_TEXTS.get(text, text) for text in texts} == set(SOORTEN)


def test_of_every_kind_in_the_overview_a_room_says_what_still_is_so() -> None:
    assert set(STILL) == set(SOORTEN) - AT_ONCE == set(CASES)


@pytest.mark.parametrize("soort", SOORTEN)
def test_how_each_kind_comes_by_what_somebody_chose(soort: str) -> None:
    found = {keuze: way(soort, keuze) for keuze in MailKeuze}
    assert found == {
        MailKeuze.DIRECT: Weg.DIRECT,
        MailKeuze.DAGELIJKS: Weg.DIRECT if soort in AT_ONCE else Weg.OVERZICHT,
        MailKeuze.GEVRAAGD: Weg.NIET if soort in TELLS else Weg.DIRECT,
    }
    assert way(soort, MailKeuze.DAGELIJKS, urgent=True) is Weg.DIRECT


def test_who_reviews_and_chose_nothing_starts_with_an_overview() -> None:
    assert (chosen(None, reviews=True), chosen(None, reviews=False)) == (MailKeuze.DAGELIJKS, MailKeuze.DIRECT)
    assert {chosen(keuze, reviews=reviews) for keuze in MailKeuze for reviews in (True, False)} == set(MailKeuze)


@pytest.mark.parametrize(("day", "near"), [(None, False), (date(2024, 2, 4), True), (date(2024, 2, 5), False)])
def test_what_is_asked_within_three_days_does_not_wait(day: date | None, near: bool) -> None:
    assert is_near(day, date(2024, 2, 1)) is near


def test_a_mail_that_nobody_declared_or_that_says_not_what_it_is_about_is_a_mistake(app: Flask) -> None:
    kim = make_user(Rol.COORDINATOR, mailkeuze=MailKeuze.DAGELIJKS)
    with pytest.raises(KeyError):
        outbox.post("een", "onbekend", kim, "Onderwerp", "wachtwoord_gewijzigd")
    with pytest.raises(ValueError, match="what it is about"):
        outbox.post("een", "vastgesteld", kim, "Onderwerp", "vastgesteld")


@pytest.mark.parametrize(("app", "soort"), on_one_each(list(CASES)), indirect=["app"])
def test_each_kind_waits_for_the_morning_and_is_told_once(world: World, soort: str) -> None:
    case = CASES[soort]
    reader = getattr(world, case.reader)
    with clock.stopped_at(EVENING):
        case.happens(world)
        db.session.commit()
    assert [mail.soort for mail in all_rows(Mail) if mail.aan == reader.email] == []
    write_at(MORNING)
    (mail,) = overviews(reader)
    said_of_it = re.search(rf"^{re.escape(SOORTEN[soort].kop)}:\n((?:- .+\n)+)", mail.tekst, re.MULTILINE)
    assert said_of_it, mail.tekst
    assert said_of_it[1].count("\n") == 1
    assert mail.tekst.count("http") == 1
    assert [write_at(MORNING), write_at(MORNING + timedelta(days=1))] == [0, 0]


@pytest.mark.parametrize(("app", "soort"), on_one_each(DONE), indirect=["app"])
def test_what_is_done_by_the_morning_is_not_told(world: World, soort: str) -> None:
    case = CASES[soort]
    reader = getattr(world, case.reader)
    with clock.stopped_at(EVENING):
        case.happens(world)
        assert case.is_done
        case.is_done(world)
        db.session.commit()
    write_at(MORNING)
    assert not any(f"{SOORTEN[soort].kop}:" in mail.tekst for mail in overviews(reader))
    assert [one.soort for one in all_rows(OverzichtRegel) if one.afgehandeld_op is None] == []


@pytest.mark.parametrize(("app", "soort"), on_one_each(list(CASES), turned=True), indirect=["app"])
def test_who_wants_it_at_once_has_it_at_once(world: World, soort: str) -> None:
    case = CASES[soort]
    reader = getattr(world, case.reader)
    reader.mailkeuze = MailKeuze.DIRECT
    with clock.stopped_at(EVENING):
        case.happens(world)
        db.session.commit()
    assert soort in {mail.soort for mail in all_rows(Mail) if mail.aan == reader.email}
    write_at(MORNING)
    assert overviews(reader) == []
