"""A double click, or two people who administer the same thing at the very same moment."""

from __future__ import annotations

from flask import Flask

from portal.domain.roles import Membership, OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import Lidmaatschap, Organisatie, Plan, Regio, RegioAlias, User
from portal.services import regios
from portal.services.people import accounts
from portal.services.plan import joining, pen
from tests.running.at_once import PEOPLE, at_once
from tests.worlds.people import make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.rows import all_rows


def test_a_role_that_is_given_twice_at_once_is_held_once(app: Flask):
    actor, account_id = make_user(Rol.BEHEERDER).actor, make_user().id

    def give(number: int) -> int:
        account = db.session.get_one(User, account_id)
        # As the page does: the roles were looked at before.
        assert account.lidmaatschappen is not None
        return len(accounts.add_memberships(account, [Membership(Rol.LEZER)], actor=actor))

    assert sorted(at_once(app, give)) == [0] * (PEOPLE - 1) + [1]
    assert [lid.rol for lid in all_rows(Lidmaatschap)].count(Rol.LEZER) == 1


def test_an_organisation_that_is_added_twice_at_once_is_one(app: Flask):
    def add(number: int) -> int:
        return accounts.organisation_named("Gemeente Nieuwveld", OrganisatieSoort.GEMEENTE).id

    assert len(set(at_once(app, add))) == 1
    assert [one.naam for one in all_rows(Organisatie)].count("Gemeente Nieuwveld") == 1


def test_a_joint_plan_that_is_split_twice_at_once_is_split_once(app: Flask):
    regio = make_regio("Zandstreek")
    plan_id, regio_id = make_plan(make_regio("Aastreek"), regio).id, regio.id
    actor = make_user(Rol.COORDINATOR).actor

    def split(number: int) -> str:
        plan = db.session.get_one(Plan, plan_id)
        assert len(plan.plan_regios) > 0
        try:
            return joining.split_plan(plan, db.session.get_one(Regio, regio_id), actor=actor).naam
        except pen.PlanProblem as problem:
            return str(problem)

    refused = "Dit is geen gezamenlijk plan voor deze regio."
    assert sorted(at_once(app, split)) == [refused] * (PEOPLE - 1) + ["Zandstreek"]
    assert len(all_rows(Plan)) == 2


def test_a_name_that_two_regions_get_at_once_belongs_to_one(app: Flask):
    ids = [make_regio(f"Streek {number}").id for number in range(PEOPLE)]

    def name(number: int) -> str:
        changes = regios.RegioChanges("", "", "", 1, ["Dezelfde naam"])
        regio = db.session.get_one(Regio, ids[number])
        try:
            regios.change_regio(regio, changes, revision=regio.revision)
        except regios.RegioProblem as problem:
            return str(problem).partition(" hoort ")[2]
        return "gelukt"

    assert at_once(app, name).count("gelukt") == 1
    assert [alias.naam for alias in all_rows(RegioAlias)] == ["Dezelfde naam"]
