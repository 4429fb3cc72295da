"""Pasting from Word, Outlook and the web into a plain textarea, and the five buttons, in a real browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from forms.richtext import to_plain
from tests.browser.pasting import blank_page, left_out, markdown, paste, value, without_complaints
from tests.examples.bullets import BULLETS

WORD_LIST = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>
<!-- p.MsoListParagraph {mso-style-priority:34;} @list l0 {mso-list-id:1;} --></style>
<!--[if gte mso 9]><xml><w:WordDocument><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]--></head>
<body lang=NL><!--StartFragment-->
<p class=MsoNormal><b>Doel:</b> méér plekken<o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Eerste punt<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='font-family:"Courier New"'><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span></span><!--[endif]-->Dieper
punt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span
style='mso-list:Ignore'>·<span> </span></span>Tweede
<i>punt</i></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>3.<span>&nbsp; </span></span>Drie</p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><span
style='mso-list:Ignore'>a)<span>&nbsp; </span></span>letter</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span
style='mso-list:Ignore'>4)<span>&nbsp; </span></span>Vier</p>
<!--EndFragment--></body></html>"""

OUTLOOK = """<html><body><div class=WordSection1><p class=MsoNormal>Beste allen,</p><p class=MsoNormal>&nbsp;</p>
<p class=MsoNormal>Zie <a href="https://voorbeeld.nl/a(b)"><span style='color:#0563C1'>de afspraken</span></a> of
<a href="mailto:post@voorbeeld.nl">post@voorbeeld.nl</a>, niet <a href="javascript:alert(1)">dit</a>.<br>Groet</p>
<ul type=disc><li class=MsoListParagraph><p class=MsoNormal>een<o:p></o:p></p><p>nog een alinea</p></li>
<li><b>twee</b><ol start=2><li>sub</li><li>sub</li></ol></li></ul></div><script>alert(1)</script></body></html>"""

LAYOUT = "<table><tr><td><p>een</p><p>twee</p></td></tr></table><p>drie</p>"


@pytest.fixture(scope="module")
def browser_page(browser: Browser) -> Iterator[Page]:
    yield from blank_page(browser)


@pytest.fixture
def page(browser_page: Page) -> Iterator[Page]:
    yield from without_complaints(browser_page)


def select(page: Page, text: str, words: str) -> None:
    page.locator("textarea").fill(text)
    start = text.index(words)
    page.evaluate("([a, b]) => { field.focus(); field.setSelectionRange(a, b); }", [start, start + len(words)])


def selected(page: Page) -> str:
    return str(page.evaluate("field.value.slice(field.selectionStart, field.selectionEnd)"))


def test_lists_of_word_become_lists(page: Page) -> None:
    assert markdown(page, WORD_LIST) == (
        "**Doel:** méér plekken\n\n- Eerste punt\n   - Dieper punt\n- Tweede *punt*\n3. Drie\n   a) letter\n4. Vier"
    )


def test_a_mail_keeps_its_links_line_ends_and_lists(page: Page) -> None:
    assert markdown(page, OUTLOOK) == (
        "Beste allen,\n\nZie [de afspraken](https://voorbeeld.nl/a%28b%29) of "
        "[post@voorbeeld.nl](mailto:post@voorbeeld.nl), niet dit.\nGroet\n\n"
        "- een\n\n   nog een alinea\n- **twee**\n   2. sub\n   3. sub"
    )


def test_a_layout_table_becomes_paragraphs(page: Page) -> None:
    assert markdown(page, LAYOUT) == "een\n\ntwee\n\ndrie"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<b style="font-weight:normal" id="docs"><p><span style="font-weight:700">vet</span> niet</p></b>',
            "**vet** niet",
        ),
        ("<p><b>Let op </b>dit</p>", "**Let op** dit"),
        ("<p><b>a <i>b</i></b> <i>c</i></p>", "**a *b*** *c*"),
        ("<p><b>half</b>woord</p>", "halfwoord"),
        ("<p><b>een<br>twee</b></p>", "**een**\n**twee**"),
        ("<p><b>a:</b><i>(b)</i></p>", "**a:**(b)"),
        ("<h2>Kop</h2><p>tekst</p>", "**Kop**\n\ntekst"),
        ("<p><b> </b>tekst</p>", "tekst"),
        ("<p>“Slimme” aanhalingstekens – ook ’s avonds…</p>", "“Slimme” aanhalingstekens – ook ’s avonds…"),
        ('<p><a href="https://voorbeeld.nl/x">https://voorbeeld.nl/x</a></p>', "https://voorbeeld.nl/x"),
        ('<p><a href="https://voorbeeld.nl"><b>vet</b> en [1]</a></p>', "[**vet** en (1)](https://voorbeeld.nl)"),
        ("<p style='display:none'>weg</p><p>a<style>b{}</style><!-- c --><img src=x onerror=alert(1)></p>", "a"),
        ("<ol><li value=5>vijf</li><li>zes</li></ol>", "5. vijf\n6. zes"),
        ("<div role=list><ul><li aria-level=2 data-aria-level=2>diep</li></ul></div>", "   - diep"),
        ("<p>&lt;b&gt;</p>", "<b>"),
        ("", ""),
        ("<" * 20_000, "<" * 20_000),
    ],
)
def test_pieces_of_html(page: Page, html: str, expected: str) -> None:
    assert markdown(page, html) == expected


@pytest.mark.parametrize(
    "words",
    [
        "5*3*2",
        "*geen nadruk* en **ook niet**",
        "voetnoot* en nog een*",
        "C:\\map\\x",
        "snake_case_woord",
        "# 3 aanbieders",
        "2024. Daarna",
        "[x](https://voorbeeld.nl)",
        "a * b * c",
        "* exclusief crisisplekken",
        "(*) of (**)",
        "**** ****",
        "*a **b** c*",
        "-",
        "---",
    ],
)
def test_words_that_look_like_markup_come_out_as_typed(page: Page, words: str) -> None:
    escaped = words.replace("<", "&lt;")
    assert to_plain(markdown(page, f"<p>{escaped}</p>")) == words


def test_words_that_look_like_markup_beside_real_markup_come_out_as_typed(page: Page) -> None:
    assert to_plain(markdown(page, "<p>map <b>C:\\</b> en <i>dit</i></p>")) == "map C:\\ en dit"
    written = markdown(page, "<p><b>vet</b> en *niet* en voetnoot* <i>schuin *a</i></p>")
    assert to_plain(written) == "vet en *niet* en voetnoot* schuin *a"


def test_pasting_word_text_can_be_undone_and_tells_the_page(page: Page) -> None:
    page.locator("textarea").fill("Stappen:")
    assert not paste(page, "<ul><li>een<li>twee</ul>", "een\ntwee")
    assert value(page) == "Stappen:\n- een\n- twee"
    assert page.evaluate("inputs") > 1
    page.keyboard.press("Control+z")
    assert value(page) == "Stappen:"


def test_plain_text_is_left_to_the_browser(page: Page) -> None:
    assert paste(page, "", "- tekst")
    assert paste(page, "<p>gewone tekst</p>", "gewone tekst\n")


def test_pasting_200_kilobytes_keeps_every_sign_and_can_be_undone(page: Page) -> None:
    page.locator("textarea").fill("Begin: ")
    html = "<ul><li><b>vet</b> en &lt;b&gt; &amp;amp; tekst<ol><li>dieper in de lijst</li></ol></li></ul>" * 2_000
    expected = markdown(page, html)
    assert expected.startswith("- **vet** en <b> &amp; tekst\n   1. dieper in de lijst\n- **vet**")
    assert not paste(page, html, "x")
    assert value(page) == "Begin: \n" + expected
    assert page.evaluate("inputs") <= 3
    page.keyboard.press("Control+z")
    assert value(page) == "Begin: "


def test_the_toolbar_has_five_named_buttons_and_one_tab_stop(page: Page) -> None:
    toolbar = page.get_by_role("toolbar", name="Opmaak")
    assert toolbar.get_attribute("aria-controls") == "tekst"
    assert toolbar.get_by_role("button").all_inner_texts() == ["Vet", "Cursief", "Opsomming", "Nummering", "Tabel"]
    toolbar.get_by_role("button", name="Vet").focus()
    for key, focused in [
        ("ArrowRight", "Cursief"),
        ("End", "Tabel"),
        ("ArrowRight", "Vet"),
        ("ArrowLeft", "Tabel"),
    ]:
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.textContent") == focused
        assert toolbar.locator("[tabindex='0']").all_inner_texts() == [focused]


@pytest.mark.parametrize(
    ("text", "words", "button", "expected"),
    [
        ("een twee drie", "twee", "Vet", "een **twee** drie"),
        ("een **twee** drie", "twee", "Vet", "een twee drie"),
        ("een **twee** drie", "**twee**", "Vet", "een twee drie"),
        ("een **twee** drie", "twee", "Cursief", "een ***twee*** drie"),
        ("een ***twee*** drie", "twee", "Vet", "een *twee* drie"),
        ("een twee drie", "twee ", "Cursief", "een *twee* drie"),
        ("- een\n- twee", "- een\n- twee", "Vet", "- **een**\n- **twee**"),
        ("een\n\ntwee", "een\n\ntwee", "Opsomming", "- een\n\n- twee"),
        ("een\n  twee\ndrie", "n\n  twee", "Opsomming", "- een\n  - twee\ndrie"),
        ("- een\n- twee", "een\n- twee", "Opsomming", "een\ntwee"),
        ("- een\n- twee", "- een\n- twee", "Nummering", "1. een\n2. twee"),
        ("1. een\n2. twee", "een\n2. twee", "Nummering", "een\ntwee"),
        ("een\ntwee\n", "een\n", "Nummering", "1. een\ntwee\n"),
    ],
)
def test_the_buttons_toggle_markup(page: Page, text: str, words: str, button: str, expected: str) -> None:
    select(page, text, words)
    page.get_by_role("button", name=button).click()
    assert value(page) == expected


def test_a_second_click_takes_the_markup_away_again_and_undo_works(page: Page) -> None:
    select(page, "een twee", "twee")
    page.get_by_role("button", name="Vet").click()
    page.get_by_role("button", name="Vet").click()
    assert (value(page), selected(page)) == ("een twee", "twee")
    page.keyboard.press("Control+z")
    assert value(page) == "een **twee**"


def test_shortcuts_work_and_the_cursor_goes_between_the_signs(page: Page) -> None:
    page.locator("textarea").fill("")
    page.locator("textarea").focus()
    page.keyboard.press("Control+b")
    page.keyboard.type("vet")
    page.keyboard.press("End")
    page.keyboard.type(" ")
    page.keyboard.press("Control+i")
    page.keyboard.type("schuin")
    assert value(page) == "**vet** *schuin*"


def test_a_button_on_an_empty_field_begins_a_list(page: Page) -> None:
    page.locator("textarea").fill("")
    page.get_by_role("button", name="Opsomming").click()
    page.keyboard.type("een")
    assert value(page) == "- een"


# As Word puts it on the clipboard: a tracked change in three runs, a comment with its sign, hidden text, an image.
TRACKED = """<html><body><p class=MsoNormal>De regio <del cite="mailto:A%20B" datetime="2024-01-01T10:00"><span
style='color:red'>wei</span></del><del>gert</del><ins cite="mailto:A%20B" datetime="2024-01-01T10:00">gaat</ins>
<a style='mso-comment-reference:AB_1;mso-comment-date:20240101T1000'>aan de slag</a><span
class=MsoCommentReference><span style='mso-special-character:comment'>&nbsp;<a class=msocomanchor id="_anchor_1"
href="#_msocom_1" name="_msoanchor_1">[AB1]</a>&nbsp;</span></span>.<span
style='display:none;mso-hide:all'>geheim</span>
<s>niet meer</s><span style='text-decoration:line-through'>ook niet</span></p>
<p class=MsoNormal><img width=200 height=100 src="file:///c:/foto.png" alt="Kaart van de regio"></p>
<div style='mso-element:comment-list'><hr class=msocomoff align=left size=1 width="33%"><div
style='mso-element:comment'><div id="_com_1" class=msocomtxt><p class=MsoCommentText><span
class=MsoCommentReference><a href="#_msoanchor_1" class=msocomoff>[AB1]</a></span>Klopt dit wel?</p></div></div></div>
</body></html>"""


def test_deleted_hidden_and_commented_words_stay_out_and_are_told(page: Page) -> None:
    assert not paste(page, TRACKED, "De regio weigertgaat aan de slag[AB1].")
    assert value(page) == "De regio gaat aan de slag."
    page.locator("[data-weggelaten] summary").click()
    assert left_out(page).splitlines()[0] == (
        "1 opmerking, 2 doorgehaalde stukken tekst, 1 verborgen stuk tekst en 1 afbeelding zijn niet meegekomen."
    )
    assert page.locator("[data-weggelaten] li").all_inner_texts() == [
        "opmerking: Klopt dit wel?",
        "doorgehaald stuk tekst: weigert",
        "doorgehaald stuk tekst: niet meerook niet",
        "verborgen stuk tekst: geheim",
    ]


def test_a_next_paste_tells_of_itself_only(page: Page) -> None:
    paste(page, TRACKED, "x")
    paste(page, "<p>Gewoon</p>", "Gewoon")
    assert page.locator("[data-weggelaten]").count() == 0


@pytest.mark.parametrize("style", ["text-decoration-line: line-through", "text-decoration:underline line-through"])
def test_every_way_to_strike_words_out_stays_out(page: Page, style: str) -> None:
    struck = f"<p>Wij <span style='{style}'>willen niet</span> willen</p>"
    assert markdown(page, f"{struck}<ul><li><strike>weg</strike></li><li>blijft</li></ul>") == "Wij willen\n\n- blijft"


def test_comments_of_google_docs_stay_out(page: Page) -> None:
    html = """<p>Tekst<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup> gaat door</p>
        <div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Waarom?</p></div>"""
    paste(page, html, "x")
    assert value(page) == "Tekst gaat door"
    assert left_out(page).startswith("1 opmerking is niet meegekomen.")


def test_an_image_alone_is_told_and_a_pixel_or_a_smiley_is_none(page: Page) -> None:
    paste(page, "<img src='x.png' width=300>", "")
    assert left_out(page) == "1 afbeelding is niet meegekomen."
    paste(page, "<p>Fijn <img alt='😀' src='x.png'><img width=1 height=1 src='y.png'></p>", "Fijn")
    assert (value(page), page.locator("[data-weggelaten]").count()) == ("Fijn 😀", 0)


def test_a_plain_field_leaves_out_the_same_and_nothing_else_changes(page: Page) -> None:
    page.evaluate("window.field = document.querySelector('input')")
    assert paste(page, "<p><b>Zorgkantoor</b></p>", "Zorgkantoor")
    assert not paste(page, "<p>Gemeente <del>A</del>en <b>B</b></p><p>samen</p>", "x")
    assert page.locator("input").input_value() == "Gemeente en B samen"
    assert left_out(page).startswith("1 doorgehaald stuk tekst is niet meegekomen.")


def test_signs_of_symbol_fonts_are_bullets_without_a_list_of_word(page: Page) -> None:
    html = """<p><span style='font-family:Symbol'>\uf0b7<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
        </span></span>Een</p><p><span style='font-family:"Courier New"'>o</span>&nbsp;&nbsp;Twee</p>
        <p><font face="Wingdings">§</font> Drie</p><p>o ja</p>"""
    assert markdown(page, html) == "- Een\n- Twee\n- Drie\n\no ja"


@pytest.mark.parametrize("typed", BULLETS)
def test_page_and_server_read_the_same_bullets(page: Page, typed: str) -> None:
    assert page.evaluate("text => withBullets(text)", typed) == BULLETS[typed]


def test_plain_text_with_signs_of_symbol_fonts_becomes_bullets(page: Page) -> None:
    assert not paste(page, "", "\uf0b7\tEen\n\uf0b7\tTwee")
    assert value(page) == "- Een\n- Twee"
