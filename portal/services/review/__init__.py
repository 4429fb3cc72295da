"""Reviewing: reading a submission, deciding about it, and the samenvattende analyse of all plans in force."""

# What other rooms and the pages may import; the rest is private to this room.
FRONT = (
    "condensing",
    "reading",
    "reviews",
    "still",
)
