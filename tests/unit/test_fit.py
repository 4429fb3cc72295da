"""Outside a demo the portal starts with nothing weak, left out or of a demo; one Dutch line says what is in the way."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from flask import Flask

from portal.config import SettingsError
from portal.domain.people import keys
from portal.fit import fit_settings
from portal.run import require_no_demo_accounts
from tests.running.forked import Forked
from tests.worlds.people import make_user

KEY = "9f2c4e17ab03d85566e1f7c02b9a4d3871c5e60fd2948ba7"
FIT = {
    "SECRET_KEY": KEY,
    "PORTAL_SMTP_HOST": "mail.regio.nl",
    "PORTAL_MAIL_FROM": "portaal@regio.nl",
    "PORTAL_CONTACT_MAIL": "beheer@regio.nl",
    "PORTAL_PUBLIC_URL": "https://portaal.regio.nl",
    "PORTAL_HTTPS": "1",
}
END = ". Wilt u alleen rondkijken? Start dan een demo met PORTAL_DEMO=1."


def test_what_is_fit_starts() -> None:
    assert fit_settings(FIT).smtp_host == "mail.regio.nl"


def test_on_the_own_machine_there_is_no_https() -> None:
    here = {"PORTAL_PUBLIC_URL": "http://localhost:8000", "PORTAL_HTTPS": "0"}
    assert fit_settings(FIT | here).public_url == "http://localhost:8000"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY ontbreekt (maak er een met"),
        ({"SECRET_KEY": "geheim"}, "SECRET_KEY is te kort: 6 tekens, en 32 is het minste (maak er een met"),
        ({"PORTAL_SMTP_HOST": ""}, "PORTAL_SMTP_HOST ontbreekt: zonder mailserver komt geen uitnodiging aan"),
        ({"PORTAL_VANDAAG": "2024-03-01"}, "PORTAL_VANDAAG hoort alleen bij een demo"),
        ({"PORTAL_DEMO_STAGE": "leeg"}, "PORTAL_DEMO_STAGE hoort alleen bij een demo"),
        ({"PORTAL_MAIL_FROM": ""}, "PORTAL_MAIL_FROM: geef een echt e-mailadres op"),
        ({"PORTAL_MAIL_FROM": "portaal@Regio.EXAMPLE"}, "PORTAL_MAIL_FROM: geef een echt e-mailadres op"),
        ({"PORTAL_CONTACT_MAIL": "beheer@example.org"}, "PORTAL_CONTACT_MAIL: geef een echt e-mailadres op"),
        ({"PORTAL_PUBLIC_URL": ""}, "PORTAL_PUBLIC_URL moet met https:// beginnen"),
        (
            {"PORTAL_MAIL_FROM": "", "PORTAL_CONTACT_MAIL": ""},
            "PORTAL_MAIL_FROM en PORTAL_CONTACT_MAIL: geef een echt e-mailadres op",
        ),
        ({"PORTAL_PUBLIC_URL": "http://portaal.regio.nl"}, "PORTAL_PUBLIC_URL moet met https:// beginnen"),
        ({"PORTAL_HTTPS": "0"}, "PORTAL_PUBLIC_URL moet met https:// beginnen en PORTAL_HTTPS moet 1 zijn"),
    ],
)
def test_what_is_in_the_way_is_said(change: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsError) as caught:
        fit_settings(FIT | change)
    line = str(caught.value)
    assert line.startswith(f"Het portaal start niet: {said}")
    assert line.endswith(END)
    assert "\n" not in line
    assert KEY not in line


def test_everything_is_said_at_once() -> None:
    with pytest.raises(SettingsError) as caught:
        fit_settings({})
    names = ("SECRET_KEY", "PORTAL_SMTP_HOST", "PORTAL_MAIL_FROM", "PORTAL_CONTACT_MAIL")
    assert all(name in str(caught.value) for name in names)


def test_a_demo_may_be_weak() -> None:
    assert fit_settings({"PORTAL_DEMO": "1", "SECRET_KEY": "x", "PORTAL_VANDAAG": "2024-03-01"}).demo


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("dev", "is te kort: 3 tekens"),
        ("een-sleutel-alleen-voor-tests", "is te kort: 29 tekens"),
        ("een-sleutel-alleen-voor-tests-2026", "er staat een gewoon woord in"),
        ("django-insecure-9f2c4e17ab03d85566e1", "er staat een gewoon woord in"),
        ("ChangeMe-9f2c4e17ab03d85566e1f7c02b9", "er staat een gewoon woord in"),
        ("Regioportaal-2026-Regioportaal-2026", "er staat een gewoon woord in"),
        ("0123456789876543210123456789876543", "de tekens herhalen zich of staan in een bekende volgorde"),
        ("a" * 64, "de tekens herhalen zich of staan in een bekende volgorde"),
        ("x7" * 20, "de tekens herhalen zich of staan in een bekende volgorde"),
        ("de maan schijnt door de takken van de eik", "er staat geen cijfer in"),
    ],
)
def test_a_key_that_somebody_guesses_is_refused_and_not_repeated(key: str, said: str) -> None:
    problem = keys.problem(key)
    assert problem is not None
    assert said in problem
    assert key not in problem


def test_a_key_of_chance_is_good() -> None:
    assert [key for key in (secrets.token_hex(32) for _ in range(20)) if keys.problem(key)] == []
    assert keys.problem(KEY[:32]) is None


def test_run_without_a_word_about_a_demo_is_no_demo(tmp_path: Path) -> None:
    log = tmp_path / "log"
    settings = {"PORTAL_DEMO": "", "SECRET_KEY": "", "DATABASE_URL": f"sqlite:///{tmp_path / 'x.sqlite3'}"}
    code = Forked(["portal.run"], settings, log).wait(60)
    (line,) = log.read_text(encoding="utf-8").strip().splitlines()
    assert (code, line.startswith("Het portaal start niet: SECRET_KEY ontbreekt")) == (1, True)
    assert not (tmp_path / "x.sqlite3").exists()


@pytest.mark.parametrize(
    "command", [["gunicorn", "--config", "portal/gunicorn_conf.py"], ["flask", "--app", "wsgi", "onderhoud"]]
)
def test_neither_is_what_starts_without_run(tmp_path: Path, command: list[str]) -> None:
    log = tmp_path / "log"
    code = Forked(command, {"PORTAL_DEMO": "", "SECRET_KEY": "geheim"}, log).wait(60)
    assert code == 1
    assert "Het portaal start niet: SECRET_KEY is te kort" in log.read_text(encoding="utf-8")


def test_make_run_says_that_it_is_a_demo() -> None:
    makefile = (Path(__file__).resolve().parents[2] / "Makefile").read_text(encoding="utf-8")
    assert "PORTAL_DEMO=$${PORTAL_DEMO:-1} exec $(PY) -m portal.run" in makefile


def test_accounts_of_a_demo_keep_the_portal_from_starting_on_their_database(app: Flask) -> None:
    make_user(email="kim@regio.nl")
    make_user(email="uit@demo.example", active=False)
    require_no_demo_accounts()
    make_user(email="beheerder@demo.example")
    with pytest.raises(SettingsError, match=r"^Het portaal start niet: in deze database staan accounts van een demo"):
        require_no_demo_accounts()
