"""Correcting one figure by hand: a file of one figure, with the reason, that can be undone like any other."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.instroom.figures import Plek
from portal.domain.instroom.words import figure_in_words, value_in_words
from portal.domain.policy import Action
from portal.services.instroom import importing, passport, sources
from portal.services.instroom.taking import InstroomProblem
from portal.web.access import access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.bronnen import bron_or_404
from portal.web.instroom.inlees_forms import CorrectieForm
from portal.web.instroom.paspoort import ADDRESS, plek_or_404
from portal.web.instroom.told import address_of, passport_at
from portal.web.posted import require_our_fields


@blueprint.get(f"{ADDRESS}/corrigeren")
@access(Action.INSTROOM_BEHEREN)
def cijfer_corrigeren(**parts: str) -> ResponseReturnValue:
    """The form for another value."""
    return _page(plek_or_404(**parts), CorrectieForm(formdata=None))


@blueprint.post(f"{ADDRESS}/corrigeren")
@access(Action.INSTROOM_BEHEREN)
@sends_once
def cijfer_gecorrigeerd(**parts: str) -> ResponseReturnValue:
    """Let a figure say something else, from now on."""
    plek, form = plek_or_404(**parts), CorrectieForm()
    form.offer([*sources.all_sources()])
    require_our_fields(form)
    if not form.validate():
        return _page(plek, form), 422
    bron = bron_or_404(form.bron.data)
    with on_problem(InstroomProblem, partial(_same, plek, form)):
        done = importing.correct(bron, plek, form.figure(), reden=form.reden.data, peildatum=None, actor=signed_in())
    flash("Het cijfer is gecorrigeerd. De oude versie blijft op deze pagina te zien.", "success")
    assert done.id
    return redirect(passport_at(plek))


def _same(plek: Plek, form: CorrectieForm, problem: InstroomProblem) -> ResponseReturnValue:
    form.waarde.errors = ["Dit is wat er al staat. Vul een andere waarde in."]
    return _page(plek, form), 422


def _page(plek: Plek, form: CorrectieForm) -> str:
    now = passport.of_figure(plek)
    # The sources that have this figure come first.
    have = [one.bron for one in now]
    form.offer([*have, *(one for one in sources.all_sources() if one not in have)])
    return render_template(
        "instroom/corrigeren.html",
        form=form,
        deel=address_of(plek),
        naam=figure_in_words(plek, importing.names()),
        nu=[(one.bron.naam, value_in_words(one.geldt.waarneming)) for one in now if one.geldt],
        terug=url_for("instroom.cijfer", **address_of(plek)),
    )
