"""What requests and commands leave in the audit log: as the beheerder reads it back."""

from __future__ import annotations

import click
import pytest
from flask import Flask
from flask_migrate.cli import db as migrations

from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Plan, User
from portal.services.audit import sealing
from portal.web.audit.actions import DOWNLOADS, SOME_DOWNLOAD
from tests.client import StrictClient
from tests.running.turns import asked_of_the_database
from tests.worlds.audit import checked, empty_log, lines, past_the_portal, told, unguarded, without_the_log, write_lines
from tests.worlds.people import make_user

WACHTWOORD = "Vijf gele fietsen!"


@pytest.fixture(autouse=True)
def log(app: Flask) -> None:
    """Each test begins with an empty log."""
    empty_log()


@pytest.fixture
def beheerder(app: Flask) -> User:
    return make_user(Rol.BEHEERDER, naam="Bea Heer", email="bea@voorbeeld.example", password=WACHTWOORD)


def test_signing_in_and_out_and_a_wrong_password_are_written_down(client: StrictClient, beheerder: User) -> None:
    who = beheerder.id
    client.get("/account/aanmelden")
    client.submit("Aanmelden", status=200, email="bea@voorbeeld.example", password="Niet het goede woord")
    client.submit("Aanmelden", status=200, email="niemand@voorbeeld.example", password=WACHTWOORD)
    client.submit("Aanmelden", email="BEA@voorbeeld.example", password=WACHTWOORD)
    client.post("/account/afmelden")
    assert told() == [
        ("aanmelden", f"account {who}", None, "geweigerd"),
        ("aanmelden", "", None, "geweigerd"),
        ("aanmelden", f"account {who}", who, "gelukt"),
        ("afmelden", "", who, "gelukt"),
    ]
    assert {one.oorsprong.value for one in lines()} == {"web"}
    assert checked().is_sound


def test_a_change_has_its_line_and_a_refusal_too(anna: StrictClient, contact: User, plan: Plan) -> None:
    anna.get(f"/plannen/{plan.id}/onderdeel/achtergrond")
    anna.submit("Opslaan en terug naar het plan", achtergrond="Een tekst.")
    anna.post(f"/plannen/{plan.id}/indienen", {}, status=None)
    # Deciding is not for who writes.
    anna.post(f"/plannen/{plan.id}/beoordelen/oppakken", {}, status=403)
    assert told() == [
        ("plan: tekst opslaan", f"plan {plan.id}", contact.id, "gelukt"),
        ("plan: indienen", f"plan {plan.id}", contact.id, "geweigerd"),
        ("plan: in behandeling nemen", f"plan {plan.id}", contact.id, "geweigerd"),
    ]


def test_a_download_has_its_line_and_a_page_has_none(anna: StrictClient, contact: User, plan: Plan) -> None:
    for address in ("", "/onderdeel/achtergrond", "/controleren", "/versies"):
        anna.get(f"/plannen/{plan.id}{address}")
    assert told() == []
    anna.get(f"/plannen/{plan.id}/concept.docx")
    anna.get(f"/plannen/{plan.id}/indieningen/999.docx", status=404)
    assert told() == [
        ("plan: concept downloaden", f"plan {plan.id}", contact.id, "gelukt"),
        ("plan: indiening downloaden", f"plan {plan.id}", contact.id, "geweigerd"),
    ]


def test_reading_a_page_asks_the_log_nothing(anna: StrictClient, plan: Plan) -> None:
    with asked_of_the_database() as statements:
        anna.get(f"/plannen/{plan.id}")
    assert [one for one in statements if "audit" in one] == []


def test_saving_a_text_asks_one_statement_more(anna: StrictClient, plan: Plan) -> None:
    anna.get(f"/plannen/{plan.id}/onderdeel/achtergrond")
    with asked_of_the_database() as statements:
        anna.submit("Opslaan en terug naar het plan", follow=False, status=302, achtergrond="Een tekst.")
    assert [one.split("(")[0].strip() for one in statements if "audit" in one] == ["INSERT INTO audit_regel"]


def test_a_file_of_a_route_without_a_name_is_written_down_all_the_same(
    anna: StrictClient, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(DOWNLOADS, "regio.word_concept")
    anna.get(f"/plannen/{plan.id}/concept.docx")
    assert [one[0] for one in told()] == [SOME_DOWNLOAD]


def test_strangers_can_not_fill_the_log(client: StrictClient, plan: Plan) -> None:
    client.post(f"/plannen/{plan.id}/indienen", {}, status=None, csrf=False)
    client.post(f"/plannen/{plan.id}/indienen", {}, status=401)
    client.post("/account/aanmelden", {"email": "x"}, status=None, csrf=False)
    client.get(f"/plannen/{plan.id}/concept.docx", status=302)
    client.get("/api/v1/openapi.json", status=None)
    assert told() == []


def test_rights_and_passwords_are_written_down(client: StrictClient, beheerder: User, contact: User) -> None:
    client.sign_in(beheerder).get(f"/beheer/accounts/{contact.id}")
    client.submit("Rol toevoegen", rol="lezer")
    client.get("/account/wachtwoord-wijzigen")
    new = "Zeven blauwe koeien slapen"
    client.submit(
        "Wachtwoord wijzigen", password=WACHTWOORD, new_password=new, new_password_confirm=new, follow=False, status=302
    )
    assert told() == [
        ("account: rol geven", f"account {contact.id}", beheerder.id, "gelukt"),
        ("wachtwoord: wijzigen", "", beheerder.id, "gelukt"),
    ]


def test_the_log_holds_no_name_no_address_and_nothing_that_was_typed(
    client: StrictClient, beheerder: User, contact: User
) -> None:
    client.get("/account/aanmelden")
    client.submit("Aanmelden", status=200, email="Geheim1@voorbeeld.example", password="Geheim2 is lang genoeg")
    client.sign_in(beheerder).get("/beheer/uitnodigen")
    client.submit("Uitnodigen", status=422, naam="Geheim3", email="Geheim4")
    client.get("/account/wachtwoord-vergeten/Geheim5", status=None)
    client.post("/account/uitnodiging/Geheim6", {}, status=None)
    client.post("/link/Geheim7/opmerking", {}, status=None)
    kept = " ".join(str(value) for one in lines() for value in vars(one).values())
    assert "Geheim" not in kept
    assert "Bea" not in kept
    assert "@" not in kept


def test_a_double_press_is_told_once_as_done(client: StrictClient, beheerder: User, contact: User) -> None:
    client.sign_in(beheerder).get(f"/beheer/accounts/{contact.id}")
    page = client.page
    client.submit("Rol toevoegen", rol="lezer")
    client.page = page
    client.submit("Rol toevoegen", rol="lezer")
    assert [one[3] for one in told()] == ["gelukt", "geweigerd"]


def test_a_log_that_can_not_be_written_keeps_nobody_from_a_page(
    anna: StrictClient, plan: Plan, caplog: pytest.LogCaptureFixture
) -> None:
    with without_the_log():
        anna.get(f"/plannen/{plan.id}/concept.docx")
    assert "an audit line was not written" in caplog.text


def test_commands_are_written_down_without_what_was_said_to_them(app: Flask) -> None:
    runner = app.test_cli_runner()
    options = ["--naam", "Geheim", "--email", "geheim@voorbeeld.example", "--organisatie", "Proef"]
    assert runner.invoke(args=["account-maken", *options, "--wachtwoord", "Zeven blauwe koeien slapen"]).exit_code == 0
    assert runner.invoke(args=["account-maken", *options, "--wachtwoord", "kort"]).exit_code == 1
    assert runner.invoke(args=["audit", "verzegelen"]).output == "2 regels verzegeld.\n"
    assert [(one.actie, one.resultaat.value, one.oorsprong.value) for one in lines()] == [
        ("flask account-maken", "gelukt", "opdrachtregel"),
        ("flask account-maken", "mislukt", "opdrachtregel"),
        ("flask audit verzegelen", "gelukt", "opdrachtregel"),
    ]
    verified = runner.invoke(args=["audit", "verify"])
    assert verified.output.endswith("Het auditlog klopt.\n")
    assert verified.exit_code == 0


def test_verify_ends_with_one_and_says_what_is_wrong(app: Flask) -> None:
    write_lines(3)
    db.session.rollback()
    sealing.seal_lines()
    with unguarded():
        past_the_portal("DELETE FROM audit_regel WHERE id = 2")
    verified = app.test_cli_runner().invoke(args=["audit", "verify"])
    assert verified.exit_code == 1
    assert "Weg: 1 regel tussen regel 1 tot en met 3 (zegel 1)." in verified.output
    assert "Het auditlog klopt niet." in verified.output


def test_every_command_is_written_down(app: Flask) -> None:
    def commands(group: click.Group) -> list[click.Command]:
        own = list(group.commands.values())
        return [*own, *(inner for one in own if isinstance(one, click.Group) for inner in commands(one))]

    silent = {
        one.name
        for one in [*commands(app.cli), *commands(migrations)]
        if one.callback is not None and not hasattr(one.callback, "audited") and not isinstance(one, click.Group)
    }
    assert silent == {"onderhoud"}
    assert app.shell_context_processors
