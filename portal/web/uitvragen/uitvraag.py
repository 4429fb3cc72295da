"""One round: "Wie heeft geantwoord?", and the buttons that open, close and reopen it."""

from __future__ import annotations

from collections.abc import Callable

from flask import redirect, render_template
from flask.typing import ResponseReturnValue

from portal.domain.policy import Action, Facts
from portal.domain.round.states import UitvraagStatus
from portal.models import Uitvraag
from portal.services.regios import names_of
from portal.services.remark import remarks
from portal.services.round import notices, rounds
from portal.services.round.opening import regions_asked
from portal.services.round.page import decisions, round_page
from portal.services.round.questionnaire import format_of_round, left_out
from portal.web.access import access, may, signed_in
from portal.web.commits import sends_once
from portal.web.posted import require_our_fields
from portal.web.uitvragen.blueprint import blueprint
from portal.web.uitvragen.forms import ReopenForm, RoundSeenForm
from portal.web.uitvragen.shared import do, round_or_404, story, to_round

STORY_LENGTH = 30


@blueprint.get("/<int:uitvraag_id>")
@access(Action.OVERZICHT_ZIEN)
def uitvraag(uitvraag_id: int) -> ResponseReturnValue:
    """Where the round stands, region by region."""
    return _page(round_or_404(uitvraag_id))


@blueprint.post("/<int:uitvraag_id>/openen")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def openen(uitvraag_id: int) -> ResponseReturnValue:
    """Open a planned round now."""
    return _press(
        round_or_404(uitvraag_id),
        lambda one: rounds.open_round(one, actor=signed_in()),
        "De uitvraag is open. De contactpersonen krijgen bericht.",
    )


@blueprint.get("/<int:uitvraag_id>/sluiten")
@access(Action.UITVRAAG_BEHEREN)
def sluiten_vragen(uitvraag_id: int) -> ResponseReturnValue:
    """What closing means, and whom it mails."""
    one = round_or_404(uitvraag_id)
    if one.status is not UitvraagStatus.OPEN:
        return redirect(to_round(one))
    return render_template(
        "uitvragen/sluiten.html",
        uitvraag=one,
        page=round_page(one),
        told=notices.told_when_closed(one),
        form=RoundSeenForm(formdata=None, gezien=rounds.round_mark(one)),
    )


@blueprint.post("/<int:uitvraag_id>/sluiten")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def sluiten(uitvraag_id: int) -> ResponseReturnValue:
    """Close an open round."""
    return _press(
        round_or_404(uitvraag_id),
        lambda one: rounds.close_round(one, actor=signed_in()),
        "De uitvraag is gesloten. Maak nu de terugkoppeling voor de regio’s.",
    )


@blueprint.post("/<int:uitvraag_id>/heropenen")
@access(Action.UITVRAAG_BEHEREN)
@sends_once
def heropenen(uitvraag_id: int) -> ResponseReturnValue:
    """Open a closed round again, with a reason."""
    one = round_or_404(uitvraag_id)
    form = ReopenForm()
    require_our_fields(form)
    if not form.validate():
        return _page(one, form), 422
    return _press(
        one,
        lambda target: rounds.reopen_round(target, form.reden.data, actor=signed_in()),
        "De uitvraag is weer open. De contactpersonen krijgen bericht.",
        form,
    )


def _press(
    uitvraag: Uitvraag, verb: Callable[[Uitvraag], None], success: str, form: RoundSeenForm | None = None
) -> ResponseReturnValue:
    """Do what a button says, when the round still is as the page with the button showed it."""
    form = form or RoundSeenForm()
    require_our_fields(form)
    seen = form.gezien.data or ""

    def checked() -> None:
        rounds.require_round_as_seen(uitvraag, seen, actor=signed_in())
        verb(uitvraag)

    return do(uitvraag, checked, success)


def _page(uitvraag: Uitvraag, reopen: ReopenForm | None = None) -> str:
    mark = rounds.round_mark(uitvraag)
    reopen = reopen or ReopenForm(formdata=None)
    reopen.gezien.data = mark
    return render_template(
        "uitvragen/uitvraag.html",
        uitvraag=uitvraag,
        page=round_page(uitvraag),
        format_=format_of_round(uitvraag),
        niet_gesteld=[one.name for one in left_out(uitvraag.edition, uitvraag.niet_gesteld)],
        gevraagd=names_of(regions_asked(uitvraag)),
        why_not=rounds.why_not_open_now(uitvraag),
        seen=RoundSeenForm(formdata=None, gezien=mark),
        reopen=reopen,
        may_read=may(Action.BLAD_LEZEN, Facts(has_indiening=True)),
        opmerkingen=remarks.open_on_sheets(uitvraag) if may(Action.INTERN_LEZEN, Facts(has_indiening=True)) else {},
        story=story(decisions(uitvraag, limit=STORY_LENGTH)),
    )
