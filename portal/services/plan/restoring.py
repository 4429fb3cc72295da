"""Parts of an earlier submission put back in the concept, as new words: what stands there now is kept."""

from __future__ import annotations

from collections.abc import Collection

from forms.dutch.dates import moment_in_words
from portal.domain.plan.events import EventSoort
from portal.domain.plan.states import VersieStatus
from portal.domain.roles import Actor
from portal.models import Indiening, Plan
from portal.services.plan import events, pen, versions
from portal.services.plan.putting_back import WouldChange, change_to, put_back


def offered(plan: Plan, indiening: Indiening) -> WouldChange:
    """What would change, part by part, when all of this submission was put back now."""
    return change_to(plan, indiening.snapshot)


def restore(plan: Plan, indiening: Indiening, keys: Collection[str], *, seen: str, actor: Actor) -> WouldChange | None:
    """Put these parts of the submission back (`FILES` for the attachments). What is vastgesteld gets a new version.

    When the working copy is not the one of which a page with the mark `seen` told, nothing is done and what would
    change now is returned. Raises PlanProblem when nothing is chosen, or the region does not hold the pen.
    """
    pen.lock_plan(plan)
    change = change_to(plan, indiening.snapshot)
    if change.mark != seen:
        return change
    chosen = [key for key in change.keys if key in keys]
    if not chosen:
        raise pen.PlanProblem("Kies ten minste één onderdeel om terug te zetten.")
    if plan.status is VersieStatus.VASTGESTELD:
        versions.start_new_version(plan, actor=actor)
    pen.require_editable(plan)
    put_back(plan, indiening.snapshot, chosen, actor=actor)
    told = f"Zoals ingediend op {moment_in_words(indiening.ingediend_op)}."
    names = ", ".join(change.titles(chosen))
    events.record(plan, EventSoort.ONDERDELEN_TERUGGEZET, actor, notitie=told, onderdelen=names)
    return None
