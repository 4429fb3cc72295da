"""How a mail leaves: through a mail server. Without one it goes nowhere: no log ever holds a mail (BIO-7)."""

from __future__ import annotations

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from ssl import create_default_context

from portal.config import Settings
from portal.domain.mail import NO_SERVER
from portal.models import Mail

TIMEOUT_SECONDS = 20


class NotNow(Exception):
    """The mail server could not take the mail now; it did not get it. The message says why, in Dutch."""


class NotSent(Exception):
    """The mail server refused the mail for good. The message says why, in Dutch."""


class Kept(Exception):
    """There is no mail server: the mail went nowhere."""


class Unsure(Exception):
    """The connection broke while the mail was handed over: it may have arrived. The message says so, in Dutch."""


def transport_for(settings: Settings) -> Callable[[EmailMessage], None]:
    """What sends mails under these settings. The result raises NotNow, NotSent, Kept or Unsure."""
    if not settings.smtp_host:
        return to_nobody
    return lambda message: to_server(message, settings)


def to_message(mail: Mail, settings: Settings) -> EmailMessage:
    """The mail as it travels: plain text, a stable Message-ID, and a sign that no person wrote it (RFC 3834).

    Raises NotSent when the address can't be used.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("Regioportaal", addr_spec=settings.mail_from)
    message["To"] = _address(mail.aan)
    message["Subject"] = mail.onderwerp
    message["Date"] = format_datetime(mail.aangemaakt_op)
    message["Message-ID"] = f"<mail-{mail.id}-{mail.aangemaakt_op:%Y%m%d%H%M%S}@{settings.mail_from.partition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "nl"
    message.set_content(mail.tekst, cte="quoted-printable")
    return message


def _address(text: str) -> Address:
    try:
        return Address(addr_spec=text)
    except (HeaderParseError, ValueError, IndexError) as error:
        raise NotSent("Dit e-mailadres is niet geldig.") from error


def to_nobody(message: EmailMessage) -> None:
    """Send nothing: the page with mails shows it in a demo. Raises Kept."""
    raise Kept(NO_SERVER)


def to_server(message: EmailMessage, settings: Settings) -> None:
    """Hand the mail to the mail server of the settings. Raises NotNow, NotSent or Unsure."""
    with _connected(settings) as server:
        try:
            server.send_message(message)
        except smtplib.SMTPRecipientsRefused as refused:
            raise _by_code(*next(iter(refused.recipients.values()))) from refused
        except smtplib.SMTPResponseException as refused:
            raise _by_code(refused.smtp_code, refused.smtp_error) from refused
        except smtplib.SMTPNotSupportedError as refused:
            raise NotSent("De mailserver kan dit adres niet aan.") from refused
        except (smtplib.SMTPException, OSError) as broken:
            raise Unsure(
                "De verbinding brak af tijdens het versturen. Het is niet zeker of de mail aankwam."
            ) from broken


@contextmanager
def _connected(settings: Settings) -> Iterator[smtplib.SMTP]:
    try:
        server = _connect(settings)
    except (smtplib.SMTPException, OSError) as error:
        raise NotNow(f"De mailserver is niet bereikbaar ({type(error).__name__}).") from error
    try:
        yield server
    finally:
        server.close()


def _connect(settings: Settings) -> smtplib.SMTP:
    where = (settings.smtp_host, settings.smtp_port)
    if settings.smtp_tls == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(*where, timeout=TIMEOUT_SECONDS, context=create_default_context())
    else:
        server = smtplib.SMTP(*where, timeout=TIMEOUT_SECONDS)
    if settings.smtp_tls == "starttls":
        server.starttls(context=create_default_context())
    if settings.smtp_user:
        server.login(settings.smtp_user, settings.smtp_password)
    return server


def _by_code(code: int, answer: bytes | str) -> NotNow | NotSent:
    """A 4xx answer is "not now", everything else is "no" (RFC 5321, 4.2.1)."""
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    if 400 <= code < 500:
        return NotNow(f"De mailserver wil de mail nu niet aannemen ({code} {text}).")
    return NotSent(f"De mailserver weigert de mail ({code} {text}).")
