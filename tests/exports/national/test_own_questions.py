"""The own questions of a round: a chapter each, and a report about nothing else when it asks nothing else."""

from __future__ import annotations

from exports.national.build import build
from exports.national.data import Beeld, CodeBeeld, Optie, RapportData, Uitspraak, Vraag
from exports.national.tree import Begrippen, Hoofdstuk, Kopje, Lijst, NationaalRapport, Tabel, Zin
from tests.exports.national.small import NIET_GEVRAAGD, STEMPEL, STIL, VRAGEN, beeld, data, regio, regios, uitspraak

KEUZES = (Optie("keuze_1", "Ja"), Optie("keuze_2", "Nee"), Optie("keuze_3", "Soms"))
BEL = Vraag("eigen_1", "Belt u elkaar?", "Belt u elkaar?", "choice", KEUZES, eigen=True)
ZORG = Vraag("eigen_2", "Wat {baart} u zorgen?", "Wat {baart} u zorgen?", "long_text", eigen=True)
GELD, TIJD = CodeBeeld(21, "eigen", "Geld", vraag=ZORG.key), CodeBeeld(22, "eigen", "Tijd", vraag=ZORG.key)
ELDERS = CodeBeeld(23, "eigen", "Van een andere vraag", vraag="eigen_9")


def zorg(id_: int, *codes: str, themas: tuple[CodeBeeld, ...] | None = None, **more: str) -> Uitspraak:
    return uitspraak(id_, "eigen", *codes, themas=themas, over=ZORG.key, **more)


def asked(nu: Beeld, *vragen: Vraag) -> RapportData:
    return data(nu, codes=(GELD, TIJD, ELDERS), vragen=vragen)


def drawn(nu: Beeld, *vragen: Vraag) -> NationaalRapport:
    return build(asked(nu, *vragen), stamp=STEMPEL, edits={})


def chapter(rapport: NationaalRapport, sleutel: str) -> Hoofdstuk:
    return next(one for one in rapport.hoofdstukken if one.sleutel == sleutel)


def told(one: Hoofdstuk) -> list[str]:
    return [blok.tekst for blok in one.blokken if isinstance(blok, Zin)]


def test_a_round_of_only_own_questions_is_told_of_these_and_nothing_else() -> None:
    rapport = drawn(beeld(regios(3, 2), uitspraken=(zorg(1, "R01"),)), BEL, ZORG)
    assert [(one.nummer, one.naam) for one in rapport.hoofdstukken if not one.is_bijlage] == [
        ("1", "Proces en respons"),
        ("2", "Belt u elkaar?"),
        ("3", "Wat {baart} u zorgen?"),
    ]
    assert not [zin for zin in told(chapter(rapport, "proces")) if "plan" in zin]
    assert [one.naam for one in rapport.hoofdstukken if one.is_bijlage] == [
        "De regio’s",
        "De vragen",
        "Verantwoording cijfers en begrippen",
    ]
    region = chapter(rapport, "bijlage_regios").delen[0]
    (facts,) = [blok for blok in region.blokken if isinstance(blok, Begrippen)]
    assert [rij.naam for rij in facts.rijen] == ["Uitvraag"]
    assert "acties" not in told(chapter(rapport, "bijlage_regios"))[0]


def test_beside_the_national_questions_each_own_question_has_a_chapter_before_the_outlook() -> None:
    rapport = drawn(beeld(regios(3, 2), uitspraken=(zorg(1, "R01"),)), *VRAGEN, ZORG)
    assert [one.naam for one in rapport.hoofdstukken if one.nummer.isdigit()][-2:] == [
        "Wat {baart} u zorgen?",
        "Vooruitblik",
    ]


def test_a_closed_question_is_counted_and_what_is_close_is_told_together() -> None:
    keuzes = ["keuze_1", "keuze_1", "keuze_3", ""]
    answered = tuple(regio(f"R0{number}", eigen_1=keuze) for number, keuze in enumerate(keuzes, 1))
    found = chapter(drawn(beeld((*answered, regio("R05", STIL), regio("R06", NIET_GEVRAAGD))), BEL), "vraag_eigen_1")
    assert found.kop.tekst == "Belt u elkaar?"
    assert told(found) == [
        "Van de 5 regio’s die deze vraag kregen, antwoordden er 3.",
        "Het vaakst gekozen zijn “Ja” (2 regio’s) en “Soms” (1 regio).",
    ]
    (table,) = [blok for blok in found.blokken if isinstance(blok, Tabel)]
    assert [[cel.waarde for cel in rij] for rij in table.rijen] == [
        ["Ja", 2],
        ["Nee", 0],
        ["Soms", 1],
        ["Geen antwoord", 2],
        ["Niet gevraagd", 1],
        ["Alle regio’s", 6],
    ]


def test_texts_stand_under_the_themes_of_their_own_code_book_each_once() -> None:
    uitspraken = (
        zorg(1, "R01", themas=(TIJD, GELD), tekst="Tijd en geld"),
        zorg(2, "R02", themas=(GELD,), tekst="Geld"),
        zorg(3, "R03", themas=(GELD,), tekst="Geld "),
        zorg(4, "R04", themas=(), tekst="Iets anders"),
        zorg(5, "R05", tekst="Nog niet gelezen"),
    )
    found = chapter(drawn(beeld(regios(6, 6), uitspraken=uitspraken), ZORG), "vraag_eigen_2")
    assert told(found) == [
        "Van de 6 regio’s die deze vraag kregen, antwoordden er 5.",
        "Antwoorden gaan het vaakst over “Geld” (3 regio’s).",
        "Bij 1 antwoord past geen van deze thema’s. 1 antwoord is nog niet ingedeeld.",
    ]
    assert [blok.tekst for blok in found.blokken if isinstance(blok, Kopje)] == [
        "Geld",
        "Andere antwoorden",
        "Nog niet ingedeeld",
    ]
    lists = [[(punt.tekst, punt.bron) for punt in blok.punten] for blok in found.blokken if isinstance(blok, Lijst)]
    assert lists[0] == [
        ("Tijd en geld", "Genoemd door: 1 regio"),
        ("Geld", "Genoemd door: 2 regio’s"),
    ]


def test_without_themes_every_answer_stands_in_one_list_however_long() -> None:
    uitspraken = tuple(zorg(number, f"R{number:02}", tekst=f"{number} " * 900) for number in range(1, 4))
    found = chapter(drawn(beeld(regios(3, 3), uitspraken=uitspraken), ZORG), "vraag_eigen_2")
    (lijst,) = [blok for blok in found.blokken if isinstance(blok, Lijst)]
    assert len(lijst.punten) == 3
    assert told(found) == ["Alle 3 regio’s antwoordden."]
