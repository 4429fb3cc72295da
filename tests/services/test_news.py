"""What happened lately: each person hears of the own regions, national roles of the country, and nobody of drafts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask

from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.roles import Rol
from portal.domain.round.events import UitvraagEventSoort
from portal.models import Regio, Uitvraag
from portal.services import news
from portal.services.plan import events
from portal.services.round import events as round_events
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.round import make_blad, make_uitvraag

NOON = datetime(2024, 4, 2, 10, tzinfo=UTC)


def busy_world() -> tuple[Regio, Regio, Uitvraag]:
    """Two regions with a plan and a sheet each; in both somebody works, and a round was opened."""
    own, other = make_regio("Eigenland"), make_regio("Anderland")
    uitvraag = make_uitvraag(naam="Q1 2024")
    co = make_user(Rol.COORDINATOR, naam="C. Proef").actor
    with clock.stopped_at(NOON):
        round_events.record(uitvraag, UitvraagEventSoort.GEOPEND, None)
        round_events.record(uitvraag, UitvraagEventSoort.GEWIJZIGD, co)
    for hours, regio in enumerate((own, other), start=1):
        plan, contact = make_plan(regio), make_contact(regio, naam=f"K. {regio.naam}")
        blad = make_blad(uitvraag, plan=plan)
        with clock.stopped_at(NOON + timedelta(hours=hours)):
            events.record(plan, EventSoort.ONDERDEEL_BEWERKT, contact.actor, onderdeel="Acties")
            work = UitvraagEventSoort.BLAD_BEWERKT
            round_events.record(uitvraag, work, contact.actor, blad=blad, onderdeel="Afstemming")
            handed_in = UitvraagEventSoort.BLAD_INGEDIEND
            round_events.record(uitvraag, handed_in, contact.actor, blad=blad, regios=regio.naam)
    return own, other, uitvraag


def told(found: list[news.News]) -> set[str]:
    """The sentences."""
    return {f"{one.over}: {one.zin}" for one in found}


def test_a_region_hears_of_itself_and_of_the_round(app: Flask) -> None:
    own, _, _ = busy_world()
    contact = make_contact(own)

    found = news.recent(contact.actor, national=False, limit=20)

    assert told(found) >= {
        "Eigenland: K. Eigenland heeft gewerkt aan “Acties”.",
        "Q1 2024: K. Eigenland heeft gewerkt aan “Afstemming”.",
        "Q1 2024: K. Eigenland heeft de antwoorden van Eigenland ingediend.",
        "Q1 2024: Het portaal heeft de uitvraag geopend.",
    }
    assert "Anderland" not in str(told(found))
    assert "gewijzigd" not in str(told(found))
    assert [one.op for one in found] == sorted((one.op for one in found), reverse=True)


def test_the_country_hears_who_handed_in_and_nothing_of_work_on_drafts(app: Flask) -> None:
    busy_world()

    found = news.recent(make_user(Rol.BEOORDELAAR).actor, national=True, limit=20)

    assert told(found) >= {
        "Q1 2024: K. Eigenland heeft de antwoorden van Eigenland ingediend.",
        "Q1 2024: K. Anderland heeft de antwoorden van Anderland ingediend.",
        "Q1 2024: Het portaal heeft de uitvraag geopend.",
    }
    assert "gewerkt" not in str(told(found))


def test_of_much_news_the_newest_is_told(app: Flask) -> None:
    own, _, _ = busy_world()

    found = news.recent(make_contact(own).actor, national=False, limit=2)

    assert len(found) == 2
    assert {one.zin for one in found} <= {
        "K. Eigenland heeft gewerkt aan “Acties”.",
        "K. Eigenland heeft gewerkt aan “Afstemming”.",
        "K. Eigenland heeft de antwoorden van Eigenland ingediend.",
        "Het portaal heeft het plan gestart voor Eigenland.",
    }
