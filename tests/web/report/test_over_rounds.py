"""The pages over rounds: what reviewers see of the country, what a region sees of itself, and how they are found."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.coding.state import CodeSoort
from portal.domain.plan.states import VensterBron
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Actie, PlanVersie, RegelSoort, User
from portal.services.coding import book
from portal.services.coding.book import CodeText
from portal.services.report import reports
from tests.client import StrictClient
from tests.reading.pages import words
from tests.running.queries import asked
from tests.worlds.coding import code, give, lessons, make_code_book
from tests.worlds.feedback import add_regel
from tests.worlds.kept import kept
from tests.worlds.nation import MOMENT, ReportWorld, make_q4_2023, make_report_world
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_vastgesteld
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_sheet_ready


@pytest.fixture
def world(app: Flask) -> ReportWorld:
    """Two rounds that Aland and Bland answered, with a lesson in each; one window moved between them."""
    make_code_book()
    world = make_report_world()
    previous = make_q4_2023()
    with clock.stopped_at(MOMENT):
        blad = make_sheet_ready(make_blad(previous, plan=world.plan), world.contact)
        add_regel(blad, "Eerdere les", soort=RegelSoort.LES)
        hand_in(blad, world.contact)
    move_window(world)
    kim = make_user(Rol.BEOORDELAAR)
    for uitvraag in (previous, world.uitvraag):
        for item in lessons(uitvraag):
            give(item, code("lessen/Data"), by=kim)
    db.session.commit()
    return world


def move_window(world: ReportWorld) -> None:
    """A new version of the plan lets its first action end later."""
    row = db.session.get_one(Actie, ids_of(world.blad)[0])
    row.tijdslijn, row.venster_bron = "eind 2024", VensterBron.GELEZEN
    row.venster_van, row.venster_tot = clock.today().replace(2024, 10, 1), clock.today().replace(2024, 12, 31)
    world.plan.versies.append(PlanVersie(nummer=2, status_sinds=clock.now()))
    db.session.flush()
    make_vastgesteld(world.plan)


def test_a_reviewer_finds_themes_actions_and_regions_from_where_they_look(
    client: StrictClient, world: ReportWorld
) -> None:
    client.sign_in(make_user(Rol.BEOORDELAAR))
    for address in ("/rapporten", "/landelijk/uitvragen", "/landelijk/plannen"):
        assert "/verloop" in client.get(address).links.values(), address
    page = client.get("/verloop")
    assert page.h1 == "Verloop over de uitvragen"
    row = page.find("//tr[th/a[. = 'Data-ondersteuning is essentieel']]/td")
    assert [words(cell) for cell in row] == ["2", "2"]
    page = client.get(f"/verloop/thema/{code('lessen/Data').id}")
    assert "2 regio’s antwoordden in Q4 2023 én in Q1 2024." in page.text
    assert "noemden er in Q4 2023 2 dit thema, en in Q1 2024 evenveel" in page.text
    assert "minder dan 20 regio’s" in page.text
    page = client.get("/verloop/acties")
    assert page.h1 == "Verloop van acties"
    assert "1 van de 4 acties verschoof in de tijd" in page.text
    assert "Eind Q1 2024 uitvraag Q4 2023eind 2024 later plan van nu" in page.text
    assert "Actie 2" not in page.text
    assert "Actie 2" in client.get("/verloop/acties?toon=alle").text
    assert "Geen van deze acties" in client.get("/verloop/acties?zoek=nergens").text
    page = client.get(f"/verloop/regio/{world.rustdal.id}")
    assert "Niet gevraagd" in page.text


def test_a_number_of_a_theme_in_a_report_leads_to_that_theme_over_rounds(
    client: StrictClient, world: ReportWorld
) -> None:
    kim, theme = make_user(Rol.COORDINATOR), code("lessen/Data").id
    rapport = reports.make(world.uitvraag, actor=kim.actor)
    db.session.commit()
    client.sign_in(kim)
    for key in (f"lessen_thema_{theme}", f"lessen_thema_{theme}_regios"):
        page = client.get(f"/rapporten/{rapport.id}/getallen/{key}")
        assert f"/verloop/thema/{theme}" in page.links.values(), key
    assert not any("/verloop/" in one for one in client.get(f"/rapporten/{rapport.id}/getallen/lessen").links.values())


def test_a_theme_that_was_renamed_is_one_theme_and_tells_its_old_name(client: StrictClient, world: ReportWorld) -> None:
    coordinator = make_user(Rol.COORDINATOR)
    theme, other = code("lessen/Data"), code("lessen/Belang")
    book.rename(theme, CodeText("Cijfers"), base_revision=theme.revision, actor=coordinator.actor)
    book.merge(other, theme.id, base_revision=other.revision, actor=coordinator.actor)
    db.session.commit()
    client.sign_in(coordinator)
    page = client.get(f"/verloop/thema/{theme.id}")
    assert page.h1 == "Verloop van Cijfers"
    assert "Heette eerder: Data-ondersteuning is essentieel en Belang van onderwerp benadrukken." in page.text
    client.get(f"/verloop/thema/{other.id}", 302)
    assert client.follow().h1 == "Verloop van Cijfers"
    # Its first name again: that is not one of before.
    book.rename(
        theme, CodeText("Data-ondersteuning is essentieel"), base_revision=theme.revision, actor=coordinator.actor
    )
    assert book.earlier_names(theme) == ["Cijfers", "Belang van onderwerp benadrukken"]


def test_a_region_sees_itself_over_rounds_and_no_other(client: StrictClient, world: ReportWorld) -> None:
    client.sign_in(world.contact)
    own = f"/verloop/regio/{world.aland.id}"
    for address in ("/antwoordbladen", f"/plannen/{world.plan.id}"):
        assert client.get(address).links["Verloop van Aland over de uitvragen"] == own
    page = client.get(own)
    assert "1 van de 2 acties verschoof in de tijd." in page.text
    for address in (f"/verloop/regio/{world.zwijgland.id}", "/verloop", "/verloop/acties"):
        client.get(address, 403)
    client.get("/verloop/regio/999999", 404)


def test_without_a_round_the_pages_say_so(client: StrictClient) -> None:
    regio = make_regio()
    client.sign_in(make_user(Rol.COORDINATOR))
    assert "Er is nog geen uitvraag geweest" in client.get("/verloop").text
    assert "Er is nog geen uitvraag geweest" in client.get(f"/verloop/regio/{regio.id}").text
    assert "Er is nog geen plan met acties" in client.get("/verloop/acties").text
    own = book.add(CodeSoort.EIGEN, CodeText("Een code"), vraag="eigen_a", actor=make_user(Rol.COORDINATOR).actor)
    db.session.commit()
    client.get(f"/verloop/thema/{own.id}", 404)


@kept
def rounds_of(plans: int, rounds: int) -> tuple[User, int, int]:
    """The coördinator, a region and a theme, after so many rounds of so many plans."""
    make_code_book()
    found = [make_plan_in_force(make_regio(), acties=2) for _ in range(plans)]
    contacts = [make_contact(one.regios[0]) for one in found]
    for number in range(rounds):
        uitvraag = make_uitvraag(opent_op=clock.today() - timedelta(days=90 * number))
        for plan, contact in zip(found, contacts, strict=True):
            hand_in(make_sheet_ready(make_blad(uitvraag, plan=plan), contact), contact)
    return make_user(Rol.COORDINATOR), found[0].regios[0].id, code("lessen/Data").id


PAGES: dict[str, Callable[[int, int], str]] = {
    "the country": lambda regio, theme: "/verloop",
    "a theme": lambda regio, theme: f"/verloop/thema/{theme}",
    "the actions": lambda regio, theme: "/verloop/acties?toon=alle",
    "a region": lambda regio, theme: f"/verloop/regio/{regio}",
}


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_as_much_for_many_rounds_and_regions_as_for_few(app: Flask, name: str) -> None:
    def world(size: int) -> tuple[User, str]:
        person, regio, theme = rounds_of(2 * size, 2 * size)
        return person, PAGES[name](regio, theme)

    few, many = (asked(app, world, size) for size in (1, 2))
    assert len(few) == len(many), "\n".join(many)
    assert few
