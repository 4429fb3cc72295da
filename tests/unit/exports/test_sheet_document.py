"""From the content of an answer sheet to what is printed: labels, last quarter beside, answers of the kerngroep."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from exports.sheet import ProgressRow, RegelRow, Reply, SheetDocument
from forms.counted import AAN_DE_REGIO
from forms.spec import Kind
from portal.models import Uitvraag
from portal.services.sheet.document import sheet_document
from tests.editions import ASKED

MOMENT = datetime(2024, 4, 3, 9, 0, tzinfo=UTC)
EIGEN_VRAAG = {
    "key": "extra_aanbod",
    "label": "Welk aanbod mist u?",
    "kind": "choices",
    "choices": [{"key": "wonen", "label": "Wonen"}, {"key": "dag", "label": "Dagbesteding"}],
}


def actie(id_: int, paragraaf: str, omschrijving: str, vorm: str = "actie") -> dict[str, Any]:
    """A row of a plan as it is frozen."""
    return {
        "id": id_,
        "vorm": vorm,
        "paragraaf": paragraaf,
        "omschrijving": omschrijving,
        "verantwoordelijke": "Gemeente",
        "tijdslijn": "Q1 2024",
        "venster_van": "2024-01-01",
        "venster_tot": "2024-03-31",
        "venster_bron": "gelezen",
        "is_mijlpaal": False,
    }


def voortgang(status: str, toelichting: str = "", gelijk_aan: str = "") -> dict[str, str]:
    """Progress of one action as it is frozen."""
    return {"status": status, "toelichting": toelichting, "gelijk_aan": gelijk_aan}


def content(**changed: Any) -> dict[str, Any]:
    """The content of a sheet of two regions with a heading and two actions."""
    return {
        "edition": ASKED.key,
        "uitvraag": {"id": 2, "naam": "Q2 2024"},
        "extra_vragen": [],
        "niet_gesteld": [],
        "naam": "Modelland en Proefdal",
        "regios": [{"id": 1, "code": "ZK91", "naam": "Modelland"}, {"id": 2, "code": "ZK93", "naam": "Proefdal"}],
        "plan": {"plan_id": 1, "indiening_id": 1, "ingediend_op": "2024-01-01T10:00:00+00:00", "is_vastgesteld": True},
        "acties": [actie(4, "5a", "Samenwerken", "kop"), actie(5, "5a.1", "Overleg"), actie(6, "5a.2", "Overzicht")],
        "doelen": [],
        "voortgang": {},
        "doelstanden": {},
        "answers": {},
        "afwijkingen": {},
        "regels": {"successen": [], "lessen": [], "verwachtingen": []},
        **changed,
    }


def document(sheet: dict[str, Any], **more: Any) -> SheetDocument:
    """The document of this content in a round that explains itself."""
    uitvraag = Uitvraag(naam="Nu heet zij anders", toelichting="Wij vragen naar april tot en met juni.")
    return sheet_document(
        sheet, uitvraag=uitvraag, status="Ingediend", peilmoment=MOMENT, deadline=date(2024, 7, 15), **more
    )


def test_an_empty_sheet_lists_the_actions_of_the_plan_without_a_status() -> None:
    sheet = document(content())
    assert sheet.format == ASKED
    assert (sheet.uitvraag, sheet.naam, sheet.is_joint, sheet.has_plan) == (
        "Q2 2024",
        "Modelland en Proefdal",
        True,
        True,
    )
    assert [(row.actie.paragraaf, row.actie.is_action, row.status) for row in sheet.voortgang] == [
        ("5a", False, ""),
        ("5a.1", True, ""),
        ("5a.2", True, ""),
    ]
    assert [row.actie.id for row in sheet.acties] == [5, 6]
    assert sheet.acties[0].actie.venster == "1 januari t/m 31 maart 2024"
    assert (dict(sheet.answers), sheet.afwijkingen, sheet.vorige) == ({}, (), "")


def test_answers_to_closed_questions_are_shown_by_their_labels() -> None:
    sheet = document(content(answers={"afstemming_vorm": "ad_hoc", "afstemming_toelichting": "Als *het moet*."}))
    assert dict(sheet.answers) == {"afstemming_vorm": ("Ja, ad hoc",), "afstemming_toelichting": "Als *het moet*."}


def test_last_quarter_stands_beside_the_action_with_the_same_permanent_id() -> None:
    before = content(
        uitvraag={"id": 1, "naam": "Q1 2024"},
        acties=[actie(6, "9", "Heette toen anders")],
        voortgang={"6": voortgang("aandacht", "Geen voorzitter.")},
    )
    now = content(voortgang={"6": voortgang("aandacht", "Geen voorzitter.", "Q1 2024"), "5": voortgang("op_schema")})
    sheet = document(now, previous=before)
    assert sheet.vorige == "Q1 2024"
    overleg, overzicht = sheet.acties
    assert overleg == ProgressRow(overleg.actie, "Ligt op schema", "op_schema")
    assert overzicht == ProgressRow(
        overzicht.actie,
        "Vraagt aandacht",
        "aandacht",
        "Geen voorzitter.",
        "Q1 2024",
        "Vraagt aandacht",
        "Geen voorzitter.",
    )


def test_a_deviation_carries_the_name_of_its_region() -> None:
    sheet = document(content(afwijkingen={"ZK93": {"doel_verwachting": "nee"}, "ZK91": {"doel_verwachting": ""}}))
    assert [(one.regio, dict(one.answers)) for one in sheet.afwijkingen] == [
        ("Proefdal", {"doel_verwachting": ("Nee",)})
    ]


def test_an_expectation_names_the_party_and_carries_its_answer() -> None:
    regels = {
        "successen": [{"id": 1, "tekst": "Gelukt", "aan": "", "regio_code": "ZK91"}],
        "lessen": [],
        "verwachtingen": [
            {"id": 7, "tekst": "Tarieven", "aan": "nza", "regio_code": ""},
            {"id": 8, "tekst": "Meedoen", "aan": "regio", "regio_code": "ZK93"},
        ],
    }
    replies = {7: Reply("In juni.", "A. Bedacht, VWS", MOMENT, date(2024, 6, 1))}
    sheet = document(content(regels=regels), replies=replies)
    assert sheet.regels[Kind.SUCCESSEN] == (RegelRow("Gelukt", regio="Modelland"),)
    assert sheet.regels[Kind.VERWACHTINGEN] == (
        RegelRow("Tarieven", "NZa", "", "In juni.", "A. Bedacht, VWS", date(2024, 6, 1), aan_key="nza"),
        RegelRow("Meedoen", "Betrokkenen in de regio", "Proefdal", aan_key=AAN_DE_REGIO),
    )


def test_a_region_without_a_plan_has_no_actions() -> None:
    sheet = document(content(plan=None, acties=[]))
    assert (sheet.has_plan, sheet.voortgang) == (False, ())


def test_a_frozen_copy_keeps_the_name_and_questions_it_was_handed_in_with() -> None:
    """The round was renamed and its own question removed since."""
    sheet = document(
        content(
            edition="", extra_vragen=[EIGEN_VRAAG], answers={"extra_aanbod": "dag wonen"}, uitvraag={"naam": "Peiling"}
        )
    )
    assert sheet.format.title == sheet.uitvraag == "Peiling"
    assert [question.label for question in sheet.format.questions] == ["Welk aanbod mist u?"]
    assert sheet.answers["extra_aanbod"] == ("Dagbesteding", "Wonen")
    assert sheet.voortgang == ()


def test_a_status_or_party_that_no_longer_exists_is_shown_by_its_key() -> None:
    regels = {"verwachtingen": [{"id": 7, "tekst": "Tarieven", "aan": "oud", "regio_code": ""}]}
    sheet = document(content(voortgang={"5": voortgang("vroeger")}, regels=regels))
    assert sheet.acties[0].status == "vroeger"
    assert sheet.regels[Kind.VERWACHTINGEN][0].aan == "oud"
