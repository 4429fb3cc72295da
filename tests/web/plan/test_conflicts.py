"""Two people at the same text or row: the second one is told, sees both, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from forms.spec import Kind, RowField
from portal.domain.roles import Namens
from portal.extensions import db
from portal.models import Plan
from portal.services.plan import pen, rows
from portal.services.plan.content import working_copy
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.people import make_contact
from tests.worlds.plan import make_indiening


@pytest.fixture
def anna(new_client: Callable[[], StrictClient], plan: Plan) -> StrictClient:
    return new_client().sign_in(make_contact(plan.regios[0], naam="Anna Proef"))


@pytest.fixture
def bram(new_client: Callable[[], StrictClient], plan: Plan) -> StrictClient:
    return new_client().sign_in(make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef"))


SAVE = "Opslaan en terug naar het plan"


def part(plan: Plan, key: str = "achtergrond") -> str:
    return f"/plannen/{plan.id}/onderdeel/{key}"


def answers(plan: Plan) -> dict[str, str]:
    db.session.expire_all()
    return dict(working_copy(plan)["answers"])


def actions(plan: Plan) -> list[str]:
    db.session.expire_all()
    return [one["omschrijving"] for one in working_copy(plan)["acties"]]


def acties(plan: Plan) -> tuple[RowField, ...]:
    return pen.format_of(plan).question_of_kind(Kind.ACTIES).row


def add_action(plan: Plan, *names: str) -> list[rows.Row]:
    actor = make_contact(plan.regios[0]).actor
    made = [rows.add_row(plan, Kind.ACTIES, {"omschrijving": name, "vorm": "actie"}, actor=actor) for name in names]
    db.session.commit()
    return made


def test_a_stale_save_shows_both_texts_and_combining_them_saves(plan: Plan, anna: StrictClient, bram: StrictClient):
    for who in (anna, bram):
        who.get(part(plan))
    anna.submit(SAVE, achtergrond="Wij zien drie knelpunten.")
    page = bram.submit(SAVE, status=409, achtergrond="Wij zien <b>vier</b> knelpunten.")
    assert page.h1 == "Voeg de teksten samen"
    assert "Wij zien drie knelpunten." in page.text
    assert "Anna Proef" in page.text
    field = page.one("//textarea[@name='achtergrond']")
    assert field.text == "Wij zien drie knelpunten.\n\nWij zien <b>vier</b> knelpunten."
    assert [words(one) for one in page.find("//ins")] == ["drie", "<b>vier</b>"]
    assert answers(plan)["achtergrond"] == "Wij zien drie knelpunten."
    bram.submit("Deze tekst opslaan", achtergrond="Wij zien drie of vier knelpunten.")
    assert answers(plan)["achtergrond"] == "Wij zien drie of vier knelpunten."
    history = bram.get(f"/plannen/{plan.id}/eerder/achtergrond")
    assert "Wij zien drie knelpunten." in history.text


TEXT = "Eerst dit.\n\nDan dat.\n\nTot slot iets."


def test_what_only_one_of_them_touched_is_merged_and_told(plan: Plan, anna: StrictClient, bram: StrictClient):
    anna.get(part(plan))
    anna.submit(SAVE, achtergrond=TEXT)
    for who in (anna, bram):
        who.get(part(plan))
    anna.submit(SAVE, achtergrond=TEXT.replace("Eerst dit.", "Eerst dit, van Anna."))
    page = bram.submit(SAVE, achtergrond=TEXT.replace("iets.", "iets van Bram."))
    assert "Samengevoegd met de wijziging van Anna Proef, vandaag om" in page.html
    assert answers(plan)["achtergrond"] == "Eerst dit, van Anna.\n\nDan dat.\n\nTot slot iets van Bram."
    (link,) = page.find("//a[. = 'Bekijken']")
    seen = bram.get(link.get("href"))
    assert [words(one) for one in seen.find("//section[h2 = 'Wat uw collega veranderde']//ins")] == [
        "[toegevoegd: , van Anna]"
    ]
    bram.get(f"/plannen/{plan.id}/eerder/achtergrond?van=-3&tot=99")


def test_of_an_overlap_only_what_both_changed_is_shown_and_the_field_leaves_nobody_out(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    anna.get(part(plan))
    anna.submit(SAVE, achtergrond=TEXT)
    for who in (anna, bram):
        who.get(part(plan))
    anna.submit(SAVE, achtergrond=TEXT.replace("dit.", "dit, van Anna.").replace("dat.", "dat, van Anna."))
    mine = TEXT.replace("dat.", "dat, van Bram.").replace("iets.", "iets van Bram.")
    page = bram.submit(SAVE, status=409, achtergrond=mine)
    sides = [words(one) for one in page.find("//*[contains(@class, 'rp-compare__text')]")]
    assert sides == ["Dan dat, van Anna.", "Dan dat, van Bram."]
    together = "Eerst dit, van Anna.\n\nDan dat, van Anna.\n\nDan dat, van Bram.\n\nTot slot iets van Bram."
    assert page.one("//textarea[@name='achtergrond']").text == together
    bram.submit("Deze tekst opslaan")
    assert answers(plan)["achtergrond"] == together


def test_a_save_by_itself_gets_the_merged_text_and_what_came_in(plan: Plan, anna: StrictClient, bram: StrictClient):
    anna.get(part(plan))
    anna.submit(SAVE, achtergrond=TEXT)
    data = {"achtergrond": TEXT.replace("Eerst", "Allereerst"), "revisie_achtergrond": "1"}
    anna.post(part(plan), data, 200, headers={"Accept": "application/json"})
    data = {"achtergrond": TEXT + "\n\nVan Bram.", "revisie_achtergrond": "1"}
    bram.post(part(plan), data, 200, headers={"Accept": "application/json"})
    assert bram.response is not None
    told = bram.response.json or {}
    merged = TEXT.replace("Eerst", "Allereerst") + "\n\nVan Bram."
    assert (told["revisies"], told["teksten"]) == ({"revisie_achtergrond": 3}, {"achtergrond": [merged]})
    assert "Samengevoegd met de wijziging van Anna Proef" in told["samengevoegd"]["achtergrond"]
    assert "[toegevoegd: </span>Allereerst" in told["samengevoegd"]["achtergrond"]
    assert answers(plan)["achtergrond"] == merged


def test_who_meets_the_own_text_of_another_window_is_told_so(plan: Plan, anna: StrictClient):
    anna.get(part(plan))
    anna.submit(SAVE, achtergrond="In het ene venster.")
    data = {"achtergrond": "In het andere.", "revisie_achtergrond": "0"}
    anna.post(part(plan), data, 409, headers={"Accept": "application/json"})
    assert anna.response is not None
    assert "U heeft deze tekst in een ander venster ook veranderd." in (anna.response.json or {})["melding"]


def test_who_combines_while_it_changes_again_is_told_again(plan: Plan, anna: StrictClient, bram: StrictClient):
    for who in (anna, bram):
        who.get(part(plan))
    anna.submit(SAVE, achtergrond="Een.")
    bram.submit(SAVE, status=409, achtergrond="Twee.")
    anna.get(part(plan))
    anna.submit(SAVE, achtergrond="Een en meer.")
    page = bram.submit("Deze tekst opslaan", status=409, achtergrond="Een. Twee.")
    assert "Een en meer." in page.text
    assert answers(plan)["achtergrond"] == "Een en meer."


def test_the_other_answers_of_the_page_are_saved_and_stay_so(plan: Plan, anna: StrictClient, bram: StrictClient):
    for who in (anna, bram):
        who.get(part(plan, "doelgroep"))
    anna.submit(SAVE, doelgroep="Jongeren.")
    bram.submit(SAVE, status=409, doelgroep="Ouderen.", doelgroep_soorten=["jongeren", "anders"])
    assert (answers(plan)["doelgroep"], answers(plan)["doelgroep_soorten"]) == ("Jongeren.", "jongeren anders")
    bram.submit("Deze tekst opslaan", doelgroep="Jongeren en ouderen.")
    assert (answers(plan)["doelgroep"], answers(plan)["doelgroep_soorten"]) == (
        "Jongeren en ouderen.",
        "jongeren anders",
    )


def test_a_closed_choice_in_conflict_shows_labels_and_can_be_chosen_again(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    for who in (anna, bram):
        who.get(part(plan, "projectstructuur"))
    anna.submit(SAVE, projectstructuur_vorm="ad_hoc")
    page = bram.submit(SAVE, status=409, projectstructuur_vorm="nieuw_vast")
    assert "Ad hoc" in page.text
    bram.submit("Deze tekst opslaan", projectstructuur_vorm="bestaand")
    assert answers(plan)["projectstructuur_vorm"] == "bestaand"


def test_a_save_by_itself_hears_of_the_conflict_and_saves_the_rest(plan: Plan, anna: StrictClient, bram: StrictClient):
    anna.get(part(plan))
    anna.submit(SAVE, achtergrond="Van Anna.")
    data = {"achtergrond": "Van Bram.", "revisie_achtergrond": "0"}
    bram.post(part(plan), data, 409, headers={"Accept": "application/json"})
    assert bram.response is not None
    assert bram.response.json == {
        "melding": (
            "Niet opgeslagen. Anna Proef heeft deze tekst intussen ook veranderd. Kies Opslaan om te vergelijken."
        ),
        "revisies": {},
        "conflict": True,
    }
    assert answers(plan)["achtergrond"] == "Van Anna."


def test_who_saves_after_the_plan_was_handed_in_keeps_the_text_on_the_page(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    bram.get(part(plan))
    make_indiening(plan, make_contact(plan.regios[0]))
    page = bram.submit(SAVE, status=409, achtergrond="Net te laat <i>getypt</i>.")
    assert page.h1 == "Uw tekst is niet opgeslagen"
    assert "Net te laat <i>getypt</i>." in page.text
    assert "achtergrond" not in answers(plan)


def test_a_choice_that_came_too_late_is_shown_by_its_words(plan: Plan, bram: StrictClient):
    bram.get(part(plan, "projectstructuur"))
    make_indiening(plan, make_contact(plan.regios[0]))
    page = bram.submit(SAVE, status=409, projectstructuur_vorm="bestaand")
    assert "Aangesloten bij bestaande structuur" in page.text


def test_two_people_change_one_row_the_second_sees_both(plan: Plan, anna: StrictClient, bram: StrictClient):
    (row,) = add_action(plan, "Overleggen")
    here = f"{part(plan, 'acties')}?lijst=acties&bewerk={row.id}"
    for who in (anna, bram):
        who.get(here)
    anna.submit("Opslaan", omschrijving="Elke maand overleggen")
    page = bram.submit("Opslaan", status=409, omschrijving="Elk kwartaal overleggen")
    assert "Elke maand overleggen" in page.text
    assert page.one("//textarea[@name='omschrijving']").text == "Elk kwartaal overleggen"
    assert actions(plan) == ["Elke maand overleggen"]
    bram.submit("Opslaan", omschrijving="Elke maand kort overleggen")
    assert actions(plan) == ["Elke maand kort overleggen"]


def test_who_changes_a_row_that_a_colleague_removed_hears_who_and_can_put_it_back_with_the_own_text(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    (row,) = add_action(plan, "Overleggen")
    bram.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={row.id}")
    anna.get(part(plan, "acties"))
    anna.submit("Verwijderen: Overleggen")
    assert actions(plan) == []
    page = bram.submit("Opslaan", status=409, omschrijving="Vaker overleggen")
    assert "Anna Proef heeft deze regel verwijderd" in page.text
    assert page.one("//textarea[@name='omschrijving']").text == "Vaker overleggen"
    bram.submit("Terugzetten en opslaan")
    assert actions(plan) == ["Vaker overleggen"]


def test_who_cancels_at_a_row_that_a_colleague_removed_leaves_it_removed(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    (row,) = add_action(plan, "Overleggen")
    bram.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={row.id}")
    anna.get(part(plan, "acties"))
    anna.submit("Verwijderen: Overleggen")
    page = bram.submit("Opslaan", status=409, omschrijving="Vaker overleggen")
    assert actions(plan) == []
    bram.get(str(page.one("//a[@data-annuleren]").get("href")).partition("#")[0])
    assert actions(plan) == []
    removed = bram.get(part(plan, "acties")).one("//li[contains(@class, 'rp-rows__row--weg')]")
    assert "door Anna Proef" in words(removed)


def test_a_row_that_was_removed_again_while_one_puts_it_back_asks_again(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    (row,) = add_action(plan, "Overleggen")
    bram.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={row.id}")
    anna.get(part(plan, "acties"))
    anna.submit("Verwijderen: Overleggen")
    bram.submit("Opslaan", status=409, omschrijving="Vaker overleggen")
    anna.submit("Terugzetten: Overleggen")
    anna.submit("Verwijderen: Overleggen")
    page = bram.submit("Terugzetten en opslaan", status=409)
    assert "Anna Proef heeft deze regel verwijderd" in page.text
    assert actions(plan) == []


def test_the_box_of_a_row_says_per_field_what_differs(plan: Plan, anna: StrictClient, bram: StrictClient):
    (row,) = add_action(plan, "Overleggen")
    for who in (anna, bram):
        who.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={row.id}")
    anna.submit("Opslaan", omschrijving="Elke maand overleggen", tijdslijn="Q1 2024")
    page = bram.submit("Opslaan", status=409, omschrijving="Elke week overleggen")
    assert "Anna Proef heeft deze regel intussen ook veranderd" in page.text
    fields = [words(one) for one in page.find("//div[contains(@class, 'rp-rowconflict rp-flow')]/p")]
    assert fields == [one.label for one in acties(plan) if one.name in ("omschrijving", "tijdslijn")]
    marked = [words(one) for one in page.find("//div[contains(@class, 'rp-rowconflict rp-flow')]//ins")]
    assert marked == ["[toegevoegd: maand]", "[toegevoegd: week]", "[toegevoegd: Q1 2024]"]


def test_who_removes_a_row_that_a_colleague_changed_is_told_and_it_stays(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    (row,) = add_action(plan, "Overleggen")
    anna.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={row.id}")
    bram.get(part(plan, "acties"))
    anna.submit("Opslaan", omschrijving="Vaker overleggen")
    page = bram.submit("Verwijderen: Overleggen")
    assert "Anna Proef heeft deze regel intussen veranderd of verplaatst." in page.html
    assert actions(plan) == ["Vaker overleggen"]


def test_two_people_remove_one_row_it_is_removed_once(plan: Plan, anna: StrictClient, bram: StrictClient):
    add_action(plan, "Overleggen", "Meten")
    for who in (anna, bram):
        who.get(part(plan, "acties"))
    for who in (anna, bram):
        who.submit("Verwijderen: Overleggen")
    assert actions(plan) == ["Meten"]


def test_two_people_move_one_row_the_second_is_told_and_sees_the_new_order(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    add_action(plan, "Een", "Twee", "Drie")
    for who in (anna, bram):
        who.get(part(plan, "acties"))
    anna.submit("Omhoog: Drie")
    page = bram.submit("Omhoog: Drie")
    assert "U ziet nu de nieuwste lijst." in page.html
    assert actions(plan) == ["Een", "Drie", "Twee"]


def test_who_adds_a_row_after_the_plan_was_handed_in_keeps_what_was_typed(
    plan: Plan, anna: StrictClient, bram: StrictClient
):
    bram.get(f"{part(plan, 'acties')}?lijst=acties&nieuw=0")
    make_indiening(plan, make_contact(plan.regios[0]))
    page = bram.submit("Toevoegen", status=409, omschrijving="Net te laat")
    assert "Dit plan is ingediend." in page.text
    assert "Net te laat" in page.html
    assert actions(plan) == []
