"""Editing the texts of a report: sentences with their numbers, what changed under them, own texts, two at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import RapportHistorie, RapportTekst
from portal.services.report import texts
from tests.client import StrictClient
from tests.reading.pages import Page, words
from tests.worlds.people import make_user
from tests.worlds.report import present, take_back
from tests.worlds.report_pages import RapportWorld, answer_more, remake
from tests.worlds.rows import all_rows

KEY = "proces_kop"
EDITED = "{geantwoord} van de {regios} regio’s deden mee"


def edit(client: StrictClient, world: RapportWorld, sleutel: str = KEY) -> Page:
    """Open the page on which a sentence is edited."""
    return client.get(world.url(f"/zinnen/{sleutel}"))


def save(world: RapportWorld, tekst: str = EDITED, sleutel: str = KEY) -> None:
    """What a coördinator saved before."""
    revision = world.zin(sleutel).revision
    texts.save(
        world.rapport,
        sleutel,
        tekst,
        base_revision=revision,
        seen_revision=world.rapport.revision,
        actor=world.kim.actor,
    )


# --- a sentence


def test_a_sentence_is_edited_with_its_numbers_beside_it(kim: StrictClient, world: RapportWorld) -> None:
    page = edit(kim, world)
    assert page.h1 == "Kop bewerken"
    first = page.find("//dl")[0]
    assert [words(one) for one in first.xpath(".//dt")] == ["{geantwoord}", "{regios}"]
    assert words(first.xpath(".//dd")[0]).startswith("2 · Regio’s waarvan")
    page = kim.submit("Opslaan", tekst=EDITED)
    assert page.h1 == "2 Proces en respons: 2 van de 6 regio’s deden mee"
    assert "Bewerkt Kop bewerken" in page.text
    assert world.zin(KEY).sjabloon == EDITED


def test_all_other_numbers_are_offered_in_groups(kim: StrictClient, world: RapportWorld) -> None:
    page = edit(kim, world)
    offered = [words(one) for one in page.find("//dl/div/dt")]
    assert sorted(offered) == sorted("{" + token + "}" for token in world.tree.waarden)
    groups = [words(one).split(" (")[0] for one in page.find("//summary") if "(" in words(one)]
    assert groups == [
        *("Regio’s, plannen en antwoorden", "Acties", "Successen", "Lessen", "Verwachtingen"),
        "Redenen en knelpunten",
    ]


def test_looking_how_it_becomes_saves_nothing(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world)
    page = kim.submit("Bekijk hoe het wordt", tekst="Er waren er {geantwoord} <b>van</b> {regios}")
    assert "Zo wordt de zin Er waren er 2 <b>van</b> 6 Nog niet opgeslagen." in page.text
    assert page.one("//textarea").text.strip() == "Er waren er {geantwoord} <b>van</b> {regios}"
    assert world.zin(KEY).revision == 0
    assert "deden mee" in kim.submit("Opslaan", tekst=EDITED).h1


def test_an_unknown_number_is_named_and_what_was_typed_stays(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world)
    page = kim.submit("Opslaan", status=422, tekst="Er waren {onzin} en {Geantwoord} en {nog_iets}")
    assert page.errors == [
        "“{onzin}” is geen getal van dit rapport. Kies een naam uit de lijst onder het veld, of haal hem weg.",
        "“{nog_iets}” is geen getal van dit rapport. Kies een naam uit de lijst onder het veld, of haal hem weg.",
    ]
    assert page.one("//textarea").text.strip() == "Er waren {onzin} en {Geantwoord} en {nog_iets}"
    assert world.zin(KEY).revision == 0
    # A very long one is not repeated whole, and many are not all told.
    many = " ".join(f"{{a{number}}}" for number in range(20))
    page = kim.submit("Opslaan", status=422, tekst=f"{{{'x' * 900}}} {many}")
    assert page.errors[0].startswith(f"“{{{'x' * 40}…}}” is geen getal van dit rapport.")
    assert page.errors[-1] == "Nog 16 andere namen zijn geen getal van dit rapport."
    assert len(page.errors) == 6


def test_an_empty_sentence_asks_whether_it_goes(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world, "proces_peilmoment")
    for nothing in ("  ", "\u00a0\u200b\u200f"):
        assert kim.submit("Opslaan", status=422, tekst=nothing).errors == [
            "Schrijf een zin. Wilt u de zin niet in het rapport? Kies “Weglaten”."
        ]


@pytest.mark.parametrize("tekst", ["Er waren { geantwoord }.", "Er waren {geantwoord.", "Er waren {ge-antwoord}.", "}"])
def test_a_brace_that_is_left_over_is_never_printed(kim: StrictClient, world: RapportWorld, tekst: str) -> None:
    edit(kim, world)
    page = kim.submit("Opslaan", status=422, tekst=tekst)
    assert page.errors[0].startswith("Er staat een accolade die niet bij een getal hoort.")
    assert page.one("//textarea").text.strip() == tekst
    assert world.zin(KEY).revision == 0


def test_a_sentence_is_left_out_and_put_back(kim: StrictClient, world: RapportWorld) -> None:
    own = world.zin("proces_peilmoment").tekst
    edit(kim, world, "proces_peilmoment")
    page = kim.submit("Weglaten")
    assert "De zin is weggelaten." in page.html
    assert own not in page.text
    edit(kim, world, "proces_peilmoment")
    page = kim.submit("Terug naar de zin van het portaal")
    assert own in page.text
    assert world.zin("proces_peilmoment").revision == 0


def test_a_heading_has_no_button_that_leaves_it_out(kim: StrictClient, world: RapportWorld) -> None:
    page = edit(kim, world)
    assert [words(one) for one in page.find("//main//button")] == ["Opslaan", "Bekijk hoe het wordt"]
    kim.post(world.url(f"/zinnen/{KEY}"), {"tekst": "", "revisie": "0", "gezien": "1", "doe": "weglaten"})
    assert kim.follow().h1 == "2 Proces en respons"


def test_the_name_of_a_region_is_not_edited(kim: StrictClient, world: RapportWorld) -> None:
    region = next(one for one in world.tree.all_chapters() if one.naam == "Aland")
    assert "Kop bewerken" not in kim.get(world.url(f"/{region.sleutel}")).text
    kim.get(world.url(f"/zinnen/{region.kop.sleutel}"), 404)


def test_lines_of_a_sentence_become_one(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world)
    kim.submit("Opslaan", tekst="Er waren er\r\n\r\n  {geantwoord}\tvan {regios}. ")
    assert world.zin(KEY).sjabloon == "Er waren er {geantwoord} van {regios}."


def test_a_former_text_can_be_read_back(kim: StrictClient, world: RapportWorld) -> None:
    save(world)
    save(world, "Iets heel anders")
    page = edit(kim, world)
    assert "Eerdere teksten (1)" in page.text
    assert EDITED in page.text
    assert [one.tekst for one in all_rows(RapportHistorie)] == [EDITED]


def test_strange_text_is_shown_as_typed(kim: StrictClient, world: RapportWorld) -> None:
    nasty = "=1+1 <script>alert('{regios}')</script> 👩‍👧 \u200fעברית\u200f"
    edit(kim, world)
    page = kim.submit("Opslaan", tekst=nasty + "\x00")
    assert nasty.replace("{regios}", "6") in page.h1


def test_too_long_a_sentence_says_how_long_it_may_be(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world)
    page = kim.submit("Opslaan", status=409, tekst="a" * 2001)
    assert page.errors == ["Een zin heeft hoogstens 2.000 tekens. Uw tekst heeft er 2.001. Maak de tekst korter."]
    assert page.one("//textarea").text.strip() == "a" * 2001


# --- two people


def test_of_two_who_save_the_second_sees_both_texts(
    kim: StrictClient, world: RapportWorld, new_client: Callable[[], StrictClient]
) -> None:
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    edit(kim, world)
    edit(bo, world)
    kim.submit("Opslaan", tekst=EDITED)
    page = bo.submit("Opslaan", status=409, tekst="Mijn zin")
    assert "Kim de Maker heeft deze tekst intussen ook gewijzigd." in page.errors[0]
    sides = [words(one) for one in page.find("//*[contains(@class, 'rp-compare__side')]")]
    assert sides == [f"Nu opgeslagen Kim de Maker {EDITED}", "Uw zin Nog niet opgeslagen Mijn zin"]
    assert world.zin(KEY).sjabloon == EDITED
    bo.submit("Opslaan", tekst="Onze zin")
    assert world.zin(KEY).sjabloon == "Onze zin"


def test_a_report_that_was_made_again_meanwhile_is_looked_at_first(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world)
    answer_more(world)
    remake(world)
    page = kim.submit("Opslaan", status=409, tekst=EDITED)
    assert "heeft het rapport opnieuw gemaakt" in page.errors[0]
    assert page.one("//textarea").text.strip() == EDITED
    assert words(page.find("//dl//dd")[0]).startswith("3 · ")
    assert kim.submit("Opslaan").h1 == "2 Proces en respons: 3 van de 6 regio’s deden mee"


def test_what_lies_before_the_kerngroep_can_not_be_edited(kim: StrictClient, world: RapportWorld) -> None:
    edit(kim, world)
    present(world.rapport, world.kim.actor)
    page = kim.submit("Opslaan", status=409, tekst=EDITED)
    assert page.errors == ["Dit rapport ligt bij de kerngroep. Haal het eerst terug als u iets wilt veranderen."]
    assert page.one("//textarea").text.strip() == EDITED
    kim.get(world.url(f"/zinnen/{KEY}"), 302)
    kim.get(world.url("/teksten/proces"), 302)
    take_back(world.rapport, world.kim.actor)
    assert edit(kim, world).h1 == "Kop bewerken"


# --- own text


def test_own_text_is_written_and_taken_away(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/proces"))
    page = kim.get(kim.page.links["Eigen tekst toevoegen bij Proces en respons"])  # type: ignore[union-attr]
    assert page.h1 == "Eigen tekst bij Proces en respons"
    page = kim.submit("Opslaan", tekst="Wij zijn **blij**.")
    assert "Wij zijn blij." in page.text
    kim.get(world.url("/teksten/proces"))
    page = kim.submit("Opslaan", tekst="")
    assert "Uw tekst is weggehaald." in page.html
    assert "blij" not in page.text


def test_a_number_lives_in_a_sentence_only(kim: StrictClient, world: RapportWorld) -> None:
    kim.get(world.url("/teksten/lessen"))
    page = kim.submit("Opslaan", status=422, tekst="Er waren {Geantwoord} regio’s en {iets anders}.")
    assert page.errors == [
        "“{geantwoord}” wordt hier geen getal: dat kan alleen in een zin van het rapport. Haal de accolades weg."
    ]
    assert page.one("//textarea").text.strip() == "Er waren {Geantwoord} regio’s en {iets anders}."


def test_of_two_own_texts_both_are_shown(
    kim: StrictClient, world: RapportWorld, new_client: Callable[[], StrictClient]
) -> None:
    bo = new_client().sign_in(make_user(Rol.COORDINATOR))
    for one in (kim, bo):
        one.get(world.url("/teksten/proces"))
    kim.submit("Opslaan", tekst="Van Kim")
    page = bo.submit("Opslaan", status=409, tekst="Van Bo")
    assert "Nu opgeslagen Kim de Maker Van Kim Uw tekst Nog niet opgeslagen Van Bo" in page.text
    assert "Van Bo" in bo.submit("Opslaan").text


def test_a_text_without_a_place_is_kept_and_shown(client: StrictClient, world: RapportWorld) -> None:
    save(world)
    db.session.get(RapportTekst, (world.rapport.id, KEY)).sleutel = "eigen:instroom"  # type: ignore[union-attr]
    page = client.sign_in(world.kim).get(world.url())
    assert "Teksten zonder plaats" in page.text
    assert EDITED in page.text
    assert EDITED not in client.sign_in(world.kernlid).get(world.url()).text


def test_a_text_without_a_place_can_be_taken_away_and_no_other(client: StrictClient, world: RapportWorld) -> None:
    save(world)
    kim = client.sign_in(world.kim)
    kim.post(world.url("/weghalen"), {"sleutel": KEY, "revisie": "1", "gezien": "1"}, 400)
    db.session.get(RapportTekst, (world.rapport.id, KEY)).sleutel = "eigen:instroom"  # type: ignore[union-attr]
    kim.get(world.url())
    page = kim.submit(f"Weghalen : {EDITED}")
    assert "De tekst is weggehaald." in page.html
    assert "Teksten zonder plaats" not in page.text
    assert [one.tekst for one in all_rows(RapportHistorie)] == [EDITED]


# --- what our pages would not send


@pytest.mark.parametrize("path", ["/zinnen/onzin", "/teksten/onzin", "/zinnen/proces_kop%2Fx"])
def test_a_text_that_is_not_there_does_not_exist(kim: StrictClient, world: RapportWorld, path: str) -> None:
    kim.get(world.url(path), 404)
    kim.post(world.url(path), {"tekst": "x", "revisie": "0", "gezien": "1"}, 404)


def test_a_post_that_our_page_did_not_make_is_refused(kim: StrictClient, world: RapportWorld) -> None:
    for path in (f"/zinnen/{KEY}", "/teksten/proces", "/klopt", "/opnieuw"):
        kim.post(world.url(path), {}, 400)
    kim.post(world.url(f"/zinnen/{KEY}"), {"tekst": "x", "revisie": "veel", "gezien": "1"}, 422)
    kim.post(world.url("/klopt"), {"sleutel": "onzin", "revisie": "0", "gezien": "1"}, 404)
    assert world.zin(KEY).revision == 0


@pytest.mark.parametrize("person", ["kernlid", "contact"])
def test_only_the_coordinator_edits(client: StrictClient, world: RapportWorld, person: str) -> None:
    client.sign_in(getattr(world, person))
    expected = 403 if person == "kernlid" else 404
    fields = {"tekst": "x", "revisie": "0", "gezien": "1", "sleutel": KEY}
    client.get(world.url(f"/zinnen/{KEY}"), expected)
    for path in (f"/zinnen/{KEY}", "/teksten/proces", "/klopt", "/opnieuw"):
        client.post(world.url(path), fields, expected)
    assert world.rapport.status is RapportStatus.CONCEPT
    assert world.zin(KEY).revision == 0
