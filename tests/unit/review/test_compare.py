"""What is different between two submissions, per part: texts by word, lists by the permanent id of their rows."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from typing import Any

import pytest

from forms.richtext.diff import Change
from portal.domain import clock
from portal.domain.plan.events import EventSoort
from portal.domain.plan.happened import ALREADY, already
from portal.domain.plan.readings import read_goal
from portal.domain.plan.reminders import deadline_counts
from portal.domain.plan.workflow import Move
from portal.domain.review.compare import PartDiff, RowChange, compare, files_diff
from portal.services.plan.workflow import EVENTS
from tests.editions import PLAN
from tests.unit.review.hundred_pages import hundred_pages

Content = dict[str, Any]


def action(id_: int, text: str, **values: Any) -> dict[str, Any]:
    return {
        "id": id_,
        "vorm": "actie",
        "paragraaf": "",
        "omschrijving": text,
        "verantwoordelijke": "Gemeenten",
        "tijdslijn": "",
        "venster_van": None,
        "venster_tot": None,
        "venster_bron": "geen",
        "themas": "",
        "is_mijlpaal": False,
        **values,
    }


def content(**parts: Any) -> Content:
    lists: dict[str, Any] = {"partijen": [], "doelstellingen": [], "acties": [], "mijlpalen": []}
    return {"answers": {}, **lists, "volgt_later": {}, "bijlagen": [], **copy.deepcopy(parts)}


def part(old: Content, new: Content, key: str) -> PartDiff:
    return next(one for one in compare(PLAN, old, new) if one.step.key == key)


def changed(old: Content, new: Content) -> list[str]:
    return [one.step.key for one in compare(PLAN, old, new) if one.changed]


def test_equal_contents_have_no_changed_part():
    same = content(answers={"monitoring": "Elk kwartaal."}, acties=[action(1, "Overleg")])
    assert changed(same, copy.deepcopy(same)) == []
    assert [one.step.key for one in compare(PLAN, same, same)] == [step.key for step in PLAN.steps]


def test_a_changed_text_marks_its_part_and_its_words():
    old, new = content(answers={"monitoring": "Elk kwartaal."}), content(answers={"monitoring": "Elke maand."})
    assert changed(old, new) == ["monitoring"]
    text = part(old, new, "monitoring").texts["monitoring"]
    assert [piece.text for piece in text.pieces if piece.change is Change.ADDED] == ["Elke", "maand"]
    assert [piece.text for piece in text.pieces if piece.change is Change.REMOVED] == ["Elk", "kwartaal"]
    assert (text.before, text.after) == ("Elk kwartaal.", "Elke maand.")


def test_what_was_never_answered_is_an_empty_text():
    text = part(content(), content(answers={"monitoring": "Elke maand."}), "monitoring").texts["monitoring"]
    assert (text.before, text.after, text.is_empty) == ("", "Elke maand.", False)
    assert part(content(), content(), "monitoring").texts["monitoring"].is_empty


def test_the_words_of_a_text_are_compared_and_its_marks_are_not_shown():
    old, new = content(answers={"monitoring": "Wij **meten**."}), content(answers={"monitoring": "Wij **tellen**."})
    text = part(old, new, "monitoring").texts["monitoring"]
    assert "*" not in "".join(piece.text for piece in text.pieces)
    assert (text.changed, text.only_looks_changed) == (True, False)


def test_a_word_that_was_only_made_bold_is_said_to_look_different():
    old, new = content(answers={"monitoring": "Wij meten."}), content(answers={"monitoring": "Wij **meten**."})
    text = part(old, new, "monitoring").texts["monitoring"]
    assert (text.changed, text.only_looks_changed) == (True, True)


def test_a_choice_is_compared_by_its_words():
    old = content(answers={"projectstructuur_vorm": "geen"})
    new = content(answers={"projectstructuur_vorm": "nieuw_vast"})
    text = part(old, new, "projectstructuur").texts["projectstructuur_vorm"]
    assert (text.before, text.after) == ("Geen", "Nieuwe vaste structuur")


def test_several_choices_are_compared_as_a_row_of_words():
    old, new = content(), content(answers={"doelgroep_soorten": "jongeren ouderen"})
    labels = [PLAN.question("doelgroep_soorten").choice_label(key) for key in ("jongeren", "ouderen")]
    text = part(old, new, "doelgroep").texts["doelgroep_soorten"]
    assert (text.before, text.after) == ("", ", ".join(labels))


def test_volgt_later_that_came_is_a_change():
    new = content(volgt_later={"planning": "Volgt in maart."})
    assert changed(content(), new) == ["planning"]
    assert part(content(), new, "planning").later.after == "Volgt in maart."


def test_volgt_later_that_went_away_is_a_change():
    old = content(volgt_later={"planning": "Volgt in maart."})
    assert changed(old, content()) == ["planning"]
    assert part(old, content(), "planning").later.before == "Volgt in maart."


def rows_of(old: Content, new: Content) -> list[tuple[int, RowChange]]:
    return [(row.row_id, row.change) for row in part(old, new, "acties").lists["acties"].rows]


def test_actions_are_followed_by_their_permanent_id():
    old = content(acties=[action(1, "Blijft"), action(2, "Verdwijnt"), action(3, "Verandert")])
    new = content(acties=[action(1, "Blijft"), action(4, "Nieuw"), action(3, "Veranderd")])
    assert rows_of(old, new) == [
        (1, RowChange.SAME),
        (2, RowChange.REMOVED),
        (4, RowChange.ADDED),
        (3, RowChange.CHANGED),
    ]
    assert changed(old, new) == ["acties"]


def test_a_row_that_came_or_went_has_its_cells_on_one_side_only():
    heading = action(1, "Samen", vorm="kop", paragraaf="5a")
    (came,) = part(content(), content(acties=[heading]), "acties").lists["acties"].rows
    (went,) = part(content(acties=[heading]), content(), "acties").lists["acties"].rows
    assert [(cell.before, cell.after) for cell in came.cells] == [
        ("", "5a"),
        ("", "Samen"),
        ("", "Gemeenten"),
        ("", ""),
    ]
    assert [(cell.before, cell.after) for cell in went.cells] == [
        ("5a", ""),
        ("Samen", ""),
        ("Gemeenten", ""),
        ("", ""),
    ]
    assert (came.is_heading, went.is_heading) == (True, True)
    (action_came,) = part(content(), content(acties=[action(1, "Samen")]), "acties").lists["acties"].rows
    assert not action_came.is_heading


def test_a_list_that_changed_names_its_columns():
    new = content(acties=[action(1, "Samen")])
    assert part(content(), new, "acties").lists["acties"].columns[:2] == ("Paragraaf in PvA", "Acties")


def test_a_row_that_went_first_stands_first():
    old = content(acties=[action(1, "Weg"), action(2, "Ook weg"), action(3, "Blijft")])
    assert [id_ for id_, _ in rows_of(old, content(acties=[action(3, "Blijft")]))] == [1, 2, 3]


def test_only_the_cell_that_changed_is_marked():
    old = content(acties=[action(1, "Overleg", tijdslijn="Q1")])
    new = content(acties=[action(1, "Overleg", tijdslijn="Q2", verantwoordelijke="Gemeenten")])
    (row,) = part(old, new, "acties").lists["acties"].rows
    assert [cell.changed for cell in row.cells] == [False, False, False, True]
    assert (row.cells[3].before, row.cells[3].after) == ("Q1", "Q2")


def test_another_reading_of_a_timeline_is_a_change():
    window = {"venster_bron": "gelezen", "venster_van": "2024-01-01", "venster_tot": "2024-03-31"}
    old = content(acties=[action(1, "Overleg", tijdslijn="Q1 2024", **window)])
    new = content(acties=[action(1, "Overleg", tijdslijn="Q1 2024", **{**window, "venster_tot": "2024-06-30"})])
    (row,) = part(old, new, "acties").lists["acties"].rows
    assert row.cells[3].before == "Q1 2024\n(1 januari t/m 31 maart 2024)"
    assert row.cells[3].changed


def test_another_order_is_a_change_in_which_no_row_changed():
    rows = [action(1, "Een"), action(2, "Twee")]
    old, new = content(acties=rows), content(acties=rows[::-1])
    found = part(old, new, "acties").lists["acties"]
    assert (found.reordered, found.changed) == (True, True)
    assert {row.change for row in found.rows} == {RowChange.SAME}


def test_a_row_in_between_is_no_other_order():
    old = content(acties=[action(1, "Een"), action(2, "Twee")])
    new = content(acties=[action(1, "Een"), action(3, "Drie"), action(2, "Twee")])
    assert not part(old, new, "acties").lists["acties"].reordered


def test_an_action_that_became_a_heading_changed():
    old, new = content(acties=[action(1, "Samen")]), content(acties=[action(1, "Samen", vorm="kop")])
    (row,) = part(old, new, "acties").lists["acties"].rows
    assert (row.change, row.is_heading) == (RowChange.CHANGED, True)


def test_figures_of_a_goal_are_read_as_people_write_them():
    goal = {
        "id": 1,
        "tekst": "Minder instroom",
        "landelijk": False,
        "smart": "",
        "telt_clienten": "ja",
        "indicator": "cliënten",
    }
    figures = {"nulwaarde": "1.250,5", "peildatum": "", "streefwaarde": "", "einddatum": "31 december 2024"}
    goal |= {**figures, "eenheid": "", "gelezen": read_goal(figures, year=None)}
    old, new = content(doelstellingen=[]), content(doelstellingen=[goal])
    (row,) = part(old, new, "doelstellingen").lists["doelstellingen"].rows
    assert [cell.after for cell in row.cells] == [
        "Minder instroom",
        "Indicator: cliënten\nNulwaarde: 1.250,5\nEinddatum: 31 december 2024\nTelt cliënten: Ja",
    ]


def test_files_that_came_and_went_are_named():
    old = content(bijlagen=[{"id": 1, "naam": "Oud"}, {"id": 2, "naam": "Blijft"}])
    new = content(bijlagen=[{"id": 2, "naam": "Blijft"}, {"id": 3, "naam": "Nieuw"}])
    assert files_diff(old, new) == (frozenset({3}), ["Oud"])


def test_a_cell_of_a_table_is_compared_by_its_words():
    typed = "| Wat | Hoeveel |\n|---|---|\n| Woningen | 85 |\n| Plekken | 12 |"
    old, new = (content(answers={"monitoring": one}) for one in (typed, typed.replace("85", "90")))
    (text,) = [one for part in compare(PLAN, old, new) for one in part.texts.values() if one.changed]
    changed = [(piece.change, piece.text) for piece in text.pieces if piece.change is not Change.SAME]
    assert changed == [(Change.REMOVED, "85"), (Change.ADDED, "90")]


def test_two_plans_of_a_hundred_pages_are_compared_text_by_text():
    keys = [question.key for question in PLAN.questions if question.kind.value == "long_text"]
    share = len(hundred_pages(1)) // len(keys)
    texts = [hundred_pages(seed) for seed in (1, 2)]
    old, new = (
        content(answers={key: text[at * share : (at + 1) * share] for at, key in enumerate(keys)}) for text in texts
    )
    pieces = [text.pieces for one in compare(PLAN, old, new) for text in one.texts.values()]
    assert sum(len(found) for found in pieces) >= 2 * len(keys)


# --- What came before -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("soort", list(ALREADY))
def test_what_happened_says_who_and_when(soort: EventSoort):
    with clock.stopped_at(datetime(2024, 1, 15, 14, 30, tzinfo=UTC)):
        today = already(soort, "C. Voorbeeld", datetime(2024, 1, 15, 13, 3, tzinfo=UTC))
        before = already(soort, "C. Voorbeeld", datetime(2024, 1, 14, 13, 3, tzinfo=UTC))
    assert "C. Voorbeeld" in today
    assert " om 14:03 " in today
    assert " op 14 januari 2024 om 14:03 " in before


def test_every_move_can_be_told_to_who_comes_second():
    assert {EVENTS[move] for move in Move} <= set(ALREADY)


@pytest.mark.parametrize(
    ("asked_anew", "counts"),
    [(None, True), (date(2023, 12, 30), True), (date(2023, 12, 31), True), (date(2024, 1, 1), False)],
)
def test_a_deadline_is_not_about_what_was_asked_after_it(asked_anew: date | None, counts: bool):
    assert deadline_counts(date(2023, 12, 31), asked_anew) is counts


def test_shortened_a_part_holds_only_what_changed():
    old = content(
        answers={"projectstructuur_vorm": "geen", "projectstructuur": "Wij overleggen."},
        acties=[action(1, "Een"), action(2, "Twee"), action(3, "Drie")],
    )
    new = content(
        answers={"projectstructuur_vorm": "geen", "projectstructuur": "Wij beslissen."},
        acties=[action(1, "Een"), action(2, "Toch twee"), action(4, "Vier")],
        volgt_later={"planning": "In maart."},
    )
    assert list(part(old, new, "projectstructuur").short.texts) == ["projectstructuur"]
    rows = part(old, new, "acties").short.lists["acties"].rows
    assert [(row.row_id, row.change.value) for row in rows] == [(2, "gewijzigd"), (3, "vervallen"), (4, "nieuw")]
    planning = part(old, new, "planning").short
    assert (dict(planning.texts), dict(planning.lists), planning.later.after) == ({}, {}, "In maart.")
    assert part(new, content(volgt_later=new["volgt_later"]), "planning").short.later.is_empty


def test_another_order_is_seen_in_all_rows_also_when_shortened():
    rows = [action(1, "Een"), action(2, "Twee")]
    short = part(content(acties=rows), content(acties=rows[::-1]), "acties").short.lists["acties"]
    assert (short.reordered, [row.row_id for row in short.rows]) == (True, [2, 1])
