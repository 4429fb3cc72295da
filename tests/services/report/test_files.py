"""The Word and Excel file: made now while a report can change, and the very same bytes ever after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.shared import RGBColor
from flask import Flask
from openpyxl import load_workbook

from exports.word.house_style import house_template
from portal.domain import clock
from portal.domain.report.states import RapportStatus
from portal.domain.roles import Actor, Rol
from portal.domain.round.states import UitvraagStatus
from portal.extensions import db
from portal.models import Rapport, RapportBestand, RegelSoort, Uitvraag
from portal.services.report import files, reports, texts
from portal.services.report.problems import DamagedFile, NeverMade
from tests.reading.pdf import pages_of, run_together
from tests.worlds.feedback import add_regel, hand_in
from tests.worlds.nation import make_code, put_coding
from tests.worlds.people import make_regio, make_user
from tests.worlds.report import adopt, agree, make_kernlid, make_rapport, publish, put_rapport
from tests.worlds.round import make_blad, make_uitvraag
from tests.worlds.rows import all_rows

MAKERS = {soort: partial(files.made, soort=soort) for soort in files.KINDS}


@pytest.fixture
def house(app: Flask, tmp_path: Path) -> Iterator[Path]:
    """The file that PORTAL_WORD_TEMPLATE names; it is there and in order."""
    path, before = tmp_path / "huisstijl.docx", app.config["SETTINGS"]
    path.write_bytes(house_template())
    app.config["SETTINGS"] = replace(before, word_template=str(path))
    yield path
    app.config["SETTINGS"] = before


def words(content: bytes) -> str:
    """Everything that a Word file says in its paragraphs and tables."""
    document = Document(BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_the_files_of_a_concept_are_made_now(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    texts.save(rapport, "proces_kop", "Al {geantwoord} binnen!", base_revision=0, seen_revision=1, actor=kim)
    word, excel = files.made(rapport, files.DOCX), files.made(rapport, files.XLSX)
    assert word.name == "Voortgangsrapportage Q1 2024 versie 1 concept.docx"
    assert excel.name == "Voortgangsrapportage Q1 2024 versie 1 concept.xlsx"
    assert (word.is_frozen, word.checksum) == (False, sha256(word.content).hexdigest())
    assert "Al 1 binnen!" in words(word.content)
    assert "Concept" in words(word.content)
    assert load_workbook(BytesIO(excel.content)).sheetnames
    assert all_rows(RapportBestand) == []


def test_what_was_vastgesteld_stands_in_the_files(uitvraag: Uitvraag, kim: Actor) -> None:
    zn = make_kernlid("ZN")
    make_kernlid("VWS")
    rapport = make_rapport(uitvraag, status=RapportStatus.TER_VASTSTELLING, actor=kim)
    agree(rapport, zn)
    with clock.stopped_at(datetime(2026, 12, 1, 22, 30, tzinfo=UTC)):
        adopt(rapport, kim, reason="De minister wacht.")
        gemaakt_op = clock.now()
    text = words(files.made(rapport, files.DOCX).content)
    for part in ("Vastgesteld", "1 december 2026", "ZN", "VWS", "De minister wacht."):
        assert part in text
    kept = {one.soort: one for one in all_rows(RapportBestand)}
    assert {soort: one.bestandsnaam for soort, one in kept.items()} == {
        soort: f"Voortgangsrapportage Q1 2024 versie 1.{soort}" for soort in files.KINDS
    }
    for one in kept.values():
        assert (one.grootte, one.checksum, one.gemaakt_op) == (
            len(one.inhoud),
            sha256(one.inhoud).hexdigest(),
            gemaakt_op,
        )
    assert [one.soort for one in files.stored(rapport)] == ["docx", "ods", "odt", "pdf", "pptx", "xlsx"]
    on_paper = run_together("".join(pages_of(files.made(rapport, files.PDF).content)))
    for part in ("Vastgesteld", "ZN", "VWS", "De minister wacht."):
        assert run_together(part) in on_paper


def test_the_files_of_a_version_never_change(uitvraag: Uitvraag, kim: Actor, house: Path) -> None:
    blad = make_blad(uitvraag, make_regio("Cland"))
    succes = add_regel(blad, "Wij bellen elkaar", soort=RegelSoort.SUCCES)
    hand_in(blad, succes)
    code = make_code("successen", "Bellen")
    put_coding(succes, [code], door=make_user(Rol.COORDINATOR))
    rapport = make_rapport(uitvraag, status=RapportStatus.VASTGESTELD, actor=kim)
    before, tree = [make(rapport) for make in MAKERS.values()], reports.tree_of(rapport, demo=False)
    assert [one.is_frozen for one in before] == [True] * len(files.KINDS)

    code.naam, code.samengevoegd_in_id = "Heet anders", make_code("successen", "Samen").id
    hand_in(next(one for one in uitvraag.bladen if one.naam == "Bland"))
    uitvraag.naam = "Heet nu anders"
    blad.blad_regios[0].regio.naam = "Nieuwland"
    house.unlink()
    with clock.stopped_at(clock.now() + timedelta(days=40)):
        publish(rapport, kim)
        newer = reports.make(uitvraag, actor=kim)
        texts.save(newer, "proces_kop", "Anders", base_revision=0, seen_revision=1, actor=kim)
        db.session.commit()
        db.session.expire_all()
        assert [make(rapport) for make in MAKERS.values()] == before
        assert reports.tree_of(rapport, demo=False) == tree
        assert newer.nummer == 2
        assert files.made(newer, files.XLSX).content not in {one.content for one in before}


@pytest.mark.parametrize("soort", MAKERS)
def test_a_file_that_changed_is_never_sent(
    uitvraag: Uitvraag, kim: Actor, soort: str, caplog: pytest.LogCaptureFixture
) -> None:
    rapport = make_rapport(uitvraag, status=RapportStatus.VASTGESTELD, actor=kim)
    kept = next(one for one in all_rows(RapportBestand) if one.soort == soort)
    kept.inhoud += b" "
    db.session.flush()
    with pytest.raises(DamagedFile, match="niet meer gelijk aan het bestand dat is vastgesteld"):
        MAKERS[soort](rapport)
    assert f"the {soort} of report {rapport.id} is not the file that was vastgesteld" in caplog.text
    with pytest.raises(DamagedFile):
        publish(rapport, kim)
    assert rapport.status is RapportStatus.VASTGESTELD


def test_a_report_of_before_there_were_pdfs_and_slides_has_none(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = put_rapport(uitvraag, status=RapportStatus.VASTGESTELD)
    files.require_sound(rapport)
    for soort in (files.PDF, files.PPTX, files.ODT, files.ODS):
        with pytest.raises(NeverMade):
            files.made(rapport, soort)
    assert not {"pdf", "pptx", "odt", "ods"} & {one.soort for one in files.stored(rapport)}


def test_a_file_that_is_gone_is_not_made_again(uitvraag: Uitvraag, kim: Actor) -> None:
    rapport = make_rapport(uitvraag, status=RapportStatus.VASTGESTELD, actor=kim)
    db.session.delete(all_rows(RapportBestand)[0])
    db.session.flush()
    with pytest.raises(DamagedFile):
        files.made(rapport, files.DOCX)
    assert files.made(rapport, files.XLSX).is_frozen


def test_a_word_that_comes_in_while_the_files_are_drawn_is_in_them(uitvraag: Uitvraag, kim: Actor) -> None:
    """`freeze` draws again when the report is no longer what was drawn before the lock."""
    rapport = make_rapport(uitvraag, status=RapportStatus.TER_VASTSTELLING, actor=kim)
    drawn = files.Drawn(reports.tree_of(rapport, demo=False), dict.fromkeys(MAKERS, b"oud"))
    rapport.status = RapportStatus.VASTGESTELD
    files.freeze(rapport, drawn)
    assert b"oud" not in {one.inhoud for one in all_rows(RapportBestand)}


def test_a_long_name_of_a_round_fits(kim: Actor) -> None:
    rapport = make_rapport(make_uitvraag(naam="é" * 200, status=UitvraagStatus.GESLOTEN), actor=kim)
    assert files.made(rapport, files.DOCX).name == f"Voortgangsrapportage {'é' * 120} versie 1 concept.docx"


# --- the house style


def coloured(rapport: Rapport) -> str:
    """The colour of the heading style of the report in Word."""
    document = Document(BytesIO(files.made(rapport, files.DOCX).content))
    return str(document.styles["Heading 1"].font.color.rgb)


def test_the_house_style_of_the_organisation_is_used(uitvraag: Uitvraag, kim: Actor, house: Path) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    ours = coloured(rapport)
    document = Document(BytesIO(house_template()))
    document.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0x00, 0x00)
    document.save(str(house))
    assert files.template_warnings() == []
    assert (ours, coloured(rapport)) == (ours, "C00000")
    assert ours != "C00000"


def test_without_a_house_style_there_is_nothing_to_say(app: Flask) -> None:
    assert files.template_warnings() == []


def test_a_house_style_that_is_gone_is_told_and_ours_is_used(uitvraag: Uitvraag, kim: Actor, house: Path) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    before = files.made(rapport, files.DOCX).content
    house.unlink()
    (told,) = files.template_warnings()
    assert told == (
        "De huisstijl van dit portaal is niet te lezen. Rapporten krijgen nu de stijl van het portaal zelf."
    )
    assert words(files.made(rapport, files.DOCX).content) == words(before)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half", b"Dit is tekst."])
def test_a_house_style_that_broke_is_told_and_ours_is_used(
    uitvraag: Uitvraag, kim: Actor, house: Path, content: bytes
) -> None:
    rapport = make_rapport(uitvraag, actor=kim)
    house.write_bytes(content)
    (told,) = files.template_warnings()
    assert told.endswith("Rapporten krijgen nu de stijl van het portaal zelf.")
    assert "Aland" in words(files.made(rapport, files.DOCX).content)


def test_a_house_style_that_lacks_styles_says_which(house: Path) -> None:
    Document().save(str(house))
    assert any("ontbreekt de stijl" in one for one in files.template_warnings())
