"""The mails of Flask-Security go through our outbox, with our texts and links to our public address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from flask import after_this_request
from flask.wrappers import Response
from flask_security import MailUtil, hash_password

from portal.services.mail import outbox
from portal.services.mail.outbox import Addressee
from portal.web.commits import keep

LONGEST_ADDRESS = 255
USUAL_TOKEN = 150

# Flask-Security's template → (our template, the subject)
MAILS = {
    "security/email/reset_instructions": ("wachtwoord_vergeten", "Kies een nieuw wachtwoord voor het Regioportaal"),
    "security/email/reset_notice": ("wachtwoord_gewijzigd", "Uw wachtwoord voor het Regioportaal is gewijzigd"),
    "security/email/change_notice": ("wachtwoord_gewijzigd", "Uw wachtwoord voor het Regioportaal is gewijzigd"),
}


class OutboxMailUtil(MailUtil):
    """Writes to the outbox what Flask-Security wants to mail."""

    def send_mail(self, template: str, *args: Any, **kwargs: Any) -> None:
        """Write one mail; the transaction is committed after the request. Raises KeyError for an unknown template."""
        ours, subject = MAILS[template]
        user, token = kwargs["user"], kwargs.get("reset_token", "")
        if token:
            # For an unknown address Flask-Security makes a hash; so that a known one takes as long, we make one too.
            hash_password("not-a-password")
        _post(user, subject, ours, token)


@dataclass(frozen=True)
class _Nobody:
    """Who would get a mail if the address had an account."""

    email: str
    id: None = None
    naam: str = "Kim de Boer"


def rehearse(email: str) -> None:
    """Do for an address without an account what is done for one with: the mail is written, and taken away again."""
    ours, subject = MAILS["security/email/reset_instructions"]
    outbox.take_away(_post(_Nobody(email[:LONGEST_ADDRESS]), subject, ours, "x" * USUAL_TOKEN))


def _post(whom: Addressee, subject: str, template: str, token: str) -> str:
    key = f"wachtwoord:{uuid4()}"
    outbox.post(key, "wachtwoord", whom, subject, template, token=token)
    after_this_request(_commit)
    return key


def _commit(response: Response) -> Response:
    keep()
    return response
