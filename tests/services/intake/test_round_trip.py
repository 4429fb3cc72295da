"""The Word file that the portal makes of a plan comes back: as the same plan, with what people changed and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from flask import Flask

from exports.word.plan import plan_docx
from forms.marks import key_name
from forms.spec import Kind
from portal.domain import clock
from portal.domain.intake.row_edits import RowWas
from portal.domain.plan.states import ActieVorm
from portal.domain.roles import Actor, Namens
from portal.extensions import db
from portal.models import Actie, Answer, AnswerHistory, Doelstelling, Plan, TekstStap
from portal.services.filling.revisions import AnswerEdit
from portal.services.intake import reading, taking, under_way
from portal.services.plan import answers, content, document, file_marks, rows
from tests.reading.marked_word import EditedWord
from tests.worlds.people import make_contact
from tests.worlds.plan import make_plan
from tests.worlds.rows import all_rows

TEXTS = {
    "achtergrond": "Eerste alinea.\n\nTweede alinea.\n\nDerde alinea.",
    "monitoring": "Planning\n- elk kwartaal\n- met partners",
    "doelgroep": "Volwassenen.",
    "acties_toelichting": "Zie Acties!",
}
PARTIJEN = ({"naam": "Zorghuis, Noord (A)", "soort": "zorgaanbieder"}, {"naam": "Wonen en Zo"})
DOELEN = ({"tekst": "Minder wachten.", "indicator": "Wachttijd", "streefwaarde": "8"}, {"tekst": "Nulwaarde: 3"})
ACTIES = (
    {"vorm": ActieVorm.KOP, "paragraaf": "4", "omschrijving": "Samenwerken"},
    {
        "omschrijving": "**Bellen** met partners",
        "verantwoordelijke": "Anna",
        "tijdslijn": "Q1 2026",
        "paragraaf": "4.1",
    },
    {"omschrijving": "Mailen", "verantwoordelijke": "Bram", "tijdslijn": "Q2 2026", "themas": ["beleid"]},
    {"omschrijving": "Schrijven", "tijdslijn": "Q3 2026", "is_mijlpaal": True},
)
MIJLPALEN = ({"activiteit": "Feest", "mijlpaal": "Iedereen is er", "tijdslijn": "Q4 2026"},)


@pytest.fixture
def plan(app: Flask) -> Plan:
    return make_plan()


@pytest.fixture
def anna(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], naam="Anna Proef").actor


@pytest.fixture
def bram(plan: Plan) -> Actor:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef").actor


@pytest.fixture
def word(plan: Plan, anna: Actor) -> EditedWord:
    """The file of a filled plan."""
    for key, text in TEXTS.items():
        write(plan, anna, key, text)
    rows.add_rows(plan, Kind.PARTIJEN, PARTIJEN, actor=anna)
    rows.add_rows(plan, Kind.DOELSTELLINGEN, DOELEN, actor=anna)
    rows.add_rows(plan, Kind.ACTIES, ACTIES, actor=anna)
    rows.add_rows(plan, Kind.MIJLPALEN, MIJLPALEN, actor=anna)
    db.session.commit()
    return made(plan)


def made(plan: Plan) -> EditedWord:
    loaded = content.load(plan)
    paper = document.plan_document(
        content.as_content(plan, loaded), status="Concept", peilmoment=clock.now(), demo=True
    )
    return EditedWord(plan_docx(replace(paper, merken=file_marks.marks_of(plan, loaded))))


def write(plan: Plan, actor: Actor, key: str, text: str) -> None:
    row = answers.answers_of(plan, [key]).get(key)
    answers.save_answers(plan, [AnswerEdit(key, text, row.revision if row else 0)], actor=actor)
    db.session.flush()


def text(key: str) -> str:
    return next((row.text for row in all_rows(Answer) if row.question_key == key), "")


def actions() -> list[tuple[str, str, str]]:
    db.session.expire_all()
    present = sorted((row for row in all_rows(Actie) if row.verwijderd_op is None), key=lambda row: row.positie)
    return [(row.paragraaf, row.omschrijving, row.verantwoordelijke) for row in present]


def row_id(words: str) -> str:
    return str(next(row.id for row in all_rows(Actie) if row.omschrijving == words))


def read(plan: Plan, actor: Actor, data: bytes) -> taking.Compared:
    """Read a file in place of what this person was taking in."""
    if under_way.of_person(plan, actor):
        under_way.throw_away(plan, actor=actor)
    found = reading.read_file(plan, name="plan.docx", data=data, actor=actor)
    db.session.commit()
    return taking.compared(plan, under_way.opened(found))


def told(plan: Plan, actor: Actor) -> list[str]:
    found = under_way.of_person(plan, actor)
    assert found is not None
    return under_way.opened(found).gemeld


def edits(compared: taking.Compared) -> dict[str, list[tuple[str, str]]]:
    """All that the file would change: of a list each row, of a text what it becomes."""
    found = [one for one in compared.places if one.has_new and not one.is_same]
    return {one.place.key: [(edit.was.value, edit.title) for edit in one.row_edits] for one in found}


def take(plan: Plan, actor: Actor, rows_chosen: dict[str, dict[str, str]] | None = None, **chosen: str) -> list[str]:
    found = under_way.of_person(plan, actor)
    assert found is not None
    mark = taking.compared(plan, under_way.opened(found)).mark
    taking.choose(plan, chosen, revision=found.revisie, actor=actor, rows_chosen=rows_chosen)
    names = taking.take_over(plan, seen=mark, actor=actor)
    db.session.commit()
    return names


def test_the_file_that_nobody_touched_changes_nothing(plan: Plan, anna: Actor, word: EditedWord):
    compared = read(plan, anna, word.to_bytes())
    assert edits(compared) == {}
    found = under_way.of_person(plan, anna)
    assert found is not None
    content_ = under_way.opened(found)
    assert [one.tekst for one in content_.stukken if not one.doel] == []
    assert content_.gemeld == []


def test_edits_come_in_and_rows_stay_the_rows_that_they_are(plan: Plan, anna: Actor, word: EditedWord):
    mailen, schrijven = row_id("Mailen"), row_id("Schrijven")
    word.write("a", mailen, "Mailen met gemeenten")
    word.move_row_first("a", schrijven)
    word.add_row("a", mailen, "Lopen", "Carla", "Q4 2026")
    word.write("v", key_name("doelgroep"), "Volwassenen en jongeren.")
    word.write_label(key_name("monitoring"), "Zo houden wij het bij")
    before = actions()
    compared = read(plan, anna, word.to_bytes())
    assert edits(compared) == {
        "doelgroep": [],
        "acties": [("verplaatst", "Schrijven"), ("gewijzigd", "Mailen met gemeenten"), ("nieuw", "Lopen")],
    }
    assert told(plan, anna) == [
        "Het onderdeel “Monitoring en aandachtspunten” heet in uw bestand “Zo houden wij het bij”. In het portaal houdt"
        " het zijn naam."
    ]
    assert take(plan, anna) == ["Doelgroep", "Acties"]
    assert actions() == [
        ("", "Schrijven", ""), ("4", "Samenwerken", ""), ("4.1", "**Bellen** met partners", "Anna"),
        ("", "Mailen met gemeenten", "Bram"), ("", "Lopen", "Carla"),
    ]  # fmt: skip
    assert text("doelgroep") == "Volwassenen en jongeren."
    changed = db.session.get(Actie, int(mailen))
    assert changed is not None
    assert changed.themas == ["beleid"]
    taking.undo(plan, actor=anna)
    db.session.commit()
    assert actions() == before
    assert text("doelgroep") == TEXTS["doelgroep"]


def test_a_row_that_is_gone_from_the_file_goes_only_when_ticked(plan: Plan, anna: Actor, word: EditedWord):
    mailen = row_id("Mailen")
    word.remove_row("a", mailen)
    assert edits(read(plan, anna, word.to_bytes())) == {"acties": [("weg", "Mailen")]}
    with pytest.raises(under_way.IntakeProblem):
        take(plan, anna)
    before = actions()
    take(plan, anna, {"acties": {mailen: "weg"}})
    assert actions() == [one for one in before if one[1] != "Mailen"]
    taking.undo(plan, actor=anna)
    assert actions() == before


def test_what_a_colleague_did_since_stays_and_only_what_both_changed_asks(
    plan: Plan, anna: Actor, bram: Actor, word: EditedWord
):
    mailen, schrijven = row_id("Mailen"), row_id("Schrijven")
    write(plan, bram, "achtergrond", "Eerste van Bram.\n\nTweede alinea.\n\nDerde van Bram.")
    write(plan, bram, "monitoring", "Van Bram.")
    row = db.session.get(Actie, int(mailen))
    other = db.session.get(Actie, int(schrijven))
    assert row is not None
    assert other is not None
    rows.change_row(plan, Kind.ACTIES, row.id, {"tijdslijn": "Q3 2027"}, base_revision=row.revision, actor=bram)
    rows.change_row(plan, Kind.ACTIES, other.id, {"omschrijving": "Van Bram"}, base_revision=other.revision, actor=bram)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Nieuw van Bram"}, actor=bram)
    db.session.commit()
    word.write("a", mailen, "Mailen van Anna")
    word.write("a", schrijven, "Schrijven van Anna")
    word.write("v", key_name("achtergrond"), "Eerste van Anna.")
    word.add_below("v", key_name("achtergrond"), "Erbij van Anna.")
    compared = read(plan, anna, word.to_bytes())
    assert set(edits(compared)) == {"achtergrond", "acties"}
    achtergrond, acties = compared.of("achtergrond"), compared.of("acties")
    assert achtergrond.edit is not None
    assert [(one.base, one.mine, one.theirs) for one in achtergrond.edit.overlaps] == [
        ("Eerste alinea.", "Eerste van Anna.\n\nErbij van Anna.", "Eerste van Bram.")
    ]
    assert [one.title for one in acties.row_edits if one.clashes] == ["Schrijven van Anna"]
    take(plan, anna, {"acties": {schrijven: "word"}}, achtergrond="word")
    assert text("achtergrond") == "Eerste van Anna.\n\nErbij van Anna.\n\nTweede alinea.\n\nDerde van Bram."
    assert text("monitoring") == "Van Bram."
    assert [what for _, what, _ in actions()] == [
        "Samenwerken", "**Bellen** met partners", "Mailen van Anna", "Schrijven van Anna", "Nieuw van Bram"
    ]  # fmt: skip
    assert row.tijdslijn == "Q3 2027"


def test_unasked_the_portal_keeps_what_both_changed(plan: Plan, anna: Actor, bram: Actor, word: EditedWord):
    schrijven = row_id("Schrijven")
    write(plan, bram, "achtergrond", "Eerste van Bram.\n\nTweede alinea.\n\nDerde alinea.")
    other = db.session.get(Actie, int(schrijven))
    assert other is not None
    rows.change_row(plan, Kind.ACTIES, other.id, {"omschrijving": "Van Bram"}, base_revision=other.revision, actor=bram)
    word.write("a", schrijven, "Van Anna")
    word.write("v", key_name("achtergrond"), "Eerste van Anna.")
    word.add_row("a", schrijven, "Erbij", "", "")
    read(plan, anna, word.to_bytes())
    assert take(plan, anna) == ["Acties"]
    assert text("achtergrond") == "Eerste van Bram.\n\nTweede alinea.\n\nDerde alinea."
    assert [what for _, what, _ in actions()][-2:] == ["Van Bram", "Erbij"]


def test_a_row_that_a_colleague_removed_comes_back_only_when_chosen(
    plan: Plan, anna: Actor, bram: Actor, word: EditedWord
):
    mailen, schrijven = row_id("Mailen"), row_id("Schrijven")
    for one in (mailen, schrijven):
        row = db.session.get(Actie, int(one))
        assert row is not None
        rows.remove_row(plan, Kind.ACTIES, row.id, base_revision=row.revision, actor=bram)
    word.write("a", mailen, "Mailen van Anna")
    assert edits(read(plan, anna, word.to_bytes())) == {"acties": [("verwijderd", "Mailen van Anna")]}
    take(plan, anna, {"acties": {mailen: "word"}})
    assert [what for _, what, _ in actions()] == ["Samenwerken", "**Bellen** met partners", "Mailen van Anna"]
    taking.undo(plan, actor=anna)
    assert [what for _, what, _ in actions()] == ["Samenwerken", "**Bellen** met partners"]


def test_a_row_copied_with_its_mark_is_one_row_and_a_new_one(plan: Plan, anna: Actor, word: EditedWord):
    word.add_row("a", row_id("Mailen"), "Mailen met huurders", "Bram", "Q2 2026", copies_marks=True)
    assert edits(read(plan, anna, word.to_bytes())) == {"acties": [("nieuw", "Mailen met huurders")]}


def test_marks_that_a_program_took_out_are_missed_by_nobody(plan: Plan, anna: Actor, word: EditedWord):
    word.strip_marks()
    compared = read(plan, anna, word.to_bytes())
    assert compared.of("achtergrond").is_same
    assert compared.of("acties").rows_edited is None
    assert compared.of("acties").is_same


def test_a_file_of_another_plan_is_known_by_its_words_and_told(plan: Plan, anna: Actor, word: EditedWord):
    other = make_plan()
    maria = make_contact(other.regios[0], naam="Maria Proef").actor
    compared = read(other, maria, word.to_bytes())
    assert told(other, maria)[0] == (
        "Dit bestand is gemaakt van een ander plan. Wij herkennen de onderdelen aan hun namen. Kijk goed of dit het"
        " goede bestand is."
    )
    assert compared.of("achtergrond").new == TEXTS["achtergrond"]
    assert len(compared.of("acties").new_rows) == len(ACTIES)
    assert not compared.of("acties").row_edits


def test_of_two_copies_pasted_together_the_second_has_no_place(plan: Plan, anna: Actor, word: EditedWord):
    word.repeat_all()
    assert edits(read(plan, anna, word.to_bytes())) == {}
    assert told(plan, anna)[0].startswith("In dit bestand staan twee plannen:")


def test_a_text_of_which_nobody_knows_the_former_words_asks(plan: Plan, anna: Actor, bram: Actor, word: EditedWord):
    write(plan, bram, "doelgroep", "Van Bram.")
    for model in (TekstStap, AnswerHistory):
        for one in all_rows(model):
            db.session.delete(one)
    word.write("v", key_name("doelgroep"), "Van Anna.")
    one = read(plan, anna, word.to_bytes()).of("doelgroep")
    assert (one.choice.value, one.is_known) == ("bestaand", False)


def test_a_goal_keeps_its_figures_when_its_words_change(plan: Plan, anna: Actor, word: EditedWord):
    goal = next(one for one in all_rows(Doelstelling) if one.tekst == "Minder wachten.")
    word.write("g", str(goal.id), "Minder lang wachten.")
    compared = read(plan, anna, word.to_bytes())
    assert [(one.was, one.title) for one in compared.of("doelstellingen").row_edits] == [
        (RowWas.CHANGED, "Minder lang wachten.")
    ]
    take(plan, anna)
    db.session.refresh(goal)
    assert (goal.tekst, goal.indicator, goal.streefwaarde) == ("Minder lang wachten.", "Wachttijd", "8")


def test_a_line_of_figures_that_somebody_changed_is_shown_and_not_taken(plan: Plan, anna: Actor, word: EditedWord):
    goal = next(one for one in all_rows(Doelstelling) if one.tekst == "Minder wachten.")
    word.write("c", str(goal.id), "Indicator: Wachttijd · Streefwaarde: 6")
    assert edits(read(plan, anna, word.to_bytes())) == {}
    found = under_way.of_person(plan, anna)
    assert found is not None
    left = [one.tekst for one in under_way.opened(found).stukken if not one.doel]
    assert left == ["Indicator: Wachttijd · Streefwaarde: 6"]
