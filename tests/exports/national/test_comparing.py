"""What may be compared with the previous round, rule by rule: which numbers have a twin, and which ones never."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.data import Beeld, Optie, Vraag
from exports.national.tree import Aard, Waarde
from tests.exports.national.small import (
    CASUISTIEK,
    DATA,
    GELD,
    HULPMIDDEL,
    NIET_GEVRAAGD,
    SAMEN,
    STIL,
    TIJD,
    VRAGEN,
    actie,
    beeld,
    geteld,
    regio,
    uitspraak,
    vroeger,
)

ACTIES = (
    actie(1, "A", status="afgerond", themas=(HULPMIDDEL, CASUISTIEK)),
    actie(2, "B", status="gestopt", themas=(CASUISTIEK,)),
)
SAID = (
    uitspraak(1, "successen", "A", themas=(SAMEN,)),
    uitspraak(2, "lessen", "A", themas=(TIJD,)),
    uitspraak(3, "lessen", "B", themas=(DATA,)),
    uitspraak(4, "verwachtingen", "A", aan="vws", themas=(GELD,), antwoord="Ja."),
    uitspraak(5, "verwachtingen", "B", aan="vws", themas=(GELD,)),
)
REGIOS = (regio("A", doel="ja", afstemming="nee"), regio("B", plan=2, doel="deels", afstemming="ad_hoc"))
FULL = beeld(REGIOS, ACTIES, SAID)


def compared(values: dict[str, Waarde]) -> set[str]:
    return {key for key, one in values.items() if one.vorige is not None}


def counts(values: dict[str, Waarde]) -> set[str]:
    """The numbers of this round; what waits since the round before is counted in that one."""
    mine = {key for key, one in values.items() if one.aantal is not None and not one.van_vorige_ronde}
    return mine - {"verwachtingen_twee_rondes"}


def without(nu: Beeld, **changed: object) -> set[str]:
    """The numbers that are not compared when the previous round was like this one but for what is told."""
    values = geteld(nu, vroeger(replace(nu, **changed)))  # type: ignore[arg-type]
    return counts(values) - compared(values)


NEVER = {
    "zelfde_regios",
    *("acties_codering_oud", "acties_elders", "acties_gestopt_meer", "acties_eerste_aantal", "acties_eerste_regios"),
    *("successen_codering_oud", "successen_eerste_regios", "successen_thema_3_meer"),
    *("lessen_codering_oud", "lessen_eerste_regios", "lessen_tweede_regios"),
    *("lessen_thema_5_meer", "lessen_thema_6_meer"),
    *("verwachtingen_codering_oud", "verwachtingen_beantwoord", "verwachtingen_open", "verwachtingen_eerste_regios"),
    *(
        f"verwachtingen_{party}_{part}"
        for party in ("vws", "zn", "vng", "valente", "dnggz", "mind", "ciz", "nza")
        for part in ("codering_oud", "beantwoord", "open", "meer")
    ),
    "verwachtingen_vws_eerste_regios",
}


def test_of_two_equal_rounds_everything_is_compared_but_what_only_one_round_has() -> None:
    assert without(FULL) == NEVER


@pytest.mark.parametrize("key", sorted(NEVER))
def test_what_only_one_round_has_says_so_and_has_no_twin(key: str) -> None:
    values = geteld(FULL, vroeger(FULL))
    assert values[key].aard is Aard.EENMALIG
    assert values[key].sleutel_vorige not in values


def test_a_twin_knows_of_which_number_it_is_the_earlier_one() -> None:
    values = geteld(FULL, vroeger(FULL))
    twins = {key: one for key, one in values.items() if one.van_vorige_ronde}
    assert {one.zelfde_als for one in twins.values()} == compared(values)
    assert all(key == values[one.zelfde_als].sleutel_vorige for key, one in twins.items())
    assert all(values[one.zelfde_als].vorige == one.aantal for one in twins.values())


@pytest.mark.parametrize("soort", ["successen", "lessen", "verwachtingen"])
def test_a_kind_that_was_not_asked_then_is_not_compared_and_the_others_are(soort: str) -> None:
    values = geteld(FULL, vroeger(replace(FULL, **{soort: ()})))  # type: ignore[arg-type]
    assert counts(values) - compared(values) == NEVER | {
        key for key in counts(values) if key == soort or key.startswith(f"{soort}_")
    }


@pytest.mark.parametrize("soort", ["acties", "successen", "lessen", "verwachtingen"])
def test_a_kind_that_was_not_coded_then_has_no_themes_to_compare_with_and_the_others_have(soort: str) -> None:
    uncoded = tuple(replace(one, codes=(), gecodeerd=False) for one in getattr(FULL, soort))
    values = geteld(FULL, vroeger(replace(FULL, **{soort: uncoded})))  # type: ignore[arg-type]
    gone = counts(values) - compared(values) - NEVER
    words = ("thema", "gecodeerd", "ingedeeld")
    assert gone == {
        key for key in counts(values) - NEVER if key.startswith(f"{soort}_") and any(word in key for word in words)
    }


def test_one_text_that_was_coded_is_enough_also_when_no_theme_fits_it() -> None:
    first, second = (replace(one, codes=()) for one in FULL.lessen)
    assert without(FULL, lessen=(first, replace(second, gecodeerd=False))) == NEVER


def test_a_round_that_did_not_ask_about_actions_has_their_number_and_their_themes_but_no_statuses() -> None:
    unasked = tuple(replace(one, stand=NIET_GEVRAAGD, status="") for one in ACTIES)
    values = geteld(FULL, vroeger(replace(FULL, acties=unasked)))
    kept = {key for key in compared(values) if key.startswith("acties")}
    themes = {"acties_thema_1", "acties_thema_2", "acties_thema_9", "acties_zonder_thema", "acties_niet_gecodeerd"}
    themes &= set(values)
    assert kept == {
        *("acties", "acties_regios", "acties_niet_gevraagd", "acties_niet_gevraagd_regios"),
        *("acties_ingedeeld", "acties_twee_themas"),
        *(f"{theme}{part}" for theme in themes for part in ("", "_regios", "_niet_gevraagd")),
    }
    assert len(themes) == 4


def test_one_action_that_was_asked_about_is_enough() -> None:
    first, second = ACTIES
    silent = (replace(first, stand=STIL, status=""), replace(second, stand=NIET_GEVRAAGD, status=""))
    assert without(FULL, acties=silent) == NEVER


def test_a_closed_question_that_nobody_answered_then_is_not_compared_and_the_other_is() -> None:
    silent = tuple(replace(one, keuzes={**one.keuzes, "doel_verwachting": ""}) for one in REGIOS)
    gone = without(FULL, regios=silent) - NEVER
    assert gone == {
        *("doel_ja", "doel_deels", "doel_nee", "doel_weet_niet"),
        *("doel_zonder_antwoord", "doel_niet_gevraagd", "doel_ja_of_deels"),
    }


ODD = Vraag("a", "Over", "Hoe?", "choice", tuple(Optie(key, key) for key in ("open", "meer", "eerste_keer", "thema_1")))
LONGER = Vraag("a_b", "Over", "En?", "choice", (Optie("ja", "Ja"),))


def test_a_choice_may_be_called_anything() -> None:
    """What a number is stands in its fields: a choice named "open" is no expectation that waits for an answer."""
    answered = beeld((regio("A", a="open", a_b="ja"), regio("B", a="meer")))
    values = geteld(answered, vroeger(answered), vragen=(*VRAGEN, ODD, LONGER))
    for choice in ("open", "meer", "eerste_keer", "thema_1"):
        assert values[f"vraag_a_{choice}"].vorige == values[f"vraag_a_{choice}"].aantal


def test_a_question_whose_key_begins_as_that_of_another_is_another_question() -> None:
    answered = beeld((regio("A", a="open", a_b="ja"),))
    before = vroeger(beeld((regio("A", a_b="ja"),)))
    values = geteld(answered, before, vragen=(*VRAGEN, ODD, LONGER))
    assert values["vraag_a_b_ja"].vorige == 1
    assert values["vraag_a_open"].vorige is None
