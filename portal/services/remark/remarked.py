"""What people remark on: a plan, an answer sheet, a report or a regiobeeld.

Whatever differs between them stands in `kinds`. The verbs, the mails and the rule who reads what know only `Remarked`.
"""

from __future__ import annotations

from portal.models import Plan, Rapport
from portal.services.instroom.talk import Regiobeeld
from portal.services.remark.kinds.base import Remarked, Thing
from portal.services.remark.kinds.figures import OnRegiobeeld
from portal.services.remark.kinds.plan import OnPlan
from portal.services.remark.kinds.report import OnReport
from portal.services.remark.kinds.sheet import OnSheet

__all__ = ["OnReport", "Remarked", "Thing", "remarked"]


def remarked(thing: Thing) -> Remarked:
    """The plan, the sheet, the report or the regiobeeld as something that threads are on."""
    if isinstance(thing, Rapport):
        return OnReport(thing)
    if isinstance(thing, Regiobeeld):
        return OnRegiobeeld(thing)
    return OnPlan(thing) if isinstance(thing, Plan) else OnSheet(thing)
