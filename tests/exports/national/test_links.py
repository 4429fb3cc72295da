"""Where a number in a sentence leads: the row of the account that explains it, which is not always its own."""

from __future__ import annotations

import pytest

from exports.national.build import TextEdit
from exports.national.links import links
from exports.national.workbook.summary import number_rows
from tests.exports.national.small import DATA, GELD, TIJD, actie, beeld, rapport, regios, uitspraak, vroeger

SAID = tuple(
    uitspraak(number, "lessen", f"R0{region}", themas=(theme,))
    for number, (region, theme) in enumerate(((1, DATA), (2, DATA), (3, TIJD)), 1)
)
NU = beeld(regios(3, 3), (actie(1, "R01", status="gestopt"),), SAID)
TEXT = (
    "{lessen_thema_6} {lessen_thema_6_regios} {lessen_eerste_regios} {lessen_tweede_regios} {acties_gestopt} "
    "{acties_gestopt_regios} {geantwoord_vorige} {regios} {niet_beantwoord_namen}"
)
REPORT = rapport(NU, vroeger(NU), {"proces_peilmoment": TextEdit(TEXT, 1)})
LINKS = links(REPORT)


@pytest.mark.parametrize(
    ("token", "row"),
    [
        # The regions behind a number stand in the row of that number.
        ("lessen_thema_6_regios", "lessen_thema_6"),
        ("acties_gestopt_regios", "acties_gestopt"),
        # A theme that is named as the first or second has the row of the theme.
        ("lessen_eerste_regios", "lessen_thema_6"),
        ("lessen_tweede_regios", "lessen_thema_5"),
        # What is in no row of its own is the number of now.
        ("lessen_eerste_regios", "lessen_thema_6_regios"),
    ],
)
def test_a_number_without_a_row_leads_to_that_of_the_number_it_belongs_to(token: str, row: str) -> None:
    assert LINKS[token] == LINKS[row]


def test_each_row_has_a_mark_of_its_own_and_so_has_the_number_of_the_previous_round_in_it() -> None:
    tokens = ("geantwoord", "geantwoord_vorige", "regios", "lessen_thema_5", "lessen_thema_6", "acties_gestopt")
    assert len({LINKS[token] for token in tokens}) == len(tokens)


def test_a_number_of_before_whose_row_has_no_column_for_it_leads_to_the_row() -> None:
    """The workbook and an edited sentence may name what no table shows."""
    report = rapport(NU, vroeger(NU), {"proces_peilmoment": TextEdit("{acties}", 1)})
    unshown = [key for key, one in report.waarden.items() if one.van_vorige_ronde and one.zelfde_als == "acties"]
    assert unshown == ["acties_vorige"]
    assert {"acties", "acties_vorige"} <= set(links(report))


def test_words_lead_nowhere() -> None:
    assert "niet_beantwoord_namen" not in LINKS
    assert "ronde" not in LINKS


def test_a_theme_whose_regions_alone_are_named_leads_to_the_row_of_those_regions() -> None:
    """With one theme there is no table of themes: only the sentence names it, as the first."""
    said = (uitspraak(1, "verwachtingen", "R01", aan="vws", themas=(GELD,)),)
    found = links(rapport(beeld(regios(2, 2), uitspraken=said)))
    assert found["verwachtingen_eerste_regios"] == found["verwachtingen_thema_7_regios"]


def test_the_workbook_has_the_numbers_of_the_previous_round_behind_those_of_now() -> None:
    rows = number_rows(REPORT)
    assert set(rows) == set(REPORT.waarden.values())
    before = [one.van_vorige_ronde for one in rows]
    assert before == sorted(before)
    assert 0 < sum(before) < len(before)
    now = [key for key, one in REPORT.waarden.items() if not one.van_vorige_ronde]
    assert [one.sleutel for one in rows if not one.van_vorige_ronde] == now
