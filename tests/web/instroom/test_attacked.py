"""Somebody reads the instroom in every form, keeps it, reads it again after a correction, and computes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from portal.domain import clock
from portal.domain.instroom.breakdowns import CATEGORIEEN, TOTAAL
from portal.domain.instroom.figures import Plek
from portal.domain.instroom.hiding import Figures, Signs, YearHiding
from portal.domain.instroom.region import Verdeling
from portal.domain.instroom.suppression.rule import Rule
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.domain.round.states import UitvraagStatus
from portal.models import InstroomBron, Rapport, Regio, User
from portal.services.instroom import duiding, publishing
from tests.client import StrictClient
from tests.reading.attacker import Attacker, Cell
from tests.reading.inflow.facts import Fact, disagreements, publication_of
from tests.reading.inflow.routes import READ
from tests.reading.inflow.words import code_as_period
from tests.web.instroom.everything import Reader, announced, now, published, read_as, reported, tables
from tests.worlds.clients import VIEWS, YEAR, counted, one_more, quarter_of
from tests.worlds.inflow import make_bron, take
from tests.worlds.people import make_contact, make_regio, make_user
from tests.worlds.report import make_rapport
from tests.worlds.round import make_uitvraag

OTHER = "Andere bron"
SMALL, MANY = 3, 30


@dataclass
class World:
    """Three regions of which one is small, figures of 2023, and what is made of them."""

    regios: list[Regio]
    bron: InstroomBron
    found: dict[Plek, int]
    rapport: Rapport
    contact: User
    lezer: User

    def reader(self, client: StrictClient, monkeypatch: pytest.MonkeyPatch) -> Reader:
        """Somebody who begins to read."""
        reader = Reader(client, {one.code: one.naam for one in self.regios})
        reader.draw_in(monkeypatch)
        return reader

    def read_all(self, reader: Reader) -> None:
        """Everything that there is."""
        read_as(reader, self.lezer, now(self.regios))
        reader.open_passports()
        read_as(reader, self.lezer, reported(self.rapport))
        read_as(reader, self.contact, announced(self.regios[0]))
        read_as(reader, None, published(self.regios))

    def correct(self) -> list[Cell]:
        """One client more in a month of the small region that had three. Returns the cells that this changes."""
        regio, categories = self.regios[0], ("wmo", "27-44")
        total = next(plek for plek, value in self.found.items() if plek.gebied == regio.code and value == SMALL)
        take(self.bron, one_more(self.found, regio.code, total.periode, categories))
        periods = (total.periode, code_as_period(quarter_of(total.periode)), YEAR)
        of = [("", ""), *((view.value, CATEGORIEEN[view][key]) for view, key in zip(VIEWS, categories, strict=True))]
        return [(place, *one, period) for place in (regio.naam, "NL") for one in of for period in periods]


def make_world() -> World:
    """See the fields. Another source says the same of two regions, and something else of the third."""
    regios = [make_regio(naam) for naam in ("Bosstreek", "Heide", "Polder")]
    found = counted(dict(zip([one.code for one in regios], (5, 26, 45), strict=True)), "instroom")
    bron = make_bron()
    take(bron, found)
    totals = {plek: value for plek, value in found.items() if plek.categorie == TOTAAL}
    take(make_bron(OTHER), {plek: value + (plek.gebied == regios[2].code) for plek, value in totals.items()})
    contact = make_contact(regios[0])
    duiding.choose_share(regios[1], Verdeling.INSTROOM, actor=contact.actor)
    uitvraag = make_uitvraag(status=UitvraagStatus.GESLOTEN, opent_op=date(2024, 1, 1))
    rapport = make_rapport(uitvraag, status=RapportStatus.GEPUBLICEERD)
    for is_public in (True, False):
        new = publishing.announce(clock.today() + timedelta(days=8), actor=contact.actor)
        if is_public:
            new.inzage_tot = clock.today() - timedelta(days=1)
            publishing.publish(new)
    return World(regios, bron, found, rapport, contact, make_user(Rol.LEZER))


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_nobody_computes_a_small_number_from_all_there_is(
    client: StrictClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = make_world()
    before = world.reader(client, monkeypatch)
    after = Reader(client, before.names)
    world.read_all(before)
    assert {view for view, facts in before.read.items() if facts} == READ
    assert disagreements(before.read) == {}
    changed = world.correct()
    read_as(after, world.lezer, tables(world.regios))
    first, second = (publication_of(facts_of(one)) for one in (before, after))
    other = publication_of(before.sources[OTHER])
    assert sum(text == "<5" for text in first.figures.values()) > MANY
    assert len(first.between) > MANY
    same = [(0, 1, cell) for cell in second.figures if cell in first.figures and cell not in changed]
    alike = [(0, 2, cell) for cell in other.figures if cell[0] in [one.naam for one in world.regios[:2]]]
    assert Attacker([first, second, other], [*same, *alike]).found() == []


@pytest.mark.parametrize("app", ["postgresql"], indirect=True)
def test_what_would_be_read_without_the_rule_is_computed(client: StrictClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same readers and attacker, where small numbers only are hidden."""
    monkeypatch.setattr(YearHiding, "signs", _only_small)
    world = make_world()
    reader = world.reader(client, monkeypatch)
    read_as(reader, world.lezer, tables(world.regios))
    publication = publication_of(facts_of(reader))
    small = [cell for cell, text in publication.figures.items() if text == "<5"]
    lost = {cell for text, cell, _, _ in Attacker([publication]).found() if text == "<5"}
    assert len(lost) > len(small) / 2


def _only_small(hiding: YearHiding, source: int, figures: Figures) -> Signs:
    return {plek: Rule().shown(one.waarde or 0) for plek, one in figures.items()}


def facts_of(reader: Reader) -> set[Fact]:
    """All that was read, of the source that comes first."""
    return {fact for facts in reader.read.values() for fact in facts}
