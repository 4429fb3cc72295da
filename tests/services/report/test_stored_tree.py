"""What a report said when it was vastgesteld is kept word for word, also when the portal writes other sentences."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from flask import Flask

from exports.national.build import build
from exports.national.colofon import Stamp
from exports.national.links import links
from exports.national.tree import Blok, Tabel
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Rol
from portal.domain.stored.format import MARK
from portal.extensions import db
from portal.models import Rapport, RapportGegevens, RapportTekst
from portal.services.report import reports
from portal.services.report.stored_tree import KINDS, from_json, to_json
from tests.examples.nation import example_data
from tests.worlds.people import make_user
from tests.worlds.report import make_rapport
from tests.worlds.report_pages import make_rapport_world


def test_a_tree_comes_back_as_it_was() -> None:
    tree = build(example_data(), stamp=Stamp("Vastgesteld", 1), edits={})
    assert from_json(to_json(tree)) == tree


NEW_IN_A_VALUE = ("aard", "telling", "regios_van", "van_vorige_ronde", "vraag", "naar_thema", "naar_status")
NEW_ELSEWHERE = ("is_kruistabel", "is_verantwoording", "over")


def as_it_was_frozen_before(text: str) -> str:
    """A tree as it was written when a value and a table did not say what they are."""

    def older(found: Any) -> Any:
        if isinstance(found, list):
            return [older(one) for one in found]
        if isinstance(found, dict):
            return {key: older(one) for key, one in found.items() if key not in (*NEW_IN_A_VALUE, *NEW_ELSEWHERE)}
        return found

    found: dict[str, Any] = older(json.loads(text))
    found.pop("ronde")
    found.pop(MARK)
    return json.dumps(found)


def test_a_tree_that_was_frozen_before_values_said_what_they_are_still_says_the_same() -> None:
    tree = build(example_data(), stamp=Stamp("Vastgesteld", 1), edits={})
    old = from_json(as_it_was_frozen_before(to_json(tree)))
    for name in ("zelfde_als", "regios_van", "van_vorige_ronde"):
        assert {key: getattr(one, name) for key, one in old.waarden.items()} == {
            key: getattr(one, name) for key, one in tree.waarden.items()
        }
    assert [blok for one in old.all_chapters() for blok in one.blokken if isinstance(blok, Tabel)] == [
        blok for one in tree.all_chapters() for blok in one.blokken if isinstance(blok, Tabel)
    ]
    assert old.ronde == tree.ronde
    assert links(old) == links(tree)


def test_every_kind_of_block_has_a_stored_name_of_its_own() -> None:
    """Frozen reports are full of these names: a class may be renamed, what is stored for it may not."""
    before = {"Zin", "EigenTekst", "Tabel", "Grafiek", "Lijst", "Begrippen", "Kopje"}
    assert set(KINDS) == before | {"Lijngrafiek", "Kaart", "Cijfers", "Boodschap", "Figuur"}
    assert set(KINDS.values()) == set(get_args(Blok)), "a new kind of block needs a stored name in stored_tree.py"


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"hoofdstukken": [{"blokken": [["Niets", {}]], "delen": []}]}'])
def test_something_else_is_no_tree(text: str) -> None:
    with pytest.raises(ValueError, match="no tree"):
        from_json(text)


def test_the_pages_of_a_frozen_report_are_drawn_from_what_was_kept(app: Flask) -> None:
    world = make_rapport_world(RapportStatus.GEPUBLICEERD)
    before = world.tree
    # As a portal with other sentences would draw it.
    db.session.add(
        RapportTekst(
            rapport_id=world.rapport.id,
            sleutel="proces_kop",
            tekst="Heel anders",
            gezien={},
            gewijzigd_op=world.rapport.gemaakt_op,
            gewijzigd_door_id=world.kim.id,
        )
    )
    db.session.flush()
    assert world.tree == before
    db.session.get_one(RapportGegevens, world.rapport.id).boom = None
    db.session.flush()
    assert world.zin("proces_kop").tekst == "Heel anders"


def test_the_next_version_is_drawn_anew(app: Flask) -> None:
    kim = make_user(Rol.COORDINATOR).actor
    first = make_rapport(status=RapportStatus.VASTGESTELD, actor=kim)
    second: Rapport = reports.make(first.uitvraag, actor=kim)
    assert db.session.get_one(RapportGegevens, second.id).boom is None
    assert reports.tree_of(second, demo=False).status == "Concept"
    assert reports.tree_of(first, demo=False).status == "Vastgesteld"
