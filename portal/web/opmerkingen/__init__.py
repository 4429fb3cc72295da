"""Pages and buttons for remarks on a plan, an answer sheet and a report."""

from portal.web.opmerkingen import on_plan, on_report, on_sheet
from portal.web.opmerkingen.blueprint import blueprint

__all__ = ["blueprint", "on_plan", "on_report", "on_sheet"]
