"""The reasons that regions name: counted over regions and texts, split, and compared fairly."""

from __future__ import annotations

from dataclasses import replace

from exports.national.data import Beeld, CodeBeeld, Uitspraak
from exports.national.tree import Blok, Kopje, Lijst, Tabel
from tests.exports.national.small import (
    MENSEN,
    STIL,
    VORIGE_RONDE,
    WONEN,
    beeld,
    geteld,
    gezegd,
    rapport,
    regio,
    regios,
    uitspraak,
)


def reden(
    id_: int, *codes: str, over: str = "aandacht", themas: tuple[CodeBeeld, ...] | None = (), **more: str
) -> Uitspraak:
    return uitspraak(id_, "redenen", *codes, themas=themas, over=over, **more)


def named(*numbers: int, code: CodeBeeld, start: int = 0) -> tuple[Uitspraak, ...]:
    """One explanation with this reason for each of these regions."""
    return tuple(reden(start + number, f"R{number:02}", themas=(code,)) for number in numbers)


def blocks(nu: Beeld) -> tuple[Blok, ...]:
    return next(one.blokken for one in rapport(nu).all_chapters() if one.sleutel == "redenen")


def test_a_region_counts_once_however_often_it_names_a_reason_and_a_text_with_two_reasons_counts_at_both() -> None:
    waarden = geteld(
        beeld(
            regios(4, 4),
            uitspraken=(
                reden(1, "R01", themas=(WONEN,)),
                reden(2, "R01", "R02", over="doelstelling", themas=(WONEN, MENSEN)),
                reden(3, "R03", over="gestopt"),
                reden(4, "R04", themas=None),
            ),
        )
    )
    assert {key: one.aantal for key, one in waarden.items() if key.startswith("redenen") and one.aantal} == {
        "redenen": 4,
        "redenen_regios": 4,
        "redenen_gecodeerd": 3,
        "redenen_meeste": 2,
        "redenen_thema_10": 2,
        "redenen_thema_10_regios": 2,
        "redenen_thema_11": 1,
        "redenen_thema_11_regios": 2,
        "redenen_eerste_regios": 2,
        "redenen_tweede_regios": 2,
        "redenen_zonder_thema": 1,
        "redenen_zonder_thema_regios": 1,
        "redenen_niet_gecodeerd": 1,
        "redenen_niet_gecodeerd_regios": 1,
        "redenen_aandacht": 2,
        "redenen_aandacht_regios": 2,
        "redenen_aandacht_thema_10": 1,
        "redenen_aandacht_thema_10_regios": 1,
        "redenen_aandacht_eerste_regios": 1,
        "redenen_aandacht_niet_gecodeerd": 1,
        "redenen_aandacht_niet_gecodeerd_regios": 1,
        "redenen_gestopt": 1,
        "redenen_gestopt_regios": 1,
        "redenen_gestopt_zonder_thema": 1,
        "redenen_gestopt_zonder_thema_regios": 1,
        "redenen_doelstelling": 1,
        "redenen_doelstelling_regios": 2,
        "redenen_doelstelling_thema_10": 1,
        "redenen_doelstelling_thema_10_regios": 2,
        "redenen_doelstelling_thema_11": 1,
        "redenen_doelstelling_thema_11_regios": 2,
        "redenen_doelstelling_eerste_regios": 2,
        "redenen_doelstelling_tweede_regios": 2,
    }


def test_the_heading_names_one_reason_only_when_it_leads_by_two() -> None:
    def kop(*uitspraken: Uitspraak) -> str:
        return gezegd(beeld(regios(6, 6), uitspraken=uitspraken))["redenen_kop"]

    een = "Regio’s noemen “Woningtekort” het vaakst als reden"
    twee = "Regio’s noemen “Woningtekort” en “Arbeidsmarkt” het vaakst als reden"
    assert kop(*named(1, 2, 3, code=WONEN), *named(1, code=MENSEN, start=50)) == een
    assert kop(*named(1, 2, 3, code=WONEN), *named(1, 2, code=MENSEN, start=50)) == twee
    assert kop(*named(1, code=WONEN)) == "Regio’s noemen verschillende redenen; geen daarvan springt eruit"
    assert kop(reden(1, "R01")) == "In de toelichtingen past geen van de redenen uit het codeboek"
    assert kop(reden(1, "R01", themas=None)) == "1 regio gaf een toelichting"


def test_that_no_reason_fits_is_told_and_that_it_is_the_largest_group() -> None:
    said = gezegd(beeld(regios(3, 3), uitspraken=(*named(1, code=WONEN), reden(7, "R02"), reden(8, "R03"))))
    assert said["redenen_geen"] == "In 2 toelichtingen staat geen van deze redenen. Dat is de grootste groep."
    said = gezegd(beeld(regios(3, 3), uitspraken=(*named(1, code=WONEN), reden(7, "R02"))))
    assert said["redenen_geen"] == "In 1 toelichting staat geen van deze redenen."


def test_rounds_are_compared_over_the_regions_that_answered_both() -> None:
    nu = beeld(regios(4, 4), uitspraken=named(1, 2, 3, code=WONEN))
    toen = beeld(
        (regio("R01"), regio("R02"), regio("R03", STIL), regio("R04")),
        uitspraken=named(1, 4, code=WONEN),
        ronde=VORIGE_RONDE,
    )
    assert gezegd(nu, toen)["redenen_vorige"] == (
        "Van de 3 regio’s die ook de vorige uitvraag beantwoordden, noemen 2 “Woningtekort”; in de vorige ronde "
        "noemden 2 van hen die reden. Dat zijn weinig regio’s."
    )
    pair = geteld(nu, toen)["redenen_thema_10_beide_regios"]
    assert (pair.aantal, pair.vorige, pair.regios) == (2, 2, ("R01", "R02"))
    assert geteld(nu, toen)["redenen_thema_10_regios"].vorige is None


def test_what_was_not_read_yet_is_not_compared() -> None:
    toen = replace(beeld(regios(4, 4), uitspraken=named(1, code=WONEN)), ronde=VORIGE_RONDE)
    said = gezegd(beeld(regios(4, 4), uitspraken=(*named(1, code=WONEN), reden(9, "R02", themas=None))), toen)
    assert "redenen_vorige" not in said
    ingedeeld = "1 toelichting is nog niet ingedeeld. Daarom vergelijken wij nog niet met de vorige ronde."
    assert said["redenen_ingedeeld"] == ingedeeld


def test_the_tables_count_what_is_named_and_split_it_by_what_it_explains() -> None:
    uitspraken = (
        *named(1, 2, code=MENSEN),
        reden(5, "R01", over="gestopt", themas=(WONEN,)),
        reden(6, "R01", over="doelstelling"),
    )
    tables = {
        blok.sleutel: [blok.koppen, *([cel.waarde for cel in rij] for rij in blok.rijen)]
        for blok in blocks(beeld(regios(2, 2), uitspraken=uitspraken))
        if isinstance(blok, Tabel)
    }
    assert tables["redenen"] == [
        ("Reden", "Regio’s", "Toelichtingen"),
        ["Arbeidsmarkt", 2, 2],
        ["Woningtekort", 1, 1],
        ["Geen reden past", 1, 1],
    ]
    assert tables["redenen_waarbij"] == [
        ("Reden", "Vraagt aandacht", "Gestopt", "Doelstelling", "Samen"),
        ["Arbeidsmarkt", 2, 0, 0, 2],
        ["Woningtekort", 0, 1, 0, 1],
        ["Geen reden past", 0, 0, 1, 1],
        ["Alle toelichtingen", 2, 1, 1, 4],
    ]


def test_quotes_say_who_and_about_what_a_long_text_is_no_quote_and_none_stands_twice() -> None:
    uitspraken = (
        reden(1, "R01", themas=(WONEN, MENSEN), tekst="Geen huis."),
        reden(2, "R02", over="doelstelling", themas=(WONEN,), tekst="Zonder woning lukt het niet."),
        reden(3, "R03", themas=(WONEN,), tekst="lang " * 100),
    )
    named = (replace(regio("R01"), mag_met_naam=True), regio("R02"), regio("R03"))
    blokken = blocks(beeld(named, uitspraken=uitspraken))
    assert [blok.tekst for blok in blokken if isinstance(blok, Kopje)] == ["Wat regio’s schrijven over “Woningtekort”"]
    (lijst,) = [blok for blok in blokken if isinstance(blok, Lijst)]
    assert [(punt.tekst, punt.bron) for punt in lijst.punten] == [
        ("Zonder woning lukt het niet.", "Genoemd door: 1 regio, bij de doelstelling"),
        ("Geen huis.", "Genoemd door: Regio R01, bij acties met de status “Vraagt aandacht”"),
    ]


def test_without_explanations_there_is_no_chapter() -> None:
    assert "redenen_kop" not in gezegd(beeld(regios(3, 3)))
