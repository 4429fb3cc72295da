"""The files of a national report: made now while it can change, and never made again once it can't."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from flask import current_app
from sqlalchemy import select
from sqlalchemy.orm import undefer

from exports.excel.national import national_xlsx
from exports.national.as_json import report_json
from exports.national.colofon import Stamp
from exports.national.tree import NationaalRapport
from exports.odf import national_ods, national_odt
from exports.pdf import PdfProblem, national_pdf
from exports.slides import SlideStyleError, national_pptx
from exports.slides import check as check_slides
from exports.word import house_style
from exports.word.national import national_docx
from exports.word.national.short import KAMERBRIEF, OPLEGNOTITIE, kamerbrief_docx, oplegnotitie_docx
from portal import letters
from portal.config import Settings
from portal.domain.report.states import RapportStatus
from portal.extensions import db
from portal.models import Rapport, RapportBestand
from portal.services.report import reports
from portal.services.report.problems import DamagedFile, NeverMade, ReportProblem

DOCX, XLSX, PDF, PPTX, ODT, ODS, JSON = "docx", "xlsx", "pdf", "pptx", "odt", "ods", "json"
# A report that was vastgesteld before there was a PDF of it, slides or OpenDocument, has none.
ALWAYS = (DOCX, XLSX)
logger = logging.getLogger(__name__)
SHORT_FORMS = {OPLEGNOTITIE: oplegnotitie_docx, KAMERBRIEF: kamerbrief_docx}


@dataclass(frozen=True)
class ReportFile:
    """A file of a report. `checksum` is its SHA-256; `is_frozen`: it is the one that was vastgesteld."""

    name: str
    content: bytes
    checksum: str
    is_frozen: bool = False


@dataclass(frozen=True)
class Drawn:
    """The files by kind, and the report that they were drawn from."""

    tree: NationaalRapport
    files: Mapping[str, bytes]


def made(rapport: Rapport, soort: str) -> ReportFile:
    """The report as this kind of file (`KINDS`): as it reads now, and once vastgesteld the one that was kept.

    Raises NeverMade for one that was vastgesteld without, DamagedFile when the file of then is gone or changed, and
    ReportProblem when no PDF can be made on this server.
    """
    if not rapport.status.is_frozen:
        return _file(rapport, soort, KINDS[soort](rapport, reports.tree_of(rapport, demo=_settings().demo)))
    if soort not in ALWAYS and soort not in {one.soort for one in stored(rapport)}:
        raise NeverMade
    return _frozen(rapport, soort)


def short_form(rapport: Rapport, naam: str) -> ReportFile:
    """The oplegnotitie or the bouwsteen for a Kamerbrief, made of the report as it reads now; once frozen as then."""
    tree = reports.tree_of(rapport, demo=_settings().demo)
    file = _file(rapport, DOCX, SHORT_FORMS[naam](tree, template=_template()))
    return replace(file, name=file.name.replace("Voortgangsrapportage", naam, 1))


def data(rapport: Rapport) -> ReportFile:
    """What the report is made of, as JSON (docs/data-json.md). Its data is frozen with it."""
    tree = reports.tree_of(rapport, demo=_settings().demo)
    return _file(rapport, JSON, report_json(reports.data_of(rapport), tree))


def stored(rapport: Rapport) -> list[RapportBestand]:
    """The files that were vastgesteld, without their content: name, size and checksum."""
    query = select(RapportBestand).where(RapportBestand.rapport_id == rapport.id).order_by(RapportBestand.soort)
    return list(db.session.scalars(query))


def draw_adopted(rapport: Rapport, stempel: Stamp) -> Drawn | None:
    """The files as they will be when the report is vastgesteld with this stamp; None when it can't be.

    Drawing takes seconds, so it is done before others have to wait; `freeze` looks whether it still is so.
    """
    if rapport.status is not RapportStatus.TER_VASTSTELLING:
        return None
    return _draw(rapport, reports.tree_with(rapport, stempel, demo=_settings().demo))


def freeze(rapport: Rapport, drawn: Drawn | None) -> None:
    """Keep the files of a (locked) report that was just vastgesteld, and how its pages read."""
    tree = reports.tree_of(rapport, demo=_settings().demo)
    if drawn is None or drawn.tree != tree:
        drawn = _draw(rapport, tree)
    reports.keep_tree(rapport, tree)
    for soort, content in drawn.files.items():
        db.session.add(
            RapportBestand(
                rapport_id=rapport.id,
                soort=soort,
                bestandsnaam=_name(rapport, soort),
                grootte=len(content),
                checksum=_checksum(content),
                gemaakt_op=rapport.status_sinds,
                inhoud=content,
            )
        )
    db.session.flush()


def require_sound(rapport: Rapport) -> None:
    """Make sure that the files that were vastgesteld are there as they were.

    Raises DamagedFile.
    """
    if rapport.status.is_frozen:
        for soort in {*ALWAYS, *(one.soort for one in stored(rapport))}:
            _frozen(rapport, soort)


def template_warnings() -> list[str]:
    """What is wrong with the house style of PORTAL_WORD_TEMPLATE, as Dutch sentences; empty without one.

    A report is made all the same: in our own style, or completed with it.
    """
    path = _settings().word_template
    if not path:
        return []
    try:
        return house_style.check(Path(path).read_bytes())
    except OSError:
        return ["De huisstijl van dit portaal is niet te lezen. Rapporten krijgen nu de stijl van het portaal zelf."]
    except house_style.HouseStyleError as error:
        return [f"{error} Rapporten krijgen nu de stijl van het portaal zelf."]


def _settings() -> Settings:
    settings: Settings = current_app.config["SETTINGS"]
    return settings


def _template() -> bytes | None:
    """The house style of the organisation; None without one, or when it can't be used (any more)."""
    path = _settings().word_template
    if not path:
        return None
    try:
        content = Path(path).read_bytes()
        house_style.check(content)
    except (OSError, house_style.HouseStyleError) as error:
        logger.warning("the house style in PORTAL_WORD_TEMPLATE can't be used: %s", error)
        return None
    return content


def _word(_: Rapport, tree: NationaalRapport) -> bytes:
    return national_docx(tree, template=_template())


def _excel(rapport: Rapport, tree: NationaalRapport) -> bytes:
    return national_xlsx(reports.data_of(rapport), tree, portaal=_settings().public_url)


def _slides(_: Rapport, tree: NationaalRapport) -> bytes:
    return national_pptx(tree, template=_slide_template())


def _slide_template() -> bytes | None:
    """The slides of the organisation; None without, or when they can't be used (any more)."""
    path = _settings().slides_template
    if not path:
        return None
    try:
        content = Path(path).read_bytes()
        check_slides(content)
    except (OSError, SlideStyleError) as error:
        logger.warning("the slides in PORTAL_SLIDES_TEMPLATE can't be used: %s", error)
        return None
    return content


def _pdf(_: Rapport, tree: NationaalRapport) -> bytes:
    try:
        return national_pdf(tree, letters=letters.folder())
    except PdfProblem as error:
        raise ReportProblem(str(error)) from error


def _odt(_: Rapport, tree: NationaalRapport) -> bytes:
    return national_odt(tree)


def _ods(rapport: Rapport, tree: NationaalRapport) -> bytes:
    return national_ods(reports.data_of(rapport), tree, portaal=_settings().public_url)


# Every kind of file that a report is kept as.
KINDS: Mapping[str, Callable[[Rapport, NationaalRapport], bytes]] = {
    DOCX: _word,
    PDF: _pdf,
    PPTX: _slides,
    XLSX: _excel,
    ODT: _odt,
    ODS: _ods,
}


def _draw(rapport: Rapport, tree: NationaalRapport) -> Drawn:
    return Drawn(tree, {soort: draw(rapport, tree) for soort, draw in KINDS.items()})


def _frozen(rapport: Rapport, soort: str) -> ReportFile:
    query = select(RapportBestand).where(RapportBestand.rapport_id == rapport.id, RapportBestand.soort == soort)
    kept = db.session.scalars(query.options(undefer(RapportBestand.inhoud))).one_or_none()
    if kept is None or _checksum(kept.inhoud) != kept.checksum:
        logger.error("the %s of report %s is not the file that was vastgesteld", soort, rapport.id)
        raise DamagedFile(
            "Dit bestand is niet meer gelijk aan het bestand dat is vastgesteld. Daarom krijgt u het niet. "
            "Vraag de beheerder om het bestand uit de back-up terug te zetten."
        )
    return ReportFile(kept.bestandsnaam, kept.inhoud, kept.checksum, is_frozen=True)


def _file(rapport: Rapport, soort: str, content: bytes) -> ReportFile:
    return ReportFile(_name(rapport, soort), content, _checksum(content))


def _name(rapport: Rapport, soort: str) -> str:
    """ "Voortgangsrapportage Q1 2024 versie 1.docx"; a file that can still change says that it is a concept."""
    concept = "" if rapport.status.is_frozen else " concept"
    return f"Voortgangsrapportage {rapport.naam[:120]} versie {rapport.nummer}{concept}.{soort}"


def _checksum(content: bytes) -> str:
    return sha256(content).hexdigest()
