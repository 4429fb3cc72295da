"""Where the views of this room tie themselves to, and what templates elsewhere need to lead here."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint

from exports.look.goals import DoelTekening, goal_drawing
from exports.national.trend.region import DoelVerloop
from forms.richtext import to_plain
from portal.domain.policy import Action, Facts
from portal.models import Regio
from portal.web.access import may

blueprint = Blueprint("verloop", __name__, url_prefix="/verloop")


def plain_line(text: str) -> str:
    """A text of somebody as one line without marks, for the head of a row."""
    return " ".join(to_plain(text).split())


def with_trend(regios: Iterable[Regio]) -> list[Regio]:
    """The regions among these of which the person behind this request may see the page over rounds."""
    return [one for one in regios if may(Action.REGIO_VERLOOP_ZIEN, Facts(regio_ids=frozenset({one.id})))]


def drawing_of_goal(one: DoelVerloop) -> DoelTekening | None:
    """The planned path of a goal as the plan has it now, and where it stood in each round."""
    return goal_drawing(one.doel.pad, [row.punt for row in one.standen if row and row.punt])


blueprint.add_app_template_filter(plain_line, "richtext_plat")
blueprint.add_app_template_filter(drawing_of_goal, "doeltekening")
blueprint.add_app_template_global(with_trend, "met_verloop")
