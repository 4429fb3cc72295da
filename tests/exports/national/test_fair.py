"""Fair words: each rule points at a text that breaks it, and at no text that is fair; our own sentences are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exports.national.build import TextEdit, build
from exports.national.messages.box import MessageEdit
from exports.national.messages.fair import said_in, unfair
from exports.national.tree import NationaalRapport
from tests.examples.nation import example_data
from tests.exports.national.small import DATA, SAMEN, STEMPEL, TIJD, beeld, data, regio, uitspraak, vroeger

KOP = "lessen_kop"
REGIOS = tuple(regio(code, plan=number, doel="ja") for number, code in enumerate("ABCD", 1))


def lessons(tijd: str, anders: str, geen: str = "") -> tuple:
    """Lessons about time by these regions, about data by those, and that fit no theme."""
    rows = [(code, (TIJD,)) for code in tijd] + [(code, (DATA,)) for code in anders] + [(code, ()) for code in geen]
    return tuple(uitspraak(number, "lessen", code, themas=themas) for number, (code, themas) in enumerate(rows, 1))


NU = beeld(REGIOS, (), (*lessons("ABC", "A"), uitspraak(50, "successen", "A", themas=(SAMEN,))))
VROEGER = vroeger(beeld((*REGIOS[:2], *(replace(one, keuzes={}) for one in REGIOS[2:])), (), lessons("A", "")))


def pointed_at(report: NationaalRapport, sleutel: str) -> list[str]:
    return [one.regel for one in unfair(report) if one.gezegd.sleutel == sleutel]


def heading(tekst: str, nu=NU, vorige=VROEGER) -> list[str]:
    """What is said of a heading of the coördinator."""
    edits = {KOP: TextEdit(tekst, 1)}
    return pointed_at(build(data(nu, vorige), stamp=STEMPEL, edits=edits), KOP)


def message(tekst: str) -> list[str]:
    """What is said of a message of the second page."""
    report = build(data(NU, VROEGER), stamp=STEMPEL, edits={}, messages=(MessageEdit("eigen_1", tekst),))
    return pointed_at(report, "eigen_1")


@pytest.mark.parametrize(
    ("regel", "fout", "goed"),
    [
        (
            "ja en deels apart",
            "{doel_ja_of_deels} regio’s halen de doelstelling helemaal of deels",
            "{doel_ja} regio’s verwachten de doelstelling te halen",
        ),
        (
            "dezelfde regio’s",
            "{doel_ja} regio’s zeggen ja, vorige keer {doel_ja_vorige}",
            "Van de regio’s die beide keren antwoordden zeggen {zelfde_doel_ja} ja, toen {zelfde_doel_ja_vorige}; "
            "dat zijn weinig regio’s",
        ),
        ("wat is geteld", "{lessen_regios} lessen zijn geleerd", "{lessen_regios} regio’s noemen {lessen} lessen"),
        ("wat is geteld", "{lessen} regio’s leerden iets", "{lessen} lessen zijn geleerd"),
        ("geen oorzaak", "Dankzij de regioaanpak praten partijen", "Partijen praten vaker"),
        ("geen oorzaak", "Dit heeft geleid tot minder aanvragen", "Regio’s zien minder aanvragen"),
        (
            "daling van de instroom",
            "Regio’s noemen een daling van de instroom",
            "Regio’s noemen een daling van de instroom; het aandeel van de regioaanpak is niet bekend",
        ),
        ("kleine aantallen", "Er kwamen 3 cliënten bij", "Er kwamen minder dan vijf cliënten bij"),
        ("getypt getal", "12 regio’s doen mee", "Vóór 1 april 2024 gaat de instroom naar 100"),
        ("stilte is geen nee", "{niet_beantwoord} regio’s zeggen nee", "{niet_beantwoord} regio’s zwegen"),
        (
            "niet gevraagd",
            "{niet_gevraagd} regio’s hebben niet geantwoord",
            "{niet_gevraagd} regio’s kregen de vraag niet",
        ),
    ],
)
def test_a_rule_points_at_what_breaks_it_and_only_at_that(regel: str, fout: str, goed: str) -> None:
    assert regel in heading(fout)
    assert regel not in heading(goed)
    assert regel in message(fout)


def test_a_tie_is_told_as_a_tie_and_one_region_is_no_headline() -> None:
    first = "Lessen gaan het vaakst over “{lessen_eerste}”"
    assert "gelijke stand" in heading(first, beeld(REGIOS, (), lessons("AB", "AB")))
    assert "gelijke stand" in heading(first, beeld(REGIOS, (), lessons("ABC", "AB")))
    assert "gelijke stand" not in heading(first, beeld(REGIOS, (), lessons("ABC", "A")))
    both = "Lessen gaan het vaakst over “{lessen_eerste}” en “{lessen_tweede}”"
    assert "gelijke stand" not in heading(both, beeld(REGIOS, (), lessons("AB", "AB")))


def test_that_most_fit_no_theme_is_said() -> None:
    most = beeld(REGIOS, (), lessons("A", "", geen="BCD"))
    first = "Lessen gaan het vaakst over “{lessen_eerste}”"
    assert "geen thema past" in heading(first, most)
    assert "geen thema past" not in heading(f"{first}; bij {{lessen_zonder_thema_regios}} past geen thema", most)


def test_a_small_number_of_clients_in_the_words_of_a_region_is_pointed_at() -> None:
    said = (uitspraak(1, "lessen", "A", themas=(TIJD,), tekst="Bij 2 cliënten lukte het."),)
    report = build(data(beeld(REGIOS, (), said)), stamp=STEMPEL, edits={})
    assert "kleine aantallen" in [one.regel for one in unfair(report)]


@pytest.mark.parametrize("nu", [NU, beeld(REGIOS, (), lessons("AB", "AB")), beeld(REGIOS, (), lessons("A", "", "BCD"))])
def test_the_sentences_of_the_portal_are_fair(nu) -> None:
    report = build(data(nu, VROEGER), stamp=STEMPEL, edits={})
    assert [(one.regel, one.gezegd.tekst) for one in unfair(report)] == []


def test_the_example_report_is_fair_but_for_what_regions_wrote() -> None:
    report = build(example_data(), stamp=STEMPEL, edits={})
    assert {one.regel for one in unfair(report)} <= {"kleine aantallen"}


def test_a_round_that_closed_early_says_until_when_regions_could_really_answer() -> None:
    early = replace(data(NU, VROEGER), eerder_gesloten=date(2024, 4, 12))
    said = [one.tekst for one in said_in(build(early, stamp=STEMPEL, edits={})) if one.sleutel == "proces_uitvraag"]
    assert "antwoorden tot en met 12 april 2024: de uitvraag sloot eerder dan de afgesproken dag, 19 april" in said[0]


def test_a_report_with_messages_has_no_summary_unless_a_person_wrote_in_it() -> None:
    def names(**texts: dict[str, TextEdit]) -> list[str]:
        made = build(data(NU), stamp=STEMPEL, messages=(MessageEdit("eigen_1", "Let op."),), **{"edits": {}, **texts})
        return [one.sleutel for one in made.hoofdstukken[:2]]

    assert names() == ["kernboodschappen", "blik"]
    assert names(own_texts={"samenvatting": TextEdit("Zelf geschreven.", 1)}) == ["kernboodschappen", "samenvatting"]
