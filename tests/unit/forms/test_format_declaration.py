"""The declaration of 2023 says what the national format says. What holds for every edition: `test_editions.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document

from exports.plan import PlanDocument
from exports.word.plan import plan_docx
from forms.national import edition
from forms.national.plan_2023 import LANDELIJK_DOEL, PLAN_2023
from forms.spec import Kind

# The table of the landelijk invulformat, typed over from the Word file (curly apostrophes and all).
ONDERDELEN = [
    ("Naam zorgkantoorregio’s", ""),
    ("Betrokken gemeente(s)", ""),
    ("Aangesloten partijen (bijvoorbeeld zorgaanbieders, zorgverzekeraars)", ""),
    (
        "Achtergrond en probleemstelling¹",
        "Licht de speer- en/of knelpunten toe waar dit plan van aanpak zich op richt.",
    ),
    (
        "Huidige situatie",
        "Licht de huidige stand van zaken toe met betrekking tot de speer- en/of knelpunten in de zorgkantoorregio.",
    ),
    (
        "Doelstelling(en)",
        "Formuleer SMART-doelstelling(en) die betrekking hebben op speer- en/of knelpunten in de zorgkantoorregio.",
    ),
    (
        "Doelgroep",
        "Licht de specifieke doelgroep toe waarop de nadruk ligt bij het behalen van de doelstelling(en) binnen de "
        "zorgkantoorregio.",
    ),
    (
        "Acties",
        "Beschrijf de concrete acties die genomen moeten worden om de doelstelling(en) te realiseren.",
    ),
    (
        "Randvoorwaarden en uitgangspunten",
        "Beschrijf eventuele randvoorwaarden die van toepassing zijn binnen de zorgkantoorregio en de uitgangspunten "
        "voor het realiseren van de doelstelling(en).",
    ),
    (
        "Projectstructuur",
        "Beschrijf de samenwerkingsstructuur² en de wijze waarop samenwerkingsafspraken worden geborgd.",
    ),
    (
        "Monitoring en aandachtspunten",
        "Beschrijf de voornaamste aandachtspunten, de benodigde maatregelen voor het borgen van de voortgang en de "
        "wijze waarop monitoring plaatsvindt.",
    ),
    (
        "Planning",
        "Beschrijf de tijdslijnen van de belangrijkste activiteiten en mijlpalen voor het realiseren van de "
        "doelstelling(en).",
    ),
    (
        "Ervaringen uit de regio",
        "Licht de ervaringen uit de regio met betrekking tot de samenwerking toe en beschrijf wat de andere regio’s "
        "hiervan kunnen leren.",
    ),
]

STAPPEN = [
    "Algemene gegevens",
    "Achtergrond en probleemstelling",
    "Huidige situatie",
    "Doelstelling(en)",
    "Doelgroep",
    "Acties",
    "Randvoorwaarden en uitgangspunten",
    "Projectstructuur",
    "Monitoring en aandachtspunten",
    "Planning",
    "Ervaringen uit de regio",
]


@pytest.fixture(scope="module")
def empty_word() -> list[str]:
    """Every paragraph of the Word file of an empty plan, cells of tables included, in order."""
    document = PlanDocument(PLAN_2023, "", "", datetime(2023, 12, 1, tzinfo=UTC))
    word = Document(BytesIO(plan_docx(document)))
    cells = [cell for table in word.tables for row in table.rows for cell in row.cells]
    return [one.text for one in word.paragraphs] + [one.text for cell in cells for one in cell.paragraphs]


def test_the_format_has_thirteen_onderdelen_word_for_word():
    assert [(section.heading, section.printed_guidance) for section in PLAN_2023.sections] == ONDERDELEN


def test_filling_in_takes_eleven_steps_because_the_general_facts_are_one_page():
    assert [step.title for step in PLAN_2023.steps] == STAPPEN
    assert [step.number for step in PLAN_2023.steps] == list(range(1, 12))
    assert [section.key for section in PLAN_2023.steps[0].sections] == ["naam", "gemeenten", "partijen"]


def test_the_blocks_have_the_heads_of_the_format():
    assert [(block.title, block.heads) for block in PLAN_2023.blocks] == [
        ("A. Algemene gegevens", None),
        (
            "B. Plan van aanpak omschrijving",
            (
                "Onderdelen plan van aanpak instroom Wlz-ggz-W",
                "Licht hieronder de verschillende onderdelen van het plan van aanpak toe voor de zorgkantoorregio",
            ),
        ),
        ("C. Delen van ervaringen", ("Onderdeel", "Licht hieronder de ervaringen uit de regio toe")),
    ]
    assert PLAN_2023.blocks[0].intro == (
        "Vul hieronder in de naam van het zorgkantoorregio, de betrokken gemeente(s) en aangesloten partijen"
    )
    assert PLAN_2023.title == "Landelijk Invulformat: Plan van aanpak – Regioaanpak instroom Wlz-ggz-W"


def test_the_footnotes_are_those_of_the_format():
    assert {section.key: section.footnote.text for section in PLAN_2023.sections if section.footnote} == {
        "achtergrond": (
            "Uit de duiding van de cijfers komt naar voren welke speer- en/of knelpunten er in de regio zijn. "
            "Dit vormt de basis van het plan van aanpak."
        ),
        "projectstructuur": (
            "Het kan gaan om het implementeren van een nieuwe structuur of het aansluiten bij een bestaande structuur."
        ),
    }


def test_the_tables_have_the_columns_of_the_format():
    assert PLAN_2023.question_of_kind(Kind.ACTIES).columns == (
        "Acties",
        "Verantwoordelijk/ coördinator / trekker van actie",
        "Tijdslijn",
    )
    assert PLAN_2023.question_of_kind(Kind.MIJLPALEN).columns == ("Activiteit", "Mijlpaal", "Datum gereed")


def test_the_goals_have_the_sentences_of_the_format():
    assert PLAN_2023.question_of_kind(Kind.DOELSTELLINGEN).goal == LANDELIJK_DOEL
    assert LANDELIJK_DOEL.above == "Vul de volgende doelstelling in:"
    assert LANDELIJK_DOEL.others == "Eventuele aanvullende doelstellingen kunnen hieronder beschreven worden:"
    assert LANDELIJK_DOEL.sentence.count("{regio}") == 1


def test_every_onderdeel_has_one_row_in_word_in_the_same_words(empty_word: list[str]):
    for label, guidance in ONDERDELEN:
        assert empty_word.count(label) == 1, label
        assert not guidance or empty_word.count(guidance) == 1, guidance


def test_every_edition_is_found_by_its_key_and_no_other():
    assert edition("plan_2023") is PLAN_2023
    with pytest.raises(KeyError):
        edition("plan_1999")


def test_asking_for_a_question_that_is_not_in_the_format_is_a_mistake():
    assert PLAN_2023.question("achtergrond").label == "Achtergrond en probleemstelling"
    assert PLAN_2023.step("bestaat_niet") is None
    for ask in (PLAN_2023.question, PLAN_2023.step_of):
        with pytest.raises(KeyError):
            ask("bestaat_niet")
