"""Inviting people: the only way to get an account."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.domain.roles import OrganisatieSoort
from portal.models import Organisatie
from portal.services import regios
from portal.services.people import accounts, invitations, successors
from portal.web.access import access, signed_in
from portal.web.beheer.blueprint import blueprint
from portal.web.beheer.forms import InviteForm, OrganisationFields
from portal.web.beheer.lookup import account_or_404
from portal.web.commits import adds_once, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields
from portal.web.tweede_stap.step_up import proves_again


@blueprint.route("/uitnodigen", methods=["GET", "POST"])
@access(Action.UITNODIGEN)
@proves_again
@adds_once
def uitnodigen() -> ResponseReturnValue:
    """Invite one person."""
    form = InviteForm()
    form.offer([(one.id, one.naam) for one in accounts.organisations()])
    form.offer_roles(accounts.grantable_roles(signed_in()), [(regio.id, regio.naam) for regio in regios.all_regios()])
    if request.method == "GET":
        form.regios.data = request.args.getlist("regio")
        return render_template("beheer/uitnodigen.html", form=form)
    require_our_fields(form)
    if not form.validate():
        return render_template("beheer/uitnodigen.html", form=form), 422
    with on_problem(accounts.AccountProblem, partial(_refused, form)):
        invited = _invite(form)
    flash(_what_happened(invited), "success")
    return redirect(url_for("beheer.account", account_id=invited.account.id))


def _refused(form: InviteForm, problem: accounts.AccountProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return render_template("beheer/uitnodigen.html", form=form), 422


def _invite(form: InviteForm) -> invitations.Invited:
    persoon = accounts.Persoon(form.naam.data, form.email.data, chosen_organisation(form), form.telefoon.data)
    return invitations.invite(persoon, form.memberships(), actor=signed_in())


def chosen_organisation(form: OrganisationFields) -> Organisatie:
    """The organisation of a valid form: the one from the list, or a new one."""
    if form.is_new:
        return accounts.organisation_named(form.nieuwe_organisatie.data, OrganisatieSoort(form.soort.data))
    return next(one for one in accounts.organisations() if one.id == form.organisatie.data)


def _what_happened(invited: invitations.Invited) -> str:
    account = invited.account
    if invited.is_new:
        return f"De uitnodiging aan {account.naam} staat klaar voor verzending. De link werkt zeven dagen."
    if account.password:
        return f"{account.naam} had al een account. De rol is toegevoegd en {account.naam} krijgt daarover een e-mail."
    return f"{account.naam} was al uitgenodigd. De rol is toegevoegd en er gaat een nieuwe uitnodiging uit."


@blueprint.post("/accounts/<int:account_id>/opnieuw-uitnodigen")
@access(Action.UITNODIGEN)
@proves_again
@sends_once
def opnieuw_uitnodigen(account_id: int) -> ResponseReturnValue:
    """Mail a new link; the old one stops working."""
    account = account_or_404(account_id)
    address = url_for("beheer.account", account_id=account.id)
    with on_problem(accounts.AccountProblem, told_at(address)):
        invitations.invite_again(account, actor=signed_in())
    flash(f"Er staat een nieuwe uitnodiging klaar voor {account.naam}. De vorige link werkt niet meer.", "success")
    return redirect(address)


@blueprint.post("/accounts/<int:account_id>/opvolger-uitnodigen")
@access(Action.UITNODIGEN)
@proves_again
@sends_once
def opvolger_uitnodigen(account_id: int) -> ResponseReturnValue:
    """Invite whom this contact person named, in one press."""
    account = account_or_404(account_id)
    address = url_for("beheer.account", account_id=account.id)
    with on_problem(accounts.AccountProblem, told_at(address)):
        invited = successors.invite_successor(account, actor=signed_in())
    flash(_what_happened(invited), "success")
    return redirect(url_for("beheer.account", account_id=invited.account.id))
