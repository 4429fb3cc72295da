"""Whatever somebody types or pastes: no word is lost, nothing unsafe is drawn, and it takes no time."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from forms.cleaning import clean_text
from forms.richtext import parse, to_html, to_plain
from tests.running.growth import assert_grows_with

MARKUP = set("*•-.\\[]()|:0123456789")
ALLOWED = {"p", "br", "ul", "ol", "li", "strong", "em", "a", "div", "table", "thead", "tbody", "tr", "th", "td"}
NAMES = {"class", "href", "rel", "start", "role", "aria-label", "tabindex", "scope", "colspan"}

pieces = st.sampled_from(
    [
        "*",
        "**",
        "\\",
        "- ",
        "* ",
        "• ",
        "1. ",
        "2. ",
        "12. ",
        "2024. ",
        "[a](https://b.nl) ",
        "[",
        "](",
        ")",
        "https://b.nl/*c",
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "woord",
        "a",
        ".",
        "|",
        "\n|---|-|\n",
        "<br>",
        "<b>",
        "&lt;",
        "javascript:",
        "é",
        "\ud800",
        "\x00",
        "👍",
    ]
)
typed_text = st.lists(pieces | st.text(st.characters(exclude_categories=()), max_size=5), max_size=40).map("".join)


def words(text: str) -> Counter[str]:
    return Counter(c for c in text if not c.isspace() and c not in MARKUP)


@given(typed_text)
def test_no_character_of_the_text_is_lost(text: str) -> None:
    # In a cell "<br>" is the end of a line.
    lost = words(re.sub("<br ?/?>", "", clean_text(text), flags=re.IGNORECASE)) - words(to_plain(text))
    assert not lost


@given(typed_text)
def test_without_markup_text_comes_out_as_it_went_in(text: str) -> None:
    plain = "\n\n".join(re.split(r"\n[\s]*\n", re.sub(r"[*\\\[\]•0-9|-]", "", clean_text(text)))).strip()
    assert to_plain(plain) == plain


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        assert {name for name, _ in attrs} <= NAMES
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(typed_text)
def test_html_holds_only_the_allowed_tags_and_addresses(text: str) -> None:
    tags = Tags()
    tags.feed(to_html(text))
    assert tags.seen <= ALLOWED
    assert not tags.open
    assert all(re.match("https?://|mailto:", address) for address in tags.addresses)


@given(typed_text)
def test_plain_text_of_lists_reads_as_the_same_lists(text: str) -> None:
    without_look = re.sub(r"[*\\\[\]|]|https?:", "", clean_text(text))
    # A point without words is a bare sign in plain text: whether that begins a list depends on what stands around it.
    assume(not re.search(r"([-–•]|\d+[.)])[ \t]*$", without_look, re.MULTILINE))
    assert to_plain(to_plain(without_look)) == to_plain(without_look)


@pytest.mark.parametrize(
    "unit",
    [
        "*",
        "*a ",
        "*a* ",
        "**a* ",
        "_",
        "[",
        "[a](",
        "[a](https://b",
        "[a](https://b.nl/(",
        "\\",
        "\\*a ",
        "\\[",
        "- ",
        "> ",
        "- a\n",
        "1. a\n",
        "- a\n  1. b\n",
        "1.",
        "https://",
        "https://a.nl/)",
        "a\n",
        "*a\n",
        "\n",
        " ",
        "\t",
        "<",
        "&",
        "`",
        "e\u0301",
        "|",
        "|\n|-|\n",
        "| a |\n",
        "\\|",
        "a<br>|",
        "|-",
    ],
)
def test_eight_times_as_much_of_anything_takes_about_eight_times_as_long_to_draw(unit: str) -> None:
    assert_grows_with(to_html, unit * (15_000 // len(unit)), unit * (120_000 // len(unit)))


@pytest.mark.parametrize("row", ["| a | b<br>c |\n", "|\n", "|" * 63 + "\n"])
def test_a_table_eight_times_as_long_takes_about_eight_times_as_long_to_draw(row: str) -> None:
    head = "|" * 63 + "\n|---|\n"
    assert_grows_with(to_html, head + row * (15_000 // len(row)), head + row * (120_000 // len(row)))


def test_lists_that_go_deeper_and_deeper_do_not_crash() -> None:
    text = "\n".join(" " * depth + "- x" for depth in range(600))
    assert to_plain(text).count("x") == 600
    assert len(parse(text)) == 1
