"""Resetting the second step of somebody who lost it: a beheerder asks, a second person confirms (BIO 5.17.01).

Who confirms is another beheerder; where there is no other, a coördinator. Neither may be the person who lost it.
"""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import joinedload

from forms.dutch.words import either
from portal.domain import clock
from portal.domain.people.sign_ins import SignInEnd
from portal.domain.roles import Actor, Rol
from portal.extensions import db
from portal.locking import lock_row
from portal.models import AppSleutel, FactorHerstel, HerstelCode, Lidmaatschap, Passkey, User
from portal.services.factors import notices
from portal.services.factors.held import FactorProblem, held_by
from portal.services.people import sign_ins
from portal.services.people.accounts import record

OWN = "U kunt uw eigen tweede stap niet laten wissen. Vraag het een andere beheerder."
NOTHING = "{naam} heeft geen tweede stap ingesteld: er is niets te wissen."
ALREADY = "Dit was al gevraagd. {namen} kan het bevestigen."
NOBODY = (
    "Er is niemand die dit kan bevestigen: geen andere beheerder en geen coördinator. "
    "Vraag wie de server beheert: die kan het met een opdracht."
)
GONE = "Dit is al besloten."
NOT_YOU = "U kunt dit niet zelf bevestigen. {namen} kan dat."


def open_for(account: User) -> FactorHerstel | None:
    """What was asked for this person and is not decided yet."""
    query = select(FactorHerstel).where(FactorHerstel.account_id == account.id, FactorHerstel.besloten_op.is_(None))
    return db.session.scalars(query.options(joinedload(FactorHerstel.gevraagd_door))).one_or_none()


def confirmers(account: User, asked_by_id: int) -> list[User]:
    """Who may confirm it: the other beheerders; without these the coördinatoren. Never the person itself."""
    for role in (Rol.BEHEERDER, Rol.COORDINATOR):
        query = select(User).where(
            User.active.is_(True),
            User.id.not_in((account.id, asked_by_id)),
            User.lidmaatschappen.any(Lidmaatschap.rol == role),
        )
        if found := sorted(db.session.scalars(query), key=lambda one: one.naam.casefold()):
            return found
    return []


def ask(account: User, *, actor: Actor) -> list[User]:
    """Ask to reset it; gives who may confirm. Those and the person itself hear of it by mail.

    Raises FactorProblem for one's own, when nothing is set up, when it was asked already, and when nobody may confirm.
    """
    lock_row(User, account.id)
    who = confirmers(account, actor.user_id)
    if problem := _why_not(account, actor, who):
        raise FactorProblem(problem)
    db.session.add(FactorHerstel(account_id=account.id, gevraagd_door_id=actor.user_id, gevraagd_op=clock.now()))
    record(account, "tweede_stap_wissen_gevraagd", actor, "Gevraagd om de tweede stap te wissen")
    notices.reset_asked(account, actor.naam, who)
    return who


def _why_not(account: User, actor: Actor, who: list[User]) -> str:
    if account.id == actor.user_id:
        return OWN
    if not held_by(account).is_set_up:
        return NOTHING.format(naam=account.naam)
    if (asked := open_for(account)) is not None:
        return ALREADY.format(namen=_names(confirmers(account, asked.gevraagd_door_id)))
    return "" if who else NOBODY


def may_confirm(account: User, actor: Actor) -> bool:
    """True when this person may confirm what was asked for the account."""
    asked = open_for(account)
    return asked is not None and actor.user_id in {one.id for one in confirmers(account, asked.gevraagd_door_id)}


def confirm(account: User, *, actor: Actor) -> None:
    """Reset it, as the second person: all ways of the second step go, and every session of the account ends.

    Raises FactorProblem when it was decided already, and for who may not confirm it.
    """
    asked = _open(account)
    who = confirmers(account, asked.gevraagd_door_id)
    if actor.user_id not in {one.id for one in who}:
        raise FactorProblem(NOT_YOU.format(namen=_names(who) or "Niemand"))
    asked.besloten_op, asked.besloten_door_id, asked.is_bevestigd = clock.now(), actor.user_id, True
    wipe(account)
    record(account, "tweede_stap_gewist", actor, f"Tweede stap gewist, op verzoek van {asked.gevraagd_door.naam}")
    notices.reset_done(account)


def by_command(account: User) -> None:
    """Reset it by a command on the server: the way in for the only beheerder, who can ask nobody."""
    wipe(account)
    record(account, "tweede_stap_gewist", None, "Tweede stap gewist door een opdracht op de server")
    notices.reset_done(account)


def refuse(account: User, *, actor: Actor) -> None:
    """Leave it as it is: by who may confirm it, and by who asked. Raises FactorProblem when it was decided already."""
    asked = _open(account)
    asked.besloten_op, asked.besloten_door_id = clock.now(), actor.user_id
    record(account, "tweede_stap_wissen_geweigerd", actor, "De tweede stap is niet gewist")
    notices.reset_refused(account)


def wipe(account: User) -> None:
    """Take every way away, and end every session: the person sets up a new one at the next sign-in."""
    for table in (AppSleutel, Passkey, HerstelCode):
        db.session.execute(delete(table).where(table.account_id == account.id))
    account.fs_uniquifier = uuid4().hex
    sign_ins.end_all(account.id, SignInEnd.RECHTEN)


def _open(account: User) -> FactorHerstel:
    lock_row(User, account.id)
    asked = open_for(account)
    if asked is None:
        raise FactorProblem(GONE)
    return asked


def _names(people: list[User]) -> str:
    return either([one.naam for one in people])
