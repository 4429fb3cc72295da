"""Tables in the small Markdown: every value stands under its own head, on the page and in plain text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from forms.cleaning import clean_text
from forms.richtext import ListBlock, Paragraph, Table, TableCell, parse, to_html, to_plain

TYPED = "| Thema | 2026 |\n|---|---|\n| Data | 85 |\n| Zorg | 12 |"


def shown(cell: TableCell) -> str:
    return "\n".join(block.text for block in cell.blocks if isinstance(block, Paragraph))


def grid(typed: str) -> list[list[str]]:
    """The cells of the only block, which is a table."""
    (table,) = parse(typed)
    assert isinstance(table, Table)
    return [[shown(cell) for cell in row] for row in (table.head, *table.rows)]


def drawn(typed: str) -> list[list[str]]:
    """The cells on the page, an empty one for each column that a cell spans."""
    rows = lxml_html.fromstring(f"<div>{to_html(typed)}</div>").iter("tr")
    return [[text for cell in row for text in [words(cell)] * int(cell.get("colspan", "1"))] for row in rows]


def words(cell: lxml_html.HtmlElement) -> str:
    for line_end in cell.iter("br"):
        line_end.text = "\n"
    return str(cell.text_content())


def test_bars_and_a_line_of_dashes_make_a_table() -> None:
    assert grid(TYPED) == [["Thema", "2026"], ["Data", "85"], ["Zorg", "12"]]


@pytest.mark.parametrize(
    "typed",
    [
        "Thema | 2026\n--- | ---\nData | 85\nZorg | 12",
        "|Thema|2026|\n|:--|-:|\n|Data|85|\n|Zorg|12|",
        " | Thema | 2026\n|-\n Data | 85\n| Zorg | 12",
        "| Thema | 2026 |\r\n|---|---|\r\n| Data | 85 |\r\n| Zorg | 12 |",
    ],
)
def test_every_way_to_type_it_gives_the_same_table(typed: str) -> None:
    assert grid(typed) == grid(TYPED)


def test_text_stands_above_and_below_without_blank_lines() -> None:
    above, table, points, below = parse(f"Zie:\n{TYPED}\n- punt | een\nslot")
    assert isinstance(table, Table)
    assert isinstance(points, ListBlock)
    assert (to_plain("Zie:"), len(table.rows)) == ("Zie:", 2)
    assert isinstance(above, Paragraph)
    assert isinstance(below, Paragraph)


@pytest.mark.parametrize(
    "typed",
    [
        "- a | b\n|---|---|",
        "1. een\n   | a | b |\n   |---|---|",
        "a\n|---|",
        "a | b\n---",
        "a | b\n\n|---|---|",
        "a | b\n| - | x |",
        "|".join("a" * 64) + "\n|---|",
    ],
)
def test_what_only_looks_like_a_table_stays_text(typed: str) -> None:
    assert not any(isinstance(block, Table) for block in parse(typed))


def test_a_bar_of_the_text_and_a_line_end_in_a_cell() -> None:
    assert grid("| a\\|b | c<br>d |\n|-|-|\n| \\<br> | C:\\map\\ |\n| \\\\| x |") == [
        ["a|b", "c\nd"],
        ["<br>", "C:\\map\\"],
        ["\\", "x"],
    ]


def test_a_cell_may_hold_points_and_bold_words() -> None:
    (table,) = parse("| Wat |\n|---|\n| **Nu**:<br>- een<br>- twee |")
    assert isinstance(table, Table)
    assert [type(block) for block in table.rows[0][0].blocks] == [Paragraph, ListBlock]
    assert "<strong>Nu</strong>" in to_html("| Wat |\n|---|\n| **Nu** |")


def test_a_row_may_be_shorter_or_longer_than_the_heads() -> None:
    typed = "| a | b |\n|---|\n| 1 |\n| 1 | 2 | 3 |"
    assert grid(typed) == [["a", "b"], ["1"], ["1", "2", "3"]]
    assert drawn(typed) == [["a", "b", ""], ["1", "", ""], ["1", "2", "3"]]


def test_on_the_page_heads_are_heads_and_the_box_can_be_moved_by_the_keyboard() -> None:
    assert to_html("| a |  |\n|---|---|\n| <b>1</b> | =1+1 |") == (
        '<div class="rp-text-table" role="group" aria-label="Tabel" tabindex="0"><table>'
        '<thead><tr><th scope="col">a</th>\n<td></td></tr></thead>\n'
        "<tbody><tr><td>&lt;b&gt;1&lt;/b&gt;</td>\n<td>=1+1</td></tr></tbody></table></div>"
    )


def test_in_plain_text_a_row_is_a_line() -> None:
    assert to_plain("Zie\n| a | b |\n|---|---|\n| 1<br>2 | [x](https://b.nl) |\n| - een<br>- twee |  |\nslot") == (
        "Zie\n\na | b\n1; 2 | x (https://b.nl)\n- een; - twee |\n\nslot"
    )


def test_500_rows_of_12_columns() -> None:
    row = "| " + " | ".join(f"שלום {n}" for n in range(12)) + " |"
    cells = grid("\n".join([row, "|" + "---|" * 12, *[row] * 500]))
    assert (len(cells), {len(one) for one in cells}) == (501, {12})


# What a cell may hold when it is pasted: any text, in which the signs of a table and of the small Markdown are common.
ANY_CELL = st.lists(
    st.sampled_from(["|", "\\", "<br>", "\n", "-", "a", "é", "שלום", "=1", " "]) | st.text(max_size=3), max_size=6
).map("".join)


def pasted_cell(text: str) -> str:
    """As portal/static/src/paste-table.js writes a cell."""
    escaped = re.sub(r"(\\*)(\||<br ?/?>)", lambda found: found[1] * 2 + "\\" + found[2], text, flags=re.IGNORECASE)
    return re.sub(r"(\\*)\n", lambda found: found[1] * 2 + "<br>", escaped)


any_table = st.integers(1, 5).flatmap(
    lambda columns: st.lists(st.lists(ANY_CELL, min_size=columns, max_size=columns), min_size=1, max_size=5)
)


@given(any_table)
def test_every_cell_comes_back_under_its_own_head(cells: list[list[str]]) -> None:
    # The look of words is another matter (test_richtext_properties): here a cell is plain words.
    plain = [["".join(c for c in clean_text(text) if c.isalnum() or c in "|\\<>=/\n") for text in row] for row in cells]
    plain = [[re.sub(r"\n+", "\n", text).strip() for text in row] for row in plain]
    lines = ["| " + " | ".join(map(pasted_cell, row)) + " |" for row in plain]
    typed = "\n".join([lines[0], "|" + "---|" * len(plain[0]), *lines[1:]])
    assert drawn(typed) == [[re.sub(r"\n+", "\n", text) for text in row] for row in plain]
