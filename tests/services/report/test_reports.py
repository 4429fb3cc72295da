"""Making a national report and making it again: one at a time, of frozen answers, with the texts kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Rapport, RapportEvent, RapportGegevens, RapportTekst, Uitvraag
from portal.services.report import events, reports, texts
from portal.services.report.problems import ReportProblem, StaleReport, UnfinishedReport
from tests.running.at_once import PEOPLE, at_once
from tests.running.queries import statements
from tests.worlds.feedback import hand_in
from tests.worlds.people import make_contact, make_regio, make_regiolezer, make_user
from tests.worlds.report import adopt, make_rapport, present, publish, put_rapport
from tests.worlds.round import make_uitvraag
from tests.worlds.rows import all_rows


def answered(rapport: Rapport) -> str:
    """How many regions answered, as the report prints it."""
    return reports.tree_of(rapport, demo=False).waarden["geantwoord"].tekst


def bland_answers(uitvraag: Uitvraag) -> None:
    hand_in(next(blad for blad in uitvraag.bladen if blad.naam == "Bland"))


# --- making


def test_the_first_version(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    assert (rapport.nummer, rapport.status, rapport.voorlegging, rapport.revision) == (1, RapportStatus.CONCEPT, 0, 1)
    assert reports.data_of(rapport).peilmoment == rapport.gemaakt_op
    assert answered(rapport) == "1"
    tree = reports.tree_of(rapport, demo=True)
    assert (tree.status, tree.versie, tree.demo) == ("Concept", 1, True)
    (event,) = all_rows(RapportEvent)
    assert events.told(event) == "Kim Bedacht heeft versie 1 van het rapport gemaakt."


def test_of_a_round_that_was_never_open_there_is_none(kim: Actor) -> None:
    with pytest.raises(ReportProblem, match="Deze uitvraag is nog niet open"):
        reports.make(make_uitvraag(status=UitvraagStatus.GEPLAND), actor=kim)
    assert all_rows(Rapport) == []


def test_of_an_open_round_it_says_so(kim: Actor) -> None:
    rapport = reports.make(make_uitvraag(status=UitvraagStatus.OPEN), actor=kim)
    assert reports.data_of(rapport).uitvraag_open


def test_beside_an_unfinished_version_there_is_no_other(uitvraag: Uitvraag, kim: Actor) -> None:
    first = reports.make(uitvraag, actor=kim)
    with pytest.raises(UnfinishedReport, match="Versie 1 van dit rapport is er al") as told:
        reports.make(uitvraag, actor=make_user(Rol.COORDINATOR).actor)
    assert (told.value.rapport_id, told.value.is_own) == (first.id, False)
    with pytest.raises(UnfinishedReport) as told:
        reports.make(uitvraag, actor=kim)
    assert told.value.is_own


@pytest.mark.parametrize("status", [RapportStatus.VASTGESTELD, RapportStatus.GEPUBLICEERD])
def test_the_next_version_begins_with_the_texts_of_the_one_before(
    uitvraag: Uitvraag, kim: Actor, status: RapportStatus
) -> None:
    first = reports.make(uitvraag, actor=kim)
    texts.save(first, "proces_kop", "{geantwoord} antwoordden", base_revision=0, seen_revision=1, actor=kim)
    texts.save(first, "proces_kop", "{geantwoord} antwoordde", base_revision=1, seen_revision=1, actor=kim)
    texts.save(first, "eigen:proces", "Wij zien …", base_revision=0, seen_revision=1, actor=kim)
    present(first, kim)
    adopt(first, kim)
    if status is RapportStatus.GEPUBLICEERD:
        publish(first, kim)
    bland_answers(uitvraag)
    second = reports.make(uitvraag, actor=make_user(Rol.COORDINATOR).actor)
    assert (second.nummer, second.status, second.voorlegging) == (2, RapportStatus.CONCEPT, 0)
    copied = [(one.sleutel, one.tekst, one.revision, one.gewijzigd_door_id) for one in second.teksten]
    assert copied == [
        ("eigen:proces", "Wij zien …", 1, kim.user_id),
        ("proces_kop", "{geantwoord} antwoordde", 1, kim.user_id),
    ]
    flagged = reports.sentences_of(reports.tree_of(second, demo=False))["proces_kop"].vlaggen
    assert ("geantwoord", "1", "2") in [(one.sleutel, one.was, one.nu) for one in flagged]
    assert answered(first) == "1"


def test_people_who_make_it_at_once_make_one(app: Flask, uitvraag: Uitvraag) -> None:
    actors = [make_user(Rol.COORDINATOR).actor for _ in range(PEOPLE)]
    uitvraag_id = uitvraag.id

    def press(number: int) -> int:
        try:
            return reports.make(db.session.get_one(Uitvraag, uitvraag_id), actor=actors[number]).id
        except UnfinishedReport as problem:
            db.session.rollback()
            return problem.rapport_id

    found = at_once(app, press)
    (rapport,) = all_rows(Rapport)
    assert found == [rapport.id] * PEOPLE
    assert (len(all_rows(RapportGegevens)), len(all_rows(RapportEvent))) == (1, 1)


# --- making again


def test_making_again_takes_the_answers_of_now_and_keeps_the_texts(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    texts.save(rapport, "proces_kop", "Al {geantwoord}!", base_revision=0, seen_revision=1, actor=kim)
    bland_answers(uitvraag)
    assert answered(rapport) == "1"
    with clock.stopped_at(clock.now() + timedelta(hours=1)):
        assert reports.remake(rapport, actor=kim, seen_revision=1)
        assert (rapport.revision, rapport.gemaakt_op) == (2, clock.now())
    zin = reports.sentences_of(reports.tree_of(rapport, demo=False))["proces_kop"]
    assert (zin.tekst, zin.bewerkt, zin.revision) == ("Al 2!", True, 1)
    assert [one.soort for one in all_rows(RapportEvent)] == ["gemaakt", "tekst_bewerkt", "opnieuw_gemaakt"]


def test_making_again_without_news_only_moves_the_moment(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    with clock.stopped_at(clock.now() + timedelta(hours=1)):
        assert not reports.remake(rapport, actor=kim, seen_revision=1)
        assert reports.data_of(rapport).peilmoment == clock.now()
    assert rapport.revision == 2


def test_who_saw_an_older_making_does_not_make_it_again(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    reports.remake(rapport, actor=make_user(Rol.COORDINATOR, naam="Bo Ander").actor, seen_revision=1)
    with pytest.raises(StaleReport, match=r"Bo Ander heeft het rapport opnieuw gemaakt .* Er is nu niets gewijzigd"):
        reports.remake(rapport, actor=kim, seen_revision=1)
    assert rapport.revision == 2


@pytest.mark.parametrize(
    ("status", "what_to_do"),
    [
        (RapportStatus.TER_VASTSTELLING, "Haal het eerst terug"),
        (RapportStatus.VASTGESTELD, "Maak een nieuwe versie"),
        (RapportStatus.GEPUBLICEERD, "Maak een nieuwe versie"),
    ],
)
def test_only_a_concept_is_made_again(uitvraag: Uitvraag, kim: Actor, status: RapportStatus, what_to_do: str) -> None:
    rapport = put_rapport(uitvraag, status=status)
    before = reports.data_of(rapport)
    with pytest.raises(ReportProblem, match=what_to_do):
        reports.remake(rapport, actor=kim, seen_revision=1)
    assert (rapport.revision, reports.data_of(rapport)) == (1, before)


def test_people_who_make_it_again_at_once_do_so_once(app: Flask, uitvraag: Uitvraag) -> None:
    actors = [make_user(Rol.COORDINATOR).actor for _ in range(PEOPLE)]
    rapport_id = reports.make(uitvraag, actor=actors[0]).id

    def press(number: int) -> bool:
        try:
            reports.remake(db.session.get_one(Rapport, rapport_id), actor=actors[number], seen_revision=1)
        except StaleReport:
            db.session.rollback()
            return False
        return True

    assert sorted(at_once(app, press)) == [False, False, False, True]
    assert all_rows(Rapport)[0].revision == 2


# --- finding


def test_a_report_that_was_never_made_has_no_data(uitvraag: Uitvraag) -> None:
    rapport = put_rapport(uitvraag)
    db.session.delete(all_rows(RapportGegevens)[0])
    db.session.flush()
    with pytest.raises(LookupError):
        reports.data_of(rapport)


def test_the_rounds_with_what_each_may_read(app: Flask, kim: Actor) -> None:
    make_uitvraag(naam="Gepland", status=UitvraagStatus.GEPLAND)
    first = make_uitvraag(naam="Eerste", opent_op=date(2024, 1, 1), status=UitvraagStatus.AFGEROND)
    second = make_uitvraag(naam="Tweede", opent_op=date(2024, 4, 1), status=UitvraagStatus.OPEN)
    make_uitvraag(naam="Derde", opent_op=date(2024, 7, 1))
    published, concept = put_rapport(first, status=RapportStatus.GEPUBLICEERD), put_rapport(second)
    newer = put_rapport(first, nummer=2)

    def seen_by(actor: Actor) -> list[tuple[str, list[Rapport]]]:
        return [(one.uitvraag.naam, list(one.rapporten)) for one in reports.rounds_with_reports(actor)]

    everything = [("Derde", []), ("Tweede", [concept]), ("Eerste", [newer, published])]
    assert [seen_by(actor) for actor in (kim, make_user(Rol.BEOORDELAAR).actor)] == [everything] * 2
    regio = make_regio()
    readers = (make_user(Rol.LEZER), make_contact(regio), make_regiolezer(regio))
    assert [seen_by(one.actor) for one in readers] == [[("Eerste", [published])]] * 3
    assert seen_by(make_user(Rol.BEHEERDER).actor) == []
    assert [one.unfinished for one in reports.rounds_with_reports(kim)] == [None, concept, newer]


def test_the_list_takes_as_many_queries_for_many_rounds(app: Flask, kim: Actor) -> None:
    def asked() -> int:
        db.session.expire_all()
        with statements() as found:
            assert all(one.rapporten[0].uitvraag.naam for one in reports.rounds_with_reports(kim))
        return len(found)

    put_rapport(make_uitvraag(status=UitvraagStatus.AFGEROND))
    few = asked()
    for _ in range(6):
        put_rapport(make_uitvraag(status=UitvraagStatus.AFGEROND))
    assert asked() == few


def test_data_is_parsed_once_for_each_making(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = reports.make(uitvraag, actor=kim)
    first = reports.data_of(rapport)
    assert reports.data_of(rapport) is first
    bland_answers(uitvraag)
    reports.remake(rapport, actor=kim, seen_revision=1)
    assert reports.data_of(rapport) is not first
    assert reports.data_of(rapport) != first


def test_regions_read_only_when_it_was_vastgesteld_and_published(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, status=RapportStatus.GEPUBLICEERD, actor=kim)

    def story(actor: Actor) -> list[str]:
        return [events.told(one) for one in events.story_of(rapport, actor=actor)]

    public = ["Kim Bedacht heeft het rapport gepubliceerd.", "Kim Bedacht heeft het rapport vastgesteld."]
    assert story(make_user(Rol.LEZER).actor) == story(make_contact(make_regio()).actor) == public
    assert story(kim)[:2] == public
    assert len(story(kim)) == 5


def test_texts_that_are_copied_belong_to_their_own_version(uitvraag: Uitvraag, kim: Actor) -> None:
    first = reports.make(uitvraag, actor=kim)
    texts.save(first, "eigen:proces", "Eerst.", base_revision=0, seen_revision=1, actor=kim)
    present(first, kim)
    adopt(first, kim)
    second = reports.make(uitvraag, actor=kim)
    texts.save(second, "eigen:proces", "Later.", base_revision=1, seen_revision=1, actor=kim)
    assert [(one.rapport_id, one.tekst) for one in all_rows(RapportTekst)] == [
        (first.id, "Eerst."),
        (second.id, "Later."),
    ]
