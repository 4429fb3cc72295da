"""Timelines as regions type them, and the window that is read from each."""

from datetime import date

import pytest

from forms.timeline import Window, read_date, read_timeline, sort_key, timeline_hint
from tests.running.growth import assert_grows_with


def window(start: str, end: str) -> Window:
    """Make a window from two ISO dates; an empty one is an open side."""
    return Window(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)


# text, first day, last day
READ = [
    # The words of a real plan
    ("Eind Q1 2024", "2024-03-01", "2024-03-31"),
    ("Eind Q2 2024", "2024-06-01", "2024-06-30"),
    ("Ingangsdatum PvA per 1-1-2024", "2024-01-01", ""),
    ("In de loop van 2024", "2024-01-01", "2024-12-31"),
    ("Q2 2024", "2024-04-01", "2024-06-30"),
    ("Begin 2024", "2024-01-01", "2024-03-31"),
    ("Continu", "", ""),
    # Quarters
    ("2e kwartaal 2024", "2024-04-01", "2024-06-30"),
    ("2de kwartaal 2024", "2024-04-01", "2024-06-30"),
    ("2e Q 2024", "2024-04-01", "2024-06-30"),
    ("2e kw. 2024", "2024-04-01", "2024-06-30"),
    ("tweede kwartaal van 2024", "2024-04-01", "2024-06-30"),
    ("laatste kwartaal van 2024", "2024-10-01", "2024-12-31"),
    ("kwartaal 2 2024", "2024-04-01", "2024-06-30"),
    ("2024-Q2", "2024-04-01", "2024-06-30"),
    ("2024 Q2", "2024-04-01", "2024-06-30"),
    ("2024 (Q2)", "2024-04-01", "2024-06-30"),
    ("Q2 (2024)", "2024-04-01", "2024-06-30"),
    ("Q2-2024", "2024-04-01", "2024-06-30"),
    ("Q 2 2024", "2024-04-01", "2024-06-30"),
    ("K2 2024", "2024-04-01", "2024-06-30"),
    ("Q2 '24", "2024-04-01", "2024-06-30"),
    ("Q2 ’24", "2024-04-01", "2024-06-30"),
    ("Q2 24", "2024-04-01", "2024-06-30"),
    ("Q1/Q2 2024", "2024-01-01", "2024-06-30"),
    ("Q1 en Q2 2024", "2024-01-01", "2024-06-30"),
    ("Q1 & Q2 2024", "2024-01-01", "2024-06-30"),
    ("Q1 of Q2 2024", "2024-01-01", "2024-06-30"),
    ("Q1, Q2 en Q3 2024", "2024-01-01", "2024-09-30"),
    ("Q1, Q2 2024", "2024-01-01", "2024-06-30"),
    ("Q1-Q3 2024", "2024-01-01", "2024-09-30"),
    ("Q1 – Q3 2024", "2024-01-01", "2024-09-30"),
    ("Q1-3 2024", "2024-01-01", "2024-09-30"),
    ("1e en 2e kwartaal 2024", "2024-01-01", "2024-06-30"),
    ("1e t/m 3e kwartaal 2024", "2024-01-01", "2024-09-30"),
    ("Q4 2023 t/m Q2 2024", "2023-10-01", "2024-06-30"),
    ("4e kwartaal 2024 t/m 1e kwartaal 2025", "2024-10-01", "2025-03-31"),
    ("2024: Q1 en Q2", "2024-01-01", "2024-06-30"),
    ("elk kwartaal in 2024", "2024-01-01", "2024-12-31"),
    # Halves
    ("eerste helft 2024", "2024-01-01", "2024-06-30"),
    ("tweede helft van 2024", "2024-07-01", "2024-12-31"),
    ("1e halfjaar 2024", "2024-01-01", "2024-06-30"),
    ("eerste half jaar 2024", "2024-01-01", "2024-06-30"),
    ("H2 2024", "2024-07-01", "2024-12-31"),
    ("eerste helft maart 2024", "2024-03-01", "2024-03-15"),
    ("tweede helft van februari 2024", "2024-02-16", "2024-02-29"),
    # Months
    ("maart 2024", "2024-03-01", "2024-03-31"),
    ("Mrt 2024", "2024-03-01", "2024-03-31"),
    ("mrt. 2024", "2024-03-01", "2024-03-31"),
    ("mrt '24", "2024-03-01", "2024-03-31"),
    ("mrt-24", "2024-03-01", "2024-03-31"),
    ("03-2024", "2024-03-01", "2024-03-31"),
    ("2024-03", "2024-03-01", "2024-03-31"),
    ("februari 2023", "2023-02-01", "2023-02-28"),
    ("maart-mei 2024", "2024-03-01", "2024-05-31"),
    ("jan t/m mrt 2024", "2024-01-01", "2024-03-31"),
    ("januari tot en met maart 2024", "2024-01-01", "2024-03-31"),
    ("maart en september 2024", "2024-03-01", "2024-09-30"),
    ("november t/m februari 2025", "2024-11-01", "2025-02-28"),
    ("november 2024 t/m februari", "2024-11-01", "2025-02-28"),
    ("jaarlijks in maart 2024", "2024-03-01", "2024-03-31"),
    # Begin, medio, eind
    ("medio 2024", "2024-05-01", "2024-08-31"),
    ("half 2024", "2024-05-01", "2024-08-31"),
    ("midden 2024", "2024-05-01", "2024-08-31"),
    ("eind 2024", "2024-10-01", "2024-12-31"),
    ("einde van 2024", "2024-10-01", "2024-12-31"),
    ("begin Q2 2024", "2024-04-01", "2024-04-30"),
    ("medio Q2 2024", "2024-05-01", "2024-05-31"),
    ("begin maart 2024", "2024-03-01", "2024-03-10"),
    ("half maart 2024", "2024-03-11", "2024-03-20"),
    ("eind februari 2024", "2024-02-21", "2024-02-29"),
    ("begin eerste helft 2024", "2024-01-01", "2024-02-29"),
    ("eind eerste helft 2024", "2024-05-01", "2024-06-30"),
    ("eind winter 2024-2025", "2025-02-01", "2025-02-28"),
    ("eind week 12 2024", "2024-03-18", "2024-03-24"),
    ("ultimo 2024", "2024-12-31", "2024-12-31"),
    ("primo Q2 2024", "2024-04-01", "2024-04-01"),
    ("begin/medio 2024", "2024-01-01", "2024-08-31"),
    ("begin tot eind 2024", "2024-01-01", "2024-12-31"),
    ("eind 2023/begin 2024", "2023-10-01", "2024-03-31"),
    ("eind 2024 (Q4)", "2024-10-01", "2024-12-31"),
    # Years
    ("2024", "2024-01-01", "2024-12-31"),
    ("gedurende 2024", "2024-01-01", "2024-12-31"),
    ("heel 2024", "2024-01-01", "2024-12-31"),
    ("2024-2025", "2024-01-01", "2025-12-31"),
    ("2024 – 2025", "2024-01-01", "2025-12-31"),
    ("2024/2025", "2024-01-01", "2025-12-31"),
    ("2024-25", "2024-01-01", "2025-12-31"),
    ("2024, 2025 en 2026", "2024-01-01", "2026-12-31"),
    ("1990", "1990-01-01", "1990-12-31"),
    ("2100", "2100-01-01", "2100-12-31"),
    # From
    ("2024 en verder", "2024-01-01", ""),
    ("2024 e.v.", "2024-01-01", ""),
    ("2023 - heden", "2023-01-01", ""),
    ("vanaf 2024", "2024-01-01", ""),
    ("vanaf medio 2024", "2024-05-01", ""),
    ("per 1 januari 2024", "2024-01-01", ""),
    ("ingaande 1 maart 2024", "2024-03-01", ""),
    ("met ingang van 1 maart 2024", "2024-03-01", ""),
    ("m.i.v. 1-3-2024", "2024-03-01", ""),
    ("start Q2 2024", "2024-04-01", ""),
    ("begin: 1-1-2024", "2024-01-01", ""),
    ("na Q2 2024", "2024-07-01", ""),
    ("na 31-12-2024", "2025-01-01", ""),
    # Until
    ("uiterlijk 1 april 2024", "", "2024-04-01"),
    ("uiterlijk Q2 2024", "", "2024-06-30"),
    ("Q2 2024 uiterlijk", "", "2024-06-30"),
    ("deadline: 1 april 2024", "", "2024-04-01"),
    ("voor 1-4-2024", "", "2024-03-31"),
    ("vóór Q2 2024", "", "2024-03-31"),
    ("voor eind 2024", "", "2024-12-31"),
    ("tot 1-4-2024", "", "2024-03-31"),
    ("tot eind 2024", "", "2024-12-31"),
    ("tot medio 2024", "", "2024-04-30"),
    ("tot uiterlijk 1 april 2024", "", "2024-04-01"),
    ("tot en met 31 maart 2024", "", "2024-03-31"),
    ("t/m Q1 2024", "", "2024-03-31"),
    ("klaar voor 1 april 2024", "", "2024-03-31"),
    ("uiterlijk voor de zomer van 2024", "", "2024-06-30"),
    # Ready
    ("gereed eind Q2 2024", "2024-06-01", "2024-06-30"),
    ("afgerond Q2 2024", "2024-04-01", "2024-06-30"),
    ("maart 2024 klaar", "2024-03-01", "2024-03-31"),
    ("gereed per 1-4-2024", "2024-04-01", "2024-04-01"),
    ("start Q1 2024, gereed Q3 2024", "2024-01-01", "2024-09-30"),
    ("Q1 2024 start, Q2 2024 gereed", "2024-01-01", "2024-06-30"),
    ("Start in maart, gereed Q4 2024", "2024-03-01", "2024-12-31"),
    ("Start: 1-1-2024, eind: 31-12-2024", "2024-01-01", "2024-12-31"),
    # Ongoing
    ("doorlopend", "", ""),
    ("Lopend", "", ""),
    ("structureel", "", ""),
    ("permanent", "", ""),
    ("hele looptijd", "", ""),
    ("Continu / structureel", "", ""),
    ("Continu, zie bijlage", "", ""),
    ("januari 2024 start, doorlopend", "2024-01-01", ""),
    ("vanaf Q1 2024 doorlopend", "2024-01-01", ""),
    ("Q2 2024, daarna structureel", "2024-04-01", ""),
    ("Q2 2024, doorlopend", "2024-04-01", ""),
    ("2024 - doorlopend", "2024-01-01", ""),
    ("doorlopend in 2024", "2024-01-01", "2024-12-31"),
    ("doorlopend t/m 2025", "", "2025-12-31"),
    ("lopend, gereed Q2 2024", "2024-04-01", "2024-06-30"),
    # Days
    ("1-1-2024", "2024-01-01", "2024-01-01"),
    ("01/02/2024", "2024-02-01", "2024-02-01"),
    ("1.2.2024", "2024-02-01", "2024-02-01"),
    ("1 - 2 - 2024", "2024-02-01", "2024-02-01"),
    ("1-2-24", "2024-02-01", "2024-02-01"),
    ("2024-02-01", "2024-02-01", "2024-02-01"),
    ("1 januari 2024", "2024-01-01", "2024-01-01"),
    ("1 jan. '24", "2024-01-01", "2024-01-01"),
    ("1 jan 24", "2024-01-01", "2024-01-01"),
    ("1-jan-24", "2024-01-01", "2024-01-01"),
    ("maandag 1 januari 2024", "2024-01-01", "2024-01-01"),
    ("ma. 1 januari 2024", "2024-01-01", "2024-01-01"),
    ("1 maart 2024 om 10:30 uur", "2024-03-01", "2024-03-01"),
    ("29-2-2024", "2024-02-29", "2024-02-29"),
    ("1-1-2024 t/m 31-3-2024", "2024-01-01", "2024-03-31"),
    ("1-1-2024 - 31-3-2024", "2024-01-01", "2024-03-31"),
    ("1-1-2024/31-3-2024", "2024-01-01", "2024-03-31"),
    ("1-1-2024 tot 1-4-2024", "2024-01-01", "2024-03-31"),
    ("van 1 januari tot 1 april 2024", "2024-01-01", "2024-03-31"),
    ("tussen 1 maart en 1 april 2024", "2024-03-01", "2024-04-01"),
    ("15-3 t/m 20-4-2024", "2024-03-15", "2024-04-20"),
    ("1 t/m 3 maart 2024", "2024-03-01", "2024-03-03"),
    ("1-3 maart 2024", "2024-03-01", "2024-03-03"),
    ("vanaf medio 2024 tot en met eind 2025", "2024-05-01", "2025-12-31"),
    # Seasons and weeks
    ("voorjaar 2024", "2024-03-01", "2024-05-31"),
    ("lente 2024", "2024-03-01", "2024-05-31"),
    ("zomer 2024", "2024-06-01", "2024-08-31"),
    ("najaar 2024", "2024-09-01", "2024-11-30"),
    ("herfst 2024", "2024-09-01", "2024-11-30"),
    ("winter 2024-2025", "2024-12-01", "2025-02-28"),
    ("winter 23/24", "2023-12-01", "2024-02-29"),
    ("voor de zomer 2024", "", "2024-06-30"),
    ("na de zomer van 2024", "2024-09-01", ""),
    ("week 12 2024", "2024-03-18", "2024-03-24"),
    ("wk 12, 2024", "2024-03-18", "2024-03-24"),
    ("2024-W12", "2024-03-18", "2024-03-24"),
    ("week 12-14 2024", "2024-03-18", "2024-04-07"),
    ("week 12 t/m 14 2024", "2024-03-18", "2024-04-07"),
    # Words around it
    ("Q2 2024 (onder voorbehoud)", "2024-04-01", "2024-06-30"),
    ("Q2 2024 (april t/m juni)", "2024-04-01", "2024-06-30"),
    ("Q2 2024, nog niet vastgesteld", "2024-04-01", "2024-06-30"),
    ("na akkoord, Q2 2024", "2024-04-01", "2024-06-30"),
    ("per gemeente in Q2 2024", "2024-04-01", "2024-06-30"),
    ("actie 3 in 2024", "2024-01-01", "2024-12-31"),
    ("acties 2024", "2024-01-01", "2024-12-31"),
    ("5a.2 gereed Q2 2024", "2024-04-01", "2024-06-30"),
    ("12 gemeenten in 2024", "2024-01-01", "2024-12-31"),
    ("Q2 2024 en verder uitwerken", "2024-04-01", "2024-06-30"),
    ("besluit voor 1 april 2024", "", "2024-03-31"),
    ("start pilot Q1 2024, afronding pilot Q4 2024", "2024-01-01", "2024-12-31"),
    # How it was typed doesn't matter
    ("  EIND\u00a0q1 \n 2024 ", "2024-03-01", "2024-03-31"),
    ("ei\u00adnd Q1\u200b 2024\u200f", "2024-03-01", "2024-03-31"),
    ("\ud800Q2 2024", "2024-04-01", "2024-06-30"),
    ("Ｑ２ ２０２４", "2024-04-01", "2024-06-30"),
]

UNREADABLE = [
    # Nothing about time
    "", "   ", "Nader te bepalen", "n.t.b.", "z.s.m.", "volgt", "volgt later", "zie bijlage", "zo spoedig mogelijk",
    # No such day, week, quarter or year
    "31-2-2024", "30 februari 2024", "29-2-2023", "32 januari 2024", "13-2024", "2024-13-01", "Q5 2024", "Q0 2024",
    "vijfde kwartaal 2024", "week 54 2024", "week 53 2024", "1989", "2101", "1-1-1989", "Q2 1850", "20245",
    "actie 20245", "A2024",
    # No year
    "Q2", "maart", "zomer", "1 maart", "eind", "eerste kwartaal", "eind dit jaar", "volgend jaar",
    # More than one meaning
    "winter 2024", "mrt 24", "per eind 2024", "plan voor 2024", "2024, doorlopend", "1e week maart 2024", "1-3 2024",
    "december en januari 2025", "Q1 en 2025", "Q2 eind 2024",
    "eind 2024-2025", "T1 2024", "schooljaar 2024-2025", "na de zomervakantie 2024",
    # Contradictions, and two windows that are no range
    "Q3 2024 - Q1 2024", "31-3-2024 t/m 1-1-2024", "was Q1 2024, nu Q3 2024", "Q3 2024 (was Q2 2024)",
    "Q1 2024; Q3 2024", "Q1 t/m Q3 2024 en verder", "start pilot in maart, evaluatie gereed Q4 2024",
    "t/m 2024 en verder", "vanaf uiterlijk 2024",
    # A bound that nobody can read, or a stretch of time
    "vanaf vaststelling t/m Q2 2024", "vanaf 1-1-2024 tot nader order", "3 maanden na 1-1-2024",
    "twee weken voor 1 maart 2024", "binnen een half jaar na 1-1-2024", "2 jaar vanaf 2024",
    # The opposite
    "niet in 2024", "2024 behalve Q2", "niet doorlopend",
    # Says what, not when
    "Structureel overleg inrichten", "doorlopend, Q2 2024 evaluatie", "Q2 2024 evaluatie, overleg doorlopend",
    "2000 cliënten", "€ 2024", "<script>",
    "=1+1", "1+1", "------", "''''", "24", "'99",
]  # fmt: skip


@pytest.mark.parametrize(("text", "start", "end"), READ)
def test_a_timeline_is_read_as_its_window(text: str, start: str, end: str) -> None:
    assert read_timeline(text) == window(start, end)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_says_nothing_clear_has_no_window(text: str) -> None:
    assert read_timeline(text) is None


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Q2", "2025-04-01", "2025-06-30"),
        ("maart", "2025-03-01", "2025-03-31"),
        ("eind maart", "2025-03-21", "2025-03-31"),
        ("vanaf september", "2025-09-01", ""),
        ("1 maart - 1 april", "2025-03-01", "2025-04-01"),
        ("voor de zomer", "", "2025-06-30"),
        ("Q1, 2 pilots", "2025-01-01", "2025-03-31"),
        ("1-3", "2025-03-01", "2025-03-01"),
        ("Q2 2024", "2024-04-01", "2024-06-30"),
    ],
)
def test_without_a_year_the_reference_year_counts(text: str, start: str, end: str) -> None:
    assert read_timeline(text, reference_year=2025) == window(start, end)


@pytest.mark.parametrize(
    ("text", "year"), [("oktober t/m maart", 2025), ("29 februari", 2025), ("Q2", 1989), ("Q2", 0)]
)
def test_a_reference_year_that_leaves_doubt_gives_nothing(text: str, year: int) -> None:
    assert read_timeline(text, reference_year=year) is None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2024-01-01", "2024-12-31", "1 januari t/m 31 december 2024"),
        ("2024-10-01", "2025-03-31", "1 oktober 2024 t/m 31 maart 2025"),
        ("2024-01-01", "", "vanaf 1 januari 2024"),
        ("", "2024-03-31", "tot en met 31 maart 2024"),
        ("", "", "doorlopend"),
        ("2024-03-31", "2024-03-31", "31 maart 2024"),
    ],
)
def test_a_window_is_said_in_dutch(start: str, end: str, words: str) -> None:
    assert window(start, end).describe() == words


def test_the_hint_says_how_the_text_was_read() -> None:
    assert timeline_hint("Heel 2024") == "Gelezen als 1 januari t/m 31 december 2024."
    assert timeline_hint("continu") == "Gelezen als doorlopend."


def test_the_hint_says_that_the_text_stays_when_it_is_not_read() -> None:
    assert timeline_hint("n.t.b.") == (
        "Hier is geen datum of periode in gelezen. De tekst blijft staan zoals u die typt."
    )


def test_there_is_no_hint_without_text() -> None:
    assert timeline_hint(" \n") == ""


def test_timelines_sort_by_end_then_start_and_the_unreadable_last() -> None:
    in_order = [
        "uiterlijk Q1 2024",
        "Q1 2024",
        "maart 2024",
        "Q2 2024",
        "vanaf 2024",
        "vanaf 2025",
        "continu",
        "n.t.b.",
    ]
    backwards = list(reversed(in_order))
    assert sorted(backwards, key=lambda text: sort_key(read_timeline(text))) == in_order


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1-2-2024", date(2024, 2, 1)),
        ("01/02/24", date(2024, 2, 1)),
        ("2024-02-01", date(2024, 2, 1)),
        (" Do. 1 febr. '24 ", date(2024, 2, 1)),
        ("1 februari 2024.", date(2024, 2, 1)),
    ],
)
def test_a_date_is_read(text: str, day: date) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "1 februari", "1-2", "februari 2024", "31-2-2024", "1-2-2024 of later", "vanaf 1-2-2024", "1-2-1950",
             "1-2-2024 t/m 3-2-2024"]
)  # fmt: skip
def test_what_is_not_one_whole_date_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    "unit",
    [
        "Q2 2024 ",
        "1",
        "1-",
        "' ",
        "\u00ad",
        "ﷺ",
        "1 - 1 - ",
        "Q1 en ",
        "begin ",
        "\ud800",
    ],
    ids=repr,
)
def test_an_endless_text_does_not_keep_anybody_waiting(unit: str) -> None:
    assert_grows_with(read_timeline, unit * (40 // len(unit)), unit * (320 // len(unit)))
    assert_grows_with(read_timeline, unit * (25_000 // len(unit)), unit * (200_000 // len(unit)))


def test_a_story_is_not_read_in_part() -> None:
    assert read_timeline("Q2 2024 " + "x" * 500) is None


def test_spaces_around_a_short_text_do_not_make_it_a_story() -> None:
    assert read_timeline(" " * 200_000 + "Q2 2024") == window("2024-04-01", "2024-06-30")
