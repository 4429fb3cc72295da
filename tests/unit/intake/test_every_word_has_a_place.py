"""Whatever stands in a file, in whatever order: recognising drops no word and says none twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.national import Soort, first
from portal.domain.intake.document import Comment, ReadBlock, ReadCell, ReadDocument, ReadParagraph, ReadRow, ReadTable
from portal.domain.intake.recognise.places import places_of
from portal.domain.intake.recognise.recognise import NoPlan, recognise
from portal.domain.intake.under_way import account, leave_out_row, move_piece, text_for

PLAN = first(Soort.PLAN)
OWN = [
    text
    for section in PLAN.sections
    for text in (section.label, section.guidance, f"{section.label}: {section.guidance}", *section.questions[0].columns)
    if text
]
WORDS = st.one_of(
    st.sampled_from(OWN),
    st.sampled_from(
        ["1. Overleggen", "5a. Samenwerken", "Gemeenten, zorgkantoor", "Q2 2024", "Zie Acties!", "?", "a | b\nc"]
    ),
    st.text("ab1. :|\n¹", max_size=12),
)
SEEN = Comment("A. Proef", "Klopt dit?", "dit")


@st.composite
def paragraphs(draw: st.DrawFn) -> ReadParagraph:
    text = draw(WORDS)
    sign, depth = draw(st.sampled_from([("", 0), ("•", 1), ("1.", 1)]))
    bold = draw(st.booleans()) and bool(text.strip()) and "\n" not in text
    comments = (SEEN,) if draw(st.integers(0, 5)) == 0 and text.strip() else ()
    markdown = f"**{text}**" if bold else f"- {text}" if depth else text
    return ReadParagraph(text, markdown, "alinea", draw(st.sampled_from([0, 0, 0, 1])), sign, depth, (), comments)


def tables(inside: st.SearchStrategy[ReadBlock]) -> st.SearchStrategy[ReadBlock]:
    blocks = st.lists(inside, max_size=3).map(tuple)
    rows = st.lists(st.lists(blocks, min_size=1, max_size=3), min_size=1, max_size=4)
    return rows.map(lambda found: ReadTable(tuple(_row(cells) for cells in found), "tabel"))


def _row(cells: list[tuple[ReadBlock, ...]]) -> ReadRow:
    return ReadRow(tuple(ReadCell(blocks, column) for column, blocks in enumerate(cells)))


BLOCKS: st.SearchStrategy[ReadBlock] = st.recursive(paragraphs(), tables, max_leaves=12)


@settings(max_examples=40)
@given(st.lists(BLOCKS, max_size=8).map(tuple), st.data())
def test_every_word_is_the_formats_own_or_has_one_place_or_none(
    blocks: tuple[ReadBlock, ...], data: st.DataObject
) -> None:
    document = ReadDocument((ReadParagraph("Doelgroep", "Doelgroep", "kop", 1), *blocks), "docx")
    try:
        content = recognise(PLAN, document, name="plan.docx")
    except NoPlan:
        return
    assert account(PLAN, content).adds_up
    assert len(content.opmerkingen) == sum(len(one.comments) for one in document.paragraphs())
    places = places_of(PLAN)
    for piece in list(content.stukken):
        move_piece(content, piece, data.draw(st.sampled_from([None, *places.all])))
    for place in [one for one in places.all if one.is_list]:
        rows = content.delen[place.key].lijst
        if rows and rows.rijen:
            leave_out_row(content, place, data.draw(st.integers(0, len(rows.rijen) - 1)))
    assert account(PLAN, content).adds_up
    assert all(isinstance(text_for(content, one), str) for one in places.all)
