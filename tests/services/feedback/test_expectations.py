"""What regions expect lands on one national list, the kerngroep answers it, and the region sees the answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.roles import Rol
from portal.extensions import db
from portal.models import Antwoordblad, BladRegel, Mail, User, VerwachtingAntwoord
from portal.services.feedback import expectations
from portal.services.feedback.expectations import StaleAnswer
from portal.services.round.problems import SheetProblem
from tests.running.at_once import at_once
from tests.running.queries import statements
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import make_contact, make_organisatie, make_regio, make_user
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows


@pytest.fixture
def blad(app: Flask) -> Antwoordblad:
    """A sheet of one region, not handed in yet."""
    return make_blad(make_uitvraag(naam="Q1 2024"), make_regio("Modelland"))


@pytest.fixture
def kim(app: Flask) -> User:
    return make_user(Rol.BEOORDELAAR, naam="Kim Bedacht", organisatie=make_organisatie("NZa Proef"))


def asked(blad: Antwoordblad, tekst: str = "Tarieven", aan: str = "nza") -> BladRegel:
    """An expectation that was handed in."""
    regel = add_regel(blad, tekst, aan)
    hand_in(blad, regel)
    return regel


def answer(
    regel: BladRegel, tekst: str = "In juni.", *, by: User, datum: date | None = None, seen: int = 0
) -> VerwachtingAntwoord:
    line = expectations.find(regel.id)
    assert line is not None
    return expectations.answer(line, tekst=tekst, datum=datum, actor=by.actor, seen=seen)


def listed(**which: object) -> list[tuple[str, str, str]]:
    return [(line.aan, line.tekst, line.regio) for line in expectations.national_list(**which)]  # type: ignore[arg-type]


# --- the national list


def test_only_what_was_handed_in_is_on_the_list(blad: Antwoordblad) -> None:
    handed_in = add_regel(blad, "Tarieven", "nza")
    hand_in(blad, handed_in)
    add_regel(blad, "Nog niet af", "vws")
    handed_in.tekst = "Wordt nog verbeterd"
    assert listed() == [("NZa", "Tarieven", "Modelland")]


def test_of_a_sheet_the_newest_submission_counts(blad: Antwoordblad) -> None:
    first, second = add_regel(blad, "Eerst", "vws"), add_regel(blad, "Daarna", "vws")
    hand_in(blad, first)
    hand_in(blad, second)
    assert listed() == [("VWS", "Daarna", "Modelland")]
    assert expectations.find(first.id) is None


def test_parties_stand_in_the_order_of_the_questionnaire_and_the_newest_round_first(blad: Antwoordblad) -> None:
    oud = make_uitvraag(naam="Q4 2023", opent_op=clock.today() - timedelta(days=100))
    eerder = make_blad(oud, make_regio("Proefdal"))
    hand_in(eerder, add_regel(eerder, "Oud", "vws"), add_regel(eerder, "Zelf doen", "regio"))
    hand_in(blad, add_regel(blad, "Tarieven", "nza"), add_regel(blad, "Nieuw", "vws"))
    assert listed() == [
        ("Betrokkenen in de regio", "Zelf doen", "Proefdal"),
        ("VWS", "Nieuw", "Modelland"),
        ("VWS", "Oud", "Proefdal"),
        ("NZa", "Tarieven", "Modelland"),
    ]
    assert listed(uitvraag=oud, aan="vws") == [("VWS", "Oud", "Proefdal")]
    assert [one.naam for one in expectations.rounds_asked()] == ["Q1 2024", "Q4 2023"]


def test_regions_beside_it_stand_in_the_order_of_every_list(blad: Antwoordblad) -> None:
    asked(blad, "Ruimte.")
    for naam in ("Zuidkant", "'t Noorden", "Lage Land"):
        asked(make_blad(blad.uitvraag, make_regio(naam)), "Ruimte.")
    first = next(line for line in expectations.national_list() if line.blad_id == blad.id)
    assert first.ook == ("Lage Land", "'t Noorden", "Zuidkant")


def test_regions_that_ask_the_same_are_named_beside_it(blad: Antwoordblad) -> None:
    ander = make_blad(blad.uitvraag, make_regio("Proefdal"))
    asked(blad, "Duidelijkheid over tarieven.")
    asked(ander, "duidelijkheid over  tarieven")
    weer = make_blad(blad.uitvraag, make_regio("Schetsveen"))
    asked(weer, "Duidelijkheid over tarieven.", "vws")
    found = {line.regio: line.ook for line in expectations.national_list()}
    assert found == {"Modelland": ("Proefdal",), "Proefdal": ("Modelland",), "Schetsveen": ()}


def test_the_same_expectations_stand_together(blad: Antwoordblad) -> None:
    for regio, tekst in (("Proefdal", "Tarieven"), ("Schetsveen", "Toezicht"), ("Zandrug", "tarieven!")):
        asked(make_blad(blad.uitvraag, make_regio(regio)), tekst)
    assert [line.tekst for line in expectations.national_list()] == ["Tarieven", "tarieven!", "Toezicht"]


def test_a_joint_sheet_names_all_its_regions_unless_it_is_for_one(app: Flask) -> None:
    een, twee = make_regio("Modelland"), make_regio("Proefdal")
    blad = make_blad(make_uitvraag(), een, twee)
    hand_in(blad, add_regel(blad, "Samen", "vws"), add_regel(blad, "Alleen wij", "vws", regio=twee))
    assert listed() == [("VWS", "Samen", "Modelland en Proefdal"), ("VWS", "Alleen wij", "Proefdal")]


def test_what_awaits_an_answer(blad: Antwoordblad, kim: User) -> None:
    rows = [add_regel(blad, "Een", "vws"), add_regel(blad, "Twee", "zn"), add_regel(blad, "Zelf", "regio")]
    hand_in(blad, *rows)
    answer(rows[0], by=kim)
    assert listed(only_open=True) == [("ZN", "Twee", "Modelland")]


# How many questions are asked is the same on both databases.
@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_the_list_asks_as_much_for_310_sheets_as_for_31(app: Flask, kim: User) -> None:
    uitvraag = make_uitvraag()

    def fill(size: int) -> int:
        for number in range(size):
            blad = make_blad(uitvraag, make_regio())
            regel = add_regel(blad, f"Vraag {number}", "vws")
            hand_in(blad, regel)
            db.session.add(
                VerwachtingAntwoord(regel_id=regel.id, tekst="Ja", datum=None, op=clock.now(), door_id=kim.id)
            )
        db.session.commit()
        db.session.expire_all()
        with statements() as found:
            assert all(line.antwoord_van == "Kim Bedacht, NZa Proef" for line in expectations.national_list())
        return len(found)

    assert fill(31) == fill(279) == 2


# --- answering


def test_the_region_sees_the_answer_with_its_date_and_who_gave_it(blad: Antwoordblad, kim: User) -> None:
    regel = asked(blad)
    given = answer(regel, "De tarieven komen in juni.", by=kim, datum=date(2024, 6, 1))
    (reply,) = expectations.replies_for(blad).values()
    assert (reply.tekst, reply.datum, reply.van, reply.op) == (
        "De tarieven komen in juni.",
        date(2024, 6, 1),
        "Kim Bedacht, NZa Proef",
        given.op,
    )
    (line,) = expectations.of_sheet(blad)
    assert (line.antwoord, line.antwoord_datum) == ("De tarieven komen in juni.", date(2024, 6, 1))


def test_a_newer_answer_counts_and_the_older_one_is_kept(blad: Antwoordblad, kim: User) -> None:
    regel = asked(blad)
    first = answer(regel, "Misschien.", by=kim)
    answer(regel, "Ja.", by=kim, seen=first.id)
    assert expectations.replies_for(blad)[regel.id].tekst == "Ja."
    assert [one.tekst for one in expectations.answers_to(regel.id)] == ["Ja.", "Misschien."]


def test_an_answer_stays_when_the_region_hands_in_a_correction(blad: Antwoordblad, kim: User) -> None:
    regel = asked(blad)
    answer(regel, by=kim)
    regel.tekst = "Tarieven voor 2025"
    hand_in(blad, regel)
    (line,) = expectations.national_list()
    assert (line.tekst, line.antwoord) == ("Tarieven voor 2025", "In juni.")


def test_an_answer_says_something(blad: Antwoordblad, kim: User) -> None:
    regel = asked(blad)
    with pytest.raises(SheetProblem, match="Schrijf op"):
        answer(regel, " \n", by=kim, datum=date(2024, 6, 1))
    assert all_rows(VerwachtingAntwoord) == []


@pytest.mark.parametrize("aan", ["regio"])
def test_what_a_region_expects_of_itself_is_not_answered(blad: Antwoordblad, aan: str) -> None:
    assert expectations.find(asked(blad, "Meedoen", aan).id) is None


def test_what_is_not_in_a_submission_is_not_answered(blad: Antwoordblad) -> None:
    assert expectations.find(add_regel(blad, "Concept", "vws").id) is None
    assert expectations.find(999_999) is None


def test_an_expectation_that_was_taken_back_meanwhile_gets_no_answer(blad: Antwoordblad, kim: User) -> None:
    line = expectations.find(asked(blad).id)
    assert line is not None
    hand_in(blad)
    with pytest.raises(SheetProblem, match="intussen ingetrokken"):
        expectations.answer(line, tekst="Ja.", datum=None, actor=kim.actor, seen=0)
    assert all_rows(VerwachtingAntwoord) == []


def test_who_comes_second_sees_the_first_answer_and_decides(blad: Antwoordblad, kim: User) -> None:
    bo = make_user(Rol.COORDINATOR, naam="Bo Verzonnen")
    regel = asked(blad)
    first = answer(regel, "In juni.", by=kim)
    with pytest.raises(
        StaleAnswer, match="Kim Bedacht heeft deze verwachting van Modelland intussen ook beantwoord"
    ) as problem:
        answer(regel, "Nooit.", by=bo)
    assert problem.value.newest.id == first.id
    answer(regel, "In juni of juli.", by=bo, seen=first.id)
    assert expectations.replies_for(blad)[regel.id].tekst == "In juni of juli."


def test_pressing_twice_is_answering_once(blad: Antwoordblad, kim: User) -> None:
    regel = asked(blad)
    assert answer(regel, by=kim).id == answer(regel, by=kim).id
    assert len(all_rows(VerwachtingAntwoord)) == 1


def test_of_people_who_answer_at_the_same_moment_one_is_first(app: Flask, blad: Antwoordblad) -> None:
    regel_id = asked(blad).id
    actors = [make_user(Rol.BEOORDELAAR).actor for _ in range(4)]

    def give(number: int) -> str:
        line = expectations.find(regel_id)
        assert line is not None
        try:
            expectations.answer(line, tekst=f"Antwoord {number}", datum=None, actor=actors[number], seen=0)
        except StaleAnswer:
            db.session.rollback()
            return "te laat"
        return "eerste"

    assert sorted(at_once(app, give)) == ["eerste", "te laat", "te laat", "te laat"]
    assert len(all_rows(VerwachtingAntwoord)) == 1


# --- mail


def mails() -> list[tuple[str, str]]:
    return sorted((mail.soort, mail.aan) for mail in all_rows(Mail))


def test_the_contacts_of_the_sheet_hear_of_it_once(blad: Antwoordblad, kim: User) -> None:
    anna = make_contact(blad.regios[0])
    make_contact(make_regio())
    rows = [add_regel(blad, "Een", "vws"), add_regel(blad, "Twee", "zn")]
    own = [contact.email for contact in (anna, hand_in(blad, *rows).ingediend_door)]
    for regel in rows:
        answer(regel, "Geheim antwoord.", by=kim)
    assert mails() == sorted(("verwachting", email) for email in own)
    (text,) = {mail.tekst.replace(mail.aan, "") for mail in all_rows(Mail) if mail.aan == anna.email}
    assert "Geheim antwoord" not in text
    assert f"/antwoordbladen/{blad.id}/verwachtingen" in text


def test_after_a_mail_has_gone_a_new_answer_is_told_again(blad: Antwoordblad, kim: User) -> None:
    rows = [add_regel(blad, "Een", "vws"), add_regel(blad, "Twee", "zn")]
    hand_in(blad, *rows)
    answer(rows[0], by=kim)
    for mail in all_rows(Mail):
        mail.verzonden_op = clock.now()
    db.session.flush()
    answer(rows[1], by=kim)
    assert len(mails()) == 2
