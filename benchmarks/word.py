"""How long a plan takes to become a Word file, and what memory that asks, beside the library that writes it."""

from __future__ import annotations

import io
import pickle
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx
from docx.document import Document
from docx.table import _Cell

from benchmarks.timing import Times, side_by_side
from benchmarks.world import World
from exports.plan import PlanDocument
from exports.word.plan import plan_docx
from portal.extensions import db
from portal.models import Plan
from portal.web.regio.plan import draft_document

ROUNDS = 15
TARGET_MS = 75
TARGET_MB = 68

# Run apart, so that the peak of the process is that of this work: resident memory in kB, from after the imports on.
# (The peak that getrusage gives is inherited from the process that starts it.)
_APART = """
import pickle, re, sys
from exports.word.plan import plan_docx

def peak():
    with open("/proc/self/status") as file:
        return int(re.search(r"VmHWM:\\s+(\\d+)", file.read())[1])

with open(sys.argv[1], "rb") as file:
    document = pickle.load(file)
before = peak()
plan_docx(document)
print(peak() - before)
"""


@dataclass(frozen=True)
class WordTimes:
    """A plan as Word, beside python-docx that writes the same paragraphs and cells without thinking.

    `traced_mb` is what Python asked for at the most; `resident_mb` how far the process itself grew.
    """

    size: int
    plan: Times
    floor: Times
    traced_mb: float
    resident_mb: float


def measure(world: World) -> WordTimes:
    """The largest plan of the world (they are all of one size)."""
    with world.app.test_request_context():
        plan = db.session.get_one(Plan, world.plan_id)
        document = draft_document(plan)
    write = partial(plan_docx, document)
    made = docx.Document(io.BytesIO(write()))
    times = side_by_side({"plan": write, "floor": partial(write_plainly, plain(made))}, rounds=ROUNDS)
    return WordTimes(len(write()), times["plan"], times["floor"], _traced(write), _resident(document))


def _traced(work: Callable[[], object]) -> float:
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1024**2


def _resident(document: PlanDocument) -> float:
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        Path(file.name).write_bytes(pickle.dumps(document))
        done = subprocess.run([sys.executable, "-c", _APART, file.name], capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


# A document as plain text: paragraphs, and tables of rows of cells of paragraphs, in order.
Plain = list["str | list[list[Plain]]"]


def plain(holder: Document | _Cell) -> Plain:
    """The paragraphs and cells of a document, in order, without their look."""
    found: Plain = []
    for one in holder.iter_inner_content():
        if hasattr(one, "rows"):
            found.append([[plain(cell) for cell in row.cells] for row in one.rows])
        else:
            found.append(one.text)
    return found


def write_plainly(content: Plain) -> bytes:
    """The floor: python-docx writes these paragraphs and cells, and nothing else."""
    document = docx.Document()
    _fill(document, content)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _fill(holder: Document | _Cell, content: Plain) -> None:
    for one in content:
        if isinstance(one, str):
            holder.add_paragraph(one)
        elif one:
            table = holder.add_table(len(one), max(len(row) for row in one))
            for row, cells in zip(table.rows, one, strict=True):
                for cell, inner in zip(row.cells, cells, strict=False):
                    _fill(cell, inner)
