"""Who gets mail about regions: their contacts, as the part of an account that a mail needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import bindparam, select

from portal.domain.roles import Rol
from portal.models import Lidmaatschap, User
from portal.plain import plain_rows


class Receiver(NamedTuple):
    """Somebody who gets a mail."""

    id: int
    email: str
    naam: str


_CONTACTS = (
    select(Lidmaatschap.regio_id, User.id, User.email, User.naam)
    .join(User, User.id == Lidmaatschap.account_id)
    .where(
        Lidmaatschap.rol == Rol.REGIOCONTACT,
        User.active.is_(True),
        Lidmaatschap.regio_id.in_(bindparam("regio_ids", expanding=True)),
    )
    .order_by(User.id)
    .distinct()
)


def contacts_of(regio_ids: Iterable[int]) -> Mapping[int, list[Receiver]]:
    """The contacts with an account that is on, by the id of their region."""
    found: dict[int, list[Receiver]] = defaultdict(list)
    for regio_id, *person in plain_rows(_CONTACTS, {"regio_ids": list(regio_ids)}):
        found[regio_id].append(Receiver._make(person))
    return found
