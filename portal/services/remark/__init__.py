"""Remarks (opmerkingen) on a plan: threads about a part or an action, and who may read them."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "action_names",
    "readers",
    "remarks",
)
