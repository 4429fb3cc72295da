"""The national code book, and its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.base import BaseForm
from portal.domain.coding.state import CodeSoort
from portal.domain.policy import Action
from portal.models import Code
from portal.services.coding import book, items
from portal.services.coding.book import CodeProblem
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import chosen_round, chosen_soort
from portal.web.coderen.forms import CodeForm
from portal.web.commits import adds_once, commits, on_problem, told_at
from portal.web.marks import can_be_changed_at
from portal.web.posted import require_our_fields


@blueprint.get("/codeboek")
@access(Action.CODEREN)
def codeboek() -> ResponseReturnValue:
    """Per kind the codes with how many texts of a round have them: each number leads to those very texts."""
    by_kind: dict[CodeSoort, list[Code]] = {soort: [] for soort in CodeSoort}
    for code in book.codes(with_retired=True):
        by_kind[code.soort].append(code)
    rondes, uitvraag = chosen_round()
    texts = items.all_items(uitvraag)
    counts = Counter(code_id for found in texts.values() for item in found for code_id in item.code_ids)
    return render_template("coderen/codeboek.html", by_kind=by_kind, counts=counts, rondes=rondes, uitvraag=uitvraag)


@blueprint.get("/codeboek/<soort>/nieuw")
@access(Action.CODEBOEK_BEHEREN)
def code_nieuw(soort: str) -> ResponseReturnValue:
    """An empty code."""
    return _new_page(chosen_soort(soort), CodeForm(formdata=None))


@blueprint.post("/codeboek/<soort>/nieuw")
@access(Action.CODEBOEK_BEHEREN)
@adds_once
def code_toevoegen(soort: str) -> ResponseReturnValue:
    """Add a code behind the others of its kind."""
    kind, form = chosen_soort(soort), CodeForm()
    require_our_fields(form)
    if not form.validate():
        return _new_page(kind, form), 422
    with on_problem(CodeProblem, partial(_not_added, kind, form)):
        code = book.add(kind, form.text(), actor=signed_in())
    can_be_changed_at(url_for("coderen.code_opslaan", code_id=code.id, revisie=code.revision))
    flash(f"De code “{code.naam}” is toegevoegd.", "success")
    return to_code(code.id)


def _not_added(kind: CodeSoort, form: CodeForm, problem: CodeProblem) -> ResponseReturnValue:
    form.naam.errors = [str(problem)]
    return _new_page(kind, form), 422


@blueprint.post("/codeboek/<int:code_id>/verplaatsen")
@access(Action.CODEBOEK_BEHEREN)
@commits
def code_verplaatsen(code_id: int) -> ResponseReturnValue:
    """Move a code one place up or down."""
    require_our_fields(BaseForm())
    steps = {"omhoog": -1, "omlaag": 1}.get(request.form.get("richting", ""))
    if steps is None:
        abort(400)
    code = code_or_404(code_id)
    return do(code, lambda: book.move(code, steps, actor=signed_in()), "De volgorde is opgeslagen.")


@blueprint.post("/codeboek/<int:code_id>/terughalen")
@access(Action.CODEBOEK_BEHEREN)
@commits
def code_terughalen(code_id: int) -> ResponseReturnValue:
    """Let a retired code be given again."""
    require_our_fields(BaseForm())
    code = code_or_404(code_id)
    told = f"De code “{code.naam}” is weer te kiezen."
    return do(code, lambda: book.bring_back(code, actor=signed_in()), told)


def do(code: Code, verb: Callable[[], object], told: str) -> Response:
    """Change the code book and go back to the code; what stands in the way is said there."""
    with on_problem(CodeProblem, told_at(place_of(code.id))):
        verb()
    flash(told, "success")
    return to_code(code.id)


def to_code(code_id: int) -> Response:
    """Back to the place of a code in the code book."""
    return redirect(place_of(code_id))


def place_of(code_id: int) -> str:
    """The address of a code in the code book."""
    return url_for("coderen.codeboek", _anchor=f"code-{code_id}")


def code_or_404(code_id: int) -> Code:
    """The code of the address."""
    return book.find(code_id) or abort(404)


def _new_page(soort: CodeSoort, form: CodeForm) -> str:
    return render_template("coderen/code.html", soort=soort, form=form, code=None)
