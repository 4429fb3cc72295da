"""What Start shows in every state of plan, sheet, round, report and expectation, to every role: one table.

The states come from the enums: a new one fails until it has a line here. What stands in a case is all that Start shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pytest
from flask import Flask

from exports.expectations import VerwachtingStand
from portal.domain import clock
from portal.domain.plan.states import VersieStatus
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import BladStand, BladStatus, UitvraagStatus
from portal.extensions import db
from portal.models import User
from tests.client import StrictClient
from tests.reading.pages import words
from tests.running.halves import on_one_each
from tests.worlds import start
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.start import Country

BEHEER = "U beheert de accounts en de regio’s."
NOT_READY = ("Plan Proefstreek: nog tot en met 30 april. 11 van de 11 onderdelen zijn nog niet klaar.",)
NO_PLAN = "Voor Proefstreek is nog geen plan gestart. De coördinator doet dat. U krijgt dan bericht."
START_ONE = "Voor 1 regio is nog geen plan gestart."
TO_CODE = "Nog 1 tekst te coderen voor Q1."
NO_REPORT = "Q1 is gesloten. Er is nog geen rapport."
NOT_SENT = "Q1 is gesloten. De terugkoppeling is nog niet verstuurd."
NONE_IN = "0 van de 1 regio’s hebben een plan ingediend; Proefstreek nog niet."
ONE_IN = "1 van de 1 regio’s heeft een plan ingediend."
UNANSWERED = f"{NONE_IN} Q1: De regio die wij vroegen, heeft nog niet geantwoord, nog tot en met 30 april."
ANSWERED = f"{NONE_IN} Q1: De regio die wij vroegen, heeft geantwoord."
UNTOUCHED = ("Q1: nog tot en met 30 april. Er is nog niets beantwoord.", NO_PLAN)


@dataclass(frozen=True)
class Case:
    """How a state comes about, and every sentence that Start then shows to each role.

    `landelijk` is the last sentence of all national roles; a beheerder is always told the same. Where a case is about
    no plan, the region has none, and that is told too.
    """

    make: Callable[[Country], object]
    landelijk: str
    contact: tuple[str, ...] = (NO_PLAN,)
    regiolezer: tuple[str, ...] = (NO_PLAN,)
    beoordelaar: tuple[str, ...] = ()
    coordinator: tuple[str, ...] = (START_ONE,)
    lezer: tuple[str, ...] = ()

    def shown_to(self, rol: Rol) -> tuple[str, ...]:
        """In the order of the page."""
        return {
            Rol.REGIOCONTACT: self.contact,
            Rol.REGIOLEZER: self.regiolezer,
            Rol.BEOORDELAAR: (*self.beoordelaar, self.landelijk),
            Rol.COORDINATOR: (*self.coordinator, self.landelijk),
            Rol.LEZER: (*self.lezer, self.landelijk),
            Rol.BEHEERDER: (BEHEER,),
        }[rol]


@pytest.fixture(autouse=True)
def _april(app: Flask) -> Iterator[None]:
    with clock.stopped_at(start.TODAY):
        yield


@pytest.fixture
def country(app: Flask) -> Country:
    return start.make_country()


# --- The table --------------------------------------------------------------------------------------------------------


def idle(status: str) -> tuple[str, ...]:
    return (f"Plan Proefstreek: {status}. U hoeft nu niets te doen.",)


def of_plan(
    status: VersieStatus, landelijk: str, contact: tuple[str, ...] = (), **more: tuple[str, ...]
) -> dict[StrEnum, Case]:
    told = idle(status.label.lower())
    more.setdefault("coordinator", ())
    return {status: Case(start.plan_in(status), landelijk, contact or told, told, **more)}


PLANS: Mapping[StrEnum, Case] = {
    **of_plan(
        VersieStatus.CONCEPT,
        NONE_IN,
        NOT_READY,
    ),
    **of_plan(
        VersieStatus.INGEDIEND,
        ONE_IN,
        beoordelaar=("1 plan wacht op beoordeling.",),
        coordinator=("1 plan wacht op beoordeling.",),
    ),
    **of_plan(
        VersieStatus.IN_BEHANDELING,
        ONE_IN,
        beoordelaar=("U beoordeelt het plan van Proefstreek, sinds vandaag om 14:00.",),
    ),
    **of_plan(
        VersieStatus.TERUGGESTUURD,
        ONE_IN,
        ("Plan Proefstreek: nog tot en met 30 april. Wij vragen u iets aan te passen bij 1 onderdeel.",),
    ),
    **of_plan(VersieStatus.VASTGESTELD, ONE_IN),
}
SHEETS: Mapping[StrEnum, Case] = {
    BladStand.NIET_GEVRAAGD: Case(
        start.sheet_in(BladStand.NIET_GEVRAAGD), f"{NONE_IN} Q1: Er is geen regio om antwoord gevraagd."
    ),
    BladStand.OPEN: Case(start.sheet_in(BladStand.OPEN), UNANSWERED, UNTOUCHED, UNTOUCHED),
    BladStand.TE_LAAT: Case(
        start.sheet_in(BladStand.TE_LAAT),
        f"{NONE_IN} Q1: De regio die wij vroegen, heeft nog niet geantwoord, de deadline was 1 dag geleden.",
        ("Q1: te laat, de deadline was 9 april 2024. Er is nog niets beantwoord.", NO_PLAN),
        ("Q1: te laat, de deadline was 9 april 2024. Er is nog niets beantwoord.", NO_PLAN),
    ),
    BladStand.INGEDIEND: Case(start.sheet_in(BladStand.INGEDIEND), ANSWERED),
    BladStand.HEROPEND: Case(
        start.sheet_in(BladStand.HEROPEND),
        ANSWERED,
        ("Q1: nog tot en met 30 april. U corrigeert uw antwoorden. Dien ze daarna opnieuw in.", NO_PLAN),
        ("Q1: nog tot en met 30 april. De antwoorden worden gecorrigeerd.", NO_PLAN),
    ),
    BladStand.TERUGGESTUURD: Case(
        start.sheet_in(BladStand.TERUGGESTUURD),
        ANSWERED,
        (
            "Q1: nog tot en met 30 april. Wij vragen u uw antwoorden aan te passen. Dien ze daarna opnieuw in.",
            NO_PLAN,
        ),
        ("Q1: nog tot en met 30 april. Wij vroegen de antwoorden aan te passen.", NO_PLAN),
    ),
    BladStand.NIET_BEANTWOORD: Case(
        start.sheet_in(BladStand.NIET_BEANTWOORD),
        NONE_IN,
        coordinator=(NO_REPORT, NOT_SENT, START_ONE),
    ),
}
ROUNDS: Mapping[StrEnum, Case] = {
    UitvraagStatus.GEPLAND: Case(start.round_in(UitvraagStatus.GEPLAND), NONE_IN),
    UitvraagStatus.OPEN: Case(start.round_in(UitvraagStatus.OPEN), UNANSWERED, UNTOUCHED, UNTOUCHED),
    UitvraagStatus.GESLOTEN: Case(
        start.round_in(UitvraagStatus.GESLOTEN),
        NONE_IN,
        coordinator=(NO_REPORT, NOT_SENT, START_ONE),
    ),
    UitvraagStatus.AFGEROND: Case(
        start.round_in(UitvraagStatus.AFGEROND),
        NONE_IN,
        ("De terugkoppeling van Q1 staat klaar. U hoeft niets te doen.", NO_PLAN),
        ("De terugkoppeling van Q1 staat klaar. U hoeft niets te doen.", NO_PLAN),
        coordinator=(NO_REPORT, START_ONE),
    ),
}
PUBLISHED = "Het rapport van Q1 is er. U hoeft niets te doen."
REPORTS: Mapping[StrEnum, Case] = {
    RapportStatus.CONCEPT: Case(start.report_in(RapportStatus.CONCEPT), NONE_IN),
    RapportStatus.TER_VASTSTELLING: Case(
        start.report_in(RapportStatus.TER_VASTSTELLING),
        NONE_IN,
        beoordelaar=("Het rapport van Q1 ligt voor: geef uw akkoord.",),
    ),
    RapportStatus.VASTGESTELD: Case(
        start.report_in(RapportStatus.VASTGESTELD),
        NONE_IN,
        coordinator=("Rapport Q1 is vastgesteld. De regio’s zien het nog niet.", START_ONE),
    ),
    RapportStatus.GEPUBLICEERD: Case(
        start.report_in(RapportStatus.GEPUBLICEERD),
        NONE_IN,
        (PUBLISHED, NO_PLAN),
        (PUBLISHED, NO_PLAN),
        beoordelaar=(PUBLISHED,),
        coordinator=(START_ONE,),
        lezer=(PUBLISHED,),
    ),
}
EXPECTATIONS: Mapping[StrEnum, Case] = {
    VerwachtingStand.VOOR_DE_REGIO: Case(start.expectation_in(VerwachtingStand.VOOR_DE_REGIO), ANSWERED),
    VerwachtingStand.OPEN: Case(
        start.expectation_in(VerwachtingStand.OPEN),
        ANSWERED,
        beoordelaar=("1 verwachting van een regio wacht op een antwoord van VWS.", TO_CODE),
        coordinator=(
            "1 verwachting van een regio wacht op een antwoord van landelijke partijen.",
            TO_CODE,
            START_ONE,
        ),
    ),
    VerwachtingStand.BEANTWOORD: Case(
        start.expectation_in(VerwachtingStand.BEANTWOORD),
        ANSWERED,
        beoordelaar=(TO_CODE,),
        coordinator=(TO_CODE, START_ONE),
    ),
}
PAST = "Plan Proefstreek: de achterban van {}, Proefstreek zou uiterlijk 31 maart 2024 zijn geraadpleegd."
# Within a state: what else decides what is asked.
BESIDES: Mapping[str, Case] = {
    "advised": Case(
        start.advised,
        ONE_IN,
        idle("in behandeling"),
        idle("in behandeling"),
        beoordelaar=("U beoordeelt het plan van Proefstreek, sinds vandaag om 14:00.",),
        coordinator=("Plan Proefstreek: er is 1 advies. U kunt besluiten.",),
    ),
    "returned with a day": Case(
        start.returned_by_a_day,
        ONE_IN,
        ("Plan Proefstreek: nog tot en met 24 april. Wij vragen u iets aan te passen bij 1 onderdeel.",),
        idle("teruggestuurd"),
        coordinator=(),
    ),
    "returned and late": Case(
        start.returned_too_late,
        ONE_IN,
        ("Plan Proefstreek: te laat, de deadline was 9 april 2024. Wij vragen u iets aan te passen bij 1 onderdeel.",),
        idle("teruggestuurd"),
        coordinator=(),
    ),
    "asked to agree": Case(
        start.asked_to_agree,
        NONE_IN,
        ("Plan Proefstreek: Zoë Kant vraagt of u instemt, namens Gemeente(n), Proefstreek.", *NOT_READY),
        idle("concept"),
        coordinator=(),
    ),
    "reservation past its day": Case(
        start.reservation_past,
        NONE_IN,
        (f"{PAST.format('Gemeente(n)')} Geef nu antwoord zonder voorbehoud, of met een nieuwe dag.", *NOT_READY),
        idle("concept"),
        coordinator=(),
    ),
    "reservation of the other side past its day": Case(
        start.other_reservation_past,
        NONE_IN,
        (f"{PAST.format('Zorgkantoor')} Er is nog geen nieuw antwoord.", *NOT_READY),
        idle("concept"),
        coordinator=(),
    ),
    "sheet ready": Case(
        start.sheet_ready,
        UNANSWERED,
        ("Q1: nog tot en met 30 april. Alles wat nodig is, is beantwoord. U kunt indienen.", NO_PLAN),
        ("Q1: nog tot en met 30 april. Alles wat nodig is, is beantwoord.", NO_PLAN),
    ),
    "sheet that may stay empty": Case(start.sheet_that_may_stay_empty, UNANSWERED, UNTOUCHED, UNTOUCHED),
    "sheet reopened by name": Case(
        start.sheet_reopened_by_name, NONE_IN, UNTOUCHED, UNTOUCHED, coordinator=(NO_REPORT, NOT_SENT, START_ONE)
    ),
    "round that cannot open": Case(
        start.round_that_cannot_open,
        NONE_IN,
        coordinator=(
            "Q2 opent op 10 april 2024, maar dat kan zo niet. Deze uitvraag heeft nog geen vragen. "
            "Kies een landelijke vragenlijst of voeg een eigen vraag toe.",
            START_ONE,
        ),
    ),
}
TABLES: Mapping[type[StrEnum], Mapping[StrEnum, Case]] = {
    VersieStatus: PLANS,
    BladStand: SHEETS,
    UitvraagStatus: ROUNDS,
    RapportStatus: REPORTS,
    VerwachtingStand: EXPECTATIONS,
}
CASES = {f"{states.__name__}.{state}": case for states, table in TABLES.items() for state, case in table.items()}


@pytest.mark.parametrize("states", TABLES, ids=lambda states: states.__name__)
def test_every_state_has_its_line(states: type[StrEnum]) -> None:
    assert set(TABLES[states]) == set(states)
    assert {one.name for one in BladStatus} <= {one.name for one in BladStand}


def sentences(client: StrictClient, person: User) -> tuple[str, ...]:
    page = client.sign_in(person).get("/")
    return tuple(words(one) for one in page.find("//ul[@class='rp-asks']/li/p"))


@pytest.mark.parametrize(("app", "name"), on_one_each([*CASES, *BESIDES]), indirect=["app"])
def test_start_shows_each_role_what_is_asked(client: StrictClient, country: Country, name: str) -> None:
    case = (CASES | BESIDES)[name]
    case.make(country)
    db.session.flush()
    assert set(country.people) == set(Rol)
    shown = {rol: sentences(client, person) for rol, person in country.people.items()}
    assert shown == {rol: case.shown_to(rol) for rol in Rol}


def test_a_missing_contact_is_told_to_who_invites_and_to_the_own_region(client: StrictClient, country: Country) -> None:
    lonely = make_contact(make_regio("Zandstreek"))
    said = "Er ontbreekt een contactpersoon in Zandstreek."
    assert said in sentences(client, country.coordinator)
    assert said in sentences(client, country.people[Rol.BEHEERDER])
    own = [one for one in sentences(client, lonely) if "contactpersoon" in one]
    assert own == [
        "Voor Zandstreek is er geen contactpersoon namens het zorgkantoor. Weet u wie dat wordt? "
        "Geef het door aan de coördinator."
    ]
    for rol in (Rol.REGIOCONTACT, Rol.REGIOLEZER, Rol.BEOORDELAAR, Rol.LEZER):
        assert not [one for one in sentences(client, country.people[rol]) if "contactpersoon" in one]


def test_who_is_switched_off_speaks_for_nobody(client: StrictClient, country: Country) -> None:
    give_role(make_user(active=False), Rol.REGIOCONTACT, make_regio("Zandstreek"), Namens.GEMEENTE)
    assert "Er ontbreekt een contactpersoon in Zandstreek." in sentences(client, country.coordinator)


def test_the_buttons_lead_where_it_is_done(client: StrictClient, country: Country) -> None:
    start.expectation_in(VerwachtingStand.OPEN)(country)
    client.sign_in(country.people[Rol.BEOORDELAAR])
    page = client.get(client.get("/").links["Bekijken en beantwoorden"])
    assert "Meer tijd." in page.text
