"""What the parties of the kerngroep say: the newest word of each counts, for the voorlegging it was said in."""

from __future__ import annotations

import pytest
from flask import Flask

from exports.national.states import states_of
from exports.national.tree import Lijst
from forms.dutch.dates import moment_in_words
from portal.domain.report.states import AkkoordOordeel, RapportStatus
from portal.domain.roles import Actor, OrganisatieSoort, Rol
from portal.extensions import db
from portal.models import Mail, Rapport, RapportAkkoord, RapportEvent, User
from portal.services.report import akkoord, events, reports, texts
from portal.services.report.problems import ReportProblem
from tests.running.at_once import at_once
from tests.worlds.people import make_organisatie, make_user
from tests.worlds.report import (
    adopt,
    agree,
    make_kernlid,
    make_partij,
    make_rapport,
    present,
    put_rapport,
    remark,
    take_back,
)
from tests.worlds.rows import all_rows

SIX = ("VWS", "ZN", "VNG", "Valente", "de Nederlandse ggz", "MIND")


@pytest.fixture
def kim(app: Flask) -> User:
    return make_user(Rol.COORDINATOR, naam="Kim Bedacht")


@pytest.fixture
def kernleden(app: Flask) -> dict[str, User]:
    """One person of each party, by party."""
    return {partij: make_kernlid(partij, naam=f"Lid van {partij}") for partij in SIX}


@pytest.fixture
def rapport(kim: User, kernleden: dict[str, User]) -> Rapport:
    """A report that lies before the kerngroep."""
    return make_rapport(status=RapportStatus.TER_VASTSTELLING, actor=kim.actor)


def stands(rapport: Rapport) -> dict[str, str]:
    """What each party says now."""
    found = akkoord.parties(rapport)
    return {one.naam: f"{one.oordeel}: {one.tekst}" for one in found if one.oordeel}


def told_coordinator() -> list[str]:
    return [mail.onderwerp for mail in all_rows(Mail) if mail.soort == "rapport_akkoord"]


def test_every_party_is_listed_by_name_also_when_it_is_silent(rapport: Rapport) -> None:
    make_organisatie("CIZ", OrganisatieSoort.CIZ)
    found = akkoord.parties(rapport)
    assert [one.naam for one in found] == ["de Nederlandse ggz", "MIND", "Valente", "VNG", "VWS", "ZN"]
    assert {one.oordeel for one in found} == {None}


def test_a_word_is_that_of_the_party(rapport: Rapport, kernleden: dict[str, User]) -> None:
    agree(rapport, kernleden["VWS"])
    remark(rapport, kernleden["ZN"], "  Hoofdstuk 3 mist de tarieven.\n")
    assert stands(rapport) == {"VWS": "akkoord: ", "ZN": "opmerking: Hoofdstuk 3 mist de tarieven."}
    zn = next(one for one in akkoord.parties(rapport) if one.naam == "ZN")
    assert (zn.door, zn.op) == ("Lid van ZN", all_rows(RapportAkkoord)[1].op)
    assert [events.told(one) for one in all_rows(RapportEvent)][2:] == [
        "Lid van VWS heeft akkoord gegeven namens VWS.",
        "Lid van ZN heeft opmerkingen gegeven namens ZN.",
    ]


def test_the_newest_word_of_a_party_counts_whoever_says_it(rapport: Rapport, kernleden: dict[str, User]) -> None:
    remark(rapport, kernleden["VWS"], "Nog niet.")
    agree(rapport, make_kernlid(kernleden["VWS"].organisatie))
    assert stands(rapport) == {"VWS": "akkoord: "}
    remark(rapport, kernleden["VWS"], "Toch niet.")
    assert stands(rapport) == {"VWS": "opmerking: Toch niet."}
    assert len(akkoord.words_of(rapport)) == 3


def test_a_double_click_says_it_once(rapport: Rapport, kernleden: dict[str, User], kim: User) -> None:
    remark(rapport, kernleden["VWS"], "Nog niet.")
    remark(rapport, kernleden["VWS"], "Nog niet. ")
    assert (len(all_rows(RapportAkkoord)), len(told_coordinator())) == (1, 1)


@pytest.mark.parametrize("tekst", ["", " \n\t"])
def test_remarks_have_words(rapport: Rapport, kernleden: dict[str, User], tekst: str) -> None:
    with pytest.raises(ReportProblem, match="Schrijf op wat uw opmerkingen zijn"):
        remark(rapport, kernleden["VWS"], tekst)
    with pytest.raises(ReportProblem, match=r"langer dan 10\.000 tekens"):
        remark(rapport, kernleden["VWS"], "x" * 10_001)
    assert all_rows(RapportAkkoord) == []


@pytest.mark.parametrize("soort", [one for one in OrganisatieSoort if one is not OrganisatieSoort.KERNPARTIJ])
def test_only_parties_of_the_kerngroep_have_a_say(rapport: Rapport, soort: OrganisatieSoort) -> None:
    other = make_user(Rol.BEOORDELAAR, organisatie=make_organisatie("Elders", soort))
    with pytest.raises(ReportProblem, match="Alleen partijen van de kerngroep"):
        agree(rapport, other)
    assert all_rows(RapportAkkoord) == []


def test_who_saw_an_earlier_voorlegging_looks_again(rapport: Rapport, kernleden: dict[str, User], kim: User) -> None:
    take_back(rapport, kim.actor)
    with pytest.raises(ReportProblem, match=r"teruggehaald om het aan te passen. Uw reactie is niet bewaard"):
        agree(rapport, kernleden["VWS"])
    present(rapport, kim.actor)
    with pytest.raises(ReportProblem, match=r"opnieuw voorgelegd. Uw reactie is nog niet bewaard"):
        akkoord.give(
            rapport, oordeel=AkkoordOordeel.AKKOORD, tekst="", actor=kernleden["VWS"].actor, seen_voorlegging=1
        )
    assert all_rows(RapportAkkoord) == []


@pytest.mark.parametrize("status", [RapportStatus.VASTGESTELD, RapportStatus.GEPUBLICEERD])
def test_after_it_was_vastgesteld_nobody_adds_a_word(kernleden: dict[str, User], status: RapportStatus) -> None:
    rapport = put_rapport(make_rapport().uitvraag, status=status, nummer=2)
    with pytest.raises(ReportProblem, match=r"intussen vastgesteld. Uw reactie is niet bewaard"):
        remark(rapport, kernleden["VWS"], "Te laat.")
    assert all_rows(RapportAkkoord) == []


def test_everybody_agreed_only_when_each_party_did(rapport: Rapport, kernleden: dict[str, User]) -> None:
    assert not akkoord.everybody_agreed([])
    for number, reviewer in enumerate(kernleden.values(), start=1):
        agree(rapport, reviewer)
        assert akkoord.everybody_agreed(akkoord.parties(rapport)) is (number == 6)
    remark(rapport, kernleden["MIND"], "Toch niet.")
    found = akkoord.parties(rapport)
    assert (akkoord.everybody_agreed(found), akkoord.everybody_spoke(found)) == (False, True)


def test_the_coordinator_hears_of_each_remark_and_once_that_all_have_spoken(
    rapport: Rapport, kernleden: dict[str, User], kim: User
) -> None:
    vws, zn, *others = kernleden.values()
    agree(rapport, vws)
    assert told_coordinator() == []
    remark(rapport, zn, "Geheim: hoofdstuk 3.")
    naam = f"voortgangsrapportage {rapport.uitvraag.naam}"
    assert told_coordinator() == [f"Opmerkingen van ZN: {naam}"]
    for reviewer in others:
        agree(rapport, reviewer)
    agree(rapport, zn)
    agree(rapport, make_kernlid(vws.organisatie))
    assert told_coordinator() == [f"Opmerkingen van ZN: {naam}", f"Alle partijen hebben gereageerd: {naam}"]
    mails = [mail for mail in all_rows(Mail) if mail.soort == "rapport_akkoord"]
    assert {mail.aan for mail in mails} == {kim.email}
    assert [one for one in mails if "Geheim" in one.tekst] == []
    assert all(f"/rapporten/{rapport.id}" in mail.tekst for mail in mails)


def test_a_last_remark_says_that_all_have_spoken(kim: User) -> None:
    een, twee = make_kernlid("VWS"), make_kernlid("ZN")
    rapport = make_rapport(status=RapportStatus.TER_VASTSTELLING, actor=kim.actor)
    agree(rapport, een)
    remark(rapport, twee, "Nee.")
    (mail,) = (one for one in all_rows(Mail) if one.soort == "rapport_akkoord")
    assert "ZN heeft opmerkingen gegeven" in mail.tekst
    assert "Alle partijen van de kerngroep hebben nu gereageerd." in mail.tekst


def test_parties_that_speak_at_once_all_count(app: Flask, rapport: Rapport, kernleden: dict[str, User]) -> None:
    rapport_id, actors = rapport.id, [one.actor for one in kernleden.values()]

    def press(number: int) -> None:
        target = db.session.get_one(Rapport, rapport_id)
        oordeel = AkkoordOordeel.AKKOORD
        akkoord.give(target, oordeel=oordeel, tekst="", actor=actors[number], seen_voorlegging=1)

    at_once(app, press, 6)
    assert len(all_rows(RapportAkkoord)) == 6
    assert len(told_coordinator()) == 1


def test_a_word_and_vaststellen_do_not_pass_each_other(app: Flask, kim: User) -> None:
    vws = make_kernlid("VWS").actor
    rapport_id = make_rapport(status=RapportStatus.TER_VASTSTELLING, actor=kim.actor).id
    coordinator: Actor = kim.actor

    def act(number: int) -> bool:
        target = db.session.get_one(Rapport, rapport_id)
        try:
            if number:
                adopt(target, coordinator)
            else:
                akkoord.give(target, oordeel=AkkoordOordeel.OPMERKING, tekst="Wacht!", actor=vws, seen_voorlegging=1)
        except ReportProblem:
            db.session.rollback()
            return False
        return True

    spoke, adopted = at_once(app, act, 2)
    # Adopting looks at what the page showed, so it may come after a word only when it saw that word.
    assert spoke or adopted
    assert len(all_rows(RapportAkkoord)) == int(spoke)
    soorten = [one.soort for one in all_rows(RapportEvent)]
    assert ("vastgesteld" in soorten) == adopted
    if spoke and adopted:
        assert soorten.index("opmerking_gegeven") < soorten.index("vastgesteld")


def test_a_party_that_is_made_later_has_a_say_too(rapport: Rapport, kernleden: dict[str, User]) -> None:
    for reviewer in kernleden.values():
        agree(rapport, reviewer)
    make_partij("Zevende partij")
    assert not akkoord.everybody_agreed(akkoord.parties(rapport))


def told(rapport: Rapport, partij: str) -> str:
    """Of which text this party spoke."""
    return next(one.over_welke_tekst for one in akkoord.parties(rapport) if one.naam == partij)


def agreed_before(rapport: Rapport) -> list[akkoord.PartyStand]:
    """Who agreed with an earlier text of this concept."""
    return akkoord.agreed_before(rapport, states_of(reports.tree_of(rapport, demo=False)))


def test_a_party_agrees_with_the_text_of_a_moment(rapport: Rapport, kernleden: dict[str, User]) -> None:
    agree(rapport, kernleden["VWS"])
    remark(rapport, kernleden["ZN"], "Te somber.")
    moment = moment_in_words(rapport.status_sinds)
    assert told(rapport, "VWS") == f"gaf akkoord op de tekst van {moment}"
    assert told(rapport, "ZN") == f"gaf opmerkingen op de tekst van {moment}"
    assert told(rapport, "VNG") == ""


def test_a_text_that_changed_is_asked_anew_and_says_what_changed(
    rapport: Rapport, kernleden: dict[str, User], kim: User
) -> None:
    read = moment_in_words(rapport.status_sinds)
    for partij in ("VWS", "ZN"):
        agree(rapport, kernleden[partij])
    remark(rapport, kernleden["ZN"], "Bij nader inzien niet.")
    take_back(rapport, kim.actor)
    assert [(one.naam, one.over_welke_tekst) for one in agreed_before(rapport)] == [
        ("VWS", f"gaf akkoord op de tekst van {read}; sindsdien is er niets gewijzigd")
    ]
    texts.save(rapport, "eigen:proces", "Dit is nieuw.", base_revision=0, seen_revision=1, actor=kim.actor)
    since = f"gaf akkoord op de tekst van {read}; sindsdien is hoofdstuk 2 gewijzigd"
    assert [one.over_welke_tekst for one in agreed_before(rapport)] == [since]
    present(rapport, kim.actor)
    assert (told(rapport, "VWS"), told(rapport, "ZN")) == (since, "")
    assert not any(one.is_akkoord for one in akkoord.parties(rapport))


def test_the_account_of_an_adopted_report_tells_of_which_text_each_party_spoke(
    rapport: Rapport, kernleden: dict[str, User], kim: User
) -> None:
    first = moment_in_words(rapport.status_sinds)
    for partij in ("VNG", "Valente"):
        agree(rapport, kernleden[partij])
    take_back(rapport, kim.actor)
    texts.save(rapport, "eigen:proces", "Dit is nieuw.", base_revision=0, seen_revision=1, actor=kim.actor)
    present(rapport, kim.actor)
    agree(rapport, kernleden["VWS"])
    second = moment_in_words(rapport.status_sinds)
    adopt(rapport, kim.actor)
    db.session.expire_all()
    account = reports.tree_of(rapport, demo=False).hoofdstukken[-1]
    lines = [punt.tekst for blok in account.blokken if isinstance(blok, Lijst) for punt in blok.punten]
    assert lines == [
        f"Valente en VNG gaven akkoord op de tekst van {first}; sindsdien is hoofdstuk 2 gewijzigd.",
        f"VWS gaf akkoord op de tekst van {second}.",
    ]


def test_an_akkoord_of_before_texts_were_kept_says_nothing_of_a_text(
    rapport: Rapport, kernleden: dict[str, User]
) -> None:
    agree(rapport, kernleden["VWS"])
    all_rows(RapportAkkoord)[0].vinger = None
    assert (told(rapport, "VWS"), stands(rapport)["VWS"]) == ("", "akkoord: ")
