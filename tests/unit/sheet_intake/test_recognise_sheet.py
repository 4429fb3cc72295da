"""An answer sheet as a Word file is that sheet again, in every edition; and what people do to it."""

from __future__ import annotations

import pytest

from exports.odf import sheet_odt
from exports.sheet import SheetDocument
from forms.national import Soort, editions
from forms.spec import Format, Kind
from portal.domain.intake.read import read
from portal.domain.sheet_intake.account import account
from portal.domain.sheet_intake.recognise import recognise_sheet
from portal.domain.stored.sheet_intake import SheetIntakeContent
from portal.services.sheet_intake.asked import asked_by
from tests.editions import OTHER_ROUND
from tests.worlds.sheet_files import filled, word_of

EDITIONS = [*editions(Soort.PROGRESS), OTHER_ROUND]
every_edition = pytest.mark.parametrize("format_", EDITIONS, ids=[one.key for one in EDITIONS])


def found_in(document: SheetDocument, data: bytes, name: str = "blad.docx") -> SheetIntakeContent:
    return recognise_sheet(asked_by(document), read(name, data), name=name)


def expected(document: SheetDocument) -> dict[tuple[str, str], list[dict[str, str]]]:
    """What a sheet says, as recognising tells it: by question and by action or goal."""
    told: dict[tuple[str, str], list[dict[str, str]]] = {}
    for question in document.format.questions:
        if question.kind is Kind.VOORTGANG:
            keys = {one.label: one.key for one in question.choices}
            for row in document.acties:
                values = {"status": keys.get(row.status, ""), "toelichting": row.toelichting}
                told[question.key, str(row.actie.id)] = [said(values)]
        elif question.kind is Kind.DOELSTANDEN:
            for goal in document.doelen:
                unknown = "ja" if goal.weet_niet else ""
                values = {"waarde": goal.waarde, "peildatum": goal.peildatum, "weet_niet": unknown}
                told[question.key, str(goal.id)] = [said({**values, "toelichting": goal.toelichting})]
        elif question.kind.is_list:
            keys = {one.label: one.key for one in question.choices}
            rows = document.regels.get(question.kind, ())
            told[question.key, ""] = [said({"tekst": one.tekst, "aan": keys.get(one.aan, "")}) for one in rows]
        else:
            answer = document.answers.get(question.key, "")
            keys = {one.label: one.key for one in question.choices}
            text = answer if isinstance(answer, str) else " ".join(keys[one] for one in answer)
            told[question.key, ""] = [{"tekst": text}]
    return told


def said(values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if value}


def told(content: SheetIntakeContent) -> dict[tuple[str, str], list[dict[str, str]]]:
    found: dict[tuple[str, str], list[dict[str, str]]] = {}
    for one in content.antwoorden:
        found.setdefault((one.vraag, one.rij), []).append(one.waarden)
    return found


@every_edition
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_a_filled_sheet_gives_the_same_answers_and_no_word_without_a_place(format_: Format, kind: str) -> None:
    document = filled(format_)
    content = found_in(document, sheet_docx_or_odt(document, kind), f"blad.{kind}")
    assert told(content) == expected(document)
    assert content.niet_geplaatst == []
    assert {one.zekerheid for one in content.antwoorden} == {"zeker"}
    assert not [one.bezwaar for one in content.antwoorden if one.bezwaar]
    assert account(content).adds_up


def sheet_docx_or_odt(document: SheetDocument, kind: str) -> bytes:
    return word_of(document) if kind == "docx" else sheet_odt(document)
