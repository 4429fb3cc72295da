"""One's own account, and going on with what one typed after signing in again."""

from __future__ import annotations

from typing import cast

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_security import login_user

from portal.domain.policy import Action
from portal.models import User
from portal.services.people import invitations, sign_ins, successors
from portal.web import carry, posted
from portal.web.access import access, may, public
from portal.web.account import unauthenticated
from portal.web.account.blueprint import blueprint
from portal.web.account.forms import LoginForm, NewAccountForm
from portal.web.account.sign_ins import present
from portal.web.account.slow_down import SlowDown
from portal.web.commits import commits
from portal.web.tweede_stap import half, sign_in


@blueprint.get("")
@access(Action.EIGEN_ACCOUNT)
def mijn_account() -> str:
    """Who I am here, for which regions, where I change my password, and where I am signed in."""
    named = successors.named_by(current_user) if may(Action.OPVOLGER_NOEMEN) else None
    found = present()
    return render_template(
        "account/mijn_account.html",
        account=current_user,
        opvolger=named,
        aanmeldingen=sign_ins.open_of(current_user.id),
        deze=found.id if found else None,
    )


@blueprint.post("/verder")
@public
@commits
def verder() -> tuple[str, int]:
    """Sign in on the page that carries a form, then send that form on; a wrong password keeps the text."""
    form = LoginForm(prefix=posted.SIGN_IN_PREFIX)
    carried = posted.carried_fields(request.form)
    if not current_user.is_authenticated:
        if (status := _first_step(form)) != 200:
            return unauthenticated.sign_in_page(form, carried, status)
        # A form that validates has found somebody.
        account = cast("User", form.user)
        if half.is_asked():
            half.start(account, via="password", next_page=form.next.data or "")
            return sign_in.carrying(account, posted.own_address(form.next.data) or "/")
        login_user(account, authn_via=["password"])
    return carry.resend_page(form.next.data or "/", carried, 200, autosubmit=True)


def _first_step(form: LoginForm) -> int:
    """Is the password of this form right? 200, or the status of the answer when it is not."""
    try:
        if not form.validate():
            form.explain()
            return 401
    except SlowDown as refusal:
        refusal.tell(form)
        return 429
    return 200


@blueprint.route("/uitnodiging/<token>", methods=["GET", "POST"])
@public
@commits
def uitnodiging(token: str) -> ResponseReturnValue:
    """Choose the first password with the link from the invitation, and be signed in."""
    account = invitations.invited_account(token)
    if account is None:
        return render_template("account/uitnodiging_verlopen.html"), 410
    form = NewAccountForm()
    form.user = account
    if not form.validate_on_submit():
        page = render_template("account/uitnodiging.html", form=form, account=account, token=token)
        return page, 422 if request.method == "POST" else 200
    invitations.accept(account, form.password.data)
    if half.is_asked():
        half.start(account, via="invitation")
        return redirect(url_for("tweede_stap.kiezen"))
    login_user(account, authn_via=["invitation"])
    flash("Welkom. Uw wachtwoord is opgeslagen en u bent aangemeld.", "success")
    return redirect(url_for("public.start"))
