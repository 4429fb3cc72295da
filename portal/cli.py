"""The commands of the portal: `flask ...`."""

from __future__ import annotations

import click
from flask import Flask
from flask.cli import with_appcontext

from portal.domain.roles import Membership, OrganisatieSoort, Rol
from portal.extensions import db

NATIONAL = [rol.value for rol in Rol if not rol.is_regional]


def register(app: Flask) -> None:
    """Add the commands to this app."""
    from portal import audit_cli
    from portal.demo.cli import demo_accounts_command, demo_command
    from portal.upkeep_loop import onderhoud_command

    own = (mail_verzenden, herinneringen, regios_laden, zoekwoorden_maken, account_maken, tweede_stap_wissen)
    for command in (*own, onderhoud_command, demo_command, demo_accounts_command):
        app.cli.add_command(command)
    audit_cli.register(app)


@click.command("mail-verzenden")
@with_appcontext
def mail_verzenden() -> None:
    """Verstuur de mails die klaarstaan."""
    from portal.services.mail.sender import send_waiting

    sent = send_waiting()
    click.echo(
        f"{sent.verzonden} verzonden, {sent.later} later opnieuw, {sent.mislukt} mislukt, {sent.onzeker} onzeker, "
        f"{sent.bewaard} bewaard omdat er geen mailserver is."
    )


@click.command("herinneringen")
@with_appcontext
def herinneringen() -> None:
    """Zet de herinneringen van vandaag klaar."""
    from portal.services.plan.reminders import remind_about_deadlines

    new = remind_about_deadlines()
    db.session.commit()
    click.echo(f"{new} herinneringen klaargezet.")


@click.command("regios-laden")
@with_appcontext
def regios_laden() -> None:
    """Voeg de regio’s, de gemeenten en de codes van het codeboek toe die er nog niet zijn."""
    from portal.services.coding import book
    from portal.services.regios import load_regios

    regios, gemeenten = load_regios()
    codes = book.ship()
    db.session.commit()
    click.echo(f"{regios} regio’s, {gemeenten} gemeenten en {codes} codes toegevoegd.")


@click.command("zoekwoorden-maken")
@click.option("--opnieuw", is_flag=True, help="Maak ook de zoekwoorden opnieuw die er al zijn.")
@with_appcontext
def zoekwoorden_maken(opnieuw: bool) -> None:
    """Maak doorzoekbaar wat is ingediend voordat zoeken bestond."""
    from portal.services.search import places
    from portal.services.upkeep import make_searchable

    if opnieuw:
        places.forget()
    made = 0
    while some := make_searchable():
        made += some
        db.session.commit()
    click.echo(f"{made} indieningen doorzoekbaar gemaakt.")


@click.command("account-maken")
@click.option("--naam", required=True, help="Naam van de persoon.")
@click.option("--email", required=True, help="E-mailadres van de persoon.")
@click.option("--organisatie", required=True, help="Waar de persoon werkt.")
@click.option(
    "--soort", type=click.Choice([one.value for one in OrganisatieSoort]), default=OrganisatieSoort.OVERIG.value
)
@click.option("--rol", type=click.Choice(NATIONAL), default=Rol.BEHEERDER.value)
@click.password_option("--wachtwoord", prompt="Wachtwoord", confirmation_prompt="Herhaal het wachtwoord")
@with_appcontext
def account_maken(naam: str, email: str, organisatie: str, soort: str, rol: str, wachtwoord: str) -> None:
    """Maak een account met een landelijke rol: zo komt de eerste beheerder binnen."""
    from portal.domain.people import passwords
    from portal.services.people import accounts, invitations

    if problem := passwords.problem(wachtwoord, email=email, naam=naam):
        raise click.ClickException(problem)
    where = accounts.organisation_named(organisatie, OrganisatieSoort(soort))
    try:
        account = accounts.create_account(accounts.Persoon(naam, email, where), actor=None)
    except accounts.AccountProblem as error:
        raise click.ClickException(str(error)) from error
    accounts.add_memberships(account, [Membership(Rol(rol))], actor=None)
    invitations.accept(account, wachtwoord)
    db.session.commit()
    click.echo(f"Account gemaakt voor {account.naam} ({Rol(rol).label}).")


@click.command("tweede-stap-wissen")
@click.option("--email", required=True, help="E-mailadres van de persoon.")
@with_appcontext
def tweede_stap_wissen(email: str) -> None:
    """Wis de tweede stap van iemand, als er geen tweede persoon is die het kan bevestigen."""
    from portal.services.factors import reset
    from portal.services.people import accounts

    account = accounts.find_account(email)
    if account is None:
        raise click.ClickException(f"{email} heeft geen account.")
    reset.by_command(account)
    db.session.commit()
    click.echo(f"De tweede stap van {account.naam} is gewist. Bij de volgende aanmelding komt er een nieuwe.")
