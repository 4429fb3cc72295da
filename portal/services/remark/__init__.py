"""Remarks (opmerkingen) on a plan or an answer sheet: threads about a part, a question or an action."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "action_names",
    "readers",
    "remarked",
    "remarks",
    "still",
    "waiting",
)
