"""`flask demo` and `flask demo-accounts`."""

from __future__ import annotations

from datetime import datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import select

from portal.demo.stages import Stage
from portal.domain import clock
from portal.extensions import db
from portal.models import Uitvraag


@click.command("demo")
@click.option(
    "--stage",
    type=click.Choice([stage.value for stage in Stage]),
    help="Hoe ver het jaar is (standaard: de instelling PORTAL_DEMO_STAGE).",
)
@click.option(
    "--vandaag", type=click.DateTime(["%Y-%m-%d"]), help="De dag waarop de wereld bekeken wordt (standaard: vandaag)."
)
@with_appcontext
def demo_command(stage: str | None, vandaag: datetime | None) -> None:
    """Maak de database leeg en vul hem met een verzonnen wereld van alle 31 regio’s."""
    from portal.demo.world import make_world

    if not current_app.config["DEMO"]:
        raise click.ClickException("Dit maakt de hele database leeg en mag alleen in een demo: zet PORTAL_DEMO=1.")
    stage = stage or current_app.config["SETTINGS"].demo_stage
    try:
        make_world(Stage(stage), vandaag.date() if vandaag else clock.today())
    except BaseException:
        db.session.rollback()
        raise
    db.session.commit()
    click.echo(f"De demowereld “{stage}” is gemaakt.")


@click.command("demo-accounts")
@with_appcontext
def demo_accounts_command() -> None:
    """Laat zien met welke verzonnen accounts u zich kunt aanmelden en wat elk account kan."""
    from portal.demo.people import MAIN_ACCOUNTS, WACHTWOORD
    from portal.services.people.accounts import find_account

    present = [one for one in MAIN_ACCOUNTS if find_account(one.email)]
    in_a_round = db.session.scalar(select(Uitvraag.id).limit(1)) is not None
    if not present:
        click.echo("Er zijn geen demo-accounts in deze database.")
        return
    width = max(len(one.email) for one in present)
    click.echo(f"\nDemo-accounts (het wachtwoord is voor iedereen {WACHTWOORD}):")
    for one in present:
        click.echo(f"  {one.email:<{width}}  {one.rol.label}: {(in_a_round and one.in_een_ronde) or one.kan}")
