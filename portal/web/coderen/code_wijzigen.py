"""Renaming, merging and retiring one code of the code book."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, render_template
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from forms.fields import as_choices
from portal.domain.policy import Action
from portal.models import Code
from portal.services.coding import book
from portal.services.coding.book import CodeProblem, StaleCode
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.codeboek import code_or_404, do, place_of, to_code
from portal.web.coderen.forms import CodeForm, SamenvoegForm, SeenCodeForm
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_our_fields


@blueprint.get("/codeboek/<int:code_id>")
@access(Action.CODEBOEK_BEHEREN)
def code(code_id: int) -> ResponseReturnValue:
    """One code, to change it."""
    found = code_or_404(code_id)
    return _page(found, CodeForm(formdata=None, data=_written(found)))


@blueprint.post("/codeboek/<int:code_id>")
@access(Action.CODEBOEK_BEHEREN)
@commits
def code_opslaan(code_id: int) -> ResponseReturnValue:
    """Change name, description and words of a code."""
    found, form = code_or_404(code_id), CodeForm()
    require_our_fields(form)
    if not form.validate():
        return _page(found, form), 422
    with on_problem(CodeProblem, partial(_refused, code_id, form)):
        book.rename(found, form.text(), base_revision=form.revisie.data, actor=signed_in())
    flash(f"De code “{found.naam}” is opgeslagen.", "success")
    return to_code(code_id)


@blueprint.get("/codeboek/<int:code_id>/samenvoegen")
@access(Action.CODEBOEK_BEHEREN)
def samenvoegen(code_id: int) -> ResponseReturnValue:
    """What happens when this code is merged, and into which it can go."""
    found = code_or_404(code_id)
    return _merge_page(found, _merge_form(found))


@blueprint.post("/codeboek/<int:code_id>/samenvoegen")
@access(Action.CODEBOEK_BEHEREN)
@commits
def samenvoegen_doen(code_id: int) -> ResponseReturnValue:
    """Merge a code into another."""
    found = code_or_404(code_id)
    form = SamenvoegForm()
    form.doel.choices = as_choices(_targets(found))
    require_our_fields(form)
    if not form.validate():
        return _merge_page(found, form), 422
    with on_problem(CodeProblem, told_at(place_of(code_id))):
        into, moved = book.merge(found, form.doel.data, base_revision=form.revisie.data, actor=signed_in())
    texts = counted(moved, "tekst heeft", "teksten hebben")
    flash(f"“{found.naam}” is samengevoegd met “{into.naam}”. {texts} nu die code.", "success")
    return to_code(into.id)


@blueprint.get("/codeboek/<int:code_id>/vervallen")
@access(Action.CODEBOEK_BEHEREN)
def vervallen(code_id: int) -> ResponseReturnValue:
    """What happens when this code is retired."""
    found = code_or_404(code_id)
    return render_template("coderen/vervallen.html", code=found, form=SeenCodeForm(), texts=_texts(found))


@blueprint.post("/codeboek/<int:code_id>/vervallen")
@access(Action.CODEBOEK_BEHEREN)
@commits
def vervallen_doen(code_id: int) -> ResponseReturnValue:
    """Let a code be given no more."""
    require_our_fields(SeenCodeForm())
    found = code_or_404(code_id)
    told = f"De code “{found.naam}” is vervallen. Teksten met deze code houden haar."
    return do(found, lambda: book.retire(found, actor=signed_in()), told)


def _refused(code_id: int, form: CodeForm, problem: CodeProblem) -> ResponseReturnValue:
    """The page again with what was written; saving it once more is a choice made with the present text in sight."""
    found = code_or_404(code_id)
    if isinstance(problem, StaleCode):
        form = CodeForm(formdata=None, data={**form.written(), "revisie": found.revision})
        return _page(found, form, stale=True), 409
    form.naam.errors = [str(problem)]
    return _page(found, form), 422


def _page(found: Code, form: CodeForm, *, stale: bool = False) -> str:
    return render_template("coderen/code.html", soort=found.soort, form=form, code=found, stale=stale)


def _written(found: Code) -> dict[str, object]:
    return {
        "naam": found.naam,
        "omschrijving": found.omschrijving,
        "trefwoorden": " ".join(found.trefwoorden),
        "revisie": found.revision,
    }


def _merge_form(found: Code) -> SamenvoegForm:
    if found.samengevoegd_in_id is not None:
        abort(404)
    form = SamenvoegForm(formdata=None, data={"revisie": found.revision, "doel": 0})
    form.doel.choices = as_choices(_targets(found))
    return form


def _targets(found: Code) -> list[tuple[int, str]]:
    others = [(one.id, one.naam) for one in book.codes(found.soort, vraag=found.vraag) if one.id != found.id]
    return [(0, "Maak een keuze"), *others]


def _merge_page(found: Code, form: SamenvoegForm) -> str:
    return render_template("coderen/samenvoegen.html", code=found, form=form, texts=_texts(found))


def _texts(found: Code) -> int:
    return book.counts().get(found.id, 0)
