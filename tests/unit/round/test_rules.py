"""What a coördinator may decide about a round and its sheets, and the sentence of each refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from portal.domain.round.rules import (
    RoundValues,
    fixed_changes,
    round_problems,
    what_changed,
    why_no_extension,
    why_not_open,
    why_not_reopen,
    why_not_send_back,
    why_not_unasked,
)
from portal.domain.round.states import BladFacts, BladStatus, UitvraagStatus

TODAY = date(2024, 4, 1)
DAY = timedelta(days=1)
# Nothing is wrong with it, and each day is the first that may be chosen.
GOOD = RoundValues(
    naam="Kwartaaluitvraag Q1 2024",
    periode_van=date(2024, 1, 1),
    periode_tot=date(2024, 1, 1),
    opent_op=TODAY,
    deadline=TODAY,
    edition="voortgang_2024",
    toelichting="Graag alle regio’s.",
    herinner_dagen=(7, 1),
)

NO_NAME = ("naam", "Geef de uitvraag een naam, bijvoorbeeld “Kwartaaluitvraag Q1 2024”.")
LONG_NAME = ("naam", "De naam is te lang. Gebruik hoogstens 200 tekens.")
ENDS_FIRST = ("periode_tot", "De periode eindigt voordat zij begint. Draai de data om of pas er een aan.")
OPENS_IN_PAST = ("opent_op", "De openingsdag is al voorbij. Kies vandaag of een latere dag.")
DUE_FIRST = ("deadline", "De deadline ligt voor de openingsdag. Kies een latere deadline.")
DUE_IN_PAST = ("deadline", "Deze deadline is al voorbij. Kies vandaag of een latere dag.")
PAST = {"opent_op": TODAY - 2 * DAY, "deadline": TODAY - DAY}


def changed(**values: object) -> RoundValues:
    return replace(GOOD, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({}, []),
        ({"naam": ""}, [NO_NAME]),
        ({"naam": "x" * 200}, []),
        ({"naam": "x" * 201}, [LONG_NAME]),
        ({"periode_tot": date(2023, 12, 31)}, [ENDS_FIRST]),
        ({"opent_op": TODAY - DAY}, [OPENS_IN_PAST]),
        ({"opent_op": TODAY + DAY}, [DUE_FIRST]),
        (PAST, [OPENS_IN_PAST, DUE_IN_PAST]),
        ({"naam": "", **PAST, "deadline": TODAY - 3 * DAY}, [NO_NAME, OPENS_IN_PAST, DUE_FIRST]),
    ],
)
def test_a_new_round_says_all_that_is_wrong_with_it(values: dict[str, object], problems: list[tuple[str, str]]):
    assert list(round_problems(changed(**values), TODAY)) == problems


@pytest.mark.parametrize(
    ("before", "after", "problems"),
    [
        # A round that runs late can still get another name.
        (PAST, {**PAST, "naam": "Anders"}, []),
        (PAST, {**PAST, "opent_op": TODAY - 3 * DAY}, [OPENS_IN_PAST]),
        (PAST, {**PAST, "deadline": TODAY - 2 * DAY}, [DUE_IN_PAST]),
        ({}, PAST, [OPENS_IN_PAST, DUE_IN_PAST]),
        (PAST, {**PAST, "deadline": TODAY + DAY}, []),
    ],
)
def test_a_day_that_has_passed_is_only_wrong_when_it_is_newly_chosen(
    before: dict[str, object], after: dict[str, object], problems: list[tuple[str, str]]
):
    assert list(round_problems(changed(**after), TODAY, changed(**before))) == problems


def test_what_was_asked_and_about_which_period_is_settled_once_a_round_is_open():
    after = changed(naam="Anders", edition="", periode_tot=date(2024, 3, 31), deadline=TODAY + DAY)
    assert fixed_changes(GOOD, after) == ["edition", "periode_tot"]
    assert fixed_changes(GOOD, changed(periode_van=TODAY, opent_op=TODAY + DAY)) == ["periode_van", "opent_op"]
    assert fixed_changes(GOOD, changed(naam="Anders", toelichting="", herinner_dagen=())) == []


@pytest.mark.parametrize(
    ("values", "story"),
    [
        ({}, ""),
        ({"naam": "Anders"}, "Naam."),
        ({"edition": "", "naam": "Anders"}, "Naam. Vragenlijst."),
        ({"deadline": date(2024, 5, 7)}, "Deadline: 7 mei 2024."),
        (
            {"periode_van": date(2023, 12, 1), "periode_tot": date(2024, 3, 31), "opent_op": date(2024, 4, 2)},
            "Periode van: 1 december 2023. Periode tot en met: 31 maart 2024. Opent op: 2 april 2024.",
        ),
        ({"toelichting": "", "herinner_dagen": (1,)}, "Toelichting. Herinneringen."),
    ],
)
def test_the_story_says_which_values_changed_and_the_new_days(values: dict[str, object], story: str):
    assert what_changed(GOOD, changed(**values)) == story


@pytest.mark.parametrize(
    ("has_questions", "deadline", "why"),
    [
        (True, TODAY, ""),
        (True, date(2024, 3, 31), "De deadline was zondag 31 maart 2024. Kies eerst een latere deadline."),
        (
            False,
            date(2024, 3, 31),
            "Deze uitvraag heeft nog geen vragen. Kies een landelijke vragenlijst of voeg een eigen vraag toe.",
        ),
    ],
)
def test_why_a_planned_round_cannot_open(has_questions: bool, deadline: date, why: str):
    assert why_not_open(has_questions=has_questions, deadline=deadline, today=TODAY) == why


# --- One sheet -------------------------------------------------------------------------------------------------------

OPEN = BladFacts(UitvraagStatus.OPEN, BladStatus.OPEN, TODAY)
CLOSED = replace(OPEN, uitvraag=UitvraagStatus.GESLOTEN)
FINISHED = replace(OPEN, uitvraag=UitvraagStatus.AFGEROND)
PLANNED = replace(OPEN, uitvraag=UitvraagStatus.GEPLAND)

CHOOSE_ASK = "Deze regio hoeft niet te antwoorden. Kies eerst “Toch vragen”."
DAY_IS_PAST = "Deze dag is al voorbij. Kies vandaag of een latere dag."
NO_EXTENSION_CLOSED = "De uitvraag is gesloten. Uitstel kan niet meer. Heropen het antwoordblad van deze regio."
NO_EXTENSION_ANSWERED = "Deze regio heeft al geantwoord. Uitstel is niet nodig: corrigeren kan tot u de uitvraag sluit."
NOT_LATER = "Uitstel moet later zijn dan de deadline van de uitvraag, dinsdag 2 april 2024. Kies een latere dag."
STILL_OPEN = "De uitvraag is nog open. Deze regio kan gewoon antwoorden. Geef zo nodig uitstel."
NO_REOPEN_FINISHED = "De terugkoppeling is verstuurd en de uitvraag is afgerond. Heropenen kan niet meer."


@pytest.mark.parametrize(
    ("blad", "until", "why"),
    [
        (OPEN, TODAY + 2 * DAY, ""),
        (OPEN, TODAY + DAY, NOT_LATER),
        (OPEN, TODAY, NOT_LATER),
        (OPEN, TODAY - DAY, DAY_IS_PAST),
        (CLOSED, TODAY + 2 * DAY, NO_EXTENSION_CLOSED),
        (PLANNED, TODAY + 2 * DAY, NO_EXTENSION_CLOSED),
        (replace(OPEN, niet_gevraagd=True), TODAY + 2 * DAY, CHOOSE_ASK),
        # Who need not answer hears that first, whatever else is in the way.
        (replace(OPEN, niet_gevraagd=True, status=BladStatus.INGEDIEND), TODAY - DAY, CHOOSE_ASK),
        (replace(OPEN, status=BladStatus.INGEDIEND), TODAY + 2 * DAY, NO_EXTENSION_ANSWERED),
        (replace(OPEN, status=BladStatus.HEROPEND), TODAY + 2 * DAY, NO_EXTENSION_ANSWERED),
    ],
)
def test_why_regions_get_no_extension(blad: BladFacts, until: date, why: str):
    assert why_no_extension(blad, TODAY + DAY, until, TODAY) == why


@pytest.mark.parametrize(
    ("blad", "until", "why"),
    [
        (CLOSED, TODAY, ""),
        (replace(CLOSED, status=BladStatus.INGEDIEND), TODAY, ""),
        (CLOSED, TODAY - DAY, DAY_IS_PAST),
        (OPEN, TODAY, STILL_OPEN),
        (FINISHED, TODAY, NO_REOPEN_FINISHED),
        (replace(CLOSED, niet_gevraagd=True), TODAY, CHOOSE_ASK),
        (replace(CLOSED, niet_gevraagd=True), TODAY - DAY, CHOOSE_ASK),
    ],
)
def test_why_a_sheet_is_not_reopened(blad: BladFacts, until: date, why: str):
    assert why_not_reopen(blad, until, TODAY) == why


@pytest.mark.parametrize(
    ("blad", "why"),
    [
        (OPEN, ""),
        (CLOSED, ""),
        (PLANNED, ""),
        (FINISHED, "De uitvraag is afgerond. U kunt hier niets meer wijzigen."),
        (replace(OPEN, status=BladStatus.INGEDIEND), "Deze regio heeft al geantwoord. Wat is ingediend, telt mee."),
        (replace(OPEN, status=BladStatus.HEROPEND), "Deze regio heeft al geantwoord. Wat is ingediend, telt mee."),
    ],
)
def test_why_a_sheet_is_still_asked(blad: BladFacts, why: str):
    assert why_not_unasked(blad) == why


OPEN_SENT, CLOSED_SENT = replace(OPEN, status=BladStatus.INGEDIEND), replace(CLOSED, status=BladStatus.INGEDIEND)


@pytest.mark.parametrize(
    ("blad", "until", "words"),
    [
        (OPEN_SENT, None, ""),
        (OPEN_SENT, TODAY, ""),
        (OPEN_SENT, TODAY + DAY, ""),
        (OPEN_SENT, TODAY - DAY, "Deze dag is al voorbij."),
        (replace(OPEN_SENT, deadline=TODAY + 3 * DAY), TODAY + 2 * DAY, "Kies een latere dag, of laat de datum leeg."),
        (replace(OPEN_SENT, deadline=TODAY - DAY), None, "Vul in tot wanneer deze regio de tijd krijgt."),
        (CLOSED_SENT, None, "De uitvraag is gesloten. Vul in tot wanneer"),
        (CLOSED_SENT, TODAY, ""),
        (replace(CLOSED_SENT, uitvraag=UitvraagStatus.AFGEROND), TODAY, "Terugsturen kan niet meer."),
    ],
)
def test_when_answers_can_be_sent_back(blad: BladFacts, until: date | None, words: str) -> None:
    why_not = why_not_send_back(blad, until, TODAY)
    assert words in why_not
    assert bool(words) is bool(why_not)
