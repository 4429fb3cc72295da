"""What the templates of a plan can use on top of the general things."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from flask import Flask, url_for
from markupsafe import Markup, escape

from exports.goal_figures import figures_line
from forms.figures import figure_hint, read_figures
from forms.goals import CountsClients, clients
from forms.parties import parties_hint
from forms.richtext import to_html
from forms.richtext.diff import Change, word_diff
from forms.rows import SMART, DoelstellingForm
from forms.spec import Kind, Question, RowField, Step
from forms.timeline import Window, in_words, timeline_hint
from portal.domain.plan import readings
from portal.domain.plan.events import PLAN_STORY
from portal.domain.plan.table.rows import TableRow
from portal.domain.sheet.small import guessed, typed_in_words
from portal.models import Doelstelling, Event, Plan, TerugsturingOnderdeel
from portal.services.instroom import taking
from portal.services.plan import pen, returned, rows, versions
from portal.services.plan.readings import begin_of, year_of
from portal.web.marking import marked
from portal.web.merges import change_in
from portal.web.over_tijd import is_overdue


def register(app: Flask) -> None:
    """Add the filters and globals that pages of a plan use."""
    app.jinja_env.filters.update(
        verhaal=told,
        venster=window_in_words,
        smart_ontbreekt=smart_gaps,
        tijdslijn_uitleg=explain_timeline,
        getal_uitleg=explain_figure,
        partijen_uitleg=parties_hint,
        lezing=reading_note,
        cijferregel=figures_line,
        telt_clienten=counts_clients,
        telt_volgens_woorden=guessed_of_form,
        met_eenheid=has_unit_behind,
        gemarkeerd=marked,
    )
    app.jinja_env.globals.update(
        SMART=SMART,
        TELT_CLIENTEN=clients.SHORT,
        kleine_aantallen=small_numbers_in_words,
        verschil=show_difference,
        verandering=change_in,
        toon_antwoord=show_answer,
        wijzig_link=change_link,
        termijn=versions.due_date,
        gevraagd_bij=asked_about,
        stap_van=step_of_plan,
        velden_met_iets=fields_in_use,
        jaar_van=year_of,
        begin_van=begin_of,
        over_tijd=is_overdue,
    )


def asked_about(plan: Plan, step_key: str) -> TerugsturingOnderdeel | None:
    """What was asked about a step when the plan came back, while the region answers it."""
    back = returned.open_return(plan.versie) if plan.status.can_be_edited else None
    return next((part for part in back.onderdelen if part.step_key == step_key), None) if back else None


def step_of_plan(plan: Plan, step_key: str) -> Step | None:
    """The step with this key in the plan's own edition."""
    return pen.format_of(plan).step(step_key)


def told(event: Event) -> str:
    """The sentence for something that happened."""
    return PLAN_STORY.tell(event.soort, event.door.naam if event.door else None, event.gegevens)


def window_in_words(row: Any) -> str:
    """How the timeline of a row is read: "1 januari t/m 31 maart 2024", "doorlopend, elk kwartaal"."""
    return in_words(row.tijdslijn, Window(row.venster_van, row.venster_tot))


def smart_gaps(goal: Doelstelling, question: Question) -> list[str]:
    """Which figures of a goal are still empty, in lower case: advice beside the SMART letters."""
    return [
        field.column.lower()
        for field in question.row
        if field.name in ("indicator", "nulwaarde", "streefwaarde", "einddatum")
        and getattr(goal, field.name) in (None, "")
    ]


def counts_clients(goal: Doelstelling) -> tuple[str, str]:
    """Whether the indicator of a goal counts clients, as the region says; else what its words say, beside it."""
    said = CountsClients(goal.telt_clienten)
    if said is not CountsClients.NOT_SAID or not (goal.nulwaarde or goal.streefwaarde):
        return said.label if said else "", ""
    found = CountsClients.YES if guessed(_as_content(goal)) else CountsClients.NO
    return said.label, f"gelezen in de woorden: {found.label.lower()}"


def guessed_of_form(form: DoelstellingForm) -> bool:
    """What the words that were typed say of it."""
    return guessed({name: (form[name].data or "") if form[name] else "" for name in ("eenheid", "indicator")})


def small_numbers_in_words(goals: Sequence[Doelstelling]) -> dict[int, list[str]]:
    """The small numbers of clients that stand in the words of these goals, by their id: one look at the threshold."""
    threshold = taking.settings().drempel
    found = {one.id: typed_in_words(_as_content(one), threshold) for one in goals}
    return {goal_id: numbers for goal_id, numbers in found.items() if numbers}


def _as_content(goal: Doelstelling) -> dict[str, Any]:
    return {name: getattr(goal, name) for name in rows.FIELDS[Kind.DOELSTELLINGEN]}


def explain_timeline(text: str | None, year: int | None = None, begin: date | None = None) -> str:
    """How a typed timeline is read; `year` is that of the plan, `begin` its first day."""
    return timeline_hint(text or "", reference_year=year, begin=begin)


def explain_figure(text: str | None, year: int | None = None) -> str:
    """How a typed figure is read."""
    return figure_hint(text or "", read_figures(text or "", reference_year=year))


def reading_note(goal: Doelstelling, name: str) -> str:
    """What a row says beside a figure or a date as typed: how it is read, or that nothing was."""
    words = getattr(goal, name)
    if not words:
        return ""
    if not goal.gelezen[name]:
        return "geen getal in gelezen" if name in readings.FIGURES else "geen datum of periode in gelezen"
    found = readings.reading_beside(words, goal.gelezen, name)
    return f"gelezen als {found}" if found else ""


def has_unit_behind(goal: Doelstelling, name: str) -> bool:
    """True when the unit of a goal belongs behind this figure."""
    return not readings.has_own_unit(goal.gelezen, name)


def show_difference(old: str, new: str, question: Question) -> Markup:
    """`new` with what is not in `old` marked."""
    if question.choices:
        return show_answer(question, new)
    shown = (piece for piece in word_diff(old, new) if piece.change is not Change.REMOVED)
    return Markup().join(
        Markup("<ins>{}</ins>").format(piece.text) if piece.change is Change.ADDED else escape(piece.text)
        for piece in shown
    )


def show_answer(question: Question, stored: str) -> Markup:
    """A stored answer as people read it: labels of choices, or formatted text."""
    if question.choices:
        return escape(", ".join(question.choice_label(key) for key in stored.split()))
    return Markup(to_html(stored))  # noqa: S704 - to_html gives safe HTML


def change_link(plan: Plan) -> Callable[[str], str]:
    """From the key of a section to the page where it is filled in."""
    format_ = pen.format_of(plan)
    step_of = {section.key: step.key for step in format_.steps for section in step.sections}

    def link(section_key: str) -> str:
        return url_for("regio.onderdeel", plan_id=plan.id, step_key=step_of[section_key])

    return link


def fields_in_use(question: Question, rows: Sequence[TableRow]) -> list[RowField]:
    """The fields of a list in which some of these rows hold something, in the order of the list."""
    return [one for one in question.row if any(row.values.get(one.name) for row in rows)]
