"""What regions wrote, as points of a list: equal texts once, with all who said it, and a long one cut between words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exports.national.counting.quoting import in_order, merged, one_paragraph, point
from exports.national.tree import Punt
from tests.exports.national.small import regio, uitspraak

NAMEN = {"A": "Drenthe", "B": "Twente", "C": "Zeeland"}


def test_texts_in_the_same_words_stand_once_with_all_who_wrote_them() -> None:
    said = merged(
        [
            uitspraak(1, "lessen", "B", "A", tekst="Begin op tijd."),
            uitspraak(2, "lessen", "C", tekst="Iets anders."),
            uitspraak(3, "lessen", "A", "C", tekst=" Begin  op\ntijd. "),
            uitspraak(4, "lessen", "A", tekst="begin op tijd."),
        ]
    )
    assert [(one.eerste.id, one.regios, one.ids) for one in said] == [
        (1, ("B", "A", "C"), (1, 3)),
        (2, ("C",), (2,)),
        (4, ("A",), (4,)),
    ]


def test_the_same_words_with_another_answer_are_another_text() -> None:
    said = merged([uitspraak(1, "verwachtingen", "A", tekst="Geld.", antwoord=one) for one in ("", "Ja.")])
    assert [one.eerste.antwoord for one in said] == ["", "Ja."]


def test_who_said_it_stands_in_the_order_of_all_regions_and_an_unknown_code_comes_last() -> None:
    assert in_order(["X9", "C", "A", "C"], NAMEN) == ["Drenthe", "Zeeland", "X9"]


def test_a_point_is_the_whole_text_as_it_was_typed() -> None:
    typed = "**woord** \n" * 4000
    (said,) = merged([uitspraak(1, "lessen", "B", tekst=typed)])
    assert point(said, [replace(regio("B"), mag_met_naam=True)]) == Punt(typed, bron="Genoemd door: Regio B")


def test_who_said_it_is_named_only_when_all_of_them_may_be_named() -> None:
    yes, no = replace(regio("A"), mag_met_naam=True), regio("B")
    (both,) = merged([uitspraak(1, "lessen", "A"), uitspraak(2, "lessen", "B", tekst="Tekst 1")])
    assert point(both, [yes, no]).bron == "Genoemd door: 2 regio’s"
    assert point(both, [yes, replace(no, mag_met_naam=True)]).bron == "Genoemd door: Regio A en Regio B"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("", ""),
        ("Een regel", "Een regel"),
        ("Een  regel\n\nen nog een", "Een regel; en nog een"),
        ("Een regel.\nNog een", "Een regel. Nog een"),
        ("Let op:\n- een\n- twee.\n1. drie", "Let op: een; twee. drie"),
        ("Een (of twee)\nen drie", "Een (of twee) en drie"),
        ("Wat?\nDat!\nZo, \nen meer…\nklaar;\neinde", "Wat? Dat! Zo, en meer… klaar; einde"),
        ("**Vet** en *schuin*", "Vet en schuin"),
        ("woord " * 9000, " ".join(["woord"] * 9000)),
    ],
)
def test_lines_and_points_come_after_each_other_in_one_paragraph(typed: str, line: str) -> None:
    assert one_paragraph(typed) == line
