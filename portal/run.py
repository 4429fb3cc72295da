"""Prepare the database, fill the world of a demo when it is empty, and serve. `make run` does so as a demo.

Everything that can be wrong with the surroundings (a setting, a busy port, a database that is away) ends in one
clear Dutch line.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from typing import Any

from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from portal.config import Settings, SettingsError, variable_name
from portal.fit import HERE, fit_settings

GUNICORN_CONFIG = "portal/gunicorn_conf.py"


@dataclass(frozen=True)
class ServerSettings:
    """How the portal is served. The README lists these with the settings of the portal itself."""

    port: int = 8000
    host: str = "127.0.0.1"
    workers: int = 2
    # More of them only wait for each other's turn of the interpreter (docs/decisions/snelheid.md).
    threads: int = 4


SERVER_VARIABLES = {"port": "PORT", "host": "HOST", "workers": "WEB_CONCURRENCY", "threads": "WEB_THREADS"}
_HIGHEST = {"port": 65_535, "workers": 64, "threads": 256}


def read_server_settings(environ: Mapping[str, str] = os.environ) -> ServerSettings:
    """The server settings of this environment.

    Raises SettingsError for a value that can't be used.
    """
    values: dict[str, Any] = {}
    for field, name in SERVER_VARIABLES.items():
        raw = environ.get(name, "").strip()
        if raw:
            values[field] = _number(name, raw, _HIGHEST[field]) if field in _HIGHEST else raw
    return ServerSettings(**values)


def _number(name: str, raw: str, highest: int) -> int:
    if not raw.isascii() or not raw.isdigit() or not 1 <= int(raw[:9]) <= highest or len(raw) > 9:
        raise SettingsError(f"{name}={raw!r} kan niet: gebruik een geheel getal van 1 tot en met {highest}")
    return int(raw)


def main() -> None:
    """Prepare and serve; the process becomes gunicorn. Stops with one line when something is in the way."""
    try:
        server = read_server_settings()
        lead_links_here(server, os.environ)
        require_shielded(server, fit_settings())
        require_free_port(server)
        prepare()
    except SettingsError as error:
        raise SystemExit(str(error)) from None
    say(f"\nHet portaal draait op http://{_shown(server.host)}:{server.port} (stoppen: Ctrl+C)")
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", "--config", GUNICORN_CONFIG])  # noqa: S606


def lead_links_here(server: ServerSettings, environ: MutableMapping[str, str]) -> None:
    """Let links in mails lead to this very server, also on another port, unless the environment says otherwise."""
    name = variable_name("public_url")
    if not environ.get(name, "").strip():
        environ[name] = f"http://{_shown(server.host)}:{server.port}"


def require_shielded(server: ServerSettings, settings: Settings) -> None:
    """Make sure that who comes from another machine comes over https, outside a demo.

    Raises SettingsError when the portal would listen to other machines and says that it is served without https.
    """
    if not settings.demo and not settings.https and server.host not in HERE:
        raise SettingsError(
            f"Het portaal start niet: HOST={server.host!r} laat andere machines toe, en PORTAL_HTTPS is niet 1. Wie "
            "meeleest, leest wachtwoorden. Zet er een webserver met https voor, of laat HOST weg."
        )


def require_free_port(server: ServerSettings) -> None:
    """Make sure that nobody listens on the port yet.

    Raises SettingsError when somebody does, or when the port or address can't be used.
    """
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((server.host, server.port))
        except OSError as error:
            raise SettingsError(_port_problem(server, error)) from error


def _port_problem(server: ServerSettings, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Poort {server.port} is al in gebruik. Kies een andere, bijvoorbeeld: PORT={server.port + 1} make run"
    if error.errno == errno.EACCES:
        return f"Poort {server.port} mag niet zonder extra rechten. Kies een poort vanaf 1024, bijvoorbeeld: PORT=8000"
    return f"HOST={server.host!r} kan niet: dit adres is niet van deze machine"


def prepare() -> None:
    """Bring the database to the newest shape and fill the demo world when there is nobody in it.

    Raises SettingsError when the database can't be reached.
    """
    from portal import create_app

    try:
        app = create_app()
        with app.app_context():
            migrate_database()
            if app.config["DEMO"]:
                fill_when_empty(app)
            else:
                require_no_demo_accounts()
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0]
        raise SettingsError(f"De database is niet bereikbaar of niet te gebruiken: {reason}") from error


def migrate_database() -> None:
    """Run the migrations that this database has not had yet."""
    from flask_migrate import upgrade

    upgrade()


def require_no_demo_accounts() -> None:
    """Everybody knows the password of those. Raises SettingsError when this database has one that can sign in."""
    from portal.extensions import db
    from portal.models import User

    found = db.session.scalar(select(User.id).where(User.email.endswith("@demo.example"), User.active).limit(1))
    db.session.remove()
    if found is not None:
        raise SettingsError(
            "Het portaal start niet: in deze database staan accounts van een demo (@demo.example). Iedereen kent hun "
            "wachtwoord. Gebruik een andere database, of start een demo met PORTAL_DEMO=1."
        )


def fill_when_empty(app: Flask) -> None:
    """Make the demo world when there is no account at all, and print who can sign in."""
    from portal.extensions import db
    from portal.models import User

    if db.session.scalar(select(User.id).limit(1)) is None:
        say("De demowereld maken …")
        _command(app, "demo")
    db.session.remove()
    _command(app, "demo-accounts")


def _command(app: Flask, name: str, *args: str) -> None:
    """Run one of our own `flask` commands in this process: starting another one costs a second."""
    from flask.cli import ScriptInfo

    app.cli.commands[name].main(
        args=list(args), prog_name=name, standalone_mode=False, obj=ScriptInfo(create_app=lambda: app)
    )


def say(line: str) -> None:
    """Print for the person who started the portal, before gunicorn takes over the process."""
    print(line, flush=True)  # noqa: T201 - this is a command


def _shown(host: str) -> str:
    return "localhost" if host == "127.0.0.1" else host


if __name__ == "__main__":
    main()
