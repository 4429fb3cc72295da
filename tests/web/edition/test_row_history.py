"""Every list of every edition, of plans and of rounds: what was overwritten can be read and put back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from forms.spec import PLAN_LISTS, Format, Kind, Question
from portal.domain.roles import Actor, Namens
from portal.extensions import db
from portal.models import Antwoordblad, Plan, RegelSoort, User
from portal.services.plan import rows
from portal.services.sheet import goals, progress
from portal.services.sheet import rows as sheet_rows
from portal.services.sheet.goals import GoalValues
from tests.client import StrictClient
from tests.editions import EVERY_EDITION
from tests.reading.forms import filled_in
from tests.reading.pages import Page, words
from tests.running.halves import on_one_each
from tests.worlds.goals import ids_of_goals
from tests.worlds.people import make_contact
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.sheet import ids_of, make_plan_in_force

LISTS = [(edition, question) for edition in EVERY_EDITION for question in edition.questions if question.kind.is_list]
FIRST, THEN = "Elke maand een gesprek", "Elke week een gesprek"
NAME = {Kind.PARTIJEN: "naam", Kind.DOELSTELLINGEN: "tekst", Kind.ACTIES: "omschrijving", Kind.MIJLPALEN: "mijlpaal"}


def _each(lists: list[tuple[Format, Question]], *, turned: bool = False) -> pytest.MarkDecorator:
    """Each list on one database. (What is kept of a row that changed is tested on both beside the verbs.)"""
    given = [(kind, *each) for kind, each in on_one_each(lists, turned=turned)]
    ids = [f"{kind}-{edition.key}-{question.key}" for kind, edition, question in given]
    return pytest.mark.parametrize(("app", "edition", "question"), given, ids=ids, indirect=["app"])


each_list = _each(LISTS)
each_list_turned = _each(LISTS, turned=True)
# What is said of an action or a goal is never removed.
STAYS = (Kind.VOORTGANG, Kind.DOELSTANDEN)
each_removable = _each([(edition, question) for edition, question in LISTS if question.kind not in STAYS], turned=True)


@dataclass
class InList:
    """A row of a list: `here` is its page, `above` where its addresses begin; `change` and `text` go by the verbs."""

    here: str
    above: str
    change: Callable[[str, Actor], object]
    text: Callable[[], str]
    thing: Plan | Antwoordblad


@pytest.fixture
def bram(anna: User) -> User:
    return make_contact(anna.lidmaatschappen[0].regio, Namens.ZORGKANTOOR, naam="Bram Proef")


def in_list(edition: Format, question: Question, anna: User) -> InList:
    """A row with Anna's words in this list."""
    regio = anna.lidmaatschappen[0].regio
    if question.kind in PLAN_LISTS:
        return _in_plan(make_plan(regio, edition=edition.key), edition, question, anna)
    blad = make_blad(make_uitvraag(edition=edition.key), plan=make_plan_in_force(regio))
    if question.kind is Kind.VOORTGANG:
        return _progress(blad, edition, question, anna)
    if question.kind is Kind.DOELSTANDEN:
        return _standing(blad, edition, question, anna)
    return _in_sheet(blad, edition, question, anna)


def _in_plan(plan: Plan, edition: Format, question: Question, anna: User) -> InList:
    kind, name = question.kind, NAME[question.kind]
    row = rows.add_row(plan, kind, {name: FIRST}, actor=anna.actor)

    def change(text: str, actor: Actor) -> object:
        db.session.refresh(row)
        return rows.change_row(plan, kind, row.id, {name: text}, base_revision=row.revision, actor=actor)

    def text() -> str:
        db.session.refresh(row)
        return "" if row.verwijderd_op else str(getattr(row, name))

    page = f"/plannen/{plan.id}/onderdeel/{edition.step_of(question.key).key}"
    return InList(page, f"/plannen/{plan.id}/lijst/{question.key}/{row.id}", change, text, plan)


def _in_sheet(blad: Antwoordblad, edition: Format, question: Question, anna: User) -> InList:
    soort, aan = RegelSoort(question.kind.value), question.choices[0].key if question.choices else ""
    (row,) = sheet_rows.add_rows(blad, soort, [sheet_rows.RegelValues(FIRST, aan)], actor=anna.actor)

    def change(text: str, actor: Actor) -> object:
        db.session.refresh(row)
        values = sheet_rows.RegelValues(text, aan)
        return sheet_rows.change_row(blad, soort, row.id, values, base_revision=row.revision, actor=actor)

    def text() -> str:
        db.session.refresh(row)
        return "" if row.verwijderd_op else row.tekst

    page = f"/antwoordbladen/{blad.id}/vraag/{edition.step_of(question.key).key}"
    return InList(page, f"/antwoordbladen/{blad.id}/lijst/{question.key}/{row.id}", change, text, blad)


def _standing(blad: Antwoordblad, edition: Format, question: Question, anna: User) -> InList:
    (doel_id,) = ids_of_goals(blad)

    def change(text: str, actor: Actor) -> object:
        row = goals.find_goal(blad, doel_id)
        base = row.revision if row else 0
        return goals.save_goal(blad, doel_id, GoalValues("12", toelichting=text), base_revision=base, actor=actor)

    def text() -> str:
        row = goals.find_goal(blad, doel_id)
        return row.toelichting if row else ""

    change(FIRST, anna.actor)
    page = f"/antwoordbladen/{blad.id}/vraag/{edition.step_of(question.key).key}"
    return InList(page, f"/antwoordbladen/{blad.id}/doelen/{doel_id}", change, text, blad)


def _progress(blad: Antwoordblad, edition: Format, question: Question, anna: User) -> InList:
    actie_id, status = ids_of(blad)[0], question.choices[0].key

    def change(text: str, actor: Actor) -> object:
        row = progress.find_progress(blad, actie_id)
        base = row.revision if row else 0
        return progress.save_progress(blad, actie_id, status=status, toelichting=text, base_revision=base, actor=actor)

    def text() -> str:
        row = progress.find_progress(blad, actie_id)
        assert row is not None
        db.session.refresh(row)
        return row.toelichting

    change(FIRST, anna.actor)
    page = f"/antwoordbladen/{blad.id}/vraag/{edition.step_of(question.key).key}"
    above = f"/antwoordbladen/{blad.id}/acties/{actie_id}"
    return InList(page, above, change, text, blad)


def open_history(client: StrictClient, row: InList, text: str = "Eerdere versies") -> Page:
    """Follow the link at the row."""
    link = client.get(row.here).one(f"//a[@href='{row.above}/eerder']")
    assert words(link).startswith(text)
    return client.get(f"{row.above}/eerder")


def press(client: StrictClient, page: Page, text: str, place: int = 0) -> Page:
    button = [one for one in page.find("//main//form//button") if words(one).startswith(text)][place]
    form = button.xpath("ancestor::form")[0]
    client.post(form.get("action"), filled_in(form, button, {}))
    return client.follow()


def heads(page: Page) -> list[str]:
    """What happened and who did it, newest first."""
    happened = [words(one).split()[0] for one in page.find("//main//section/h2")]
    doors = [
        words(one).removeprefix("Nu, d").removeprefix("D").removeprefix("oor ").rstrip(".")
        for one in page.find("//main//section/p[1]")
    ]
    return [f"{what} {door}" for what, door in zip(happened, doors, strict=True)]


@each_list
def test_a_changed_row_shows_who_changed_what_and_can_be_put_back(
    client: StrictClient, anna: User, bram: User, edition: Format, question: Question
) -> None:
    row = in_list(edition, question, anna)
    client.sign_in(bram)
    assert not client.get(row.here).find(f"//a[@href='{row.above}/eerder']")
    row.change(THEN, bram.actor)
    page = open_history(client, row)
    assert heads(page) == ["Gewijzigd Bram Proef", "Toegevoegd Anna Proef"]
    marked = [words(one) for one in page.find("//ins | //del")]
    assert marked == ["[weggehaald: maand]", "[toegevoegd: week]"]
    press(client, page, "Deze versie terugzetten")
    assert row.text() == FIRST
    assert heads(open_history(client, row)) == [
        "Gewijzigd Bram Proef",
        "Gewijzigd Bram Proef",
        "Toegevoegd Anna Proef",
    ]


@each_list_turned
def test_who_puts_back_what_a_colleague_changed_meanwhile_is_told(
    client: StrictClient, anna: User, bram: User, edition: Format, question: Question
) -> None:
    row = in_list(edition, question, anna)
    row.change(THEN, bram.actor)
    page = open_history(client.sign_in(anna), row)
    row.change("Nooit meer een gesprek", bram.actor)
    told = press(client, page, "Deze versie terugzetten")
    assert "Bram Proef heeft deze" in told.html
    assert row.text() == "Nooit meer een gesprek"


@each_removable
def test_a_removed_row_can_be_read_and_put_back_as_it_was_or_as_it_was_before(
    client: StrictClient, anna: User, bram: User, edition: Format, question: Question
) -> None:
    row = in_list(edition, question, anna)
    row.change(THEN, bram.actor)
    client.sign_in(bram)
    press(client, client.get(row.here), "Verwijderen", -1)
    assert row.text() == ""
    page = open_history(client, row, "Bekijken")
    assert heads(page) == ["Verwijderd Bram Proef", "Gewijzigd Bram Proef", "Toegevoegd Anna Proef"]
    press(client, page, "Terugzetten in de lijst")
    assert row.text() == THEN
    press(client, client.get(row.here), "Verwijderen", -1)
    press(client, open_history(client, row, "Bekijken"), "Deze versie terugzetten", -1)
    assert row.text() == FIRST
    assert heads(open_history(client, row))[:3] == [
        "Gewijzigd Bram Proef",
        "Teruggezet Bram Proef",
        "Verwijderd Bram Proef",
    ]


@each_list
def test_what_is_handed_in_is_only_read(
    client: StrictClient, anna: User, bram: User, edition: Format, question: Question
) -> None:
    row = in_list(edition, question, anna)
    row.change(THEN, bram.actor)
    page = open_history(client.sign_in(anna), row)
    back = page.find("//main//section//form")[0].get("action")
    if isinstance(row.thing, Plan):
        make_indiening(row.thing, anna)
    else:
        row.thing.niet_gevraagd = True
    frozen = client.get(f"{row.above}/eerder")
    assert heads(frozen) == ["Gewijzigd Bram Proef", "Toegevoegd Anna Proef"]
    assert not frozen.find("//main//section//form")
    client.post(back, {"revisie": "2"})
    assert row.text() == THEN


@each_list_turned
def test_a_version_of_another_row_is_not_put_back(
    client: StrictClient, anna: User, bram: User, edition: Format, question: Question
) -> None:
    row = in_list(edition, question, anna)
    row.change(THEN, bram.actor)
    client.sign_in(anna)
    client.post(f"{row.above}/eerder/{2**31 - 1}", {"revisie": "2"})
    assert row.text() == THEN
