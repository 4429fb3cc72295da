"""What a region reads of a concept: all that is said of it, and nothing of another region."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from exports.national.build import build
from exports.national.data import RapportData
from exports.national.of_region import ANDERE, ANDEREN, Names, PaginaPunt, page_of_region
from exports.national.tree import (
    Begrip,
    Begrippen,
    Boodschap,
    Cel,
    Deel,
    EigenTekst,
    Hoofdstuk,
    Kaart,
    Kopje,
    Lijst,
    NationaalRapport,
    Punt,
    Tabel,
    Tegel,
    Zin,
)
from portal.domain import clock
from tests.exports.national.small import STEMPEL
from tests.exports.national.worlds import worlds

ANY_WORLD = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NAMEN = {"A": ("Aland",), "B": ("Aland Noord", "Benoorden"), "C": ("Cland",)}


def chapter(
    sleutel: str, naam: str, *blokken: object, nummer: str = "", delen: tuple[Hoofdstuk, ...] = ()
) -> Hoofdstuk:
    return Hoofdstuk(sleutel, naam, zin(naam), nummer=nummer, blokken=blokken, delen=delen)  # type: ignore[arg-type]


def zin(tekst: str) -> Zin:
    return Zin("z", tekst, (Deel(tekst),))


def report(*chapters: Hoofdstuk) -> NationaalRapport:
    namen = {code: many[0] for code, many in NAMEN.items()}
    return NationaalRapport("T", "", "Concept", 1, clock.now(), Begrippen(()), chapters, regionamen=namen)


def read(*chapters: Hoofdstuk, code: str = "A", known: tuple[str, ...] = ()) -> dict[str, list[PaginaPunt]]:
    page = page_of_region(report(*chapters), code, Names.of(code, known, NAMEN))
    return {deel.kop: list(deel.punten) for deel in page.delen}


def test_a_region_reads_its_row_its_appendix_and_its_words_with_its_name() -> None:
    rows = ((Cel("Aland"), Cel(3)), (Cel("Cland"), Cel(9)))
    own = chapter(
        "regio_a", "Aland", Begrippen((Begrip("Uitvraag", "Ingediend"),)), Kopje("Lessen"), Lijst((Punt("Les"),))
    )
    other = chapter("regio_c", "Cland", Lijst((Punt("Van Cland over Aland."),)))
    quotes = Lijst(
        (Punt("Wij", bron="Genoemd door: Aland en Cland"), Punt("Zij: Aland deed mee", bron="Genoemd door: Cland"))
    )
    tiles = (Tegel("Aland", 1, 1, "ja", "Ja"), Tegel("Cland", 2, 1, "nee", "Nee"))
    map_ = Kaart("k", "9 regio’s halen het", tiles, (), "")
    found = read(
        chapter("blik", "In één blik", map_),
        chapter("lessen", "Lessen", quotes, nummer="5"),
        chapter("bijlage_overzicht", "Tabel", Tabel("regios", "T", ("Regio", "Acties"), rows, (1, 1))),
        chapter("bijlage_regios", "De regio’s", delen=(own, other)),
    )
    assert found == {
        "Uw regio in de tabel en op de kaart": [PaginaPunt("Ja", "Op de kaart"), PaginaPunt("3", "Acties")],
        "Uw bijlage": [PaginaPunt("Ingediend", "Uitvraag")],
        "Uw bijlage: lessen": [PaginaPunt("Les")],
        "Uw woorden, met de naam van uw regio erbij": [
            PaginaPunt("Wij", "5 Lessen", f"Genoemd door: Aland en {ANDERE}")
        ],
    }


def test_a_sentence_that_names_it_is_read_without_the_others_and_without_what_stands_around_it() -> None:
    found = read(
        chapter(
            "stand",
            "Stand",
            zin("Aland en Benoorden stopten. Cland twijfelt."),
            EigenTekst("stand", "**Cland** ging door.\n\nIn aland liep het anders. Niemand weet waarom."),
            Boodschap("b", (Deel("Aland Noord ligt voor."),), (Deel("Zie Cland, Benoorden en Aland."),)),
        )
    )
    assert found == {
        "Waar uw regio wordt genoemd": [
            PaginaPunt(f"Aland en {ANDERE} stopten.", "Stand"),
            PaginaPunt("In aland liep het anders.", "Stand"),
            PaginaPunt(f"Zie {ANDEREN} en Aland.", "Stand"),
        ]
    }


def test_a_name_is_hidden_however_it_is_typed() -> None:
    page = page_of_region(
        report(chapter("stand", "Stand", zin("Aland stopte, aland-noord en ’t  Hoge/Land niet."))),
        "A",
        Names.of("A", (), {**NAMEN, "D": ("'t Hoge Land",)}),
    )
    assert [punt.tekst for _, punt in page.lines] == [f"Aland stopte, {ANDEREN} niet."]


def test_regions_with_a_joint_plan_read_each_others_names_and_an_account_of_numbers_is_nobodys() -> None:
    table = Tabel("t", "Wie", ("Wat", "Wie"), ((Cel("Overleg"), Cel("Aland, Aland Noord en Cland")),), (1, 1))
    account = Tabel("c", "Cijfers", ("Wat", "Wie"), ((Cel("x"), Cel("Aland")),), (1, 1), is_verantwoording=True)
    found = read(chapter("stand", "Stand", table, account), known=("B",))
    assert found == {
        "Waar uw regio wordt genoemd": [PaginaPunt(f"Wat: Overleg; Wie: Aland, Aland Noord en {ANDERE}.", "Stand: Wie")]
    }


@settings(ANY_WORLD, max_examples=30)
@given(worlds())
def test_in_any_world_nothing_of_another_region_stands_on_the_page(data: RapportData) -> None:
    data = marked(data)
    tree = build(data, stamp=STEMPEL, edits={})
    namen = {regio.code: (regio.naam,) for regio in data.beeld.regios}
    for regio in data.beeld.regios:
        known = {one.code for one in data.beeld.regios if one.plan_id and one.plan_id == regio.plan_id} | {regio.code}
        page = page_of_region(tree, regio.code, Names.of(regio.code, known, namen))
        found = set(re.findall(r"merk\d+x", str(page)))
        assert found <= {mark for mark, whose in marks(data).items() if known & set(whose)}
        hidden = {naam for code, (naam,) in namen.items() if code not in known}
        assert not [naam for naam in hidden if naam in str(page)]


def marked(data: RapportData) -> RapportData:
    """Every region has a name of its own, and every text of one has a word in it that stands nowhere else."""
    beeld = data.beeld
    said = {
        soort: tuple(replace(one, tekst=f"{one.tekst} merk{one.id}x") for one in getattr(beeld, soort))
        for soort in ("successen", "lessen", "verwachtingen", "redenen", "eigen")
    }
    words = {one.id: f"merk9{one.id}x" for one in beeld.acties}
    acties = tuple(replace(one, omschrijving=words[one.id], toelichting=words[one.id]) for one in beeld.acties)
    regios = tuple(replace(one, naam=f"Streek {one.code}") for one in beeld.regios)
    return replace(data, beeld=replace(beeld, regios=regios, acties=acties, **said))


def marks(data: RapportData) -> dict[str, tuple[str, ...]]:
    """Of which regions each of those words is."""
    beeld = data.beeld
    said = (*beeld.successen, *beeld.lessen, *beeld.verwachtingen, *beeld.redenen, *beeld.eigen)
    return {f"merk{one.id}x": one.regios for one in said} | {f"merk9{one.id}x": one.regios for one in beeld.acties}
