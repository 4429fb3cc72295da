"""Every address that there is, asked by who may not see small numbers: which of them show figures, and who reads those.

A figure is known by how it begins: no other number in this world does. With the threshold above all of them each is a
small number, and none may stand anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from types import SimpleNamespace

import pytest
from flask import Flask

from exports.figures import drawing
from portal.domain import clock
from portal.domain.instroom.breakdowns import CATEGORIEEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek
from portal.domain.instroom.hiding import Figures, Signs, YearHiding
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.region import Verdeling
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Antwoordblad, BladIndiening, Indiening, Plan, Rapport, Regio, Uitvraag, User
from portal.services.instroom import duiding, publishing, taking
from portal.services.sheet.goals import GoalValues
from tests.client import StrictClient
from tests.reading.inflow.routes import GOAL_FIGURES, PICTURES, READ
from tests.web.doors.leaks import combinations, opened, searches
from tests.web.doors.walking import enter_as
from tests.worlds.goals import FALLING, GoalWorld, make_plan_with_goals, make_round_of_goals
from tests.worlds.inflow import make_bron, take
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.plan import make_plan
from tests.worlds.report import make_rapport
from tests.worlds.round import make_blad
from tests.worlds.rows import all_rows
from tests.worlds.sheet import hand_in, make_sheet_ready

OF_SOURCES, OF_REGIONS = re.compile(r"7\.?919\.?\d{3}"), re.compile(r"6\.?947\.?\d{3}")
PERIODS = ("2023", *(f"2023-K{one}" for one in range(1, 5)), *(f"2023-{one:02}" for one in range(1, 13)))
# Above every figure of this world: then all are small.
HIGH = 10**8
GOAL = {**FALLING, "nulwaarde": "6947300", "streefwaarde": "6947200"}


@pytest.fixture
def people(app: Flask, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> dict[str, User | None]:
    """Figures of everything, a goal with figures, and all that is made of them. Nobody here sees small numbers."""
    regio, elsewhere = make_regio("Bosstreek"), make_regio("Kuststreek")
    take(make_bron(), dict(zip(_places([regio, elsewhere]), count(7_919_001), strict=False)))
    contact, other = make_contact(regio), make_contact(elsewhere)
    duiding.choose_share(regio, Verdeling.INSTROOM, actor=contact.actor)
    uitvraag = _answered(regio, contact)
    make_plan(elsewhere)
    # What a drawing says stands in the table under it; drawing takes longer than all the rest.
    monkeypatch.setattr(drawing, "_drawn", lambda *_, **__: "<svg xmlns='http://www.w3.org/2000/svg'/>")
    if request.getfixturevalue("threshold") == HIGH:
        high = SimpleNamespace(nummer=1, merk="proef", drempel=HIGH, rond_af=False)
        monkeypatch.setattr(taking, "settings", lambda: high)
        monkeypatch.setattr(YearHiding, "publish", lambda *_: None)
        monkeypatch.setattr(YearHiding, "signs", _nothing)
    make_rapport(uitvraag, status=RapportStatus.GEPUBLICEERD)
    _announced(is_public=True)
    _announced(is_public=False)
    db.session.commit()
    return {"niemand": None, "lezer": make_user(Rol.LEZER), "elders": other, "eigen": contact}


def _nothing(hiding: YearHiding, source: int, figures: Figures) -> Signs:
    """What the rule would say of figures that are all small; to find each by itself would take long."""
    return dict.fromkeys(figures, Rule().small)


def _places(regios: list[Regio]) -> Iterator[Plek]:
    for indicator in INDICATOREN.values():
        for gebied in (NEDERLAND, *(one.code for one in regios)):
            for cut in indicator.indelingen:
                for categorie in CATEGORIEEN[cut]:
                    for periode in PERIODS:
                        yield Plek(indicator.sleutel, gebied, cut, categorie, periode)


def _answered(regio: Regio, contact: User) -> Uitvraag:
    """A round that asked where a goal stands, and was told."""
    plan = make_plan_with_goals(regio, goals_of=(GOAL,))
    uitvraag = make_round_of_goals("Kwartaaluitvraag Q4 2023", date(2024, 1, 1))
    world = GoalWorld(plan, contact, make_blad(uitvraag, plan=plan))
    world.say(0, GoalValues("6947250", "20-1-2024"))
    hand_in(make_sheet_ready(world.blad, contact), contact)
    uitvraag.status = UitvraagStatus.GESLOTEN
    return uitvraag


def _announced(*, is_public: bool) -> None:
    new = publishing.announce(clock.today() + timedelta(days=8), actor=make_user(Rol.COORDINATOR).actor)
    if is_public:
        new.inzage_tot = clock.today() - timedelta(days=1)
        publishing.publish(new)


def addresses(app: Flask) -> Iterator[str]:
    """Every address that can be opened, once or twice; in one that asks for something unknown stands a 1."""
    kinds = {
        "plan_id": (Plan,),
        "blad_id": (Antwoordblad,),
        "uitvraag_id": (Uitvraag,),
        "rapport_id": (Rapport,),
        "regio_id": (Regio,),
        "indiening_id": (Indiening, BladIndiening),
    }
    values: dict[str, list[object]] = {
        name: sorted({row.id for model in models for row in all_rows(model)}) for name, models in kinds.items()
    }
    values |= {
        "code": [min(all_rows(Regio), key=lambda one: one.id).code],
        "gebied": [NEDERLAND],
        "indicator": ["instroom"],
        "indeling": [Indeling.HERKOMST.value],
        "categorie": ["wmo"],
        "periode": ["2023"],
        "vorm": ["json"],
        "hoofdstuk": ["instroom", "bijlage_instroom"],
        "sleutel": ["instroom_totaal"],
        "kolom": ["doelstellingen"],
    }
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint.split(".")[0] not in ("static", "security"):
            for given in combinations(values, sorted(rule.arguments)):
                yield urls.build(rule.endpoint, given, method="GET")
    yield from searches("daalt")


def shown_to(app: Flask, person: User | None, under: str = "/") -> dict[str, str]:
    """What this person finds at every address, or at those that begin so."""
    client = enter_as(StrictClient(app, reads_pages=False), person)
    return opened(client, (one for one in addresses(app) if one.startswith(under)))


def views_with(figure: re.Pattern[str], app: Flask, found: dict[str, str]) -> set[str]:
    """The views that show such a figure."""
    urls = app.url_map.bind("localhost")
    return {urls.match(address.partition("?")[0])[0] for address, text in found.items() if figure.search(text)}


@pytest.mark.parametrize(("app", "threshold"), [("sqlite", HIGH)], indirect=["app"])
def test_no_view_shows_a_small_number(app: Flask, threshold: int, people: dict[str, User | None]) -> None:
    for name in ("niemand", "lezer", "elders"):
        found = shown_to(app, people[name])
        assert views_with(OF_SOURCES, app, found) == set(), name
        assert views_with(OF_REGIONS, app, found) == set(), name
    assert views_with(OF_SOURCES, app, shown_to(app, people["eigen"], "/instroom")) == set()


@pytest.mark.parametrize(("app", "threshold"), [("postgresql", 5)], indirect=["app"])
def test_each_view_with_figures_has_a_reader(app: Flask, threshold: int, people: dict[str, User | None]) -> None:
    """A new one fails here, until it stands in `tests/reading/inflow/routes.py` and the attacker reads it."""
    found = shown_to(app, people["lezer"])
    before = shown_to(app, people["eigen"], "/instroom")
    assert views_with(OF_SOURCES, app, found) | views_with(OF_SOURCES, app, before) | PICTURES == READ
    assert views_with(OF_REGIONS, app, found) == GOAL_FIGURES
