"""Forty texts coded by keyboard alone, without the page ever being left; and what keeps a choice from being lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.accessibility import assert_accessible
from tests.browser.keyboard import Keyboard
from tests.browser.server import Server, copy_world, serve
from tests.browser.watch import Watch
from tests.browser.writing import sign_in_as
from tests.worlds.year import YEAR

FORTY = 40
LESSONS = "SELECT id FROM blad_regel WHERE soort = 'lessen'"
# Per letter the code as it stands in the code book; 0: none fits.
CODES = {
    "a": "Samenwerking vergt inspanning",
    "b": "Data-ondersteuning is essentieel",
    "c": "Stimuleer samenhang met IZA",
    "d": "Betrokkenheid van CIZ cruciaal",
    "e": "Buiten invloedsfeer van de regio’s",
    "f": "Belang van onderwerp benadrukken",
    "0": "",
}


@pytest.fixture(scope="module")
def portal(year: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The portal in the middle of a round."""
    with serve(copy_world(year, tmp_path_factory.mktemp("coderen") / "portal.sqlite3"), **YEAR) as server:
        yield server


@pytest.fixture
def server(portal: Server) -> Server:
    """The portal while nobody coded a lesson yet."""
    which = f"SELECT id FROM codering WHERE regel_id IN ({LESSONS})"
    with closing(sqlite3.connect(portal.database, timeout=10)) as database, database:
        database.execute(f"DELETE FROM codering_code WHERE codering_id IN ({which})")
        database.execute(f"DELETE FROM codering_passage WHERE codering_id IN ({which})")
        database.execute(f"DELETE FROM codering_historie WHERE codering_id IN ({which})")
        database.execute(f"DELETE FROM codering WHERE id IN ({which})")
    return portal


def coded(server: Server) -> dict[int, str]:
    """The codes of every lesson that is coded, by its id."""
    query = (
        "SELECT codering.regel_id, coalesce(group_concat(code.naam, ' + '), '') FROM codering"
        " LEFT JOIN codering_code ON codering_code.codering_id = codering.id"
        " LEFT JOIN code ON code.id = codering_code.code_id"
        f" WHERE codering.regel_id IN ({LESSONS}) GROUP BY codering.regel_id"
    )
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as database:
        return dict(database.execute(query).fetchall())


# Where the word with this number stands on the screen.
POINT_AT = """(root, number) => {
  const node = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = node.nextNode(); text; text = node.nextNode()) {
    const found = [...text.data.matchAll(/\\S+/g)][number];
    if (!found) continue;
    const range = document.createRange();
    range.setStart(text, found.index);
    range.setEnd(text, found.index + found[0].length);
    const { left, right, top, height } = range.getBoundingClientRect();
    return { x: left + 1, to: right - 1, y: top + height / 2 };
  }
}"""


def passages(server: Server) -> set[tuple[int, str, str, int]]:
    """The passages of lessons: text, code, words and place."""
    query = (
        "SELECT codering.regel_id, code.naam, codering_passage.tekst, codering_passage.vanaf FROM codering_passage"
        " JOIN codering ON codering.id = codering_passage.codering_id JOIN code ON code.id = codering_passage.code_id"
        f" WHERE codering.regel_id IN ({LESSONS})"
    )
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as database:
        return set(database.execute(query).fetchall())


def begun(page: Page, who: str = "coordinator") -> Keyboard:
    """Somebody at the first lesson, with the keyboard on the text."""
    keyboard = Keyboard(sign_in_as(page, who))
    page.goto("/landelijk/coderen")
    keyboard.choose(page.get_by_role("link", name="Verder met coderen van de lessen"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Lessen coderen")
    expect(page.locator("#tekst")).to_be_focused()
    return keyboard


def text_id(page: Page) -> int:
    """Which text is on the page."""
    return int(page.locator("input[name=tekst]").input_value())


def counter(page: Page) -> Locator:
    return page.locator("[data-teller]")


def total_of(page: Page) -> int:
    """How many texts there are: "Nog 87 van 87 te gaan"."""
    return int(counter(page).inner_text().split()[3])


def test_forty_texts_by_keyboard(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page()
    keyboard = begun(page)
    assert_accessible(page)
    total = total_of(page)
    assert total > FORTY
    loads: list[str] = []
    page.on("load", lambda loaded: loads.append(loaded.url))
    before, expected = keyboard.presses, {}
    for number, letter in enumerate(islice(cycle(CODES), FORTY), start=1):
        expected[text_id(page)] = CODES[letter]
        keyboard.press(letter, "Enter")
        expect(counter(page)).to_have_text(f"Nog {total - number} van {total} te gaan")
        expect(page.locator("#tekst")).to_be_focused()
    assert keyboard.presses - before == 2 * FORTY, "een letter en Enter per tekst"
    assert len(expected) == FORTY
    assert coded(server) == expected

    # The last one was a slip: back to it, and two codes in its place.
    last = list(expected)[-1]
    keyboard.press("u")
    expect(counter(page)).to_have_text(f"Nog {total - FORTY + 1} van {total} te gaan")
    expect(page.locator("[data-melding]")).to_contain_text("Ongedaan gemaakt.")
    assert text_id(page) == last
    assert last not in coded(server)
    keyboard.press("b", "a", "a", "c", "Enter")
    expect(counter(page)).to_have_text(f"Nog {total - FORTY} van {total} te gaan")
    expected[last] = f"{CODES['b']} + {CODES['c']}"
    assert coded(server) == expected
    assert loads == [], "de pagina is verlaten"
    assert_accessible(page)


def test_a_skipped_text_is_not_coded(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page()
    keyboard = begun(page)
    first = text_id(page)
    keyboard.press("a", "o")
    expect(page.locator("input[name=tekst]")).not_to_have_value(str(first))
    expect(page.locator("#tekst")).to_be_focused()
    assert coded(server) == {}


def test_letters_work_wherever_the_focus_is_until_they_are_switched_off(open_page: Callable[..., Page]) -> None:
    page = open_page()
    keyboard = begun(page)
    page.get_by_role("link", name="Start", exact=True).focus()
    keyboard.press("a", "b")
    assert page.locator("fieldset input:checked").count() == 2
    page.get_by_role("button", name="Sneltoetsen uitzetten").click()
    keyboard.press("a", "0", "o")
    assert page.locator("fieldset input:checked").count() == 2
    page.get_by_role("button", name="Sneltoetsen aanzetten").click()
    page.get_by_text("Andere teksten kiezen").click()
    page.get_by_label("Met code").focus()
    keyboard.press("a")
    assert page.locator("fieldset input:checked").count() == 2


def test_none_fits_and_a_code_exclude_each_other(open_page: Callable[..., Page]) -> None:
    page = open_page()
    keyboard = begun(page)
    keyboard.press("a", "b", "0")
    expect(page.locator("fieldset input:checked")).to_have_attribute("name", "geen")
    keyboard.press("c")
    expect(page.locator("fieldset input:checked")).to_have_attribute("data-toets", "c")


def test_a_key_that_is_held_down_codes_one_text(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page()
    begun(page)
    total = total_of(page)
    page.keyboard.press("a")
    for _ in range(5):
        page.keyboard.down("Enter")
    expect(counter(page)).to_have_text(f"Nog {total - 1} van {total} te gaan")
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    assert len(coded(server)) == 1
    expect(page.locator("[data-fout]")).to_have_count(0)


def test_nothing_chosen_is_said_where_the_keyboard_is(open_page: Callable[..., Page], watch: Watch) -> None:
    watch.allow("status of 422")
    page = open_page()
    keyboard = begun(page)
    keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Kies een of meer codes.")
    expect(page.get_by_role("checkbox").first).to_be_focused()
    assert_accessible(page)
    keyboard.press("Space", "Enter")
    expect(page.locator("[data-melding]")).to_contain_text(f"“{CODES['a']}”")


def test_words_are_selected_and_given_to_a_code(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page()
    keyboard = begun(page)
    first = text_id(page)
    text = page.locator("[data-woorden]")
    page.wait_for_function("document.querySelector('[data-woorden]').tabIndex === 0")
    words = text.inner_text().split()
    text.focus()
    keyboard.press("ArrowRight", "ArrowRight", "Shift+ArrowRight")
    expect(page.locator("[data-gekozen]")).to_have_text(f"Gekozen: “{words[1]} {words[2]}”. Kies nu de code.")
    keyboard.press("b")
    expect(page.locator("[data-melding]")).to_have_text(f"“{words[1]} {words[2]}” hoort bij “{CODES['b']}”.")

    # With the mouse: the first two words, for a code that is clicked; and once more for the code that has some already.
    for number, code in ((0, CODES["c"]), (0, CODES["b"])):
        point = text.evaluate(POINT_AT, number)
        page.mouse.move(point["x"], point["y"])
        page.mouse.down()
        page.mouse.move(point["to"], point["y"], steps=3)
        page.mouse.up()
        page.locator("label").filter(has_text=code).first.click()
        expect(page.get_by_role("checkbox", name=code)).to_be_checked()
    assert page.evaluate("CSS.highlights.get('rp-passage').size") == 3
    assert_accessible(page)
    keyboard.press("Enter")
    expect(page.locator("input[name=tekst]")).not_to_have_value(str(first))
    assert passages(server) == {
        (first, CODES["b"], " ".join(words[0:3]), 0),
        (first, CODES["c"], words[0], 0),
    }


def test_what_could_not_be_saved_stays(open_page: Callable[..., Page], watch: Watch, server: Server) -> None:
    watch.allow("ERR_INTERNET_DISCONNECTED")
    page = open_page()
    keyboard = begun(page)
    first = text_id(page)
    page.context.set_offline(True)
    keyboard.press("d", "Enter")
    expect(page.get_by_text("Niet opgeslagen: geen verbinding. Uw keuze staat er nog.")).to_be_visible()
    expect(page.locator("fieldset input:checked")).to_have_attribute("data-toets", "d")
    page.context.set_offline(False)
    keyboard.press("Enter")
    expect(page.locator("input[name=tekst]")).not_to_have_value(str(first))
    assert coded(server) == {first: CODES["d"]}


def test_without_a_script_every_button_works(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page(java_script_enabled=False)
    begun(page, "beoordelaar")
    first = text_id(page)
    page.get_by_role("checkbox", name=CODES["b"]).check()
    page.get_by_role("button", name="Opslaan en volgende").click()
    expect(page.get_by_text(f"“{CODES['b']}”.")).to_be_visible()
    assert coded(server) == {first: CODES["b"]}
    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.locator("input[name=tekst]")).to_have_value(str(first))
    assert coded(server) == {}


def test_on_a_small_phone_nothing_runs_off_the_page(open_page: Callable[..., Page]) -> None:
    page = open_page(viewport={"width": 320, "height": 800})
    begun(page)
    page.keyboard.press("a")
    page.keyboard.press("Enter")
    expect(page.locator("[data-melding]")).to_contain_text("Opgeslagen")
    addresses = (
        "/landelijk/coderen/lessen/teksten?toon=gecodeerd",
        "/landelijk/coderen/acties?toon=alles",
        "/landelijk/coderen",
        "/landelijk/codeboek",
        "/landelijk/codeboek/lessen/nieuw",
        "/landelijk/codeboek/3",
        "/landelijk/codeboek/3/samenvoegen",
        "/landelijk/codeboek/3/vervallen",
    )
    for address in ("", *addresses):
        if address:
            page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        assert_accessible(page)
