"""Instemming: "Wie stemt er in met ons plan?", the own answer of a lead, asking the other sides, and besluiten."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.dutch.words import together
from forms.fields import as_choices
from portal.domain.consent.leads import own_sides
from portal.domain.consent.states import InstemmingSoort
from portal.domain.policy import Action
from portal.models import Plan
from portal.services.consent import answers, asking, links, register, telling, texts
from portal.services.plan import pen
from portal.web.access import may, plan_access, signed_in
from portal.web.commits import adds_once, on_problem, sends_once, told_at
from portal.web.instemming.blueprint import blueprint
from portal.web.instemming.forms import CollegeForm, KantForm
from portal.web.posted import require_our_fields


@blueprint.get("/plannen/<int:plan_id>/instemming")
@plan_access(Action.INSTEMMING_LEZEN)
def lijst(plan: Plan) -> ResponseReturnValue:
    """The register, with what a lead can do."""
    return _page(plan, _own_form(plan, formdata=None))


def _page(plan: Plan, form: KantForm) -> str:
    copy, mark = texts.now(plan)
    lines = telling.lines(plan, mark)
    may_ask = may(Action.INSTEMMING_VRAGEN, plan) and plan.opgegaan_in_id is None
    return render_template(
        "instemming/lijst.html",
        plan=plan,
        form=form,
        mark=form.gezien.data or mark,
        lines=lines,
        changed={one.naam: telling.changed_parts(plan, one, copy) for one in lines if one.andere_tekst},
        may_ask=may_ask,
        links=links.of_plan(plan) if may_ask else (),
        last_day=links.last_day,
    )


def _own_form(plan: Plan, **options: object) -> KantForm:
    form = KantForm(**options)
    mine = own_sides(signed_in(), register.sides(plan))
    form.kant.choices = as_choices((one.key, one.label) for one in mine)
    if len(mine) == 1 and not form.kant.data:
        form.kant.data = mine[0].key
    return form


@blueprint.post("/plannen/<int:plan_id>/instemming")
@plan_access(Action.INSTEMMING_VRAGEN)
@sends_once
def antwoorden(plan: Plan) -> ResponseReturnValue:
    """A lead answers for the own side."""
    form = _own_form(plan)
    require_our_fields(form)
    if not form.validate():
        return _page(plan, form), 422
    with on_problem(pen.PlanProblem, partial(_refused, plan, form)):
        said = answers.say_for_side(plan, form.kant.data, form.said(persoon=signed_in().naam), actor=signed_in())
    flash(
        f"Uw antwoord is opgeslagen: {said.stand.label.lower()}. De andere contactpersonen krijgen bericht.", "success"
    )
    return _to_list(plan)


def _refused(plan: Plan, form: KantForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.gezien.data = ""
    form.form_errors.append(str(problem))
    return _page(plan, form), 409


@blueprint.post("/plannen/<int:plan_id>/instemming/vragen")
@plan_access(Action.INSTEMMING_VRAGEN)
@sends_once
def kanten_vragen(plan: Plan) -> ResponseReturnValue:
    """Mail the contacts of the sides that did not agree to the text of now."""
    with on_problem(pen.PlanProblem, told_at(_address(plan))):
        asked = asking.ask_sides(plan, actor=signed_in())
    if asked:
        flash(f"Gevraagd aan: {together(one.naam for one in asked)}. Zij krijgen een mail.", "success")
    else:
        flash("Alle andere kanten stemden al in met de tekst van nu.", "info")
    return _to_list(plan)


@blueprint.get("/plannen/<int:plan_id>/instemming/besluit")
@plan_access(Action.INSTEMMING_VRAGEN)
def besluit(plan: Plan) -> ResponseReturnValue:
    """Where a contact writes down what a college or raad decided."""
    return _besluit_page(plan, CollegeForm(formdata=None))


@blueprint.post("/plannen/<int:plan_id>/instemming/besluit")
@plan_access(Action.INSTEMMING_VRAGEN)
@adds_once
def besluit_opschrijven(plan: Plan) -> ResponseReturnValue:
    """Write it down."""
    form = CollegeForm()
    require_our_fields(form)
    if not form.validate():
        return _besluit_page(plan, form), 422
    assert form.besluit_op.data is not None  # validated
    with on_problem(pen.PlanProblem, partial(_besluit_refused, plan, form)):
        answers.write_down(
            plan,
            InstemmingSoort(form.soort.data),
            form.naam.data,
            form.said(persoon=signed_in().naam),
            besluit_op=form.besluit_op.data,
            actor=signed_in(),
        )
    flash("Het besluit staat bij de instemming.", "success")
    return _to_list(plan)


def _besluit_refused(plan: Plan, form: CollegeForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.gezien.data = ""
    form.form_errors.append(str(problem))
    return _besluit_page(plan, form), 409


def _besluit_page(plan: Plan, form: CollegeForm) -> str:
    return render_template("instemming/besluit.html", plan=plan, form=form, mark=form.gezien.data or texts.now(plan)[1])


def _to_list(plan: Plan) -> Response:
    return redirect(_address(plan))


def _address(plan: Plan) -> str:
    return url_for("instemming.lijst", plan_id=plan.id)
