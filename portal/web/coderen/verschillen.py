"""What two people coded otherwise, side by side, and settling it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action
from portal.models import Code, DubbelTekst
from portal.services.coding import codings, double
from portal.services.coding.codings import CodingConflict, CodingProblem
from portal.services.coding.double import Sample, Second
from portal.services.coding.items import CodingItem
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import CodingChoice, chosen_sample, posted_codes
from portal.web.coderen.dubbel import overview_of
from portal.web.coderen.forms import CodeerForm
from portal.web.commits import commits, on_problem


@dataclass(frozen=True)
class CodedOtherwise:
    """One text that two people coded otherwise. `item` is None when the region handed in something else since."""

    second: Second
    item: CodingItem | None


@dataclass(frozen=True)
class CodeBeside:
    """One code: whether the first gave it, and the second, and whether it is chosen."""

    code: Code
    eerste: bool
    tweede: bool
    gekozen: bool


@blueprint.get("/coderen/dubbel/<soort>/verschillen")
@access(Action.DUBBEL_CODEREN_BEHEREN)
def verschillen(soort: str) -> ResponseReturnValue:
    """The texts that were coded otherwise: first those to settle."""
    keuze, sample = chosen_sample(soort)
    texts = {one.id: one for one in keuze.texts()}
    found = [CodedOtherwise(one, texts.get(one.item_id)) for one in sample.dubbel if one.differs]
    found.sort(key=lambda one: not one.second.is_open)
    return render_template("coderen/verschillen.html", keuze=keuze, sample=sample, found=found)


@blueprint.get("/coderen/dubbel/<soort>/verschillen/<int:tekst_id>")
@access(Action.DUBBEL_CODEREN_BEHEREN)
def verschil(soort: str, tekst_id: int) -> ResponseReturnValue:
    """One difference, side by side. What both gave is ticked."""
    keuze, sample = chosen_sample(soort)
    one, item = _difference(keuze, sample, tekst_id)
    return _page(keuze, sample, one, item, one.eerste & one.tweede)


@blueprint.post("/coderen/dubbel/<soort>/verschillen/<int:tekst_id>")
@access(Action.DUBBEL_CODEREN_BEHEREN)
@commits
def verschil_bespreken(soort: str, tekst_id: int) -> ResponseReturnValue:
    """Settle it, and go on to the next difference."""
    keuze, sample = chosen_sample(soort)
    one, item = _difference(keuze, sample, tekst_id)
    form = posted_codes(keuze)
    if form.problem:
        return _page(keuze, sample, one, item, form.codes.data or (), form, form.problem), 422
    with on_problem(CodingProblem, partial(_refused, soort, tekst_id, form)):
        saved = double.settle(sample, item, form.codes.data, base_revision=form.revisie.data, actor=signed_in())
    flash(f"Afgesproken bij {item.regio}: {codings.in_words(saved.codes)}.", "success")
    return redirect(url_for("coderen.verschillen", **keuze.in_address))


def _refused(soort: str, tekst_id: int, form: CodeerForm, problem: CodingProblem) -> ResponseReturnValue:
    keuze, sample = chosen_sample(soort)
    one, item = _difference(keuze, sample, tekst_id)
    status = 409 if isinstance(problem, CodingConflict) or not one.is_open else 422
    return _page(keuze, sample, one, item, form.codes.data or (), form, str(problem)), status


def _difference(keuze: CodingChoice, sample: Sample, tekst_id: int) -> tuple[Second, CodingItem]:
    one = next((one for one in sample.dubbel if one.id == tekst_id and one.differs), None)
    item = next((item for item in keuze.texts() if one and item.id == one.item_id), None)
    return (one, item) if one and item else abort(404)


def _page(
    keuze: CodingChoice,
    sample: Sample,
    one: Second,
    item: CodingItem,
    chosen: Sequence[int] | frozenset[int],
    form: CodeerForm | None = None,
    problem: str = "",
) -> str:
    shown = [
        code for code in keuze.codes if code.is_te_geven or code.id in one.eerste | one.tweede | set(item.code_ids)
    ]
    return render_template(
        "coderen/verschil.html",
        keuze=keuze,
        one=one,
        item=item,
        who=_who(sample, one),
        lines=[CodeBeside(code, code.id in one.eerste, code.id in one.tweede, code.id in chosen) for code in shown],
        geen=bool(form and form.geen.data),
        problem=problem,
        home=overview_of(keuze),
    )


def _who(sample: Sample, one: Second) -> DubbelTekst:
    return double.text_of(sample, one.id) or abort(404)
