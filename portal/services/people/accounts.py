"""Accounts, the roles they hold, and the log of both. Every change is written in the log, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import selectinload

from forms.cleaning import clean_line
from portal.domain import clock
from portal.domain.mail import MailKeuze
from portal.domain.origin import came_from
from portal.domain.people.sign_ins import SignInEnd
from portal.domain.policy import Action, can
from portal.domain.roles import Actor, Membership, OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Organisatie, User
from portal.models.people.event import AccountEvent
from portal.services.people import last_one, sign_ins


class AccountProblem(Exception):
    """Something can't be done with an account. The message is Dutch and fit to show."""


@dataclass(frozen=True)
class Persoon:
    """Who somebody is, as typed."""

    naam: str
    email: str
    organisatie: Organisatie
    telefoon: str = ""
    functie: str = ""


def find_account(email: str) -> User | None:
    """The account with this address, whatever its capitals, or None."""
    return db.session.scalars(select(User).where(func.lower(User.email) == email.lower())).first()


def id_of(email: str) -> int | None:
    """The number of the account with this address, or None: one look, whether there is one or not."""
    return db.session.scalar(select(User.id).where(func.lower(User.email) == clean_line(email).lower()).limit(1))


def get_account(account_id: int) -> User | None:
    """The account with this id, or None."""
    return db.session.get(User, account_id)


def create_account(persoon: Persoon, *, actor: Actor | None) -> User:
    """Make an account without a password or roles.

    Raises AccountProblem when the address has an account already.
    """
    account = User(
        naam=persoon.naam,
        email=persoon.email.lower(),
        telefoon=persoon.telefoon,
        functie=persoon.functie,
        organisatie=persoon.organisatie,
        fs_uniquifier=uuid4().hex,
        active=True,
    )
    db.session.add(account)
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise AccountProblem(f"{persoon.email} heeft al een account.") from error
    record(account, "gemaakt", actor, f"Account gemaakt voor {persoon.naam}, {persoon.organisatie.naam}")
    return account


def change_account(account: User, persoon: Persoon, *, actor: Actor) -> None:
    """Change what an account tells of its person (never its address: that is who it is)."""
    account.naam, account.telefoon, account.organisatie = persoon.naam, persoon.telefoon, persoon.organisatie
    account.functie = persoon.functie
    record(account, "gewijzigd", actor, f"Gegevens gewijzigd: {persoon.naam}, {persoon.organisatie.naam}")


def change_own(account: User, *, naam: str, telefoon: str, functie: str, mailkeuze: MailKeuze, actor: Actor) -> bool:
    """Change what somebody may say of himself, and how much mail he wants. False: nothing was different."""
    if (naam, telefoon, functie, mailkeuze) == (account.naam, account.telefoon, account.functie, account.mail_keuze):
        return False
    before = account.naam
    account.naam, account.telefoon, account.functie, account.mailkeuze = naam, telefoon, functie, mailkeuze
    renamed = f" (was {before})" if naam != before else ""
    record(account, "gewijzigd", actor, f"Eigen gegevens gewijzigd: {naam}{renamed}")
    return True


def grantable_roles(actor: Actor) -> tuple[Rol, ...]:
    """The roles this person may give to somebody: only a beheerder makes another beheerder."""
    if can(actor, Action.ACCOUNTS_BEHEREN):
        return tuple(Rol)
    return tuple(rol for rol in Rol if rol is not Rol.BEHEERDER) if can(actor, Action.UITNODIGEN) else ()


def add_memberships(account: User, memberships: Sequence[Membership], *, actor: Actor | None) -> list[Lidmaatschap]:
    """Give somebody roles. Returns the new ones: a role that somebody holds already is left alone.

    `actor` None is a command on the server. Raises AccountProblem for a role that the actor may not give, and for one's
    own account: else who manages accounts could read every draft.
    """
    if actor and actor.user_id == account.id:
        raise AccountProblem("U kunt uzelf geen rol geven. Vraag het een andere beheerder.")
    if actor and any(one.rol not in grantable_roles(actor) for one in memberships):
        raise AccountProblem("Deze rol kan alleen een beheerder geven.")
    # Whoever gives the same role at this moment waits here, and then finds it given.
    db.session.execute(select(User.id).where(User.id == account.id).with_for_update())
    db.session.refresh(account, ["lidmaatschappen"])
    held = {lid.membership for lid in account.lidmaatschappen}
    added = [
        Lidmaatschap(rol=one.rol, regio_id=one.regio_id, namens=one.namens)
        for one in dict.fromkeys(memberships)
        if one not in held
    ]
    account.lidmaatschappen.extend(added)
    db.session.flush()
    for lid in added:
        record(account, "rol_gegeven", actor, f"Rol gegeven: {describe(lid)}")
    if added:
        sign_ins.end_all(account.id, SignInEnd.RECHTEN)
    return added


def remove_membership(account: User, lid_id: int, *, actor: Actor, seen: str = "") -> Lidmaatschap | None:
    """Take a role from somebody; returns it, or None when it was gone already. `seen`: what is then left to nobody.

    Raises AccountProblem when somebody would take their own role of beheerder: then nobody might be left. Raises
    LastOne when this person is the last one and that was not seen.
    """
    lid = next((one for one in account.lidmaatschappen if one.id == lid_id), None)
    if lid is None:
        return None
    if account.id == actor.user_id and lid.rol is Rol.BEHEERDER:
        raise AccountProblem("U kunt uw eigen rol van beheerder niet weghalen. Vraag het een andere beheerder.")
    last_one.require_known(account, [lid], seen=seen)
    record(account, "rol_weggehaald", actor, f"Rol weggehaald: {describe(lid)}")
    account.lidmaatschappen.remove(lid)
    sign_ins.end_all(account.id, SignInEnd.RECHTEN)
    return lid


def describe(lid: Lidmaatschap) -> str:
    """A role in words: "Regiocontact voor Nijmegen, namens gemeente"."""
    where = f" voor {lid.regio.naam}" if lid.regio else ""
    side = f", namens {lid.namens.value}" if lid.namens else ""
    return f"{lid.rol.label}{where}{side}"


def switch_off(account: User, *, actor: Actor, seen: str = "") -> None:
    """Switch an account off: its person is signed out at the next request. `seen`: what is then left to nobody.

    Raises AccountProblem for one's own account, LastOne when this person is the last one and that was not seen.
    """
    if account.id == actor.user_id:
        raise AccountProblem("U kunt uw eigen account niet uitzetten. Vraag het een andere beheerder.")
    if account.active:
        last_one.require_known(account, account.lidmaatschappen, seen=seen)
        account.active = False
        sign_ins.end_all(account.id, SignInEnd.ACCOUNT_UIT)
        record(account, "uitgezet", actor, "Account uitgezet")


def switch_on(account: User, *, actor: Actor) -> None:
    """Switch an account on again."""
    if not account.active:
        account.active = True
        record(account, "aangezet", actor, "Account aangezet")


def record(account: User, soort: str, actor: Actor | None, tekst: str) -> None:
    """Write in the log what happened to an account."""
    db.session.add(
        AccountEvent(
            account_id=account.id,
            soort=soort,
            op=clock.now(),
            door_id=actor.user_id if actor else None,
            herkomst=came_from(),
            tekst=tekst,
        )
    )


def log_of(account: User) -> list[AccountEvent]:
    """What happened to an account, the newest first."""
    events = select(AccountEvent).where(AccountEvent.account_id == account.id).order_by(AccountEvent.id.desc())
    return list(db.session.scalars(events.options(selectinload(AccountEvent.door))))


def list_accounts(query: str = "", *, regio_ids: Sequence[int] = ()) -> list[User]:
    """The accounts whose name, address or organisation holds the text, or that work in these regions; by name."""
    accounts = select(User).options(selectinload(User.lidmaatschappen).joinedload(Lidmaatschap.regio))
    if query.strip():
        accounts = accounts.where(or_(_mentions(query.strip()), _works_in(regio_ids)))
    return sorted(db.session.scalars(accounts), key=lambda account: account.naam.casefold())


def _mentions(text: str) -> ColumnElement[bool]:
    return or_(
        User.naam.icontains(text, autoescape=True),
        User.email.icontains(text, autoescape=True),
        User.organisatie.has(Organisatie.naam.icontains(text, autoescape=True)),
    )


def _works_in(regio_ids: Sequence[int]) -> ColumnElement[bool]:
    return User.lidmaatschappen.any(Lidmaatschap.regio_id.in_(list(regio_ids)))


def organisations() -> list[Organisatie]:
    """All organisations by name."""
    return sorted(db.session.scalars(select(Organisatie)), key=lambda one: one.naam.casefold())


def organisation_named(naam: str, soort: OrganisatieSoort) -> Organisatie:
    """The organisation with this name (whatever its capitals), or a new one of this kind."""
    query = select(Organisatie).where(func.lower(Organisatie.naam) == naam.lower())
    known = db.session.scalars(query).first()
    if known:
        return known
    organisatie = Organisatie(naam=naam, soort=soort)
    try:
        with db.session.begin_nested():
            db.session.add(organisatie)
    except IntegrityError:
        # Somebody else added it just now.
        return db.session.scalars(query).one()
    return organisatie
