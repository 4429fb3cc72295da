"""What stands in files that people filled in: each word is the format's own, has a place, or stands with none."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pytest
from docx import Document

from forms.national import Soort, first, newest, registered
from forms.spec import Format
from portal.domain.intake.read import read
from portal.domain.intake.recognise import judging
from portal.domain.intake.recognise.places import PlanPlace, places_of
from portal.domain.intake.recognise.recognise import NoPlan, recognise
from portal.domain.intake.under_way import account, answer_for, has_words, rows_for, text_for
from portal.domain.stored.intake import IntakeContent
from tests.editions.other_plan import OTHER_PLAN
from tests.worlds import people_files
from tests.worlds.word_files import OWN_WORDS, add_format, saved, word_file

PLAN = first(Soort.PLAN)


def found(data: bytes, format_: Format = PLAN, plan_name: str = "Proefstreek") -> IntakeContent:
    """What is recognised in a file. Every word of it is somewhere."""
    content = recognise(format_, read("plan.docx", data), name="plan.docx", plan_name=plan_name)
    assert account(format_, content).adds_up
    return content


def place(key: str, format_: Format = PLAN) -> PlanPlace:
    return places_of(format_).by_key[key]


def text(content: IntakeContent, key: str) -> str:
    return text_for(content, place(key))


def left(content: IntakeContent) -> list[str]:
    """What has no place."""
    return [one.tekst for one in content.stukken if not one.doel]


def written(*lines: str | tuple[str, int]) -> bytes:
    """A Word file of paragraphs; one with a number is a heading of that level."""
    document = Document()
    for line in lines:
        if isinstance(line, str):
            document.add_paragraph(line)
        else:
            document.add_heading(*line)
    return saved(document)


def test_the_national_table_is_found_for_certain_and_nothing_is_left() -> None:
    content = found(word_file(PLAN, OWN_WORDS))
    assert left(content) == []
    assert content.gemeld == []
    assert text(content, "achtergrond") == "Wij richten ons op wat wij zelf kunnen doen:\n\n- wonen\n- werken"
    assert text(content, "doelstellingen-landelijk") == "De instroom daalt naar een nog niet bekend niveau."
    assert text(content, "planning_toelichting") == "Zie Acties!"
    assert content.delen["achtergrond"].zekerheid == "zeker"
    assert content.delen["achtergrond"].plekken == ["tabel 2, rij 2"]
    assert content.delen["partijen"].zekerheid == "waarschijnlijk"


@pytest.mark.parametrize("heads", [("Nr.", "Wat", "Wie", "Wanneer"), place("acties").question.columns])
def test_a_row_merged_over_all_columns_is_a_heading_among_the_actions(heads: tuple[str, ...]) -> None:
    numbered = heads[0] == "Nr."
    document = Document(BytesIO(word_file(PLAN, {"doelgroep": ("Jongeren.",)})))
    row = next(row for table in document.tables for row in table.rows if row.cells[0].text.startswith("Acties"))
    row.cells[1].tables[0]._tbl.getparent().remove(row.cells[1].tables[0]._tbl)
    inner = row.cells[1].add_table(0, len(heads))
    for words in (heads, ("Lijn 1: wonen",), ("1.1", "Huizen zoeken", "Thuis", "2027")[not numbered :]):
        cells = inner.add_row().cells
        merged = cells[0].merge(cells[-1]) if len(words) == 1 else None
        for cell, text in zip([merged] if merged else cells, words, strict=True):
            cell.text = text
    rows = rows_for(found(saved(document)), place("acties")).rows
    assert [(one.is_heading, one.values["omschrijving"]) for one in rows] == [
        (True, "Lijn 1: wonen"),
        (False, "Huizen zoeken"),
    ]


def test_parts_that_share_one_cell_for_their_answers_are_told() -> None:
    document = Document(BytesIO(word_file(PLAN, OWN_WORDS)))
    table = document.tables[1]
    (at,) = [at for at, row in enumerate(table.rows) if row.cells[0].text.startswith("Projectstructuur")]
    table.cell(at, 1).merge(table.cell(at + 1, 1))
    content = found(saved(document))
    assert content.gemeld == [
        "“Projectstructuur” en “Monitoring en aandachtspunten” delen in het bestand één cel. Alles staat nu bij"
        " “Projectstructuur”: verplaats daar wat bij een ander onderdeel hoort."
    ]
    assert text(content, "projectstructuur") == "Er is een werkgroep.\n\nDe werkgroep meldt elk kwartaal hoe het gaat."


def test_actions_in_parallel_cells_come_beside_each_other_without_a_correction() -> None:
    rows = rows_for(found(word_file(PLAN, OWN_WORDS)), place("acties")).rows
    assert [row.values["vorm"] for row in rows].count("kop") == 3
    told = [
        (one.get("paragraaf"), one.get("verantwoordelijke", ""), one.get("tijdslijn", ""))
        for one in (row.values for row in rows)
    ]
    assert told[0] == ("2", "Zorgkantoor", "Eind Q1 2024")
    assert told[1] == ("3a", "", "")
    assert told[4] == ("3a.3", "Zorgkantoor en gemeenten", "Q2 2024")
    assert told[13] == ("3d", "Zorgkantoor", "Q3 2024")


@pytest.mark.parametrize("make", people_files.FILES.values(), ids=people_files.FILES)
def test_files_of_people_are_placed(make: Callable[[], bytes]) -> None:
    content = found(make(), plan_name="Voorbeeldstreek")
    texts = " ".join(text_for(content, one) for one in places_of(PLAN).all if not one.is_list)
    for section in PLAN.sections:
        is_there = make is not people_files.part_missing or section.key not in ("monitoring", "ervaringen")
        if is_there and section.key not in ("partijen", "doelstellingen", "acties", "planning"):
            assert people_files.SAID[section.key].split("\n")[0].split(". ")[0] in texts, section.key
    # A heading of their own, the header of a page, a line below the tables: nothing of the plan itself.
    assert all(len(one.split()) <= 6 for one in left(content)), left(content)
    rows = rows_for(content, place("acties")).rows
    assert [row.values["omschrijving"] for row in rows][:2] == ["Visie op wonen maken", "Samenwerken"]
    assert rows[1].is_heading


LABELS = [
    ("Doelgroep", "zeker"),
    ("doelgroep:", "zeker"),
    ("Doelgroep1", "waarschijnlijk"),
    ("4. DOELGROEP", "zeker"),
    ("Doelgroep van ons plan", "onzeker"),
    ("Doelgrope", "waarschijnlijk"),
]


@pytest.mark.parametrize(("label", "sure"), LABELS)
def test_a_label_is_known_however_it_is_written(label: str, sure: str) -> None:
    content = found(written(("Huidige situatie", 1), "Er is weinig plek.", (label, 1), "Jongeren."))
    assert text(content, "doelgroep") == "Jongeren."
    assert content.delen["doelgroep"].zekerheid in (sure, "waarschijnlijk")
    assert (content.delen["doelgroep"].zekerheid == "zeker") == (sure == "zeker")


def test_label_guidance_and_answer_in_one_paragraph() -> None:
    guidance = place("doelgroep").section.guidance
    content = found(written(f"Doelgroep {guidance} Jongeren uit de wijk."))
    assert text(content, "doelgroep") == "Jongeren uit de wijk."


def test_a_sentence_that_begins_with_the_name_of_a_part_is_no_label() -> None:
    content = found(
        word_file(
            PLAN,
            {
                **OWN_WORDS,
                "monitoring": ("Acties worden besproken.", "Planning volgt."),
            },
        )
    )
    assert text(content, "monitoring") == "Acties worden besproken.\n\nPlanning volgt."


def test_a_line_in_a_text_that_is_called_as_a_part_stays_in_the_text() -> None:
    content = found(word_file(PLAN, {**OWN_WORDS, "monitoring": ("Planning", "Elk kwartaal.")}))
    assert text(content, "monitoring") == "Planning\n\nElk kwartaal."


def test_what_stands_before_the_table_beside_it_and_below_it_is_told_apart() -> None:
    beside = {"acties": ("NB. Nog niet alles is uitgewerkt.",)}
    data = word_file(PLAN, OWN_WORDS, before=("Versie 3, voor het overleg.",), beside=beside)
    document = Document(BytesIO(data))
    document.add_paragraph("Bijlage: onze begroting.")
    content = found(saved(document))
    assert left(content) == ["Versie 3, voor het overleg.", "Bijlage: onze begroting."]
    assert text(content, "acties_toelichting") == "NB. Nog niet alles is uitgewerkt."


def test_a_row_that_the_format_does_not_have_has_no_place() -> None:
    document = Document()
    table = document.add_table(0, 2)
    for label, said in (
        ("Huidige situatie", "Weinig plek."),
        ("Financiën", "Nog onbekend."),
        ("Doelgroep", "Jongeren."),
    ):
        left_cell, right_cell = table.add_row().cells
        left_cell.text, right_cell.text = label, said
    content = found(saved(document))
    assert left(content) == ["Financiën", "Nog onbekend."]
    assert text(content, "huidige_situatie") == "Weinig plek."


def test_a_part_that_stands_twice_is_put_together_and_told() -> None:
    content = found(
        written(("Doelgroep", 1), "Jongeren.", ("Huidige situatie", 1), "Vol.", ("Doelgroep", 1), "Ouderen.")
    )
    assert text(content, "doelgroep") == "Jongeren.\n\nOuderen."
    assert content.delen["doelgroep"].zekerheid == "waarschijnlijk"
    assert "staat 2 keer in het bestand" in content.delen["doelgroep"].waarom[0]


def test_a_table_of_somebody_stays_a_table_in_its_text() -> None:
    document = Document()
    document.add_heading("Huidige situatie", 1)
    table = document.add_table(0, 2)
    for cells in (("Jaar", "Instroom"), ("2022", "41"), ("2023", "37 | 38")):
        for cell, said in zip(table.add_row().cells, cells, strict=True):
            cell.text = said
    content = found(saved(document))
    assert text(content, "huidige_situatie").split("\n") == [
        "| Jaar | Instroom |",
        "|---|---|",
        "| 2022 | 41 |",
        "| 2023 | 37 \\| 38 |",
    ]


def test_closed_answers_are_read_from_their_line() -> None:
    content = found(written(("Projectstructuur", 1), "Een werkgroep.", "Wat voor structuur is het? Ad hoc"))
    assert answer_for(content, place("projectstructuur_vorm")) == "ad_hoc"
    assert text(content, "projectstructuur") == "Een werkgroep."


def test_another_edition_is_walked_by_its_own_declaration() -> None:
    said = {"geleerd": ("Begin op tijd.",), "waar": ("Streek", "Dorp en stad"), "geld": ("Tien uur per week.",),
            "maatregelen": (("Q1 2027", "Bellen", "Gemeente"),)}  # fmt: skip
    content = found(word_file(OTHER_PLAN, said), OTHER_PLAN, plan_name="Streek")
    values = [
        answer_for(content, place(key, OTHER_PLAN)) for key in ("zzq_geleerd", "zzq_regio", "zzq_gemeenten", "zzq_geld")
    ]
    assert values == ["Begin op tijd.", "Streek", "Dorp en stad", "Tien uur per week."]
    (row,) = rows_for(content, place("zzq_maatregelen", OTHER_PLAN)).rows
    assert (row.values["omschrijving"], row.values["tijdslijn"]) == ("Bellen", "Q1 2027")


def refused(data: bytes) -> str:
    with pytest.raises(NoPlan) as problem:
        found(data)
    return str(problem.value)


def test_a_file_that_is_no_filled_in_plan_says_what_it_is() -> None:
    assert refused(word_file(PLAN, {})) == judging.EMPTY_FORMAT
    assert refused(written("Notulen van het overleg", "Wij spraken over de bus.")) == judging.NO_FORMAT
    assert refused(written("")) == judging.EMPTY
    assert "antwoordblad" in refused(word_file(newest(Soort.PROGRESS), {}))


def test_a_file_of_another_edition_is_told() -> None:
    with registered(Soort.PLAN, OTHER_PLAN):
        content = found(word_file(OTHER_PLAN, {"geld": ("Tien uur.",)}))
    assert "gemaakt met een ander format: “Regioplan nieuwe stijl”" in content.gemeld[0]
    assert not any(has_words(content, one) for one in places_of(PLAN).all if one.is_list)


def test_a_file_of_another_programme_or_region_is_told() -> None:
    document = Document(BytesIO(word_file(PLAN, OWN_WORDS)))
    document.paragraphs[0].text = "Landelijk Invulformat: Plan van aanpak – Regioaanpak jeugdzorg"
    told = found(saved(document), plan_name="Verweggistan").gemeld
    assert told[0].startswith("Boven dit bestand staat een andere titel: “Landelijk Invulformat")
    assert told[1].startswith("In het bestand staat als regio “Proefstreek”. Dit plan is van Verweggistan.")


def test_of_two_plans_in_one_file_the_first_is_placed() -> None:
    document = Document()
    add_format(document, PLAN, OWN_WORDS, {})
    add_format(document, PLAN, {"monitoring": ("Dit is het andere plan.",)}, {})
    content = found(saved(document))
    assert content.gemeld[0].startswith("In dit bestand staan twee plannen")
    assert text(content, "monitoring") == "De werkgroep meldt elk kwartaal hoe het gaat."
    assert left(content) == ["Dit is het andere plan."]


def test_comments_stand_with_their_part() -> None:
    content = found(people_files.remarked(), plan_name="Voorbeeldstreek")
    assert content.opmerkingen
    assert all(one.tekst for one in content.opmerkingen)


def test_of_a_very_long_text_several_paragraphs_are_one_piece() -> None:
    lines = [f"Alinea {number} van ons lange verhaal." for number in range(150)]
    content = found(word_file(PLAN, {**OWN_WORDS, "monitoring": lines}))
    assert len([one for one in content.stukken if one.doel == "monitoring"]) == 50
    assert text(content, "monitoring") == "\n\n".join(lines)
    numbers = [one.nummer for one in content.stukken]
    assert len(set(numbers)) == len(numbers)
