"""The regiobeeld on its page and as a file: the region's own words are its own until it shares them."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from flask import Flask
from pptx import Presentation
from sqlalchemy import select

from portal.domain.instroom.breakdowns import Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek, total_of
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import InstroomBron, Plan, Regio
from portal.services.instroom.document import regiobeeld_of
from tests.client import Page, StrictClient
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pages import words
from tests.worlds.inflow import make_bron, put_duiding, take
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening, make_plan

WOORDEN = "Wij herkennen dit niet."


@pytest.fixture
def plan(app: Flask) -> Plan:
    """A region with inflow of 2023, among a country of two."""
    regio, other = make_regio("Bosstreek"), make_regio("Kuststreek")
    found = {total_of("instroom", regio.code, "2023"): 40, total_of("instroom", other.code, "2023"): 60}
    found |= {total_of("inwoners", one.code, "2023"): 1000 for one in (regio, other)}
    found[Plek("instroom", regio.code, Indeling.LEEFTIJD, "18-26", "2023")] = 3
    take(make_bron(), found)
    return make_plan(regio)


def page_of(regio: Regio) -> str:
    return f"/instroom/{regio.code}/regiobeeld"


def typed(text: str, base: int = 0) -> dict[str, str]:
    """What the page sends when somebody wrote under the first view."""
    names = [f"duiding_{name}" for name in ("totaal", "leeftijd", "herkomst", "zorgzwaarte")]
    return (
        dict.fromkeys(names, "")
        | {f"revisie_{name}": "0" for name in names}
        | {"duiding_totaal": text, "revisie_duiding_totaal": str(base)}
    )


def write(client: StrictClient, regio: Regio, text: str = WOORDEN, *, base: int = 0) -> None:
    client.post(f"{page_of(regio)}/duiding", typed(text, base), 302)


def told(page: Page) -> str:
    return words(page.find("//main")[0])


def rows_of(page: Page) -> list[list[str]]:
    return [[words(cell) for cell in row.xpath("./*")] for row in page.find("//main//tbody/tr")]


def test_the_figures_stand_beside_those_of_the_country(client: StrictClient, plan: Plan) -> None:
    page = client.sign_in(make_regiolezer(plan.regios[0])).get(page_of(plan.regios[0]))
    rows = rows_of(page)
    assert ["Instroom in 2023", "40", "100", "40% van Nederland"] in rows
    assert ["18 t/m 26 jaar", "<5", "niet te zeggen"] in rows
    assert "Uw duiding" not in told(page)


def test_own_words_are_for_the_region_until_it_shares_them(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    write(client.sign_in(make_contact(regio)), regio)
    assert WOORDEN in client.get(page_of(regio)).text
    assert WOORDEN in client.sign_in(make_regiolezer(regio)).get(page_of(regio)).text
    coordinator = make_user(Rol.COORDINATOR)
    assert WOORDEN not in client.sign_in(coordinator).get(page_of(regio)).text
    assert WOORDEN not in words_of_file(client, regio)
    client.sign_in(make_contact(regio)).post(f"{page_of(regio)}/delen", {}, 302)
    assert WOORDEN in client.sign_in(coordinator).get(page_of(regio)).text
    assert WOORDEN in words_of_file(client, regio)


def file_of(client: StrictClient, address: str) -> bytes:
    client.get(address)
    assert client.response is not None
    return client.response.data


def words_of_file(client: StrictClient, regio: Regio) -> str:
    document = Document(BytesIO(file_of(client, f"{page_of(regio)}.docx")))
    return "\n".join(one.text for one in document.paragraphs)


def test_the_slides_say_what_the_page_says(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    groups = {Plek("instroom", regio.code, Indeling.HERKOMST, "wmo", str(year)): year - 2000 for year in (2022, 2023)}
    before = {total_of("instroom", place, "2022"): 50 for place in (regio.code, NEDERLAND)}
    take(db.session.scalars(select(InstroomBron)).one(), {**before, **groups})
    write(client.sign_in(make_contact(regio)), regio)
    assert WOORDEN in words_of_slides(file_of(client, f"{page_of(regio)}.pptx"))
    content = file_of(client.sign_in(make_user(Rol.COORDINATOR)), f"{page_of(regio)}.pptx")
    assert_opens_cleanly(content, ".pptx")
    told = words_of_slides(content)
    assert "Instroom van 18 t/m 26 jaar, 2023|<5|niet te zeggen" in told
    assert WOORDEN not in told
    charts = [sum(shape.has_chart for shape in slide.shapes) for slide in Presentation(BytesIO(content)).slides]
    # The total, and each origin in a small chart of its own; ages and profiles have nothing to draw.
    assert charts == [0, 0, 1, 0, 6, 0]


def words_of_slides(content: bytes) -> str:
    """What stands on the slides and in their notes; the cells of a row of a table with a bar between."""
    found = []
    for slide in Presentation(BytesIO(content)).slides:
        found += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        tables = [shape.table for shape in slide.shapes if shape.has_table]
        found += ["|".join(cell.text for cell in row.cells) for table in tables for row in table.rows]
        found.append(slide.notes_slide.notes_text_frame.text)
    return "\n".join(found)


def test_only_a_region_that_holds_the_pen_is_offered_to_take_over(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    anna = make_contact(regio)
    write(client.sign_in(anna), regio)
    assert "Overnemen in het plan" in client.get(page_of(regio)).text
    make_indiening(plan, anna)
    assert "Overnemen in het plan" not in client.get(page_of(regio)).text
    client.post(f"{page_of(regio)}/overnemen", {}, 302)
    assert "U kunt nu niet in het plan schrijven." in client.get(page_of(regio)).html


def test_what_is_not_shared_yet_makes_no_concept_for_others(client: StrictClient, plan: Plan) -> None:
    """That a region is writing is its own business too."""
    regio = plan.regios[0]
    put_duiding(regio, shared=False)
    for of_the_region in (True, False):
        beeld = regiobeeld_of(regio, of_the_region=of_the_region, demo=False)
        assert beeld is not None
        assert beeld.is_concept is of_the_region


def test_a_save_by_itself_answers_with_the_new_revision(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    client.sign_in(make_contact(regio))
    client.post(f"{page_of(regio)}/duiding", typed(WOORDEN), 200, headers={"Accept": "application/json"})
    assert client.response is not None
    assert client.response.get_json()["revisies"]["revisie_duiding_totaal"] == 1


def test_two_texts_that_can_not_be_merged_are_shown_beside_each_other(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    write(client.sign_in(make_contact(regio)), regio, "Hoog.")
    write(client, regio, "Heel hoog.", base=1)
    client.sign_in(make_contact(regio))
    page = client.post(f"{page_of(regio)}/duiding", typed("Juist laag.", 1), 409)
    assert "Heel hoog." in page.text
    assert "Juist laag." in page.text


def test_the_part_of_the_target_follows_the_share_that_was_chosen(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    client.sign_in(make_contact(regio))
    assert "Kies waaruit" in told(client.post(f"{page_of(regio)}/verdeling", {}, 422))
    client.post(f"{page_of(regio)}/verdeling", {"verdeling": "instroom"}, 302)
    # 40 % of 100 a month.
    rows = rows_of(client.get(page_of(regio)))
    assert ["ongeveer 100 per maand, daarna", "ongeveer 480", "437 en 523"] in rows


def test_the_words_go_over_into_the_plan(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    write(client.sign_in(make_contact(regio)), regio)
    client.post(f"{page_of(regio)}/overnemen", {}, 302)
    assert client.response is not None
    place = f"/plannen/{plan.id}/onderdeel/achtergrond"
    assert client.response.location == place
    assert WOORDEN in client.get(place).text


def test_other_regions_write_nothing_here(client: StrictClient, plan: Plan) -> None:
    regio = plan.regios[0]
    client.sign_in(make_contact(make_regio("Elders")))
    client.get(page_of(regio))
    for what in ("duiding", "verdeling", "delen", "overnemen"):
        client.post(f"{page_of(regio)}/{what}", {}, 403)
    client.get(f"{page_of(regio)}/eerder/duiding_totaal", 403)


def test_a_region_without_figures_says_so(client: StrictClient, app: Flask) -> None:
    regio = make_regio("Leegland")
    page = client.sign_in(make_contact(regio)).get(page_of(regio))
    assert "nog geen cijfers over een heel jaar" in told(page)
    client.get(f"{page_of(regio)}.pdf", 404)
    client.get("/instroom/ZK99/regiobeeld", 404)
