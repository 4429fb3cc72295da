"""Who comes next: a contact person who leaves names somebody, and whoever invites people invites that person."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from portal.domain import clock
from portal.domain.roles import Actor, Membership, Rol
from portal.extensions import db
from portal.models import Opvolger, User
from portal.services.people.accounts import AccountProblem, Persoon, record
from portal.services.people.invitations import Invited, invite


def named_by(account: User) -> Opvolger | None:
    """Whom this person named, while nobody acted on it yet."""
    return db.session.get(Opvolger, account.id, populate_existing=True)


def waiting() -> list[Opvolger]:
    """All who were named and are not invited yet, the longest ago first."""
    query = select(Opvolger).order_by(Opvolger.aangemaakt_op, Opvolger.account_id)
    return list(db.session.scalars(query.options(joinedload(Opvolger.account))))


def name_successor(account: User, *, naam: str, email: str, actor: Actor) -> Opvolger:
    """Name who comes next; naming somebody else replaces that.

    Raises AccountProblem for one's own address, and for somebody who is no contact person.
    """
    if email.lower() == account.email.lower():
        raise AccountProblem("Dit is uw eigen adres. Vul het adres van uw opvolger in.")
    if not handed_on(account):
        raise AccountProblem("U bent geen contactpersoon. U hoeft geen opvolger te noemen.")
    db.session.execute(select(User.id).where(User.id == account.id).with_for_update())
    named = named_by(account) or Opvolger(account_id=account.id)
    if (named.naam, named.email) == (naam, email):
        return named
    named.naam, named.email, named.aangemaakt_op = naam, email, clock.now()
    db.session.add(named)
    record(account, "opvolger_genoemd", actor, f"Opvolger genoemd: {naam}")
    return named


def take_back(account: User, *, actor: Actor) -> None:
    """Name nobody after all. Doing it twice is doing it once."""
    named = named_by(account)
    if named is not None:
        record(account, "opvolger_ingetrokken", actor, f"Geen opvolger meer genoemd: {named.naam}")
        db.session.delete(named)


def invite_successor(account: User, *, actor: Actor) -> Invited:
    """Invite whom this person named, for the same regions and sides; the person who leaves keeps what he has.

    Raises AccountProblem when nobody is named (any more), or the invitation can't be.
    """
    db.session.execute(select(User.id).where(User.id == account.id).with_for_update())
    named = named_by(account)
    if named is None:
        raise AccountProblem(f"{account.naam} noemt geen opvolger meer. Er is niemand uitgenodigd.")
    invited = invite(Persoon(named.naam, named.email, account.organisatie), handed_on(account), actor=actor)
    record(account, "opvolger_uitgenodigd", actor, f"Opvolger uitgenodigd: {named.naam}")
    db.session.delete(named)
    return invited


def handed_on(account: User) -> list[Membership]:
    """What a successor gets: the regions and sides that this person speaks for."""
    return [lid.membership for lid in account.lidmaatschappen if lid.rol is Rol.REGIOCONTACT]
