"""Remarks on the screen: making one, answering, resolving, and where they stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from flask import Flask

from forms.spec import Kind
from portal.domain import clock
from portal.domain.plan.workflow import Move
from portal.domain.review.remarks import Zicht
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import Opmerking, Reactie, User
from portal.services.plan import joining, reading_along, rows, submit, workflow
from portal.services.remark import remarks
from tests.client import StrictClient
from tests.reading.pages import words
from tests.running.queries import asked
from tests.worlds.people import give_role, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.remark import (
    RemarkWorld,
    ask_to_read_along,
    make_action,
    make_much_said,
    make_remark_world,
    make_thread,
)
from tests.worlds.rows import all_rows


@pytest.fixture
def world(app: Flask) -> RemarkWorld:
    return make_remark_world()


@pytest.fixture
def draft(app: Flask) -> RemarkWorld:
    """A plan that is still being written."""
    return make_remark_world(submitted=False)


def here(world: RemarkWorld, rest: str = "") -> str:
    return f"/plannen/{world.plan.id}/opmerkingen{rest}"


def threads(client: StrictClient) -> list[str]:
    """The words of the threads on the page, in their order."""
    assert client.page is not None
    return [words(one) for one in client.page.find("//article[contains(@class, 'rp-thread')]")]


def test_a_reviewer_remarks_on_a_part_and_lands_on_the_thread(client: StrictClient, world: RemarkWorld):
    client.sign_in(world.beoordelaar).get(here(world))
    client.submit("Opmerking plaatsen", over="monitoring", tekst="Wie **meet** dit?", zicht="regio")
    (thread,) = all_rows(Opmerking)
    assert (thread.step_key, thread.tekst, thread.zicht) == ("monitoring", "Wie **meet** dit?", Zicht.REGIO)
    assert client.page.url == f"{here(world)}#opmerking-{thread.id}"
    place = client.page.one(f"//*[@id='opmerking-{thread.id}']")
    assert place.get("tabindex") == "-1"
    assert "Te lezen voor: Regio en beoordelaars" in words(place)
    assert f"Ana Beoordelaar, {world.beoordelaar.organisatie.naam}" in words(place)
    assert [words(one) for one in client.page.find("//article//strong")] == ["Ana Beoordelaar", "meet"]


@pytest.mark.parametrize("who", ["beoordelaar", "contact"])
def test_who_may_read_it_is_a_choice_without_an_answer_beforehand(client: StrictClient, world: RemarkWorld, who: str):
    client.sign_in(getattr(world, who)).get(here(world))
    assert client.page.find("//input[@name='zicht'][@checked]") == []
    page = client.submit("Opmerking plaatsen", status=422, over="monitoring", tekst="Een vraag")
    assert page.errors == ["Kies wie uw opmerking mag lezen."]
    assert words(page.one("//textarea[@name='tekst']")) == "Een vraag"
    assert all_rows(Opmerking) == []


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("beoordelaar", ["Regio en beoordelaars", "Alleen beoordelaars"]),
        ("coordinator", ["Regio en beoordelaars", "Alleen beoordelaars"]),
        ("contact", ["Alleen onze regio", "Ook de beoordelaars"]),
        ("regiolezer", ["Alleen onze regio", "Ook de beoordelaars"]),
    ],
)
def test_everybody_chooses_in_own_words(client: StrictClient, world: RemarkWorld, who: str, expected: list[str]):
    page = client.sign_in(getattr(world, who)).get(here(world))
    assert [words(one) for one in page.find("//fieldset[.//input[@name='zicht']]//label")] == expected


def test_a_reader_that_was_not_offered_is_refused(client: StrictClient, world: RemarkWorld):
    data = {"over": "monitoring", "tekst": "Stiekem", "zicht": "intern", "plek": "lijst"}
    page = client.sign_in(world.contact).post(here(world), data, 422)
    assert page.errors == ["Kies bij “Wie mag dit lezen?” een van de antwoorden op de pagina."]
    assert all_rows(Opmerking) == []


def test_nothing_filled_in_tells_everything_at_once(client: StrictClient, world: RemarkWorld):
    client.sign_in(world.beoordelaar).get(here(world))
    page = client.submit("Opmerking plaatsen", status=422)
    assert page.errors == [
        "Kies waarover uw opmerking gaat.",
        "Schrijf uw opmerking op.",
        "Kies wie uw opmerking mag lezen.",
    ]


def test_a_remark_on_an_action_names_the_action(client: StrictClient, world: RemarkWorld):
    client.sign_in(world.beoordelaar).get(here(world))
    client.submit("Opmerking plaatsen", over=f"actie:{world.actie.id}", tekst="Wie trekt dit?", zicht="regio")
    (thread,) = all_rows(Opmerking)
    assert (thread.step_key, thread.actie_id) == ("acties", world.actie.id)
    assert "Bij actie: Een team vormen" in threads(client)[0]


def test_an_action_that_is_gone_when_the_form_arrives(client: StrictClient, draft: RemarkWorld):
    client.sign_in(draft.contact).get(here(draft))
    rows.remove_row(draft.plan, Kind.ACTIES, draft.actie.id, base_revision=1, actor=draft.collega.actor)
    page = client.submit(
        "Opmerking plaatsen", status=422, over=f"actie:{draft.actie.id}", tekst="Wie trekt dit?", zicht="eigen"
    )
    assert page.errors == ["Dit staat er niet (meer). De lijst is bijgewerkt. Kies opnieuw."]
    assert words(page.one("//textarea[@name='tekst']")) == "Wie trekt dit?"
    assert all_rows(Opmerking) == []


def test_a_thread_on_an_action_that_was_removed_says_so(client: StrictClient, draft: RemarkWorld):
    make_thread(draft.plan, draft.contact, Zicht.EIGEN, step_key="acties", actie_id=draft.actie.id)
    rows.remove_row(draft.plan, Kind.ACTIES, draft.actie.id, base_revision=1, actor=draft.contact.actor)
    client.sign_in(draft.collega).get(here(draft))
    assert "Bij actie: Een team vormen (verwijderd)" in threads(client)[0]


def test_a_reviewer_does_not_learn_of_an_action_in_a_draft(client: StrictClient, draft: RemarkWorld):
    ask_to_read_along(draft.plan, draft.contact)
    later = make_action(draft.plan, draft.contact, "Zilverkwartel tellen")
    make_thread(draft.plan, draft.contact, Zicht.REGIO, "Denkt u mee?", step_key="acties", actie_id=later.id)
    page = client.sign_in(draft.beoordelaar).get(here(draft))
    assert "Bij actie: een actie die niet (meer) in het plan staat" in threads(client)[0]
    assert "Zilverkwartel" not in page.html
    assert "Zilverkwartel" in client.sign_in(draft.contact).get(here(draft)).html


def test_a_reviewer_reads_along_and_remarks_to_the_region(client: StrictClient, draft: RemarkWorld):
    client.sign_in(draft.beoordelaar).get(here(draft), 404)
    ask_to_read_along(draft.plan, draft.contact)
    client.get(here(draft))
    client.submit("Opmerking plaatsen", over="achtergrond", tekst="Dit leest goed.", zicht="regio")
    client.sign_in(draft.contact).get(here(draft))
    assert "Dit leest goed." in threads(client)[0]


def test_somebody_with_two_roles_sees_all_and_chooses_from_all(client: StrictClient, world: RemarkWorld):
    both = give_role(make_user(Rol.BEOORDELAAR), Rol.REGIOCONTACT, world.plan.regios[0], Namens.GEMEENTE)
    make_thread(world.plan, world.beoordelaar, Zicht.INTERN, "Intern woord")
    make_thread(world.plan, world.contact, Zicht.EIGEN, "Eigen woord")
    page = client.sign_in(both).get(here(world))
    assert len(threads(client)) == 2
    assert [words(one) for one in page.find("//fieldset[.//input[@name='zicht']]//label")] == [
        "Regio en beoordelaars",
        "Alleen beoordelaars",
        "Alleen onze regio",
    ]


# --- In a thread ------------------------------------------------------------------------------------------------------


def test_a_region_answers_resolves_and_the_reviewer_opens_it_again(client: StrictClient, world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    client.sign_in(world.contact).get(here(world))
    client.submit("Reactie plaatsen op de opmerking van Ana Beoordelaar", tekst="Dat leggen wij uit.")
    assert client.page.url == f"{here(world)}#opmerking-{thread.id}"
    assert "Bo Regio" in threads(client)[0]
    assert "Dat leggen wij uit." in threads(client)[0]
    client.submit("Oplossen : opmerking van Ana Beoordelaar")
    assert "Bo Regio, " in threads(client)[0]
    assert "loste dit op" in threads(client)[0]
    client.sign_in(world.beoordelaar).get(here(world))
    client.submit("Heropenen op de opmerking van Ana Beoordelaar")
    assert "opende dit weer" in threads(client)[0]
    db.session.expire_all()
    assert db.session.get_one(Opmerking, thread.id).opgelost_op is None


def test_last_words_and_resolving_go_together(client: StrictClient, world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    client.sign_in(world.contact).get(here(world))
    client.submit("Reactie plaatsen en oplossen", tekst="Staat er nu in.")
    db.session.expire_all()
    assert db.session.get_one(Opmerking, thread.id).opgelost_op is not None
    assert [one.tekst for one in all_rows(Reactie)] == ["Staat er nu in."]


def test_an_empty_reply_is_asked_for_in_its_own_thread(client: StrictClient, world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, tekst="Een")
    thread = make_thread(world.plan, world.beoordelaar, tekst="Twee")
    page = client.sign_in(world.contact).post(
        here(world, f"/{thread.id}/reactie"), {"tekst": " ", "plek": "lijst", "gezien": "0"}, 422
    )
    assert page.errors == ["Schrijf uw reactie op."]
    assert page.find(f"//article[@id='opmerking-{thread.id}']//details[@open]//textarea[@aria-invalid='true']")


def test_a_mistake_does_not_lose_where_somebody_was(client: StrictClient, draft: RemarkWorld):
    thread = make_thread(draft.plan, draft.collega, Zicht.EIGEN)
    address = f"/plannen/{draft.plan.id}/onderdeel/achtergrond"
    client.sign_in(draft.contact).get(address)
    client.submit("Opmerking plaatsen", status=422, tekst="Nog iets")
    client.submit("Opmerking plaatsen", zicht="eigen")
    assert client.page.url.startswith(f"{address}#opmerking-")
    client.submit("Reactie plaatsen op de opmerking van Cor Regio", status=422, tekst="")
    client.submit("Reactie plaatsen op de opmerking van Cor Regio", tekst="Ja.")
    assert client.page.url == f"{address}#opmerking-{thread.id}"


def test_resolving_over_an_unseen_reply_keeps_what_was_typed(
    client: StrictClient, new_client: Callable[[], StrictClient], world: RemarkWorld
):
    thread = make_thread(world.plan, world.beoordelaar)
    client.sign_in(world.beoordelaar).get(here(world))
    remarks.reply(world.plan, thread.id, tekst="Wacht even.", actor=world.contact.actor)
    page = client.submit("Reactie plaatsen en oplossen", status=422, tekst="Dank u.")
    assert page.errors == ["Er is intussen een nieuwe reactie. Lees die eerst. Kies daarna opnieuw."]
    assert "Wacht even." in threads(client)[0]
    assert words(page.one("//details[@open]//textarea[@name='tekst']")) == "Dank u."
    client.submit("Reactie plaatsen en oplossen")
    db.session.expire_all()
    assert db.session.get_one(Opmerking, thread.id).opgelost_op is not None


def test_a_reply_to_what_was_just_resolved_is_kept_and_told(client: StrictClient, world: RemarkWorld):
    thread = make_thread(world.plan, world.beoordelaar)
    client.sign_in(world.beoordelaar).get(here(world))
    remarks.resolve(world.plan, thread.id, actor=world.contact.actor)
    page = client.submit("Reactie plaatsen op de opmerking van Ana Beoordelaar", tekst="Nog één ding.")
    assert "Iemand had deze opmerking intussen opgelost." in words(page.one("//*[@role='status'][.//p]"))
    assert "Nog één ding." in threads(client)[0]
    assert "Opgelost" in threads(client)[0]


def test_pressing_twice_makes_one_remark_and_one_reply(client: StrictClient, world: RemarkWorld):
    data = {"over": "monitoring", "tekst": "Wie meet dit?", "zicht": "regio", "plek": "lijst"}
    client.sign_in(world.beoordelaar)
    for _ in range(2):
        client.post(here(world), data)
    (thread,) = all_rows(Opmerking)
    for _ in range(2):
        client.post(here(world, f"/{thread.id}/reactie"), {"tekst": "Graag snel.", "plek": "lijst", "gezien": "0"})
    assert len(all_rows(Reactie)) == 1


# --- Where they stand -------------------------------------------------------------------------------------------------


def test_open_ones_come_first_and_can_be_shown_alone(client: StrictClient, world: RemarkWorld):
    done = make_thread(world.plan, world.beoordelaar, tekst="Eerste")
    make_thread(world.plan, world.beoordelaar, tekst="Tweede")
    make_thread(world.plan, world.beoordelaar, tekst="Derde", step_key="monitoring")
    remarks.resolve(world.plan, done.id, actor=world.contact.actor)
    page = client.sign_in(world.contact).get(here(world))
    shown = [next(word for word in ("Eerste", "Tweede", "Derde") if word in one) for one in threads(client)]
    assert shown == ["Tweede", "Eerste", "Derde"]
    assert [words(one) for one in page.find("//main//nav//a")] == ["Alle (3)", "Open (2)", "Opgelost (1)"]
    client.get(page.links["Open (2)"])
    assert len(threads(client)) == 2
    client.get(page.links["Opgelost (1)"])
    assert len(threads(client)) == 1
    assert client.get(here(world, "?toon=onzin")).h1 == "Opmerkingen bij het plan van Bosstreek"
    assert len(threads(client)) == 3


def test_each_thread_leads_to_the_next(client: StrictClient, world: RemarkWorld):
    ids = [
        make_thread(world.plan, world.beoordelaar, tekst=str(n), step_key=key).id
        for n, key in enumerate(("achtergrond", "achtergrond", "monitoring"))
    ]
    page = client.sign_in(world.contact).get(here(world))
    assert page.tree.xpath("//a[.='Volgende opmerking']/@href") == [f"#opmerking-{id_}" for id_ in ids[1:]]


def test_remarks_stand_beside_the_text_where_the_region_writes(client: StrictClient, draft: RemarkWorld):
    ask_to_read_along(draft.plan, draft.contact)
    thread = make_thread(draft.plan, draft.beoordelaar, tekst="Waarom zo?")
    make_thread(draft.plan, draft.beoordelaar, Zicht.INTERN, tekst="Tussen ons")
    make_thread(draft.plan, draft.beoordelaar, tekst="Elders", step_key="monitoring")
    address = f"/plannen/{draft.plan.id}/onderdeel/achtergrond"
    page = client.sign_in(draft.contact).get(address)
    assert len(threads(client)) == 1
    assert page.links["1 open opmerking bij dit onderdeel"] == "#opmerkingen-achtergrond"
    client.submit("Reactie plaatsen op de opmerking van Ana Beoordelaar", tekst="Daarom.")
    assert client.page.url == f"{address}#opmerking-{thread.id}"
    client.submit("Opmerking plaatsen", tekst="Lees jij mee?", zicht="eigen")
    assert client.page.url.startswith(f"{address}#opmerking-")
    assert len(threads(client)) == 2
    client.submit("Oplossen : opmerking van Ana Beoordelaar")
    assert client.page.url == f"{address}#opmerkingen-achtergrond"
    assert len(threads(client)) == 1


def test_a_reviewer_stays_on_the_page_of_the_review(client: StrictClient, world: RemarkWorld):
    address = f"/plannen/{world.plan.id}/beoordelen"
    client.sign_in(world.beoordelaar).get(address)
    data = {"over": "monitoring", "tekst": "Wie meet dit?", "zicht": "intern", "plek": "beoordelen"}
    client.post(here(world), data)
    (thread,) = all_rows(Opmerking)
    assert client.response.location == f"{address}#opmerking-{thread.id}"
    page = client.follow()
    assert "Wie meet dit?" in words(page.one(f"//section[@id='monitoring']//article[@id='opmerking-{thread.id}']"))
    client.submit("Oplossen : opmerking van Ana Beoordelaar")
    assert client.page.url == f"{address}#opmerkingen-monitoring"
    assert threads(client) == []


def test_a_reviewer_who_reads_along_stays_with_what_is_read(client: StrictClient, draft: RemarkWorld):
    reading_along.ask(draft.plan, ["achtergrond"], notitie="", actor=draft.contact.actor)
    address = f"/plannen/{draft.plan.id}/meelezen/lezen"
    client.sign_in(draft.beoordelaar).get(address)
    client.submit("Opmerking plaatsen", tekst="Dit leest goed.", zicht="regio")
    (thread,) = all_rows(Opmerking)
    assert client.page.url == f"{address}#opmerking-{thread.id}"
    assert "Dit leest goed." in threads(client)[0]


def test_an_action_shows_its_remarks_and_can_be_picked_by_its_link(client: StrictClient, draft: RemarkWorld):
    address = f"/plannen/{draft.plan.id}/onderdeel/acties"
    page = client.sign_in(draft.contact).get(address)
    assert "1 opmerking bij Een team vormen" not in page.links
    page = client.get(page.links["Opmerken: Een team vormen"])
    assert [one.get("value") for one in page.find("//select[@name='over']/option[@selected]")] == [
        f"actie:{draft.actie.id}"
    ]
    client.submit("Opmerking plaatsen", tekst="Wie trekt dit?", zicht="eigen")
    (thread,) = all_rows(Opmerking)
    assert thread.actie_id == draft.actie.id
    assert client.page.links["1 opmerking bij Een team vormen"] == f"#opmerking-{thread.id}"


def test_mijn_plan_and_start_count_open_remarks(client: StrictClient, world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, tekst="Een")
    make_thread(world.plan, world.beoordelaar, Zicht.INTERN, "Twee")
    page = client.sign_in(world.contact).get(f"/plannen/{world.plan.id}")
    assert [words(one) for one in page.find("//*[@class='rp-tasks__remarks']")] == ["1 opmerking"]
    assert page.links["1 open opmerking"] == here(world)
    page = client.get("/")
    assert "Plan Bosstreek: 1 opmerking van de beoordelaar." in page.text
    assert f"{here(world)}?toon=open" in page.links.values()


def test_a_plan_that_was_sent_back_shows_what_the_reviewers_asked(client: StrictClient, world: RemarkWorld):
    make_thread(world.plan, world.beoordelaar, tekst="Waarom zo?")
    co = world.coordinator.actor
    workflow.move(world.plan, Move.OPPAKKEN, actor=co)
    workflow.move(world.plan, Move.TERUGSTUREN, actor=co, reason="Graag aanvullen.")
    client.sign_in(world.contact).get(f"/plannen/{world.plan.id}/onderdeel/achtergrond")
    assert "Waarom zo?" in threads(client)[0]


# --- Bad input --------------------------------------------------------------------------------------------------------


def test_strange_and_long_text_is_kept_and_harmless(client: StrictClient, world: RemarkWorld):
    tekst = "<script>alert(1)</script> =1+1 🦉 \u202eomgekeerd " + "lang " * 40_000
    client.sign_in(world.beoordelaar)
    client.post(here(world), {"over": "monitoring", "tekst": tekst, "zicht": "regio", "plek": "lijst"})
    (thread,) = all_rows(Opmerking)
    assert thread.tekst.startswith("<script>alert(1)</script> =1+1 🦉")
    assert len(thread.tekst) > 200_000
    page = client.sign_in(world.contact).get(here(world))
    assert "&lt;script&gt;" in page.html


@pytest.mark.parametrize(
    "plek", ["https://elders.example/", "//elders.example", "onzin", "", "beoordelen", "onderdeel"]
)
def test_a_form_cannot_send_somebody_elsewhere(client: StrictClient, world: RemarkWorld, plek: str):
    data = {"over": "monitoring", "tekst": f"Plek {plek}", "zicht": "regio", "plek": plek}
    client.sign_in(world.beoordelaar).post(here(world), data)
    assert client.response.location.startswith(f"/plannen/{world.plan.id}/")


@pytest.mark.parametrize("rest", ["", "/reactie", "/oplossen", "/heropenen"])
def test_a_form_that_is_not_ours_is_refused(client: StrictClient, world: RemarkWorld, rest: str):
    thread = make_thread(world.plan, world.beoordelaar)
    address = here(world, f"/{thread.id}{rest}" if rest else "")
    client.sign_in(world.contact).post(address, {}, 400)
    if rest:
        client.post(address, {"tekst": "Ja", "plek": "lijst", "gezien": "onzin"}, 400)
    assert all_rows(Reactie) == []


@pytest.mark.parametrize("over", ["actie:", "actie:x", "actie:99999999999999", "onzin", "nieuw"])
def test_a_place_that_does_not_exist_is_refused(client: StrictClient, world: RemarkWorld, over: str):
    data = {"over": over, "tekst": "Ja", "zicht": "regio", "plek": "lijst"}
    page = client.sign_in(world.beoordelaar).post(here(world), data, 422)
    assert page.errors == ["Dit staat er niet (meer). De lijst is bijgewerkt. Kies opnieuw."]


def test_a_thread_of_another_plan_is_not_there(client: StrictClient, world: RemarkWorld):
    other = make_remark_world("Aardstreek")
    elsewhere = make_thread(other.plan, other.beoordelaar)
    client.sign_in(world.coordinator)
    for rest in ("reactie", "oplossen", "heropenen"):
        client.post(here(world, f"/{elsewhere.id}/{rest}"), {"tekst": "Ja", "plek": "lijst", "gezien": "0"}, 404)
    assert all_rows(Reactie) == []


def test_a_plan_that_went_up_in_another_is_only_read(client: StrictClient, draft: RemarkWorld):
    thread = make_thread(draft.plan, draft.contact, Zicht.EIGEN, "Van vroeger")
    client.sign_in(draft.contact).get(here(draft))
    other = make_plan(make_regio("Aardstreek"))
    joining.join_plan(other, draft.plan, actor=draft.coordinator.actor)
    page = client.submit("Opmerking plaatsen", status=409, over="monitoring", tekst="Nog iets", zicht="eigen")
    assert page.errors == ["Dit plan is opgegaan in een gezamenlijk plan. Schrijf uw opmerking bij dat plan."]
    page = client.get(here(draft))
    assert "Van vroeger" in threads(client)[0]
    assert page.find("//main//form") == []
    data = {"tekst": "Mijn laatste woorden", "plek": "lijst", "gezien": "0"}
    page = client.post(here(draft, f"/{thread.id}/reactie"), data, 422)
    assert page.errors == ["Dit plan is opgegaan in een gezamenlijk plan. Schrijf uw opmerking bij dat plan."]
    assert "Uw tekst is niet geplaatst U kunt de tekst hier kopiëren. Mijn laatste woorden" in page.text
    assert all_rows(Reactie) == []


def test_a_reviewer_of_a_plan_that_was_taken_back_meanwhile_finds_it_gone(client: StrictClient, world: RemarkWorld):
    client.sign_in(world.beoordelaar).get(here(world))
    submit.withdraw(world.plan, actor=world.contact.actor)
    client.submit("Opmerking plaatsen", status=404, over="monitoring", tekst="Nog iets", zicht="regio")
    assert all_rows(Opmerking) == []


# --- Speed ------------------------------------------------------------------------------------------------------------


# How many questions are asked is the same on both databases.
@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_sixty_threads_with_a_hundred_replies_ask_as_much_as_one(app: Flask):
    def one(size: int) -> tuple[User, str]:
        person, plan = make_much_said(1)
        return person, f"/plannen/{plan.id}/opmerkingen"

    def many(size: int) -> tuple[User, str]:
        person, plan = make_much_said(20)
        threads = all_rows(Opmerking)
        db.session.add_all(
            Reactie(opmerking_id=threads[n % 60].id, tekst=f"Nog {n}", op=clock.now(), door_id=person.id)
            for n in range(100)
        )
        db.session.commit()
        assert len(threads) == 60
        return person, f"/plannen/{plan.id}/opmerkingen"

    assert len(asked(app, one, 1)) == len(asked(app, many, 1))
