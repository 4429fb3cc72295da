"""Coding as the second person: one text at a time, without what the first gave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import DubbelTekst
from portal.services.coding import codings, double
from portal.services.coding.codings import CodingProblem
from portal.services.coding.double import Sample
from portal.services.coding.items import CodingItem
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import CodingChoice, as_id, choice_of, chosen_sample, posted_codes
from portal.web.coderen.forms import CodeerForm, OngedaanForm
from portal.web.coderen.page import LETTERS, Option
from portal.web.commits import commits, keep, on_problem
from portal.web.posted import require_valid, wants_json


@dataclass(frozen=True)
class SecondPage:
    """The text to code as the second; without one there is nothing (more) for this person."""

    keuze: CodingChoice
    sample: Sample
    te_gaan: int
    item: CodingItem | None = None
    options: Sequence[Option] = field(default=())
    geen: bool = False
    problem: str = ""
    last: DubbelTekst | None = None


@blueprint.get("/coderen/dubbel/<soort>")
@access(Action.CODEREN)
def tweede(soort: str) -> ResponseReturnValue:
    """The next text that this person can code as the second, or the one behind one that was skipped."""
    keuze, sample = chosen_sample(soort)
    return _show(_page(keuze, sample, behind=as_id(request.args.get("na", ""))))


@blueprint.post("/coderen/dubbel/<soort>")
@access(Action.CODEREN)
@commits
def tweede_opslaan(soort: str) -> ResponseReturnValue:
    """Keep what the second gave and go on to the next text."""
    keuze, sample = chosen_sample(soort)
    form = posted_codes(keuze)
    item = next((one for one in keuze.texts() if one.id == form.tekst.data and one.id in sample.item_ids), None)
    if item is None:
        return _refuse(soort, form, "Deze tekst staat er niet meer. Hieronder staat de volgende.")
    if form.problem:
        return _refuse(soort, form, form.problem)
    with on_problem(CodingProblem, lambda problem: _refuse(soort, form, str(problem))):
        _, codes = double.save_second(sample, item, form.codes.data, bron=form.bron.data, actor=signed_in())
    keep()
    return _go(soort, {"na": item.id}, f"Opgeslagen bij {item.regio}: {codings.in_words(codes)}.")


@blueprint.post("/coderen/dubbel/<soort>/ongedaan")
@access(Action.CODEREN)
@commits
def tweede_ongedaan(soort: str) -> ResponseReturnValue:
    """Take back what this person coded last as the second."""
    _, sample = chosen_sample(soort)
    form = require_valid(OngedaanForm())
    with on_problem(CodingProblem, lambda problem: _go(soort, {}, str(problem), "info")):
        double.take_back(sample, form.stap.data, actor=signed_in())
    keep()
    return _go(soort, {}, "Ongedaan gemaakt.")


def _page(keuze: CodingChoice, sample: Sample, *, behind: int = 0, refused: CodeerForm | None = None) -> SecondPage:
    everything = keuze.texts()
    texts = double.to_do(sample, everything, signed_in())
    wanted = refused.tekst.data if refused else 0
    item = next((one for one in texts if one.id == wanted), None) or _after(behind, everything, texts)
    chosen = set(refused.codes.data or ()) if refused and item and item.id == wanted else set()
    return SecondPage(
        keuze,
        sample,
        len(texts),
        double.without_codes(item) if item else None,
        [Option(code, letter, code.id in chosen) for code, letter in zip(keuze.open_codes, _letters(), strict=False)],
        geen=bool(refused and refused.geen.data and item and item.id == wanted),
        last=double.last_second(sample, signed_in()),
    )


def _after(behind: int, everything: Sequence[CodingItem], texts: Sequence[CodingItem]) -> CodingItem | None:
    """The first of these texts behind that one in the order of everything, else the first of all."""
    ids = [one.id for one in everything]
    place = ids.index(behind) if behind in ids else -1
    return next((one for one in texts if ids.index(one.id) > place), next(iter(texts), None))


def _letters() -> Sequence[str]:
    return [*LETTERS, *[""] * 100]


def _refuse(soort: str, form: CodeerForm, problem: str) -> ResponseReturnValue:
    keuze, sample = chosen_sample(soort)
    page = _page(keuze, sample, refused=form)
    if page.item is None or page.item.id != form.tekst.data:
        return _show(page, melding=f"Niet opgeslagen. {problem}", status=409)
    return _show(replace(page, problem=problem), status=422)


def _go(soort: str, where: dict[str, Any], melding: str, kind: str = "success") -> ResponseReturnValue:
    if not wants_json():
        flash(melding, kind)
        return redirect(url_for("coderen.tweede", **choice_of(soort).in_address, **where, _anchor="tekst"))
    keuze, sample = chosen_sample(soort)
    return _show(_page(keuze, sample, behind=where.get("na", 0)), melding=melding)


def _show(page: SecondPage, *, melding: str = "", status: int = 200) -> ResponseReturnValue:
    if wants_json():
        part = render_template("coderen/_tweede.html", page=page)
        return jsonify(deel=part, adres=url_for("coderen.tweede", **page.keuze.in_address), melding=melding), status
    return render_template("coderen/tweede.html", page=page, melding=melding), status
