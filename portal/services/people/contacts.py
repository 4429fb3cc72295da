"""The contactpersonen per region and side, with what is missing first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import joinedload, lazyload, load_only

from exports.contacts import ContactLine
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Regio, User
from portal.plain import plain_rows
from portal.services import regios

SIDE_NAMES = {Namens.GEMEENTE: "Gemeente", Namens.ZORGKANTOOR: "Zorgkantoor"}


@dataclass(frozen=True)
class RegioContacts:
    """One region with its contacts per side."""

    regio: Regio
    by_side: dict[Namens, list[User]] = field(default_factory=dict)

    @property
    def missing(self) -> list[Namens]:
        """The sides without a contact. A region needs one on each side."""
        return [side for side in Namens if not self.by_side.get(side)]


def contacts_per_regio(query: str = "") -> list[RegioContacts]:
    """The contacts of the regions that answer to the query (all when empty), regions that lack a side first.

    Four queries (two without a query), however many regions or contacts there are.
    """
    found = regios.find_regios(query, regios.all_regios()) if query.strip() else regios.bare_regios()
    by_regio = _contacts_by_regio()
    listed = [RegioContacts(regio, dict(by_regio[regio.id])) for regio in found]
    return sorted(listed, key=lambda one: not one.missing)


def _contacts_by_regio() -> dict[int | None, dict[Namens, list[User]]]:
    members = db.session.execute(
        select(Lidmaatschap.regio_id, Lidmaatschap.namens, User)
        .join(Lidmaatschap.account)
        .where(Lidmaatschap.rol == Rol.REGIOCONTACT, User.active)
        .options(load_only(User.naam, User.email, User.telefoon, User.functie, User.password))
        .options(joinedload(User.organisatie), lazyload(User.lidmaatschappen))
        .order_by(User.naam)
    )
    found: dict[int | None, dict[Namens, list[User]]] = defaultdict(lambda: defaultdict(list))
    for regio_id, namens, account in members:
        if namens is not None:
            found[regio_id][namens].append(account)
    return found


_HELD = (
    select(Regio.id, Regio.naam, Lidmaatschap.namens)
    .outerjoin(
        Lidmaatschap,
        (Lidmaatschap.regio_id == Regio.id)
        & (Lidmaatschap.rol == Rol.REGIOCONTACT)
        & Lidmaatschap.account_id.in_(select(User.id).where(User.active)),
    )
    .distinct()
)


@dataclass(frozen=True)
class MissingSide:
    """A region without a contact person on this side."""

    regio_id: int
    regio: str
    namens: Namens


def missing_sides() -> list[MissingSide]:
    """Every side of every region that nobody speaks for, by the name of the region."""
    held: dict[tuple[int, str], set[Namens]] = defaultdict(set)
    for regio_id, naam, namens in plain_rows(_HELD):
        held[regio_id, naam] |= {namens} if namens else set()
    missing = [MissingSide(*regio, side) for regio, sides in held.items() for side in Namens if side not in sides]
    return sorted(missing, key=lambda one: regios.name_key(one.regio))


def contact_lines(contacts: Sequence[RegioContacts]) -> list[ContactLine]:
    """The same for paper: one line per contact, the missing sides on top."""
    lines = [line for one in contacts for side in Namens for line in _lines(one, side)]
    return sorted(lines, key=lambda line: not line.ontbreekt)


def _lines(contacts: RegioContacts, side: Namens) -> list[ContactLine]:
    regio, where = contacts.regio, SIDE_NAMES[side]
    people = contacts.by_side.get(side)
    if not people:
        return [ContactLine(regio.naam, regio.code, where, ontbreekt=True)]
    return [
        ContactLine(regio.naam, regio.code, where, one.naam, one.organisatie.naam, one.email, one.telefoon, one.functie)
        for one in people
    ]
