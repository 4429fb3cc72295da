"""Figures as regions type them, and what is read from each."""

from decimal import Decimal

import pytest

from forms.figures import Amount, Comparison, Figure, describe, figure_hint, one_value, read_figures
from forms.timeline import read_timeline

# text, how it is said back, the one value
READ = [
    # One number
    ("12", "12", "12"),
    ("8,5", "8,5", "8.5"),
    ("1.250", "1.250", "1250"),
    ("1.234.567,8", "1.234.567,8", "1234567.8"),
    ("-5", "-5", "-5"),
    ("−5", "-5", "-5"),
    (",5", "0,5", "0.5"),
    ("0,33333", "0,3333", "0.3333"),
    ("0", "0", "0"),
    ("100.", "100", "100"),
    ("2024", "2.024", "2024"),
    # About
    ("ca. 100", "ongeveer 100", "100"),
    ("ca 100", "ongeveer 100", "100"),
    ("CIRCA 100", "ongeveer 100", "100"),
    ("circa 10 per maand", "ongeveer 10 per maand", "10"),
    ("± 100", "ongeveer 100", "100"),
    ("+/- 100", "ongeveer 100", "100"),
    ("rond de 30 cliënten", "ongeveer 30 cliënten", "30"),
    ("100 (schatting)", "ongeveer 100", "100"),
    # Bounds
    ("< 240", "minder dan 240", ""),
    ("<240", "minder dan 240", ""),
    ("≥ 12", "ten minste 12", ""),
    (">= 80 %", "ten minste 80%", ""),
    ("max. 5", "ten hoogste 5", ""),
    ("niet meer dan 5", "ten hoogste 5", ""),
    ("minder dan 5 cliënten per maand", "minder dan 5 cliënten per maand", ""),
    ("meer dan 40", "meer dan 40", ""),
    ("12 of meer", "ten minste 12", ""),
    ("12 cliënten of minder", "ten hoogste 12 cliënten", ""),
    # Ranges
    ("0,2 – 0,5", "0,2 t/m 0,5", ""),
    ("0,2-0,5", "0,2 t/m 0,5", ""),
    ("10 à 12", "10 t/m 12", ""),
    ("tussen 10 en 12 cliënten", "10 t/m 12 cliënten", ""),
    ("van 10 tot 12", "10 t/m 12", ""),
    ("10% - 20%", "10 t/m 20%", ""),
    ("€ 5 - € 10", "€ 5 t/m 10", ""),
    ("ca. 10-12", "ongeveer 10 t/m 12", ""),
    # Units
    ("20%", "20%", "20"),
    ("20 procent", "20%", "20"),
    ("20% van de instroom", "20% van de instroom", "20"),
    ("16.000,-", "€ 16.000", "16000"),
    ("€ 1.250,50", "€ 1.250,50", "1250.5"),
    ("€1.250,50", "€ 1.250,50", "1250.5"),
    ("100 euro per maand", "€ 100 per maand", "100"),
    ("12 fte", "12 fte", "12"),
    ("5 x per jaar", "5 x per jaar", "5"),
    ("1,2 miljoen", "1.200.000", "1200000"),
    # A path, and one amount with its period
    ("2025: 200; 2026: 150", "2025: 200; 2026: 150", ""),
    ("Q1 2026 200, Q2 2026 180", "1e kwartaal 2026: 200; 2e kwartaal 2026: 180", ""),
    ("200 in 2025, 150 in 2026", "2025: 200; 2026: 150", ""),
    ("200 (2025), 150 (2026)", "2025: 200; 2026: 150", ""),
    ("2025 200 / 2026 150", "2025: 200; 2026: 150", ""),
    ("2025: ca. 200\n2026: < 150", "2025: ongeveer 200; 2026: minder dan 150", ""),
    ("2025: 16.000,-; 2026: 1.200,50 euro", "2025: € 16.000; 2026: € 1.200,50", ""),
    ("eind 2025: 100 en eind 2026: 80", "4e kwartaal 2025: 100; 4e kwartaal 2026: 80", ""),
    ("2025: 10 per maand, 2026: 8 per maand", "2025: 10 per maand; 2026: 8 per maand", ""),
    # A year holds for the periods behind it
    ("Q1 2026: 60, Q2: 55", "1e kwartaal 2026: 60; 2e kwartaal 2026: 55", ""),
    ("2026: Q1 60, Q2 55", "1e kwartaal 2026: 60; 2e kwartaal 2026: 55", ""),
    ("januari 2026 60, februari 55", "januari 2026: 60; februari 2026: 55", ""),
    ("Q4 2025: 60, Q1 2026: 55, Q2: 50",
     "4e kwartaal 2025: 60; 1e kwartaal 2026: 55; 2e kwartaal 2026: 50", ""),
    # With words between; where it starts is no step
    ("van 240 naar 200 in 2025 en 150 in 2026", "2025: 200; 2026: 150", ""),
    ("van ca. 240 naar < 200 in 2025 en < 150 in 2026", "2025: minder dan 200; 2026: minder dan 150", ""),
    ("240 -> 200 (2025) -> 150 (2026)", "2025: 200; 2026: 150", ""),
    ("van 240 in 2024 naar 200 in 2025 en 150 in 2026", "2024: 240; 2025: 200; 2026: 150", ""),
    ("in 2025 naar 200, in 2026 naar 150", "2025: 200; 2026: 150", ""),
    ("100 eind 2025", "4e kwartaal 2025: 100", "100"),
    ("maart 2026: 4 cliënten", "maart 2026: 4 cliënten", "4"),
    ("eerste helft 2026: 4", "1e helft 2026: 4", "4"),
    # How it was typed doesn't matter
    ("  <\u00a0240\u200b ", "minder dan 240", ""),
]  # fmt: skip

UNREADABLE = [
    # No number
    "", "   ", "n.t.b.", "nog te bepalen", "een paar", "onbekend", "volgt", "<", "ca.", "€", "%", "-", "nul",
    # Not as the Dutch write it, or of another script
    "1.5", "12.34", "1 234", "1,5,5", "½", "10²", "١٢", "1e5", "NaN", "0x10", "1'000",
    # Something else than an amount
    "2e kwartaal", "1e", "1-1-2024", "2024-2025", "3/4", "1 op de 5", "16k", "100?", "=1+1", "5a.1", "06-12345678",
    # How much it changes, or two numbers that are no range
    "20% minder", "100 cliënten minder", "daling van 20%", "van 300 naar 240", "300 -> 240", "100 (was 120)",
    "niet 100", "12 of 14", "10 en 12", "12 - 10", "200 150", "tussen 10", "100 per 1000 inwoners", "tot 240",
    "1 - 2 miljoen", "10 - < 20", "minder dan 10 - 20", "5% - 10",
    # A path of which not every piece has a period of its own
    "2025: 200; 150", "2025: 200; 2025: 150", "2025: 200; Q1 2025: 150", "2025 2026", "2025: 200; vanaf 2026: 150",
    "2025: n.t.b.; 2026: 150", "Q1: 200; Q2: 180",
    "1990: 5 of 6; 1991: 7", "2025 hopelijk 200",
    # Of which year is the first one here, and the last?
    "Q1: 60, Q2 2026: 55", "Q4 2025: 60, Q1: 55", "Q1 2026: 60; Q1: 55",
    "van 240 naar 200 in 2025", "van 200 in 2025 naar 150", "2025: van 240 naar 200; 2026: 150",
    "200 in 2025, daarna 150", "2025: 200 en daarna elk jaar 10 minder", "daling naar 200 in 2025 en 150 in 2026",
    # Too large, too long
    "1000000000000", "9" * 200, "12 " + "x" * 80, "1" * 250,
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "value"), READ)
def test_a_figure_is_read_and_said_back(text: str, said: str, value: str) -> None:
    found = read_figures(text)
    assert describe(found) == said
    assert one_value(found) == (Decimal(value) if value else None)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_says_nothing_clear_is_no_number(text: str) -> None:
    assert read_figures(text) == ()


def test_a_bound_has_one_side() -> None:
    (less,), (least,) = read_figures("< 240"), read_figures("≥ 12")
    assert less.amount == Amount(None, Decimal(240), Comparison.LESS)
    assert least.amount == Amount(Decimal(12), None, Comparison.AT_LEAST)


def test_a_path_without_years_takes_the_year_that_is_given() -> None:
    found = read_figures("Q1 200, Q2 180", reference_year=2026)
    assert found == (
        Figure(Amount(Decimal(200), Decimal(200)), read_timeline("Q1 2026")),
        Figure(Amount(Decimal(180), Decimal(180)), read_timeline("Q2 2026")),
    )


def test_the_hint_says_how_it_was_read_or_that_no_number_was() -> None:
    assert figure_hint("ca. 100", read_figures("ca. 100")) == "Gelezen als ongeveer 100."
    assert figure_hint("n.t.b.", ()) == "Hier is geen getal in gelezen. De tekst blijft staan zoals u die typt."
    assert figure_hint(" ", ()) == ""


def test_the_year_of_the_plan_is_only_for_a_path_without_any_year():
    assert describe(read_figures("Q1: 60, Q2: 55", reference_year=2024)) == "1e kwartaal 2024: 60; 2e kwartaal 2024: 55"
    assert describe(read_figures("Q1 2026: 60, Q2: 55", reference_year=2024)).endswith("2e kwartaal 2026: 55")
    assert read_figures("Q1: 60, Q2 2026: 55", reference_year=2024) == ()
