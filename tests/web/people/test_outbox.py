"""The outbox and its sender, against a real mail server."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import Envelope
from flask import Flask

from portal.domain import clock
from portal.domain.mail import MailStatus
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Mail, User
from portal.services.mail import outbox, sender
from portal.services.mail.sender import Sent, send_waiting
from tests.client import StrictClient
from tests.worlds.people import make_user
from tests.worlds.rows import all_rows


@dataclass
class Postbus:
    """What the mail server took in, and what it answers."""

    answer: str = "250 OK"
    rcpt_answer: str = "250 OK"
    taken: list[EmailMessage] = field(default_factory=list)

    async def handle_RCPT(  # noqa: N802 - the name aiosmtpd asks for
        self, server: Any, session: Any, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt_answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.rcpt_answer

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.taken.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        elif self.answer == "hangt op":
            server.transport.close()
        return self.answer


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def postbus(app: Flask) -> Iterator[Postbus]:
    """A real mail server that this app is set up to use."""
    handler = Postbus()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    before = app.config["SETTINGS"]
    app.config["SETTINGS"] = replace(before, smtp_host="127.0.0.1", smtp_port=controller.port)
    try:
        yield handler
    finally:
        app.config["SETTINGS"] = before
        controller.stop()


def post_one(sleutel: str = "een", aan: User | None = None, onderwerp: str = "Uw wachtwoord is gewijzigd") -> bool:
    new = outbox.post(sleutel, "wachtwoord", aan or make_user(naam="Zoë Çelik"), onderwerp, "wachtwoord_gewijzigd")
    db.session.commit()
    return new


def the_mail() -> Mail:
    db.session.expire_all()
    (mail,) = all_rows(Mail)
    return mail


def test_a_mail_arrives_whole(postbus: Postbus) -> None:
    user = make_user(naam="Zoë Çelik", email="zoe@voorbeeld.example")
    post_one(aan=user, onderwerp="Uw wachtwoord is gewijzigd – let op\r\nBcc: iedereen@voorbeeld.example")
    assert send_waiting() == Sent(verzonden=1)
    (message,) = postbus.taken
    assert message["To"] == "zoe@voorbeeld.example"
    assert message["Bcc"] is None
    assert message["Subject"] == "Uw wachtwoord is gewijzigd – let op Bcc: iedereen@voorbeeld.example"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Message-ID"].endswith("@voorbeeld.example>")
    assert message["Date"] is not None
    text = message.get_content()
    assert text.startswith("Beste Zoë Çelik,")
    assert "http://localhost:8000/account/wachtwoord-vergeten" in text
    mail = the_mail()
    assert (mail.status, mail.pogingen, mail.tekst) == (MailStatus.VERZONDEN, 1, "")


def test_a_sent_mail_is_not_sent_again(postbus: Postbus) -> None:
    post_one()
    send_waiting()
    assert send_waiting() == Sent()
    assert len(postbus.taken) == 1


def test_the_same_key_makes_one_mail(app: Flask) -> None:
    user = make_user()
    assert post_one("deadline:1", user) is True
    assert post_one("deadline:1", user) is False
    assert len(all_rows(Mail)) == 1


def test_a_mail_lives_and_dies_with_its_transaction(app: Flask) -> None:
    outbox.post("een", "wachtwoord", make_user(), "Onderwerp", "wachtwoord_gewijzigd")
    db.session.rollback()
    assert all_rows(Mail) == []


def test_not_now_is_tried_again_later(postbus: Postbus) -> None:
    post_one()
    postbus.answer = "451 Probeer het straks"
    assert send_waiting() == Sent(later=1)
    assert send_waiting() == Sent()
    mail = the_mail()
    assert mail.status is MailStatus.WACHTEND
    assert mail.laatste_fout == "De mailserver wil de mail nu niet aannemen (451 Probeer het straks)."
    postbus.answer = "250 OK"
    with clock.stopped_at(clock.now() + timedelta(minutes=3)):
        assert send_waiting() == Sent(verzonden=1)
    assert the_mail().laatste_fout == ""


def test_an_address_that_does_not_exist_fails_at_once(postbus: Postbus) -> None:
    post_one()
    postbus.rcpt_answer = "550 Onbekend adres"
    assert send_waiting() == Sent(mislukt=1)
    mail = the_mail()
    assert mail.status is MailStatus.MISLUKT
    assert mail.laatste_fout == "De mailserver weigert de mail (550 Onbekend adres)."


def test_after_eight_attempts_the_sender_gives_up(postbus: Postbus) -> None:
    post_one()
    postbus.answer = "451 Straks"
    moment = clock.now()
    for _ in range(8):
        moment += timedelta(days=2)
        with clock.stopped_at(moment):
            send_waiting()
    mail = the_mail()
    assert (mail.status, mail.pogingen) == (MailStatus.MISLUKT, 8)


def test_a_connection_that_breaks_while_sending_leaves_it_open(postbus: Postbus) -> None:
    post_one()
    postbus.answer = "hangt op"
    assert send_waiting() == Sent(onzeker=1)
    with clock.stopped_at(clock.now() + timedelta(minutes=11)):
        assert the_mail().status is MailStatus.ONZEKER
        assert send_waiting() == Sent()


def test_a_server_that_is_away_is_tried_again(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    post_one()
    nobody = replace(app.config["SETTINGS"], smtp_host="127.0.0.1", smtp_port=free_port())
    monkeypatch.setitem(app.config, "SETTINGS", nobody)
    assert send_waiting() == Sent(later=1)
    assert "niet bereikbaar" in the_mail().laatste_fout


def test_a_sender_that_dies_half_way_never_makes_a_second_mail(app: Flask) -> None:
    post_one()

    def dies(message: EmailMessage) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        send_waiting(dies)
    db.session.rollback()
    sent: list[EmailMessage] = []
    assert send_waiting(sent.append) == Sent()
    assert sent == []
    assert the_mail().geclaimd_op is not None


def test_two_senders_never_send_the_same_mail(app: Flask) -> None:
    """While one sender is handing over the first mail, the other takes the second."""
    for number in range(2):
        post_one(f"mail {number}")
    seen: list[tuple[str, str]] = []

    def other(message: EmailMessage) -> None:
        seen.append(("ander", message["Message-ID"]))

    def first(message: EmailMessage) -> None:
        seen.append(("een", message["Message-ID"]))
        if len(seen) == 1:
            with app.app_context():
                assert send_waiting(other) == Sent(verzonden=1)

    assert send_waiting(first) == Sent(verzonden=1)
    assert [who for who, _ in seen] == ["een", "ander"]
    assert len({message_id for _, message_id in seen}) == 2


def test_an_address_that_is_none_harms_no_other_mail(postbus: Postbus) -> None:
    post_one("krom", make_user(email="geen adres"))
    post_one("recht", make_user(email="recht@voorbeeld.example"))
    assert send_waiting() == Sent(verzonden=1, mislukt=1)
    assert [message["To"] for message in postbus.taken] == ["recht@voorbeeld.example"]


@pytest.mark.parametrize("command", ["mail-verzenden", "onderhoud"])
def test_without_a_server_no_mail_is_printed_nor_called_sent(
    app: Flask, client: StrictClient, command: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """BIO-7: no log holds what opens a door."""
    kim = make_user(email="kim@voorbeeld.example")
    outbox.post("een", "wachtwoord", kim, "Kies een wachtwoord", "wachtwoord_vergeten", token="teken-dat-de-deur-opent")
    mail = the_mail()
    said = mail.tekst.split()
    result = app.test_cli_runner().invoke(args=[command])
    assert result.exit_code == 0
    told = result.output + "".join(capfd.readouterr()) + caplog.text
    assert not [word for word in said if len(word) > 12 and word in told]
    assert not re.search(r"http|kim@|[1-9]\d* (mails )?verzonden", told)
    db.session.refresh(mail)
    assert (mail.status, mail.verzonden_op, mail.tekst.split()) == (MailStatus.BEWAARD, None, said)
    page = client.sign_in(make_user(Rol.COORDINATOR)).get("/beheer/mail")
    assert "Er is geen mailserver: het portaal verstuurt geen mail en bewaart de mails hier." in page.text
    (row,) = page.find("//tbody/tr")
    words = " ".join("".join(row.itertext()).split())
    assert "Niet verzonden" in words
    assert not page.find("//button[.='Opnieuw versturen']")


def test_the_page_says_what_became_of_every_mail_and_shows_no_links(postbus: Postbus, client: StrictClient) -> None:
    post_one("goed", make_user(email="goed@voorbeeld.example"))
    send_waiting()
    postbus.rcpt_answer = "550 Onbekend adres"
    post_one("fout", make_user(email="fout@voorbeeld.example"))
    send_waiting()
    post_one("wacht", make_user(email="wacht@voorbeeld.example"))
    page = client.sign_in(make_user(Rol.COORDINATOR)).get("/beheer/mail")
    rows = [" ".join("".join(row.itertext()).split()) for row in page.find("//tbody/tr")]
    assert ["wacht@" in rows[0], "fout@" in rows[1], "goed@" in rows[2]] == [True, True, True]
    assert "Wachtend" in rows[0]
    assert "Mislukt" in rows[1]
    assert "1 poging" in rows[1]
    assert "De mailserver weigert de mail (550 Onbekend adres)." in rows[1]
    assert "Verzonden" in rows[2]
    assert "http://localhost:8000" not in page.html


def test_the_demo_shows_the_text_with_its_link(
    app: Flask, client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "DEMO", True)
    post_one()
    send_waiting(lambda message: None)
    page = client.sign_in(make_user(Rol.COORDINATOR)).get("/beheer/mail")
    assert "http://localhost:8000/account/wachtwoord-vergeten" in page.links


def test_a_person_sends_a_failed_mail_again(postbus: Postbus, client: StrictClient) -> None:
    post_one()
    postbus.rcpt_answer = "550 Onbekend adres"
    send_waiting()
    client.sign_in(make_user(Rol.COORDINATOR)).get("/beheer/mail")
    client.submit("Opnieuw versturen aan " + the_mail().aan)
    assert the_mail().status is MailStatus.WACHTEND
    postbus.rcpt_answer = "250 OK"
    assert send_waiting() == Sent(verzonden=1)


def test_a_sent_mail_can_not_be_sent_again_by_hand(postbus: Postbus, client: StrictClient) -> None:
    post_one()
    send_waiting()
    client.sign_in(make_user(Rol.COORDINATOR)).post(f"/beheer/mail/{the_mail().id}/opnieuw")
    assert the_mail().status is MailStatus.VERZONDEN
    client.post("/beheer/mail/999999/opnieuw", status=404)


def test_a_mail_is_claimed_before_the_server_hears_of_it(app: Flask) -> None:
    post_one()
    claimed: list[bool] = []

    def look(message: EmailMessage) -> None:
        with app.app_context():
            claimed.extend(mail.geclaimd_op is not None for mail in all_rows(Mail))

    sender.send_waiting(look)
    assert claimed == [True]


def test_an_account_that_was_switched_off_while_its_mail_waited_gets_none(app: Flask, postbus: Postbus) -> None:
    somebody = make_user()
    post_one("een", somebody)
    post_one("twee")
    somebody.active = False
    db.session.commit()
    assert send_waiting() == Sent(verzonden=1, mislukt=1)
    db.session.expire_all()
    assert somebody.email not in [message["To"] for message in postbus.taken]
    (first,) = [mail for mail in all_rows(Mail) if mail.sleutel == "een"]
    assert (first.status, first.laatste_fout) == (
        MailStatus.MISLUKT,
        "Dit account is uitgezet. De mail is niet verzonden.",
    )
