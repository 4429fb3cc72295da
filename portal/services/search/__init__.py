"""Searching over all plans and answers: the places of texts, and what somebody may find."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "found",
    "places",
    "readable",
)
