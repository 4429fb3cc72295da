"""Setting up a second step: at the first sign-in by who is half signed in, later by who proved who he is just now."""

from __future__ import annotations

from flask import redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.domain.factors.codes import AppCodeStand
from portal.domain.factors.ways import FactorWay
from portal.models import User
from portal.services.factors import app_codes, passkeys
from portal.services.factors.held import FactorProblem, held_by
from portal.web.access import public
from portal.web.commits import commits
from portal.web.posted import require_our_fields
from portal.web.tweede_stap import half, proofs, step_up
from portal.web.tweede_stap.blueprint import blueprint
from portal.web.tweede_stap.drawing import qr_code
from portal.web.tweede_stap.forms import AppForm, ChooseForm, PasskeyForm
from portal.web.tweede_stap.own import AFTER_CODES
from portal.web.tweede_stap.sign_in import expired

NEW_APP = "nieuwe_app"


def _who() -> User | None:
    """Who may set something up here: somebody signed in, or half signed in with nothing set up yet.

    Who has a second step and did not take it may not add one: that would be a way around it.
    """
    if current_user.is_authenticated:
        return current_user._get_current_object()  # type: ignore[no-any-return]
    account = half.account_under_way()
    return account if account is not None and not held_by(account).is_set_up else None


def _stopped() -> ResponseReturnValue | None:
    """The page in place of setting up: ask for a proof first, or say that the sign-in ended."""
    if current_user.is_authenticated:
        return step_up.asked_again()
    return expired() if _who() is None else None


def _done(account: User, way: FactorWay) -> ResponseReturnValue:
    """Where it goes on: who was half signed in is signed in now, and gets recovery codes."""
    if current_user.is_authenticated:
        return redirect(url_for("tweede_stap.overzicht"))
    onward = half.next_page()
    half.complete(account, way)
    session[AFTER_CODES] = onward
    return redirect(url_for("tweede_stap.herstelcodes"))


@blueprint.route("/kiezen", methods=["GET", "POST"])
@public
@commits
def kiezen() -> ResponseReturnValue:
    """Which second step does this person want?"""
    if (stopped := _stopped()) is not None:
        return stopped
    form = ChooseForm()
    if request.method == "GET":
        return render_template("tweede_stap/kiezen.html", form=form)
    if not form.validate():
        return render_template("tweede_stap/kiezen.html", form=form), 422
    return redirect(url_for(f"tweede_stap.{form.manier.data}"))


@blueprint.get("/app")
@public
def app() -> ResponseReturnValue:
    """A new secret, as a QR code and as text, and the question for the first code.

    Who comes back sees the same one: the telephone may have it already.
    """
    account = _who()
    if (stopped := _stopped()) is not None or account is None:
        return stopped or expired()
    if not _secret_for(account):
        session[NEW_APP] = [account.id, app_codes.new_secret()]
    return _app_page(account, AppForm(formdata=None))


@blueprint.post("/app")
@public
@commits
def app_instellen() -> ResponseReturnValue:
    """Keep the secret when the code shows that the app has it."""
    account = _who()
    if (stopped := _stopped()) is not None or account is None:
        return stopped or expired()
    form = AppForm()
    require_our_fields(form)
    if not _secret_for(account):
        return redirect(url_for("tweede_stap.app"))
    if not form.validate():
        return _app_page(account, form), 422
    tried = app_codes.set_up(account, _secret_for(account), form.code.data)
    if tried.stand is not AppCodeStand.GOED:
        form.code.errors = [tried.sentence]
        return _app_page(account, form), 422
    session.pop(NEW_APP)
    return _done(account, FactorWay.APP)


def _secret_for(account: User) -> str:
    """The secret that this browser was shown for this person, and that no app was set up with yet; else nothing."""
    owner, secret = session.get(NEW_APP, (None, ""))
    return str(secret) if owner == account.id else ""


def _app_page(account: User, form: AppForm) -> str:
    shown = app_codes.shown(_secret_for(account), account)
    assert shown is not None  # made here, with our own key
    return render_template("tweede_stap/app.html", form=form, shown=shown, qr=qr_code(shown.uri))


@blueprint.get("/passkey")
@public
def passkey() -> ResponseReturnValue:
    """Ask this device to make a passkey."""
    return stopped if (stopped := _stopped()) is not None else _passkey_page(PasskeyForm(formdata=None))


@blueprint.post("/passkey")
@public
@commits
def passkey_instellen() -> ResponseReturnValue:
    """Keep the passkey that the device made."""
    account = _who()
    if (stopped := _stopped()) is not None or account is None:
        return stopped or expired()
    form = PasskeyForm()
    require_our_fields(form)
    if not form.validate():
        return _passkey_page(form), 422
    try:
        if not form.antwoord.data:
            raise FactorProblem(passkeys.NONE_GIVEN)
        passkeys.add(account, form.antwoord.data, proofs.challenge(), form.naam.data)
    except FactorProblem as problem:
        form.form_errors.append(str(problem))
        return _passkey_page(form), 422
    return _done(account, FactorWay.PASSKEY)


def _passkey_page(form: PasskeyForm) -> str:
    account = _who()
    assert account is not None  # both views looked
    form.antwoord.data = ""
    return render_template("tweede_stap/passkey.html", form=form, options=proofs.remember(passkeys.ask_new(account)))
