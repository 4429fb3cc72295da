"""The building blocks of pages, drawn with plain Jinja: what a person sees and hears for each of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from markupsafe import Markup
from wtforms import (
    BooleanField,
    FieldList,
    Form,
    FormField,
    RadioField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Length

from portal.web.assets import AssetsNotBuiltError, asset, read_manifest
from portal.web.templating import DUTCH
from tests.reading.html import read_fragment, read_html

TEMPLATES = Path(__file__).parents[2] / "templates"


class Rij(Form):
    wat = StringField("Wat", [DataRequired("Vul in wat u gaat doen.")])


class Formulier(Form):
    naam = StringField("Naam", [DataRequired("Vul de naam in."), Length(max=40)], description="Zoals op papier.")
    datum = StringField("Einddatum")
    tekst = TextAreaField("Toelichting", [DataRequired("Schrijf een toelichting.")])
    regio = SelectField("Regio", choices=[SelectChoice("a", "Amsterdam"), SelectChoice("z", "Zeeland")], default="a")
    kant = RadioField(
        "Namens wie?",
        [DataRequired("Kies namens wie.")],
        choices=[SelectChoice("g", "Gemeente"), SelectChoice("z", "Zorgkantoor")],
    )
    eens = BooleanField("Het zorgkantoor is het eens", [DataRequired("Vink aan dat het zorgkantoor het eens is.")])
    acties = FieldList(FormField(Rij), min_entries=2)


@pytest.fixture(scope="module")
def jinja() -> Environment:
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(DUTCH)
    env.globals["csrf_token"] = lambda: "teken"
    env.globals["new_mark"] = lambda: "merkje"
    env.globals["place_of_lost_words"] = lambda: ""
    return env


def draw(jinja: Environment, source: str, **context: Any) -> Any:
    """The drawn template as a tree; fails on HTML that a strict reader refuses."""
    html = jinja.from_string(source).render(**context)
    tree, errors = read_fragment(html)
    assert errors == []
    return tree


def draw_field(jinja: Environment, field: Any, arguments: str = "") -> Any:
    source = '{% from "components/form.html" import field %}{{ field(f' + arguments + ") }}"
    return draw(jinja, source, f=field)


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def order_of(tree: Any, names: Iterable[str]) -> list[str]:
    return [element.tag for element in tree.iter() if element.tag in names]


def control(tree: Any) -> Any:
    return next(element for element in tree.iter() if element.tag in ("input", "textarea", "select"))


@pytest.fixture
def invalid() -> Formulier:
    form = Formulier(data={})
    assert not form.validate()
    return form


class TestField:
    def test_a_required_field_says_so_to_a_screen_reader_and_not_to_the_browser(self, jinja: Environment) -> None:
        naam = control(draw_field(jinja, Formulier().naam))
        assert naam.get("aria-required") == "true"
        assert "required" not in naam.attrib
        assert "maxlength" not in naam.attrib, "the browser would cut off what somebody pastes"

    @pytest.mark.parametrize(
        ("name", "arguments", "label"),
        [
            ("naam", "", "Naam"),
            ("datum", "", "Einddatum (optioneel)"),
            ("datum", ", optional=false", "Einddatum"),
            ("naam", ", optional=true", "Naam (optioneel)"),
        ],
    )
    def test_the_label_says_whether_it_may_stay_empty(
        self, jinja: Environment, name: str, arguments: str, label: str
    ) -> None:
        tree = draw_field(jinja, Formulier()[name], arguments)
        assert text_of(tree.find(".//label")) == label
        assert tree.find(".//label").get("for") == control(tree).get("id") == name

    def test_description_and_error_stand_between_label_and_control_and_belong_to_it(
        self, jinja: Environment, invalid: Formulier
    ) -> None:
        tree = draw_field(jinja, invalid.naam)
        found = [e.get("id") or e.tag for e in tree.iter() if e.tag == "label" or e.get("id")]
        assert found == ["label", "naam-toelichting", "naam-fout", "naam"]
        assert control(tree).get("aria-describedby") == "naam-toelichting naam-fout"
        assert control(tree).get("aria-invalid") == "true"
        assert text_of(tree.find(".//*[@id='naam-fout']")) == "Fout: Vul de naam in."

    def test_a_field_without_help_or_error_points_nowhere(self, jinja: Environment) -> None:
        datum = control(draw_field(jinja, Formulier().datum))
        assert {"aria-describedby", "aria-invalid", "aria-required"}.isdisjoint(datum.attrib)

    def test_typed_markup_stays_text(self, jinja: Environment) -> None:
        form = Formulier(data={"tekst": "</textarea><script>alert(1)</script>"})
        tree = draw_field(jinja, form.tekst)
        assert control(tree).text.strip() == "</textarea><script>alert(1)</script>"
        assert tree.find(".//script") is None

    def test_a_description_may_be_markup_and_a_plain_one_is_escaped(self, jinja: Environment) -> None:
        for help_text, shown in [(Markup("<p>Eén</p><p>Twee</p>"), 2), ("<p>geen alinea", 1)]:
            tree = draw(
                jinja,
                '{% from "components/form.html" import field %}{{ field(f, description=h) }}',
                f=Formulier().datum,
                h=help_text,
            )
            assert len(tree.findall(".//div[@id='datum-toelichting']/p")) == shown
        assert text_of(tree.find(".//div[@id='datum-toelichting']")) == "<p>geen alinea"

    def test_extra_help_stands_between_description_and_control(self, jinja: Environment) -> None:
        source = """{% from "components/form.html" import field %}{% from "components/details.html" import details %}
            {% call field(f) %}{% call details("Bekijk een voorbeeld") %}<p>Zo</p>{% endcall %}{% endcall %}"""
        tree = draw(jinja, source, f=Formulier().tekst)
        assert order_of(tree, {"label", "details", "textarea"}) == ["label", "details", "textarea"]

    def test_choices_are_a_group_with_its_question_and_error(self, jinja: Environment, invalid: Formulier) -> None:
        tree = draw_field(jinja, invalid.kant)
        group = tree.find(".//fieldset")
        assert text_of(group.find("legend")) == "Namens wie?"
        assert group.get("aria-describedby") == "kant-fout"
        assert [(r.get("value"), r.get("aria-invalid")) for r in group.iter("input")] == [("g", "true"), ("z", "true")]
        assert [text_of(label) for label in group.iter("label")] == ["Gemeente", "Zorgkantoor"]

    def test_a_single_tick_stands_before_its_label(self, jinja: Environment, invalid: Formulier) -> None:
        tree = draw_field(jinja, invalid.eens)
        assert order_of(tree, {"input", "label"}) == ["input", "label"]
        assert control(tree).get("aria-describedby") == "eens-fout"

    def test_a_select_keeps_its_choice(self, jinja: Environment) -> None:
        tree = draw_field(jinja, Formulier(data={"regio": "z"}).regio)
        assert [o.get("value") for o in tree.iter("option") if "selected" in o.attrib] == ["z"]


class TestErrorSummary:
    SOURCE = '{% from "components/form.html" import form_errors %}{{ form_errors(form) }}'

    def test_every_problem_links_to_its_field(self, jinja: Environment, invalid: Formulier) -> None:
        tree = draw(jinja, self.SOURCE, form=invalid)
        assert text_of(tree.find(".//h2")) == "Er zijn 6 problemen gevonden"
        assert tree.find(".//h2").get("tabindex") == "-1"
        assert [(a.get("href"), text_of(a)) for a in tree.iter("a")] == [
            ("#naam", "Vul de naam in."),
            ("#tekst", "Schrijf een toelichting."),
            ("#kant-0", "Kies namens wie."),
            ("#eens", "Vink aan dat het zorgkantoor het eens is."),
            ("#acties-0-wat", "Vul in wat u gaat doen."),
            ("#acties-1-wat", "Vul in wat u gaat doen."),
        ]

    def test_one_problem_is_singular_and_one_without_a_field_has_no_link(self, jinja: Environment) -> None:
        form = Rij(data={"wat": "iets"})
        assert form.validate()
        form.form_errors.append("Een collega heeft dit al verwijderd.")
        tree = draw(jinja, self.SOURCE, form=form)
        assert text_of(tree.find(".//h2")) == "Er is 1 probleem gevonden"
        assert text_of(tree.find(".//li")) == "Een collega heeft dit al verwijderd."
        assert tree.find(".//a") is None

    def test_a_form_without_problems_has_no_summary(self, jinja: Environment) -> None:
        assert text_of(draw(jinja, self.SOURCE, form=Formulier())) == ""


def test_a_token_without_a_form_comes_from_the_session_and_has_no_id(jinja: Environment) -> None:
    tree = draw(jinja, '{% from "components/form.html" import csrf %}{{ csrf() }}{{ csrf() }}')
    assert [dict(i.attrib) for i in tree.iter("input")] == [
        {"type": "hidden", "name": "csrf_token", "value": "teken"},
        {"type": "hidden", "name": "merk", "value": "merkje"},
    ] * 2


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("leeg", "Leeg"),
        ("begonnen", "Begonnen"),
        ("klaar", "Klaar"),
        ("volgt_later", "Volgt later"),
        ("concept", "Concept"),
        ("ingediend", "Ingediend"),
        ("in_behandeling", "In behandeling"),
        ("teruggestuurd", "Teruggestuurd"),
        ("vastgesteld", "Vastgesteld"),
        ("te_laat", "Te laat"),
    ],
)
def test_a_status_is_a_word_with_a_shape(jinja: Environment, key: str, word: str) -> None:
    tree = draw(jinja, '{% from "components/status.html" import status %}{{ status(key) }}', key=key)
    assert text_of(tree) == word
    assert tree.find(".//{*}svg").get("aria-hidden") == "true"


def test_no_two_statuses_of_a_plan_have_the_same_shape(jinja: Environment) -> None:
    keys = ["leeg", "begonnen", "klaar", "volgt_later", "concept", "ingediend", "in_behandeling"]
    keys += ["teruggestuurd", "vastgesteld", "te_laat"]
    source = '{% from "components/status.html" import status %}{{ status(key, "x") }}'
    shapes = {jinja.from_string(source).render(key=key).partition("<svg")[2] for key in keys}
    assert len(shapes) == len(keys)


def test_an_alert_without_a_title_says_what_kind_it_is(jinja: Environment) -> None:
    source = '{% from "components/alert.html" import flashed %}{{ flashed(messages) }}'
    tree = draw(jinja, source, messages=[("error", "Niet opgeslagen."), ("success", "Opgeslagen.")])
    alerts = [(e.get("role"), text_of(e)) for e in tree.iter("div") if e.get("role")]
    assert alerts == [("alert", "Fout: Niet opgeslagen."), ("status", "Gelukt: Opgeslagen.")]


def test_an_empty_answer_says_so_and_its_change_link_names_the_question(jinja: Environment) -> None:
    source = """{% from "components/summary.html" import summary, answer %}
        {% call summary() %}{{ answer("Doelgroep", none, "/plan/1/doelgroep") }}{% endcall %}"""
    tree = draw(jinja, source)
    assert [text_of(dd) for dd in tree.iter("dd")] == ["Nog niet ingevuld", "Wijzigen: Doelgroep"]


def test_a_table_that_becomes_cards_stays_a_table_for_a_screen_reader(jinja: Environment) -> None:
    source = """{% from "components/table.html" import table, row, row_head, cell %}
        {% call table("Plannen", ["Regio", "Dagen"], numeric=["Dagen"]) %}
        {% call row() %}{{ row_head("Zeeland") }}{{ cell("Dagen", 0, numeric=true) }}{% endcall %}{% endcall %}"""
    tree = draw(jinja, source)
    assert [e.get("role") for e in tree.find(".//tbody/tr").iter()] == ["row", "rowheader", "cell"]
    assert tree.find(".//td").get("data-label") == "Dagen"
    assert text_of(tree.find(".//td")) == "0"


class TestBase:
    """The page around every page."""

    @pytest.fixture
    def page(self, jinja: Environment) -> Environment:
        @pass_context
        def nobody_may_ask(context: Any) -> Any:
            raise AssertionError("this page must not ask who is behind it")

        env = jinja.overlay()
        env.globals = {
            **jinja.globals,
            "asset": lambda name: f"/static/dist/{name}",
            "config": {"DEMO": True, "VERSION": "1.0"},
            "url_for": lambda endpoint: f"/{endpoint}",
            "get_flashed_messages": lambda with_categories: [],
            "navigation": nobody_may_ask,
            "search_link": nobody_may_ask,
            "answers_post": lambda: False,
        }
        return env

    @pytest.mark.parametrize("number", [400, 403, 404, 405, 413, 429, 500])
    def test_an_error_page_says_what_happened_and_what_to_do(self, page: Environment, number: int) -> None:
        html = page.get_template(f"errors/{number}.html").render(current_user=None, message=None, reference=None)
        tree, errors = read_html(html)
        assert errors == []
        heading = text_of(tree.find(".//h1"))
        assert text_of(tree.find(".//title")) == f"{heading} – Regioportaal"
        assert len(tree.findall(".//main//p")) >= 2
        assert "Demo: alle personen en cijfers zijn verzonnen" in html

    def test_the_page_for_our_own_mistakes_asks_nothing_of_the_database(self, page: Environment) -> None:
        class Away:
            def __getattr__(self, name: str) -> Any:
                raise AssertionError("the database is away")

        assert page.get_template("errors/500.html").render(current_user=Away(), reference="A1")

    def test_sending_again_carries_every_word_that_was_typed(self, page: Environment) -> None:
        long_text = 'Regel één "met aanhaling"\n<script>alert(1)</script> & verder'
        html = page.get_template("errors/opnieuw_versturen.html").render(
            current_user=None,
            carried=[("csrf_token", "oud"), ("tekst", long_text), ("revisie", "3"), ("revisie", "4")],
            target="/plan/1/doelgroep",
        )
        tree, errors = read_html(html)
        assert errors == []
        form = tree.find(".//main//form")
        assert form.get("action") == "/plan/1/doelgroep"
        assert [(i.get("name"), i.get("value")) for i in form.iter("input")] == [
            ("csrf_token", "teken"),
            ("tekst", long_text),
            ("revisie", "3"),
            ("revisie", "4"),
        ]
        assert "data-autosubmit" not in form.attrib
        assert [e.text for e in tree.iter("div") if e.get("class") == "rp-compare__text"] == [long_text]


def test_no_template_holds_inline_script_or_style() -> None:
    """The content security policy would drop them (norm SEC-2)."""
    forbidden = (" style=", "<style", "onclick=", "onload=", "onsubmit=", "javascript:")
    offenders = {
        (path.name, word) for path in TEMPLATES.rglob("*.html") for word in forbidden if word in path.read_text("utf-8")
    }
    assert offenders == set()


class TestAssets:
    def test_a_plain_name_leads_to_the_built_file(self, tmp_path: Path) -> None:
        (tmp_path / "manifest.json").write_text('{"main.css": "main.AB12CD34.css"}', "utf-8")
        assert asset("main.css", dist=tmp_path) == "/static/dist/main.AB12CD34.css"

    def test_a_missing_build_or_file_says_what_to_run(self, tmp_path: Path) -> None:
        with pytest.raises(AssetsNotBuiltError, match="make assets"):
            read_manifest(tmp_path)
        (tmp_path / "manifest.json").write_text("{}", "utf-8")
        with pytest.raises(AssetsNotBuiltError, match=r"main\.css.*make assets"):
            asset("main.css", dist=tmp_path)
