"""The portal behind its own gunicorn, for the time of a measurement."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.world import SECRET
from portal.run import ServerSettings

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 30
SERVED = ServerSettings()


@dataclass(frozen=True)
class Server:
    """Where it listens, and the file in which it complains."""

    port: int
    log: Path
    pid: int = 0

    def complaints(self) -> str:
        """What the server wrote: nothing when all went well."""
        return self.log.read_text(errors="replace")

    def cpu_seconds(self) -> float:
        """How long its workers have computed until now (Linux; 0 elsewhere)."""
        try:
            workers = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
            stats = [Path(f"/proc/{worker}/stat").read_text().rpartition(")")[2].split() for worker in workers]
        except OSError:
            return 0.0
        return sum(int(stat[11]) + int(stat[12]) for stat in stats) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serving(database_url: str) -> Iterator[Server]:
    """As people get it with only the settings that it needs. Raises RuntimeError when it won't start."""
    server = Server(_free_port(), Path(tempfile.mkstemp(prefix="regioportaal-meting-", suffix=".log")[1]))
    surroundings = {
        **os.environ,
        "DATABASE_URL": database_url,
        "SECRET_KEY": SECRET,
        "PORT": str(server.port),
        "HOST": "127.0.0.1",
        "PORTAL_DEMO": "0",
        "PORTAL_SMTP_HOST": "127.0.0.1",
        "PORTAL_MAIL_FROM": "portaal@localhost",
        "PORTAL_CONTACT_MAIL": "beheer@localhost",
        "PORTAL_ONDERHOUD": "0",
        "WEB_CONCURRENCY": str(SERVED.workers),
        "WEB_THREADS": str(SERVED.threads),
    }
    with server.log.open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "--config", "portal/gunicorn_conf.py"],
            cwd=ROOT,
            env=surroundings,
            stdout=log,
            stderr=log,
        )
    try:
        _wait_until_ready(server, process)
        yield replace(server, pid=process.pid)
    finally:
        process.terminate()
        process.wait(timeout=30)
        server.log.unlink(missing_ok=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(server: Server, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
            connection.request("GET", "/gezond")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"gunicorn did not start:\n{server.complaints()}")
