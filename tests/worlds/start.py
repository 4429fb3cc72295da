"""One region with somebody in every role, and every state in which its plan, sheet, round, report can be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from exports.expectations import VerwachtingStand
from portal.domain import clock
from portal.domain.consent.states import InstemmingStand
from portal.domain.plan.states import VersieStatus
from portal.domain.plan.workflow import Move
from portal.domain.report.states import RapportStatus
from portal.domain.review.remarks import AdviesOordeel
from portal.domain.roles import Namens, OrganisatieSoort, Rol
from portal.domain.round.states import BladStand, UitvraagStatus
from portal.models import Regio, User
from portal.services.consent import asking
from portal.services.feedback import expectations, feedback
from portal.services.plan import workflow
from portal.services.review import reviews
from portal.services.sheet import decisions, submit
from tests.worlds.consent import agree
from tests.worlds.feedback import add_regel
from tests.worlds.feedback import hand_in as hand_in_with
from tests.worlds.kept import kept
from tests.worlds.people import make_contact, make_organisatie, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.report import make_rapport
from tests.worlds.review import make_in_review, make_returned
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, make_sheet_ready

TODAY = datetime(2024, 4, 10, 12, tzinfo=UTC)
DEADLINE = date(2024, 4, 30)


@dataclass(frozen=True)
class Country:
    """One region with somebody in every role."""

    regio: Regio
    people: Mapping[Rol, User]

    @property
    def contact(self) -> User:
        return self.people[Rol.REGIOCONTACT]

    @property
    def coordinator(self) -> User:
        return self.people[Rol.COORDINATOR]


@kept
def make_country() -> Country:
    """See the fields."""
    regio = make_regio("Proefstreek")
    make_contact(regio, Namens.ZORGKANTOOR)
    vws = make_organisatie("Ministerie van VWS", OrganisatieSoort.KERNPARTIJ)
    people = {
        Rol.REGIOCONTACT: make_contact(regio),
        Rol.REGIOLEZER: make_regiolezer(regio),
        Rol.BEOORDELAAR: make_user(Rol.BEOORDELAAR, organisatie=vws),
        Rol.COORDINATOR: make_user(Rol.COORDINATOR),
        Rol.LEZER: make_user(Rol.LEZER),
        Rol.BEHEERDER: make_user(Rol.BEHEERDER),
    }
    return Country(regio, people)


def plan_in(status: VersieStatus) -> Callable[[Country], None]:
    def make(country: Country) -> None:
        plan, contact = make_plan(country.regio, deadline=DEADLINE), country.contact
        if status is VersieStatus.INGEDIEND:
            make_indiening(plan, contact)
        elif status is VersieStatus.IN_BEHANDELING:
            make_in_review(plan, country.people[Rol.BEOORDELAAR], contact=contact)
        elif status is VersieStatus.TERUGGESTUURD:
            make_returned(plan, coordinator=country.coordinator, contact=contact)
        elif status is VersieStatus.VASTGESTELD:
            make_indiening(plan, contact)
            for move in (Move.OPPAKKEN, Move.VASTSTELLEN):
                workflow.move(plan, move, actor=country.coordinator.actor)

    return make


def advised(country: Country) -> None:
    """As IN_BEHANDELING, with advice to decide on."""
    plan = make_plan(country.regio, deadline=DEADLINE)
    reviewer = country.people[Rol.BEOORDELAAR]
    seen = make_in_review(plan, reviewer, contact=country.contact)
    reviews.advise(plan, actor=reviewer.actor, oordeel=AdviesOordeel.GEEN, toelichting="", seen_indiening_id=seen.id)


def returned_by_a_day(country: Country) -> None:
    """Sent back today, and expected again in two weeks, before the deadline."""
    plan = make_plan(country.regio, deadline=DEADLINE)
    make_returned(
        plan, coordinator=country.coordinator, contact=country.contact, terug_voor=TODAY.date() + timedelta(days=14)
    )


def returned_too_late(country: Country) -> None:
    """It was expected yesterday."""
    with clock.stopped_at(TODAY - timedelta(days=9)):
        plan = make_plan(country.regio, deadline=DEADLINE)
        make_returned(
            plan, coordinator=country.coordinator, contact=country.contact, terug_voor=TODAY.date() - timedelta(days=1)
        )


def asked_to_agree(country: Country) -> None:
    """The other side asks whether the contact agrees."""
    plan = make_plan(country.regio, deadline=DEADLINE)
    asking.ask_sides(plan, actor=make_contact(country.regio, Namens.ZORGKANTOOR, naam="Zoë Kant").actor)


def reservation_past(country: Country) -> None:
    """Both sides agreed under a reservation; that of the contact was until last month."""
    plan = make_plan(country.regio, deadline=DEADLINE)
    past, ahead = date(2024, 3, 31), DEADLINE
    agree(plan, Namens.GEMEENTE, country.contact, stand=InstemmingStand.VOORBEHOUD, voorbehoud_tot=past)
    agree(plan, Namens.ZORGKANTOOR, stand=InstemmingStand.VOORBEHOUD, voorbehoud_tot=ahead)


def other_reservation_past(country: Country) -> None:
    """The other side agreed under a reservation until last month."""
    plan = make_plan(country.regio, deadline=DEADLINE)
    agree(plan, Namens.ZORGKANTOOR, stand=InstemmingStand.VOORBEHOUD, voorbehoud_tot=date(2024, 3, 31))


def sheet_in(stand: BladStand) -> Callable[[Country], None]:
    def make(country: Country) -> None:
        late = stand is BladStand.TE_LAAT
        uitvraag = make_uitvraag(naam="Q1", deadline=TODAY.date() - timedelta(days=1) if late else DEADLINE)
        blad, contact = make_blad(uitvraag, country.regio), country.contact
        blad.niet_gevraagd = stand is BladStand.NIET_GEVRAAGD
        if stand.is_answered:
            hand_in(make_sheet_ready(blad, contact), contact)
        if stand is BladStand.HEROPEND:
            submit.correct(blad, contact.actor)
        if stand is BladStand.TERUGGESTUURD:
            decisions.send_back(blad, None, "Licht het toe.", actor=country.coordinator.actor)
        if stand is BladStand.NIET_BEANTWOORD:
            uitvraag.status = UitvraagStatus.GESLOTEN

    return make


def sheet_ready(country: Country) -> None:
    make_sheet_ready(make_blad(make_uitvraag(naam="Q1", deadline=DEADLINE), country.regio), country.contact)


def sheet_that_may_stay_empty(country: Country) -> None:
    """Only an own question that nobody has to answer: ready before anybody said a word."""
    own = {"key": "eigen_1", "label": "Wilt u nog iets kwijt?", "kind": "long_text"}
    make_blad(make_uitvraag(naam="Q1", deadline=DEADLINE, edition="", extra_vragen=[own]), country.regio)


def sheet_reopened_by_name(country: Country) -> None:
    blad = make_blad(make_uitvraag(naam="Q1", status=UitvraagStatus.GESLOTEN), country.regio)
    blad.uitvraag.deadline = TODAY.date() - timedelta(days=5)
    blad.heropend_tot = DEADLINE


def round_in(status: UitvraagStatus) -> Callable[[Country], None]:
    def make(country: Country) -> None:
        until = UitvraagStatus.GESLOTEN if status is UitvraagStatus.AFGEROND else status
        uitvraag = make_uitvraag(naam="Q1", deadline=DEADLINE, status=until)
        make_blad(uitvraag, country.regio)
        if status is UitvraagStatus.AFGEROND:
            uitvraag.vervolg = "Wij gaan verder."
            feedback.send(uitvraag, seen_revision=uitvraag.revision, actor=country.coordinator.actor)

    return make


def round_that_cannot_open(country: Country) -> None:
    make_uitvraag(naam="Q2", status=UitvraagStatus.GEPLAND, edition="", opent_op=TODAY.date(), deadline=DEADLINE)


def report_in(status: RapportStatus) -> Callable[[Country], None]:
    def make(country: Country) -> None:
        uitvraag = make_uitvraag(naam="Q1", status=UitvraagStatus.AFGEROND)
        make_rapport(uitvraag, status=status, actor=country.coordinator.actor)

    return make


def expectation_in(stand: VerwachtingStand) -> Callable[[Country], None]:
    def make(country: Country) -> None:
        blad = make_blad(make_uitvraag(naam="Q1", deadline=DEADLINE), country.regio)
        aan = "regio" if stand is VerwachtingStand.VOOR_DE_REGIO else "vws"
        regel = add_regel(blad, "Meer tijd.", aan)
        hand_in_with(blad, regel)
        if stand is VerwachtingStand.BEANTWOORD:
            line = expectations.find(regel.id)
            assert line is not None
            expectations.answer(line, tekst="Komt.", datum=None, actor=country.coordinator.actor, seen=0)

    return make
