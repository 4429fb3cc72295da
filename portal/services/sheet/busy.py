"""Who changed which question of an answer sheet last, and who is at work in it now."""

from __future__ import annotations

from forms.spec import Format, Kind, Step
from portal.domain.roles import Actor
from portal.models import BladAntwoord, BladRegel, RegelSoort, Voortgang
from portal.services.filling import traces
from portal.services.filling.traces import Change, newest_change
from portal.services.sheet.content import LoadedSheet


def last_changes(loaded: LoadedSheet, format_: Format) -> dict[str, Change]:
    """The newest change per question page; pages that nobody touched are left out."""
    found = {step.key: newest_change(_changed_rows(loaded, step)) for step in format_.steps}
    return {key: change for key, change in found.items() if change is not None}


def _changed_rows(loaded: LoadedSheet, step: Step) -> list[BladAntwoord | Voortgang | BladRegel]:
    keys = {question.key for question in step.questions}
    kinds = {question.kind for question in step.questions}
    changed: list[BladAntwoord | Voortgang | BladRegel] = [one for one in loaded.answers if one.question_key in keys]
    if Kind.VOORTGANG in kinds:
        changed.extend(loaded.voortgang.values())
    for soort in RegelSoort:
        if Kind(soort.value) in kinds:
            changed.extend(loaded.regels_of(soort))
    return changed


def busy_people(changes: dict[str, Change], format_: Format, *, actor: Actor) -> list[str]:
    """Who else is at work on the sheet now and where, newest first: "K. de Boer (Voortgang van de acties)"."""
    names = {step.title: step.sections[0].name for step in format_.steps}
    found = traces.busy_people(changes, format_, actor=actor)
    for title, short in names.items():
        found = [one.replace(f"({title})", f"({short})") for one in found]
    return found
