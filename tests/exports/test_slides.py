"""The report as slides: a message a slide, in the order of a meeting, with what its numbers count in the notes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from exports.national.build import Stamp, build
from exports.national.messages.box import MessageEdit
from exports.national.tree import NationaalRapport
from exports.slides import SlideStyleError, check, national_pptx
from exports.slides.house import NO_SLIDES, house_template
from tests.examples.nation import example_data
from tests.exports.national_world import EMPTY, report_of
from tests.exports.small_report import NASTY
from tests.reading.documents import assert_opens_cleanly

MESSAGES = (
    MessageEdit("doel", "{doel_ja} van de {regios} regio’s verwachten de doelstelling te halen.", "Zij noemen waarom."),
    MessageEdit("acties", "{acties_aandacht} acties vragen aandacht.", wat_nu="Bespreek wonen.", aan="de VNG en VWS"),
    MessageEdit("eigen_1", "Zonder getal.", "Dit staat er zo."),
)


@cache
def report(*, chosen: bool = True) -> NationaalRapport:
    messages = MESSAGES if chosen else ()
    return build(example_data(), stamp=Stamp("Concept", 1), edits={}, messages=messages)


def opened(rapport: NationaalRapport, **more: Any) -> Any:
    return Presentation(BytesIO(national_pptx(rapport, **more)))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def words(slide: Any) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("chosen", [True, False])
def test_it_opens_cleanly_and_is_the_same_every_time(chosen: bool) -> None:
    content = national_pptx(report(chosen=chosen))
    assert_opens_cleanly(content, ".pptx")
    assert content == national_pptx(report(chosen=chosen))


def test_the_slides_stand_in_the_order_of_a_meeting() -> None:
    deck = opened(report())
    waarden = report().waarden
    ja, aandacht = waarden["doel_ja"].tekst, waarden["acties_aandacht"].tekst
    found = titles(deck)
    assert [found[1], found[2], *found[4:]] == [
        "De belangrijkste punten",
        next(one.kop.tekst for one in report().hoofdstukken if one.sleutel == "blik"),
        f"{ja} van de 31 regio’s verwachten de doelstelling te halen",
        f"{aandacht} acties vragen aandacht",
        "Zonder getal",
        "Verzoeken en beslispunten",
        "Wat er nu gebeurt",
    ]
    charts = [sum(shape.has_chart for shape in slide.shapes) for slide in deck.slides]
    assert charts == [0, 0, 0, 1, 1, 1, 0, 0, 0]
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.01)


@pytest.mark.parametrize("chosen", [True, False])
def test_there_are_no_more_slides_than_a_meeting_has_patience_for(chosen: bool) -> None:
    many = tuple(replace(MESSAGES[2], sleutel=f"eigen_{number}") for number in range(9))
    messages = many if chosen else ()
    deck = opened(build(example_data(), stamp=Stamp("Concept", 1), edits={}, messages=messages))
    assert 8 <= len(deck.slides) <= 12


def test_every_slide_of_a_concept_says_so() -> None:
    assert all("Concept – versie 1" in words(slide) for slide in opened(report()).slides)


def test_the_notes_say_what_the_numbers_count() -> None:
    waarde = report().waarden["doel_ja"]
    notes = opened(report()).slides[4].notes_slide.notes_text_frame.text
    assert f"{waarde.tekst}: {waarde.uitleg}" in notes


def test_the_map_is_one_picture_with_words_and_a_tile_for_every_region() -> None:
    (group,) = (shape for shape in opened(report()).slides[2].shapes if shape.shape_type == 6)
    assert len(group.shapes) == 31
    assert "Kaart van Nederland" in group._element.nvGrpSpPr.cNvPr.get("descr")


def test_a_round_without_answers_gives_slides_too() -> None:
    content = national_pptx(report_of(EMPTY))
    assert_opens_cleanly(content, ".pptx")


def test_odd_words_in_every_place() -> None:
    odd = MessageEdit("acties", NASTY, NASTY, NASTY, NASTY)
    made = build(example_data(), stamp=Stamp(NASTY, 1), edits={}, messages=(odd,))
    assert_opens_cleanly(national_pptx(replace(made, titel=NASTY, ondertitel=NASTY, ronde=NASTY)), ".pptx")


def test_a_template_of_the_organisation_gives_its_own_look() -> None:
    theirs = Presentation(BytesIO(house_template()))
    theirs.slides.add_slide(theirs.slide_layouts[0]).shapes.title.text = "Hun eigen dia"
    theirs.slide_master.background.fill.solid()
    path = BytesIO()
    theirs.save(path)
    deck = opened(report(), template=path.getvalue())
    assert "Hun eigen dia" not in titles(deck)
    assert deck.slide_master.background.fill.type == 1
    assert_opens_cleanly(national_pptx(report(), template=path.getvalue()), ".pptx")


@pytest.mark.parametrize("content", [b"", b"geen pptx", b"PK\x03\x04kapot"])
def test_what_is_no_presentation_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(SlideStyleError, match=NO_SLIDES[:30]):
        check(content)
