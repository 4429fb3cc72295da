"""What stands on a plan, an answer sheet and a terugkoppeling: one tree each, which Word and PDF draw."""

from exports.paper.feedback import feedback_paper
from exports.paper.plan import plan_paper
from exports.paper.region_figures import regiobeeld_paper
from exports.paper.sheet import sheet_paper
from exports.paper.tree import PapierenStuk

__all__ = ["PapierenStuk", "feedback_paper", "plan_paper", "regiobeeld_paper", "sheet_paper"]
