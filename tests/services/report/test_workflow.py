"""A report goes to the kerngroep, comes back, is frozen and published: each step once, and never unseen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.report.states import RapportMove, RapportStatus
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagMove, UitvraagStatus
from portal.extensions import db
from portal.models import BladIndiening, Mail, Rapport, RapportBestand, RapportEvent, Uitvraag
from portal.services.report import akkoord, events, files, ready, reports, texts, workflow
from portal.services.report.problems import ReportProblem
from portal.services.round import rounds
from portal.services.round import workflow as round_workflow
from tests.running.at_once import PEOPLE, at_once
from tests.worlds.feedback import hand_in
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.report import (
    REASON,
    adopt,
    agree,
    make_kernlid,
    make_partij,
    make_rapport,
    present,
    publish,
    put_rapport,
    remark,
    take_back,
)
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows

S, M = RapportStatus, RapportMove


def save(rapport: Rapport, sleutel: str, tekst: str, actor: Actor) -> None:
    revision = rapport.revision
    texts.save(rapport, sleutel, tekst, base_revision=0, seen_revision=revision, actor=actor)


def soorten() -> list[str]:
    return [one.soort for one in all_rows(RapportEvent)]


def mailed(soort: str) -> list[str]:
    return [mail.aan for mail in all_rows(Mail) if mail.soort == soort]


# --- voorleggen


@pytest.mark.parametrize("status", [UitvraagStatus.GESLOTEN, UitvraagStatus.AFGEROND])
def test_presenting_asks_the_kerngroep(kim: Actor, status: UitvraagStatus) -> None:
    zn, vws = make_kernlid("ZN"), make_kernlid("VWS")
    make_kernlid("VNG").active = False
    make_user(Rol.BEOORDELAAR)
    make_user(Rol.LEZER, organisatie=zn.organisatie)
    rapport = make_rapport(make_uitvraag(status=status), actor=kim)
    present(rapport, kim)
    assert (rapport.status, rapport.voorlegging) == (S.TER_VASTSTELLING, 1)
    assert mailed("rapport_voorgelegd") == [zn.email, vws.email]
    assert len(all_rows(Mail)) == 2
    assert soorten() == ["gemaakt", "voorgelegd"]


def test_while_the_round_is_open_nothing_is_presented(kim: Actor) -> None:
    rapport = make_rapport(make_uitvraag(naam="Q2", status=UitvraagStatus.OPEN), actor=kim)
    with pytest.raises(ReportProblem, match=r"De uitvraag Q2 is nog open. Sluit eerst de uitvraag"):
        present(rapport, kim)
    assert (rapport.status, rapport.voorlegging, all_rows(Mail)) == (S.CONCEPT, 0, [])


def test_numbers_of_before_the_round_closed_are_not_presented(kim: Actor) -> None:
    uitvraag = make_uitvraag(status=UitvraagStatus.OPEN)
    rapport = make_rapport(uitvraag, actor=kim)
    round_workflow.move(uitvraag, UitvraagMove.SLUITEN, actor=kim)
    with pytest.raises(ReportProblem, match=r"toen regio’s nog konden antwoorden. Maak het rapport eerst opnieuw"):
        present(rapport, kim)
    reports.remake(rapport, actor=kim, seen_revision=1)
    present(rapport, kim)
    assert rapport.status is S.TER_VASTSTELLING


def test_nor_are_those_of_before_it_closed_for_the_second_time(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    later = clock.now() + timedelta(hours=1)
    with clock.stopped_at(later):
        round_workflow.move(uitvraag, UitvraagMove.HEROPENEN, actor=kim, reason="Nog een week.")
        round_workflow.move(uitvraag, UitvraagMove.SLUITEN, actor=kim)
    with pytest.raises(ReportProblem, match="Maak het rapport eerst opnieuw"):
        present(rapport, kim)
    with clock.stopped_at(later + timedelta(hours=1)):
        reports.remake(rapport, actor=kim, seen_revision=1)
        present(rapport, kim)
    assert rapport.status is S.TER_VASTSTELLING


def test_sentences_that_need_a_look_keep_it_and_are_named(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    save(rapport, "proces_uitvraag", "{geantwoord} van {regios}", kim)
    save(rapport, "proces_kop", "{tovenaars} regio’s", kim)
    save(rapport, "samenvatting_kop", "Een kop zonder getal", kim)
    hand_in(uitvraag.bladen[1])
    reports.remake(rapport, actor=kim, seen_revision=1)
    with pytest.raises(ReportProblem, match="Er staat 1 zin in het rapport met een cijfer dat er niet meer is") as told:
        present(rapport, kim)
    assert told.value.sleutels[0] == "proces_kop"
    assert "proces_uitvraag" in told.value.sleutels
    (problem,) = ready.why_not_now(rapport, kim)
    assert (str(problem), problem.sleutels) == (str(told.value), told.value.sleutels)
    assert rapport.status is S.CONCEPT


def test_when_all_was_looked_at_it_can_go(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    save(rapport, "proces_uitvraag", "{geantwoord} van {regios}", kim)
    save(rapport, "proces_peilmoment", "{tovenaars}", kim)
    hand_in(uitvraag.bladen[1])
    reports.remake(rapport, actor=kim, seen_revision=1)
    texts.confirm(rapport, "proces_uitvraag", base_revision=1, seen_revision=2, actor=kim)
    texts.save(rapport, "proces_peilmoment", "", base_revision=1, seen_revision=2, actor=kim)
    assert not ready.why_not_now(rapport, kim)
    present(rapport, kim)
    assert rapport.status is S.TER_VASTSTELLING


# --- terughalen


def test_taking_back_needs_a_reason_and_tells_the_kerngroep(uitvraag: Uitvraag, kim: Actor) -> None:
    zn = make_kernlid("ZN")
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    with pytest.raises(ReportProblem, match="alleen met een reden"):
        take_back(rapport, kim, reason=" \n")
    assert rapport.status is S.TER_VASTSTELLING
    take_back(rapport, kim, reason="De respons klopt niet.")
    assert (rapport.status, rapport.voorlegging) == (S.CONCEPT, 1)
    assert mailed("rapport_teruggehaald") == [zn.email]
    assert "De reden: De respons klopt niet." in all_rows(Mail)[-1].tekst
    assert all_rows(RapportEvent)[-1].notitie == "De respons klopt niet."


def test_what_was_said_before_it_came_back_no_longer_counts(uitvraag: Uitvraag, kim: Actor) -> None:
    zn = make_kernlid("ZN")
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    agree(rapport, zn)
    take_back(rapport, kim)
    present(rapport, kim)
    assert rapport.voorlegging == 2
    assert [one.oordeel for one in akkoord.parties(rapport)] == [None]
    assert len(akkoord.words_of(rapport)) == 1
    assert mailed("rapport_voorgelegd") == [zn.email, zn.email]
    with pytest.raises(ReportProblem, match="nog geen akkoord van ZN"):
        adopt(rapport, kim, reason="")


# --- vaststellen


def test_adopting_freezes_the_report(uitvraag: Uitvraag, kim: Actor) -> None:
    zn, vws = make_kernlid("ZN"), make_kernlid("VWS")
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    agree(rapport, zn)
    agree(rapport, vws)
    adopt(rapport, kim, reason="")
    assert rapport.status is S.VASTGESTELD
    assert [one.soort for one in all_rows(RapportBestand)] == ["docx", "ods", "odt", "pdf", "pptx", "xlsx"]
    assert mailed("rapport_vastgesteld") == [zn.email, vws.email]
    assert soorten()[-1] == "vastgesteld"
    assert "zonder_akkoord" not in soorten()
    colofon = {one.naam: one.tekst for one in reports.tree_of(rapport, demo=False).colofon.rijen}
    assert colofon["Akkoord van"] == "VWS en ZN"
    assert "Geen akkoord van" not in colofon


def test_without_everybodys_akkoord_a_reason_is_needed(uitvraag: Uitvraag, kim: Actor) -> None:
    zn, vws, vng = make_kernlid("ZN"), make_kernlid("VWS"), make_kernlid("VNG")
    make_partij("MIND")
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    agree(rapport, zn)
    remark(rapport, vws, "Hoofdstuk 3 klopt niet.")
    agree(rapport, vng)
    with pytest.raises(ReportProblem, match=r"Er is nog geen akkoord van MIND en VWS. Schrijf op waarom"):
        adopt(rapport, kim, reason=" ")
    assert (rapport.status, all_rows(RapportBestand)) == (S.TER_VASTSTELLING, [])
    adopt(rapport, kim)
    without = all_rows(RapportEvent)[-2]
    assert (events.told(without), without.notitie) == (
        "Kim Bedacht stelt het rapport vast zonder akkoord van MIND en VWS.",
        REASON,
    )
    colofon = {one.naam: one.tekst for one in reports.tree_of(rapport, demo=False).colofon.rijen}
    assert (colofon["Akkoord van"], colofon["Geen akkoord van"]) == ("VNG en ZN", "MIND en VWS")


def test_when_there_is_no_party_at_all_a_reason_is_needed_too(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    with pytest.raises(ReportProblem, match="nog geen akkoord van de kerngroep"):
        adopt(rapport, kim, reason="")


def test_a_remark_that_the_coordinator_did_not_see_stops_it(uitvraag: Uitvraag, kim: Actor) -> None:
    vws = make_kernlid("VWS", naam="Wil Bedacht")
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    seen = workflow.mark(rapport)
    remark(rapport, vws, "Nog niet goed.")
    with pytest.raises(ReportProblem, match="Wil Bedacht heeft opmerkingen gegeven namens VWS") as told:
        workflow.adopt(rapport, reason=REASON, actor=kim, seen=seen)
    assert (rapport.status, told.value.is_own) == (S.TER_VASTSTELLING, False)


def test_the_names_on_a_frozen_report_stay(uitvraag: Uitvraag, kim: Actor) -> None:
    zn = make_kernlid("ZN")
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    agree(rapport, zn)
    adopt(rapport, kim)
    before = reports.tree_of(rapport, demo=False)
    zn.organisatie.naam = "Heet nu anders"
    make_partij("Nog een partij")
    uitvraag.naam = "Heet ook anders"
    with clock.stopped_at(clock.now() + timedelta(days=3)):
        publish(rapport, kim)
        assert reports.tree_of(rapport, demo=False) == before


@pytest.mark.parametrize("verb", [take_back, adopt])
def test_a_reason_fits_on_the_front_page(
    uitvraag: Uitvraag, kim: Actor, verb: Callable[[Rapport, Actor, str], None]
) -> None:
    rapport = make_rapport(uitvraag, status=S.TER_VASTSTELLING, actor=kim)
    with pytest.raises(ReportProblem, match=r"Een reden heeft hoogstens 2\.000 tekens"):
        verb(rapport, kim, "x" * 2_001)
    assert rapport.status is S.TER_VASTSTELLING
    verb(rapport, kim, "x" * 2_000)
    assert rapport.status is not S.TER_VASTSTELLING


# --- publiceren


def test_publishing_tells_everybody_who_may_read_it_once(uitvraag: Uitvraag, kim: Actor) -> None:
    regio, other = make_regio(), make_regio()
    readers = [make_contact(regio), make_regiolezer(other), make_user(Rol.LEZER), make_user(Rol.BEOORDELAAR)]
    both = make_user(Rol.LEZER, Rol.BEOORDELAAR)
    answering = all_rows(BladIndiening)[0].ingediend_door
    off = make_contact(regio)
    off.active = False
    make_user(Rol.BEHEERDER)
    rapport = make_rapport(uitvraag, status=S.VASTGESTELD, actor=kim)
    publish(rapport, kim)
    assert rapport.status is S.GEPUBLICEERD
    assert mailed("rapport_gepubliceerd") == [one.email for one in (answering, *readers, both)]
    assert soorten()[-1] == "gepubliceerd"


# --- all moves


MOVES: dict[RapportMove, Callable[[Rapport, Actor], None]] = {
    M.VOORLEGGEN: present,
    M.TERUGHALEN: take_back,
    M.VASTSTELLEN: adopt,
    M.PUBLICEREN: publish,
}


@pytest.mark.parametrize("move", RapportMove)
@pytest.mark.parametrize("status", RapportStatus)
def test_a_move_from_another_status_is_refused_and_changes_nothing(
    uitvraag: Uitvraag, kim: Actor, move: RapportMove, status: RapportStatus
) -> None:
    rapport = put_rapport(uitvraag, status=status)
    make_kernlid("ZN")
    db.session.commit()
    if workflow.may_move(rapport, move):
        return
    before = len(all_rows(RapportBestand))
    with pytest.raises(ReportProblem, match=f"Dit rapport heeft nu de status “{status.label}”"):
        MOVES[move](rapport, kim)
    db.session.rollback()
    assert (rapport.status, len(all_rows(RapportBestand)), all_rows(Mail)) == (status, before, [])


def test_who_comes_second_hears_what_happened(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    bo = make_user(Rol.COORDINATOR).actor
    seen = workflow.mark(rapport)
    workflow.present(rapport, actor=kim, seen=seen)
    for actor, own in ((bo, False), (kim, True)):
        with pytest.raises(ReportProblem, match="Kim Bedacht heeft het rapport voorgelegd aan de kerngroep") as told:
            workflow.present(rapport, actor=actor, seen=seen)
        assert told.value.is_own is own
    assert rapport.voorlegging == 1


def test_who_did_something_else_in_another_window_is_told_too(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    seen = workflow.mark(rapport)
    reports.remake(rapport, actor=kim, seen_revision=1)
    with pytest.raises(ReportProblem, match="Kim Bedacht heeft het rapport opnieuw gemaakt") as told:
        workflow.present(rapport, actor=kim, seen=seen)
    assert not told.value.is_own


@pytest.mark.parametrize(
    ("start", "move"), [(S.CONCEPT, M.VOORLEGGEN), (S.TER_VASTSTELLING, M.VASTSTELLEN), (S.VASTGESTELD, M.PUBLICEREN)]
)
def test_people_who_press_at_once_do_it_once(
    app: Flask, uitvraag: Uitvraag, kim: Actor, start: RapportStatus, move: RapportMove
) -> None:
    make_kernlid("ZN")
    rapport_id = make_rapport(uitvraag, status=start, actor=kim).id
    people = [make_user(Rol.COORDINATOR).actor for _ in range(PEOPLE)]
    seen = workflow.mark(db.session.get_one(Rapport, rapport_id))
    verbs = {
        M.VOORLEGGEN: workflow.present,
        M.VASTSTELLEN: lambda rapport, **how: workflow.adopt(rapport, reason=REASON, **how),
        M.PUBLICEREN: workflow.publish,
    }
    before = len(soorten())

    def press(number: int) -> bool:
        try:
            verbs[move](db.session.get_one(Rapport, rapport_id), actor=people[number], seen=seen)
        except ReportProblem:
            db.session.rollback()
            return False
        return True

    assert sorted(at_once(app, press)) == [False, False, False, True]
    assert len(soorten()) - before == (2 if move is M.VASTSTELLEN else 1)
    assert len(all_rows(RapportBestand)) == (0 if move is M.VOORLEGGEN else len(files.KINDS))


def test_the_round_can_not_reopen_unseen_while_it_is_presented(app: Flask, uitvraag: Uitvraag, kim: Actor) -> None:
    rapport_id, uitvraag_id = make_rapport(uitvraag, actor=kim).id, uitvraag.id
    seen = workflow.mark(db.session.get_one(Rapport, rapport_id))

    def act(number: int) -> str:
        try:
            if number == 0:
                rounds.reopen_round(db.session.get_one(Uitvraag, uitvraag_id), "Nog even.", actor=kim)
                return "open"
            workflow.present(db.session.get_one(Rapport, rapport_id), actor=kim, seen=seen)
        except ReportProblem as problem:
            db.session.rollback()
            return str(problem)
        return "voorgelegd"

    opened, told = at_once(app, act, 2)
    assert opened == "open"
    # Either it was presented before the round opened again, or it was refused because it is open.
    rapport = all_rows(Rapport)[0]
    assert (told == "voorgelegd") == (rapport.status is S.TER_VASTSTELLING)
    assert told == "voorgelegd" or "is nog open" in told
