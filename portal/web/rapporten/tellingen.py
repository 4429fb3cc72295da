"""Own counts: searches that are kept with a report, of which one looks at every place."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.cleaning import clean_line
from portal.domain.policy import Action
from portal.domain.report.own_counts import TellingWaar
from portal.domain.search import asked
from portal.models import Rapport, RapportTelling
from portal.services.report import own_counts
from portal.services.report.problems import CountConflict, ReportProblem
from portal.services.search.found import PER_PAGE
from portal.web.access import report_access, signed_in
from portal.web.commits import adds_once, commits, on_problem, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import MakeForm, OwnCountForm
from portal.web.rapporten.reading import reading_of
from portal.web.rapporten.writing import not_now
from portal.web.zoeken.zoeken import where


@blueprint.get("/<int:rapport_id>/tellingen")
@report_access(Action.RAPPORT_BEHEREN)
def tellingen(rapport: Rapport) -> ResponseReturnValue:
    """The own counts of a report, and the form for the next."""
    if reading_of(rapport).bewerken is None:
        return not_now(url_for("rapporten.rapport", rapport_id=rapport.id))
    return _list(rapport, _empty())


def _empty() -> OwnCountForm:
    """The form, with what the page to search on sends along."""
    waar = request.args.get("waar", "")
    known = waar if waar in set(TellingWaar) else TellingWaar.OVERAL.value
    return OwnCountForm(formdata=None, vraag=clean_line(request.args.get("zoek", ""))[: asked.LONGEST], waar=known)


@blueprint.post("/<int:rapport_id>/tellingen")
@report_access(Action.RAPPORT_BEHEREN)
@adds_once
def telling_bewaren(rapport: Rapport) -> ResponseReturnValue:
    """Keep a search. What was typed stays on the page when it can't be."""
    form = OwnCountForm()
    require_our_fields(form)
    if not form.validate():
        return _list(rapport, form), 422
    with on_problem(ReportProblem, partial(_refused, rapport, form)):
        telling = own_counts.keep(
            rapport,
            naam=form.naam.data,
            vraag=form.vraag.data,
            waar=TellingWaar(form.waar.data),
            actor=signed_in(),
        )
    flash("De telling is bewaard. Bekijk nu de vindplaatsen: alleen wat u laat meetellen, telt.", "success")
    return redirect(_here(rapport, telling.nummer))


@blueprint.get("/<int:rapport_id>/tellingen/<int:nummer>")
@report_access(Action.RAPPORT_BEHEREN)
def telling(rapport: Rapport, nummer: int) -> ResponseReturnValue:
    """Its places, fifty on a page: does this one count?"""
    row = own_counts.find(rapport, nummer)
    if row is None:
        abort(404)
    if reading_of(rapport).bewerken is None:
        return not_now(url_for("rapporten.rapport", rapport_id=rapport.id))
    return _places(rapport, row)


@blueprint.post("/<int:rapport_id>/tellingen/<int:nummer>")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def telling_bekijken(rapport: Rapport, nummer: int) -> ResponseReturnValue:
    """Say of the places on the page which count. What somebody else chose otherwise meanwhile is shown beside it."""
    require_valid(MakeForm())
    seen, counts = dict(map(_as_seen, request.form.getlist("getoond"))), set(request.form.getlist("telt"))
    with (
        on_problem(ReportProblem, told_at(_all(rapport))),
        on_problem(CountConflict, partial(_otherwise, rapport, nummer, counts)),
    ):
        own_counts.judge(rapport, nummer, seen=seen, counts=counts, actor=signed_in())
    flash("Opgeslagen. Wat u niet aanvinkte, telt niet mee.", "success")
    return redirect(_here(rapport, nummer))


def _as_seen(shown: str) -> tuple[str, bool | None]:
    """A place on the page with what was said of it: the key, and behind a colon "ja", "nee" or nothing."""
    plek, _, said = shown.partition(":")
    return plek, {"ja": True, "nee": False}.get(said)


def _otherwise(rapport: Rapport, nummer: int, counts: set[str], problem: CountConflict) -> ResponseReturnValue:
    row = own_counts.find(rapport, nummer)
    if row is None:
        return told_at(_all(rapport))(problem)
    return _places(rapport, row, typed=counts, problem=problem), 409


def _places(
    rapport: Rapport, row: RapportTelling, *, typed: set[str] | None = None, problem: CountConflict | None = None
) -> str:
    """`typed` are the places that were ticked in a form that was refused."""
    places = own_counts.places_of(rapport, row, actor=signed_in())
    page = _page_of(request.values.get("pagina", ""), len(places))
    return render_template(
        "rapporten/telling.html",
        reading=reading_of(rapport),
        telling=row,
        token=own_counts.token(row.nummer),
        places=places,
        te_bekijken=sum(one.telt_mee is None for one in places),
        shown=places[(page - 1) * PER_PAGE : page * PER_PAGE],
        page=page,
        pages=_pages(len(places)),
        where=where,
        typed=typed,
        problem=problem,
    )


@blueprint.post("/<int:rapport_id>/tellingen/<int:nummer>/weg")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def telling_weghalen(rapport: Rapport, nummer: int) -> ResponseReturnValue:
    """Take an own count away."""
    require_valid(MakeForm())
    with on_problem(ReportProblem, told_at(_all(rapport))):
        own_counts.remove(rapport, nummer, actor=signed_in())
    flash("De telling is weggehaald. Zinnen met dit getal vragen nu om een blik.", "success")
    return redirect(_all(rapport))


def _list(rapport: Rapport, form: OwnCountForm) -> str:
    return render_template(
        "rapporten/tellingen.html",
        reading=reading_of(rapport),
        tellingen=own_counts.overview(rapport, actor=signed_in()),
        token=own_counts.token,
        form=form,
    )


def _refused(rapport: Rapport, form: OwnCountForm, problem: ReportProblem) -> ResponseReturnValue:
    form.form_errors.append(str(problem))
    return _list(rapport, form), 409


def _pages(number: int) -> int:
    return max(1, -(-number // PER_PAGE))


def _page_of(asked: str, number: int) -> int:
    """A page that is not there is the first."""
    page = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1
    return page if 1 <= page <= _pages(number) else 1


def _here(rapport: Rapport, nummer: int) -> str:
    return url_for("rapporten.telling", rapport_id=rapport.id, nummer=nummer)


def _all(rapport: Rapport) -> str:
    return url_for("rapporten.tellingen", rapport_id=rapport.id)
