"""How many goals lie on, ahead of or behind their path, and of how many that can't be said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.chapters.standings import goal_standings
from exports.national.counting.standings import PARTS, standings
from exports.national.counting.values import living_values
from exports.national.data import DoelstellingBeeld, RapportData, Stand
from exports.national.lookup import Lookup, rows
from exports.national.tree import Tabel, Zin
from exports.national.workbook.goals import STANDING_COLUMNS
from exports.national.writer import ReportWriter
from tests.examples.nation import example_data
from tests.exports.national.goals_told import EACH, JA, NIET, STIL, told


def test_every_goal_that_was_asked_about_counts_once():
    found = {key: one.aantal for key, one in standings(told(*EACH)).items()}
    assert found == {
        "doelen_gevraagd": 12,
        "doelen_bekend": 5,
        "doelen_voor": 1,
        "doelen_op": 2,
        "doelen_achter": 1,
        "doelen_naast": 1,
        "doelen_geen_pad": 1,
        "doelen_onleesbaar": 2,
        "doelen_verborgen": 1,
        "doelen_weten_niet": 1,
        "doelen_leeg": 1,
        "doelen_zonder_antwoord": 1,
    }
    assert sum(found[token] or 0 for token, _, _, _ in PARTS) == found["doelen_gevraagd"]


def chapter(data: RapportData) -> list[str]:
    """Heading and sentences of the chapter as they are printed."""
    found = goal_standings(ReportWriter.of(data, living_values(data), {}, {}))
    return [one.tekst for one in (found.kop, *found.blokken) if isinstance(one, Zin)] if found else []


def test_the_chapter_says_what_is_known_and_what_is_not():
    kop, known, unknown, how = chapter(told(*EACH))
    assert kop == "Van 5 van de 12 doelen is te zeggen hoe zij ervoor staan; 1 ligt achter op schema"
    assert known == (
        "Van de 12 doelen waarnaar wij vroegen ligt er 1 voor op schema, 2 op schema, 1 achter op schema en 1 boven of "
        "onder het pad."
    )
    assert unknown.startswith("Van de andere is dat niet te zeggen: bij 1 doel heeft het plan geen pad, bij 2 doelen ")
    assert "Het zegt niet waardoor dat komt." in how


@pytest.mark.parametrize(
    ("goals", "kop"),
    [
        (
            [(JA, "op", ""), (JA, "voor", "")],
            "Van alle 2 doelen is te zeggen hoe zij ervoor staan; daarvan ligt er geen achter op schema",
        ),
        ([(JA, "achter", "")], "Van het enige doel is te zeggen hoe het ervoor staat; 1 ligt achter op schema"),
        (
            [(JA, "achter", ""), (STIL, "", "")],
            "Van 1 van de 2 doelen is te zeggen hoe het ervoor staat; 1 ligt achter op schema",
        ),
        ([(STIL, "", "")], "Van nog geen enkel doel is te zeggen of het op schema ligt"),
    ],
)
def test_the_heading_says_the_main_thing(goals: list[tuple[Stand, str, str]], kop: str):
    data = told(*goals)
    found = goal_standings(ReportWriter.of(data, living_values(data), {}, {}))
    assert found is not None
    assert found.kop.tekst == kop


def test_a_round_that_does_not_ask_has_no_such_chapter():
    assert goal_standings(ReportWriter.of(example_data(), living_values(example_data()), {}, {})) is None
    assert standings(told((NIET, "", ""))) == {}


def test_the_workbook_says_how_each_goal_lies_or_why_that_is_not_told():
    data = told(*EACH)
    goals = tuple(DoelstellingBeeld(one.id, one.plan_id, "Doel") for one in data.doelstanden)
    rows_ = rows(goals, Lookup(data))
    wanted = {one.heading: one for one in STANDING_COLUMNS}
    stand, now, lies, why = (wanted[key] for key in ("Stand", "Waarde nu", "Ligging", "Waarom geen ligging"))
    shown = [tuple(one.value(row) for one in (stand, now, lies, why)) for row in rows_]
    assert shown[0] == ("Beantwoord", "", "Voor op schema", "")
    assert shown[6] == ("Beantwoord", "", "", "in de waarde is niet één getal gelezen")
    assert shown[8] == ("Beantwoord", "Weten wij niet", "", "")
    assert shown[9] == ("Niet ingevuld", "", "", "")
    assert shown[10] == ("Beantwoord", "Niet getoond: een klein aantal cliënten", "", "")
    assert [one[0] for one in shown[11:]] == ["Niet beantwoord", "Niet gevraagd"]


def over_two_rounds() -> RapportData:
    """The first region answered both rounds: of two goals it told a value twice, of one once, and one is new."""
    data = told((JA, "op", ""), (JA, "achter", ""), (JA, "", "weten_niet"), (JA, "voor", ""), (JA, "op", ""))
    code = next(one.code for one in data.beeld.regios if one.stand is JA)
    here = [replace(one, regios=(code,)) for one in data.doelstanden[:4]]
    elsewhere = replace(data.doelstanden[4], regios=("niemand",))
    before = [replace(one, ligging=lies) for one, lies in zip(here, ("achter", "achter", "op"), strict=False)]
    regio = next(one for one in data.beeld.regios if one.code == code)
    vorige = replace(data.beeld, regios=(regio,), ronde=replace(data.beeld.ronde, id=0, naam="Vorige"))
    return replace(data, vorige=vorige, doelstanden=(*here, elsewhere), doelstanden_vorige=(*before, elsewhere))


def test_two_rounds_are_compared_over_the_same_goals_of_regions_that_answered_both():
    values = living_values(over_two_rounds())
    found = {key: (one.vorige, one.aantal) for key, one in values.items() if key.startswith("zelfde_doelen")}
    assert {key: pair for key, pair in found.items() if not key.endswith("_vorige")} == {
        "zelfde_doelen_gevraagd": (3, 3),
        "zelfde_doelen_voor": (0, 0),
        "zelfde_doelen_op": (1, 1),
        "zelfde_doelen_achter": (2, 1),
        "zelfde_doelen_naast": (0, 0),
        "zelfde_doelen_zonder_ligging": (0, 1),
    }
    (said,) = [one for one in chapter(over_two_rounds()) if "twee keer" in one]
    assert said == (
        "In de enige regio die beide keren antwoordde, vroegen wij twee keer naar 3 doelen. "
        "Vorige keer lag daarvan 1 op schema en 2 achter op schema, en nu 1 op schema en 1 achter op schema. "
        "Dat zijn weinig regio’s: vergelijk met zorg."
    )


def test_two_rounds_stand_beside_each_other_in_one_table():
    data = over_two_rounds()
    found = goal_standings(ReportWriter.of(data, living_values(data), {}, {}))
    assert found is not None
    table = next(one for one in found.blokken if isinstance(one, Tabel) and one.sleutel == "doelcijfers_beide")
    assert table.koppen == ("Ligging", "Deze ronde", "Vorige ronde")
    assert [tuple(cel.waarde for cel in row) for row in table.rijen] == [
        ("Voor op schema", 0, 0),
        ("Op schema", 1, 1),
        ("Achter op schema", 1, 2),
        ("Niet te zeggen", 1, 0),
        ("Deze doelen samen", 3, 3),
    ]
