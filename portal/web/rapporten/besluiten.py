"""The steps of a report: made again, sent to the kerngroep, taken back, vastgesteld, published. Each asks first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from exports.national.messages.fair import unfair
from exports.national.printed import KERNBOODSCHAPPEN
from exports.national.tree import Zin
from forms.dutch.words import counted
from portal.database import reads_first
from portal.domain.policy import Action
from portal.domain.report.states import NOG_NIET, RapportMove
from portal.models import Rapport
from portal.services.report import hearing, notices, ready, requests, todo, workflow
from portal.services.report.problems import ReportProblem
from portal.web.access import report_access, signed_in
from portal.web.commits import commits, keep, on_problem, sends_once, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.forms import AdoptForm, RemakeForm, ReportSeenForm, TakeBackForm
from portal.web.rapporten.pages import ReportPage
from portal.web.rapporten.reading import ReportReading, reading_of
from portal.web.rapporten.standing import Standing
from portal.web.tweede_stap.step_up import proves_again


@blueprint.post("/<int:rapport_id>/opnieuw")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def opnieuw(rapport: Rapport) -> ResponseReturnValue:
    """Make the report again with the answers of now. The texts stay."""
    form = require_valid(RemakeForm())
    with on_problem(ReportProblem, told_at(_home(rapport))):
        changed = hearing.remake(rapport, actor=signed_in(), seen_revision=form.gezien.data)
    keep()
    flash(_what_remaking_did(changed, reading_of(rapport).te_bekijken), "success")
    return redirect(_home(rapport))


def _what_remaking_did(changed: bool, looks: int) -> str:
    """What making it again brought, and what is asked now."""
    if not changed:
        return "Het rapport is opnieuw gemaakt. Er veranderde niets: de antwoorden zijn dezelfde."
    if not looks:
        return "Het rapport is opnieuw gemaakt met de antwoorden van nu. Er is geen zin die u hoeft na te kijken."
    sentences = counted(looks, "zin", "zinnen")
    return f"Het rapport is opnieuw gemaakt met de antwoorden van nu. Kijk {sentences} na: daar veranderde een getal."


@blueprint.get("/<int:rapport_id>/voorleggen")
@report_access(Action.RAPPORT_BEHEREN)
def voorleggen(rapport: Rapport) -> ResponseReturnValue:
    """What happens when the report goes to the kerngroep, and what keeps it from going."""
    return _ask(rapport, RapportMove.VOORLEGGEN, ReportSeenForm(formdata=None))


@blueprint.post("/<int:rapport_id>/voorleggen")
@report_access(Action.RAPPORT_BEHEREN)
@proves_again
@sends_once
def leg_voor(rapport: Rapport) -> ResponseReturnValue:
    """Send it to the kerngroep."""
    return _press(
        rapport,
        RapportMove.VOORLEGGEN,
        ReportSeenForm(),
        lambda form: workflow.present(rapport, actor=signed_in(), seen=form.gezien.data),
        "Het rapport ligt voor aan de kerngroep. De partijen krijgen bericht.",
    )


@blueprint.get("/<int:rapport_id>/terughalen")
@report_access(Action.RAPPORT_BEHEREN)
def terughalen(rapport: Rapport) -> ResponseReturnValue:
    """Why it comes back."""
    return _ask(rapport, RapportMove.TERUGHALEN, TakeBackForm(formdata=None))


@blueprint.post("/<int:rapport_id>/terughalen")
@report_access(Action.RAPPORT_BEHEREN)
@proves_again
@sends_once
def haal_terug(rapport: Rapport) -> ResponseReturnValue:
    """Take it back from the kerngroep to change it."""
    return _press(
        rapport,
        RapportMove.TERUGHALEN,
        TakeBackForm(),
        lambda form: workflow.take_back(rapport, reason=form.reden.data, actor=signed_in(), seen=form.gezien.data),
        "Het rapport is weer een concept. De kerngroep krijgt bericht met de reden.",
    )


@blueprint.get("/<int:rapport_id>/vaststellen")
@report_access(Action.RAPPORT_BEHEREN)
def vaststellen(rapport: Rapport) -> ResponseReturnValue:
    """Who agreed, and what happens when it is vastgesteld."""
    return _ask(rapport, RapportMove.VASTSTELLEN, AdoptForm(formdata=None))


@blueprint.post("/<int:rapport_id>/vaststellen")
@report_access(Action.RAPPORT_BEHEREN)
@proves_again
@commits
@reads_first
def stel_vast(rapport: Rapport) -> ResponseReturnValue:
    """Vaststellen: the files of this version never change again."""
    return _press(
        rapport,
        RapportMove.VASTSTELLEN,
        AdoptForm(),
        lambda form: workflow.adopt(rapport, reason=form.reden.data, actor=signed_in(), seen=form.gezien.data),
        "Het rapport is vastgesteld. De bestanden veranderen niet meer. Publiceer het rapport voor de regio’s.",
    )


@blueprint.get("/<int:rapport_id>/publiceren")
@report_access(Action.RAPPORT_BEHEREN)
def publiceren(rapport: Rapport) -> ResponseReturnValue:
    """Who will read it, and who gets a mail."""
    return _ask(rapport, RapportMove.PUBLICEREN, ReportSeenForm(formdata=None))


@blueprint.post("/<int:rapport_id>/publiceren")
@report_access(Action.RAPPORT_BEHEREN)
@proves_again
@sends_once
def publiceer(rapport: Rapport) -> ResponseReturnValue:
    """Publish it to all regions."""
    return _press(
        rapport,
        RapportMove.PUBLICEREN,
        ReportSeenForm(),
        lambda form: workflow.publish(rapport, actor=signed_in(), seen=form.gezien.data),
        "Het rapport is gepubliceerd. Alle regio’s kunnen het lezen en krijgen bericht.",
    )


def _ask(rapport: Rapport, move: RapportMove, form: ReportSeenForm) -> ResponseReturnValue:
    """The page that asks; the report itself when this can't be done (any more)."""
    if workflow.may_move(rapport, move):
        return _page(rapport, move, form)
    status = rapport.status.label
    flash(f"Dit rapport heeft nu de status “{status}”. {move.value.capitalize()} kan dan niet.", "info")
    return redirect(_home(rapport))


def _press(
    rapport: Rapport, move: RapportMove, form: ReportSeenForm, verb: Callable[[ReportSeenForm], None], success: str
) -> ResponseReturnValue:
    """Do what the button says when the report still is as its page showed; else what was typed stays on the page."""
    require_our_fields(form)
    if not form.validate() and workflow.may_move(rapport, move):
        return _page(rapport, move, form), 422
    with on_problem(ReportProblem, partial(_refused, rapport, move, form)):
        verb(form)
    flash(success, "success")
    return redirect(_home(rapport))


def _refused(rapport: Rapport, move: RapportMove, form: ReportSeenForm, problem: ReportProblem) -> ResponseReturnValue:
    """A double click is no error. Who can still make the move sees the page as it is now, with what was typed."""
    if problem.is_own:
        flash(str(problem), "info")
        return redirect(_home(rapport))
    if workflow.may_move(rapport, move):
        form.form_errors.append(str(problem))
        return _page(rapport, move, form), 422
    typed = form.reden.data if "reden" in form else ""
    return render_template(
        "rapporten/niet_gelukt.html", reading=reading_of(rapport), problem=problem, typed=typed, form=form
    ), 409


def _page(rapport: Rapport, move: RapportMove, form: ReportSeenForm) -> str:
    # What is sent from here decides on the report as it is now.
    form.gezien.data = workflow.mark(rapport)
    reading = reading_of(rapport)
    why_not = ready.why_not_now(rapport, signed_in()) if move is RapportMove.VOORLEGGEN else []
    return render_template(
        f"rapporten/{move.value}.html",
        reading=reading,
        standing=Standing(rapport),
        form=form,
        why_not=[(str(one).removeprefix(NOG_NIET).strip(), _links(reading, one)) for one in why_not],
        onverteld=_untold(rapport) if move is RapportMove.VOORLEGGEN else [],
        eerlijk=unfair(reading.tree) if move is RapportMove.VOORLEGGEN else (),
        mails=todo.how_many_hear(move),
        onbereikt=notices.names_of_unheard() if move is RapportMove.VOORLEGGEN else "",
    )


def _untold(rapport: Rapport) -> list[requests.Request]:
    """What the report of the round before asked and nobody told the outcome of."""
    return [one for one in requests.asked_before(rapport) if one.uitkomst is None]


def _links(reading: ReportReading, problem: ReportProblem) -> list[tuple[str, str]]:
    """The sentences that keep the report, each with the address where it can be mended."""
    wanted = set(problem.sleutels)
    if KERNBOODSCHAPPEN in wanted:
        return [("Kernboodschappen", url_for("rapporten.boodschappen", rapport_id=reading.rapport.id))]
    if ready.HOOR in wanted:
        return [("Hoor en wederhoor", url_for("rapporten.hoor", rapport_id=reading.rapport.id))]
    if ready.TELLINGEN in wanted:
        return [("Eigen tellingen", url_for("rapporten.tellingen", rapport_id=reading.rapport.id))]
    if ready.OPMERKINGEN in wanted:
        return [("Open opmerkingen", url_for("opmerkingen.lijst_rapport", rapport_id=reading.rapport.id, toon="open"))]
    return [
        (zin.tekst, _place(reading, blad, zin))
        for blad in reading.bladen
        for zin in blad.zinnen
        if zin.sleutel in wanted
    ]


def _place(reading: ReportReading, blad: ReportPage, zin: Zin) -> str:
    anchor = f"blik-{zin.sleutel}"
    return url_for("rapporten.rapport", rapport_id=reading.rapport.id, hoofdstuk=blad.sleutel, _anchor=anchor)


def _home(rapport: Rapport) -> str:
    return url_for("rapporten.rapport", rapport_id=rapport.id)
