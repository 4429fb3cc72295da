"""Where somebody goes back to after posting. A form names a place by its key, never by an address."""

from __future__ import annotations

from flask import request, url_for

from portal.domain.policy import Action
from portal.models import Antwoordblad, Opmerking, Plan, Rapport
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark.remarked import Thing
from portal.web.access import may
from portal.web.antwoordbladen.vraag import holds_the_pen

PLACE_OF_ENDPOINT = {
    "regio.meelezing_lezen": "meelezen",
    "antwoordbladen.lezen": "lezen",
    "antwoordbladen.lezen_indiening": "lezen",
}
PLACE_OF_BLUEPRINT = {
    "regio": "onderdeel",
    "beoordelen": "beoordelen",
    "antwoordbladen": "vraag",
    "rapporten": "hoofdstuk",
    "instroom": "regiobeeld",
}


def present_place() -> str:
    """The key of the place where the person is now; also where a page is drawn again with what is wrong in it."""
    return PLACE_OF_ENDPOINT.get(request.endpoint or "") or PLACE_OF_BLUEPRINT.get(request.blueprint or "", "lijst")


def back_to(thing: Thing, thread: Opmerking, key: str) -> str:
    """The address of the place with this key, at the thread; the list of remarks for any other key.

    Beside a text stand open threads only: there a resolved one leads to the others on its part.
    """
    is_open = thread.opgelost_op is None
    anchor = f"opmerking-{thread.id}" if is_open else f"opmerkingen-{thread.step_key}"
    if isinstance(thing, Rapport):
        return _in_report(thing, thread, key, anchor)
    if isinstance(thing, Regiobeeld):
        return _in_regiobeeld(thing, thread, key, anchor)
    if isinstance(thing, Plan):
        return _in_plan(thing, thread, key, anchor) or url_for(
            "opmerkingen.lijst", plan_id=thing.id, _anchor=f"opmerking-{thread.id}"
        )
    return _in_sheet(thing, thread, key, anchor) or url_for(
        "opmerkingen.lijst_blad", blad_id=thing.id, _anchor=f"opmerking-{thread.id}"
    )


def _in_report(rapport: Rapport, thread: Opmerking, key: str, anchor: str) -> str:
    if key == "hoofdstuk":
        return url_for("rapporten.rapport", rapport_id=rapport.id, hoofdstuk=thread.step_key, _anchor=anchor)
    return url_for("opmerkingen.lijst_rapport", rapport_id=rapport.id, _anchor=f"opmerking-{thread.id}")


def _in_regiobeeld(beeld: Regiobeeld, thread: Opmerking, key: str, anchor: str) -> str:
    if key == "regiobeeld":
        return url_for("instroom.regiobeeld", code=beeld.code, _anchor=anchor)
    return url_for("opmerkingen.lijst_regiobeeld", code=beeld.code, _anchor=f"opmerking-{thread.id}")


def _in_plan(plan: Plan, thread: Opmerking, key: str, anchor: str) -> str | None:
    if key == "onderdeel" and may(Action.PLAN_INVULLEN, plan) and _is_written(plan):
        return url_for("regio.onderdeel", plan_id=plan.id, step_key=thread.step_key, _anchor=anchor)
    if key == "beoordelen" and may(Action.PLAN_BEOORDELEN, plan):
        return url_for("beoordelen.plan", plan_id=plan.id, _anchor=anchor)
    if key == "meelezen" and may(Action.MEELEZING_LEZEN, plan):
        return url_for("regio.meelezing_lezen", plan_id=plan.id, _anchor=anchor)
    return None


def _in_sheet(blad: Antwoordblad, thread: Opmerking, key: str, anchor: str) -> str | None:
    if key == "vraag" and holds_the_pen(blad):
        return url_for("antwoordbladen.vraag", blad_id=blad.id, step_key=thread.step_key, _anchor=anchor)
    return url_for("antwoordbladen.lezen", blad_id=blad.id, _anchor=anchor) if key == "lezen" else None


def _is_written(plan: Plan) -> bool:
    return plan.status.can_be_edited and plan.opgegaan_in_id is None
