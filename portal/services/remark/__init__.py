"""Remarks (opmerkingen) on a plan, a sheet, a report or a regiobeeld: threads about a part, a question or an action."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "action_names",
    "by_link",
    "from_comments",
    "on_paper",
    "readers",
    "remarked",
    "remarks",
    "still",
    "waiting",
)
