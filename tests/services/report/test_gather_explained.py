"""Explanations in the data of a report: of which regions, what they explain, and how they were coded."""

from __future__ import annotations

from flask import Flask

from exports.national.build import Stamp, build
from exports.national.data import CodeBeeld, Uitspraak
from portal.domain.coding.state import CodeSoort
from portal.domain.roles import Rol
from portal.models import Uitvraag
from portal.services.coding import book, items
from portal.services.coding.book import CodeText
from tests.worlds.coding import code, give, make_code_book, make_coder
from tests.worlds.feedback import hand_in
from tests.worlds.nation import gathered, make_q1_2024, make_q4_2023
from tests.worlds.people import make_regio, make_user
from tests.worlds.round import make_blad

ZORG = {"key": "eigen_1", "label": "Wat baart u zorgen?", "kind": "long_text"}
BEL = {"key": "eigen_2", "label": "Belt u?", "kind": "choice", "choices": [{"key": "keuze_1", "label": "Ja"}]}


def told(one: Uitspraak) -> tuple[object, ...]:
    return one.over, one.keuze, one.regios, one.tekst, one.gecodeerd


def code_all(uitvraag: Uitvraag, soort: CodeSoort, *names: str) -> None:
    kim = make_coder()
    for item in items.items(soort, uitvraag):
        give(item, *(code(f"{soort.value}/{naam}") for naam in names), by=kim)


def test_an_explanation_says_what_it_explains_of_whom_and_how_it_was_coded(app: Flask) -> None:
    make_code_book()
    noord, zuid = make_regio("Noord"), make_regio("Zuid")
    answers = {"doel_verwachting": "deels", "doel_toelichting": "Geen woningen.", "afstemming_toelichting": " "}
    earlier, uitvraag = make_q4_2023(), make_q1_2024()
    hand_in(make_blad(earlier, noord, zuid), statussen=("gestopt",), redenen=("Weinig vraag.",))
    hand_in(
        make_blad(uitvraag, noord, zuid),
        answers=answers,
        afwijkingen={zuid.code: {"doel_verwachting": "nee", "doel_toelichting": "Hier lukt het niet."}},
        statussen=("aandacht", "op_schema"),
        redenen=("Ziekte.", "Loopt."),
    )
    code_all(earlier, CodeSoort.REDENEN, "Te weinig vraag")
    code_all(uitvraag, CodeSoort.REDENEN)
    data = gathered(uitvraag)
    assert [told(one) for one in data.beeld.redenen] == [
        ("aandacht", "", (noord.code, zuid.code), "Ziekte.", True),
        ("doelstelling", "deels", (noord.code,), "Geen woningen.", True),
        ("doelstelling", "nee", (zuid.code,), "Hier lukt het niet.", True),
    ]
    assert [one.actie_id for one in data.beeld.redenen] == [1, None, None]
    assert data.vorige is not None
    assert [(told(one), len(one.codes)) for one in data.vorige.redenen] == [
        (("gestopt", "", (noord.code, zuid.code), "", True), 1)
    ]


def test_a_round_of_only_own_questions_gives_a_report_about_these(app: Flask) -> None:
    uitvraag = make_q1_2024("Peiling", edition="", extra_vragen=[ZORG, BEL])
    aland = make_regio("Aland")
    hand_in(make_blad(uitvraag, aland), answers={"eigen_1": "Het **geld**.", "eigen_2": "keuze_1"})
    geld = book.add(CodeSoort.EIGEN, CodeText("Geld"), vraag="eigen_1", actor=make_user(Rol.COORDINATOR).actor)
    code_all(uitvraag, CodeSoort.EIGEN, "Geld")
    data = gathered(uitvraag)
    assert [(told(one), one.codes) for one in data.beeld.eigen] == [
        (("eigen_1", "", (aland.code,), "Het **geld**.", True), (geld.id,))
    ]
    assert data.codes == (CodeBeeld(geld.id, "eigen", "Geld", vraag="eigen_1"),)
    assert [(one.key, one.eigen) for one in data.vragen] == [("eigen_1", True), ("eigen_2", True)]
    report = build(data, stamp=Stamp("Concept", 1), edits={})
    assert [one.naam for one in report.hoofdstukken if not one.is_bijlage] == [
        "Proces en respons",
        "Wat baart u zorgen?",
        "Belt u?",
    ]
