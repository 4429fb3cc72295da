"""The one table of permissions: action × role → predicate.

Views and templates ask `can(actor, action, thing)`; nobody asks for a role. A role that is not in the row of
an action may not do it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from portal.domain.roles import Actor, OrganisatieSoort, Rol


class Action(StrEnum):
    """Everything somebody may or may not do."""

    START_ZIEN = "start_zien"
    EIGEN_ACCOUNT = "eigen_account"
    OPVOLGER_NOEMEN = "opvolger_noemen"
    PLANNEN_ZIEN = "plannen_zien"
    PLAN_LEZEN = "plan_lezen"
    PLAN_CONCEPT_LEZEN = "plan_concept_lezen"
    INDIENING_LEZEN = "indiening_lezen"
    PLAN_INVULLEN = "plan_invullen"
    ONDERDEEL_GEVEN = "onderdeel_geven"
    PLAN_INDIENEN = "plan_indienen"
    PLAN_INTREKKEN = "plan_intrekken"
    PLAN_BEOORDELEN = "plan_beoordelen"
    PLAN_BESLUITEN = "plan_besluiten"
    PLAN_STARTEN = "plan_starten"
    PLAN_AANREIKEN = "plan_aanreiken"
    OVERZICHT_ZIEN = "overzicht_zien"
    CONTACTEN_ZIEN = "contacten_zien"
    UITNODIGEN = "uitnodigen"
    ACCOUNTS_BEHEREN = "accounts_beheren"
    # Somebody lost the second step of signing in: one asks to reset it, a second person confirms.
    TWEEDE_STAP_WISSEN = "tweede_stap_wissen"
    TWEEDE_STAP_BEVESTIGEN = "tweede_stap_bevestigen"
    REGIOS_BEHEREN = "regios_beheren"
    OUTBOX_ZIEN = "outbox_zien"
    AUDITLOG_LEZEN = "auditlog_lezen"
    # Review.
    OPMERKEN = "opmerken"
    INTERN_LEZEN = "intern_lezen"
    MEELEZING_LEZEN = "meelezing_lezen"
    SAMENVATTEN = "samenvatten"
    # Rounds: the first three are about rounds in general, those of a blad about one answer sheet.
    BLADEN_ZIEN = "bladen_zien"
    UITVRAAG_BEHEREN = "uitvraag_beheren"
    VERWACHTING_BEANTWOORDEN = "verwachting_beantwoorden"
    BLAD_LEZEN = "blad_lezen"
    BLAD_CONCEPT_LEZEN = "blad_concept_lezen"
    BLAD_INVULLEN = "blad_invullen"
    BLAD_INDIENEN = "blad_indienen"
    BLAD_TERUGSTUREN = "blad_terugsturen"
    # Coding and the national report.
    CODEREN = "coderen"
    CODEBOEK_BEHEREN = "codeboek_beheren"
    DUBBEL_CODEREN_BEHEREN = "dubbel_coderen_beheren"
    RAPPORTEN_ZIEN = "rapporten_zien"
    RAPPORT_LEZEN = "rapport_lezen"
    RAPPORT_EXCEL = "rapport_excel"
    RAPPORT_CONCEPT_LEZEN = "rapport_concept_lezen"
    RAPPORT_BEHEREN = "rapport_beheren"
    RAPPORT_AKKOORD = "rapport_akkoord"
    HOOR_BEANTWOORDEN = "hoor_beantwoorden"
    ZOEKEN = "zoeken"
    # What is told over rounds: of the country, and of one region.
    VERLOOP_ZIEN = "verloop_zien"
    REGIO_VERLOOP_ZIEN = "regio_verloop_zien"
    # Figures of the instroom.
    INSTROOM_ZIEN = "instroom_zien"
    INSTROOM_BEHEREN = "instroom_beheren"
    DUIDING_SCHRIJVEN = "duiding_schrijven"
    DUIDING_CONCEPT_LEZEN = "duiding_concept_lezen"
    # Who agrees with a plan.
    INSTEMMING_LEZEN = "instemming_lezen"
    INSTEMMING_VRAGEN = "instemming_vragen"
    INSTEMMING_VRIJSTELLEN = "instemming_vrijstellen"


@dataclass(frozen=True)
class Facts:
    """What the policy needs to know of a plan, an answer sheet, a report or a regiobeeld. Their `facts` make it.

    `has_indiening`: it was handed in; what a region says of its figures, it shared.
    `asks_meelezen`: the region asked reviewers to look at (a copy of) its draft.
    `is_gepubliceerd`: the report is there for everybody.
    """

    regio_ids: frozenset[int] = field(default_factory=frozenset)
    has_indiening: bool = False
    has_vastgesteld: bool = False
    asks_meelezen: bool = False
    is_gepubliceerd: bool = False


Predicate = Callable[[Actor, Facts], bool]


def always(actor: Actor, plan: Facts) -> bool:
    """The role alone is enough."""
    return True


def in_own_region(role: Rol) -> Predicate:
    """The plan counts for a region in which the actor holds this very role."""

    def predicate(actor: Actor, plan: Facts) -> bool:
        return bool(actor.regio_ids(role) & plan.regio_ids)

    return predicate


def once_submitted(actor: Actor, plan: Facts) -> bool:
    """National roles see what has been submitted, never a draft."""
    return plan.has_indiening


def open_to_review(actor: Actor, plan: Facts) -> bool:
    """Reviewers say something about what was submitted, or about a draft the region asked them to look at."""
    return plan.has_indiening or plan.asks_meelezen


def asked_to_read_along(actor: Actor, plan: Facts) -> bool:
    """The region asked for a look at its draft."""
    return plan.asks_meelezen


def own_or_vastgesteld(role: Rol) -> Predicate:
    """Own regions always; other regions' plans once they are vastgesteld."""
    own = in_own_region(role)

    def predicate(actor: Actor, plan: Facts) -> bool:
        return own(actor, plan) or plan.has_vastgesteld

    return predicate


def of_a_region(actor: Actor, region: Facts) -> bool:
    """Any region will do, but there is one."""
    return bool(region.regio_ids)


def once_published(actor: Actor, report: Facts) -> bool:
    """Everybody reads a report once it is published."""
    return report.is_gepubliceerd


def of_the_kerngroep(actor: Actor, report: Facts) -> bool:
    """Only the parties of the kerngroep agree with a report: not KPMG, not CIZ."""
    return actor.organisatie is OrganisatieSoort.KERNPARTIJ


_EVERYBODY: Mapping[Rol, Predicate] = dict.fromkeys(Rol, always)
_OWN_CONTACT: Mapping[Rol, Predicate] = {Rol.REGIOCONTACT: in_own_region(Rol.REGIOCONTACT)}
_OWN_REGION: Mapping[Rol, Predicate] = {role: in_own_region(role) for role in (Rol.REGIOCONTACT, Rol.REGIOLEZER)}
_REVIEWERS = (Rol.BEOORDELAAR, Rol.COORDINATOR)
_READERS = (Rol.BEOORDELAAR, Rol.COORDINATOR, Rol.LEZER)
_REPORT_READERS = (*_READERS, Rol.REGIOCONTACT, Rol.REGIOLEZER)

POLICY: Mapping[Action, Mapping[Rol, Predicate]] = {
    Action.START_ZIEN: _EVERYBODY,
    Action.EIGEN_ACCOUNT: _EVERYBODY,
    Action.OPVOLGER_NOEMEN: {Rol.REGIOCONTACT: always},
    # The list of plans for people of a region; national roles have the overview.
    Action.PLANNEN_ZIEN: {Rol.REGIOCONTACT: always, Rol.REGIOLEZER: always},
    Action.PLAN_LEZEN: {
        Rol.REGIOCONTACT: own_or_vastgesteld(Rol.REGIOCONTACT),
        Rol.REGIOLEZER: own_or_vastgesteld(Rol.REGIOLEZER),
        Rol.BEOORDELAAR: once_submitted,
        Rol.COORDINATOR: once_submitted,
        Rol.LEZER: once_submitted,
    },
    # Every submission that counts, vastgesteld or not; of other regions people see only what is vastgesteld.
    Action.INDIENING_LEZEN: dict.fromkeys(_READERS, once_submitted),
    Action.PLAN_CONCEPT_LEZEN: _OWN_REGION,
    Action.PLAN_INVULLEN: _OWN_CONTACT,
    Action.ONDERDEEL_GEVEN: _OWN_CONTACT,
    Action.PLAN_INDIENEN: _OWN_CONTACT,
    Action.PLAN_INTREKKEN: _OWN_CONTACT,
    Action.PLAN_BEOORDELEN: dict.fromkeys(_REVIEWERS, once_submitted),
    Action.PLAN_BESLUITEN: {Rol.COORDINATOR: once_submitted},
    Action.PLAN_STARTEN: {Rol.COORDINATOR: always},
    # Putting ready a file that a region mailed: the plan itself stays closed, the region takes it over.
    Action.PLAN_AANREIKEN: {Rol.COORDINATOR: always},
    Action.OVERZICHT_ZIEN: dict.fromkeys(_READERS, always),
    Action.CONTACTEN_ZIEN: {
        Rol.REGIOCONTACT: always,
        Rol.BEOORDELAAR: always,
        Rol.COORDINATOR: always,
        Rol.BEHEERDER: always,
    },
    Action.UITNODIGEN: {Rol.COORDINATOR: always, Rol.BEHEERDER: always},
    Action.ACCOUNTS_BEHEREN: {Rol.BEHEERDER: always},
    Action.TWEEDE_STAP_WISSEN: {Rol.BEHEERDER: always},
    # Which of these may confirm whose: `portal/services/factors/reset.py`.
    Action.TWEEDE_STAP_BEVESTIGEN: {Rol.BEHEERDER: always, Rol.COORDINATOR: always},
    Action.REGIOS_BEHEREN: {Rol.BEHEERDER: always},
    Action.AUDITLOG_LEZEN: {Rol.BEHEERDER: always},
    Action.OUTBOX_ZIEN: {Rol.COORDINATOR: always, Rol.BEHEERDER: always},
    # A remark says itself who may read it; the internal ones are for reviewers only.
    Action.OPMERKEN: {**_OWN_REGION, **dict.fromkeys(_REVIEWERS, open_to_review)},
    Action.INTERN_LEZEN: dict.fromkeys(_REVIEWERS, open_to_review),
    Action.MEELEZING_LEZEN: dict.fromkeys(_REVIEWERS, asked_to_read_along),
    Action.SAMENVATTEN: {Rol.COORDINATOR: always},
    Action.BLADEN_ZIEN: {Rol.REGIOCONTACT: always, Rol.REGIOLEZER: always},
    Action.UITVRAAG_BEHEREN: {Rol.COORDINATOR: always},
    Action.VERWACHTING_BEANTWOORDEN: dict.fromkeys(_REVIEWERS, always),
    # Of an answer sheet: the own region always, national roles what was submitted, other regions never.
    Action.BLAD_LEZEN: {**_OWN_REGION, **dict.fromkeys(_READERS, once_submitted)},
    Action.BLAD_CONCEPT_LEZEN: _OWN_REGION,
    Action.BLAD_INVULLEN: _OWN_CONTACT,
    Action.BLAD_INDIENEN: _OWN_CONTACT,
    Action.BLAD_TERUGSTUREN: {Rol.COORDINATOR: once_submitted},
    Action.CODEREN: dict.fromkeys(_REVIEWERS, always),
    Action.CODEBOEK_BEHEREN: {Rol.COORDINATOR: always},
    # Drawing what is coded twice, and settling what the two gave otherwise.
    Action.DUBBEL_CODEREN_BEHEREN: {Rol.COORDINATOR: always},
    # A beheerder sees no content.
    Action.RAPPORTEN_ZIEN: dict.fromkeys(_REPORT_READERS, always),
    Action.RAPPORT_LEZEN: {**dict.fromkeys(_REPORT_READERS, once_published), **dict.fromkeys(_REVIEWERS, always)},
    # The workbook holds all that was handed in, of every region: for who may read that anyway.
    Action.RAPPORT_EXCEL: {**dict.fromkeys(_READERS, once_published), **dict.fromkeys(_REVIEWERS, always)},
    Action.RAPPORT_CONCEPT_LEZEN: dict.fromkeys(_REVIEWERS, always),
    Action.RAPPORT_BEHEREN: {Rol.COORDINATOR: always},
    Action.RAPPORT_AKKOORD: {Rol.BEOORDELAAR: of_the_kerngroep},
    # What a concept says of one region: for the contacts of that region, and nobody else of a region.
    Action.HOOR_BEANTWOORDEN: _OWN_CONTACT,
    # Everybody who reads content; what is found is what that person may read.
    Action.ZOEKEN: dict.fromkeys(_REPORT_READERS, always),
    # Numbers that stand in no published report yet are for reviewers; a region sees what it told itself.
    Action.VERLOOP_ZIEN: dict.fromkeys(_REVIEWERS, always),
    Action.REGIO_VERLOOP_ZIEN: {**_OWN_REGION, **dict.fromkeys(_REVIEWERS, of_a_region)},
    # Figures with the small ones hidden: the regions' as well as the country's, for everybody who reads content.
    Action.INSTROOM_ZIEN: dict.fromkeys(_REPORT_READERS, always),
    # Files, sources, corrections: there small numbers are in the open.
    Action.INSTROOM_BEHEREN: {Rol.COORDINATOR: always},
    # What a region says of its figures: written and read there; everybody reads what it shared.
    Action.DUIDING_SCHRIJVEN: _OWN_CONTACT,
    Action.DUIDING_CONCEPT_LEZEN: _OWN_REGION,
    # Persons are named in it: for the region, and for national roles once there is something handed in.
    Action.INSTEMMING_LEZEN: {**_OWN_REGION, **dict.fromkeys(_READERS, once_submitted)},
    Action.INSTEMMING_VRAGEN: _OWN_CONTACT,
    # Letting a plan be handed in without a side: also of a draft, of which only its sides are shown.
    Action.INSTEMMING_VRIJSTELLEN: {Rol.COORDINATOR: of_a_region},
}

NO_PLAN = Facts()


def can(actor: Actor | None, action: Action, plan: Facts = NO_PLAN) -> bool:
    """True when at least one role of the actor allows the action on this plan or answer sheet.

    Without an actor (nobody signed in) nothing is allowed.
    """
    if actor is None:
        return False
    row = POLICY[action]
    return any(rol in row and row[rol](actor, plan) for rol in {m.rol for m in actor.memberships})
