"""A table from Word, Excel or the web keeps its meaning: every value stands under its own head."""

import json
import random
from collections.abc import Iterator
from html import escape

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page

from forms.richtext import to_html, to_plain
from tests.browser.pasting import blank_page, left_out, markdown, paste, value, without_complaints

WORD = """<table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td>
<p class=MsoNormal><b>Thema</b><o:p></o:p></p></td><td><p class=MsoNormal><b>Wat wij doen</b></p></td></tr>
<tr><td><p class=MsoNormal>Data</p></td><td>
<p class=MsoNormal>Een <del>oud</del><ins>nieuw</ins> plan</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span> </span></span>eerst</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span> </span></span>dan</p></td></tr></table>"""

EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table border=0 style='width:100pt'>
<!--StartFragment--><col width=64 span=2><tr height=20><td class=xl65>Actie</td><td>Bedrag</td></tr>
<tr height=20><td>A|B</td><td align=right x:num>85</td></tr><tr><td></td><td></td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td></td><td></td></tr><![endif]>
<!--EndFragment--></table></body></html>"""


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    yield from blank_page(browser)


@pytest.fixture
def page(browser_page: Page) -> Iterator[Page]:
    yield from without_complaints(browser_page)


def test_a_table_of_word_keeps_its_cells_and_the_points_in_them(page: Page) -> None:
    assert not paste(page, WORD, "x")
    assert value(page) == "| Thema | Wat wij doen |\n|---|---|\n| Data | Een nieuw plan<br>- eerst<br>- dan |"
    assert left_out(page).startswith("1 doorgehaald stuk tekst is niet meegekomen.")


def test_a_range_of_excel_is_a_table_without_its_empty_last_rows(page: Page) -> None:
    assert markdown(page, EXCEL) == "| Actie | Bedrag |\n|---|---|\n| A\\|B | 85 |"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        # A cell over rows and one over columns: the value stands in each place.
        (
            "<tr><td>Thema</td><td>Q1</td><td>Q2</td></tr><tr><td rowspan=2>Zorg</td><td colspan=2>x</td></tr>"
            "<tr><td>a</td><td>b</td></tr>",
            "| Thema | Q1 | Q2 |\n|---|---|---|\n| Zorg | x | x |\n| Zorg | a | b |",
        ),
        # Heads in two rows become one.
        (
            "<tr><td rowspan=2>Thema</td><td colspan=2>2026</td></tr><tr><td>Q1</td><td>Q2</td></tr>"
            "<tr><td>Zorg</td><td>a</td><td>b</td></tr>",
            "| Thema | 2026 – Q1 | 2026 – Q2 |\n|---|---|---|\n| Zorg | a | b |",
        ),
        (
            "<thead><tr><th>A</th><th>B</th></tr><tr><th>a</th><th></th></tr></thead><tr><td>1</td><td>2</td></tr>",
            "| A – a | B |\n|---|---|\n| 1 | 2 |",
        ),
        # A title above the heads, and a row that is one cell.
        (
            "<tr><td colspan=2>Begroting</td></tr><tr><td>Post</td><td>Bedrag</td></tr>"
            "<tr><td colspan=2><b>Lasten</b></td></tr><tr><td>Huur</td><td>85</td></tr>",
            "Begroting\n\n| Post | Bedrag |\n|---|---|\n| **Lasten** |  |\n| Huur | 85 |",
        ),
        # Rows of different lengths, and no words in a cell.
        ("<tr><td>a</td><td>b</td></tr><tr><td>1</td></tr>", "| a | b |\n|---|---|\n| 1 |  |"),
        # One row has no heads.
        ("<tr><td>a</td><td>b</td></tr>", "a | b"),
        # A table in a table is text in its cell.
        (
            "<tr><td>a</td><td>b</td></tr><tr><td>1</td><td><table><tr><td>x</td><td>y</td></tr>"
            "<tr><td>z</td><td></td></tr></table></td></tr>",
            "| a | b |\n|---|---|\n| 1 | x \\| y<br>z \\| |",
        ),
    ],
)
def test_merged_cells_heads_and_titles(page: Page, html: str, expected: str) -> None:
    assert markdown(page, f"<table>{html}</table>") == expected


def test_what_changed_shape_is_told(page: Page) -> None:
    inner = "<table><tr><td>x</td><td>y</td></tr></table>"
    html = (
        f"<table><tr><td>a</td><td>b</td></tr><tr><td rowspan=2>1</td><td>{inner}</td></tr><tr><td>2</td></tr></table>"
    )
    paste(page, html, "x")
    assert left_out(page) == (
        "Wat in samengevoegde cellen stond, staat nu in elke cel. Een tabel in een tabel is tekst in de cel geworden."
    )


def test_a_table_stands_by_itself_in_the_text(page: Page) -> None:
    page.locator("textarea").fill("Zie en verder")
    page.evaluate("field.setSelectionRange(4, 4)")
    paste(page, EXCEL, "x")
    assert value(page) == "Zie \n| Actie | Bedrag |\n|---|---|\n| A\\|B | 85 |\n\nen verder"


def test_a_table_wider_than_word_can_draw_stays_lines(page: Page) -> None:
    row = "<tr>" + "<td>x</td>" * 64 + "</tr>"
    assert markdown(page, f"<table>{row}{row}</table>").splitlines() == [" | ".join("x" * 64)] * 2


def test_a_field_of_one_line_says_that_the_table_is_one_line(page: Page) -> None:
    page.evaluate("window.field = document.querySelector('input')")
    assert not paste(page, "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>", "a\tb\n1\t2")
    assert page.locator("input").input_value() == "a | b; 1 | 2"
    assert left_out(page) == "De tabel staat hier op één regel."


def test_500_rows_of_12_columns_come_in_and_go_out_again(page: Page) -> None:
    rows = "".join("<tr>" + "".join(f"<td>{row}-{n}<br>=1+1</td>" for n in range(12)) + "</tr>" for row in range(500))
    page.locator("textarea").fill("")
    paste(page, f"<table>{rows}</table>", "x")
    assert to_plain(value(page)).count("499-11; =1+1") == 1
    page.keyboard.press("Control+z")
    assert value(page) == ""


def test_every_cell_of_a_random_table_comes_out_under_its_own_head(page: Page) -> None:
    """There and back: what a browser shows of the table is what our page shows of it."""
    chance = random.Random(20240401)
    tables = [random_table(chance) for _ in range(150)]
    htmls = [as_html(one) for one in tables]
    written = json.loads(page.evaluate("htmls => JSON.stringify(htmls.map((one) => htmlToMarkdown(one)))", htmls))
    assert [shown(one) for one in written] == [[[cell.strip() for cell in row] for row in one] for one in tables]
    # What our page shows can be pasted in turn.
    again = json.loads(
        page.evaluate("htmls => JSON.stringify(htmls.map((one) => htmlToMarkdown(one)))", list(map(to_html, written)))
    )
    assert again == written


SIGNS = ["|", "\\", "\\|", "<br>", "*", "**", "[", "](", "=1+1", "א", "é", "👍", "woord", "- ", "1. ", " "]


def random_table(chance: random.Random) -> list[list[str]]:
    columns = chance.randint(2, 6)

    def cell() -> str:
        text = " ".join("".join(chance.choices(SIGNS, k=chance.randint(0, 5))).split())
        # A sign of a list in front of a cell begins a list, as everywhere.
        return text.lstrip("-1. \\")

    rows = [[cell() for _ in range(columns)] for _ in range(chance.randint(2, 6))]
    rows[0] = [f"kop{n}" for n in range(columns)]
    rows[-1][0] = "einde"
    return rows


def as_html(rows: list[list[str]]) -> str:
    return (
        "<table>"
        + "".join(f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in row)}</tr>" for row in rows)
        + "</table>"
    )


def shown(typed: str) -> list[list[str]]:
    rows = lxml_html.fromstring(f"<div>{to_html(typed)}</div>").iter("tr")
    return [[str(cell.text_content()).strip() for cell in row] for row in rows]


def test_the_button_begins_a_table_to_type_over(page: Page) -> None:
    page.locator("textarea").fill("Zie:\nslot")
    page.evaluate("field.setSelectionRange(2, 2)")
    page.get_by_role("button", name="Tabel").click()
    page.keyboard.type("Thema")
    assert value(page).splitlines()[:4] == ["Zie:", "", "| Thema | Kop 2 | Kop 3 |", "|---|---|---|"]
    assert value(page).endswith("| tekst | tekst | tekst |\n\nslot")


# --- into a table that stands there already

TABLE = "Vooraf\n\n| Wie | Wat | Wanneer |\n|---|---|---|\n| Regio |  |  |\n| Aanbieder |  |  |\n\nDaarna"


def excel(*rows: tuple[str, ...]) -> str:
    cells = "".join(f"<tr>{''.join(f'<td>{escape(one)}</td>' for one in row)}</tr>" for row in rows)
    return f"<html><head><style>td {{ color: black }}</style></head><body><table>{cells}</table></body></html>"


def paste_behind(page: Page, text: str, words: str, html: str, plain: str = "x") -> str:
    """What the text is when this is pasted right behind these words."""
    page.locator("textarea").fill(text)
    page.evaluate("at => field.setSelectionRange(at, at)", text.index(words) + len(words))
    assert not paste(page, html, plain)
    return value(page)


def test_cells_go_in_the_cells_from_the_cursor_on(page: Page) -> None:
    html = excel(("plan", "Q1"), ("zorg", "Q2"), ("meer", "Q3"))
    assert paste_behind(page, TABLE, "| Regio | ", html) == TABLE.replace(
        "| Regio |  |  |\n| Aanbieder |  |  |", "| Regio | plan | Q1 |\n| Aanbieder | zorg | Q2 |\n|  | meer | Q3 |"
    )
    assert page.locator("[data-weggelaten]").count() == 0


@pytest.mark.parametrize(
    ("html", "plain"), [(excel(("plan", "Q1")), "x"), ("", "plan\tQ1\r\n")], ids=["één rij", "zonder opmaak"]
)
def test_one_row_goes_in_one_row(page: Page, html: str, plain: str) -> None:
    assert "| Aanbieder | plan | Q1 |\n\nDaarna" in paste_behind(page, TABLE, "| Aanbieder |", html, plain)


def test_a_column_goes_down_and_bars_stay_text(page: Page) -> None:
    changed = paste_behind(page, TABLE, "| Regio |  | ", excel(("a|b",), ("c",)))
    assert "| Regio |  | a\\|b |\n| Aanbieder |  | c |" in changed


def test_nothing_is_overwritten(page: Page) -> None:
    text = TABLE.replace("| Regio |  |  |", "| Regio | staat er | al |")
    assert "| Regio | staat er | al |\n|  | plan | Q1 |\n| Aanbieder |  |  |" in paste_behind(
        page, text, "| Regio | ", excel(("plan", "Q1"))
    )
    assert left_out(page) == "De cellen staan in nieuwe rijen onder deze rij: op hun plaats stond al iets."


def test_more_columns_make_the_table_wider(page: Page) -> None:
    changed = paste_behind(page, TABLE, "| Regio |  | ", excel(("Q1", "nog iets")))
    assert (
        "| Wie | Wat | Wanneer |  |\n|---|---|---|---|\n| Regio |  | Q1 | nog iets |\n| Aanbieder |  |  |  |" in changed
    )


def test_one_press_takes_it_back(page: Page) -> None:
    paste_behind(page, TABLE, "| Regio | ", excel(("plan", "Q1")))
    page.keyboard.press("Control+z")
    assert value(page) == TABLE


def test_outside_the_cells_a_table_is_a_table(page: Page) -> None:
    new = "| Wat | Wanneer |\n|---|---|\n| plan | Q1 |"
    for words in ("Vooraf\n", "|---|---"):
        assert new in paste_behind(page, TABLE, words, excel(("Wat", "Wanneer"), ("plan", "Q1")))
