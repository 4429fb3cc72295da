"""No word of a file is dropped or doubled, whatever stands in what: the raw file is counted by another road."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.odf.paper import plan_odt
from exports.plan import PlanDocument
from exports.word.plan import plan_docx
from forms.richtext import to_words
from portal.domain.intake.counted import words_of
from portal.domain.intake.document import ReadDocument
from portal.domain.intake.read import read
from portal.domain.intake.writing import joined
from tests.examples.plans import empty_plan, filled_plan
from tests.reading.visible_words import plain_words, visible_words
from tests.worlds import odfml as o
from tests.worlds import wordml as w
from tests.worlds.people_files import FILES

# What stands above the pages is counted by nobody else.
_HEADERS = {"with_notes": Counter(["Concept", "3", "–", "Voorbeeldstreek"])}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_people_is_read_word_for_word(name: str) -> None:
    content = FILES[name]()
    given_back = plain_words(words_of(read(name, content)))
    assert given_back == visible_words(content) + _HEADERS.get(name, Counter())


@pytest.mark.parametrize("plan", [empty_plan(), filled_plan()], ids=["empty", "filled"])
def test_what_the_portal_wrote_itself_is_read_word_for_word_and_alike(plan: PlanDocument) -> None:
    word, opened = plan_docx(plan), plan_odt(plan)
    found = [read("plan", word), read("plan", opened)]
    for content, document in zip((word, opened), found, strict=True):
        body = [one.text for one in document.paragraphs() if one.place not in {"koptekst", "voettekst"}]
        assert plain_words(tuple(body)) == visible_words(content)
        assert document.told == ()
    told = [[(one.text, one.sign, one.level, one.markdown) for one in one.paragraphs() if one.text] for one in found]
    assert told[0] == told[1]


def in_markdown(document: ReadDocument) -> Counter[str]:
    """The words of the Markdown that is made of a file, as the portal shows it."""
    return plain_words(to_words(joined(document.paragraphs())))


@pytest.mark.parametrize("name", FILES)
def test_the_words_stay_when_they_become_markdown(name: str) -> None:
    document = read(name, FILES[name]())
    # A number that somebody typed becomes the number of a list.
    lost = plain_words(words_of(document)) - in_markdown(document)
    assert [word for word in lost if not word.rstrip(".").isdigit()] == []


# Words with signs that mean something in Markdown, in XML, or nowhere.
_SIGNS = ["*nu*", "5*3", "a_b", "[x]", "<b>", "&", "1.", "-", "|", "C:\\x", "wo\u00adord"]
_WORD = st.sampled_from(["wij", "é", "٣", *_SIGNS])
_TEXT = st.lists(_WORD, min_size=1, max_size=4).map(" ".join)
_LOOK = st.sampled_from(["", "<w:b/>", "<w:i/>", "<w:b/><w:i/>", "<w:caps/>", "<w:vanish/>"])


def _spaced(content: str) -> str:
    return content + w.run(" ")


def _links(content: str) -> str:
    return f'<w:hyperlink r:id="rIdLink">{content}</w:hyperlink>'


def _tagged(content: str) -> str:
    return f"<w:smartTag>{content}</w:smartTag>"


def _inlines(depth: int) -> st.SearchStrategy[str]:
    """A piece of a paragraph, with a space behind it, in which other pieces may stand."""
    one = st.one_of(
        st.builds(w.run, _TEXT, _LOOK),
        _TEXT.map(w.removed),
        st.just(w.mark(1)),
        _TEXT.map(lambda text: w.field("DATE", w.run(text))),
        _TEXT.map(lambda text: w.control(w.run(text), empty=True)),
        _TEXT.map(lambda text: w.remarked(1, w.run(text))),
    ).map(_spaced)
    if not depth:
        return one
    inner = st.lists(_inlines(depth - 1), min_size=1, max_size=2).map("".join)
    around: list[Callable[[str], str]] = [w.inserted, w.control, _links, _tagged]
    return one | st.tuples(st.sampled_from(around), inner).map(lambda both: both[0](both[1])).map(_spaced)


_ENDS = '<w:rPr><w:del w:id="1" w:author="C"/></w:rPr>'
_POINTS = st.none() | st.tuples(st.sampled_from([w.BULLETS, w.NUMBERS, w.PARAGRAPHS]), st.integers(0, 2))


def _blocks(depth: int) -> st.SearchStrategy[str]:
    content = st.lists(_inlines(1), max_size=3).map("".join)
    paragraph = st.builds(
        lambda inside, style, point, more: w.par(inside, style=style, point=point, more=more),
        content, st.sampled_from(["", "Heading1", "Title"]), _POINTS, st.sampled_from(["", _ENDS]),
    )  # fmt: skip
    if not depth:
        return paragraph
    inner = st.lists(_blocks(depth - 1), max_size=2).map("".join)
    ended = inner.map(lambda blocks: blocks + w.par())
    cell = st.builds(
        lambda blocks, span, merge: w.cell(blocks, span=span, merge=merge),
        ended, st.sampled_from([1, 1, 2]), st.sampled_from(["", "", "restart", "continue"]),
    )  # fmt: skip
    row = st.builds(
        lambda cells, more: w.row(*cells, more=more),
        st.lists(cell | cell.map(w.control), min_size=1, max_size=3),
        st.sampled_from(["", "", '<w:del w:id="2"/>', '<w:ins w:id="3"/>', "<w:tblHeader/>"]),
    )
    table = st.lists(row | row.map(w.control), min_size=1, max_size=2).map(lambda rows: w.table(*rows))
    box = inner.map(lambda blocks: w.par(w.text_box(blocks or w.par())))
    return paragraph | table | inner.map(w.control) | box


@given(st.lists(_blocks(2), max_size=4).map("".join))
def test_no_word_of_a_word_file_is_dropped(body: str) -> None:
    notes = {"footnotes": w.note(1, w.par(w.run(" noot erbij"))), "comments": w.remark(1, "Anna", "Wat?")}
    content = w.docx(body, parts=notes, relations=w.outside("rIdLink", "hyperlink", "https://a.test/"))
    document = read("plan.docx", content)
    assert plain_words(words_of(document)) == visible_words(content)


def _odt_blocks(depth: int) -> st.SearchStrategy[str]:
    words = _TEXT.map(lambda text: text.replace("&", "en").replace("<", "(").replace(">", ")"))
    piece = words | words.map(lambda text: o.span(text, "vet")) | st.just("<text:tab/>") | st.just("<text:s/>")
    paragraph = st.lists(piece.map(lambda one: f"{one} "), max_size=3).map("".join).map(o.par)
    if not depth:
        return paragraph
    inner = st.lists(_odt_blocks(depth - 1), min_size=1, max_size=2)
    cell = st.builds(lambda blocks, span: o.cell("".join(blocks), columns=span), inner, st.sampled_from([1, 2]))
    row = st.lists(cell, min_size=1, max_size=3).map(lambda cells: o.row(*cells))
    rows = st.lists(row, min_size=1, max_size=2)
    table = st.builds(lambda rows, heads: o.table(*rows, heads=heads), rows, st.integers(0, 1))
    lists = inner.map(lambda blocks: o.points(*blocks, style="nummers"))
    section = inner.map(lambda blocks: f"<text:section>{''.join(blocks)}</text:section>")
    return paragraph | table | lists | section


@given(st.lists(_odt_blocks(2), max_size=4).map("".join))
def test_no_word_of_an_opendocument_is_dropped(body: str) -> None:
    content = o.odt(body)
    assert plain_words(words_of(read("plan.odt", content))) == visible_words(content)
