"""What templates of a plan can ask about its remarks; everything of one plan is read once per request."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from flask import Flask, g, request

from forms.spec import Step
from portal.domain.policy import Action
from portal.domain.review.remarks import choices
from portal.domain.roles import Actor
from portal.models import Opmerking, Plan
from portal.services.plan import pen
from portal.services.remark import remarks
from portal.services.remark.action_names import ActionName, action_names
from portal.services.remark.readers import readable_for
from portal.web.access import may, signed_in
from portal.web.opmerkingen.forms import ACTION, RemarkForm
from portal.web.opmerkingen.places import present_place

NOT_IN_VIEW = "een actie die niet (meer) in het plan staat"


@dataclass
class PlanRemarks:
    """The remarks on one plan as one person sees them."""

    plan: Plan
    actor: Actor

    @cached_property
    def threads(self) -> list[Opmerking]:
        """All threads that the person may read, open ones first."""
        return remarks.threads_of(self.plan, readable_for(self.plan, self.actor))

    @cached_property
    def names(self) -> dict[int, ActionName]:
        """The actions that the person knows of."""
        return action_names(self.plan, self.actor)

    @property
    def takes_remarks(self) -> bool:
        """False when the person only reads: the plan went up in another one."""
        return self.plan.opgegaan_in_id is None and may(Action.OPMERKEN, self.plan)

    def title_of(self, step_key: str) -> str:
        """How a step is called."""
        step = pen.format_of(self.plan).step(step_key)
        return step.title if step else ""

    def open_on(self, step_key: str) -> list[Opmerking]:
        """The open threads on a step."""
        return [one for one in self.threads if one.step_key == step_key and one.opgelost_op is None]

    def resolved_on(self, step_key: str) -> list[Opmerking]:
        """The resolved threads on a step."""
        return [one for one in self.threads if one.step_key == step_key and one.opgelost_op is not None]

    def parts(self, shown: str) -> list[tuple[Step, list[Opmerking]]]:
        """The steps that have threads with those that are `shown` ("open", "opgelost" or "alle"), open ones first."""
        found = (
            (step, [*self._open(step.key, shown), *self._resolved(step.key, shown)])
            for step in pen.format_of(self.plan).steps
        )
        return [(step, threads) for step, threads in found if threads]

    def _open(self, step_key: str, shown: str) -> list[Opmerking]:
        return [] if shown == "opgelost" else self.open_on(step_key)

    def _resolved(self, step_key: str, shown: str) -> list[Opmerking]:
        return [] if shown == "open" else self.resolved_on(step_key)

    def open_on_action(self, actie_id: int) -> list[Opmerking]:
        """The open threads on an action."""
        return [one for one in self.threads if one.actie_id == actie_id and one.opgelost_op is None]

    def action_label(self, thread: Opmerking) -> str | None:
        """How the action of a thread is called, in words this person may read; None for a thread on a whole step."""
        if thread.actie_id is None:
            return None
        name = self.names.get(thread.actie_id)
        if name is None:
            return NOT_IN_VIEW
        return name.label if name.present else f"{name.label} (verwijderd)"

    def places(self, step_key: str | None = None) -> list[tuple[str, str]]:
        """What a remark can be about: the steps (or only this one), and below their own step the actions."""
        found = []
        for step in pen.format_of(self.plan).steps:
            if step_key in (None, step.key):
                whole = f"{step.number}. {step.title}" if step_key is None else f"Het hele onderdeel: {step.title}"
                found.append((step.key, whole))
                if step.key == remarks.actions_step(self.plan):
                    found += [(f"{ACTION}{one.id}", f"Actie {one.label}") for one in self.names.values() if one.present]
        return found

    def form(self, step_key: str | None = None, *, bound: bool = False) -> RemarkForm:
        """An empty form for a new remark (on this step), or one bound to what was typed."""
        places = self.places(step_key)
        form = RemarkForm() if bound else RemarkForm(formdata=None, data=self._picked(places, step_key))
        if step_key is None:
            places = [("", "Kies een onderdeel of een actie"), *places]
        readers = choices(
            of_region=may(Action.PLAN_CONCEPT_LEZEN, self.plan), reviewer=may(Action.INTERN_LEZEN, self.plan)
        )
        return form.offer(places, readers, prefix=f"opmerking-{step_key or 'nieuw'}")

    def _picked(self, places: list[tuple[str, str]], step_key: str | None) -> dict[str, str]:
        """What was picked by following a link ("Opmerking maken" beside an action), else the step itself."""
        asked = request.args.get("over", "")
        picked = asked if asked in {key for key, _ in places} else step_key or ""
        return {"over": picked, "plek": present_place()}


def remarks_on(plan: Plan) -> PlanRemarks:
    """The remarks on a plan for the person behind this request; read once."""
    kept: dict[int, PlanRemarks] = g.setdefault("opmerkingen", {})
    if plan.id not in kept:
        kept[plan.id] = PlanRemarks(plan, signed_in())
    return kept[plan.id]


def open_remarks(plan: Plan) -> dict[str, int]:
    """How many open remarks each step has for this person, without reading them; counted once."""
    kept: dict[int, dict[str, int]] = g.setdefault("open_opmerkingen", {})
    if plan.id not in kept:
        kept[plan.id] = remarks.open_counts(plan, readable_for(plan, signed_in()))
    return kept[plan.id]


def register(app: Flask) -> None:
    """Add what the templates of a plan use."""
    app.jinja_env.globals.update(
        opmerkingen_bij=remarks_on, open_opmerkingen=open_remarks, opmerking_plek=present_place
    )
