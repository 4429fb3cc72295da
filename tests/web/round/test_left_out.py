"""A round that does not ask every question of its questionnaire: nobody misses what was not asked."""

from __future__ import annotations

from datetime import timedelta

from flask import Flask

from forms.national import Soort, newest
from forms.spec import Kind
from portal.domain import clock
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Uitvraag, Voortgang
from portal.services.report.gather import gather
from portal.services.round import rounds
from portal.services.sheet.previous import previous_of
from tests.client import StrictClient
from tests.editions import ASKED
from tests.reading.drawn import word_lines
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, ids_of, make_plan_in_force, make_q4, make_sheet_ready, put_progress

NEW = "/landelijk/uitvragen/nieuw"


def planned(**changes: object) -> dict[str, object]:
    today = clock.today()
    days = {"periode_van": today - timedelta(90), "periode_tot": today, "opent_op": today, "deadline": today}
    return {
        "naam": "Korte uitvraag",
        **{key: f"{day.day}-{day.month}-{day.year}" for key, day in days.items()},
        **changes,
    }


def the_round(naam: str = "Korte uitvraag") -> Uitvraag:
    db.session.expire_all()
    return next(one for one in all_rows(Uitvraag) if one.naam == naam)


def plan_it(client: StrictClient, *keys: str) -> Uitvraag:
    """Plan and open a round without these onderdelen."""
    client.sign_in(make_user(Rol.COORDINATOR)).get(NEW)
    client.submit("Uitvraag plannen", **planned(niet_gesteld=list(keys)))
    rounds.open_round(the_round(), actor=None)
    db.session.commit()
    return the_round()


def test_what_is_not_asked_is_on_no_page_and_is_not_missing(app: Flask, client: StrictClient) -> None:
    plan = make_plan_in_force(make_regio("Proefstreek"))
    anna = make_contact(plan.regios[0])
    uitvraag = plan_it(client, "voortgang", "doelstelling")
    page = client.get(f"/landelijk/uitvragen/{uitvraag.id}")
    assert "Niet gestelde vragen Voortgang van de acties en Doelstelling" in page.text
    (blad,) = all_rows(Antwoordblad)
    client.sign_in(anna)
    page = client.get(f"/antwoordbladen/{blad.id}")
    assert [words for words in ("Afstemming", "Doelstelling", "Voortgang van de acties") if words in page.text] == [
        "Afstemming"
    ]
    client.get(f"/antwoordbladen/{blad.id}/vraag/doelstelling", status=404)
    client.get(f"/antwoordbladen/{blad.id}/vraag/afstemming")
    client.submit("Opslaan en verder", afstemming_vorm="nee")
    client.get(f"/antwoordbladen/{blad.id}/controleren")
    client.submit("Indienen", namens="gemeente")
    db.session.expire_all()
    (handed_in,) = all_rows(BladIndiening)
    assert handed_in.snapshot["niet_gesteld"] == ["voortgang", "doelstelling"]
    client.get(f"/antwoordbladen/{blad.id}/leeg.docx")
    assert client.response is not None
    said = word_lines(client.response.data)
    assert [one for one in (ASKED.sections[0].label, ASKED.sections[3].label) if one in said] == [
        ASKED.sections[0].label
    ]
    data = gather(uitvraag)
    assert data.niet_gesteld == ("Voortgang van de acties", "Doelstelling")
    assert [one.key for one in data.vragen if one.kind == Kind.CHOICE] == ["afstemming_vorm"]
    assert data.beeld.regios[0].keuzes == {"afstemming_vorm": "nee"}
    assert {one.stand for one in data.beeld.acties} == {"niet_gevraagd"}


def test_what_it_did_not_ask_is_asked_of_the_round_before_it(app: Flask, client: StrictClient) -> None:
    plan = make_plan_in_force(make_regio("Proefstreek"))
    anna = make_contact(plan.regios[0])
    q4 = make_sheet_ready(make_blad(make_q4(), plan=plan), anna)
    put_progress(q4, [("afgerond", "Klaar.")], door=anna)
    told = hand_in(q4, anna)
    short = plan_it(client, "voortgang")
    hand_in(make_sheet_ready(short.bladen[0], anna), anna)
    short.periode_van, short.periode_tot = q4.uitvraag.periode_tot, q4.uitvraag.periode_tot + timedelta(days=1)
    db.session.commit()
    client.get(NEW)
    client.submit("Uitvraag plannen", **planned(naam="Hele uitvraag"))
    rounds.open_round(the_round("Hele uitvraag"), actor=None)
    (blad,) = the_round("Hele uitvraag").bladen
    assert previous_of(blad) == told
    assert [one.actie_id for one in all_rows(Voortgang) if one.blad_id == blad.id] == ids_of(blad)[:1]


def test_a_round_that_leaves_everything_out_asks_nothing(app: Flask, client: StrictClient) -> None:
    client.sign_in(make_user(Rol.COORDINATOR)).get(NEW)
    everything = [one.key for one in newest(Soort.PROGRESS).sections]
    page = client.submit("Uitvraag plannen", **planned(niet_gesteld=everything))
    assert "Deze uitvraag heeft nog geen vragen." in page.text
    assert not page.find("//button[normalize-space()='Nu openen']")
