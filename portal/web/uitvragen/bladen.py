"""One answer sheet in the hands of a coördinator: extension, not asked, reopened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar, cast

from flask import abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from forms.fields import DutchDate
from portal.domain import clock
from portal.domain.policy import Action
from portal.domain.round.states import stand
from portal.models import Antwoordblad
from portal.services.round.lines import contacts_of
from portal.services.round.page import sheet_story
from portal.services.round.problems import RoundProblem
from portal.services.sheet import decisions, pen
from portal.services.sheet.decisions import require_as_seen, seen_mark
from portal.web.access import access, sheet_access, signed_in
from portal.web.commits import on_problem, sends_once
from portal.web.posted import require_our_fields
from portal.web.tweede_stap.step_up import proves_again
from portal.web.uitvragen.blueprint import blueprint
from portal.web.uitvragen.forms import ExtensionForm, NotAskedForm, ReopenSheetForm, RoundSeenForm, SendSheetBackForm
from portal.web.uitvragen.shared import story

STORY_LENGTH = 30
Form = TypeVar("Form", bound=RoundSeenForm)


@blueprint.get("/<int:uitvraag_id>/bladen/<int:blad_id>")
@access(Action.UITVRAAG_BEHEREN)
def blad(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """The sheet of one plan's regions: how it stands, and what can be decided about it."""
    return _page(sheet_or_404(uitvraag_id, blad_id))


@blueprint.post("/<int:uitvraag_id>/bladen/<int:blad_id>/uitstel")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def blad_uitstel(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """Give these regions more time."""
    form = ExtensionForm()
    return _press(
        sheet_or_404(uitvraag_id, blad_id),
        form,
        lambda one: decisions.grant_extension(one, _day(form.tot), actor=signed_in(), reden=form.reden_uitstel.data),
        "Het uitstel is opgeslagen. De contactpersonen krijgen bericht.",
    )


@blueprint.post("/<int:uitvraag_id>/bladen/<int:blad_id>/niet-gevraagd")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def blad_niet_gevraagd(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """These regions need not answer."""
    form = NotAskedForm()
    return _press(
        sheet_or_404(uitvraag_id, blad_id),
        form,
        lambda one: decisions.mark_not_asked(one, form.reden_niet.data, actor=signed_in()),
        "Deze regio hoeft niet te antwoorden.",
    )


@blueprint.post("/<int:uitvraag_id>/bladen/<int:blad_id>/toch-vragen")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def blad_toch_vragen(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """These regions are asked after all."""
    return _press(
        sheet_or_404(uitvraag_id, blad_id),
        RoundSeenForm(),
        lambda one: decisions.ask_after_all(one, actor=signed_in()),
        "Deze regio wordt toch om antwoord gevraagd.",
    )


@blueprint.post("/<int:uitvraag_id>/bladen/<int:blad_id>/heropenen")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def blad_heropenen(uitvraag_id: int, blad_id: int) -> ResponseReturnValue:
    """Let these regions answer although the round is closed."""
    form = ReopenSheetForm()
    return _press(
        sheet_or_404(uitvraag_id, blad_id),
        form,
        lambda one: decisions.reopen_sheet(one, _day(form.heropend_tot), form.reden_heropenen.data, actor=signed_in()),
        "Het antwoordblad is heropend. De contactpersonen krijgen bericht.",
    )


@blueprint.post("/<int:uitvraag_id>/bladen/<int:blad_id>/terugsturen")
@sheet_access(Action.BLAD_TERUGSTUREN)
@proves_again
@sends_once
def blad_terugsturen(uitvraag_id: int, blad: Antwoordblad) -> ResponseReturnValue:
    """Ask these regions to change what they handed in."""
    form = SendSheetBackForm()
    return _press(
        sheet_or_404(uitvraag_id, blad.id),
        form,
        lambda one: decisions.send_back(one, form.terug_voor.data, form.reden_terug.data, actor=signed_in()),
        "De antwoorden zijn teruggestuurd. De contactpersonen krijgen bericht.",
    )


def _press(
    blad: Antwoordblad, form: RoundSeenForm, verb: Callable[[Antwoordblad], None], success: str
) -> ResponseReturnValue:
    """Do what a form asks, when the sheet still is as the page showed it; else what was typed stays on the page."""
    require_our_fields(form)
    if not form.validate():
        return _page(blad, form), 422
    with on_problem(RoundProblem, partial(_refused, blad, form)):
        require_as_seen(blad, form.gezien.data or "", actor=signed_in())
        verb(blad)
    flash(success, "success")
    return redirect(_address(blad))


def _refused(blad: Antwoordblad, form: RoundSeenForm, problem: RoundProblem) -> ResponseReturnValue:
    """The page as it is now; a reason that has no form on it any more is added to it (`lost_words`)."""
    if problem.is_own:
        flash(str(problem), "info")
        return _page(blad), 409
    form.form_errors.append(str(problem))
    return _page(blad, form), 422


def _address(blad: Antwoordblad) -> str:
    return url_for("uitvragen.blad", uitvraag_id=blad.uitvraag_id, blad_id=blad.id)


def _day(field: DutchDate) -> date:
    """The day in a field that was found filled in."""
    return cast(date, field.data)


def _page(blad: Antwoordblad, sent: RoundSeenForm | None = None) -> str:
    mark = seen_mark(blad)
    return render_template(
        "uitvragen/blad.html",
        blad=blad,
        uitvraag=blad.uitvraag,
        stand=stand(blad.blad_facts, clock.today()),
        contacts=contacts_of([blad.uitvraag_id]).get(blad.id, []),
        sent=sent,
        seen=_form(RoundSeenForm, sent, mark),
        uitstel=_form(ExtensionForm, sent, mark),
        niet=_form(NotAskedForm, sent, mark),
        heropenen=_form(ReopenSheetForm, sent, mark),
        terug=_form(SendSheetBackForm, sent, mark),
        story=story(sheet_story(blad, limit=STORY_LENGTH)),
    )


def _form(kind: type[Form], sent: RoundSeenForm | None, mark: str) -> Form:
    """The form that was sent, with what is wrong with it; the others empty."""
    form = sent if type(sent) is kind else kind(formdata=None)
    form.gezien.data = mark
    return form


def sheet_or_404(uitvraag_id: int, blad_id: int) -> Antwoordblad:
    """The sheet with this id, of this round."""
    blad = pen.find_sheet(blad_id)
    if blad is None or blad.uitvraag_id != uitvraag_id:
        abort(404)
    return blad
