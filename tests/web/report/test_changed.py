"""What changed under an edited sentence: told beside it until somebody says that it holds, or edits it."""

from __future__ import annotations

import pytest

from portal.services.report import reports, texts
from tests.client import StrictClient
from tests.reading.pages import words
from tests.worlds.report_pages import RapportWorld, answer_more, remake

KEY = "proces_kop"
EDITED = "{geantwoord} van de {regios} regio’s deden mee"


def save(world: RapportWorld, tekst: str = EDITED) -> None:
    """What the coördinator wrote."""
    base, seen = world.zin(KEY).revision, world.rapport.revision
    texts.save(world.rapport, KEY, tekst, base_revision=base, seen_revision=seen, actor=world.kim.actor)


@pytest.fixture
def changed(world: RapportWorld) -> RapportWorld:
    """A coördinator edited a heading; then one more region answered and the report was made again."""
    save(world)
    answer_more(world)
    remake(world)
    return world


def test_a_number_that_changed_is_told_beside_the_sentence(kim: StrictClient, changed: RapportWorld) -> None:
    page = kim.get(changed.url("/proces"))
    told = words(page.one("//article[@class='rp-look']"))
    assert "Uw zin is bewerkt: klopt hij nog? Dit getal was 2, is nu 3 (Regio’s waarvan" in told
    assert page.links["1 zin op deze bladzijde vraagt uw blik"] == "#veranderd"
    assert "2 Proces en respons 1 zin nakijken" in page.text
    assert "Nog 1 zin elders in het rapport" in kim.get(changed.url("/aanleiding")).text
    assert kim.get(changed.url()).find("//article[@class='rp-look']") != []


def test_it_still_holds(kim: StrictClient, changed: RapportWorld) -> None:
    kim.get(changed.url("/proces"))
    page = kim.submit("Klopt nog : 3 van de 6 regio’s deden mee")
    assert "De zin klopt nog. De melding is weg." in page.html
    assert page.find("//article[@class='rp-look']") == []
    assert changed.zin(KEY).sjabloon == EDITED


def test_who_looks_at_all_chapters_stays_there(kim: StrictClient, changed: RapportWorld) -> None:
    kim.get(changed.url())
    page = kim.submit("Klopt nog : 3 van de 6 regio’s deden mee")
    assert "De zin klopt nog. De melding is weg." in page.html
    assert page.find("//h2[.='Wat staat erin?']")


def test_that_it_holds_counts_only_for_the_numbers_that_were_seen(kim: StrictClient, changed: RapportWorld) -> None:
    kim.get(changed.url("/proces"))
    remake(changed)
    page = kim.submit("Klopt nog : 3 van de 6 regio’s deden mee")
    assert "Kijk eerst naar de nieuwe cijfers." in page.html
    assert len(page.find("//article[@class='rp-look']")) == 1


def test_editing_it_again_is_looking_too(kim: StrictClient, changed: RapportWorld) -> None:
    kim.get(changed.url(f"/zinnen/{KEY}"))
    page = kim.submit("Opslaan", tekst=f"{EDITED}, meer dan ooit")
    assert page.find("//article[@class='rp-look']") == []


def test_a_number_that_is_gone_is_told_and_can_only_be_edited(kim: StrictClient, world: RapportWorld) -> None:
    save(world, "Van {geantwoord} regio’s")
    row = reports.texts_of(world.rapport)[KEY]
    row.tekst, row.gezien = "Van {bestaat_niet} regio’s", {"bestaat_niet": "7"}
    page = kim.get(world.url("/proces"))
    told = words(page.one("//article[@class='rp-look']"))
    assert "Een getal bestaat niet meer Dit was 7 en bestaat niet meer. In de zin staat {bestaat_niet}." in told
    assert [words(one).split(" :")[0] for one in page.find("//article//button | //article//a")] == ["Bewerken"]


def test_others_do_not_see_what_changed(client: StrictClient, changed: RapportWorld) -> None:
    page = client.sign_in(changed.kernlid).get(changed.url("/proces"))
    assert page.find("//article[@class='rp-look']") == []
    assert "nakijken" not in page.text
