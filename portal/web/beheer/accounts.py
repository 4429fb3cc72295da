"""Accounts: who has one, which roles they hold, on and off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.cleaning import clean_line
from portal.domain.policy import Action
from portal.models import User
from portal.services import regios
from portal.services.factors import reset
from portal.services.factors.held import held_by
from portal.services.people import accounts, successors
from portal.services.people.last_one import LastOne
from portal.web.access import access, signed_in
from portal.web.beheer.blueprint import blueprint
from portal.web.beheer.forms import AccountForm, AddRoleForm, LastOneForm
from portal.web.beheer.lookup import account_or_404
from portal.web.beheer.uitnodigen import chosen_organisation
from portal.web.commits import on_problem, sends_once, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.tweede_stap.step_up import proves_again


@blueprint.get("/accounts", endpoint="accounts")
@access(Action.UITNODIGEN)
def account_list() -> ResponseReturnValue:
    """All accounts; the search looks at names, addresses, organisations and regions."""
    query = clean_line(request.args.get("zoek", ""))
    regio_ids = [regio.id for regio in regios.find_regios(query, regios.all_regios())] if query else []
    found = accounts.list_accounts(query, regio_ids=regio_ids)
    return render_template("beheer/accounts.html", found=found, query=query)


@blueprint.get("/accounts/<int:account_id>")
@access(Action.UITNODIGEN)
def account(account_id: int) -> ResponseReturnValue:
    """One account with its roles and what happened to it."""
    person = account_or_404(account_id)
    return _account_page(person, _account_form(person), _role_form())


@blueprint.post("/accounts/<int:account_id>")
@access(Action.ACCOUNTS_BEHEREN)
@proves_again
@sends_once
def account_wijzigen(account_id: int) -> ResponseReturnValue:
    """Change the name, telephone number and organisation."""
    person = account_or_404(account_id)
    form = _account_form(person)
    require_our_fields(form)
    if not form.validate():
        return _account_page(person, form, _role_form()), 422
    persoon = accounts.Persoon(
        form.naam.data, person.email, chosen_organisation(form), form.telefoon.data, form.functie.data
    )
    accounts.change_account(person, persoon, actor=signed_in())
    flash("De gegevens zijn opgeslagen.", "success")
    return redirect(_address(person))


@blueprint.post("/accounts/<int:account_id>/rollen")
@access(Action.ACCOUNTS_BEHEREN)
@proves_again
@sends_once
def rol_geven(account_id: int) -> ResponseReturnValue:
    """Give one more role."""
    person = account_or_404(account_id)
    form = _role_form()
    require_our_fields(form)
    if not form.validate():
        return _account_page(person, _account_form(person), form), 422

    def give() -> str:
        added = accounts.add_memberships(person, form.memberships(), actor=signed_in())
        return "De rol is toegevoegd." if added else f"{person.naam} heeft deze rol al."

    return _do(person, give)


@blueprint.post("/accounts/<int:account_id>/rollen/<int:lid_id>/weghalen")
@access(Action.ACCOUNTS_BEHEREN)
@proves_again
@sends_once
def rol_weghalen(account_id: int, lid_id: int) -> ResponseReturnValue:
    """Take a role away."""
    person = account_or_404(account_id)
    seen = require_valid(LastOneForm()).gezien.data or ""

    def take() -> str:
        removed = accounts.remove_membership(person, lid_id, actor=signed_in(), seen=seen)
        return "De rol is weggehaald." if removed else "Deze rol was al weggehaald."

    return _do(person, take)


@blueprint.post("/accounts/<int:account_id>/uitzetten")
@access(Action.ACCOUNTS_BEHEREN)
@proves_again
@sends_once
def uitzetten(account_id: int) -> ResponseReturnValue:
    """Switch an account off; its person is signed out at the next request."""
    person = account_or_404(account_id)
    seen = require_valid(LastOneForm()).gezien.data or ""

    def switch() -> str:
        accounts.switch_off(person, actor=signed_in(), seen=seen)
        return f"Het account van {person.naam} staat uit."

    return _do(person, switch)


@blueprint.post("/accounts/<int:account_id>/aanzetten")
@access(Action.ACCOUNTS_BEHEREN)
@proves_again
@sends_once
def aanzetten(account_id: int) -> ResponseReturnValue:
    """Switch an account on again."""
    person = account_or_404(account_id)

    def switch() -> str:
        accounts.switch_on(person, actor=signed_in())
        return f"Het account van {person.naam} staat aan."

    return _do(person, switch)


def _do(person: User, verb: Callable[[], str]) -> ResponseReturnValue:
    """Do something with an account and say what came of it."""
    problems = on_problem(accounts.AccountProblem, told_at(_address(person)))
    with problems, on_problem(LastOne, partial(_be_sure, person)):
        told = verb()
    flash(told, "success")
    return redirect(_address(person))


def _be_sure(person: User, last: LastOne) -> ResponseReturnValue:
    """Ask once: what is then left to nobody. The button does the same again, at the same address."""
    form = LastOneForm(formdata=None, gezien=last.mark)
    page = render_template("beheer/laatste.html", account=person, left=last.left, form=form, address=request.path)
    return page, 409


def _address(person: User) -> str:
    return url_for("beheer.account", account_id=person.id)


def _account_form(person: User) -> AccountForm:
    known = {"naam": person.naam, "telefoon": person.telefoon, "functie": person.functie}
    form = AccountForm(data={**known, "organisatie": person.organisatie_id})
    form.offer([(one.id, one.naam) for one in accounts.organisations()])
    return form


def _role_form() -> AddRoleForm:
    form = AddRoleForm()
    form.offer_roles(accounts.grantable_roles(signed_in()), [(regio.id, regio.naam) for regio in regios.all_regios()])
    return form


def _account_page(person: User, form: AccountForm, role_form: AddRoleForm) -> str:
    return render_template(
        "beheer/account.html",
        account=person,
        form=form,
        role_form=role_form,
        log=accounts.log_of(person),
        opvolger=successors.named_by(person),
        is_own=person.id == signed_in().user_id,
        factors=held_by(person),
        herstel=reset.open_for(person),
        may_confirm=reset.may_confirm(person, signed_in()),
    )
