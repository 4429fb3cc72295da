"""What holds for every edition, and for one that exists only in tests: what it declares has its place everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from enum import StrEnum
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from exports.paper.plan_answers import PRINTED_ACTIE, PRINTED_MIJLPAAL
from exports.plan import ActieRow, PlanDocument
from exports.sheet import GoalRow, ProgressRow, SheetDocument
from exports.word.plan import plan_docx
from exports.word.sheet import sheet_docx
from forms import counted
from forms.build import BUILDERS, revision_name, step_form
from forms.codes import CodeSoort
from forms.national import Soort, all_choices, edition, editions, first, newest, progress_edition, registered
from forms.rows import ROW_FORMS, row_form
from forms.sheet import goal_form, regel_form
from forms.spec import PLAN_LISTS, PROGRESS_LISTS, Choice, Format, Kind, Question, QuestionRole
from tests.editions import EVERY_EDITION, EVERY_PLAN, EVERY_ROUND, OTHER_PLAN, OTHER_ROUND, PLAN

TEXTS = (Kind.SHORT_TEXT, Kind.LONG_TEXT)
KINDS_OF_ROLE = {
    QuestionRole.STRUCTUUR: (Kind.CHOICE,),
    QuestionRole.AFSTEMMING: (Kind.CHOICE,),
    QuestionRole.DOELSTELLING: (Kind.CHOICE,),
    QuestionRole.DOELGROEPEN: (Kind.CHOICE, Kind.CHOICES),
}
KNOWN: dict[QuestionRole | Kind, type[StrEnum]] = {
    QuestionRole.STRUCTUUR: counted.Structuur,
    QuestionRole.AFSTEMMING: counted.Afstemming,
    QuestionRole.DOELSTELLING: counted.Doel,
    Kind.VOORTGANG: counted.ActieStatus,
}
PRINTABLE: dict[Kind, set[str]] = {
    Kind.ACTIES: set(PRINTED_ACTIE),
    Kind.MIJLPALEN: set(PRINTED_MIJLPAAL),
    Kind.VOORTGANG: {"actie", "status", "toelichting"},
    Kind.DOELSTANDEN: {"doel", "waarde", "peildatum", "toelichting"},
    Kind.VERWACHTINGEN: {"aan", "tekst"},
    Kind.SUCCESSEN: {"tekst"},
    Kind.LESSEN: {"tekst"},
}
# Without these a row says nothing.
NEEDED = {
    Kind.PARTIJEN: "naam",
    Kind.DOELSTELLINGEN: "tekst",
    Kind.ACTIES: "omschrijving",
    Kind.MIJLPALEN: "mijlpaal",
    Kind.SUCCESSEN: "tekst",
    Kind.LESSEN: "tekst",
    Kind.VERWACHTINGEN: "tekst",
}
FORMS = {Kind.DOELSTANDEN: goal_form}
MOMENT = datetime(2024, 4, 1, tzinfo=UTC)

every_edition = pytest.mark.parametrize("format_", EVERY_EDITION, ids=lambda one: one.key)
every_plan = pytest.mark.parametrize("format_", EVERY_PLAN, ids=lambda one: one.key)
every_round = pytest.mark.parametrize("format_", EVERY_ROUND, ids=lambda one: one.key)
every_question = pytest.mark.parametrize(
    ("format_", "question"),
    [(format_, question) for format_ in EVERY_EDITION for question in format_.questions],
    ids=lambda one: one.key,
)
EVERY_LIST = [(one, question) for one in EVERY_EDITION for question in one.questions if question.kind.is_list]
every_list = pytest.mark.parametrize(("format_", "question"), EVERY_LIST, ids=lambda one: one.key)


@pytest.fixture(autouse=True)
def request_to_read() -> Iterator[None]:
    """Forms need a request, but no database and none of our pages."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="een-sleutel-alleen-voor-tests", WTF_CSRF_ENABLED=False)
    with app.test_request_context("/", method="POST"):
        yield


def words_of(docx: bytes) -> list[str]:
    """Every paragraph of a Word file, cells of all tables included."""
    return ["".join(node.text or "" for node in one.iter() if node.tag.endswith("}t")) for one in paragraphs(docx)]


def paragraphs(docx: bytes) -> list[object]:
    return [node for node in Document(BytesIO(docx)).element.body.iter() if node.tag.endswith("}p")]


def plan_words(format_: Format) -> list[str]:
    """The Word file of a plan with one action and every closed question answered with its first choice."""
    closed = {one.key: one.choices[0].label for one in format_.questions if one.kind in (Kind.CHOICE, Kind.CHOICES)}
    acties = (ActieRow("1", "Iets doen", "Wij", "Nu"),)
    return words_of(plan_docx(PlanDocument(format_, "Proef", "Concept", MOMENT, answers=closed, acties=acties)))


def sheet_words(format_: Format) -> list[str]:
    """The Word file of an empty sheet with one action, to fill in on paper."""
    rows = (ProgressRow(ActieRow("1", "Iets doen")),)
    goals = (GoalRow(1, "Minder instroom"),)
    sheet = SheetDocument(format_, "Uitvraag", "Proef", "Open", MOMENT, date(2024, 5, 1), voortgang=rows, doelen=goals)
    return words_of(sheet_docx(sheet))


@every_edition
def test_no_key_is_used_twice(format_: Format) -> None:
    for keys in (
        [block.key for block in format_.blocks],
        [section.key for section in format_.sections],
        [question.key for question in format_.questions],
        [step.key for step in format_.steps],
        *([choice.key for choice in question.choices] for question in format_.questions),
        *([field.name for field in question.row] for question in format_.questions),
        [question.role for question in format_.questions if question.role],
        [question.kind for question in format_.questions if question.kind.is_list],
    ):
        assert sorted(set(keys)) == sorted(keys)


@every_edition
def test_keys_are_fit_for_an_address_and_choices_for_a_list_with_spaces(format_: Format) -> None:
    for question in format_.questions:
        assert question.key.isidentifier()
        assert all(choice.key.isidentifier() and choice.counted.isidentifier() for choice in question.choices)


@every_edition
def test_no_two_choices_are_counted_as_one_and_no_key_stands_for_two(format_: Format) -> None:
    for question in format_.questions:
        keys = [key for one in question.choices for key in {one.key, one.counted}]
        assert len(set(keys)) == len(keys), question.key


@every_edition
def test_a_choice_counts_as_one_that_the_count_or_an_edition_knows(format_: Format) -> None:
    for question in format_.questions:
        known = {one.counted for other in EVERY_EDITION if other is not format_ for one in same_part(other, question)}
        named = KNOWN.get(question.role or question.kind)
        known |= set(named) if named else set()
        assert {one.counts_as for one in question.choices if one.counts_as} <= known, question.key


def same_part(format_: Format, question: Question) -> tuple[Choice, ...]:
    """The choices of the question that plays this part in another edition."""
    if question.kind.is_list:
        return format_.choices_of(question.kind)
    found = format_.of_role(question.role) if question.role else None
    return found.choices if found else ()


@every_edition
def test_a_role_is_played_by_a_question_that_can(format_: Format) -> None:
    for question in format_.questions:
        if question.role:
            assert question.kind in KINDS_OF_ROLE.get(question.role, TEXTS), question.key


@every_edition
def test_a_closed_question_has_choices_and_an_open_one_has_none(format_: Format) -> None:
    closed = {Kind.CHOICE, Kind.CHOICES, Kind.VOORTGANG, Kind.VERWACHTINGEN}
    for question in format_.questions:
        assert bool(question.choices) == (question.kind in closed) or question.kind in PLAN_LISTS, question.key


@every_edition
def test_what_a_question_names_exists(format_: Format) -> None:
    for question in format_.questions:
        assert not question.or_else or format_.question(question.or_else)
        assert not question.codes or question.codes.value == question.kind.value or _is_explained(question)
        assert not question.goal or question.goal.sentence.count("{regio}") == 1
    assert all(section.example for section in format_.sections)


def _is_explained(question: Question) -> bool:
    """Reasons stand in a text, or behind a status that needs one."""
    explains = question.kind is Kind.LONG_TEXT or any(one.needs_reason for one in question.choices)
    return question.codes is CodeSoort.REDENEN and explains


@every_plan
def test_a_plan_asks_lists_of_plans_and_a_round_those_of_rounds(format_: Format) -> None:
    assert not {question.kind for question in format_.questions} & PROGRESS_LISTS
    for one in EVERY_ROUND:
        assert not {question.kind for question in one.questions} & PLAN_LISTS


@every_list
def test_a_row_can_be_written_and_printed(format_: Format, question: Question) -> None:
    needed = NEEDED.get(question.kind)
    assert needed is None or ((field := question.row_field(needed)) and field.missing), question.key
    assert {field.name for field in question.printed} <= PRINTABLE.get(question.kind, set())
    assert question.kind in (Kind.PARTIJEN, Kind.DOELSTELLINGEN) or question.printed


@every_list
def test_the_form_of_a_row_says_what_the_edition_says(format_: Format, question: Question) -> None:
    if question.kind is Kind.VOORTGANG:
        return
    form = FORMS.get(question.kind, row_form if question.kind in ROW_FORMS else regel_form)(question)(formdata=None)
    for field in question.row:
        if field.name == "doel":
            continue
        assert form[field.name].label.text == field.label
        assert form[field.name].description == field.guidance
        assert [one.message for one in form[field.name].validators] == ([field.missing] if field.missing else [])
    offered = [[tuple(one)[:2] for one in field.choices] for field in form if field.name in ("soort", "themas", "aan")]
    assert offered == ([[(one.key, one.label) for one in question.choices]] if question.choices else [])


def test_a_form_leaves_out_what_the_edition_does_not_ask() -> None:
    names = set(row_form(OTHER_PLAN.question_of_kind(Kind.DOELSTELLINGEN))(formdata=None)._fields)
    assert names == {"tekst", "streefwaarde", "nulwaarde", "indicator", "telt_clienten", "smart", "revisie"}


def test_every_kind_of_question_has_a_field_or_a_form_for_its_rows() -> None:
    assert set(BUILDERS) | set(ROW_FORMS) | PROGRESS_LISTS == set(Kind)
    assert not set(BUILDERS) & set(ROW_FORMS)


@every_question
def test_every_question_stands_once_on_the_page_of_its_step_in_the_same_words(
    format_: Format, question: Question
) -> None:
    step = format_.step_of(question.key)
    form = step_form(step)()
    if question.kind.is_list:
        assert question.key not in form
    else:
        assert form[question.key].label.text == question.label
        assert form[question.key].description == question.guidance
        assert revision_name(question) in form
    assert all(question.key not in step_form(other)() for other in format_.steps if other is not step)


@every_plan
def test_everything_of_a_plan_stands_in_word_in_the_same_words(format_: Format) -> None:
    found = plan_words(format_)
    for section in format_.sections:
        assert section.heading in found
        assert not section.guidance or section.printed_guidance in found
    for question in format_.questions:
        assert set(question.columns) <= set(found), question.key
        if question.goal:
            assert {question.goal.above, question.goal.others} <= set(found)
        if question.kind in (Kind.CHOICE, Kind.CHOICES):
            assert any(question.label in one and question.choices[0].label in one for one in found)


@every_round
def test_everything_of_a_round_stands_in_word_in_the_same_words(format_: Format) -> None:
    found = sheet_words(format_)
    flat = "\n".join(found).replace("\u00a0", " ")
    for number, section in enumerate(format_.sections, 1):
        assert f"{number}. {section.heading}" in found
    for question in format_.questions:
        assert set(question.columns) <= set(found), question.key
        assert all(f"☐ {choice.label}" in flat for choice in question.choices), question.key


def test_the_newest_edition_is_the_default_and_old_ones_are_found_by_their_key() -> None:
    before = newest(Soort.PLAN)
    with registered(Soort.PLAN, OTHER_PLAN), registered(Soort.PROGRESS, OTHER_ROUND):
        assert (newest(Soort.PLAN), newest(Soort.PROGRESS)) == (OTHER_PLAN, OTHER_ROUND)
        assert edition(before.key) is before
        assert (edition("plan_ander"), progress_edition("voortgang_ander")) == (OTHER_PLAN, OTHER_ROUND)
    assert newest(Soort.PLAN) is before
    for ask in (edition, progress_edition):
        with pytest.raises(KeyError):
            ask("plan_ander")


def test_every_edition_is_found_by_its_key() -> None:
    assert [edition(one.key) for one in editions(Soort.PLAN)] == list(editions(Soort.PLAN))
    assert [progress_edition(one.key) for one in editions(Soort.PROGRESS)] == list(editions(Soort.PROGRESS))
    assert first(Soort.PLAN) is PLAN


def test_of_all_editions_each_counted_answer_stands_once_in_its_newest_words() -> None:
    with registered(Soort.PROGRESS, OTHER_ROUND):
        found = all_choices(Soort.PROGRESS, Kind.VERWACHTINGEN)
    labels = {one.counted: one.label for one in found}
    assert len(found) == len(labels) == 10
    assert (labels["vws"], labels["regio"], labels["zn"]) == ("Ministerie", "Wijzelf", "ZN")
