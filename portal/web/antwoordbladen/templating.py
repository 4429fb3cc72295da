"""What the templates of an answer sheet can use on top of the general things."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask, url_for

from portal.domain.sheet.state import short_round_name
from portal.models import Antwoordblad
from portal.services.round.questionnaire import format_of_round


def register(app: Flask) -> None:
    """Add the filters and globals that pages of an answer sheet use."""
    app.jinja_env.filters.update(korte_uitvraag=short_round_name)
    app.jinja_env.globals.update(vraag_link=change_link)


def change_link(blad: Antwoordblad) -> Callable[[str], str]:
    """From the key of a section to the page where it is filled in."""
    step_of = {section.key: step.key for step in format_of_round(blad.uitvraag).steps for section in step.sections}

    def link(section_key: str) -> str:
        return url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=step_of[section_key])

    return link
