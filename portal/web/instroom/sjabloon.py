"""The template for figures, as a download."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from portal.domain import clock
from portal.domain.instroom.indicators import INDICATOREN
from portal.domain.instroom.jumps import periods_between
from portal.domain.instroom.reading.columns import period_of, why_not_this_period
from portal.domain.policy import Action
from portal.services.instroom import sources, template
from portal.services.instroom.template import SjabloonWens
from portal.web.access import access
from portal.web.files import XLSX, download
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.inlees_forms import SjabloonForm

_MOST_PERIODS = 120


@blueprint.get("/sjabloon.xlsx")
@access(Action.INSTROOM_BEHEREN)
def sjabloon() -> ResponseReturnValue:
    """The template for an indicator and periods; without any that can be made a sentence says why."""
    form = SjabloonForm(request.args, meta={"csrf": False})
    form.offer([*sources.all_sources()])
    if not form.validate() or form.wat.data not in INDICATOREN:
        return _told("Kies een indicator en een bron uit de lijst.")
    first, last = period_of(form.van.data), period_of(form.tot.data or form.van.data)
    for period, said in ((first, form.van.data), (last, form.tot.data)):
        if wrong := why_not_this_period(period, said, clock.today()):
            return _told(f"Sjabloon: {wrong}")
    assert first is not None
    assert last is not None
    periods = periods_between(first, last, most=_MOST_PERIODS)
    if not periods:
        return _told(
            f"Sjabloon: neem twee maanden, kwartalen of jaren, met hoogstens {_MOST_PERIODS} perioden ertussen."
        )
    indicator, bron = INDICATOREN[form.wat.data], sources.find_source(form.ingevuld_uit.data or 0)
    content = template.template(SjabloonWens(indicator, periods, bron))
    return download(content, name=f"Sjabloon {indicator.naam} {first.code} {last.code}.xlsx", mimetype=XLSX)


def _told(words: str) -> ResponseReturnValue:
    flash(words, "error")
    return redirect(url_for("instroom.inlezen", _anchor="sjabloon"))
