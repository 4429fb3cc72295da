"""Plain pages: accessibility statement, privacy, help, security.txt, health."""

from __future__ import annotations

from datetime import timedelta

from flask import Response, current_app, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from portal.domain import clock
from portal.extensions import db
from portal.web.access import public
from portal.web.public.blueprint import blueprint


@blueprint.get("/toegankelijkheid")
@public
def toegankelijkheid() -> ResponseReturnValue:
    """The accessibility statement (norm A11Y-4)."""
    return render_template("public/toegankelijkheid.html", contact=_contact())


@blueprint.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """What the portal keeps of people."""
    return render_template("public/privacy.html", contact=_contact())


@blueprint.get("/hulp")
@public
def hulp() -> ResponseReturnValue:
    """How the portal works, in short."""
    return render_template("public/hulp.html", contact=_contact())


@blueprint.get("/.well-known/security.txt")
@public
def security_txt() -> ResponseReturnValue:
    """Whom to tell about a leak (RFC 9116)."""
    settings = current_app.config["SETTINGS"]
    expires = (clock.now() + timedelta(days=180)).strftime("%Y-%m-%dT00:00:00Z")
    lines = [
        f"Contact: mailto:{settings.contact_mail}",
        f"Expires: {expires}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.public_url}/.well-known/security.txt",
    ]
    return Response("\n".join(lines) + "\n", mimetype="text/plain")


@blueprint.get("/gezond")
@public
def health() -> ResponseReturnValue:
    """For a load balancer: "ok" when the database answers."""
    db.session.execute(text("SELECT 1"))
    return Response("ok\n", mimetype="text/plain")


def _contact() -> str:
    return str(current_app.config["SETTINGS"].contact_mail)
