"""Taking files with figures in: choose one, see what it would change, and only then let it count. All can be undone."""

from __future__ import annotations

from functools import partial

from flask import abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from forms.dutch.words import counted
from portal.database import reads_first
from portal.domain.instroom.imports import BESTAND_NAMEN, BestandSoort
from portal.domain.instroom.reading.told import Leesverslag
from portal.domain.policy import Action
from portal.models import InstroomImport
from portal.services.instroom import importing, sources, staging, taking
from portal.services.instroom.importing import Aangeboden, FoutenInBestand
from portal.services.instroom.taking import InstroomProblem
from portal.web.access import access, signed_in
from portal.web.body_limits import content_of
from portal.web.commits import commits, on_problem, sends_once, told_at
from portal.web.instroom.blueprint import blueprint
from portal.web.instroom.bronnen import bron_or_404
from portal.web.instroom.inlees_forms import InleesForm, InneemForm, SjabloonForm
from portal.web.instroom.told import FIRST_CHANGES, FIRST_NEW, lines_of
from portal.web.posted import require_our_fields, require_valid
from portal.web.tweede_stap.step_up import proves_again, proves_again_with_file

_MOST_SHOWN = 100


@blueprint.get("/inlezen")
@access(Action.INSTROOM_BEHEREN)
@proves_again
def inlezen() -> ResponseReturnValue:
    """Choose a file; below it the files that came before."""
    return _page(InleesForm(formdata=None))


@blueprint.post("/inlezen")
@access(Action.INSTROOM_BEHEREN)
@proves_again_with_file
@commits
@reads_first
def inlezen_bekijken() -> ResponseReturnValue:
    """Read a file and keep it as a concept. Nothing of it counts yet."""
    form = InleesForm()
    form.offer([*sources.all_sources()])
    require_our_fields(form)
    upload = request.files.get("cijferbestand")
    is_valid = form.validate()
    if upload is None or not upload.filename:
        form.cijferbestand.errors = ["Kies een bestand."]
        return _page(form), 422
    if not is_valid:
        return _page(form), 422
    content = content_of(upload)
    bron = bron_or_404(form.bron.data)
    with on_problem(FoutenInBestand, partial(_faults, form)):
        concept = importing.look_at(bron, _offered(form, upload.filename, content), actor=signed_in())
    flash("Het bestand is gelezen. Er is nog niets veranderd: kijk eerst wat hieronder staat.", "info")
    return redirect(_address(concept.id))


def _offered(form: InleesForm, name: str, content: bytes) -> Aangeboden:
    return Aangeboden(
        # A browser may send the folders too.
        naam=name.replace("\\", "/").rpartition("/")[2][:255],
        soort=BestandSoort(form.soort.data),
        inhoud=content,
        periode=form.period(),
        indicator=form.indicator.data,
        peildatum=form.peildag.data,
        toelichting=form.toelichting.data,
    )


def _faults(form: InleesForm, problem: FoutenInBestand) -> ResponseReturnValue:
    number = counted(problem.verslag.aantal_fouten, "fout", "fouten")
    form.cijferbestand.errors = [f"Er is niets ingelezen: {number}. De tabel op deze pagina zegt welke."]
    return _page(form, problem.verslag), 422


def _page(form: InleesForm, verslag: Leesverslag | None = None) -> str:
    """The page. After a fault the file must be chosen again: a browser never fills that in."""
    every = [*sources.all_sources()]
    form.offer(every)
    template_form = SjabloonForm(formdata=None, meta={"csrf": False})
    template_form.offer(every)
    files = sources.all_imports()
    return render_template(
        "instroom/inlezen.html",
        form=form,
        template_form=template_form,
        verslag=verslag,
        bronnen=every,
        bestanden=files[:_MOST_SHOWN],
        ouder=len(files) - _MOST_SHOWN,
        max_mb=current_app.config["SETTINGS"].bijlage_mb,
    )


@blueprint.get("/inlezen/<int:import_id>")
@access(Action.INSTROOM_BEHEREN)
def bestand(import_id: int) -> ResponseReturnValue:
    """What was seen in a file, and what it changes."""
    return _file_page(import_or_404(import_id))


def _file_page(found: InstroomImport, form: InneemForm | None = None) -> str:
    regios = importing.names()
    return render_template(
        "instroom/bestand.html",
        bestand=found,
        form=form or InneemForm(formdata=None, data={"stand": taking.settings().nummer}),
        aantallen=staging.counts_of(found),
        gewijzigd=lines_of(staging.changes(found, most=FIRST_CHANGES), regios),
        eerste=lines_of(staging.first_figures(found, most=FIRST_NEW), regios),
        vragen=[one for one in found.meldingen if one.vraagt_antwoord],
        gezien=[one for one in found.meldingen if not one.vraagt_antwoord],
        door=sources.who(found),
        soortnaam=BESTAND_NAMEN[found.soort],
    )


@blueprint.post("/inlezen/<int:import_id>/innemen")
@access(Action.INSTROOM_BEHEREN)
@proves_again
@sends_once
def bestand_innemen(import_id: int) -> ResponseReturnValue:
    """Let the figures of a file count."""
    found, form = import_or_404(import_id), require_valid(InneemForm())
    if any(one.vraagt_antwoord for one in found.meldingen) and not form.klopt.data:
        form.klopt.errors = ["Kruis aan dat dit klopt, of gooi het bestand weg."]
        return _file_page(found, form), 422
    with on_problem(InstroomProblem, told_at(_address(import_id))):
        taking.take_in(found, actor=signed_in(), seen=form.stand.data)
    flash(f"De cijfers uit “{found.bestandsnaam}” tellen nu mee.", "success")
    return redirect(_address(import_id))


@blueprint.post("/inlezen/<int:import_id>/weggooien")
@access(Action.INSTROOM_BEHEREN)
@commits
def bestand_weggooien(import_id: int) -> ResponseReturnValue:
    """Throw a file away of which nothing counts."""
    found, naam = import_or_404(import_id), import_or_404(import_id).bestandsnaam
    require_valid(InneemForm())
    with on_problem(InstroomProblem, told_at(_address(import_id))):
        taking.drop(found)
    flash(f"“{naam}” is weggegooid. Er is niets veranderd.", "success")
    return redirect(url_for("instroom.inlezen"))


@blueprint.post("/inlezen/<int:import_id>/ongedaan")
@access(Action.INSTROOM_BEHEREN)
@proves_again
@commits
def bestand_ongedaan(import_id: int) -> ResponseReturnValue:
    """Let the figures of a file count no more; what counted before them counts again."""
    found = import_or_404(import_id)
    require_valid(InneemForm())
    with on_problem(InstroomProblem, told_at(_address(import_id))):
        taking.undo(found, actor=signed_in())
    flash(f"De cijfers uit “{found.bestandsnaam}” tellen niet meer mee. Wat daarvoor gold geldt weer.", "success")
    return redirect(_address(import_id))


def import_or_404(import_id: int) -> InstroomImport:
    """The file of the address."""
    return sources.find_import(import_id) or abort(404)


def _address(import_id: int) -> str:
    return url_for("instroom.bestand", import_id=import_id)
