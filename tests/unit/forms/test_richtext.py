"""The small Markdown: what people type as a list is a list, and ordinary Dutch stays as it was typed."""

import pytest

from forms.richtext import Item, ListBlock, Paragraph, Run, parse, to_html, to_plain


def text(words: str) -> Paragraph:
    return Paragraph((Run(words),))


def bullets(*items: Item) -> ListBlock:
    return ListBlock(ordered=False, start=1, items=items)


def numbers(start: int, *items: Item) -> ListBlock:
    return ListBlock(ordered=True, start=start, items=items)


def item(*blocks: str | ListBlock) -> Item:
    return Item(tuple(text(block) if isinstance(block, str) else block for block in blocks))


ORDINARY = [
    "# 3 aanbieders",
    "## Kop",
    "2024. Daarna volgt de rest",
    "01. Inleiding",
    "    vier spaties aan het begin",
    "\ttab aan het begin",
    "5*3*2 is 30",
    "snake_case_woord en _streepjes_",
    "---",
    "***",
    "- ",
    "-",
    "*",
    "1.",
    "> citaat",
    "`code` en ```",
    "a. eerste\nb. tweede",
    "a) eerste\n1) tweede",
    "+ 3 fte",
    "Kop\n===\nTekst\n---",
    "| a | b |",
    "ja | nee\n---",
    "<b>niet vet</b> &amp; &euro; <!-- x -->",
    "C:\\map\\*.docx en \\* en \\[x]",
    "gemeente* en zorgkantoor*",
    "prijs * aantal * maand",
    "[niet af](",
    "[x](javascript:alert(1))",
    "[x](data:text/html,x) [y](/pad) [z](ftp://a.nl/b)",
    "[x](https://) [x](mailto:niemand)",
    "![beeld](x.png)",
    "[1]: verwijzing",
    "regel een\nregel twee  \n  regel drie",
    "=1+1",
    "]]>",
    "**** vier **** en ____",
    "De looptijd is tot en met\n31. december",
]


@pytest.mark.parametrize("typed", ORDINARY)
def test_ordinary_text_comes_out_exactly_as_typed(typed: str) -> None:
    assert parse(typed) == (text(typed),)
    assert to_plain(typed) == typed


@pytest.mark.parametrize("blank", ["", " ", "\n\n", "\t\n "])
def test_blank_text_has_no_blocks(blank: str) -> None:
    assert parse(blank) == ()
    assert to_html(blank) == ""
    assert to_plain(blank) == ""


def test_a_blank_line_divides_paragraphs_and_line_ends_are_kept() -> None:
    assert parse("een\ntwee\n\n\ndrie\r\nvier") == (text("een\ntwee"), text("drie\nvier"))


@pytest.mark.parametrize("marker", ["-", "*", "•"])
def test_three_kinds_of_bullets(marker: str) -> None:
    assert parse(f"{marker} een\n{marker}\ttwee") == (bullets(item("een"), item("twee")),)


def test_a_list_may_follow_a_sentence_at_once_and_text_at_the_margin_ends_it() -> None:
    typed = "Stappen:\n- een\n- twee\nDaarna verder."
    assert parse(typed) == (text("Stappen:"), bullets(item("een"), item("twee")), text("Daarna verder."))


def test_a_numbered_list_keeps_its_first_number() -> None:
    assert parse("3. drie\n4. vier") == (numbers(3, item("drie"), item("vier")),)


def test_numbers_that_do_not_follow_come_out_as_typed() -> None:
    assert parse("1. een\n3. drie\n3. nog eens") == (
        numbers(1, item("een")),
        numbers(3, item("drie")),
        numbers(3, item("nog eens")),
    )


def test_a_blank_line_between_points_keeps_one_list() -> None:
    assert parse("1. een\n\n2. twee") == (numbers(1, item("een"), item("twee")),)


@pytest.mark.parametrize("indent", [2, 3, 4])
def test_lists_nest_by_indenting_two_to_four_spaces(indent: int) -> None:
    typed = "\n".join(" " * indent * depth + f"- {depth}" for depth in range(4)) + "\n- weer boven"
    nested = bullets(item("0", bullets(item("1", bullets(item("2", bullets(item("3"))))))), item("weer boven"))
    assert parse(typed) == (nested,)


def test_bullets_under_numbers_do_not_break_the_numbering() -> None:
    typed = "1. een\n   - a\n   - b\n2. twee"
    assert parse(typed) == (numbers(1, item("een", bullets(item("a"), item("b"))), item("twee")),)


def test_an_indented_number_begins_a_list_of_its_own() -> None:
    assert parse("- een\n  4. vier") == (bullets(item("een", numbers(4, item("vier")))),)


def test_indented_lines_belong_to_the_point_above() -> None:
    assert parse("- een\n  vervolg\n\n  alinea\n- twee") == (bullets(item("een\nvervolg", "alinea"), item("twee")),)


def test_one_space_too_many_or_too_few_is_still_the_same_list() -> None:
    assert parse("- een\n - twee\n- drie") == (bullets(item("een"), item("twee"), item("drie")),)
    assert parse("  - een\n - twee") == (bullets(item("een"), item("twee")),)


def test_lists_are_at_most_nine_deep() -> None:
    typed = "\n".join("  " * depth + "- x" for depth in range(12))
    block, depth = parse(typed)[0], 0
    while isinstance(block, ListBlock):
        block, depth, last = block.items[0].blocks[-1], depth + 1, block
    assert depth == 9
    assert len(last.items) == 4


def test_bold_and_italic() -> None:
    assert parse("een **vet** en *schuin* en ***beide*** (**haakjes**)") == (
        Paragraph(
            (
                Run("een "),
                Run("vet", bold=True),
                Run(" en "),
                Run("schuin", italic=True),
                Run(" en "),
                Run("beide", bold=True, italic=True),
                Run(" ("),
                Run("haakjes", bold=True),
                Run(")"),
            )
        ),
    )


def test_bold_does_not_run_on_to_the_next_line() -> None:
    assert parse("**een\ntwee**") == (text("**een\ntwee**"),)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"\*geen voetnoot\*", "*geen voetnoot*"),
        (r"\**niet vet\**", "**niet vet**"),
        (r"\- geen punt", "- geen punt"),
        (r"\1. geen nummer", "1. geen nummer"),
        (r"\\*dubbel\\*", r"\*dubbel\*"),
        (r"a\* b", r"a\* b"),
    ],
)
def test_a_backslash_goes_only_where_it_was_needed(typed: str, shown: str) -> None:
    assert parse(typed) == (text(shown),)


def test_a_backslash_keeps_an_asterisk_inside_italic_words() -> None:
    assert parse(r"*a \*b*") == (Paragraph((Run("a *b", italic=True),)),)


def test_a_backslash_keeps_a_link_as_text() -> None:
    assert to_plain(r"\[tekst](mailto:a@voorbeeld.nl)") == "[tekst](mailto:a@voorbeeld.nl)"


@pytest.mark.parametrize(
    ("typed", "shown", "href"),
    [
        ("[de site](https://voorbeeld.nl/a_(b)?c=1&d=2)", "de site", "https://voorbeeld.nl/a_(b)?c=1&d=2"),
        ("[post](mailto:post@voorbeeld.nl)", "post", "mailto:post@voorbeeld.nl"),
        ("[é](HTTPS://voorbeeld.nl/é)", "é", "https://voorbeeld.nl/%C3%A9"),
        ("https://voorbeeld.nl/pad_a_b", "https://voorbeeld.nl/pad_a_b", "https://voorbeeld.nl/pad_a_b"),
    ],
)
def test_links(typed: str, shown: str, href: str) -> None:
    assert parse(typed) == (Paragraph((Run(shown, href=href),)),)


def test_the_words_of_a_link_may_be_bold() -> None:
    assert parse("[zie **dit**](http://voorbeeld.nl)") == (
        Paragraph((Run("zie ", href="http://voorbeeld.nl"), Run("dit", bold=True, href="http://voorbeeld.nl"))),
    )


def test_a_bare_address_leaves_the_full_stop_and_the_brackets_to_the_sentence() -> None:
    assert parse("(zie https://voorbeeld.nl/a).") == (
        Paragraph((Run("(zie "), Run("https://voorbeeld.nl/a", href="https://voorbeeld.nl/a"), Run(")."))),
    )


def test_html_has_the_class_names_of_the_utrecht_components() -> None:
    assert to_html("Zie **dit**\nen [dat](https://voorbeeld.nl?a=1&b=2):\n- een\n  drie\n\n4. vier") == (
        '<p class="utrecht-paragraph rp-typed">Zie <strong>dit</strong><br>en '
        '<a class="utrecht-link" href="https://voorbeeld.nl?a=1&amp;b=2" rel="noopener noreferrer">dat</a>:</p>'
        '<ul class="utrecht-unordered-list"><li class="utrecht-unordered-list__item">'
        '<p class="utrecht-paragraph rp-typed">een<br>drie</p></li></ul>'
        '<ol class="utrecht-ordered-list" start="4"><li class="utrecht-ordered-list__item">'
        '<p class="utrecht-paragraph rp-typed">vier</p></li></ol>'
    )


def test_html_in_the_text_is_shown_as_text() -> None:
    typed = '<script>alert("1")</script> & <p class="x">'
    assert to_html(typed) == (
        '<p class="utrecht-paragraph rp-typed">&lt;script&gt;alert("1")&lt;/script&gt; &amp; &lt;p class="x"&gt;</p>'
    )


def test_plain_text_has_no_markup_and_loses_no_address() -> None:
    typed = "**Let op**: zie [de site](https://voorbeeld.nl)\n1. een\n    - *diep*\n"
    typed += "2. [a@voorbeeld.nl](mailto:a@voorbeeld.nl)\nslot"
    assert to_plain(typed) == (
        "Let op: zie de site (https://voorbeeld.nl)\n1. een\n   - diep\n2. a@voorbeeld.nl\n\nslot"
    )
