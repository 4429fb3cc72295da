"""The doors: every view says who may come in, and one function checks it.

`@public`, `@access(action)`, `@plan_access(action)`, `@sheet_access(action)`, `@report_access(action)`,
`@region_access(action)`, `@regiobeeld_access(action)` or `@hearing_access(action)` stand on every view;
`tests/web/doors/test_access.py` walks all routes and fails on one without. Where somebody may not even know that a
plan, an answer sheet or a report exists the answer is 404, else 403.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar

from flask import abort, current_app, g
from flask_login import current_user

from portal.domain.policy import NO_PLAN, Action, Facts, can
from portal.domain.roles import Actor
from portal.models import Antwoordblad, Plan, Rapport, RapportHoorRegio, Regio
from portal.services import regios
from portal.services.instroom.talk import Regiobeeld
from portal.services.plan import plans
from portal.services.report import hearing, reports
from portal.services.sheet import pen

View = TypeVar("View", bound=Callable[..., Any])
Thing = TypeVar("Thing", Antwoordblad, Rapport, RapportHoorRegio)


@dataclass(frozen=True)
class Door:
    """Who may enter a view: everybody (`action` None), or who may do the action (on the thing in the URL)."""

    action: Action | None
    on_plan: bool = False
    on_sheet: bool = False
    on_report: bool = False
    on_region: bool = False
    on_hearing: bool = False


def public(view: View) -> View:
    """Everybody may come in, signed in or not."""
    view.door = Door(None)  # type: ignore[attr-defined]
    return view


def access(action: Action) -> Callable[[View], View]:
    """Who may do the action in general may come in; others get 403, people not signed in the sign-in page."""

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        if not can(actor, action):
            abort(403)

    return _guard(Door(action), enter)


def plan_access(action: Action) -> Callable[[View], View]:
    """As `access`, for the plan whose id is in the URL; the view gets `plan` in place of `plan_id`."""

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        asked["plan"] = _plan_or_abort(actor, action, asked.pop("plan_id"))

    return _guard(Door(action, on_plan=True), enter)


def sheet_access(action: Action) -> Callable[[View], View]:
    """As `plan_access`, for the answer sheet whose id is in the URL; the view gets `blad` in place of `blad_id`."""

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        asked["blad"] = _entered(pen.find_sheet(asked.pop("blad_id")), actor, action, to_know=Action.BLAD_LEZEN)

    return _guard(Door(action, on_sheet=True), enter)


def report_access(action: Action) -> Callable[[View], View]:
    """As `plan_access`, for the report whose id is in the URL; the view gets `rapport` in place of `rapport_id`."""

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        asked["rapport"] = _entered(
            reports.find_report(asked.pop("rapport_id")), actor, action, to_know=Action.RAPPORT_LEZEN
        )

    return _guard(Door(action, on_report=True), enter)


def region_access(action: Action) -> Callable[[View], View]:
    """As `access`, for the region whose id or code is in the URL; the view gets `regio` in place of it.

    That a region exists is no secret: who may not enter gets 403.
    """

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        regio = _region_or_404(asked)
        if not can(actor, action, Facts(regio_ids=frozenset({regio.id}))):
            abort(403)
        asked["regio"] = regio

    return _guard(Door(action, on_region=True), enter)


def regiobeeld_access(action: Action) -> Callable[[View], View]:
    """As `region_access`, for what a region says of its figures: the view gets `beeld`. It matters what was shared."""

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        beeld = Regiobeeld(_region_or_404(asked))
        if not can(actor, action, beeld.facts):
            abort(403)
        asked["beeld"] = beeld

    return _guard(Door(action, on_region=True), enter)


def _region_or_404(asked: dict[str, Any]) -> Regio:
    """The region of the address, by its id or code, which is taken out of it."""
    code = asked.pop("code", None)
    return (regios.find_regio(asked.pop("regio_id")) if code is None else regios.find_by_code(code)) or abort(404)


def hearing_access(action: Action) -> Callable[[View], View]:
    """As `plan_access`, for the page of a region in hoor en wederhoor; the view gets `regel` in place of `hoor_id`."""

    def enter(actor: Actor, asked: dict[str, Any]) -> None:
        asked["regel"] = _entered(hearing.find(asked.pop("hoor_id")), actor, action, to_know=action)

    return _guard(Door(action, on_hearing=True), enter)


def _guard(door: Door, enter: Callable[[Actor, dict[str, Any]], None]) -> Callable[[View], View]:
    """Put a door on a view: `enter` aborts, or makes of what the URL asks what the view gets."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(*args: Any, **asked: Any) -> Any:
            actor = current_actor()
            if actor is None:
                return current_app.login_manager.unauthorized()  # type: ignore[attr-defined]
            enter(actor, asked)
            return view(*args, **asked)

        guarded.door = door  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate


def _plan_or_abort(actor: Actor, action: Action, plan_id: int) -> Plan:
    plan = plans.find_plan(plan_id)
    if plan is None or not (may_know_of(actor, plan) or can(actor, action, plan.facts)):
        abort(404)
    if not can(actor, action, plan.facts):
        abort(403)
    return plan


def _entered(thing: Thing | None, actor: Actor, action: Action, *, to_know: Action) -> Thing:
    """The sheet, report or page of the address: 404 for who may not know that it exists, 403 for who may not enter."""
    if thing is None or not can(actor, to_know, thing.facts):
        abort(404)
    if not can(actor, action, thing.facts):
        abort(403)
    return thing


def may_know_of(actor: Actor, plan: Plan) -> bool:
    """True when the actor may read something of the plan, and so may know that it exists."""
    return can(actor, Action.PLAN_LEZEN, plan.facts) or can(actor, Action.PLAN_CONCEPT_LEZEN, plan.facts)


def current_actor() -> Actor | None:
    """The person behind this request, or None. Worked out once per request."""
    if "actor" not in g:
        g.actor = current_user.actor if current_user.is_authenticated else None
    return g.actor  # type: ignore[no-any-return]


def signed_in() -> Actor:
    """The person behind this request, in a view that only opens for people who are signed in.

    Raises RuntimeError elsewhere.
    """
    actor = current_actor()
    if actor is None:
        raise RuntimeError("this view has no door")
    return actor


def may(action: Action | str, thing: Plan | Antwoordblad | Rapport | Regiobeeld | Facts = NO_PLAN) -> bool:
    """`can` for templates and views: may the person behind this request do this (with this plan or sheet)?"""
    return can(current_actor(), Action(action), thing if isinstance(thing, Facts) else thing.facts)
