"""Alle versies: every copy of a plan that somebody may read, and what can be done with each."""

from __future__ import annotations

from flask import render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Plan
from portal.web.access import plan_access
from portal.web.regio.blueprint import blueprint
from portal.web.regio.copies import readable_copies
from portal.web.regio.indiening_terugzetten import may_put_back
from portal.web.regio.plan import plan_in_force_of


@blueprint.get("/plannen/<int:plan_id>/versies")
@plan_access(Action.PLAN_LEZEN)
def versies(plan: Plan) -> ResponseReturnValue:
    """Each copy with its page, its files, what changed since, and (for who writes) the way to put it back."""
    copies = readable_copies(plan)
    return render_template(
        "regio/versies.html",
        plan=plan,
        copies=copies,
        newest=copies[0] if copies else None,
        in_force=plan_in_force_of(plan),
        may_put_back=may_put_back(plan),
    )
