"""What the templates of an answer sheet can use on top of the general things."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, url_for

from portal.domain import clock
from portal.domain.round.states import BladStand, stand
from portal.domain.sheet.state import short_round_name
from portal.models import Antwoordblad
from portal.services.round.questionnaire import format_of_round


def register(app: Flask) -> None:
    """Add the filters and globals that pages of an answer sheet use."""
    app.jinja_env.filters.update(korte_uitvraag=short_round_name)
    app.jinja_env.globals.update(vraag_link=change_link, vraag_van=step_key_of, stand_van=stand_today)


def step_key_of(blad: Antwoordblad, section_key: str) -> str:
    """The key of the page (the question) on which a section is filled in."""
    steps = format_of_round(blad.uitvraag).steps
    return next(step.key for step in steps if any(section.key == section_key for section in step.sections))


def change_link(blad: Antwoordblad) -> Callable[[str], str]:
    """From the key of a section to the page where it is filled in."""

    def link(section_key: str) -> str:
        return url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step_key_of(blad, section_key))

    return link


def stand_today(blad: Antwoordblad) -> BladStand:
    """How a sheet is shown today."""
    return stand(blad.blad_facts, clock.today())
