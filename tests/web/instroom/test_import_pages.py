"""The coördinator takes files in on pages: look, take in, correct, explain, undo; others see what may be seen."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from portal.domain.roles import Rol
from portal.models import InstroomBron, Regio
from portal.services.instroom import sources
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_regio, make_user

HEAD = "indicator;gebied;indeling;categorie;periode;waarde\n"


@pytest.fixture
def bron(client: StrictClient) -> InstroomBron:
    """A source, and the coördinator at the page to take files in."""
    bron = sources.add_last({"naam": "Register"})
    client.sign_in(make_user(Rol.COORDINATOR))
    return bron


@pytest.fixture
def bos(bron: InstroomBron) -> Regio:
    return make_regio("Bosstreek")


def choose(
    client: StrictClient, bron: InstroomBron, content: str | bytes, name: str = "lijst.csv", **more: str
) -> Page:
    """Choose a file and look at what it would change."""
    raw = content if isinstance(content, bytes) else (HEAD + content).encode()
    client.get("/instroom/inlezen")
    status = int(more.pop("status", "200"))
    chosen = {"bron": str(bron.id), "soort": "sjabloon", "cijferbestand": (name, raw), **more}
    return client.submit("Bestand bekijken", status=status, **chosen)


def row(regio: Regio, period: str, value: object) -> str:
    return f"instroom;{regio.code};totaal;totaal;{period};{value}\n"


def passport(regio: Regio, period: str) -> str:
    return f"/instroom/cijfer/instroom/{regio.code}/totaal/totaal/{period}"


def test_a_file_with_faults_is_refused_with_all_of_them(client: StrictClient, bron: InstroomBron, bos: Regio) -> None:
    page = choose(
        client, bron, row(bos, "2024-01", "veel") + row(bos, "2024-02", -1), toelichting="Bewaar mij.", status="422"
    )
    table = page.one("//table[caption='Wat er niet klopt']")
    assert [words(one) for one in table.xpath(".//tbody//th")] == ["Rij 2, kolom waarde", "Rij 3, kolom waarde"]
    assert "2 fouten" in page.text
    assert "Bewaar mij." in page.text
    assert "Er zijn nog geen cijfers ingelezen." in client.get("/instroom/inlezen").text


def test_a_file_is_looked_at_taken_in_and_undone(client: StrictClient, bron: InstroomBron, bos: Regio) -> None:
    first = choose(client, bron, row(bos, "2024-01", 70) + row(bos, "2024-02", 80))
    assert "2 cijfers zijn nieuw" in first.text
    assert "Van dit cijfer is nog niets ingelezen." in client.get(passport(bos, "2024-01")).text
    client.get(first.url)
    client.submit("Cijfers inlezen")
    client.get(f"{passport(bos, '2024-01')}/corrigeren")
    client.submit("Correctie opslaan", waarde="71", reden="Eén vergeten.")
    assert versions(client.get(passport(bos, "2024-01"))) == [("71", "ja"), ("70", "nee")]
    page = choose(client, bron, row(bos, "2024-01", 72) + row(bos, "2024-02", 80))
    table = page.one("//table[caption='Dit wordt anders']")
    assert [words(one) for one in table.xpath(".//tbody//td")] == ["71", "72"]
    client.submit("Bestand weggooien")
    client.get(first.url)
    page = client.submit("Ongedaan maken")
    assert "Dit bestand telt niet meer mee." in page.text
    assert versions(client.get(passport(bos, "2024-01"))) == [("71", "ja"), ("70", "ongedaan gemaakt")]
    assert versions(client.get(passport(bos, "2024-02"))) == [("80", "ongedaan gemaakt")]


def versions(page: Page) -> list[tuple[str, str]]:
    rows = [[words(cell) for cell in one.xpath("./td")] for one in page.find("//table//tbody/tr")]
    return [(one[0], one[-1]) for one in rows]


def test_a_jump_waits_for_a_yes(client: StrictClient, bron: InstroomBron, bos: Regio) -> None:
    choose(client, bron, row(bos, "2024-01", 60))
    client.submit("Cijfers inlezen")
    page = choose(client, bron, row(bos, "2024-01", 600))
    assert "nu 60, in dit bestand 600" in page.text
    assert "Kruis aan dat dit klopt" in client.submit("Cijfers inlezen", status=422).text
    assert "Telt mee" in client.submit("Cijfers inlezen", klopt="y").text


def test_everybody_else_sees_what_the_gate_lets_through(client: StrictClient, bron: InstroomBron, bos: Regio) -> None:
    for value in (3, 4):
        choose(client, bron, row(bos, "2024-01", value))
        client.submit("Cijfers inlezen")
    assert versions(client.get(passport(bos, "2024-01"))) == [("4", "ja"), ("3", "nee")]
    page = client.sign_in(make_user(Rol.LEZER)).get(passport(bos, "2024-01"))
    assert "<5" in page.text
    shown = {words(cell) for cell in page.find("//td | //dd")}
    assert not shown & {"3", "4", "3 cliënten", "4 cliënten"}
    client.get("/instroom/inlezen", 403)
    client.get(f"{passport(bos, '2024-01')}/corrigeren", 403)


def test_two_sources_that_differ_wait_for_an_explanation(client: StrictClient, bron: InstroomBron, bos: Regio) -> None:
    for one, value in ((bron, 60), (sources.add_last({"naam": "Rapport"}), 66)):
        choose(client, one, row(bos, "2024-01", value))
        client.submit("Cijfers inlezen")
    assert "Waarom is nog niet beschreven." in client.get(passport(bos, "2024-01")).text
    client.submit("Verklaring opslaan", tekst="Het rapport telt **verhuizingen** mee.")
    page = client.sign_in(make_user(Rol.LEZER)).get(passport(bos, "2024-01"))
    assert "Het rapport telt verhuizingen mee." in words(page.one("//section[@aria-labelledby='verschil']"))


def test_the_template_comes_with_what_is_known(client: StrictClient, bron: InstroomBron, bos: Regio) -> None:
    choose(client, bron, row(bos, "2024-K1", 60))
    client.submit("Cijfers inlezen")
    client.get(f"/instroom/sjabloon.xlsx?wat=instroom&van=2023-K4&tot=2024-K1&ingevuld_uit={bron.id}")
    assert client.response is not None
    content = client.response.data
    book = load_workbook(BytesIO(content))
    assert book.sheetnames == [
        "Leesmij",
        "Totaal",
        "Leeftijdscategorie",
        "Herkomst",
        "Zorgzwaarteprofiel",
        "Leveringsvorm",
    ]
    assert [cell.value for cell in book["Totaal"][3]][1:] == ["Bosstreek", "Totaal", None, 60]
    page = choose(client, bron, content, "sjabloon.xlsx")
    assert "1 cijfer was al bekend en blijft gelijk" in page.text
    for asked in ("van=onzin", "van=2024-01&tot=2024-K1", "van=1024&tot=2024"):
        client.get(f"/instroom/sjabloon.xlsx?wat=instroom&ingevuld_uit=0&{asked}", 302)
    client.get("/instroom/cijfer/instroom/NL/totaal/onzin/2024", 404)
