"""What the templates of a plan can use on top of the general things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Flask, url_for
from markupsafe import Markup, escape

from exports.goal_figures import figures_line
from forms.figures import figure_hint, read_figures
from forms.parties import parties_hint
from forms.richtext import to_html
from forms.rows import SMART
from forms.spec import Question, Step
from forms.timeline import Window, in_words, timeline_hint
from portal.domain.plan import readings
from portal.domain.plan.events import PLAN_STORY
from portal.domain.review.diff import Change, word_diff
from portal.models import Doelstelling, Event, Plan, TerugsturingOnderdeel
from portal.services.plan import pen, returned, versions
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
        met_eenheid=has_unit_behind,
        gemarkeerd=marked,
    )
    app.jinja_env.globals.update(
        SMART=SMART,
        verschil=show_difference,
        verandering=change_in,
        toon_antwoord=show_answer,
        wijzig_link=change_link,
        termijn=versions.due_date,
        gevraagd_bij=asked_about,
        stap_van=step_of_plan,
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
