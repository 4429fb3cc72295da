"""Where somebody is signed in, and staying so: pressing a button here or on the page that warns."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Flask, abort, flash, g, jsonify, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_security import logout_user

from portal.domain import clock
from portal.domain.people.sign_ins import WARN_BEFORE, SignInEnd
from portal.domain.policy import Action
from portal.services.people import sign_ins
from portal.web.access import access
from portal.web.account.blueprint import blueprint
from portal.web.account.sign_ins import present
from portal.web.commits import commits
from portal.web.posted import wants_json

OUT_EVERYWHERE = "U bent overal uitgelogd, ook hier."


@dataclass(frozen=True)
class TimeLeft:
    """How many seconds this sign-in lasts when nothing is done, and whether it can be made longer."""

    seconds: int
    is_last: bool


def register(app: Flask) -> None:
    """Let every page know how long its reader may stay."""
    app.jinja_env.globals["sign_in_left"] = left_after_this
    app.jinja_env.globals["warn_seconds"] = int(WARN_BEFORE.total_seconds())


def left_after_this() -> TimeLeft | None:
    """What is left to who just did something; None for somebody who is not signed in."""
    found, now = present(), clock.wall()
    if found is None:
        return None
    rule = sign_ins.limits()
    ends = rule.ends_at(begun=found.begun, now=now)
    return TimeLeft(int((ends - now).total_seconds()), rule.is_last(begun=found.begun, now=now))


@blueprint.get("/aanmelding")
@access(Action.EIGEN_ACCOUNT)
def hoe_lang() -> ResponseReturnValue:
    """What is left since somebody last did something, in this tab or in another one. Asked by the page itself."""
    g.asked_by_itself = True
    found, now = present() or abort(401), clock.wall()
    rule = sign_ins.limits()
    ends = rule.ends_at(begun=found.begun, now=found.seen)
    seconds = int((ends - now).total_seconds())
    return jsonify(seconden=max(seconds, 0), laatste=rule.is_last(begun=found.begun, now=now))


@blueprint.post("/aanmelding/blijven")
@access(Action.EIGEN_ACCOUNT)
@commits
def blijven() -> ResponseReturnValue:
    """Stay signed in: asking is all it takes."""
    left = left_after_this() or abort(401)
    if wants_json():
        return jsonify(seconden=left.seconds, laatste=left.is_last)
    return redirect(url_for("account.mijn_account"))


@blueprint.post("/aanmeldingen/<int:aanmelding_id>/uitloggen")
@access(Action.EIGEN_ACCOUNT)
@commits
def uitloggen(aanmelding_id: int) -> ResponseReturnValue:
    """Sign out somewhere else; or here, when that is what was pressed."""
    found = present() or abort(401)
    if aanmelding_id == found.id:
        logout_user()
        return redirect(url_for("security.login"))
    if not sign_ins.end_one(current_user.id, aanmelding_id):
        abort(404)
    flash("U bent daar uitgelogd.", "success")
    return redirect(url_for("account.mijn_account"))


@blueprint.post("/aanmeldingen/uitloggen")
@access(Action.EIGEN_ACCOUNT)
@commits
def overal_uitloggen() -> ResponseReturnValue:
    """Sign out everywhere, and here too."""
    sign_ins.end_all(current_user.id, SignInEnd.ELDERS_AFGEMELD)
    logout_user()
    flash(OUT_EVERYWHERE, "success")
    return redirect(url_for("security.login"))
