"""Own words of a region stand beside its name only when it said so: in every table and list, and in the appendix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from exports.national.appendices.nameless import SLEUTEL
from exports.national.build import build
from exports.national.data import ActieBeeld, AntwoordBeeld, Uitspraak
from exports.national.printed import cell_text
from exports.national.tree import Begrippen, Hoofdstuk, Lijst, NationaalRapport, Tabel
from tests.exports.national.small import DATA, SAMEN, STEMPEL, VRAGEN, WONEN, actie, beeld, data, regio, uitspraak

CODES = ("A", "B", "C", "D")
# Of each of these kinds every region wrote something, in words of its own.
KINDS = ("successen", "lessen", "verwachtingen", "redenen")
THEMES = {"successen": SAMEN, "lessen": DATA, "redenen": WONEN}
OPEN = next(vraag for vraag in VRAGEN if not vraag.opties)


def words(code: str) -> str:
    return f"eigen-woorden-van-{code}"


def drawn(*named: str) -> NationaalRapport:
    """The report of four regions with a plan each, of which these may be named with their words."""
    regios = tuple(replace(regio(one, plan=n), mag_met_naam=one in named) for n, one in enumerate(CODES, 1))
    said = tuple(_said(10 * n + m, soort, one) for n, one in enumerate(CODES) for m, soort in enumerate(KINDS))
    stopped = tuple(_stopped(n, one) for n, one in enumerate(CODES, 1))
    answers = tuple(AntwoordBeeld(one, OPEN.key, regios[0].stand, words(one)) for one in CODES)
    whole = replace(data(beeld(regios, stopped, uitspraken=said)), antwoorden=answers)
    return build(whole, stamp=STEMPEL, edits={})


def _said(id_: int, soort: str, code: str) -> Uitspraak:
    themes = (THEMES[soort],) if soort in THEMES else ()
    return replace(
        uitspraak(id_, soort, code, aan="vws", tekst=f"{soort} {words(code)}", themas=themes), over="aandacht"
    )


def _stopped(id_: int, code: str) -> ActieBeeld:
    return replace(actie(id_, code, status="gestopt"), omschrijving=f"Actie {words(code)}", toelichting=words(code))


def lines(chapters: tuple[Hoofdstuk, ...]) -> Iterator[str]:
    """What is read in one glance: a row of a table, a point of a list with what stands around it."""
    for one in chapters:
        for blok in one.blokken:
            if isinstance(blok, Tabel) and not blok.is_verantwoording:
                yield from (" | ".join(map(cell_text, rij)) for rij in blok.rijen)
            if isinstance(blok, Lijst):
                yield from (f"{punt.kop} | {punt.tekst} | {punt.bron}" for punt in blok.punten)
            if isinstance(blok, Begrippen):
                yield from (f"{rij.naam} | {rij.tekst}" for rij in blok.rijen)
        yield from lines(one.delen)


def names_of(code: str, report: NationaalRapport) -> list[str]:
    """The lines in which the words of a region stand beside its name, also by standing in its part of the appendix."""
    beside = [one for one in lines(report.hoofdstukken) if words(code) in one and f"Regio {code}" in one]
    own = tuple(one for one in report.all_chapters() if one.sleutel == f"regio_{code.lower()}")
    return beside + [one for one in lines(own) if words(code) in one]


@pytest.mark.parametrize("named", [(), ("A",), ("B", "D"), ("A", "B", "C"), CODES], ids=" ".join)
def test_own_words_stand_beside_a_name_only_when_the_region_said_so(named: tuple[str, ...]) -> None:
    report = drawn(*named)
    assert {code for code in CODES if names_of(code, report)} == set(named)


@pytest.mark.parametrize("named", [(), ("A",), CODES], ids=" ".join)
def test_the_account_names_nobody_behind_a_text_that_one_region_wrote(named: tuple[str, ...]) -> None:
    """Of the theme that only A wrote about; a name would stand beside the one text that stands there without."""
    regios = tuple(replace(regio(one, plan=n), mag_met_naam=one in named) for n, one in enumerate(CODES, 1))
    said = (uitspraak(1, "lessen", "A", tekst="Een les.", themas=(DATA,)),)
    report = build(data(beeld(regios, uitspraken=said)), stamp=STEMPEL, edits={})
    account = next(one for one in report.hoofdstukken if one.sleutel == "bijlage_cijfers")
    rows = [rij for blok in account.blokken if isinstance(blok, Tabel) for rij in blok.rijen]
    (behind,) = (cell_text(rij[-1]) for rij in rows if rij[1].sleutel == f"lessen_thema_{DATA.id}")
    assert behind == ("1 regio: Regio A" if "A" in named else "1 regio")


def test_the_words_of_who_is_not_named_stand_in_one_list_without_a_number_of_their_plan() -> None:
    last = next(one for one in drawn("A").all_chapters() if one.sleutel == SLEUTEL)
    told = " ".join(lines((last,)))
    assert [code for code in CODES if words(code) in told] == ["B", "C", "D"]
    assert all(f"{soort} {words('B')}" in told for soort in ("successen", "lessen", "verwachtingen"))


def test_of_fewer_than_three_plans_there_is_no_such_list() -> None:
    report = drawn("A", "B")
    assert SLEUTEL not in {one.sleutel for one in report.all_chapters()}
    assert any("Staan niet in deze bijlage" in one for one in lines(report.hoofdstukken))
