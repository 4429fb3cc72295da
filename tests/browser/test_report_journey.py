"""A report on its way: edited, made again after an answer changed, agreed on, frozen, published and downloaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from portal.demo.people import WACHTWOORD
from tests.browser.accessibility import assert_accessible, assert_sound
from tests.browser.people import sign_in
from tests.browser.report_files import both_files, download, rows
from tests.browser.round_facts import ROUND, answered, parties, sheet_of_twente
from tests.browser.server import Server, copy_world, serve
from tests.browser.writing import sign_in_as
from tests.worlds.year import YEAR

OpenPage = Callable[..., Page]

REPORT = "/rapporten/3"
ROUND_NAME = "Kwartaaluitvraag Q3 2024"
# The sentence of the summary about the goal, as the coördinator puts it, and as it reads with its numbers.
SENTENCE = "samenvatting_doel"
WORDS = "{doel_ja_of_deels} van de {regios} regio’s denken dat zij de doelstelling helemaal of deels halen: dat telt."
OWN_CHAPTER, OWN_TEXT = "doel", "Wij bespreken deze verwachting in het bestuurlijk overleg van december."
REMARK = "Noem in hoofdstuk 2 ook waarom regio’s niet antwoordden."
CODE, RENAMED = "Samenwerking in de regio", "Samenwerking, later anders genoemd"
NOTHING_TO_LOOK_AT = "Er is geen zin die u hoeft na te kijken."


@pytest.fixture(scope="module")
def server(year: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal in the middle of a round, whose report is a concept that was made some days ago."""
    with serve(copy_world(year, tmp_path_factory.mktemp("rapport") / "portal.sqlite3"), **YEAR) as server:
        yield server


def sound(page: Page, address: str) -> None:
    """axe finds nothing on this page and it fits a phone; afterwards it is on an ordinary screen again."""
    assert_sound(page, address)
    page.set_viewport_size({"width": 1280, "height": 900})


def press(page: Page, button: str, *, then: str) -> None:
    """Press a button, after which the portal says this."""
    # Some draw every file of the report first.
    page.get_by_role("button", name=button, exact=True).click(timeout=30_000)
    expect(page.get_by_text(f"Gelukt: {then}", exact=True)).to_be_visible()


def sentence(page: Page) -> str:
    """The edited sentence as it stands in the summary, without what stands around it for who edits."""
    page.goto(f"{REPORT}/samenvatting")
    text = page.locator(f"#zin-{SENTENCE}").inner_text()
    return text.partition("Bewerkt")[0].partition("Kijk na")[0].strip()


def regions_behind(page: Page) -> list[str]:
    """The regions behind the number of the edited sentence, as its link leads to them."""
    page.goto(f"{REPORT}/samenvatting")
    page.locator(f"#zin-{SENTENCE} a.rp-living").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("helemaal of deels te halen")
    return page.locator(".rp-numberregions li").all_inner_texts()


def remake_with_what_came_in(page: Page, server: Server) -> None:
    """Answers came in since the report was made: the sentence that was edited then says how many, and still holds."""
    page.goto("/rapporten")
    page.get_by_role("link", name=f"Verder werken aan versie 1 van {ROUND_NAME}").click()
    expect(page.get_by_text("Dit is een concept: alleen de coördinator en de kerngroep zien het.")).to_be_visible()
    one = "Het rapport is opnieuw gemaakt met de antwoorden van nu. Kijk 1 zin na: daar veranderde een getal."
    press(page, "Opnieuw maken", then=one)
    expect(page.locator(".rp-look")).to_contain_text(f"Dit getal was 25, is nu {answered(server)}")
    confirm(page)


def confirm(page: Page) -> None:
    """“Klopt nog”, after which nothing asks for a look."""
    page.locator(".rp-look").get_by_role("button", name="Klopt nog").click()
    expect(page.get_by_text("De zin klopt nog. De melding is weg.")).to_be_visible()
    page.goto(REPORT)
    expect(page.get_by_text(NOTHING_TO_LOOK_AT, exact=True)).to_be_visible()
    expect(page.locator(".rp-look")).to_have_count(0)


def edit_a_sentence(page: Page) -> int:
    """Put the goal in other words. Returns the number that stands in it."""
    page.goto(f"{REPORT}/samenvatting")
    page.locator(f"#zin-{SENTENCE} .rp-report__edit").get_by_role("link", name="Bewerken").click()
    page.get_by_label("Zin", exact=True).fill(WORDS)
    page.get_by_role("button", name="Bekijk hoe het wordt").click()
    expect(page.get_by_role("heading", name="Zo wordt de zin")).to_be_visible()
    assert_accessible(page)
    press(page, "Opslaan", then="De zin is opgeslagen.")
    expect(page.locator(f"#zin-{SENTENCE}")).to_contain_text("Bewerkt")
    number = int(sentence(page).split()[0])
    assert sentence(page) == reads(number)
    return number


def reads(number: int) -> str:
    """The edited sentence with its numbers."""
    return WORDS.replace("{doel_ja_of_deels}", str(number)).replace("{regios}", "31")


def add_an_own_text(page: Page) -> None:
    """A text at the end of the chapter about the goal."""
    page.goto(f"{REPORT}/{OWN_CHAPTER}")
    page.get_by_role("link", name="Eigen tekst toevoegen").click()
    page.get_by_label("Uw tekst").fill(OWN_TEXT)
    press(page, "Opslaan", then="Uw tekst is opgeslagen.")
    expect(page.locator(f"#eigen-{OWN_CHAPTER}")).to_have_text(OWN_TEXT)


def correct(contact: Page, server: Server, answer: str) -> None:
    """Twente has another answer to the question about the goal, and hands in again."""
    contact.goto(f"/antwoordbladen/{sheet_of_twente(server)}")
    contact.get_by_role("button", name="Corrigeren").click()
    expect(contact.get_by_text("U corrigeert uw antwoorden.")).to_be_visible()
    contact.get_by_role("link", name="Doelstelling", exact=True).click()
    contact.get_by_label(answer, exact=True).check()
    contact.get_by_role("button", name="Opslaan en terug naar alle vragen").click()
    contact.get_by_role("link", name="Controleren en indienen").first.click()
    contact.get_by_role("button", name="Indienen", exact=True).click()
    expect(contact.get_by_role("heading", level=1)).to_have_text("Uw antwoorden zijn ingediend")


def remake_and_look(page: Page, number: int) -> None:
    """The words stay, the number follows, and the report asks whether the words still hold."""
    before = regions_behind(page)
    assert len(before) == number
    assert "Twente" not in before
    page.goto(REPORT)
    expect(page.get_by_text("Sinds het rapport is gemaakt is 1 antwoordblad ingediend of verbeterd.")).to_be_visible()
    assert sentence(page) == reads(number), "een rapport verandert niet vanzelf"
    page.goto(REPORT)
    one = "Het rapport is opnieuw gemaakt met de antwoorden van nu. Kijk 1 zin na: daar veranderde een getal."
    press(page, "Opnieuw maken", then=one)
    expect(page.get_by_text("Sinds het rapport is gemaakt")).to_have_count(0)
    expect(page.locator(".rp-report__changes .rp-look")).to_have_count(1)
    expect(page.locator(".rp-look")).to_contain_text(f"Dit getal was {number}, is nu {number + 1}")
    expect(page.locator(".rp-look blockquote")).to_have_text(reads(number + 1))
    sound(page, REPORT)
    sound(page, f"{REPORT}/samenvatting")
    assert sentence(page) == reads(number + 1)
    assert set(regions_behind(page)) == {*before, "Twente"}
    page.goto(f"{REPORT}/{OWN_CHAPTER}")
    expect(page.locator(f"#eigen-{OWN_CHAPTER}")).to_have_text(OWN_TEXT)


def look_from_the_start_page(page: Page) -> None:
    """What asks for a look stands on the start page, and is gone once somebody looked."""
    page.goto("/")
    asked = page.locator("li, article").filter(has_text="onder 1 zin veranderde een getal.")
    asked.get_by_role("link", name="Nakijken").first.click()
    confirm(page)
    page.goto("/")
    expect(page.get_by_text("veranderde een getal")).to_have_count(0)


def close_the_round(page: Page) -> None:
    """An open round keeps its report from the kerngroep, and so do numbers of before it closed."""
    page.goto(f"{REPORT}/voorleggen")
    expect(page.get_by_text("Dit kan nog niet")).to_be_visible()
    page.goto(f"/landelijk/uitvragen/{ROUND}")
    page.get_by_role("link", name="Uitvraag sluiten").click()
    page.get_by_role("button", name="Uitvraag sluiten").click()
    expect(page.get_by_text("De uitvraag is gesloten.").first).to_be_visible()
    page.goto(REPORT)
    expect(page.get_by_text("Nu is zij gesloten: maak het rapport opnieuw.")).to_be_visible()
    page.goto(f"{REPORT}/voorleggen")
    expect(page.get_by_text("Dit kan nog niet")).to_be_visible()
    page.goto(REPORT)
    page.get_by_role("button", name="Opnieuw maken").click()
    expect(page.get_by_text("Het rapport is opnieuw gemaakt")).to_be_visible()
    expect(page.get_by_text(NOTHING_TO_LOOK_AT, exact=True)).to_be_visible()


def settle_the_remark(page: Page) -> None:
    """A reviewer found a sentence too early; by now it is not, and voorleggen leads to what is open."""
    page.goto(f"{REPORT}/voorleggen")
    page.get_by_role("link", name="Open opmerkingen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Opmerkingen bij het rapport")
    page.get_by_role("button", name="Oplossen").click()
    expect(page.get_by_text("Opgelost. U vindt de opmerking terug")).to_be_visible()


def present(page: Page, number: int) -> None:
    """Voorleggen: the messages are chosen, and from here the texts stand still."""
    page.goto(f"{REPORT}/boodschappen")
    for left in reversed(range(page.get_by_role("button", name="Kiezen zoals het is").count())):
        page.get_by_role("button", name="Kiezen zoals het is").first.click()
        expect(page.get_by_role("button", name="Kiezen zoals het is")).to_have_count(left)
    sound(page, f"{REPORT}/boodschappen")
    settle_the_remark(page)
    page.goto(REPORT)
    page.get_by_role("link", name="Ter vaststelling").click()
    sound(page, f"{REPORT}/voorleggen")
    said = "Het rapport ligt voor aan de kerngroep. De partijen krijgen bericht."
    press(page, "Voorleggen aan de kerngroep", then=said)
    expect(page.get_by_text("Van de 6 partijen zijn er 0 akkoord.")).to_be_visible()
    assert sentence(page) == reads(number)
    expect(page.locator(".rp-report__edit")).to_have_count(0)


def say(member: Page, choice: str, text: str = "") -> None:
    """What a party says of the report."""
    member.goto(f"{REPORT}/akkoord")
    member.get_by_label(choice, exact=True).check()
    member.get_by_label("Toelichting").fill(text)
    said = "Uw opmerkingen zijn opgeslagen." if text else "Uw akkoord is opgeslagen."
    press(member, "Opslaan", then=said)


def everybody_agrees(coordinator: Page, server: Server, open_page: OpenPage) -> None:
    """Five parties agree at once; MIND has a remark first, which the coördinator reads."""
    six = parties(server)
    assert set(six) == {"VWS", "ZN", "VNG", "Valente", "de Nederlandse ggz", "MIND"}
    mind = sign_in(open_page(), six.pop("MIND"), WACHTWOORD)
    mind.get_by_role("link", name="Akkoord geven").first.click()
    say(mind, "Wij hebben opmerkingen", REMARK)
    for email in six.values():
        say(sign_in(open_page(), email, WACHTWOORD), "Wij zijn akkoord")
    coordinator.goto(REPORT)
    expect(coordinator.get_by_text("Van de 6 partijen zijn er 5 akkoord.")).to_be_visible()
    party = coordinator.locator(".rp-parties li").filter(has_text="MIND")
    expect(party).to_contain_text("Opmerkingen")
    expect(party).to_contain_text(REMARK)
    coordinator.goto(f"{REPORT}/vaststellen")
    expect(coordinator.get_by_label("Waarom stelt u het rapport toch vast?")).to_be_visible()
    mind.get_by_role("link", name="Uw akkoord wijzigen").click()
    say(mind, "Wij zijn akkoord")


def adopt(page: Page) -> None:
    """Vaststellen, for which no reason is asked when all agree."""
    page.goto("/")
    asked = page.locator("li, article").filter(has_text="alle partijen van de kerngroep hebben gereageerd.")
    asked.get_by_role("link", name="Vaststellen").first.click()
    expect(page.get_by_text("Van de 6 partijen zijn er 6 akkoord.")).to_be_visible()
    expect(page.get_by_label("Waarom stelt u het rapport toch vast?")).to_have_count(0)
    said = "Het rapport is vastgesteld. De bestanden veranderen niet meer. Publiceer het rapport voor de regio’s."
    press(page, "Vaststellen", then=said)
    sound(page, REPORT)


def assert_files_say(files: dict[str, bytes], number: int) -> None:
    """Word has the edited sentence and the own text, Excel the same number; both say how the report stands."""
    paragraphs = [one.text for one in Document(BytesIO(files["Word"])).paragraphs]
    assert paragraphs.count(reads(number)) == 1
    assert paragraphs.count(OWN_TEXT) == 1
    assert "Vastgesteld – versie 1" in paragraphs
    book = load_workbook(BytesIO(files["Excel"]), read_only=True)
    status = {"Onderwerp": "Status", "Uitleg": "Vastgesteld op 25 oktober 2024"}
    assert status in rows(book, "Leesmij", *status)
    value = {"Naam in de tekst": "doel_ja_of_deels", "Waarde": number}
    assert rows(book, "Getallen", *value).count(value) == 1
    assert {"Code": CODE} in rows(book, "Codering", "Code")
    assert {"Code": RENAMED} not in rows(book, "Codering", "Code")


def change_the_world(coordinator: Page, contact: Page, server: Server) -> None:
    """Afterwards a code gets another name, and Twente another opinion."""
    coordinator.goto("/landelijk/codeboek")
    coordinator.get_by_role("row", name=CODE).get_by_role("link", name="Wijzigen").click()
    coordinator.get_by_label("Naam").fill(RENAMED)
    coordinator.get_by_role("button", name="Code opslaan").click()
    expect(coordinator.get_by_role("rowheader", name=RENAMED)).to_be_visible()
    coordinator.goto(f"/landelijk/uitvragen/{ROUND}/bladen/{sheet_of_twente(server)}")
    coordinator.get_by_label("Heropenen tot en met").fill("31-10-2024")
    coordinator.get_by_label("Waarom heropent u dit antwoordblad?").fill("De regio wil haar antwoord aanpassen.")
    coordinator.get_by_role("button", name="Antwoordblad heropenen").click()
    expect(coordinator.get_by_text("Heropend tot en met donderdag 31 oktober 2024")).to_be_visible()
    correct(contact, server, "Nee")


def publish(page: Page) -> None:
    """Publish it to all regions."""
    sound(page, f"{REPORT}/publiceren")
    said = "Het rapport is gepubliceerd. Alle regio’s kunnen het lezen en krijgen bericht."
    press(page, "Publiceren", then=said)


def status_of(page: Page, address: str) -> int:
    """What this person gets at this address."""
    return page.request.get(address).status


def assert_reads_without_workbench(contact: Page, number: int) -> None:
    """A region reads the report and the regions behind its numbers: no texts behind them, and nothing to work with."""
    contact.goto("/")
    contact.locator("li, article").filter(has_text=f"Het rapport van {ROUND_NAME} is er.").get_by_role(
        "link", name="Lezen"
    ).first.click()
    expect(contact).to_have_url(REPORT)
    expect(contact.get_by_text("Gepubliceerd", exact=True).first).to_be_visible()
    for outside in (".rp-report__changes", ".rp-report__edit", ".rp-parties"):
        expect(contact.locator(outside)).to_have_count(0)
    expect(contact.get_by_text(REMARK)).to_have_count(0)
    assert sentence(contact) == reads(number)
    assert len(regions_behind(contact)) == number
    expect(contact.get_by_text("Alleen de coördinator en beoordelaars zien deze teksten.")).to_have_count(0)
    sound(contact, REPORT)
    closed = (f"/zinnen/{SENTENCE}", f"/teksten/{OWN_CHAPTER}", "/akkoord", "/vaststellen", "/voorleggen")
    found = {status_of(contact, REPORT + one) for one in closed} | {status_of(contact, "/landelijk/coderen")}
    assert found == {403}


def test_a_report_from_concept_to_published(open_page: OpenPage, server: Server) -> None:
    coordinator = sign_in_as(open_page(), "coordinator")
    remake_with_what_came_in(coordinator, server)
    number = edit_a_sentence(coordinator)
    add_an_own_text(coordinator)

    contact = sign_in_as(open_page(), "contact-twente")
    correct(contact, server, "Ja")
    remake_and_look(coordinator, number)
    look_from_the_start_page(coordinator)

    close_the_round(coordinator)
    present(coordinator, number + 1)
    everybody_agrees(coordinator, server, open_page)
    adopt(coordinator)
    files = both_files(coordinator, REPORT)
    assert_files_say(files, number + 1)
    change_the_world(coordinator, contact, server)
    assert both_files(coordinator, REPORT) == files

    assert status_of(contact, REPORT) == 404
    publish(coordinator)
    assert_reads_without_workbench(contact, number + 1)
    assert download(contact, REPORT, "Download Word") == files["Word"]
    assert contact.get_by_role("link", name="Excel").count() == 0
    assert status_of(contact, f"{REPORT}/rapport.xlsx") == 403
