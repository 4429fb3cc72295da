"""Text that is strange but allowed: saved, shown as text, and written to a Word file that opens."""

from __future__ import annotations

import zipfile
from io import BytesIO
from urllib.parse import quote

import pytest
from sqlalchemy import Text

from forms.spec import Kind
from portal.extensions import db
from portal.models import Plan
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, pen, rows
from portal.services.plan.content import working_copy
from tests.client import StrictClient
from tests.reading.documents import assert_opens_cleanly
from tests.reading.pdf import pages_of
from tests.running.halves import on_one_each
from tests.worlds.people import make_contact, make_user

NASTY = {
    "control characters": ("a\x00b\x07c\x1bd", "abcd"),
    "a right-to-left mark": ("rechts\u200fnaar links", "rechts\u200fnaar links"),
    "a right-to-left override": ("rechts\u202enaar \u202dlinks", "rechtsnaar links"),
    "emoji": ("👩‍👩‍👧 en 😀", "👩‍👩‍👧 en 😀"),
    "a formula": ("=1+1", "=1+1"),
    "a script": ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    "the end of a CDATA": ("]]>&amp;", "]]>&amp;"),
    "noncharacters": ("a\ufffeb\uffffc", "abc"),
    "Jinja": ("{{ 7*7 }}{% raw %}", "{{ 7*7 }}{% raw %}"),
    "200 kB": ("woord " * 34_000 + "einde", "woord " * 34_000 + "einde"),
}
# Each text goes into all texts on one database and into all lists on the other.
in_texts = pytest.mark.parametrize(("app", "case"), on_one_each(list(NASTY)), indirect=["app"])
in_lists = pytest.mark.parametrize(("app", "case"), on_one_each(list(NASTY), turned=True), indirect=["app"])


@pytest.fixture
def anna(client: StrictClient, plan: Plan) -> StrictClient:
    return client.sign_in(make_contact(plan.regios[0], naam="Anna Proef"))


def part(plan: Plan, key: str = "achtergrond") -> str:
    return f"/plannen/{plan.id}/onderdeel/{key}"


def answer(plan: Plan, key: str = "achtergrond") -> str:
    db.session.expire_all()
    return str(working_copy(plan)["answers"].get(key, ""))


def text_fields(plan: Plan) -> list[str]:
    """The keys of the questions that are answered with text."""
    return [one.key for one in pen.format_of(plan).questions if one.kind in (Kind.SHORT_TEXT, Kind.LONG_TEXT)]


@in_texts
def test_strange_text_is_saved_in_every_text_field_shown_as_text_and_written_to_word(
    anna: StrictClient, plan: Plan, case: str
):
    sent, kept = NASTY[case]
    for key in text_fields(plan):
        step = pen.format_of(plan).step_of(key)
        anna.get(part(plan, step.key))
        anna.submit("Opslaan en terug naar het plan", **{key: sent})
    assert {key: answer(plan, key) for key in text_fields(plan)} == dict.fromkeys(text_fields(plan), kept)
    assert_shown_and_written(anna, plan, kept)


@in_lists
def test_strange_text_is_saved_in_every_field_of_every_list_shown_as_text_and_written_to_word(
    anna: StrictClient, plan: Plan, case: str
):
    sent, kept = NASTY[case]
    fields = {
        "partijen": ["naam"],
        "doelstellingen": ["tekst", "indicator", "eenheid"],
        "acties": ["paragraaf", "omschrijving", "verantwoordelijke", "tijdslijn"],
        "mijlpalen": ["activiteit", "mijlpaal", "tijdslijn"],
    }
    for question_key, names in fields.items():
        step = pen.format_of(plan).step_of(question_key)
        anna.get(f"{part(plan, step.key)}?lijst={question_key}&nieuw=0")
        anna.submit("Toevoegen", **dict.fromkeys(names, sent))
    db.session.expire_all()
    copy = working_copy(plan)
    for question_key, names in fields.items():
        assert {name: copy[question_key][-1][name] for name in names} == dict.fromkeys(names, kept)
    assert_shown_and_written(anna, plan, kept)


def assert_shown_and_written(anna: StrictClient, plan: Plan, kept: str) -> None:
    """The strict client finds any tag that got through; what people read is what was typed."""
    page = anna.get(f"/plannen/{plan.id}/controleren")
    assert " ".join(kept.split()) in page.text
    assert not page.find("//script[not(@src)]")
    anna.get(f"/plannen/{plan.id}/concept.docx")
    assert anna.response is not None
    assert_opens_cleanly(anna.response.data, ".docx")


def test_half_a_character_can_be_sent_and_does_no_harm(anna: StrictClient, plan: Plan):
    """A script can send half of a pair; the bytes of it are no UTF-8."""
    body = f"csrf_token={quote(anna.csrf_token())}&revisie_achtergrond=0&achtergrond=a%ED%A0%80b%FF&naar=hier"
    anna.request("POST", part(plan), 302, data=body, content_type="application/x-www-form-urlencoded")
    assert answer(plan) == "a%ED%A0%80b%FF"
    anna.get(f"/plannen/{plan.id}/controleren?x=%ED%A0%80&bewerk=%FF")
    anna.get(f"/plannen/{plan.id}/onderdeel/%ED%A0%80", 404)
    anna.get(f"/plannen/{plan.id}/onderdeel/acht%00ergrond", 404)


def test_a_sign_that_turns_letters_and_was_stored_long_ago_is_drawn_nowhere(anna: StrictClient, plan: Plan):
    """Texts are cleaned when they come in; these were stored before that, by every column that holds words."""
    who = make_user().actor
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Opzetten", "verantwoordelijke": "Anna"}, actor=who)
    rows.add_row(plan, Kind.PARTIJEN, {"naam": "Gemeente Proef"}, actor=who)
    answers.save_answers(plan, [AnswerEdit("achtergrond", "**Veel** vraag", 0)], actor=who)
    turn_around_everything_stored()
    for address in ("", "/lezen", "/controleren", "/onderdeel/achtergrond", "/onderdeel/acties?lijst=acties&nieuw=0"):
        assert anna.get(f"/plannen/{plan.id}{address}").html.count("\u202e") == 0, address
    for ending in (".docx", ".odt", ".pdf"):
        anna.get(f"/plannen/{plan.id}/concept{ending}")
        assert anna.response is not None
        assert "202e" not in anna.response.headers["Content-Disposition"].lower().replace("%e2%80%ae", "202e")
        words = "".join(pages_of(anna.response.data)) if ending == ".pdf" else inside(anna.response.data)
        assert "Gemeente Proef" in words
        assert "\u202e" not in words


def turn_around_everything_stored() -> None:
    """Put the sign behind each word that any column holds."""
    for table in db.metadata.sorted_tables:
        for column in table.columns:
            if type(column.type) is Text:
                told = column.op("||")("\u202e")
                db.session.execute(table.update().where(column != "").values({column.name: told}))
    db.session.commit()
    db.session.expire_all()


def inside(content: bytes) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return "".join(archive.read(one).decode() for one in archive.namelist() if one.endswith(".xml"))


@in_texts
def test_strange_text_as_reason_search_or_timeline(anna: StrictClient, plan: Plan, case: str):
    sent, kept = NASTY[case]
    anna.get(part(plan))
    anna.submit("Dit onderdeel volgt later", reden=sent)
    db.session.expire_all()
    assert working_copy(plan)["volgt_later"] == {"achtergrond": kept.strip()}
    short = sent[:500]
    anna.get("/landelijk/contacten", query_string={"zoek": short})
    anna.get("/tijdslijn-lezen", query_string={"tekst": short})
    anna.reads_pages = False
    anna.post("/voorbeeld", {"tekst": sent}, 200)
    assert anna.response is not None
    assert "<script" not in anna.response.text
