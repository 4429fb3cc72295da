"""The national code book, and its order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response

from forms.base import BaseForm
from portal.domain.policy import Action
from portal.models import Code
from portal.services.coding import book, items
from portal.services.coding.book import CodeProblem
from portal.services.coding.piles import Pile, piles, round_with
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import chosen_pile, chosen_round
from portal.web.coderen.forms import CodeForm
from portal.web.commits import adds_once, commits, on_problem, told_at
from portal.web.marks import can_be_changed_at
from portal.web.posted import require_our_fields


@blueprint.get("/codeboek")
@access(Action.CODEREN)
def codeboek() -> ResponseReturnValue:
    """Per kind the codes with how many texts of a round have them: each number leads to those very texts."""
    rondes, uitvraag = chosen_round()
    codes = book.codes(with_retired=True)
    by_pile = {pile: list(filter(pile.has, codes)) for pile in piles(uitvraag)}
    texts = items.all_items(uitvraag)
    counts = Counter(code_id for found in texts.values() for item in found for code_id in item.code_ids)
    return render_template("coderen/codeboek.html", by_pile=by_pile, counts=counts, rondes=rondes, uitvraag=uitvraag)


@blueprint.get("/codeboek/<soort>/nieuw")
@access(Action.CODEBOEK_BEHEREN)
def code_nieuw(soort: str) -> ResponseReturnValue:
    """An empty code."""
    return _new_page(_pile(soort), CodeForm(formdata=None))


def _pile(soort: str) -> Pile:
    return chosen_pile(soort, chosen_round()[1])


@blueprint.post("/codeboek/<soort>/nieuw")
@access(Action.CODEBOEK_BEHEREN)
@adds_once
def code_toevoegen(soort: str) -> ResponseReturnValue:
    """Add a code behind the others of its kind, or of its own question."""
    pile, form = _pile(soort), CodeForm()
    require_our_fields(form)
    if not form.validate():
        return _new_page(pile, form), 422
    with on_problem(CodeProblem, partial(_not_added, pile, form)):
        code = book.add(pile.soort, form.text(), vraag=pile.vraag, actor=signed_in())
    can_be_changed_at(url_for("coderen.code_opslaan", code_id=code.id, revisie=code.revision))
    flash(f"De code “{code.naam}” is toegevoegd.", "success")
    return to_code(code.id)


def _not_added(pile: Pile, form: CodeForm, problem: CodeProblem) -> ResponseReturnValue:
    form.naam.errors = [str(problem)]
    return _new_page(pile, form), 422


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
    code = book.find(code_id)
    uitvraag = round_with(code.vraag) if code else None
    return url_for("coderen.codeboek", uitvraag=uitvraag.id if uitvraag else None, _anchor=f"code-{code_id}")


def code_or_404(code_id: int) -> Code:
    """The code of the address."""
    return book.find(code_id) or abort(404)


def _new_page(pile: Pile, form: CodeForm) -> str:
    uitvraag = chosen_round()[1]
    return render_template("coderen/code.html", soort=pile.soort, pile=pile, uitvraag=uitvraag, form=form, code=None)
