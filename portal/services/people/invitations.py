"""Invitations: how people come in. A link by mail, for one person, once, for seven days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

from flask import current_app
from flask_security import hash_password
from itsdangerous import BadSignature, URLSafeSerializer

from forms.dutch.dates import in_amsterdam
from portal.domain import clock
from portal.domain.roles import Actor, Membership
from portal.extensions import db
from portal.models import Lidmaatschap, User
from portal.services.mail import outbox
from portal.services.people.accounts import (
    AccountProblem,
    Persoon,
    add_memberships,
    create_account,
    describe,
    find_account,
    record,
)

VALID_FOR = timedelta(days=7)


@dataclass(frozen=True)
class Invited:
    """What came of an invitation: whether the account is new, and which roles were added."""

    account: User
    is_new: bool
    added: tuple[Lidmaatschap, ...]


def invite(persoon: Persoon, memberships: Sequence[Membership], *, actor: Actor) -> Invited:
    """Invite somebody to these roles and mail a link.

    An address that has an account keeps its account and gets the roles. Raises AccountProblem when that account is
    switched off, when the actor may not give a role, or when there is nothing to give.
    """
    account = find_account(persoon.email)
    is_new = account is None
    if account is None:
        account = create_account(persoon, actor=actor)
    elif not account.active:
        raise AccountProblem(f"Het account van {account.naam} staat uit. Een beheerder kan het weer aanzetten.")
    added = add_memberships(account, memberships, actor=actor)
    if not added:
        raise AccountProblem(f"{account.naam} heeft deze rol al.")
    if account.password:
        _mail_new_roles(account, added)
    else:
        _mail_invitation(account, actor)
    return Invited(account, is_new, tuple(added))


def invite_again(account: User, *, actor: Actor) -> None:
    """Mail a new link; the old one stops working.

    Raises AccountProblem when the person has a password already or the account is switched off.
    """
    if account.password:
        raise AccountProblem(f"{account.naam} heeft al een wachtwoord en kan zich aanmelden.")
    if not account.active:
        raise AccountProblem(f"Het account van {account.naam} staat uit. Zet het eerst aan.")
    _mail_invitation(account, actor)


def _mail_invitation(account: User, actor: Actor) -> None:
    account.uitgenodigd_op = clock.now()
    record(account, "uitgenodigd", actor, f"Uitnodiging gestuurd naar {account.email}")
    key = f"uitnodiging:{account.id}:{account.uitgenodigd_op.isoformat()}"
    subject = "Uitnodiging voor het Regioportaal"
    until = in_amsterdam(account.uitgenodigd_op + VALID_FOR).date()
    outbox.post(
        key,
        "uitnodiging",
        account,
        subject,
        "uitnodiging",
        token=token_for(account),
        tot=until,
        van=actor.naam,
        rollen=[describe(lid) for lid in account.lidmaatschappen],
    )


def _mail_new_roles(account: User, added: Sequence[Lidmaatschap]) -> None:
    key = f"toegang:{account.id}:{'-'.join(str(lid.id) for lid in added)}"
    rollen = [describe(lid) for lid in added]
    outbox.post(key, "toegang", account, "U hebt een nieuwe rol in het Regioportaal", "toegang", rollen=rollen)


def token_for(account: User) -> str:
    """The token in the link: it names the account and this very invitation. Raises ValueError without an invitation."""
    if account.uitgenodigd_op is None:
        raise ValueError("this account was never invited")
    return _serializer().dumps([account.id, account.uitgenodigd_op.isoformat()])


def invited_account(token: str) -> User | None:
    """The account that may choose its first password with this token; None when the link is used, old or not ours."""
    try:
        account_id, moment = _serializer().loads(token)
    except (BadSignature, ValueError, TypeError):
        return None
    account = db.session.get(User, account_id)
    if account is None or account.password or not account.active or account.uitgenodigd_op is None:
        return None
    is_newest = account.uitgenodigd_op.isoformat() == moment
    return account if is_newest and clock.now() < account.uitgenodigd_op + VALID_FOR else None


def accept(account: User, password: str) -> None:
    """Give an invited account its first password; the link is used up."""
    account.password = hash_password(password)
    account.fs_uniquifier = uuid4().hex
    record(account, "uitnodiging_aangenomen", account.actor, "Uitnodiging aangenomen en wachtwoord gekozen")


def _serializer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="uitnodiging")
