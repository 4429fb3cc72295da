"""The portal as people get it, on a free port, with a demo world in a SQLite file of its own."""

from __future__ import annotations

import fcntl
import shutil
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.running.forked import Forked

# The day on which the browser tests live: six weeks before the national deadline.
VANDAAG = "2023-11-20"
START_SECONDS = 240
RUN = ["portal.run"]
# What `portal.run` becomes when the database is ready; getting it ready takes as long as starting.
GUNICORN = ["gunicorn", "--config", "portal/gunicorn_conf.py"]
UPKEEP = ["flask", "--app", "wsgi", "onderhoud"]
UPKEEP_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running portal."""

    url: str
    database: Path
    log: Path


@contextmanager
def serve(database: Path, **settings: str) -> Iterator[Server]:
    """Run the portal on this SQLite file until the block ends; a new file gets the demo world first.

    `settings` are environment variables; PORT when it must be this one. Raises RuntimeError with the log when the
    portal does not start.
    """
    port, is_ready = int(settings.pop("PORT", "") or free_port()), database.exists()
    log = database.with_suffix(".log")
    log.write_text("", encoding="utf-8")
    process = Forked(GUNICORN if is_ready else RUN, {**_environment(database, port), **settings}, log)
    try:
        server = Server(f"http://localhost:{port}", database, log)
        _wait_until_it_answers(process, server)
        yield server
    finally:
        process.stop()


def world_of_all(folder: Path, name: str, **settings: str) -> Path:
    """A database file with the demo world of these settings, made once for all processes that test: copy it."""
    database, done = folder / f"{name}.sqlite3", folder / f"{name}.done"
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            with serve(database, **settings):
                done.touch()
    return database


def run_upkeep(database: Path, **settings: str) -> str:
    """What happens by itself, once: `flask onderhoud` on this database. Gives what it says."""
    log = database.with_suffix(".onderhoud.log")
    log.write_text("", encoding="utf-8")
    variables = {**_environment(database, free_port()), **settings}
    code = Forked(UPKEEP, variables, log).wait(UPKEEP_SECONDS)
    said = log.read_text(encoding="utf-8")
    assert code == 0, said
    return said


def copy_world(source: Path, target: Path) -> Path:
    """A copy of a database file that nobody has open, for a test that changes much."""
    for suffix in ("", "-wal", "-shm"):
        part = source.with_name(source.name + suffix)
        if part.exists():
            shutil.copy(part, target.with_name(target.name + suffix))
    return target


def _environment(database: Path, port: int) -> dict[str, str]:
    return {
        "DATABASE_URL": f"sqlite:///{database}",
        "PORT": str(port),
        "WEB_CONCURRENCY": "1",
        "SECRET_KEY": "een-sleutel-alleen-voor-tests",
        "PORTAL_DEMO": "1",
        "PORTAL_DEMO_STAGE": "concept",
        "PORTAL_VANDAAG": VANDAAG,
        # A journey does by hand what happens by itself (`run_upkeep`).
        "PORTAL_ONDERHOUD": "0",
        "PORTAL_PUBLIC_URL": f"http://localhost:{port}",
    }


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_it_answers(process: Forked, server: Server) -> None:
    end = time.monotonic() + START_SECONDS
    while not process.has_ended and time.monotonic() < end:
        try:
            urllib.request.urlopen(f"{server.url}/account/aanmelden", timeout=5).close()
            return
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{error}\n{server.log.read_text()}") from error
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"het portaal start niet:\n{server.log.read_text()}")
