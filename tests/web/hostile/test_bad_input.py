"""Whatever is sent: a clear Dutch page, nothing lost, nothing changed that should not, never a crash."""

from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from forms.build import revision_name
from forms.spec import Kind
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Plan, User
from portal.services.filling import revisions as answers
from portal.services.plan import answers as plan_answers
from portal.services.plan import pen, rows
from portal.services.plan.content import working_copy
from tests.client import StrictClient, of_people, writes_to
from tests.worlds.people import make_contact, make_user
from tests.worlds.plan import make_indiening, make_plan
from tests.worlds.round import make_blad, make_uitvraag

TOO_LARGE = ["2147483648", "9223372036854775808", "9" * 20, "9" * 5_000]


@pytest.fixture
def action(plan: Plan, contact: User) -> rows.Row:
    return rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Overleggen", "vorm": "actie"}, actor=contact.actor)


def part(plan: Plan, key: str = "achtergrond") -> str:
    return f"/plannen/{plan.id}/onderdeel/{key}"


def answer(plan: Plan, key: str = "achtergrond") -> str:
    db.session.rollback()
    db.session.expire_all()
    return str(working_copy(plan)["answers"].get(key, ""))


# --- Requests that no page of ours sends ------------------------------------------------------------------------------


def right(plan: Plan) -> dict[str, str]:
    """What the page of the background sends."""
    return {"achtergrond": "Nieuw.", "revisie_achtergrond": "0", "naar": "hier"}


def test_the_right_request_is_taken_so_the_others_below_fail_for_their_own_reason(anna: StrictClient, plan: Plan):
    anna.post(part(plan), right(plan), 302)
    assert answer(plan) == "Nieuw."


@pytest.mark.parametrize("missing", ["achtergrond", "revisie_achtergrond"])
def test_a_field_that_is_missing_is_400_and_changes_nothing(anna: StrictClient, plan: Plan, missing: str):
    data = right(plan)
    del data[missing]
    page = anna.post(part(plan), data, 400)
    assert page.h1
    assert answer(plan) == ""


@pytest.mark.parametrize("doubled", ["achtergrond", "revisie_achtergrond"])
def test_a_field_that_is_doubled_is_400_and_changes_nothing(anna: StrictClient, plan: Plan, doubled: str):
    data = MultiDict(right(plan))
    data.add(doubled, data[doubled])
    anna.post(part(plan), data, 400)
    assert answer(plan) == ""


@pytest.mark.parametrize("revision", ["", "-1", "1.5", "een", "9" * 10, "9" * 5_000, "²"])
def test_a_revision_that_is_no_number_keeps_the_text_on_the_page_and_changes_nothing(
    anna: StrictClient, plan: Plan, revision: str
):
    page = anna.post(part(plan), {**right(plan), "revisie_achtergrond": revision}, 422)
    assert "Nieuw." in page.html
    assert answer(plan) == ""


def test_a_revision_from_the_future_is_a_conflict(anna: StrictClient, plan: Plan, contact: User):
    save(plan, contact.actor, "Oud.")
    page = anna.post(part(plan), {**right(plan), "revisie_achtergrond": "999999999"}, 409)
    assert ("Oud." in page.text, "Nieuw." in page.text) == (True, True)
    assert answer(plan) == "Oud."


def save(plan: Plan, actor: Actor, text: str) -> None:
    plan_answers.save_answers(plan, [answers.AnswerEdit("achtergrond", text, 0)], actor=actor)
    db.session.commit()


@pytest.mark.parametrize(
    ("key", "data"),
    [
        ("projectstructuur", {"projectstructuur": "", "projectstructuur_vorm": "verzonnen"}),
        ("doelgroep", {"doelgroep": "", "doelgroep_soorten": "verzonnen"}),
    ],
)
def test_a_choice_that_was_not_offered_is_told_and_not_saved(
    anna: StrictClient, plan: Plan, key: str, data: dict[str, str]
):
    revisions = {revision_name(one): "0" for one in pen.format_of(plan).step(key).questions}
    page = anna.post(part(plan, key), {**data, **revisions}, 422)
    assert [error.split(" bij ")[0] for error in page.errors] == ["Kies"]
    assert answer(plan, next(name for name in data if name != key)) == ""


@pytest.mark.parametrize("plan_id", ["0", "999999", *TOO_LARGE])
@pytest.mark.parametrize("rest", ["", "/onderdeel/achtergrond", "/lezen", "/concept.docx"])
def test_a_plan_that_is_not_there_is_404_however_large_its_number(anna: StrictClient, plan_id: str, rest: str):
    anna.get(f"/plannen/{plan_id}{rest}", 404)


@pytest.mark.parametrize("number", ["0", "2147483647", *TOO_LARGE])
def test_a_row_file_or_submission_that_is_not_there_is_404_however_large_its_number(
    anna: StrictClient, plan: Plan, number: str
):
    here = f"/plannen/{plan.id}"
    for address in (f"/bijlagen/{number}", f"/indieningen/{number}", f"/indieningen/{number}.docx"):
        anna.get(here + address, 404)
    on_row = {"revisie": "1", "positie": "1", "naar": "omhoog"}
    for verb in ("verwijderen", "terugzetten", "verplaatsen"):
        anna.post(f"{here}/lijst/acties/{number}/{verb}", on_row, 404)
        if verb != "verplaatsen":
            anna.post(f"{here}/bijlagen/{number}/{verb}", {}, 404)
    anna.post(f"{here}/lijst/acties/{number}", row_values(), 404)
    page = anna.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={number}&na={number}&nieuw={number}")
    assert page.h1 == "Acties"


def test_an_earlier_text_that_is_not_there_is_told(anna: StrictClient, plan: Plan):
    anna.post(f"/plannen/{plan.id}/eerder/achtergrond/2147483647", {}, 302)
    assert "Deze eerdere tekst is er niet (meer)." in anna.follow().html
    anna.post(f"/plannen/{plan.id}/eerder/achtergrond/2147483648", {}, 404)


def row_values(**changes: str) -> dict[str, str]:
    """What the form of an action sends."""
    names = ("paragraaf", "omschrijving", "verantwoordelijke", "tijdslijn", "venster_van", "venster_tot")
    return {**dict.fromkeys(names, ""), "vorm": "actie", "omschrijving": "Nieuw", "revisie": "0", **changes}


def test_unknown_parts_questions_and_lists_are_404(anna: StrictClient, plan: Plan):
    here = f"/plannen/{plan.id}"
    anna.get(f"{here}/onderdeel/bestaat_niet", 404)
    anna.post(f"{here}/onderdeel/bestaat_niet", right(plan), 404)
    anna.get(f"{here}/eerder/bestaat_niet", 404)
    anna.get(f"{here}/eerder/acties", 404)
    for key in ("bestaat_niet", "achtergrond"):
        anna.post(f"{here}/lijst/{key}", row_values(), 404)
    anna.post(f"{here}/eerder/acties/1", {}, 404)


def test_rows_of_another_region_are_not_there_through_the_own_plan(anna: StrictClient, plan: Plan):
    other = make_plan()
    colleague = make_contact(other.regios[0])
    theirs = rows.add_row(other, Kind.ACTIES, {"omschrijving": "Van hen", "vorm": "actie"}, actor=colleague.actor)
    db.session.commit()
    on_row = {"revisie": "1", "positie": "1", "naar": "omhoog"}
    with writes_to(db.engine) as written:
        anna.post(f"/plannen/{plan.id}/lijst/acties/{theirs.id}", row_values(revisie="1"), 404)
        for verb in ("verwijderen", "terugzetten", "verplaatsen"):
            anna.post(f"/plannen/{plan.id}/lijst/acties/{theirs.id}/{verb}", on_row, 404)
        for verb in ("", "/verwijderen", "/terugzetten", "/verplaatsen"):
            data = row_values(revisie="1") if not verb else on_row
            anna.post(f"/plannen/{other.id}/lijst/acties/{theirs.id}{verb}", data, 404)
    assert of_people(written) == []
    anna.get(f"{part(plan, 'acties')}?lijst=acties&bewerk={theirs.id}")
    assert anna.page is not None
    assert "Van hen" not in anna.page.html


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"vorm": "verzonnen"}, 422),
        ({"themas": "verzonnen"}, 422),
        ({"venster_van": "31-2-2024"}, 422),
        ({"venster_van": "2-1-2024", "venster_tot": "1-1-2024"}, 422),
        ({"revisie": "een"}, 422),
        ({"omschrijving": ""}, 422),
    ],
)
def test_a_row_that_is_not_right_is_told_and_not_added(
    anna: StrictClient, plan: Plan, changes: dict[str, str], status: int
):
    anna.post(f"/plannen/{plan.id}/lijst/acties", row_values(**changes), status)
    db.session.expire_all()
    assert working_copy(plan)["acties"] == []


@pytest.mark.parametrize("missing", ["omschrijving", "revisie", "tijdslijn"])
def test_a_row_without_one_of_its_fields_is_400(anna: StrictClient, plan: Plan, missing: str):
    data = row_values()
    del data[missing]
    anna.post(f"/plannen/{plan.id}/lijst/acties", data, 400)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"revisie": "1", "positie": "1"},
        {"revisie": "1", "positie": "1", "naar": "verzonnen"},
        {"revisie": "een", "positie": "1", "naar": "omhoog"},
        {"revisie": "1", "positie": "9" * 5_000, "naar": "omhoog"},
    ],
)
def test_a_move_that_no_button_makes_is_400(anna: StrictClient, plan: Plan, action: rows.Row, data: dict[str, str]):
    anna.post(f"/plannen/{plan.id}/lijst/acties/{action.id}/verplaatsen", data, 400)


def test_another_method_is_405_in_dutch(anna: StrictClient, plan: Plan):
    assert anna.get(f"/plannen/{plan.id}/indienen", 405).h1
    anna.post(f"/plannen/{plan.id}", {}, 405)
    anna.request("DELETE", part(plan), None)
    assert anna.response is not None
    # Without a token a strange method is refused even before that.
    assert anna.response.status_code in (400, 405)


# --- The body as a whole ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("token", [None, "", "onzin", "a.b.c", "é\x00"])
def test_without_a_good_token_nothing_is_saved_and_the_text_can_be_sent_again(
    anna: StrictClient, plan: Plan, token: str | None
):
    data = {**right(plan), "achtergrond": "Een lange tekst <b>die</b> niet weg mag raken, en nog wat."}
    page = anna.post(part(plan), data if token is None else {**data, "csrf_token": token}, 400, csrf=False)
    assert page.h1 == "Uw tekst is nog niet opgeslagen"
    assert answer(plan) == ""
    anna.submit("Opnieuw versturen")
    assert answer(plan) == data["achtergrond"]


def test_a_script_without_a_good_token_hears_it_as_data(anna: StrictClient, plan: Plan):
    anna.post(part(plan), right(plan), 400, csrf=False, headers={"Accept": "application/json"})
    assert anna.response is not None
    assert anna.response.json == {
        "melding": "De pagina stond te lang open. Ververs de pagina; uw tekst blijft bewaard."
    }


def test_who_is_signed_out_meanwhile_signs_in_and_the_text_travels_along(anna: StrictClient, plan: Plan):
    anna.sign_out()
    text = "Een lange tekst die niet weg mag raken, <ook> niet na een uur."
    page = anna.post(part(plan), {**right(plan), "achtergrond": text}, 401, csrf=False)
    carried = page.one("//input[@name='achtergrond']")
    assert carried.get("value") == text
    assert answer(plan) == ""


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data", b"geen grens"),
        ("multipart/form-data; boundary=grens", b"--grens\r\nonzin"),
        ("multipart/form-data; boundary=grens", b"--grens\r\nContent-Disposition: form-data\r\n\r\nx\r\n--grens--\r\n"),
        ("multipart/form-data; boundary=" + "g" * 500, b"--" + b"g" * 500),
        ("application/x-www-form-urlencoded", b"%%%&&&===\xff\xfe"),
        ("application/x-www-form-urlencoded; charset=bestaat-niet", b"achtergrond=x"),
        ("application/json", b'{"achtergrond": '),
        ("text/plain", b"\x00\x01"),
        ("", b"x"),
    ],
)
def test_a_body_that_can_not_be_read_is_400(anna: StrictClient, plan: Plan, content_type: str, body: bytes):
    page = anna.request("POST", part(plan), 400, data=body, content_type=content_type)
    assert page.h1
    assert answer(plan) == ""


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=grens"])
def test_ten_megabytes_where_no_file_is_asked_is_413(anna: StrictClient, plan: Plan, content_type: str):
    page = anna.request("POST", part(plan), 413, data=b"achtergrond=" + b"x" * 10_000_000, content_type=content_type)
    assert page.h1
    assert answer(plan) == ""


def test_a_thousand_fields_are_refused(anna: StrictClient, plan: Plan):
    body = b"".join(
        b'--grens\r\nContent-Disposition: form-data; name="f%d"\r\n\r\nx\r\n' % number for number in range(1_000)
    )
    anna.request("POST", part(plan), 413, data=body + b"--grens--", content_type="multipart/form-data; boundary=grens")


def test_an_address_with_a_script_in_it_is_404_in_dutch(anna: StrictClient):
    page = anna.get("/<script>alert(1)</script>", 404)
    assert "alert(1)" not in page.html


# --- Addresses with a question in them --------------------------------------------------------------------------------

STRANGE = [
    "",
    "0",
    "-1",
    "9" * 30,
    "9" * 5_000,
    "²",
    "1e5",
    "a\x00b",
    "rechts\u200f\u202elinks",
    "<script>",
    "x" * 3_000,
]
ASKED = {
    "/landelijk/plannen": ["plan", "antwoord", "opgepakt", "zoek", "ronde", "kaart", "sorteer"],
    "/landelijk/plannen.xlsx": ["zoek", "ronde", "sorteer"],
    "/landelijk/plannen.docx": ["zoek", "ronde", "sorteer"],
    "/landelijk/samenvatting": ["zoek", "kolom", "toon"],
    "/landelijk/samenvatting.xlsx": ["zoek", "kolom", "toon"],
    "/landelijk/samenvatting.docx": ["zoek", "kolom", "toon"],
    "/landelijk/verwachtingen": ["uitvraag", "aan", "open"],
    "/landelijk/verwachtingen.xlsx": ["uitvraag", "aan", "open"],
    "/landelijk/verwachtingen.docx": ["uitvraag", "aan", "open"],
    "{round}/terugkoppeling/voorbeeld": ["blad"],
    "{plan}/beoordelen": ["met", "toon"],
    "{plan}/opmerkingen": ["toon", "over"],
}


@pytest.mark.parametrize("address", ASKED)
def test_whatever_is_asked_in_an_address_gives_a_page(client: StrictClient, plan: Plan, address: str):
    make_indiening(plan)
    uitvraag = make_uitvraag(status=UitvraagStatus.GESLOTEN)
    make_blad(uitvraag, plan=plan)
    client.sign_in(make_user(Rol.COORDINATOR))
    here = address.format(plan=f"/plannen/{plan.id}", round=f"/landelijk/uitvragen/{uitvraag.id}")
    client.get(here)
    for name in ASKED[address]:
        for value in STRANGE:
            page = client.get(here, None, query_string={name: value})
            assert page.status == 200 or (name, page.status) == ("blad", 404), (name, value[:20])
            assert "<script>" not in page.html
