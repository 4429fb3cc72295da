"""What somebody has for the second step: to see, to take away, and new recovery codes."""

from __future__ import annotations

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.domain.factors.codes import FEW_LEFT
from portal.domain.policy import Action
from portal.services.factors import app_codes, passkeys, recovery
from portal.services.factors.held import FactorProblem, held_by
from portal.web.access import access
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.tweede_stap import half
from portal.web.tweede_stap.blueprint import blueprint
from portal.web.tweede_stap.step_up import proves_again

AFTER_CODES = "na_herstelcodes"


@blueprint.get("/overzicht")
@access(Action.EIGEN_ACCOUNT)
def overzicht() -> str:
    """What is set up, and what can be changed."""
    return render_template(
        "tweede_stap/overzicht.html", held=held_by(current_user), few=FEW_LEFT, is_asked=half.is_asked()
    )


@blueprint.post("/app/weghalen")
@access(Action.EIGEN_ACCOUNT)
@proves_again
@sends_once
def app_weghalen() -> ResponseReturnValue:
    """Take the app away."""
    home = url_for("tweede_stap.overzicht")
    with on_problem(FactorProblem, told_at(home)):
        app_codes.remove(current_user)
    flash("De app is weggehaald.", "success")
    return redirect(home)


@blueprint.post("/passkeys/<int:passkey_id>/weghalen")
@access(Action.EIGEN_ACCOUNT)
@proves_again
@sends_once
def passkey_weghalen(passkey_id: int) -> ResponseReturnValue:
    """Take a passkey away."""
    home = url_for("tweede_stap.overzicht")
    with on_problem(FactorProblem, told_at(home)):
        removed = passkeys.remove(current_user, passkey_id)
    flash("De passkey is weggehaald." if removed else "Deze passkey was al weggehaald.", "success")
    return redirect(home)


@blueprint.get("/herstelcodes")
@access(Action.EIGEN_ACCOUNT)
@proves_again
def herstelcodes() -> ResponseReturnValue:
    """What recovery codes are for, and a button to make them."""
    return render_template("tweede_stap/herstelcodes.html", held=held_by(current_user), codes=None)


@blueprint.post("/herstelcodes")
@access(Action.EIGEN_ACCOUNT)
@proves_again
@commits
def herstelcodes_maken() -> ResponseReturnValue:
    """Make new ones and show them, this once."""
    if not held_by(current_user).is_set_up:
        flash("Stel eerst een app of een passkey in. Daarna kunt u herstelcodes maken.", "info")
        return redirect(url_for("tweede_stap.overzicht"))
    codes = recovery.make_codes(current_user)
    onward = session.pop(AFTER_CODES, None) or url_for("tweede_stap.overzicht")
    return render_template("tweede_stap/herstelcodes.html", held=held_by(current_user), codes=codes, onward=onward)
