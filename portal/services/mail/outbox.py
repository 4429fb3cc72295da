"""The outbox: mails are written down in the same transaction as what they are about, and sent later.

`mail_sender` sends them; nothing else in the portal talks to a mail server.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from flask import current_app, render_template
from sqlalchemy import select

from forms.cleaning import clean_line, clean_text
from portal.domain import clock
from portal.domain.mail import NIEUWS, MailKeuze
from portal.extensions import db
from portal.locking import insert_once
from portal.models import Mail, User


class Addressee(Protocol):
    """Who gets a mail: an account, or the part of it that a mail needs."""

    @property
    def id(self) -> int:
        """The id of the account."""

    @property
    def email(self) -> str:
        """Where the mail goes."""

    @property
    def naam(self) -> str:
        """How the mail greets."""


@dataclass(frozen=True)
class Letter:
    """One mail to be written, as `post` describes it; `context` is what its template gets."""

    sleutel: str
    soort: str
    aan: Addressee
    onderwerp: str
    template: str
    context: Mapping[str, Any]
    niet_voor: datetime | None = None


def post(
    sleutel: str,
    soort: str,
    aan_user: User,
    onderwerp: str,
    template: str,
    *,
    niet_voor: datetime | None = None,
    **context: Any,
) -> bool:
    """Write one mail to somebody in the present transaction; the caller commits.

    `sleutel` names the mail: a second one with the same key is not made. `template` is the name of a text in
    `templates/mails` without its ending; it gets `aan` (the person) and `context`, and uses `link_to` for its one link.
    A mail with `niet_voor` waits at least until that moment.
    Returns True when the mail is new.
    """
    return post_many([Letter(sleutel, soort, aan_user, onderwerp, template, context, niet_voor)]) == 1


def post_many(letters: Sequence[Letter]) -> int:
    """As `post`, for many mails in a few statements. Returns how many are new.

    News is not written to who wants to hear only what is asked.
    """
    letters = _wanted(letters)
    if not letters:
        return 0
    return len(
        db.session.scalars(
            insert_once(Mail, Mail.sleutel).returning(Mail.id), [_row(letter) for letter in letters]
        ).all()
    )


def _wanted(letters: Sequence[Letter]) -> Sequence[Letter]:
    told = {letter.aan.id for letter in letters if letter.soort in NIEUWS}
    if not told:
        return letters
    only_asked = select(User.id).where(User.id.in_(told), User.mailkeuze == MailKeuze.GEVRAAGD)
    spared = set(db.session.scalars(only_asked))
    return [letter for letter in letters if letter.soort not in NIEUWS or letter.aan.id not in spared]


def _row(letter: Letter) -> dict[str, Any]:
    text = render_template(f"mails/{letter.template}.txt", aan=letter.aan, link_to=link_to, **letter.context)
    return {
        "sleutel": letter.sleutel,
        "soort": letter.soort,
        "aan": letter.aan.email,
        "aan_account_id": letter.aan.id,
        # A subject is one line, whatever names are in it.
        "onderwerp": clean_line(letter.onderwerp),
        "tekst": clean_text(text).strip() + "\n",
        "niet_voor": letter.niet_voor,
        "aangemaakt_op": clock.now(),
        "pogingen": 0,
        "laatste_fout": "",
    }


def link_to(endpoint: str, **values: Any) -> str:
    """The full address of a page, from the public address in the settings.

    Never from the Host header of a request: who asks for a mail to somebody else must not choose where its link goes.
    """
    public = urlsplit(current_app.config["SETTINGS"].public_url)
    adapter = current_app.url_map.bind(public.netloc, script_name=public.path or "/", url_scheme=public.scheme)
    return adapter.build(endpoint, values, force_external=True)


def newest(limit: int = 200) -> list[Mail]:
    """The newest mails, the last one first."""
    return list(db.session.scalars(select(Mail).order_by(Mail.id.desc()).limit(limit)))


def send_again(mail: Mail) -> None:
    """Let the sender try a mail again that failed, or of which nobody knows whether it arrived.

    Raises ValueError for a mail that was sent or is under way, and for one whose text is gone.
    """
    if mail.verzonden_op or not mail.tekst or (mail.geclaimd_op is None and mail.mislukt_op is None):
        raise ValueError("only a mail that failed can be sent again")
    mail.geclaimd_op = mail.mislukt_op = mail.niet_voor = None
    mail.pogingen = 0
