"""What is told over rounds, from frozen answers: of a region, of all actions and of themes."""

from portal.services.report.trend.actions import ActieRegel, ActionsOverRounds, actions_over_rounds
from portal.services.report.trend.region import region_over_rounds
from portal.services.report.trend.said import SaidOverRounds, said_over_rounds

__all__ = [
    "ActieRegel",
    "ActionsOverRounds",
    "SaidOverRounds",
    "actions_over_rounds",
    "region_over_rounds",
    "said_over_rounds",
]
