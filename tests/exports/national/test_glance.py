"""Nederland in één blik: a change is counted over who answered both rounds, and the map says what each region said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.build import build
from exports.national.counting.rounds import short_names
from exports.national.data import RapportData, Stand
from exports.national.tree import Cijfers, Hoofdstuk, Kaart, Lijngrafiek
from tests.examples.nation import example_data
from tests.exports.national.small import RONDE, STEMPEL


def glance(data: RapportData) -> Hoofdstuk | None:
    report = build(data, stamp=STEMPEL, edits={})
    return next((one for one in report.hoofdstukken if one.sleutel == "blik"), None)


@pytest.fixture(scope="module")
def blik() -> Hoofdstuk:
    found = glance(example_data())
    assert found is not None
    return found


def block(hoofdstuk: Hoofdstuk, kind: type) -> object:
    return next(one for one in hoofdstuk.blokken if isinstance(one, kind))


def test_a_change_is_counted_over_the_regions_that_answered_both_rounds(blik: Hoofdstuk) -> None:
    data = example_data()
    assert data.vorige is not None
    both = {one.code for one in data.beeld.regios if one.stand is Stand.BEANTWOORD} & {
        one.code for one in data.vorige.regios if one.stand is Stand.BEANTWOORD
    }

    def done(beeld: object) -> int:
        acties = beeld.acties  # type: ignore[attr-defined]
        return sum(one.status == "afgerond" and bool(both & set(one.regios)) for one in acties)

    numbers = block(blik, Cijfers)
    assert isinstance(numbers, Cijfers)
    (afgerond,) = (one for one in numbers.rijen if one.label == "zijn afgerond")
    assert afgerond.verandering == f"van {done(data.vorige)} naar {done(data.beeld)}"
    assert f"alleen over de {len(both)} regio’s die toen en nu antwoordden" in numbers.voet


def test_so_few_regions_that_answered_both_are_told(blik: Hoofdstuk) -> None:
    data = example_data()
    silent = tuple(
        replace(one, stand=Stand.NIET_BEANTWOORD, keuzes={}) if number > 9 else one
        for number, one in enumerate(data.beeld.regios)
    )
    found = glance(replace(data, beeld=replace(data.beeld, regios=silent)))
    assert found is not None
    numbers = block(found, Cijfers)
    assert isinstance(numbers, Cijfers)
    assert "minder dan 20" in numbers.voet


def test_the_map_has_a_tile_for_every_region_with_its_own_answer(blik: Hoofdstuk) -> None:
    kaart = block(blik, Kaart)
    assert isinstance(kaart, Kaart)
    regios = {one.naam: one for one in example_data().beeld.regios}
    assert {one.naam for one in kaart.tegels} == set(regios)
    assert len({(one.kolom, one.rij) for one in kaart.tegels}) == 31
    told = {one.naam: regios[one.naam].keuzes.get("doel_verwachting", "zonder_antwoord") for one in kaart.tegels}
    assert {one.naam: one.status for one in kaart.tegels} == told
    assert sum(one.aantal for one in kaart.legenda) == 31


def test_the_lines_end_in_the_numbers_of_this_round(blik: Hoofdstuk) -> None:
    lijnen = block(blik, Lijngrafiek)
    assert isinstance(lijnen, Lijngrafiek)
    waarden = build(example_data(), stamp=STEMPEL, edits={}).waarden
    assert {one.naam: one.waarden[-1] for one in lijnen.lijnen} == {
        one.naam: waarden[f"acties_{one.status}"].aantal for one in lijnen.lijnen
    }
    assert lijnen.momenten == ("Q4 2023", "Q1 2024")


def test_without_an_earlier_round_there_are_no_lines_and_no_changes() -> None:
    found = glance(replace(example_data(), vorige=None, voortgang=()))
    assert found is not None
    assert [type(one) for one in found.blokken][:2] == [Cijfers, Kaart]
    numbers = found.blokken[0]
    assert isinstance(numbers, Cijfers)
    assert (numbers.voet, {one.verandering for one in numbers.rijen}) == ("", {""})


def test_nobody_looks_at_a_country_that_did_not_answer() -> None:
    data = example_data()
    silent = tuple(replace(one, stand=Stand.NIET_BEANTWOORD, keuzes={}) for one in data.beeld.regios)
    assert glance(replace(data, beeld=replace(data.beeld, regios=silent))) is None


@pytest.mark.parametrize(
    ("namen", "kort"),
    [
        (("Kwartaal Q1 2026", "Kwartaal Q2 2026"), ["Q1 2026", "Q2 2026"]),
        (("Kwartaal Q1 2026", "Kwartaal Q2 2026", "Proef"), ["Q1 2026", "Q2 2026", "Proef"]),
        (("Kwartaal Q1", "Kwartaal Q2", "Q1"), ["Kwartaal Q1", "Kwartaal Q2", "Q1"]),
    ],
)
def test_a_pilot_leaves_the_other_rounds_their_short_names(namen: tuple[str, ...], kort: list[str]) -> None:
    rondes = [replace(RONDE, id=number, naam=naam) for number, naam in enumerate(namen)]
    assert list(short_names(rondes).values()) == kort
