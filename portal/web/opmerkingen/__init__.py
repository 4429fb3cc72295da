"""Pages and buttons for remarks on a plan, an answer sheet, a report and a regiobeeld."""

from portal.web.opmerkingen import on_plan, on_regiobeeld, on_report, on_sheet, word
from portal.web.opmerkingen.blueprint import blueprint

__all__ = ["blueprint", "on_plan", "on_regiobeeld", "on_report", "on_sheet", "word"]
