"""A page to write on hears who else has it open, and what somebody else changed there since it was opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from exports.condensed_source import KOLOMMEN
from forms.dutch.dates import time_of_day
from forms.spec import Kind
from portal.domain import clock
from portal.domain.report.flags import own_key
from portal.domain.roles import Namens, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Aanwezigheid, Plan, RegelSoort, User
from portal.services import presence
from portal.services.feedback import feedback
from portal.services.filling.revisions import AnswerEdit
from portal.services.instroom import duiding
from portal.services.plan import answers, rows
from portal.services.report import texts
from portal.services.review import condensing
from portal.web.presence import page_made_at
from tests.client import StrictClient, writes_to
from tests.worlds.feedback import add_regel
from tests.worlds.inflow import make_inflow
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.plan import make_indiening
from tests.worlds.report import make_rapport
from tests.worlds.review import answer_return, make_returned
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

NOBODY = {"wie": "", "nieuws": ""}
SignIn = Callable[[User], StrictClient]


@pytest.fixture
def sign_in(new_client: Callable[[], StrictClient]) -> SignIn:
    return lambda person: new_client().sign_in(person)


@pytest.fixture
def anna(plan: Plan) -> User:
    return make_contact(plan.regios[0], naam="Anna Proef")


@pytest.fixture
def bram(plan: Plan) -> User:
    return make_contact(plan.regios[0], Namens.ZORGKANTOOR, naam="Bram Proef")


def part(plan: Plan, key: str = "achtergrond") -> str:
    return f"/plannen/{plan.id}/onderdeel/{key}"


def opened(seconds_ago: int = 0) -> str:
    """What a page says of when it was made."""
    with clock.stopped_at(clock.now() - timedelta(seconds=seconds_ago)):
        return page_made_at()


def asks(client: StrictClient, page: str, made: str | None = None) -> Any:
    """What an open page hears that asks."""
    client.post(f"{page}/hier", {"sinds": made or opened()}, 200, headers={"Accept": "application/json"})
    assert client.response is not None
    return client.response.get_json()


def later(seconds: int) -> Any:
    return clock.stopped_at(clock.now() + timedelta(seconds=seconds))


def at(moment: datetime) -> str:
    return time_of_day(moment)


def test_who_has_a_part_open_hears_who_else_has(plan: Plan, sign_in: SignIn, anna: User, bram: User) -> None:
    first, second = sign_in(anna), sign_in(bram)
    assert asks(first, part(plan)) == NOBODY
    assert asks(second, part(plan)) == {"wie": "Anna Proef heeft dit onderdeel nu ook open.", "nieuws": ""}
    third = sign_in(make_contact(plan.regios[0], naam="Carla Proef"))
    assert asks(third, part(plan))["wie"] == "Anna Proef en Bram Proef hebben dit onderdeel nu ook open."
    assert asks(second, part(plan, "ervaringen")) == NOBODY


def test_a_page_that_is_closed_is_forgotten(plan: Plan, sign_in: SignIn, anna: User, bram: User) -> None:
    first, second = sign_in(anna), sign_in(bram)
    asks(first, part(plan))
    with later(74):
        assert asks(second, part(plan))["wie"] == "Anna Proef heeft dit onderdeel nu ook open."
    with later(76):
        assert asks(second, part(plan)) == NOBODY
        assert presence.sweep() == 1
        db.session.commit()
    assert [one.account_id for one in all_rows(Aanwezigheid)] == [bram.id]


def test_a_page_that_stays_open_is_written_down_now_and_then(plan: Plan, sign_in: SignIn, anna: User) -> None:
    client = sign_in(anna)
    written = []
    for seconds in (0, 30, 60, 90, 120):
        with later(seconds), writes_to(db.engine) as writes:
            asks(client, part(plan))
        written.append(bool([one for one in writes if "aanwezigheid" in one]))
    assert written == [True, False, True, False, True]
    assert len(all_rows(Aanwezigheid)) == 1


def test_what_somebody_else_changed_after_the_page_was_opened_is_told(
    plan: Plan, sign_in: SignIn, anna: User, bram: User
) -> None:
    before = opened(seconds_ago=5)
    answers.save_answers(plan, [AnswerEdit("achtergrond", "Van Bram.", 0)], actor=bram.actor)
    db.session.commit()
    changed = f"Bram Proef heeft dit onderdeel om {at(clock.now())} gewijzigd."
    assert asks(sign_in(anna), part(plan), before) == {"wie": "", "nieuws": changed}
    assert asks(sign_in(anna), part(plan), opened(seconds_ago=-5)) == NOBODY
    assert asks(sign_in(anna), part(plan, "ervaringen"), before) == NOBODY
    assert asks(sign_in(bram), part(plan), before)["nieuws"] == ""


def test_a_row_that_was_added_or_taken_out_is_told_too(plan: Plan, sign_in: SignIn, anna: User, bram: User) -> None:
    before = opened(seconds_ago=5)
    row = rows.add_row(plan, Kind.ACTIES, {"omschrijving": "Bellen"}, actor=bram.actor)
    db.session.commit()
    assert "Bram Proef heeft dit onderdeel" in asks(sign_in(anna), part(plan, "acties"), before)["nieuws"]
    with later(30):
        rows.remove_row(plan, Kind.ACTIES, row.id, base_revision=row.revision, actor=anna.actor)
        db.session.commit()
    assert "Anna Proef heeft dit onderdeel" in asks(sign_in(bram), part(plan, "acties"), opened(-5))["nieuws"]


def test_a_question_of_a_sheet_tells_of_answers_and_lists(plan: Plan, sign_in: SignIn, anna: User, bram: User) -> None:
    make_indiening(plan, anna)
    blad = make_blad(make_uitvraag(), plan=plan)
    before = opened(seconds_ago=5)
    add_regel(blad, "Begin klein.", soort=RegelSoort.LES).gewijzigd_door_id = bram.id
    db.session.commit()
    asks(sign_in(bram), f"/antwoordbladen/{blad.id}/vraag/successen_lessen")
    told = asks(sign_in(anna), f"/antwoordbladen/{blad.id}/vraag/successen_lessen", before)
    assert told["wie"] == "Bram Proef heeft deze vraag nu ook open."
    assert told["nieuws"].startswith("Bram Proef heeft deze vraag om ")
    assert asks(sign_in(anna), f"/antwoordbladen/{blad.id}/vraag/verwachtingen", before) == NOBODY


def test_what_was_changed_in_a_plan_that_came_back_tells_too(
    plan: Plan, sign_in: SignIn, anna: User, bram: User
) -> None:
    make_returned(plan, contact=anna)
    before = opened(seconds_ago=5)
    answer_return(plan, bram)
    db.session.commit()
    page = f"/plannen/{plan.id}/controleren"
    asks(sign_in(bram), page)
    told = asks(sign_in(anna), page, before)
    assert told["wie"] == "Bram Proef heeft deze toelichting nu ook open."
    assert told["nieuws"] == f"Bram Proef heeft deze toelichting om {at(clock.now())} gewijzigd."
    assert asks(sign_in(bram), page, before)["nieuws"] == ""
    assert f"{page}/hier" in sign_in(anna).get(page).html


def test_the_texts_of_a_terugkoppeling_tell_too(plan: Plan, sign_in: SignIn) -> None:
    coordinator, colleague = make_user(Rol.COORDINATOR, naam="Co Proef"), make_user(Rol.COORDINATOR, naam="Cees Proef")
    uitvraag, other = (make_uitvraag(status=UitvraagStatus.GESLOTEN) for _ in range(2))
    before = opened(seconds_ago=5)
    said = {"anderen_zeiden": "Veel.", "vervolg": "Verder."}
    feedback.prepare(uitvraag, **said, seen_revision=uitvraag.revision, actor=colleague.actor)
    db.session.commit()
    page = f"/landelijk/uitvragen/{uitvraag.id}/terugkoppeling"
    asks(sign_in(colleague), page)
    told = asks(sign_in(coordinator), page, before)
    assert told["wie"] == "Cees Proef heeft deze teksten nu ook open."
    assert told["nieuws"] == f"Cees Proef heeft deze teksten om {at(clock.now())} gewijzigd."
    assert asks(sign_in(coordinator), f"/landelijk/uitvragen/{other.id}/terugkoppeling", before) == NOBODY
    # Saving the same words again is no news.
    again = opened()
    feedback.prepare(uitvraag, **said, seen_revision=uitvraag.revision, actor=colleague.actor)
    db.session.commit()
    assert asks(sign_in(coordinator), page, again)["nieuws"] == ""
    assert f"{page}/hier" in sign_in(coordinator).get(page).html


def test_a_sentence_of_a_report_tells_too(plan: Plan, sign_in: SignIn) -> None:
    coordinator, colleague = make_user(Rol.COORDINATOR, naam="Co Proef"), make_user(Rol.COORDINATOR, naam="Cees Proef")
    rapport = make_rapport()
    before = opened(seconds_ago=5)
    own = own_key("proces")
    texts.save(rapport, own, "Van Cees.", base_revision=0, seen_revision=rapport.revision, actor=colleague.actor)
    db.session.commit()
    told = asks(sign_in(coordinator), f"/rapporten/{rapport.id}/zinnen/{own}", before)
    assert told["nieuws"].startswith("Cees Proef heeft deze tekst om ")


def test_a_text_of_the_samenvattende_analyse_tells_too(plan: Plan, sign_in: SignIn, anna: User) -> None:
    make_indiening(plan, anna)
    coordinator, colleague = make_user(Rol.COORDINATOR, naam="Co Proef"), make_user(Rol.COORDINATOR, naam="Cees Proef")
    kolom, before = KOLOMMEN[0], opened(seconds_ago=5)
    cell = condensing.find_plan(plan.id).cell(kolom.key)  # type: ignore[union-attr]
    condensing.save(
        plan.id, kolom, "Kort.", base_revision=0, bron=condensing.fingerprint(cell.bron), actor=colleague.actor
    )
    db.session.commit()
    page = f"/landelijk/samenvatting/{plan.id}/{kolom.key}"
    asks(sign_in(colleague), page)
    told = asks(sign_in(coordinator), page, before)
    assert told["wie"] == "Cees Proef heeft deze samenvatting nu ook open."
    assert told["nieuws"].startswith("Cees Proef heeft deze samenvatting om ")


def test_what_a_region_says_of_its_figures_tells_too(plan: Plan, sign_in: SignIn, anna: User, bram: User) -> None:
    regio, elsewhere = plan.regios[0], make_regio()
    make_inflow({regio: 40})
    before = opened(seconds_ago=5)
    duiding.save_texts(regio, [AnswerEdit("duiding_herkomst", "Uit de Wmo.", 0)], actor=bram.actor)
    duiding.save_texts(elsewhere, [AnswerEdit("duiding_totaal", "Hoog.", 0)], actor=make_contact(elsewhere).actor)
    db.session.commit()
    page = f"/instroom/{regio.code}/regiobeeld"
    asks(sign_in(bram), page)
    told = asks(sign_in(anna), page, before)
    assert told["wie"] == "Bram Proef heeft deze duiding nu ook open."
    assert told["nieuws"] == f"Bram Proef heeft deze duiding om {at(clock.now())} gewijzigd."
    assert f"{page}/hier" in sign_in(anna).get(page).html
    assert f"{page}/hier" not in sign_in(make_regiolezer(regio)).get(page).html


def test_an_open_page_does_not_keep_a_session_alive(plan: Plan, sign_in: SignIn, anna: User) -> None:
    client = sign_in(anna)
    client.get(part(plan))
    assert client.response is not None
    assert "Set-Cookie" in client.response.headers
    asks(client, part(plan))
    assert "Set-Cookie" not in client.response.headers


@pytest.mark.parametrize("made", ["", "gisteren", "1e400", "nan", "99999999999999999"])
def test_a_page_that_says_nonsense_is_refused(plan: Plan, sign_in: SignIn, anna: User, made: str) -> None:
    sign_in(anna).post(f"{part(plan)}/hier", {"sinds": made}, 400)
