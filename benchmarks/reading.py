"""How long a file of a region takes to be read, beside python-docx that opens it and reads its text.

Processor time, in one run; and how far a process grows that reads a file with fifty megabytes of pictures.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import docx

from benchmarks.timing import Times, side_by_side
from benchmarks.word import plain
from portal.domain.intake.counted import words_of
from portal.domain.intake.read import read
from tests.worlds import people_files
from tests.worlds import wordml as w

ROUNDS = 15
MAX_RATIO = 3
MAX_MB = 300
_ACTIONS, _PICTURES = 500, 25

_APART = """
import sys
from portal.domain.intake.read import read

def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

with open(sys.argv[1], "rb") as file:
    content = file.read()
before = peak()
read("plan.docx", content)
print(peak() - before, peak())
"""


@dataclass(frozen=True)
class ReadingTimes:
    """One file: its size, how many words it holds, and how long reading takes. An .odt has no floor.

    `grown_mb` is how far a process grows that reads it, `peak_mb` what it then takes.
    """

    name: str
    size: int
    words: int
    read: Times
    floor: Times | None
    grown_mb: float
    peak_mb: float


def measure() -> list[ReadingTimes]:
    """The files that are read most, and what is large in one."""
    return [_measure(name, make()) for name, make in FILES.items()]


def _measure(name: str, content: bytes) -> ReadingTimes:
    things: dict[str, Callable[[], object]] = {"read": partial(read, name, content)}
    # Pictures say nothing of reading: python-docx opens a file with them as fast as without.
    if b"word/document.xml" in content and len(content) < 1_000_000:
        things["floor"] = partial(_floor, content)
    times = side_by_side(things, rounds=ROUNDS, clock=time.process_time)
    grown, peak = _apart(content)
    words = len(words_of(read(name, content)))
    return ReadingTimes(name, len(content), words, times["read"], times.get("floor"), grown, peak)


def _floor(content: bytes) -> object:
    return plain(docx.Document(io.BytesIO(content)))


def _apart(content: bytes) -> tuple[float, float]:
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        Path(file.name).write_bytes(content)
        done = subprocess.run([sys.executable, "-c", _APART, file.name], capture_output=True, text=True, check=True)
    grown, peak = (int(one) / 1024 for one in re.findall(r"\d+", done.stdout))
    return grown, peak


def _of_word() -> bytes:
    """The format with as many styles as Word writes."""
    return w.docx(people_files.national(people_files.answer_of), files=_styles())


def _many_actions() -> bytes:
    """Five hundred actions, a row each."""
    texts = ("Afspraak {} met alle partijen uitwerken en vastleggen", "Gemeenten en zorgkantoor", "Q2 2027")
    rows = [w.row(*(w.cell(w.par(w.run(one.format(at)))) for one in texts)) for at in range(_ACTIONS)]
    actions = w.par() + w.table(*rows) + w.par()
    body = people_files.national(lambda one: actions if one.key == "acties" else people_files.answer_of(one))
    return w.docx(body, files=_styles())


def _styles() -> dict[str, bytes]:
    """The styles of python-docx: a real file of Word brings as many."""
    with io.BytesIO() as target:
        docx.Document().save(target)
        with zipfile.ZipFile(target) as archive:
            return {"word/styles.xml": archive.read("word/styles.xml")}


def _pictures() -> bytes:
    """A plan with fifty megabytes of pictures."""
    files = {f"word/media/image{at}.png": os.urandom(2_000_000) for at in range(_PICTURES)}
    return w.docx(people_files.national(people_files.answer_of) + w.par(w.picture()), files=files)


FILES: dict[str, Callable[[], bytes]] = {
    "the national format, filled in in Word": _of_word,
    "the same with three styles": people_files.plain,
    "the same in LibreOffice (.odt)": people_files.libreoffice,
    f"{_ACTIONS} actions": _many_actions,
    "50 MB of pictures": _pictures,
}
