"""Sent mail: to whom, what about, when, and whether it arrived."""

from __future__ import annotations

from flask import abort, current_app, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.extensions import db
from portal.models import Mail
from portal.services.mail import outbox as mails
from portal.web.access import access
from portal.web.beheer.blueprint import blueprint
from portal.web.beheer.lookup import MAX_ID
from portal.web.commits import sends_once

SHOWN = 200


@blueprint.get("/mail")
@access(Action.OUTBOX_ZIEN)
def outbox() -> ResponseReturnValue:
    """The newest mails. Their texts hold links that open doors, so only the demo shows those."""
    return render_template(
        "beheer/outbox.html",
        mails=mails.newest(SHOWN),
        shown=SHOWN,
        bodies=current_app.config["DEMO"],
        sends=bool(current_app.config["SETTINGS"].smtp_host),
    )


@blueprint.post("/mail/<int:mail_id>/opnieuw")
@access(Action.OUTBOX_ZIEN)
@sends_once
def mail_opnieuw(mail_id: int) -> ResponseReturnValue:
    """Let the sender try a mail again that failed, or of which nobody knows whether it arrived."""
    mail = db.session.get(Mail, mail_id) if mail_id <= MAX_ID else None
    if mail is None:
        abort(404)
    try:
        mails.send_again(mail)
    except ValueError:
        flash("Deze mail is al verzonden of staat al klaar.", "info")
    else:
        flash("De mail staat opnieuw klaar voor verzending.", "success")
    return redirect(url_for("beheer.outbox"))
