"""The messages of the second page: which there are, in what order, and what each says."""

from __future__ import annotations

from functools import partial

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from exports.national.messages.box import MessageEdit, box_of
from exports.national.tree import Boodschap
from forms.dutch.words import counted
from portal.database import reads_first
from portal.domain.policy import Action
from portal.domain.report.messages import FEWEST, MOST, why_not_saved, why_too_wordy, words_in
from portal.models import Rapport
from portal.services import last_change
from portal.services.report import messages, texts, themes
from portal.services.report.messages import MessageTexts
from portal.services.report.problems import ReportProblem, TextConflict
from portal.web import presence
from portal.web.access import report_access, signed_in
from portal.web.commits import commits, on_problem, told_at
from portal.web.posted import require_our_fields, require_valid
from portal.web.rapporten.blueprint import blueprint
from portal.web.rapporten.chosen_values import offered_values
from portal.web.rapporten.forms import MessageForm, PlaceForm, RemakeForm, ThemesForm
from portal.web.rapporten.reading import ReportReading, reading_of
from portal.web.rapporten.sentence_problems import problems_of
from portal.web.rapporten.writing import conflict_in, not_now

# No key of a message is longer.
LONGEST_KEY = 80
UP = "omhoog"
PREVIEW = "voorbeeld"
# What "doe" and "begin" can say besides.
QUOTES, LAST_TIME = "citaten", "vorige"


@blueprint.get("/<int:rapport_id>/boodschappen")
@report_access(Action.RAPPORT_BEHEREN)
def boodschappen(rapport: Rapport) -> ResponseReturnValue:
    """Those that were chosen in their order, the drafts nobody touched, and what was put aside."""
    reading = reading_of(rapport)
    if reading.bewerken is None:
        return not_now(_report(rapport))
    found = messages.of_report(rapport, reading.tree.waarden)
    themas = themes.overview(rapport)
    return render_template(
        "rapporten/boodschappen.html",
        reading=reading,
        gekozen=[_drawn(reading, messages.edit_of(row)) for row in found.gekozen],
        voorstellen=[_drawn(reading, _as_edit(key, typed)) for key, typed in _drafts(found, reading)],
        weggelegd=[_drawn(reading, messages.edit_of(row)) for row in found.weggelegd],
        eigen=messages.next_own(rapport),
        themas=themas,
        themavoorstellen=_theme_drafts(themas, reading),
        fewest=FEWEST,
        most=MOST,
    )


@blueprint.get("/<int:rapport_id>/boodschappen/<sleutel>")
@report_access(Action.RAPPORT_BEHEREN)
def boodschap(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """The page on which a message is written; a draft begins with what the portal wrote, a theme as one asks."""
    reading = _reading_or_404(rapport, sleutel)
    if reading.bewerken is None:
        return not_now(_report(rapport))
    return _page(reading, sleutel, _begun(reading, sleutel) or _form_of(reading, sleutel))


def _begun(reading: ReportReading, sleutel: str) -> MessageForm | None:
    """The form with what was said of this theme the round before, when the address asks for it."""
    if request.args.get("begin") != LAST_TIME or not _is_theme(reading, sleutel):
        return None
    row, typed = messages.find(reading.rapport, sleutel), themes.texts_before(reading.rapport, sleutel)
    return _filled(reading.rapport, typed, row.revision if row else 0) if typed else None


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def boodschap_opslaan(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Save a message, or look how it becomes. What was typed is never lost."""
    reading = _reading_or_404(rapport, sleutel)
    form = MessageForm()
    require_our_fields(form)
    if not form.validate() or _has_problems(reading, form):
        return _page(reading, sleutel, form), 422
    if request.form.get("doe") == PREVIEW:
        return _page(reading, sleutel, form, preview=True)
    with on_problem(ReportProblem, partial(_refused, rapport, sleutel, form)):
        messages.save(
            rapport,
            sleutel,
            _typed(form),
            base_revision=form.revisie.data,
            seen_revision=form.gezien.data,
            actor=signed_in(),
        )
    _tell(reading, sleutel, form)
    if request.form.get("doe") == QUOTES and _is_theme(reading, sleutel):
        return redirect(url_for("rapporten.citaten", rapport_id=rapport.id, sleutel=sleutel))
    return redirect(_home(reading, sleutel))


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>/kies")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def boodschap_kiezen(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Choose a draft as it is, or take back what was put aside."""
    form = require_valid(RemakeForm())
    with on_problem(ReportProblem, told_at(_list(rapport))):
        messages.choose(rapport, sleutel, seen_revision=form.gezien.data, actor=signed_in())
    flash("De boodschap staat in het rapport. U kunt haar nog bewerken.", "success")
    return redirect(_list(rapport, f"boodschap-{sleutel}"))


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>/weg")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def boodschap_wegleggen(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Leave a message out of the report; it can come back."""
    require_valid(RemakeForm())
    with on_problem(ReportProblem, told_at(_list(rapport))):
        messages.put_aside(rapport, sleutel, actor=signed_in())
    flash("De boodschap is weggelegd. U kunt haar hieronder terughalen.", "success")
    return redirect(_list(rapport, "themas" if messages.is_theme(rapport, sleutel) else "voorstellen"))


@blueprint.post("/<int:rapport_id>/themas/weg")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def themas_wegleggen(rapport: Rapport) -> ResponseReturnValue:
    """Leave all drafts of themes that the page showed out of the report; each can come back."""
    form = require_valid(ThemesForm())
    with on_problem(ReportProblem, told_at(_list(rapport))):
        number = messages.put_themes_aside(rapport, form.sleutels.data.split(), actor=signed_in())
    flash(f"{counted(number, 'voorstel is', 'voorstellen zijn')} weggelegd. U kunt er nog over schrijven.", "success")
    return redirect(_list(rapport, "themas"))


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>/plaats")
@report_access(Action.RAPPORT_BEHEREN)
@commits
def boodschap_verplaatsen(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """One place up or down."""
    form = require_valid(PlaceForm())
    with on_problem(ReportProblem, told_at(_list(rapport))):
        messages.move(rapport, sleutel, up=request.form.get("doe") == UP, seen_place=form.plaats.data)
    return redirect(_list(rapport, f"boodschap-{sleutel}"))


@blueprint.post("/<int:rapport_id>/boodschappen/<sleutel>/hier")
@report_access(Action.RAPPORT_BEHEREN)
@commits
@reads_first
def boodschap_hier(rapport: Rapport, sleutel: str) -> ResponseReturnValue:
    """Asked by the script of an open page."""
    if len(sleutel) > LONGEST_KEY:
        abort(404)
    return presence.tell(last_change.of_message(rapport, sleutel), "deze boodschap")


def _drafts(found: messages.Messages, reading: ReportReading) -> list[tuple[str, MessageTexts]]:
    return [(one.sleutel, messages.from_draft(one, reading.tree.waarden)) for one in found.voorstellen]


def _theme_drafts(
    themas: list[tuple[str, list[themes.Theme]]], reading: ReportReading
) -> list[tuple[str, themes.Theme, DrawnMessage]]:
    """The drafts of themes with the kind and the theme that each is of."""
    waarden = reading.tree.waarden
    return [
        (kop, row, _drawn(reading, _as_edit(row.sleutel, messages.from_draft(row.voorstel, waarden), kader=False)))
        for kop, rows in themas
        for row in rows
        if row.voorstel
    ]


class DrawnMessage:
    """A message on the workbench: as it is printed, with how many words it has."""

    def __init__(self, edit: MessageEdit, boodschap: Boodschap) -> None:
        self.edit, self.boodschap = edit, boodschap
        self.woorden = words_in(*("".join(deel.tekst for deel in part) for _, part in boodschap.delen))

    @property
    def te_lang(self) -> str:
        """That it has too many words; empty when it has not."""
        return why_too_wordy(self.woorden) if self.edit.kader else ""


def _drawn(reading: ReportReading, edit: MessageEdit) -> DrawnMessage:
    return DrawnMessage(edit, box_of(edit, reading.tree.waarden))


def _as_edit(sleutel: str, typed: MessageTexts, *, kader: bool = True) -> MessageEdit:
    return MessageEdit(sleutel, typed.bevinding, typed.waarom, typed.wat_nu, typed.aan, typed.datum, kader=kader)


def _typed(form: MessageForm) -> MessageTexts:
    return MessageTexts(
        form.bevinding.data.strip(),
        form.waarom.data.strip(),
        form.wat_nu.data.strip(),
        form.aan.data.strip(),
        form.datum.data,
    )


def _has_problems(reading: ReportReading, form: MessageForm) -> bool:
    """Puts what is wrong with the texts beside their fields."""
    typed = _typed(form)
    found = why_not_saved(typed.parts, typed.aan)
    for name in ("bevinding", "waarom", "wat_nu", "aan"):
        errors = [found[name]] if name in found else []
        if name != "aan" and form[name].data.strip():
            errors += problems_of(form[name].data, reading.tree.waarden)
        form[name].errors = errors
    return any(form[name].errors for name in ("bevinding", "waarom", "wat_nu", "aan"))


def _tell(reading: ReportReading, sleutel: str, form: MessageForm) -> None:
    drawn = _drawn(reading, _as_edit(sleutel, _typed(form), kader=not _is_theme(reading, sleutel)))
    flash("De boodschap is opgeslagen.", "success")
    if drawn.te_lang:
        flash(drawn.te_lang, "warning")


def _refused(rapport: Rapport, sleutel: str, typed: MessageForm, problem: ReportProblem) -> ResponseReturnValue:
    reading = _reading_or_404(rapport, sleutel)
    conflict = conflict_in(problem)
    stored = messages.find(rapport, sleutel)
    form = _filled(rapport, _typed(typed), conflict.revision if conflict else stored.revision if stored else 0)
    form.form_errors.append(str(problem))
    return _page(reading, sleutel, form, conflict=conflict), 409


def _form_of(reading: ReportReading, sleutel: str) -> MessageForm:
    row = messages.find(reading.rapport, sleutel)
    if row:
        return _filled(reading.rapport, messages.texts_of(row), row.revision)
    draft = messages.draft_of(reading.rapport, reading.tree.waarden, sleutel)
    begin = messages.from_draft(draft, reading.tree.waarden) if draft else MessageTexts("")
    return _filled(reading.rapport, begin, 0)


def _filled(rapport: Rapport, typed: MessageTexts, revision: int) -> MessageForm:
    return MessageForm(
        formdata=None, revisie=revision, gezien=rapport.revision, aan=typed.aan, datum=typed.datum, **typed.parts
    )


def _page(
    reading: ReportReading,
    sleutel: str,
    form: MessageForm,
    *,
    preview: bool = False,
    conflict: TextConflict | None = None,
) -> str:
    edit = _as_edit(sleutel, _typed(form), kader=not _is_theme(reading, sleutel))
    own = [] if edit.kader else themes.numbers_of(reading.tree.waarden, sleutel)
    return render_template(
        "rapporten/boodschap.html",
        reading=reading,
        sleutel=sleutel,
        form=form,
        terug=_home(reading, sleutel),
        preview=_drawn(reading, edit) if preview else None,
        conflict=conflict,
        eerdere=texts.history_of(reading.rapport, messages.history_key(sleutel)),
        values=offered_values(reading.tree, dict.fromkeys([*own, *edit.tokens])),
        hulp=themes.help_for(reading.rapport, sleutel) if not edit.kader else None,
    )


def _is_theme(reading: ReportReading, sleutel: str) -> bool:
    return messages.is_theme(reading.rapport, sleutel)


def _reading_or_404(rapport: Rapport, sleutel: str) -> ReportReading:
    reading = reading_of(rapport)
    if not messages.exists(rapport, reading.tree.waarden, sleutel):
        abort(404)
    return reading


def _home(reading: ReportReading, sleutel: str) -> str:
    return _list(reading.rapport, f"boodschap-{sleutel}")


def _list(rapport: Rapport, anchor: str | None = None) -> str:
    return url_for("rapporten.boodschappen", rapport_id=rapport.id, _anchor=anchor)


def _report(rapport: Rapport) -> str:
    return url_for("rapporten.rapport", rapport_id=rapport.id)
