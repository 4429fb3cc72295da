"""Somebody without an account reads a plan by a link, and agrees with a code that goes to the address of that link."""

from __future__ import annotations

from datetime import timedelta

import pytest

from forms.spec import Kind
from portal.domain import clock
from portal.domain.consent.states import InstemmingStand
from portal.domain.review.remarks import Zicht
from portal.extensions import db
from portal.models import Instemming, InstemmingAntwoord, LeeslinkCode, LeeslinkInzage, Mail, Opmerking, Plan, User
from portal.services.consent import codes, links
from portal.services.filling.revisions import AnswerEdit
from portal.services.plan import answers, rows
from portal.services.remark import remarks
from tests.client import StrictClient, writes_to
from tests.worlds.consent import code_in_mail, link_to_agree, link_to_read
from tests.worlds.rows import all_rows

YES = {"stand": "ingestemd", "functie": "bestuurder"}


def said() -> list[tuple[InstemmingStand, str, str]]:
    db.session.expire_all()
    return [(one.stand, one.persoon, one.functie) for one in all_rows(InstemmingAntwoord)]


def other_code() -> str:
    return f"{(int(code_in_mail()) + 1) % 1_000_000:06d}"


def test_a_guest_reads_asks_a_code_and_agrees(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_agree(plan, contact)
    page = client.get(f"/link/{token}")
    assert page.h1 == "Plan van aanpak Proefstreek"
    client.get(page.links["Antwoord geven"])
    page = client.submit("Verder: stuur mij een code", **YES)
    assert "Wij stuurden een code naar g…a@brug.example." in page.text
    assert said() == []
    page = client.submit("Antwoord versturen", code=code_in_mail())
    assert "Uw antwoord is ontvangen: ingestemd." in page.html
    assert said() == [(InstemmingStand.INGESTEMD, "Gerda Gast", "bestuurder")]
    assert [mail.soort for mail in all_rows(Mail)] == ["leeslink", "leeslink_code", "instemming_ontvangen"]
    (row,) = all_rows(Instemming)
    assert (row.naam, row.stand) == ("GGZ De Brug", InstemmingStand.INGESTEMD)
    client.sign_in(contact)
    assert "Ingestemd op" in client.get(f"/plannen/{plan.id}/instemming").text


def test_opening_a_link_writes_the_access_log_and_nothing_else(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_agree(plan, contact)
    with writes_to(db.engine) as written:
        for address in (f"/link/{token}", f"/link/{token}", f"/link/{token}/instemmen"):
            client.get(address)
        client.browser.head(f"/link/{token}")
    assert {one.split("(")[0].strip() for one in written} == {"INSERT INTO leeslink_inzage"}
    # Who looks again within ten minutes has not opened it anew; a HEAD opens nothing.
    assert len(all_rows(LeeslinkInzage)) == 1
    assert said() == []
    assert all_rows(LeeslinkCode) == []


def test_a_forwarded_link_reads_and_does_not_agree(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_agree(plan, contact)
    client.get(f"/link/{token}/instemmen")
    client.submit("Verder: stuur mij een code", **YES)
    for _ in range(5):
        page = client.submit("Antwoord versturen", status=422, code=other_code())
        assert page.errors == ["Deze code klopt niet. Kijk in de nieuwste mail en typ de zes cijfers over."]
    # Now the right one comes too late as well.
    page = client.submit("Antwoord versturen", status=422, code=code_in_mail())
    assert page.errors[0].startswith("Deze code is te vaak verkeerd getypt.")
    assert page.one("//input[@name='functie']").get("value") == "bestuurder"
    assert said() == []


def test_a_code_works_once_and_a_quarter_of_an_hour(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_agree(plan, contact)
    client.get(f"/link/{token}/instemmen")
    client.submit("Verder: stuur mij een code", **YES)
    with clock.stopped_at(clock.now() + timedelta(minutes=15)):
        page = client.submit("Antwoord versturen", status=422, code=code_in_mail())
        assert page.errors[0].startswith("Deze code is ouder dan een kwartier.")
    form = {"code": code_in_mail(), **YES}
    client.get(f"/link/{token}/instemmen")
    client.submit("Antwoord versturen", **form)
    client.get(f"/link/{token}/instemmen")
    assert client.page.find("//button[contains(., 'stuur mij een code')]")
    assert len(said()) == 1


def test_a_double_press_answers_once(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_agree(plan, contact)
    client.get(f"/link/{token}/instemmen")
    client.submit("Verder: stuur mij een code", **YES)
    gezien = client.page.one("//input[@name='gezien']").get("value")
    data = {**YES, "gezien": gezien, "persoon": "Gerda Gast", "voorbehoud_tot": "", "toelichting": ""}
    data |= {"code": code_in_mail(), "doe": "antwoord"}
    client.post(f"/link/{token}/instemmen", data)
    client.post(f"/link/{token}/instemmen", data)
    assert "Dit antwoord was al ontvangen." in client.follow().html
    assert len(said()) == 1
    page = client.post(f"/link/{token}/instemmen", {**data, "stand": "niet", "toelichting": "Toch niet."}, 422)
    assert page.errors[0].startswith("Deze code is al gebruikt.")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"stand": ""}, "Kies of u instemt met dit plan."),
        ({"stand": "niet"}, "Schrijf op waarom u niet instemt. De regio leest dit."),
        ({"stand": "voorbehoud"}, "Vul in wanneer de achterban uiterlijk is geraadpleegd, bijvoorbeeld 12-3-2027."),
        (
            {"stand": "voorbehoud", "voorbehoud_tot": "1-1-2001"},
            "Deze dag is al voorbij. Kies vandaag of een latere dag.",
        ),
        ({"persoon": ""}, "Vul uw naam in, bijvoorbeeld Kim de Boer."),
    ],
)
def test_what_is_not_filled_in_is_told_before_a_code_is_sent(
    client: StrictClient, plan: Plan, contact: User, changes: dict[str, str], error: str
):
    _, token = link_to_agree(plan, contact)
    client.get(f"/link/{token}/instemmen")
    page = client.submit("Verder: stuur mij een code", status=422, **{**YES, **changes})
    assert page.errors == [error]
    assert all_rows(LeeslinkCode) == []


def test_a_plan_that_changes_while_somebody_answers_is_read_again(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_agree(plan, contact)
    client.get(f"/link/{token}/instemmen")
    client.submit("Verder: stuur mij een code", **YES)
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Nieuw.", 0)], actor=contact.actor)
    page = client.submit("Antwoord versturen", status=409, code=code_in_mail())
    assert "Het plan is gewijzigd terwijl u dit invulde." in page.text
    assert said() == []
    client.submit("Antwoord versturen", code=code_in_mail())
    assert len(said()) == 1


def test_links_that_do_not_work_say_what_to_do(client: StrictClient, plan: Plan, contact: User):
    link, token = link_to_agree(plan, contact)
    assert client.get("/link/geraden", 404).h1 == "Deze link kennen wij niet"
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        assert client.get(f"/link/{token}", 410).h1 == "Deze link werkt niet meer"
    links.withdraw(link, actor=contact.actor)
    page = client.post(f"/link/{token}/instemmen", {**YES, "toelichting": "Dit typte ik al."}, 410)
    assert "Dit typte ik al." in page.text
    assert "Vraag anders een nieuwe aan Anna Proef." in page.text
    assert said() == []


def test_no_more_than_five_codes_an_hour(client: StrictClient, plan: Plan, contact: User):
    link, token = link_to_agree(plan, contact)
    for _ in range(5):
        codes.send(link)
    client.get(f"/link/{token}/instemmen")
    page = client.submit("Stuur een nieuwe code", status=429, **YES)
    assert "U vroeg te vaak een code." in page.text
    assert len(all_rows(LeeslinkCode)) == 5


def test_a_link_to_some_parts_shows_only_those(client: StrictClient, plan: Plan, contact: User):
    edits = [AnswerEdit("achtergrond", "Te veel instroom.", 0), AnswerEdit("monitoring", "Geheim.", 0)]
    answers.save_answers(plan, edits, actor=contact.actor)
    _, token = link_to_read(plan, contact, "achtergrond")
    page = client.get(f"/link/{token}")
    assert "Te veel instroom." in page.text
    assert "Geheim." not in page.html
    assert client.get(f"/link/{token}/instemmen", 302).status == 302


def test_no_search_engine_keeps_a_link_and_its_token_stays_ours(client: StrictClient, plan: Plan, contact: User):
    link, token = link_to_agree(plan, contact)
    client.get(f"/link/{token}")
    assert client.response is not None
    headers = client.response.headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert (headers["Referrer-Policy"], headers["Cache-Control"]) == ("same-origin", "no-store")
    assert client.page.one("//meta[@name='robots']").get("content") == "noindex, nofollow"
    assert token not in link.token_hash
    codes.send(link)
    assert code_in_mail() not in all_rows(LeeslinkCode)[0].code_hash


def test_a_guest_remarks_under_a_name_and_reads_the_answer(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_read(plan, contact, "achtergrond", "acties")
    client.get(f"/link/{token}")
    page = client.submit("Opmerking plaatsen", status=422)
    assert page.errors == ["Kies waarover uw opmerking gaat.", "Schrijf uw opmerking op."]
    page = client.submit("Opmerking plaatsen", over="achtergrond", tekst="Noem **ons** ook.", persoon="Piet Post")
    assert "Noem ons ook." in page.text
    (thread,) = all_rows(Opmerking)
    assert (thread.gast_naam, thread.zicht, thread.door_id) == ("Piet Post", Zicht.EIGEN, None)
    assert [mail.aan for mail in all_rows(Mail) if mail.soort == "opmerking"] == [contact.email]
    client.sign_in(contact)
    page = client.get(f"/plannen/{plan.id}/opmerkingen")
    assert "Piet Post, via een link" in page.text
    remarks.reply(plan, thread.id, tekst="Dat doen wij.", actor=contact.actor)
    remarks.reply(plan, thread.id, tekst="Dank u.", actor=contact.actor)
    assert "Dat doen wij." in client.get(f"/link/{token}").text
    # One mail for what is said shortly after each other; the link that the guest has goes on working.
    (mail,) = [mail for mail in all_rows(Mail) if mail.soort == "leeslink_reactie"]
    assert mail.aan == "gerda@brug.example"
    assert "/link/" not in mail.tekst
    assert "Dat doen wij." not in mail.tekst


def test_nobody_is_mailed_about_a_reaction_that_the_link_does_not_show(client: StrictClient, plan: Plan, contact: User):
    link, token = link_to_read(plan, contact)
    client.get(f"/link/{token}")
    client.submit("Opmerking plaatsen", over="achtergrond", tekst="Noem ons ook.", persoon="Piet Post")
    links.withdraw(link, actor=contact.actor)
    remarks.reply(plan, all_rows(Opmerking)[0].id, tekst="Dat doen wij.", actor=contact.actor)
    assert "leeslink_reactie" not in [mail.soort for mail in all_rows(Mail)]


def test_a_remark_about_what_the_link_does_not_show_is_not_made(client: StrictClient, plan: Plan, contact: User):
    _, token = link_to_read(plan, contact, "achtergrond")
    data = {"over": "acties", "tekst": "Ook hier.", "persoon": "Piet"}
    client.post(f"/link/{token}/opmerking", data, 422)
    assert all_rows(Opmerking) == []


def test_what_a_guest_typed_is_kept_in_the_browser_under_the_link(client: StrictClient, plan: Plan, contact: User):
    link, token = link_to_read(plan, contact)
    page = client.get(f"/link/{token}")
    assert page.one("//@data-account") == f"link-{link.id}"
    asked = page.one("//template[@data-kladtekst]").get("data-ontvangen")
    data = {"over": "achtergrond", "tekst": "Een woord.", "persoon": "Piet", "merk": "m1", "poging": "p1"}
    client.post(f"/link/{token}/opmerking", data)
    client.get(f"{asked}?merk=m1&merk=m2")
    assert client.response is not None
    assert client.response.json == {"ontvangen": [["m1", "p1"]]}


def test_a_form_whose_token_is_too_old_is_sent_again_without_signing_in(
    client: StrictClient, plan: Plan, contact: User
):
    _, token = link_to_read(plan, contact)
    data = {"over": "achtergrond", "tekst": "Een tekst die lang genoeg is om te laten zien.", "persoon": "Piet"}
    page = client.post(f"/link/{token}/opmerking", data, 400, csrf=False)
    assert page.h1 == "Uw tekst is nog niet opgeslagen"
    client.submit("Opnieuw versturen")
    assert len(all_rows(Opmerking)) == 1


def test_who_has_a_link_sees_no_figure_about_few_clients(client: StrictClient, plan: Plan, contact: User):
    goal = {"tekst": "Minder instroom", "indicator": "instroom", "streefwaarde": "3", "eenheid": "cliënten"}
    rows.add_row(plan, Kind.DOELSTELLINGEN, goal, actor=contact.actor)
    _, token = link_to_read(plan, contact, "doelstellingen")
    shown = client.get(f"/link/{token}").text
    assert ["<5" in shown, "3 cliënten" in shown] == [True, False]
