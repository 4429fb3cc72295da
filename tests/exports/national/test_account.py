"""The account of the numbers: each number of the report once, where it is first used, with the regions behind it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.build import TextEdit, build
from exports.national.data import Beeld
from exports.national.tree import Begrippen, EigenTekst, NationaalRapport, Tabel, Zin
from tests.exports.national.ledger import nation
from tests.exports.national.small import (
    CODES,
    DATA,
    HULPMIDDEL,
    STEMPEL,
    STIL,
    TIJD,
    actie,
    beeld,
    data,
    rapport,
    regio,
    regios,
    uitspraak,
    vroeger,
)


def account(report: NationaalRapport) -> dict[str, Tabel]:
    """The tables of the account by the key of their chapter."""
    blokken = report.hoofdstukken[-1].blokken
    return {blok.sleutel: blok for blok in blokken if isinstance(blok, Tabel)}


def rows(tabel: Tabel) -> dict[str, tuple[object, ...]]:
    """What the rows say, by the token of their number."""
    return {rij[1].sleutel: tuple(cel.waarde for cel in rij) for rij in tabel.rijen}


def all_rows(report: NationaalRapport) -> list[str]:
    return [key for tabel in account(report).values() for key in rows(tabel)]


def everywhere(report: NationaalRapport) -> dict[str, tuple[object, ...]]:
    """All rows of the account, by the token of their number."""
    return {key: row for tabel in account(report).values() for key, row in rows(tabel).items()}


def said(nu: Beeld, tekst: str, vorige: Beeld | None = None) -> NationaalRapport:
    """The report with this sentence in the chapter about the process; the other sentences of that chapter are out."""
    keys = ("uitvraag", "vorige", "niet_beantwoord", "niet_gevraagd", "corrigeert", "plannen", "zonder_plan", "kop")
    out = {f"proces_{key}": TextEdit("", 1) for key in keys}
    return rapport(nu, vorige, {**out, "proces_peilmoment": TextEdit(tekst, 1)})


def of_process(report: NationaalRapport) -> dict[str, tuple[object, ...]]:
    return rows(account(report)["cijfers_proces"])


LESSEN = beeld(
    regios(3, 3),
    uitspraken=(
        uitspraak(1, "lessen", "R01", themas=(DATA,)),
        uitspraak(2, "lessen", "R02", themas=(DATA,)),
        uitspraak(3, "lessen", "R03", themas=(TIJD,)),
    ),
)


def test_each_number_stands_once_where_it_is_first_used() -> None:
    report = rapport(LESSEN, vroeger(LESSEN))
    found = all_rows(report)
    assert len(found) == len(set(found))
    # The summary tells how many regions there are, and the chapter about the process does so again.
    assert "regios" in rows(account(report)["cijfers_samenvatting"])
    assert "regios" not in of_process(report)
    assert "geantwoord" in rows(account(report)["cijfers_blik"])


def test_a_theme_that_is_named_as_the_first_has_the_row_of_that_theme() -> None:
    report = said(LESSEN, "{lessen_eerste_regios} {lessen_thema_6_regios} {lessen_tweede_regios}")
    found = all_rows(report)
    assert [key for key in found if "eerste" in key or "tweede" in key] == []
    assert found.count("lessen_thema_6_regios") + found.count("lessen_thema_6") == 1


def test_two_themes_with_the_same_name_are_two_numbers() -> None:
    """What a number is called is not what it is."""
    codes = tuple(replace(one, naam="Samen") for one in CODES)
    report = build(data(LESSEN, codes=codes), stamp=STEMPEL, edits={})
    assert report.waarden["lessen_eerste_regios"].zelfde_als == "lessen_thema_6_regios"
    assert report.waarden["lessen_tweede_regios"].zelfde_als == "lessen_thema_5_regios"
    assert {"lessen_thema_5", "lessen_thema_6"} <= set(everywhere(report))


def test_the_number_of_the_previous_round_stands_beside_that_of_now() -> None:
    before = vroeger(beeld(regios(5, 2)))
    report = said(beeld(regios(5, 4)), "{gevraagd_vorige}", before)
    table = account(report)["cijfers_proces"]
    assert table.koppen == ("Wat is geteld", "Aantal", "Vorige ronde", "Welke regio’s")
    assert rows(table)["gevraagd"][1:3] == (5, 5)
    assert "gevraagd_vorige" not in all_rows(report)


def test_without_a_previous_round_there_is_no_column_for_it() -> None:
    table = account(rapport(beeld(regios(2, 1))))["cijfers_samenvatting"]
    assert table.koppen == ("Wat is geteld", "Aantal", "Welke regio’s")
    assert table.is_verantwoording


def test_the_regions_behind_a_number_have_no_row_of_their_own_when_that_number_has_one() -> None:
    acties = (actie(1, "R01", status="aandacht"),)
    both = all_rows(said(beeld(regios(2, 2), acties), "{acties_aandacht} {acties_aandacht_regios}"))
    assert both.count("acties_aandacht") == 1
    assert "acties_aandacht_regios" not in both
    acties = (actie(1, "R01", status="op_schema"),)
    alone = all_rows(said(beeld(regios(2, 2), acties), "{acties_afgerond_regios} {acties_zonder_antwoord_regios}"))
    assert "acties_zonder_antwoord_regios" in alone


def test_a_sentence_that_was_left_out_gives_no_row() -> None:
    samen = tuple(regio(f"R0{number}", plan=1 + number % 2) for number in range(4))
    assert "plannen_gezamenlijk" in all_rows(rapport(beeld(samen)))
    assert "plannen_gezamenlijk" not in all_rows(said(beeld(samen), "Niets."))


def test_the_regions_with_a_joint_plan_have_the_row_of_the_joint_plans() -> None:
    samen = tuple(regio(f"R0{number}", plan=1 + number % 2) for number in range(4))
    found = all_rows(said(beeld(samen), "{plannen_gezamenlijk_regios} {plannen_gezamenlijk}"))
    assert "plannen_gezamenlijk" in found
    assert "plannen_gezamenlijk_regios" not in found


def test_a_number_that_is_gone_has_no_row() -> None:
    report = said(beeld(regios(2, 2)), "{weg} {weg_vorige} {geantwoord_vorige}")
    assert not [key for key in all_rows(report) if "weg" in key]
    assert not [key for key in all_rows(report) if key.endswith("_vorige")]


def test_words_have_no_row() -> None:
    assert "niet_beantwoord_namen" not in all_rows(said(beeld(regios(2, 1)), "{niet_beantwoord_namen} {ronde}"))


def test_of_themes_against_statuses_the_rows_are_explained_and_not_each_cell() -> None:
    acties = (actie(1, "R01", status="afgerond", themas=(HULPMIDDEL,)), actie(2, "R02", status="gestopt"))
    found = all_rows(rapport(beeld(regios(2, 2), acties)))
    assert {"acties_thema_1", "acties_niet_gecodeerd", "acties"} <= set(found)
    assert not [key for key in found if key.startswith("acties_thema_1_")]


@pytest.mark.parametrize(
    ("aantal", "beantwoord", "words"),
    [
        (4, 4, "Alle 4 regio’s"),
        (1, 1, "Alle 1 regio"),
        (4, 1, "1 regio: Regio R01"),
        # As many without as with: the names themselves are as short.
        (4, 2, "2 regio’s: Regio R01 en Regio R02"),
        (5, 3, "3 regio’s: alle behalve Regio R04 en Regio R05"),
        (9, 8, "8 regio’s: alle behalve Regio R09"),
        (2, 0, None),
    ],
)
def test_the_regions_behind_a_number_are_named_as_short_as_can_be(
    aantal: int, beantwoord: int, words: str | None
) -> None:
    report = said(beeld(regios(aantal, beantwoord)), "{geantwoord}")
    assert everywhere(report)["geantwoord"][-1] == words


@pytest.mark.parametrize(
    ("aantal", "beantwoord", "starts"),
    [
        (20, 12, "12 regio’s: alle behalve Regio R13, "),
        (20, 11, "11 regio’s: Regio R01, "),
        (90, 40, "40 regio’s: Regio R01, "),
        (90, 41, "41 regio’s"),
    ],
)
def test_long_lists_of_regions_are_cut(aantal: int, beantwoord: int, starts: str) -> None:
    report = rapport(beeld(regios(aantal, beantwoord)))
    assert str(everywhere(report)["geantwoord"][-1]).startswith(starts)


def test_a_region_that_is_not_known_by_name_has_its_code() -> None:
    picture = beeld((regio("A"), regio("B", STIL), regio("C", STIL)), (actie(1, "A", "X9", status="gestopt"),))
    assert everywhere(rapport(picture))["acties_gestopt"][-1] == "2 regio’s: Regio A en X9"


def test_the_account_is_an_appendix_of_terms_and_tables_with_room_for_a_text_of_ones_own() -> None:
    chapter = rapport(LESSEN, vroeger(LESSEN)).hoofdstukken[-1]
    assert (chapter.sleutel, chapter.naam) == ("bijlage_cijfers", "Verantwoording cijfers en begrippen")
    assert (chapter.is_bijlage, chapter.nummer, chapter.kop.tekst) == (True, "D", "Zo zijn de cijfers bepaald")
    sentence, terms, *tables, own = chapter.blokken
    assert isinstance(sentence, Zin)
    assert sentence.tekst.startswith("Alle cijfers komen uit antwoorden die op 24 april 2024 om 10:30 uur")
    assert isinstance(terms, Begrippen)
    assert [(one.naam, one.tekst[-1]) for one in terms.rijen] == [(naam, ".") for naam in TERMS]
    assert all(isinstance(one, Tabel) for one in tables)
    assert isinstance(own, EigenTekst)
    assert own.hoofdstuk == "bijlage_cijfers"


TERMS = (
    "Zorgkantoorregio",
    "Gezamenlijk plan",
    "Geldend plan",
    "Vaste projectstructuur",
    "Niet beantwoord",
    "Niet gevraagd",
    "0 en streepje",
    "Peildatum",
    "Thema",
    "Vorige ronde",
)


def test_a_table_is_called_after_its_chapter_and_its_columns_have_their_widths() -> None:
    tables = account(rapport(LESSEN, vroeger(LESSEN)))
    assert {key: (one.titel, one.breedtes) for key, one in tables.items()} == {
        "cijfers_samenvatting": ("Cijfers bij Managementsamenvatting", (16, 4, 4, 26)),
        "cijfers_blik": ("Cijfers bij Nederland in één blik", (16, 4, 4, 26)),
        "cijfers_proces": ("Cijfers bij 2 Proces en respons", (16, 4, 4, 26)),
        "cijfers_structuur": ("Cijfers bij 3.1 Afstemming en projectstructuur", (16, 4, 4, 26)),
        "cijfers_doel": ("Cijfers bij 3.2 Verwachting doelstelling", (17, 4, 29)),
        "cijfers_lessen": ("Cijfers bij 4 Lessen", (16, 4, 4, 26)),
    }


def test_a_heading_that_was_emptied_is_the_name_of_the_appendix() -> None:
    emptied = rapport(LESSEN, edits={"bijlage_cijfers_kop": TextEdit("", 1)})
    assert emptied.hoofdstukken[-1].kop.tekst == "Verantwoording cijfers en begrippen"


def test_a_row_says_what_was_counted_and_has_a_cell_for_each_column() -> None:
    alone, beside = (everywhere(rapport(LESSEN, one))["geantwoord"] for one in (None, vroeger(LESSEN)))
    counted = "Regio’s waarvan de antwoorden op het peilmoment ingediend waren."
    assert alone == (counted, 3, "Alle 3 regio’s")
    assert beside == (counted, 3, 3, "Alle 3 regio’s")


def test_every_number_in_a_row_of_a_table_is_explained_not_only_the_last() -> None:
    report = build(nation(), stamp=STEMPEL, edits={})
    expectations = rows(account(report)["cijfers_verwachtingen"])
    assert {"verwachtingen_thema_7", "verwachtingen_ciz_beantwoord"} <= set(expectations)
