"""What somebody says of himself, and of who comes next."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from forms.base import BaseForm
from forms.fields import RadioChoice, as_choices
from forms.rows import Filled
from portal.domain.mail import MailKeuze
from portal.domain.policy import Action
from portal.services.people import accounts, successors
from portal.web.access import access, signed_in
from portal.web.account.blueprint import blueprint
from portal.web.commits import on_problem, sends_once
from portal.web.person_fields import OnePersonFields, job, person_name, phone
from portal.web.posted import require_our_fields


class OwnDetailsForm(BaseForm):
    """What somebody may change of the own account."""

    naam = person_name()
    telefoon = phone()
    functie = job()
    mail_keuze = RadioChoice(
        "Welke mail wilt u?",
        description="Mail over uw account komt altijd direct.",
        choices=as_choices((one.value, one.label) for one in MailKeuze),
        validators=[Filled("Kies welke mail u wilt.")],
    )


class SuccessorForm(OnePersonFields):
    """Who comes next."""


@blueprint.get("/gegevens")
@access(Action.EIGEN_ACCOUNT)
def gegevens() -> ResponseReturnValue:
    """One's own name, telephone number and job, to change."""
    return _details_page(OwnDetailsForm(formdata=None, obj=current_user))


@blueprint.post("/gegevens")
@access(Action.EIGEN_ACCOUNT)
@sends_once
def gegevens_opslaan() -> ResponseReturnValue:
    """Change them."""
    form = OwnDetailsForm()
    require_our_fields(form)
    if not form.validate():
        return _details_page(form), 422
    changed = accounts.change_own(
        current_user,
        naam=form.naam.data,
        telefoon=form.telefoon.data,
        functie=form.functie.data,
        mailkeuze=MailKeuze(form.mail_keuze.data),
        actor=signed_in(),
    )
    flash("Uw gegevens zijn opgeslagen." if changed else "Er is niets veranderd.", "success" if changed else "info")
    return redirect(url_for("account.mijn_account"))


def _details_page(form: BaseForm) -> str:
    return render_template("account/gegevens.html", form=form)


@blueprint.get("/opvolger")
@access(Action.OPVOLGER_NOEMEN)
def opvolger() -> ResponseReturnValue:
    """Say who comes next, when one leaves."""
    return _successor_page(SuccessorForm(formdata=None, obj=successors.named_by(current_user)))


@blueprint.post("/opvolger")
@access(Action.OPVOLGER_NOEMEN)
@sends_once
def opvolger_noemen() -> ResponseReturnValue:
    """Name somebody; a coördinator or beheerder invites that person."""
    form = SuccessorForm()
    require_our_fields(form)
    if not form.validate():
        return _successor_page(form), 422
    with on_problem(accounts.AccountProblem, partial(_refused, form)):
        named = successors.name_successor(current_user, naam=form.naam.data, email=form.email.data, actor=signed_in())
    flash(f"U noemt {named.naam} als uw opvolger. De coördinator nodigt {named.naam} uit.", "success")
    return redirect(url_for("account.mijn_account"))


@blueprint.post("/opvolger/intrekken")
@access(Action.OPVOLGER_NOEMEN)
@sends_once
def opvolger_intrekken() -> ResponseReturnValue:
    """Name nobody after all."""
    successors.take_back(current_user, actor=signed_in())
    flash("U noemt nu geen opvolger.", "success")
    return redirect(url_for("account.mijn_account"))


def _refused(form: SuccessorForm, problem: accounts.AccountProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _successor_page(form), 422


def _successor_page(form: SuccessorForm) -> str:
    return render_template("account/opvolger.html", form=form, account=current_user)
