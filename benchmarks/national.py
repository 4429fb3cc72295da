"""The national report: how long its files take, Word and Excel beside the libraries that write them, and what memory.

The floors write the very same paragraphs and cells, without data, styles or thought: python-docx for Word, openpyxl in
write-only mode (the mode that we use) for Excel.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import docx
import openpyxl

from benchmarks.rounds_world import RoundsWorld
from benchmarks.timing import Times, peak_mb, side_by_side
from benchmarks.word import plain, write_plainly
from exports.excel.national import national_xlsx
from exports.national.build import Stamp, build
from exports.national.data import RapportData
from exports.national.tree import NationaalRapport
from exports.pdf import national_pdf
from exports.slides import national_pptx
from exports.word.national import national_docx
from portal.demo.coding import code_round
from portal.domain import clock
from portal.domain.roles import Actor
from portal.extensions import db
from portal.models import Rapport, Uitvraag, User
from portal.services.report import gather, hearing, reports, stored_data

TARGET_TIMES, TARGET_MB = 1.5, 400
# What somebody waits for with 31 regions, in seconds: the PDF, the slides, and the report made again.
TARGET_PDF, TARGET_SLIDES, TARGET_AGAIN = 2.0, 1.0, 1.0
LETTERS = Path(__file__).resolve().parents[1] / "portal" / "static" / "dist" / "letters"
ROUNDS = 5

# Everything that making a report and its two files takes, in a process of its own: its peak is that of this work.
_APART = """
import json, re, sys
from benchmarks import national
from portal import create_app
from portal.config import Settings
app = create_app(Settings(database_url=sys.argv[1], secret_key="meten", onderhoud=False))
with app.app_context():
    print(json.dumps(national.once(int(sys.argv[2]))))
"""


@dataclass(frozen=True)
class NationalTimes:
    """What a report of so many regions takes. `gather_s` and `store_s` were taken once, the rest side by side.

    `again` is the verb behind the button "Opnieuw maken", with its commit.
    """

    regions: int
    actions: int
    cells: int
    gather_s: float
    store_s: float
    word: Times
    word_floor: Times
    excel: Times
    excel_floor: Times
    pdf: Times
    slides: Times
    again: Times
    word_kb: int
    excel_kb: int
    peak_mb: float


def measure(held: RoundsWorld, regions: int, *, rounds: int = ROUNDS) -> NationalTimes:
    """Of the newest round of this world, with what all earlier ones told of each action."""
    with held.world.app.app_context():
        _code(held)
    apart = _apart(held)
    with held.world.app.app_context():
        data = gather.gather(db.session.get_one(Uitvraag, held.uitvraag_id))
    tree = report_of(data)
    word, excel = partial(national_docx, tree), partial(national_xlsx, data, tree)
    sheets = list(_sheets(excel()))
    written = plain(docx.Document(io.BytesIO(word())))
    things: dict[str, Callable[[], object]] = {
        "word": word,
        "word floor": partial(write_plainly, written),
        "excel": excel,
        "excel floor": partial(_write_rows, sheets),
        "pdf": partial(national_pdf, tree, letters=LETTERS),
        "slides": partial(national_pptx, tree),
    }
    times = side_by_side(things, rounds=rounds)
    return NationalTimes(
        regions=regions,
        actions=len(data.beeld.acties),
        cells=sum(len(row) for _, rows in sheets for row in rows),
        gather_s=apart["gather"],
        store_s=apart["store"],
        word=times["word"],
        word_floor=times["word floor"],
        excel=times["excel"],
        excel_floor=times["excel floor"],
        pdf=times["pdf"],
        slides=times["slides"],
        again=_made_again(held, rounds),
        word_kb=len(word()) // 1024,
        excel_kb=len(excel()) // 1024,
        peak_mb=apart["peak"],
    )


def _code(held: RoundsWorld) -> None:
    """Somebody coded what was answered, as people do."""
    code_round(
        db.session.get_one(Uitvraag, held.uitvraag_id),
        db.session.get_one(User, held.world.coordinator_id),
        clock.now(),
    )
    db.session.commit()


def _made_again(held: RoundsWorld, rounds: int) -> Times:
    """The report of the newest round made again, each time in a session that knows nothing of it yet."""
    with held.world.app.app_context():
        kim = db.session.get_one(User, held.world.coordinator_id).actor
        rapport_id = reports.make(db.session.get_one(Uitvraag, held.uitvraag_id), actor=kim).id
        db.session.commit()
        again = partial(_make_again, rapport_id, kim)
        return side_by_side({"again": again}, rounds=rounds)["again"]


def _make_again(rapport_id: int, kim: Actor) -> None:
    db.session.expire_all()
    rapport = db.session.get_one(Rapport, rapport_id)
    hearing.remake(rapport, actor=kim, seen_revision=rapport.revision)
    db.session.commit()


def report_of(data: RapportData) -> NationaalRapport:
    """The report as a concept, without texts of a coördinator."""
    return build(data, stamp=Stamp(status="Concept", versie=1), edits={})


def once(uitvraag_id: int) -> dict[str, float]:
    """Gather, store, read back, and write both files, once; seconds, and the peak of this process in MB."""
    start = time.perf_counter()
    data = gather.gather(db.session.get_one(Uitvraag, uitvraag_id))
    gathered = time.perf_counter()
    text = stored_data.to_json(data)
    db.session.rollback()
    del data
    data = stored_data.from_json(text)
    stored = time.perf_counter()
    del text
    tree = report_of(data)
    national_docx(tree)
    national_xlsx(data, tree)
    return {"gather": gathered - start, "store": stored - gathered, "peak": peak_mb()}


def _apart(held: RoundsWorld) -> dict[str, Any]:
    command = [sys.executable, "-c", _APART, held.world.url, str(held.uitvraag_id)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


Rows = list[tuple[Any, ...]]


def _sheets(content: bytes) -> Iterator[tuple[str, Rows]]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    for sheet in book.worksheets:
        yield sheet.title, list(sheet.iter_rows(values_only=True))


def _write_rows(sheets: list[tuple[str, Rows]]) -> bytes:
    book = openpyxl.Workbook(write_only=True)
    for title, rows in sheets:
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
