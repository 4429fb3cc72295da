"""What people type in a field, what we keep of it, and what we say when it can't be kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict
from wtforms import Field

from forms.base import BaseForm
from forms.fields import (
    CheckboxChoices,
    DutchDate,
    LongText,
    RadioChoice,
    Revision,
    TextLine,
    TypedFigure,
    TypedPeriod,
    as_choices,
)
from forms.national import Soort, editions
from forms.rows import RowForm, row_form
from forms.spec import Kind, Question
from tests.editions import PLAN

PartijForm, DoelstellingForm, ActieForm, MijlpaalForm = (
    row_form(PLAN.question_of_kind(kind)) for kind in (Kind.PARTIJEN, Kind.DOELSTELLINGEN, Kind.ACTIES, Kind.MIJLPALEN)
)
KEUZES = as_choices([("ja", "Ja"), ("nee", "Nee")])


class ProefForm(BaseForm):
    """One field of every kind."""

    regel = TextLine("Regel")
    tekst = LongText("Tekst")
    keuze = RadioChoice("Keuze", choices=KEUZES)
    keuzes = CheckboxChoices("Keuzes", choices=KEUZES)
    getal = TypedFigure("Getal")
    wanneer = TypedPeriod("Wanneer")
    datum = DutchDate("Datum")
    revisie = Revision("Revisie", default=0)


@pytest.fixture(autouse=True)
def request_to_post() -> Iterator[None]:
    """Forms read a request; nothing of our pages or database is needed."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="een-sleutel-alleen-voor-tests", WTF_CSRF_ENABLED=False)
    with app.test_request_context("/", method="POST"):
        yield


def posted(form_class: type[BaseForm], **values: str | list[str]) -> BaseForm:
    """The form after somebody sent these values."""
    data: MultiDict[str, Any] = MultiDict()
    for name, value in {"revisie": "0", **values}.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    form = form_class(formdata=data)
    form.validate()
    return form


def typed(name: str, value: str | list[str]) -> Field:
    """A field of ProefForm after somebody typed this in it."""
    return posted(ProefForm, **{name: value})[name]


AS_TYPED = [
    "12", "8,5", "< 240", "ca. 100", "20%", "0,2 – 0,5", "16.000,-", "€ 1.250,50", "n.t.b.", "2025: 200; 2026: 150",
    "twaalf", "12.5", "1e5", "NaN", "½", "9" * 13, "9" * 50_000, "Q4 2024", "31-2-2024", "morgen", "",
]  # fmt: skip


@pytest.mark.parametrize("name", ["getal", "wanneer"])
@pytest.mark.parametrize("text", AS_TYPED)
def test_a_figure_or_a_period_is_kept_as_typed_whatever_it_says(name: str, text: str):
    field = typed(name, f" {text} ")
    assert (field.data, list(field.errors), field._value()) == (text, [], text)
    again = ProefForm(formdata=None, data={name: text})[name]
    assert typed(name, again._value()).data == text


def test_every_thing_a_row_of_any_edition_asks_takes_any_words():
    """Found in the editions themselves: nothing that is asked there may refuse "ca. 100" or "n.t.b."."""
    asked = [(one, name) for one in list_questions() for name in names_of_texts(one)]
    assert {"nulwaarde", "streefwaarde", "peildatum", "einddatum", "tijdslijn"} <= {name for _, name in asked}
    for question, name in asked:
        form = posted(row_form(question), **{name: "ca. < 100, n.t.b."})
        assert (form[name].data, list(form[name].errors)) == ("ca. < 100, n.t.b.", []), (question.key, name)


def list_questions() -> list[Question]:
    """The lists of every edition of the plan."""
    found = (question for edition in editions(Soort.PLAN) for question in edition.questions)
    return [one for one in found if one.kind.is_list]


def names_of_texts(question: Question) -> list[str]:
    """What a row of this list asks by words or figures, not by a choice."""
    fields = row_form(question)(formdata=None)
    found = (one.name for one in question.row if one.name in fields)
    return [name for name in found if not isinstance(fields[name], RadioChoice | CheckboxChoices)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("31-12-2024", date(2024, 12, 31)),
        ("1/3/2024", date(2024, 3, 1)),
        ("1 maart 2024", date(2024, 3, 1)),
        ("2024-03-01", date(2024, 3, 1)),
        (" 29 februari 2024 ", date(2024, 2, 29)),
        ("", None),
    ],
)
def test_dates_in_dutch_notations(text: str, kept: date | None):
    field = typed("datum", text)
    assert (field.data, list(field.errors)) == (kept, [])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "31-2-2024",
            "“31-2-2024” bij “Datum” staat niet op de kalender. Typ een dag die bestaat, bijvoorbeeld 31-12-2024.",
        ),
        ("0-0-0", "“0-0-0” bij “Datum” staat niet op de kalender. Typ een dag die bestaat, bijvoorbeeld 31-12-2024."),
        ("Q1 2024", "“Q1 2024” bij “Datum” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 31-12-2024."),
        ("x" * 50_000, f"“{'x' * 40}…” bij “Datum” is geen datum. Typ dag, maand en jaar, bijvoorbeeld 31-12-2024."),
    ],
)
def test_what_is_no_date_is_refused_in_words_and_stays_in_the_field(text: str, sentence: str):
    field = typed("datum", text)
    assert list(field.errors) == [sentence]
    assert field._value() == text


def test_a_date_is_shown_as_it_is_typed():
    assert ProefForm(formdata=None, data={"datum": date(2024, 3, 1)}).datum._value() == "1 maart 2024"


@pytest.mark.parametrize(
    ("text", "line", "long"),
    [
        ("gewoon", "gewoon", "gewoon"),
        ("a\x00b\x07c", "abc", "abc"),
        ("los \ud800 stuk", "los  stuk", "los  stuk"),
        ("\ud83d\ude00", "😀", "😀"),
        ("een\r\ntwee\rdrie", "een twee drie", "een\ntwee\ndrie"),
        ("  rand  ", "rand", "  rand  "),
        ("e\u0301e\u0301n", "één", "één"),
        ("rechts\u200fnaar links", "rechts\u200fnaar links", "rechts\u200fnaar links"),
        ("=1+1 <script> ]]>", "=1+1 <script> ]]>", "=1+1 <script> ]]>"),
        ("", "", ""),
    ],
)
def test_text_is_cleaned_but_stays_what_it_was(text: str, line: str, long: str):
    assert typed("regel", text).data == line
    assert typed("tekst", text).data == long


def test_a_field_that_was_not_sent_is_empty_text():
    form = posted(ProefForm)
    assert (form.regel.data, form.tekst.data, form.keuze.data, form.keuzes.data) == ("", "", "", [])


def test_choices_give_keys_and_may_be_left_open():
    assert typed("keuze", "ja").data == "ja"
    assert typed("keuze", []).data == ""
    assert typed("keuzes", ["nee", "ja"]).data == ["nee", "ja"]
    assert not typed("keuze", "").errors


@pytest.mark.parametrize("value", ["misschien", "Ja", "ja ", "<script>", "\x00"])
def test_a_choice_that_was_not_offered_is_refused(value: str):
    assert list(typed("keuze", value).errors) == ["Kies bij “Keuze” een van de antwoorden op de pagina."]
    assert list(typed("keuzes", ["ja", value]).errors) == ["Kies bij “Keuzes” uit de antwoorden op de pagina."]


@pytest.mark.parametrize("text", ["", "-1", "1.0", "één", "²", "٣", "9" * 10, "9" * 5_000, "1 OR 1=1"])
def test_a_revision_that_no_page_of_ours_sends_is_refused(text: str):
    assert list(typed("revisie", text).errors) == ["Deze pagina is niet meer goed. Ververs de pagina."]


@pytest.mark.parametrize(("text", "kept"), [("0", 0), ("17", 17), ("999999999", 999_999_999)])
def test_a_revision_is_a_number(text: str, kept: int):
    assert typed("revisie", text).data == kept


@pytest.mark.parametrize(
    ("form_class", "field", "message"),
    [
        (PartijForm, "naam", "Vul de naam van de partij in, bijvoorbeeld “Zorgkantoor Voorbeeldstreek”."),
        (DoelstellingForm, "tekst", "Schrijf de doelstelling op. Een getal hoeft niet."),
        (ActieForm, "omschrijving", "Beschrijf de actie of typ de tekst van de kop."),
        (MijlpaalForm, "mijlpaal", "Vul de mijlpaal in: wat is er dan klaar?"),
    ],
)
def test_each_kind_of_row_needs_one_thing_only(form_class: type[RowForm], field: str, message: str):
    empty = posted(form_class, vorm="actie")
    assert empty.errors == {field: [message]}
    assert posted(form_class, vorm="actie", **{field: "Iets"}).errors == {}


@pytest.mark.parametrize("form_class", [ActieForm, MijlpaalForm])
def test_a_period_ends_after_it_starts(form_class: type[RowForm]):
    filled = {"vorm": "actie", "omschrijving": "Iets", "mijlpaal": "Iets", "venster_van": "1-3-2024"}
    late = posted(form_class, **filled, venster_tot="29-2-2024")
    assert late.errors == {"venster_tot": ["De einddatum ligt voor de begindatum. Draai de data om of pas er een aan."]}
    assert posted(form_class, **filled, venster_tot="1-3-2024").errors == {}
    assert posted(form_class, **filled).errors == {}


def test_several_parties_at_once_are_one_per_line():
    form = posted(PartijForm, naam="Aanbieder Een\r\n\r\n  Aanbieder Twee  \r\n")
    assert form.namen() == ["Aanbieder Een", "Aanbieder Twee"]


def test_ticked_letters_are_kept_in_the_order_of_the_word():
    form = posted(DoelstellingForm, tekst="Iets", smart=["T", "S", "M"])
    assert form.row_values()["smart"] == "SMT"


def test_an_action_is_an_action_a_heading_or_both_and_nothing_else():
    assert posted(ActieForm, omschrijving="Iets", vorm="iets anders").errors == {
        "vorm": ["Kies bij “Wat voor regel is dit?” een van de antwoorden op de pagina."]
    }
