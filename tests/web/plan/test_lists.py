"""The lists of a plan as people use them, without a script: add, change, remove, put back, move."""

from __future__ import annotations

from datetime import date

import pytest

from portal.extensions import db
from portal.models import Doelstelling, Plan
from portal.services.plan.content import working_copy
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_contact
from tests.worlds.rows import all_rows


@pytest.fixture
def anna(client: StrictClient, plan: Plan) -> StrictClient:
    return client.sign_in(make_contact(plan.regios[0], naam="Anna Proef"))


def part(plan: Plan, key: str) -> str:
    return f"/plannen/{plan.id}/onderdeel/{key}"


def stored(plan: Plan, question_key: str, name: str) -> list[object]:
    db.session.expire_all()
    return [one[name] for one in working_copy(plan)[question_key]]


def add(anna: StrictClient, plan: Plan, step: str, question_key: str, **values: str | list[str]) -> Page:
    """Open the list, press the button to add, fill in, and send."""
    page = anna.get(part(plan, step))
    button = page.one(f"//a[contains(@href, 'lijst={question_key}&nieuw=')][contains(@class, 'button')]")
    anna.get(button.get("href"))
    return anna.submit("Toevoegen", **values)


def test_a_party_is_added_with_its_kind(anna: StrictClient, plan: Plan):
    page = add(anna, plan, "algemeen", "partijen", naam="Aanbieder Een", soort="zorgaanbieder")
    assert "Aanbieder Een Zorgaanbieder" in page.text
    assert stored(plan, "partijen", "soort") == ["zorgaanbieder"]


def test_several_parties_are_added_at_once_in_their_order(anna: StrictClient, plan: Plan):
    add(anna, plan, "algemeen", "partijen", naam="Een\nTwee\n\n Drie ")
    assert stored(plan, "partijen", "naam") == ["Een", "Twee", "Drie"]


def test_a_row_is_added_behind_the_one_that_was_pointed_at(anna: StrictClient, plan: Plan):
    for omschrijving in ("Een", "Drie"):
        add(anna, plan, "acties", "acties", omschrijving=omschrijving)
    first = stored(plan, "acties", "id")[0]
    anna.get(f"{part(plan, 'acties')}?lijst=acties&nieuw={first}")
    anna.submit("Toevoegen", omschrijving="Twee")
    assert stored(plan, "acties", "omschrijving") == ["Een", "Twee", "Drie"]


def test_a_row_without_its_words_is_told_and_keeps_the_rest(anna: StrictClient, plan: Plan):
    anna.get(f"{part(plan, 'acties')}?lijst=acties&nieuw=0")
    page = anna.submit("Toevoegen", status=422, paragraaf="5a.1", tijdslijn="Q2 2024")
    assert page.errors == ["Beschrijf de actie of typ de tekst van de kop."]
    assert page.one("//input[@name='paragraaf']").get("value") == "5a.1"
    assert stored(plan, "acties", "omschrijving") == []


def test_an_action_shows_how_its_timeline_was_read(anna: StrictClient, plan: Plan):
    page = add(anna, plan, "acties", "acties", omschrijving="Overleggen", tijdslijn="In de loop van 2024")
    assert "gelezen als 1 januari t/m 31 december 2024" in page.text
    assert stored(plan, "acties", "venster_bron") == ["gelezen"]


def test_a_window_that_was_read_wrong_can_be_corrected_and_follows_the_text_again(anna: StrictClient, plan: Plan):
    add(anna, plan, "acties", "acties", omschrijving="Overleggen", tijdslijn="Begin 2024")
    (row_id,) = stored(plan, "acties", "id")
    edit = f"{part(plan, 'acties')}?lijst=acties&bewerk={row_id}"
    anna.get(edit)
    page = anna.submit("Opslaan", venster_van="1-2-2024", venster_tot="15-2-2024")
    assert "aangepast: 1 februari t/m 15 februari 2024" in page.text
    assert (stored(plan, "acties", "venster_van"), stored(plan, "acties", "venster_bron")) == (
        ["2024-02-01"],
        ["aangepast"],
    )
    page = anna.get(edit)
    assert page.one("//input[@name='venster_van']").get("value") == "1 februari 2024"
    anna.submit("Opslaan", venster_van="", venster_tot="", tijdslijn="Q2 2024")
    assert (stored(plan, "acties", "venster_van"), stored(plan, "acties", "venster_bron")) == (
        ["2024-04-01"],
        ["gelezen"],
    )


def test_a_timeline_that_can_not_be_read_stays_text(anna: StrictClient, plan: Plan):
    page = add(anna, plan, "acties", "acties", omschrijving="Overleggen", tijdslijn="Als het uitkomt")
    assert "Als het uitkomt" in page.text
    assert "gelezen als" not in page.text
    assert stored(plan, "acties", "venster_bron") == ["geen"]


def test_an_action_that_is_a_milestone_shows_in_the_planning_by_itself(anna: StrictClient, plan: Plan):
    add(anna, plan, "acties", "acties", omschrijving="Eerste overleg", paragraaf="5a.1", is_mijlpaal="y")
    assert stored(plan, "acties", "is_mijlpaal") == [True]
    assert "5a.1 Eerste overleg" in anna.get(f"/plannen/{plan.id}/lezen").text


def test_the_figures_of_a_goal_are_shown_as_they_are_typed(anna: StrictClient, plan: Plan):
    page = add(
        anna,
        plan,
        "doelstellingen",
        "doelstellingen",
        tekst="Minder instroom",
        indicator="Instroom",
        nulwaarde="1.234,5",
        peildatum="1-1-2023",
        streefwaarde="4",
        eenheid="cliënten per maand",
        einddatum="31 december 2024",
        telt_clienten="ja",
        smart=["M", "S"],
    )
    assert goal_figures(page) == {
        "Indicator": "Instroom",
        "Nulwaarde": "1.234,5",
        "Peildatum": "1-1-2023 gelezen als 1 januari 2023",
        "Streefwaarde": "4 cliënten per maand",
        "Einddatum": "31 december 2024",
        "Telt cliënten": "Ja",
    }
    assert stored(plan, "doelstellingen", "smart")[1] == "SM"
    assert stored(plan, "doelstellingen", "telt_clienten")[1] == "ja"


VAGUE = {"nulwaarde": "ca. 300 per maand", "peildatum": "n.t.b.", "streefwaarde": "een paar", "einddatum": "Q4"}


@pytest.fixture
def for_2024(plan: Plan) -> Plan:
    """A plan that is due on the last day of 2023 is about 2024."""
    plan.deadline = date(2023, 12, 31)
    db.session.commit()
    return plan


def test_vague_figures_of_a_goal_are_kept_as_typed_with_how_they_are_read(anna: StrictClient, for_2024: Plan):
    plan = for_2024
    page = add(anna, plan, "doelstellingen", "doelstellingen", tekst="Minder", eenheid="cliënten", **VAGUE)
    assert goal_figures(page) == {
        "Nulwaarde": "ca. 300 per maand gelezen als ongeveer 300 per maand",
        "Peildatum": "n.t.b. geen datum of periode in gelezen",
        "Streefwaarde": "een paar geen getal in gelezen",
        "Einddatum": "Q4 gelezen als 1 oktober t/m 31 december 2024",
        "Telt cliënten": "Nog niet gezegd gelezen in de woorden: ja",
    }
    row = last_goal()
    assert {name: getattr(row, name) for name in VAGUE} == VAGUE
    assert "Streefwaarde: een paar" in anna.get(f"/plannen/{plan.id}/lezen").text
    assert (
        "Einddatum: Q4 (gelezen als 1 oktober t/m 31 december 2024)" in anna.get(f"/plannen/{plan.id}/controleren").text
    )


def test_the_form_says_under_each_figure_how_it_is_read_without_a_script(anna: StrictClient, for_2024: Plan):
    plan = for_2024
    add(anna, plan, "doelstellingen", "doelstellingen", tekst="Minder", **VAGUE)
    row = last_goal()
    page = anna.get(f"{part(plan, 'doelstellingen')}?lijst=doelstellingen&bewerk={row.id}")
    assert [words(one) for one in page.find("//p[@data-uitleg]")] == [
        "Gelezen als ongeveer 300 per maand.",
        "Hier is geen datum of periode in gelezen. De tekst blijft staan zoals u die typt.",
        "Hier is geen getal in gelezen. De tekst blijft staan zoals u die typt.",
        "Gelezen als 4e kwartaal 2024 (1 oktober t/m 31 december 2024). "
        "U noemt geen jaar, daarom geldt het jaar van het plan: 2024.",
    ]
    address = page.one("//input[@name='streefwaarde']").get("data-lees")
    anna.get(f"{address}&tekst=Q1+200%3B+Q2+%3C+180")
    assert anna.response.get_json() == {
        "uitleg": "Gelezen als 1e kwartaal 2024: 200; 2e kwartaal 2024: minder dan 180."
    }


def test_words_that_did_not_change_keep_what_was_read_in_them(anna: StrictClient, for_2024: Plan):
    plan = for_2024
    add(anna, plan, "doelstellingen", "doelstellingen", tekst="Minder", **VAGUE)
    row = last_goal()
    plan.deadline = date(2026, 3, 1)
    db.session.commit()
    anna.get(f"{part(plan, 'doelstellingen')}?lijst=doelstellingen&bewerk={row.id}")
    page = anna.submit("Opslaan", tekst="Nog minder", streefwaarde="< 240")
    shown = goal_figures(page)
    assert shown["Einddatum"] == "Q4 gelezen als 1 oktober t/m 31 december 2024"
    assert shown["Streefwaarde"] == "< 240 gelezen als minder dan 240"


def last_goal() -> Doelstelling:
    return all_rows(Doelstelling)[-1]


def goal_figures(page: Page) -> dict[str, str]:
    """The figures of the last goal on the page, by what they are called."""
    facts = page.find("//dl[contains(@class, 'rp-facts')]")[-1]
    return dict(zip(map(words, facts.findall(".//dt")), map(words, facts.findall(".//dd")), strict=True))


def test_the_national_goal_can_be_filled_in_but_not_moved_or_removed(anna: StrictClient, plan: Plan):
    add(anna, plan, "doelstellingen", "doelstellingen", tekst="Extra")
    page = anna.get(part(plan, "doelstellingen"))
    buttons = [words(one) for one in page.find("//ol//button")]
    assert buttons == ["Verwijderen: Extra"]
    national = stored(plan, "doelstellingen", "id")[0]
    anna.get(f"{part(plan, 'doelstellingen')}?lijst=doelstellingen&bewerk={national}")
    anna.submit("Opslaan", tekst="Van 6 naar 4 cliënten per maand.")
    assert stored(plan, "doelstellingen", "tekst") == ["Van 6 naar 4 cliënten per maand.", "Extra"]
    assert stored(plan, "doelstellingen", "landelijk") == [True, False]
    data = {"revisie": "2", "positie": "1", "naar": "omlaag"}
    for verb in ("verplaatsen", "verwijderen"):
        anna.post(f"/plannen/{plan.id}/lijst/doelstellingen/{national}/{verb}", data)
    assert stored(plan, "doelstellingen", "landelijk") == [True, False]


def test_removing_can_be_undone_on_the_same_place(anna: StrictClient, plan: Plan):
    for omschrijving in ("Een", "Twee", "Drie"):
        add(anna, plan, "acties", "acties", omschrijving=omschrijving)
    ids = stored(plan, "acties", "id")
    page = anna.submit("Verwijderen: Twee")
    assert stored(plan, "acties", "omschrijving") == ["Een", "Drie"]
    back = next(words(one) for one in page.find("//button") if words(one).startswith("Terugzetten"))
    anna.submit(back)
    assert stored(plan, "acties", "id") == ids
    assert stored(plan, "acties", "omschrijving") == ["Een", "Twee", "Drie"]


def test_rows_move_up_and_down_and_the_ends_have_no_button_over_the_edge(anna: StrictClient, plan: Plan):
    for omschrijving in ("Een", "Twee"):
        add(anna, plan, "acties", "acties", omschrijving=omschrijving)
    page = anna.get(part(plan, "acties"))
    moves = [words(one) for one in page.find("//ol//button") if words(one).startswith("Om")]
    assert moves == ["Omlaag: Een", "Omhoog: Twee"]
    anna.submit("Omhoog: Twee")
    assert stored(plan, "acties", "omschrijving") == ["Twee", "Een"]


def test_headings_and_actions_keep_the_number_of_the_own_plan(anna: StrictClient, plan: Plan):
    for values in (
        {"vorm": "kop", "paragraaf": "5a", "omschrijving": "Samenwerken"},
        {"vorm": "actie", "paragraaf": "5a.1", "omschrijving": "Overleggen"},
        {"vorm": "kop_en_actie", "paragraaf": "5d", "omschrijving": "Meten"},
    ):
        add(anna, plan, "acties", "acties", **values)
    found = zip(stored(plan, "acties", "vorm"), stored(plan, "acties", "paragraaf"), strict=True)
    assert list(found) == [("kop", "5a"), ("actie", "5a.1"), ("kop_en_actie", "5d")]


def shown(page: Page, question_key: str) -> list[str]:
    """The rows of a list on the page, by the beginning of their words."""
    return [words(one) for one in page.find(f"//div[@id='{question_key}']/ol/li")]


def test_a_list_can_be_read_in_the_order_of_time(anna: StrictClient, for_2024: Plan):
    add(anna, for_2024, "acties", "acties", vorm="kop", omschrijving="Kop")
    for omschrijving, tijdslijn in (("Later", "Q4"), ("Altijd", "maandelijks"), ("Eerst", "Q1"), ("Ooit", "n.t.b.")):
        add(anna, for_2024, "acties", "acties", omschrijving=omschrijving, tijdslijn=tijdslijn)
    page = anna.get(f"{part(for_2024, 'acties')}?volgorde=tijd")
    assert [one.split()[0] for one in shown(page, "acties")] == ["Eerst", "Later", "Altijd", "Ooit"]
    assert not page.find("//button[contains(., 'Omhoog')]")
    assert page.links["Op volgorde van het plan"]
    page = anna.get(part(for_2024, "acties"))
    assert "Op volgorde van tijd" in page.links
    assert "gelezen als doorlopend, maandelijks" in page.text


def test_an_action_whose_time_is_over_says_so_at_its_place(anna: StrictClient, plan: Plan):
    for omschrijving, tijdslijn in (("Voorbij", "Q1 2020"), ("Komt nog", "2090"), ("Altijd", "continu")):
        add(anna, plan, "acties", "acties", omschrijving=omschrijving, tijdslijn=tijdslijn)
    page = anna.get(part(plan, "acties"))
    over = [one for one in shown(page, "acties") if "Deze tijd is voorbij en de actie is niet afgerond." in one]
    assert [one.split()[0] for one in over] == ["Voorbij"]
