"""A link for somebody without an account: made for one address, to agree or only to read, and withdrawn."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.fields import as_choices
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.consent import asking, links
from portal.services.consent.links import ForWhom
from portal.services.plan import pen
from portal.web.access import plan_access, signed_in
from portal.web.commits import adds_once, commits, on_problem
from portal.web.instemming.blueprint import blueprint
from portal.web.instemming.forms import LinkForm
from portal.web.landelijk.forms import NO_CHOICE
from portal.web.posted import require_our_fields

# What stands among the parties for who is only asked to read.
ONLY_READ = -1


@blueprint.get("/plannen/<int:plan_id>/links/nieuw")
@plan_access(Action.INSTEMMING_VRAGEN)
def link(plan: Plan) -> ResponseReturnValue:
    """For whom, what is asked, and until when."""
    chosen = request.args.get("partij", "")
    return _page(plan, _form(plan, formdata=None, data={"partij": chosen} if chosen.isdecimal() else {}))


@blueprint.post("/plannen/<int:plan_id>/links/nieuw")
@plan_access(Action.INSTEMMING_VRAGEN)
@adds_once
def link_maken(plan: Plan) -> ResponseReturnValue:
    """Make the link and mail it."""
    form = _form(plan)
    require_our_fields(form)
    if not form.validate():
        return _page(plan, form), 422
    with on_problem(pen.PlanProblem, partial(_refused, plan, form)):
        _make(plan, form)
    flash(f"{form.naam.data} krijgt een mail met de link.", "success")
    return redirect(url_for("instemming.lijst", plan_id=plan.id, _anchor="links"))


def _make(plan: Plan, form: LinkForm) -> None:
    who = {
        "naam": form.naam.data,
        "email": form.email.data,
        "tot": form.werkt_tot.data,
        "bericht": form.bericht.data.strip(),
    }
    if form.partij.data == ONLY_READ:
        links.make_to_read(plan, ForWhom(**who, stappen=tuple(form.onderdelen.data)), actor=signed_in())
    else:
        asking.ask_party(plan, form.partij.data, ForWhom(**who), actor=signed_in())


def _refused(plan: Plan, form: LinkForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _page(plan, form), 409


def _form(plan: Plan, **options: object) -> LinkForm:
    form = LinkForm(**options)
    parties = [(one.id, f"Instemming vragen aan {one.naam}") for one in asking.parties(plan)]
    form.partij.choices = as_choices([NO_CHOICE, *parties, (ONLY_READ, "Alleen laten lezen")])
    form.onderdelen.choices = as_choices((step.key, step.title) for step in pen.format_of(plan).steps)
    return form


def _page(plan: Plan, form: LinkForm) -> str:
    return render_template("instemming/link.html", plan=plan, form=form)


@blueprint.post("/plannen/<int:plan_id>/links/<int:link_id>/intrekken")
@plan_access(Action.INSTEMMING_VRAGEN)
@commits
def link_intrekken(plan: Plan, link_id: int) -> ResponseReturnValue:
    """Let a link work no more."""
    found = links.find(plan, link_id)
    if found is None:
        abort(404)
    if links.withdraw(found, actor=signed_in()):
        flash(f"De link van {found.naam} werkt niet meer.", "success")
    else:
        flash(f"De link van {found.naam} werkte al niet meer.", "info")
    return redirect(url_for("instemming.lijst", plan_id=plan.id, _anchor="links"))
