"""A plan from a Word file, through the pages: seen first, corrected, taken over, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.national import Soort, newest
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Actie, Answer, Doelstelling, Inlezing, Partij, Plan
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import give_role, make_user
from tests.worlds.rows import all_rows
from tests.worlds.word_files import OWN_WORDS, word_file

NewClient = Callable[[], StrictClient]


def chosen(anna: StrictClient, plan: Plan, data: bytes, name: str = "plan.docx") -> None:
    anna.get(f"/plannen/{plan.id}/word")
    anna.submit("Bekijken wat erin staat", wordbestand=(name, data))


def answer(key: str) -> str:
    db.session.expire_all()
    return next((row.text for row in all_rows(Answer) if row.question_key == key), "")  # type: ignore[attr-defined]


def test_a_filled_in_format_is_seen_taken_over_and_taken_back(anna: StrictClient, plan: Plan):
    before = answer("regio_naam")
    chosen(anna, plan, word_file(newest(Soort.PLAN), OWN_WORDS))
    page = anna.page
    assert page is not None
    assert "er is geen woord verdwenen" in page.text
    assert "Elk stuk uit het bestand heeft een plaats." in page.text
    assert answer("monitoring") == ""
    page = anna.submit("Overnemen in uw plan")
    assert "Overgenomen in uw plan" in page.text
    assert answer("monitoring") == "De werkgroep meldt elk kwartaal hoe het gaat."
    assert answer("achtergrond") == "Wij richten ons op wat wij zelf kunnen doen:\n\n- wonen\n- werken"
    assert answer("planning_toelichting") == "Zie Acties!"
    assert answer("regio_naam") == before
    acties = [row for row in all_rows(Actie) if row.verwijderd_op is None]
    assert [row.vorm for row in acties].count("kop") == 3
    assert len(acties) == 14
    assert (acties[2].paragraaf, acties[2].verantwoordelijke) == ("3a.1", "Alle partijen")
    assert all_rows(Doelstelling)[0].tekst == "De instroom daalt naar een nog niet bekend niveau."
    assert len(all_rows(Partij)) == 4
    page = anna.submit("Ongedaan maken")
    assert "Uw plan is weer zoals het was." in page.html
    assert answer("monitoring") == ""
    assert [row for row in all_rows(Actie) if row.verwijderd_op is None] == []
    assert len(all_rows(Inlezing)) == 1


def test_a_piece_goes_to_another_part_and_what_is_left_out_stays_in_sight(anna: StrictClient, plan: Plan):
    chosen(anna, plan, word_file(newest(Soort.PLAN), OWN_WORDS, before=("Wij letten op geld.",)))
    anna.get(f"/plannen/{plan.id}/word")
    page = anna.submit("Verplaatsen", **{last_piece(anna): "randvoorwaarden"})
    assert "Elk stuk uit het bestand heeft een plaats." in page.text
    anna.get(f"/plannen/{plan.id}/word/monitoring")
    page = anna.submit("Bewaren", **{last_piece(anna): ""}, tekst="De werkgroep meldt elk kwartaal hoe het gaat.")
    assert "De werkgroep meldt elk kwartaal hoe het gaat." in page.text
    assert page.find("//h2[@id='niet-geplaatst']/following-sibling::form")
    assert "er is geen woord verdwenen" in page.text
    anna.submit("Overnemen in uw plan")
    assert answer("randvoorwaarden") == "Wij letten op geld.\n\nWij werken met wat er is."
    assert answer("monitoring") == ""


def last_piece(anna: StrictClient) -> str:
    """The name of the field of the last piece on the page."""
    assert anna.page is not None
    return str(anna.page.find("//select[starts-with(@name, 'stuk_')]/@name")[-1])


def test_a_changed_text_is_what_comes_in_and_is_kept_for_later(anna: StrictClient, plan: Plan):
    chosen(anna, plan, word_file(newest(Soort.PLAN), OWN_WORDS))
    anna.get(f"/plannen/{plan.id}/word/monitoring")
    anna.submit("Bewaren", tekst="Wij melden elk kwartaal.")
    anna.submit("Keuzes bewaren", keuze_monitoring="word", keuze_ervaringen="bestaand")
    assert answer("monitoring") == ""
    anna.get(f"/plannen/{plan.id}/word")
    page = anna.submit("Overnemen in uw plan")
    assert "Ervaringen uit de regio" not in words(page.find("//*[@role='status' or @role='alert']")[0])
    assert (answer("monitoring"), answer("ervaringen")) == ("Wij melden elk kwartaal.", "")


def test_cells_are_moved_until_they_stand_beside_what_they_belong_to(anna: StrictClient, plan: Plan):
    short = OWN_WORDS | {"acties": (("Bellen\nMailen\nSchrijven", "Anna\nBram", "Q1\nQ2\nQ3"),)}
    chosen(anna, plan, word_file(newest(Soort.PLAN), short))
    here = f"/plannen/{plan.id}/word/acties"
    anna.get(here)
    page = anna.submit("Elke regel is een eigen rij", naar="1")
    assert "3 acties · 2 trekkers · 3 tijdslijnen" in page.text
    assert "De kolommen hebben niet evenveel cellen" in page.text
    anna.submit("Lege plek invoegen", cel="1-0", naar="1")
    assert column(anna, here, 1) == ["leeg", "Anna", "Bram"]
    anna.submit("Omhoog", cel="1-2", naar="1")
    assert column(anna, here, 1) == ["leeg", "Bram", "Anna"]
    anna.submit("Naar die rij", cel="1-2", naar="1")
    assert column(anna, here, 1) == ["Anna", "Bram", "leeg"]
    anna.get(here)
    page = anna.submit("Omlaag", naar="1")
    assert "Kies eerst een cel in de tabel." in page.html
    anna.submit("Rij weglaten", cel="0-2", naar="1")
    assert column(anna, here, 0) == ["Bellen", "Mailen"]
    anna.get(f"/plannen/{plan.id}/word")
    page = anna.submit("Overnemen in uw plan")
    assert [(row.omschrijving, row.verantwoordelijke, row.tijdslijn) for row in all_rows(Actie)] == [
        ("Bellen", "Anna", "Q1"),
        ("Mailen", "Bram", "Q2"),
    ]
    assert "Schrijven – Q3" in page.text


def column(anna: StrictClient, here: str, at: int) -> list[str]:
    """The words in a column, headings and what a screen reader hears beside them left out."""
    page = anna.get(here)
    found = page.find(f"//form[@data-schuiven]//tbody/tr/td[{at + 1}]//label/span")
    return [words(one).partition(":")[0] for one in found]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("plan.pdf", b"%PDF-1.7", "PDF"),
        ("leeg.docx", word_file(newest(Soort.PLAN), {}), "Dit is een leeg invulformat"),
        ("", b"", "Kies het bestand met uw plan"),
    ],
)
def test_a_file_that_says_nothing_is_refused_with_a_sentence(
    anna: StrictClient, plan: Plan, name: str, data: bytes, told: str
):
    anna.get(f"/plannen/{plan.id}/word")
    page = anna.submit("Bekijken wat erin staat", status=422, wordbestand=(name, data))
    assert told in page.text
    assert all_rows(Inlezing) == []


def test_another_window_that_is_behind_changes_nothing_and_loses_no_words(anna: StrictClient, plan: Plan):
    chosen(anna, plan, word_file(newest(Soort.PLAN), OWN_WORDS))
    anna.get(f"/plannen/{plan.id}/word/monitoring")
    behind = anna.page
    anna.submit("Bewaren", tekst="Wij melden elk kwartaal.")
    anna.page = behind
    page = anna.submit("Bewaren", status=409, tekst="Dit typte ik in het andere venster, en het is lang genoeg.")
    assert "Dit typte ik in het andere venster, en het is lang genoeg." in page.text
    assert "Wij melden elk kwartaal." in anna.get(f"/plannen/{plan.id}/word/monitoring").html


def test_a_mailed_file_is_put_ready_and_told_at_start(anna: StrictClient, new_client: NewClient, plan: Plan):
    coordinator = new_client().sign_in(give_role(make_user(), Rol.COORDINATOR))
    coordinator.get(f"/landelijk/plannen/{plan.id}/klaarzetten")
    page = coordinator.submit("Klaarzetten", wordbestand=("plan.docx", word_file(newest(Soort.PLAN), OWN_WORDS)))
    assert "“plan.docx” staat klaar" in page.html
    assert "wij zetten het Word-bestand klaar dat u mailde" in anna.get("/").text
    anna.get(f"/plannen/{plan.id}/word")
    page = anna.submit("Bekijken")
    assert "er is geen woord verdwenen" in page.text
    assert "wij zetten het Word-bestand klaar" not in anna.get("/").text
