"""How long taking in a file of 200,000 figures takes, beside reading it with the csv module and one bulk insert."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import islice, product
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from benchmarks.timing import peak_mb
from portal.domain.instroom.breakdowns import CATEGORIEEN
from portal.domain.instroom.imports import BestandSoort, ImportStatus
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.periods import Periode, PeriodeSoort
from portal.extensions import db
from portal.models import InstroomBron, InstroomCijfer, InstroomImport, Regio, User
from portal.services.instroom import importing, sources, taking
from portal.services.instroom.importing import Aangeboden

if TYPE_CHECKING:
    from benchmarks.world import World

FIGURES, ROUNDS = 200_000, 3
TARGET_TIMES, TARGET_MB = 2, 200
_HEAD = ("indicator", "gebied", "indeling", "categorie", "periode", "waarde")
_TABLE: Any = InstroomCijfer.__table__

# Reading and keeping one file in a process of its own: its peak is that of this work.
_APART = """
import json, sys
if sys.argv[1].startswith("sqlite"):
    # These come with the tests; openpyxl and mako take them along when they are there (psycopg asks for them).
    sys.modules |= {"numpy": None, "pygments": None}
from benchmarks import figures
from portal import create_app
from portal.config import Settings
app = create_app(Settings(database_url=sys.argv[1], secret_key="meten", onderhoud=False))
with app.app_context():
    print(json.dumps(figures.once(int(sys.argv[2]), sys.argv[3])))
"""


@dataclass(frozen=True)
class FigureTimes:
    """Seconds, of each round the least: the floor, and the steps of a file. `kb` is its size, `mb` the memory."""

    figures: int
    kb: int
    floor_s: float
    look_s: float
    take_in_s: float
    undo_s: float
    before_mb: float
    peak_mb: float


def measure(world: World, rounds: int = ROUNDS) -> FigureTimes:
    """Look at the file, take it in, undo that; in every round the floor first."""
    with world.app.app_context():
        content = file_of(FIGURES)
        taken = [_round(world, content) for _ in range(rounds)]
    least = [min(one) for one in zip(*taken, strict=True)]
    apart = _apart(world, content)
    return FigureTimes(FIGURES, len(content) // 1024, *least, apart["before"], apart["peak"])


def file_of(most: int) -> bytes:
    """A list of so many figures: of every region, by every category, month after month."""
    regios = [*db.session.scalars(select(Regio.code).order_by(Regio.code))]
    kinds = [
        (one.sleutel, cut.value, key)
        for one in INDICATOREN.values()
        for cut in one.indelingen
        for key in CATEGORIEEN[cut]
        if one.telt_clienten
    ]
    months = [Periode(year, PeriodeSoort.MAAND, month).code for year, month in product(range(1996, 2024), range(1, 13))]
    every = product(months, regios, kinds)
    text = StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(_HEAD)
    writer.writerows(
        (indicator, regio, cut, key, month, number % 400)
        for number, (month, regio, (indicator, cut, key)) in enumerate(islice(every, most))
    )
    return text.getvalue().encode()


def _round(world: World, content: bytes) -> tuple[float, float, float, float]:
    bron = sources.add_source(f"Meting {time.time_ns()}")
    kim = db.session.get_one(User, world.coordinator_id).actor
    db.session.commit()
    floor = _timed(lambda: _plainly(bron, content))
    found: list[InstroomImport] = []
    look = _timed(lambda: found.append(_look(bron, content, kim)))
    take = _timed(lambda: taking.take_in(found[0], actor=kim))
    undo = _timed(lambda: taking.undo(found[0], actor=kim))
    db.session.execute(delete(InstroomImport))
    db.session.commit()
    return floor, look, take, undo


def _timed(thing: Any) -> float:
    start = time.perf_counter()
    thing()
    db.session.commit()
    return time.perf_counter() - start


def _look(bron: InstroomBron, content: bytes, actor: Any) -> InstroomImport:
    return importing.look_at(bron, Aangeboden("meting.csv", BestandSoort.SJABLOON, content), actor=actor)


def _plainly(bron: InstroomBron, content: bytes) -> None:
    """The floor: read the rows, and put them in the table at once. They are gone before the next is measured."""
    new = InstroomImport(bron_id=bron.id, soort=BestandSoort.DEMO, status=ImportStatus.CONCEPT, bestandsnaam="vloer")
    db.session.add(new)
    db.session.flush()
    db.session.execute(insert(_TABLE), [*_plain_rows(new, content)])


def _plain_rows(new: InstroomImport, content: bytes) -> Iterator[dict[str, Any]]:
    rows = csv.reader(StringIO(content.decode(), newline=""), delimiter=";")
    next(rows)
    fixed = {"import_id": new.id, "bron_id": new.bron_id, "waarde_tot": None, "teken": None}
    for row in rows:
        values = dict(zip(_HEAD, row, strict=True))
        yield {**fixed, **values, "waarde": int(values["waarde"]), "voorlopig": False, "actueel": False}


def once(user_id: int, path: str) -> dict[str, float]:
    """Look at one file and keep it: the memory of this process before and at its peak, in MB."""
    bron = sources.add_source(f"Meting {time.time_ns()}")
    before = peak_mb()
    _look(bron, Path(path).read_bytes(), db.session.get_one(User, user_id).actor)
    peak = peak_mb()
    db.session.rollback()
    return {"before": before, "peak": peak}


def _apart(world: World, content: bytes) -> dict[str, float]:
    with NamedTemporaryFile(suffix=".csv") as file:
        file.write(content)
        file.flush()
        command = [sys.executable, "-c", _APART, world.url, str(world.coordinator_id), file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))
