"""Hoor en wederhoor: what regions are given, what they say, what came of it, and what the report tells of that."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from portal.domain import clock
from portal.domain.report.hearing import HoorAfhandeling, HoorOordeel
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor
from portal.models import Mail, Rapport, RapportHistorie, RapportHoorRegio
from portal.services.people import receivers
from portal.services.report import hearing, hearing_notices, ready, reports, stored_hearing, texts
from portal.services.report.problems import HearingConflict, ReportProblem
from tests.worlds.people import make_contact
from tests.worlds.report import present
from tests.worlds.report_pages import RapportWorld, make_rapport_world, name_with_words
from tests.worlds.rows import all_rows

DAY = timedelta(days=1)
ZIN = "bijlage_cijfers_hoor"


@pytest.fixture
def world(app: object) -> RapportWorld:
    """A concept of a closed round; Aland has a contact."""
    return make_rapport_world()


@pytest.fixture
def rapport(world: RapportWorld) -> Rapport:
    """The same, put before the regions for ten days."""
    name_with_words(world)
    hearing.ask(world.rapport, clock.today() + 10 * DAY, actor=world.kim.actor)
    return world.rapport


def row(rapport: Rapport, naam: str) -> RapportHoorRegio:
    return next(one for one in stored_hearing.rows_of(rapport) if one.regio.naam == naam)


def wish(rapport: Rapport, actor: Actor, tekst: str = "Het zijn er drie.", naam: str = "Aland") -> RapportHoorRegio:
    one = row(rapport, naam)
    hearing.answer(one, HoorOordeel.ANDERS, tekst, seen_revision=one.revision, actor=actor)
    return one


def settle(
    rapport: Rapport, one: RapportHoorRegio, kim: Actor, how: HoorAfhandeling, reden: str = "Aangepast."
) -> None:
    hearing.settle(rapport, one, how, reden, seen_revision=one.revision, actor=kim)


def told(rapport: Rapport) -> str:
    return reports.sentences_of(reports.tree_of(rapport, demo=False))[ZIN].tekst


def contacts(rapport: Rapport, *namen: str) -> list[str]:
    """The addresses of the contacts of these regions (none given: of all that were asked), for each region."""
    rows = [one for one in stored_hearing.rows_of(rapport) if not namen or one.regio.naam in namen]
    found = receivers.contacts_of([one.regio_id for one in rows])
    return [person.email for people in found.values() for person in people]


def mails(soort: str) -> list[str]:
    return [one.aan for one in all_rows(Mail) if one.soort == soort]


def test_every_region_that_the_round_asked_gets_its_own_page(world: RapportWorld, rapport: Rapport) -> None:
    asked = [one.regio.naam for one in stored_hearing.rows_of(rapport)]
    # Rustdal was not asked, and what has no sheet was not either.
    assert asked == ["Aland", "Bland", "Zonder plan", "'t Zwijgland"]
    aland, bland, silent = (
        stored_hearing.given_page(row(rapport, naam)) for naam in ("Aland", "Bland", "'t Zwijgland")
    )
    assert "Duidelijke tarieven" in str(aland)
    # Both regions of a joint plan read what both wrote; what only the other wrote is not theirs.
    assert "Duidelijke tarieven" in str(bland)
    assert ("Doe weer mee" in str(aland), "Doe weer mee" in str(bland)) == (False, True)
    assert "Wijkteams" not in str(silent)
    # Each of its contacts is asked once.
    assert sorted(mails("rapport_hoor")) == sorted(contacts(rapport))


def test_they_are_asked_once_by_a_day_to_come_of_a_round_that_is_closed(world: RapportWorld, rapport: Rapport) -> None:
    with pytest.raises(ReportProblem, match="al gevraagd"):
        hearing.ask(rapport, clock.today() + DAY, actor=world.kim.actor)
    with pytest.raises(ReportProblem, match="nog niet voorbij"):
        hearing.give_until(rapport, clock.today() - DAY, actor=world.kim.actor)


def test_a_region_says_what_it_wants_and_hears_what_came_of_it(world: RapportWorld, rapport: Rapport) -> None:
    kim, anna = world.kim.actor, world.contact.actor
    with pytest.raises(ReportProblem, match="wat anders moet"):
        wish(rapport, anna, "  ")
    one = wish(rapport, anna)
    with pytest.raises(ReportProblem, match="waarom"):
        settle(rapport, one, kim, HoorAfhandeling.NIET_VERWERKT, " ")
    settle(rapport, one, kim, HoorAfhandeling.NIET_VERWERKT, "Het stond zo in uw antwoord.")
    settle(rapport, one, kim, HoorAfhandeling.NIET_VERWERKT, "Het stond zo in uw antwoord.")
    assert sorted(mails("rapport_hoor_afgehandeld")) == sorted(contacts(rapport, "Aland"))
    # Another wish is to be looked at anew, and what was said before is kept.
    wish(rapport, anna, "Toch vier.")
    assert (one.afhandeling, one.reden, one.tekst) == (None, "", "Toch vier.")
    assert [old.tekst for old in all_rows(RapportHistorie)] == ["Het zijn er drie."]


def test_two_colleagues_overwrite_nothing_of_each_other(world: RapportWorld, rapport: Rapport) -> None:
    one = wish(rapport, world.contact.actor)
    other = make_contact(one.regio).actor
    with pytest.raises(HearingConflict):
        hearing.answer(one, HoorOordeel.KLOPT, "", seen_revision=1, actor=other)
    with pytest.raises(HearingConflict):
        hearing.settle(rapport, one, HoorAfhandeling.VERWERKT, "", seen_revision=1, actor=world.kim.actor)
    assert one.oordeel is HoorOordeel.ANDERS


def test_after_the_last_day_it_is_closed_until_it_gets_another_one(world: RapportWorld, rapport: Rapport) -> None:
    with clock.stopped_at(clock.now() + 10 * DAY):
        wish(rapport, world.contact.actor)
    with clock.stopped_at(clock.now() + 11 * DAY):
        with pytest.raises(ReportProblem, match="gesloten"):
            wish(rapport, world.contact.actor, "Te laat.")
        hearing.give_until(rapport, clock.today() + DAY, actor=world.kim.actor)
        wish(rapport, world.contact.actor, "Op tijd.")
        hearing.close(rapport, actor=world.kim.actor)
        with pytest.raises(ReportProblem, match="De coördinator heeft het reageren gesloten"):
            wish(rapport, world.contact.actor, "Te laat.")


def test_the_kerngroep_gets_it_when_regions_had_their_time_and_every_wish_its_answer(
    world: RapportWorld, rapport: Rapport
) -> None:
    kim = world.kim.actor
    one = wish(rapport, world.contact.actor)
    (problem,) = ready.why_not_now(rapport, kim)
    assert problem.sleutels == (ready.HOOR,)
    assert "kunnen 3 regio’s nog reageren" in str(problem)
    assert "Bij 1 wens" in str(problem)
    hearing.close(rapport, actor=kim)
    with pytest.raises(ReportProblem, match="Bij 1 wens"):
        present(rapport, kim)
    settle(rapport, one, kim, HoorAfhandeling.VERWERKT)
    present(rapport, kim)
    assert rapport.status is RapportStatus.TER_VASTSTELLING
    with pytest.raises(ReportProblem, match="geen concept meer"):
        wish(rapport, world.contact.actor, "Toch nog.")


def test_the_report_tells_how_many_read_it_and_what_changed(world: RapportWorld, rapport: Rapport) -> None:
    assert "Geen van hen reageerde." in told(rapport)
    one = wish(rapport, world.contact.actor)
    bland = row(rapport, "Bland")
    hearing.answer(bland, HoorOordeel.KLOPT, "", seen_revision=1, actor=world.contact.actor)
    settle(rapport, one, world.kim.actor, HoorAfhandeling.VERWERKT)
    assert told(rapport) == (
        "Vooraf is aan 4 regio’s gevraagd of klopt wat deze rapportage over hen zegt. 2 regio’s lazen de eigen pagina "
        "en reageerden: bij 1 klopte alles, 1 vroeg om iets te veranderen. Daarna is bij 1 van hen iets aangepast. "
        "Wie niet reageerde (2 regio’s), stemde daarmee niet in."
    )


def test_a_report_says_nothing_of_it_when_regions_were_not_asked(world: RapportWorld) -> None:
    assert ZIN not in reports.sentences_of(reports.tree_of(world.rapport, demo=False))


def test_a_region_keeps_its_page_and_is_told_once_when_it_changes(world: RapportWorld, rapport: Rapport) -> None:
    kim, one = world.kim.actor, row(rapport, "Aland")
    given = stored_hearing.given_page(one)
    hearing.remake(rapport, actor=kim, seen_revision=rapport.revision)
    assert mails("rapport_hoor_gewijzigd") == []
    texts.save(
        rapport, "eigen:proces", "In Aland liep het goed.", base_revision=0, seen_revision=rapport.revision, actor=kim
    )
    for _ in range(2):
        hearing.remake(rapport, actor=kim, seen_revision=rapport.revision)
    assert sorted(mails("rapport_hoor_gewijzigd")) == sorted(contacts(rapport, "Aland"))
    assert stored_hearing.given_page(one) == given


def test_who_said_nothing_is_reminded_once_three_days_before(world: RapportWorld, rapport: Rapport) -> None:
    assert hearing_notices.remind() == 0
    with clock.stopped_at(clock.now() + 7 * DAY):
        wish(rapport, world.contact.actor)
        silent = contacts(rapport, "'t Zwijgland", "Bland", "Zonder plan")
        assert (hearing_notices.remind(), hearing_notices.remind()) == (len(silent), 0)
    assert sorted(mails("rapport_hoor_herinnering")) == sorted(silent)


def test_no_mail_holds_what_the_report_says(world: RapportWorld, rapport: Rapport) -> None:
    one = wish(rapport, world.contact.actor, "Een zilverkwartel.")
    settle(rapport, one, world.kim.actor, HoorAfhandeling.VERWERKT, "Een koperspecht.")
    told = [mail for mail in all_rows(Mail) if mail.soort.startswith("rapport_hoor")]
    assert {mail.soort for mail in told} == {"rapport_hoor", "rapport_hoor_afgehandeld"}
    for mail in told:
        assert len(re.findall(r"https?://\S+/rapporten/hoor/\d+", mail.tekst)) == 1
        assert not re.search("zilverkwartel|koperspecht|Wijkteams", mail.tekst + mail.onderwerp)
        assert "\n\n\n" not in mail.tekst
