"""Reading a plan alone with a link, and remarks under a name. Opening it writes the access log and nothing else."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.fields import as_choices
from portal.domain import clock
from portal.models import Leeslink
from portal.services.consent import links, telling, texts
from portal.services.plan import masking, pen
from portal.services.plan.document import plan_document
from portal.services.remark import by_link
from portal.services.remark.remarks import RemarkProblem
from portal.web.access import public
from portal.web.account import brakes
from portal.web.account.slow_down import SlowDown
from portal.web.commits import commits, on_problem
from portal.web.instemming.forms import GastOpmerkingForm
from portal.web.leeslink import ontvangen
from portal.web.leeslink.blueprint import blueprint
from portal.web.leeslink.door import opens_by_link
from portal.web.posted import require_our_fields


@blueprint.get("/link/<token>")
@public
@opens_by_link
def lezen(link: Leeslink, token: str) -> ResponseReturnValue:
    """The whole plan as it is now, or the parts that the link shows."""
    if request.method == "GET":
        links.note_opening(link.id)
    return reading_page(link, token)


def reading_page(link: Leeslink, token: str, form: GastOpmerkingForm | None = None) -> str:
    """The plan, what the party of the link answered, and its remarks; `form` holds one that was not taken in."""
    plan = link.plan
    copy, mark = texts.now(plan)
    # The link can have been sent on: what others may not read is hidden here too.
    shown = masking.masking_now(plan.id).masked(copy)
    return render_template(
        "leeslink/lezen.html",
        link=link,
        token=token,
        mark=mark,
        plan=plan,
        document_=plan_document(shown, status=plan.status.label, peilmoment=clock.now()),
        steps=links.steps_of(link),
        form=form or remark_form(link, formdata=None, data={"persoon": link.naam}),
        threads=by_link.threads_of(link),
        titles={step.key: step.title for step in pen.format_of(plan).steps},
        bijlagen=copy["bijlagen"] if not link.step_keys else (),
        answer=telling.own_line(link.instemming, mark) if link.instemming else None,
        changed=telling.own_changes(link.instemming, mark, plan, copy) if link.instemming else [],
        last_day=links.last_day(link),
    )


def remark_form(link: Leeslink, **options: object) -> GastOpmerkingForm:
    """The form of a remark about one of the parts that the link shows."""
    form = GastOpmerkingForm(**options)
    form.over.choices = as_choices((step.key, step.title) for step in links.steps_of(link))
    return form


@blueprint.post("/link/<token>/opmerking")
@public
@commits
@opens_by_link
def opmerken(link: Leeslink, token: str) -> ResponseReturnValue:
    """Make a remark under a name. The people of the region read it, and answer it there."""
    form = remark_form(link)
    require_our_fields(form)
    with on_problem(SlowDown, partial(_too_often, link, token, form)):
        brakes.limit_posts(form)
    if not form.validate():
        return reading_page(link, token, form), 422
    with on_problem(RemarkProblem, lambda problem: _refused(link, token, form, str(problem), 409)):
        by_link.start_thread(link, step_key=form.over.data, naam=form.persoon.data, tekst=form.tekst.data)
    ontvangen.note()
    flash("Uw opmerking is geplaatst. De contactpersonen krijgen bericht.", "success")
    return redirect(url_for("leeslink.lezen", token=token, _anchor="opmerkingen"))


def _too_often(link: Leeslink, token: str, form: GastOpmerkingForm, refusal: SlowDown) -> ResponseReturnValue:
    refusal.tell()
    return _refused(link, token, form, refusal.sentence, 429)


def _refused(link: Leeslink, token: str, form: GastOpmerkingForm, why: str, status: int) -> ResponseReturnValue:
    form.form_errors.append(why)
    return reading_page(link, token, form), status


def to_reading(token: str) -> ResponseReturnValue:
    """Back to the plan."""
    return redirect(url_for("leeslink.lezen", token=token))
