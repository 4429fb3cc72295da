"""Reading a report: what each role sees of it in each state, every chapter on its page, and all of it on one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from exports.national.build import build
from exports.national.colofon import Stamp
from exports.national.tree import Cel, Hoofdstuk, Tabel, Zin
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Rapport
from portal.services.report import reports, texts
from portal.web.rapporten.pages import pages
from tests.client import StrictClient
from tests.examples.nation import example_data
from tests.reading.pages import words
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.report import make_rapport, put_rapport
from tests.worlds.report_pages import make_rapport_world, put_data
from tests.worlds.round import make_uitvraag

CONCEPT, VOOR, VAST, OPEN = RapportStatus


def buttons(client: StrictClient) -> set[str]:
    """The words of every button and of every link that looks like one."""
    assert client.page
    found = client.page.find("//main//button | //main//a[contains(@class, 'utrecht-button-link')]")
    return {words(one).removesuffix(" downloaden") for one in found}


# --- the list


def test_the_list_says_what_comes_next(app: Flask, client: StrictClient) -> None:
    make_uitvraag(naam="Ronde zonder", status=UitvraagStatus.GESLOTEN)
    make_uitvraag(naam="Ronde gepland", status=UitvraagStatus.GEPLAND)
    kim = make_user(Rol.COORDINATOR)
    make_rapport(make_uitvraag(naam="Ronde met", status=UitvraagStatus.GESLOTEN), actor=kim.actor)
    page = client.sign_in(kim).get("/rapporten")
    assert [words(one) for one in page.find("//h2")] == ["Ronde met", "Ronde zonder"]
    assert "Lees het rapport na, vul het aan en leg het voor aan de kerngroep." in page.text
    assert buttons(client) == {
        "Verder werken aan versie 1 van Ronde met",
        "Rapport maken Ronde zonder",
        "Rapport over zonder tot en met met (2 uitvragen) tot en met Ronde met",
    }


def test_making_a_report_opens_it(app: Flask, client: StrictClient) -> None:
    uitvraag = make_uitvraag(naam="Ronde", status=UitvraagStatus.GESLOTEN)
    client.sign_in(make_user(Rol.COORDINATOR)).get("/rapporten")
    page = client.submit("Rapport maken Ronde")
    assert "Het rapport is gemaakt." in page.html
    assert page.h1 == "Voortgangsrapportage Regioaanpak instroom Wlz-ggz-W"
    assert db.session.query(Rapport).one().uitvraag_id == uitvraag.id


def test_making_it_twice_leads_to_the_one_there_is(app: Flask, client: StrictClient) -> None:
    uitvraag = make_uitvraag(naam="Ronde", status=UitvraagStatus.GESLOTEN)
    client.sign_in(make_user(Rol.COORDINATOR))
    for _ in range(2):
        client.post(f"/rapporten/uitvraag/{uitvraag.id}", {"over": "uitvraag", "vanaf": "0"})
    assert "Versie 1 van dit rapport is er al" in client.follow().html
    assert db.session.query(Rapport).count() == 1


def test_what_can_not_be_made_is_refused_in_words(app: Flask, client: StrictClient) -> None:
    planned = make_uitvraag(status=UitvraagStatus.GEPLAND)
    client.sign_in(make_user(Rol.COORDINATOR))
    client.post(f"/rapporten/uitvraag/{planned.id}", {"over": "uitvraag", "vanaf": "0"})
    assert "Deze uitvraag is nog niet open." in client.follow().html
    client.post("/rapporten/uitvraag/999999", status=404)
    for over, vanaf in (("jaar", "0"), ("onzin", "0"), ("vanaf", "0"), ("vanaf", "x")):
        client.post(f"/rapporten/uitvraag/{planned.id}", {"over": over, "vanaf": vanaf}, 400)


def test_a_report_over_several_rounds_is_made_beside_that_of_one(app: Flask, client: StrictClient) -> None:
    for month in (1, 4):
        make_uitvraag(naam=f"Uitvraag {month}", opent_op=date(2024, month, 2), status=UitvraagStatus.GESLOTEN)
    client.sign_in(make_user(Rol.COORDINATOR)).get("/rapporten")
    page = client.submit("Rapport over 1 tot en met 4 (2 uitvragen) tot en met Uitvraag 4")
    assert "1 tot en met 4: " in page.text
    assert "Deze rapportage gaat over de uitvragen 1 en 4" in client.get(f"{page.url}/verloop").text
    page = client.get("/rapporten")
    assert "Rapport over 2 uitvragen: 1 tot en met 4" in page.text
    assert "Van deze uitvraag is nog geen rapport." in page.text
    assert "Rapport over 1 tot en met 4 (2 uitvragen)" not in page.text


@pytest.mark.parametrize("maker", [make_contact, make_regiolezer])
def test_a_region_sees_in_the_list_only_what_is_published(
    app: Flask, client: StrictClient, maker: Callable[..., object]
) -> None:
    rounds = {
        status: make_uitvraag(naam=f"Ronde {status.value}", status=UitvraagStatus.GESLOTEN) for status in RapportStatus
    }
    for status, uitvraag in rounds.items():
        put_rapport(uitvraag, status=status)
    page = client.sign_in(maker(make_regio())).get("/rapporten")  # type: ignore[arg-type]
    assert [words(one) for one in page.find("//h2")] == ["Ronde gepubliceerd"]
    assert "Download Word" in page.links
    assert "Download Excel" not in page.links
    assert "SHA-256" in page.text


def test_without_a_published_report_a_region_reads_that_it_comes(app: Flask, client: StrictClient) -> None:
    put_rapport(make_uitvraag(), status=VAST)
    page = client.sign_in(make_contact(make_regio())).get("/rapporten")
    assert "Er is nog geen rapport gepubliceerd. U krijgt bericht als het er is." in page.text


# --- who may do what, in each state

SEEN = {
    (CONCEPT, "kim"): {
        *("Opnieuw maken", "Kernboodschappen kiezen en schrijven", "Hoor en wederhoor", "Eigen tellingen"),
        "Ter vaststelling",
        *("Word", "Excel"),
    },
    (VOOR, "kim"): {"Vaststellen", "Terughalen", "Word", "Excel"},
    (VAST, "kim"): {"Publiceren", "Word", "Excel"},
    (OPEN, "kim"): {"Word", "Excel"},
    (CONCEPT, "kernlid"): {"Word", "Excel"},
    (VOOR, "kernlid"): {"Uw akkoord wijzigen", "Word", "Excel"},
    (VAST, "kernlid"): {"Word", "Excel"},
    (OPEN, "kernlid"): {"Word", "Excel"},
    (OPEN, "contact"): {"Word"},
}


@pytest.mark.parametrize("status", RapportStatus)
def test_what_each_person_can_do_on_the_front_page(app: Flask, client: StrictClient, status: RapportStatus) -> None:
    world = make_rapport_world(status)
    for name in ("kim", "kernlid", "contact"):
        client.sign_in(getattr(world, name))
        if (status, name) not in SEEN:
            client.get(world.url(), 404)
            continue
        page = client.get(world.url())
        assert buttons(client) == SEEN[status, name], name
        assert f"{status.label} Versie 1 Cijfers van" in page.text
        may_edit = (status, name) == (CONCEPT, "kim")
        assert ("Bewerken" in client.get(world.url("/proces")).text) == may_edit


@pytest.mark.parametrize(
    "path",
    [
        "",
        "/proces",
        "/alles",
        "/getallen/regios",
        "/rapport.docx",
        "/rapport.pdf",
        "/rapport.pptx",
        "/rapport.xlsx",
        "/data.json",
        "/oplegnotitie.docx",
        "/kamerbrief.docx",
    ],
)
@pytest.mark.parametrize("status", [CONCEPT, VOOR, VAST])
def test_before_it_is_published_a_region_may_not_know_of_it(
    app: Flask, client: StrictClient, status: RapportStatus, path: str
) -> None:
    rapport = put_rapport(make_uitvraag(), status=status)
    client.sign_in(make_contact(make_regio())).get(f"/rapporten/{rapport.id}{path}", 404)


SECRETS = ("somber", "Opmerkingen", "Bo Partij", "Bewerken", "voorgelegd")


def test_a_region_reads_nothing_of_what_was_said_on_the_way(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(OPEN)
    insider = client.sign_in(world.kernlid).get(world.url())
    assert "Hoofdstuk 3 is te somber." in insider.text
    assert "Partij Proef Opmerkingen" in insider.text
    for path in ("", "/alles", "/proces", "/getallen/geantwoord"):
        page = client.sign_in(world.contact).get(world.url(path))
        assert [secret for secret in SECRETS if secret in page.text] == [], path


# --- reading


def test_each_chapter_and_section_has_a_page_and_they_follow_each_other(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(OPEN)
    client.sign_in(world.contact)
    wanted = [blad.hoofdstuk for blad in pages(world.tree) if blad.hoofdstuk.has_content]
    page = client.get(world.url(f"/{wanted[0].sleutel}"))
    seen: list[Hoofdstuk] = []
    for hoofdstuk in wanted:
        assert page.url == world.url(f"/{hoofdstuk.sleutel}")
        assert hoofdstuk.kop.tekst in page.h1
        for zin in (blok for blok in hoofdstuk.blokken if isinstance(blok, Zin)):
            assert zin.tekst in page.text
        seen.append(hoofdstuk)
        following = page.find("//a[@rel='next']/@href")
        if following:
            page = client.get(str(following[0]))
    assert seen == wanted
    assert not following


def test_a_chapter_that_is_not_there_does_not_exist(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    client.sign_in(world.kim)
    client.get(world.url("/onzin"), 404)
    client.get("/rapporten/999999", 404)


def test_no_chapter_is_called_as_a_page_of_ours(app: Flask) -> None:
    tree = build(example_data(), stamp=Stamp("Concept", 1), edits={})
    rules = [str(rule) for rule in app.url_map.iter_rules()]
    start = "/rapporten/<int:rapport_id>/"
    taken = {rule.removeprefix(start).split("/")[0] for rule in rules if rule.startswith(start)}
    assert "alles" in taken
    assert taken & {one.sleutel for one in tree.all_chapters()} == set()


def test_all_on_one_page_says_every_sentence_and_every_count(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world(OPEN)
    page = client.sign_in(world.contact).get(world.url("/alles"))
    tables = [blok for one in world.tree.all_chapters() for blok in one.blokken if isinstance(blok, Tabel)]
    shown = [[words(cell) for cell in row.xpath("./th | ./td")] for row in page.find("//tbody/tr")]
    assert shown == [[_printed(cel) for cel in rij] for tabel in tables for rij in tabel.rijen]
    assert tables
    for zin in reports.sentences_of(world.tree).values():
        assert zin.tekst in page.text


def _printed(cel: Cel) -> str:
    return "–" if cel.waarde in (None, "") else " ".join(str(cel.waarde).split())


def test_a_living_number_leads_to_its_page_and_says_so(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    page = client.sign_in(world.kim).get(world.url("/proces"))
    link = page.find("//table//a[@class='rp-living']")[0]
    assert link.get("href") == world.url("/getallen/geantwoord")
    assert words(page.one(f"//*[@id='{link.get('aria-describedby')}']")).startswith("Levend getal.")
    page = client.get(str(link.get("href")))
    assert page.h1.endswith(": 2")


def test_what_was_left_out_is_seen_by_who_can_put_it_back_only(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    zin = world.zin("proces_peilmoment")
    texts.save(world.rapport, zin.sleutel, "", base_revision=0, seen_revision=1, actor=world.kim.actor)
    assert "Weggelaten zin." in client.sign_in(world.kim).get(world.url("/proces")).text
    page = client.sign_in(world.kernlid).get(world.url("/proces"))
    assert "Weggelaten" not in page.text
    assert zin.tekst not in page.text


def test_own_text_is_read_as_small_markdown_and_never_as_html(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    text = "Wij zijn **trots** <script>alert(1)</script>"
    texts.save(world.rapport, "eigen:proces", text, base_revision=0, seen_revision=1, actor=world.kim.actor)
    page = client.sign_in(world.kernlid).get(world.url("/proces"))
    own = page.one("//*[@id='eigen-proces']")
    assert words(own) == "Wij zijn trots <script>alert(1)</script>"
    assert words(own.xpath(".//strong")[0]) == "trots"


def test_a_round_that_nobody_answered_reads_well(app: Flask, client: StrictClient) -> None:
    rapport = put_rapport(make_uitvraag(status=UitvraagStatus.GESLOTEN), status=OPEN)
    client.sign_in(make_contact(make_regio()))
    for path in ("", "/alles", "/proces"):
        client.get(f"/rapporten/{rapport.id}{path}")


# --- how it stands


def test_the_page_says_of_which_moment_it_is_and_what_came_since(app: Flask, client: StrictClient) -> None:
    world = make_rapport_world()
    client.sign_in(world.kim)
    assert "Sinds het rapport is gemaakt" not in client.get(world.url()).text
    world.rapport.gemaakt_op = world.landelijk.blad.uitvraag.status_sinds.replace(year=2023)
    world.landelijk.uitvraag.status = UitvraagStatus.OPEN
    page = client.get(world.url())
    assert "Sinds het rapport is gemaakt is 1 antwoordblad ingediend of verbeterd." in page.text
    assert "De uitvraag is nog open: regio’s kunnen nog antwoorden." in page.text


# --- size


# In kB as sent, before it is packed: about twice what was measured.
MOST = {"": 30, "/proces": 30, "/acties": 60, "/verwachtingen": 120, "/alles": 600, "/getallen/lessen": 30}


def test_pages_of_31_regions_are_light(app: Flask, client: StrictClient) -> None:
    rapport = put_data(example_data())
    client.sign_in(make_contact(make_regio()))
    sizes = {path: len(client.get(f"/rapporten/{rapport.id}{path}").html.encode()) / 1000 for path in MOST}
    assert {path: size for path, size in sizes.items() if size > MOST[path]} == {}, sizes
