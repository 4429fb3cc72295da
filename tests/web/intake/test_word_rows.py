"""A list that comes in again from Word: what is the same stays the row that it is, what changed is seen."""

from __future__ import annotations

import pytest

from forms.national import Soort, newest
from forms.spec import Kind
from portal.domain import clock
from portal.extensions import db
from portal.models import Actie, Doelstelling, Mijlpaal, Plan, StapVerklaring, User
from portal.services.plan import rows
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.rows import all_rows
from tests.worlds.word_files import OWN_WORDS, word_file

ROWS = (("Bellen", "Anna", "Q1 2026"), ("Mailen", "Bram", "Q2 2026"), ("Schrijven", "Carla", "Q3 2026"))


def test_only_the_row_that_changed_gives_way_and_undoing_brings_it_back(anna: StrictClient, plan: Plan):
    chosen(anna, plan, file_with(*ROWS))
    anna.submit("Overnemen in uw plan")
    all_rows(Actie)[0].is_mijlpaal = True
    db.session.commit()
    chosen(anna, plan, file_with(("Nieuw", "", ""), ROWS[0], ("Mailen", "Bram", "Q4 2026"), ROWS[2]))
    page = anna.page
    assert page is not None
    assert "1 uit Word staat er nog niet; 1 staat er met andere woorden ernaast" in page.text
    before = standing()
    page = anna.submit("Overnemen in uw plan", keuze_acties="word")
    assert [(what, when) for _, what, when, _ in standing()] == [
        ("Nieuw", ""), ("Bellen", "Q1 2026"), ("Mailen", "Q4 2026"), ("Schrijven", "Q3 2026")
    ]  # fmt: skip
    assert {before[0], before[2]} <= set(standing())
    anna.submit("Ongedaan maken")
    assert standing() == before


def test_another_time_beside_the_same_words_is_no_plan_that_stands_there_already(anna: StrictClient, plan: Plan):
    chosen(anna, plan, file_with(*ROWS))
    anna.submit("Overnemen in uw plan")
    chosen(anna, plan, file_with(*ROWS[:2], ("Schrijven", "Carla", "Q4 2026")))
    page = anna.page
    assert page is not None
    assert page.find("//input[@name='keuze_acties'][@value='word']")
    assert not page.find("//input[@name='keuze_acties'][@value='samenvoegen']")


def chosen(anna: StrictClient, plan: Plan, data: bytes) -> None:
    anna.get(f"/plannen/{plan.id}/word")
    anna.submit("Bekijken wat erin staat", wordbestand=("plan.docx", data))


def file_with(*rows: tuple[str, str, str]) -> bytes:
    return word_file(newest(Soort.PLAN), OWN_WORDS | {"acties": rows})


def standing() -> list[tuple[int, str, str, bool]]:
    db.session.expire_all()
    present = sorted((row for row in all_rows(Actie) if row.verwijderd_op is None), key=lambda row: row.positie)
    return [(row.id, row.omschrijving, row.tijdslijn, row.is_mijlpaal) for row in present]


def test_a_colleague_who_saved_meanwhile_costs_nobody_the_choices(anna: StrictClient, plan: Plan):
    chosen(anna, plan, file_with(*ROWS))
    all_rows(Doelstelling)[0].tekst = "Een collega schreef dit."
    db.session.commit()
    page = anna.submit("Overnemen in uw plan", status=409, keuze_monitoring="bestaand", keuze_acties="word")
    assert "Er is nog niets overgenomen." in page.html
    assert page.find("//input[@name='keuze_monitoring'][@value='bestaand'][@checked]")


def test_an_action_that_is_a_milestone_does_not_come_in_as_one_of_the_planning(anna: StrictClient, plan: Plan):
    chosen(anna, plan, file_with(*ROWS))
    anna.submit("Overnemen in uw plan")
    all_rows(Actie)[0].is_mijlpaal = True
    db.session.commit()
    drawn = (("Feest", "Iedereen is er", "Q2 2026"), ("Bellen", "Actie gereed", "Q1 2026"))
    chosen(anna, plan, word_file(newest(Soort.PLAN), OWN_WORDS | {"planning": drawn}))
    anna.submit("Overnemen in uw plan")
    assert [row.activiteit for row in all_rows(Mijlpaal)] == ["Feest"]


def test_volgt_later_of_our_own_word_is_no_answer(anna: StrictClient, plan: Plan):
    (one, *_) = all_rows(User)
    said = {"plan_id": plan.id, "step_key": "monitoring", "reden": "Wij wachten op cijfers."}
    db.session.add(StapVerklaring(**said, door_id=one.id, op=clock.now()))
    db.session.commit()
    later = OWN_WORDS | {"monitoring": ("Volgt later: Wij wachten op cijfers.",)}
    chosen(anna, plan, word_file(newest(Soort.PLAN), later))
    page = anna.page
    assert page is not None
    assert not page.find("//input[@name='keuze_monitoring']")
    assert "Volgt later, zoals in uw plan." in page.text


def test_a_row_that_a_colleague_changes_at_that_very_moment_is_told(
    anna: StrictClient, plan: Plan, monkeypatch: pytest.MonkeyPatch
):
    chosen(anna, plan, file_with(*ROWS))
    anna.submit("Overnemen in uw plan")
    chosen(anna, plan, file_with(("Anders", "Anna", "Q1 2026")))
    before = standing()

    def changed_first(plan: Plan, kind: Kind, row_id: int, **_: object) -> None:
        raise rows.RowConflict(rows.find_row(plan, kind, row_id), {})

    monkeypatch.setattr(rows, "remove_row", changed_first)
    page = anna.submit("Overnemen in uw plan", status=409, keuze_acties="word")
    assert "Er is nog niets overgenomen." in page.html
    assert standing() == before


def test_everything_from_word_in_one_press_is_told_first_and_undone_in_one(
    anna: StrictClient, plan: Plan, contact: User
):
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Mailen", "themas": ["beleid"]}, actor=contact.actor)
    rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Iets heel anders"}, actor=contact.actor)
    db.session.commit()
    before = standing()
    chosen(anna, plan, file_with(*ROWS))
    assert anna.page is not None
    told = words(anna.page.one("//form[contains(@action, '/word/alles')]"))
    assert "Acties: 1 rij gewijzigd, 2 erbij, 1 naar “Verwijderd”" in told
    anna.submit("Alles uit Word overnemen")
    assert [(what, when) for _, what, when, _ in standing()] == [(what, when) for what, _, when in ROWS]
    assert rows.rows_of(plan, Kind.ACTIES)[1].themas == ["beleid"]
    anna.submit("Ongedaan maken")
    assert standing() == before
