"""Pages and buttons for remarks on a plan and on an answer sheet."""

from portal.web.opmerkingen import on_plan, on_sheet
from portal.web.opmerkingen.blueprint import blueprint

__all__ = ["blueprint", "on_plan", "on_sheet"]
