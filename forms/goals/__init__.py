"""The planned path of a goal, and where an actual lies beside it. See docs/decisions/doelstanden.md."""

from forms.goals.clients import CountsClients
from forms.goals.path import Direction, NoPath, Path, Point, planned_path
from forms.goals.verdict import Actual, Lies, NoVerdict, Verdict, verdict_of

__all__ = [
    "Actual",
    "CountsClients",
    "Direction",
    "Lies",
    "NoPath",
    "NoVerdict",
    "Path",
    "Point",
    "Verdict",
    "planned_path",
    "verdict_of",
]
