"""The second step of signing in, and signing in with a passkey alone."""

from __future__ import annotations

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.domain.factors.ways import FactorWay
from portal.models import User
from portal.services.factors import passkeys
from portal.services.factors.held import FactorProblem, held_by
from portal.web import posted
from portal.web.access import public
from portal.web.account import brakes, unauthenticated
from portal.web.commits import commits
from portal.web.tweede_stap import half, proofs
from portal.web.tweede_stap.blueprint import blueprint
from portal.web.tweede_stap.forms import ProofForm
from portal.web.tweede_stap.question import ProofQuestion, onward, resend


@blueprint.get("")
@public
def vraag() -> ResponseReturnValue:
    """Ask who passed the first step for the second one."""
    account = half.account_under_way()
    if account is None:
        return expired()
    if not held_by(account).is_set_up:
        return redirect(url_for("tweede_stap.kiezen"))
    return _question(account).page(ProofForm(formdata=None))


@blueprint.post("")
@public
@commits
def antwoord() -> ResponseReturnValue:
    """Take the second step, and go where one was going; what was typed before goes along."""
    account = half.account_under_way()
    if account is None or not held_by(account).is_set_up:
        return _too_late(account)
    form, page = _question(account).answered()
    if page is not None:
        return page
    target, carried = onward(form, half.next_page())
    half.complete(account, form.chosen or FactorWay.APP)
    return resend(target, carried) if carried else redirect(target)


def carrying(account: User, target: str) -> tuple[str, int]:
    """Ask for the second step on the page of somebody who typed something and was signed out meanwhile."""
    carried = posted.carried_fields(request.form)
    if not held_by(account).is_set_up:
        page = render_template("tweede_stap/eerst_instellen.html", carried=carried, naar=target)
        return page, 401
    form = ProofForm(formdata=None)
    form.naar.data = target
    return _question(account).page(form, status=401)


def _question(account: User) -> ProofQuestion:
    return ProofQuestion(
        account,
        target=url_for("tweede_stap.antwoord"),
        title="Nog één stap",
        lead="Uw wachtwoord klopt. Laat nu zien dat u het bent.",
        carried=posted.carried_fields(request.form) if request.method == "POST" else [],
    )


def _too_late(account: User | None) -> ResponseReturnValue:
    """It took too long, the account changed, or the second step was reset just now."""
    carried = posted.carried_fields(request.form)
    form = ProofForm()
    if not carried:
        return expired() if account is None else redirect(url_for("tweede_stap.kiezen"))
    if current_user.is_authenticated:
        return resend(posted.own_address(form.naar.data) or "/", carried)
    if account is not None:
        return carrying(account, posted.own_address(form.naar.data) or "/")
    return unauthenticated.sign_in_to_go_on(posted.own_address(form.naar.data) or "/", carried)


def expired() -> tuple[str, int]:
    """The page for who is not under way (any more)."""
    return render_template("tweede_stap/verlopen.html"), 410


@blueprint.get("/passkey-aanmelden")
@public
def passkey_aanmelden() -> ResponseReturnValue:
    """Sign in with a passkey and nothing else."""
    if current_user.is_authenticated:
        return redirect("/")
    return _passkey_page(ProofForm(formdata=None, data={"naar": posted.own_address(request.args.get("next"))}))


@blueprint.post("/passkey-aanmelden")
@public
@commits
def met_passkey() -> ResponseReturnValue:
    """Sign in the owner of the passkey that the browser showed: it is two steps in one."""
    form = ProofForm()
    try:
        account = passkeys.check(form.antwoord.data or "", proofs.challenge())
    except FactorProblem as problem:
        brakes.limit_posts(form)
        form.form_errors.append(str(problem))
        return _passkey_page(form), 422
    half.complete(account, FactorWay.PASSKEY)
    return redirect(posted.own_address(form.naar.data) or "/")


def _passkey_page(form: ProofForm) -> str:
    form.antwoord.data = ""
    return render_template("tweede_stap/passkey_aanmelden.html", form=form, options=proofs.ask_passkey(None))
