"""How gunicorn serves the portal. `python -m portal.run` and a real server both use this file."""

from __future__ import annotations

import gc
import subprocess
from importlib import import_module
from pathlib import Path
from typing import Any

from portal.config import SettingsError
from portal.fit import fit_settings
from portal.run import read_server_settings
from portal.upkeep_loop import start_beside_server

try:
    _server = read_server_settings()
    _does_upkeep = fit_settings().onderhoud
except SettingsError as error:
    raise SystemExit(str(error)) from None

wsgi_app = "wsgi:app"
bind = [f"{_server.host}:{_server.port}"]
workers = _server.workers
threads = _server.threads
worker_class = "gthread"
# A worker that answers nothing for this long is replaced; a person has given up long before.
timeout = 60
graceful_timeout = 15
keepalive = 5
# One request line holds at most a path and a few filters. What is longer the portal refuses itself, in words
# (`portal/web/errors.py`); gunicorn allows no more than its own constant, and would answer in English.
_message: Any = import_module("gunicorn.http.message")
_message.MAX_REQUEST_LINE = 2**17
limit_request_line = 2**17 - 1
limit_request_fields = 60
limit_request_field_size = 8190
# Addresses can hold one-time links: they stay out of every log (BIO-7).
# The portal writes a line for each request itself (`portal/web/request_log.py`).
accesslog = None
logger_class = "portal.logs.gunicorn.JsonLogger"
errorlog = "-"
loglevel = "warning"
control_socket_disable = True
if Path("/dev/shm").is_dir():  # noqa: S108 - a memory disk keeps the heartbeat of workers off a slow disk
    worker_tmp_dir = "/dev/shm"  # noqa: S108

_upkeep: list[subprocess.Popen[bytes]] = []


def when_ready(server: Any) -> None:
    """Reminders and mail go out by themselves, from one process beside the workers."""
    if _does_upkeep:
        _upkeep.append(start_beside_server())


def post_worker_init(worker: Any) -> None:
    """What was loaded at the start is never garbage: looking through it again and again made pages slower."""
    gc.collect()
    gc.freeze()


def on_exit(server: Any) -> None:
    """Take the upkeep along when the server stops."""
    for process in _upkeep:
        process.terminate()
        process.wait()
