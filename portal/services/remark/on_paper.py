"""The remarks on a plan as they go along with its Word."""

from __future__ import annotations

from collections.abc import Collection

from exports.paper.plan_answers import action_key
from exports.remarks import PaperRemark, SaidWord
from forms.spec import Step
from portal.domain.review.remarks import Zicht
from portal.models import Opmerking, Plan, Reactie
from portal.services.plan import pen
from portal.services.remark import remarks


def open_remarks(plan: Plan, seen: Collection[Zicht]) -> list[PaperRemark]:
    """The open threads that may be `seen`, in the order of the plan. What not everybody reads says for whom it is."""
    threads = [one for one in remarks.threads_of(plan, seen) if one.opgelost_op is None]
    return [_remark(one, step) for step in pen.format_of(plan).steps for one in threads if one.step_key == step.key]


def _remark(thread: Opmerking, step: Step) -> PaperRemark:
    on_action = [] if thread.actie_id is None else [action_key(thread.actie_id)]
    before = "" if thread.zicht is Zicht.REGIO else f"{thread.zicht.label}: "
    replies = tuple(_said(one) for one in thread.reacties if one.tekst)
    return PaperRemark([*on_action, *(one.key for one in step.sections)], _said(thread, before), replies)


def _said(one: Opmerking | Reactie, before: str = "") -> SaidWord:
    guest = one.gast_naam if isinstance(one, Opmerking) else None
    return SaidWord(one.door.naam if one.door else guest or "", one.op, before + one.tekst)
