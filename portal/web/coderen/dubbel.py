"""Coding twice: which share of the texts, how far it is, and how alike people code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.national.counting.agreement import Agreement, agreement, agreement_on
from forms.dutch.words import counted
from portal.domain.policy import Action
from portal.models import Code
from portal.services.coding import book, double, items
from portal.services.coding.codings import CodingProblem
from portal.services.coding.double import Sample
from portal.services.coding.items import CodingItem
from portal.services.coding.piles import Pile, piles
from portal.web.access import access, signed_in
from portal.web.coderen.blueprint import blueprint
from portal.web.coderen.choice import CodingChoice, choice_of, chosen_round
from portal.web.coderen.forms import SteekproefForm
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_our_fields


@dataclass(frozen=True)
class OnCode:
    """How alike the two gave one code: how often both did, and how often one of them."""

    naam: str
    beiden: int
    een: int
    hoe_gelijk: Agreement


@dataclass(frozen=True)
class PileTwice:
    """How far coding twice is for one pile. `voor_u` are the texts that who looks can code as the second."""

    pile: Pile
    teksten: int
    sample: Sample | None
    voor_u: int
    hoe_gelijk: Agreement | None
    per_code: Sequence[OnCode]
    form: SteekproefForm


@blueprint.get("/coderen/dubbel")
@access(Action.CODEREN)
def dubbel() -> ResponseReturnValue:
    """Per pile of texts its sample, how far it is, and how alike the two coded."""
    return _page()


@blueprint.post("/coderen/dubbel/<soort>/steekproef")
@access(Action.DUBBEL_CODEREN_BEHEREN)
@commits
def steekproef_trekken(soort: str) -> ResponseReturnValue:
    """Draw the sample of one pile, once."""
    keuze, form = choice_of(soort), SteekproefForm()
    require_our_fields(form)
    home = overview_of(keuze)
    if keuze.uitvraag is None:
        return redirect(home)
    if not form.validate():
        return _page(keuze.pile, form), 422
    with on_problem(CodingProblem, told_at(home)):
        number = double.draw(keuze.pile, keuze.uitvraag, form.aandeel.data, keuze.texts(), actor=signed_in())
    texts = counted(number, "tekst", "teksten")
    flash(f"{keuze.pile.label}: de steekproef is getrokken, {texts}.", "success")
    return redirect(home)


def overview_of(keuze: CodingChoice) -> str:
    """The address of the overview of the round of a choice."""
    return url_for("coderen.dubbel", uitvraag=keuze.uitvraag.id if keuze.uitvraag else None)


def _page(refused: Pile | None = None, form: SteekproefForm | None = None) -> str:
    rondes, uitvraag = chosen_round()
    texts = items.all_items(uitvraag)
    codes = book.codes(with_retired=True)
    drawn = double.samples(uitvraag, codes) if uitvraag else {}
    rows = [
        _row(
            pile,
            [item for item in texts[pile.soort] if pile.holds(item)],
            drawn.get((pile.soort.value, pile.vraag)),
            codes,
            form if form and pile == refused else SteekproefForm(formdata=None),
        )
        for pile in piles(uitvraag)
    ]
    return render_template(
        "coderen/dubbel.html", rondes=rondes, uitvraag=uitvraag, rows=rows, problem=bool(form and form.errors)
    )


def _row(
    pile: Pile, texts: Sequence[CodingItem], sample: Sample | None, codes: Sequence[Code], form: SteekproefForm
) -> PileTwice:
    # Every pile has a form of its own on this page.
    form.aandeel.id = f"aandeel-{pile.vraag or pile.soort.value}"
    sample = sample.among(texts) if sample else None
    pairs = [(one.eerste, one.tweede) for one in sample.dubbel] if sample else []
    return PileTwice(
        pile,
        len(texts),
        sample,
        len(double.to_do(sample, texts, signed_in())) if sample else 0,
        agreement(pairs) if pairs else None,
        [
            OnCode(
                code.naam,
                sum(code.id in a and code.id in b for a, b in pairs),
                sum((code.id in a) != (code.id in b) for a, b in pairs),
                agreement_on(code.id, pairs),
            )
            for code in filter(pile.has, codes)
            if any(code.id in a or code.id in b for a, b in pairs)
        ],
        form,
    )
