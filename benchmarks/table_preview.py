"""How long it takes to see what a pasted table of 500 rows would add to the actions, through the WSGI interface."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from werkzeug.test import EnvironBuilder

from benchmarks import wsgi
from benchmarks.timing import Times, side_by_side
from benchmarks.world import World

ROWS, ROUNDS = 500, 10
MAX_MS = 1_000
HEADS = ("Paragraaf", "Actie", "Wie", "Wanneer")


@dataclass(frozen=True)
class PreviewTimes:
    """One way to paste these rows: how large the table and the page are, and how long the page takes."""

    name: str
    sent: int
    page: int
    times: Times


def measure(world: World) -> list[PreviewTimes]:
    """Rows as Excel gives them, and all in one row of cells that is unrolled. RuntimeError when rows are missing."""
    person = wsgi.sign_in(world.app, world.contact_id)
    return [_measure(world, person, name, table) for name, table in TABLES.items()]


def _measure(world: World, person: wsgi.SignedIn, name: str, table: str) -> PreviewTimes:
    post = partial(_seen, world, person, table)
    page = post()
    if f"Toevoegen: {ROWS} rijen" not in page.decode():
        raise RuntimeError(f"{name}: the page does not offer {ROWS} rows")
    return PreviewTimes(name, len(table.encode()), len(page), side_by_side({"page": post}, rounds=ROUNDS)["page"])


def _seen(world: World, person: wsgi.SignedIn, table: str) -> bytes:
    """The page. A body can be read once: each request gets a fresh one."""
    path = f"/plannen/{world.plan_id}/lijst/acties/tabel/bekijken"
    fields = {"csrf_token": person.csrf, "tabel": table, "blad": ""}
    builder = EnvironBuilder(path=path, method="POST", data=fields, headers={"User-Agent": wsgi.AGENT})
    sent = {**builder.get_environ(), "HTTP_COOKIE": person.cookie, "REMOTE_ADDR": "127.0.0.1"}
    return wsgi.get(world.app, sent)


def _row(number: int) -> tuple[str, ...]:
    what = f"Afspraak {number} met alle partijen in de regio uitwerken, vastleggen en met cliënten bespreken"
    return (f"5a.{number}", what, "Gemeenten, zorgkantoor en aanbieders", f"Q{number % 4 + 1} 2027")


def _as_excel() -> str:
    return "\n".join("\t".join(row) for row in (HEADS, *map(_row, range(1, ROWS + 1))))


def _in_one_row() -> str:
    columns = zip(*map(_row, range(1, ROWS + 1)), strict=True)
    cells = ("<br>".join(column) for column in columns)
    return f"| {' | '.join(HEADS)} |\n|---|---|---|---|\n| {' | '.join(cells)} |"


TABLES = {f"{ROWS} rows of Excel": _as_excel(), f"one row with {ROWS} lines in each cell": _in_one_row()}
