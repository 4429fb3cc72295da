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
from sqlalchemy import delete, select

from forms.cleaning import clean_line, clean_text
from portal.domain import clock
from portal.domain.mail import SOORTEN, MailKeuze, Weg, chosen, way
from portal.domain.roles import Rol
from portal.extensions import db
from portal.locking import insert_once
from portal.models import Lidmaatschap, Mail, OverzichtRegel, User


class Addressee(Protocol):
    """Who gets a mail: an account, or the part of it that a mail needs."""

    @property
    def id(self) -> int | None:
        """The id of the account; None for who has none, and gets only mails that come at once."""

    @property
    def email(self) -> str:
        """Where the mail goes."""

    @property
    def naam(self) -> str:
        """How the mail greets."""


@dataclass(frozen=True)
class About:
    """What a mail is about, for the overview of who gets one: an id as the rule of its kind asks for, and its words."""

    id: int
    naam: str


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
    over: About | None = None
    urgent: bool = False


def post(
    sleutel: str,
    soort: str,
    aan_user: Addressee,
    onderwerp: str,
    template: str,
    *,
    niet_voor: datetime | None = None,
    over: About | None = None,
    urgent: bool = False,
    **context: Any,
) -> bool:
    """Write one mail to somebody in the present transaction, or a line for his next overview; the caller commits.

    `sleutel` names the mail: a second one with the same key is not made. `template` is the name of a text in
    `templates/mails` without its ending; it gets `aan` (the person) and `context`, and uses `link_to` for its one link.
    A mail with `niet_voor` waits at least until that moment. `over` is needed for every kind that stands in overviews
    (`SOORTEN` in `portal/domain/mail.py`); what is `urgent` stands in none.
    Returns True when the mail or the line is new.
    """
    letter = Letter(sleutel, soort, aan_user, onderwerp, template, context, niet_voor, over, urgent)
    return post_many([letter]) == 1


def post_many(letters: Sequence[Letter]) -> int:
    """As `post`, for many mails in a few statements. Returns how many are new.

    News is not written to who wants to hear only what is asked. Raises KeyError for a kind that nobody declared.
    """
    ways = _ways(letters)
    direct = [_row(letter) for letter, way_ in zip(letters, ways, strict=True) if way_ is Weg.DIRECT]
    held = [_line(letter) for letter, way_ in zip(letters, ways, strict=True) if way_ is Weg.OVERZICHT]
    return _written(Mail, direct) + _written(OverzichtRegel, held)


def take_away(sleutel: str) -> None:
    """Leave no trace of a mail that was written in the present transaction."""
    db.session.execute(delete(Mail).where(Mail.sleutel == sleutel, Mail.geclaimd_op.is_(None)))


def has(sleutel: str) -> bool:
    """True when a mail with this key was made."""
    return db.session.scalar(select(Mail.id).where(Mail.sleutel == sleutel)) is not None


def _written(table: type[Mail] | type[OverzichtRegel], rows: list[dict[str, Any]]) -> int:
    if not rows:
        return 0
    return len(db.session.scalars(insert_once(table, table.sleutel).returning(table.id), rows).all())


_REVIEWS = User.lidmaatschappen.any(Lidmaatschap.rol.in_((Rol.BEOORDELAAR, Rol.COORDINATOR)))
_CHOICES = select(User.id, User.mailkeuze, _REVIEWS)


def _ways(letters: Sequence[Letter]) -> list[Weg]:
    """How each comes; nobody's choice is asked about what always comes at once."""
    asked = {letter.aan.id for letter in letters if SOORTEN[letter.soort].in_overview}
    found = db.session.execute(_CHOICES.where(User.id.in_(asked))) if asked else ()
    choices = {account_id: chosen(keuze, reviews=reviews) for account_id, keuze, reviews in found}
    return [
        way(letter.soort, choices.get(letter.aan.id or 0, MailKeuze.DIRECT), urgent=letter.urgent) for letter in letters
    ]


def _line(letter: Letter) -> dict[str, Any]:
    """The line of an overview. Raises ValueError for a mail that does not say what it is about."""
    if letter.over is None:
        raise ValueError(f"{letter.soort} stands in overviews, and does not say what it is about")
    return {
        "sleutel": letter.sleutel,
        "soort": letter.soort,
        "aan_account_id": letter.aan.id,
        "over_id": letter.over.id,
        "naam": clean_line(letter.over.naam),
        "aangemaakt_op": clock.now(),
    }


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
