"""An answer sheet as a Word file is that sheet again, in every edition; and what people do to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document

from exports.odf import sheet_odt
from exports.sheet import Afwijking, ProgressElsewhere, RegelRow, SheetDocument
from forms.national import Soort, editions, registered
from forms.spec import Format, Kind
from portal.domain.intake.read import read
from portal.domain.sheet_intake.account import account
from portal.domain.sheet_intake.boxes import ticked
from portal.domain.sheet_intake.judging import A_PLAN, EMPTY, EMPTY_SHEET, NO_SHEET, OTHER_EDITION, OTHER_SHEET
from portal.domain.sheet_intake.lists import NO_HEADS, OTHER_WORDS
from portal.domain.sheet_intake.reader import BESIDE_BOX
from portal.domain.sheet_intake.recognise import NO_BOX, NO_PARTY, NoSheet, recognise_sheet
from portal.domain.stored.sheet_intake import SheetIntakeContent
from portal.services.sheet_intake.asked import asked_by
from tests.editions import ASKED, EVERY_ROUND, OTHER_ROUND
from tests.worlds.sheet_files import NAME, ROUND, cell_of, filled, sheet, tick, word_of, write, write_over
from tests.worlds.word_files import OWN_WORDS, saved, word_file

every_edition = pytest.mark.parametrize("format_", EVERY_ROUND, ids=lambda one: one.key)


def found_in(document: SheetDocument, data: bytes, name: str = "blad.docx") -> SheetIntakeContent:
    return recognise_sheet(asked_by(document), read(name, data), name=name)


def expected(document: SheetDocument) -> dict[tuple[str, str], list[dict[str, str]]]:
    """What a sheet says, as recognising tells it: by question and by action or goal."""
    told: dict[tuple[str, str], list[dict[str, str]]] = {}
    for question in document.format.questions:
        if question.kind is Kind.VOORTGANG:
            keys = {one.label: one.key for one in question.choices}
            for row in document.acties:
                values = {"status": keys.get(row.status, ""), "toelichting": row.toelichting}
                told[question.key, str(row.actie.id)] = [said(values)]
        elif question.kind is Kind.DOELSTANDEN:
            for goal in document.doelen:
                unknown = "ja" if goal.weet_niet else ""
                values = {"waarde": goal.waarde, "peildatum": goal.peildatum, "weet_niet": unknown}
                told[question.key, str(goal.id)] = [said({**values, "toelichting": goal.toelichting})]
        elif question.kind.is_list:
            keys = {one.label: one.key for one in question.choices}
            rows = document.regels.get(question.kind, ())
            told[question.key, ""] = [said({"tekst": one.tekst, "aan": keys.get(one.aan, "")}) for one in rows]
        else:
            answer = document.answers.get(question.key, "")
            keys = {one.label: one.key for one in question.choices}
            text = answer if isinstance(answer, str) else " ".join(keys[one] for one in answer)
            told[question.key, ""] = [{"tekst": text}]
    return told


def said(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def told(content: SheetIntakeContent) -> dict[tuple[str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for one in content.antwoorden:
        found.setdefault((one.vraag, one.rij), []).append(one.waarden)
    return found


@every_edition
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_filled_sheet_gives_the_same_answers_and_no_word_without_a_place(format_: Format, kind: str) -> None:
    document = filled(format_)
    content = found_in(document, sheet_docx_or_odt(document, kind), f"blad.{kind}")
    assert told(content) == expected(document)
    assert content.niet_geplaatst == []
    assert {one.zekerheid for one in content.antwoorden} == {"zeker"}
    assert not [one.bezwaar for one in content.antwoorden if one.bezwaar]
    assert account(content).adds_up


def sheet_docx_or_odt(document: SheetDocument, kind: str) -> bytes:
    return word_of(document) if kind == "docx" else sheet_odt(document)


# --- what people do to it


def value(content: SheetIntakeContent, question: str, row: str = "", name: str = "tekst") -> str:
    found = [one for one in content.antwoorden if (one.vraag, one.rij) == (question, row)]
    return found[0].waarden.get(name, "") if found else ""


def edited_sheet(format_: Format, edit: Callable[[Any], None], document: SheetDocument | None = None) -> Any:
    """What is found in an empty sheet of this edition, after somebody changed its Word file."""
    document = document or sheet(format_)
    content = found_in(document, word_of(document, edit))
    assert account(content).adds_up
    return content


@every_edition
@pytest.mark.parametrize("mark", ["☒", "☑", "x", "X", "[x]", "☐x", "x☐"])
def test_a_box_is_ticked_in_many_ways(format_: Format, mark: str) -> None:
    closed = next(one for one in format_.questions if one.kind is Kind.CHOICE)
    actions = format_.question_of_kind(Kind.VOORTGANG)

    def fill(word: Any) -> None:
        tick(cell_of(word, closed.label), closed.choices[-1].label, mark)
        for number, choice in enumerate(actions.choices[:3], start=1):
            tick(cell_of(word, f"5a.{number}"), choice.label, mark)

    content = edited_sheet(format_, fill)
    assert value(content, closed.key) == closed.choices[-1].key
    found = [value(content, actions.key, row, "status") for row in ("2", "3", "4")]
    assert found == [one.key for one in actions.choices[:3]]
    assert content.niet_geplaatst == []


def test_two_boxes_are_told_and_none_is_told() -> None:
    def fill(word: Any) -> None:
        tick(cell_of(word, "Hoe stemt u af?"), "Ja, ad hoc")
        tick(cell_of(word, "Hoe stemt u af?"), "Nee")
        write(cell_of(word, "5a.1", 2), "Ligt stil.")
        write(cell_of(word, "☐ Betrokkenen"), "Meer geld.")

    content = edited_sheet(ASKED, fill)
    told_of = {(one.vraag, one.rij): one.bezwaar or " ".join(one.waarom) for one in content.antwoorden}
    assert "Ja, ad hoc en Nee" in told_of["afstemming_vorm", ""]
    assert told_of["doel_verwachting", ""] == NO_BOX
    assert told_of["verwachtingen", ""] == NO_PARTY
    assert value(content, "voortgang", "2", "status") == ""
    assert value(content, "voortgang", "2", "toelichting") == "Ligt stil."


def test_who_leaves_only_the_answer_has_chosen_it_and_words_beside_boxes_have_no_place() -> None:
    def fill(word: Any) -> None:
        write_over(cell_of(word, "Hoe stemt u af?"), "Ja, ad hoc")
        tick(cell_of(word, "Verwachting"), "Deels")
        cell_of(word, "Verwachting").add_paragraph("Als het zo doorgaat.")

    content = edited_sheet(ASKED, fill)
    assert value(content, "afstemming_vorm") == "ad_hoc"
    assert value(content, "doel_verwachting") == "deels"
    assert [one.tekst for one in content.niet_geplaatst] == ["Als het zo doorgaat."]


def test_rows_that_moved_changed_or_came_are_known_by_their_words() -> None:
    def fill(word: Any) -> None:
        table = next(one for one in word.tables if one.rows[0].cells[0].text == "Actie")
        write(table.rows[2].cells[0], "5a.1 Elkaar vaker spreken")
        tick(table.rows[2].cells[1], "Afgerond")
        tick(table.rows[4].cells[1], "Gestopt")
        table._tbl.insert(4, table.rows[4]._tr)
        row = table.add_row()
        row.cells[0].text, row.cells[2].text = "9.9 Iets heel anders", "Bedacht."

    content = edited_sheet(ASKED, fill)
    assert value(content, "voortgang", "2", "status") == "afgerond"
    assert value(content, "voortgang", "4", "status") == "gestopt"
    changed = next(one for one in content.antwoorden if one.rij == "2")
    assert (changed.zekerheid, changed.waarom) == ("waarschijnlijk", [OTHER_WORDS.format("5a.1 Elkaar vaker spreken")])
    assert "9.9 Iets heel anders – Bedacht." in content.niet_geplaatst[0].tekst


def test_without_headings_and_heads_it_is_told_that_it_is_less_sure() -> None:
    def fill(word: Any) -> None:
        for one in [one for one in word.paragraphs if one.style.name == "Heading 2"][:1]:
            one._p.getparent().remove(one._p)
        write(cell_of(word, "Toelichting"), "Met de huisartsen.")
        table = next(one for one in word.tables if one.rows[0].cells[0].text == "Actie")
        tick(table.rows[2].cells[1], "Afgerond")
        table._tbl.remove(table.rows[0]._tr)

    content = edited_sheet(ASKED, fill)
    assert value(content, "afstemming_toelichting") == "Met de huisartsen."
    done = next(one for one in content.antwoorden if one.rij == "2")
    assert (done.waarden, done.zekerheid, done.waarom) == ({"status": "afgerond"}, "onzeker", [NO_HEADS])


def test_words_below_a_table_go_to_the_text_of_that_question_or_have_no_place() -> None:
    def fill(word: Any) -> None:
        heads = [one for one in word.paragraphs if one.style.name == "Heading 2"]
        heads[1].insert_paragraph_before("Wij bellen elke week.")
        word.add_paragraph("Met groet")

    content = edited_sheet(ASKED, fill)
    below = next(one for one in content.antwoorden if one.vraag == "afstemming_toelichting")
    assert (below.waarden["tekst"], below.waarom) == ("Wij bellen elke week.", [BESIDE_BOX])
    assert [one.tekst for one in content.niet_geplaatst] == ["Met groet"]


def test_a_joint_sheet_keeps_what_is_said_of_one_region() -> None:
    regions = {"A": "Noord", "B": "Zuid"}
    document = filled(ASKED)
    progress = list(document.voortgang)
    elsewhere = (ProgressElsewhere("Zuid", "Gestopt", "gestopt", "Te weinig animo."),)
    progress[1] = replace(progress[1], afwijkingen=elsewhere)
    document = replace(
        document,
        naam="Noord en Zuid",
        is_joint=True,
        voortgang=tuple(progress),
        afwijkingen=(Afwijking("Zuid", {"doel_verwachting": ("Nee",), "doel_toelichting": "Het groeit niet."}),),
        regels={Kind.SUCCESSEN: (RegelRow("De folder is af.", regio="Zuid"), RegelRow("Allen doen mee."))},
    )
    content = recognise_sheet(asked_by(document, regions), read("a.docx", word_of(document)), name="a.docx")
    of_zuid = {(one.vraag, one.rij): one.waarden for one in content.antwoorden if one.regio == "B"}
    assert of_zuid == {
        ("doel_verwachting", ""): {"tekst": "nee"},
        ("doel_toelichting", ""): {"tekst": "Het groeit niet."},
        ("voortgang", "2"): {"status": "gestopt", "toelichting": "Te weinig animo."},
    }
    assert value(content, "voortgang", "2", "toelichting") == "Omdat 1."
    rows = [one.waarden for one in content.antwoorden if one.vraag == "successen"]
    assert rows == [{"tekst": "De folder is af.", "regio": "B"}, {"tekst": "Allen doen mee."}]
    assert content.niet_geplaatst == []
    assert account(content).adds_up


# --- what is no sheet of this round and region


OTHERS = (("Kwartaaluitvraag Q4 2023", "Proefstreek"), (ROUND, "Modelland"))


def refused(data: bytes, name: str = "blad.docx") -> str:
    with pytest.raises(NoSheet) as problem:
        recognise_sheet(asked_by(sheet(ASKED), others=OTHERS), read(name, data), name=name)
    return str(problem.value)


@pytest.mark.parametrize(("round_name", "name"), OTHERS)
def test_the_sheet_of_another_round_or_region_says_so(round_name: str, name: str) -> None:
    other = replace(filled(ASKED), uitvraag=round_name, naam=name)
    for data in (word_of(other), sheet_odt(other)):
        told = refused(data, "blad.docx")
        assert told == OTHER_SHEET.format(name=name, round=round_name, own_name=NAME, own_round=ROUND)


def test_an_empty_sheet_a_plan_and_something_else_say_so() -> None:
    document = Document()
    assert refused(saved(document)) == EMPTY
    document.add_paragraph("Notulen van de stuurgroep.")
    assert refused(saved(document)) == NO_SHEET
    assert refused(word_of(sheet(ASKED))) == EMPTY_SHEET
    for plan in editions(Soort.PLAN):
        assert refused(word_file(plan, OWN_WORDS)) == A_PLAN.format(title=plan.title)


def test_the_questions_of_another_edition_say_so() -> None:
    other = replace(filled(editions(Soort.PROGRESS)[-1]), uitvraag="Iets anders")
    with registered(Soort.PROGRESS, OTHER_ROUND), pytest.raises(NoSheet) as problem:
        recognise_sheet(asked_by(sheet(OTHER_ROUND)), read("a.docx", word_of(other)), name="a.docx")
    assert str(problem.value) == OTHER_EDITION.format(title=other.format.title)


def test_a_goal_that_nobody_knows_is_ticked_or_said() -> None:
    format_ = editions(Soort.PROGRESS)[-1]

    def fill(word: Any) -> None:
        tick(cell_of(word, "De instroom daalt"), "Wij weten dit niet", "x")
        write(cell_of(word, "De instroom daalt", 3), "Nog niet geteld.")
        write(cell_of(word, "Iedereen kent de folder"), "Weten wij niet")

    content = edited_sheet(format_, fill)
    found = {one.rij: one.waarden for one in content.antwoorden if one.vraag == "doelstanden"}
    assert found == {"21": {"weet_niet": "ja", "toelichting": "Nog niet geteld."}, "22": {"weet_niet": "ja"}}
    assert content.niet_geplaatst == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("☐ Niet gestart x  ☐ Afgerond  ☐ Gestopt", ("niet_gestart",)),
        ("☐ Niet gestart  x☐ Afgerond  ☐ Gestopt", ("afgerond",)),
        ("☐ Niet gestart\n☐ Afgerond x\n☐ Gestopt", ("afgerond",)),
        ("☐ Niet gestart\n☐ Afgerond\n☐ Gestopt", ()),
    ],
)
def test_a_letter_belongs_to_the_answer_that_it_stands_by(text: str, keys: tuple[str, ...]) -> None:
    assert ticked(ASKED.choices_of(Kind.VOORTGANG), text).keys == keys


def test_below_a_heading_of_somebody_himself_nothing_is_an_answer() -> None:
    def fill(word: Any) -> None:
        heads = [one for one in word.paragraphs if one.style.name == "Heading 2"]
        heads[1].insert_paragraph_before("Notulen", style="Heading 2")
        heads[1].insert_paragraph_before("Wij begonnen om tien uur.")

    content = edited_sheet(ASKED, fill)
    assert [one.tekst for one in content.niet_geplaatst] == ["Notulen", "Wij begonnen om tien uur."]
