"""Asking again who somebody is, before what can do much harm.

    @blueprint.post("/accounts/<int:account_id>/rollen")
    @access(Action.ACCOUNTS_BEHEREN)
    @proves_again
    @sends_once
    def rol_geven(account_id: int) -> ResponseReturnValue:

The mark stands under the door. When the last proof is older than `PORTAL_BEVESTIG_MINUTEN`, the answer is a question;
what was typed travels along and is sent on after it. Where one step is enough (a demo) nothing is asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import current_app, jsonify, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from portal.domain.policy import Action
from portal.services.factors.held import held_by
from portal.web import posted
from portal.web.access import access
from portal.web.account.unauthenticated import SAFE_METHODS, here
from portal.web.commits import commits
from portal.web.tweede_stap import half
from portal.web.tweede_stap.blueprint import blueprint
from portal.web.tweede_stap.forms import ProofForm
from portal.web.tweede_stap.question import ProofQuestion, onward, resend

View = TypeVar("View", bound=Callable[..., Any])
ASKED = "Laat nog een keer zien dat u het bent. Daarna gaat het verder."
# A file can't travel along: who opened the page of its form in time has this much longer to send it.
WITH_FILE_SECONDS = 60 * 60


def proves_again(view: View) -> View:
    """Ask who comes here to prove anew who he is, when that was long ago."""
    return _guarded(view)


def proves_again_with_file(view: View) -> View:
    """The same where a file is asked for: that gets more time. Elsewhere a file that nobody asked for buys none."""
    return _guarded(view, WITH_FILE_SECONDS)


def _guarded(view: View, more_seconds: int = 0) -> View:
    @wraps(view)
    def guarded(*args: Any, **asked: Any) -> Any:
        question = asked_again(more_seconds if request.files else 0)
        return view(*args, **asked) if question is None else question

    guarded.proves_again = True  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


def asked_again(more_seconds: int = 0) -> ResponseReturnValue | None:
    """The question for a new proof; None when the last one is recent enough (`more_seconds`: longer ago will do)."""
    if not half.is_asked() or _age() < current_app.config["PROOF_SECONDS"] + more_seconds:
        return None
    if posted.wants_json():
        return jsonify(melding=ASKED, aanmelden=url_for("tweede_stap.bevestigen", next="/")), 401
    if not held_by(current_user).is_set_up:
        # Reset while signed in: the session ended then, unless it came in by a provider.
        session.pop(half.DONE, None)
        return redirect(url_for("security.login"))
    if request.method in SAFE_METHODS:
        return redirect(url_for("tweede_stap.bevestigen", next=here()))
    form = ProofForm(formdata=None)
    form.naar.data = here()
    return _question(had_file=bool(request.files)).page(form, status=401)


def _age() -> float:
    """How many seconds ago somebody proved who he is. A moment that is still to come is none."""
    age = time.time() - float(session.get(half.PROVEN_AT, 0))
    return age if age >= 0 else float("inf")


@blueprint.get("/bevestigen")
@access(Action.EIGEN_ACCOUNT)
def bevestigen() -> ResponseReturnValue:
    """Ask for a proof, on the way to a page."""
    if not held_by(current_user).is_set_up:
        return redirect(url_for("tweede_stap.kiezen"))
    form = ProofForm(formdata=None)
    form.naar.data = posted.own_address(request.args.get("next"))
    return _question().page(form)


@blueprint.post("/bevestigen")
@access(Action.EIGEN_ACCOUNT)
@commits
def bevestigd() -> ResponseReturnValue:
    """Take the proof, and go on with what was interrupted."""
    if not held_by(current_user).is_set_up:
        return redirect(url_for("tweede_stap.kiezen"))
    form, page = _question().answered()
    if page is not None:
        return page
    half.mark_proven(current_user)
    target, carried = onward(form, "/")
    return resend(target, carried) if carried else redirect(target)


def _question(*, had_file: bool = False) -> ProofQuestion:
    return ProofQuestion(
        current_user,
        target=url_for("tweede_stap.bevestigd"),
        title="Bent u het zelf?",
        lead=ASKED,
        carried=posted.carried_fields(request.form) if request.method == "POST" else [],
        had_file=had_file,
    )
