"""The terugkoppeling: each region reads its own words and national numbers, frozen on the day it was sent."""

from __future__ import annotations

import json
from datetime import date

import pytest
from flask import Flask

from exports.feedback import Antwoord, QuestionCount, Telling
from exports.sheet import RegelRow
from portal.domain import clock
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import (
    Antwoordblad,
    Mail,
    RegelSoort,
    Terugkoppeling,
    Uitvraag,
    UitvraagEvent,
    VerwachtingAntwoord,
)
from portal.services.feedback import expectations, feedback
from portal.services.feedback.counts import national_counts
from portal.services.feedback.document import from_json, to_json
from portal.services.feedback.feedback import TextsConflict
from portal.services.filling.freezing import checksum
from portal.services.round.problems import SheetProblem
from tests.running.at_once import at_once
from tests.running.queries import statements
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

AFSTEMMING = "Vindt er in de regio afstemming plaats over de voortgang van de uitvoering van het plan van aanpak?"
DOEL = "Verwachten jullie de beoogde doelstelling te behalen?"


@pytest.fixture
def uitvraag(app: Flask) -> Uitvraag:
    """A round that is closed, with what the coördinator wrote."""
    uitvraag = make_uitvraag(naam="Q1 2024", status=UitvraagStatus.GESLOTEN)
    uitvraag.anderen_zeiden, uitvraag.vervolg = "Veel regio’s delen data.", "In september bespreken wij dit."
    return uitvraag


@pytest.fixture
def kim(app: Flask) -> Actor:
    return make_user(Rol.COORDINATOR, naam="Kim Bedacht").actor


def sheet(uitvraag: Uitvraag, *namen: str) -> Antwoordblad:
    """A sheet of new regions with these names."""
    return make_blad(uitvraag, *(make_regio(naam) for naam in namen))


def send(uitvraag: Uitvraag, actor: Actor) -> None:
    feedback.send(uitvraag, seen_revision=uitvraag.revision, actor=actor)
    db.session.flush()


def reply(regel_id: int, tekst: str, actor: Actor, datum: date | None = None) -> None:
    line = expectations.find(regel_id)
    assert line is not None
    expectations.answer(line, tekst=tekst, datum=datum, actor=actor, seen=0)


# --- national numbers


def test_regions_are_counted_and_not_sheets(uitvraag: Uitvraag) -> None:
    """A joint sheet of two regions, one that differs; one that did not answer, one not asked, one without a sheet."""
    joint = sheet(uitvraag, "Modelland", "Proefdal")
    hand_in(
        joint,
        answers={"afstemming_vorm": "vast_overleg", "doel_verwachting": "ja"},
        afwijkingen={joint.regios[1].code: {"doel_verwachting": "nee"}},
        statussen=("op_schema", "op_schema", "aandacht"),
    )
    hand_in(sheet(uitvraag, "Schetsveen"), answers={"afstemming_vorm": "nee"}, statussen=("op_schema",))
    sheet(uitvraag, "Zwijgland")
    sheet(uitvraag, "Rustdal").niet_gevraagd = True
    make_regio("Zonder blad")
    counts = national_counts(uitvraag)
    assert (counts.regios, counts.beantwoord, counts.niet_beantwoord, counts.niet_gevraagd) == (6, 3, 1, 2)
    assert counts.zin == "3 van de 6 regio’s hebben geantwoord. 1 regio antwoordde niet. 2 regio’s zijn niet gevraagd."
    assert counts.vragen == (
        QuestionCount(
            AFSTEMMING,
            (Telling("Ja, in een vast overleg", 2), Telling("Ja, ad hoc", 0), Telling("Nee", 1)),
            niet_beantwoord=1,
            niet_gevraagd=2,
        ),
        QuestionCount(
            DOEL,
            (Telling("Ja", 1), Telling("Deels", 0), Telling("Nee", 1), Telling("Weet niet", 0)),
            niet_beantwoord=2,
            niet_gevraagd=2,
        ),
    )
    assert all(sum(one.aantal for one in vraag.alles) == 6 for vraag in counts.vragen)
    # An action of a joint plan is one action.
    assert counts.acties == (Telling("Ligt op schema", 3), Telling("Vraagt aandacht", 1))


def test_only_the_newest_submission_counts(uitvraag: Uitvraag) -> None:
    blad = sheet(uitvraag, "Modelland")
    hand_in(blad, answers={"doel_verwachting": "ja"}, statussen=("op_schema",))
    hand_in(blad, answers={"doel_verwachting": "nee"}, statussen=("gestopt",))
    counts = national_counts(uitvraag)
    assert counts.beantwoord == 1
    assert counts.acties == (Telling("Gestopt", 1),)
    assert [one.aantal for one in counts.vragen[1].tellingen] == [0, 0, 1, 0]


def test_a_round_without_answers_says_so(uitvraag: Uitvraag) -> None:
    blad = sheet(uitvraag, "Modelland")
    document = feedback.build(blad)
    assert document.landelijk.zin == "Geen van de 1 regio’s heeft geantwoord."
    assert document.zonder_antwoord == "Uw regio heeft deze uitvraag niet beantwoord."


def test_own_closed_questions_are_counted_too(kim: Actor) -> None:
    vraag = {"key": "aanbod", "label": "Wat mist u?", "kind": "choices", "choices": [{"key": "a", "label": "Wonen"}]}
    open_vraag = {"key": "waarom", "label": "Waarom?", "kind": "long_text"}
    peiling = make_uitvraag(status=UitvraagStatus.GESLOTEN, edition="", extra_vragen=[vraag, open_vraag])
    blad = sheet(peiling, "Modelland")
    hand_in(blad, answers={"aanbod": "a", "waarom": "Geen *plek*."})
    document = feedback.build(blad)
    assert document.landelijk.vragen == (QuestionCount("Wat mist u?", (Telling("Wonen", 1),), 0, 0),)
    assert document.eigen is not None
    assert document.eigen.antwoorden == (Antwoord("Wat mist u?", "Wonen"), Antwoord("Waarom?", "Geen *plek*."))


# How many questions are asked is the same on both databases.
@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_building_asks_as_much_for_310_sheets_as_for_31(uitvraag: Uitvraag, kim: Actor) -> None:
    def fill(size: int) -> int:
        for _ in range(size):
            blad = make_blad(uitvraag, make_regio())
            hand_in(blad, add_regel(blad, "Tarieven", "vws"), answers={"doel_verwachting": "ja"})
        db.session.commit()
        db.session.expire_all()
        with statements() as found:
            feedback.warnings(uitvraag)
            feedback.build(blad)
        return len(found)

    assert fill(31) == fill(279)


# --- what a region reads


def test_a_region_reads_what_it_told_with_the_answers(uitvraag: Uitvraag, kim: Actor) -> None:
    blad = sheet(uitvraag, "Modelland", "Proefdal")
    modelland, proefdal = blad.regios
    tarieven = add_regel(blad, "Tarieven", "nza")
    hand_in(
        blad,
        tarieven,
        add_regel(blad, "Meedoen", "regio", regio=proefdal),
        add_regel(blad, "Wijkteams werken samen", soort=RegelSoort.SUCCES),
        add_regel(blad, "Begin klein", soort=RegelSoort.LES),
        answers={"afstemming_vorm": "ad_hoc", "doel_verwachting": "deels", "doel_toelichting": "Lang verhaal."},
        afwijkingen={modelland.code: {"doel_verwachting": "nee"}},
        statussen=("afgerond", "aandacht", "afgerond"),
    )
    reply(tarieven.id, "In juni.", kim, date(2024, 6, 1))
    eigen = feedback.build(blad).eigen
    assert eigen is not None
    assert eigen.acties == (Telling("Vraagt aandacht", 1), Telling("Afgerond", 2))
    assert eigen.antwoorden == (
        Antwoord(AFSTEMMING, "Ja, ad hoc"),
        Antwoord(DOEL, "Deels"),
        Antwoord(DOEL, "Nee", "Modelland"),
    )
    assert eigen.successen == (RegelRow("Wijkteams werken samen"),)
    assert eigen.lessen == (RegelRow("Begin klein"),)
    beantwoord, eigen_regio = eigen.verwachtingen
    assert (beantwoord.aan, beantwoord.antwoord, beantwoord.antwoord_datum) == ("NZa", "In juni.", date(2024, 6, 1))
    assert eigen_regio == RegelRow("Meedoen", "Betrokkenen in de regio", "Proefdal", aan_key="regio")
    assert feedback.build(blad).toezeggingen == (beantwoord,)


def test_a_region_that_was_not_asked_reads_that(uitvraag: Uitvraag) -> None:
    blad = sheet(uitvraag, "Modelland")
    blad.niet_gevraagd = True
    assert feedback.build(blad).zonder_antwoord == "In deze uitvraag hebben wij uw regio niets gevraagd."


def test_what_is_not_handed_in_is_not_in_it(uitvraag: Uitvraag) -> None:
    blad = sheet(uitvraag, "Modelland")
    hand_in(blad)
    add_regel(blad, "Nog in de maak", "vws")
    assert "Nog in de maak" not in json.dumps(to_json(feedback.build(blad)))


SECRETS = ("Geheimland", "Verborgendal", "Ons geheime succes", "Onze geheime les", "Onze geheime wens", "Eigen reden")


def leaky(uitvraag: Uitvraag, actor: Actor) -> None:
    """Another sheet with everything that could leak into that of its neighbour."""
    blad = sheet(uitvraag, "Geheimland", "Verborgendal")
    wens = add_regel(blad, "Onze geheime wens", "vws")
    hand_in(
        blad,
        wens,
        add_regel(blad, "Ons geheime succes", soort=RegelSoort.SUCCES),
        add_regel(blad, "Onze geheime les", soort=RegelSoort.LES),
        answers={"doel_verwachting": "nee", "doel_toelichting": "Eigen reden"},
        afwijkingen={blad.regios[0].code: {"doel_verwachting": "ja"}},
        statussen=("gestopt",),
    )
    reply(wens.id, "Antwoord aan Geheimland.", actor)


@pytest.mark.parametrize("answered", [True, False])
def test_nothing_of_another_region_is_in_it_but_numbers(uitvraag: Uitvraag, kim: Actor, answered: bool) -> None:
    leaky(uitvraag, kim)
    blad = sheet(uitvraag, "Modelland")
    if answered:
        hand_in(blad, add_regel(blad, "Eigen wens", "vws"))
    send(uitvraag, kim)
    (frozen,) = (one.snapshot for one in all_rows(Terugkoppeling) if one.blad_id == blad.id)
    text = json.dumps(frozen, ensure_ascii=False)
    assert [secret for secret in (*SECRETS, "Antwoord aan") if secret in text] == []
    assert frozen["landelijk"]["beantwoord"] == 2 + answered


def test_what_the_coordinator_writes_may_name_a_region(uitvraag: Uitvraag, kim: Actor) -> None:
    leaky(uitvraag, kim)
    uitvraag.anderen_zeiden = "Geheimland deelt zijn aanpak graag."
    assert feedback.build(sheet(uitvraag, "Modelland")).anderen_zeiden == "Geheimland deelt zijn aanpak graag."


# --- writing


def prepare(uitvraag: Uitvraag, actor: Actor, tekst: str, seen: int) -> None:
    feedback.prepare(uitvraag, anderen_zeiden=tekst, vervolg="Zo.", seen_revision=seen, actor=actor)


def test_texts_are_saved_and_a_stale_page_overwrites_nothing(uitvraag: Uitvraag, kim: Actor) -> None:
    prepare(uitvraag, kim, "Eerst", 1)
    with pytest.raises(TextsConflict, match="intussen ook door iemand anders gewijzigd"):
        prepare(uitvraag, kim, "Anders", 1)
    assert (uitvraag.anderen_zeiden, uitvraag.vervolg, uitvraag.revision) == ("Eerst", "Zo.", 2)
    prepare(uitvraag, kim, "Eerst", 1)
    assert uitvraag.revision == 2


@pytest.mark.parametrize("status", [UitvraagStatus.GEPLAND, UitvraagStatus.OPEN, UitvraagStatus.AFGEROND])
def test_only_of_a_closed_round(kim: Actor, status: UitvraagStatus) -> None:
    uitvraag = make_uitvraag(status=status)
    for verb in (lambda: prepare(uitvraag, kim, "Tekst", 1), lambda: send(uitvraag, kim)):
        with pytest.raises(SheetProblem):
            verb()
    assert (uitvraag.anderen_zeiden, uitvraag.status) == ("", status)


def test_what_to_know_before_sending(uitvraag: Uitvraag, kim: Actor) -> None:
    blad = sheet(uitvraag, "Modelland")
    wens = add_regel(blad, "Wens", "vws")
    hand_in(blad, wens, add_regel(blad, "Nog een", "zn"), add_regel(blad, "Zelf", "regio"))
    blad.heropend_tot = clock.today()
    reply(wens.id, "Ja", kim)
    uitvraag.anderen_zeiden = ""
    assert feedback.warnings(uitvraag) == [
        "1 van de 2 verwachtingen van landelijke partijen heeft nog geen antwoord.",
        "Nog niet klaar met aanpassen: Modelland. Wat zij nu indienen, komt er niet meer in.",
        "U hebt nog niets geschreven bij “Wat anderen zeiden”.",
    ]


# --- sending


def test_sending_freezes_finishes_and_tells(uitvraag: Uitvraag, kim: Actor) -> None:
    een, twee = sheet(uitvraag, "Modelland"), sheet(uitvraag, "Proefdal")
    anna = give_role(make_contact(een.regios[0]), Rol.REGIOLEZER, make_regio())
    make_contact(make_regio())
    assert feedback.sent(een) is None
    send(uitvraag, kim)
    assert uitvraag.status is UitvraagStatus.AFGEROND
    assert {one.blad_id for one in all_rows(Terugkoppeling)} == {een.id, twee.id}
    assert all(one.checksum == checksum(one.snapshot) for one in all_rows(Terugkoppeling))
    assert [event.soort for event in all_rows(UitvraagEvent)] == ["afgerond"]
    assert [(mail.soort, mail.aan) for mail in all_rows(Mail)] == [("terugkoppeling", anna.email)]
    found = feedback.sent(een)
    assert found is not None
    assert (found.naam, found.verstuurd_op) == ("Modelland", all_rows(Terugkoppeling)[0].verstuurd_op)


def test_somebody_of_two_regions_gets_one_mail_with_both(uitvraag: Uitvraag, kim: Actor) -> None:
    bladen = [sheet(uitvraag, "Modelland"), sheet(uitvraag, "Proefdal")]
    anna = make_contact(bladen[0].regios[0])
    lid = anna.lidmaatschappen[0]
    give_role(anna, Rol.REGIOCONTACT, bladen[1].regios[0], lid.namens)
    send(uitvraag, kim)
    (mail,) = all_rows(Mail)
    assert [f"/antwoordbladen/{blad.id}/terugkoppeling" in mail.tekst for blad in bladen] == [True, True]
    assert "In september" not in mail.tekst


def test_what_was_sent_stays_as_it_was(uitvraag: Uitvraag, kim: Actor) -> None:
    blad = sheet(uitvraag, "Modelland")
    wens = add_regel(blad, "Wens", "vws")
    hand_in(blad, wens, answers={"doel_verwachting": "ja"}, statussen=("op_schema",))
    reply(wens.id, "Misschien.", kim)
    send(uitvraag, kim)
    before = feedback.sent(blad)
    given = all_rows(VerwachtingAntwoord)[0].id
    line = expectations.find(wens.id)
    assert line is not None
    expectations.answer(line, tekst="Toch niet.", datum=None, actor=kim, seen=given)
    hand_in(blad, answers={"doel_verwachting": "nee"}, statussen=("gestopt",))
    uitvraag.vervolg, uitvraag.naam, blad.regios[0].naam = "Later anders", "Heet anders", "Nieuwland"
    hand_in(sheet(uitvraag, "Laatkomer"))
    db.session.flush()
    db.session.expire_all()
    assert feedback.sent(blad) == before
    assert before is not None
    assert before.vervolg == "In september bespreken wij dit."


def test_a_document_comes_back_from_its_frozen_form(uitvraag: Uitvraag, kim: Actor) -> None:
    blad = sheet(uitvraag, "Modelland", "Proefdal")
    wens = add_regel(blad, "Wens", "vws")
    hand_in(blad, wens, answers={"doel_verwachting": "ja"}, statussen=("op_schema",))
    reply(wens.id, "Ja", kim, date(2024, 6, 1))
    document = feedback.build(blad)
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def test_without_what_happens_now_nothing_is_sent(uitvraag: Uitvraag, kim: Actor) -> None:
    sheet(uitvraag, "Modelland")
    uitvraag.vervolg = " "
    with pytest.raises(SheetProblem, match="Schrijf eerst een tekst bij “Wat er nu gebeurt”"):
        send(uitvraag, kim)
    assert (all_rows(Terugkoppeling), uitvraag.status) == ([], UitvraagStatus.GESLOTEN)


def test_texts_that_the_sender_did_not_see_are_not_sent(uitvraag: Uitvraag, kim: Actor) -> None:
    sheet(uitvraag, "Modelland")
    prepare(uitvraag, kim, "Nieuw", 1)
    with pytest.raises(SheetProblem, match="teksten zijn intussen gewijzigd"):
        feedback.send(uitvraag, seen_revision=1, actor=kim)
    assert all_rows(Terugkoppeling) == []


def test_a_round_without_sheets_can_be_finished(uitvraag: Uitvraag, kim: Actor) -> None:
    send(uitvraag, kim)
    assert uitvraag.status is UitvraagStatus.AFGEROND


def test_two_coordinators_at_once_send_it_once(app: Flask, uitvraag: Uitvraag) -> None:
    blad = sheet(uitvraag, "Modelland")
    make_contact(blad.regios[0])
    actors = [make_user(Rol.COORDINATOR).actor for _ in range(4)]
    uitvraag_id = uitvraag.id

    def press(number: int) -> str:
        found = db.session.get(Uitvraag, uitvraag_id)
        assert found is not None
        try:
            feedback.send(found, seen_revision=found.revision, actor=actors[number])
        except SheetProblem as problem:
            db.session.rollback()
            return str(problem)
        return "verstuurd"

    te_laat = "De terugkoppeling is al verstuurd. U kunt haar niet meer wijzigen."
    assert sorted(at_once(app, press)) == [te_laat, te_laat, te_laat, "verstuurd"]
    assert (len(all_rows(Terugkoppeling)), len(all_rows(Mail)), len(all_rows(UitvraagEvent))) == (1, 1, 1)


def test_what_was_sent_lately_stands_on_the_start_page_of_its_own_regions(uitvraag: Uitvraag, kim: Actor) -> None:
    blad = sheet(uitvraag, "Modelland")
    anna, elders = make_contact(blad.regios[0]).actor, make_contact(make_regio()).actor
    assert feedback.newly_sent(anna) == []
    send(uitvraag, kim)
    assert [feedback.newly_sent(one) for one in (anna, elders, kim)] == [[blad], [], []]
    with clock.stopped_at(clock.now() + feedback.NEW_FOR):
        assert feedback.newly_sent(anna) == []
