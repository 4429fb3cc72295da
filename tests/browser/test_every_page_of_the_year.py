"""Every page of reviewing, rounds, coding and reports, as every role, in the demo year: axe finds nothing, and it fits
a phone."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page

from portal.demo.editions import ASKED
from tests.browser.accessibility import assert_sound
from tests.browser.server import Server, copy_world, serve
from tests.browser.writing import sign_in_as
from tests.worlds.year import YEAR

# The demo numbers plans, rounds and sheets from one: plan 1 is the joint plan, 2 waits for a reviewer, 5 is being
# reviewed, 20 asks to read along, 25 came back; round 3 is open and 2 finished, each with a sheet per plan. Of the
# reports 1 is published, 2 lies before the kerngroep and 3 is a concept with an edited sentence.
OPEN_ROUND, FINISHED_ROUND, JOINT = 3, 2, 1
# What only the coördinator does; report 3 has chapters with sentences, with tables and charts, with texts of regions,
# with a page per region, with questions, and with every number.
CODING = (
    "/landelijk/coderen",
    "/landelijk/coderen/lessen",
    "/landelijk/coderen/verwachtingen?toon=alles",
    "/landelijk/coderen/successen/teksten",
    "/landelijk/coderen/redenen",
    "/landelijk/coderen/dubbel",
    "/landelijk/coderen/eigen?uitvraag=2&toon=alles",
    "/landelijk/codeboek",
    "/landelijk/codeboek?uitvraag=2",
    "/landelijk/codeboek/acties/nieuw",
    "/landelijk/codeboek/1",
    "/landelijk/codeboek/1/samenvoegen",
    "/landelijk/codeboek/1/vervallen",
)
REPORTING = (
    "/rapporten",
    "/rapporten/3",
    *(
        f"/rapporten/3/{chapter}"
        for chapter in (
            "samenvatting",
            "proces",
            "acties",
            "verwachtingen",
            "lessen",
            "bijlage_regios",
            "regio_zk22",
            "bijlage_vragen",
            "bijlage_cijfers",
        )
    ),
    "/rapporten/3/alles",
    "/rapporten/3/zinnen/proces_kop",
    "/rapporten/3/zinnen/acties_samen",
    "/rapporten/3/teksten/stand",
    "/rapporten/3/getallen/acties",
    "/rapporten/3/getallen/niet_gevraagd",
    "/rapporten/3/tellingen",
    "/rapporten/3/voorleggen",
    "/rapporten/3/boodschappen",
    "/rapporten/3/boodschappen/acties",
    "/rapporten/3/boodschappen/acties_thema_2",
    "/rapporten/3/boodschappen/acties_thema_2/citaten",
    "/rapporten/1/verzoeken/doel",
    "/rapporten/1/kernboodschappen",
    "/rapporten/2",
    "/rapporten/2/redenen",
    "/rapporten/2/vraag_eigen_hulp",
    "/rapporten/2/vaststellen",
    "/rapporten/2/terughalen",
    "/rapporten/2/hoor",
    "/rapporten/2/hoor/ZK22",
    "/rapporten/3/hoor",
    "/rapporten/3/opmerkingen",
    "/rapporten/1",
    # The concept over rounds knows the figures of the instroom.
    "/rapporten/4/instroom",
    "/rapporten/4/bijlage_instroom",
    "/verloop",
    "/verloop/acties?toon=alle",
    "/verloop/thema/1",
    "/verloop/regio/4",
)
PAGES = {
    "contact-am": [
        "/",
        "/antwoordbladen",
        "{open}",
        *(f"{{open}}/vraag/{step.key}" for step in ASKED.steps),
        "{open}/controleren",
        "{open}/word",
        "{open}/lezen",
        "{open}/opmerkingen",
        "{finished}",
        "{finished}/lezen",
        "{finished}/verwachtingen",
        "{finished}/terugkoppeling",
        "/plannen/1",
        "/plannen/1/opmerkingen",
        "/rapporten",
        "/rapporten/1",
        "/rapporten/1/acties",
        "/rapporten/1/getallen/structuur_vast",
    ],
    "contact-zeeland": [
        "/",
        "/plannen/25",
        "/plannen/25/onderdeel/acties",
        "/plannen/25/controleren",
        "/plannen/25/veranderd?toon=alles",
        "/plannen/25/onderdeel/monitoring/geven",
    ],
    "contact-twente": [
        "/",
        "/zoeken?zoek=begeleiding",
        "/plannen/20",
        "/plannen/20/meelezen",
        "/plannen/20/onderdeel/achtergrond",
        "/rapporten/hoor/20",
    ],
    "lezer-am": [
        "/",
        "/antwoordbladen",
        "{open}",
        "{finished}/terugkoppeling",
        "/plannen/1/opmerkingen",
        "/rapporten/1/regio_zk01",
        "/instroom",
        "/instroom?cijfer=stand",
        "/instroom/ZK20",
    ],
    "beoordelaar": [
        "/",
        "/landelijk/plannen",
        "/landelijk/plannen?kaart=uitvraag&plan=ingediend",
        "/plannen/2/beoordelen",
        "/plannen/5/beoordelen",
        "/plannen/5/beoordelen/overdragen",
        "/plannen/5/opmerkingen",
        "/plannen/20/meelezen/lezen",
        "/landelijk/samenvatting",
        "/landelijk/uitvragen",
        "/landelijk/uitvragen/3",
        "/landelijk/verwachtingen",
        "/landelijk/verwachtingen/{regel}",
        "{finished}/lezen",
        "{remarked}/lezen",
        "{remarked}/opmerkingen",
        "/landelijk/coderen",
        "/landelijk/coderen/successen",
        "/landelijk/coderen/acties/teksten?toon=gecodeerd",
        "/landelijk/codeboek",
        "/rapporten",
        "/rapporten/2",
        "/rapporten/2/akkoord",
        "/rapporten/2/getallen/successen",
        "/rapporten/3/proces",
    ],
    "lezer": [
        "/",
        "/landelijk/plannen",
        "/landelijk/samenvatting",
        "/landelijk/uitvragen/3",
        "{finished}/lezen",
        "/rapporten",
        "/rapporten/1/alles",
        "/zoeken",
        "/zoeken?zoek=regio*",
        "/zoeken?zoek=***",
        "/zoeken?zoek=zilverkwartel&regio=1",
    ],
    "coordinator": [
        "/",
        "/landelijk/plannen",
        "/plannen/5/beoordelen",
        "/plannen/5/beoordelen/terugsturen",
        "/plannen/5/beoordelen/vaststellen",
        "/plannen/3/beoordelen/heropenen",
        "/landelijk/samenvatting/3/acties",
        "/landelijk/uitvragen",
        "/landelijk/uitvragen/nieuw",
        "/landelijk/uitvragen/3",
        "/landelijk/uitvragen/3/bewerken",
        "/landelijk/uitvragen/3/bladen/{open_id}",
        "/landelijk/uitvragen/3/bladen/{open_id}/klaarzetten",
        "/landelijk/uitvragen/2/terugkoppeling",
        "/landelijk/uitvragen/2/terugkoppeling/voorbeeld",
        "/beheer/mail",
        *CODING,
        *REPORTING,
    ],
}


@pytest.fixture(scope="module")
def server(year: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal in the middle of a round; looking changes nothing, so all look at the same copy."""
    with serve(copy_world(year, tmp_path_factory.mktemp("year") / "portal.sqlite3"), **YEAR) as server:
        yield server


@pytest.fixture
def places(server: Server) -> dict[str, str]:
    """Where the sheets of the joint plan are, one with remarks, and one expectation of a national party."""
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as database:
        sheets = dict(
            database.execute("SELECT uitvraag_id, id FROM antwoordblad WHERE plan_id = ?", (JOINT,)).fetchall()
        )
        (regel,) = database.execute(
            "SELECT blad_regel.id FROM blad_regel JOIN antwoordblad ON antwoordblad.id = blad_id"
            " WHERE soort = 'verwachtingen' AND aan = 'vws' AND uitvraag_id = ? ORDER BY blad_regel.id",
            (FINISHED_ROUND,),
        ).fetchone()
        (remarked,) = database.execute("SELECT blad_id FROM opmerking WHERE blad_id IS NOT NULL").fetchone()
    return {
        "open": f"/antwoordbladen/{sheets[OPEN_ROUND]}",
        "open_id": str(sheets[OPEN_ROUND]),
        "finished": f"/antwoordbladen/{sheets[FINISHED_ROUND]}",
        "regel": str(regel),
        "remarked": f"/antwoordbladen/{remarked}",
    }


@pytest.mark.parametrize("person", PAGES)
def test_every_page_is_accessible_and_fits_a_phone(
    open_page: Callable[..., Page], places: dict[str, str], person: str
) -> None:
    page = sign_in_as(open_page(), person)
    for address in PAGES[person]:
        assert_sound(page, address.format(**places))
