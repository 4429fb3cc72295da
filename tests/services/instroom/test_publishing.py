"""Figures become public only after regions could look at them, and stay as they were then."""

from __future__ import annotations

from datetime import UTC, datetime, time
from urllib.parse import urlsplit

import pytest
from flask import Flask

from portal.domain import clock
from portal.domain.instroom.figures import total_of
from portal.domain.instroom.publication import SHORTEST_LOOK, PublicatieStatus
from portal.domain.roles import Namens, Rol
from portal.extensions import db
from portal.models import InstroomBron, InstroomPublicatie, Mail, Regio, User
from portal.services.instroom import notices, publishing
from portal.services.instroom.taking import InstroomProblem
from tests.running.at_once import at_once
from tests.worlds.inflow import make_bron, make_inflow, take
from tests.worlds.people import give_role, make_contact, make_regio, make_user
from tests.worlds.publishing import announce, object_to, pass_time
from tests.worlds.rows import all_rows


@pytest.fixture
def regio(app: Flask) -> Regio:
    return make_regio("Bosstreek")


@pytest.fixture
def kust(app: Flask) -> Regio:
    return make_regio("Kuststreek")


@pytest.fixture
def bron(regio: Regio, kust: Regio) -> InstroomBron:
    return make_inflow({regio: 40, kust: 60})


@pytest.fixture
def coordinator(app: Flask) -> User:
    return make_user(Rol.COORDINATOR)


def shown(publicatie: InstroomPublicatie, regio: Regio) -> str:
    plek = total_of("instroom", regio.code, "2023")
    return publishing.figures_of(publicatie, "instroom", [regio.code])[plek].tekst


def test_what_is_announced_stays_as_it_was_when_a_figure_is_corrected(
    bron: InstroomBron, regio: Regio, coordinator: User
) -> None:
    publicatie = announce(coordinator)
    take(bron, {total_of("instroom", regio.code, "2023"): 41})
    assert shown(publicatie, regio) == "40"


def test_each_publication_keeps_its_own_figures_of_the_source_that_comes_first(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    take(make_bron("Komt later"), {total_of("instroom", one.code, "2023"): 90 for one in (regio, kust)})
    first = announce(coordinator)
    publishing.withdraw(first)
    take(bron, {total_of("instroom", regio.code, "2023"): 41})
    assert [shown(one, regio) for one in (first, announce(coordinator))] == ["40", "41"]


def test_small_numbers_are_hidden_before_anything_is_kept(regio: Regio, coordinator: User) -> None:
    make_inflow({regio: 3, make_regio("Kuststreek"): 60})
    publicatie = announce(coordinator)
    values = publishing.figures_of(publicatie, "instroom").values()
    assert 3 not in {one.waarde for one in values}
    assert "<5" in {one.tekst for one in values}


def test_regions_get_a_week(bron: InstroomBron, coordinator: User) -> None:
    with pytest.raises(InstroomProblem, match="ten minste een week"):
        announce(coordinator, days=6)


def test_without_figures_there_is_nothing_to_announce(app: Flask, coordinator: User) -> None:
    with pytest.raises(InstroomProblem, match="nog geen cijfers"):
        announce(coordinator)


def test_one_waits_at_a_time(bron: InstroomBron, coordinator: User) -> None:
    announce(coordinator)
    with pytest.raises(InstroomProblem, match="al een publicatie"):
        announce(coordinator)


def test_two_coordinators_at_the_very_same_moment_announce_once(
    app: Flask, bron: InstroomBron, regio: Regio, coordinator: User
) -> None:
    make_contact(regio)
    actor, day = coordinator.actor, clock.today() + SHORTEST_LOOK

    def announced(number: int) -> bool:
        try:
            publishing.announce(day, actor=actor)
        except InstroomProblem:
            return False
        return True

    assert sorted(at_once(app, announced, people=2)) == [False, True]
    assert len(all_rows(InstroomPublicatie)) == len(mails("cijfers_aangekondigd")) == 1


def test_nothing_is_public_before_the_time_is_over_and_all_is_answered(
    bron: InstroomBron, regio: Regio, coordinator: User
) -> None:
    publicatie = announce(coordinator)
    bezwaar = object_to(publicatie, regio, make_contact(regio))
    with pytest.raises(InstroomProblem, match="nog bekijken"):
        publishing.publish(publicatie)
    pass_time(publicatie)
    with pytest.raises(InstroomProblem, match="Beantwoord eerst"):
        publishing.publish(publicatie)
    assert publishing.public() is None
    publishing.answer(bezwaar, "De bron telt op een andere dag.", actor=coordinator.actor)
    publishing.publish(publicatie)
    assert publishing.public() is publicatie


def test_every_reaction_of_every_region_is_answered_first(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    publicatie = announce(coordinator)
    first, second = (object_to(publicatie, one, make_contact(one)) for one in (regio, kust))
    pass_time(publicatie)
    for one, waits in ((first, True), (second, False)):
        publishing.answer(one, "Dat klopt zo.", actor=coordinator.actor)
        db.session.flush()
        assert bool(publishing.why_not_yet(publicatie)) is waits


def test_the_last_day_to_look_is_a_day_to_react_and_what_is_withdrawn_takes_no_reaction(
    bron: InstroomBron, regio: Regio, coordinator: User
) -> None:
    publicatie, contact = announce(coordinator), make_contact(regio)
    last_day = datetime.combine(publicatie.inzage_tot, time(20), UTC)
    with clock.stopped_at(last_day):
        assert object_to(publicatie, regio, contact).tekst == "Het zijn er 44."
    publishing.withdraw(publicatie)
    with pytest.raises(InstroomProblem, match="voorbij"):
        object_to(publicatie, regio, contact)


def test_too_late_is_too_late(bron: InstroomBron, regio: Regio, coordinator: User) -> None:
    publicatie = announce(coordinator)
    pass_time(publicatie)
    with pytest.raises(InstroomProblem, match="voorbij"):
        object_to(publicatie, regio, make_contact(regio))


def test_an_answer_is_given_once(bron: InstroomBron, regio: Regio, coordinator: User) -> None:
    publicatie = announce(coordinator)
    bezwaar = object_to(publicatie, regio, make_contact(regio))
    publishing.answer(bezwaar, "Eerste.", actor=coordinator.actor)
    with pytest.raises(InstroomProblem, match="al beantwoord"):
        publishing.answer(bezwaar, "Tweede.", actor=coordinator.actor)
    assert bezwaar.antwoord == "Eerste."


def test_who_recognises_its_figures_says_so_once_and_asks_no_answer(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    publicatie, contact = announce(coordinator), make_contact(regio)
    for _ in range(2):
        publishing.confirm(publicatie, regio, actor=contact.actor)
        db.session.flush()
    assert publicatie.herkend_door == ["Bosstreek"]
    (said,) = publishing.objections_of(regio)
    assert publishing.find_objection(said.id) is None, "there is nothing to answer"
    pass_time(publicatie)
    with pytest.raises(InstroomProblem, match="voorbij"):
        publishing.confirm(publicatie, kust, actor=contact.actor)
    publishing.publish(publicatie)


def test_the_next_publication_takes_the_place_of_the_one_before(bron: InstroomBron, coordinator: User) -> None:
    first = announce(coordinator)
    pass_time(first)
    publishing.publish(first)
    second = announce(coordinator)
    pass_time(second)
    publishing.publish(second)
    assert (first.status, publishing.public()) == (PublicatieStatus.INGETROKKEN, second)


def test_a_region_looks_at_what_waits_before_what_it_reacted_to_once(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    first = announce(coordinator)
    object_to(first, regio, make_contact(regio))
    publishing.withdraw(first)
    assert [publishing.looked_at_by(one) for one in (regio, kust)] == [first, None]
    second = announce(coordinator)
    assert [publishing.looked_at_by(one) for one in (regio, kust)] == [second, second]


def test_what_was_withdrawn_is_gone_for_everybody_and_withdrawn_once(bron: InstroomBron, coordinator: User) -> None:
    publicatie = announce(coordinator)
    pass_time(publicatie)
    publishing.publish(publicatie)
    publishing.withdraw(publicatie)
    assert publishing.public() is None
    with pytest.raises(InstroomProblem, match="Ingetrokken"):
        publishing.withdraw(publicatie)


# --- What regions are told --------------------------------------------------------------------------------------------


def mails(soort: str) -> list[Mail]:
    return [one for one in all_rows(Mail) if one.soort == soort]


def told(soort: str) -> list[tuple[str, str]]:
    """To whom mails of a kind went, with the one page that each leads to."""
    return sorted((one.aan, urlsplit(one.tekst[one.tekst.index("http") :].strip()).path) for one in mails(soort))


def test_every_contact_hears_of_it_once_with_all_days_that_count(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    anna, both = make_contact(regio, naam="Anna"), make_contact(regio, naam="Bo")
    give_role(both, Rol.REGIOCONTACT, kust, Namens.GEMEENTE)
    make_contact(regio, naam="Weg").active = False
    with clock.stopped_at(datetime(2024, 2, 1, 9, tzinfo=UTC)):
        announce(coordinator)
    assert told("cijfers_aangekondigd") == sorted([(anna.email, f"/instroom/{regio.code}/inzage"), (both.email, "/")])
    of_both = next(one.tekst for one in mails("cijfers_aangekondigd") if one.aan == both.email)
    assert "op zijn vroegst op vrijdag 9 februari 2024" in of_both
    assert "tot en met donderdag 8 februari 2024 (nog 7 dagen)" in of_both
    assert "- Bosstreek\n- Kuststreek\n" in of_both


def test_who_said_nothing_is_reminded_once_three_days_before_the_end(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    anna, bo = make_contact(regio), make_contact(kust)
    with clock.stopped_at(datetime(2024, 2, 1, 9, tzinfo=UTC)):
        publicatie = announce(coordinator)
        publishing.confirm(publicatie, kust, actor=bo.actor)
        db.session.flush()
    reminded = []
    for day in (2, 4, 5, 6, 8, 9):
        with clock.stopped_at(datetime(2024, 2, day, 9, tzinfo=UTC)):
            reminded.append(notices.remind())
    assert reminded == [0, 0, 1, 0, 0, 0]
    assert told("cijfers_herinnering") == [(anna.email, f"/instroom/{regio.code}/inzage")]


def test_an_answer_and_the_publication_are_told_and_a_withdrawal_too(
    bron: InstroomBron, regio: Regio, kust: Regio, coordinator: User
) -> None:
    anna, elsewhere = make_contact(regio), make_contact(kust)
    publicatie = announce(coordinator)
    publishing.answer(object_to(publicatie, regio, anna), "Geheim antwoord.", actor=coordinator.actor)
    pass_time(publicatie)
    publishing.publish(publicatie)
    publishing.withdraw(publicatie)
    assert told("cijfers_beantwoord") == [(anna.email, f"/instroom/{regio.code}/inzage")]
    assert {one.aan for one in mails("cijfers_gepubliceerd")} == {anna.email, elsewhere.email}
    assert (anna.email, f"/cijfers/{regio.code}") in told("cijfers_gepubliceerd")
    assert ["openbaar waren" in one.tekst for one in mails("cijfers_ingetrokken")] == [True, True]
    assert not any("Geheim" in one.tekst or "44" in one.tekst for one in all_rows(Mail))


def test_what_was_only_announced_and_is_withdrawn_need_not_be_looked_at(
    bron: InstroomBron, regio: Regio, coordinator: User
) -> None:
    make_contact(regio)
    publishing.withdraw(announce(coordinator))
    assert ["niet meer te bekijken" in one.tekst for one in mails("cijfers_ingetrokken")] == [True]
