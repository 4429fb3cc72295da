"""Commands and the audit log: every command of ours is written down, and `flask audit` looks after the log itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click
from flask import Flask, has_app_context
from flask.cli import AppGroup
from flask_migrate.cli import db as migrations
from sqlalchemy import inspect

from forms.dutch.words import counted
from portal.domain import clock
from portal.domain.audit.line import Oorsprong, Resultaat, new_line
from portal.domain.audit.terms import SHORTEST_MONTHS
from portal.extensions import db

# Kept for a year and a half: a whole year can be looked at when it is over.
KEPT_MONTHS = 18

# What looks and changes nothing is written down too (BIO 8.18.02); these write their own line, or come every minute.
WRITTEN_BY_THEMSELVES = frozenset({"onderhoud"})

audit_group = AppGroup("audit", help="Het auditlog: toetsen, verzegelen en opruimen.")


@audit_group.command("verify")
@click.option("--zegel", "known", help="Een zegel dat u eerder bewaarde, als NUMMER:HASH.")
def verify_command(known: str | None) -> None:
    """Toets of het auditlog is zoals het werd geschreven. Eindigt met 1 als dat niet zo is."""
    from portal.services.audit import checking

    found = checking.check_log(known_seal=_seal(known) if known else None)
    for fault in found.faults:
        click.echo(fault)
    if found.unnamed:
        click.echo(f"En nog {counted(found.unnamed, 'fout', 'fouten')}.")
    if found.andere_sleutel:
        told = counted(found.andere_sleutel, "regel", "regels")
        click.echo(f"{told} met een eerdere sleutel: alleen getoetst aan het zegel.")
    lines, seals = counted(found.regels, "regel", "regels"), counted(found.zegels, "zegel", "zegels")
    click.echo(f"{lines} en {seals} getoetst, {found.open} nog niet verzegeld.")
    if not found.is_sound:
        raise click.ClickException("Het auditlog klopt niet.")
    click.echo("Het auditlog klopt.")


def _seal(known: str) -> tuple[int, str]:
    number, _, value = known.partition(":")
    if not number.isdecimal() or not value:
        raise click.ClickException("Geef een zegel als NUMMER:HASH, zoals het in het logboek van de server staat.")
    return int(number), value


@audit_group.command("verzegelen")
def seal_command() -> None:
    """Verzegel nu wat nog niet verzegeld is. Het onderhoud doet dit elke minuut."""
    from portal.services.audit import sealing

    click.echo(f"{counted(sealing.seal_lines(), 'regel', 'regels')} verzegeld.")


@audit_group.command("opruimen")
@click.option("--maanden", type=click.IntRange(SHORTEST_MONTHS), default=KEPT_MONTHS, show_default=True)
def clear_command(maanden: int) -> None:
    """Haal de maanden weg die langer geleden zijn. Van elke maand blijft het zegel."""
    from portal.services.audit import clearing

    gone = clearing.clear_expired(maanden, today=clock.today())
    months = ", ".join(gone.segmenten) or "geen enkele maand"
    click.echo(f"{counted(gone.regels, 'regel', 'regels')} weg, van {months}.")


def register(app: Flask) -> None:
    """Let every command that this app has by now write a line, and who opens a shell too."""
    app.cli.add_command(audit_group)
    _write_down(app.cli, "")
    # Flask finds this one by itself: it is no command of an app.
    _write_down(migrations, "db")
    app.shell_context_processor(_shell_opened)


def _write_down(group: click.Group, above: str) -> None:
    for name, command in group.commands.items():
        full = f"{above} {name}".strip()
        if isinstance(command, click.Group):
            _write_down(command, full)
        elif command.callback is not None and full not in WRITTEN_BY_THEMSELVES:
            command.callback = _written(full, command.callback)


def _written(name: str, callback: Callable[..., Any]) -> Callable[..., Any]:
    if getattr(callback, "audited", None):
        return callback

    @wraps(callback)
    def run(*args: Any, **asked: Any) -> Any:
        with written_down(name):
            return callback(*args, **asked)

    run.audited = name  # type: ignore[attr-defined]
    return run


@contextmanager
def written_down(name: str) -> Iterator[None]:
    """Write a line about the command when it ends, however it ends; never its options: one of them is a password."""
    try:
        yield
    except BaseException:
        _write(name, Resultaat.MISLUKT)
        raise
    _write(name, Resultaat.GELUKT)


def _write(name: str, result: Resultaat) -> None:
    from portal.services.audit import writing

    if not has_app_context():
        return
    # What the command did not commit by now, it gave up; SQLite lets nobody else write until then.
    db.session.rollback()
    # The command that makes the tables comes before there is a log, and the one that takes them away after it.
    if inspect(db.engine).has_table("audit_regel"):
        line = new_line(f"flask {name}", resultaat=result, oorsprong=Oorsprong.OPDRACHTREGEL)
        writing.write_apart(line)


def _shell_opened() -> dict[str, object]:
    _write("shell", Resultaat.GELUKT)
    return {}
