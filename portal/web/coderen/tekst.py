"""Coding one text at a time. With a script the page stays and takes over the part that changed."""

from __future__ import annotations

from functools import partial
from typing import Any

from flask import abort, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.services.coding import book, codings, items
from portal.services.coding.codings import CodingConflict, CodingProblem, PassageProblem, Saved
from portal.services.coding.items import CodingItem
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import TOON, CodingChoice, as_id, blind_in, choice_of, posted_codes
from portal.web.coderen.forms import CodeerForm, OngedaanForm, SeenTextForm
from portal.web.coderen.page import CodingPage, Refused, page_of
from portal.web.coderen.passages import fields_again, posted
from portal.web.coderen.queue import Queue
from portal.web.commits import commits, keep, on_problem
from portal.web.posted import require_valid, wants_json

GONE = "Deze tekst staat er niet meer: de regio heeft iets anders ingediend. Hieronder staat de volgende."


@blueprint.get("/coderen/<soort>")
@access(Action.CODEREN)
def tekst(soort: str) -> ResponseReturnValue:
    """The text to code: the one in the address, the next behind one, or the first."""
    keuze = choice_of(soort)
    queue = _queue(keuze)
    asked, behind = as_id(request.args.get("tekst", "")), as_id(request.args.get("na", ""))
    item = queue.find(asked) if asked else None
    melding = GONE if asked and item is None else ""
    return _show(page_of(queue, item or queue.after(behind), signed_in()), melding=melding)


@blueprint.post("/coderen/<soort>")
@access(Action.CODEREN)
@commits
def opslaan(soort: str) -> ResponseReturnValue:
    """Save the codes of a text and go on to the next."""
    keuze = choice_of(soort)
    form = posted_codes(keuze)
    confirms = request.form.get("doe") == "klopt"
    item = _item(keuze, form)
    if item is None:
        return _gone(keuze, form)
    if form.problem and not confirms:
        return _refuse(keuze, item, form, form.problem, 422)
    with on_problem(CodingProblem, partial(_look_again, soort, form)):
        saved = _do(item, form, confirms)
    keep()
    return _go(keuze, {"na": item.id}, _told(item, saved))


def _look_again(soort: str, form: CodeerForm, problem: CodingProblem) -> ResponseReturnValue:
    """The codes and the text may just have changed: that is what was in the way."""
    keuze = choice_of(soort)
    item = _item(keuze, form)
    status = 409 if isinstance(problem, CodingConflict) else 422
    wrong = problem.code_id if isinstance(problem, PassageProblem) else None
    return _refuse(keuze, item, form, str(problem), status, wrong) if item else _gone(keuze, form)


@blueprint.post("/coderen/<soort>/ongedaan")
@access(Action.CODEREN)
@commits
def ongedaan(soort: str) -> ResponseReturnValue:
    """Take back what this person coded last, and go back to that text."""
    keuze = choice_of(soort)
    form = require_valid(OngedaanForm())
    with on_problem(CodingProblem, lambda problem: _go(choice_of(soort), {}, str(problem), "info")):
        item_id = codings.undo(keuze.soort, form.stap.data, actor=signed_in())
    keep()
    return _go(keuze, {"tekst": item_id}, "Ongedaan gemaakt. U bent terug bij deze tekst.")


def _do(item: CodingItem, form: CodeerForm, confirms: bool) -> Saved:
    bron, base, actor = form.bron.data, form.revisie.data, signed_in()
    if confirms:
        return codings.confirm(item, base_revision=base, actor=actor, bron=bron)
    passages = posted(request.form, form.codes.data)
    return codings.save(item, form.codes.data, base_revision=base, actor=actor, bron=bron, passages=passages)


def _item(keuze: CodingChoice, form: SeenTextForm) -> CodingItem | None:
    return items.find(keuze.soort, form.tekst.data, keuze.uitvraag)


def _told(item: CodingItem, saved: Saved) -> str:
    merged = "".join(f" “{old}” is samengevoegd met “{new}”." for old, new in saved.merged)
    return f"Opgeslagen bij {item.regio}: {codings.in_words(saved.codes)}.{merged}"


def _go(keuze: CodingChoice, where: dict[str, Any], melding: str, kind: str = "success") -> ResponseReturnValue:
    """On to another text: the part of it for a script, else a page."""
    if not wants_json():
        flash(melding, kind)
        return redirect(url_for("coderen.tekst", **keuze.in_address, **where, _anchor="tekst"))
    queue = _queue(keuze)
    item = queue.find(where["tekst"]) if "tekst" in where else queue.after(where.get("na", 0))
    return _show(page_of(queue, item, signed_in()), melding=melding)


def _refuse(
    keuze: CodingChoice, item: CodingItem, form: CodeerForm, problem: str, status: int, wrong: int | None = None
) -> ResponseReturnValue:
    """The text again with what was chosen. A retired code falls away, a merged one is what it became."""
    queue = _queue(keuze)
    chosen = [code.id for code in book.resolve(keuze.codes, form.codes.data or ())]
    # After a conflict, saving once more is a choice made with what somebody else did in sight.
    revision = item.revision if status == 409 else form.revisie.data
    again = fields_again(posted(request.form, [code.id for code in keuze.codes]), wrong)
    refused = Refused(chosen, bool(form.geen.data), problem, revision, again)
    return _show(page_of(queue, queue.find(item.id) or item, signed_in(), refused), status=status)


def _gone(keuze: CodingChoice, form: SeenTextForm) -> ResponseReturnValue:
    """The region took the text back; an id that never was one of these texts is no page of ours."""
    if not codings.exists(keuze.soort, form.tekst.data):
        abort(404)
    queue = _queue(keuze)
    page = page_of(queue, queue.first(), signed_in())
    return _show(page, melding=f"Niet opgeslagen. {GONE}", status=409)


def _queue(keuze: CodingChoice) -> Queue:
    texts = keuze.texts()
    return Queue(texts, keuze, blind_in(keuze, texts))


def _show(page: CodingPage, *, melding: str = "", status: int = 200) -> ResponseReturnValue:
    here: dict[str, Any] = {"tekst": page.item.id} if page.item else {}
    if wants_json():
        part = render_template("coderen/_tekst.html", page=page)
        address = url_for("coderen.tekst", **page.keuze.in_address, **here)
        return jsonify(deel=part, adres=address, melding=melding), status
    return render_template("coderen/tekst.html", page=page, melding=melding, toon_keuzes=TOON.items()), status
