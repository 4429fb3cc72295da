"""What is stored is read by its version, and a name that is stored is not changed by accident.

When a test here fails, you changed what is stored. What was stored before keeps its old names: see CONTRIBUTING.md and
docs/decisions/bevroren-gegevens.md.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from functools import partial
from typing import Any

import msgspec
import pytest

from exports.figures.declared import Doelstap, Figuur, Meetmoment, Meetpunt, Meetreeks
from exports.national.tree import Boodschap, Cel, Cijfer, Cijfers, Deel, Kaart, Legenda, Lijn, Lijngrafiek, Tegel
from portal.domain.stored.format import LIST, MARK, StoredFormat, StoredProblem, opened
from portal.services.report import stored_data, stored_tree
from tests.golden.described import differences, shape_of
from tests.golden.record import NAMES, rewritten
from tests.golden.registered import TEXTS, formats, golden_shape, golden_values, without_format
from tests.golden.spoiled import spoiled
from tests.golden.stored_names import stored_names

WHAT_TO_DO = (
    "Wat al is opgeslagen, houdt zijn oude namen en vorm. Schrijf een lezer voor de oude versie: geef de huidige "
    "Version van “{name}” een `upgrade`, zet er een nieuwe Version achter en draai `python -m tests.golden.record`. "
    "Alleen als versie {version} nooit is uitgebracht: `python -m tests.golden.record --opnieuw {name}`."
)
VERSIONS = [(one.name, number) for one in formats().values() for number in range(1, one.version + 1)]
RECORDS = [one.name for one in formats().values() if one.name not in {text.name for text in TEXTS.values()}]


def test_every_json_column_says_of_which_format_it_is() -> None:
    assert without_format() == [], "geef elke kolom met JSON een StoredJSON(…) met een formaat uit portal/domain/stored"


def test_every_format_has_a_name_of_its_own() -> None:
    assert len({id(one) for one in formats().values()}) == len(formats()) == 31


@pytest.mark.parametrize("name", formats())
def test_what_is_stored_has_the_fields_that_were_written_down(name: str) -> None:
    format_ = formats()[name]
    path, what_to_do = golden_shape(name, format_.version), WHAT_TO_DO.format(name=name, version=format_.version)
    assert path.exists(), f"versie {format_.version} van “{name}” is nieuw: draai `python -m tests.golden.record`."
    changed = differences(json.loads(path.read_text("utf-8")), shape_of(format_), name)
    assert not changed, f"Er verandert iets aan wat wij opslaan: {'; '.join(changed)}. {what_to_do}"


@pytest.mark.parametrize(("name", "version"), VERSIONS)
def test_every_version_is_read_as_it_was_meant(name: str, version: int) -> None:
    format_ = formats()[name]
    found = golden_values(name, version)
    assert found, f"zet een paar waarden van “{name}” in tests/golden/formats"
    newest = [rewritten(format_, text) for text in golden_values(name, format_.version)]
    told = WHAT_TO_DO.format(name=name, version=format_.version)
    assert [rewritten(format_, text) for text in found] == newest, told


@pytest.mark.parametrize("name", RECORDS)
def test_a_value_in_its_newest_version_is_read_as_it_is_written(name: str) -> None:
    format_ = formats()[name]
    for value in map(json.loads, golden_values(name, format_.version)):
        _, plain = opened(value)
        assert format_.read(value) == format_.read(format_.write(plain)) == plain
        assert format_.write(plain)[MARK] == format_.version


@pytest.mark.parametrize("version", [0, 99, "1", None, 1.5])
@pytest.mark.parametrize("name", formats())
def test_an_unknown_version_is_refused(name: str, version: object) -> None:
    format_ = formats()[name]
    stored = {**_first_object(format_), MARK: version}
    with pytest.raises(StoredProblem, match="is unknown here"):
        _read(format_, stored)


@pytest.mark.parametrize("name", [one for one in formats() if one != stored_tree.FORMAT.name])
def test_a_field_too_many_or_too_few_is_refused(name: str) -> None:
    """Silently left out or filled in it would count as nought."""
    format_ = formats()[name]
    for number, value in map(opened, map(json.loads, golden_values(name, format_.version))):
        for where, wrong in spoiled(format_.versions[-1].shape, value):
            stored = {MARK: number, **wrong} if isinstance(wrong, dict) else {MARK: number, LIST: wrong}
            assert _is_refused(format_, stored), f"{name}{where} werd gelezen"


def _tree() -> Any:
    """The newest tree that was written down, with a block of each kind that came after it."""
    kept = stored_tree.from_json(golden_values(stored_tree.FORMAT.name, stored_tree.FORMAT.version)[0])
    new = replace(kept.hoofdstukken[0], sleutel="nieuw", blokken=NEW_KINDS, delen=())
    return json.loads(stored_tree.to_json(replace(kept, hoofdstukken=(*kept.hoofdstukken, new))))


NEW_KINDS = (
    Lijngrafiek("a", "A", ("Q1",), (Lijn("B", (1,)),), "C."),
    Kaart("a", "A", (Tegel("B", 0, 0, "ja", "ja"),), (Legenda("ja", "ja", 1),), "C."),
    Figuur(
        "a",
        "A",
        "B",
        "C",
        (Meetmoment("2024", "2024", 2024),),
        (Meetreeks("D", (Meetpunt(7, "7"),)),),
        gemiddelde=Meetreeks("E", (Meetpunt(7, "7"),)),
        doelen=(Doelstap("F", 7, 0, 0),),
    ),
    Cijfers((Cijfer(Cel(1), "van 2", "B"),)),
    Boodschap("doel", (Deel("2 regio’s.", "geantwoord"),), verzoek="Gevraagd aan VWS"),
)
TREE = _tree()


@pytest.mark.parametrize(
    "place",
    [
        lambda tree: tree,
        lambda tree: tree["colofon"]["rijen"][0],
        lambda tree: next(iter(tree["waarden"].values())),
        lambda tree: tree["hoofdstukken"][0],
        lambda tree: tree["hoofdstukken"][0]["kop"],
        *(partial(lambda kind, tree: _block(tree, kind), kind) for kind in stored_tree.KINDS),
    ],
)
def test_a_field_too_many_or_too_few_in_the_tree_of_a_report_is_refused(place: Callable[[Any], dict[str, Any]]) -> None:
    assert stored_tree.from_json(json.dumps(TREE))
    for name in {*place(TREE), "onbekend"} - {MARK}:
        wrong = deepcopy(TREE)
        spot = place(wrong)
        if name in spot:
            del spot[name]
        else:
            spot[name] = 1
        assert _is_refused(stored_tree.FORMAT, wrong), f"{name} werd gelezen"


def test_a_kind_of_block_that_nobody_knows_is_refused() -> None:
    wrong = deepcopy(TREE)
    next(iter(_blocks(wrong)))[0] = "Sentence"
    with pytest.raises(StoredProblem):
        stored_tree.from_json(json.dumps(wrong))


def test_names_that_are_stored_stay() -> None:
    written, now = json.loads(NAMES.read_text("utf-8")), stored_names()
    gone = [f"{kind}: {name}" for kind, names in written.items() for name in set(names) - set(now.get(kind, ()))]
    assert not gone, (
        f"Onder deze namen is iets opgeslagen, en de code kent ze niet meer: {'; '.join(sorted(gone))}. Geef de oude "
        "naam terug (wat mensen lezen, mag anders heten), of schrijf een lezer voor wat er onder de oude naam staat."
    )


def test_new_names_of_editions_and_events_are_written_down() -> None:
    written, now = json.loads(NAMES.read_text("utf-8")), stored_names()
    fixed = [kind for kind in now if kind.startswith(("uitgave", "gebeurtenissen"))]
    assert [kind for kind in fixed if set(now[kind]) - set(written.get(kind, ()))] == [], (
        "nieuwe namen: draai `python -m tests.golden.record`"
    )


def _blocks(tree: dict[str, Any]) -> Iterator[list[Any]]:
    for chapter in _chapters(tree["hoofdstukken"]):
        yield from chapter["blokken"]


def _chapters(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in found:
        yield one
        yield from _chapters(one["delen"])


def _block(tree: dict[str, Any], kind: str) -> dict[str, Any]:
    return next(blok for name, blok in _blocks(tree) if name == kind)


def _is_refused(format_: StoredFormat, stored: Any) -> bool:
    try:
        _read(format_, stored)
    except msgspec.ValidationError:
        return True
    return False


def _first_object(format_: StoredFormat) -> dict[str, Any]:
    value = json.loads(golden_values(format_.name, format_.version)[0])
    return value if isinstance(value, dict) else {"lijst": value}


def _read(format_: StoredFormat, stored: Any) -> Any:
    if format_ is stored_data.FORMAT:
        return stored_data.from_json(json.dumps(stored))
    if format_ is stored_tree.FORMAT:
        return stored_tree.from_json(json.dumps(stored))
    return format_.read(stored)
