"""The tree of a report: which chapters there are, what a person edited, and lists that are too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from exports.national.build import Stamp, TextEdit, build
from exports.national.data import Elders, RegioBeeld
from exports.national.tree import Begrippen, Grafiek, Hoofdstuk, Kopje, Lijst, NationaalRapport, Tabel, Zin
from tests.examples.nation import example_data
from tests.exports.national.small import (
    CASUISTIEK,
    DATA,
    HULPMIDDEL,
    SAMEN,
    STEMPEL,
    TIJD,
    actie,
    beeld,
    data,
    rapport,
    regio,
    regios,
    uitspraak,
    zinnen,
)


@pytest.fixture(scope="module")
def voorbeeld() -> NationaalRapport:
    return build(example_data(), stamp=STEMPEL, edits={})


def chapter(report: NationaalRapport, sleutel: str) -> Hoofdstuk:
    return next(one for one in report.all_chapters() if one.sleutel == sleutel)


def table(report: NationaalRapport, sleutel: str) -> list[list[object]]:
    found = next(
        blok
        for one in report.all_chapters()
        for blok in one.blokken
        if isinstance(blok, Tabel) and blok.sleutel == sleutel
    )
    return [[cel.waarde for cel in rij] for rij in found.rijen]


def test_the_chapters_are_those_of_the_report(voorbeeld: NationaalRapport) -> None:
    assert [(one.nummer, one.naam) for one in voorbeeld.hoofdstukken] == [
        ("", "Managementsamenvatting"),
        ("", "Nederland in één blik"),
        ("1", "Aanleiding en afspraken"),
        ("2", "Proces en respons"),
        ("3", "Stand van zaken"),
        ("4", "Successen"),
        ("5", "Lessen"),
        ("6", "Vooruitblik"),
        ("A", "Alle regio’s in één tabel"),
        ("B", "De regio’s"),
        ("C", "De vragen"),
        ("D", "Verantwoording cijfers en begrippen"),
    ]
    assert [(one.nummer, one.naam) for one in chapter(voorbeeld, "stand").delen] == [
        ("3.1", "Afstemming en projectstructuur"),
        ("3.2", "Acties per thema en status"),
        ("3.3", "Verwachting doelstelling"),
        ("3.4", "Verwachtingen aan landelijke partijen"),
    ]


def test_the_numbers_close_up_when_a_part_has_nothing_to_tell() -> None:
    report = rapport(beeld(regios(3, 0)))
    assert [one.nummer for one in report.hoofdstukken] == ["", "1", "2", "3", "4", "A", "B", "C", "D"]
    assert [(one.nummer, one.sleutel) for one in chapter(report, "stand").delen] == [("3.1", "structuur")]


def test_the_sentence_of_the_domain(voorbeeld: NationaalRapport) -> None:
    said = zinnen(voorbeeld)
    assert said["structuur_kop"].tekst == "In 22 van de 31 zorgkantoorregio’s is een vaste projectstructuur"
    assert said["proces_kop"].tekst == "29 van de 31 zorgkantoorregio’s hebben deze uitvraag beantwoord"


def test_every_region_has_one_page(voorbeeld: NationaalRapport) -> None:
    appendix = chapter(voorbeeld, "bijlage_regios")
    assert [one.naam for one in appendix.delen] == [*voorbeeld.regionamen.values(), "Zonder naam"]
    assert appendix.delen_met_wijzer


def test_what_a_region_said_stands_there_whole() -> None:
    tekst = "Een lange les. " * 400
    said = tuple(uitspraak(number, "lessen", "R01", tekst=tekst) for number in range(1, 6))
    named = (replace(regios(1, 1)[0], mag_met_naam=True),)
    page = chapter(rapport(beeld(named, uitspraken=said)), "regio_r01")
    assert [blok.tekst for blok in page.blokken if isinstance(blok, Kopje)] == ["Lessen"]
    assert points(page) == [tekst] * 5


def test_every_answer_of_a_region_stands_below_its_question(voorbeeld: NationaalRapport) -> None:
    page = chapter(voorbeeld, "regio_zk02")
    (answers,) = (lijst for kopje, lijst in pairwise(page.blokken) if kopje == Kopje("Antwoorden"))
    closed = {vraag.key for vraag in example_data().vragen if vraag.opties}
    given = [one for one in example_data().antwoorden if one.regio == "ZK02" and one.tekst and one.vraag in closed]
    assert isinstance(answers, Lijst)
    # Its own words stand without its name.
    assert len(answers.punten) == len(given) > 1
    assert ("Verwachting", "Deels") in {(one.kop, one.tekst) for one in answers.punten}


def test_nothing_in_a_report_is_cut_or_points_to_another_place() -> None:
    long = "Een heel lange tekst. " * 500
    said = tuple(
        uitspraak(number, soort, "R01", tekst=long, aan="vws")
        for number, soort in enumerate(("successen", "lessen", "verwachtingen"), 1)
    )
    stopped = replace(actie(9, "R01", status="gestopt"), omschrijving=long, toelichting=long)
    report = rapport(beeld(regios(1, 1), (stopped,), uitspraken=said))
    words = repr(report.hoofdstukken)
    assert "…" not in words
    assert "het portaal" not in words
    assert "Excelbestand" not in words


def test_themes_against_statuses() -> None:
    acties = (
        actie(1, "R01", status="afgerond", themas=(HULPMIDDEL, CASUISTIEK)),
        actie(2, "R01", status="aandacht", themas=(CASUISTIEK,)),
        actie(3, "R01"),
    )
    assert table(rapport(beeld(regios(1, 1), acties)), "acties_thema") == [
        ["Hulpmiddel", 0, 0, 0, 1, 0, 0, 1],
        ["Casuïstiek", 0, 0, 1, 1, 0, 0, 2],
        ["Nog niet ingedeeld", 0, 0, 0, 0, 0, 1, 1],
        ["Alle acties", 0, 0, 1, 1, 0, 1, 3],
    ]


def test_a_chart_shows_the_numbers_of_its_table(voorbeeld: NationaalRapport) -> None:
    section = chapter(voorbeeld, "acties")
    chart = next(blok for blok in section.blokken if isinstance(blok, Grafiek))
    rows = table(voorbeeld, "acties_thema")[:-1]
    assert list(chart.categorieen) == [row[0] for row in rows]
    by_name = {reeks.naam: list(reeks.waarden) for reeks in chart.reeksen}
    heads = ("Niet gestart", "Ligt op schema", "Vraagt aandacht", "Afgerond", "Gestopt", "Geen antwoord")
    assert by_name == {head: [row[1 + n] for row in rows] for n, head in enumerate(heads)}


def test_five_hundred_successes_under_one_theme_are_six_and_a_number() -> None:
    said = tuple(uitspraak(number, "successen", "R01", themas=(SAMEN,)) for number in range(500))
    report = rapport(beeld(regios(1, 1), uitspraken=said))
    chapter_4 = chapter(report, "successen")
    assert [len(blok.punten) for blok in chapter_4.blokken if isinstance(blok, Lijst)] == [6]
    assert (
        zinnen(report)["successen_thema_3_meer"].tekst
        == "Nog 494 successen staan achter in deze rapportage, bij de regio’s."
    )


def test_lessons_are_numbered_through_the_chapter_and_stand_once() -> None:
    said = (
        uitspraak(1, "lessen", "R01", themas=(TIJD, DATA), tekst="Over allebei"),
        uitspraak(2, "lessen", "R01", themas=(TIJD,), tekst="Begin  klein"),
        uitspraak(3, "lessen", "R02", themas=(TIJD,), tekst="Begin klein"),
        uitspraak(4, "lessen", "R02", themas=(DATA,), tekst="Tel mee"),
    )
    report = rapport(beeld(regios(2, 2), uitspraken=said))
    lists = [blok for blok in chapter(report, "lessen").blokken if isinstance(blok, Lijst)]
    assert [(one.woord, one.start, [punt.tekst for punt in one.punten]) for one in lists] == [
        ("Les", 1, ["Over allebei", "Begin  klein"]),
        ("Les", 3, ["Tel mee"]),
    ]
    assert lists[0].punten[1].bron == "Genoemd door: 2 regio’s"
    assert zinnen(report)["lessen_thema_6_ook"].tekst == "Ook over dit thema: les 1."


def test_without_any_coding_there_is_one_list_without_a_heading() -> None:
    said = tuple(uitspraak(number, "successen", "R01") for number in range(3))
    blokken = chapter(rapport(beeld(regios(1, 1), uitspraken=said)), "successen").blokken
    assert not [blok for blok in blokken if isinstance(blok, Kopje | Tabel | Grafiek)]
    assert [len(blok.punten) for blok in blokken if isinstance(blok, Lijst)] == [3]


def test_an_edited_sentence_keeps_its_words_and_takes_the_new_number() -> None:
    edited = TextEdit("Maar liefst {geantwoord} regio’s!", 4, {"geantwoord": "2"})
    zin = zinnen(rapport(beeld(regios(4, 2)), edits={"proces_kop": edited}))["proces_kop"]
    assert (zin.tekst, zin.bewerkt, zin.revision, zin.vlaggen) == ("Maar liefst 2 regio’s!", True, 4, ())
    zin = zinnen(rapport(beeld(regios(4, 3)), edits={"proces_kop": edited}))["proces_kop"]
    assert zin.tekst == "Maar liefst 3 regio’s!"
    assert [(one.sleutel, one.was, one.nu) for one in zin.vlaggen] == [("geantwoord", "2", "3")]


def test_an_edited_sentence_whose_number_vanished_stays_and_says_so() -> None:
    edited = TextEdit("Vooral {successen_eerste}.", 2, {"successen_eerste": "Samen"})
    zin = zinnen(rapport(beeld(regios(4, 2)), edits={"samenvatting_leeg": edited}))["samenvatting_leeg"]
    assert zin.tekst == "Vooral [getal vervallen]."
    assert zin.vervallen == ("successen_eerste",)
    assert [(one.was, one.nu) for one in zin.vlaggen] == [("Samen", "")]


def test_an_emptied_sentence_is_left_out_and_can_come_back() -> None:
    zin = zinnen(rapport(beeld(regios(4, 2)), edits={"proces_peilmoment": TextEdit(" ", 3)}))["proces_peilmoment"]
    assert (zin.weggelaten, zin.bewerkt, zin.revision) == (True, True, 3)
    assert zin.sjabloon.startswith("De cijfers in deze rapportage")


def test_an_emptied_heading_is_the_short_name() -> None:
    report = rapport(beeld(regios(4, 2)), edits={"proces_kop": TextEdit("", 2)})
    kop = chapter(report, "proces").kop
    assert (kop.tekst, kop.weggelaten, kop.bewerkt, kop.revision) == ("Proces en respons", False, True, 2)


def test_a_chapter_of_which_everything_was_left_out_is_not_printed() -> None:
    keys = [key for key in zinnen(rapport(beeld(regios(1, 1)))) if key.startswith("vooruitblik_")]
    emptied = {key: TextEdit("", 1) for key in keys}
    assert not chapter(rapport(beeld(regios(1, 1)), edits=emptied), "vooruitblik").has_content
    own = {"vooruitblik": TextEdit("Tot ziens.", 1)}
    with_own = rapport(beeld(regios(1, 1)), edits=emptied, own_texts=own)
    assert chapter(with_own, "vooruitblik").has_content


def test_every_chapter_ends_with_its_own_text(voorbeeld: NationaalRapport) -> None:
    keys = [one.sleutel for one in voorbeeld.all_chapters() if not one.sleutel.startswith("regio_")]
    texts = {key: TextEdit(f"Over {key}: {{geantwoord}}", 7) for key in keys}
    report = build(example_data(), stamp=STEMPEL, edits={}, own_texts=texts)
    last = {one.sleutel: one.blokken[-1] for one in report.all_chapters() if one.sleutel in keys}
    assert [(key, blok.hoofdstuk, blok.tekst, blok.revision) for key, blok in last.items()] == [  # type: ignore[union-attr]
        (key, key, f"Over {key}: {{geantwoord}}", 7) for key in keys
    ]


def test_the_colofon_says_of_which_moment_it_is_and_who_agreed() -> None:
    stempel = Stamp(
        "Vastgesteld",
        2,
        vastgesteld_op=date(2024, 5, 13),
        akkoord=("VWS", "ZN"),
        zonder_akkoord=("MIND",),
        reden="MIND reageerde niet.",
        gemaakt_door="KPMG",
    )
    report = build(data(beeld(regios(4, 3))), stamp=stempel, edits={})
    assert {one.naam: one.tekst for one in report.colofon.rijen} == {
        "Uitvraag": "Ronde twee",
        "Periode": "1 januari 2024 tot en met 31 maart 2024",
        "Peildatum": "24 april 2024 om 10:30 uur",
        "Versie": "2",
        "Status": "Vastgesteld op 13 mei 2024",
        "Beantwoord door": "3 van de 4 zorgkantoorregio’s",
        "Akkoord van": "VWS en ZN",
        "Geen akkoord van": "MIND",
        "Reden van vaststellen zonder ieders akkoord": "MIND reageerde niet.",
        "Gemaakt door": "KPMG",
    }


def test_a_report_of_an_open_round_says_so() -> None:
    report = build(replace(data(beeld(regios(1, 1))), uitvraag_open=True), stamp=STEMPEL, edits={})
    assert report.colofon.rijen[-1].naam == "Let op"
    said = zinnen(report)
    assert said["proces_peilmoment"].tekst.endswith("De uitvraag was toen nog open.")
    assert "Regio’s kunnen antwoorden" in said["proces_uitvraag"].tekst


def test_expectations_stand_beside_their_answers_with_at_least_one_that_waits() -> None:
    said = (
        replace(
            uitspraak(1, "verwachtingen", "R01", aan="vws", tekst="Zelfde"), antwoord="Nee.", antwoord_van="ZN, AB"
        ),
        uitspraak(2, "verwachtingen", "R01", aan="vws", tekst="Nog iets"),
        uitspraak(3, "verwachtingen", "R02", aan="vws", tekst="Iets anders", antwoord="Ja.", antwoord_van="VWS"),
        uitspraak(4, "verwachtingen", "R02", aan="vws", tekst="Zelfde"),
        replace(
            uitspraak(5, "verwachtingen", "R03", aan="vws", tekst="Zelfde", antwoord="Nee.", antwoord_van="ZN, AB"),
            antwoord_datum=date(2024, 9, 1),
        ),
    )
    first, second, third = regios(3, 3)
    three = (replace(first, mag_met_naam=True), second, replace(third, mag_met_naam=True))
    assert table(rapport(beeld(three, uitspraken=said)), "verwachtingen_vws_antwoorden") == [
        ["Zelfde", "Regio R01 en Regio R03", "ZN, AB: Nee.", "–"],
        ["Zelfde", "1 regio", "Nog geen antwoord.", "–"],
        ["Iets anders", "1 regio", "VWS: Ja.", "–"],
    ]


def test_a_stopped_action_is_told_with_its_reason() -> None:
    stopped = replace(actie(1, "R01", status="gestopt"), omschrijving="Lukt dit?", toelichting="Nee.")
    blokken = chapter(rapport(beeld(regios(1, 1), (stopped,))), "vooruitblik").blokken
    assert [punt.tekst for blok in blokken if isinstance(blok, Lijst) for punt in blok.punten] == [
        "Lukt dit? Reden: Nee."
    ]


def test_an_action_that_goes_otherwise_in_one_region_says_so_in_the_outlook_and_on_the_page_of_that_region() -> None:
    plan = tuple(replace(regio(one, plan=1), mag_met_naam=True) for one in "AB")
    words = {"omschrijving": "Proef", "toelichting": "Te duur."}
    stopped = replace(actie(1, "A", "B", status="gestopt"), **words, elders=(Elders("B", "op_schema", "Hier wel."),))
    going = replace(actie(2, "A", "B", status="op_schema"), **words, elders=(Elders("B", "aandacht", "Wacht."),))
    report = rapport(beeld(plan, (stopped, going)))
    assert points(chapter(report, "vooruitblik")) == ["Proef. Reden: Te duur. Loopt in Regio B anders: ligt op schema."]
    assert points(chapter(report, "regio_a")) == ["Proef. Te duur."]
    assert points(chapter(report, "regio_b")) == ["Proef. Wacht."]
    (facts,) = (blok for blok in chapter(report, "regio_b").blokken if isinstance(blok, Begrippen))
    told = {one.naam: one.tekst for one in facts.rijen}["Acties"]
    assert told == "2: ligt op schema 1, vraagt aandacht 1; 2 lopen hier anders dan in de rest van het plan"


def points(part: Hoofdstuk) -> list[str]:
    """The points of its lists."""
    return [punt.tekst for blok in part.blokken if isinstance(blok, Lijst) for punt in blok.punten]


def test_what_was_not_told_is_no_nought_in_a_table() -> None:
    acties = (actie(1, "R01", themas=(HULPMIDDEL,)), actie(2, "R01", themas=(HULPMIDDEL,)))
    report = rapport(beeld(regios(2, 0), acties))
    assert [blok.sleutel for blok in chapter(report, "acties").blokken if isinstance(blok, Tabel | Grafiek)] == [
        "acties_per_thema"
    ]
    assert table(report, "acties_per_thema") == [["Hulpmiddel", 2]]


def test_a_name_with_braces_is_no_template() -> None:
    odd = RegioBeeld("X1", "{regios} & <b>'/", regio("A").stand)
    report = rapport(beeld((odd,)))
    assert chapter(report, "regio_x1").kop.tekst == "{regios} & <b>'/"


def test_every_number_of_a_sentence_stands_in_the_account(voorbeeld: NationaalRapport) -> None:
    rows = [
        cel.sleutel
        for blok in chapter(voorbeeld, "bijlage_cijfers").blokken
        if isinstance(blok, Tabel)
        for rij in blok.rijen
        for cel in rij
        if cel.sleutel
    ]
    assert {"geantwoord", "geantwoord_vorige", "structuur_vast", "acties_thema_6", "successen_thema_7"} <= set(rows)
    assert len([key for key in rows if not key.endswith("_vorige")]) == len(
        {key for key in rows if not key.endswith("_vorige")}
    )


def test_every_own_sentence_has_its_chapter(voorbeeld: NationaalRapport) -> None:
    keys = {one.sleutel for one in voorbeeld.all_chapters()}
    for one in voorbeeld.all_chapters():
        for blok in (one.kop, *one.blokken):
            if isinstance(blok, Zin):
                assert blok.sleutel.startswith(one.sleutel), f"{blok.sleutel} in {one.sleutel}"
    assert len(keys) == len(voorbeeld.all_chapters())
