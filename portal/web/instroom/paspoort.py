"""The passport of a figure: what it is, where it comes from, every version, and what other sources say."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from portal.domain.instroom.breakdowns import CATEGORIEEN, Indeling
from portal.domain.instroom.figures import NEDERLAND, Plek
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.jumps import period_after, period_before
from portal.domain.instroom.periods import read_period
from portal.domain.instroom.shown import Getoond
from portal.domain.instroom.words import (
    category_in_words,
    figure_in_words,
    period_in_words,
    place_in_words,
    value_in_words,
)
from portal.domain.policy import Action
from portal.models import InstroomBron
from portal.services.instroom import importing, passport, shown
from portal.services.instroom.passport import StaleVerklaring, Versie
from portal.web.access import access, may, signed_in
from portal.web.commits import commits, on_problem
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.inlees_forms import VerklaringForm
from portal.web.instroom.told import address_of, passport_at
from portal.web.posted import require_our_fields

ADDRESS = "/cijfer/<indicator>/<gebied>/<indeling>/<categorie>/<periode>"


@dataclass(frozen=True)
class BronOpPaspoort:
    """What one source says: as everybody sees it, and every version of it (with its value for who may see those)."""

    bron: InstroomBron
    getoond: Getoond | None
    versies: list[tuple[Versie, str]]

    @property
    def tekst(self) -> str:
        """What is shown; a source that says nothing any more says so."""
        return self.getoond.tekst if self.getoond else "geldt niet meer"


@blueprint.get(ADDRESS)
@access(Action.INSTROOM_ZIEN)
def cijfer(**parts: str) -> ResponseReturnValue:
    """All that is known of one figure."""
    return _page(plek_or_404(**parts))


@blueprint.post(f"{ADDRESS}/verklaring")
@access(Action.INSTROOM_BEHEREN)
@commits
def cijfer_verklaren(**parts: str) -> ResponseReturnValue:
    """Write why sources say something else."""
    plek, form = plek_or_404(**parts), VerklaringForm()
    require_our_fields(form)
    if not form.validate():
        return _page(plek, form), 422
    with on_problem(StaleVerklaring, partial(_stale, plek, form)):
        passport.explain(plek, form.tekst.data, base_revision=form.revisie.data, actor=signed_in())
    flash("De verklaring is opgeslagen.", "success")
    return redirect(passport_at(plek))


def _stale(plek: Plek, form: VerklaringForm, problem: Exception) -> ResponseReturnValue:
    """What was typed beside what stands there now; saving again is a choice made knowingly."""
    found = passport.explanation(plek)
    again = VerklaringForm(formdata=None, data={"tekst": form.tekst.data, "revisie": found.revision if found else 0})
    return _page(plek, again, stale=True), 409


def _page(plek: Plek, form: VerklaringForm | None = None, *, stale: bool = False) -> str:
    sources_here, regios = _sources(plek), importing.names()
    found = passport.explanation(plek)
    data = {"tekst": found.tekst if found else "", "revisie": found.revision if found else 0}
    return render_template(
        "instroom/cijfer.html",
        plek=plek,
        deel=address_of(plek),
        naam=figure_in_words(plek, regios),
        gebied=place_in_words(plek.gebied, regios),
        categorie=category_in_words(plek.indeling, plek.categorie),
        indicator=INDICATOREN[plek.indicator],
        bronnen=sources_here,
        ernaast=_neighbours(plek),
        verschilt=len({one.tekst for one in sources_here if one.getoond}) > 1,
        verklaring=found,
        form=form or VerklaringForm(formdata=None, data=data),
        stale=stale,
    )


def _sources(plek: Plek) -> list[BronOpPaspoort]:
    """Every source that says or said something, and those of which the parts add up to this figure."""
    kept = {one.bron: one.versies for one in passport.of_figure(plek)}
    said = {one: shown.shown_figures(one, plek.indicator).get(plek) for one in shown.sources_of(plek.indicator)}
    every = [*said, *(one for one in kept if one not in said)]
    in_the_open = may(Action.INSTROOM_BEHEREN)
    return [
        BronOpPaspoort(
            one,
            said.get(one),
            [(versie, value_in_words(versie.waarneming) if in_the_open else "") for versie in kept.get(one, ())],
        )
        for one in every
        if said.get(one) or one in kept
    ]


def _neighbours(plek: Plek) -> list[tuple[str, str]]:
    """The periods before and after of which there is a figure: in words, and where their passport is."""
    every = [shown.shown_figures(one, plek.indicator) for one in shown.sources_of(plek.indicator)]
    beside = (plek._replace(periode=code(plek.periode)) for code in (period_before, period_after))
    return [(period_in_words(one.periode), passport_at(one)) for one in beside if any(one in said for said in every)]


def plek_or_404(indicator: str, gebied: str, indeling: str, categorie: str, periode: str) -> Plek:
    """The figure of the address; 404 for one that can't be."""
    is_place = gebied == NEDERLAND or gebied in importing.names()
    period = read_period(periode)
    if indicator not in INDICATOREN or indeling not in CATEGORIEEN or period is None or not is_place:
        abort(404)
    cut = Indeling(indeling)
    if cut not in INDICATOREN[indicator].indelingen or categorie not in CATEGORIEEN[cut]:
        abort(404)
    return Plek(indicator, gebied, cut, categorie, period.code)


def correct_at(plek: Plek) -> str:
    """The address of the page to correct a figure."""
    return url_for("instroom.cijfer_corrigeren", **address_of(plek))
