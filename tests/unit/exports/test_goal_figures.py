"""The figures of a goal as one line, on paper and on the pages that read."""

import pytest

from exports.goal_figures import figures_line
from exports.plan import DoelstellingRow
from forms.spec import Kind
from tests.editions import PLAN


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        ({}, ""),
        (
            {
                "indicator": "instroom",
                "nulwaarde": "12",
                "peildatum": "1 januari 2024",
                "streefwaarde": "8,5",
                "eenheid": "cliënten per maand",
                "einddatum": "31 december 2024",
            },
            "Indicator: instroom · Nulwaarde: 12 (peildatum 1 januari 2024) · "
            "Streefwaarde: 8,5 cliënten per maand · Einddatum: 31 december 2024",
        ),
        ({"nulwaarde": "0", "eenheid": "cliënten"}, "Nulwaarde: 0 cliënten"),
        ({"streefwaarde": "1.250,1234"}, "Streefwaarde: 1.250,1234"),
        (
            {"streefwaarde": "< 240", "eenheid": "cliënten", "gelezen": {"streefwaarde": "minder dan 240"}},
            "Streefwaarde: < 240 cliënten (gelezen als minder dan 240)",
        ),
        (
            {"nulwaarde": "12", "peildatum": "eind 2025", "gelezen": {"peildatum": "4e kwartaal 2025"}},
            "Nulwaarde: 12 (peildatum eind 2025, gelezen als 4e kwartaal 2025)",
        ),
        (
            {
                "streefwaarde": "Q1 2026: 60, Q2: 55",
                "eenheid": "wachtenden",
                "gelezen": {"streefwaarde": "1e kwartaal 2026: 60; 2e kwartaal 2026: 55"},
            },
            "Streefwaarde: Q1 2026: 60, Q2: 55 wachtenden (gelezen als 1e kwartaal 2026: 60; 2e kwartaal 2026: 55)",
        ),
        (
            {
                "nulwaarde": "300",
                "streefwaarde": "10 per week",
                "eenheid": "cliënten",
                "eigen_eenheid": frozenset({"streefwaarde"}),
            },
            "Nulwaarde: 300 cliënten · Streefwaarde: 10 per week",
        ),
        ({"peildatum": "1 januari 2024"}, "Peildatum: 1 januari 2024"),
        ({"eenheid": "cliënten"}, "Eenheid: cliënten"),
    ],
)
def test_figures_of_a_goal_are_one_line_in_which_nothing_is_lost(figures, line):
    assert figures_line(DoelstellingRow("Doel", **figures), PLAN.question_of_kind(Kind.DOELSTELLINGEN)) == line
