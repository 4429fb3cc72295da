"""Who is at work in an answer sheet now."""

from __future__ import annotations

from forms.spec import Format
from portal.domain.roles import Actor
from portal.services.filling import traces
from portal.services.filling.traces import Trace


def busy_people(changes: dict[str, Trace], format_: Format, *, actor: Actor) -> list[str]:
    """Who else is at work on the sheet now and where, newest first: "K. de Boer (Voortgang van de acties)"."""
    names = {step.title: step.sections[0].name for step in format_.steps}
    found = traces.busy_people(changes, format_, actor=actor)
    for title, short in names.items():
        found = [one.replace(f"({title})", f"({short})") for one in found]
    return found
