"""A page of a sheet asks the database as much for three actions, rows or people as for one."""

from __future__ import annotations

import pytest
from flask import Flask

from portal.domain.roles import Namens, Rol
from portal.models import Antwoordblad, RegelSoort, User
from portal.services.sheet import rows
from portal.services.sheet.rows import RegelValues
from tests.running.halves import on_one_each
from tests.running.queries import World, asked
from tests.worlds.kept import kept
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.sheet import (
    hand_in,
    make_answered_q4,
    make_plan_in_force,
    make_q1,
    make_q4,
    make_sheet_ready,
    put_progress,
)


@kept
def make_filled_sheet(size: int) -> tuple[Antwoordblad, list[User]]:
    """A sheet with so many actions, rows and people, of a region that answered last quarter too."""
    plan = make_plan_in_force(make_regio(gemeenten=[]), acties=size)
    people = [make_contact(plan.regios[0], naam=f"Persoon {number}") for number in range(size)]
    make_answered_q4(plan, people[0])
    blad = make_blad(make_q1(), plan=plan)
    for number, person in enumerate(people):
        for soort in RegelSoort:
            rows.add_rows(blad, soort, [RegelValues(f"Rij {number}", "vws")], actor=person.actor)
    return blad, people


def filled_sheet(rest: str, *, rol: Rol | None = None) -> World:
    """A page of such a sheet, for one of its people or for a national role."""

    def world(size: int) -> tuple[User, str]:
        blad, people = make_filled_sheet(size)
        if rol is None:
            put_progress(blad, [("op_schema", "Zo.")] * size, door=people[-1])
        else:
            submitted = hand_in(make_sheet_ready(blad, people[0]), people[0])
            return make_user(rol), f"/antwoordbladen/{blad.id}/indieningen/{submitted.id}"
        return people[0], f"/antwoordbladen/{blad.id}{rest}"

    return world


def own_sheets(address: str) -> World:
    """A contact of so many regions, each with a sheet of last quarter and of this one."""

    def world(size: int) -> tuple[User, str]:
        person = make_user()
        before, now = make_q4(), make_q1()
        for _ in range(size):
            regio = make_regio(gemeenten=[])
            give_role(person, Rol.REGIOCONTACT, regio, Namens.GEMEENTE)
            plan = make_plan_in_force(regio, acties=size)
            for uitvraag in (before, now):
                make_blad(uitvraag, plan=plan)
        return person, address

    return world


PAGES: dict[str, World] = {
    "sheet": filled_sheet(""),
    **{
        key: filled_sheet(f"/vraag/{key}")
        for key in ("afstemming", "voortgang", "verwachtingen", "doelstelling", "successen_lessen")
    },
    "controleren": filled_sheet("/controleren"),
    "lezen": filled_sheet("/lezen"),
    "reading a submission": filled_sheet("", rol=Rol.LEZER),
    "uitvragen": own_sheets("/antwoordbladen"),
    "start": own_sheets("/"),
}


@pytest.mark.parametrize(("app", "name"), on_one_each(list(PAGES)), indirect=["app"])
def test_a_page_of_a_sheet_asks_as_much_for_three_as_for_one(app: Flask, name: str):
    one, three = asked(app, PAGES[name], 1), asked(app, PAGES[name], 3)
    assert len(one) == len(three), "\n".join(three)
    assert one, "the page asks nothing at all"
