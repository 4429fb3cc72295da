"""What is counted, in worlds where every number is known beforehand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.counting.tally import closed_questions
from exports.national.data import CodeBeeld, Optie, Vraag
from tests.exports.national.small import (
    BEANTWOORD,
    CASUISTIEK,
    CODES,
    DATA,
    GELD,
    HULPMIDDEL,
    INZET,
    NIET_GEVRAAGD,
    SAMEN,
    STIL,
    TIJD,
    VRAGEN,
    actie,
    beeld,
    geteld,
    regio,
    regios,
    uitspraak,
    vroeger,
)


def numbers(values: dict, *keys: str) -> list[int | None]:
    return [values[key].aantal for key in keys]


def test_not_answered_not_asked_and_nought_are_three_things() -> None:
    values = geteld(beeld((regio("A", doel="ja"), regio("B", STIL), regio("C", NIET_GEVRAAGD))))
    assert numbers(values, "regios", "gevraagd", "geantwoord", "niet_beantwoord", "niet_gevraagd") == [3, 2, 1, 1, 1]
    assert numbers(values, "doel_ja", "doel_nee", "doel_zonder_antwoord", "doel_niet_gevraagd") == [1, 0, 1, 1]
    assert values["niet_beantwoord_namen"].tekst == "Regio B"
    assert values["niet_gevraagd"].regios == ("C",)


def test_a_region_of_a_joint_plan_counts_with_its_own_answer_and_its_action_counts_once() -> None:
    samen = (
        regio("A", plan=1, structuur="nieuw_vast", doel="ja"),
        regio("B", plan=1, structuur="nieuw_vast", doel="nee"),
    )
    values = geteld(beeld(samen, (actie(1, "A", "B", status="afgerond"),)))
    assert numbers(values, "doel_ja", "doel_nee", "structuur_vast") == [1, 1, 2]
    assert numbers(values, "plannen", "plannen_gezamenlijk", "regios_met_plan") == [1, 1, 2]
    assert numbers(values, "acties", "acties_afgerond", "acties_afgerond_regios") == [1, 1, 2]
    assert values["plannen_gezamenlijk_namen"].tekst == "Regio A en Regio B"


def test_a_fixed_structure_is_a_new_one_or_one_that_was_joined() -> None:
    vormen = ("nieuw_vast", "bestaand", "ad_hoc", "geen", "")
    values = geteld(beeld(tuple(regio(f"R{i}", plan=i, structuur=vorm) for i, vorm in enumerate(vormen))))
    keys = (
        "structuur_vast",
        "structuur_nieuw",
        "structuur_bestaand",
        "structuur_ad_hoc",
        "structuur_geen",
        "structuur_onbekend",
    )
    assert numbers(values, *keys) == [2, 1, 1, 1, 1, 1]


def test_a_region_without_a_plan_has_no_known_structure() -> None:
    values = geteld(beeld((regio("A", plan=None), regio("B", plan=2, structuur="bestaand"))))
    assert numbers(values, "regios_zonder_plan", "structuur_onbekend", "plannen") == [1, 1, 1]
    assert values["regios_zonder_plan_namen"].tekst == "Regio A"


def test_an_action_is_told_asked_in_vain_or_not_asked() -> None:
    acties = (
        actie(1, "A", status="op_schema"),
        actie(2, "A"),
        actie(3, "B", stand=STIL),
        actie(4, "C", stand=NIET_GEVRAAGD),
    )
    values = geteld(beeld((regio("A"), regio("B", STIL), regio("C", NIET_GEVRAAGD)), acties))
    assert numbers(values, "acties", "acties_bekend", "acties_op_schema") == [4, 1, 1]
    assert values["acties_zonder_antwoord"].items == (2, 3)
    assert values["acties_niet_gevraagd"].items == (4,)
    assert values["acties_afgerond"].aantal == 0


def test_a_status_that_is_no_longer_offered_still_counts() -> None:
    values = geteld(beeld((regio("A"),), (actie(1, "A", status="uitgesteld"),)))
    assert numbers(values, "acties_uitgesteld", "acties_bekend", "acties_zonder_antwoord") == [1, 1, 0]


def test_an_action_with_two_themes_counts_in_both_and_once_in_all() -> None:
    acties = (
        actie(1, "A", status="afgerond", themas=(HULPMIDDEL, CASUISTIEK)),
        actie(2, "A", status="gestopt", themas=(CASUISTIEK,)),
        replace(actie(3, "A"), gecodeerd=True),
        actie(4, "A"),
    )
    values = geteld(beeld((regio("A"),), acties))
    assert numbers(values, "acties", "acties_thema_1", "acties_thema_2", "acties_twee_themas") == [4, 1, 2, 1]
    assert numbers(values, "acties_thema_2_afgerond", "acties_thema_2_gestopt") == [1, 1]
    assert values["acties_zonder_thema"].items == (3,)
    assert values["acties_niet_gecodeerd"].items == (4,)
    assert values["acties_eerste"].tekst == "Casuïstiek"


def test_a_theme_counts_texts_and_distinct_regions() -> None:
    said = (
        uitspraak(1, "successen", "A", "B", themas=(SAMEN,)),
        uitspraak(2, "successen", "A", themas=(SAMEN, INZET)),
        uitspraak(3, "successen", "B"),
    )
    values = geteld(beeld((regio("A"), regio("B")), uitspraken=said))
    assert numbers(values, "successen", "successen_regios") == [3, 2]
    assert numbers(values, "successen_thema_3", "successen_thema_3_regios", "successen_thema_4_regios") == [2, 2, 1]
    assert values["successen_thema_3"].items == (1, 2)
    assert values["successen_thema_3"].regios == ("A", "B")
    assert values["successen_niet_gecodeerd"].items == (3,)


def test_themes_that_as_many_regions_name_keep_the_order_of_the_code_book() -> None:
    said = (uitspraak(1, "lessen", "A", themas=(DATA,)), uitspraak(2, "lessen", "B", themas=(TIJD,)))
    values = geteld(beeld((regio("A"), regio("B")), uitspraken=said))
    assert (values["lessen_eerste"].tekst, values["lessen_tweede"].tekst) == ("Tijd", "Data")
    assert numbers(values, "lessen_eerste_regios", "lessen_tweede_regios") == [1, 1]
    more = (*said, uitspraak(3, "lessen", "B", themas=(DATA,)))
    assert geteld(beeld((regio("A"), regio("B")), uitspraken=more))["lessen_eerste"].tekst == "Data"


def test_a_theme_that_nobody_names_is_not_the_first() -> None:
    values = geteld(beeld((regio("A"),), uitspraken=(uitspraak(1, "lessen", "A", themas=()),)))
    assert "lessen_eerste" not in values
    assert values["lessen_zonder_thema"].aantal == 1


def test_a_retired_code_counts_while_texts_have_it() -> None:
    oud, weg = CodeBeeld(8, "lessen", "Oud", vervallen=True), CodeBeeld(9, "lessen", "Weg", vervallen=True)
    values = geteld(
        beeld((regio("A"),), uitspraken=(uitspraak(1, "lessen", "A", themas=(oud,)),)), codes=(*CODES, oud, weg)
    )
    assert values["lessen_thema_8"].aantal == 1
    assert "lessen_thema_9" not in values


def test_what_is_expected_of_the_region_itself_is_not_national() -> None:
    said = (
        uitspraak(1, "verwachtingen", "A", aan="vws", themas=(GELD,), antwoord="Ja."),
        uitspraak(2, "verwachtingen", "A", aan="ciz"),
        uitspraak(3, "verwachtingen", "A", aan="regio"),
    )
    values = geteld(beeld((regio("A"),), uitspraken=said))
    assert values["verwachtingen"].items == (1, 2)
    assert numbers(values, "verwachtingen_vws", "verwachtingen_ciz", "verwachtingen_zn") == [1, 1, 0]
    assert numbers(values, "verwachtingen_beantwoord", "verwachtingen_open", "verwachtingen_eigen_regio") == [1, 1, 1]
    assert numbers(values, "verwachtingen_vws_thema_7", "verwachtingen_ciz_open", "verwachtingen_partijen") == [1, 1, 2]


def test_a_question_that_the_round_did_not_ask_has_no_values() -> None:
    only_own = (Vraag("eigen_1", "Contact", "Contact?", "choice", (Optie("ja", "Ja"), Optie("nee", "Nee"))),)
    values = geteld(beeld((regio("A", eigen_1="ja"), regio("B"))), vragen=only_own)
    assert not [key for key in values if key.startswith(("doel", "afstemming", "successen", "lessen", "verwachtingen"))]
    assert numbers(values, "vraag_eigen_1_ja", "vraag_eigen_1_nee", "vraag_eigen_1_zonder_antwoord") == [1, 0, 1]


def test_a_closed_question_that_was_left_empty_is_not_answered() -> None:
    values = geteld(beeld((regio("A", doel=""), regio("B", doel="ooit_anders"))))
    assert numbers(values, "doel_zonder_antwoord", "doel_ooit_anders") == [1, 1]


def test_the_previous_round_is_counted_the_same_way() -> None:
    before = vroeger(beeld(regios(5, 2), (actie(1, "R01", status="op_schema"),)))
    values = geteld(beeld(regios(5, 4), (actie(1, "R01", status="afgerond"),)), before)
    assert (values["geantwoord"].vorige, values["geantwoord"].verschil) == (2, 2)
    assert (values["acties_afgerond"].vorige, values["acties_op_schema"].verschil) == (0, -1)
    assert (values["geantwoord_vorige"].aantal, values["geantwoord_vorige"].regios) == (2, ("R01", "R02"))


@pytest.mark.parametrize(
    "key", ["doel_ja", "afstemming_nee", "successen", "successen_thema_3", "lessen_thema_5_regios", "verwachtingen_vws"]
)
def test_what_the_previous_round_did_not_ask_is_not_nought(key: str) -> None:
    values = geteld(beeld(regios(2, 2)), vroeger(beeld(regios(2, 2))))
    assert values[key].vorige is None
    assert f"{key}_vorige" not in values


def test_a_previous_round_that_did_not_ask_about_actions_has_no_statuses() -> None:
    acties = (actie(1, "R01", status="afgerond", themas=(HULPMIDDEL,)),)
    unasked = tuple(replace(one, stand=NIET_GEVRAAGD, status="") for one in acties)
    values = geteld(beeld(regios(1, 1), acties), vroeger(beeld(regios(1, 1), unasked)))
    assert (values["acties"].vorige, values["acties_niet_gevraagd"].vorige) == (1, 1)
    assert values["acties_afgerond"].vorige is None
    assert values["acties_thema_1_afgerond"].vorige is None
    assert values["acties_thema_1"].vorige == 1


def test_a_previous_round_that_was_not_coded_has_no_themes_to_compare_with() -> None:
    now = (uitspraak(1, "successen", "A", themas=(SAMEN,)),)
    values = geteld(
        beeld((regio("A"),), uitspraken=now),
        vroeger(beeld((regio("A"),), uitspraken=(uitspraak(2, "successen", "A"),))),
    )
    assert values["successen"].vorige == 1
    assert values["successen_thema_3"].vorige is None
    assert values["successen_niet_gecodeerd"].vorige is None


def test_what_a_region_chose_counts_only_when_it_answered() -> None:
    values = geteld(beeld((regio("A", STIL, doel="nee"), regio("B", NIET_GEVRAAGD, doel="nee"))))
    assert numbers(values, "doel_nee", "doel_zonder_antwoord", "doel_niet_gevraagd") == [0, 1, 1]


def test_without_a_previous_round_nothing_is_compared() -> None:
    values = geteld(beeld(regios(3, 1)))
    assert all(one.vorige is None for one in values.values())
    assert "vorige_ronde" not in values


def test_large_numbers_are_printed_as_the_dutch_do() -> None:
    acties = tuple(actie(number, "A", status="afgerond", stand=BEANTWOORD) for number in range(1234))
    assert geteld(beeld((regio("A"),), acties))["acties"].tekst == "1.234"


def test_every_value_says_what_it_counts() -> None:
    values = geteld(beeld(regios(3, 2), (actie(1, "R01", themas=(HULPMIDDEL,)),)), vroeger(beeld(regios(3, 2))))
    assert [key for key, one in values.items() if not one.uitleg.endswith(".")] == []
    assert [key for key, one in values.items() if key != one.sleutel] == []


def test_the_national_questions_are_those_of_the_round() -> None:
    assert {"afstemming_vorm", "doel_verwachting"} <= {vraag.key for vraag in VRAGEN}


def test_the_own_questions_of_a_round_come_last_and_no_sentence_knows_them() -> None:
    own = Vraag("Eigen 1!", "Contact", "Contact?", "choice", (Optie("ja", "Ja"),))
    found = closed_questions((own, *VRAGEN))
    assert [(one.prefix, one.over, one.is_own) for one in found] == [
        ("afstemming", "over de afstemming", False),
        ("doel", "over de doelstelling", False),
        ("vraag_eigen_1", "bij de vraag “Contact?”", True),
    ]
    assert (found[-1].key, found[-1].opties) == ("Eigen 1!", (Optie("ja", "Ja"),))


def test_a_text_that_was_coded_with_a_book_that_is_empty_now_has_no_theme() -> None:
    values = geteld(beeld((regio("A"),), (actie(1, "A", themas=(HULPMIDDEL,)),)), codes=())
    assert numbers(values, "acties_zonder_thema", "acties_niet_gecodeerd") == [1, 0]
