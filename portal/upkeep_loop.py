"""`flask onderhoud`: reminders and mail, once or again and again. gunicorn starts the repeating form beside itself."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import time

import click
from flask.cli import with_appcontext

from portal.extensions import db
from portal.logs import lines

log = logging.getLogger(__name__)

SECONDS = 60


@click.command("onderhoud")
@click.option("--elke", type=click.IntRange(1, 86_400), help="Herhaal dit elke zoveel seconden.")
@with_appcontext
def onderhoud_command(elke: int | None) -> None:
    """Zet herinneringen klaar en verstuur de mail die wacht."""
    from portal.services.upkeep import do_upkeep

    if elke is None:
        done = do_upkeep()
        click.echo(f"{done.herinneringen} herinneringen klaargezet, {done.mail.verzonden} mails verzonden.")
        return
    lines.start()
    parent = os.getppid()
    while os.getppid() == parent:  # a server that was killed must not leave us behind
        try:
            do_upkeep()
        except Exception:  # whatever one mail or one moment did wrong: the next round must come
            log.exception("upkeep failed; trying again in %s seconds", elke)
            db.session.rollback()
        db.session.remove()
        time.sleep(elke)


def start_beside_server() -> subprocess.Popen[bytes]:
    """Start the repeating upkeep as a process of its own; the server stops it when it stops."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "onderhoud", "--elke", str(SECONDS)]
    return subprocess.Popen(command)  # noqa: S603 - our own fixed command
