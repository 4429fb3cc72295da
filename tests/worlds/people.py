"""Regions, organisations and people."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from flask_security.utils import hash_password

from portal.domain.mail import MailKeuze
from portal.domain.roles import Namens, OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import Gemeente, Lidmaatschap, Organisatie, Regio, User
from tests.worlds.rows import added, numbers


def make_regio(naam: str | None = None, gemeenten: Sequence[str] = ()) -> Regio:
    """A region with these gemeenten; without a name it gets one of its own ("Proefstreek 7")."""
    number = next(numbers)
    regio = Regio(code=f"P{number}", naam=naam or f"Proefstreek {number}", zorgkantoor="Zorgkantoor Proef")
    regio.gemeenten = [Gemeente(code=f"G{next(numbers)}", naam=gemeente) for gemeente in gemeenten]
    return added(regio)


def make_organisatie(naam: str | None = None, soort: OrganisatieSoort = OrganisatieSoort.GEMEENTE) -> Organisatie:
    """An organisation."""
    return added(Organisatie(naam=naam or f"Organisatie {next(numbers)}", soort=soort))


def make_user(
    *rollen: Rol,
    naam: str | None = None,
    email: str | None = None,
    organisatie: Organisatie | None = None,
    password: str | None = None,
    active: bool = True,
    mailkeuze: MailKeuze | None = MailKeuze.DIRECT,
) -> User:
    """A person with these national roles; `give_role` adds regional ones. Without a password nobody can sign in.

    Every mail comes at once, unless the person chose otherwise; `mailkeuze` None is who chose nothing.
    """
    number = next(numbers)
    user = User(
        naam=naam or f"Persoon {number}",
        email=email or f"persoon{number}@voorbeeld.example",
        organisatie=organisatie or make_organisatie(),
        password=hash_password(password) if password else None,
        active=active,
        mailkeuze=mailkeuze,
        fs_uniquifier=uuid.uuid4().hex,
    )
    user.lidmaatschappen = [Lidmaatschap(rol=rol) for rol in rollen]
    return added(user)


def give_role(user: User, rol: Rol, regio: Regio | None = None, namens: Namens | None = None) -> User:
    """Give somebody one more role."""
    user.lidmaatschappen.append(Lidmaatschap(rol=rol, regio_id=regio.id if regio else None, namens=namens))
    db.session.flush()
    return user


def make_contact(regio: Regio, namens: Namens = Namens.GEMEENTE, *, naam: str | None = None) -> User:
    """A regiocontact of this region, on this side."""
    return give_role(make_user(naam=naam), Rol.REGIOCONTACT, regio, namens)


def make_regiolezer(regio: Regio, *, naam: str | None = None) -> User:
    """A regiolezer of this region."""
    return give_role(make_user(naam=naam), Rol.REGIOLEZER, regio)
