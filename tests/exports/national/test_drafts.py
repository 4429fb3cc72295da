"""What the portal drafts for the second page, rule by rule: only what is telling, and told fairly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.counting.values import living_values
from exports.national.data import Beeld, DoelstellingBeeld, PlanBeeld, RondeBeeld
from exports.national.messages.box import MessageEdit, box_of
from exports.national.messages.drafts import Draft, drafts_of
from exports.national.sentences.phrases import Numbers
from portal.domain.report.messages import MOST_WORDS, words_in
from tests.exports.national.small import STIL, TIJD, actie, beeld, data, regio, uitspraak, vroeger

CODES = "ABCDEFGH"
ALL = tuple(regio(code, plan=number, doel="ja") for number, code in enumerate(CODES, 1))


def actions(aandacht: int) -> tuple:
    statuses = ["aandacht"] * aandacht + ["op_schema"] * (12 - aandacht)
    return tuple(actie(number, CODES[number % 8], status=one) for number, one in enumerate(statuses))


def drafts(nu: Beeld, vorige: Beeld | None = None, **more: object) -> dict[str, Draft]:
    waarden = living_values(replace(data(nu, vorige), **more))  # type: ignore[arg-type]
    return {one.sleutel: one for one in drafts_of(Numbers(waarden))}


def printed(draft: Draft, nu: Beeld, vorige: Beeld | None = None, **more: object) -> str:
    waarden = living_values(replace(data(nu, vorige), **more))  # type: ignore[arg-type]
    return box_of(MessageEdit(draft.sleutel, draft.bevinding, draft.waarom, draft.wat_nu), waarden).tekst


def test_of_a_handful_of_regions_nothing_is_drafted() -> None:
    assert drafts(beeld(ALL[:4], actions(4))) == {}


def test_ja_and_deels_are_told_apart() -> None:
    nu = beeld((*ALL[:5], *(replace(one, keuzes={"doel_verwachting": "deels"}) for one in ALL[5:])))
    tekst = printed(drafts(nu)["doel"], nu)
    assert tekst.startswith("5 van de 8 regio’s verwachten de doelstelling te halen. 3 verwachten dit deels.")


def test_a_change_is_told_over_the_regions_that_answered_both_rounds() -> None:
    nu = beeld(ALL, actions(6))
    vorige = vroeger(beeld((*ALL[:6], *(replace(one, stand=STIL) for one in ALL[6:])), actions(3)))
    tekst = printed(drafts(nu, vorige)["acties"], nu, vorige)
    assert "In de 6 regio’s die beide keren antwoordden, waren het er vorige keer 3 en nu 6." in tekst
    assert "Dat zijn weinig regio’s" in tekst


def test_over_several_rounds_what_got_done_is_told_of_the_regions_that_answered_first_and_last() -> None:
    done = tuple(actie(number, CODES[number], status="afgerond") for number in range(6))
    begun = tuple(actie(number, CODES[number], status="op_schema") for number in range(6))
    vorige, nu = vroeger(beeld(ALL, begun)), beeld((*ALL[:6], *(replace(one, stand=STIL) for one in ALL[6:])), done)
    reeks = (RondeBeeld(vorige), RondeBeeld(nu))
    tekst = printed(drafts(nu, vorige, reeks=reeks)["over_uitvragen"], nu, vorige, reeks=reeks)
    assert tekst.startswith("In “Ronde een” waren 0 acties afgerond, in “Ronde twee” 6.")
    assert "van de 6 regio’s die beide keren antwoordden. Dat zijn minder dan 20 regio’s." in tekst
    assert "over_uitvragen" not in drafts(nu, vorige)


def test_what_waits_for_two_rounds_names_of_whom() -> None:
    gezegd = (
        uitspraak(1, "verwachtingen", "A", aan="vws"),
        uitspraak(2, "verwachtingen", "B", aan="vng", antwoord="Ja."),
    )
    nu, vorige = beeld(ALL), vroeger(beeld(ALL, (), gezegd))
    draft = drafts(nu, vorige)["verwachtingen_twee_rondes"]
    assert printed(draft, nu, vorige).startswith("1 verwachting wacht al twee rondes op antwoord.")
    assert "verwachtingen_twee_rondes" not in drafts(nu, vroeger(beeld(ALL, (), gezegd[1:])))


def goal(plan: int, van: float | None, naar: float | None, eenheid: str = "cliënten per maand") -> DoelstellingBeeld:
    return DoelstellingBeeld(plan, plan, "Doel", landelijk=True, nulwaarde=van, streefwaarde=naar, eenheid=eenheid)


def test_goals_add_up_beside_the_national_target_and_tell_who_gave_no_number() -> None:
    plannen = tuple(PlanBeeld(number, f"Plan {code}", (code,), "") for number, code in enumerate(CODES, 1))
    doelen = (goal(1, 60, 40), goal(2, 60, 40), goal(3, 80, 50), goal(4, None, 40), goal(5, 9, 3, "cliënten per jaar"))
    nu = beeld(ALL)
    draft = drafts(nu, plannen=plannen, doelstellingen=doelen)["doelen_samen"]
    assert printed(draft, nu, plannen=plannen, doelstellingen=doelen).startswith(
        "De doelen met een getal tellen op tot 130 cliënten per maand, meer dan de landelijke 100. Dat zijn de doelen "
        "van 3 regio’s; zij gaan uit van 200 per maand. Van 5 regio’s met een plan is er geen getal."
    )
    assert "doelen_samen" not in drafts(nu, plannen=plannen, doelstellingen=doelen[:2])


def test_lessons_that_fit_no_theme_are_told_when_they_are_most() -> None:
    gezegd = (
        *(uitspraak(number, "lessen", code, themas=(TIJD,)) for number, code in enumerate(CODES[:5])),
        *(uitspraak(number, "lessen", code, themas=()) for number, code in enumerate(CODES, 10)),
    )
    nu = beeld(ALL, (), gezegd)
    assert "wat regio’s noemen, past bij 8 regio’s bij geen thema." in printed(drafts(nu)["lessen"], nu)


@pytest.mark.parametrize("aandacht", [1, 6])
def test_no_draft_is_longer_than_a_reader_takes_in(aandacht: int) -> None:
    silent = tuple(replace(one, stand=STIL) for one in ALL[6:])
    nu = beeld((*ALL[:6], *silent), actions(aandacht))
    vorige = vroeger(beeld(ALL, actions(3)))
    for draft in drafts(nu, vorige).values():
        assert words_in(printed(draft, nu, vorige)) <= MOST_WORDS + 10, draft
