"""Makes the documents of the portal as files and pictures, for whoever wants to look: python -m tests.kijk MAP."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from exports.excel.condensed import condensed_xlsx
from exports.excel.contacts import contacts_xlsx
from exports.excel.expectations import expectations_xlsx
from exports.excel.national import national_xlsx
from exports.excel.overview import overview_xlsx
from exports.national.build import Stamp, build
from exports.national.tree import NationaalRapport
from exports.odf import feedback_odt, national_ods, national_odt, plan_odt, sheet_odt
from exports.pdf import feedback_pdf, national_pdf, plan_pdf, sheet_pdf
from exports.slides import national_pptx
from exports.word.condensed import condensed_docx
from exports.word.expectations import expectations_docx
from exports.word.feedback import feedback_docx
from exports.word.national import national_docx
from exports.word.national.short import kamerbrief_docx, oplegnotitie_docx
from exports.word.overview import overview_docx
from exports.word.plan import plan_docx
from exports.word.sheet import sheet_docx
from tests.examples.nation import example_data
from tests.examples.plans import (
    PEILMOMENT,
    condensed_analysis,
    contact_lines,
    empty_plan,
    filled_plan,
    national_overview,
)
from tests.examples.rounds import empty_sheet, example_expectations, example_feedback, filled_sheet
from tests.reading.pdf import LETTERS

DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "plan-leeg.docx": lambda: plan_docx(empty_plan()),
    "plan-leeg-pdf.pdf": lambda: plan_pdf(empty_plan(), letters=LETTERS),
    "plan-gevuld.docx": lambda: plan_docx(filled_plan()),
    "plan-gevuld-pdf.pdf": lambda: plan_pdf(filled_plan(), letters=LETTERS),
    "antwoordblad-leeg.docx": lambda: sheet_docx(empty_sheet()),
    "antwoordblad-leeg-pdf.pdf": lambda: sheet_pdf(empty_sheet(), letters=LETTERS),
    "antwoordblad-gevuld.docx": lambda: sheet_docx(filled_sheet()),
    "antwoordblad-gevuld-pdf.pdf": lambda: sheet_pdf(filled_sheet(), letters=LETTERS),
    "terugkoppeling.docx": lambda: feedback_docx(example_feedback()),
    "terugkoppeling-pdf.pdf": lambda: feedback_pdf(example_feedback(), letters=LETTERS),
    "verwachtingen-word.docx": lambda: expectations_docx(example_expectations()),
    "verwachtingen-excel.xlsx": lambda: expectations_xlsx(example_expectations()),
    "overzicht-word.docx": lambda: overview_docx(national_overview()),
    "overzicht-excel.xlsx": lambda: overview_xlsx(national_overview()),
    "samenvatting-word.docx": lambda: condensed_docx(condensed_analysis()),
    "samenvatting-excel.xlsx": lambda: condensed_xlsx(condensed_analysis()),
    "rapport.xlsx": lambda: national_xlsx(example_data(), _national_report(), portaal="https://portaal.example"),
    "plan-gevuld-odt.odt": lambda: plan_odt(filled_plan()),
    "antwoordblad-gevuld-odt.odt": lambda: sheet_odt(filled_sheet()),
    "terugkoppeling-odt.odt": lambda: feedback_odt(example_feedback()),
    "rapport-odt.odt": lambda: national_odt(_national_report()),
    "rapport-ods.ods": lambda: national_ods(example_data(), _national_report()),
    "rapport.docx": lambda: national_docx(_national_report()),
    "rapport-pdf.pdf": lambda: national_pdf(_national_report(), letters=LETTERS),
    "rapport-slides.pptx": lambda: national_pptx(_national_report()),
    "rapport-oplegnotitie.docx": lambda: oplegnotitie_docx(_national_report()),
    "rapport-kamerbrief.docx": lambda: kamerbrief_docx(_national_report()),
    "contactpersonen.xlsx": lambda: contacts_xlsx(contact_lines(), peilmoment=PEILMOMENT, demo=True),
}

USAGE = "Gebruik: python -m tests.kijk MAP"
NO_OFFICE = "LibreOffice (soffice) staat niet op deze machine: de documenten zijn gemaakt, de plaatjes niet."
NO_POPPLER = "pdftoppm (poppler-utils) staat niet op deze machine: er zijn PDF’s gemaakt, maar geen plaatjes."
_RESOLUTION = "80"
_PATIENCE = 180  # seconds for LibreOffice, which starts slowly


def _national_report() -> NationaalRapport:
    """The national report of the invented round, as the portal writes it."""
    return build(example_data(), stamp=Stamp("Concept", 1), edits={})


def write_documents(folder: Path) -> list[Path]:
    """Write all example documents into the folder, which is made when needed; returns their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, make in DOCUMENTS.items():
        path = folder / name
        path.write_bytes(make())
        paths.append(path)
    return paths


def draw(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Turn documents into pictures, one per page; returns the pictures.

    Raises LookupError with a Dutch sentence when LibreOffice or poppler is missing, and CalledProcessError or
    TimeoutExpired when one of them fails.
    """
    office = _program("soffice", NO_OFFICE)
    profile = (folder / ".libreoffice").resolve().as_uri()
    _run(
        office,
        f"-env:UserInstallation={profile}",
        *("--headless", "--convert-to", "pdf", "--outdir"),
        str(folder),
        *(str(path) for path in paths if path.suffix != ".pdf"),
    )
    painter = _program("pdftoppm", NO_POPPLER)
    for path in paths:
        _run(painter, "-r", _RESOLUTION, "-png", str(folder / f"{path.stem}.pdf"), str(folder / path.stem))
    return sorted(folder.glob("*.png"))


def main(arguments: Sequence[str]) -> int:
    """Do it all and say what was made; returns the exit status."""
    if len(arguments) != 1:
        _say(USAGE)
        return 2
    folder = Path(arguments[0])
    paths = write_documents(folder)
    _say(f"{len(paths)} documenten staan in {folder}.")
    try:
        _say(f"{len(draw(paths, folder))} plaatjes staan in {folder}.")
    except LookupError as missing:
        _say(missing.args[0])
        return 1
    return 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _program(name: str, otherwise: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise LookupError(otherwise)
    return found


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
