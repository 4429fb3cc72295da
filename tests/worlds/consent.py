"""Who agrees with a plan: leads of the other sides, parties, and links for who has no account."""

from __future__ import annotations

import re

from forms.spec import Kind
from portal.domain import clock
from portal.domain.consent.states import InstemmingStand
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import InstemmingVrijstelling, Leeslink, Mail, Partij, Plan, User
from portal.services.consent import answers, asking, handing_in, links, register, texts
from portal.services.consent.answers import GegevenAntwoord
from portal.services.consent.links import ForWhom
from portal.services.plan import rows
from tests.worlds.people import give_role, make_user
from tests.worlds.plan import make_plan_ready
from tests.worlds.rows import added, all_rows


def put_waivers(plan: Plan, by: User) -> None:
    """For tests of other things: nobody but who hands in needs to agree with this version of a plan. Tells nobody."""
    for kant in register.sides(plan):
        side = {"regio_id": kant.regio_id, "namens": kant.namens}
        row = InstemmingVrijstelling(
            versie_id=plan.versie.id, reden="Voor deze test.", op=clock.now(), door_id=by.id, **side
        )
        added(row)


def agree(
    plan: Plan, namens: Namens, who: User | None = None, *, regio_id: int | None = None, **changes: object
) -> User:
    """Let a contact (none given: a new one) answer for a side of a region of this plan, on the text of now."""
    regio = next(one for one in plan.regios if regio_id in (None, one.id))
    who = who or give_role(make_user(), Rol.REGIOCONTACT, regio, namens)
    said = {"stand": InstemmingStand.INGESTEMD, "gezien": texts.now(plan)[1], "persoon": who.naam, **changes}
    answers.say_for_side(plan, f"{regio.id}-{namens.value}", GegevenAntwoord(**said), actor=who.actor)
    db.session.flush()
    return who


def change_after_agreeing(plan: Plan, who: User, other: User) -> None:
    """Let somebody agree, and another one of that side change the plan and hand it in."""
    agree(plan, Namens.GEMEENTE, who)
    make_plan_ready(plan, other)
    put_waivers(plan, other)
    row = register.of_plan(plan)[0]
    handing_in.hand_in(plan, actor=other.actor, namens=Namens.GEMEENTE, seen_number=0)
    assert row.antwoorden


def make_party(plan: Plan, contact: User, naam: str = "GGZ De Brug") -> Partij:
    """An aangesloten partij in the list of a plan."""
    partij = rows.add_row(plan, Kind.PARTIJEN, {"naam": naam}, actor=contact.actor)
    assert isinstance(partij, Partij)
    return partij


def link_to_agree(plan: Plan, contact: User, **who: object) -> tuple[Leeslink, str]:
    """Ask an aangesloten partij by a link. Gives it with the token that went to its address."""
    partij = make_party(plan, contact)
    asked = {"naam": "Gerda Gast", "email": "gerda@brug.example", **who}
    link = asking.ask_party(plan, partij.id, ForWhom(**asked), actor=contact.actor)
    db.session.commit()
    return link, token_in_mail()


def link_to_read(plan: Plan, contact: User, *stappen: str) -> tuple[Leeslink, str]:
    """A link that only shows these parts, with its token."""
    who = ForWhom("Gerda Gast", "gerda@brug.example", stappen=stappen)
    link = links.make_to_read(plan, who, actor=contact.actor)
    db.session.commit()
    return link, token_in_mail()


def token_in_mail() -> str:
    """The token in the newest mail with a link."""
    found = [re.search(r"/link/([\w-]+)", mail.tekst) for mail in all_rows(Mail)]
    return [one[1] for one in found if one][-1]


def code_in_mail() -> str:
    """The newest code that was mailed."""
    return [match[1] for mail in all_rows(Mail) if (match := re.search(r"code is: (\d{6})", mail.tekst))][-1]
