"""The portal's own sentences: one, more, none and all read as a person would write them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.build import TextEdit
from exports.national.data import Elders
from exports.national.sentences.register import to_remember
from exports.national.tree import Tabel
from tests.exports.national.small import (
    GELD,
    HULPMIDDEL,
    NIET_GEVRAAGD,
    RONDE,
    SAMEN,
    STIL,
    TIJD,
    actie,
    beeld,
    geteld,
    gezegd,
    rapport,
    regio,
    regios,
    uitspraak,
    vroeger,
    zinnen,
)


@pytest.mark.parametrize(
    ("beantwoord", "zin"),
    [
        (0, "Geen van de 4 zorgkantoorregio’s heeft deze uitvraag beantwoord"),
        (1, "1 van de 4 zorgkantoorregio’s heeft deze uitvraag beantwoord"),
        (2, "2 van de 4 zorgkantoorregio’s hebben deze uitvraag beantwoord"),
        (4, "Alle 4 zorgkantoorregio’s hebben deze uitvraag beantwoord"),
    ],
)
def test_who_answered(beantwoord: int, zin: str) -> None:
    assert gezegd(beeld(regios(4, beantwoord)))["proces_kop"] == zin


@pytest.mark.parametrize(
    ("vorige", "erbij"),
    [
        (0, " In de vorige ronde waren dat er nog geen."),
        (1, " In de vorige ronde was dat 1 regio."),
        (2, " In de vorige ronde waren dat 2 regio’s."),
        (3, " Dat is evenveel als in de vorige ronde."),
    ],
)
def test_how_it_was_in_the_previous_round(vorige: int, erbij: str) -> None:
    zin = gezegd(beeld(regios(4, 3)), vroeger(beeld(regios(4, vorige))))["samenvatting_respons"]
    assert zin == f"3 van de 4 zorgkantoorregio’s hebben de uitvraag “Ronde twee” beantwoord.{erbij}"


def test_without_a_previous_round_nothing_is_said_of_it() -> None:
    assert not [zin for zin in gezegd(beeld(regios(4, 3))).values() if "vorige" in zin.lower()]


@pytest.mark.parametrize(
    ("stil", "zin"),
    [
        (0, "Alle regio’s die de uitvraag kregen, hebben geantwoord."),
        (1, "Deze regio heeft niet geantwoord: Regio R04."),
        (2, "Deze regio’s hebben niet geantwoord: Regio R03 en Regio R04."),
        (
            4,
            "Geen van de regio’s die de uitvraag kregen, heeft tot nu toe geantwoord: "
            "Regio R01, Regio R02, Regio R03 en Regio R04.",
        ),
    ],
)
def test_who_did_not_answer_is_told_by_name(stil: int, zin: str) -> None:
    assert gezegd(beeld(regios(4, 4 - stil)))["proces_niet_beantwoord"] == zin


def test_who_was_not_asked_is_told_by_name() -> None:
    said = gezegd(beeld(regios(4, 2, niet_gevraagd=1)))
    assert said["proces_niet_gevraagd"] == "De uitvraag ging niet naar Regio R03. Die telt niet als onbeantwoord."
    assert said["proces_niet_beantwoord"] == "Deze regio heeft niet geantwoord: Regio R04."
    assert gezegd(beeld(regios(2, 0, niet_gevraagd=2)))["proces_niet_gevraagd"] == (
        "Deze uitvraag is aan geen enkele regio gestuurd."
    )


@pytest.mark.parametrize(
    ("vormen", "zin"),
    [
        (("ad_hoc", "geen"), "In geen van de 2 zorgkantoorregio’s is een vaste projectstructuur"),
        (("bestaand", "geen"), "In 1 van de 2 zorgkantoorregio’s is een vaste projectstructuur"),
        (("bestaand", "nieuw_vast"), "In alle 2 zorgkantoorregio’s is een vaste projectstructuur"),
    ],
)
def test_the_structure(vormen: tuple[str, ...], zin: str) -> None:
    picture = beeld(tuple(regio(f"R{i}", plan=i, structuur=vorm) for i, vorm in enumerate(vormen)))
    assert gezegd(picture)["structuur_kop"] == zin


def test_the_structure_in_the_summary() -> None:
    vormen = ("nieuw_vast", "bestaand", "bestaand", "geen")
    picture = beeld(tuple(regio(f"R{i}", plan=i, structuur=vorm) for i, vorm in enumerate(vormen)))
    assert gezegd(picture)["samenvatting_structuur"] == (
        "In 3 van de 4 zorgkantoorregio’s is een vaste projectstructuur. "
        "1 regio heeft daarvoor een nieuwe structuur; 2 regio’s sluiten aan bij een bestaande."
    )


def test_without_any_plan_the_report_says_so() -> None:
    said = gezegd(beeld((regio("A", plan=None, doel="ja"), regio("B", plan=None))))
    assert said["samenvatting_structuur"] == "Nog geen enkele zorgkantoorregio heeft een geldend plan van aanpak."
    assert said["stand_kop"] == "Er zijn nog geen geldende plannen van aanpak"
    assert said["proces_plannen"] == "Nog geen enkele regio heeft een geldend plan van aanpak."
    assert "acties_kop" not in said


def test_the_plans_and_who_has_one_together() -> None:
    samen = (regio("A", plan=1), regio("B", plan=1), regio("C", plan=None))
    said = gezegd(beeld(samen))
    assert said["proces_plannen"] == (
        "2 van de 3 zorgkantoorregio’s hebben een plan van aanpak; dat is samen 1 geldend plan. "
        "Deze regio’s hebben samen één plan: Regio A en Regio B."
    )
    assert said["proces_zonder_plan"] == "Deze regio heeft nog geen geldend plan: Regio C."


@pytest.mark.parametrize(
    ("statussen", "zin"),
    [
        (("",), "Van de enige actie is de status niet bekend"),
        (("op_schema", "op_schema"), "Geen van de 2 acties is afgerond"),
        (("afgerond", "op_schema"), "1 van de 2 acties is afgerond"),
        (("aandacht", "op_schema"), "1 van de 2 acties vraagt aandacht"),
        (("aandacht", "aandacht", "afgerond"), "Van de 3 acties is er 1 afgerond en vragen er 2 aandacht"),
    ],
)
def test_how_the_actions_go(statussen: tuple[str, ...], zin: str) -> None:
    acties = tuple(actie(number, "A", status=status) for number, status in enumerate(statussen, 1))
    assert gezegd(beeld((regio("A"),), acties))["acties_kop"] == zin


def test_an_action_that_goes_otherwise_in_one_region_is_counted_once_and_told() -> None:
    samen = (regio("A", plan=1), regio("B", plan=1))
    one = replace(actie(1, "A", "B", status="op_schema"), elders=(Elders("B", "gestopt", "Te duur."),))
    other = replace(one, id=2)
    alone = gezegd(beeld(samen, (one,)))
    assert alone["acties_elders"] == (
        "1 actie van een gezamenlijk plan loopt in een van de regio’s anders, en telt hier met de status van alle "
        "regio’s samen."
    )
    assert gezegd(beeld(samen, (one, other)))["acties_elders"].startswith("2 acties van een gezamenlijk plan lopen")
    assert "acties_elders" not in gezegd(beeld(samen, (actie(1, "A", "B", status="op_schema"),)))


def test_what_asks_attention_stands_in_the_summary() -> None:
    acties = (actie(1, "A", status="aandacht"), actie(2, "A", status="gestopt"), actie(3, "A", status="op_schema"))
    assert gezegd(beeld((regio("A"),), acties))["samenvatting_acties"] == (
        "Van de 3 acties in de plannen ligt er 1 op schema en is er geen afgerond. "
        "1 actie in 1 regio vraagt aandacht en 1 actie is gestopt."
    )


def test_what_is_not_coded_yet_is_said() -> None:
    said = (
        uitspraak(1, "successen", "A"),
        uitspraak(2, "successen", "A"),
        uitspraak(3, "lessen", "A"),
        uitspraak(4, "verwachtingen", "A", aan="vws"),
    )
    zinnen = gezegd(beeld((regio("A"),), (actie(1, "A", status="afgerond"),), said))
    assert zinnen["acties_thema"] == "De acties zijn nog niet ingedeeld in thema’s."
    assert zinnen["successen_ingedeeld"] == "De successen zijn nog niet ingedeeld in thema’s."
    assert zinnen["lessen_ingedeeld"] == "Dit is nog niet ingedeeld in thema’s."
    assert zinnen["verwachtingen_thema"] == "De verwachtingen zijn nog niet ingedeeld in thema’s."
    assert zinnen["successen_kop"] == "1 regio noemt 2 successen"


@pytest.mark.parametrize(
    ("antwoorden", "zin"),
    [
        (("",), "1 regio heeft 1 verwachting van VWS. Daarop is nog geen antwoord."),
        (("Ja.",), "1 regio heeft 1 verwachting van VWS. Die is beantwoord."),
        (("Ja.", "Ja."), "1 regio heeft 2 verwachtingen van VWS. Die zijn allemaal beantwoord."),
        (("Ja.", ""), "1 regio heeft 2 verwachtingen van VWS: 1 is beantwoord, 1 staat nog open."),
    ],
)
def test_what_is_expected_of_a_party_and_answered(antwoorden: tuple[str, ...], zin: str) -> None:
    said = tuple(
        uitspraak(number, "verwachtingen", "A", aan="vws", themas=(GELD,), antwoord=antwoord)
        for number, antwoord in enumerate(antwoorden, 1)
    )
    assert gezegd(beeld((regio("A"),), uitspraken=said))["verwachtingen_vws_stand"] == zin


def test_a_party_has_its_article() -> None:
    said = (uitspraak(1, "verwachtingen", "A", aan="ciz"), uitspraak(2, "verwachtingen", "A", aan="nza"))
    zinnen = gezegd(beeld((regio("A"),), uitspraken=said))
    assert "van het CIZ." in zinnen["verwachtingen_ciz_stand"]
    assert "van de NZa." in zinnen["verwachtingen_nza_stand"]


def test_the_themes_that_are_named_most() -> None:
    said = (uitspraak(1, "successen", "A", "B", themas=(SAMEN,)), uitspraak(2, "lessen", "A", themas=(TIJD,)))
    zinnen = gezegd(beeld((regio("A"), regio("B")), uitspraken=said))
    assert zinnen["successen_kop"] == "Successen gaan het vaakst over “Samen”"
    assert zinnen["lessen_kop"] == "Lessen gaan het vaakst over “Tijd”"
    assert zinnen["samenvatting_successen"] == "Successen gaan het vaakst over “Samen” (2 regio’s)."
    assert "successen_thema_3_stand" not in zinnen, "its numbers stand in the table"


def test_nobody_who_answered_named_one_is_not_the_same_as_nobody_answered() -> None:
    assert (
        gezegd(beeld(regios(2, 1)))["samenvatting_successen"] == "De regio’s die antwoordden, noemden geen successen."
    )
    silent = gezegd(beeld(regios(2, 0)))
    assert "samenvatting_successen" not in silent
    assert silent["samenvatting_leeg"].startswith("Er zijn nog geen antwoorden.")


def test_the_summary_has_five_to_seven_messages_when_regions_answered() -> None:
    for picture in (beeld(regios(4, 1), (actie(1, "R01", themas=(HULPMIDDEL,)),)), beeld((regio("A", doel="ja"),))):
        messages = [key for key in gezegd(picture) if key.startswith("samenvatting_") and not key.endswith("_kop")]
        assert 5 <= len(messages) <= 7


def test_a_number_that_only_decided_on_the_words_is_remembered() -> None:
    values = geteld(beeld(regios(4, 0)))
    seen = to_remember(values, "proces_kop", "Nog niemand heeft geantwoord.")
    assert seen == {"geantwoord": "0", "regios": "4"} or seen == {"geantwoord": "0"}
    assert to_remember(values, "onbekend", "{regios}") == {"regios": "4"}
    # The moment is another at every making: nobody is asked whether the sentence still holds.
    assert to_remember(values, "onbekend", "Op {peilmoment}: {regios}") == {"regios": "4"}


def test_texts_that_wait_for_a_theme_are_no_theme() -> None:
    said = (uitspraak(1, "lessen", "A", themas=(TIJD,)), uitspraak(2, "lessen", "B"), uitspraak(3, "lessen", "B"))
    found = gezegd(beeld((regio("A"), regio("B")), uitspraken=said))
    assert found["lessen_niet_gecodeerd_stand"] == "2 lessen van 1 regio wachten nog op een thema."


def test_a_sentence_about_a_theme_remembers_its_numbers() -> None:
    picture = beeld((regio("A"), regio("B", STIL)), uitspraken=(uitspraak(1, "lessen", "A", themas=(TIJD,)),))
    edits = {"lessen_thema_5_stand": TextEdit("Eén les.", 1)}
    zin = zinnen(rapport(picture, edits=edits))["lessen_thema_5_stand"]
    assert to_remember(geteld(picture), zin.sleutel, "Eén les.", over=zin.over) == {
        "lessen_thema_5": "1",
        "lessen_thema_5_regios": "1",
    }


def test_a_region_name_with_and_keeps_readable() -> None:
    namen = ("Amstelland en De Meerlanden", "Zuid-Holland Noord")
    silent = tuple(replace(regio(f"R{i}", STIL), naam=naam) for i, naam in enumerate(namen))
    picture = beeld((*silent, regio("C")))
    assert gezegd(picture)["proces_niet_beantwoord"] == (
        "Deze regio’s hebben niet geantwoord: Amstelland en De Meerlanden, en Zuid-Holland Noord."
    )


def test_one_region_with_one_action_reads_like_a_sentence() -> None:
    said = gezegd(beeld((regio("A", structuur="geen", doel="ja"),), (actie(1, "A", status="niet_gestart"),)))
    assert said["proces_kop"] == "De enige zorgkantoorregio heeft deze uitvraag beantwoord"
    assert said["structuur_kop"] == "In geen enkele zorgkantoorregio is een vaste projectstructuur"
    assert said["stand_kop"] == "Geen enkele actie ligt op schema of is afgerond"
    assert said["acties_kop"] == "Geen enkele actie is afgerond"
    assert said["samenvatting_acties"] == "Geen enkele actie ligt op schema of is afgerond."


def test_the_summary_tells_how_it_was_in_the_previous_round() -> None:
    before = beeld((regio("A", doel="nee"), regio("B", doel="ja")), (actie(1, "A", status="afgerond"),))
    now = beeld(
        (regio("A", doel="ja"), regio("B", doel="deels")),
        (actie(1, "A", status="afgerond"), actie(2, "B", status="aandacht")),
    )
    said = gezegd(now, vroeger(before))
    assert said["samenvatting_doel"] == (
        "1 van de 2 zorgkantoorregio’s verwacht de doelstelling te halen; 1 verwacht dat dit deels lukt. "
        "In de 2 regio’s die beide keren antwoordden, is dat aantal gelijk gebleven. "
        "Dat zijn weinig regio’s: vergelijk met zorg."
    )
    assert said["samenvatting_acties"].endswith(
        " vroegen vorige keer 0 acties aandacht en nu 1. Dat zijn weinig regio’s: vergelijk met zorg."
    )


def test_of_a_region_that_was_left_out_it_is_not_said_that_it_has_no_plan() -> None:
    asked = (regio("A", plan=1), regio("B", plan=1), regio("C", plan=None), regio("D", NIET_GEVRAAGD, plan=None))
    ronde = replace(RONDE, alleen_voor=("A", "B", "C"))
    said = gezegd(beeld(asked, ronde=ronde))
    assert said["proces_plannen"] == (
        "2 van de 3 gevraagde regio’s hebben een plan van aanpak; dat is samen 1 geldend plan. "
        "Deze regio’s hebben samen één plan: Regio A en Regio B."
    )
    assert said["proces_zonder_plan"] == "Deze regio heeft nog geen geldend plan: Regio C."
    chapters = {one.sleutel: one for one in rapport(beeld(asked, ronde=ronde)).hoofdstukken}
    appendix = chapters["bijlage_regios"]
    (table,) = [blok for blok in chapters["bijlage_overzicht"].blokken if isinstance(blok, Tabel)]
    assert [rij[1].waarde for rij in table.rijen[2:]] == ["Geen plan", "–"]
    plans = [[rij.tekst for rij in deel.blokken[0].rijen if rij.naam == "Plan van aanpak"] for deel in appendix.delen]
    assert plans[2:] == [["Nog geen geldend plan"], []]
