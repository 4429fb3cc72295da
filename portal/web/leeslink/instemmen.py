"""An answer by link: fill in, get a code by mail, and send it with that code. Opening the page changes nothing."""

from __future__ import annotations

from functools import partial

from flask import flash, render_template, request
from flask.typing import ResponseReturnValue

from portal.domain.consent.links import CodeStand, masked
from portal.models import Leeslink
from portal.services.consent import answers, codes, texts
from portal.services.plan import pen
from portal.web.access import public
from portal.web.account import brakes
from portal.web.account.slow_down import SlowDown
from portal.web.commits import commits, on_problem
from portal.web.instemming.forms import GastForm
from portal.web.leeslink import ontvangen
from portal.web.leeslink.blueprint import blueprint
from portal.web.leeslink.door import opens_by_link
from portal.web.leeslink.lezen import to_reading
from portal.web.posted import require_our_fields

ANSWER = "antwoord"


@blueprint.get("/link/<token>/instemmen")
@public
@opens_by_link
def instemmen(link: Leeslink, token: str) -> ResponseReturnValue:
    """The form, of a link that asks for an answer."""
    if link.instemming is None:
        return to_reading(token)
    # The text that was read, as the page that led here says; else the one of now.
    read = request.args.get("tekst", "")
    return _page(link, token, GastForm(formdata=None, data={"persoon": link.naam, "gezien": read}))


@blueprint.post("/link/<token>/instemmen")
@public
@commits
@opens_by_link
def antwoorden(link: Leeslink, token: str) -> ResponseReturnValue:
    """Send a code, or take in the answer with one. What was typed stays on the page until it is taken in."""
    if link.instemming is None:
        return to_reading(token)
    form = GastForm()
    require_our_fields(form)
    with on_problem(SlowDown, partial(_too_often, link, token, form)):
        brakes.limit_posts(form)
    if not form.validate():
        return _page(link, token, form), 422
    return (_answer if request.form.get("doe") == ANSWER else _send_code)(link, token, form)


def _send_code(link: Leeslink, token: str, form: GastForm) -> ResponseReturnValue:
    with on_problem(codes.TooManyCodes, lambda problem: _refused(link, token, form, str(problem), 429)):
        codes.send(link)
    form.code.data, form.code.raw_data = "", None
    return _page(link, token, form, sent=True)


def _answer(link: Leeslink, token: str, form: GastForm) -> ResponseReturnValue:
    said = form.said(persoon=form.persoon.data, functie=form.functie.data)
    stand = codes.tried(link, form.code.data)
    if stand is CodeStand.GEBRUIKT and answers.was_said(link, said):
        ontvangen.note()
        flash("Dit antwoord was al ontvangen. Het is niet nog een keer verstuurd.", "info")
        return to_reading(token)
    if stand is not CodeStand.GOED:
        form.code.errors = [stand.sentence]
        return _page(link, token, form), 422
    with on_problem(pen.PlanProblem, partial(_problem, link, token, form)):
        answers.say_by_link(link, said)
    codes.use(link)
    ontvangen.note()
    flash(f"Uw antwoord is ontvangen: {said.stand.label.lower()}. De contactpersonen krijgen bericht.", "success")
    return to_reading(token)


def _problem(link: Leeslink, token: str, form: GastForm, problem: pen.PlanProblem) -> ResponseReturnValue:
    form.gezien.data = ""
    return _refused(link, token, form, str(problem), 409)


def _too_often(link: Leeslink, token: str, form: GastForm, refusal: SlowDown) -> ResponseReturnValue:
    refusal.tell()
    return _refused(link, token, form, refusal.sentence, 429)


def _refused(link: Leeslink, token: str, form: GastForm, why: str, status: int) -> ResponseReturnValue:
    form.form_errors.append(why)
    return _page(link, token, form), status


def _page(link: Leeslink, token: str, form: GastForm, *, sent: bool = False) -> str:
    mark = texts.now(link.plan)[1]
    return render_template(
        "leeslink/instemmen.html",
        link=link,
        token=token,
        plan=link.plan,
        form=form,
        mark=form.gezien.data or mark,
        is_changed=form.gezien.data not in ("", mark),
        has_code=codes.is_underway(link) or bool(form.code.errors),
        sent=sent,
        address=masked(link.email),
    )
