"""The table of permissions against the description of the roles, written by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from portal.domain.policy import (
    NO_PLAN,
    POLICY,
    Action,
    Facts,
    Predicate,
    can,
    in_own_region,
    own_or_vastgesteld,
)
from portal.domain.roles import Actor, Membership, Namens, OrganisatieSoort, Rol

OWN, ELSEWHERE = 1, 2

PEOPLE = {
    "contact": Membership(Rol.REGIOCONTACT, OWN, Namens.GEMEENTE),
    "contact elders": Membership(Rol.REGIOCONTACT, ELSEWHERE, Namens.GEMEENTE),
    "regiolezer": Membership(Rol.REGIOLEZER, OWN),
    "regiolezer elders": Membership(Rol.REGIOLEZER, ELSEWHERE),
    "beoordelaar": Membership(Rol.BEOORDELAAR),
    "coordinator": Membership(Rol.COORDINATOR),
    "lezer": Membership(Rol.LEZER),
    "beheerder": Membership(Rol.BEHEERDER),
}

CONCEPT = Facts(frozenset({OWN}))
INGEDIEND = Facts(frozenset({OWN}), has_indiening=True)
VASTGESTELD = Facts(frozenset({OWN}), has_indiening=True, has_vastgesteld=True)

REGION = {"contact", "regiolezer"}
ELDERS = {"contact elders", "regiolezer elders"}
READERS = {"beoordelaar", "coordinator", "lezer"}
REVIEWERS = {"beoordelaar", "coordinator"}

# What may be done with a plan of region OWN: action → who, while concept, once ingediend, once vastgesteld.
WITH_A_PLAN: dict[Action, tuple[set[str], set[str], set[str]]] = {
    Action.PLAN_LEZEN: (REGION, REGION | READERS, REGION | READERS | ELDERS),
    Action.PLAN_CONCEPT_LEZEN: (REGION, REGION, REGION),
    Action.INDIENING_LEZEN: (set(), READERS, READERS),
    Action.PLAN_INVULLEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.ONDERDEEL_GEVEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.PLAN_INDIENEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.PLAN_INTREKKEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.PLAN_BEOORDELEN: (set(), {"beoordelaar", "coordinator"}, {"beoordelaar", "coordinator"}),
    Action.PLAN_BESLUITEN: (set(), {"coordinator"}, {"coordinator"}),
    Action.OPMERKEN: (REGION, REGION | REVIEWERS, REGION | REVIEWERS),
    Action.INTERN_LEZEN: (set(), REVIEWERS, REVIEWERS),
    Action.MEELEZING_LEZEN: (set(), set(), set()),
    # Of an answer sheet: nothing is ever vastgesteld there, and other regions see nothing.
    Action.BLAD_LEZEN: (REGION, REGION | READERS, REGION | READERS),
    Action.BLAD_CONCEPT_LEZEN: (REGION, REGION, REGION),
    Action.BLAD_INVULLEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.BLAD_INDIENEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.BLAD_TERUGSTUREN: (set(), {"coordinator"}, {"coordinator"}),
    # Of a region over rounds: what was handed in by then.
    Action.REGIO_VERLOOP_ZIEN: (REGION | REVIEWERS, REGION | REVIEWERS, REGION | REVIEWERS),
    # What a region says of its figures, whatever became of its plan.
    Action.DUIDING_SCHRIJVEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.DUIDING_CONCEPT_LEZEN: (REGION, REGION, REGION),
    Action.INSTEMMING_LEZEN: (REGION, REGION | READERS, REGION | READERS),
    Action.INSTEMMING_VRAGEN: ({"contact"}, {"contact"}, {"contact"}),
    Action.INSTEMMING_VRIJSTELLEN: ({"coordinator"}, {"coordinator"}, {"coordinator"}),
    # What a concept says of one region, whatever became of its plan.
    Action.HOOR_BEANTWOORDEN: ({"contact"}, {"contact"}, {"contact"}),
}

# What has no plan: action → who.
WITHOUT: dict[Action, set[str]] = {
    Action.START_ZIEN: set(PEOPLE),
    Action.EIGEN_ACCOUNT: set(PEOPLE),
    Action.OPVOLGER_NOEMEN: {"contact", "contact elders"},
    Action.PLANNEN_ZIEN: REGION | ELDERS,
    Action.PLAN_STARTEN: {"coordinator"},
    Action.PLAN_AANREIKEN: {"coordinator"},
    Action.OVERZICHT_ZIEN: READERS,
    Action.CONTACTEN_ZIEN: {"contact", "contact elders", "beoordelaar", "coordinator", "beheerder"},
    Action.UITNODIGEN: {"coordinator", "beheerder"},
    Action.ACCOUNTS_BEHEREN: {"beheerder"},
    Action.TWEEDE_STAP_WISSEN: {"beheerder"},
    Action.TWEEDE_STAP_BEVESTIGEN: {"coordinator", "beheerder"},
    Action.REGIOS_BEHEREN: {"beheerder"},
    Action.OUTBOX_ZIEN: {"coordinator", "beheerder"},
    Action.AUDITLOG_LEZEN: {"beheerder"},
    Action.SAMENVATTEN: {"coordinator"},
    Action.ZOEKEN: REGION | ELDERS | READERS,
    Action.INSTROOM_ZIEN: REGION | ELDERS | READERS,
    Action.INSTROOM_BEHEREN: {"coordinator"},
    Action.VERLOOP_ZIEN: REVIEWERS,
    Action.BLADEN_ZIEN: REGION | ELDERS,
    Action.UITVRAAG_BEHEREN: {"coordinator"},
    Action.VERWACHTING_BEANTWOORDEN: REVIEWERS,
    Action.CODEREN: REVIEWERS,
    Action.CODEBOEK_BEHEREN: {"coordinator"},
    Action.DUBBEL_CODEREN_BEHEREN: {"coordinator"},
    Action.RAPPORTEN_ZIEN: REGION | ELDERS | READERS,
    Action.RAPPORT_LEZEN: REVIEWERS,
    Action.RAPPORT_EXCEL: REVIEWERS,
    Action.RAPPORT_CONCEPT_LEZEN: REVIEWERS,
    Action.RAPPORT_BEHEREN: {"coordinator"},
    # Whoever works for no party of the kerngroep does not agree with a report.
    Action.RAPPORT_AKKOORD: set(),
}


def may(action: Action, plan: Facts) -> set[str]:
    """The people who may do this."""
    return {who for who, membership in PEOPLE.items() if can(Actor(7, "P. Proef", (membership,)), action, plan)}


def test_every_action_stands_in_exactly_one_of_the_tables_here():
    assert set(WITH_A_PLAN) | set(WITHOUT) == set(Action) == set(POLICY)
    assert not set(WITH_A_PLAN) & set(WITHOUT)


@pytest.mark.parametrize("action", WITH_A_PLAN)
def test_who_may_do_what_with_a_plan_at_each_stage(action: Action):
    assert tuple(may(action, plan) for plan in (CONCEPT, INGEDIEND, VASTGESTELD)) == WITH_A_PLAN[action]


@pytest.mark.parametrize("action", WITH_A_PLAN)
def test_a_plan_of_no_region_is_nobody_s(action: Action):
    assert may(action, NO_PLAN) == set()


@pytest.mark.parametrize("action", WITHOUT)
def test_who_may_do_what_besides_plans(action: Action):
    assert may(action, NO_PLAN) == WITHOUT[action]


@pytest.mark.parametrize("action", Action)
def test_nobody_and_somebody_without_roles_may_do_nothing(action: Action):
    assert not can(None, action, VASTGESTELD)
    assert not can(Actor(7, "P. Proef"), action, VASTGESTELD)


def test_a_report_is_read_by_the_reviewers_and_once_published_by_all_but_the_beheerder():
    assert may(Action.RAPPORT_LEZEN, Facts(is_gepubliceerd=True)) == REGION | ELDERS | READERS


def test_the_workbook_with_every_answer_of_every_region_is_not_for_regions():
    assert may(Action.RAPPORT_EXCEL, Facts(is_gepubliceerd=True)) == READERS


@pytest.mark.parametrize("organisatie", OrganisatieSoort)
def test_only_a_beoordelaar_of_a_party_of_the_kerngroep_agrees_with_a_report(organisatie: OrganisatieSoort):
    who = {
        name
        for name, membership in PEOPLE.items()
        if can(Actor(7, "P. Proef", (membership,), organisatie), Action.RAPPORT_AKKOORD)
    }
    assert who == ({"beoordelaar"} if organisatie is OrganisatieSoort.KERNPARTIJ else set())


def test_a_draft_that_reviewers_were_asked_to_look_at_is_open_to_their_remarks_and_no_more():
    asked = Facts(frozenset({OWN}), asks_meelezen=True)
    opened = {action for action in Action if may(action, asked) != may(action, CONCEPT)}
    assert opened == {Action.OPMERKEN, Action.INTERN_LEZEN, Action.MEELEZING_LEZEN}
    assert may(Action.OPMERKEN, asked) == REGION | REVIEWERS
    assert may(Action.INTERN_LEZEN, asked) == may(Action.MEELEZING_LEZEN, asked) == REVIEWERS


@pytest.mark.parametrize(
    ("rule", "of_own", "of_elsewhere", "of_vastgesteld_elsewhere"),
    [(in_own_region, True, False, False), (own_or_vastgesteld, True, False, True)],
)
def test_a_rule_about_the_own_region_is_about_one_role(
    rule: Callable[[Rol], Predicate], of_own: bool, of_elsewhere: bool, of_vastgesteld_elsewhere: bool
):
    contact = Actor(7, "P. Proef", (PEOPLE["contact"], PEOPLE["regiolezer elders"]))
    holds = rule(Rol.REGIOCONTACT)
    elsewhere = Facts(frozenset({ELSEWHERE}))
    assert holds(contact, CONCEPT) is of_own
    assert holds(contact, elsewhere) is of_elsewhere
    assert holds(contact, replace(elsewhere, has_vastgesteld=True)) is of_vastgesteld_elsewhere
    assert rule(Rol.REGIOLEZER)(contact, elsewhere)


def test_a_joint_plan_is_of_the_contacts_of_either_region():
    joint = Facts(frozenset({OWN, ELSEWHERE}))
    assert may(Action.PLAN_INVULLEN, joint) == {"contact", "contact elders"}


def test_roles_do_not_mix_reading_here_and_contact_there_is_no_contact_here():
    actor = Actor(7, "P. Proef", (PEOPLE["regiolezer"], PEOPLE["contact elders"]))
    assert not can(actor, Action.PLAN_INVULLEN, CONCEPT)
    assert can(actor, Action.PLAN_CONCEPT_LEZEN, CONCEPT)


def test_a_person_may_do_what_any_of_the_roles_allows():
    actor = Actor(7, "P. Proef", (PEOPLE["lezer"], PEOPLE["contact"]))
    assert can(actor, Action.PLAN_INVULLEN, CONCEPT)
    assert can(actor, Action.OVERZICHT_ZIEN)


def test_somebody_speaks_only_for_the_sides_of_these_regions():
    actor = Actor(
        7,
        "P. Proef",
        (PEOPLE["contact"], Membership(Rol.REGIOCONTACT, ELSEWHERE, Namens.ZORGKANTOOR), PEOPLE["regiolezer"]),
    )
    assert actor.sides(frozenset({OWN})) == {Namens.GEMEENTE}
    assert actor.sides(frozenset({OWN, ELSEWHERE})) == set(Namens)
    assert actor.sides(frozenset()) == set()
