"""Somebody lost the second step: a beheerder asks to reset it, a second person confirms."""

from __future__ import annotations

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import either
from portal.domain.policy import Action
from portal.models import User
from portal.services.factors import reset
from portal.services.factors.held import FactorProblem
from portal.web.access import access, signed_in
from portal.web.beheer.blueprint import blueprint
from portal.web.beheer.lookup import account_or_404
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.tweede_stap.step_up import proves_again


@blueprint.post("/accounts/<int:account_id>/tweede-stap/wissen")
@access(Action.TWEEDE_STAP_WISSEN)
@proves_again
@sends_once
def tweede_stap_wissen(account_id: int) -> ResponseReturnValue:
    """Ask to reset it."""
    account = account_or_404(account_id)
    with on_problem(FactorProblem, told_at(_address(account))):
        who = reset.ask(account, actor=signed_in())
    flash(f"Gevraagd. {either([one.naam for one in who])} moet dit nog bevestigen en krijgt daarover mail.", "success")
    return redirect(_address(account))


@blueprint.post("/accounts/<int:account_id>/tweede-stap/bevestigen")
@access(Action.TWEEDE_STAP_BEVESTIGEN)
@proves_again
@sends_once
def tweede_stap_bevestigen(account_id: int) -> ResponseReturnValue:
    """Reset it, as the second person."""
    account = account_or_404(account_id)
    with on_problem(FactorProblem, told_at(_address(account))):
        reset.confirm(account, actor=signed_in())
    flash(f"De tweede stap is gewist. {account.naam} stelt bij de volgende aanmelding een nieuwe in.", "success")
    return redirect(_address(account))


@blueprint.post("/accounts/<int:account_id>/tweede-stap/laten")
@access(Action.TWEEDE_STAP_BEVESTIGEN)
@sends_once
def tweede_stap_laten(account_id: int) -> ResponseReturnValue:
    """Leave it as it is."""
    account = account_or_404(account_id)
    with on_problem(FactorProblem, told_at(_address(account))):
        reset.refuse(account, actor=signed_in())
    flash(f"De tweede stap van {account.naam} blijft zoals hij was.", "success")
    return redirect(_address(account))


def _address(account: User) -> str:
    return url_for("beheer.account", account_id=account.id)
